"""One-click cures for what was noticed in a roster (experience §4.1 step 6): pure rules.

A cure writes nothing: it names what it adds to the clerk's choices, and the roster is planned again with
them. The words for a code are "cure.<code>" in ui.kit.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from passbook_desk.features.households.relations import HEAD, relation_code
from passbook_desk.features.households.roster.values import RowPlace
from passbook_desk.features.intake.choices import SOMEBODY_NEW, Choices
from passbook_desk.features.intake.table import FoundTable, TableRow, column_letters
from passbook_desk.features.intake.values import Finding, Severity


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in the file whom a row may be; `person_id` is what Choices.people takes."""

    person_id: int
    name: str
    household_code: str


@dataclass(frozen=True, slots=True)
class CureFacts:
    """What cures are worked out from.

    `tables` by sheet; `households`: all rows of the household that a row belongs to, in the order of the
    sheet, by each of them; `candidates`: whom a row may be; `grids`: short code and name of those there are.
    """

    tables: Mapping[str, FoundTable]
    households: Mapping[RowPlace, tuple[RowPlace, ...]] = field(default_factory=dict)
    candidates: Mapping[RowPlace, tuple[Candidate, ...]] = field(default_factory=dict)
    grids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cure:
    """What can be done about a finding; `adds` is what it adds to the choices made so far.

    The cure "seen" adds nothing: the clerk has looked, and everything stays as it is.
    """

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    adds: Choices = field(default_factory=Choices)


SEEN: Final = "seen"
LIVED: Final = "lived_"
"""How the kinds of findings begin that tell what the program recorded and a roster says otherwise."""
BLANK_CELL: Final = "blank_cell"


def cured(choices: Choices, cure: Cure) -> Choices:
    """The choices with those of a cure; where both say something, the cure counts."""
    more = cure.adds
    return replace(
        choices,
        edits={**choices.edits, **more.edits},
        skipped=choices.skipped | more.skipped,
        people={**choices.people, **more.people},
        accepted=choices.accepted | more.accepted,
    )


def cures_of(finding: Finding, facts: CureFacts) -> tuple[Cure, ...]:
    """What can be done about a finding by one press, the likeliest first.

    Each must_fix finding of a row has one at least: as a last resort the row or household stays out. A check
    can always be marked as seen; where a roster contradicts what was recorded that comes first, and nothing
    changes by it. A finding of a whole sheet, or one put right by itself, has none.
    """
    if not finding.row or finding.severity is Severity.AUTO:
        return ()
    case = _case(finding, facts)
    rule = _lived if finding.kind.startswith(LIVED) else _RULES.get(finding.kind, _plain)
    offered = [] if case is None else rule(case)
    found = [cure for cure in offered if cure.adds != Choices()]
    if finding.kind.startswith(LIVED):
        return (Cure(SEEN), *found)
    if finding.severity is Severity.CHECK:
        return (*found, Cure(SEEN))
    return tuple(found) or (Cure("leave_row", {}, Choices(skipped=frozenset({_place(finding)}))),)


@dataclass(frozen=True, slots=True)
class _Case:
    """A finding with its table, its row, and the rows of its household."""

    finding: Finding
    facts: CureFacts
    table: FoundTable
    row: TableRow
    group: tuple["_Member", ...]

    @property
    def place(self) -> RowPlace:
        """Where the finding is."""
        return _place(self.finding)


@dataclass(frozen=True, slots=True)
class _Member:
    """A row of a household."""

    table: FoundTable
    row: TableRow

    @property
    def place(self) -> RowPlace:
        """Its sheet and number."""
        return self.table.sheet, self.row.number

    def text(self, key: str) -> str:
        """What stands in the column of a field, without spaces around it."""
        return self.table.cell(self.row, key).text.strip()

    def edit(self, key: str, text: str) -> dict[tuple[str, int, int], str]:
        """The edit that puts a text into the column of a field; none when the sheet has no such column.

        Under a merged cell it goes into the first row of the block, which stands for all.
        """
        column = self.table.column(key, self.row)
        if column is None:
            return {}
        start = self.row.filled.get(column, self.row.number)
        return {(self.table.sheet, start, column): text}


def _place(finding: Finding) -> RowPlace:
    return finding.sheet, finding.row


def _case(finding: Finding, facts: CureFacts) -> _Case | None:
    table = facts.tables.get(finding.sheet)
    row = None if table is None else _row_of(table, finding)
    if table is None or row is None:
        return None
    places = facts.households.get(_place(finding), (_place(finding),))
    return _Case(finding, facts, table, row, tuple(_members(facts, places)))


def _row_of(table: FoundTable, finding: Finding) -> TableRow | None:
    """The finding's row; of several people side by side the one in whose columns it lies."""
    rows = [row for row in table.rows if row.number == finding.row]
    for row in rows:
        own = [column for column in (row.columns or {}).values() if column is not None]
        if finding.column in map(column_letters, own):
            return row
    return rows[0] if rows else None


def _members(facts: CureFacts, places: Iterable[RowPlace]) -> Iterable[_Member]:
    for sheet, number in places:
        table = facts.tables.get(sheet)
        if table is not None:
            yield from (_Member(table, row) for row in table.rows if row.number == number)


def _column_of(case: _Case) -> int | None:
    """The column the finding names, from 0."""
    letters = case.finding.column
    return next((number for number in range(len(case.row.cells)) if column_letters(number) == letters), None)


def _blank(case: _Case) -> list[Cure]:
    column = _column_of(case)
    if column is None:
        return []
    sheet, number = case.place
    edits = {(sheet, case.row.filled.get(column, number), column): ""}
    return [Cure(BLANK_CELL, _who(case), Choices(edits=edits))]


def _who(case: _Case) -> dict[str, str]:
    member = _Member(case.table, case.row)
    return {"name": case.finding.params.get("name") or member.text("name")}


def _left_out(facts: CureFacts, members: Iterable[_Member]) -> Choices:
    """Leave people out: their rows, or of people side by side their cells.

    What stands in the first row of a merged block goes on to the first row below that stays.
    """
    going = {(member.place, member.row.part) for member in members}
    edits: dict[tuple[str, int, int], str] = {}
    skipped: set[RowPlace] = set()
    for sheet, number in {place for place, _ in going}:
        rows = [row for row in facts.tables[sheet].rows if row.number == number]
        leaving = [row for row in rows if ((sheet, number), row.part) in going]
        if len(leaving) == len(rows):
            skipped.add((sheet, number))
            continue
        for row in leaving:
            own = [column for column in (row.columns or {}).values() if column is not None]
            edits |= {(sheet, number, column): "" for column in own}
    return Choices(edits={**_handed_on(facts, skipped), **edits}, skipped=frozenset(skipped))


def _handed_on(facts: CureFacts, skipped: set[RowPlace]) -> dict[tuple[str, int, int], str]:
    edits: dict[tuple[str, int, int], str] = {}
    for sheet in {sheet for sheet, _ in skipped}:
        done: set[tuple[int, int]] = set()
        for row in facts.tables[sheet].rows:
            for column, start in row.filled.items():
                first_that_stays = (start, column) not in done and (sheet, row.number) not in skipped
                if (sheet, start) in skipped and first_that_stays:
                    done.add((start, column))
                    edits[sheet, row.number, column] = row.at(column).text
    return edits


def _leave_row(case: _Case) -> list[Cure]:
    return [Cure("leave_row", _who(case), _left_out(case.facts, [_Member(case.table, case.row)]))]


def _leave_household(case: _Case) -> list[Cure]:
    params = {"code": case.finding.params.get("code", "")}
    return [Cure("leave_household", params, _left_out(case.facts, case.group))]


def _plain(case: _Case) -> list[Cure]:
    """For a kind without a rule of its own: empty the cell if it can be spared, or leave the row out."""
    if case.finding.severity is Severity.CHECK:
        return []
    spared = {case.table.column(key, case.row) for key in _INDISPENSABLE}
    column = _column_of(case)
    blank = [] if column is None or column in spared else _blank(case)
    return [*blank, *_leave_row(case)]


_GRIDS_OFFERED: Final = 2
_INDISPENSABLE: Final = ("name", "household", "head", "grid_code", "grid_name")


def _heading(members: Iterable[_Member], head: _Member) -> Choices:
    """Make one of a household's rows its head: by the head's name where it stands, and by the relation."""
    edits: dict[tuple[str, int, int], str] = {}
    name = head.text("name")
    for member in members:
        if member.text("head") and member.text("head") != name:
            edits |= member.edit("head", name)
        if member is not head and relation_code(member.text("relation")) == HEAD:
            edits |= member.edit("relation", "")
    if relation_code(head.text("relation")) != HEAD:
        edits |= head.edit("relation", "户主")
    if not head.text("head"):
        edits |= head.edit("head", name)
    return Choices(edits=edits)


def _head_cures(case: _Case, code: str, heads: Iterable[_Member]) -> list[Cure]:
    return [
        Cure(code, {"name": head.text("name")}, _heading(case.group, head))
        for head in heads
        if head.text("name")
    ]


def _no_head(case: _Case) -> list[Cure]:
    return [*_head_cures(case, "head_is", case.group[:2]), *_leave_household(case)]


def _head_left_out(case: _Case) -> list[Cure]:
    """The head's own row has to be mended first, or somebody else heads the household."""
    name = case.finding.params.get("name", "")
    others = [member for member in case.group if member.text("name") != name]
    return [*_head_cures(case, "head_is", others[:2]), *_leave_household(case)]


def _two_heads(case: _Case) -> list[Cure]:
    """Both who are called head, the one first whose name the column of heads gives."""
    names = [case.finding.params.get(key, "") for key in ("name", "other_name")]
    heads = [member for member in case.group if member.text("name") in names]
    if len(heads) < 2:
        heads = [member for member in case.group if relation_code(member.text("relation")) == HEAD]
    written = {member.text("head") for member in case.group}
    heads.sort(key=lambda head: head.text("name") not in written)
    return [*_head_cures(case, "head_is", heads[:2]), *_leave_household(case)]


def _others(case: _Case) -> list[_Member]:
    """Who stands in the other row that a finding speaks of."""
    params = case.finding.params
    number = params.get("other_at", "")
    sheet = params.get("other_sheet") or case.finding.sheet
    found = list(_members(case.facts, [(sheet, int(number))] if number.isdecimal() else []))
    called = [member for member in found if member.text("name") == params.get("other_name")]
    return called or found


def _one_person_twice(case: _Case) -> list[Cure]:
    others = _others(case)
    if not others:
        return _leave_row(case)
    mine = _Member(case.table, case.row)
    afar = others[0].table.sheet != case.table.sheet
    return [
        Cure(
            "keep_here",
            {"household": _household(case, mine, "household", afar)},
            _left_out(case.facts, others),
        ),
        Cure(
            "keep_here",
            {"household": _household(case, others[0], "other_household", afar)},
            _left_out(case.facts, [mine]),
        ),
    ]


def _household(case: _Case, member: _Member, key: str, afar: bool) -> str:
    """What a household is called; where the other one is in another sheet, that of its own is enough."""
    return member.table.sheet.strip() if afar else case.finding.params.get(key, "")


def _one_number_twice(case: _Case) -> list[Cure]:
    theirs = [
        Cure("blank_other", {"name": other.text("name")}, Choices(edits=other.edit("id", "")))
        for other in _others(case)[:1]
    ]
    return [*_blank(case), *theirs]


def _household_missing(case: _Case) -> list[Cure]:
    """The row above most often belongs to the same household."""
    mine = _Member(case.table, case.row)
    above = [row for row in case.table.rows if row.number < case.row.number]
    code = _Member(case.table, above[-1]).text("household") if above else ""
    edits = mine.edit("household", code) if code else {}
    return [*([Cure("join_above", {"code": code}, Choices(edits=edits))] if edits else []), *_leave_row(case)]


def _grid(case: _Case) -> list[Cure]:
    """By the household's code where it tells the grid; else one of the grids there are."""
    mine = _Member(case.table, case.row)
    told = mine.text("household")[:2]
    grids = sorted(case.facts.grids, key=lambda grid: grid[0] != told)
    offered = [(code, name) for code, name in grids if code][:_GRIDS_OFFERED] or (
        [(told, "")] if told.isdecimal() else []
    )
    by_code = case.table.column("grid_code", case.row) is not None
    key = "grid_code" if by_code else "grid_name"
    cures = [
        Cure("grid_is", {"grid": name or code}, Choices(edits=mine.edit(key, code if by_code else name)))
        for code, name in offered
    ]
    return [*cures, *_leave_row(case)]


def _grid_new(case: _Case) -> list[Cure]:
    """A grid by a name nobody knows is made; or all rows of the name belong to one that there is."""
    written, new = case.finding.params.get("written", ""), case.finding.params.get("code", "")
    members = [_Member(table, row) for table in case.facts.tables.values() for row in table.rows]
    named = [member for member in members if written and member.text("grid_name") == written]
    cures: list[Cure] = []
    for code, name in case.facts.grids:
        edits: dict[tuple[str, int, int], str] = {}
        for member in named if code != new and len(cures) < _GRIDS_OFFERED else ():
            edits |= member.edit("grid_name", name)
        if edits:
            cures.append(Cure("grid_is", {"grid": name}, Choices(edits=edits)))
    return cures


def _grid_of_row(case: _Case) -> list[Cure]:
    """The household is of another grid in an earlier row: take that one's."""
    at = case.finding.params.get("at", "")
    mine = _Member(case.table, case.row)
    edits: dict[tuple[str, int, int], str] = {}
    for member in _members(case.facts, [(case.finding.sheet, int(at))] if at.isdecimal() else []):
        for key in ("grid_code", "grid_name"):
            edits |= mine.edit(key, member.text(key))
    return [Cure("grid_of_row", {"at": at}, Choices(edits=edits)), *_leave_row(case)]


def _relation(case: _Case, *words: str) -> list[Cure]:
    mine = _Member(case.table, case.row)
    return [
        Cure("relation_is", {"word": word, **_who(case)}, Choices(edits=mine.edit("relation", word)))
        for word in words
        if word != mine.text("relation")
    ]


def _relation_unknown(case: _Case) -> list[Cure]:
    return [*_relation(case, "其他亲属"), *_blank(case)]


def _relation_missing(case: _Case) -> list[Cure]:
    return _relation(case, "其他亲属")


def _relation_ambiguous(case: _Case) -> list[Cure]:
    written = _Member(case.table, case.row).text("relation")
    return _relation(case, *_EITHER.get(written, ()))


_EITHER: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"媳妇": ("配偶", "儿媳"), "外甥": ("外孙", "外甥"), "外甥女": ("外孙女", "外甥女")}
)


def _namesake(case: _Case) -> list[Cure]:
    known = [
        Cure(
            "same_person",
            {"name": candidate.name, "code": candidate.household_code},
            Choices(people={case.place: candidate.person_id}),
        )
        for candidate in case.facts.candidates.get(case.place, ())[:3]
    ]
    return [*known, Cure("another_person", _who(case), Choices(people={case.place: SOMEBODY_NEW}))]


def _lived(case: _Case) -> list[Cure]:
    """The roster's word as an act of today where acts can do it; or a namesake of whom was meant."""
    params = case.finding.params
    cures = []
    if params.get("accept"):
        accepted = frozenset({(*case.place, params["accept"])})
        cures.append(Cure("as_in_sheet", _who(case), Choices(accepted=accepted)))
    if params.get("by_name"):
        cures.append(Cure("another_person", _who(case), Choices(people={case.place: SOMEBODY_NEW})))
    return cures


_RULES: Final[Mapping[str, Callable[[_Case], list[Cure]]]] = MappingProxyType(
    {
        "id_damaged_number": _blank,
        "id_checksum": _blank,
        "id_length": _blank,
        "id_birth_impossible": _blank,
        "birth_future": _blank,
        "birth_unreadable": _blank,
        "text_too_long": _blank,
        "phone_length": _blank,
        "phone_unreadable": _blank,
        "dup_id": _one_number_twice,
        "dup_person": _one_person_twice,
        "dup_row": _leave_row,
        "name_form": _leave_row,
        "name_missing": _leave_row,
        "household_missing": _household_missing,
        "household_code_form": _leave_household,
        "grid_missing": _grid,
        "grid_code_form": _grid,
        "grid_new": _grid_new,
        "code_in_two_grids": _grid_of_row,
        "no_head": _no_head,
        "head_not_listed": _no_head,
        "head_left_out": _head_left_out,
        "two_heads": _two_heads,
        "relation_unknown": _relation_unknown,
        "relation_missing": _relation_missing,
        "relation_ambiguous": _relation_ambiguous,
        "namesake_unclear": _namesake,
        "owner_namesakes": _namesake,
        "role_namesakes": _namesake,
    }
)
