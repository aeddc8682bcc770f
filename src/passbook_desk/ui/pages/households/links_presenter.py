"""Who is looked after by nobody; links begin and end."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from passbook_desk.features.households.life.values import Act
from passbook_desk.features.households.links import (
    EndLink,
    LinkHousehold,
    LinkKind,
    LinkRow,
    end_link,
    link_household,
    links_at,
    unlinked_households,
)
from passbook_desk.features.households.queries import households
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.households.links_values import LinkDraft, LinksFound


class LinksView(Protocol):
    """What the page of links is told."""

    def show_links(self, found: LinksFound) -> None: ...
    def show_linked(self, count: int) -> None: ...
    def show_ended(self, count: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class LinksPresenter:
    """Links of one kind. Identities of acts last until they are written, so that a retry finds them."""

    def __init__(self, desk: Desk, view: LinksView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._kind = LinkKind.MEMBER
        self._uids: dict[tuple[str, int, int], str] = {}

    def choose(self, kind: LinkKind) -> None:
        """Show this kind."""
        self._kind = kind
        self.load()

    def load(self) -> None:
        """Show the kind chosen as things are now."""
        kind = self._kind
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _found(scope, kind)),
            self._view.show_links,
            self._view.show_problem,
        )

    def link(self, draft: LinkDraft) -> None:
        """Let a person look after households, all or none of them."""
        commands = [
            LinkHousehold(
                Act(self._uid(draft.kind, draft.person_id, household_id), draft.on, draft.reason),
                draft.kind,
                draft.person_id,
                household_id,
            )
            for household_id in draft.household_ids
        ]

        def done(count: int) -> None:
            self._uids.clear()
            self._view.show_linked(count)
            self.load()

        self._jobs.desk(lambda: self._desk.do(lambda tx: _link(tx, commands)), done, self._view.show_problem)

    def end(self, rows: Sequence[LinkRow], on: date, reason: str) -> None:
        """Let links end, all or none of them."""
        commands = [EndLink(Act(self._uid("end", row.id, 0), on, reason), row.id) for row in rows]

        def done(count: int) -> None:
            self._uids.clear()
            self._view.show_ended(count)
            self.load()

        self._jobs.desk(lambda: self._desk.do(lambda tx: _end(tx, commands)), done, self._view.show_problem)

    def _uid(self, kind: str, one: int, other: int) -> str:
        return self._uids.setdefault((kind, one, other), new_uid())


def _found(scope: Any, kind: LinkKind) -> LinksFound:
    """`scope` is unnamed here as in ports.Desk: the window does not know the database room."""
    links = tuple(row for row in links_at(scope, scope.today) if row.kind is kind)
    return LinksFound(kind, unlinked_households(scope, kind), links, len(households(scope)))


def _link(tx: Any, commands: Sequence[LinkHousehold]) -> int:
    for command in commands:
        link_household(tx, command)
    return len(commands)


def _end(tx: Any, commands: Sequence[EndLink]) -> int:
    for command in commands:
        end_link(tx, command)
    return len(commands)
