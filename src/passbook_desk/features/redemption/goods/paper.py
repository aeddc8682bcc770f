"""物品价目表 for the wall: what everything costs in points, by category, A4 upright."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Align, Face, Item, Page, Text
from passbook_desk.features.passbooks.looks import chinese_day
from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.features.redemption.goods.words import NO_LIMIT, by_category, limit_words

_MARGIN: Final = 14.0
_WIDTH: Final = A4[0] - 2 * _MARGIN
_PAPER: Final = Paper(A4, _MARGIN, _MARGIN, 13.0, 14.0)
_WALL: Final = 16.0
"""Body size on a wall, in points (experience §6)."""
_TITLE: Final = 26.0
_LINE: Final = 7.4
_COLUMNS: Final = (
    Column("物品", 54.0),
    Column("规格", 35.0),
    Column("单位", 19.0, Align.CENTRE),
    Column("分值", 22.0, Align.RIGHT),
    Column("限兑", _WIDTH - 130.0, Align.CENTRE),
)
_STYLE: Final = TableStyle(size=_WALL, head_size=_WALL, pitch=1.2, padding=1.2, lowest_row=9.4, line=0.2)


@dataclass(frozen=True, slots=True)
class PriceList:
    """The goods of a village with their prices of a day."""

    village_name: str
    issuer: str
    as_of: date
    rows: tuple[GoodsRow, ...]

    @property
    def title(self) -> str:
        """What the list is called."""
        return f"{self.village_name}积分超市物品价目表"

    @property
    def priced(self) -> tuple[GoodsRow, ...]:
        """What can be redeemed: neither retired nor without a price."""
        return tuple(row for row in self.rows if row.points is not None and row.retired_on is None)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be known below the table."""
        return (
            f"本表是{chinese_day(self.as_of)}的分值，有变动另行张贴。",
            "凭存折兑换，用的是存折上的可用积分。",
        )


def price_list_pages(sheet: PriceList, measure: Measure) -> tuple[Page, ...]:
    """The list for the wall, with the village's name to seal. Raises CharactersNotPrintable."""
    return flow_table(
        _COLUMNS,
        _rows(sheet.priced),
        measure,
        _PAPER,
        _STYLE,
        first=_heading(sheet.title, measure),
        later=_later(f"{sheet.title}（续）", measure),
        closing=_closing(sheet, measure),
    )


def _rows(rows: Sequence[GoodsRow]) -> list[Row]:
    found: list[Row] = []
    for heading, members in by_category(rows):
        found.append(Row((heading,), RowKind.GROUP))
        found += [
            Row((row.name, row.spec, row.unit, str(row.points), limit_words(row) or NO_LIMIT))
            for row in members
        ]
    return found


def _heading(title: str, measure: Measure) -> Block:
    size = measure.fit(title, _WIDTH, _TITLE, Face.BOLD, _WALL)
    return Block(14.0, (Text(_WIDTH / 2, 9.0, title, size, Face.BOLD, Align.CENTRE),))


def _later(title: str, measure: Measure) -> Block:
    size = measure.fit(title, _WIDTH, _WALL, Face.BOLD, _WALL / 2)
    return Block(10.0, (Text(_WIDTH / 2, 6.5, title, size, Face.BOLD, Align.CENTRE),))


def _closing(sheet: PriceList, measure: Measure) -> Block:
    items: list[Item] = []
    y = 9.0
    for note in sheet.notes:
        for line in measure.wrap(note, _WIDTH, _WALL):
            items.append(Text(0.0, y, line, _WALL))
            y += _LINE
    y += 5.0
    for words in (f"{sheet.issuer}（盖章）", chinese_day(sheet.as_of)):
        size = measure.fit(words, _WIDTH / 2, _WALL)
        items.append(Text(_WIDTH, y, words, size, align=Align.RIGHT))
        y += _LINE
    return Block(y, tuple(items))
