from passbook_desk.features.catalogue.values import Noted
from passbook_desk.features.intake.values import Severity
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell_code
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.catalogue.compare_values import ChangeLine
from passbook_desk.ui.pages.catalogue.draft_values import DraftLine
from passbook_desk.ui.pages.catalogue.words import (
    CHANGES,
    PARTS,
    Shown,
    effect_text,
    holders_text,
    limits_text,
    said,
    state_text,
    veto_text,
    worth_text,
)

COLUMNS: tuple[Column[Shown], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编码"), lambda item: item.code, 3),
    Column("category", QT_TRANSLATE_NOOP("Columns", "类别"), lambda item: item.category, 5),
    Column("name", QT_TRANSLATE_NOOP("Columns", "事项"), lambda item: item.name, 12),
    Column("worth", QT_TRANSLATE_NOOP("Columns", "分值"), worth_text, 4.5, sort=lambda item: item.most,
           figures=True),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda item: item.unit, 3.5),
    Column("cap", QT_TRANSLATE_NOOP("Columns", "上限"), lambda item: item.cap, 7, stretch=True),
    Column("limits", QT_TRANSLATE_NOOP("Columns", "程序按"), lambda item: limits_text(item.limits), 9.5,
           optional=True),
    Column("holders", QT_TRANSLATE_NOOP("Columns", "适用"), holders_text, 5, optional=True),
    Column("evidence", QT_TRANSLATE_NOOP("Columns", "凭什么认"),
           lambda item: "、".join(filter(None, (item.source, item.evidence))), 5, optional=True),
    Column("effect", QT_TRANSLATE_NOOP("Columns", "用途"), effect_text, 5, optional=True),
    Column("veto", QT_TRANSLATE_NOOP("Columns", "一票否决"), veto_text, 5, optional=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), state_text, 3.5),
)  # fmt: skip


def mark_text(severity: Severity | None) -> str:
    """✕ for what cannot stay, ▲ for what is to be looked at."""
    return {Severity.MUST_FIX: "✕", Severity.CHECK: "▲"}.get(severity, "") if severity else ""


def note_text(noted: Noted) -> str:
    """What is to be looked at, in words."""
    return tell_code(f"finding.{noted.finding.kind}", noted.finding.params)


def place_text(noted: Noted) -> str:
    """Where it stands in the workbook: 党员 · C7, or the sheet alone."""
    found = noted.finding
    sheet = found.sheet.strip()
    if not found.row:
        return sheet
    if not found.column:
        return translate("Columns", "{sheet} · 第 {row} 行").format(sheet=sheet, row=found.row)
    return f"{sheet} · {found.column}{found.row}"


DRAFT_COLUMNS: tuple[Column[DraftLine], ...] = (
    Column("mark", QT_TRANSLATE_NOOP("Columns", "核对"), lambda line: mark_text(line.severity), 2.5,
           sort=lambda line: -len(line.noted)),
    Column("code", QT_TRANSLATE_NOOP("Columns", "编码"), lambda line: line.item.code, 3),
    Column("category", QT_TRANSLATE_NOOP("Columns", "类别"), lambda line: line.item.category, 5),
    Column("name", QT_TRANSLATE_NOOP("Columns", "事项"), lambda line: line.item.name, 12),
    Column("worth", QT_TRANSLATE_NOOP("Columns", "分值"), lambda line: worth_text(line.item), 4.5,
           sort=lambda line: line.item.most, figures=True),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda line: line.item.unit, 3.5, optional=True),
    Column("cap", QT_TRANSLATE_NOOP("Columns", "上限"), lambda line: line.item.cap, 7,
           stretch=True),
    Column("limits", QT_TRANSLATE_NOOP("Columns", "程序按"), lambda line: limits_text(line.item.limits), 9.5,
           optional=True),
    Column("holders", QT_TRANSLATE_NOOP("Columns", "适用"), lambda line: holders_text(line.item), 5,
           optional=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), lambda line: state_text(line.item), 3.5),
)  # fmt: skip

NOTE_COLUMNS: tuple[Column[Noted], ...] = (
    Column("mark", QT_TRANSLATE_NOOP("Columns", "轻重"),
           lambda noted: mark_text(noted.finding.severity), 2.5),
    Column("place", QT_TRANSLATE_NOOP("Columns", "位置"), place_text, 8),
    Column("item", QT_TRANSLATE_NOOP("Columns", "编码"), lambda noted: noted.item, 3, optional=True),
    Column("words", QT_TRANSLATE_NOOP("Columns", "说明"), note_text, 24, stretch=True),
)  # fmt: skip

CHANGE_COLUMNS: tuple[Column[ChangeLine], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编码"), lambda line: line.code, 3),
    Column("name", QT_TRANSLATE_NOOP("Columns", "事项"), lambda line: line.name, 12),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "变化"), lambda line: said(CHANGES[line.kind]), 3.5),
    Column("part", QT_TRANSLATE_NOOP("Columns", "改什么"),
           lambda line: "" if line.part is None else said(PARTS[line.part]), 5),
    Column("old", QT_TRANSLATE_NOOP("Columns", "原来"), lambda line: line.old, 12, stretch=True),
    Column("new", QT_TRANSLATE_NOOP("Columns", "现在"), lambda line: line.new, 12, stretch=True),
)  # fmt: skip
