from dataclasses import dataclass
from datetime import date

from passbook_desk.features.redemption.stock.ledger import MoveLine, StockLedgerRow
from passbook_desk.features.redemption.stock.values import BatchRow, PaperItemRow, PaperRow
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.redemption.goods_words import move_word, paper_kind_word, signed
from passbook_desk.ui.pages.redemption.stock_entry_values import EntryLine
from passbook_desk.ui.pages.redemption.stock_words import (
    back_word,
    day_or_nothing,
    expiry_word,
    goods_words,
    money_text,
)


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A batch in the list, with the name of its outlet, as of the day on which it was read."""

    batch: BatchRow
    outlet: str
    today: date


def _batch_word(number: int) -> str:
    return translate("Columns", "第{number}批").format(number=number)


def _source(batch: BatchRow) -> str:
    return f"{paper_kind_word(batch.source)} {batch.from_whom}".strip()


def pieces_text(quantity: int) -> str:
    """12 or －3; nothing for none."""
    return (str(quantity) if quantity > 0 else f"－{-quantity}") if quantity else ""


PAPER_COLUMNS: tuple[Column[PaperRow], ...] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "单号"), lambda row: row.number, 6.5),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "类别"), lambda row: paper_kind_word(row.kind), 3),
    Column("day", QT_TRANSLATE_NOOP("Columns", "日期"), lambda row: day_text(row.done_on), 5,
           sort=lambda row: (row.done_on, row.id)),
    Column("whom", QT_TRANSLATE_NOOP("Columns", "来自或去向"), lambda row: row.from_whom, 8,
           stretch=True, least=6, sort=lambda row: pinyin_key(row.from_whom)),
    Column("goods", QT_TRANSLATE_NOOP("Columns", "物品"), goods_words, 10, stretch=True, least=6),
    Column("pieces", QT_TRANSLATE_NOOP("Columns", "件数"), lambda row: str(row.pieces), 3, figures=True,
           sort=lambda row: row.pieces),
    Column("points", QT_TRANSLATE_NOOP("Columns", "折合分"), lambda row: str(row.value), 4, figures=True,
           sort=lambda row: row.value),
    Column("cost", QT_TRANSLATE_NOOP("Columns", "进价（元）"),
           lambda row: money_text(row.cost) if row.cost else "", 5, figures=True, sort=lambda row: row.cost,
           optional=True),
    Column("outlet", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda row: row.outlet, 7, optional=True),
    Column("back", QT_TRANSLATE_NOOP("Columns", "状态"), back_word, 4),
)  # fmt: skip

BATCH_COLUMNS: tuple[Column[BatchLine], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda line: line.batch.goods_code, 3,
           optional=True),
    Column("goods", QT_TRANSLATE_NOOP("Columns", "物品"), lambda line: line.batch.goods_name, 8, stretch=True,
           least=6, sort=lambda line: pinyin_key(line.batch.goods_name)),
    Column("batch", QT_TRANSLATE_NOOP("Columns", "批次"), lambda line: _batch_word(line.batch.number), 4,
           sort=lambda line: line.batch.number),
    Column("left", QT_TRANSLATE_NOOP("Columns", "还有"), lambda line: str(line.batch.quantity), 3,
           figures=True, sort=lambda line: line.batch.quantity),
    Column("expires", QT_TRANSLATE_NOOP("Columns", "保质期至"),
           lambda line: day_or_nothing(line.batch.expires_on), 5.5,
           sort=lambda line: line.batch.expires_on or date.max),
    Column("state", QT_TRANSLATE_NOOP("Columns", "到期"),
           lambda line: expiry_word(line.batch.expires_on, line.today), 6,
           sort=lambda line: line.batch.expires_on or date.max),
    Column("source", QT_TRANSLATE_NOOP("Columns", "来源"), lambda line: _source(line.batch), 10, stretch=True,
           least=6),
    Column("came", QT_TRANSLATE_NOOP("Columns", "入库日期"), lambda line: day_text(line.batch.came_on), 5,
           sort=lambda line: line.batch.came_on, optional=True),
    Column("cost", QT_TRANSLATE_NOOP("Columns", "进价（元）"), lambda line: money_text(line.batch.cost), 4,
           figures=True, sort=lambda line: line.batch.cost.fen if line.batch.cost else -1, optional=True),
    Column("outlet", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda line: line.outlet, 7),
)  # fmt: skip

LEDGER_COLUMNS: tuple[Column[StockLedgerRow], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.code, 3, optional=True),
    Column("goods", QT_TRANSLATE_NOOP("Columns", "物品"), lambda row: f"{row.name} {row.spec}".strip(), 8,
           stretch=True, least=6, sort=lambda row: pinyin_key(row.name)),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda row: row.unit, 2.5, optional=True),
    Column("opening", QT_TRANSLATE_NOOP("Columns", "期初"), lambda row: pieces_text(row.opening), 3,
           figures=True, sort=lambda row: row.opening),
    Column("came", QT_TRANSLATE_NOOP("Columns", "入库"), lambda row: pieces_text(row.came), 3, figures=True,
           sort=lambda row: row.came),
    Column("redeemed", QT_TRANSLATE_NOOP("Columns", "兑换"),
           lambda row: pieces_text(row.redeemed + row.given_back), 3, figures=True,
           sort=lambda row: row.redeemed + row.given_back),
    Column("returned", QT_TRANSLATE_NOOP("Columns", "退货"), lambda row: pieces_text(row.returned), 3,
           figures=True, sort=lambda row: row.returned),
    Column("lost", QT_TRANSLATE_NOOP("Columns", "损耗"), lambda row: pieces_text(row.lost), 3, figures=True,
           sort=lambda row: row.lost),
    Column("moved", QT_TRANSLATE_NOOP("Columns", "调拨"), lambda row: pieces_text(row.moved), 3, figures=True,
           sort=lambda row: row.moved),
    Column("counted", QT_TRANSLATE_NOOP("Columns", "盘点"), lambda row: pieces_text(row.counted), 3,
           figures=True, sort=lambda row: row.counted),
    Column("closing", QT_TRANSLATE_NOOP("Columns", "期末"), lambda row: str(row.closing), 3, figures=True,
           sort=lambda row: row.closing),
    Column("points", QT_TRANSLATE_NOOP("Columns", "折合分"), lambda row: str(row.value), 4, figures=True,
           sort=lambda row: row.value),
    Column("reasons", QT_TRANSLATE_NOOP("Columns", "账实差异说明"), lambda row: "；".join(row.reasons), 8,
           stretch=True, least=6, optional=True),
)  # fmt: skip

ITEM_COLUMNS: tuple[Column[PaperItemRow], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda item: item.code, 3),
    Column("goods", QT_TRANSLATE_NOOP("Columns", "物品"), lambda item: f"{item.name} {item.spec}".strip(), 10,
           stretch=True, least=8),
    Column("brand", QT_TRANSLATE_NOOP("Columns", "品牌"), lambda item: item.brand, 5, optional=True),
    Column("batch", QT_TRANSLATE_NOOP("Columns", "批次"), lambda item: _batch_word(item.batch_number), 4),
    Column("pieces", QT_TRANSLATE_NOOP("Columns", "数量"), lambda item: str(abs(item.quantity)), 3,
           figures=True, sort=lambda item: abs(item.quantity)),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda item: item.unit, 2.5),
    Column("expires", QT_TRANSLATE_NOOP("Columns", "保质期至"), lambda item: day_or_nothing(item.expires_on),
           5.5, sort=lambda item: item.expires_on or date.max),
    Column("cost", QT_TRANSLATE_NOOP("Columns", "进价（元）"), lambda item: money_text(item.cost), 4,
           figures=True, sort=lambda item: item.cost.fen if item.cost else -1),
    Column("price", QT_TRANSLATE_NOOP("Columns", "分值"), lambda item: str(item.price or ""), 3, figures=True,
           sort=lambda item: item.price.hundredths if item.price else -1),
    Column("points", QT_TRANSLATE_NOOP("Columns", "折合分"),
           lambda item: "" if item.price is None else str(item.price * abs(item.quantity)), 4, figures=True,
           sort=lambda item: 0 if item.price is None else (item.price * abs(item.quantity)).hundredths),
    Column("shelf", QT_TRANSLATE_NOOP("Columns", "库位"), lambda item: item.shelf, 4, optional=True),
)  # fmt: skip

MOVE_COLUMNS: tuple[Column[MoveLine], ...] = (
    Column("day", QT_TRANSLATE_NOOP("Columns", "日期"), lambda line: day_text(line.move.moved_on), 5),
    Column("what", QT_TRANSLATE_NOOP("Columns", "进出"), lambda line: move_word(line.move), 7.5),
    Column("document", QT_TRANSLATE_NOOP("Columns", "单号"), lambda line: line.move.document, 6.5),
    Column("batch", QT_TRANSLATE_NOOP("Columns", "批次"), lambda line: _batch_word(line.move.batch_number),
           4),
    Column("quantity", QT_TRANSLATE_NOOP("Columns", "件数"), lambda line: signed(line.move.quantity), 3,
           figures=True),
    Column("left", QT_TRANSLATE_NOOP("Columns", "结存"), lambda line: str(line.left), 3, figures=True),
    Column("reason", QT_TRANSLATE_NOOP("Columns", "说明"), lambda line: line.move.reason, 10, stretch=True,
           least=6),
    Column("outlet", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda line: line.move.outlet, 7, optional=True),
    Column("who", QT_TRANSLATE_NOOP("Columns", "经办人"), lambda line: line.move.recorded_by, 4,
           optional=True),
)  # fmt: skip


def _entry_batch(line: EntryLine) -> str:
    if line.batch is None:
        return translate("Columns", "先到期的先出")
    return f"{_batch_word(line.batch.number)} {day_or_nothing(line.batch.expires_on)}".strip()


_ENTRY_GOODS: tuple[Column[EntryLine], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda line: line.goods.code, 3, optional=True),
    Column("goods", QT_TRANSLATE_NOOP("Columns", "物品"), lambda line: line.goods.called, 8, stretch=True,
           least=6),
    Column("pieces", QT_TRANSLATE_NOOP("Columns", "数量"), lambda line: str(line.quantity), 3, figures=True,
           sort=lambda line: line.quantity),
)  # fmt: skip
_ENTRY_POINTS: tuple[Column[EntryLine], ...] = (
    Column("points", QT_TRANSLATE_NOOP("Columns", "折合分"), lambda line: str(line.points), 3.5, figures=True,
           sort=lambda line: line.points),
)  # fmt: skip
RECEIVED_COLUMNS: tuple[Column[EntryLine], ...] = (
    *_ENTRY_GOODS,
    Column("expires", QT_TRANSLATE_NOOP("Columns", "保质期至"), lambda line: day_or_nothing(line.expires_on),
           5.5, sort=lambda line: line.expires_on or date.max),
    Column("cost", QT_TRANSLATE_NOOP("Columns", "进价"), lambda line: money_text(line.cost), 3.5,
           figures=True, sort=lambda line: line.cost.fen if line.cost else -1),
    *_ENTRY_POINTS,
)  # fmt: skip
TAKEN_COLUMNS: tuple[Column[EntryLine], ...] = (
    *_ENTRY_GOODS,
    Column("batch", QT_TRANSLATE_NOOP("Columns", "批次"), _entry_batch, 8),
    *_ENTRY_POINTS,
)
