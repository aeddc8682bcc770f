"""Fetches the village's rules and keeps what the clerk has changed, and only that."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from passbook_desk.features.access.queries import acts_of
from passbook_desk.features.ledger.claims.queries import claim_counts
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.settings.values import RulesFound, changed_names


class RulesView(Protocol):
    """What the page is told."""

    def show_found(self, found: RulesFound) -> None: ...
    def show_saved(self, count: int, undo: Callable[[], None]) -> None: ...
    def show_taken_back(self) -> None: ...
    def show_refused(self, error: BaseException) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class RulesPresenter:
    """The village's decisions about points, steps and people."""

    def __init__(self, desk: Desk, view: RulesView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs

    def load(self) -> None:
        """Show the rules in force."""
        self._jobs.desk(self._found, self._view.show_found, self._view.show_problem)

    def save(self, before: VillagePolicy, after: VillagePolicy) -> None:
        """Keep what differs; settings that the clerk left alone stay as others may have set them since."""
        names = changed_names(before, after)
        self._jobs.desk(
            lambda: self._keep(names, after),
            lambda _: self._view.show_saved(len(names), lambda: self._take_back(names, before)),
            self._view.show_refused,
        )

    def _take_back(self, names: tuple[str, ...], before: VillagePolicy) -> None:
        self._jobs.desk(
            lambda: self._keep(names, before),
            lambda _: self._view.show_taken_back(),
            self._view.show_problem,
        )

    def _keep(self, names: tuple[str, ...], wanted: VillagePolicy) -> None:
        changes: dict[str, Any] = {name: getattr(wanted, name) for name in names}
        self._desk.do(lambda tx: change_policy(tx, replace(policy(tx), **changes)))

    def _found(self) -> RulesFound:
        return self._desk.ask(lambda scope: _found(scope, self._desk.actor()))


def _found(scope: Any, actor: Actor) -> RulesFound:
    may_change = Act.SETTINGS in acts_of(scope, actor.operator_id)
    counts = claim_counts(scope)
    waiting = counts.to_decide + counts.notice + counts.due
    return RulesFound(policy(scope), village(scope), waiting, may_change)
