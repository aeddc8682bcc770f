"""The columns of what a book holds, for who corrects it."""

from collections.abc import Callable
from datetime import date

from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.notices.objection_answer_presenter import Place, Right, Wrong
from passbook_desk.ui.pages.notices.objection_words import short_day
from passbook_desk.ui.shell.choices import signed

_PLACES = {
    Place.BEFORE: QT_TRANSLATE_NOOP("Objections", "以前"),
    Place.ON: QT_TRANSLATE_NOOP("Objections", "本期"),
    Place.AFTER: QT_TRANSLATE_NOOP("Objections", "以后"),
    Place.HANGING: QT_TRANSLATE_NOOP("Objections", "公示中"),
}


def place_words(wrong: Wrong) -> str:
    """Where a line stands to the notice; of one that was taken back or takes back, that."""
    if wrong.reversed_by is not None:
        return translate("Objections", "{seq} 冲了").format(seq=wrong.reversed_by)
    if wrong.reverses is not None:
        return translate("Objections", "冲 {seq}").format(seq=wrong.reverses)
    return translate("Objections", _PLACES[wrong.place])


def _item(code: str, name: str) -> str:
    return f"{code} {name}".strip()


def wrong_columns(today: Callable[[], date]) -> tuple[Column[Wrong], ...]:
    """The lines of a book; days of the year of `today` are told without it."""
    return (
        Column("day", QT_TRANSLATE_NOOP("Columns", "日期"), lambda row: short_day(row.day, today()), 3,
               sort=lambda row: row.day),
        Column("item", QT_TRANSLATE_NOOP("Columns", "事项"),
               lambda row: _item(row.item_code, row.item_text), 9, stretch=True, least=7),
        Column("points", QT_TRANSLATE_NOOP("Columns", "分值"), lambda row: signed(row.points), 3,
               sort=lambda row: row.points, figures=True),
        Column("place", QT_TRANSLATE_NOOP("Columns", "在哪"), place_words, 4),
        Column("seq", QT_TRANSLATE_NOOP("Columns", "账目"), lambda row: str(row.seq) if row.seq else "", 3,
               sort=lambda row: row.seq, figures=True, optional=True),
    )  # fmt: skip


RIGHTS: tuple[Column[Right], ...] = (
    Column("day", QT_TRANSLATE_NOOP("Columns", "日期"), lambda row: day_text(row.occurred_on), 5.2),
    Column("item", QT_TRANSLATE_NOOP("Columns", "事项"),
           lambda row: _item(row.choice.item.code, row.choice.item.name), 7, stretch=True),
    Column("points", QT_TRANSLATE_NOOP("Columns", "分值"), lambda row: signed(row.points), 3, figures=True),
)  # fmt: skip
