"""Whom of the roster the file knows (experience §5.9).

A household: by code, by the ID of anybody in it, by its head's name, birth and house, by its head's name and
house. A person: by ID, else by name, birth and house, else by name and house. Nobody is merged silently with
a namesake: where several may be meant, the clerk is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from passbook_desk.features.households.model import Household, Person
from passbook_desk.features.households.roster.codes import CodeGiver
from passbook_desk.features.households.roster.known import Known
from passbook_desk.features.households.roster.values import Roster, RosterHousehold, RosterPerson, RowPlace
from passbook_desk.features.households.secrets import LookupKey, lookup_of
from passbook_desk.features.households.values import RosterChange
from passbook_desk.features.intake.choices import SOMEBODY_NEW
from passbook_desk.features.intake.values import Finding, Severity

_NO_ANSWERS: Final[Mapping[RowPlace, int]] = {}


@dataclass(frozen=True, slots=True)
class MatchedPerson:
    """A person of the roster and the row that is the same person; None for somebody new."""

    person: RosterPerson
    row: Person | None


@dataclass(frozen=True, slots=True)
class MatchedHousehold:
    """A household of the roster under the code it has in the file, the row of it, and its people."""

    household: RosterHousehold
    row: Household | None
    people: tuple[MatchedPerson, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """A roster found in the file. `unclear` are those whom each unanswered row may be; they do not go in."""

    households: tuple[MatchedHousehold, ...]
    held: tuple[RosterHousehold, ...]
    findings: tuple[Finding, ...]
    unclear: Mapping[RowPlace, tuple[Person, ...]]
    kept: frozenset[tuple[str, int, str]] = frozenset()
    """What stays as the file has it, by sheet, row and field."""
    returns: tuple[RosterChange, ...] = ()
    """What acts are to record because the clerk took the roster's word."""


def match_roster(
    known: Known, roster: Roster, key: LookupKey, answers: Mapping[RowPlace, int] = _NO_ANSWERS
) -> Matched:
    """Find every household and person of the roster in the file; one row is never two people.

    `answers` say who an unclear row is (`Choices.people`). New households get the codes of the roster, else
    the next that were never used, in the order of the sheets.
    """
    people = _People(known, key, answers)
    people.by_number(roster)
    homes = _Homes(known, people, roster).found()
    return _Matching(known, roster, people, homes).result()


class _People:
    """Who is who; a row of the file is given to one person of the roster only."""

    def __init__(self, known: Known, key: LookupKey, answers: Mapping[RowPlace, int]) -> None:
        self._known, self._key, self._answers = known, key, answers
        self.found: dict[int, Person] = {}
        self._taken: set[int] = set()

    def by_number(self, roster: Roster) -> None:
        """IDs first, for the whole roster, so that nobody takes by name what is another's by number."""
        for household in roster.order:
            for person in household.people:
                answer = self._answers.get(person.place)
                row = self._known.people.get(answer) if answer else None
                if row is None and person.id_number is not None:
                    row = self._known.by_lookup.get(lookup_of(person.id_number, self._key))
                if row is not None:
                    self.take(person, row)

    def take(self, person: RosterPerson, row: Person) -> None:
        """This row is this person, unless it is another already."""
        if row.id not in self._taken:
            self._taken.add(row.id)
            self.found[id(person)] = row

    def is_answered_new(self, person: RosterPerson) -> bool:
        """Whether the clerk said that it is nobody the file knows."""
        return self._answers.get(person.place) == SOMEBODY_NEW

    def row_of(self, person: RosterPerson) -> Person | None:
        """The row found so far."""
        return self.found.get(id(person))

    def namesakes(self, person: RosterPerson) -> list[Person]:
        """People of the same name whom nobody has taken and whom neither ID nor birth tells apart."""
        return [row for row in self._known.by_name.get(person.name, ()) if self._may_be(person, row)]

    def _may_be(self, person: RosterPerson, row: Person) -> bool:
        return row.died_on is None and self._may_have_been(person, row)

    def _may_have_been(self, person: RosterPerson, row: Person) -> bool:
        if row.id in self._taken:
            return False
        both_born = person.born_on is not None and row.born_on is not None
        if both_born and person.born_on != row.born_on:
            return False
        ids_differ = person.id_number is not None and row.id_number != ""
        return not ids_differ or both_born

    def in_household(self, people: Iterable[RosterPerson], home: Household) -> None:
        """By name within the household: the nearest by birth, then by place in the list.

        Two of one name without births and numbers are told apart by their order, if they are as many in both.
        """
        waiting: dict[str, list[RosterPerson]] = defaultdict(list)
        for person in people:
            if self.row_of(person) is None and not self.is_answered_new(person):
                waiting[person.name].append(person)
        for name, persons in waiting.items():
            rows = [
                row
                for row in self._known.by_name.get(name, ())
                if row.id not in self._taken and self._known.home_of(row) == home.id
            ]
            rows.sort(key=lambda row: self._known.homes[row.id].position)
            for person in persons:
                fitting = [row for row in rows if row.id not in self._taken and self._may_be(person, row)]
                exact = [row for row in fitting if row.born_on == person.born_on]
                if exact or len(fitting) == 1 or (fitting and len(persons) >= len(rows)):
                    self.take(person, (exact or fitting)[0])

    def formerly_of(self, person: RosterPerson) -> list[Person]:
        """People of the name who left some household by an act, the dead among them."""
        left = self._known.lived.homes_left
        return [
            row
            for row in self._known.by_name.get(person.name, ())
            if row.id in left and self._may_have_been(person, row)
        ]

    def once_in_household(self, people: Iterable[RosterPerson], home: Household) -> None:
        """By name among those who left the household by an act: an older roster still has them there."""
        former = self._known.lived.former.get(home.id)
        if not former:
            return
        for person in people:
            if self.row_of(person) is None and not self.is_answered_new(person):
                rows = [row for row in self.formerly_of(person) if row.id in former]
                if len(rows) == 1:
                    self.take(person, rows[0])


class _Homes:
    """Which household of the roster is which of the file; a household of the file is given out once."""

    def __init__(self, known: Known, people: _People, roster: Roster) -> None:
        self._known, self._people, self._roster = known, people, roster
        self._homes: dict[int, Household] = {}
        self._claimed: set[int] = set()

    def found(self) -> Mapping[int, Household]:
        """By the identity of the roster's household."""
        votes = {id(household): self._votes(household) for household in self._roster.order}
        self._by_code(lambda household, home: self._shares_somebody(household, home, votes))
        self._by_everybody()
        self._by_votes(votes)
        self._by_head(with_birth=True)
        self._by_head(with_birth=False)
        self._by_former()
        self._by_code(lambda household, _home: not votes[id(household)])
        return self._homes

    def _give(self, household: RosterHousehold, home: Household) -> None:
        self._homes[id(household)] = home
        self._claimed.add(home.id)

    def _free(self) -> Iterator[RosterHousehold]:
        return (household for household in self._roster.order if id(household) not in self._homes)

    def _by_code(self, fits: Callable[[RosterHousehold, Household], bool]) -> None:
        for household in self._free():
            home = self._known.households.get(household.code) if household.code else None
            if home is not None and home.id not in self._claimed and fits(household, home):
                self._give(household, home)

    def _votes(self, household: RosterHousehold) -> Counter[int]:
        """How many of its people live where, by ID."""
        rows = (self._people.row_of(person) for person in household.people)
        homes = (self._known.home_of(row) for row in rows if row is not None)
        return Counter(home for home in homes if home is not None)

    def _shares_somebody(
        self, household: RosterHousehold, home: Household, votes: Mapping[int, Counter[int]]
    ) -> bool:
        if votes[id(household)][home.id]:
            return True
        names = {row.name for row in self._known.members[home.id]}
        former = self._known.lived.former.get(home.id, ())
        names |= {self._known.people[one].name for one in former}
        rows = (self._people.row_of(person) for person in household.people)
        return any(row.id in former for row in rows if row is not None) or any(
            person.name in names for person in household.people
        )

    def _by_everybody(self) -> None:
        """By everybody known being in a household, or having left it by an act: an older roster.

        A household that is no more comes first, then the one where most are now. Where nobody left and no
        other head was made, the other ways decide.
        """
        lived = self._known.lived
        for household in self._free() if lived.former or lived.heads else ():
            now, once = self._now_and_once(household)
            known = [here | left for here, left in zip(now, once, strict=True) if here or left]
            led = {home for here in now for home in here if home in lived.heads}
            homes = led.union(*once).intersection(*known) - self._claimed
            if not homes:
                continue
            everywhere = set[int]().union(*now).intersection(*known) | homes
            best = max(
                sorted(everywhere),
                key=lambda home: (home in lived.absent, sum(home in here for here in now), home in homes),
            )
            if best in homes:
                self._give(household, self._known.houses[best])

    def _by_former(self) -> None:
        """By its head, or most of its people, having left a household by an act."""
        for household in self._free() if self._known.lived.former else ():
            _, once = self._now_and_once(household)
            counts = Counter(home for homes in once for home in homes if home not in self._claimed)
            best = counts.most_common(2)
            if not best or (len(best) == 2 and best[0][1] == best[1][1]):
                continue
            home_id, count = best[0]
            head = household.people.index(household.head)
            if home_id in once[head] or 2 * count >= len(household.people):
                self._give(household, self._known.houses[home_id])

    def _now_and_once(self, household: RosterHousehold) -> tuple[list[set[int]], list[set[int]]]:
        """The household each person is in, and those left by an act; without a number, of this house."""
        now: list[set[int]] = []
        once: list[set[int]] = []
        left = self._known.lived.homes_left
        for person in household.people:
            row = self._people.row_of(person)
            if row is not None:
                rows, same_house = [row], False
            elif self._people.is_answered_new(person) or not household.house_number:
                rows, same_house = [], True
            else:
                rows = [*self._people.formerly_of(person), *self._people.namesakes(person)]
                same_house = True
            here = {home for one in rows if (home := self._known.home_of(one)) is not None}
            gone = {home for one in rows for home in left.get(one.id, ())}
            for found, homes in ((now, here), (once, gone)):
                found.append(
                    {one for one in homes if self._is_house(household, self._known.houses[one])}
                    if same_house
                    else set(homes)
                )
        return now, once

    def _is_house(self, household: RosterHousehold, home: Household) -> bool:
        same = home.house_number == household.house_number
        return same and self._known.grid_of(home) == household.grid_code

    def _by_votes(self, votes: Mapping[int, Counter[int]]) -> None:
        """The household that holds the file's head of it has the first claim, then who holds most of it."""
        claims = []
        for place, household in enumerate(self._roster.order):
            for home_id, count in votes[id(household)].items():
                head = self._known.heads.get(home_id)
                has_head = head is not None and any(
                    row.id == head.person_id
                    for person in household.people
                    if (row := self._people.row_of(person)) is not None
                )
                most = 2 * count >= len(self._known.members[home_id])
                same_house = household.house_number == self._known.houses[home_id].house_number
                if has_head or most or (same_house and not household.code):
                    claims.append((not has_head, -count, place, home_id))
        for _, _, place, home_id in sorted(claims):
            household = self._roster.order[place]
            if id(household) not in self._homes and home_id not in self._claimed:
                self._give(household, self._known.houses[home_id])

    def _by_head(self, with_birth: bool) -> None:
        for household in self._free():
            homes = [home for home in self._homes_of_head(household, with_birth)]
            if len(homes) == 1:
                self._give(household, homes[0])

    def _homes_of_head(self, household: RosterHousehold, with_birth: bool) -> Iterator[Household]:
        head = household.head
        if not household.house_number or self._people.is_answered_new(head):
            return
        row_of_head = self._people.row_of(head)
        rows = [row_of_head] if row_of_head is not None else self._people.namesakes(head)
        for row in rows:
            home_id = self._known.home_of(row)
            if home_id is None or home_id in self._claimed:
                continue
            home, headship = self._known.houses[home_id], self._known.heads.get(home_id)
            born_alike = head.born_on is not None and head.born_on == row.born_on
            if (
                headship is not None
                and headship.person_id == row.id
                and home.house_number == household.house_number
                and self._known.grid_of(home) == household.grid_code
                and born_alike >= with_birth
            ):
                yield home


class _Matching:
    """Puts people and households together and gives codes."""

    def __init__(self, known: Known, roster: Roster, people: _People, homes: Mapping[int, Household]) -> None:
        self._known, self._roster, self._people, self._homes = known, roster, people, homes
        self._findings: list[Finding] = []
        self._unclear: dict[RowPlace, tuple[Person, ...]] = {}
        self._strangers: set[int] = set()
        self._peopled = {known.grid_of(home) for home in known.houses.values()}

    def result(self) -> Matched:
        """Everything found; unanswered namesakes stay out, a household with such a head too."""
        for household in self._roster.order:
            home = self._homes.get(id(household))
            if home is not None:
                self._people.in_household(household.people, home)
        for household in self._roster.order:
            home = self._homes.get(id(household))
            if home is not None:
                self._people.once_in_household(household.people, home)
        for household in self._roster.order:
            if household.heads_only:
                self._count_people(household)
                continue
            for person in household.people:
                self._look_elsewhere(household, person)
        self._note_heads_only()
        codes = CodeGiver(self._known.next_numbers, self._known.households, self._roster.order)
        going = {id(household) for household in self._roster.households}
        matched: list[MatchedHousehold] = []
        held: list[RosterHousehold] = []
        for household in self._roster.order:
            home = self._homes.get(id(household))
            coded = replace(household, code=self._code(household, home, codes))
            staying = tuple(person for person in coded.people if person.place not in self._unclear)
            if (
                id(household) not in going
                or id(household) in self._strangers
                or not any(person.is_head for person in staying)
            ):
                held.append(coded)
                continue
            coded = replace(coded, people=staying)
            found = tuple(MatchedPerson(person, self._people.row_of(person)) for person in staying)
            for member in found:
                if member.row is None and member.person.id_masked:
                    self._find(member.person, "id_masked_new", {}, "id")
            matched.append(MatchedHousehold(coded, home, found))
        return Matched(tuple(matched), tuple(held), tuple(self._findings), self._unclear)

    def _code(self, household: RosterHousehold, home: Household | None, codes: CodeGiver) -> str:
        """The file's own code of a household it knows; what the roster says otherwise is named."""
        code = codes.given(household) if home is None else home.code
        if household.code and household.code != code:
            self._find(household.head, "code_differs", {"code": code, "written": household.code}, "household")
        return code

    def _note_heads_only(self) -> None:
        """Of new households a list of heads brings the heads alone."""
        for sheet in self._roster.sheets:
            heads = [
                household
                for household in self._roster.order
                if household.heads_only
                and household.head.sheet == sheet
                and id(household) not in self._homes
                and id(household) not in self._strangers
            ]
            if heads:
                params = {"count": str(len(heads))}
                self._findings.append(Finding(sheet, 0, "", Severity.CHECK, "heads_only", params))

    def _count_people(self, household: RosterHousehold) -> None:
        """A household of a list that only counts people: compared with the file, never filled up.

        Where the grid has households already and this is none of them, it does not go in.
        """
        home = self._homes.get(id(household))
        if home is None:
            if household.grid_code in self._peopled:
                self._strangers.add(id(household))
                params = {"house": household.house_number}
                self._find(household.head, "household_not_found", params, "head", Severity.MUST_FIX)
            return
        counted = len(self._known.members[home.id])
        if household.population is not None and household.population != counted:
            params = {"code": home.code, "written": str(household.population), "counted": str(counted)}
            self._find(household.head, "population_differs", params, "population")

    def _look_elsewhere(self, household: RosterHousehold, person: RosterPerson) -> None:
        """By name, birth and house in another household; else namesakes are asked about."""
        if self._people.row_of(person) is not None or self._people.is_answered_new(person):
            return
        rows = [
            row for row in self._people.namesakes(person) if person.id_number is None or not row.id_number
        ]
        same_house = [row for row in rows if _born_alike(person, row) and self._is_same_house(household, row)]
        if len(same_house) == 1:
            self._people.take(person, same_house[0])
            return
        near = [row for row in rows if self._may_be_meant(household, person, row)]
        if near:
            self._unclear[person.place] = tuple(near)
            names = "、".join(dict.fromkeys(self._known.houses[home].code for home in self._homes_of(near)))
            params = {"name": person.name, "codes": names, "count": str(len(near))}
            self._find(person, "namesake_unclear", params, "name", Severity.MUST_FIX)

    def _homes_of(self, rows: Iterable[Person]) -> Iterator[int]:
        return (home for row in rows if (home := self._known.home_of(row)) is not None)

    def _is_same_house(self, household: RosterHousehold, row: Person) -> bool:
        home_id = self._known.home_of(row)
        if home_id is None or not household.house_number:
            return False
        home = self._known.houses[home_id]
        same = home.house_number == household.house_number
        return same and self._known.grid_of(home) == household.grid_code

    def _may_be_meant(self, household: RosterHousehold, person: RosterPerson, row: Person) -> bool:
        """Somebody of the name in the same grid, or born on the same day anywhere, may be the same person.

        Who lives in a household that the roster lists too, and is not named there, has most likely moved.
        """
        home_id = self._known.home_of(row)
        if home_id is None:
            return False
        if person.born_on is not None and row.born_on is not None:
            return person.born_on == row.born_on
        return self._known.grid_of(self._known.houses[home_id]) == household.grid_code

    def _find(
        self,
        person: RosterPerson,
        kind: str,
        params: Mapping[str, str],
        key: str,
        severity: Severity = Severity.CHECK,
    ) -> None:
        known = self._roster.letters
        letters = known.get((person.sheet, person.row, key), known.get((person.sheet, 0, key), ""))
        named = {"name": person.name, **params}
        self._findings.append(Finding(person.sheet, person.row, letters, severity, kind, named))


def _born_alike(person: RosterPerson, row: Person) -> bool:
    return person.born_on is not None and person.born_on == row.born_on
