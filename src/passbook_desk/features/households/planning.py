"""The dry run of a roster: everything that importing it would do, and every doubt."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from passbook_desk.db.store import Scope
from passbook_desk.features.households.differences import (
    Difference,
    household_differences,
    person_differences,
    place_differences,
)
from passbook_desk.features.households.matching import Known, MatchedHousehold, known_people, match_roster
from passbook_desk.features.households.roster import ROSTER_FIELDS, read_roster
from passbook_desk.features.households.roster_values import Roster, RosterHousehold
from passbook_desk.features.households.rules import full_grid_code
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import GridCount, NewHousehold, RosterChange, RosterReport
from passbook_desk.features.intake.mapping import find_table
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.village.queries import village

_DOUBTFUL_CHANGES = {
    "name": "name_changed",
    "id": "id_changed",
    "household": "person_moved",
    "head": "head_changed",
}
"""Changes that may be another person's row by mistake: applied, and named to be looked at."""


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """A roster read and compared with the file. `mapping` says in words which columns it was read by."""

    workbook: WorkbookRows
    roster: Roster
    mapping: str
    report: RosterReport
    key: LookupKey = field(repr=False)


def plan_roster(scope: Scope, workbook: WorkbookRows, key: LookupKey, sheet: str | None = None) -> RosterPlan:
    """Read a roster and compare it with the file; writes nothing.

    `sheet` names the sheet when the workbook has several. Raises NoSuchSheet and NoHeaderFound.
    """
    table = find_table(workbook, ROSTER_FIELDS, sheet)
    area = village(scope).code
    roster = read_roster(table, area, scope.today)
    known = known_people(scope)
    report = report_of(known, roster, match_roster(known, roster, key), key, area)
    return RosterPlan(workbook, roster, table.described(ROSTER_FIELDS), report, key)


def differences(
    known: Known, roster: Roster, matched: tuple[MatchedHousehold, ...], key: LookupKey
) -> Iterator[Difference]:
    """All changes to rows that are there, in the order in which they are to be written."""
    yield from place_differences(known, roster)
    for household in matched:
        yield from household_differences(roster.sheet, known, household)
        for person in household.people:
            yield from person_differences(roster.sheet, known, household.household, person, key)


def report_of(
    known: Known, roster: Roster, matched: tuple[MatchedHousehold, ...], key: LookupKey, area: str
) -> RosterReport:
    """What importing a matched roster does."""
    changes = tuple(difference.change for difference in differences(known, roster, matched, key))
    changed_people = {(change.household_code, change.row) for change in changes if change.person_name}
    changed_houses = {change.household_code for change in changes if not change.person_name}
    joined = tuple(
        RosterChange(
            roster.sheet,
            person.person.row,
            house.household.code,
            person.person.name,
            "member",
            "",
            person.person.name,
        )
        for house in matched
        if house.row is not None
        for person in house.people
        if person.row is None
    )
    old_people = [
        (house.household.code, person.person.row)
        for house in matched
        for person in house.people
        if person.row is not None
    ]
    old_houses = [house.household.code for house in matched if house.row is not None]
    people = [person for house in roster.households for person in house.people]
    return RosterReport(
        households=len(roster.households),
        residents=len(people),
        party_members=sum(1 for person in people if person.party is not None),
        per_grid=_per_grid(roster, area),
        findings=roster.findings + _doubts(roster.sheet, changes),
        new_households=tuple(
            NewHousehold(house.household.code, house.household.head.name, len(house.household.people))
            for house in matched
            if house.row is None
        ),
        new_people=len(people) - len(old_people),
        same_households=sum(1 for code in old_houses if code not in changed_houses),
        same_people=sum(1 for person in old_people if person not in changed_people),
        changes=changes + joined,
    )


def _per_grid(roster: Roster, area: str) -> tuple[GridCount, ...]:
    households: dict[str, list[RosterHousehold]] = {}
    for household in roster.households:
        households.setdefault(household.grid_code, []).append(household)
    party = Counter(
        household.grid_code
        for household in roster.households
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


def _doubts(sheet: str, changes: tuple[RosterChange, ...]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            sheet,
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
