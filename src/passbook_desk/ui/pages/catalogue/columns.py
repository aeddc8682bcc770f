from passbook_desk.features.catalogue.values import Holder, ItemRow, ValueKind
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_HOLDERS = {
    Holder.RED: QT_TRANSLATE_NOOP("Catalogue", "党员红折"),
    Holder.HOUSEHOLD: QT_TRANSLATE_NOOP("Catalogue", "农户绿折"),
    Holder.SHOP: QT_TRANSLATE_NOOP("Catalogue", "商户绿折"),
    Holder.UNIT: QT_TRANSLATE_NOOP("Catalogue", "单位绿折"),
}


def _signed(points: Points) -> str:
    return f"－{-points}" if points < ZERO else f"＋{points}"


def worth_text(item: ItemRow) -> str:
    """What a deed is worth: ＋10, ＋5～10, －5, or that it is still to be decided."""
    if item.value_kind is ValueKind.UNSET:
        return translate("Catalogue", "待定")
    if item.least == item.most:
        return _signed(item.least)
    if item.most < ZERO:
        return f"－{-item.most}～{-item.least}"
    return f"{_signed(item.least)}～{item.most}"


def holders_text(item: ItemRow) -> str:
    """The books a deed may go into: 党员红折、农户绿折."""
    return "、".join(translate("Catalogue", _HOLDERS[holder]) for holder in item.holders)


def state_text(item: ItemRow) -> str:
    """Whether the deed can be recorded now."""
    return translate("Catalogue", "能记分") if item.enabled else translate("Catalogue", "停用")


COLUMNS: tuple[Column[ItemRow], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编码"), lambda item: item.code, 3),
    Column("category", QT_TRANSLATE_NOOP("Columns", "类别"), lambda item: item.category, 5),
    Column("name", QT_TRANSLATE_NOOP("Columns", "事项"), lambda item: item.name, 12),
    Column("worth", QT_TRANSLATE_NOOP("Columns", "分值"), worth_text, 4.5, sort=lambda item: item.most,
           figures=True),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda item: item.unit, 4),
    Column("cap", QT_TRANSLATE_NOOP("Columns", "上限"), lambda item: item.cap, 7, stretch=True,
           optional=True),
    Column("holders", QT_TRANSLATE_NOOP("Columns", "适用"), holders_text, 8, stretch=True,
           optional=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), state_text, 3.5),
)  # fmt: skip
