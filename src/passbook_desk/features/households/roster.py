"""The standard roster: one row per resident under one header row, households by code (pure rules).

A later roster of another layout becomes the same `Roster`; everything after it stays as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from passbook_desk.features.households.cells import (
    Note,
    ReadBirth,
    ReadId,
    auto,
    check,
    must_fix,
    plain,
    read_birth,
    read_id_number,
    read_name,
    read_party,
    read_phone,
    read_relation,
    read_residence,
    read_sex,
    read_tags,
    read_text,
)
from passbook_desk.features.households.relations import HEAD
from passbook_desk.features.households.roster_fields import ROSTER_FIELDS
from passbook_desk.features.households.roster_places import read_place
from passbook_desk.features.households.roster_values import Roster, RosterHousehold, RosterPerson
from passbook_desk.features.intake.table import FoundTable, TableRow, plain_title
from passbook_desk.features.intake.values import Finding, Severity

__all__ = ["ROSTER_FIELDS", "read_roster"]


@dataclass(slots=True)
class _Entry:
    """A row while the roster is being read: its person, and what other rows are compared with."""

    row: TableRow
    person: RosterPerson
    household: str
    grid_code: str
    head_name: str
    address: str
    house_number: str
    read_id: ReadId
    read_birth: ReadBirth
    written_sex: str
    left_out: bool = False


@dataclass(slots=True)
class _Reading:
    """The findings so far, and how to name a cell."""

    table: FoundTable
    area: str
    today: date
    findings: list[Finding] = field(default_factory=list)
    grids: dict[str, str] = field(default_factory=dict)
    said_of_places: set[tuple[str, str]] = field(default_factory=set)

    def note(self, row: int, key: str, notes: Iterable[Note]) -> None:
        """Put notes down with the address of their cell; key "" is the whole row."""
        letters = self.table.letters(key) if key else ""
        self.findings += [
            Finding(self.table.sheet, row, letters, note.severity, note.kind, note.params) for note in notes
        ]

    def note_place(self, row: int, key: str, note: Note, name: str) -> None:
        """A doubt about a grid or household is put down once, at its first row."""
        if note.severity is Severity.CHECK:
            said = (note.kind, "|".join(note.params.values()))
            if said in self.said_of_places:
                return
            self.said_of_places.add(said)
        self.note(row, key, [_with_name(note, name)])


def read_roster(table: FoundTable, area: str, today: date) -> Roster:
    """Turn the rows of a found table into households and people, and list everything that is not plain.

    `area` is the village's 12-digit code. Rows that name neither a person, a household nor an ID are no
    residents (totals, signatures) and are passed over.
    """
    reading = _Reading(table, area, today)
    if table.also_in:
        reading.note(0, "", [check("sheet_not_read", sheets="、".join(table.also_in))])
    entries = [entry for row in table.rows if (entry := _entry(reading, row)) is not None]
    entries = _compare_ids(reading, entries)
    _complete_people(reading, entries)
    households = _households(reading, entries)
    reading.findings.sort(key=lambda finding: finding.row)
    used = {household.grid_code for household in households}
    return Roster(
        table.sheet,
        tuple(sorted((code, name) for code, name in reading.grids.items() if code in used)),
        tuple(households),
        tuple(reading.findings),
    )


def _entry(reading: _Reading, row: TableRow) -> _Entry | None:
    """One row; None for a row that holds no resident or cannot be placed."""
    table = reading.table
    name = read_name(table.cell(row, "name"))
    about_id = plain(table.cell(row, "id"))
    about_household = plain(table.cell(row, "household"))
    if not (name.value or about_household or about_id) or plain_title(name.value) == plain_title("姓名"):
        return None
    reading.note(row.number, "name", name.notes)
    if not name.value:
        reading.note(row.number, "name", [must_fix("name_missing")])
        return None
    place = read_place(table, row, reading.area, reading.grids)
    for key, note in place.notes:
        reading.note_place(row.number, key, note, name.value)
    if not place.code:
        return None
    return _read_person(reading, row, name.value, name.aside, place.grid_code, place.code)


def _with_name(note: Note, name: str) -> Note:
    """The note with the name of the person in that row, which its sentence may use."""
    return replace(note, params={"name": name, **note.params})


def _read_person(
    reading: _Reading, row: TableRow, name: str, aside: str, grid_code: str, household: str
) -> _Entry:
    table, number = reading.table, row.number
    id_number = read_id_number(table.cell(row, "id"), reading.today)
    if "id" in table.columns:
        reading.note(number, "id", [_with_name(note, name) for note in id_number.notes])
    birth = read_birth(table.cell(row, "birth"), reading.today)
    sex = read_sex(table.cell(row, "sex"))
    relation = read_relation(table.cell(row, "relation"))
    phone = read_phone(table.cell(row, "phone"))
    party = read_party(table.cell(row, "party"))
    tags = read_tags(table.cell(row, "tags"))
    texts = {key: read_text(table.cell(row, key)) for key in ("ethnic", "education", "address", "remark")}
    residence = read_residence(table.cell(row, "residence"))
    head = read_name(table.cell(row, "head"))
    for key, notes in (
        ("birth", birth.notes),
        ("sex", sex.notes),
        ("phone", phone.notes),
        ("party", party.notes),
        ("tags", tags.notes),
        ("residence", residence.notes),
        ("relation", [note for note in relation.notes if note.kind != "relation_missing"]),
        *((key, text.notes) for key, text in texts.items()),
    ):
        reading.note(number, key, [_with_name(note, name) for note in notes])
    return _Entry(
        row=row,
        person=RosterPerson(
            row=number,
            name=name,
            sex=sex.value,
            born_on=birth.value,
            ethnic_group=texts["ethnic"].value,
            education=texts["education"].value,
            remark="；".join(filter(None, (texts["remark"].value, aside, phone.aside))),
            id_number=id_number.value,
            phone=phone.value,
            relation_word=relation.word,
            relation_code=relation.code,
            party=party.value,
            party_stated=party.stated,
            tags=tags.value,
            residence=residence.value,
        ),
        household=household,
        grid_code=grid_code,
        head_name=head.value,
        address=texts["address"].value,
        house_number=plain(table.cell(row, "house_number")).removesuffix("号"),
        read_id=id_number,
        read_birth=birth,
        written_sex=sex.value,
    )


def _compare_ids(reading: _Reading, entries: Sequence[_Entry]) -> list[_Entry]:
    """One ID stands for one person in one row (EXPECTED: dup_person, dup_id).

    A row written twice in one household is dropped, where an ID is missing by name and birth; of a person in
    two households the first row is kept; of two names under one ID the first keeps the number.
    """
    by_number: dict[str, _Entry] = {}
    by_birth: dict[tuple[str, str, date], _Entry] = {}
    kept = []
    for entry in entries:
        first = _first_of(entry, by_number, by_birth)
        if first is entry:
            kept.append(entry)
            continue
        here, there = _named(entry), _named(first)
        if first.person.name != entry.person.name:
            reading.note(first.row.number, "id", [must_fix("dup_id", **there, **_other(here))])
            reading.note(entry.row.number, "id", [must_fix("dup_id", **here, **_other(there))])
            entry.read_id = ReadId(None, ())
            kept.append(entry)
        elif first.household == entry.household:
            reading.note(entry.row.number, "", [must_fix("dup_row", **here, **_other(there))])
        else:
            entry.left_out = True
            kept.append(entry)
            reading.note(first.row.number, "id", [must_fix("dup_person", **there, **_other(here))])
            reading.note(entry.row.number, "id", [must_fix("dup_person", **here, **_other(there))])
    return kept


def _first_of(
    entry: _Entry, by_number: dict[str, _Entry], by_birth: dict[tuple[str, str, date], _Entry]
) -> _Entry:
    """The first entry of the same person; the entry itself when there is none."""
    secret, born_on = entry.read_id.value, entry.read_id.born_on or entry.read_birth.value
    if secret is not None and (first := by_number.setdefault(secret.value, entry)) is not entry:
        return first
    if born_on is None:
        return entry
    first = by_birth.setdefault((entry.household, entry.person.name, born_on), entry)
    return entry if secret is not None and first.read_id.value is not None else first


def _named(entry: _Entry) -> dict[str, str]:
    return {"name": entry.person.name, "household": entry.household, "at": str(entry.row.number)}


def _other(named: dict[str, str]) -> dict[str, str]:
    return {f"other_{key}": value for key, value in named.items()}


def _complete_people(reading: _Reading, entries: Sequence[_Entry]) -> None:
    """Day of birth and sex: what the ID says counts, and a difference is named."""
    for entry in entries:
        said, birth, number = entry.read_id, entry.read_birth, entry.row.number
        born_on, sex = birth.value, entry.written_sex
        if said.born_on is not None:
            note = _birth_note(said.born_on, birth, entry.person.name)
            reading.note(number, "birth", [note] if note else [])
            born_on = said.born_on
        elif birth.months:
            reading.note(number, "birth", [check("birth_partial", name=entry.person.name)])
        if said.sex:
            if sex and sex != said.sex:
                reading.note(number, "sex", [check("sex_mismatch", name=entry.person.name, told=said.sex)])
            sex = said.sex
        entry.person = replace(entry.person, id_number=said.value, born_on=born_on, sex=sex)


def _birth_note(told: date, birth: ReadBirth, name: str) -> Note | None:
    """A written day or month that is not the ID's; 1965.1 was 1965.10 when the ID says October."""
    if birth.value is not None:
        agrees = birth.value == told
    else:
        agrees = not birth.months or (told.year, told.month) in birth.months
    if not agrees:
        return check("birth_mismatch", name=name, told=told.isoformat())
    if len(birth.months) > 1 and told.month != 1:
        return auto("birth_month_lost", name=name)
    return None


def _households(reading: _Reading, entries: Sequence[_Entry]) -> list[RosterHousehold]:
    groups: dict[str, list[_Entry]] = {}
    for entry in entries:
        group = groups.setdefault(entry.household, [])
        if group and group[0].grid_code != entry.grid_code:
            params = {"name": entry.person.name, "code": entry.household, "at": str(group[0].row.number)}
            reading.note(entry.row.number, "household", [must_fix("code_in_two_grids", **params)])
            continue
        group.append(entry)
    found = (_household(reading, code, group) for code, group in groups.items())
    return [household for household in found if household is not None]


def _household(reading: _Reading, code: str, group: Sequence[_Entry]) -> RosterHousehold | None:
    """A household from its rows; None, and a finding, where its head is not certain."""
    head = _head_of(reading, code, group)
    if head is None:
        return None
    present = [entry for entry in group if not entry.left_out]
    if head not in present:
        params = {"code": code, "name": head.person.name}
        reading.note(head.row.number, "head", [must_fix("head_left_out", **params)])
        return None
    people = [_with_relation(reading, entry, entry is head) for entry in present]
    address = next((entry.address for entry in present if entry.address), "")
    return RosterHousehold(
        code=code,
        grid_code=group[0].grid_code,
        house_number=next((entry.house_number for entry in present if entry.house_number), "")
        or house_number_in(address),
        address=address,
        people=tuple(people),
    )


def house_number_in(address: str) -> str:
    """The house number at the end of an address: 清泉村四组12-1号 → 12-1; "" when there is none."""
    rest = address.removesuffix("号")
    start = len(rest)
    while start and rest[start - 1] in "0123456789-":
        start -= 1
    return rest[start:].strip("-") if len(rest) < len(address) else ""


def _with_relation(reading: _Reading, entry: _Entry, is_head: bool) -> RosterPerson:
    person = entry.person
    if is_head:
        return replace(person, is_head=True, relation_code=HEAD, relation_word=person.relation_word or "户主")
    if not person.relation_word and "relation" in reading.table.columns:
        reading.note(entry.row.number, "relation", [check("relation_missing", name=person.name)])
    return person


def _head_of(reading: _Reading, code: str, group: Sequence[_Entry]) -> _Entry | None:
    """The one row that heads the household by both columns, head's name and relation (must_fix otherwise)."""
    first = group[0]
    related = [entry for entry in group if entry.person.relation_code == HEAD]
    written = list(dict.fromkeys(entry.head_name for entry in group if entry.head_name))
    if not related and not written:
        reading.note(first.row.number, "head", [must_fix("no_head", code=code)])
        return None
    named = [entry for entry in group if entry.person.name in written]
    candidates = list({id(entry): entry for entry in (*related, *named)}.values())
    unlisted = [name for name in written if all(entry.person.name != name for entry in group)]
    if unlisted:
        row = next(entry.row.number for entry in group if entry.head_name == unlisted[0])
        reading.note(row, "head", [must_fix("head_not_listed", code=code, name=unlisted[0])])
        return None
    if len(related) == 1 and all(entry.person.name == related[0].person.name for entry in named):
        return related[0]
    if len(candidates) > 1:
        second = sorted(candidates, key=lambda entry: entry.row.number)[1]
        key = "relation" if second.person.relation_code == HEAD else "head"
        params = {"code": code, "name": candidates[0].person.name, "other_name": second.person.name}
        reading.note(second.row.number, key, [must_fix("two_heads", **params)])
        return None
    return candidates[0]
