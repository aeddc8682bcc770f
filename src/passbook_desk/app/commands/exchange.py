"""exchange open, ticket, list, show, settle."""

from typing import Final

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.shop_answers import drawn, holder, require_files, saved, saved_lines
from passbook_desk.db.store import Scope, Tx
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.features.redemption.exchange import words
from passbook_desk.features.redemption.exchange.commands import (
    give_ticket,
    open_exchange_day,
    settle_exchange_day,
)
from passbook_desk.features.redemption.exchange.errors import UnknownExchangeDay
from passbook_desk.features.redemption.exchange.paper import list_pages, settlement_pages
from passbook_desk.features.redemption.exchange.queries import (
    entitled,
    exchange_day,
    exchange_day_card,
    exchange_days,
)
from passbook_desk.features.redemption.exchange.sheets import exchange_workbook
from passbook_desk.features.redemption.exchange.slip_paper import (
    blank_tickets,
    ready_slips,
    ticket_pages,
    tickets_given,
)
from passbook_desk.features.redemption.exchange.values import (
    ExchangeDayRow,
    ExchangeSheet,
    ExchangeState,
    GiveTicket,
    OpenExchangeDay,
    SettleExchangeDay,
)
from passbook_desk.features.redemption.goods.queries import outlet_named
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date

_STATES: Final = {
    ExchangeState.AHEAD: "还没到",
    ExchangeState.HELD: "正在办",
    ExchangeState.OVER: "办完了，没有结算",
    ExchangeState.SETTLED: "已结算",
}


def opening(context: Context) -> Answer:
    """Let the village redeem together on some days."""
    given = context.arguments
    first = parse_iso_date(given.on)
    last = first if given.until is None else parse_iso_date(given.until)

    def act(tx: Tx) -> ExchangeDayRow:
        outlet = outlet_named(tx, given.outlet)
        return exchange_day(
            tx, open_exchange_day(tx, OpenExchangeDay(new_uid(), given.name, outlet.id, first, last))
        )

    with context.desk() as desk:
        day = desk.do(act)
    return Answer((_line(context, day),), _json(context, day))


def ticket(context: Context) -> Answer:
    """Give a book its place in the queue; whoever has one keeps it."""
    given = context.arguments

    def act(tx: Tx) -> tuple[int, str]:
        account = holder(tx, given.account)
        number = give_ticket(tx, GiveTicket(new_uid(), _numbered(tx, given.number).id, account.id))
        return number, account.owner_name

    with context.desk() as desk:
        number, name = desk.do(act)
    return Answer((f"{name}排 {number} 号",), {"number": given.number, "ticket": number, "name": name})


def listed(context: Context) -> Answer:
    """Exchange days, the latest first."""
    with context.desk() as desk:
        days = desk.ask(exchange_days)
    lines = tuple(_line(context, day) for day in days) or ("还没有开过兑换日。",)
    return Answer(lines, [_json(context, day) for day in days])


def show(context: Context) -> Answer:
    """One exchange day: who may redeem how much, what was given; and its papers."""
    with context.desk() as desk:
        require_files(desk, context)
        sheet = desk.ask(lambda scope: _sheet(scope, _numbered(scope, context.arguments.number).id))
    files = _papers(context, sheet, context.arguments.paper)
    rows = [row for row in sheet.rows if row.listed]
    lines = [
        f"  {row.account.owner_code} {row.account.owner_name}（{row.account.number}）：可兑 {row.redeemable}"
        f"{'' if row.ticket is None else f'，{row.ticket} 号'}{'，已兑 ' + str(row.had) if row.slips else ''}"
        for row in rows
    ]
    return Answer(
        (_line(context, sheet.card.row), *lines, *saved_lines(files)),
        {
            **_card_json(context, sheet),
            "books": [
                {
                    "account": row.account.number,
                    "household": row.account.owner_code,
                    "name": row.account.owner_name,
                    "redeemable": str(row.redeemable),
                    "ticket": row.ticket,
                    "had": str(row.had),
                    "slips": list(row.slips),
                }
                for row in rows
            ],
            "files": files,
        },
    )


def settle(context: Context) -> Answer:
    """Freeze what an exchange day came to; goods, slips and points must agree."""
    given = context.arguments

    def act(tx: Tx) -> int:
        day = _numbered(tx, given.number)
        settle_exchange_day(tx, SettleExchangeDay(new_uid(), day.id, given.words))
        return day.id

    with context.desk() as desk:
        require_files(desk, context)
        day_id = desk.do(act)
        sheet = desk.ask(lambda scope: _sheet(scope, day_id))
    files = _papers(context, sheet, "settlement")
    return Answer(
        (_line(context, sheet.card.row), words.tie_words(sheet.card.tie), *saved_lines(files)),
        {**_card_json(context, sheet), "files": files},
    )


def _numbered(scope: Scope, number: str) -> ExchangeDayRow:
    """The exchange day with this number. Raises UnknownExchangeDay."""
    found = next((day for day in exchange_days(scope) if day.number == number.strip()), None)
    if found is None:
        raise UnknownExchangeDay(field="exchange_day", number=number)
    return found


def _sheet(scope: Scope, day_id: int) -> ExchangeSheet:
    return ExchangeSheet(village(scope).name, exchange_day_card(scope, day_id), entitled(scope, day_id))


def _papers(context: Context, sheet: ExchangeSheet, paper: str) -> list[str]:
    def draw(measure: Measure) -> tuple[Page, ...]:
        if paper == "slips":
            return ready_slips(sheet, measure)
        if paper == "tickets":
            tickets = tickets_given(sheet) or blank_tickets(sum(row.may for row in sheet.rows))
            return ticket_pages(sheet.card.row, tickets, measure)
        return settlement_pages(sheet, measure) if paper == "settlement" else list_pages(sheet, measure)

    title = words.settlement_title(sheet) if paper == "settlement" else words.list_title(sheet)
    return saved(context, title, drawn(context, draw), lambda: exchange_workbook(sheet))


def _line(context: Context, day: ExchangeDayRow) -> str:
    state = _STATES[day.state(context.clock.today())]
    return (
        f"{day.number} {day.name}，{words.days_held(day)}，{day.outlet}：{state}；"
        f"{day.tickets} 个号，{day.slips} 张单，{day.pieces} 件，{day.points} 分"
    )


def _json(context: Context, day: ExchangeDayRow) -> dict[str, Json]:
    return {
        "number": day.number,
        "name": day.name,
        "outlet": day.outlet,
        "held_on": day.held_on.isoformat(),
        "until_on": day.until_on.isoformat(),
        "state": day.state(context.clock.today()).value,
        "tickets": day.tickets,
        "slips": day.slips,
        "pieces": day.pieces,
        "points": str(day.points),
    }


def _card_json(context: Context, sheet: ExchangeSheet) -> dict[str, Json]:
    return {
        **_json(context, sheet.card.row),
        "agrees": sheet.card.tie.agrees,
        "goods": [
            {
                "code": row.code,
                "name": row.name,
                "opening": row.opening,
                "given": row.given,
                "left": row.left,
                "points": str(row.points),
            }
            for row in sheet.card.goods
            if row.moved
        ],
    }
