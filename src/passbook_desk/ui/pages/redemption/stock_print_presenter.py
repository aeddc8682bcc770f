"""A paper of stock, or the stock ledger of some days, as pages."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.features.redemption.stock.ledger import StockLedger, stock_ledger_sheet
from passbook_desk.features.redemption.stock.paper import stock_ledger_pages, stock_paper_pages
from passbook_desk.features.redemption.stock.queries import paper_by_id
from passbook_desk.features.redemption.stock.values import PaperRow
from passbook_desk.features.redemption.stock.words import ledger_title, span_words, title
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.kernel.period import DateSpan
from passbook_desk.ui.kit.ports import Desk


class StockPrintView(Protocol):
    def show_pages(self, called: str, pages: Sequence[Page]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class StockPrintPresenter:
    """Reads on the desk, draws in the press; pages that come late are dropped."""

    def __init__(self, desk: Desk, view: StockPrintView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._asked = 0

    def draw_paper(self, paper_id: int, label: str) -> None:
        """A receipt, a write-off, a transfer, with its copies."""

        def draw(found: tuple[PaperRow, str]) -> tuple[str, tuple[Page, ...]]:
            paper, name = found
            return f"{title(paper, name)} {paper.number}", stock_paper_pages(paper, name, self._measure)

        self._draw(lambda scope: (paper_by_id(scope, paper_id), village(scope).name), draw, label)

    def draw_ledger(self, span: DateSpan, outlet_id: int | None, label: str) -> None:
        """The ledger of these days, at one place or at all together."""

        def draw(ledger: StockLedger) -> tuple[str, tuple[Page, ...]]:
            called = f"{ledger_title(ledger)} {span_words(ledger.span)}"
            return called, stock_ledger_pages(ledger, self._measure)

        self._draw(lambda scope: stock_ledger_sheet(scope, span, outlet_id), draw, label)

    def _draw(
        self,
        query: Callable[[Any], Any],
        draw: Callable[[Any], tuple[str, tuple[Page, ...]]],
        label: str,
    ) -> None:
        self._asked += 1
        asked = self._asked

        def press(found: Any) -> None:
            def work(_: Progress) -> tuple[str, tuple[Page, ...]]:
                called, pages = draw(found)
                check_pages(pages, self._fontbook)
                return called, pages

            self._jobs.press(work, done, self._view.show_problem, label)

        def done(drawn: tuple[str, tuple[Page, ...]]) -> None:
            if asked == self._asked:
                self._view.show_pages(*drawn)

        self._jobs.desk(lambda: self._desk.ask(query), press, self._view.show_problem)
