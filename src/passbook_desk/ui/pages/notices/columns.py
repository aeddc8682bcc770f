from datetime import date

from passbook_desk.kernel.period import Quarter
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.notices.presenter import QuarterRow, QuarterState

_QUARTERS = (
    QT_TRANSLATE_NOOP("Notices", "{year}年一季度"),
    QT_TRANSLATE_NOOP("Notices", "{year}年二季度"),
    QT_TRANSLATE_NOOP("Notices", "{year}年三季度"),
    QT_TRANSLATE_NOOP("Notices", "{year}年四季度"),
)
_STATES = {
    QuarterState.RUNNING: QT_TRANSLATE_NOOP("Notices", "… 未到期"),
    QuarterState.READY: QT_TRANSLATE_NOOP("Notices", "▲ 可发布"),
    QuarterState.ISSUED: QT_TRANSLATE_NOOP("Notices", "✓ 已发布"),
}


def quarter_text(quarter: Quarter) -> str:
    """A quarter in the language of the window: 2026年二季度."""
    return translate("Notices", _QUARTERS[quarter.number - 1]).format(year=quarter.year)


def state_text(row: QuarterRow) -> str:
    """What can be done with a quarter, in a mark and a word."""
    return translate("Notices", _STATES[row.state])


def _period(row: QuarterRow) -> str:
    if row.notice is not None:
        return _span(row.notice.first_on, row.notice.last_on)
    return _span(row.quarter.span.first, row.quarter.span.last)


def _hung(row: QuarterRow) -> str:
    notice = row.notice
    return _span(notice.issued_on, notice.hung_until) if notice else ""


def _span(first: date, last: date) -> str:
    end = f"{last.month}.{last.day}" if last.year == first.year else day_text(last)
    return f"{day_text(first)}–{end}"


COLUMNS: tuple[Column[QuarterRow], ...] = (
    Column("quarter", QT_TRANSLATE_NOOP("Columns", "季度"), lambda row: quarter_text(row.quarter), 7.2,
           sort=lambda row: row.quarter),
    Column("period", QT_TRANSLATE_NOOP("Columns", "计分期间"), _period, 7.8,
           sort=lambda row: row.quarter, optional=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), state_text, 5),
    Column("number", QT_TRANSLATE_NOOP("Columns", "公示编号"),
           lambda row: row.notice.shown_number if row.notice else "", 7.5, stretch=True),
    Column("hung", QT_TRANSLATE_NOOP("Columns", "公示期"), _hung, 9),
    Column("lines", QT_TRANSLATE_NOOP("Columns", "行数"),
           lambda row: str(row.notice.lines) if row.notice else "", 3,
           sort=lambda row: row.notice.lines if row.notice else 0, figures=True),
    Column("handler", QT_TRANSLATE_NOOP("Columns", "经手"),
           lambda row: row.notice.issued_by if row.notice else "", 4, stretch=True,
           optional=True),
)  # fmt: skip
