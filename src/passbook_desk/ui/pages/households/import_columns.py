"""Columns of the import wizard's tables."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.households.values import GridCount, RosterChange
from passbook_desk.features.intake.values import KeepReason, KeptRow
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_OTHER_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "member": QT_TRANSLATE_NOOP("Columns", "新成员"),
        "household": QT_TRANSLATE_NOOP("Columns", "所在户"),
        "head": QT_TRANSLATE_NOOP("Columns", "户主"),
        "absence": QT_TRANSLATE_NOOP("Columns", "全户迁回"),
    }
)
_KEPT: Mapping[KeepReason, str] = MappingProxyType(
    {
        KeepReason.EDITED: QT_TRANSLATE_NOOP("Columns", "导入后改过"),
        KeepReason.IN_USE: QT_TRANSLATE_NOOP("Columns", "已有流水或被引用"),
    }
)
_TITLES: Mapping[str, str] = MappingProxyType({spec.key: spec.title for spec in ROSTER_FIELDS})


def _field(change: RosterChange) -> str:
    other = _OTHER_FIELDS.get(change.field)
    return translate("Columns", other) if other else _TITLES.get(change.field, change.field)


GRIDS: tuple[Column[GridCount], ...] = (
    Column("grid", QT_TRANSLATE_NOOP("Columns", "网格"), lambda grid: grid.name, 8, stretch=True),
    Column("code", QT_TRANSLATE_NOOP("Columns", "网格编码"), lambda grid: grid.full_code, 9),
    Column(
        "households",
        QT_TRANSLATE_NOOP("Columns", "户"),
        lambda grid: str(grid.households),
        4,
        sort=lambda grid: grid.households,
        figures=True,
    ),
    Column(
        "residents",
        QT_TRANSLATE_NOOP("Columns", "人"),
        lambda grid: str(grid.residents),
        4,
        sort=lambda grid: grid.residents,
        figures=True,
    ),
    Column(
        "party",
        QT_TRANSLATE_NOOP("Columns", "党员"),
        lambda grid: str(grid.party_members),
        4,
        sort=lambda grid: grid.party_members,
        figures=True,
    ),
)

CHANGES: tuple[Column[RosterChange], ...] = (
    Column("household", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda change: change.household_code, 4),
    Column("person", QT_TRANSLATE_NOOP("Columns", "姓名"), lambda change: change.person_name, 5),
    Column("field", QT_TRANSLATE_NOOP("Columns", "哪一项"), _field, 7),
    Column("old", QT_TRANSLATE_NOOP("Columns", "原来"), lambda change: change.old, 10, stretch=True),
    Column("new", QT_TRANSLATE_NOOP("Columns", "改成"), lambda change: change.new, 10, stretch=True),
)


KEPT: tuple[Column[KeptRow], ...] = (
    Column("label", QT_TRANSLATE_NOOP("Columns", "留下的"), lambda row: row.label, 10, stretch=True),
    Column(
        "reason",
        QT_TRANSLATE_NOOP("Columns", "原因"),
        lambda row: translate("Columns", _KEPT[row.reason]),
        9,
        stretch=True,
    ),
)
