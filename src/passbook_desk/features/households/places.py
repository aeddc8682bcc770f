"""The tree of places: grid → group or estate → building → unit, and who lives where."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.life.errors import (
    NothingChanged,
    PlaceCodeTaken,
    PlaceInUse,
    PlaceNameMissing,
    UnknownPlace,
    WrongGridCode,
    WrongParent,
)
from passbook_desk.features.households.life.history import (
    grid_above,
    homes_at,
    households_on,
    places_at,
)
from passbook_desk.features.households.life.values import Act as Doing
from passbook_desk.features.households.life.values import ActKind, Lived
from passbook_desk.features.households.life.writing import (
    ONE_DAY,
    add,
    check_after,
    check_day,
    end,
    last_day,
    living_household,
    open_row,
    tell,
    told_before,
)
from passbook_desk.features.households.model import HomeSpan, Household, Place
from passbook_desk.features.households.rules import GRID
from passbook_desk.features.village.commands import next_number
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid

GROUP: Final = "group"
ESTATE: Final = "estate"
BUILDING: Final = "building"
UNIT: Final = "unit"
PARENTS: Final = {
    GRID: frozenset({None}),
    GROUP: frozenset({GRID}),
    ESTATE: frozenset({GRID}),
    BUILDING: frozenset({GRID, GROUP, ESTATE}),
    UNIT: frozenset({BUILDING}),
}
"""Where a place of each kind may stand; None is the village itself (experience §1.1)."""
_LETTER: Final = {GROUP: "G", ESTATE: "E", BUILDING: "B", UNIT: "U"}
_GRID_DIGITS: Final = 2


@dataclass(frozen=True, slots=True)
class AddPlace:
    """A place below another one; `code` empty for the next one of its pattern."""

    kind: str
    name: str
    parent_id: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class PutHousehold:
    """A household lives in a place from a day on: a grid, or anything below one."""

    act: Doing
    household_id: int
    place_id: int


@dataclass(frozen=True, slots=True)
class PlaceNode:
    """A place with what is in it and below it today; households that are absent do not count."""

    id: int
    uid: str
    kind: str
    code: str
    name: str
    parent_id: int | None
    households: int
    residents: int
    children: tuple["PlaceNode", ...]


@dataclass(frozen=True, slots=True)
class GridLimits:
    """How many households a grid should hold (domain §7: 300 to 500 in towns, elsewhere as decided)."""

    least: int = 300
    most: int = 500


@dataclass(frozen=True, slots=True)
class GridNotice:
    """A grid that holds fewer or more households than it should; a notice, never a refusal."""

    grid_id: int
    code: str
    name: str
    households: int
    limits: GridLimits


def add_place(tx: Tx, command: AddPlace) -> int:
    """Add a place and return its id.

    Raises PlaceNameMissing, WrongParent, WrongGridCode, PlaceCodeTaken.
    """
    tx.require(Act.HOUSEHOLDS)
    name = command.name.strip()
    if not name:
        raise PlaceNameMissing(field="name")
    parent = None if command.parent_id is None else _place(tx, command.parent_id)
    _check_parent(command.kind, parent, name)
    code = command.code.strip() or _next_code(tx, command.kind, parent)
    if command.kind == GRID and not (len(code) == _GRID_DIGITS and code.isascii() and code.isdigit()):
        raise WrongGridCode(field="code", text=code)
    if code in _codes(tx, command.kind):
        raise PlaceCodeTaken(field="code", text=code)
    row = Place(
        village_id=tx.village_id,
        uid=new_uid(),
        parent_id=command.parent_id,
        kind=command.kind,
        code=code,
        name=name,
    )
    tx.session.add(row)
    tx.session.flush()  # the caller wants its id
    tx.touched.add(Topic.HOUSEHOLDS)
    return row.id


def rename_place(tx: Tx, place_id: int, name: str) -> None:
    """Give a place another name; its code stays. Raises UnknownPlace, PlaceNameMissing."""
    tx.require(Act.HOUSEHOLDS)
    row = _place(tx, place_id)
    if not name.strip():
        raise PlaceNameMissing(field="name")
    row.name = name.strip()
    tx.touched.add(Topic.HOUSEHOLDS)


def move_place(tx: Tx, place_id: int, parent_id: int) -> None:
    """Hang a place below another one.

    To another grid it goes only while nobody ever lived there: places have no dates, and the sums of grids at
    a past day must not change (domain §13 rule 24). Raises UnknownPlace, WrongParent, PlaceInUse.
    """
    tx.require(Act.HOUSEHOLDS)
    row, parent = _place(tx, place_id), _place(tx, parent_id)
    _check_parent(row.kind, parent, row.name)
    below = _below(tx, row.id)
    if parent.id in below:
        raise WrongParent(name=row.name)
    up = grid_above(tx)
    lived_in = tx.session.scalar(select(HomeSpan.id).where(HomeSpan.place_id.in_(below)).limit(1))
    if up(row.id) != up(parent.id) and lived_in is not None:
        raise PlaceInUse(name=row.name)
    row.parent_id = parent.id
    tx.touched.add(Topic.HOUSEHOLDS)


def put_household(tx: Tx, command: PutHousehold) -> Lived:
    """A household lives in a place from a day on. The grid of its accounts never changes.

    Raises UnknownHousehold, HouseholdAbsent, UnknownPlace, NothingChanged.
    """
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.HOUSEHOLD_PLACED)
    if before is not None:
        return Lived(before.household_id, None)
    check_day(tx, act.on)
    household = living_household(tx, command.household_id, act.on)
    place = _place(tx, command.place_id)
    old = place_row(tx, household, command)
    grid_id = grid_above(tx)(place.id)
    household.place_id = grid_id
    grid = tx.session.get_one(Place, grid_id)
    detail = {"old": old.name, "new": place.name, "grid": grid.name}
    tell(tx, act, ActKind.HOUSEHOLD_PLACED, household.id, detail=detail)
    return Lived(household.id, None)


def place_row(tx: Tx, household: Household, command: PutHousehold) -> Place:
    """Write where a household lives from a day on and return where it lived; raises NothingChanged.

    The first time, where it lived until then is written too, so that a past day still finds it there.
    """
    on = command.act.on
    span = open_row(tx, HomeSpan, HomeSpan.household_id, household.id)
    old = tx.session.get_one(Place, household.place_id if span is None else span.place_id)
    if old.id == command.place_id:
        raise NothingChanged
    if span is not None:
        end(tx, span, HomeSpan.household_id, on)
    else:
        check_after(last_day(tx, HomeSpan, HomeSpan.household_id, household.id), on)
        yesterday = on - ONE_DAY
        add(tx, _home(household.id, old.id, yesterday, yesterday))
    add(tx, _home(household.id, command.place_id, on, None))
    return old


def _home(household_id: int, place_id: int, from_on: date, to_on: date | None) -> HomeSpan:
    return HomeSpan(uid=new_uid(), household_id=household_id, place_id=place_id, from_on=from_on, to_on=to_on)


def place_tree(scope: Scope) -> tuple[PlaceNode, ...]:
    """The village's grids with all that is below them, by code, with counts of today."""
    rows = scope.session.scalars(
        select(Place).where(Place.village_id == scope.village_id).order_by(Place.kind, Place.code)
    ).all()
    present, at = households_on(scope, scope.today), places_at(scope, scope.today)
    houses = Counter(place_id for household_id, place_id in at.items() if household_id in present)
    homes = homes_at(scope, scope.today)
    people = Counter(at[home] for home in homes.values() if home in present)
    children: dict[int | None, list[Place]] = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)

    def node(row: Place) -> PlaceNode:
        below = tuple(node(child) for child in children[row.id])
        return PlaceNode(
            id=row.id,
            uid=row.uid,
            kind=row.kind,
            code=row.code,
            name=row.name,
            parent_id=row.parent_id,
            households=houses[row.id] + sum(child.households for child in below),
            residents=people[row.id] + sum(child.residents for child in below),
            children=below,
        )

    return tuple(node(row) for row in children[None])


def households_at(scope: Scope, place_id: int, on: date) -> tuple[int, ...]:
    """Households that lived in a place or below it on a day, by code; raises UnknownPlace."""
    _place(scope, place_id)
    below, present = _below(scope, place_id), households_on(scope, on)
    found = [
        household_id
        for household_id, lived in places_at(scope, on).items()
        if lived in below and household_id in present
    ]
    codes = {
        row.id: row.code
        for row in scope.session.execute(
            select(Household.id, Household.code).where(Household.village_id == scope.village_id)
        )
    }
    return tuple(sorted(found, key=lambda household_id: codes[household_id]))


def grid_notices(scope: Scope, limits: GridLimits | None = None) -> tuple[GridNotice, ...]:
    """Grids outside the limits today, by code."""
    allowed = limits or GridLimits()
    return tuple(
        GridNotice(node.id, node.code, node.name, node.households, allowed)
        for node in place_tree(scope)
        if not allowed.least <= node.households <= allowed.most
    )


def _place(scope: Scope, place_id: int) -> Place:
    row = scope.session.get(Place, place_id)
    if row is None or row.village_id != scope.village_id:
        raise UnknownPlace(text=str(place_id))
    return row


def _check_parent(kind: str, parent: Place | None, name: str) -> None:
    allowed = PARENTS.get(kind, frozenset())
    if (None if parent is None else parent.kind) not in allowed:
        raise WrongParent(name=name)


def _codes(tx: Tx, kind: str) -> set[str]:
    found = tx.session.scalars(
        select(Place.code).where(Place.village_id == tx.village_id, Place.kind == kind)
    )
    return set(found)


def _next_code(tx: Tx, kind: str, parent: Place | None) -> str:
    """Grids count 01, 02 …; what is below carries the code of its parent, a letter and two digits."""
    taken = _codes(tx, kind)
    stem = "" if parent is None else parent.code + _LETTER[kind]
    while True:
        code = f"{stem}{next_number(tx, f'place:{kind}:{stem}'):02d}"
        if code not in taken:
            return code


def _below(scope: Scope, place_id: int) -> frozenset[int]:
    """A place and everything below it."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for row_id, parent_id in scope.session.execute(
        select(Place.id, Place.parent_id).where(Place.village_id == scope.village_id)
    ):
        children[parent_id].append(row_id)
    found, waiting = set[int](), [place_id]
    while waiting:
        one = waiting.pop()
        found.add(one)
        waiting += children[one]
    return frozenset(found)
