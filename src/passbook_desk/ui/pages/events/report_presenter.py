from pathlib import Path
from typing import Any

from passbook_desk.features.events.reporting.paper import report_pages
from passbook_desk.features.events.reporting.queries import event_report
from passbook_desk.features.events.reporting.sheets import report_workbook
from passbook_desk.features.events.reporting.values import EventReport
from passbook_desk.kernel.period import Quarter
from passbook_desk.ui.shell.report_presenter import ReportPresenter


class EventReportPresenter(ReportPresenter[Quarter, EventReport]):
    """Counts a quarter's events; paper and workbook are of the figures shown."""

    def read(self, scope: Any, wanted: Quarter) -> EventReport:
        return event_report(scope, wanted.span.first, wanted.span.last)

    def draw_pages(self, for_wall: bool, label: str) -> None:
        """The figures shown as pages."""
        self.press_pages(lambda found, measure: report_pages(found, measure, for_wall=for_wall), label)

    def save_workbook(self, target: Path, for_wall: bool, label: str) -> None:
        """The figures shown as a workbook."""
        self.press_workbook(lambda found: report_workbook(found, for_wall=for_wall), target, label)
