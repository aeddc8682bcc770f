"""The dry run of a roster: everything that importing it would do, and every doubt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from passbook_desk.db.store import Scope
from passbook_desk.features.households.roster.cures import Candidate
from passbook_desk.features.households.roster.differences import (
    Difference,
    household_differences,
    person_differences,
    place_differences,
)
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.households.roster.known import Known, known_people
from passbook_desk.features.households.roster.matching import Matched, match_roster
from passbook_desk.features.households.roster.reading import read_roster
from passbook_desk.features.households.roster.respecting import respect_life
from passbook_desk.features.households.roster.values import Roster, RosterHousehold, RowPlace
from passbook_desk.features.households.rules import full_grid_code
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import (
    GridCount,
    NewHousehold,
    RosterChange,
    RosterReport,
    Tally,
)
from passbook_desk.features.intake.choices import Choices, mended
from passbook_desk.features.intake.errors import NoHeaderFound, NoSuchSheet
from passbook_desk.features.intake.layout import Layout, SheetRole, find_tables
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.remembering import remembered_columns
from passbook_desk.features.intake.table import FoundTable
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.collecting import collector_paused

ROSTER_BATCH = "roster"
"""The kind of batch that a roster is imported by, and of the columns remembered for it."""

_DOUBTFUL_CHANGES = {
    "name": "name_changed",
    "id": "id_changed",
    "household": "person_moved",
    "head": "head_changed",
}
"""Changes that may be another person's row by mistake: applied, and named to be looked at."""
_NOBODY: Mapping[RowPlace, tuple[Candidate, ...]] = {}


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """A roster read and compared with the file. `mapping` says in words which columns it was read by.

    `workbook` is the file as it was chosen, `choices` what the clerk decided on it. `candidates` are those in
    the file whom an unclear row may be.
    """

    workbook: WorkbookRows
    roster: Roster
    mapping: str
    report: RosterReport
    key: LookupKey = field(repr=False)
    choices: Choices = field(default_factory=Choices)
    layout: Layout = field(default_factory=lambda: Layout(()))
    candidates: Mapping[RowPlace, tuple[Candidate, ...]] = field(default_factory=lambda: _NOBODY)
    going: frozenset[RowPlace] = frozenset()

    @property
    def tables(self) -> tuple[FoundTable, ...]:
        """The tables that were read."""
        return self.layout.tables

    @property
    def groups(self) -> Mapping[RowPlace, tuple[RowPlace, ...]]:
        """The rows of the household that a row belongs to, by each of them."""
        return {place: places for places in self.roster.groups for place in places}

    def goes_in(self, place: RowPlace) -> bool:
        """Whether somebody in this row is imported as things stand."""
        return place in self.going


@collector_paused()
def plan_roster(
    scope: Scope,
    workbook: WorkbookRows,
    key: LookupKey,
    choices: Choices | None = None,
    sheet: str | None = None,
) -> RosterPlan:
    """Read a roster as the clerk's choices want it and compare it with the file; writes nothing.

    `sheet` names the one sheet to read. Raises NoSuchSheet and NoHeaderFound.
    """
    choices = choices or Choices()
    layout = _layout(scope, workbook, choices, sheet)
    here = village(scope)
    known = known_people(scope)
    roster = read_roster(
        layout.tables, here.code, scope.today, {code: place.name for code, place in known.grids.items()}
    )
    roster = replace(roster, notes=tuple(_notes(layout)))
    matched, _ = respect_life(
        known, roster, match_roster(known, roster, key, choices.people), key, choices.accepted
    )
    return RosterPlan(
        workbook=workbook,
        roster=roster,
        mapping="；".join(f"{table.sheet}：{table.described(ROSTER_FIELDS)}" for table in layout.tables),
        report=report_of(known, roster, matched, key, here.code),
        key=key,
        choices=choices,
        layout=layout,
        candidates=_candidates(known, matched),
        going=frozenset(
            person.person.place for household in matched.households for person in household.people
        ),
    )


def _layout(scope: Scope, workbook: WorkbookRows, choices: Choices, sheet: str | None) -> Layout:
    if sheet is not None:
        wanted = [one.name for one in workbook.sheets if one.name.strip() == sheet.strip()]
        if not wanted:
            names = "、".join(one.name for one in workbook.sheets)
            raise NoSuchSheet(file=workbook.file_name, sheet=sheet, sheets=names)
        choices = replace(choices, sheets={one.name: one.name in wanted for one in workbook.sheets})
    layout = find_tables(
        mended(workbook, choices), ROSTER_FIELDS, choices, remembered_columns(scope, ROSTER_BATCH)
    )
    if not layout.tables:
        nearest = max(
            (one for one in layout.sheets if one.headers), key=lambda one: len(one.headers), default=None
        )
        required = tuple(spec.title for spec in ROSTER_FIELDS if spec.required)
        raise NoHeaderFound(
            file=workbook.file_name,
            sheet=nearest.name if nearest else "",
            missing="、".join((nearest.missing if nearest else ()) or required),
        )
    return layout


def _notes(layout: Layout) -> Iterator[Finding]:
    """A sheet that lists again whom other sheets list is passed over, and said."""
    for sheet in layout.sheets:
        if sheet.role is SheetRole.REPEATS and not sheet.read:
            yield Finding(sheet.name, 0, "", Severity.CHECK, "sheet_repeats", {"count": str(sheet.rows)})


def _candidates(known: Known, matched: Matched) -> dict[RowPlace, tuple[Candidate, ...]]:
    found = {}
    for place, rows in matched.unclear.items():
        homes = [(row, known.home_of(row)) for row in rows]
        found[place] = tuple(
            Candidate(row.id, row.name, known.houses[home].code) for row, home in homes if home is not None
        )
    return found


def differences(known: Known, roster: Roster, matched: Matched, key: LookupKey) -> Iterator[Difference]:
    """All changes to rows that are there, in the order in which they are to be written."""
    for difference in _all_differences(known, roster, matched, key):
        change = difference.change
        if (change.sheet, change.row, change.field) not in matched.kept:
            yield difference


def _all_differences(known: Known, roster: Roster, matched: Matched, key: LookupKey) -> Iterator[Difference]:
    yield from place_differences(known, roster)
    for household in matched.households:
        yield from household_differences(known, household)
        for person in household.people:
            yield from person_differences(known, household.household, person, key)


def report_of(known: Known, roster: Roster, matched: Matched, key: LookupKey, area: str) -> RosterReport:
    """What importing a matched roster does."""
    written = tuple(difference.change for difference in differences(known, roster, matched, key))
    changes = (*written, *matched.returns)
    changed_people = {(change.sheet, change.row) for change in changes if change.person_name}
    changed_houses = {change.household_code for change in changes if not change.person_name}
    joined = tuple(
        RosterChange(
            person.person.sheet,
            person.person.row,
            house.household.code,
            person.person.name,
            "member",
            "",
            person.person.name,
        )
        for house in matched.households
        if house.row is not None
        for person in house.people
        if person.row is None
    )
    old_people = [
        person.person.place
        for house in matched.households
        for person in house.people
        if person.row is not None
    ]
    old_houses = [house.household.code for house in matched.households if house.row is not None]
    people = [person for house in roster.order for person in house.people]
    going = sum(len(house.people) for house in matched.households)
    findings = _in_order(roster, (*roster.findings, *matched.findings, *_doubts(changes)))
    return RosterReport(
        households=len(roster.order),
        residents=len(people),
        party_members=sum(1 for person in people if person.party is not None),
        per_grid=_per_grid(roster, area),
        findings=findings,
        new_households=tuple(
            NewHousehold(house.household.code, house.household.head.name, len(house.household.people))
            for house in matched.households
            if house.row is None
        ),
        new_people=going - len(old_people),
        same_households=sum(1 for code in old_houses if code not in changed_houses),
        same_people=sum(1 for place in old_people if place not in changed_people),
        changes=changes + joined,
        ready=Tally(len(matched.households), going),
        to_check=_tally(roster, findings, Severity.CHECK),
        to_fix=_tally(roster, findings, Severity.MUST_FIX),
        notes=roster.notes,
    )


def _in_order(roster: Roster, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    place = {sheet: number for number, sheet in enumerate(roster.sheets)}
    return tuple(sorted(findings, key=lambda found: (place[found.sheet], found.row)))


def _tally(roster: Roster, findings: Sequence[Finding], severity: Severity) -> Tally:
    """Rows with a finding of this severity, and the households they belong to."""
    rows = {(found.sheet, found.row) for found in findings if found.severity is severity and found.row}
    households = sum(1 for places in roster.groups if not rows.isdisjoint(places))
    return Tally(households, len(rows))


def _per_grid(roster: Roster, area: str) -> tuple[GridCount, ...]:
    households: dict[str, list[RosterHousehold]] = {}
    for household in roster.order:
        households.setdefault(household.grid_code, []).append(household)
    party = Counter(
        household.grid_code
        for household in roster.order
        for person in household.people
        if person.party is not None
    )
    return tuple(
        GridCount(
            code=code,
            full_code=full_grid_code(code, area),
            name=name,
            households=len(households.get(code, ())),
            residents=sum(len(household.people) for household in households.get(code, ())),
            party_members=party[code],
        )
        for code, name in roster.grids
    )


def _doubts(changes: tuple[RosterChange, ...]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            change.sheet,
            change.row,
            "",
            Severity.CHECK,
            _DOUBTFUL_CHANGES[change.field],
            {
                "name": change.person_name or change.new,
                "code": change.household_code,
                "old": change.old,
                "new": change.new,
            },
        )
        for change in changes
        if change.field in _DOUBTFUL_CHANGES and change.old
    )
