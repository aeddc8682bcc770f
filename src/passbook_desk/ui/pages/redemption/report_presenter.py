from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.reporting.paper import summary_pages
from passbook_desk.features.redemption.reporting.queries import redemption_summary
from passbook_desk.features.redemption.reporting.sheets import summary_sheet
from passbook_desk.features.redemption.reporting.values import RedemptionSummary
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.kernel.periods import Period
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class ReportFound:
    """The summary of a period, and whose it is."""

    summary: RedemptionSummary
    village: VillageRow


class RedemptionReportView(Protocol):
    def show_report(self, found: ReportFound) -> None: ...
    def show_pages(self, found: ReportFound, pages: Sequence[Page]) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class RedemptionReportPresenter:
    """Adds up a period; paper and workbook are of the figures shown."""

    def __init__(
        self, desk: Desk, view: RedemptionReportView, jobs: Jobs, clock: Clock, fontbook: FontBook
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._found: ReportFound | None = None
        self._asked = 0

    def load(self, period: Period) -> None:
        """Add up; an answer that comes late is dropped."""
        self._asked += 1
        asked = self._asked

        def ask(scope: Any) -> ReportFound:
            return ReportFound(redemption_summary(scope, period), village(scope))

        def done(found: ReportFound) -> None:
            if asked == self._asked:
                self._found = found
                self._view.show_report(found)

        self._jobs.desk(lambda: self._desk.ask(ask), done, self._view.show_problem)

    def draw_pages(self, label: str) -> None:
        """The figures shown as pages; pages that come late are dropped."""
        found, asked = self._found, self._asked
        if found is None:
            return

        def draw(_: Progress) -> tuple[Page, ...]:
            pages = summary_pages(found.summary, found.village, self._measure)
            check_pages(pages, self._fontbook)
            return pages

        def done(pages: tuple[Page, ...]) -> None:
            if asked == self._asked:
                self._view.show_pages(found, pages)

        self._jobs.press(draw, done, self._view.show_problem, label)

    def save_workbook(self, target: Path, label: str) -> None:
        """The figures shown as a workbook."""
        found, created = self._found, self._clock.now()
        if found is None:
            return

        def write(_: Progress) -> Path:
            write_xlsx(summary_sheet(found.summary, found.village), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)
