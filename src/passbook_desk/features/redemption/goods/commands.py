from datetime import date
from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Tx
from passbook_desk.features.redemption.goods.errors import (
    BarcodeTaken,
    GoodsCodeTaken,
    GoodsTextMissing,
    GoodsTextTooLong,
    KindInUse,
    LastOutlet,
    OutletClosed,
    OutletNameTaken,
    PriceBeforeEarlier,
    PriceNotPositive,
    PriceWasUsed,
    StillInStock,
    UnknownGoods,
    UnknownOutlet,
)
from passbook_desk.features.redemption.goods.rules import (
    MOST_CHARACTERS,
    check_goods,
    code_key,
    next_code,
    typed,
)
from passbook_desk.features.redemption.goods.values import SaveGoods, SetPrice
from passbook_desk.features.redemption.model import (
    Goods,
    GoodsPrice,
    Outlet,
    Slip,
    SlipItem,
    SlipUndo,
    StockBatch,
    StockLevel,
)
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO

FIRST_OUTLET: Final = "积分超市"


def save_goods(tx: Tx, command: SaveGoods, batch_id: int | None = None) -> int:
    """Make goods or change what is said of them; returns the id. The same `uid` again makes nothing new.

    `batch_id` is the import that brings them.

    Raises what check_goods raises, UnknownGoods, GoodsCodeTaken, BarcodeTaken, KindInUse.
    """
    tx.require(Act.GOODS)
    check_goods(command)
    kept = tx.session.scalar(select(Goods).where(Goods.uid == command.uid))
    if kept is not None and command.goods_id is None:
        return kept.id
    if command.goods_id is None:
        row = Goods(village_id=tx.village_id, uid=command.uid, code="", batch_id=batch_id, retired_on=None)
    else:
        row = goods_by_id(tx, command.goods_id)
        if row.kind != command.kind and _was_moved(tx, row.id):
            raise KindInUse(field="kind", name=row.name)
    code, barcode = typed(command.code) or row.code or next_code(_codes(tx)), typed(command.barcode)
    _check_free(tx, row, code, barcode)
    row.code, row.kind = code, command.kind.value
    row.name, row.spec, row.unit = command.name.strip(), command.spec.strip(), command.unit.strip()
    row.brand, row.category, row.barcode = command.brand.strip(), command.category.strip(), barcode
    row.shelf, row.shelf_months = command.shelf.strip(), command.shelf_months
    row.remark = command.remark.strip()
    row.reorder_least = command.reorder_least
    row.limit_count, row.limit_period = command.limit_count or None, command.limit_period.value
    tx.session.add(row)
    _have_outlet(tx)
    tx.session.flush()  # the id is the answer
    tx.touched.add(Topic.GOODS)
    return row.id


def set_price(tx: Tx, command: SetPrice) -> None:
    """Let a piece cost so much from a day on, later than every slip that stands at the price before.

    Raises UnknownGoods, PriceNotPositive, PriceBeforeEarlier, PriceWasUsed, GoodsTextTooLong.
    """
    tx.require(Act.GOODS)
    if tx.session.scalar(select(GoodsPrice.id).where(GoodsPrice.uid == command.uid)) is not None:
        return
    row = goods_by_id(tx, command.goods_id)
    if command.points <= ZERO:
        raise PriceNotPositive(field="points")
    if len(command.reference.strip()) > MOST_CHARACTERS:
        raise GoodsTextTooLong(field="reference", most=MOST_CHARACTERS)
    last = tx.session.scalar(
        select(GoodsPrice).where(GoodsPrice.goods_id == row.id).order_by(GoodsPrice.number.desc()).limit(1)
    )
    if last is not None and command.from_on < last.from_on:
        raise PriceBeforeEarlier(field="from_on", day=command.from_on, other_day=last.from_on)
    used_on = tx.session.scalar(
        select(func.max(Slip.redeemed_on))
        .join(SlipItem, SlipItem.slip_id == Slip.id)
        .outerjoin(SlipUndo, SlipUndo.slip_id == Slip.id)
        .where(SlipItem.goods_id == row.id, SlipUndo.id.is_(None))
    )
    if used_on is not None and command.from_on <= used_on:
        raise PriceWasUsed(field="from_on", day=command.from_on, other_day=used_on)
    tx.session.add(
        GoodsPrice(
            uid=command.uid,
            goods_id=row.id,
            number=1 if last is None else last.number + 1,
            points=command.points,
            from_on=command.from_on,
            reference=command.reference.strip(),
            set_at=tx.now,
            set_by=tx.actor.operator_id,
        )
    )
    tx.session.flush()  # the next price is numbered after it
    tx.touched.add(Topic.GOODS)


def retire_goods(tx: Tx, goods_id: int, retired_on: date | None) -> None:
    """Take goods off the counter, or put them back (None). Raises UnknownGoods, StillInStock."""
    tx.require(Act.GOODS)
    row = goods_by_id(tx, goods_id)
    left = tx.session.scalar(
        select(func.coalesce(func.sum(StockLevel.quantity), 0))
        .join(StockBatch, StockBatch.id == StockLevel.batch_id)
        .where(StockBatch.goods_id == row.id)
    )
    if retired_on is not None and left:
        raise StillInStock(name=row.name, stock=left)
    row.retired_on = retired_on
    tx.touched.add(Topic.GOODS)


def save_outlet(tx: Tx, uid: str, name: str, outlet_id: int | None = None) -> int:
    """Make a place to redeem, or give it another name; returns the id.

    One that was given up is taken up again by its name. Raises GoodsTextMissing, GoodsTextTooLong,
    UnknownOutlet, OutletNameTaken.
    """
    tx.require(Act.GOODS)
    plain = name.strip()
    if not plain:
        raise GoodsTextMissing(field="name")
    if len(plain) > MOST_CHARACTERS:
        raise GoodsTextTooLong(field="name", most=MOST_CHARACTERS)
    same = tx.session.scalar(select(Outlet).where(Outlet.village_id == tx.village_id, Outlet.name == plain))
    if outlet_id is None:
        row = same or Outlet(village_id=tx.village_id, uid=uid, name=plain, retired_on=None)
        row.retired_on = None
    else:
        row = outlet_by_id(tx, outlet_id)
        if same is not None and same is not row:
            raise OutletNameTaken(field="name", name=plain)
        row.name = plain
    tx.session.add(row)
    tx.session.flush()  # the id is the answer
    tx.touched.add(Topic.GOODS)
    return row.id


def retire_outlet(tx: Tx, outlet_id: int) -> None:
    """Give a place to redeem up; its stock must be gone. Raises UnknownOutlet, LastOutlet, StillInStock."""
    tx.require(Act.GOODS)
    row = outlet_by_id(tx, outlet_id)
    others = tx.session.scalar(
        select(func.count())
        .select_from(Outlet)
        .where(Outlet.village_id == tx.village_id, Outlet.retired_on.is_(None), Outlet.id != row.id)
    )
    if not others:
        raise LastOutlet(name=row.name)
    left = tx.session.scalar(
        select(func.coalesce(func.sum(StockLevel.quantity), 0)).where(StockLevel.outlet_id == row.id)
    )
    if left:
        raise StillInStock(name=row.name, stock=left)
    row.retired_on = tx.today
    tx.touched.add(Topic.GOODS)


def goods_by_id(tx: Tx, goods_id: int) -> Goods:
    """The goods of this village. Raises UnknownGoods."""
    row = tx.session.get(Goods, goods_id)
    if row is None or row.village_id != tx.village_id:
        raise UnknownGoods(field="goods", code=str(goods_id))
    return row


def outlet_by_id(tx: Tx, outlet_id: int) -> Outlet:
    """The outlet of this village. Raises UnknownOutlet."""
    row = tx.session.get(Outlet, outlet_id)
    if row is None or row.village_id != tx.village_id:
        raise UnknownOutlet(field="outlet", name=str(outlet_id))
    return row


def open_outlet(tx: Tx, outlet_id: int) -> Outlet:
    """The outlet of this village where goods still go. Raises UnknownOutlet, OutletClosed."""
    row = outlet_by_id(tx, outlet_id)
    if row.retired_on is not None:
        raise OutletClosed(field="outlet", name=row.name)
    return row


def _have_outlet(tx: Tx) -> None:
    """The first goods open the shop, where nobody named another place before."""
    if tx.session.scalar(select(Outlet.id).where(Outlet.village_id == tx.village_id).limit(1)) is None:
        tx.session.add(Outlet(village_id=tx.village_id, uid=new_uid(), name=FIRST_OUTLET, retired_on=None))


def _codes(tx: Tx) -> list[str]:
    return list(tx.session.scalars(select(Goods.code).where(Goods.village_id == tx.village_id)))


def _check_free(tx: Tx, row: Goods, code: str, barcode: str) -> None:
    """What is typed or scanned means one kind of goods, be it a code or a barcode."""
    others = tx.session.execute(
        select(Goods.id, Goods.code, Goods.barcode, Goods.name).where(Goods.village_id == tx.village_id)
    )
    key = code_key(code)
    for other_id, other_code, other_barcode, name in others:
        if other_id == row.id:
            continue
        if code_key(other_code) == key or other_barcode == code:
            raise GoodsCodeTaken(field="code", code=code, name=name)
        if barcode and barcode in (other_code, other_barcode):
            raise BarcodeTaken(field="barcode", barcode=barcode, name=name)


def _was_moved(tx: Tx, goods_id: int) -> bool:
    came = select(StockBatch.id).where(StockBatch.goods_id == goods_id).limit(1)
    went = select(SlipItem.id).where(SlipItem.goods_id == goods_id).limit(1)
    return any(tx.session.scalar(found) is not None for found in (came, went))
