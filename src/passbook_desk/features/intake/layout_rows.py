"""The rows of a table: people's rows, and between them repeated headers, totals, captions and remarks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from passbook_desk.features.intake.layout_headers import Header, repeats
from passbook_desk.features.intake.looks import Looks, looks_of
from passbook_desk.features.intake.reading import EMPTY_CELL, CellKind, CellValue, Merge, RowCells, SheetRows
from passbook_desk.features.intake.table import TableRow, plain_title

_TOTAL: Final = re.compile(
    r"(?:本页|本组|本网格|本村|全村|全组|以上|本户|本表)?(?:小计|合计|总计|共计|累计|总数|总和|\D{1,4}(?:小计|合计|总计|共计)|共有?\d+户|共有?\d+人)|"
    r"(?:本页|本组|本网格|本村|全村|全组|以上|本表|.{0,6})共?有?\d+户\D{0,3}\d+人|共\d+[户人页]|本页人数|人数合计|户数合计"
)
_REMARK: Final = re.compile(
    r"(?:备注|注|说明|填表说明|填报说明|附注|附|备|填表人|填报人|制表人?|审核人?|负责人|经办人|统计人|登记人|记录人|监督人"
    r"|联系人|单位|填报单位|填表单位|制表单位|填表日期|填表时间|填报时间|填报日期|制表日期|时间|日期|签字|盖章|调查人|录入人"
    r"|审核|复核人?|采集人|网格员|网格长)(?:\d*|[(（].{0,12}[)）])[:：.、]|^[(（]?\d+[)）.、].{8,}|^以下(?:空白|无)"
)
_CONTINUED: Final = re.compile(r"[(（【]?(?:续表|接上页|续上页|续)[)）】]?|第\d+页|共\d+页")
_EXAMPLE: Final = re.compile(
    r"[(（【]?(?:例|示例|样例|范例|举例|填写示例|填写样例|填表示例|填写说明|填表说明)(?:[)）】:：].*)?",
    re.DOTALL,
)
_LIST: Final = re.compile(
    r"(?:花名册|名册|登记表|统计表|采集表|摸底表|信息表|情况表|台账|一览表?|底册|花名)(?:[(（].{0,16}[)）])?$"
)
"""What a list is called; with few other cells beside it, it is the title of one."""
_WIDTH: Final = 200
_LEAST_ID: Final = 8
"""As few characters has an ID number that Excel shows as 1.4E+17."""
_FEW: Final = 2
_LONG_CAPTION: Final = 20
_LONG_NAME: Final = 6


class RowKind(StrEnum):
    """What a row below the header is."""

    DATA = "data"
    HEADER = "header"
    TOTAL = "total"
    REMARK = "remark"
    SECTION = "section"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Columns by which a row is known as somebody's: of his name, of his head's, and of what is his own."""

    naming: frozenset[int]
    heads: frozenset[int]
    own: frozenset[int]


def row_kind(row: RowCells, header: Header, captions: Sequence[str], meaning: Meaning) -> RowKind:
    """What a row is. A row with an ID, or with a name and anything else of a person, is never left out.

    Only a form's example (例：王某某) is nobody, whatever else stands in its row.
    """
    filled = [(column, cell) for column, cell in enumerate(row.cells) if cell.text.strip()]
    if not filled:
        return RowKind.BLANK
    if any(_EXAMPLE.fullmatch(cell.text.strip()) for _, cell in filled):
        return RowKind.REMARK
    if any(
        len(cell.text) >= _LEAST_ID and Looks.ID_NUMBER in looks_of(cell)
        for column, cell in filled
        if column in meaning.own
    ):
        return RowKind.DATA
    if repeats(row, header):
        return RowKind.HEADER
    first = filled[0][1].text
    plain = re.sub(r"\s+", "", first)
    aside = _aside([cell for _, cell in filled])
    if aside is RowKind.SECTION and _is_caption(plain, captions):
        return RowKind.HEADER
    if aside is not None:
        return aside
    if len(filled) <= _FEW and _is_caption(plain, captions):
        return RowKind.HEADER
    if len(filled) > _FEW and _is_numbering([cell.text.strip() for _, cell in filled]):
        return RowKind.HEADER
    names = [cell for column, cell in filled if column in meaning.naming]
    heads = [cell for column, cell in filled if column in meaning.heads]
    if any(Looks.PERSON in looks_of(cell) for cell in (*names, *heads)):
        return RowKind.DATA
    if len(filled) == 1 and (kind := _alone(*filled[0], meaning)):
        return kind
    if names or sum(1 for column, _ in filled if column in meaning.own) >= _FEW:
        return RowKind.DATA
    return RowKind.BLANK


def is_aside(row: RowCells) -> bool:
    """A total, a remark or the title of a list: nobody, whatever the columns are."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    return bool(filled) and _aside(filled) is not None


def _aside(filled: Sequence[CellValue]) -> RowKind | None:
    texts = [re.sub(r"\s+", "", cell.text) for cell in filled[: _FEW + 1] if cell.kind is CellKind.TEXT]
    if any(map(_TOTAL.match, texts)):
        return RowKind.TOTAL
    if _REMARK.match(re.sub(r"\s+", "", filled[0].text)):
        return RowKind.REMARK
    if len(filled) <= _FEW + 1 and any(map(_LIST.search, texts)):
        return RowKind.SECTION
    return None


def _is_numbering(texts: Sequence[str]) -> bool:
    """1 2 3 4 …, as forms number their columns beneath the header."""
    numbers = [
        int(text)
        for text in (text.strip("()（）") for text in texts)
        if text.isdecimal() and len(text) < _FEW + 1
    ]
    return len(numbers) == len(texts) and all(other - one == 1 for one, other in pairwise(numbers))


def _is_caption(text: str, captions: Sequence[str]) -> bool:
    """The sheet's title again, as on every printed page."""
    return bool(_CONTINUED.fullmatch(text)) or plain_title(_CONTINUED.sub("", text)) in captions


def _alone(column: int, cell: CellValue, meaning: Meaning) -> RowKind | None:
    """What the only cell of a row makes of it; None when it may be a name."""
    if cell.kind is not CellKind.TEXT:
        return None
    text = re.sub(r"\s+", "", cell.text)
    if len(text) > _LONG_CAPTION or any(mark in text for mark in "。；;"):
        return RowKind.REMARK
    if column not in meaning.naming or Looks.PLACE in looks_of(cell) or len(plain_title(text)) > _LONG_NAME:
        return RowKind.SECTION
    return None


class _Filling:
    """What merged cells say in the rows beneath them; asked row by row from top to bottom."""

    def __init__(self, rows: Sequence[RowCells], merges: Sequence[Merge]) -> None:
        self._rows = {row.number: row for row in rows}
        tall = (
            merge for merge in merges if merge.last_row > merge.first_row and merge.first_row in self._rows
        )
        self._waiting = sorted(tall, key=lambda merge: merge.first_row, reverse=True)
        self._active: dict[int, tuple[int, int, CellValue]] = {}

    def filled(self, row: RowCells) -> tuple[tuple[CellValue, ...], Mapping[int, int]]:
        """The row's cells with what merged cells say, and for such columns the row where the block begins."""
        self._advance(row.number)
        if not self._active:
            return row.cells, {}
        cells = [*row.cells, *[EMPTY_CELL] * (max(self._active) + 1 - len(row.cells))]
        for column, (_, _, value) in self._active.items():
            if cells[column].kind is CellKind.EMPTY:
                cells[column] = value
        return tuple(cells), {column: first for column, (first, _, _) in self._active.items()}

    def _advance(self, number: int) -> None:
        for column in [column for column, (_, last, _) in self._active.items() if last < number]:
            del self._active[column]
        while self._waiting and self._waiting[-1].first_row <= number:
            merge = self._waiting.pop()
            if merge.last_row < number:
                continue
            value = self._rows[merge.first_row].at(merge.first_column)
            for column in range(merge.first_column, min(merge.last_column, _WIDTH) + 1):
                if column not in self._active:
                    self._active[column] = (merge.first_row, merge.last_row, value)


def table_rows(
    sheet: SheetRows, header: Header, captions: Sequence[str], meaning: Meaning
) -> tuple[tuple[TableRow, ...], tuple[int, ...]]:
    """The rows below the header that are somebody's, and the numbers of those that are not."""
    plain_captions = tuple(filter(None, (plain_title(_CONTINUED.sub("", text)) for text in captions)))
    filling = _Filling(sheet.rows[header.below :], sheet.merges)
    rows: list[TableRow] = []
    passed: list[int] = []
    section = ""
    for row in sheet.rows[header.below :]:
        if header.rows and row.number <= header.rows[-1]:
            continue
        kind = row_kind(row, header, plain_captions, meaning)
        if kind is not RowKind.DATA:
            passed.append(row.number)
            if kind is RowKind.SECTION:
                section = next(cell.text.strip() for cell in row.cells if cell.text.strip())
            continue
        cells, filled = filling.filled(row)
        rows.append(TableRow(row.number, cells, row.number in sheet.hidden_rows, filled, section=section))
    return tuple(rows), tuple(passed)
