from collections.abc import Sequence
from typing import Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.features.redemption.stocktake.paper import stocktake_pages
from passbook_desk.features.redemption.stocktake.queries import stocktake_sheet
from passbook_desk.features.redemption.stocktake.values import StocktakeSheet
from passbook_desk.features.redemption.stocktake.words import file_name
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


class StocktakePaperView(Protocol):
    def show_pages(self, called: str, pages: Sequence[Page]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class StocktakePaperPresenter:
    """盘点表 as pages; pages that come late are dropped."""

    def __init__(self, desk: Desk, view: StocktakePaperView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._asked = 0

    def draw(self, stocktake_id: int, blind: bool, label: str) -> None:
        """The paper to count on, or the result."""
        self._asked += 1
        asked = self._asked

        def drawn(sheet: StocktakeSheet) -> None:
            def draw(_: Progress) -> tuple[Page, ...]:
                pages = stocktake_pages(sheet, self._measure)
                check_pages(pages, self._fontbook)
                return pages

            def done(pages: tuple[Page, ...]) -> None:
                if asked == self._asked:
                    self._view.show_pages(file_name(sheet), pages)

            self._jobs.press(draw, done, self._view.show_problem, label)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: stocktake_sheet(scope, stocktake_id, blind=blind)),
            drawn,
            self._view.show_problem,
        )
