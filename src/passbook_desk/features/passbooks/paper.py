"""A print-out of an account as A5 pages: cover, holder page, entry pages of twenty lines.

Each page says that it is a copy (副本) of a day and not the book; the book itself is `passbooks.books`.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import (
    PALE,
    Align,
    Box,
    Code,
    Disc,
    Face,
    Fixed,
    Item,
    Page,
    Rule,
    Star,
    Text,
)
from passbook_desk.features.ledger.values import Colour, LineRow, OwnerKind
from passbook_desk.features.passbooks.looks import (
    CELL_PADDING,
    INK,
    NO_GRID,
    WHITE,
    WORD,
    band,
    baseline,
    cell,
    chinese_day,
    code_label,
    for_whom,
    frame_name,
    short_day,
)
from passbook_desk.features.passbooks.rules import LINES_PER_PAGE, page_count
from passbook_desk.features.passbooks.values import PassbookContent

A5: Final = (148.0, 210.0)
_LEFT: Final = 10.0
_RIGHT: Final = 138.0
_WIDTH: Final = _RIGHT - _LEFT
_MIDDLE: Final = A5[0] / 2
_FOOT: Final = 198.0

_COLUMNS: Final = (
    ("序", 9.0),
    ("日期", 21.0),
    ("事项", 41.0),
    ("加", 14.0),
    ("扣", 14.0),
    ("结余", 16.0),
    ("经手", 13.0),
)
_HEAD_TOP: Final = 26.0
_HEAD_HEIGHT: Final = 7.0
_ROWS_TOP: Final = _HEAD_TOP + _HEAD_HEIGHT
_ROW_HEIGHT: Final = 7.9
_SIZE: Final = 10.0
_FACT_HEIGHT: Final = 10.0
_FACT_LABEL: Final = 30.0

_HOW_TO: Final = (
    "一、本件是副本（打印件），只供查看，不作存折使用，以村里的账本为准。",
    "二、“加”是得分，“扣”是扣分和兑换，“结余”是记完后的积分。",
    "三、记错的行不涂改，另记一行“冲第几行”，在原来的栏里记负数。",
    "四、基础分只计入结余，不能兑换。",
    "五、有疑问的，请带本件到村委会，或打上面的电话核对。",
    "六、封面的方码里只有账号，没有别的内容。",
)
_EMPTY: Final = "暂无记录"
_END: Final = "以下空白"


def passbook_pages(book: PassbookContent, measure: Measure) -> tuple[Page, ...]:
    """The pages of a book, A5: cover with the account number as a code, holder page, entry pages.

    An empty book has one entry page, which says so. A text that is too long for its place is set smaller
    and in several lines, never cut. Raises CharactersNotPrintable.
    """
    pages = page_count(len(book.lines))
    foot = _foot(book)
    drawn = [
        _cover(book, measure, _foot_items(foot, 1, pages)),
        _holder(book, measure, _foot_items(foot, 2, pages)),
    ]
    whose = _whose(book, measure)
    for number in range(3, pages + 1):
        start = (number - 3) * LINES_PER_PAGE
        lines = book.lines[start : start + LINES_PER_PAGE]
        items = [*whose, *_entries(lines, measure), *_foot_items(foot, number, pages)]
        drawn.append(Page(*A5, tuple(items), (_entry_grid(book.account.colour),)))
    return tuple(drawn)


def texts_of(contents: Iterable[PassbookContent]) -> tuple[str, ...]:
    """Everything on these books that somebody typed, each text once, for `FontBook.check`."""
    found: dict[str, None] = {}
    for book in contents:
        account = book.account
        for text in (
            account.owner_name,
            account.owner_code,
            account.grid_name,
            book.village_name,
            book.township,
            book.issuer,
            book.office_phone,
        ):
            found[text] = None
        for line in book.lines:
            found[line.item_text] = None
            found[line.handler] = None
    return tuple(found)


def _cover(book: PassbookContent, measure: Measure, foot: list[Item]) -> Page:
    number = book.account.number
    code = 42.0
    items: list[Item] = [
        _centred(90, book.village_name, 28, measure, Face.BOLD),
        _centred(101, book.township, 15, measure),
        Code(_MIDDLE - code / 2, 109, code, number),
        Text(_MIDDLE, 162, "账号", 12, align=Align.CENTRE),
        _centred(176, number, 36, measure, Face.BOLD),
        _centred(186, book.issuer, 12, measure),
        *foot,
    ]
    return Page(*A5, tuple(items), (_cover_frame(book.account.colour, book.account.owner_kind),))


def _holder(book: PassbookContent, measure: Measure, foot: list[Item]) -> Page:
    account = book.account
    values = (
        account.owner_name,
        for_whom(account.colour, account.owner_kind),
        account.number,
        account.owner_code,
        account.grid_name or NO_GRID,
        f"{book.balance} 分（{len(book.lines)} 行，截至 {chinese_day(book.as_of)}）",
        book.issuer,
        book.office_phone,
    )
    items: list[Item] = []
    for place, value in enumerate(values):
        top = _HEAD_TOP + place * _FACT_HEIGHT
        items += cell(value, _LEFT + _FACT_LABEL, top, _WIDTH - _FACT_LABEL, _FACT_HEIGHT, 12, measure)
    return Page(*A5, (*items, *foot), (_holder_frame(account.colour, account.owner_kind),))


def _whose(book: PassbookContent, measure: Measure) -> list[Item]:
    """The line above the entries: holder and account number, so that loose pages find their book."""
    account = book.account
    number = f"账号 {account.number}"
    room = _WIDTH - measure.width(number, _SIZE) - 4
    return [
        *cell(
            f"{account.owner_name}　{account.owner_code}", _LEFT - CELL_PADDING, 18, room, 7, _SIZE, measure
        ),
        Text(_RIGHT, 22.9, number, _SIZE, align=Align.RIGHT),
    ]


def _entries(lines: tuple[LineRow, ...], measure: Measure) -> list[Item]:
    items: list[Item] = []
    top = _ROWS_TOP
    for line in lines:
        items += _entry(line, top, measure)
        top += _ROW_HEIGHT
    if len(lines) < LINES_PER_PAGE:
        word = _END if lines else _EMPTY
        items += cell(word, _EDGES[2], top, _COLUMNS[2][1], _ROW_HEIGHT, _SIZE, measure)
    return items


def _entry(line: LineRow, top: float, measure: Measure) -> list[Item]:
    """One line; a reversal names the line it takes back and stands, negative, in the same column (红字)."""
    words = line.item_text
    if line.reverses_account_seq is not None:
        words = f"冲第 {line.reverses_account_seq} 行　{words}".rstrip()
    middle = top + _ROW_HEIGHT / 2
    items: list[Item] = [
        _figure(str(line.account_seq), 0, middle, measure),
        _figure(short_day(line.occurred_on), 1, middle, measure),
        *cell(words, _EDGES[2], top, _COLUMNS[2][1], _ROW_HEIGHT, _SIZE, measure),
    ]
    if line.credit is not None:
        items.append(_figure(str(line.credit), 3, middle, measure))
    if line.debit is not None:
        items.append(_figure(str(line.debit), 4, middle, measure))
    items.append(_figure(str(line.balance_after), 5, middle, measure))
    return items + cell(line.handler, _EDGES[6], top, _COLUMNS[6][1], _ROW_HEIGHT, _SIZE, measure)


def _figure(text: str, column: int, middle: float, measure: Measure) -> Text:
    """Digits at the right end of a column, smaller when there are too many for it."""
    width = _COLUMNS[column][1]
    size = measure.fit(text, width - 2 * CELL_PADDING, _SIZE, floor=4)
    x = _EDGES[column] + width - CELL_PADDING
    return Text(x, baseline(middle, size), text, size, align=Align.RIGHT)


def _centred(y: float, text: str, size: float, measure: Measure, face: Face = Face.REGULAR) -> Text:
    return Text(_MIDDLE, y, text, measure.fit(text, 112, size, face), face, Align.CENTRE)


def _foot(book: PassbookContent) -> str:
    return f"副本 · 截至 {chinese_day(book.as_of)} 打印件 · 不作存折使用 · 校验码 {book.head_code}"


def _foot_items(foot: str, number: int, pages: int) -> list[Item]:
    return [
        Text(_LEFT, _FOOT, foot, 8.5),
        Text(_RIGHT, _FOOT, f"第 {number} 页　共 {pages} 页", 8.5, align=Align.RIGHT),
    ]


def _column_edges() -> tuple[float, ...]:
    edges = [_LEFT]
    for _, width in _COLUMNS:
        edges.append(edges[-1] + width)
    return tuple(edges)


_EDGES: Final = _column_edges()


@cache
def _cover_frame(colour: Colour, kind: OwnerKind) -> Fixed:
    """The coloured head of a cover: star on a solid ground, or disc on a hatched one."""
    ink = INK[colour]
    items: list[Item] = [Box(8, 8, 132, 184, 0.8, colour=ink)]
    if colour is Colour.RED:
        items += [
            Box(13, 13, 122, 58, 0, fill=ink),
            Box(21, 27, 30, 30, 0, fill=WHITE),
            Star(36, 42.8, 13.5, ink),
            Text(94, 44, WORD[colour], 38, Face.BOLD, Align.CENTRE, WHITE),
            Text(94, 58, for_whom(colour, kind), 17, Face.REGULAR, Align.CENTRE, WHITE),
        ]
    else:
        items += [
            Box(13, 13, 122, 58, 0.6, colour=ink, hatch=True),
            Box(18, 22, 112, 40, 0.6, fill=WHITE, colour=ink),
            Disc(36, 42, 14, ink),
            Text(94, 44, WORD[colour], 38, Face.BOLD, Align.CENTRE, ink),
            Text(94, 57, for_whom(colour, kind), 17, Face.REGULAR, Align.CENTRE),
        ]
    return Fixed(f"passbook-cover-{frame_name(colour, kind)}", tuple(items))


def _facts(kind: OwnerKind) -> tuple[str, ...]:
    return ("持折人", "折别", "账号", code_label(kind), "网格", "结余", "发折单位", "村委会电话")


@cache
def _holder_frame(colour: Colour, kind: OwnerKind) -> Fixed:
    facts = _facts(kind)
    bottom = _HEAD_TOP + len(facts) * _FACT_HEIGHT
    items: list[Item] = [
        *band(colour, _LEFT, 8, _WIDTH),
        Box(_LEFT, _HEAD_TOP, _FACT_LABEL, bottom - _HEAD_TOP, 0, fill=PALE),
        Box(_LEFT, _HEAD_TOP, _WIDTH, bottom - _HEAD_TOP, 0.3),
        Rule(_LEFT + _FACT_LABEL, _HEAD_TOP, _LEFT + _FACT_LABEL, bottom),
    ]
    for place, fact in enumerate(facts):
        top = _HEAD_TOP + place * _FACT_HEIGHT
        if place:
            items.append(Rule(_LEFT, top, _RIGHT, top))
        items.append(Text(_LEFT + _FACT_LABEL / 2, top + 6.5, fact, 11, Face.BOLD, Align.CENTRE))
    items.append(Text(_LEFT, bottom + 13, "使用说明", 13, Face.BOLD))
    items += [Text(_LEFT, bottom + 22 + place * 8, line, 10.5) for place, line in enumerate(_HOW_TO)]
    return Fixed(f"passbook-holder-{frame_name(colour, kind)}", tuple(items))


@cache
def _entry_grid(colour: Colour) -> Fixed:
    bottom = _ROWS_TOP + LINES_PER_PAGE * _ROW_HEIGHT
    items: list[Item] = [
        *band(colour, _LEFT, 8, _WIDTH),
        Box(_LEFT, _HEAD_TOP, _WIDTH, _HEAD_HEIGHT, 0.3, PALE),
    ]
    for (title, width), left in zip(_COLUMNS, _EDGES, strict=False):
        items.append(Text(left + width / 2, _HEAD_TOP + 4.9, title, 10, Face.BOLD, Align.CENTRE))
        if left > _LEFT:
            items.append(Rule(left, _HEAD_TOP, left, bottom, 0.15))
    items += [
        Rule(_LEFT, _ROWS_TOP + row * _ROW_HEIGHT, _RIGHT, _ROWS_TOP + row * _ROW_HEIGHT, 0.15)
        for row in range(1, LINES_PER_PAGE)
    ]
    items.append(Box(_LEFT, _HEAD_TOP, _WIDTH, bottom - _HEAD_TOP, 0.3))
    return Fixed(f"passbook-entries-{colour.value}", tuple(items))
