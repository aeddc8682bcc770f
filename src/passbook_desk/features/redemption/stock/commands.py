from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from passbook_desk.db.store import Tx
from passbook_desk.features.redemption.goods.commands import goods_by_id, open_outlet, outlet_by_id
from passbook_desk.features.redemption.goods.demands import meet_demands
from passbook_desk.features.redemption.goods.errors import GoodsTextTooLong
from passbook_desk.features.redemption.goods.rules import MOST_CHARACTERS, MOST_PIECES
from passbook_desk.features.redemption.goods.values import GoodsKind
from passbook_desk.features.redemption.model import Goods, StockBatch, StockMove, StockPaper
from passbook_desk.features.redemption.stock.errors import (
    DonorMissing,
    ExpiredOnArrival,
    NotExpired,
    NothingMoved,
    NotStocked,
    NotThereThen,
    PaperTakenBack,
    SameOutlet,
    ShortOfStock,
    SignersMissing,
    StockDayInFuture,
    StockReasonMissing,
    UnknownStockPaper,
    WrongQuantity,
)
from passbook_desk.features.redemption.stock.queries import batches, least_since
from passbook_desk.features.redemption.stock.rules import Taken, first_expiring
from passbook_desk.features.redemption.stock.values import (
    BatchRow,
    MoveGoods,
    MoveKind,
    PaperKind,
    ReceiveGoods,
    TakenItem,
    WriteOff,
)
from passbook_desk.features.redemption.stock.writing import DraftMove, reversals, write_moves
from passbook_desk.features.village.commands import next_number
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic

_PREFIX = {
    PaperKind.OPENING: "QC",
    PaperKind.BOUGHT: "RK",
    PaperKind.DONATED: "RK",
    PaperKind.TRANSFERRED: "RK",
    PaperKind.MOVED: "DB",
    PaperKind.DAMAGED: "BS",
    PaperKind.EXPIRED: "BS",
    PaperKind.RETURNED: "TH",
}
"""期初, 入库, 调拨, 报损, 退货: the letters by which a number tells its paper."""


def receive_goods(tx: Tx, command: ReceiveGoods, batch_id: int | None = None) -> int:
    """Take goods in by a receipt; returns its id. The same act again writes nothing.

    Bought and donated goods name who they come from and both who sign (domain §3). Raises NothingMoved,
    DonorMissing, SignersMissing, GoodsTextTooLong, StockDayInFuture, WrongQuantity, NotStocked,
    ExpiredOnArrival, UnknownGoods, UnknownOutlet, OutletClosed.
    """
    tx.require(Act.STOCK)
    kept = _kept(tx, command)
    if kept is not None:
        return kept
    _check_day(tx, command.done_on)
    if command.kind is not PaperKind.OPENING:
        _check_signed(command)
    outlet = open_outlet(tx, command.outlet_id)
    paper = _paper(tx, command.uid, command.kind, outlet.id, command, batch_id)
    drafts = []
    for place, item in enumerate(command.items, 1):
        goods = _stocked(tx, item.goods_id, item.quantity, place)
        opening = command.kind is PaperKind.OPENING
        if item.expires_on is not None and item.expires_on < command.done_on and not opening:
            raise ExpiredOnArrival(field="expires_on", name=goods.name, expires_on=item.expires_on)
        number = tx.session.scalar(
            select(func.coalesce(func.max(StockBatch.number), 0)).where(StockBatch.goods_id == goods.id)
        )
        batch = StockBatch(
            uid=f"{command.uid}-{place}",
            goods_id=goods.id,
            number=(number or 0) + 1,
            paper_id=paper.id,
            expires_on=item.expires_on,
            cost=item.cost,
        )
        tx.session.add(batch)
        tx.session.flush()  # the movement carries the batch's id
        drafts.append(
            DraftMove(batch.id, outlet.id, MoveKind.IN, item.quantity, command.done_on, paper_id=paper.id)
        )
    write_moves(tx, drafts)
    meet_demands(tx, {item.goods_id for item in command.items})
    return paper.id


def write_off(tx: Tx, command: WriteOff) -> int:
    """Take damaged or expired pieces out of stock, or give some back; returns the paper's id.

    What goes back names where it goes and both who sign. Raises NothingMoved, StockReasonMissing,
    DonorMissing, SignersMissing, GoodsTextTooLong, StockDayInFuture, WrongQuantity, NotStocked, ShortOfStock,
    NotThereThen, NotExpired.
    """
    tx.require(Act.STOCK)
    kept = _kept(tx, command)
    if kept is not None:
        return kept
    if not command.words.strip():
        raise StockReasonMissing(field="words")
    if command.kind is PaperKind.RETURNED:
        _check_signed(command)
    _check_day(tx, command.done_on)
    outlet = outlet_by_id(tx, command.outlet_id)
    paper = _paper(tx, command.uid, command.kind, outlet.id, command)
    drafts: list[DraftMove] = []
    gone = Counter[int]()
    for place, item in enumerate(command.items, 1):
        goods = _stocked(tx, item.goods_id, item.quantity, place)
        held = _held(tx, item, outlet.id, gone)
        if command.kind is PaperKind.EXPIRED:
            held = tuple(batch for batch in held if batch.expired(command.done_on))
            if not held:
                raise NotExpired(field="goods", name=goods.name)
        drafts += _out(_taken(tx, goods, item, held, gone), outlet.id, command, paper)
    _check_there_then(tx, command.items, outlet.id, command.done_on)
    write_moves(tx, drafts)
    return paper.id


def move_goods(tx: Tx, command: MoveGoods) -> int:
    """Bring pieces from one outlet to another, batch by batch; returns the paper's id.

    Raises NothingMoved, SameOutlet, OutletClosed, SignersMissing, GoodsTextTooLong, StockDayInFuture,
    WrongQuantity, NotStocked, ShortOfStock, NotThereThen.
    """
    tx.require(Act.STOCK)
    kept = _kept(tx, command)
    if kept is not None:
        return kept
    if command.from_outlet_id == command.to_outlet_id:
        raise SameOutlet(field="to_outlet")
    _check_signers(command)
    _check_day(tx, command.done_on)
    source, target = outlet_by_id(tx, command.from_outlet_id), open_outlet(tx, command.to_outlet_id)
    paper = _paper(tx, command.uid, PaperKind.MOVED, source.id, command, from_whom=target.name)
    drafts: list[DraftMove] = []
    gone = Counter[int]()
    for place, item in enumerate(command.items, 1):
        goods = _stocked(tx, item.goods_id, item.quantity, place)
        for each in _taken(tx, goods, item, _held(tx, item, source.id, gone), gone):
            drafts += (
                DraftMove(each.batch_id, place_id, kind, quantity, command.done_on, paper_id=paper.id)
                for place_id, kind, quantity in (
                    (source.id, MoveKind.OUT, -each.quantity),
                    (target.id, MoveKind.IN, each.quantity),
                )
            )
    _check_there_then(tx, command.items, source.id, command.done_on)
    write_moves(tx, drafts)
    meet_demands(tx, {item.goods_id for item in command.items})
    return paper.id


def take_paper_back(tx: Tx, paper_id: int, reason: str) -> None:
    """Take a receipt, write-off or transfer back as a whole.

    Raises UnknownStockPaper, PaperTakenBack, StockReasonMissing, GoodsTextTooLong, ShortOfStock when pieces
    are gone already, OutletClosed when they would come back to a place that was given up.
    """
    tx.require(Act.STOCK)
    paper = tx.session.get(StockPaper, paper_id)
    if paper is None or paper.village_id != tx.village_id:
        raise UnknownStockPaper(field="paper", number=str(paper_id))
    if not reason.strip():
        raise StockReasonMissing(field="reason")
    if len(reason.strip()) > MOST_CHARACTERS:
        raise GoodsTextTooLong(field="reason", most=MOST_CHARACTERS)
    moves = tx.session.scalars(
        select(StockMove).where(StockMove.paper_id == paper.id).order_by(StockMove.number)
    ).all()
    if any(move.reverses_id is not None for move in moves):
        raise PaperTakenBack(number=paper.number)
    brought = Counter[tuple[int, int]]()
    for move in moves:
        brought[move.batch_id, move.outlet_id] += move.quantity
    levels = {(row.id, row.outlet_id): row for row in batches(tx, empty_too=True)}
    for place, quantity in brought.items():
        held = levels[place]
        if held.quantity < quantity:
            raise ShortOfStock(field="paper", name=held.goods_name, stock=held.quantity, wanted=quantity)
        if quantity < 0:
            open_outlet(tx, held.outlet_id)
    write_moves(tx, reversals(list(reversed(moves)), tx.today, reason))


def _check_signed(command: ReceiveGoods | WriteOff) -> None:
    if not command.from_whom.strip():
        raise DonorMissing(field="from_whom")
    _check_signers(command)


def _check_signers(command: ReceiveGoods | WriteOff | MoveGoods) -> None:
    for field in ("handed_by", "received_by"):
        if not getattr(command, field).strip():
            raise SignersMissing(field=field)


def _kept(tx: Tx, command: ReceiveGoods | WriteOff | MoveGoods) -> int | None:
    """The paper that the same act wrote before. Raises NothingMoved for a new one without lines."""
    kept = tx.session.scalar(select(StockPaper.id).where(StockPaper.uid == command.uid))
    if kept is None and not command.items:
        raise NothingMoved(field="goods")
    return kept


def _check_day(tx: Tx, day: date) -> None:
    if day > tx.today:
        raise StockDayInFuture(field="done_on", day=day, today=tx.today)


def _paper(
    tx: Tx,
    uid: str,
    kind: PaperKind,
    outlet_id: int,
    command: ReceiveGoods | WriteOff | MoveGoods,
    batch_id: int | None = None,
    from_whom: str = "",
) -> StockPaper:
    texts = {
        field: getattr(command, field, "").strip()
        for field in ("from_whom", "handed_by", "received_by", "reference", "words")
    }
    for field, text in texts.items():
        if len(text) > MOST_CHARACTERS:
            raise GoodsTextTooLong(field=field, most=MOST_CHARACTERS)
    series = f"stock-{_PREFIX[kind]}:{tx.today.year}"
    paper = StockPaper(
        village_id=tx.village_id,
        uid=uid,
        number=f"{_PREFIX[kind]}{tx.today.year}-{next_number(tx, series):03d}",
        kind=kind.value,
        outlet_id=outlet_id,
        done_on=command.done_on,
        from_whom=from_whom or texts["from_whom"],
        handed_by=texts["handed_by"],
        received_by=texts["received_by"],
        reference=texts["reference"],
        words=texts["words"],
        batch_id=batch_id,
        recorded_at=tx.now,
        recorded_by=tx.actor.operator_id,
    )
    tx.session.add(paper)
    tx.session.flush()  # batches and movements carry the paper's id
    tx.touched.add(Topic.GOODS)
    return paper


def _stocked(tx: Tx, goods_id: int, quantity: int, place: int) -> Goods:
    goods = goods_by_id(tx, goods_id)
    if goods.kind != GoodsKind.GOODS:
        raise NotStocked(field="goods", name=goods.name)
    if not 1 <= quantity <= MOST_PIECES:
        raise WrongQuantity(field="quantity", most=MOST_PIECES, row=place)
    return goods


def _held(tx: Tx, item: TakenItem, outlet_id: int, gone: Counter[int]) -> tuple[BatchRow, ...]:
    """Batches that can give the pieces, without what earlier lines of the same paper took from them."""
    return tuple(
        replace(batch, quantity=batch.quantity - gone[batch.id])
        for batch in batches(tx, item.goods_id, outlet_id)
        if item.batch_id in (None, batch.id)
    )


def _taken(
    tx: Tx, goods: Goods, item: TakenItem, held: Sequence[BatchRow], gone: Counter[int]
) -> tuple[Taken, ...]:
    """Pieces of these batches, expired ones too; `gone` grows by them."""
    taken = first_expiring(held, item.quantity, tx.today.min)
    if taken is None:
        stock = sum(batch.quantity for batch in held)
        raise ShortOfStock(field="goods", name=goods.name, stock=stock, wanted=item.quantity)
    gone.update(dict(taken))
    return taken


def _check_there_then(tx: Tx, items: Sequence[TakenItem], outlet_id: int, day: date) -> None:
    """What goes on an earlier day lay there then and ever since: no ledger of any days passes zero."""
    if day >= tx.today:
        return
    least, going = least_since(tx, outlet_id, day), Counter[int]()
    for item in items:
        going[item.goods_id] += item.quantity
        stock = max(least.get(item.goods_id, 0), 0)
        if going[item.goods_id] > stock:
            name = goods_by_id(tx, item.goods_id).name
            raise NotThereThen(field="done_on", name=name, day=day, stock=stock)


def _out(taken: Sequence[Taken], outlet_id: int, command: WriteOff, paper: StockPaper) -> list[DraftMove]:
    return [
        DraftMove(
            each.batch_id,
            outlet_id,
            MoveKind.OUT,
            -each.quantity,
            command.done_on,
            command.words,
            paper_id=paper.id,
        )
        for each in taken
    ]
