"""Columns of the import wizard's tables."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.features.households.roster import ROSTER_FIELDS
from passbook_desk.features.households.values import GridCount, RosterChange
from passbook_desk.features.intake.values import BatchSummary, Finding, KeepReason, KeptRow, Severity
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell_code
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.households.import_values import BookKind

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.MUST_FIX: QT_TRANSLATE_NOOP("Columns", "✕ 必须改"),
        Severity.CHECK: QT_TRANSLATE_NOOP("Columns", "⚠ 请核对"),
        Severity.AUTO: QT_TRANSLATE_NOOP("Columns", "✓ 已整理"),
    }
)
_ORDER = (Severity.MUST_FIX, Severity.CHECK, Severity.AUTO)
_OTHER_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "member": QT_TRANSLATE_NOOP("Columns", "新成员"),
        "household": QT_TRANSLATE_NOOP("Columns", "所在户"),
        "head": QT_TRANSLATE_NOOP("Columns", "户主"),
    }
)
_KEPT: Mapping[KeepReason, str] = MappingProxyType(
    {
        KeepReason.EDITED: QT_TRANSLATE_NOOP("Columns", "导入后改过"),
        KeepReason.IN_USE: QT_TRANSLATE_NOOP("Columns", "已有流水或被引用"),
    }
)
_TITLES: Mapping[str, str] = MappingProxyType({spec.key: spec.title for spec in ROSTER_FIELDS})


def _place(finding: Finding) -> str:
    if not finding.row:
        return finding.sheet
    if not finding.column:
        return translate("Columns", "第 {row} 行").format(row=finding.row)
    return translate("Columns", "第 {row} 行 {column} 列").format(row=finding.row, column=finding.column)


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

FINDINGS: tuple[Column[Finding], ...] = (
    Column(
        "severity",
        QT_TRANSLATE_NOOP("Columns", "轻重"),
        lambda finding: translate("Columns", _SEVERITIES[finding.severity]),
        4.5,
        sort=lambda finding: _ORDER.index(finding.severity),
    ),
    Column(
        "place",
        QT_TRANSLATE_NOOP("Columns", "位置"),
        _place,
        7,
        sort=lambda finding: (finding.sheet, finding.row, finding.column),
    ),
    Column(
        "words",
        QT_TRANSLATE_NOOP("Columns", "说明"),
        lambda finding: tell_code(f"finding.{finding.kind}", finding.params),
        30,
        stretch=True,
    ),
)

CHANGES: tuple[Column[RosterChange], ...] = (
    Column("household", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda change: change.household_code, 4),
    Column("person", QT_TRANSLATE_NOOP("Columns", "姓名"), lambda change: change.person_name, 5),
    Column("field", QT_TRANSLATE_NOOP("Columns", "哪一项"), _field, 7),
    Column("old", QT_TRANSLATE_NOOP("Columns", "原来"), lambda change: change.old, 10, stretch=True),
    Column("new", QT_TRANSLATE_NOOP("Columns", "改成"), lambda change: change.new, 10, stretch=True),
)


def kind_word(kind: str) -> str:
    """What a batch brought in, in words."""
    words = {
        BookKind.ROSTER.value: translate("Columns", "花名册"),
        BookKind.OPENINGS.value: translate("Columns", "期初积分"),
    }
    return words.get(kind, kind)


HISTORY: tuple[Column[BatchSummary], ...] = (
    Column(
        "number", QT_TRANSLATE_NOOP("Columns", "批号"), lambda batch: str(batch.number), 2.5, figures=True
    ),
    Column(
        "day",
        QT_TRANSLATE_NOOP("Columns", "日期"),
        lambda batch: day_text(batch.applied_at.astimezone().date()),
        6,
        sort=lambda batch: batch.applied_at,
    ),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "内容"), lambda batch: kind_word(batch.kind), 4.5),
    Column("file", QT_TRANSLATE_NOOP("Columns", "文件"), lambda batch: batch.file_name, 12, stretch=True),
    Column(
        "handler", QT_TRANSLATE_NOOP("Columns", "经手"), lambda batch: batch.applied_by, 5.5, optional=True
    ),
    Column(
        "state",
        QT_TRANSLATE_NOOP("Columns", "状态"),
        lambda batch: translate("Columns", "已撤销") if batch.undone else translate("Columns", "有效"),
        3.5,
    ),
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
