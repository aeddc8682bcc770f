from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.events.reporting.paper import report_pages
from passbook_desk.features.events.reporting.queries import event_report
from passbook_desk.features.events.reporting.sheets import report_workbook
from passbook_desk.features.events.reporting.values import EventReport
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.kernel.period import Quarter
from passbook_desk.ui.kit.ports import Desk


class EventReportView(Protocol):
    def show_report(self, report: EventReport) -> None: ...
    def show_pages(self, report: EventReport, pages: Sequence[Page]) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class EventReportPresenter:
    """Counts a quarter's events; paper and workbook are of the figures shown."""

    def __init__(
        self, desk: Desk, view: EventReportView, jobs: Jobs, clock: Clock, fontbook: FontBook
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._report: EventReport | None = None
        self._asked = 0

    def load(self, quarter: Quarter) -> None:
        """Count; an answer that comes late is dropped."""
        self._asked += 1
        asked, span = self._asked, quarter.span

        def done(report: EventReport) -> None:
            if asked == self._asked:
                self._report = report
                self._view.show_report(report)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: event_report(scope, span.first, span.last)),
            done,
            self._view.show_problem,
        )

    def draw_pages(self, for_wall: bool, label: str) -> None:
        """The figures shown as pages; pages that come late are dropped."""
        report, asked = self._report, self._asked
        if report is None:
            return

        def draw(_: Progress) -> tuple[Page, ...]:
            pages = report_pages(report, self._measure, for_wall=for_wall)
            check_pages(pages, self._fontbook)
            return pages

        def done(pages: tuple[Page, ...]) -> None:
            if asked == self._asked:
                self._view.show_pages(report, pages)

        self._jobs.press(draw, done, self._view.show_problem, label)

    def save_workbook(self, target: Path, for_wall: bool, label: str) -> None:
        """The figures shown as a workbook."""
        report, created = self._report, self._clock.now()
        if report is None:
            return

        def write(_: Progress) -> Path:
            write_xlsx(report_workbook(report, for_wall=for_wall), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)
