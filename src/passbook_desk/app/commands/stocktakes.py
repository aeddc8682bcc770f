"""stocktake start, count, confirm, show, list, drop, reverse."""

from collections.abc import Callable, Sequence
from typing import Final

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.shop_answers import drawn, require_files, saved, saved_lines
from passbook_desk.app.desk import Desk
from passbook_desk.db.store import Tx
from passbook_desk.features.redemption.goods.queries import goods_by_code, outlet_named
from passbook_desk.features.redemption.stocktake import words
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    drop_stocktake,
    explain_difference,
    reverse_stocktake,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.paper import stocktake_pages
from passbook_desk.features.redemption.stocktake.queries import (
    stocktake_card,
    stocktake_numbered,
    stocktake_sheet,
    stocktakes,
)
from passbook_desk.features.redemption.stocktake.sheets import stocktake_workbook
from passbook_desk.features.redemption.stocktake.values import (
    ConfirmStocktake,
    Count,
    CountRow,
    StartStocktake,
    StocktakeCard,
    StocktakeRow,
    StocktakeState,
)
from passbook_desk.kernel.ids import new_uid

_STATES: Final = {
    StocktakeState.OPEN: "没有完",
    StocktakeState.CONFIRMED: "已确认",
    StocktakeState.DROPPED: "已作废",
    StocktakeState.REVERSED: "已收回",
}


def start(context: Context) -> Answer:
    """Begin to count; nobody sees the book stock."""
    given = context.arguments

    def act(tx: Tx) -> StocktakeCard:
        outlet = outlet_named(tx, given.outlet)
        return stocktake_card(tx, start_stocktake(tx, StartStocktake(new_uid(), outlet.id, given.counters)))

    with context.desk() as desk:
        card = desk.do(act)
    return Answer((_line(card.row), f"要盘 {len(card.rows)} 样"), _card_json(card))


def count(context: Context) -> Answer:
    """Write down what was counted."""
    given = context.arguments

    def write(tx: Tx, stocktake_id: int) -> None:
        counts = [Count(goods_by_code(tx, code).id, quantity) for code, quantity in given.counts]
        count_goods(tx, stocktake_id, counts)

    with context.desk() as desk:
        card = _changed(desk, given.number, write)
    return Answer((_line(card.row), f"还有 {len(card.uncounted)} 样没盘"), _card_json(card))


def confirm(context: Context) -> Answer:
    """Let the differences change the stock, each with its reason, as a second person."""
    given = context.arguments

    def settle(tx: Tx, stocktake_id: int) -> None:
        for code, reason in given.reason:
            explain_difference(tx, stocktake_id, goods_by_code(tx, code).id, reason)
        confirm_stocktake(tx, ConfirmStocktake(new_uid(), stocktake_id, given.witness, given.paper))

    with context.desk() as desk:
        require_files(desk, context)
        card = _changed(desk, given.number, settle)
        files = _papers(context, desk, card)
    return Answer((_line(card.row), *_differences(card), *saved_lines(files)), _card_json(card, files))


def show(context: Context) -> Answer:
    """One stocktake; as files the sheet to count on, or the one with what was found."""
    with context.desk() as desk:
        require_files(desk, context)
        card = desk.ask(lambda scope: stocktake_numbered(scope, context.arguments.number))
        files = _papers(context, desk, card)
    return Answer((_line(card.row), *_differences(card), *saved_lines(files)), _card_json(card, files))


def _papers(context: Context, desk: Desk, card: StocktakeCard) -> list[str]:
    blind = getattr(context.arguments, "blind", False)
    sheet = desk.ask(lambda scope: stocktake_sheet(scope, card.row.id, blind=blind))
    pages = drawn(context, lambda measure: stocktake_pages(sheet, measure))
    return saved(context, words.title(sheet), pages, lambda: stocktake_workbook(sheet))


def listed(context: Context) -> Answer:
    """Stocktakes, newest first."""
    with context.desk() as desk:
        rows = desk.ask(stocktakes)
    return Answer(tuple(map(_line, rows)) or ("还没有盘点过。",), [_row_json(row) for row in rows])


def drop(context: Context) -> Answer:
    """Give a count up before it changed anything."""
    return _ended(
        context, lambda tx, stocktake_id: drop_stocktake(tx, stocktake_id, context.arguments.reason)
    )


def reverse(context: Context) -> Answer:
    """Take back what a confirmed stocktake changed."""
    return _ended(
        context, lambda tx, stocktake_id: reverse_stocktake(tx, stocktake_id, context.arguments.reason)
    )


def _ended(context: Context, end: Callable[[Tx, int], None]) -> Answer:
    with context.desk() as desk:
        card = _changed(desk, context.arguments.number, end)
    return Answer((_line(card.row),), _card_json(card))


def _changed(desk: Desk, number: str, change: Callable[[Tx, int], None]) -> StocktakeCard:
    """Change the stocktake with a number; it as it is then."""

    def act(tx: Tx) -> StocktakeCard:
        stocktake_id = stocktake_numbered(tx, number).row.id
        change(tx, stocktake_id)
        return stocktake_card(tx, stocktake_id)

    return desk.do(act)


def _line(row: StocktakeRow) -> str:
    witness = f"，监盘 {row.witness}" if row.witness else ""
    return (
        f"{row.number} {row.begun_on} {row.outlet}，盘点 {row.counters}{witness}："
        f"{_STATES[row.state]}，数过 {row.counted} 样"
    )


def _differences(card: StocktakeCard) -> list[str]:
    """What was found otherwise than the book says; nothing of a count that goes on."""
    if card.row.state is StocktakeState.OPEN:
        return []
    return [
        f"  {row.code} {row.called}：账面 {row.book}，实盘 {row.counted}，差 {row.difference:+}，{row.reason}"
        for row in card.differing
    ]


def _row_json(row: StocktakeRow) -> dict[str, Json]:
    return {
        "number": row.number,
        "outlet": row.outlet,
        "state": row.state.value,
        "begun_on": row.begun_on.isoformat(),
        "ended_on": None if row.ended_on is None else row.ended_on.isoformat(),
        "counters": row.counters,
        "witness": row.witness,
        "counted": row.counted,
    }


def _card_json(card: StocktakeCard, files: Sequence[str] = ()) -> dict[str, Json]:
    """A count that goes on is blind: it tells no book stock."""
    blind = card.row.state is StocktakeState.OPEN
    return {
        **_row_json(card.row),
        "rows": [_count_json(row, blind=blind) for row in card.rows],
        "files": list(files),
    }


def _count_json(row: CountRow, *, blind: bool) -> Json:
    return {
        "code": row.code,
        "name": row.name,
        "counted": row.counted,
        "book": None if blind else row.book,
        "difference": None if blind or row.counted is None else row.difference,
        "reason": row.reason,
    }
