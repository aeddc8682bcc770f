"""打卡表: a check-in sheet per grid that comes back filled in, and the codes by which its rows are known.

The sheet is guarded without a password: only yellow cells can be filled in, so that rows keep their codes.
Names and house numbers only: no ID, phone, tag or remark is on it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from passbook_desk.documents.sheet import Area, Cell, Choice, DateOnly, Merge, Sheet, Style, Workbook
from passbook_desk.features.households.roster.content import GridRoster, RosterContent
from passbook_desk.features.households.values import HouseholdCard
from passbook_desk.kernel.ids import new_uid

ATTENDANCE: Final = ("到", "未到", "代")
"""Came, stayed away, sent somebody else."""

_FORM: Final = "DK1"
_DIGEST: Final = 6
_ITEMS_TAB: Final = "事项"
_HEADS: Final = (
    ("序号", 6.0),
    ("户编号", 10.0),
    ("编码（勿动）", 24.0),
    ("户主", 16.0),
    ("门牌", 12.0),
    ("到场", 10.0),
    ("代到的人", 16.0),
    ("备注", 26.0),
)
_CODE: Final = 2
_CAME_COLUMN: Final = 5
_LAST: Final = len(_HEADS) - 1
_ABOVE: Final = 4
_HOW: Final = (
    "先选事项、写日期，再在“到场”里选：到、未到、代（别人代到，写上是谁）。没来的可以空着。"
    "只填黄色的格子，不增删行；填好把这份表交回村里。"
)
_YEARS_BACK, _DAYS_AHEAD = 2, 62


@dataclass(frozen=True, slots=True)
class RowCode:
    """What the hidden cell of a row says: which sheet given out, which grid, which household.

    `batch` names one giving-out of the sheets; `household` is "" for the sheet itself. As text
    DK1-<batch>-<area>-<grid>-<household>-<check>, where the check is the first six hex digits of the SHA-256
    of what stands before it: it notices a cell typed over, and a row of another village.
    """

    batch: str
    area: str
    grid: str
    household: str = ""

    def __str__(self) -> str:
        said = "-".join((_FORM, self.batch, self.area, self.grid, self.household))
        return f"{said}-{hashlib.sha256(said.encode()).hexdigest()[:_DIGEST]}"


def new_batch() -> str:
    """The name of one giving-out of sheets: eight hex digits, so that a sheet read twice is known."""
    return new_uid()[:8]


def checkin_workbook(content: RosterContent, items: Sequence[str], batch: str) -> Workbook:
    """One sheet per grid and a hidden one with the `items`, the words that the item cell offers.

    Only scored households are listed: nobody else has points to get (domain §13 rule 19). Without items the
    cell is a plain one to write into.
    """
    sheets = [_grid_sheet(content, grid, len(items), batch) for grid in content.grids]
    if items:
        rows = tuple((Cell(item),) for item in items)
        sheets.append(Sheet(_ITEMS_TAB, rows, widths=(40.0,), hidden=True, footer_page_numbers=False))
    return Workbook(tuple(sheets), f"{content.village_name}打卡表")


def _grid_sheet(content: RosterContent, grid: GridRoster, items: int, batch: str) -> Sheet:
    scored = [card for card in grid.households if card.household.scored]
    code = RowCode(batch, content.area, grid.grid.code)
    head = tuple(Cell(title, Style.HEAD) for title, _ in _HEADS)
    table = tuple(
        _row(number, card, RowCode(code.batch, code.area, code.grid, card.household.code))
        for number, card in enumerate(scored, 1)
    )
    first = _ABOVE + 1
    attendance = Area(first, _CAME_COLUMN, max(first, _ABOVE + len(table)), _CAME_COLUMN)
    return Sheet(
        name=grid.grid.name,
        rows=(*_above(content, grid, len(scored), code), head, *table),
        widths=tuple(width for _, width in _HEADS),
        merges=(
            Merge(0, 0, 0, _LAST),
            Merge(1, 0, 1, _LAST),
            Merge(2, 0, 2, 1),
            Merge(2, 3, 2, _CAME_COLUMN),
            Merge(3, 0, 3, _LAST),
        ),
        head_rows=1,
        head_from=_ABOVE,
        entries=(*_head_entries(items, content.as_of), Choice(attendance, words=ATTENDANCE)),
        hidden_columns=(_CODE,),
        guarded=True,
    )


def _head_entries(items: int, today: date) -> tuple[Choice | DateOnly, ...]:
    """The item is chosen from the hidden sheet; the sheet may be handed out up to two months ahead."""
    day = DateOnly(
        Area(2, _LAST, 2, _LAST), date(today.year - _YEARS_BACK, 1, 1), today + timedelta(days=_DAYS_AHEAD)
    )
    if not items:
        return (day,)
    cell = Area(2, 3, 2, _CAME_COLUMN)
    return (Choice(cell, sheet=_ITEMS_TAB, column=Area(0, 0, items - 1, 0)), day)


def _above(
    content: RosterContent, grid: GridRoster, households: int, code: RowCode
) -> tuple[tuple[Cell, ...], ...]:
    """Title, how to fill in, item and date, and a line of facts; the code of the sheet is hidden there."""
    facts = (
        f"{content.township}　网格编码 {grid.grid.full_code}　{households} 户　"
        f"{content.as_of.year}年{content.as_of.month}月{content.as_of.day}日制表　网格员签字：＿＿＿＿＿＿"
    )
    return (
        (Cell(f"{content.village_name}{grid.grid.name}打卡表", Style.TITLE),),
        (Cell(_HOW, Style.NOTE),),
        (
            Cell("事项", Style.HEAD),
            Cell(None, Style.HEAD),
            Cell(str(code), Style.TEXT),
            Cell(None, Style.ENTRY),
            Cell(None, Style.ENTRY),
            Cell(None, Style.ENTRY),
            Cell("日期", Style.HEAD),
            Cell(None, Style.ENTRY_DATE),
        ),
        (Cell(facts, Style.NOTE),),
    )


def _row(number: int, card: HouseholdCard, code: RowCode) -> tuple[Cell, ...]:
    household = card.household
    return (
        Cell(number, Style.CENTRED),
        Cell(household.code, Style.CENTRED),
        Cell(str(code), Style.TEXT),
        Cell(household.head_name, Style.CENTRED),
        Cell(household.house_number, Style.CENTRED),
        Cell(None, Style.ENTRY),
        Cell(None, Style.ENTRY),
        Cell(None, Style.ENTRY),
    )
