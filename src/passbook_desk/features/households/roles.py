"""Roles that people hold for a place, from day to day: 网格员, 楼栋长 … (domain §1.2 rows 35-37, 50-51)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, Select, or_, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.model import Person, Place, RoleSpan
from passbook_desk.features.households.role_errors import (
    RoleEndedAlready,
    RoleEndsBeforeItBegins,
    RoleHeldAlready,
    RoleHolderMissing,
    RoleMissing,
    UnknownRole,
    UnknownRoleHolder,
    UnknownRolePlace,
)
from passbook_desk.features.households.secrets import LookupKey, new_salt, phone_of, set_phone
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.sensitive import Sensitive

GRID_WORKER: Final = "网格员"
BUILDING_LEADER: Final = "楼栋长"
ROLES: Final = (
    GRID_WORKER,
    "小组长",
    BUILDING_LEADER,
    "红管家",
    "楼栋党小组长",
    "党员中心户",
    "理事会成员",
    "监督小组成员",
    "村民代表",
)
"""Words offered for a role; a village may write others (domain §1.2)."""


@dataclass(frozen=True, slots=True)
class GiveRole:
    """A role for a resident (`person_id`) or somebody known by name alone, for a place or the village.

    `phone` is the one to call for this role; None leaves it to the resident's own.
    """

    role: str
    place_id: int | None
    person_id: int | None
    name: str
    phone: Sensitive | None = field(repr=False)
    from_on: date


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role as lists show it; `place_name` is empty for a role of the whole village."""

    id: int
    uid: str
    role: str
    place_id: int | None
    place_kind: str
    place_code: str
    place_name: str
    person_id: int | None
    name: str
    phone: Sensitive | None
    from_on: date
    to_on: date | None


def give_role(tx: Tx, command: GiveRole, key: LookupKey) -> RoleSpan:
    """Give somebody a role from a day on and return its row.

    Others may hold the same role at the same place. Raises RoleMissing, RoleHolderMissing,
    UnknownRoleHolder, UnknownRolePlace, and RoleHeldAlready when this holder has it on that day or later.
    """
    tx.require(Act.HOUSEHOLDS)
    role, name = command.role.strip(), command.name.strip()
    if not role:
        raise RoleMissing(field="role")
    if command.person_id is None and not name:
        raise RoleHolderMissing(field="name")
    if command.person_id is not None:
        name = _name_of(tx, command.person_id)
    if command.place_id is not None:
        place = tx.session.get(Place, command.place_id)
        if place is None or place.village_id != tx.village_id:
            raise UnknownRolePlace(field="place", text=str(command.place_id))
    _check_not_held(tx, command, role, name)
    row = RoleSpan(
        village_id=tx.village_id,
        uid=new_uid(),
        role=role,
        place_id=command.place_id,
        person_id=command.person_id,
        name=name,
        salt=new_salt(),
        from_on=command.from_on,
        to_on=None,
    )
    set_phone(row, command.phone, key)
    tx.session.add(row)
    tx.session.flush()  # the caller may want to end it by its id
    tx.touched.add(Topic.HOUSEHOLDS)
    return row


def _name_of(tx: Tx, person_id: int) -> str:
    person = tx.session.get(Person, person_id)
    if person is None or person.village_id != tx.village_id:
        raise UnknownRoleHolder(field="name", text=str(person_id))
    return person.name


def _check_not_held(tx: Tx, command: GiveRole, role: str, name: str) -> None:
    same_holder = (
        RoleSpan.person_id == command.person_id
        if command.person_id is not None
        else RoleSpan.person_id.is_(None) & (RoleSpan.name == name)
    )
    held = tx.session.scalar(
        select(RoleSpan)
        .where(
            RoleSpan.village_id == tx.village_id,
            RoleSpan.role == role,
            RoleSpan.place_id.is_not_distinct_from(command.place_id),
            same_holder,
            or_(RoleSpan.to_on.is_(None), RoleSpan.to_on >= command.from_on),
        )
        .limit(1)
    )
    if held is not None:
        raise RoleHeldAlready(field="role", name=name, role=role, since=held.from_on)


def end_role(tx: Tx, role_id: int, on: date) -> None:
    """Let a role end; `on` is its last day. Raises UnknownRole, RoleEndedAlready, RoleEndsBeforeItBegins."""
    tx.require(Act.HOUSEHOLDS)
    row = tx.session.get(RoleSpan, role_id)
    if row is None or row.village_id != tx.village_id:
        raise UnknownRole(text=str(role_id))
    if row.to_on is not None:
        raise RoleEndedAlready(field="on", name=row.name, role=row.role, on=row.to_on)
    if on < row.from_on:
        raise RoleEndsBeforeItBegins(field="on", since=row.from_on)
    row.to_on = on
    tx.touched.add(Topic.HOUSEHOLDS)


def roles_at(
    scope: Scope, on: date, *, place_id: int | None = None, person_id: int | None = None
) -> tuple[RoleRow, ...]:
    """Roles held on a day: of everybody, of a place or of a resident; by place, role and first day."""
    chosen = _role_rows(scope).where(
        RoleSpan.from_on <= on, or_(RoleSpan.to_on.is_(None), RoleSpan.to_on >= on)
    )
    if place_id is not None:
        chosen = chosen.where(RoleSpan.place_id == place_id)
    if person_id is not None:
        chosen = chosen.where(RoleSpan.person_id == person_id)
    return tuple(_role_row(row) for row in scope.session.execute(chosen))


def _role_rows(scope: Scope) -> Select[*tuple[Any, ...]]:
    return (
        select(
            RoleSpan.id,
            RoleSpan.uid,
            RoleSpan.role,
            RoleSpan.place_id,
            Place.kind.label("place_kind"),
            Place.code.label("place_code"),
            Place.name.label("place_name"),
            RoleSpan.person_id,
            RoleSpan.name,
            Person.name.label("person_name"),
            RoleSpan.phone,
            Person.phone.label("person_phone"),
            RoleSpan.from_on,
            RoleSpan.to_on,
        )
        .outerjoin(Place, Place.id == RoleSpan.place_id)
        .outerjoin(Person, Person.id == RoleSpan.person_id)
        .where(RoleSpan.village_id == scope.village_id)
        .order_by(Place.code, RoleSpan.role, RoleSpan.from_on, RoleSpan.id)
    )


def _role_row(row: Row[*tuple[Any, ...]]) -> RoleRow:
    return RoleRow(
        id=row.id,
        uid=row.uid,
        role=row.role,
        place_id=row.place_id,
        place_kind=row.place_kind or "",
        place_code=row.place_code or "",
        place_name=row.place_name or "",
        person_id=row.person_id,
        name=row.person_name or row.name,
        phone=phone_of(row.phone or row.person_phone or ""),
        from_on=row.from_on,
        to_on=row.to_on,
    )
