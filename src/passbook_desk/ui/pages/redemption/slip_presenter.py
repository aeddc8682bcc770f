from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.features.ledger.values import LineRow
from passbook_desk.features.redemption.counter.paper import notice_slip_pages, slip_pages
from passbook_desk.features.redemption.counter.queries import slip_by_id
from passbook_desk.features.redemption.counter.register import lines_of_slip, slip_sheets
from passbook_desk.features.redemption.counter.register_values import SlipSheet
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import SlipRow, UndoSlip
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


class SlipPaper(StrEnum):
    """A paper of one slip."""

    SLIP = "slip"
    TOLD = "told"
    """领取告知单, for the household."""


_DRAW: Final = {SlipPaper.SLIP: slip_pages, SlipPaper.TOLD: notice_slip_pages}


@dataclass(frozen=True, slots=True)
class SlipFound:
    """A slip as paper tells it, its lines in the book, and who issues its papers."""

    sheet: SlipSheet
    lines: tuple[LineRow, ...]
    village: VillageRow

    @property
    def slip(self) -> SlipRow:
        """The slip itself."""
        return self.sheet.slip


class SlipView(Protocol):
    def show_slip(self, found: SlipFound) -> None: ...
    def show_pages(self, paper: SlipPaper, pages: Sequence[Page]) -> None: ...
    def show_undone(self, slip: SlipRow) -> None: ...
    def show_refused(self, error: BaseException) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class SlipPresenter:
    """One slip: its papers, and taking it back."""

    def __init__(self, desk: Desk, view: SlipView, jobs: Jobs, clock: Clock, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._found: SlipFound | None = None
        self._drawing = self._reading = 0

    def load(self, slip_id: int) -> None:
        """Read the slip; one that is asked for no more is dropped."""
        self._reading += 1
        reading = self._reading

        def done(found: SlipFound) -> None:
            if reading == self._reading:
                self._found = found
                self._view.show_slip(found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _found(scope, slip_id)), done, self._view.show_problem
        )

    def draw(self, paper: SlipPaper, label: str) -> None:
        """One of the papers of the slip shown, as it will be printed today."""
        found, today = self._found, self._clock.today()
        if found is None:
            return
        self._drawing += 1
        drawing = self._drawing

        def draw(_: Progress) -> tuple[Page, ...]:
            pages = _DRAW[paper]((found.sheet,), found.village, today, self._measure)
            check_pages(pages, self._fontbook)
            return pages

        def done(pages: tuple[Page, ...]) -> None:
            if drawing == self._drawing:
                self._view.show_pages(paper, pages)

        self._jobs.press(draw, done, self._view.show_problem, label)

    def undo(self, command: UndoSlip) -> None:
        """Take the slip back."""
        found = self._found
        if found is None:
            return
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: undo_slip(tx, command)),
            lambda _: self._view.show_undone(found.slip),
            self._view.show_refused,
        )


def _found(scope: Any, slip_id: int) -> SlipFound:
    slip = slip_by_id(scope, slip_id)
    (sheet,) = slip_sheets(scope, (slip,))
    return SlipFound(sheet, lines_of_slip(scope, slip), village(scope))
