"""Cover and holder page of a book, at the size of its pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from passbook_desk.documents.codes import squares
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import (
    BLACK,
    GREY,
    MM_PER_POINT,
    PALE,
    Align,
    Box,
    Code,
    Face,
    Fixed,
    Item,
    Page,
    Rule,
    Text,
)
from passbook_desk.features.ledger.values import Colour, OwnerKind
from passbook_desk.features.passbooks.books.values import BookFacts, BookRow
from passbook_desk.features.passbooks.looks import (
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
    mark,
)

_HOW_TO: Final = (
    "一、“加”是得分，“扣”是扣分和兑换，“结余”是记完这一行后的积分。",
    "二、记错的行不涂改，另记一行“冲第几行”，在原来的栏里记负数。",
    "三、写满一页记“过次页”，下一页从“承前页”接着记；写满一册换新册。",
    "四、每行的校验码可以到村委会核验，看这一行是不是账上的。",
    "五、存折丢了请马上到村委会挂失，补发新折，积分不受影响。",
    "六、基础分只计入结余，不能兑换。方码里只有存折号。",
)
_HOW_TO_AT_MOST: Final = 1.06
_SEAL: Final = "（盖章处）"
_KEPT: Final = 256


def cover_pages(row: BookRow, facts: BookFacts, measure: Measure) -> tuple[Page, ...]:
    """Cover and holder page. Texts that are too long for their place are set smaller and in several rows.

    The code on the holder page holds the digits of the book's number. Raises CharactersNotPrintable.
    """
    return _cover(row, facts, measure), _holder(row, facts, measure)


def texts_of_covers(rows: Iterable[BookRow], facts: BookFacts) -> tuple[str, ...]:
    """Everything on these covers and holder pages that somebody typed, for `FontBook.check`."""
    found = dict.fromkeys((facts.village_name, facts.township, facts.issuer, facts.office_phone))
    for row in rows:
        found |= dict.fromkeys((row.holder, row.account.owner_code, row.account.grid_name))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Place:
    """A centred text of a cover: where its baseline is, its size in points, its weight."""

    y: float
    size: float
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class _Cover:
    """Where things stand on covers of one size: the coloured ground and, around `middle`, the texts."""

    edge: float
    ground: tuple[float, float, float, float]
    middle: float
    room: float
    scale: float
    wide: bool
    places: tuple[_Place, ...]
    """Village, township, number's label, number, holder, issuer."""


@lru_cache(maxsize=_KEPT)
def _cover_places(width: float, height: float) -> _Cover:
    if width > height:
        by = min(width / 125, height / 88)
        edge = 4 * by
        ground = (edge + 2.5 * by, edge + 2.5 * by, 44 * by, height - 2 * edge - 5 * by)
        left = ground[0] + ground[2]
        right = width - edge
        sizes = ((0.24, 20), (0.33, 11), (0.48, 9.5), (0.585, 22), (0.735, 15), (0.875, 9.5))
    else:
        by = min(width / 148, height / 210)
        edge = 8 * by
        ground = (edge + 5 * by, edge + 5 * by, width - 2 * edge - 10 * by, 58 * by)
        left, right = edge, width - edge
        sizes = ((0.445, 28), (0.5, 15), (0.61, 13), (0.68, 34), (0.785, 24), (0.9, 13))
    bold = (True, False, False, True, True, False)
    places = tuple(
        _Place(at * height, size * by, Face.BOLD if heavy else Face.REGULAR)
        for (at, size), heavy in zip(sizes, bold, strict=True)
    )
    return _Cover(edge, ground, (left + right) / 2, right - left - 6 * by, by, width > height, places)


def _cover(row: BookRow, facts: BookFacts, measure: Measure) -> Page:
    layout, account = row.layout, row.account
    at = _cover_places(layout.width_mm, layout.height_mm)
    words = (
        facts.village_name,
        facts.township,
        f"存折号　　第 {row.ordinal} 册",
        row.number,
        row.holder,
        facts.issuer,
    )
    items: list[Item] = []
    for text, place in zip(words, at.places, strict=True):
        items += _centred(text, at, place, measure)
    frame = _cover_frame(layout.width_mm, layout.height_mm, account.colour, account.owner_kind)
    return Page(layout.width_mm, layout.height_mm, tuple(items), (frame,))


def _centred(text: str, at: _Cover, place: _Place, measure: Measure) -> list[Item]:
    """A text around the middle, in two rows around its place when one would be too small to read."""
    size, rows = measure.fit_lines(text, at.room, place.size, place.face, place.size * 0.6)
    step = size * 1.2 * MM_PER_POINT
    first = place.y - (len(rows) - 1) * step / 2
    return [
        Text(at.middle, first + number * step, row, size, place.face, Align.CENTRE)
        for number, row in enumerate(rows)
        if row
    ]


@lru_cache(maxsize=_KEPT)
def _cover_frame(width: float, height: float, colour: Colour, kind: OwnerKind) -> Fixed:
    """The coloured ground of a cover: star on a solid one, or disc and words on a hatched one."""
    at = _cover_places(width, height)
    ink, by = INK[colour], at.scale
    x, y, w, h = at.ground
    items: list[Item] = [
        Box(at.edge, at.edge, width - 2 * at.edge, height - 2 * at.edge, 0.8 * by, colour=ink)
    ]
    if colour is Colour.RED:
        items.append(Box(x, y, w, h, 0, fill=ink))
        light = words = WHITE
    else:
        inner = 4 * by
        items.append(Box(x, y, w, h, 0.5 * by, colour=ink, hatch=True))
        items.append(Box(x + inner, y + inner, w - 2 * inner, h - 2 * inner, 0.5 * by, WHITE, ink))
        light, words = ink, BLACK
    middle = y + h / 2
    if at.wide:
        badge, radius, centre = (x + w / 2, y + h * 0.32), 10 * by, x + w / 2
        word, whom = (y + h * 0.66, 22 * by), (y + h * 0.79, 11 * by)
    else:
        badge, radius, centre = (x + 23 * by, middle), 14 * by, x + 80 * by + (w - 122 * by) / 2
        word, whom = (middle + 2.5 * by, 36 * by), (middle + 16 * by, 16.5 * by)
    items.append(mark(colour, *badge, radius, light))
    items.append(Text(centre, word[0], WORD[colour], word[1], Face.BOLD, Align.CENTRE, light))
    items.append(Text(centre, whom[0], for_whom(colour, kind), whom[1], Face.REGULAR, Align.CENTRE, words))
    name = f"book-cover-{frame_name(colour, kind)}-{colour.value}-{width:g}x{height:g}"
    return Fixed(name, tuple(items))


@dataclass(frozen=True, slots=True)
class _Holder:
    """Where things stand on holder pages of one size, in millimetres; sizes in points."""

    left: float
    right: float
    band: tuple[float, float]
    top: float
    step: float
    label: float
    table: float
    text: float
    code: float
    how_to: float
    bottom: float


_FACTS: Final = 9


@lru_cache(maxsize=_KEPT)
def _holder_places(width: float, height: float) -> _Holder:
    if width > height:
        by = min(width / 125, height / 88)
        left, first, tall, step, text, label = 5.0, 4.0, 6.0, 5.0, 8.5, 21.0
    else:
        by = min(width / 148, height / 210)
        left, first, tall, step, text, label = 10.0, 8.0, 9.0, 9.6, 12.0, 29.0
    left, first, tall, step, text, label = (by * one for one in (left, first, tall, step, text, label))
    right = width - left
    code = 0.22 * (right - left)
    top = first + tall + 2.5 * by
    bottom = top + _FACTS * step
    return _Holder(
        left, right, (first, tall), top, step, label, right - left - code - 6.5 * by, text, code,
        bottom + 2.5 * by, height - first,
    )  # fmt: skip


def _holder(row: BookRow, facts: BookFacts, measure: Measure) -> Page:
    layout, account = row.layout, row.account
    at = _holder_places(layout.width_mm, layout.height_mm)
    values = (
        row.holder,
        for_whom(account.colour, account.owner_kind),
        f"{row.number}（第 {row.ordinal} 册）",
        account.number,
        account.owner_code,
        account.grid_name or NO_GRID,
        chinese_day(row.issued_on),
        facts.issuer,
        facts.office_phone,
    )
    items: list[Item] = []
    for place, value in enumerate(values):
        face = Face.REGULAR if place else Face.BOLD
        top = at.top + place * at.step
        items += cell(value, at.left + at.label, top, at.table - at.label, at.step, at.text, measure, face)
    items += _number_code(row.number, at, measure)
    frame = _holder_frame(layout.width_mm, layout.height_mm, account.colour, account.owner_kind)
    how_to = _how_to(layout.width_mm, layout.height_mm, measure)
    return Page(layout.width_mm, layout.height_mm, tuple(items), (frame, how_to))


def _number_code(number: str, at: _Holder, measure: Measure) -> list[Item]:
    """The number as a code with the white around it that scanners need, and below it in digits."""
    white = 4 * at.code / len(squares(number))
    middle = at.right - at.code / 2
    top = at.top + white / 4
    size = measure.fit(number, at.code + white, at.text * 0.9, floor=4)
    below = top + at.code + white + size * 0.75 * MM_PER_POINT
    seal = (below + at.top + _FACTS * at.step) / 2
    return [
        Code(at.right - at.code, top, at.code, number),
        Text(middle, below, number, size, align=Align.CENTRE),
        Text(middle, baseline(seal, at.text * 0.8), _SEAL, at.text * 0.8, align=Align.CENTRE, colour=GREY),
    ]


@lru_cache(maxsize=_KEPT)
def _holder_frame(width: float, height: float, colour: Colour, kind: OwnerKind) -> Fixed:
    at = _holder_places(width, height)
    labels = (
        "持折人", "折别", "存折号", "账号", code_label(kind), "网格", "发折日期", "发折单位", "村委会电话",
    )  # fmt: skip
    tall = _FACTS * at.step
    items: list[Item] = [
        *band(colour, at.left, at.band[0], at.right - at.left, at.band[1]),
        Box(at.left, at.top, at.label, tall, 0, fill=PALE),
        Box(at.left, at.top, at.table, tall, 0.3),
        Rule(at.left + at.label, at.top, at.left + at.label, at.top + tall),
    ]
    for place, label in enumerate(labels):
        top = at.top + place * at.step
        if place:
            items.append(Rule(at.left, top, at.left + at.table, top, 0.15))
        size = at.text * 0.95
        middle = baseline(top + at.step / 2, size)
        items.append(Text(at.left + at.label / 2, middle, label, size, Face.BOLD, Align.CENTRE))
    return Fixed(f"book-holder-{frame_name(colour, kind)}-{colour.value}-{width:g}x{height:g}", tuple(items))


@lru_cache(maxsize=2)
def _how_to(width: float, height: float, measure: Measure) -> Fixed:
    """What the words in the book mean, in the largest type that the rest of the page has room for."""
    at = _holder_places(width, height)
    size = at.text * _HOW_TO_AT_MOST
    items = _paragraphs(_HOW_TO, at.left, at.how_to, at.right - at.left, at.bottom, size, measure)
    return Fixed(f"book-how-to-{width:g}x{height:g}", tuple(items))


def _paragraphs(
    texts: tuple[str, ...],
    left: float,
    top: float,
    width: float,
    bottom: float,
    size: float,
    measure: Measure,
) -> list[Item]:
    """Texts one below the other between `top` and `bottom`, at `size` or smaller if they need it."""
    while True:
        rows = [row for text in texts for row in measure.wrap(text, width, size)]
        step = size * 1.5 * MM_PER_POINT
        if len(rows) * step <= bottom - top or size <= 1:
            break
        size *= 0.97
    return [Text(left, top + (number + 0.75) * step, row, size) for number, row in enumerate(rows) if row]
