"""库存: papers, batches and the ledger of some days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.features.redemption.stock.ledger import StockLedger, stock_ledger_sheet
from passbook_desk.features.redemption.stock.queries import batches, papers
from passbook_desk.features.redemption.stock.sheets import stock_ledger_workbook
from passbook_desk.features.redemption.stock.values import BatchRow, PaperRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.kernel.period import DateSpan
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class StockFound:
    """Papers, newest first; batches, empty ones too; all places to redeem, closed ones too."""

    today: date
    papers: Sequence[PaperRow]
    batches: Sequence[BatchRow]
    outlets: Sequence[OutletRow]


class StockView(Protocol):
    def show_stock(self, found: StockFound) -> None: ...
    def show_ledger(self, ledger: StockLedger) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class StockPresenter:
    """Reads what there is; an answer that comes late is dropped."""

    def __init__(self, desk: Desk, view: StockView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._ledger: StockLedger | None = None
        self._asked = 0

    def load(self) -> None:
        """Papers, batches and places."""
        self._jobs.desk(lambda: self._desk.ask(_found), self._view.show_stock, self._view.show_problem)

    def load_ledger(self, span: DateSpan, outlet_id: int | None) -> None:
        """The ledger of these days, at one place or at all together."""
        self._asked += 1
        asked = self._asked

        def done(ledger: StockLedger) -> None:
            if asked == self._asked:
                self._ledger = ledger
                self._view.show_ledger(ledger)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: stock_ledger_sheet(scope, span, outlet_id)),
            done,
            self._view.show_problem,
        )

    def save_ledger(self, target: Path, label: str) -> None:
        """The ledger shown as a workbook."""
        ledger, created = self._ledger, self._clock.now()
        if ledger is None:
            return

        def write(_: Progress) -> Path:
            write_xlsx(stock_ledger_workbook(ledger), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)


def _found(scope: Any) -> StockFound:
    return StockFound(
        today=scope.today,
        papers=papers(scope),
        batches=batches(scope, empty_too=True),
        outlets=outlets(scope, retired_too=True),
    )
