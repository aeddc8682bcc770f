from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.counter.paper import register_pages
from passbook_desk.features.redemption.counter.queries import slips
from passbook_desk.features.redemption.counter.register import register
from passbook_desk.features.redemption.counter.register_values import Register
from passbook_desk.features.redemption.counter.sheets import register_workbook
from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.search import fold, initials
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class SlipsShown:
    """The slips in the table, newest first; the sums leave out what was taken back."""

    rows: tuple[SlipRow, ...]
    find: str

    @property
    def standing(self) -> tuple[SlipRow, ...]:
        """Slips that nobody took back."""
        return tuple(row for row in self.rows if row.undone_on is None)

    @property
    def pieces(self) -> int:
        """Pieces of the slips that stand."""
        return sum(row.pieces for row in self.standing)

    @property
    def points(self) -> Points:
        """Points of the slips that stand."""
        return sum((row.points for row in self.standing), ZERO)


class SlipsView(Protocol):
    def show_outlets(self, rows: Sequence[OutletRow]) -> None: ...
    def show_slips(self, shown: SlipsShown) -> None: ...
    def show_pages(self, pages: Sequence[Page]) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class SlipsPresenter:
    """The slips of some days at an outlet; paper and workbook are of all of them, whatever is looked for."""

    def __init__(self, desk: Desk, view: SlipsView, jobs: Jobs, clock: Clock, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._rows: tuple[SlipRow, ...] = ()
        self._find = ""
        self._asked = 0

    def load(self, span: DateSpan, outlet_id: int | None) -> None:
        """Read; an answer that comes late is dropped."""
        self._asked += 1
        asked = self._asked

        def ask(scope: Any) -> tuple[tuple[OutletRow, ...], tuple[SlipRow, ...]]:
            return outlets(scope, retired_too=True), slips(scope, span=span, outlet_id=outlet_id)

        def done(found: tuple[tuple[OutletRow, ...], tuple[SlipRow, ...]]) -> None:
            if asked == self._asked:
                self._rows = found[1]
                self._view.show_outlets(found[0])
                self._show()

        self._jobs.desk(lambda: self._desk.ask(ask), done, self._view.show_problem)

    def find(self, text: str) -> None:
        """Show the slips with this in their number, names, codes or goods."""
        self._find = text.strip()
        self._show()

    def draw_pages(self, span: DateSpan, outlet_id: int | None, label: str) -> None:
        """The register of these days as it will be printed."""
        self._asked += 1
        asked = self._asked

        def press(found: tuple[Register, VillageRow]) -> None:
            self._jobs.press(lambda _: self._drawn(*found), done, self._view.show_problem, label)

        def done(pages: tuple[Page, ...]) -> None:
            if asked == self._asked:
                self._view.show_pages(pages)

        self._read(span, outlet_id, press)

    def save_workbook(self, span: DateSpan, outlet_id: int | None, target: Path, label: str) -> None:
        """The register of these days as a workbook."""
        created = self._clock.now()

        def press(found: tuple[Register, VillageRow]) -> None:
            def write(_: Progress) -> Path:
                write_xlsx(register_workbook(*found), target, created)
                return target

            self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)

        self._read(span, outlet_id, press)

    def _read(self, span: DateSpan, outlet_id: int | None, press: Any) -> None:
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: (register(scope, span, outlet_id), village(scope))),
            press,
            self._view.show_problem,
        )

    def _drawn(self, found: Register, here: VillageRow) -> tuple[Page, ...]:
        pages = register_pages(found, here, self._measure)
        check_pages(pages, self._fontbook)
        return pages

    def _show(self) -> None:
        rows = tuple(row for row in self._rows if _fits(row, fold(self._find)))
        self._view.show_slips(SlipsShown(rows, self._find))


def _fits(slip: SlipRow, text: str) -> bool:
    """Whether a slip has a text in its number, its names, their initials, its codes or its goods."""
    account = slip.account
    said = (
        slip.number,
        account.owner_name,
        initials(account.owner_name),
        account.owner_code,
        account.number,
        slip.collector,
        initials(slip.collector),
        *(item.name for item in slip.items),
    )
    return not text or any(text in fold(each) for each in said)
