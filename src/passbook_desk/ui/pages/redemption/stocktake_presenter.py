"""One stocktake: counting blind, comparing, confirming by a second person, taking back."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.goods.errors import UnknownGoods
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    drop_stocktake,
    explain_difference,
    reverse_stocktake,
)
from passbook_desk.features.redemption.stocktake.queries import (
    count_history,
    operators_counting,
    stocktake_card,
    stocktake_sheet,
)
from passbook_desk.features.redemption.stocktake.sheets import stocktake_workbook
from passbook_desk.features.redemption.stocktake.values import (
    ConfirmStocktake,
    Count,
    CountEntry,
    CountRow,
    StocktakeCard,
    StocktakeSheet,
)
from passbook_desk.features.redemption.stocktake.words import file_name
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.points import NotANumber
from passbook_desk.kernel.search import fold, initials, readings, spelled
from passbook_desk.ui.kit.ports import Desk

_PRODUCT: Final = re.compile(r"\d+(\*\d+)?")
_BARCODE: Final = re.compile(r"\d{8,}")
"""No shelf holds that many pieces: somebody scanned."""


@dataclass(frozen=True, slots=True)
class StocktakeFound:
    """A stocktake as the page shows it; `own` counts are of who works now."""

    card: StocktakeCard
    history: tuple[CountEntry, ...]
    single_clerk: bool
    own: bool


class StocktakeView(Protocol):
    def show_found(self, found: StocktakeFound) -> None: ...
    def show_row(self, row: CountRow) -> None:
        """A row was counted or explained; the rest is as it was."""
        ...

    def stand_on(self, goods_id: int) -> None:
        """A barcode was scanned: this is its row."""
        ...

    def show_saved(self, target: Path) -> None: ...
    def show_done(self) -> None:
        """It was confirmed, dropped or taken back."""
        ...

    def show_problem(self, error: BaseException) -> None: ...


class StocktakePresenter:
    """Every count is written at once; what is shown meanwhile is what was typed."""

    def __init__(self, desk: Desk, view: StocktakeView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._id = 0
        self._rows: dict[int, CountRow] = {}
        self._writing = 0
        self._asked = 0

    def open(self, stocktake_id: int) -> None:
        """Show this stocktake."""
        self._id, self._rows = stocktake_id, {}
        self.load()

    def load(self) -> None:
        """Show it as it is now; an answer from before what was typed last is dropped."""
        self._asked += 1
        asked, wanted = self._asked, self._id

        def found(scope: Any) -> StocktakeFound:
            return StocktakeFound(
                stocktake_card(scope, wanted),
                count_history(scope, wanted),
                policy(scope).single_clerk,
                self._desk.actor().operator_id in operators_counting(scope, wanted),
            )

        def shown(answer: StocktakeFound) -> None:
            if asked == self._asked and not self._writing:
                self._rows = {row.goods_id: row for row in answer.card.rows}
                self._view.show_found(answer)

        self._jobs.desk(lambda: self._desk.ask(found), shown, self._view.show_problem)

    def take(self, row: CountRow, text: str) -> bool:
        """What was typed into the cell of a row: a count, which is written at once, or a scanned barcode.

        False when it is neither, which is told, or when the clerk now stands elsewhere.
        """
        plain = fold(text)
        scanned = next((each for each in self._rows.values() if plain and plain == fold(each.barcode)), None)
        if scanned is not None:
            self._view.stand_on(scanned.goods_id)
            return False
        try:
            if _BARCODE.fullmatch(plain):
                raise UnknownGoods(field="goods", code=plain)
            quantity = read_pieces(text)
        except (UnknownGoods, NotANumber) as error:
            self._view.show_problem(error)
            return False
        wanted = self._id
        self._show(replace(row, counted=quantity, book=None, reason="", outdated=False))
        self._write(lambda tx: count_goods(tx, wanted, [Count(row.goods_id, quantity)]))
        return True

    def explain(self, row: CountRow, reason: str) -> None:
        """Why a row differs."""
        wanted = self._id
        self._show(replace(row, reason=reason))
        self._write(lambda tx: explain_difference(tx, wanted, row.goods_id, reason))

    def meant(self, text: str) -> CountRow | None:
        """The row scanned or looked for: barcode or code whole, a part of the name, pinyin from its start."""
        wanted = fold(text)
        if not wanted:
            return None
        rows = list(self._rows.values())
        for row in rows:
            if wanted in (fold(row.barcode), fold(row.code)):
                return row
        return next((row for row in rows if _is_called(row, text)), None)

    def confirm(
        self, command: ConfirmStocktake, done: Callable[[], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Let the differences change the stock."""
        self._end(lambda tx: confirm_stocktake(tx, command), done, failed)

    def drop(self, reason: str) -> None:
        """Give the count up."""
        wanted = self._id
        self._end(
            lambda tx: drop_stocktake(tx, wanted, reason), self._view.show_done, self._view.show_problem
        )

    def take_back(self, reason: str) -> None:
        """Take a confirmed stocktake back."""
        wanted = self._id
        self._end(
            lambda tx: reverse_stocktake(tx, wanted, reason), self._view.show_done, self._view.show_problem
        )

    def save_workbook(self, blind: bool, pick: Callable[[str], Path | None], label: str) -> None:
        """The same as a workbook; `pick` asks where to, by the name of the file."""
        created, wanted = self._clock.now(), self._id

        def written(sheet: StocktakeSheet) -> None:
            target = pick(f"{file_name(sheet)}.xlsx")
            if target is None:
                return
            self._jobs.press(
                lambda _: write_xlsx(stocktake_workbook(sheet), target, created),
                lambda _: self._view.show_saved(target),
                self._view.show_problem,
                label,
            )

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: stocktake_sheet(scope, wanted, blind=blind)),
            written,
            self._view.show_problem,
        )

    def _show(self, row: CountRow) -> None:
        self._rows[row.goods_id] = row
        self._view.show_row(row)

    def _write(self, command: Callable[[Any], None]) -> None:
        self._writing += 1

        def done(_: None) -> None:
            self._writing -= 1

        def failed(error: BaseException) -> None:
            self._writing -= 1
            self._view.show_problem(error)
            self.load()

        self._jobs.desk(lambda: self._desk.do(command), done, failed)

    def _end(
        self,
        command: Callable[[Any], None],
        done: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._jobs.desk(lambda: self._desk.do(command), lambda _: done(), failed)


def read_pieces(text: str) -> int:
    """Pieces as they are counted: 12, 12+5 from two places, 3*24+7 with full boxes. Raises NotANumber."""
    plain = fold(text).replace("×", "*").replace("x", "*")
    parts = plain.split("+")
    if not all(_PRODUCT.fullmatch(part) for part in parts):
        raise NotANumber(text=text)
    pieces = 0
    for part in parts:
        each, _, times = part.partition("*")
        pieces += int(each) * int(times or 1)
    return pieces


def _is_called(row: CountRow, text: str) -> bool:
    letters = spelled(text)
    said = (*initials(row.name).split(), *readings(row.name))
    return fold(text) in fold(row.called) or (
        letters.isascii() and bool(letters) and any(each.startswith(letters) for each in said)
    )
