from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.stock.commands import take_paper_back
from passbook_desk.features.redemption.stock.queries import paper_by_id
from passbook_desk.features.redemption.stock.sheets import stock_paper_workbook
from passbook_desk.features.redemption.stock.values import PaperRow
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


class StockCardView(Protocol):
    def show_paper(self, paper: PaperRow) -> None: ...
    def show_taken_back(self, paper: PaperRow) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class StockCardPresenter:
    """One paper: shows it, writes it as a workbook, takes it back."""

    def __init__(self, desk: Desk, view: StockCardView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock

    def load(self, paper_id: int) -> None:
        """Show the paper as it is now."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: paper_by_id(scope, paper_id)),
            self._view.show_paper,
            self._view.show_problem,
        )

    def take_back(self, paper_id: int, reason: str) -> None:
        """Take everything on it back, or nothing."""

        def work() -> PaperRow:
            self._desk.do(lambda tx: take_paper_back(tx, paper_id, reason))
            return self._desk.ask(lambda scope: paper_by_id(scope, paper_id))

        self._jobs.desk(work, self._view.show_taken_back, self._view.show_problem)

    def save_workbook(self, paper: PaperRow, target: Path, label: str) -> None:
        """The paper shown as a workbook."""
        created = self._clock.now()

        def write(name: Any) -> None:
            def work(_: Progress) -> Path:
                write_xlsx(stock_paper_workbook(paper, name), target, created)
                return target

            self._jobs.press(work, self._view.show_saved, self._view.show_problem, label)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: village(scope).name), write, self._view.show_problem
        )
