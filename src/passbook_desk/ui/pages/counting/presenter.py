from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.counting.paper import count_pages, count_picture, texts_of
from passbook_desk.features.ledger.counting.queries import count_sheet
from passbook_desk.features.ledger.counting.sheets import count_workbook
from passbook_desk.features.ledger.counting.telling import tell_count
from passbook_desk.features.ledger.counting.values import By, CountSheet
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.kernel.periods import Period
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the clerk wants counted."""

    period: Period
    by: By
    ranked: bool


class CountingView(Protocol):
    def show_sheet(self, sheet: CountSheet) -> None: ...
    def show_pages(self, sheet: CountSheet, pages: Sequence[Page]) -> None: ...
    def show_picture(self, page: Page) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class CountingPresenter:
    """Counts, and draws what was counted: paper, picture and workbook are of the sheet shown."""

    def __init__(self, desk: Desk, view: CountingView, jobs: Jobs, clock: Clock, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._sheet: CountSheet | None = None
        self._asked = 0

    def load(self, wanted: Wanted) -> None:
        """Count; an answer that comes late is dropped."""
        self._asked += 1
        asked = self._asked

        def done(sheet: CountSheet) -> None:
            if asked == self._asked:
                self._sheet = sheet
                self._view.show_sheet(sheet)

        self._jobs.desk(
            lambda: self._desk.ask(
                lambda scope: count_sheet(scope, wanted.period, wanted.by, ranked=wanted.ranked)
            ),
            done,
            self._view.show_problem,
        )

    def draw_pages(self, label: str) -> None:
        """The sheet shown as pages."""
        sheet = self._sheet
        if sheet is None:
            return

        def draw(_: Progress) -> tuple[Page, ...]:
            self._fontbook.check(texts_of(sheet))
            return count_pages(sheet, self._measure)

        def done(pages: tuple[Page, ...]) -> None:
            self._view.show_pages(sheet, pages)
            self._tell(sheet)

        self._jobs.press(draw, done, self._view.show_problem, label)

    def draw_picture(self, label: str) -> None:
        """The head of the sheet shown as one picture."""
        sheet = self._sheet
        if sheet is None:
            return

        def draw(_: Progress) -> Page:
            self._fontbook.check(texts_of(sheet))
            return count_picture(sheet, self._measure)

        def done(page: Page) -> None:
            self._view.show_picture(page)
            self._tell(sheet)

        self._jobs.press(draw, done, self._view.show_problem, label)

    def save_workbook(self, target: Path, label: str) -> None:
        """The sheet shown as a workbook."""
        sheet, created = self._sheet, self._clock.now()
        if sheet is None:
            return

        def write(_: Progress) -> Path:
            write_xlsx(count_workbook(sheet), target, created)
            return target

        def done(path: Path) -> None:
            self._view.show_saved(path)
            self._tell(sheet)

        self._jobs.press(write, done, self._view.show_problem, label)

    def _tell(self, sheet: CountSheet) -> None:
        """The village's calendar ticks the count off."""
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: tell_count(tx, sheet)), lambda _: None, self._view.show_problem
        )
