"""Whom the lines of a sign-in sheet mean: by code, by name inside the grid, else asked. Nothing is guessed.

Sounds are compared by the stored readings that finding uses (names.name_ways), so that whoever is found
under a misspelt name is also found by typing it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.attendance.values import (
    Attender,
    MatchedLine,
    MatchedSheet,
    SignInLine,
    SignInSheet,
    Sureness,
)
from passbook_desk.features.households.model import Person
from passbook_desk.features.households.queries import homes_by_person, households
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.kernel.search import fold, readings

_DOTS: Final = str.maketrans("", "", "·•‧・．.。")
_LONG: Final = 3
"""From this length on a name may differ by a character and still be the same."""


def match_sheet(scope: Scope, sheet: SignInSheet) -> MatchedSheet:
    """Every line of a sheet with whom it means; somebody who signed twice counts once."""
    residents = _Residents(scope)
    seen: set[int] = set()
    matched: list[MatchedLine] = []
    for line in sheet.lines:
        found = _matched(residents, line)
        if found.sureness is Sureness.SURE:
            who = found.attenders[0].person_id
            if who in seen:
                found = MatchedLine(line, Sureness.TWICE, found.attenders)
            seen.add(who)
        matched.append(found)
    return MatchedSheet(sheet, tuple(matched))


@dataclass(frozen=True, slots=True)
class _Resident:
    attender: Attender
    grid_code: str
    plain: str
    sounds: frozenset[str]


class _Residents:
    """Everybody who lives in a household of the village today, by name, code and grid."""

    def __init__(self, scope: Scope) -> None:
        houses = {row.id: row for row in households(scope)}
        homes = homes_by_person(scope)
        people = scope.session.execute(
            select(Person.id, Person.name, Person.name_key).where(
                Person.village_id == scope.village_id, Person.died_on.is_(None)
            )
        )
        self.all = [
            _resident(row.id, row.name, row.name_key, houses[homes[row.id]])
            for row in people
            if homes.get(row.id) in houses
        ]
        self.by_name: dict[str, list[_Resident]] = defaultdict(list)
        self.by_code: dict[str, list[_Resident]] = defaultdict(list)
        for resident in self.all:
            self.by_name[resident.plain].append(resident)
            self.by_code[resident.attender.household_code].append(resident)

    def homes_of(self, head: str, grid: str) -> list[str]:
        """Codes of the households of a grid (or of all) with a head of this name."""
        return [
            one.attender.household_code
            for one in self.by_name[_plain(head)]
            if one.attender.is_head and grid in ("", one.grid_code)
        ]


def _resident(person_id: int, name: str, key: str, home: HouseholdRow) -> _Resident:
    attender = Attender(
        person_id=person_id,
        name=name,
        household_id=home.id,
        household_code=home.code,
        house_number=home.house_number,
        grid_name=home.grid_name,
        head_name=home.head_name,
        is_head=home.head_id == person_id,
    )
    sounds = frozenset(part for part in key.split("|")[1:] if part)
    return _Resident(attender, home.grid_code, _plain(name), sounds)


def _plain(name: str) -> str:
    return fold(name).translate(_DOTS)


def _matched(residents: _Residents, line: SignInLine) -> MatchedLine:
    if not line.came:
        return MatchedLine(line, Sureness.ABSENT, _told(residents.by_name[_plain(line.name)][:1]))
    if line.code:
        return _by_code(residents, line)
    if line.head:
        found = _in_household(residents, line)
        if found is not None:
            return found
    return _by_name(residents, line)


def _by_code(residents: _Residents, line: SignInLine) -> MatchedLine:
    """A row of the program's own sheet: its household is known, the head stands for it."""
    members = residents.by_code[line.code]
    heads = [one for one in members if one.attender.is_head] or members[:1]
    return MatchedLine(line, Sureness.SURE if heads else Sureness.UNKNOWN, _told(heads))


def _in_household(residents: _Residents, line: SignInLine) -> MatchedLine | None:
    """Inside the household whose head the line names; None when there is no such household in the grid."""
    codes = residents.homes_of(line.head, line.grid)
    members = [one for code in codes for one in residents.by_code[code]]
    if line.house_number and len(codes) > 1:
        members = [one for one in members if one.attender.house_number == line.house_number] or members
    named = [one for one in members if one.plain == _plain(line.name)]
    if len(named) == 1:
        return MatchedLine(line, Sureness.SURE, _told(named))
    if named:
        return MatchedLine(line, Sureness.NAMESAKES, _told(named))
    alike = [one for one in members if _alike(line.name, one)]
    if alike:
        return MatchedLine(line, Sureness.MISSPELT, _told(alike))
    if members:
        heads = [one for one in members if one.attender.is_head]
        return MatchedLine(
            line, Sureness.OTHER_HOUSEHOLD, _told([*heads, *residents.by_name[_plain(line.name)]])
        )
    return None


def _by_name(residents: _Residents, line: SignInLine) -> MatchedLine:
    everywhere = residents.by_name[_plain(line.name)]
    here = [one for one in everywhere if line.grid in ("", one.grid_code)]
    if len(here) > 1 and line.house_number:
        here = [one for one in here if one.attender.house_number == line.house_number] or here
    if len(here) == 1:
        return MatchedLine(line, Sureness.SURE, _told(here))
    if here:
        return MatchedLine(line, Sureness.NAMESAKES, _told(here))
    if everywhere:
        return MatchedLine(line, Sureness.OTHER_GRID, _told(everywhere))
    near = [one for one in residents.all if line.grid in ("", one.grid_code) and _alike(line.name, one)]
    return MatchedLine(line, Sureness.MISSPELT if near else Sureness.UNKNOWN, _told(near))


def _told(residents: Iterable[_Resident]) -> tuple[Attender, ...]:
    return tuple(dict.fromkeys(one.attender for one in residents))


def _alike(name: str, resident: _Resident) -> bool:
    """The same sound, or, of longer names, the same surname and one other character."""
    written, stored = _plain(name), resident.plain
    if not resident.sounds.isdisjoint(_sounds(written)):
        return True
    if len(written) != len(stored) or len(written) < _LONG or written[0] != stored[0]:
        return False
    return sum(one != other for one, other in zip(written, stored, strict=True)) == 1


def _sounds(name: str) -> Sequence[str]:
    return readings(name) if name else ()
