"""The header of a sheet: one to three lines somewhere below titles, units and dates."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from passbook_desk.features.intake.layout_titles import EXACT, Path, Titles
from passbook_desk.features.intake.looks import Looks, looks_of
from passbook_desk.features.intake.reading import CellKind, RowCells, SheetRows
from passbook_desk.features.intake.table import plain_title

_ROWS_LOOKED_AT: Final = 40
MOST_LINES: Final = 3
_LONGEST_TITLE: Final = 40
_MOST_NUMBERS: Final = 0.34
_PART: Final = 0.5
_JOINED: Final = 0.1
_FITS: Final = 0.05
_FEW: Final = 2
_DATA: Final = frozenset({Looks.ID_NUMBER, Looks.PHONE, Looks.BANK_NUMBER})
SAYING: Final = re.compile(r"[:：].*\w|(?:花名册|登记表|统计表|台账|一览表)$|\d年\d", re.DOTALL)
"""填报单位：清泉村 says something, and the name of the list is no title of a column; 姓名： is one."""
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Header:
    """A sheet's header: the numbers of its rows, the place of the first row beneath, and the titles.

    `paths` has for each column that bears a title its lines from top to bottom.
    """

    rows: tuple[int, ...]
    below: int
    paths: Mapping[int, Path]
    score: float = 0.0

    def text(self, column: int) -> str:
        """What stands above a column, lines parted by a stroke: 家庭成员基本情况/姓名."""
        return "/".join(_SPACES.sub("", line) for line in self.paths.get(column, ()))

    def texts(self) -> tuple[str, ...]:
        """The titles of all columns from A, "" where none stands."""
        return tuple(self.text(column) for column in range(max(self.paths, default=-1) + 1))


NO_HEADER: Final = Header((), 0, {})


def headers_digest(headers: Sequence[str]) -> str:
    """What a sheet's headers are remembered by: a digest of them, or "" for a sheet without any."""
    plain = [plain_title(header) for header in headers]
    if not any(plain):
        return ""
    return hashlib.sha256("\0".join(plain).encode()).hexdigest()


def find_header(sheet: SheetRows, titles: Titles) -> Header | None:
    """The lines that name most fields; among equals the first, and the upper line of groups with them."""
    spans = Spans(sheet)
    best: Header | None = None
    for place in range(min(_ROWS_LOOKED_AT, len(sheet.rows))):
        for lines in range(1, MOST_LINES + 1):
            rows = sheet.rows[place : place + lines]
            if len(rows) < lines or rows[-1].number - rows[0].number >= lines:
                break
            if not is_title_like(rows[-1]):
                break
            found = header_of_lines(spans, place, rows, titles)
            if found is not None and better(found, best):
                best = found
    return best


def better(found: Header, best: Header | None) -> bool:
    """The found header names more fields than the best so far, or is that with its upper line."""
    if best is None:
        return found.score > 0
    if set(best.rows) < set(found.rows) and found.rows[-1] == best.rows[-1]:
        return found.score >= best.score
    return found.score > best.score


def is_title_like(row: RowCells) -> bool:
    """A row that may be a line of a header: short words, no ID, phone or date, hardly a number."""
    filled = [cell for cell in row.cells if cell.kind is not CellKind.EMPTY and cell.text.strip()]
    numbers = 0
    for cell in filled:
        if cell.kind in (CellKind.DATE, CellKind.FLAG) or len(cell.text) > _LONGEST_TITLE:
            return False
        looks = looks_of(cell)
        if looks & _DATA:
            return False
        numbers += Looks.NUMBER in looks
    return bool(filled) and numbers <= _MOST_NUMBERS * len(filled)


class Spans:
    """How far the cells of a sheet's top rows reach, by their merges or, without any, over blanks."""

    def __init__(self, sheet: SheetRows) -> None:
        self.merges = {(merge.first_row, merge.first_column): merge for merge in sheet.merges}
        self._merged = {merge.first_row for merge in sheet.merges}

    def right(self, row: RowCells, column: int, beneath: RowCells) -> int:
        """The last column that a cell stands over."""
        merge = self.merges.get((row.number, column))
        if merge is not None:
            return merge.last_column
        if row.number in self._merged:
            return column
        last = column
        while (
            last + 1 < len(beneath.cells)
            and not row.at(last + 1).text.strip()
            and beneath.at(last + 1).text.strip()
        ):
            last += 1
        return last if beneath.at(column).text.strip() else column

    def is_wide(self, row: int, column: int) -> bool:
        """The cell is merged with its right neighbours: a group, with titles beneath."""
        merge = self.merges.get((row, column))
        return merge is not None and merge.last_column > column

    def down(self, row: int, column: int) -> int:
        """The last row that a cell stands over."""
        merge = self.merges.get((row, column))
        return row if merge is None else merge.last_row


@dataclass(slots=True)
class _Stack:
    """Titles being put together from the lines of a header."""

    spans: Spans
    titles: Titles
    paths: dict[int, Path] = field(default_factory=dict)
    clashes: int = 0
    joined: int = 0

    def put(self, rows: Sequence[RowCells], depth: int, column: int, text: str) -> None:
        """A cell of a line: a title of its own, the rest of the title above it, or one beneath a group."""
        row, above = rows[depth], self.paths.get(column, ())
        if above and not self._is_grouped(rows, depth, column):
            joined = "".join((*above, text))
            fits = bool(self.titles.exact(joined))
            self.joined += fits
            is_group = self.titles.exact(text) and not self.titles.exact(above[-1])
            self.clashes += not fits and not is_group
            self.paths[column] = (joined,) if fits else (*above, text)
            return
        last = self.spans.right(row, column, rows[depth + 1]) if depth + 1 < len(rows) else column
        for covered in range(column, last + 1):
            self.paths[covered] = (*self.paths.get(covered, ()), text)

    def _is_grouped(self, rows: Sequence[RowCells], depth: int, column: int) -> bool:
        """The cell above stands over several columns."""
        above = rows[depth - 1]
        start = column
        while start > 0 and not above.at(start).text.strip():
            start -= 1
        last = self.spans.right(above, start, rows[depth])
        return last >= column and last > start


def header_of_lines(spans: Spans, place: int, rows: Sequence[RowCells], titles: Titles) -> Header | None:
    """The header that these rows, the first at `place`, make together; None when they make none."""
    lines = [
        [(column, text) for column, cell in enumerate(row.cells) if (text := cell.text.strip())]
        for row in rows
    ]
    if len(rows) > 1 and (
        len(lines[0]) < _FEW or any(SAYING.search(text) for line in lines[:-1] for _, text in line)
    ):
        return None
    stack = _Stack(spans, titles)
    for depth, line in enumerate(lines):
        for column, text in line:
            stack.put(rows, depth, column, text)
    alone = len(lines[-1]) < _FEW and not any(titles.exact(text) for _, text in lines[-1])
    if len(rows) > 1 and alone and not stack.joined:
        return None
    last = rows[-1].number
    ends = [
        spans.down(row.number, column) for row, line in zip(rows, lines, strict=True) for column, _ in line
    ]
    end = max(last, min(max(ends, default=last), last + MOST_LINES))
    score = _score(stack.paths, titles) - stack.clashes + _JOINED * stack.joined
    score -= _PART * sum(1 for column, _ in lines[-1] if spans.is_wide(last, column))
    if len(rows) > 1 and not stack.clashes:
        score += _FITS
    return Header(tuple(range(rows[0].number, end + 1)), place + len(rows), stack.paths, score)


def _score(paths: Mapping[int, Path], titles: Titles) -> float:
    best: dict[str, float] = {}
    for path in paths.values():
        strengths = {**titles.strengths(path[-1:]), **_positive(titles.strengths(path))}
        if not strengths:
            continue
        key = max(strengths, key=lambda name: strengths[name])
        worth = 1.0 if strengths[key] >= EXACT else _PART if strengths[key] > 0 else 0.0
        best[key] = max(best.get(key, 0.0), worth)
    return sum(best.values())


def _positive(strengths: Mapping[str, float]) -> Mapping[str, float]:
    return {key: strength for key, strength in strengths.items() if strength > 0}


def repeats(row: RowCells, header: Header) -> bool:
    """The row says again what stands in a line of the header."""
    filled = same = 0
    for column, cell in enumerate(row.cells):
        text = cell.text.strip()
        if text:
            filled += 1
            lines = header.paths.get(column, ())
            same += any(
                text == line or (text[0] == line[0] and plain_title(text) == plain_title(line))
                for line in lines
            )
    return filled > 1 and same * 2 > filled
