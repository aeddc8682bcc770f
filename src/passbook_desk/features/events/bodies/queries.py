from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.events.bodies.errors import Namesakes, UnknownPerson
from passbook_desk.features.events.bodies.values import BodyKind, BodyRow, CharterRow, MemberRow
from passbook_desk.features.events.bodies.words import BODY_NAMES
from passbook_desk.features.events.model import BodyCharter, BodyMember, RiteBody
from passbook_desk.features.households.model import Household, Person
from passbook_desk.features.households.owners.queries import possible_owners
from passbook_desk.features.households.queries import homes_by_person, household_by_code


def bodies(scope: Scope) -> tuple[BodyRow, ...]:
    """Both bodies as they stand today, the council first."""
    known = {
        row.kind: row
        for row in scope.session.scalars(select(RiteBody).where(RiteBody.village_id == scope.village_id))
    }
    serving = members_at(scope, scope.today)
    written = charters(scope)
    rows = []
    for kind in BodyKind:
        row = known.get(kind.value)
        people = {(each.person_id, each.name) for each in serving if each.kind is kind}
        rows.append(
            BodyRow(
                kind=kind,
                name=BODY_NAMES[kind] if row is None else row.name,
                founded_on=None if row is None else row.founded_on,
                members=len(people),
                charter=_in_force(written, kind, scope.today),
            )
        )
    return tuple(rows)


def charters(scope: Scope) -> tuple[CharterRow, ...]:
    """All versions of both charters, the newest first in each body."""
    rows = scope.session.execute(
        select(BodyCharter, RiteBody.kind)
        .join(RiteBody, RiteBody.id == BodyCharter.body_id)
        .where(RiteBody.village_id == scope.village_id)
        .order_by(RiteBody.kind, BodyCharter.number.desc())
    )
    return tuple(
        CharterRow(
            kind=BodyKind(kind),
            number=row.number,
            meeting_on=row.meeting_on,
            minutes_no=row.minutes_no,
            effective_from=row.effective_from,
            words=row.words,
        )
        for row, kind in rows
    )


def members(scope: Scope) -> tuple[MemberRow, ...]:
    """Every term there ever was in both bodies, in the order in which they were written down."""
    rows = scope.session.execute(
        select(BodyMember, RiteBody.kind, Person.name)
        .join(RiteBody, RiteBody.id == BodyMember.body_id)
        .outerjoin(Person, Person.id == BodyMember.person_id)
        .where(RiteBody.village_id == scope.village_id)
        .order_by(RiteBody.kind, BodyMember.id)
    ).all()
    codes = codes_of_people(scope)
    return tuple(
        MemberRow(
            id=row.id,
            kind=BodyKind(kind),
            person_id=row.person_id,
            name=name or row.name,
            household_code="" if row.person_id is None else codes.get(row.person_id, ""),
            duty=row.duty,
            standing=row.standing,
            from_on=row.from_on,
            to_on=row.to_on,
        )
        for row, kind, name in rows
    )


def members_at(scope: Scope, day: date) -> tuple[MemberRow, ...]:
    """Those who serve in either body on a day."""
    return tuple(row for row in members(scope) if row.serves(day))


def person_named(scope: Scope, name: str, household_code: str = "") -> int | None:
    """The one living resident of exactly this name, of one household if its code is given; None if nobody.

    Raises Namesakes, UnknownHousehold, UnknownPerson (nobody of this name in that household).
    """
    found = possible_owners(scope, name)
    if household_code:
        home = household_by_code(scope, household_code)
        found = tuple(row for row in found if row.household_id == home.id)
        if not found:
            raise UnknownPerson(field="member", text=name)
    if len(found) > 1:
        codes = tuple(row.household_code for row in found)
        raise Namesakes(field="member", name=name.strip(), codes=codes)
    return found[0].person_id if found else None


def codes_of_people(scope: Scope) -> dict[int, str]:
    """The code of the household each person lives in today."""
    codes = {
        row.id: row.code
        for row in scope.session.execute(
            select(Household.id, Household.code).where(Household.village_id == scope.village_id)
        )
    }
    return {person_id: codes[home] for person_id, home in homes_by_person(scope).items()}


def _in_force(written: Sequence[CharterRow], kind: BodyKind, day: date) -> CharterRow | None:
    return next((row for row in written if row.kind is kind and row.effective_from <= day), None)
