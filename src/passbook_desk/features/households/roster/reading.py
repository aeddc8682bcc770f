"""Rosters of any layout become one `Roster`: households, people, and all that is not plain (pure rules)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from passbook_desk.features.households.roster.cells import Note, ReadId, auto, check, must_fix
from passbook_desk.features.households.roster.dates import ReadBirth, of_a_damaged_id, taken_from
from passbook_desk.features.households.roster.entries import Entry, Layout, Reading, layout_of, read_entry
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.households.roster.grouping import Group, group_rows
from passbook_desk.features.households.roster.households import household_of
from passbook_desk.features.households.roster.places import (
    Grids,
    grid_of_table,
    grid_said_in,
    house_number_in,
)
from passbook_desk.features.households.roster.values import Roster, RosterHousehold, RowPlace
from passbook_desk.features.intake.table import FoundTable

__all__ = ["ROSTER_FIELDS", "house_number_in", "read_roster"]

_NO_GRIDS: Mapping[str, str] = {}
_ONLY_GRID = "01"


def read_roster(
    tables: Sequence[FoundTable], area: str, today: date, known_grids: Mapping[str, str] = _NO_GRIDS
) -> Roster:
    """Turn the rows of found tables into households and people, and list everything that is not plain.

    `area` is the village's 12-digit code, `known_grids` the names of the file's grids by short code. Rows
    that name neither a person nor an ID are no residents (totals, signatures) and are passed over.
    """
    reading = Reading(area, today, Grids(area, known_grids))
    found: list[tuple[Layout, Group]] = []
    by_code: dict[str, Group] = {}
    for table in (part for whole in tables for part in whole.each):
        reading.sheets.setdefault(table.sheet, len(reading.sheets))
        layout = layout_of(table)
        entries = [entry for row in table.rows if (entry := read_entry(reading, layout, row)) is not None]
        for group in group_rows(reading, table, entries, layout.only_heads):
            first = by_code.setdefault(group.code, group) if group.code else group
            if first is not group:
                first.entries += group.entries
            else:
                found.append((layout, group))
    groups = [group for _, group in found]
    _place(reading, groups)
    found = [(layout, group) for layout, group in found if group.entries]
    groups = [group for _, group in found]
    _compare_ids(reading, groups)
    for group in groups:
        for entry in group.entries:
            _complete(reading, entry)
    households = [(group, *household_of(reading, group, layout.only_heads)) for layout, group in found]
    _note_shared_houses(reading, [group for layout, group in found if not layout.only_heads])
    roster = _roster(reading, groups, households)
    return replace(roster, letters=_letters(tables))


def _letters(tables: Sequence[FoundTable]) -> dict[tuple[str, int, str], str]:
    found = {(table.sheet, 0, key): table.letters(key) for table in tables for key in table.columns}
    for table in tables:
        for row in table.rows if table.parts else ():
            for key in row.columns or ():
                found.setdefault((table.sheet, row.number, key), table.letters(key, row))
    return found


def _roster(
    reading: Reading,
    groups: Sequence[Group],
    households: Sequence[tuple[Group, RosterHousehold | None, bool]],
) -> Roster:
    order = tuple(household for _, household, _ in households if household is not None)
    going = tuple(household for _, household, goes_in in households if household is not None and goes_in)
    held = tuple(household for _, household, goes_in in households if household is not None and not goes_in)
    used = {household.grid_code for household in order}
    inside = {person.place for household in going for person in household.people}
    rows: list[tuple[RowPlace, ...]] = [
        tuple(dict.fromkeys(entry.person.place for entry in group.entries)) for group in groups
    ]
    findings = sorted(reading.findings, key=lambda found: (reading.sheets[found.sheet], found.row))
    return Roster(
        sheets=tuple(reading.sheets),
        grids=tuple(sorted((code, name) for code, name in reading.grids.names.items() if code in used)),
        households=going,
        findings=tuple(findings),
        held=held,
        named_grids=frozenset(reading.grids.named),
        groups=tuple(rows),
        left_out=frozenset(place for places in rows for place in places if place not in inside),
        order=order,
    )


def _place(reading: Reading, groups: Sequence[Group]) -> None:
    """Give every household its grid; rows that name another grid than their coded household stay out."""
    of_tables: dict[str, str] = {}
    for group in groups:
        if group.code:
            _place_coded(reading, group)
        else:
            _place_uncoded(reading, group, of_tables)


def _place_coded(reading: Reading, group: Group) -> None:
    """Row by row: the first grid counts, a row of another is left out."""
    kept: list[Entry] = []
    for entry in group.entries:
        said = reading.grids.read(entry.table, entry.row, "")
        for key, note in said.notes:
            reading.note_place(entry, key, note)
        if said.wrong:
            continue
        if said.code and not group.grid_code:
            group.grid_code = said.code
        if said.code and said.code != group.grid_code:
            params = {"code": group.code, "at": str(kept[0].number if kept else entry.number)}
            reading.about(entry, "household", must_fix("code_in_two_grids", **params))
            continue
        entry.grid_code = said.name
        kept.append(entry)
    group.entries = kept
    if not kept:
        return
    group.grid_code = group.grid_code or group.code[:2]
    for entry in kept:
        _use(reading, group, entry, entry.grid_code)
    if not group.code.startswith(group.grid_code):
        note = check("code_of_other_grid", code=group.code, grid=group.grid_code)
        reading.note_place(kept[0], "household", note)


def _use(reading: Reading, group: Group, entry: Entry, name: str) -> None:
    note = reading.grids.use(group.grid_code, name)
    if note is not None:
        reading.note_place(entry, "grid_name", note)


def _place_uncoded(reading: Reading, group: Group, of_tables: dict[str, str]) -> None:
    """By what its rows say, the caption above them, the sheet, the address; else all are of one grid."""
    first = group.first
    table = first.table
    for entry in group.entries:
        said = reading.grids.read(table, entry.row, "")
        for key, note in said.notes:
            unread = check("grid_code_unread", **note.params) if said.wrong else note
            reading.note_place(entry, key, unread)
        code = said.code or reading.grids.by_name(said.name)
        if said.name and not code:
            code = reading.grids.new(said.name)
            reading.note_place(entry, "grid_name", check("grid_new", written=said.name, code=code))
        if code:
            group.grid_code = group.grid_code or code
            if code == group.grid_code:
                _use(reading, group, entry, said.name)
    if group.grid_code:
        return
    group.grid_code = grid_said_in(first.row.section)
    if not group.grid_code:
        if table.sheet not in of_tables:
            of_tables[table.sheet] = grid_of_table(table, reading.grids)
        group.grid_code = of_tables[table.sheet]
    group.grid_code = group.grid_code or grid_said_in(group.address)
    if not group.grid_code:
        group.grid_code = reading.grids.only_known() or _ONLY_GRID
        said_already = ("grid_assumed", table.sheet)
        if said_already not in reading.said_of_places:
            reading.said_of_places.add(said_already)
            reading.note(table, None, "", [check("grid_assumed", code=group.grid_code)])
    reading.grids.use(group.grid_code, "")


def _compare_ids(reading: Reading, groups: Sequence[Group]) -> None:
    """One ID stands for one person in one row (EXPECTED: dup_person, dup_id).

    A row written twice in one household is dropped, where an ID is missing by name and birth; of a person in
    two households the first row is kept, unless it says that she has married out; of two names under one ID
    the first keeps the number.
    """
    by_number: dict[str, tuple[Group, Entry]] = {}
    for group in groups:
        by_birth: dict[tuple[str, date], Entry] = {}
        kept = []
        for entry in group.entries:
            there, first = _first_of(group, entry, by_number, by_birth)
            if first is entry:
                kept.append(entry)
            elif first.name != entry.name:
                _note_both(reading, "dup_id", first, there, entry, group)
                entry.read_id = ReadId(None, ())
                kept.append(entry)
            elif there is group:
                params = _named(entry, group) | _other(first, there)
                reading.note(entry.table, entry.row, "", [must_fix("dup_row", **params)])
            else:
                _note_both(reading, "dup_person", first, there, entry, group)
                gone = first if first.married_out and not entry.married_out else entry
                gone.left_out = True
                kept.append(entry)
        group.entries = kept


def _first_of(
    group: Group,
    entry: Entry,
    by_number: dict[str, tuple[Group, Entry]],
    by_birth: dict[tuple[str, date], Entry],
) -> tuple[Group, Entry]:
    """The first entry of the same person and its household; the entry itself when there is none."""
    secret, born_on = entry.read_id.value, entry.born_on
    if secret is not None:
        there, first = by_number.setdefault(secret.value, (group, entry))
        if first is not entry:
            return there, first
    if born_on is None:
        return group, entry
    first = by_birth.setdefault((entry.name, born_on), entry)
    both = secret is not None and first.read_id.value is not None
    return group, entry if both else first


def _note_both(reading: Reading, kind: str, first: Entry, there: Group, entry: Entry, group: Group) -> None:
    here, other = _named(entry, group), _named(first, there)
    note = must_fix(kind, **other, **_other(entry, group))
    reading.note(first.table, first.row, "id", [note])
    reading.note(entry.table, entry.row, "id", [must_fix(kind, **here, **_other(first, there))])


def _named(entry: Entry, group: Group) -> dict[str, str]:
    return {
        "name": entry.name,
        "household": group.label,
        "at": str(entry.number),
        "sheet": entry.table.sheet,
    }


def _other(entry: Entry, group: Group) -> dict[str, str]:
    return {f"other_{key}": value for key, value in _named(entry, group).items()}


def _complete(reading: Reading, entry: Entry) -> None:
    """Day of birth and sex: what the ID says counts, and a difference is named."""
    said, birth = entry.read_id, entry.read_birth
    born_on, sex = birth.value, entry.person.sex
    if said.damaged and birth.text and of_a_damaged_id(birth, entry.table.cell(entry.row, "id").text):
        _forget(reading, entry, "birth_unreadable", "birth_future")
        reading.about(entry, "birth", auto("birth_formula_garbage", text=birth.text))
        born_on = said.born_on
    elif said.born_on is not None:
        note = _birth_note(said.born_on, birth)
        if note is not None:
            reading.about(entry, "birth", note)
        born_on = said.born_on
    elif birth.months and "id" not in entry.table.columns:
        reading.about(entry, "birth", check("birth_partial"))  # else it is said of the ID already
    elif birth.text and said.value is None and taken_from(birth, entry.table.cell(entry.row, "id").text):
        _forget(reading, entry, "birth_unreadable")
    if said.sex:
        if sex and sex != said.sex:
            reading.about(entry, "sex", check("sex_mismatch", told=said.sex))
        sex = said.sex
    person = entry.person
    if (person.id_number, person.born_on, person.sex) != (said.value, born_on, sex):
        entry.person = replace(person, id_number=said.value, born_on=born_on, sex=sex)


def _forget(reading: Reading, entry: Entry, *kinds: str) -> None:
    """Take back what was said of a birth that turned out to be a formula's garbage."""
    reading.findings = [
        found
        for found in reading.findings
        if (found.sheet, found.row) != entry.person.place or found.kind not in kinds
    ]


def _birth_note(told: date, birth: ReadBirth) -> Note | None:
    """A written day or month that is not the ID's; 1965.1 was 1965.10 when the ID says October."""
    if birth.value is not None:
        agrees = birth.value == told
    else:
        agrees = not birth.months or (told.year, told.month) in birth.months
    if not agrees:
        return check("birth_mismatch", told=told.isoformat())
    if len(birth.months) > 1 and told.month != 1:
        return auto("birth_month_lost")
    return None


def _note_shared_houses(reading: Reading, groups: Sequence[Group]) -> None:
    """Two households at one house number stay two; where no codes tell them apart, the second is named."""
    at: dict[tuple[str, str], Group] = {}
    for group in groups:
        if group.code or not group.house_number:
            continue
        first = at.setdefault((group.grid_code, group.house_number), group)
        if first is not group:
            entry = next(entry for entry in group.entries if entry.house_number)
            key = "house_number" if "house_number" in entry.table.columns else "address"
            params = {"house": group.house_number, "code": group.label, "other": first.head_name}
            reading.about(entry, key, check("shared_house_no", **params))
