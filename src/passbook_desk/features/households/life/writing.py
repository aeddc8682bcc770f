"""Rows with days and acts of the story, as every act of a household's life writes them.

An act of a day holds from that day: what it replaces ends the day before. The first row of a subject holds
already before its first day (see spans), so an act may lie before that day; its first day is put back then.
"""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.errors import UnknownHousehold
from passbook_desk.features.households.life.errors import (
    ActInFuture,
    BeforeLastChange,
    HouseholdAbsent,
    OtherAct,
    PersonDied,
    UnknownPerson,
)
from passbook_desk.features.households.life.values import Act, ActKind
from passbook_desk.features.households.model import (
    AbsenceSpan,
    Headship,
    HomeSpan,
    Household,
    HouseholdAct,
    LinkSpan,
    Membership,
    PartyStatus,
    Person,
    PersonTag,
    ResidenceSpan,
    RoleSpan,
    ScoredSpan,
)
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid

Dated = (
    AbsenceSpan
    | Headship
    | HomeSpan
    | LinkSpan
    | Membership
    | PartyStatus
    | PersonTag
    | ResidenceSpan
    | RoleSpan
    | ScoredSpan
)
Row = TypeVar("Row", bound=Dated)
Subject = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]

ONE_DAY = timedelta(days=1)
COMINGS = frozenset(
    {
        ActKind.HOUSEHOLD_ADDED,
        ActKind.PERSON_ADDED,
        ActKind.BIRTH,
        ActKind.MARRIED_IN,
        ActKind.TENANT_IN,
        ActKind.PERSON_RETURNED,
        ActKind.PERSON_MOVED,
    }
)
"""Acts by which a person comes into a household: before them he was not in it."""


def told_before(tx: Tx, act: Act, kind: ActKind) -> HouseholdAct | None:
    """What was written under this identity already (DECISIONS 15); raises OtherAct for another kind."""
    found = tx.session.scalar(
        select(HouseholdAct).where(HouseholdAct.village_id == tx.village_id, HouseholdAct.uid == act.uid)
    )
    if found is not None and found.kind != kind:
        raise OtherAct
    return found


def check_day(tx: Tx, on: date) -> None:
    """Raises ActInFuture."""
    if on > tx.today:
        raise ActInFuture(field="on", day=on, today=tx.today)


def tell(
    tx: Tx,
    act: Act,
    kind: ActKind,
    household_id: int,
    person_id: int | None = None,
    other_id: int | None = None,
    detail: Mapping[str, str] | None = None,
    uid: str | None = None,
) -> HouseholdAct:
    """Add a line to the story. `uid` is given for what happens along with an act."""
    row = HouseholdAct(
        village_id=tx.village_id,
        uid=uid or act.uid,
        household_id=household_id,
        other_id=other_id,
        person_id=person_id,
        kind=kind.value,
        occurred_on=act.on,
        reason=act.reason.strip(),
        detail=json.dumps(dict(detail or {}), ensure_ascii=False, sort_keys=True),
        recorded_at=tx.now,
        recorded_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    tx.session.flush()  # the next step of the act may look for it
    tx.touched.add(Topic.HOUSEHOLDS)
    return row


def household_row(tx: Tx, household_id: int) -> Household:
    """A household of this village; raises UnknownHousehold."""
    row = tx.session.get(Household, household_id)
    if row is None or row.village_id != tx.village_id:
        raise UnknownHousehold(text=str(household_id))
    return row


def person_row(tx: Tx, person_id: int) -> Person:
    """A person of this village; raises UnknownPerson."""
    row = tx.session.get(Person, person_id)
    if row is None or row.village_id != tx.village_id:
        raise UnknownPerson(text=str(person_id))
    return row


def living_person(tx: Tx, person_id: int) -> Person:
    """As person_row; raises PersonDied as well."""
    row = person_row(tx, person_id)
    if row.died_on is not None:
        raise PersonDied(name=row.name)
    return row


def living_household(tx: Tx, household_id: int, on: date) -> Household:
    """A household that is in the village from this day on.

    Raises UnknownHousehold, HouseholdAbsent, and BeforeLastChange for a day before it was added or before
    its head was born.
    """
    row = household_row(tx, household_id)
    away = tx.session.scalar(
        select(AbsenceSpan)
        .where(
            AbsenceSpan.household_id == household_id,
            AbsenceSpan.to_on.is_(None) | (AbsenceSpan.to_on >= on),
        )
        .order_by(AbsenceSpan.from_on)
        .limit(1)
    )
    if away is not None:
        raise HouseholdAbsent(code=row.code, since=away.from_on)
    founded = founded_on(tx, household_id)
    if founded is not None and on < founded:
        raise BeforeLastChange(field="on", day=founded)
    headship = open_row(tx, Headship, Headship.household_id, household_id)
    born = None if headship is None else tx.session.get_one(Person, headship.person_id).born_on
    if born is not None and on < born:
        raise BeforeLastChange(field="on", day=born)
    return row


def founded_on(tx: Tx, household_id: int) -> date | None:
    """The day an act founded the household; None when a roster brought it in."""
    return tx.session.scalar(
        select(HouseholdAct.occurred_on)
        .where(
            ((HouseholdAct.kind == ActKind.HOUSEHOLD_ADDED) & (HouseholdAct.household_id == household_id))
            | ((HouseholdAct.kind == ActKind.SPLIT) & (HouseholdAct.other_id == household_id))
        )
        .limit(1)
    )


def open_rows(tx: Scope, kind: type[Row], subject: Subject, owner: int) -> list[Row]:
    """Rows of a subject that have not ended, first day first."""
    table: Any = kind
    found = tx.session.scalars(
        select(table).where(subject == owner, table.to_on.is_(None)).order_by(table.from_on, table.id)
    )
    return list(found)


def open_row(tx: Scope, kind: type[Row], subject: Subject, owner: int) -> Row | None:
    """The row of a subject that has not ended; None without one."""
    found = open_rows(tx, kind, subject, owner)
    return found[0] if found else None


def last_day(tx: Tx, kind: type[Row], subject: Subject, owner: int) -> date | None:
    """The last day of what has ended for a subject; None when nothing has."""
    table: Any = kind
    found: date | None = tx.session.scalar(
        select(table.to_on)
        .where(subject == owner, table.to_on.is_not(None))
        .order_by(table.to_on.desc())
        .limit(1)
    )
    return found


def check_after(last: date | None, on: date) -> None:
    """A new row begins after the last one has ended; raises BeforeLastChange."""
    if last is not None and on <= last:
        raise BeforeLastChange(field="on", day=last + ONE_DAY)


def end(tx: Tx, row: Dated, subject: Subject, on: date) -> None:
    """Let a row end the day before `on`; raises BeforeLastChange when it began later and is not the first."""
    if on < row.from_on:
        if not _is_first(tx, row, subject):
            raise BeforeLastChange(field="on", day=row.from_on)
        row.from_on = on
    row.to_on = on - ONE_DAY


def _is_first(tx: Tx, row: Dated, subject: Subject) -> bool:
    if isinstance(row, AbsenceSpan):
        return False
    table: Any = type(row)
    earlier = tx.session.scalar(
        select(table.id).where(subject == getattr(row, subject.key), table.id != row.id).limit(1)
    )
    return earlier is None


def check_came(tx: Tx, person_id: int, on: date) -> None:
    """A person cannot act before the last coming that the story tells; raises BeforeLastChange."""
    came = tx.session.scalar(
        select(HouseholdAct.occurred_on)
        .where(
            HouseholdAct.person_id == person_id,
            HouseholdAct.kind.in_([kind.value for kind in COMINGS]),
            HouseholdAct.occurred_on > on,
        )
        .order_by(HouseholdAct.occurred_on.desc())
        .limit(1)
    )
    if came is not None:
        raise BeforeLastChange(field="on", day=came)


def add(tx: Tx, row: Dated) -> None:
    """A new row; at once in the file, because the next step may look for it."""
    tx.session.add(row)
    tx.session.flush()  # see above


def new_membership(
    household_id: int, person_id: int, code: str, word: str, position: int, on: date
) -> Membership:
    """A person belongs to a household from a day on."""
    return Membership(
        uid=new_uid(),
        household_id=household_id,
        person_id=person_id,
        relation_code=code,
        relation_word=word,
        position=position,
        from_on=on,
        to_on=None,
    )
