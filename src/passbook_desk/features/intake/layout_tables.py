"""The tables of a sheet: which column of each holds which field, and its people's rows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.layout_blocks import Block, counterparts
from passbook_desk.features.intake.layout_columns import (
    Column,
    Columns,
    guess_columns,
    look_over,
    samples,
    spread,
)
from passbook_desk.features.intake.layout_groups import Groups, find_groups
from passbook_desk.features.intake.layout_headers import Header, headers_digest, repeats
from passbook_desk.features.intake.layout_people import people
from passbook_desk.features.intake.layout_rows import is_aside
from passbook_desk.features.intake.layout_titles import Titles
from passbook_desk.features.intake.looks import Looks, folded
from passbook_desk.features.intake.reading import EMPTY_CELL, RowCells, SheetRows
from passbook_desk.features.intake.table import (
    ColumnGuess,
    FieldSpec,
    FoundTable,
    GuessedBy,
    TableRow,
    column_letters,
)

Remembered = Mapping[str, Mapping[str, int]]
"""Columns by field key, by the digest of a sheet's headers."""

_HEAD_WORDS: Final = frozenset({"户主", "本人", "户主本人"})
_MOSTLY: Final = 0.9


@dataclass(frozen=True, slots=True)
class SpareColumn:
    """A column of a sheet that no field is read from."""

    column: int
    header: str
    samples: tuple[str, ...]
    hidden: bool = False

    @property
    def letters(self) -> str:
        """The column's letters as Excel shows them."""
        return column_letters(self.column)


@dataclass(frozen=True, slots=True)
class SheetTables:
    """What the tables of a sheet are together.

    `found` is there when all required fields are and there is somebody, else `missing` are the titles of
    those that are not. `columns` are the first table's, by which it is judged whether it lists people.
    """

    found: FoundTable | None
    columns: tuple[Column, ...]
    spare: tuple[SpareColumn, ...]
    rows: int
    passed: tuple[int, ...]
    missing: tuple[str, ...]


@dataclass(slots=True)
class _Decided:
    """Columns that are not guessed, by field, and who says so."""

    columns: dict[str, int | None] = field(default_factory=dict)
    by: dict[str, GuessedBy] = field(default_factory=dict)

    def put(self, key: str, column: int | None, by: GuessedBy) -> None:
        """The later word counts: another field loses this column."""
        for other in [one for one, taken in self.columns.items() if taken == column and taken is not None]:
            del self.columns[other]
        self.columns[key], self.by[key] = column, by


@dataclass(slots=True)
class _Draft:
    """One of the tables, its columns known."""

    block: Block
    groups: Groups
    columns: tuple[Column, ...]
    beside: frozenset[int]
    guessed: Columns

    def lacks(self, titles: Titles) -> list[FieldSpec]:
        return [spec for spec in titles.specs if spec.required and spec.key not in self.guessed.by_key]


def read_tables(
    sheet: SheetRows, blocks: Sequence[Block], titles: Titles, choices: Choices, remembered: Remembered
) -> SheetTables:
    """Read each of the tables beneath each other by its own header.

    A title means in all of them what it means in the first; what only a later one has is guessed there. The
    clerk's choice of a column is a choice of its title: in the other tables it is the column of that title,
    and where they have none of that title theirs are guessed.
    """
    chosen = [dict(_chosen(sheet, blocks, block, choices)) for block in blocks]
    decided = _of_memory(blocks[0].header, titles, remembered)
    for key, column in chosen[0].items():
        decided.put(key, column, GuessedBy.CLERK)
    drafts = [_draft(blocks[0], _rows_to_judge(sheet, blocks, titles), titles, decided)]
    for block, said in zip(blocks[1:], chosen[1:], strict=True):
        draft = _later_draft(sheet, block, drafts[0], titles, said, remembered)
        if draft.lacks(titles):
            drafts[-1].block = replace(drafts[-1].block, end=block.end)
        else:
            drafts.append(draft)
    return _together(sheet, drafts, titles)


def _chosen(
    sheet: SheetRows, blocks: Sequence[Block], block: Block, choices: Choices
) -> Iterator[tuple[str, int | None]]:
    """What the clerk's choices of columns mean for one of the tables."""
    for (name, key), column in choices.columns.items():
        if name != sheet.name:
            continue
        if column is None or len(blocks) == 1:
            yield key, column
            continue
        owner = next((one for one in blocks if column in one.header.paths), blocks[0])
        if owner is block:
            yield key, column
            continue
        same = counterparts(owner.header, block.header).get(column)
        if same is not None and (same in block.header.paths or _holds(sheet, block, same)):
            yield key, same


def _holds(sheet: SheetRows, block: Block, column: int) -> bool:
    return any(row.at(column).text.strip() for row in sheet.rows[block.header.below : block.end])


def _of_memory(header: Header, titles: Titles, remembered: Remembered) -> _Decided:
    """How these headers were read last time; fields of tables further down shared columns with others."""
    decided = _Decided()
    known = remembered.get(headers_digest(header.texts()), {})
    pairs = [{spec.key, spec.instead} for spec in titles.specs if spec.instead]
    for key, column in known.items():
        sharing = {other for other, taken in known.items() if taken == column}
        if len(sharing) == 1 or sharing in pairs:
            decided.columns[key], decided.by[key] = column, GuessedBy.REMEMBERED
    return decided


def _draft(block: Block, rows: Sequence[RowCells], titles: Titles, decided: _Decided) -> _Draft:
    groups = find_groups(block.header, titles)
    columns = look_over(rows)
    groups = _beside_their_heads(groups, columns, titles)
    beside = frozenset(index for group in groups.groups[groups.panels :] for index in group.whole)
    alone = [column for column in columns if column.index not in beside]
    guessed = guess_columns(groups.base, alone, titles, decided.columns, decided.by)
    guessed = _with_stand_ins(guessed, titles, decided.columns)
    groups, guessed = _with_first_member(groups, guessed, titles)
    return _Draft(block, groups, columns, beside, guessed)


def _later_draft(
    sheet: SheetRows,
    block: Block,
    first: _Draft,
    titles: Titles,
    chosen: Mapping[str, int | None],
    remembered: Remembered,
) -> _Draft:
    decided = _of_memory(block.header, titles, remembered)
    for key, column in chosen.items():
        decided.put(key, column, GuessedBy.CLERK)
    if not first.groups.groups and not find_groups(block.header, titles).groups:
        same = counterparts(first.block.header, block.header)
        by = {guess.key: guess.by for guess in first.guessed.guesses}
        for key, column in first.guessed.by_key.items():
            there = same.get(column)
            if there is not None and there not in block.header.paths and not _holds(sheet, block, there):
                continue
            taken = decided.columns.values()
            is_other = there in taken and first.guessed.by_key.get(_stood_for(key, titles)) != column
            if there is not None and key not in decided.columns and not is_other:
                decided.columns[key], decided.by[key] = there, by.get(key, GuessedBy.HEADER)
    return _draft(block, _likely(sheet.rows[block.header.below : block.end], block.header), titles, decided)


def _stood_for(key: str, titles: Titles) -> str:
    return next((spec.instead for spec in titles.specs if spec.key == key), "")


def _rows_to_judge(sheet: SheetRows, blocks: Sequence[Block], titles: Titles) -> Sequence[RowCells]:
    """The rows by which the first table's columns are known; those of the others under their titles."""
    first, *others = blocks
    rows = sheet.rows[first.header.below : first.end]
    if others and not find_groups(first.header, titles).groups:
        rows = (*rows, *(row for block in others for row in _aligned(sheet, first, block)))
    return _likely(rows, first.header)


def _aligned(sheet: SheetRows, first: Block, block: Block) -> Iterator[RowCells]:
    columns = sorted(counterparts(first.header, block.header).items())
    width = max((column for column, _ in columns), default=-1) + 1
    for row in sheet.rows[block.header.below : block.end]:
        cells = [EMPTY_CELL] * width
        for column, there in columns:
            cells[column] = row.at(there)
        yield RowCells(row.number, tuple(cells))


def _likely(rows: Sequence[RowCells], header: Header) -> Sequence[RowCells]:
    """Rows beneath the header by which columns are judged: neither captions nor the header again."""
    some = spread(rows)
    likely = [row for row in some if _filled(row) > 1 and not repeats(row, header) and not is_aside(row)]
    return likely or some


def _filled(row: RowCells) -> int:
    return sum(1 for cell in row.cells if cell.text.strip())


def _together(sheet: SheetRows, drafts: Sequence[_Draft], titles: Titles) -> SheetTables:
    first = drafts[0]
    union: dict[str, int] = {}
    for draft in drafts:
        union = {**draft.guessed.by_key, **union}
    guesses = _guesses(drafts)
    parts, passed = [], set[int]()
    captions = _captions(sheet, first.block.header)
    for draft in drafts:
        part, nobody = _part(sheet, draft, captions, union, titles)
        parts.append(part)
        passed |= nobody
    rows = tuple(row for part in parts for row in part.rows)
    missing = tuple(spec.title for spec in first.lacks(titles))
    found = None
    if not missing and rows:
        found = replace(
            parts[0],
            columns={spec.key: union[spec.key] for spec in titles.specs if spec.key in union},
            rows=rows,
            guesses=guesses,
            parts=tuple(parts) if len(parts) > 1 else (),
        )
    taken = {column for draft in drafts for column in (*draft.guessed.by_key.values(), *draft.beside)}
    return SheetTables(
        found, first.columns, _spare(sheet, drafts, taken), len(rows), tuple(sorted(passed)), missing
    )


def _part(
    sheet: SheetRows,
    draft: _Draft,
    captions: tuple[str, ...],
    union: Mapping[str, int],
    titles: Titles,
) -> tuple[FoundTable, set[int]]:
    """One of the tables; where its columns are not those of the sheet, its rows say so."""
    block, by_key = draft.block, draft.guessed.by_key
    own = (*captions, *block.captions)
    above = replace(sheet, rows=sheet.rows[: block.end])
    rows, passed = people(above, block.header, own, draft.groups, draft.guessed, titles)
    other = {key: by_key.get(key) for key, column in union.items() if by_key.get(key) != column}
    lines = {row.number for row in sheet.rows[block.start : block.header.below]} if block.start else set()
    part = FoundTable(
        sheet.name,
        block.header.rows[-1] if block.header.rows else 0,
        by_key,
        tuple(_placed(row, other, block.section) for row in rows),
        captions=block.captions or captions,
        guesses=draft.guessed.guesses,
    )
    return part, lines.union(passed)


def _placed(row: TableRow, other: Mapping[str, int | None], section: str) -> TableRow:
    if not other and (row.section or not section):
        return row
    columns = {**other, **(row.columns or {})} if other else row.columns
    return replace(row, columns=columns, section=row.section or section)


def _guesses(drafts: Sequence[_Draft]) -> tuple[ColumnGuess, ...]:
    """The first table's; of fields that only a later one has, or the clerk chose there, that one's."""
    found = {guess.key: guess for guess in drafts[0].guessed.guesses}
    for draft in drafts[1:]:
        for guess in draft.guessed.guesses:
            known = found.get(guess.key)
            is_chosen = guess.by is GuessedBy.CLERK and (known is None or known.by is not GuessedBy.CLERK)
            if guess.column is not None and (known is None or known.column is None or is_chosen):
                found[guess.key] = guess
    return tuple(found.values())


def _with_stand_ins(columns: Columns, titles: Titles, decided: Mapping[str, int | None]) -> Columns:
    """A list of heads has no other names: the head's column is read for the name."""
    by_key = dict(columns.by_key)
    guesses = {guess.key: guess for guess in columns.guesses}
    for spec in titles.specs:
        if spec.instead in by_key and spec.key not in by_key and spec.key not in decided:
            by_key[spec.key] = by_key[spec.instead]
            guesses[spec.key] = replace(guesses[spec.instead], key=spec.key)
    return replace(columns, by_key=by_key, guesses=tuple(guesses.values()))


def _beside_their_heads(groups: Groups, columns: Sequence[Column], titles: Titles) -> Groups:
    """Panels of which the first holds heads alone and the others hold none are a household to each row."""
    relation = next((spec.key for spec in titles.specs if spec.looks is Looks.RELATION), "")
    if not groups.panels or any(relation not in group.columns for group in groups.groups):
        return groups
    said = {column.index: [folded(cell) for cell in column.cells if cell.text.strip()] for column in columns}
    shares = []
    for group in groups.groups:
        words = said.get(group.columns[relation], [])
        shares.append(sum(word in _HEAD_WORDS for word in words) / max(1, len(words)))
    if shares[0] >= _MOSTLY and max(shares[1:]) < 1 - _MOSTLY:
        return replace(groups, groups=groups.groups[1:], panels=False)
    return groups


def _with_first_member(groups: Groups, columns: Columns, titles: Titles) -> tuple[Groups, Columns]:
    """Where the row itself names nobody, the first of those side by side is the row's own."""
    main = next((spec.key for spec in titles.specs if spec.required), "")
    if groups.panels or not groups.groups or main in columns.by_key:
        return groups, columns
    first, *others = groups.groups
    return replace(groups, groups=tuple(others)), replace(columns, by_key={**first.columns, **columns.by_key})


def _captions(sheet: SheetRows, header: Header) -> tuple[str, ...]:
    first = header.rows[0] if header.rows else sheet.rows[header.below].number if header.below else 0
    return tuple(
        cell.text.strip()
        for row in sheet.rows
        if row.number < first
        for cell in row.cells
        if cell.text.strip()
    )


def _spare(sheet: SheetRows, drafts: Sequence[_Draft], taken: Collection[int]) -> tuple[SpareColumn, ...]:
    known: dict[int, Column] = {}
    texts: dict[int, str] = {}
    for number, draft in enumerate(drafts):
        block = draft.block
        columns = draft.columns
        if len(drafts) > 1 and not number:
            columns = look_over(_likely(sheet.rows[block.header.below : block.end], block.header))
        known = {column.index: column for column in columns} | known
        texts = {column: block.header.text(column) for column in block.header.paths} | texts
    return tuple(
        SpareColumn(index, texts.get(index, ""), samples(known.get(index)), index in sheet.hidden_columns)
        for index in sorted({*known, *texts}.difference(taken))
    )
