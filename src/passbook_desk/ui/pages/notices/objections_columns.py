from collections.abc import Callable
from datetime import date

from passbook_desk.features.notices.objections.values import ObjectionRow
from passbook_desk.features.notices.rules import shown_number
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.notices.objection_words import line_title, short_due, state_word
from passbook_desk.ui.shell.choices import signed


def _whose(row: ObjectionRow) -> str:
    return line_title(row) if row.line_no is None else row.line_words


def objection_columns(today: Callable[[], date]) -> tuple[Column[ObjectionRow], ...]:
    """The columns of the list; what is due is told from `today`."""
    return (
        Column("number", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: shown_number(row.number), 7.2,
               sort=lambda row: row.number),
        Column("notice", QT_TRANSLATE_NOOP("Columns", "公示"), lambda row: row.notice_shown, 7.2,
               sort=lambda row: row.notice_number),
        Column("line", QT_TRANSLATE_NOOP("Columns", "行号"),
               lambda row: "" if row.line_no is None else str(row.line_no), 3,
               sort=lambda row: row.line_no or 0, figures=True),
        Column("whose", QT_TRANSLATE_NOOP("Columns", "谁家"), _whose, 8,
               stretch=True, least=6.2),
        Column("received", QT_TRANSLATE_NOOP("Columns", "收到"), lambda row: day_text(row.received_on), 5.2,
               sort=lambda row: row.received_on, optional=True),
        Column("due", QT_TRANSLATE_NOOP("Columns", "限期"), lambda row: short_due(row, today()), 7.5,
               sort=lambda row: row.due_on),
        Column("handler", QT_TRANSLATE_NOOP("Columns", "经办"), lambda row: row.handler, 4, optional=True),
        Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), lambda row: state_word(row.state),
               5),
        Column("change", QT_TRANSLATE_NOOP("Columns", "更正分"),
               lambda row: "" if row.change is None else signed(row.change), 3.5,
               sort=lambda row: row.change or ZERO, figures=True, optional=True),
    )  # fmt: skip
