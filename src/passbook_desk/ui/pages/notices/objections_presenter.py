from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.notices.objections.paper import objection_sheet
from passbook_desk.features.notices.objections.queries import objections
from passbook_desk.features.notices.objections.sheets import objections_workbook
from passbook_desk.features.notices.objections.values import ObjectionRow
from passbook_desk.features.notices.queries import notices
from passbook_desk.features.notices.values import NoticeRow, NoticeState
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


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


class ObjectionsView(Protocol):
    def show_objections(self, found: ObjectionsFound) -> None: ...
    def show_pages(self, pages: Sequence[Page]) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ObjectionsPresenter:
    """Reads the list, of one notice alone where it is named; its register as paper and as a workbook."""

    def __init__(
        self, desk: Desk, view: ObjectionsView, jobs: Jobs, clock: Clock, fontbook: FontBook
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._found: ObjectionsFound | None = None
        self._asked = 0

    def load(self, notice_number: str | None) -> None:
        """Read everything anew; an answer that comes late is dropped."""
        self._asked += 1
        asked = self._asked

        def done(found: ObjectionsFound) -> None:
            if asked == self._asked:
                self._found = found
                self._view.show_objections(found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _found(scope, notice_number)), done, self._view.show_problem
        )

    def draw_register(self, label: str) -> None:
        """The list as pages; pages that come late are dropped."""
        found, asked = self._found, self._asked
        if found is None:
            return

        def draw(_: Progress) -> tuple[Page, ...]:
            pages = objection_sheet(found.rows, found.village, self._measure)
            check_pages(pages, self._fontbook)
            return pages

        def done(pages: tuple[Page, ...]) -> None:
            if asked == self._asked:
                self._view.show_pages(pages)

        self._jobs.press(draw, done, self._view.show_problem, label)

    def save_workbook(self, target: Path, label: str) -> None:
        """The list as a workbook."""
        found, created = self._found, self._clock.now()
        if found is None:
            return

        def write(_: Progress) -> Path:
            write_xlsx(objections_workbook(found.rows, found.village.name), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)


def _found(scope: Any, notice_number: str | None) -> ObjectionsFound:
    current = [row for row in notices(scope) if row.state is not NoticeState.REPLACED]
    first = sorted(current, key=lambda row: row.state not in _ON_THE_WALL)
    rows = objections(scope, notice_number=notice_number)
    return ObjectionsFound(rows, tuple(first), village(scope))
