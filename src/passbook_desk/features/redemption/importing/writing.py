"""Bringing a list of goods in: the goods, their prices, and what lies there as one opening receipt."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.intake.commands import BatchHandle, open_batch
from passbook_desk.features.redemption.goods.commands import goods_by_id, retire_goods, save_goods, set_price
from passbook_desk.features.redemption.goods.queries import outlets, prices
from passbook_desk.features.redemption.goods.rules import MOST_CHARACTERS
from passbook_desk.features.redemption.goods.values import SaveGoods, SetPrice
from passbook_desk.features.redemption.importing.planning import plan_goods
from passbook_desk.features.redemption.importing.values import Fate, GoodsLine, GoodsPlan
from passbook_desk.features.redemption.model import GoodsPrice, StockPaper
from passbook_desk.features.redemption.stock.commands import receive_goods
from passbook_desk.features.redemption.stock.values import PaperKind, ReceivedItem, ReceiveGoods
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Progress

GOODS_BATCH: Final = "goods"
"""The kind of batch that lists of goods are imported by."""
_WORDS: Final = "期初：{file}"


def import_goods(tx: Tx, plan: GoodsPlan, progress: Progress) -> GoodsPlan:
    """Write what a list tells, as one batch; it is compared with the file once more.

    Goods without a code get the next free numbers behind those that have one. Prices hold from the plan's
    day; the opening receipt bears it too, but no day that has not come. Writes nothing, not even a batch,
    when there is nothing new. Raises NotAllowed, Cancelled and what `plan_goods` raises.
    """
    tx.require(Act.IMPORT)
    fresh = plan_goods(tx, plan.workbook, plan.choices)
    ready = sorted(fresh.ready, key=lambda line: not line.said.code)
    if not ready:
        return fresh
    batch = open_batch(tx, GOODS_BATCH, fresh.workbook, fresh.mapping)
    pieces = []
    for place, line in enumerate(ready):
        progress.check()
        goods_id = _write_goods(tx, batch, line)
        if line.prices:
            _write_price(tx, batch, fresh, line, goods_id)
        if line.stocks:
            pieces.append(_item(line, goods_id))
        progress.step(place + 1, len(ready))
    number = _receive(tx, batch, fresh, pieces)
    batch.seal()
    return replace(fresh, batch=batch.number, paper=number)


def _write_goods(tx: Tx, batch: BatchHandle, line: GoodsLine) -> int:
    """The goods of a row: made, put back on the counter, or as they are."""
    if line.fate is Fate.ADD:
        assert line.goods_id is not None
        return line.goods_id
    if line.goods_id is None:
        goods_id = save_goods(tx, _command(line), batch.row.id)
        batch.created(goods_by_id(tx, goods_id))
        return goods_id
    batch.changing(goods_by_id(tx, line.goods_id))
    save_goods(tx, _command(line))
    retire_goods(tx, line.goods_id, None)
    return line.goods_id


def _command(line: GoodsLine) -> SaveGoods:
    said = line.said
    return SaveGoods(
        uid=new_uid(),
        code=line.code,
        name=said.name,
        spec=said.spec,
        brand=said.brand,
        unit=said.unit,
        category=said.category,
        kind=said.kind,
        barcode=said.barcode,
        reorder_least=said.least,
        limit_count=said.limit_count,
        limit_period=said.limit_period,
        shelf=said.shelf,
        shelf_months=said.shelf_months,
        remark=said.remark,
        goods_id=line.goods_id,
    )


def _write_price(tx: Tx, batch: BatchHandle, plan: GoodsPlan, line: GoodsLine, goods_id: int) -> None:
    """Goods of an import that was undone have a price already; the new one holds no earlier."""
    assert line.said.points is not None
    earlier = prices(tx, (goods_id,)).get(goods_id, ())
    from_on = max((plan.from_on, *(price.from_on for price in earlier)))
    uid = new_uid()
    set_price(tx, SetPrice(uid, goods_id, line.said.points, from_on))
    if line.fate is Fate.ADD:
        batch.created(tx.session.scalars(select(GoodsPrice).where(GoodsPrice.uid == uid)).one())


def _item(line: GoodsLine, goods_id: int) -> ReceivedItem:
    said = line.said
    assert said.stock is not None
    return ReceivedItem(goods_id, said.stock, said.expires_on, said.cost)


def _receive(tx: Tx, batch: BatchHandle, plan: GoodsPlan, pieces: Sequence[ReceivedItem]) -> str:
    """The opening receipt (期初); its number, empty where nothing lies there."""
    if not pieces:
        return ""
    outlet = plan.outlet or outlets(tx)[0]
    paper_id = receive_goods(
        tx,
        ReceiveGoods(
            uid=new_uid(),
            kind=PaperKind.OPENING,
            outlet_id=outlet.id,
            done_on=min(plan.from_on, tx.today),
            items=tuple(pieces),
            words=_WORDS.format(file=plan.workbook.file_name)[:MOST_CHARACTERS],
        ),
        batch.row.id,
    )
    paper = tx.session.get_one(StockPaper, paper_id)
    batch.created(paper)
    return paper.number
