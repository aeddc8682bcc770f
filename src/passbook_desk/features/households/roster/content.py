"""Everyone who is in the village today, grid by grid: what the roster's paper and workbook are made of."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import or_, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.households.errors import NobodyListed, ReasonMissing
from passbook_desk.features.households.model import Membership, Person
from passbook_desk.features.households.queries import (
    about_people,
    grid_by_code,
    grids,
    households,
    person_row,
)
from passbook_desk.features.households.spans import latest_first, not_ended
from passbook_desk.features.households.values import GridRow, HouseholdCard, HouseholdRow
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.sensitive import masked_numbers

UNMASKED_ACT: Final = "roster-unmasked"
"""The audited act of giving out a roster with whole ID and phone numbers."""


@dataclass(frozen=True, slots=True)
class GridRoster:
    """A grid and its households today, each with at least one person, the head first."""

    grid: GridRow
    households: tuple[HouseholdCard, ...]


@dataclass(frozen=True, slots=True)
class RosterContent:
    """A village's grids as they are on a day. Grids without a household are left out."""

    village_name: str
    township: str
    area: str
    as_of: date
    grids: tuple[GridRoster, ...]

    @property
    def households(self) -> int:
        """How many households are listed."""
        return sum(len(grid.households) for grid in self.grids)

    @property
    def residents(self) -> int:
        """How many people are listed."""
        return sum(len(card.people) for grid in self.grids for card in grid.households)


def roster_content(scope: Scope, grid_code: str | None = None) -> RosterContent:
    """Who lives where today, of one grid or of all; the dead and households that left are not in it.

    A dozen statements whatever the size of the village. Raises UnknownGrid, and NobodyListed when there is
    no household to list.
    """
    here = village(scope)
    wanted = grids(scope) if grid_code is None else (grid_by_code(scope, grid_code),)
    cards: dict[int, list[HouseholdCard]] = defaultdict(list)
    for card in _cards(scope, None if grid_code is None else wanted[0].code):
        cards[card.household.grid_id].append(card)
    found = tuple(GridRoster(grid, tuple(cards[grid.id])) for grid in wanted if cards[grid.id])
    if not found:
        raise NobodyListed
    return RosterContent(here.name, here.township, here.code, scope.today, found)


def unmasked_roster(tx: Tx, grid_code: str | None, reason: str) -> RosterContent:
    """The roster that goes out with whole numbers, and a note of it in the audit chain.

    The note says why, which grids and how many people; numbers typed into the reason are masked there.
    Raises ReasonMissing, UnknownGrid and NobodyListed.
    """
    tx.require(Act.EXPORT_NUMBERS)
    why = masked_numbers(reason.strip())
    if not why:
        raise ReasonMissing(field="reason")
    content = roster_content(tx, grid_code)
    which = ",".join(grid.grid.code for grid in content.grids)
    detail = f"residents={content.residents}; grids={which}; reason={why}"
    note_act(tx, UNMASKED_ACT, "village", village(tx).uid, detail)
    return content


def _cards(scope: Scope, grid_code: str | None) -> Sequence[HouseholdCard]:
    rows = {row.id: row for row in households(scope, grid_code=grid_code)}
    found: dict[int, list[tuple[Membership, Person]]] = defaultdict(list)
    latest: dict[int, tuple[Membership, Person]] = {
        person.id: (membership, person)
        for membership, person in scope.session.execute(
            select(Membership, Person)
            .join(Person, Person.id == Membership.person_id)
            .where(Person.village_id == scope.village_id, not_ended(scope, Membership))
            .where(or_(Person.died_on.is_(None), Person.died_on > scope.today))
            .order_by(*latest_first(Membership))
        )
    }
    for pair in latest.values():
        home = pair[0].household_id
        if home in rows:
            found[home].append(pair)
    about = about_people(scope)
    return [
        HouseholdCard(
            row,
            tuple(person_row(*pair, row.head_id, about) for pair in _ordered(row, found[row.id])),
        )
        for row in rows.values()
        if found[row.id]
    ]


def _ordered(row: HouseholdRow, people: list[tuple[Membership, Person]]) -> list[tuple[Membership, Person]]:
    """The head first, then in the order of the roster."""
    return sorted(people, key=lambda pair: (pair[1].id != row.head_id, pair[0].position, pair[1].id))
