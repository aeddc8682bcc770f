"""A report on the screen, with its paper and its workbook, both of the figures shown."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.documents.sheet import Workbook
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk

Wanted = TypeVar("Wanted", contravariant=True)
Found = TypeVar("Found")
FoundShown = TypeVar("FoundShown", contravariant=True)


class ReportView(Protocol[FoundShown]):
    """What the page is told."""

    def show_report(self, found: FoundShown) -> None: ...
    def show_pages(self, found: FoundShown, pages: Sequence[Page]) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ReportPresenter(ABC, Generic[Wanted, Found]):
    """Keeps what is shown. The deriving presenter says how it is read, drawn and written as a workbook."""

    def __init__(
        self, desk: Desk, view: ReportView[Found], jobs: Jobs, clock: Clock, fontbook: FontBook
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._found: Found | None = None
        self._asked = 0

    @abstractmethod
    def read(self, scope: Any, wanted: Wanted) -> Found:
        """The report that is wanted."""

    def load(self, wanted: Wanted) -> None:
        """Read and show; an answer that comes late is dropped."""
        self._asked += 1
        asked = self._asked

        def done(found: Found) -> None:
            if asked == self._asked:
                self._found = found
                self._view.show_report(found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: self.read(scope, wanted)), done, self._view.show_problem
        )

    def press_pages(self, drawn: Callable[[Found, Measure], tuple[Page, ...]], label: str) -> None:
        """What is shown as pages; pages that come late are dropped."""
        found, asked = self._found, self._asked
        if found is None:
            return

        def draw(_: Progress) -> tuple[Page, ...]:
            pages = drawn(found, self._measure)
            check_pages(pages, self._fontbook)
            return pages

        def done(pages: tuple[Page, ...]) -> None:
            if asked == self._asked:
                self._view.show_pages(found, pages)

        self._jobs.press(draw, done, self._view.show_problem, label)

    def press_workbook(self, made: Callable[[Found], Workbook], target: Path, label: str) -> None:
        """What is shown as a workbook."""
        found, created = self._found, self._clock.now()
        if found is None:
            return

        def write(_: Progress) -> Path:
            write_xlsx(made(found), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)
