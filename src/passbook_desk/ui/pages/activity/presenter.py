from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.activity.paper import log_pages, texts_of
from passbook_desk.features.activity.queries import log_operators, log_page, log_sheet
from passbook_desk.features.activity.sheets import log_workbook
from passbook_desk.features.activity.values import LogAsked, LogMark, LogOperator, LogPage, LogRow, LogSheet
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class LogShown:
    """The rows read so far, newest first, and whether there are older ones."""

    rows: tuple[LogRow, ...]
    more: bool


class LogView(Protocol):
    def show_operators(self, operators: Sequence[LogOperator]) -> None: ...
    def show_log(self, shown: LogShown) -> None: ...
    def show_pages(self, sheet: LogSheet, pages: Sequence[Page]) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class LogPresenter:
    """The log of what was done, a page at a time; paper and workbook of what is chosen."""

    def __init__(self, desk: Desk, view: LogView, jobs: Jobs, clock: Clock, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook = fontbook
        self._rows: tuple[LogRow, ...] = ()
        self._older: LogMark | None = None
        self._asked = LogAsked()
        self._calls = 0

    def load(self, asked: LogAsked) -> None:
        """Show the newest rows that are asked for; an answer that comes late is dropped."""
        self._asked, self._older = asked, None
        self._calls += 1
        self._read((), None)

    def load_older(self) -> None:
        """Show more rows, behind those that are there."""
        if self._older is not None:
            self._read(self._rows, self._older)

    def draw_pages(self, asked: LogAsked, label: str) -> None:
        """The log as it will be printed."""
        self._calls += 1
        calls = self._calls

        def shown(drawn: tuple[LogSheet, tuple[Page, ...]]) -> None:
            if calls == self._calls:
                self._view.show_pages(*drawn)

        def press(sheet: LogSheet) -> None:
            self._jobs.press(
                lambda progress: self._drawn(sheet, progress), shown, self._view.show_problem, label
            )

        self._with_sheet(asked, press)

    def save_workbook(self, asked: LogAsked, target: Path, label: str) -> None:
        """The log as a workbook."""
        created = self._clock.now()

        def press(sheet: LogSheet) -> None:
            def write(_: Progress) -> Path:
                write_xlsx(log_workbook(sheet), target, created)
                return target

            self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)

        self._with_sheet(asked, press)

    def _read(self, before: tuple[LogRow, ...], mark: LogMark | None) -> None:
        asked, calls = self._asked, self._calls

        def ask(scope: Any) -> tuple[LogPage, tuple[LogOperator, ...]]:
            return log_page(scope, asked, mark), log_operators(scope)

        def done(found: tuple[LogPage, tuple[LogOperator, ...]]) -> None:
            if calls != self._calls or mark != self._older:
                return
            page, operators = found
            self._rows, self._older = (*before, *page.rows), page.older
            self._view.show_operators(operators)
            self._view.show_log(LogShown(self._rows, page.older is not None))

        self._jobs.desk(lambda: self._desk.ask(ask), done, self._view.show_problem)

    def _with_sheet(self, asked: LogAsked, press: Any) -> None:
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: log_sheet(scope, asked, self._desk.actor(), self._clock)),
            press,
            self._view.show_problem,
        )

    def _drawn(self, sheet: LogSheet, progress: Progress) -> tuple[LogSheet, tuple[Page, ...]]:
        self._fontbook.check(texts_of(sheet))
        progress.check()
        return sheet, log_pages(sheet, Measure(self._fontbook))
