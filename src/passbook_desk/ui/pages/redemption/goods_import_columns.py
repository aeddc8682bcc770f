"""The rows of a list of goods as the clerk sees them before and after they come in."""

from typing import Final

from passbook_desk.features.redemption.importing.values import Fate, GoodsLine
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.shell.sheet_importing import reason_of

_FATES: Final = {
    Fate.NEW: QT_TRANSLATE_NOOP("GoodsImport", "＋ 新的"),
    Fate.BACK: QT_TRANSLATE_NOOP("GoodsImport", "＋ 重新上架"),
    Fate.ADD: QT_TRANSLATE_NOOP("GoodsImport", "＋ 补登"),
    Fate.SAME: QT_TRANSLATE_NOOP("GoodsImport", "＝ 已有"),
    Fate.OUT: QT_TRANSLATE_NOOP("GoodsImport", "✕ 有问题"),
}
_ORDER: Final = tuple(_FATES)


def _fate(line: GoodsLine) -> str:
    return translate("GoodsImport", _FATES[line.fate])


def _points(line: GoodsLine) -> str:
    """As it was read; as it is written where that is none."""
    return line.said.points_text if line.said.points is None else str(line.said.points)


def _stock(line: GoodsLine) -> str:
    return line.said.stock_text if line.said.stock is None else str(line.said.stock)


def _expiry(line: GoodsLine) -> str:
    day = line.said.expires_on
    return line.said.expiry_text if day is None else day_text(day)


IMPORT_COLUMNS: tuple[Column[GoodsLine], ...] = (
    Column("fate", QT_TRANSLATE_NOOP("Columns", "导入"), _fate, 5,
           sort=lambda line: _ORDER.index(line.fate)),
    Column("row", QT_TRANSLATE_NOOP("Columns", "行"), lambda line: str(line.said.row), 2,
           sort=lambda line: line.said.where, figures=True),
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda line: line.code, 3),
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), lambda line: line.said.name, 4.5),
    Column("spec", QT_TRANSLATE_NOOP("Columns", "规格"), lambda line: line.said.spec, 4, optional=True),
    Column("points", QT_TRANSLATE_NOOP("Columns", "分值"), _points, 3,
           sort=lambda line: line.said.points or ZERO, figures=True),
    Column("stock", QT_TRANSLATE_NOOP("Columns", "库存"), _stock, 3,
           sort=lambda line: line.said.stock or 0, figures=True),
    Column("expiry", QT_TRANSLATE_NOOP("Columns", "保质期至"), _expiry, 5.5,
           sort=lambda line: str(line.said.expires_on or ""), optional=True),
    Column("source", QT_TRANSLATE_NOOP("Columns", "来源"), lambda line: line.said.source, 6, optional=True),
    Column("reason", QT_TRANSLATE_NOOP("Columns", "问题"), reason_of, 20, stretch=True),
)  # fmt: skip
