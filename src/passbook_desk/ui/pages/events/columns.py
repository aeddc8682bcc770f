from passbook_desk.features.events.comparing import ComparedLine, LineChange
from passbook_desk.features.events.course.kinds import EventState
from passbook_desk.features.events.values import NOTICE_TITLE, EventKind, EventRow, LimitDraft, Verdict
from passbook_desk.ui.kit.dates import day_echo, day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.events.words import (
    amount_text,
    case_word,
    kind_word,
    late_word,
    measure_word,
    state_word,
    verdict_told,
)

_ORDER = tuple(Verdict)
_STATES = tuple(EventState)


def subject_text(limit: LimitDraft) -> str:
    """What a line of a standard is about."""
    return limit.title if limit.measure is None else measure_word(limit.measure)


def limit_text(limit: LimitDraft) -> str:
    """The figure of a line: 20 桌, 提前 7 天, 7 天内; empty for a rule in words."""
    if limit.amount is None:
        return ""
    if limit.measure is not None:
        return amount_text(limit.measure, limit.amount)
    if limit.title != NOTICE_TITLE:
        return str(limit.amount)
    if limit.kind is EventKind.FUNERAL:
        return translate("Events", "{days} 天内").format(days=limit.amount)
    return translate("Events", "提前 {days} 天").format(days=limit.amount)


EVENT_COLUMNS: tuple[Column[EventRow], ...] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.number, 5),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "类"), lambda row: kind_word(row.kind), 3.5),
    Column("host", QT_TRANSLATE_NOOP("Columns", "事主"), lambda row: row.head_name, 5, stretch=True),
    Column("household", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda row: row.household_code, 4,
           optional=True),
    Column("held_on", QT_TRANSLATE_NOOP("Columns", "办事日期"), lambda row: day_text(row.held_on), 6,
           sort=lambda row: row.held_on),
    Column("echo", QT_TRANSLATE_NOOP("Columns", "农历"), lambda row: day_echo(row.held_on), 7.5,
           sort=lambda row: row.held_on, optional=True),
    Column("tables", QT_TRANSLATE_NOOP("Columns", "桌数"),
           lambda row: "" if row.tables is None else str(row.tables), 3, sort=lambda row: row.tables or 0,
           figures=True),
    Column("actual", QT_TRANSLATE_NOOP("Columns", "实际"),
           lambda row: "" if row.actual_tables is None else str(row.actual_tables), 3,
           sort=lambda row: row.actual_tables or 0, figures=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "进度"), lambda row: state_word(row.state), 4,
           sort=lambda row: _STATES.index(row.state)),
    Column("verdict", QT_TRANSLATE_NOOP("Columns", "对照标准"), lambda row: verdict_told(row.verdict).words,
           4.5, sort=lambda row: _ORDER.index(row.verdict)),
    Column("late", QT_TRANSLATE_NOOP("Columns", "报备"), lambda row: late_word(row.late), 4),
    Column("place", QT_TRANSLATE_NOOP("Columns", "地点"), lambda row: row.place, 8, stretch=True,
           optional=True),
)  # fmt: skip


def change_text(one: ComparedLine) -> str:
    """What the meeting changed against the standard before: 新增, 原 15 桌, 取消; empty where nothing."""
    if one.change is LineChange.CHANGED and one.old is not None:
        was = limit_text(one.old) or one.old.words
        return translate("Events", "原 {limit}").format(limit=was)
    if one.change is LineChange.NEW:
        return translate("Events", "新增")
    return translate("Events", "取消") if one.change is LineChange.GONE else ""


LIMIT_COLUMNS: tuple[Column[ComparedLine], ...] = (
    Column("kind", QT_TRANSLATE_NOOP("Columns", "类"), lambda one: kind_word(one.line.kind), 4.5),
    Column("subject", QT_TRANSLATE_NOOP("Columns", "项目"), lambda one: subject_text(one.line), 7.5),
    Column("case", QT_TRANSLATE_NOOP("Columns", "适用"), lambda one: case_word(one.line.case), 6.5),
    Column("limit", QT_TRANSLATE_NOOP("Columns", "限额"), lambda one: limit_text(one.line), 6,
           sort=lambda one: one.line.amount or 0, figures=True),
    Column("words", QT_TRANSLATE_NOOP("Columns", "规定"), lambda one: one.line.words, 12, stretch=True),
    Column("change", QT_TRANSLATE_NOOP("Columns", "比上一版"), change_text, 6, optional=True),
)  # fmt: skip
