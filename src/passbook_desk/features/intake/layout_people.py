"""The rows of a table once its columns are known: one for each person, also of several side by side."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from passbook_desk.features.intake.layout_columns import Columns
from passbook_desk.features.intake.layout_groups import Group, Groups
from passbook_desk.features.intake.layout_headers import Header
from passbook_desk.features.intake.layout_rows import Meaning, table_rows
from passbook_desk.features.intake.layout_titles import Titles
from passbook_desk.features.intake.looks import Looks
from passbook_desk.features.intake.reading import EMPTY_CELL, RowCells, SheetRows
from passbook_desk.features.intake.table import FieldSpec, TableRow

_HEAD: Final = "户主"
_HALF: Final = 0.5


class People(NamedTuple):
    """A table's rows in the order of its people, and the numbers of the rows that are nobody's."""

    rows: tuple[TableRow, ...]
    passed: tuple[int, ...]


def people(
    sheet: SheetRows,
    header: Header,
    captions: tuple[str, ...],
    groups: Groups,
    columns: Columns,
    titles: Titles,
) -> People:
    """Go down the rows below a header. Panels are read one after the other, members with their row."""
    if groups.panels:
        return _of_panels(sheet, header, captions, groups, columns, titles)
    rows, passed = table_rows(sheet, header, captions, _meaning(columns.by_key, titles, groups.groups))
    if groups.groups:
        rows = _with_members(rows, groups.groups, columns, titles)
    return People(rows, passed)


def _meaning(by_key: Mapping[str, int], titles: Titles, groups: tuple[Group, ...] = ()) -> Meaning:
    required = {spec.key for spec in titles.specs if spec.required}
    not_own = {spec.key for spec in titles.specs if spec.shared or spec.looks is Looks.SERIAL}
    pairs = [*by_key.items(), *(pair for group in groups for pair in group.columns.items())]
    naming = frozenset(column for key, column in pairs if key in required)
    people = {spec.key for spec in titles.specs if spec.looks is Looks.PERSON}
    heads = frozenset(column for key, column in by_key.items() if key in people)
    return Meaning(naming, heads, naming | {column for key, column in pairs if key not in not_own})


def _of_panels(
    sheet: SheetRows,
    header: Header,
    captions: tuple[str, ...],
    groups: Groups,
    columns: Columns,
    titles: Titles,
) -> People:
    first = min(groups.groups[0].whole)
    rows: list[TableRow] = []
    passed: set[int] | None = None
    for number, group in enumerate(groups.groups):
        shift = min(group.whole) - first
        by_key = {key: column + shift for key, column in columns.by_key.items()}
        panel = replace(sheet, rows=tuple(_only(row, group.whole) for row in sheet.rows))
        found, left = table_rows(panel, header, captions, _meaning(by_key, titles))
        everything: dict[str, int | None] = {spec.key: by_key.get(spec.key) for spec in titles.specs}
        rows += [replace(row, part=number, columns=everything) for row in found]
        passed = set(left) if passed is None else passed & set(left)
    return People(tuple(rows), tuple(sorted(passed or ())))


def _only(row: RowCells, columns: frozenset[int]) -> RowCells:
    return RowCells(
        row.number, tuple(cell if index in columns else EMPTY_CELL for index, cell in enumerate(row.cells))
    )


def _with_members(
    rows: tuple[TableRow, ...], groups: tuple[Group, ...], columns: Columns, titles: Titles
) -> tuple[TableRow, ...]:
    main = next(spec for spec in titles.specs if spec.required)
    relation = next((spec.key for spec in titles.specs if spec.looks is Looks.RELATION), "")
    by_key = columns.by_key
    head_again = _is_head_again(rows, by_key.get(main.key), groups[0].columns[main.key])
    own = {} if relation in by_key or not relation else {relation: _HEAD}
    parts = [(_columns_of(group, titles.specs), _said(group, relation)) for group in groups]
    found: list[TableRow] = []
    for row in rows:
        beside = [replace(row, columns=where, said=said) for where, said in parts]
        if not head_again:
            beside.insert(0, replace(row, said=own))
        present = [one for one in beside if _is_there(one, by_key, titles)]
        found += [replace(one, part=number) for number, one in enumerate(present)]
    return tuple(found)


def _is_head_again(rows: tuple[TableRow, ...], head: int | None, first: int) -> bool:
    """The first of the members is the head once more."""
    named = [row for row in rows if head is not None and row.at(head).text.strip()]
    same = sum(
        1 for row in named if head is not None and row.at(head).text.strip() == row.at(first).text.strip()
    )
    return bool(named) and same > _HALF * len(named)


def _columns_of(group: Group, specs: tuple[FieldSpec, ...]) -> dict[str, int | None]:
    return {
        spec.key: group.columns.get(spec.key)
        for spec in specs
        if not spec.shared or spec.key in group.columns
    }


def _said(group: Group, relation: str) -> dict[str, str]:
    if not relation or relation in group.columns or not group.relation:
        return {}
    return {relation: group.relation}


def _is_there(row: TableRow, by_key: Mapping[str, int], titles: Titles) -> bool:
    """A name or an ID says that there is somebody."""
    for spec in titles.specs:
        if spec.required or spec.looks is Looks.ID_NUMBER:
            column = row.columns.get(spec.key) if row.columns is not None else by_key.get(spec.key)
            if column is not None and row.at(column).text.strip():
                return True
    return False
