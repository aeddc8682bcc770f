from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from passbook_desk.documents.calibration import Reading, drift_of, frame_of, measured, refined
from passbook_desk.documents.calibration_sheets import check_sheet, drift_sheets, ruler_sheet
from passbook_desk.documents.correction import NO_CORRECTION, Correction
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.print_exchange import Measured, PrintExchange
from passbook_desk.features.passbooks.books.types import book_types
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Corrections, Desk


class Stage(StrEnum):
    """Which sheet is printed and read: the first, the one that checks, ten of fan-fold paper."""

    FIRST = "first"
    CHECK = "check"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper in millimetres, with the book it is used for; no name: any other."""

    width: float
    height: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is to be printed now: pages as they are shown, and what the printer must move them by."""

    stage: Stage
    paper: Paper
    pages: tuple[Page, ...]
    correction: Correction


class CalibrationView(Protocol):
    def show_kept(self, rows: Sequence[Measured]) -> None: ...
    def show_papers(self, papers: Sequence[Paper]) -> None: ...
    def show_sheets(self, sheets: Sheets) -> None: ...
    def show_no_sheet(self, error: BaseException) -> None:
        """There is no sheet for paper of that size."""
        ...

    def show_done(self, found: Measured) -> None: ...
    def show_brought(self, found: PrintExchange) -> None: ...
    def show_written(self, target: Path) -> None: ...
    def show_refusal(self, error: BaseException) -> None:
        """Numbers that cannot be."""
        ...

    def show_problem(self, error: BaseException) -> None: ...


class CalibrationPresenter:
    """Two sheets, four numbers, one correction; and what this computer knows of its printers."""

    def __init__(
        self,
        view: CalibrationView,
        desk: Desk,
        jobs: Jobs,
        clock: Clock,
        corrections: Corrections,
        fontbook: FontBook,
        drawing: str,
    ) -> None:
        """`drawing` is what is said while sheets are drawn."""
        self._view, self._desk, self._jobs, self._clock = view, desk, jobs, clock
        self._corrections, self._measure = corrections, Measure(fontbook)
        self._drawing = drawing
        self._paper = Paper(0, 0)
        self._correction = NO_CORRECTION

    def load(self) -> None:
        """List what was measured on this computer."""
        self._jobs.desk(self._corrections.all, self._view.show_kept, self._view.show_problem)

    def load_papers(self) -> None:
        """The sizes of the village's books, each once."""
        self._jobs.desk(self._papers, self._view.show_papers, self._view.show_problem)

    def begin(self, paper: Paper) -> None:
        """Draw the first sheet for paper of a size."""
        width, height = paper.width, paper.height
        try:
            frame_of(width, height)
        except PassbookError as error:
            self._view.show_no_sheet(error)
            return
        self._paper, self._correction = paper, NO_CORRECTION
        self._draw(Stage.FIRST, lambda: (ruler_sheet(width, height, self._measure),))

    def read(self, stage: Stage, reading: Reading) -> None:
        """Take the four numbers of the first or of the checking sheet and draw the next one."""
        width, height = self._paper.width, self._paper.height
        try:
            if stage is Stage.FIRST:
                self._correction = measured(width, height, reading)
            else:
                self._correction = refined(self._correction, width, height, reading)
        except PassbookError as error:
            self._view.show_refusal(error)
            return
        self._draw(Stage.CHECK, lambda: (check_sheet(width, height, NO_CORRECTION, self._measure),))

    def accept(self, printer: str) -> None:
        """Keep the correction found for a printer; the drift known before stays."""
        width, height, found = self._paper.width, self._paper.height, self._correction
        today = self._clock.today()

        def keep() -> Measured:
            known = self._corrections.get(printer, width, height)
            drift = known.drift_mm if known is not None else 0.0
            return self._keep(Measured(printer, width, height, replace(found, drift_mm=drift), today))

        self._jobs.desk(keep, self._view.show_done, self._view.show_problem)

    def begin_run(self, row: Measured) -> None:
        """Draw ten sheets of fan-fold paper for a printer that was measured."""
        self._paper, self._correction = Paper(row.width, row.height), row.correction
        self._draw(
            Stage.RUN,
            lambda: tuple(
                replace(page, correction=NO_CORRECTION)
                for page in drift_sheets(row.width, row.height, row.correction, self._measure)
            ),
        )

    def read_run(self, row: Measured, first_top: float, last_top: float) -> None:
        """Take the two numbers of the first and the tenth sheet and keep what follows."""
        try:
            found = replace(row, correction=drift_of(row.correction, first_top, last_top))
        except PassbookError as error:
            self._view.show_refusal(error)
            return
        self._jobs.desk(lambda: self._keep(found), self._view.show_done, self._view.show_problem)

    def remove(self, row: Measured) -> None:
        """Forget what was measured of a printer and paper."""

        def forget() -> tuple[Measured, ...]:
            self._corrections.remove(row.printer, row.width, row.height)
            return self._corrections.all()

        self._jobs.desk(forget, self._view.show_kept, self._view.show_problem)

    def write(self, target: Path) -> None:
        """Write everything into a file for another computer."""

        def export() -> Path:
            self._corrections.export_to(target)
            return target

        self._jobs.desk(export, self._view.show_written, self._view.show_problem)

    def bring(self, source: Path) -> None:
        """Take over what another computer wrote."""
        self._jobs.desk(
            lambda: self._corrections.import_from(source), self._view.show_brought, self._view.show_problem
        )

    def _keep(self, found: Measured) -> Measured:
        self._corrections.keep(found)
        return found

    def _papers(self) -> tuple[Paper, ...]:
        found: dict[tuple[float, float], Paper] = {}
        for row in self._desk.ask(book_types):
            size = (row.layout.width_mm, row.layout.height_mm)
            found.setdefault(size, Paper(*size, row.layout.name))
        return tuple(found.values())

    def _draw(self, stage: Stage, pages: Callable[[], tuple[Page, ...]]) -> None:
        paper, correction = self._paper, self._correction
        self._jobs.press(
            lambda _progress: Sheets(stage, paper, pages(), correction),
            self._view.show_sheets,
            self._view.show_problem,
            self._drawing,
        )
