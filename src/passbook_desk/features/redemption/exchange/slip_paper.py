"""What is cut into pieces: slips (兑换单) made ready for each household, and tickets of the queue."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import (
    A4,
    GREY,
    PALE,
    Align,
    Box,
    Face,
    Fixed,
    Item,
    Page,
    Rule,
    Text,
    moved,
)
from passbook_desk.features.passbooks.looks import baseline, cell
from passbook_desk.features.redemption.exchange import words
from passbook_desk.features.redemption.exchange.values import EntitledRow, ExchangeDayRow, ExchangeSheet

Piece = TypeVar("Piece")
_WIDTH, _HEIGHT = A4
_SIZE: Final = 12.0
_CUT: Final = 0.15
_EDGE: Final = 13.0
_INNER: Final = _WIDTH - 2 * _EDGE
_SLIPS: Final = (1, 3)
"""Across and down a page."""
_TICKETS: Final = (2, 5)
TICKETS_A_PAGE: Final = _TICKETS[0] * _TICKETS[1]
_TABLE: Final = (("物品", 92.0), ("数量", 30.0), ("单价分", 30.0), ("合计分", _INNER - 152.0))
_TABLE_TOP: Final = 33.0
_ROW: Final = 7.6
_LINES: Final = 5
"""Empty lines for goods; what they come to stands below them."""
_BOTTOM: Final = _TABLE_TOP + (_LINES + 2) * _ROW
_SIGN: Final = _BOTTOM + 8.5
_SIGNATURES: Final = (
    ("领取人（签字）：", 0.0, 66.0),
    ("与户主关系：", 68.0, 112.0),
    ("经办：", 114.0, 148.0),
    ("监督：", 150.0, _INNER),
)


@dataclass(frozen=True, slots=True)
class Ticket:
    """A number of the queue and whose it is; without `who` it is for whoever comes."""

    number: int
    who: str = ""


def ready_slips(sheet: ExchangeSheet, measure: Measure) -> tuple[Page, ...]:
    """兑换单 made ready for everybody who may redeem, three to a page, grid after grid.

    Goods, signature and the number of the slip are written by hand on the day. Raises CharactersNotPrintable.
    """
    rows = [row for _, own in words.by_grid(sheet.rows) for row in own if row.may]
    title = f"{sheet.village_name}积分兑换单"

    def draw(row: EntitledRow) -> list[Item]:
        return _slip(row, title, sheet.card.row, measure)

    return _dealt(rows, _SLIPS, draw, "slip", _slip_frame())


def ticket_pages(day: ExchangeDayRow, tickets: Sequence[Ticket], measure: Measure) -> tuple[Page, ...]:
    """排队号 to cut out, ten to a page. Raises CharactersNotPrintable."""

    def draw(ticket: Ticket) -> list[Item]:
        return _ticket(ticket, day, measure)

    return _dealt(tickets, _TICKETS, draw, "ticket", ())


def tickets_given(sheet: ExchangeSheet) -> tuple[Ticket, ...]:
    """The tickets that were given, in their order."""
    given = {row.ticket: row.account for row in sheet.rows if row.ticket is not None}
    return tuple(
        Ticket(number, f"{given[number].owner_name}　{given[number].owner_code}") for number in sorted(given)
    )


def blank_tickets(count: int) -> tuple[Ticket, ...]:
    """Tickets for so many people from 1 on, without names, in full pages."""
    pages = -(-count // TICKETS_A_PAGE)
    return tuple(Ticket(number) for number in range(1, pages * TICKETS_A_PAGE + 1))


def _dealt(
    pieces: Sequence[Piece],
    grid: tuple[int, int],
    draw: Callable[[Piece], list[Item]],
    name: str,
    frame: tuple[Item, ...],
) -> tuple[Page, ...]:
    """Pieces of one size on A4 from the top left, row by row, with lines to cut along."""
    across, down = grid
    width, height = _WIDTH / across, _HEIGHT / down
    cuts = tuple(
        Rule(0, line * height, _WIDTH, line * height, _CUT, GREY) for line in range(1, down)
    ) + tuple(Rule(line * width, 0, line * width, _HEIGHT, _CUT, GREY) for line in range(1, across))
    pages = []
    for start in range(0, len(pieces), across * down):
        own = pieces[start : start + across * down]
        places = [(place % across * width, place // across * height) for place in range(len(own))]
        fixed = cuts + tuple(moved(item, *place) for place in places for item in frame)
        items = tuple(
            moved(item, *place) for piece, place in zip(own, places, strict=True) for item in draw(piece)
        )
        pages.append(Page(*A4, items, (Fixed(f"exchange-{name}-{len(own)}", fixed),)))
    return tuple(pages)


def _slip(row: EntitledRow, title: str, day: ExchangeDayRow, measure: Measure) -> list[Item]:
    account = row.account
    who = [account.owner_name, words.grid_word(account), account.owner_code]
    if row.house_number:
        who.append(f"门牌 {row.house_number}")
    held = f"{day.name}　{words.days_held(day)}　{day.outlet}"
    points = f"可兑 {row.redeemable} 分"
    queue = f"排队号：{'______' if row.ticket is None else row.ticket}"
    wide = measure.width(points, 17.0, Face.BOLD) + 4.0
    right = _EDGE + _INNER
    return [
        *cell(title, _EDGE, 4.0, _INNER - 62.0, 9.0, 16.0, measure, Face.BOLD),
        Text(right, 10.0, "单号：______________", _SIZE, align=Align.RIGHT),
        *cell(held, _EDGE, 13.0, _INNER - 34.0, 7.0, _SIZE, measure),
        Text(right, 18.0, queue, _SIZE, align=Align.RIGHT),
        *cell("　".join(who), _EDGE, 19.5, _INNER - wide, 7.0, 14.0, measure, Face.BOLD),
        Text(right, 25.5, points, 17.0, Face.BOLD, Align.RIGHT),
        *cell(f"存折号 {words.book_word(row)}", _EDGE, 26.0, _INNER - wide, 6.5, _SIZE, measure),
    ]


@cache
def _slip_frame() -> tuple[Item, ...]:
    """The table to fill in, and where one signs."""
    items: list[Item] = [
        Box(_EDGE, _TABLE_TOP, _INNER, _ROW, 0.3, PALE),
        Box(_EDGE, _TABLE_TOP, _INNER, (_LINES + 2) * _ROW, 0.3),
        Text(_EDGE + 2.0, baseline(_BOTTOM - _ROW / 2, _SIZE), "合计", _SIZE, Face.BOLD),
    ]
    x = _EDGE
    for title, width in _TABLE:
        middle = baseline(_TABLE_TOP + _ROW / 2, _SIZE)
        items.append(Text(x + width / 2, middle, title, _SIZE, Face.BOLD, Align.CENTRE))
        if x > _EDGE:
            items.append(Rule(x, _TABLE_TOP, x, _BOTTOM, _CUT))
        x += width
    for line in range(1, _LINES + 2):
        y = _TABLE_TOP + line * _ROW
        items.append(Rule(_EDGE, y, _EDGE + _INNER, y, _CUT))
    for word, begins, ends in _SIGNATURES:
        items.append(Text(_EDGE + begins, _SIGN, word, 11.0))
        items.append(Rule(_EDGE + begins + 4.1 * len(word), _SIGN + 1.0, _EDGE + ends, _SIGN + 1.0, _CUT))
    return tuple(items)


def _ticket(ticket: Ticket, day: ExchangeDayRow, measure: Measure) -> list[Item]:
    width, height = _WIDTH / _TICKETS[0], _HEIGHT / _TICKETS[1]
    room, middle = width - 16.0, width / 2

    def line(y: float, text: str, size: float, face: Face = Face.REGULAR) -> Text:
        return Text(middle, y, text, measure.fit(text, room, size, face), face, Align.CENTRE)

    return [
        line(10.0, f"{day.name}　排队号", 13.0),
        line(height / 2 + 7.0, str(ticket.number), 52.0, Face.BOLD),
        line(height - 14.0, ticket.who, 13.0),
        line(height - 6.5, f"{words.days_held(day)}　{day.outlet}", 10.5),
    ]
