"""Tables beneath each other in one sheet: where each begins, what its header says, and what stands above."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from passbook_desk.features.intake.layout_headers import (
    MOST_LINES,
    SAYING,
    Header,
    Spans,
    better,
    find_header,
    header_of_lines,
    is_title_like,
)
from passbook_desk.features.intake.layout_titles import Path, Titles
from passbook_desk.features.intake.looks import Looks, looks_of
from passbook_desk.features.intake.reading import CellKind, CellValue, RowCells, SheetRows
from passbook_desk.features.intake.table import plain_title

_FEW: Final = 2
_MOST_LEADING: Final = 4
_LONG_DIGITS: Final = 6
_LONGEST_TITLE: Final = 40
_VALUES: Final = frozenset({Looks.RELATION, Looks.SEX, Looks.PARTY, Looks.EDUCATION, Looks.RESIDENCE})
"""户主 and 党员 are titles of columns, and are said in cells as well."""
_PLACE: Final = re.compile(
    r"第?[一二三四五六七八九十\d]{1,3}号?(?:村民|居民)?(?:小组|网格|组|队|社|片区|片|屯)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """One of the tables beneath each other. `start` and `end` are places in the sheet's rows.

    `start` is the first of the lines above its header, `end` the place after its last row. `captions` are
    those lines (none for the first table); `section` is the one of them that names a place.
    """

    header: Header
    start: int
    end: int
    captions: tuple[str, ...] = ()
    section: str = ""


def find_blocks(sheet: SheetRows, header: Header, titles: Titles) -> tuple[Block, ...]:
    """The tables of a sheet whose first header is `header`; a header said again as it was begins none."""
    blocks = [Block(header, 0, len(sheet.rows))]
    finder = _Finder(sheet, titles)
    finder.learn(header)
    place = header.below
    while place < len(sheet.rows):
        found = finder.header_at(place, blocks[-1].header) if header.paths else None
        if found is None:
            place += 1
            continue
        top = found.below - sum(1 for row in sheet.rows[: found.below] if row.number in found.rows)
        start = finder.leading(top, blocks[-1].header.below)
        captions = tuple(
            cell.text.strip() for row in sheet.rows[start:top] for cell in row.cells if cell.text.strip()
        )
        section = next((text for text in captions if _PLACE.search(text)), "")
        last = blocks.pop()
        blocks += [
            Block(last.header, last.start, start, last.captions, last.section),
            Block(found, start, len(sheet.rows), captions, section),
        ]
        finder.learn(found)
        place = found.below
    return tuple(blocks)


def earlier_header(sheet: SheetRows, header: Header, titles: Titles) -> Header | None:
    """A header further up with people beneath it: the found one is that of a second table."""
    top = next((place for place, row in enumerate(sheet.rows) if row.number in header.rows), 0)
    found = find_header(replace(sheet, rows=sheet.rows[:top]), titles)
    if found is None or found.score < _FEW:
        return None
    names = naming_keys(titles)
    naming = [column for column, path in found.paths.items() if _names(path, names, titles)]
    between = sheet.rows[found.below : top]
    is_table = any(Looks.PERSON in looks_of(row.at(column)) for row in between for column in naming)
    return found if is_table else None


def naming_keys(titles: Titles) -> frozenset[str]:
    """The fields that say whom a row is about."""
    return frozenset(
        key
        for spec in titles.specs
        if spec.required or spec.looks is Looks.ID_NUMBER
        for key in (spec.key, spec.instead)
        if key
    )


def counterparts(one: Header, other: Header) -> Mapping[int, int]:
    """Columns of `other` by the columns of `one` that mean the same: by title, or untitled in place."""
    found: dict[int, int] = {}
    for whole in (True, False):
        mine, theirs = _by_title(one, whole), _by_title(other, whole)
        for title, columns in mine.items():
            for column, same in zip(columns, theirs.get(title, ()), strict=False):
                if column not in found and same not in found.values():
                    found[column] = same
    width = max((*one.paths, *other.paths), default=0) + 1
    for column in range(width):
        if column not in found and column not in other.paths and column not in found.values():
            found[column] = column
    return found


def _by_title(header: Header, whole: bool) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for column, path in sorted(header.paths.items()):
        found.setdefault(plain_title("".join(path) if whole else path[-1]), []).append(column)
    return found


def _names(path: Path, keys: frozenset[str], titles: Titles) -> bool:
    return any(strength > 0 and key in keys for key, strength in titles.strengths(path).items())


@dataclass(slots=True)
class _Told:
    """How many cells of a row are titles; the words of those that values cannot be."""

    filled: int = 0
    titles: int = 0
    known: int = 0
    certain: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Finder:
    """Looks for rows that are lines of a header, by the fields' titles and by those of the tables above."""

    sheet: SheetRows
    titles: Titles
    _spans: Spans = field(init=False)
    _names: frozenset[str] = field(init=False)
    _known: set[str] = field(default_factory=set)
    _most: int = 0

    def __post_init__(self) -> None:
        self._spans = Spans(self.sheet)
        self._names = naming_keys(self.titles)

    def learn(self, header: Header) -> None:
        """Titles of a table stand above the next one too, wherever."""
        self._known |= {plain_title(line) for path in header.paths.values() for line in path}
        self._most = max(self._most, len(header.paths))

    def names_people(self, row: RowCells) -> bool:
        """The row is a line of a header, and one of its titles says whom the rows beneath are about."""
        told = self._told(row)
        if told is None or len(told.certain) < _FEW or told.titles * 2 <= told.filled:
            return False
        if told.known * 2 > self._most > 0:
            return True
        return any(_names((text,), self._names, self.titles) for text in told.certain)

    def header_at(self, place: int, current: Header) -> Header | None:
        """The header of another table a line of which is here; None for data, or `current` said again."""
        rows = self.sheet.rows
        if not self.names_people(rows[place]) or _says_again(rows[place], current):
            return None
        best: Header | None = None
        for top in self._tops(place, current.below):
            for lines in range(place - top + 1, MOST_LINES + 1):
                window = rows[top : top + lines]
                if len(window) < lines or window[-1].number - window[0].number >= lines:
                    break
                if not all(self._is_line(row) for row in window[place - top + 1 :]):
                    break
                found = header_of_lines(self._spans, top, window, self.titles)
                if found is not None and better(found, best):
                    best = found
        if best is None:
            texts = {column: (cell.text.strip(),) for column, cell in enumerate(rows[place].cells)}
            best = Header(
                (rows[place].number,), place + 1, {column: path for column, path in texts.items() if path[0]}
            )
        return None if _is_same(best, current) else best

    def leading(self, top: int, least: int) -> int:
        """The place of the first of the titles and units above a header."""
        start = top
        while start > least and top - start < _MOST_LEADING and _leads(self.sheet.rows[start - 1]):
            start -= 1
        return start

    def _tops(self, place: int, least: int) -> list[int]:
        tops = [place]
        while len(tops) < MOST_LINES and tops[-1] > least and self._is_upper(tops[-1] - 1):
            tops.append(tops[-1] - 1)
        return tops

    def _is_upper(self, place: int) -> bool:
        row = self.sheet.rows[place]
        if not is_title_like(row) or row.number != self.sheet.rows[place + 1].number - 1:
            return False
        return self._is_line(row) or any(
            self._spans.is_wide(row.number, column) for column in range(len(row.cells))
        )

    def _is_line(self, row: RowCells) -> bool:
        told = self._told(row)
        return told is not None and len(told.certain) > 0 and told.titles * 2 > told.filled

    def _told(self, row: RowCells) -> _Told | None:
        told = _Told()
        for cell in row.cells:
            if cell.kind is CellKind.EMPTY:
                continue
            if cell.kind is not CellKind.TEXT or len(cell.text) > _LONGEST_TITLE:
                return None
            if cell.text[:_LONG_DIGITS].isdecimal() and len(cell.text) >= _LONG_DIGITS:
                return None
        for cell in row.cells:
            if cell.text.strip():
                self._count(told, cell)
        return told

    def _ends_as_title(self, plain: str, cell: CellValue) -> bool:
        """配偶姓名 and 户主身份证号 are titles, 第一网格 is a place."""
        return self.titles.ends_as_title(plain) and Looks.PLACE not in looks_of(cell)

    def _count(self, told: _Told, cell: CellValue) -> None:
        told.filled += 1
        plain = plain_title(cell.text)
        known = plain in self._known
        if not plain or not (known or self.titles.exact(cell.text) or self._ends_as_title(plain, cell)):
            return
        told.titles += 1
        if not looks_of(cell) & _VALUES:
            told.known += known
            told.certain.append(cell.text)


def _says_again(row: RowCells, header: Header) -> bool:
    """Every cell of the row stands in a line of the header, in the same column."""
    return all(
        plain_title(cell.text) in map(plain_title, header.paths.get(column, ()))
        for column, cell in enumerate(row.cells)
        if cell.text.strip()
    )


def _is_same(one: Header, other: Header) -> bool:
    return one.paths.keys() == other.paths.keys() and all(
        plain_title("".join(path)) == plain_title("".join(other.paths[column]))
        for column, path in one.paths.items()
    )


def _leads(row: RowCells) -> bool:
    """A title, a unit or a date: a cell alone, or a few of which one says something (单位：…)."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if len(filled) == 1:
        return filled[0].kind is CellKind.TEXT and not looks_of(filled[0]) & {Looks.PERSON, Looks.ID_NUMBER}
    return 0 < len(filled) <= _FEW + 1 and any(SAYING.search(cell.text) for cell in filled)
