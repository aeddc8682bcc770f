"""The 花名册 of each grid on A4 landscape: one row a household, twenty-five a page, phones masked.

For the grid worker's folder, not for a wall. ID numbers, tags and remarks are never on it (domain §5.3).
"""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4_LANDSCAPE, Align, Face, Page, Text
from passbook_desk.features.households.roster.content import GridRoster, RosterContent
from passbook_desk.features.households.values import HouseholdCard, PersonRow
from passbook_desk.kernel.jobs import NullProgress, Progress

HOUSEHOLDS_A_PAGE: Final = 25

_SIDE, _TOP, _BOTTOM = 10.0, 9.0, 11.0
_WIDTH: Final = A4_LANDSCAPE[0] - 2 * _SIDE
_PAPER: Final = Paper(A4_LANDSCAPE, _SIDE, _SIDE, _TOP, _BOTTOM, numbers="")
_ABOVE, _FOOT = 11.0, 5.5
_HEAD_SIZE: Final = 10.0
_SIZES: Final = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5)
"""Body sizes tried for a page, in points; all pages of a grid keep to one as long as it is not under 8.5."""
_SMALLEST_SHARED: Final = 8.5
_LOWEST_ROWS: Final = (6.6, 6.0, 5.4, 4.8, 4.2, 3.6)
"""Heights of a row of one line tried, in millimetres; twenty-five of the first fill the page."""
_PADDING: Final = 0.7
_TITLE: Final = 16.0
_NOTE: Final = 9.0
_MEMBER: Final = "★"

_COLUMNS: Final = (
    Column("序号", 10.0, Align.CENTRE),
    Column("户编号", 16.0, Align.CENTRE),
    Column("户主", 25.0),
    Column("人口", 10.0, Align.CENTRE),
    Column("其他成员", 101.0),
    Column("门牌 · 住址", 45.0),
    Column("电话", 35.0, Align.CENTRE),
    Column("备注 · 签字", _WIDTH - 242.0),
)
_Cells = tuple[tuple[str, ...], ...]
_FOOT_WORDS: Final = "★ 党员（含预备党员）　电话中间四位已隐去　本表只供村内工作使用，不张贴，用后收好"


def roster_pages(
    content: RosterContent, measure: Measure, progress: Progress | None = None
) -> tuple[Page, ...]:
    """All pages, grid after grid; each grid begins a page and counts its own pages.

    A page that would not hold its twenty-five households, because many are large, is set in smaller type.
    Raises CharactersNotPrintable and Cancelled.
    """
    progress = progress or NullProgress()
    pages: list[Page] = []
    for done, grid in enumerate(content.grids):
        progress.check()
        progress.step(done, len(content.grids))
        pages += _grid_pages(content, grid, measure)
    progress.step(len(content.grids), len(content.grids))
    return tuple(pages)


def texts_of(content: RosterContent) -> tuple[str, ...]:
    """Everything on these pages that somebody typed, each text once, for `FontBook.check`."""
    found: dict[str, None] = {content.village_name: None, content.township: None}
    for grid in content.grids:
        found[grid.grid.name] = None
        for card in grid.households:
            found |= dict.fromkeys(part for cell in _cells(0, card) for part in cell)
    return tuple(found)


def _grid_pages(content: RosterContent, grid: GridRoster, measure: Measure) -> list[Page]:
    rows = [_cells(number, card) for number, card in enumerate(grid.households, 1)]
    sheets = [rows[start : start + HOUSEHOLDS_A_PAGE] for start in range(0, len(rows), HOUSEHOLDS_A_PAGE)]
    above = _heading(content, grid, measure)
    sizes = [_size(sheet, above, measure) for sheet in sheets]
    shared = max(min(sizes), _SMALLEST_SHARED)
    pages = [
        page
        for sheet, size in zip(sheets, sizes, strict=True)
        for page in _laid(sheet, min(size, shared), above, measure)
    ]
    return [_numbered(page, number, len(pages)) for number, page in enumerate(pages, 1)]


def _size(cells: list[_Cells], above: Block, measure: Measure) -> float:
    """The largest size at which the rows are one page; the smallest when none is."""
    return next((size for size in _SIZES if len(_laid(cells, size, above, measure)) == 1), _SIZES[-1])


def _laid(cells: list[_Cells], size: float, above: Block, measure: Measure) -> tuple[Page, ...]:
    """Pages of these rows, which are as high as they can be where that leaves them on one page."""
    rows = [_packed(row, size, measure) for row in cells]
    foot = Block(_FOOT, (Text(0, 4.5, _FOOT_WORDS, _NOTE),))
    pages: tuple[Page, ...] = ()
    for lowest in _LOWEST_ROWS:
        style = TableStyle(
            size=size, head_size=_HEAD_SIZE, pitch=1.2, padding=_PADDING, lowest_row=lowest, line=0.15
        )
        pages = flow_table(_COLUMNS, rows, measure, _PAPER, style, first=above, later=above, footer=foot)
        if len(pages) == 1:
            break
    return pages


def _packed(cells: _Cells, size: float, measure: Measure) -> Row:
    """Cells with a line break only between their parts, wherever a part fits into a line."""
    return Row(
        tuple(
            _lines(parts, column.width_mm - 2 * _PADDING, size, measure)
            for parts, column in zip(cells, _COLUMNS, strict=True)
        )
    )


def _lines(parts: tuple[str, ...], room: float, size: float, measure: Measure) -> str:
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{part}" if lines else part
        if lines and measure.width(longer.rstrip(), size) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return "\n".join(line.strip() for line in lines)


def _cells(number: int, card: HouseholdCard) -> _Cells:
    """The cells of a household, each in the parts that are kept in one line."""
    household, people = card.household, card.people
    heads = [_marked(person) for person in people if person.is_head]
    others = [_member(person) for person in people if not person.is_head]
    return (
        (str(number),),
        (household.code,),
        _listed(heads),
        (str(len(people)),),
        _listed(others),
        (_where(household.house_number, household.address),),
        _phone(people),
        (),
    )


def _listed(words: list[str]) -> tuple[str, ...]:
    return tuple(f"{word}、" for word in words[:-1]) + tuple(words[-1:])


def _marked(person: PersonRow) -> str:
    return f"{person.name}{_MEMBER}" if person.party_kind else person.name


def _member(person: PersonRow) -> str:
    relation = f"（{person.relation_word}）" if person.relation_word else ""
    return f"{_marked(person)}{relation}"


def _where(house_number: str, address: str) -> str:
    """The address; the house number before it where the address does not say it (12号楼 is a building)."""
    if not house_number or re.search(rf"(?<!\d){re.escape(house_number)}号(?!楼)", address):
        return address
    return f"{house_number}号　{address}".rstrip("　")


def _phone(people: tuple[PersonRow, ...]) -> tuple[str, ...]:
    """The head's phone, masked; somebody else's with the name where the head has none."""
    for person in people:
        if person.phone is not None:
            masked = person.phone.masked()
            return (masked,) if person.is_head else (f"{masked} ", person.name)
    return ()


def _heading(content: RosterContent, grid: GridRoster, measure: Measure) -> Block:
    title = f"{content.village_name}{grid.grid.name}花名册"
    residents = sum(len(card.people) for card in grid.households)
    counts = f"{len(grid.households)} 户 {residents} 人　党员 {_party(grid)} 人"
    left = f"{content.township}　网格编码 {grid.grid.full_code}"
    day = f"{_day(content.as_of)}　{counts}"
    room = _WIDTH - 2 * max(measure.width(left, _NOTE), measure.width(day, _NOTE)) - 6
    size = measure.fit(title, room, _TITLE, Face.BOLD, _NOTE)
    return Block(
        _ABOVE,
        (
            Text(_WIDTH / 2, 7.0, title, size, Face.BOLD, Align.CENTRE),
            Text(0, 8.2, left, _NOTE),
            Text(_WIDTH, 8.2, day, _NOTE, align=Align.RIGHT),
        ),
    )


def _party(grid: GridRoster) -> int:
    return sum(1 for card in grid.households for person in card.people if person.party_kind is not None)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _numbered(page: Page, number: int, count: int) -> Page:
    words = f"第 {number} 页　共 {count} 页"
    text = Text(_SIDE + _WIDTH, page.height - _BOTTOM - 1.0, words, _NOTE, align=Align.RIGHT)
    return replace(page, items=(*page.items, text))
