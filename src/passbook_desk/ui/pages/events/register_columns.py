"""The rows of an old register as the clerk sees them before and after they come in."""

from typing import Final

from passbook_desk.features.events.register.values import Fate, RegisterLine
from passbook_desk.features.events.values import Measure
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.events.words import kind_word, measure_word
from passbook_desk.ui.shell.sheet_importing import reason_of

_FATES: Final = {
    Fate.NEW: QT_TRANSLATE_NOOP("Events", "＋ 新的"),
    Fate.CHECK: QT_TRANSLATE_NOOP("Events", "＋ 补核查"),
    Fate.SAME: QT_TRANSLATE_NOOP("Events", "＝ 已有"),
    Fate.OUT: QT_TRANSLATE_NOOP("Events", "✕ 有问题"),
}
_ORDER: Final = tuple(_FATES)


def fate_word(fate: Fate) -> str:
    """What becomes of a row: a mark and a word."""
    return translate("Events", _FATES[fate])


def _kind(line: RegisterLine) -> str:
    return line.said.category if line.said.kind is None else kind_word(line.said.kind)


def _held(line: RegisterLine) -> str:
    """The day as it was read; as it is written where that is none."""
    return day_text(line.said.days[0]) if line.said.days else line.said.day_text


def _reported(line: RegisterLine) -> str:
    day = line.said.reported_on
    return line.said.report_text if day is None else day_text(day)


def _tables(line: RegisterLine, actual: bool) -> str:
    figures = line.said.actual if actual else line.said.declared
    return str(figures[Measure.TABLES]) if Measure.TABLES in figures else ""


def against_standard(line: RegisterLine) -> str:
    """What was over the limit, and whether the report was late, by the standard: ✕ 桌数超标、迟报."""
    over = translate("Events", "{measure}超标")
    words = [over.format(measure=measure_word(each).partition("（")[0]) for each in line.over]
    if line.late:
        words.append(translate("Events", "迟报"))
    return f"✕ {'、'.join(words)}" if words else ""


REGISTER_COLUMNS: tuple[Column[RegisterLine], ...] = (
    Column("fate", QT_TRANSLATE_NOOP("Columns", "导入"), lambda line: fate_word(line.fate), 4.5,
           sort=lambda line: _ORDER.index(line.fate)),
    Column("row", QT_TRANSLATE_NOOP("Columns", "行"), lambda line: str(line.said.row), 2,
           sort=lambda line: line.said.where, figures=True),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "类"), _kind, 3),
    Column("host", QT_TRANSLATE_NOOP("Columns", "事主"), lambda line: line.said.head or line.said.code, 4),
    Column("household", QT_TRANSLATE_NOOP("Columns", "户编号"),
           lambda line: "" if line.household is None else line.household.code, 4, optional=True),
    Column("reported_on", QT_TRANSLATE_NOOP("Columns", "报备日期"), _reported, 6,
           sort=lambda line: str(line.said.reported_on or ""), optional=True),
    Column("held_on", QT_TRANSLATE_NOOP("Columns", "办事日期"), _held, 6,
           sort=lambda line: str(line.said.days[:1])),
    Column("tables", QT_TRANSLATE_NOOP("Columns", "桌数"), lambda line: _tables(line, False), 3,
           sort=lambda line: line.said.declared.get(Measure.TABLES, 0), figures=True),
    Column("actual", QT_TRANSLATE_NOOP("Columns", "实际"), lambda line: _tables(line, True), 3,
           sort=lambda line: line.said.actual.get(Measure.TABLES, 0), figures=True),
    Column("verdict", QT_TRANSLATE_NOOP("Columns", "对照标准"), against_standard, 6),
    Column("reason", QT_TRANSLATE_NOOP("Columns", "问题"), reason_of, 20, stretch=True),
)  # fmt: skip
