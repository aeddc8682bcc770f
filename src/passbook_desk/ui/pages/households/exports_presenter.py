"""Writes rosters and check-in sheets into workbooks, off the window's thread."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.files import check_target
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.sheet import Workbook
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.rules import household_items
from passbook_desk.features.households.roster.checkin import checkin_workbook, new_batch
from passbook_desk.features.households.roster.content import RosterContent, roster_content, unmasked_roster
from passbook_desk.features.households.roster.paper import roster_pages, texts_of
from passbook_desk.features.households.roster.sheets import roster_workbook
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


class ExportsView(Protocol):
    """What the page that asks for a workbook is told."""

    def show_written(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ExportsPresenter:
    """Workbooks of one grid (its code) or of the village (None); `label` is said while it takes long."""

    def __init__(self, desk: Desk, view: ExportsView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock

    def masked_roster(self, target: Path, grid: str | None, label: str) -> None:
        """The roster with masked numbers, without tags and remarks."""
        self._write(target, lambda scope: roster_workbook(roster_content(scope, grid)), label)

    def whole_roster(self, target: Path, grid: str | None, reason: str, label: str) -> None:
        """The roster with whole numbers; why is kept in the audit chain before the file is written."""

        def noted() -> RosterContent:
            check_target(target)
            return self._desk.do(lambda tx: unmasked_roster(tx, grid, reason))

        def write(content: RosterContent) -> None:
            self._press(target, lambda: roster_workbook(content, masked=False), label)

        self._jobs.desk(noted, write, self._view.show_problem)

    def checkin_sheets(self, target: Path, grid: str | None, label: str) -> None:
        """A check-in sheet per grid, with the items of today's catalogue to choose from."""

        def workbook(scope: Any) -> Workbook:
            items = household_items(items_in_force(scope, scope.today))
            return checkin_workbook(roster_content(scope, grid), items, new_batch())

        self._write(target, workbook, label)

    def _write(self, target: Path, query: Callable[[Any], Workbook], label: str) -> None:
        self._jobs.desk(
            lambda: self._desk.copied(query),
            lambda read: self._press(target, read, label),
            self._view.show_problem,
        )

    def _press(self, target: Path, workbook: Callable[[], Workbook], label: str) -> None:
        created = self._clock.now()

        def write(progress: Progress) -> Path:
            write_xlsx(workbook(), target, created, progress)
            return target

        self._jobs.press(write, self._view.show_written, self._view.show_problem, label)


class PaperView(Protocol):
    """What the page with the paper is told."""

    def show_paper(self, content: RosterContent, pages: tuple[Page, ...]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class PaperPresenter:
    """The pages of a roster, drawn from a copy of the village."""

    def __init__(self, desk: Desk, view: PaperView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._fontbook = fontbook
        self._measure = Measure(fontbook)
        self._asked = 0

    def draw(self, grid: str | None, label: str) -> None:
        """Draw the roster of a grid or of the village; what was asked before is dropped."""
        self._asked += 1
        asked = self._asked

        def shown(drawn: tuple[RosterContent, tuple[Page, ...]]) -> None:
            if asked == self._asked:
                self._view.show_paper(*drawn)

        def press(read: Callable[[], RosterContent]) -> None:
            self._jobs.press(
                lambda progress: self._drawn(read(), progress), shown, self._view.show_problem, label
            )

        self._jobs.desk(
            lambda: self._desk.copied(lambda scope: roster_content(scope, grid)),
            press,
            self._view.show_problem,
        )

    def forget(self) -> None:
        """The clerk went on: pages still being drawn are not shown any more."""
        self._asked += 1

    def _drawn(self, content: RosterContent, progress: Progress) -> tuple[RosterContent, tuple[Page, ...]]:
        self._fontbook.check(texts_of(content))
        return content, roster_pages(content, self._measure, progress)
