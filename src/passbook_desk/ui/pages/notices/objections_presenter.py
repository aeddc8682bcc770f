from dataclasses import dataclass
from pathlib import Path
from typing import Any

from passbook_desk.features.notices.objections.paper import objection_sheet
from passbook_desk.features.notices.objections.queries import objections
from passbook_desk.features.notices.objections.sheets import objections_workbook
from passbook_desk.features.notices.objections.values import ObjectionRow
from passbook_desk.features.notices.queries import notices
from passbook_desk.features.notices.values import NoticeRow, NoticeState
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.ui.shell.report_presenter import ReportPresenter


@dataclass(frozen=True, slots=True)
class ObjectionsFound:
    """Every objection in the order of the list, and the notices one can object to.

    Those that hang come first, newest first; a notice that a newer version replaced is not among them.
    """

    rows: tuple[ObjectionRow, ...]
    notices: tuple[NoticeRow, ...]
    village: VillageRow

    @property
    def waiting(self) -> tuple[ObjectionRow, ...]:
        """Those that still have no answer."""
        return tuple(row for row in self.rows if row.open)

    @property
    def hanging(self) -> tuple[NoticeRow, ...]:
        """The notices on the wall."""
        return tuple(row for row in self.notices if row.state in _ON_THE_WALL)


_ON_THE_WALL = (NoticeState.HANGING, NoticeState.OVER)


class ObjectionsPresenter(ReportPresenter[str | None, ObjectionsFound]):
    """Reads the list, of one notice alone where it is named; its register as paper and as a workbook."""

    def read(self, scope: Any, wanted: str | None) -> ObjectionsFound:
        current = [row for row in notices(scope) if row.state is not NoticeState.REPLACED]
        first = sorted(current, key=lambda row: row.state not in _ON_THE_WALL)
        rows = objections(scope, notice_number=wanted)
        return ObjectionsFound(rows, tuple(first), village(scope))

    def draw_register(self, label: str) -> None:
        """The list as pages."""
        self.press_pages(lambda found, measure: objection_sheet(found.rows, found.village, measure), label)

    def save_workbook(self, target: Path, label: str) -> None:
        """The list as a workbook."""
        self.press_workbook(lambda found: objections_workbook(found.rows, found.village.name), target, label)
