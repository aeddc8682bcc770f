from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.drafts import adopt_draft, drop_draft, keep_draft, kept_draft
from passbook_desk.features.catalogue.editing import (
    categories_of,
    drop_item,
    looked_at,
    put_item,
    put_limits,
    switch_item,
    with_period,
)
from passbook_desk.features.catalogue.queries import known_codes, version_in_force, versions
from passbook_desk.features.catalogue.rules import check_total_limits
from passbook_desk.features.catalogue.sheets import draft_workbook
from passbook_desk.features.catalogue.values import AdoptDraft, Draft, Limit, LimitPeriod, Noted
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.catalogue.draft_values import DraftLine, DraftShown
from passbook_desk.ui.pages.catalogue.item_entry import ItemEntry, entered

_FIELDS: Final = {
    "catalogue.wrong-code": "code",
    "catalogue.code-twice": "code",
    "catalogue.code-reused": "code",
    "catalogue.no-free-code": "code",
    "catalogue.wrong-item-value": "value",
    "catalogue.wrong-limit": "limits",
    "catalogue.veto-incomplete": "veto_term",
    "catalogue.gift-takes-points": "effect",
}
"""Beside which field of the form a refusal of the whole list belongs."""


class DraftView(Protocol):
    def show_draft(self, shown: DraftShown | None) -> None:
        """None while there is no draft."""
        ...

    def show_kept(self, code: str) -> None:
        """What was typed is in the draft; `code` is the item's, empty for anything else."""
        ...

    def show_refusal(self, error: BaseException) -> None: ...
    def show_adopted(self, number: int) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class DraftPresenter:
    """Works on the village's draft; every act is kept at once."""

    def __init__(self, desk: Desk, view: DraftView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._shown: DraftShown | None = None

    def load(self) -> None:
        """Read the draft as it is kept."""
        self._jobs.desk(lambda: self._desk.ask(_shown), self._take, self._view.show_problem)

    def put(self, entry: ItemEntry, former: str) -> None:
        """Change an item (`former` is its code before) or add one (`former` is empty)."""
        shown = self._shown
        if shown is None:
            return
        before = {item.code for item in shown.kept.draft.items}
        try:
            draft = put_item(shown.kept.draft, entered(entry), former, shown.known)
        except PassbookError as error:
            self._view.show_refusal(_at_its_field(error))
            return
        fresh = next((item.code for item in draft.items if item.code not in before), former)
        self._keep(draft, fresh, self._view.show_refusal)

    def drop(self, code: str) -> None:
        """Take an item out."""
        self._change(lambda draft: drop_item(draft, code))

    def switch(self, code: str, enabled: bool) -> None:
        """Switch an item on or off."""
        self._change(lambda draft: switch_item(draft, code, enabled), code)

    def look(self, noted: Noted) -> None:
        """What was noted is right as it is."""
        self._change(lambda draft: looked_at(draft, noted), noted.item)

    def count_in(self, noted: Noted, period: LimitPeriod) -> None:
        """A limit without a period is counted in this one."""
        self._change(lambda draft: with_period(draft, noted, period), noted.item)

    def bound(self, limits: tuple[Limit, ...]) -> None:
        """Set the limits over all items."""
        if self._shown is None:
            return
        try:
            check_total_limits(limits)
        except PassbookError as error:
            self._view.show_refusal(error)
            return
        self._keep(put_limits(self._shown.kept.draft, limits), "", self._view.show_refusal)

    def put_back(self, draft: Draft) -> None:
        """Undo: the draft is as it was."""
        self._keep(draft, "", self._view.show_problem)

    def discard(self) -> None:
        """Put the draft away."""
        self._jobs.desk(
            lambda: self._desk.do(drop_draft), lambda _: self._take(None), self._view.show_problem
        )

    def adopt(self, meeting_on: date, minutes_no: str, effective_from: date, uid: str) -> None:
        """Keep what the meeting decided as the next version."""
        command = AdoptDraft(meeting_on, minutes_no, effective_from, uid)
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: adopt_draft(tx, command)),
            self._view.show_adopted,
            self._view.show_refusal,
        )

    def save(self, target: Path, label: str) -> None:
        """Write the draft as a workbook to talk over."""
        if self._shown is None:
            return
        draft, created = self._shown.kept.draft, self._clock.now()

        def write(_: Progress) -> Path:
            write_xlsx(draft_workbook(draft), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)

    def _change(self, change: Callable[[Draft], Draft], code: str = "") -> None:
        if self._shown is not None:
            self._keep(change(self._shown.kept.draft), code, self._view.show_problem)

    def _keep(self, draft: Draft, code: str, failed: Callable[[BaseException], None]) -> None:
        def kept(_: None) -> None:
            self._view.show_kept(code)
            self.load()

        self._jobs.desk(lambda: self._desk.do(lambda tx: keep_draft(tx, draft)), kept, failed)

    def _take(self, shown: DraftShown | None) -> None:
        self._shown = shown
        self._view.show_draft(shown)


def _shown(scope: Any) -> DraftShown | None:
    kept = kept_draft(scope)
    if kept is None:
        return None
    draft = kept.draft
    lines = tuple(
        DraftLine(item, tuple(noted for noted in draft.noted if noted.item == item.code))
        for item in draft.items
    )
    return DraftShown(
        kept,
        lines,
        categories_of(draft, versions(scope)),
        known_codes(scope),
        version_in_force(scope, scope.today),
    )


def _at_its_field(error: PassbookError) -> PassbookError:
    field = _FIELDS.get(error.code)
    return error if field is None else type(error)(**{**error.params, "field": field})
