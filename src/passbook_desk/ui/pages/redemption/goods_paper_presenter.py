from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.goods.paper import PriceList, price_list_pages
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.goods.sheets import price_list_workbook
from passbook_desk.features.redemption.stock.purchase import purchase_list
from passbook_desk.features.redemption.stock.purchase_paper import PurchaseSheet, purchase_pages
from passbook_desk.features.redemption.stock.purchase_sheets import purchase_workbook
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk

PRICES: Final = "prices"
PURCHASE: Final = "purchase"

GoodsSheet = PriceList | PurchaseSheet


class GoodsPaperView(Protocol):
    def show_pages(self, sheet: GoodsSheet, pages: Sequence[Page]) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class GoodsPaperPresenter:
    """Draws the price list or the purchase list; the workbook has what the pages have."""

    def __init__(
        self, desk: Desk, view: GoodsPaperView, jobs: Jobs, clock: Clock, fontbook: FontBook
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._sheet: GoodsSheet | None = None
        self._asked = 0

    def draw(self, what: str, label: str) -> None:
        """Draw `PRICES` or `PURCHASE`; pages that come late are dropped."""
        self._asked += 1
        asked = self._asked

        def shown(pages: tuple[Page, ...]) -> None:
            if asked == self._asked and self._sheet is not None:
                self._view.show_pages(self._sheet, pages)

        def press(sheet: GoodsSheet) -> None:
            if asked == self._asked:
                self._sheet = sheet
                self._jobs.press(lambda _: self._drawn(sheet), shown, self._view.show_problem, label)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _read(scope, what)), press, self._view.show_problem
        )

    def forget(self) -> None:
        """The clerk went on: pages still being drawn are not shown any more."""
        self._asked += 1

    def save_workbook(self, target: Path, label: str) -> None:
        """The list shown as a workbook."""
        sheet, created = self._sheet, self._clock.now()
        if sheet is None:
            return

        def write(_: Progress) -> Path:
            workbook = (
                price_list_workbook(sheet) if isinstance(sheet, PriceList) else purchase_workbook(sheet)
            )
            write_xlsx(workbook, target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)

    def _drawn(self, sheet: GoodsSheet) -> tuple[Page, ...]:
        if isinstance(sheet, PriceList):
            pages = price_list_pages(sheet, self._measure)
        else:
            pages = purchase_pages(sheet, self._measure)
        check_pages(pages, self._fontbook)
        return pages


def _read(scope: Any, what: str) -> GoodsSheet:
    place = village(scope)
    if what == PURCHASE:
        return PurchaseSheet(place.name, scope.today, purchase_list(scope))
    return PriceList(place.name, place.issuer, scope.today, goods_rows(scope))
