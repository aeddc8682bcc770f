"""One kind of goods: what is said of it, its prices, its pieces, its picture, who waits for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Protocol

from passbook_desk.features.redemption.goods.commands import retire_goods, save_goods, set_price
from passbook_desk.features.redemption.goods.demands import DemandRow, demands
from passbook_desk.features.redemption.goods.errors import UnknownGoods
from passbook_desk.features.redemption.goods.pictures import pictures, set_picture
from passbook_desk.features.redemption.goods.queries import goods_rows, outlets, prices
from passbook_desk.features.redemption.goods.rules import next_code
from passbook_desk.features.redemption.goods.values import GoodsRow, PriceRow, SaveGoods, SetPrice
from passbook_desk.features.redemption.goods.words import USUAL_UNITS
from passbook_desk.features.redemption.stock.queries import batches, moves
from passbook_desk.features.redemption.stock.values import BatchRow, MoveRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.ports import Desk

_MOVES_SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What goods of the village are sorted and counted by, for the boxes of the form; and the next code."""

    code: str
    categories: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoodsCard:
    """Everything about one kind of goods. Prices and movements stand newest first."""

    goods: GoodsRow
    prices: tuple[PriceRow, ...]
    picture: bytes
    batches: tuple[BatchRow, ...]
    outlets: dict[int, str]
    moves: tuple[MoveRow, ...]
    waiting: tuple[DemandRow, ...]
    known: KnownWords
    today: date


@dataclass(frozen=True, slots=True)
class FirstPrice:
    """The price that new goods begin with."""

    points: Points
    from_on: date
    reference: str


class GoodsItemView(Protocol):
    def show_new(self, known: KnownWords) -> None: ...
    def show_card(self, card: GoodsCard) -> None: ...
    def show_saved(self, goods_id: int) -> None: ...
    def show_refused(self, error: BaseException) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class GoodsItemPresenter:
    """Reads the card and carries out what is done to goods; `reads` makes a small JPEG of a file."""

    def __init__(
        self, desk: Desk, view: GoodsItemView, jobs: Jobs, clock: Clock, reads: Callable[[Path], bytes]
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._reads = reads
        self._goods_id: int | None = None
        self._uid = new_uid()

    def open(self, goods_id: int | None) -> None:
        """Show goods, or with None an empty form for new ones."""
        self._goods_id = goods_id
        if goods_id is None:
            self._uid = new_uid()
        self.load()

    def load(self) -> None:
        """Read anew; what comes late, after other goods were opened, is dropped."""
        goods_id = self._goods_id

        def done(read: GoodsCard | KnownWords) -> None:
            if goods_id != self._goods_id:
                return
            if isinstance(read, GoodsCard):
                self._view.show_card(read)
            else:
                self._view.show_new(read)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _read(scope, goods_id)), done, self._view.show_problem
        )

    @property
    def uid(self) -> str:
        """The identity of the goods that the form makes, so that a second try makes none (DECISIONS 15)."""
        return self._uid

    def save(self, command: SaveGoods, first: FirstPrice | None) -> None:
        """Make the goods with their first price, or change what is said of them."""

        def write(tx: Any) -> int:
            goods_id = save_goods(tx, command)
            if first is not None:
                set_price(
                    tx,
                    SetPrice(f"{command.uid}-1", goods_id, first.points, first.from_on, first.reference),
                )
            return goods_id

        self._jobs.desk(lambda: self._desk.do(write), self._view.show_saved, self._view.show_refused)

    def set_price(
        self, command: SetPrice, saved: Callable[[], None], refused: Callable[[BaseException], None]
    ) -> None:
        """Let a piece cost so much from a day on."""

        def done(_: None) -> None:
            saved()
            self.load()

        self._jobs.desk(lambda: self._desk.do(lambda tx: set_price(tx, command)), done, refused)

    def retire(self, goods_id: int, done: Callable[[], None]) -> None:
        """Take the goods off the counter from today on."""
        self._do(lambda tx: retire_goods(tx, goods_id, tx.today), done)

    def put_back(self, goods_id: int, done: Callable[[], None]) -> None:
        """Put the goods on the counter again."""
        self._do(lambda tx: retire_goods(tx, goods_id, None), done)

    def keep_picture(self, goods_id: int, path: Path, label: str) -> None:
        """Keep a picture from a file, made smaller before; `label` is said while it is read."""
        uid = new_uid()

        def write(content: bytes) -> None:
            self._do(lambda tx: set_picture(tx, uid, goods_id, content), lambda: None)

        self._jobs.press(lambda _: self._reads(path), write, self._view.show_problem, label)

    def strike_picture(self, goods_id: int) -> None:
        """Take the picture out."""
        uid = new_uid()
        self._do(lambda tx: set_picture(tx, uid, goods_id, b""), lambda: None)

    def _do(self, command: Callable[[Any], None], done: Callable[[], None]) -> None:
        def carried_out(_: None) -> None:
            done()
            self.load()

        self._jobs.desk(lambda: self._desk.do(command), carried_out, self._view.show_problem)


def _read(scope: Any, goods_id: int | None) -> GoodsCard | KnownWords:
    every = goods_rows(scope, retired_too=True)
    known = KnownWords(
        next_code(row.code for row in every),
        tuple(dict.fromkeys(row.category for row in every if row.category)),
        tuple(dict.fromkeys((*(row.unit for row in every), *USUAL_UNITS))),
    )
    if goods_id is None:
        return known
    row = next((each for each in every if each.id == goods_id), None)
    if row is None:
        raise UnknownGoods(field="goods", code=str(goods_id))
    return GoodsCard(
        goods=row,
        prices=tuple(reversed(prices(scope, (goods_id,)).get(goods_id, ()))),
        picture=pictures(scope, (goods_id,)).get(goods_id, b""),
        batches=batches(scope, goods_id),
        outlets={outlet.id: outlet.name for outlet in outlets(scope, retired_too=True)},
        moves=moves(scope, goods_id=goods_id, limit=_MOVES_SHOWN),
        waiting=tuple(each for each in demands(scope) if each.goods_id == goods_id),
        known=known,
        today=scope.today,
    )
