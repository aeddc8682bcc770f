from dataclasses import dataclass
from datetime import date

from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.redemption.goods_words import amiss, amiss_words, limit_word


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """Goods in the list, as of the day on which it was read."""

    goods: GoodsRow
    today: date


def _points(line: GoodsLine) -> str:
    return "" if line.goods.points is None else str(line.goods.points)


def _stock(line: GoodsLine) -> str:
    return translate("Columns", "服务") if line.goods.stock is None else str(line.goods.stock)


def _free(line: GoodsLine) -> str:
    return "" if line.goods.free is None else str(line.goods.free)


def _expires(line: GoodsLine) -> str:
    return "" if line.goods.expires_on is None else day_text(line.goods.expires_on)


GOODS_COLUMNS: tuple[Column[GoodsLine], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda line: line.goods.code, 3),
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), lambda line: line.goods.called, 9, stretch=True,
           least=8, sort=lambda line: pinyin_key(line.goods.called)),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda line: line.goods.unit, 2.5, optional=True),
    Column("points", QT_TRANSLATE_NOOP("Columns", "分值"), _points, 3.5, figures=True,
           sort=lambda line: line.goods.points.hundredths if line.goods.points else -1),
    Column("stock", QT_TRANSLATE_NOOP("Columns", "库存"), _stock, 3, figures=True,
           sort=lambda line: -1 if line.goods.stock is None else line.goods.stock),
    Column("free", QT_TRANSLATE_NOOP("Columns", "可兑"), _free, 3, figures=True,
           sort=lambda line: -1 if line.goods.free is None else line.goods.free),
    Column("expires", QT_TRANSLATE_NOOP("Columns", "最近到期"), _expires, 6,
           sort=lambda line: line.goods.expires_on or date.max),
    Column("amiss", QT_TRANSLATE_NOOP("Columns", "提醒"), lambda line: amiss(line.goods, line.today), 10,
           sort=lambda line: -len(amiss_words(line.goods, line.today))),
    Column("limit", QT_TRANSLATE_NOOP("Columns", "限兑"), lambda line: limit_word(line.goods), 7.5,
           optional=True),
    Column("category", QT_TRANSLATE_NOOP("Columns", "类别"), lambda line: line.goods.category, 4,
           optional=True),
)  # fmt: skip
