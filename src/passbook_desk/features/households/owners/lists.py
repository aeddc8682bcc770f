"""What lists of shops, resident units, grid workers and building leaders say, row by row (pure)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from passbook_desk.features.households.owners.fields import FIELDS, OwnerList
from passbook_desk.features.households.owners.values import OrganizationKind
from passbook_desk.features.households.roles import BUILDING_LEADER, GRID_WORKER
from passbook_desk.features.households.roster.cells import (
    Note,
    ReadPhone,
    check,
    must_fix,
    plain,
    read_id_number,
    read_name,
    read_phone,
    read_text,
)
from passbook_desk.features.intake.choices import Choices, mended
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.layout import SheetLayout, find_tables
from passbook_desk.features.intake.reading import CellKind, WorkbookRows
from passbook_desk.features.intake.table import FoundTable, GuessedBy, TableRow
from passbook_desk.features.intake.values import Finding
from passbook_desk.kernel.period import NotADate, parse_iso_date
from passbook_desk.kernel.search import fold
from passbook_desk.kernel.sensitive import Sensitive

_KINDS: Final = {OwnerList.SHOPS: OrganizationKind.SHOP, OwnerList.UNITS: OrganizationKind.UNIT}
_ROLES: Final = {OwnerList.WORKERS: GRID_WORKER, OwnerList.LEADERS: BUILDING_LEADER}
_YES: Final = frozenset({"是", "有", "对", "√", "✓", "✔", "1", "y", "本村", "本村户"})
_NO: Final = frozenset({"否", "不是", "非", "无", "×", "✗", "0", "n", "外村", "外来", "外地"})
_SAYS_NOTHING: Final = frozenset({"无", "否", "没有", "未挂", "未挂牌", "不是", "×", "✗", "-", "—", "/"})
_CLOSED: Final = re.compile(r"停业|歇业|关门|关闭|关张|注销|倒闭|不开了|不干了")
_NOT_CLOSED: Final = re.compile(r"[未没不免]|曾|恢复|整改|复业")
_TOTALS: Final = ("合计", "总计", "小计")
_NO_NUMBER: Final = "id_missing"
_PEOPLE: Final = "人数"
_HEAD_OF_HOUSEHOLD: Final = "户主"


@dataclass(frozen=True, slots=True)
class SaidOrganization:
    """A shop or unit as a row says it; empty fields say nothing. `resident` None: the sheet does not tell."""

    sheet: str
    row: int
    kind: OrganizationKind
    code: str
    name: str
    owner: str
    """As written, perhaps with a remark in brackets."""
    owner_name: str
    """The name alone, to find the resident by."""
    resident: bool | None
    id_number: Sensitive | None = field(repr=False)
    phone: Sensitive | None = field(repr=False)
    grid: str
    address: str
    category: str
    plaque: str
    remark: str
    closed: bool


@dataclass(frozen=True, slots=True)
class SaidRole:
    """A grid worker or building leader as a row says it; `from_on` None: the sheet does not tell."""

    sheet: str
    row: int
    role: str
    name: str
    id_number: Sensitive | None = field(repr=False)
    phone: Sensitive | None = field(repr=False)
    grid: str
    estate: str
    building: str
    from_on: date | None


@dataclass(frozen=True, slots=True)
class OwnerLists:
    """Everything the lists of a workbook say. `mapping` tells in words which columns were read."""

    organizations: tuple[SaidOrganization, ...]
    roles: tuple[SaidRole, ...]
    tables: tuple[tuple[OwnerList, FoundTable], ...]
    findings: tuple[Finding, ...]

    @property
    def mapping(self) -> str:
        """The columns by sheet, for the batch."""
        return "；".join(f"{table.sheet}：{table.described(FIELDS[kind])}" for kind, table in self.tables)


def read_owner_lists(workbook: WorkbookRows, choices: Choices, today: date) -> OwnerLists:
    """Read every sheet that is a list of shops, units, grid workers or building leaders.

    Raises NoHeaderFound when there is none.
    """
    tables = tuple(_lists_in(mended(workbook, choices), choices))
    if not tables:
        name = workbook.sheets[0].name if workbook.sheets else ""
        raise NoHeaderFound(file=workbook.file_name, sheet=name, missing="商铺名称、单位名称、网格员或楼栋长")
    reading = _Reading(today)
    for kind, table in tables:
        for row in table.rows:
            reading.read(kind, table, row)
    return OwnerLists(tuple(reading.organizations), tuple(reading.roles), tables, tuple(reading.findings))


def _lists_in(workbook: WorkbookRows, choices: Choices) -> Iterator[tuple[OwnerList, FoundTable]]:
    """For each sheet the list that most of its titles name."""
    layouts = {kind: find_tables(workbook, specs, choices) for kind, specs in FIELDS.items()}
    for place in range(len(workbook.sheets)):
        found = [
            (_titles_named(layout.sheets[place]), kind, layout.sheets[place].found)
            for kind, layout in layouts.items()
            if layout.sheets[place].read and not (kind in _ROLES and _is_roster(layout.sheets[place]))
        ]
        whole = [each for each in found if each[2] is not None and each[0] > 1]
        if whole:
            _, kind, table = max(whole, key=lambda each: each[0])
            assert table is not None
            yield kind, table


def _is_roster(sheet: SheetLayout) -> bool:
    """A roster may name the grid worker in every row."""
    return any(_HEAD_OF_HOUSEHOLD in header for header in sheet.headers)


def _titles_named(sheet: SheetLayout) -> int:
    """How many columns bear the title of a field; a name that was guessed by its look makes no list."""
    if sheet.found is None:
        return 0
    named = {guess.key for guess in sheet.found.guesses if guess.by is not GuessedBy.CONTENT}
    return len(named & sheet.found.columns.keys()) if "name" in named else 0


class _Reading:
    def __init__(self, today: date) -> None:
        self._today = today
        self.organizations: list[SaidOrganization] = []
        self.roles: list[SaidRole] = []
        self.findings: list[Finding] = []

    def read(self, kind: OwnerList, table: FoundTable, row: TableRow) -> None:
        """One row; totals and rows that name nobody are passed over."""
        cell = table.cell(row, "name")
        name = read_text(cell) if kind in _KINDS else read_name(cell)
        first = next((plain(each) for each in row.cells if each.text.strip()), "")
        if first.startswith(_TOTALS) or name.value.startswith(_TOTALS):
            return
        if not name.value:
            said_owner = any(plain(table.cell(row, key)) for key in ("owner", "phone"))
            missing = (must_fix("owner_name_missing"),) if said_owner else ()
            self._note(table, row, "name", name.notes or missing, "")
            return
        self._note(table, row, "name", name.notes, name.value)
        if kind in _KINDS:
            self.organizations.append(self._organization(_KINDS[kind], table, row, name.value))
        else:
            self.roles.append(self._role(_ROLES[kind], table, row, name.value))

    def _organization(
        self, kind: OrganizationKind, table: FoundTable, row: TableRow, name: str
    ) -> SaidOrganization:
        phone = self._phone(table, row, name)
        owner = read_name(table.cell(row, "owner"))
        remark = self._text(table, row, "remark", name)
        state = self._text(table, row, "state", name)
        people = self._text(table, row, "people", name)
        closed = _says_closed(remark) or _says_closed(state) or state in _NO
        if closed:
            self._note(
                table, row, "remark" if _says_closed(remark) else "state", (check("shop_closed"),), name
            )
        parts = (remark, state if _says_closed(state) else "", f"{_PEOPLE} {people}" if people else "")
        return SaidOrganization(
            sheet=table.sheet,
            row=row.number,
            kind=kind,
            code=fold(plain(table.cell(row, "code"))).upper(),
            name=name,
            owner=plain(table.cell(row, "owner")),
            owner_name=owner.value,
            resident=_yes_or_no(plain(table.cell(row, "resident"))),
            id_number=self._id(table, row, name),
            phone=phone.value,
            grid=self._text(table, row, "grid", name),
            address=self._text(table, row, "address", name),
            category=self._text(table, row, "category", name),
            plaque=_plaque(self._text(table, row, "plaque", name)),
            remark="；".join(part for part in (*parts, phone.aside) if part),
            closed=closed,
        )

    def _role(self, role: str, table: FoundTable, row: TableRow, name: str) -> SaidRole:
        return SaidRole(
            sheet=table.sheet,
            row=row.number,
            role=role,
            name=name,
            id_number=self._id(table, row, name),
            phone=self._phone(table, row, name).value,
            grid=self._text(table, row, "grid", name),
            estate=self._text(table, row, "estate", name),
            building=self._text(table, row, "building", name),
            from_on=self._day(table, row, name),
        )

    def _text(self, table: FoundTable, row: TableRow, key: str, name: str) -> str:
        said = read_text(table.cell(row, key))
        self._note(table, row, key, said.notes, name)
        return said.value

    def _phone(self, table: FoundTable, row: TableRow, name: str) -> ReadPhone:
        said = read_phone(table.cell(row, "phone"))
        self._note(table, row, "phone", said.notes, name)
        return said

    def _id(self, table: FoundTable, row: TableRow, name: str) -> Sensitive | None:
        if table.column("id", row) is None:
            return None
        said = read_id_number(table.cell(row, "id"), self._today)
        self._note(table, row, "id", (note for note in said.notes if note.kind != _NO_NUMBER), name)
        return said.value

    def _day(self, table: FoundTable, row: TableRow, name: str) -> date | None:
        cell = table.cell(row, "from")
        text = plain(cell).removesuffix("T00:00:00").replace("日", "")
        if not text or cell.kind is CellKind.ERROR:
            return None
        try:
            return parse_iso_date(re.sub(r"[年月./]", "-", text).strip("-"))
        except NotADate:
            self._note(table, row, "from", (check("role_day_unreadable", text=text),), name)
            return None

    def _note(self, table: FoundTable, row: TableRow, key: str, notes: Iterable[Note], name: str) -> None:
        column = table.letters(key, row)
        self.findings += [
            Finding(table.sheet, row.number, column, note.severity, note.kind, {"name": name, **note.params})
            for note in notes
        ]


def _yes_or_no(text: str) -> bool | None:
    word = fold(text)
    return True if word in _YES else False if word in _NO else None


def _plaque(text: str) -> str:
    """The day as written, or a mere √; a cell that denies the plaque says nothing."""
    return "" if text in _SAYS_NOTHING else text.removesuffix("T00:00:00")


def _says_closed(text: str) -> bool:
    found = _CLOSED.search(text)
    return found is not None and _NOT_CLOSED.search(text[: found.start()]) is None


def finding(said: SaidOrganization | SaidRole, note: Note, column: str = "") -> Finding:
    """A finding about a row that comes out of comparing it with the file."""
    params = {"name": said.name, **note.params}
    return Finding(said.sheet, said.row, column, note.severity, note.kind, params)
