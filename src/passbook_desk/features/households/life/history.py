"""What was: the story of a household, and who belonged where on any day (domain §13 rule 24)."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.households.life.values import ActKind, MemberRow, StoryLine
from passbook_desk.features.households.life.writing import COMINGS
from passbook_desk.features.households.model import (
    AbsenceSpan,
    Headship,
    HomeSpan,
    Household,
    HouseholdAct,
    Membership,
    Person,
    Place,
)
from passbook_desk.features.households.rules import GRID


class _Span(Protocol):
    id: int
    from_on: date
    to_on: date | None


Row = TypeVar("Row")
Key = TypeVar("Key")


def row_at(rows: Iterable[Row], on: date, began_on: date | None = None) -> Row | None:
    """The one of a subject's rows that counted on a day; the first one counts before its first day as well.

    It does not when an act tells that it began on its first day (`began_on`): a birth, a founding.
    """
    ordered: list[_Span] = sorted(rows, key=_by_day)  # type: ignore[arg-type]
    for place, row in enumerate(ordered):
        begun = row.from_on <= on or (place == 0 and row.from_on != began_on)
        if begun and (row.to_on is None or row.to_on >= on):
            return row  # type: ignore[return-value]
    return None


def _by_day(row: _Span) -> tuple[date, int]:
    return row.from_on, row.id


def last_heads(scope: Scope, household_ids: Iterable[int]) -> dict[int, str]:
    """Who headed each household last, by name; those that never had a head are left out."""
    rows = scope.session.execute(
        select(Headship.household_id, Person.name)
        .join(Person, Person.id == Headship.person_id)
        .where(Headship.household_id.in_(list(household_ids)))
        .order_by(Headship.from_on, Headship.id)
    )
    return {household_id: name for household_id, name in rows}


def history_of(scope: Scope, household_id: int) -> tuple[StoryLine, ...]:
    """What happened to a household, oldest first: by the day of the act, then as it was recorded."""
    own, other = aliased(Household), aliased(Household)
    rows = scope.session.execute(
        select(HouseholdAct, own.code, other.code, Person.name, Operator.name)
        .join(own, own.id == HouseholdAct.household_id)
        .outerjoin(other, other.id == HouseholdAct.other_id)
        .outerjoin(Person, Person.id == HouseholdAct.person_id)
        .join(Operator, Operator.id == HouseholdAct.recorded_by)
        .where(
            HouseholdAct.village_id == scope.village_id,
            or_(HouseholdAct.household_id == household_id, HouseholdAct.other_id == household_id),
        )
        .order_by(HouseholdAct.occurred_on, HouseholdAct.id)
    )
    return tuple(
        _story_line(act, household_id, (own_code, other_code or ""), person or "", handler)
        for act, own_code, other_code, person, handler in rows
    )


def _story_line(
    act: HouseholdAct, household_id: int, codes: tuple[str, str], person: str, handler: str
) -> StoryLine:
    from_other = act.household_id != household_id
    own_code, other_code = codes[::-1] if from_other else codes
    return StoryLine(
        uid=act.uid,
        kind=ActKind(act.kind),
        on=act.occurred_on,
        household_code=own_code,
        other_code=other_code,
        from_other=from_other,
        person_name=person,
        reason=act.reason,
        detail=json.loads(act.detail),
        recorded_at=act.recorded_at,
        handler=handler,
    )


@dataclass(frozen=True, slots=True)
class _Past:
    """Dated rows of the village by their subject, and the days on which acts say that something began."""

    memberships: dict[int, list[Membership]]
    came: dict[int, date]

    def home(self, person_id: int, on: date) -> Membership | None:
        return row_at(self.memberships.get(person_id, ()), on, self.came.get(person_id))


def _past(scope: Scope, people: Sequence[int] | None = None) -> _Past:
    chosen = (
        select(Membership)
        .join(Household, Household.id == Membership.household_id)
        .where(Household.village_id == scope.village_id)
    )
    if people is not None:
        chosen = chosen.where(Membership.person_id.in_(people))
    memberships: dict[int, list[Membership]] = defaultdict(list)
    for row in scope.session.scalars(chosen):
        memberships[row.person_id].append(row)
    acts = scope.session.execute(
        select(HouseholdAct.person_id, HouseholdAct.occurred_on)
        .where(
            HouseholdAct.village_id == scope.village_id,
            HouseholdAct.person_id.is_not(None),
            HouseholdAct.kind.in_([kind.value for kind in COMINGS - {ActKind.PERSON_MOVED}]),
        )
        .order_by(HouseholdAct.id.desc())
    )
    came = {person_id: day for person_id, day in acts if person_id is not None}  # the first one stays
    return _Past(memberships, came)


def members_at(scope: Scope, household_id: int, on: date) -> tuple[MemberRow, ...]:
    """Who belonged to a household on a day, the head first, then in its order."""
    people = scope.session.scalars(
        select(Membership.person_id).where(Membership.household_id == household_id).distinct()
    ).all()
    past = _past(scope, people)
    found = [
        row for row in (past.home(person_id, on) for person_id in people)
        if row is not None and row.household_id == household_id
    ]  # fmt: skip
    names = {
        row.id: row.name
        for row in scope.session.execute(select(Person.id, Person.name).where(Person.id.in_(people)))
    }
    head = head_at(scope, household_id, on)
    rows = [
        MemberRow(
            row.person_id,
            names[row.person_id],
            row.relation_code,
            row.relation_word,
            row.person_id == head,
            row.position,
        )
        for row in found
    ]
    return tuple(sorted(rows, key=lambda row: (not row.is_head, row.position, row.person_id)))


def household_of(scope: Scope, person_id: int, on: date) -> int | None:
    """The household a person belonged to on a day; None when to none."""
    row = _past(scope, [person_id]).home(person_id, on)
    return None if row is None else row.household_id


def homes_at(scope: Scope, on: date) -> dict[int, int]:
    """The household of everybody who belonged to one on a day, by person."""
    past = _past(scope)
    found = ((person_id, past.home(person_id, on)) for person_id in past.memberships)
    return {person_id: row.household_id for person_id, row in found if row is not None}


def head_at(scope: Scope, household_id: int, on: date) -> int | None:
    """Who headed a household on a day; None when nobody did."""
    rows = scope.session.scalars(select(Headship).where(Headship.household_id == household_id)).all()
    row = row_at(rows, on, _founded(scope).get(household_id))
    return None if row is None else row.person_id


def _founded(scope: Scope) -> dict[int, date]:
    """The day of founding of households that acts founded."""
    acts = scope.session.execute(
        select(
            HouseholdAct.kind, HouseholdAct.household_id, HouseholdAct.other_id, HouseholdAct.occurred_on
        ).where(
            HouseholdAct.village_id == scope.village_id,
            HouseholdAct.kind.in_([ActKind.HOUSEHOLD_ADDED.value, ActKind.SPLIT.value]),
        )
    )
    return {(other or 0 if kind == ActKind.SPLIT else own): day for kind, own, other, day in acts}


def away_since(scope: Scope, on: date) -> dict[int, date]:
    """Households that were not in the village on a day, and since when."""
    rows = scope.session.execute(
        select(AbsenceSpan.household_id, AbsenceSpan.from_on)
        .join(Household, Household.id == AbsenceSpan.household_id)
        .where(
            Household.village_id == scope.village_id,
            AbsenceSpan.from_on <= on,
            or_(AbsenceSpan.to_on.is_(None), AbsenceSpan.to_on >= on),
        )
    )
    return {household_id: since for household_id, since in rows}


def households_on(scope: Scope, on: date) -> frozenset[int]:
    """Households that were in the village on a day: founded, not absent."""
    founded, absent = _founded(scope), away_since(scope, on)
    ids = scope.session.scalars(select(Household.id).where(Household.village_id == scope.village_id))
    return frozenset(
        household_id
        for household_id in ids
        if household_id not in absent and founded.get(household_id, on) <= on
    )


def places_at(scope: Scope, on: date) -> dict[int, int]:
    """The most exact place of each household on a day, absent ones included, by household."""
    now = scope.session.execute(
        select(Household.id, Household.place_id).where(Household.village_id == scope.village_id)
    )
    found = {household_id: place_id for household_id, place_id in now}
    spans: dict[int, list[HomeSpan]] = defaultdict(list)
    for span in scope.session.scalars(
        select(HomeSpan)
        .join(Household, Household.id == HomeSpan.household_id)
        .where(Household.village_id == scope.village_id)
    ):
        spans[span.household_id].append(span)
    for household_id, rows in spans.items():
        row = row_at(rows, on)
        if row is not None:
            found[household_id] = row.place_id
    return found


def grids_at(scope: Scope, on: date) -> dict[int, int]:
    """The grid of each household on a day, by household; sums of grids at a past day rest on it."""
    up = grid_above(scope)
    return {household_id: up(place_id) for household_id, place_id in places_at(scope, on).items()}


def grid_above(scope: Scope) -> Callable[[int], int]:
    """From a place to the grid that holds it."""
    parents = {
        place_id: (parent, kind)
        for place_id, parent, kind in scope.session.execute(
            select(Place.id, Place.parent_id, Place.kind).where(Place.village_id == scope.village_id)
        )
    }

    def up(place_id: int) -> int:
        parent, kind = parents[place_id]
        return place_id if kind == GRID or parent is None else up(parent)

    return up
