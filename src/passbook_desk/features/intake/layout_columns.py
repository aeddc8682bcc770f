"""Which column holds which field: by title and by what the cells say, one column each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from passbook_desk.features.intake.layout_headers import Header
from passbook_desk.features.intake.layout_titles import EXACT, SHORTENED, Path, Titles
from passbook_desk.features.intake.looks import (
    Holding,
    Looks,
    folded,
    holding,
    looks_of,
    year_in_id,
    year_of,
    years_apart,
)
from passbook_desk.features.intake.reading import EMPTY_CELL, CellKind, CellValue, RowCells
from passbook_desk.features.intake.table import Certainty, ColumnGuess, FieldSpec, GuessedBy, plain_title
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind, masked_numbers

MOST_LOOKED_AT: Final = 400
"""Rows by which a column is judged; more would tell no more."""
_AGREES: Final = 0.5
_DENIES: Final = 0.15
_ENOUGH: Final = 3
_FEW: Final = 2
_TELLS: Final = {
    Looks.ID_NUMBER: 0.6,
    Looks.PHONE: 0.8,
    Looks.PERSON: 0.7,
    Looks.RELATION: 0.7,
    Looks.SEX: 0.9,
    Looks.BIRTH: 0.8,
    Looks.PLACE: 0.9,
    Looks.SERIAL: 1.0,
    Looks.PARTY: 0.8,
    Looks.ETHNIC: 0.9,
    Looks.EDUCATION: 0.9,
    Looks.RESIDENCE: 0.9,
    Looks.TAGS: 0.9,
    Looks.ADDRESS: 0.9,
    Looks.HOUSE_NUMBER: 0.9,
}
"""What is known by its content alone, and the share that must look like it."""
_STRICT: Final = frozenset(
    {Looks.ID_NUMBER, Looks.PHONE, Looks.PERSON, Looks.RELATION, Looks.SEX, Looks.BIRTH}
)
_BESIDES: Final = {Looks.PARTY: Looks.TICK, Looks.HOUSE_NUMBER: Looks.NUMBER}
"""是 and 1 may be party or house number under such a title; without one they tell nothing."""
_ALSO: Final = 0.3
_NUMBERS: Final = frozenset({Looks.ID_NUMBER, Looks.PHONE})
_OWN: Final = 0.8
_FULLER: Final = 0.1
_FEWER_OWN: Final = 0.5
_SOMEBODYS: Final = 0.3
"""An ID or name that comes again in the next rows is the head's, where each row has its own besides."""
_OFTEN: Final = 0.6
_FEWER_HEADS: Final = 0.9
_NEAR: Final = 100
"""So many rows stand together at the beginning; later ones may be picked from far apart."""
_LEAST: Final = 0.15
_OTHER_FIRST: Final = 0.7
"""编号 or 户号 over numbers that come again numbers the lines only where no other column does."""
_SURE_SHARE: Final = 0.9
_SECRET: Final = frozenset({Looks.ID_NUMBER, Looks.BANK_NUMBER})
_SAMPLES: Final = 3
_SAMPLE_LENGTH: Final = 24


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's columns by field, and how each was known."""

    by_key: Mapping[str, int]
    guesses: tuple[ColumnGuess, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its title, what its rows hold, and what its cells look like."""

    index: int
    cells: tuple[CellValue, ...]
    holds: Holding


def spread(rows: Sequence[RowCells]) -> Sequence[RowCells]:
    """The first rows of a sheet, and others picked evenly from the rest: enough to judge its columns by."""
    first = MOST_LOOKED_AT // 2
    return [*rows[:first], *rows[first :: max(1, len(rows) // first)]]


def look_over(rows: Sequence[RowCells]) -> tuple[Column, ...]:
    """All columns of a table's rows that hold something."""
    width = max((len(row.cells) for row in rows), default=0)
    found = []
    for index in range(width):
        cells = tuple(row.at(index) for row in rows)
        held = holding(cells)
        if held.filled:
            found.append(Column(index, cells, held))
    return tuple(found)


def beside_ids(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with their dates compared with the IDs of their rows: what is not in them is no birth."""
    numbers = max(columns, key=lambda column: column.holds.share(Looks.ID_NUMBER), default=None)
    if numbers is None or numbers.holds.share(Looks.ID_NUMBER) < _AGREES:
        return tuple(columns)
    years = [year_in_id(cell) for cell in numbers.cells]
    return tuple(
        _compared(column, years) if column.holds.share(Looks.BIRTH) >= _AGREES else column
        for column in columns
    )


def _compared(column: Column, years: Sequence[str]) -> Column:
    pairs = [
        (born, said)
        for cell, born in zip(column.cells, years, strict=True)
        if born and (said := year_of(cell))
    ]
    if len(pairs) < _ENOUGH:
        return column
    share = 0.0 if sum(born == said for born, said in pairs) < _AGREES * len(pairs) else 1.0
    shares = {**column.holds.shares, Looks.BIRTH: share}
    return replace(column, holds=replace(column.holds, shares=shares))


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    key: str
    column: Column
    strength: float
    share: float


def guess_columns(
    header: Header,
    columns: Sequence[Column],
    titles: Titles,
    decided: Mapping[str, int | None],
    by: Mapping[str, GuessedBy],
) -> Columns:
    """Give each field the column that speaks most for it; `decided` ones stand (by clerk or memory)."""
    everything = {column.index: column for column in beside_ids(columns)}
    rows = max((len(column.cells) for column in columns), default=0)
    for index in header.paths:
        everything.setdefault(index, Column(index, (EMPTY_CELL,) * rows, Holding(0)))
    taken = {index for index in decided.values() if index is not None}
    chosen: dict[str, _Candidate] = {}
    candidates = [
        candidate
        for column in everything.values()
        if column.index not in taken
        for spec in titles.specs
        if spec.key not in decided and (candidate := _candidate(spec, column, header, titles)) is not None
    ]
    for candidate in sorted(candidates, key=lambda one: (-one.score, one.column.index)):
        if candidate.key not in chosen and candidate.column.index not in taken:
            chosen[candidate.key] = candidate
            taken.add(candidate.column.index)
    _take_also(titles.specs, header, chosen, decided, everything)
    _take_avoided(titles, header, chosen, decided, everything)
    _take_heads(titles, header, chosen, decided, everything)
    found = {key: candidate.column.index for key, candidate in chosen.items()}
    found |= {key: index for key, index in decided.items() if index is not None}
    guesses = []
    for spec in titles.specs:
        if spec.key in decided:
            guesses.append(_guess(spec, decided[spec.key], header, everything, Certainty.SURE, by[spec.key]))
        elif spec.key in chosen:
            one = chosen[spec.key]
            how = GuessedBy.HEADER if one.strength > 0 else GuessedBy.CONTENT
            guesses.append(_guess(spec, one.column.index, header, everything, _certainty(spec, one), how))
        else:
            guesses.append(ColumnGuess(spec.key, None, "", (), Certainty.UNSURE, GuessedBy.HEADER))
    return Columns(found, tuple(guesses))


def _candidate(spec: FieldSpec, column: Column, header: Header, titles: Titles) -> _Candidate | None:
    path = header.paths.get(column.index, ())
    strength = titles.strengths(path).get(spec.key, 0.0)
    if strength < 0:
        return None
    if strength == 0:
        return _by_content(spec, column, bool(path))
    looks, holds = spec.looks, column.holds
    share = _share(spec, column)
    if looks is Looks.CODE and holds.share(Looks.SERIAL) and not (spec.telling and _comes_again(column)):
        return None
    if looks is Looks.SERIAL and _comes_again(column) and _counts_households(titles, path):
        return _Candidate(strength * _OTHER_FIRST + 0.5 * share, spec.key, column, strength, share)
    if strength < EXACT and _denied(spec, column, strength, share):
        return None
    if looks is None or not holds.filled:
        score = strength
    elif share >= _AGREES:
        score = strength + 0.5 * share
        if looks in _NUMBERS or (looks is Looks.PERSON and spec.required):
            score += _FULLER * _apart(column)  # of two the one that more rows have is the people's own
            if _apart(column) < _FEWER_OWN and (strength < EXACT or looks is Looks.ID_NUMBER):
                score *= _SOMEBODYS
    elif holds.filled >= _ENOUGH and share < _DENIES and (looks in _STRICT or _is_of_ids(column)):
        score = strength * 0.2
    else:
        score = strength * 0.8 + 0.2 * share
    return _Candidate(score, spec.key, column, strength, share) if score >= _LEAST else None


def _is_of_ids(column: Column) -> bool:
    """编码 over ID numbers numbers people, not households, unless the sheet has their IDs elsewhere."""
    return column.holds.share(Looks.ID_NUMBER) >= _TELLS[Looks.ID_NUMBER]


def _apart(column: Column) -> float:
    """0 … 1: how far each row has something of its own in a column."""
    return column.holds.filled * column.holds.different / max(1, len(column.cells))


def _denied(spec: FieldSpec, column: Column, strength: float, share: float) -> bool:
    """A title that is not the field's own says little over cells that say otherwise, or nothing at all."""
    if strength <= SHORTENED and spec.looks is None:
        return not column.holds.filled or max(column.holds.shares.values(), default=0.0) >= _AGREES
    if strength <= SHORTENED and (
        share < _AGREES or column.holds.share(spec.looks or Looks.NUMBER) < _AGREES
    ):
        return True
    if not column.holds.filled:
        return len(column.cells) >= _ENOUGH
    return spec.looks is not None and column.holds.filled >= _ENOUGH and share < _DENIES


def _by_content(spec: FieldSpec, column: Column, titled: bool) -> _Candidate | None:
    """A column whose title says nothing of the field, by what it holds."""
    looks, holds = spec.looks, column.holds
    share = _share(spec, column)
    if looks is None or looks not in _TELLS or holds.filled < _FEW:
        return None
    share = holds.share(looks) - holds.share(_BESIDES.get(looks, looks)) if looks in _BESIDES else share
    if looks is Looks.ADDRESS:
        share = holds.share(looks)
    if looks is Looks.PHONE and holds.share(Looks.MOBILE) < _AGREES:
        return None
    if share < _TELLS[looks] or (looks is Looks.PERSON and not spec.required):
        return None
    if looks is Looks.PERSON:
        share *= holds.different * holds.filled / len(column.cells)
    score = (0.2 if titled else 0.4) + 0.3 * share
    return _Candidate(score, spec.key, column, 0.0, share)


def _comes_again(column: Column) -> bool:
    """The same number stands in rows that follow each other, or in the first of several only."""
    filled = column.holds.filled
    if filled < _FEWER_HEADS * len(column.cells) or column.holds.different >= _FEWER_HEADS:
        return 0 < filled < _FEWER_HEADS * len(column.cells)
    first = [folded(cell) for cell in column.cells[:_NEAR]]
    return sum(one == other for one, other in pairwise(first)) > (1 - _FEWER_HEADS) * len(first) / 2


def _counts_households(titles: Titles, path: Path) -> bool:
    """The title may be that of households' numbers."""
    strengths = titles.strengths(path)
    return any(
        spec.telling and spec.looks is Looks.CODE and strengths.get(spec.key, 0.0) >= EXACT
        for spec in titles.specs
    )


def _share(spec: FieldSpec, column: Column) -> float:
    if spec.looks is None:
        return 0.0
    share = column.holds.share(spec.looks)
    if spec.looks is Looks.BIRTH and share and not years_apart(column.cells):
        return share * 0.5
    if spec.looks in (Looks.ADDRESS, Looks.HOUSE_NUMBER):
        return max(column.holds.share(Looks.ADDRESS), column.holds.share(Looks.HOUSE_NUMBER))
    return share


def _take_also(
    specs: Sequence[FieldSpec],
    header: Header,
    chosen: dict[str, _Candidate],
    decided: Mapping[str, int | None],
    columns: Mapping[int, Column],
) -> None:
    """Tags that stand under 备注 because the sheet has no column of their own."""
    for spec in specs:
        if not spec.also or spec.key in chosen or spec.key in decided:
            continue
        words = set(map(plain_title, spec.also))
        for index, path in header.paths.items():
            column = columns[index]
            share = _share(spec, column)
            if plain_title(path[-1]) in words and share >= _ALSO and index not in decided.values():
                for key in [key for key, one in chosen.items() if one.column.index == index]:
                    del chosen[key]
                chosen[spec.key] = _Candidate(EXACT, spec.key, column, EXACT, share)
                break


def _names_everybody(column: Column) -> bool:
    return _apart(column) >= _SURE_SHARE


def _take_avoided(
    titles: Titles,
    header: Header,
    chosen: dict[str, _Candidate],
    decided: Mapping[str, int | None],
    columns: Mapping[int, Column],
) -> None:
    """联系人电话 may be somebody else's; the only one, and another in each row, it is the row's own."""
    for spec in titles.specs:
        is_name = spec.looks is Looks.PERSON and spec.required
        known = chosen.get(spec.key)
        if spec.key in decided or not (is_name or spec.looks in _NUMBERS):
            continue
        if known is not None and (not is_name or known.strength or _names_everybody(known.column)):
            continue
        taken = {one.column.index for one in chosen.values()} | set(decided.values())
        for column in columns.values():
            holds, share = column.holds, _share(spec, column)
            least = _TELLS[Looks.PERSON] if is_name else _SURE_SHARE
            if column.index in taken or holds.filled < _ENOUGH or share < least:
                continue
            own = holds.different >= _OWN
            often = holds.filled >= (_SURE_SHARE if is_name else _OFTEN) * len(column.cells)
            if own and often and titles.strengths(header.paths.get(column.index, ())).get(spec.key, 0.0) < 0:
                chosen[spec.key] = _Candidate(_LEAST, spec.key, column, 0.0, share)
                break


def _take_heads(
    titles: Titles,
    header: Header,
    chosen: dict[str, _Candidate],
    decided: Mapping[str, int | None],
    columns: Mapping[int, Column],
) -> None:
    """Names that stand among the others once more, one for several rows: the heads, under whatever title."""
    taken = {one.column.index for one in chosen.values()} | set(decided.values())
    for spec in titles.specs:
        key, people = spec.instead, chosen.get(spec.key)
        if not key or people is None or key in chosen or key in decided:
            continue
        names = {folded(cell) for cell in people.column.cells}
        for column in columns.values():
            said = [folded(cell) for cell in column.cells if cell.text.strip()]
            avoided = titles.strengths(header.paths.get(column.index, ())).get(key, 0.0) < 0
            if column.index in taken or avoided or len(said) < _ENOUGH:
                continue
            fewer = len(set(said)) < _FEWER_HEADS * people.column.holds.filled
            if (
                fewer
                and len(set(said)) > _FEW
                and sum(one in names for one in said) >= _SURE_SHARE * len(said)
            ):
                chosen[key] = _Candidate(_LEAST, key, column, 0.0, 1.0)
                break


def _certainty(spec: FieldSpec, found: _Candidate) -> Certainty:
    agrees = spec.looks is None or not found.column.holds.filled or found.share >= _AGREES
    if found.strength >= EXACT and agrees:
        return Certainty.SURE
    if found.strength == 0 and spec.looks is Looks.ID_NUMBER and found.share >= _SURE_SHARE:
        return Certainty.SURE
    if spec.looks in _STRICT and found.share < _DENIES and found.column.holds.filled >= _ENOUGH:
        return Certainty.UNSURE
    if found.strength > 0 or found.share >= _SURE_SHARE:
        return Certainty.LIKELY
    return Certainty.UNSURE


def _guess(
    spec: FieldSpec,
    index: int | None,
    header: Header,
    columns: Mapping[int, Column],
    certainty: Certainty,
    by: GuessedBy,
) -> ColumnGuess:
    if index is None:
        return ColumnGuess(spec.key, None, "", (), certainty, by)
    column = columns.get(index)
    return ColumnGuess(spec.key, index, header.text(index), samples(column), certainty, by)


def samples(column: Column | None) -> tuple[str, ...]:
    """Up to three different values of a column, IDs, phones and bank cards masked, long ones cut."""
    if column is None:
        return ()
    found: list[str] = []
    for cell in column.cells:
        text = _masked(cell)
        if text and text not in found:
            found.append(text)
            if len(found) == _SAMPLES:
                break
    return tuple(found)


def _masked(cell: CellValue) -> str:
    if cell.kind is CellKind.EMPTY:
        return ""
    text = " ".join(cell.text.split())
    plain = folded(cell)
    digits = sum(char.isdigit() for char in plain)
    if looks_of(cell) & _SECRET:
        return Sensitive(SensitiveKind.ID_NUMBER, plain.upper()).masked()
    if digits in (10, 11, 12) and digits == len(plain):
        return Sensitive(SensitiveKind.PHONE, plain).masked()
    text = masked_numbers(text)
    return text if len(text) <= _SAMPLE_LENGTH else text[: _SAMPLE_LENGTH - 1] + "…"
