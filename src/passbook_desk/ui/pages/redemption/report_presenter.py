from dataclasses import dataclass
from pathlib import Path
from typing import Any

from passbook_desk.features.redemption.reporting.paper import summary_pages
from passbook_desk.features.redemption.reporting.queries import redemption_summary
from passbook_desk.features.redemption.reporting.sheets import summary_sheet
from passbook_desk.features.redemption.reporting.values import RedemptionSummary
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.periods import Period
from passbook_desk.ui.shell.report_presenter import ReportPresenter


@dataclass(frozen=True, slots=True)
class ReportFound:
    """The summary of a period, and whose it is."""

    summary: RedemptionSummary
    village: VillageRow


class RedemptionReportPresenter(ReportPresenter[Period, ReportFound]):
    """Adds up a period; paper and workbook are of the figures shown."""

    def read(self, scope: Any, wanted: Period) -> ReportFound:
        return ReportFound(redemption_summary(scope, wanted), village(scope))

    def draw_pages(self, label: str) -> None:
        """The figures shown as pages."""
        self.press_pages(lambda found, measure: summary_pages(found.summary, found.village, measure), label)

    def save_workbook(self, target: Path, label: str) -> None:
        """The figures shown as a workbook."""
        self.press_workbook(lambda found: summary_sheet(found.summary, found.village), target, label)
