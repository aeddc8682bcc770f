"""Where points belong: the place a household lived in on the day they count (domain §13 rule 24)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, or_, select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.life.history import households_on, row_at
from passbook_desk.features.households.model import HomeSpan, Household, Membership, Place, ScoredSpan
from passbook_desk.features.households.places import BUILDING
from passbook_desk.features.households.rules import GRID
from passbook_desk.features.ledger.counting.values import By, Outside
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.values import OwnerKind
from passbook_desk.kernel.period import DateSpan

Group = int | Outside
"""The id of a grid or building, or why there is none."""
_KIND: Final = {By.GRID: GRID, By.BUILDING: BUILDING}


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as a count names it: a building with its estate before it."""

    id: int
    code: str
    name: str
    grid_name: str


@dataclass(frozen=True, slots=True)
class _Stay:
    """Somebody's or a household's belonging, from day to day; `where` is a household or a place."""

    id: int
    where: int
    from_on: date
    to_on: date | None

    def begins_or_ends(self, span: DateSpan) -> bool:
        """True when it holds on a part of the span only."""
        begins = span.first < self.from_on <= span.last
        return begins or (self.to_on is not None and span.first <= self.to_on < span.last)


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds an account, by ids."""

    kind: OwnerKind
    household_id: int | None
    person_id: int | None


class Homes:
    """Homes of households and of members with a red book on any day, read once."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        now = select(Household.id, Household.place_id).where(Household.village_id == scope.village_id)
        self._place_now = {household_id: place_id for household_id, place_id in scope.session.execute(now)}
        self._stays = _stays(
            scope.session.execute(
                select(
                    HomeSpan.household_id, HomeSpan.id, HomeSpan.place_id, HomeSpan.from_on, HomeSpan.to_on
                )
                .join(Household, Household.id == HomeSpan.household_id)
                .where(Household.village_id == scope.village_id)
            )
        )
        self._families = _stays(
            scope.session.execute(
                select(
                    Membership.person_id,
                    Membership.id,
                    Membership.household_id,
                    Membership.from_on,
                    Membership.to_on,
                ).where(
                    Membership.person_id.in_(
                        select(Account.person_id).where(
                            Account.village_id == scope.village_id, Account.person_id.is_not(None)
                        )
                    )
                )
            )
        )
        self._places = {
            row.id: row
            for row in scope.session.scalars(select(Place).where(Place.village_id == scope.village_id))
        }
        self._above = {by: self._groups_above(kind) for by, kind in _KIND.items()}
        self.holdings: Mapping[int, Holding] = {
            row.id: Holding(OwnerKind(row.owner_kind), row.household_id, row.person_id)
            for row in scope.session.execute(
                select(Account.id, Account.owner_kind, Account.household_id, Account.person_id).where(
                    Account.village_id == scope.village_id
                )
            )
        }

    def household(self, holding: Holding, day: date) -> int | None:
        """The household whose book it is, or that a member belonged to on a day; None for shops and units."""
        if holding.household_id is not None or holding.person_id is None:
            return holding.household_id
        rows = self._families.get(holding.person_id, ())
        stay = row_at(rows, day) or max(rows, key=lambda row: (row.from_on, row.id), default=None)
        return None if stay is None else stay.where

    def group(self, by: By, holding: Holding, day: date) -> Group:
        """The grid or building that an account belonged to on a day."""
        if holding.kind is OwnerKind.SHOP:
            return Outside.SHOPS
        if holding.kind is OwnerKind.UNIT:
            return Outside.UNITS
        household_id = self.household(holding, day)
        return Outside.NO_PLACE if household_id is None else self.group_of(by, household_id, day)

    def group_of(self, by: By, household_id: int, day: date) -> Group:
        """The grid or building a household lived in on a day."""
        rows = self._stays.get(household_id)
        stay = row_at(rows, day) if rows else None
        place_id = self._place_now.get(household_id, 0) if stay is None else stay.where
        return self._above[by].get(place_id, Outside.NO_PLACE)

    def movers(self, span: DateSpan) -> frozenset[int]:
        """Accounts that may have changed their place inside a span: their points go by the day."""
        houses = _changing(self._stays, span)
        people = _changing(self._families, span)
        found = set()
        for account_id, holding in self.holdings.items():
            if holding.person_id in people or self.household(holding, span.last) in houses:
                found.add(account_id)
        return frozenset(found)

    def names(self, by: By) -> tuple[PlaceName, ...]:
        """All grids, or all buildings, by code."""
        chosen = sorted(
            (row for row in self._places.values() if row.kind == _KIND[by]), key=lambda row: row.code
        )
        return tuple(self._named(row) for row in chosen)

    def taking_part(self, day: date) -> frozenset[int]:
        """Households that were in the village and took part in points on a day (domain §13 rule 19)."""
        scored = self._scope.session.scalars(
            select(ScoredSpan.household_id).where(or_(ScoredSpan.to_on.is_(None), ScoredSpan.to_on >= day))
        )
        return households_on(self._scope, day) & frozenset(scored)

    def _groups_above(self, kind: str) -> dict[int, Group]:
        """The grid or building that holds each place."""
        found: dict[int, Group] = {}
        for place_id in self._places:
            at: int | None = place_id
            while at is not None and self._places[at].kind != kind:
                at = self._places[at].parent_id
            if at is not None:
                found[place_id] = at
        return found

    def _named(self, row: Place) -> PlaceName:
        above = self._places.get(row.parent_id) if row.parent_id is not None else None
        name = row.name if above is None or above.kind == GRID else f"{above.name}{row.name}"
        while above is not None and above.kind != GRID:
            above = self._places.get(above.parent_id) if above.parent_id is not None else None
        return PlaceName(row.id, row.code, name, row.name if above is None else above.name)


def _stays(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[int, list[_Stay]]:
    found: dict[int, list[_Stay]] = defaultdict(list)
    for subject, row_id, where, from_on, to_on in rows:
        found[subject].append(_Stay(row_id, where, from_on, to_on))
    return found


def _changing(stays: Mapping[int, Sequence[_Stay]], span: DateSpan) -> frozenset[int]:
    return frozenset(
        subject for subject, rows in stays.items() if any(row.begins_or_ends(span) for row in rows)
    )
