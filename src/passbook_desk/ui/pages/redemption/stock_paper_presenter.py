"""Filling in 入库单, 报损单, 退货单 and 调拨单: finding goods, the lines, saving."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from passbook_desk.features.redemption.goods.errors import UnknownGoods
from passbook_desk.features.redemption.goods.finding import goods_match
from passbook_desk.features.redemption.goods.queries import goods_rows, outlets, prices
from passbook_desk.features.redemption.goods.rules import MOST_PIECES, price_on
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow, PriceRow
from passbook_desk.features.redemption.stock.commands import (
    move_goods,
    receive_goods,
    take_paper_back,
    write_off,
)
from passbook_desk.features.redemption.stock.errors import ExpiredOnArrival, ShortOfStock, WrongQuantity
from passbook_desk.features.redemption.stock.queries import batches, paper_by_id
from passbook_desk.features.redemption.stock.values import (
    BatchRow,
    MoveGoods,
    PaperKind,
    PaperRow,
    ReceivedItem,
    ReceiveGoods,
    TakenItem,
    WriteOff,
)
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.points import Money, Points
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.redemption.stock_entry_values import (
    Draft,
    EntryLine,
    Family,
    Heading,
    Shelves,
    Totals,
    family_of,
    totals,
)

_MOST_OFFERED = 9


class StockPaperView(Protocol):
    def show_shelves(self, shelves: Shelves) -> None: ...
    def offer_goods(self, rows: Sequence[GoodsRow]) -> None: ...
    def show_lines(self, lines: Sequence[EntryLine], sums: Totals) -> None: ...
    def show_saved(self, paper: PaperRow) -> None: ...
    def show_taken_back(self, paper: PaperRow) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class StockPaperPresenter:
    """Keeps one draft for each family of papers until it is saved."""

    def __init__(self, desk: Desk, view: StockPaperView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._drafts = {family: Draft() for family in Family}
        self._kind = PaperKind.BOUGHT
        self._outlet_id = 0
        self._day = clock.today()
        self._shelves = Shelves((), (), ())
        self._prices: Mapping[int, tuple[PriceRow, ...]] = {}
        self._busy = False

    def begin(self, kind: PaperKind, then: Callable[[], None]) -> None:
        """Fill in a paper of a kind; what was not saved before is still there. `then` once it is shown."""
        self._kind = kind

        def done(found: tuple[Shelves, Mapping[int, tuple[PriceRow, ...]]]) -> None:
            self._shelves, self._prices = found
            self._renew()
            self._view.show_shelves(self._shelves)
            self._show()
            then()

        self._jobs.desk(lambda: self._desk.ask(_shelves), done, self._view.show_problem)

    def set_heading(self, kind: PaperKind, outlet_id: int, day: date | None) -> None:
        """Kind, place and day of the paper are others: what can be taken and what it costs follow."""
        self._kind, self._outlet_id = kind, outlet_id
        self._day = day or self._clock.today()
        self._renew()
        self._show()

    def find(self, text: str) -> None:
        """Goods that a text means; those whose code or barcode it is before all others."""
        found = [row for row in self._offered() if goods_match(row, text)]
        found.sort(key=lambda row: text not in (row.code, row.barcode))
        self._view.offer_goods(found[:_MOST_OFFERED])

    def held(self, goods: GoodsRow) -> tuple[BatchRow, ...]:
        """Batches of goods that can be taken from here, those that expire first before the others."""
        today = self._clock.today()
        return tuple(
            batch
            for batch in self._shelves.batches
            if batch.goods_id == goods.id
            and batch.outlet_id == self._outlet_id
            and (self._kind is not PaperKind.EXPIRED or batch.expired(today))
        )

    def add(
        self,
        goods: GoodsRow | None,
        quantity: int | None,
        expires_on: date | None = None,
        cost: Money | None = None,
        batch: BatchRow | None = None,
    ) -> bool:
        """Put pieces on the paper; False when it was said what is wrong with them."""
        if goods is None:
            return self._refuse(UnknownGoods(field="goods", code=""))
        line = EntryLine(goods, quantity or 0, expires_on, cost, batch, self._price(goods))
        same = next((place for place, each in enumerate(self._draft.lines) if each.same_as(line)), None)
        if same is not None:
            line = replace(line, quantity=line.quantity + self._draft.lines[same].quantity)
        wrong = self._wrong(line, (quantity or 0), same)
        if wrong is not None:
            return self._refuse(wrong)
        if same is None:
            self._draft.lines.append(line)
        else:
            self._draft.lines[same] = line
        self._show()
        return True

    def remove(self, line: EntryLine) -> None:
        """Take a line off the paper."""
        if line in self._draft.lines:
            self._draft.lines.remove(line)
            self._show()

    def fill_expired(self) -> int:
        """Put every expired batch of this place on the paper, whole; how many batches."""
        today = self._clock.today()
        goods = {row.id: row for row in self._shelves.goods}
        gone = [
            batch
            for batch in self._shelves.batches
            if batch.outlet_id == self._outlet_id and batch.expired(today) and batch.goods_id in goods
        ]
        self._draft.lines[:] = [
            EntryLine(
                goods[batch.goods_id],
                batch.quantity,
                batch=batch,
                price=self._price(goods[batch.goods_id]),
            )
            for batch in gone
        ]
        self._show()
        return len(gone)

    def save(self, heading: Heading) -> None:
        """Write the paper; while that runs a second call does nothing, later it finds what was written."""
        if self._busy:
            return
        self._busy = True
        family, draft = family_of(heading.kind), self._draft
        lines = tuple(draft.lines)

        def work() -> PaperRow:
            paper_id = self._desk.do(lambda tx: _write(tx, draft.uid, heading, lines))
            return self._desk.ask(lambda scope: paper_by_id(scope, paper_id))

        def done(paper: PaperRow) -> None:
            self._busy = False
            self._drafts[family] = Draft()
            self._view.show_saved(paper)

        def failed(error: BaseException) -> None:
            self._busy = False
            self._view.show_problem(error)

        self._jobs.desk(work, done, failed)

    def take_back(self, paper: PaperRow, reason: str) -> None:
        """Take back what was saved a moment ago."""

        def work() -> PaperRow:
            self._desk.do(lambda tx: take_paper_back(tx, paper.id, reason))
            return self._desk.ask(lambda scope: paper_by_id(scope, paper.id))

        self._jobs.desk(work, self._view.show_taken_back, self._view.show_problem)

    @property
    def _draft(self) -> Draft:
        return self._drafts[family_of(self._kind)]

    def _offered(self) -> list[GoodsRow]:
        """For what comes in all goods that are given out; for what goes those that lie here."""
        if self._kind.comes_in:
            return [row for row in self._shelves.goods if row.retired_on is None]
        return [row for row in self._shelves.goods if self.held(row)]

    def _price(self, goods: GoodsRow) -> Points | None:
        price = price_on(self._prices.get(goods.id, ()), self._day)
        return None if price is None else price.points

    def _renew(self) -> None:
        """Goods, batches and prices of the lines as they are now."""
        goods = {row.id: row for row in self._shelves.goods}
        held = {(batch.id, batch.outlet_id): batch for batch in self._shelves.batches}
        fresh = []
        for line in self._draft.lines:
            row = goods.get(line.goods.id, line.goods)
            batch = line.batch and held.get((line.batch.id, self._outlet_id))
            fresh.append(replace(line, goods=row, batch=batch, price=self._price(row)))
        self._draft.lines[:] = fresh

    def _wrong(self, line: EntryLine, added: int, same: int | None) -> UserError | None:
        place = len(self._draft.lines) + 1 if same is None else same + 1
        if not (added >= 1 and line.quantity <= MOST_PIECES):
            return WrongQuantity(field="quantity", most=MOST_PIECES, row=place)
        if self._kind.comes_in:
            gone = line.expires_on is not None and line.expires_on < self._day
            if gone and self._kind is not PaperKind.OPENING:
                return ExpiredOnArrival(field="expires_on", name=line.goods.name, expires_on=line.expires_on)
            return None
        others = [each for place, each in enumerate(self._draft.lines) if place != same]
        return self._short(line, [each for each in others if each.goods.id == line.goods.id])

    def _short(self, line: EntryLine, others: Sequence[EntryLine]) -> ShortOfStock | None:
        """Whether less lies here than all lines of these goods want."""
        held = self.held(line.goods)
        wanted = line.quantity + sum(each.quantity for each in others)
        whole = sum(batch.quantity for batch in held)
        if line.batch is not None and line.quantity > line.batch.quantity:
            wanted, whole = line.quantity, line.batch.quantity
        if wanted <= whole:
            return None
        return ShortOfStock(field="quantity", name=line.goods.name, stock=whole, wanted=wanted)

    def _refuse(self, error: UserError) -> bool:
        self._view.show_problem(error)
        return False

    def _show(self) -> None:
        self._view.show_lines(tuple(self._draft.lines), totals(self._draft.lines))


def _shelves(scope: Any) -> tuple[Shelves, Mapping[int, tuple[PriceRow, ...]]]:
    rows = tuple(row for row in goods_rows(scope, retired_too=True) if row.kind is GoodsKind.GOODS)
    return Shelves(rows, batches(scope), outlets(scope)), prices(scope, [row.id for row in rows])


def _write(tx: Any, uid: str, heading: Heading, lines: Sequence[EntryLine]) -> int:
    taken = tuple(
        TakenItem(line.goods.id, line.quantity, None if line.batch is None else line.batch.id)
        for line in sorted(lines, key=lambda each: each.batch is None)  # a batch that is named goes first
    )
    match family_of(heading.kind):
        case Family.IN:
            items = tuple(
                ReceivedItem(line.goods.id, line.quantity, line.expires_on, line.cost) for line in lines
            )
            return receive_goods(
                tx,
                ReceiveGoods(
                    uid=uid,
                    kind=heading.kind,
                    outlet_id=heading.outlet_id,
                    done_on=heading.done_on,
                    items=items,
                    from_whom=heading.from_whom,
                    handed_by=heading.handed_by,
                    received_by=heading.received_by,
                    reference=heading.reference,
                    words=heading.words,
                ),
            )
        case Family.OUT:
            return write_off(
                tx,
                WriteOff(
                    uid=uid,
                    kind=heading.kind,
                    outlet_id=heading.outlet_id,
                    done_on=heading.done_on,
                    items=taken,
                    words=heading.words,
                    from_whom=heading.from_whom,
                    handed_by=heading.handed_by,
                    received_by=heading.received_by,
                ),
            )
        case Family.MOVED:
            return move_goods(
                tx,
                MoveGoods(
                    uid=uid,
                    from_outlet_id=heading.outlet_id,
                    to_outlet_id=heading.to_outlet_id,
                    done_on=heading.done_on,
                    items=taken,
                    handed_by=heading.handed_by,
                    received_by=heading.received_by,
                    words=heading.words,
                ),
            )
