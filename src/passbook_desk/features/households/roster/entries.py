"""The rows of a roster, each read by itself: its person, and what others are compared with (pure rules)."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from passbook_desk.features.households.relations import HEAD
from passbook_desk.features.households.roster.cells import (
    Note,
    ReadId,
    ReadParty,
    ReadPhone,
    ReadRelation,
    ReadText,
    auto,
    check,
    must_fix,
    plain,
    read_id_number,
    read_name,
    read_party,
    read_phone,
    read_relation,
    read_residence,
    read_sex,
    read_text,
)
from passbook_desk.features.households.roster.dates import ReadBirth, read_birth
from passbook_desk.features.households.roster.places import Grids, house_number_in, is_plain_number
from passbook_desk.features.households.roster.values import RosterPerson
from passbook_desk.features.households.roster.words import (
    EMPTY,
    SPLIT,
    About,
    ReadWords,
    read_words,
    says_dead,
)
from passbook_desk.features.intake.reading import EMPTY_CELL, CellKind, CellValue
from passbook_desk.features.intake.table import FoundTable, TableRow, column_letters, plain_title
from passbook_desk.features.intake.values import Finding, Severity

_TITLES: Final = frozenset(
    plain_title(title) for title in ("姓名", "成员", "成员姓名", "家庭成员姓名", "户主姓名")
)
_NO_RELATION: Final = "relation_missing"


@dataclass(slots=True, eq=False)
class Entry:
    """A row while the roster is being read: its person, and what other rows are compared with.

    `deceased` is the field whose cell says that the person has died, "" for the living. `empty_said` and
    `split_said` are the fields whose words say 空挂 or 人户分离.
    """

    table: FoundTable
    row: TableRow
    person: RosterPerson
    code: str
    key: str
    head_name: str
    address: str
    house_number: str
    read_id: ReadId
    read_birth: ReadBirth
    relation: ReadRelation
    population: int | None
    deceased: str = ""
    empty_said: str = ""
    split_said: str = ""
    married_out: bool = False
    grid_code: str = ""
    left_out: bool = False

    @property
    def name(self) -> str:
        """The person's name."""
        return self.person.name

    @property
    def number(self) -> int:
        """The row's number in the sheet."""
        return self.row.number

    @property
    def is_called_head(self) -> bool:
        """Whether the relation says head."""
        return self.relation.code == HEAD

    @property
    def may_be_head(self) -> bool:
        """Whether the relation says head, or nothing."""
        return self.relation.code == HEAD or not self.relation.word

    def same_person(self, other: "Entry") -> bool:
        """Whether both rows are certainly of one person: by ID, else by name and birth."""
        if self.read_id.value is not None and other.read_id.value is not None:
            return self.read_id.value.value == other.read_id.value.value
        mine, theirs = self.born_on, other.born_on
        return self.name == other.name and mine is not None and mine == theirs

    @property
    def born_on(self) -> date | None:
        """The day of birth by the ID, else as written."""
        return self.read_id.born_on or self.read_birth.value


@dataclass(slots=True)
class Reading:
    """What has been found so far, and how to name a cell."""

    area: str
    today: date
    grids: Grids
    sheets: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    said_of_places: set[tuple[str, str]] = field(default_factory=set)

    def note(self, table: FoundTable, row: TableRow | None, key: str, notes: Iterable[Note]) -> None:
        """Put notes down with the address of their cell; key "" is the whole row, no row the whole sheet."""
        for note in notes:
            letters = table.letters(key, row) if key and row is not None else ""
            number = row.number if row is not None else 0
            self.findings.append(Finding(table.sheet, number, letters, note.severity, note.kind, note.params))

    def about(self, entry: Entry, key: str, *notes: Note) -> None:
        """Notes about a person, with the name their sentences use."""
        self.note(entry.table, entry.row, key, [with_name(note, entry.name) for note in notes])

    def note_place(self, entry: Entry, key: str, note: Note) -> None:
        """A doubt about a grid or household is put down once, at its first row."""
        if note.severity is Severity.CHECK:
            said = (note.kind, "|".join(note.params.values()))
            if said in self.said_of_places:
                return
            self.said_of_places.add(said)
        self.about(entry, key, note)


def with_name(note: Note, name: str) -> Note:
    """The note with the name of the person in that row, which its sentence may use."""
    return replace(note, params={"name": name, **note.params})


@dataclass(frozen=True, slots=True)
class Layout:
    """What a sheet's columns make of its cells."""

    table: FoundTable
    tag_tells: frozenset[About]
    remark_tells: frozenset[About]
    names_tags: bool
    only_heads: bool
    other_columns: bool


def layout_of(table: FoundTable) -> Layout:
    """Words in remarks count where the sheet has no column of their own for them."""
    has = table.columns.keys()
    free = frozenset(
        about for about, key in ((About.PARTY, "party"), (About.RESIDENCE, "residence")) if key not in has
    )
    tags = frozenset() if "tags" in has else frozenset({About.TAGS})
    return Layout(
        table,
        free | {About.TAGS},
        free | tags,
        names_tags="tags" in has and "remark" in has,
        only_heads=_only_heads(table),
        other_columns=any(len(row.cells) > len(has) for row in table.rows),
    )


def _only_heads(table: FoundTable) -> bool:
    """A list with one row per household: it names heads and counts people, yet says nothing of members."""
    names, heads = table.columns.get("name"), table.columns.get("head")
    lists_people = names is not None and heads is not None and names != heads
    return (
        "population" in table.columns
        and not lists_people
        and "relation" not in table.columns
        and all(row.part == 0 for row in table.rows)
    )


def read_entry(reading: Reading, layout: Layout, row: TableRow) -> Entry | None:
    """One row; None for a row that holds no resident. Rows without a name but with an ID are named."""
    table = layout.table
    name_key = "name" if _own(table, row, "name").text or not layout.only_heads else "head"
    name = read_name(_own(table, row, name_key))
    about_id, about_code = plain(_own(table, row, "id")), plain(table.cell(row, "household"))
    stated_code = about_code if not _is_filled(table, row, "household") else ""
    refused = any(note.kind == "name_form" for note in name.notes)
    if not (name.value or refused or stated_code or about_id) or plain_title(name.value) in _TITLES:
        return None
    if not name.value and not refused and row.part:
        return None
    reading.note(table, row, name_key, _name_notes(name))
    if not name.value:
        reading.note(table, row, name_key, [] if refused else [must_fix("name_missing")])
        return None
    entry = _entry(reading, layout, row, name)
    if row.hidden:
        reading.about(entry, "", check("hidden_row"))
    if layout.other_columns:
        _note_other_errors(reading, entry)
    return entry


def _name_notes(name: ReadText) -> list[Note]:
    """A bracket that says that the person has died is told as that."""
    return [note for note in name.notes if note.kind != "name_note" or not says_dead(name.aside)]


def _is_filled(table: FoundTable, row: TableRow, key: str) -> bool:
    start = table.block_start(row, key)
    return start is not None and start != row.number


def _own(table: FoundTable, row: TableRow, key: str) -> CellValue:
    """A cell that belongs to the person of the row: under a merged cell only the first row's."""
    return EMPTY_CELL if row.filled and _is_filled(table, row, key) else table.cell(row, key)


def _note_other_errors(reading: Reading, entry: Entry) -> None:
    """Formula errors in columns that are not read are empty too, and said."""
    if entry.row.part or all(cell.kind is not CellKind.ERROR for cell in entry.row.cells):
        return
    used = {*entry.table.columns.values(), *(entry.row.columns or {}).values()}
    for column, cell in enumerate(entry.row.cells):
        if cell.kind is CellKind.ERROR and cell.text.startswith("#") and column not in used:
            note = with_name(auto("lookup_error", text=cell.text), entry.name)
            reading.findings.append(
                Finding(
                    entry.table.sheet,
                    entry.number,
                    column_letters(column),
                    note.severity,
                    note.kind,
                    note.params,
                )
            )


@dataclass(frozen=True, slots=True)
class _Cells:
    """What the cells of a row say, each by itself."""

    id_number: ReadId
    birth: ReadBirth
    sex: ReadText
    phone: ReadPhone
    party: ReadParty
    residence: ReadText
    relation: ReadRelation
    address: ReadText
    texts: Mapping[str, ReadText]
    said: Mapping[str, ReadWords]


def _cells(reading: Reading, layout: Layout, row: TableRow) -> _Cells:
    table = layout.table
    return _Cells(
        id_number=read_id_number(_own(table, row, "id"), reading.today),
        birth=read_birth(_own(table, row, "birth"), reading.today),
        sex=read_sex(_own(table, row, "sex")),
        phone=read_phone(_own(table, row, "phone")),
        party=ReadParty(None, False) if layout.only_heads else read_party(_own(table, row, "party")),
        residence=read_residence(_own(table, row, "residence")),
        relation=read_relation(table.cell(row, "relation")),
        address=read_text(table.cell(row, "address")),
        texts={key: read_text(_own(table, row, key)) for key in ("ethnic", "education", "tags", "remark")},
        said={
            "tags": read_words(_own(table, row, "tags"), layout.tag_tells, layout.names_tags),
            "remark": read_words(_own(table, row, "remark"), layout.remark_tells),
        },
    )


def _entry(reading: Reading, layout: Layout, row: TableRow, name: ReadText) -> Entry:
    table, cells = layout.table, _cells(reading, layout, row)
    words = _together(cells.said)
    house, address = plain(table.cell(row, "house_number")), cells.address.value
    entry = Entry(
        table=table,
        row=row,
        person=_person(table, row, name, cells, words),
        code="",
        key=plain(table.cell(row, "household")),
        head_name=read_name(table.cell(row, "head")).value,
        address="" if is_plain_number(address) else _even(address),
        house_number=house_number_in(house) or house_number_in(address) or house.removesuffix("号"),
        read_id=cells.id_number,
        read_birth=cells.birth,
        relation=cells.relation,
        population=_count(table.cell(row, "population")),
        deceased=_where_dead(name, cells.said),
        empty_said=_where(cells.said, EMPTY),
        split_said=_where(cells.said, SPLIT),
        married_out="出嫁" in words.rest,
    )
    for key, notes in _notes(table, row, cells):
        if notes:
            reading.about(entry, key, *notes)
    return entry


def _person(
    table: FoundTable, row: TableRow, name: ReadText, cells: _Cells, words: ReadWords
) -> RosterPerson:
    aside = "" if says_dead(name.aside) else name.aside
    return RosterPerson(
        row=row.number,
        sheet=table.sheet,
        name=name.value,
        sex=cells.sex.value,
        born_on=cells.birth.value,
        ethnic_group=cells.texts["ethnic"].value,
        education=cells.texts["education"].value,
        remark=_joined(words.rest, aside, cells.phone.aside),
        id_number=cells.id_number.value,
        phone=cells.phone.value,
        relation_word=cells.relation.word,
        relation_code=cells.relation.code,
        party=cells.party.value or words.party,
        party_stated=cells.party.stated or words.party is not None,
        tags=words.tags,
        residence=cells.residence.value or words.residence,
        party_vague=cells.party.vague,
        id_masked=cells.id_number.masked,
    )


def _notes(table: FoundTable, row: TableRow, cells: _Cells) -> Iterable[tuple[str, tuple[Note, ...]]]:
    relation = tuple(note for note in cells.relation.notes if note.kind != _NO_RELATION)
    return (
        ("id", cells.id_number.notes if "id" in table.columns else ()),
        ("birth", cells.birth.notes),
        ("sex", cells.sex.notes),
        ("phone", cells.phone.notes),
        ("party", cells.party.notes),
        ("residence", cells.residence.notes),
        ("relation", relation),
        ("address", cells.address.notes if not _is_filled(table, row, "address") else ()),
        *((key, text.notes) for key, text in cells.texts.items()),
    )


def _even(address: str) -> str:
    """An address without full-width digits and spaces: ５组 １ 号 → 5组1号."""
    return "".join(unicodedata.normalize("NFKC", address).split())


def _joined(*texts: str) -> str:
    return "；".join(filter(None, texts))


def _together(said: Mapping[str, ReadWords]) -> ReadWords:
    """What both columns say: the tags of both, and of the rest what comes first."""
    tags, remark = said["tags"], said["remark"]
    both = tuple(dict.fromkeys((*(tags.tags or ()), *(remark.tags or ()))))
    return ReadWords(
        both or None,
        tags.party or remark.party,
        remark.residence or tags.residence,
        tags.deceased or remark.deceased,
        _joined(tags.rest, remark.rest),
    )


def _where_dead(name: ReadText, said: Mapping[str, ReadWords]) -> str:
    if name.aside and says_dead(name.aside):
        return "name"
    return next((key for key, words in said.items() if words.deceased), "")


def _where(said: Mapping[str, ReadWords], residence: str) -> str:
    return next((key for key, words in said.items() if words.residence == residence), "")


def _count(cell: CellValue) -> int | None:
    text = plain(cell).removesuffix("人").removesuffix("口").strip()
    return int(text) if text.isdecimal() else None
