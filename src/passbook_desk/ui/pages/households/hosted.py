"""What a household hosted, as lines of its page."""

from passbook_desk.features.events.course.kinds import EventState
from passbook_desk.features.events.values import EventKind, EventRow
from passbook_desk.ui.kit.dates import day_echo, day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_KINDS = {
    EventKind.WEDDING: QT_TRANSLATE_NOOP("Hosted", "红事"),
    EventKind.FUNERAL: QT_TRANSLATE_NOOP("Hosted", "白事"),
}
_OTHER_KIND = QT_TRANSLATE_NOOP("Hosted", "喜庆事")
_STATES = {
    EventState.CLOSED: QT_TRANSLATE_NOOP("Hosted", "已结"),
    EventState.WITHDRAWN: QT_TRANSLATE_NOOP("Hosted", "已撤回"),
    EventState.JOINED: QT_TRANSLATE_NOOP("Hosted", "已并入"),
}
_OPEN = QT_TRANSLATE_NOOP("Hosted", "在办")


def _kind(row: EventRow) -> str:
    return translate("Hosted", _KINDS.get(row.kind, _OTHER_KIND))


def _state(row: EventRow) -> str:
    return translate("Hosted", _STATES.get(row.state, _OPEN))


def _tables(row: EventRow) -> str:
    if row.tables is None:
        return ""
    if row.actual_tables is None:
        return translate("Hosted", "申报 {tables}").format(tables=row.tables)
    return translate("Hosted", "申报 {tables}，实际 {actual}").format(
        tables=row.tables, actual=row.actual_tables
    )


HOSTED: tuple[Column[EventRow], ...] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.number, 5),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "类"), _kind, 3.5),
    Column(
        "held_on",
        QT_TRANSLATE_NOOP("Columns", "办事日期"),
        lambda row: f"{day_text(row.held_on)} {day_echo(row.held_on)}",
        12,
        sort=lambda row: row.held_on,
    ),
    Column("tables", QT_TRANSLATE_NOOP("Columns", "桌数"), _tables, 8, stretch=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "进度"), _state, 4),
)
