"""Columns of the list of shops and resident units."""

from passbook_desk.features.households.owners.values import OrganizationKind
from passbook_desk.kernel.points import ZERO
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.icons import Badge
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.households.owners_values import OwnerLine


def kind_word(kind: OrganizationKind) -> str:
    """商铺 or 驻地单位."""
    if kind is OrganizationKind.SHOP:
        return translate("Columns", "商铺")
    return translate("Columns", "驻地单位")


def _state(line: OwnerLine) -> str:
    return "" if line.organization.is_open else translate("Columns", "已停业")


OWNERS: tuple[Column[OwnerLine], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda line: line.organization.code, 3.5),
    Column(
        "name",
        QT_TRANSLATE_NOOP("Columns", "名称"),
        lambda line: line.organization.name,
        8,
        sort=lambda line: pinyin_key(line.organization.name),
        stretch=True,
    ),
    Column(
        "owner",
        QT_TRANSLATE_NOOP("Columns", "经营者"),
        lambda line: line.organization.owner_name,
        6,
        sort=lambda line: pinyin_key(line.organization.owner_name),
        badge=lambda line: Badge.STAR if line.organization.owner_party else None,
    ),
    Column("grid", QT_TRANSLATE_NOOP("Columns", "网格"), lambda line: line.organization.grid_name, 5),
    Column(
        "address",
        QT_TRANSLATE_NOOP("Columns", "位置"),
        lambda line: line.organization.address,
        5,
        optional=True,
    ),
    Column(
        "plaque",
        QT_TRANSLATE_NOOP("Columns", "挂牌"),
        lambda line: line.organization.plaque_on,
        5,
        optional=True,
    ),
    Column(
        "green",
        QT_TRANSLATE_NOOP("Columns", "绿折"),
        lambda line: line.account,
        6,
        badge=lambda line: Badge.DISC if line.account else None,
    ),
    Column(
        "spendable",
        QT_TRANSLATE_NOOP("Columns", "可用分"),
        lambda line: "" if line.spendable is None else str(line.spendable),
        4,
        sort=lambda line: line.spendable or ZERO,
        figures=True,
    ),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), _state, 3.5),
)
