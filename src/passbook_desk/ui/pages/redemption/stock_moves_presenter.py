from typing import Protocol

from passbook_desk.features.redemption.stock.ledger import GoodsMoves, goods_moves
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.period import DateSpan
from passbook_desk.ui.kit.ports import Desk


class StockMovesView(Protocol):
    def show_moves(self, found: GoodsMoves) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class StockMovesPresenter:
    """What moved of one kind of goods; an answer that comes late is dropped."""

    def __init__(self, desk: Desk, view: StockMovesView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._asked = 0

    def load(self, goods_id: int, span: DateSpan, outlet_id: int | None) -> None:
        """Movements of these days with the stock after each."""
        self._asked += 1
        asked = self._asked

        def done(found: GoodsMoves) -> None:
            if asked == self._asked:
                self._view.show_moves(found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: goods_moves(scope, goods_id, span, outlet_id)),
            done,
            self._view.show_problem,
        )
