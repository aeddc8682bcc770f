from collections.abc import Callable, Sequence
from typing import Any, Protocol

from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.features.redemption.stocktake.commands import start_stocktake
from passbook_desk.features.redemption.stocktake.queries import stocktakes
from passbook_desk.features.redemption.stocktake.values import StartStocktake, StocktakeRow
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


class StocktakesView(Protocol):
    def show_stocktakes(self, rows: Sequence[StocktakeRow], places: Sequence[OutletRow]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class StocktakesPresenter:
    """Every stocktake, and where another one can begin."""

    def __init__(self, desk: Desk, view: StocktakesView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs

    def load(self) -> None:
        """List them, the newest first."""

        def asked(scope: Any) -> tuple[Sequence[StocktakeRow], Sequence[OutletRow]]:
            return stocktakes(scope), outlets(scope)

        self._jobs.desk(
            lambda: self._desk.ask(asked),
            lambda found: self._view.show_stocktakes(*found),
            self._view.show_problem,
        )

    def begin(
        self,
        command: StartStocktake,
        done: Callable[[int], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Begin to count; `done` gets the id."""
        self._jobs.desk(lambda: self._desk.do(lambda tx: start_stocktake(tx, command)), done, failed)
