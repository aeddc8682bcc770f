"""Which household an event of a register is of. Nothing is guessed: what is not sure is told as a finding."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.events.register.values import SaidEvent
from passbook_desk.features.households.model import Person
from passbook_desk.features.households.queries import homes_by_person, households, party_members
from passbook_desk.features.households.roster.cells import Note, auto, must_fix
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.features.ledger.claims.upload_values import Candidate
from passbook_desk.kernel.search import fold

_DOTS: Final = str.maketrans("", "", "·•‧・．.。")
_MOST_CANDIDATES: Final = 6


@dataclass(frozen=True, slots=True)
class Whose:
    """The household a row means, None when that is not certain, and whom it may mean then."""

    household: HouseholdRow | None
    note: Note | None = None
    candidates: tuple[Candidate, ...] = ()


class Houses:
    """The households of the village by the names of their people; read once for a workbook."""

    def __init__(self, scope: Scope) -> None:
        self._rows = {row.id: row for row in households(scope)}
        self._codes = {row.code: row for row in self._rows.values()}
        self._heads: dict[str, list[HouseholdRow]] = defaultdict(list)
        for row in self._rows.values():
            self._heads[_plain(row.head_name)].append(row)
        self._people: dict[str, list[HouseholdRow]] = defaultdict(list)
        homes = homes_by_person(scope)
        named = select(Person.id, Person.name).where(Person.village_id == scope.village_id)
        for person_id, name in scope.session.execute(named):
            home = self._rows.get(homes.get(person_id, 0))
            if home is not None:
                self._people[_plain(name)].append(home)
        members = party_members(scope)
        self._member_homes = {member.household_id for member in members}
        self._members = {(member.household_id, _plain(member.name)) for member in members}

    def whose(self, said: SaidEvent, chosen: int | None) -> Whose:
        """The household a row means, by name, grid and house number; `chosen` is what the clerk has said.

        The host is mostly the head; somebody else of a household is taken for it where no head is so called.
        """
        if chosen is not None and chosen in self._rows:
            return Whose(self._rows[chosen])
        if said.code:
            known = self._codes.get(fold(said.code))
            return Whose(known) if known else Whose(None, must_fix("register_unknown_code", said=said.code))
        if not said.head:
            return Whose(None, must_fix("register_head_missing"))
        heads, named = self._heads[_plain(said.head)], self._people[_plain(said.head)]
        for those, is_head in ((heads, True), (named, False)):
            here = [row for row in those if _in_grid(row, said)]
            if here:
                return self._among(said, here, is_head)
        if named:
            where = "、".join(sorted({f"{row.grid_name}{row.code}" for row in named}))
            note = must_fix("register_other_grid", name=said.head, grid=said.grid_text, where=where)
            return Whose(None, note, _candidates(named))
        near = [row for row in self._rows.values() if _at_house(row, said) and _in_grid(row, said)]
        return Whose(None, must_fix("register_unknown_head", said=said.head), _candidates(near))

    def _among(self, said: SaidEvent, those: Sequence[HouseholdRow], is_head: bool) -> Whose:
        houses = tuple({row.id: row for row in those}.values())
        fitting = [row for row in houses if _at_house(row, said)] if said.house_number else list(houses)
        if not fitting:
            fitting = [row for row in houses if not row.house_number]
            if not fitting:
                codes = "、".join(f"{row.code}（{row.house_number}号）" for row in houses)
                note = must_fix("register_other_house", name=said.head, said=said.house_number, codes=codes)
                return Whose(None, note, _candidates(houses))
        if len(fitting) == 1:
            only = fitting[0]
            note = auto("register_not_head", name=said.head, code=only.code, head=only.head_name)
            return Whose(only, None if is_head else note)
        codes = "、".join(sorted(row.code for row in fitting))
        note = must_fix("register_ambiguous", name=said.head, codes=codes, count=str(len(fitting)))
        return Whose(None, note, _candidates(fitting))

    def has_member(self, household_id: int) -> bool:
        """Whether a party member, probationary included, lives in the household today."""
        return household_id in self._member_homes

    def is_member(self, household_id: int, name: str) -> bool:
        """Whether the one so called in the household is a party member today."""
        return (household_id, _plain(name)) in self._members


def _in_grid(row: HouseholdRow, said: SaidEvent) -> bool:
    """Whether a household lies in the grid of a row, told by its number or its name; no grid is any."""
    if not said.grid_text:
        return True
    return said.grid == row.grid_code or fold(said.grid_text) == fold(row.grid_name)


def _at_house(row: HouseholdRow, said: SaidEvent) -> bool:
    return bool(said.house_number) and fold(row.house_number) == fold(said.house_number)


def _candidates(houses: Iterable[HouseholdRow]) -> tuple[Candidate, ...]:
    rows = sorted({row.id: row for row in houses}.values(), key=lambda row: row.code)[:_MOST_CANDIDATES]
    return tuple(Candidate(row.id, row.code, row.head_name, row.house_number, row.grid_name) for row in rows)


def _plain(name: str) -> str:
    return fold(name).translate(_DOTS)
