from collections.abc import Callable, Collection
from datetime import date

from passbook_desk.features.redemption.exchange.values import EntitledRow, ExchangeDayRow, GoodsOfDay
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.redemption.exchange_words import (
    book_badge,
    days_word,
    other_word,
    right_word,
    state_word,
    stock_word,
    turn_word,
)

_LAST = 1_000_000
"""Behind every ticket, for those without one."""


def day_columns(today: Callable[[], date]) -> tuple[Column[ExchangeDayRow], ...]:
    """Exchange days; how far each has come depends on the day."""
    return (
        Column("number", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.number, 5.5),
        Column("name", QT_TRANSLATE_NOOP("Columns", "兑换日"), lambda row: row.name, 10, stretch=True,
               least=7.5),
        Column("days", QT_TRANSLATE_NOOP("Columns", "日期"), days_word, 10.5, sort=lambda row: row.held_on),
        Column("outlet", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda row: row.outlet, 7, optional=True),
        Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), lambda row: state_word(row.state(today())), 4),
        Column("tickets", QT_TRANSLATE_NOOP("Columns", "发号"), lambda row: str(row.tickets), 3.5,
               optional=True, figures=True, sort=lambda row: row.tickets),
        Column("slips", QT_TRANSLATE_NOOP("Columns", "兑换单"), lambda row: str(row.slips), 4,
               figures=True, sort=lambda row: row.slips),
        Column("points", QT_TRANSLATE_NOOP("Columns", "积分"), lambda row: str(row.points), 4,
               figures=True, sort=lambda row: row.points),
        Column("pieces", QT_TRANSLATE_NOOP("Columns", "件数"), lambda row: str(row.pieces), 3.5,
               optional=True, figures=True, sort=lambda row: row.pieces),
    )  # fmt: skip


ENTITLED_COLUMNS: tuple[Column[EntitledRow], ...] = (
    Column("ticket", QT_TRANSLATE_NOOP("Columns", "排队号"),
           lambda row: "" if row.ticket is None else str(row.ticket), 3.5, figures=True,
           sort=lambda row: row.ticket or _LAST),
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.account.owner_code, 3.5),
    Column("owner", QT_TRANSLATE_NOOP("Columns", "户主"), lambda row: row.account.owner_name, 5,
           badge=book_badge, sort=lambda row: pinyin_key(row.account.owner_name), stretch=True),
    Column("house", QT_TRANSLATE_NOOP("Columns", "门牌"), lambda row: row.house_number, 3.5, optional=True),
    Column("grid", QT_TRANSLATE_NOOP("Columns", "网格"), lambda row: row.account.grid_name, 5,
           optional=True),
    Column("book", QT_TRANSLATE_NOOP("Columns", "存折号"), lambda row: row.book_number, 6.5),
    Column("redeemable", QT_TRANSLATE_NOOP("Columns", "可兑"), lambda row: str(row.redeemable), 4,
           figures=True, sort=lambda row: row.redeemable),
    Column("had", QT_TRANSLATE_NOOP("Columns", "已兑"), lambda row: str(row.had) if row.slips else "", 4,
           figures=True, sort=lambda row: row.had),
    Column("right", QT_TRANSLATE_NOOP("Columns", "状态"), right_word, 6),
)  # fmt: skip


def queue_columns(passed: Collection[int]) -> tuple[Column[EntitledRow], ...]:
    """The queue; `passed` are the tickets that were called in vain, and grows with them."""
    return (
        Column("ticket", QT_TRANSLATE_NOOP("Columns", "排队号"), lambda row: str(row.ticket), 3.5,
               figures=True, sort=lambda row: row.ticket),
        Column("owner", QT_TRANSLATE_NOOP("Columns", "户主"), lambda row: row.account.owner_name, 5,
               badge=book_badge, sort=lambda row: pinyin_key(row.account.owner_name), stretch=True),
        Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.account.owner_code, 3.5),
        Column("redeemable", QT_TRANSLATE_NOOP("Columns", "可兑"), lambda row: str(row.redeemable), 4,
               figures=True, sort=lambda row: row.redeemable),
        Column("had", QT_TRANSLATE_NOOP("Columns", "已兑"), lambda row: str(row.had) if row.slips else "", 4,
               figures=True, sort=lambda row: row.had, optional=True),
        Column("turn", QT_TRANSLATE_NOOP("Columns", "状态"), lambda row: turn_word(row, row.ticket in passed),
               3.5),
    )  # fmt: skip


GOODS_COLUMNS: tuple[Column[GoodsOfDay], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.code, 3.5),
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), lambda row: row.called, 12, stretch=True,
           sort=lambda row: pinyin_key(row.name)),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda row: row.unit, 3, optional=True),
    Column("opening", QT_TRANSLATE_NOOP("Columns", "期初"),
           lambda row: "" if row.service else str(row.opening), 4, figures=True,
           sort=lambda row: row.opening),
    Column("other", QT_TRANSLATE_NOOP("Columns", "其他进出"), other_word, 5, figures=True,
           sort=lambda row: row.other),
    Column("given", QT_TRANSLATE_NOOP("Columns", "兑出"), lambda row: str(row.given) if row.given else "", 4,
           figures=True, sort=lambda row: row.given),
    Column("left", QT_TRANSLATE_NOOP("Columns", "结存"), stock_word, 4, figures=True,
           sort=lambda row: row.left),
    Column("points", QT_TRANSLATE_NOOP("Columns", "合计分"), lambda row: str(row.points) if row.given else "",
           5, figures=True, sort=lambda row: row.points),
)  # fmt: skip
