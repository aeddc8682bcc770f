"""The words that paper and workbook of an exchange day share."""

from collections.abc import Iterable
from itertools import groupby

from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.passbooks.looks import chinese_day
from passbook_desk.features.redemption.exchange.values import (
    EntitledRow,
    ExchangeDayRow,
    ExchangeSheet,
    GoodsOfDay,
    Tie,
)
from passbook_desk.kernel.points import ZERO

NO_GRID = "没有网格"
_COLOURS = {Colour.RED: "红", Colour.GREEN: "绿"}


def days_held(day: ExchangeDayRow) -> str:
    """2026年6月1日, or from the first to the last one."""
    if day.held_on == day.until_on:
        return chinese_day(day.held_on)
    return f"{chinese_day(day.held_on)}至{chinese_day(day.until_on)}"


def book_word(row: EntitledRow) -> str:
    """The number of the book behind its colour: 绿 20100017."""
    return f"{_COLOURS[row.account.colour]} {row.book_number}"


def grid_word(account: AccountRow) -> str:
    """The grid's name; shops and units may have none."""
    return account.grid_name or NO_GRID


def by_grid(rows: Iterable[EntitledRow]) -> list[tuple[str, list[EntitledRow]]]:
    """Those who may redeem or did, grid by grid in the order of grids and households; the last have none."""
    listed = sorted(
        (row for row in rows if row.listed),
        key=lambda row: (not row.account.grid_code, row.account.grid_code),
    )
    return [(name, list(own)) for name, own in groupby(listed, lambda row: grid_word(row.account))]


def had_word(row: EntitledRow) -> str:
    """What was fetched already; nothing before."""
    return f"已兑 {row.had}" if row.slips else ""


def list_title(sheet: ExchangeSheet) -> str:
    """What the list is called."""
    return f"{sheet.village_name}{sheet.card.row.name}可兑换名单"


def settlement_title(sheet: ExchangeSheet) -> str:
    """What the settlement is called; before it is one it says so."""
    draft = "" if sheet.card.row.settled is not None else "（未结算）"
    return f"{sheet.village_name}{sheet.card.row.name}结算单{draft}"


def total_word(rows: Iterable[EntitledRow]) -> str:
    """How many books and how many points together."""
    known = tuple(rows)
    points = sum((row.redeemable for row in known), ZERO)
    return f"共 {len(known)} 本存折，可兑 {points} 分"


def moved_goods(sheet: ExchangeSheet) -> tuple[GoodsOfDay, ...]:
    """Goods that lay there or were given."""
    return tuple(goods for goods in sheet.card.goods if goods.moved)


def tie_words(tie: Tie) -> str:
    """Whether points and pieces say the same everywhere."""
    points = f"兑换单 {tie.slip_points} 分，账本 {tie.ledger_points} 分，物品乘分值 {tie.price_points} 分"
    pieces = f"单上 {tie.slip_pieces} 件，出库 {tie.stock_pieces} 件，服务 {tie.service_pieces} 次"
    return f"{points}；{pieces}：{'相符' if tie.agrees else '不相符'}。"


def settled_word(day: ExchangeDayRow) -> str:
    """When it was settled and by whom."""
    if day.settled is None:
        return "还没有结算，数还会变。"
    return f"{chinese_day(day.settled.settled_at.astimezone().date())}结算，经手 {day.settled.settled_by}"
