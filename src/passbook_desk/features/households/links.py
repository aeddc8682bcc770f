"""Who looks after which household: 党员联系户, 1+N+X patches, grid workers (domain §7, issue 3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import or_, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.life.errors import LinkThere, NotPartyMember, UnknownLink
from passbook_desk.features.households.life.values import Act as Doing
from passbook_desk.features.households.life.values import ActKind, Lived
from passbook_desk.features.households.life.writing import (
    ONE_DAY,
    add,
    check_day,
    living_household,
    living_person,
    open_row,
    open_rows,
    tell,
    told_before,
)
from passbook_desk.features.households.model import (
    Household,
    LinkSpan,
    PartyStatus,
    Person,
)
from passbook_desk.features.households.queries import households
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid


class LinkKind(StrEnum):
    """党员联系户, then the cadre and the villagers of a 1+N+X patch, then the grid worker."""

    MEMBER = "member"
    CADRE = "cadre"
    VILLAGER = "villager"
    WORKER = "worker"


@dataclass(frozen=True, slots=True)
class LinkHousehold:
    """A person looks after a household from a day on."""

    act: Doing
    kind: LinkKind
    person_id: int
    household_id: int


@dataclass(frozen=True, slots=True)
class EndLink:
    """A person no longer looks after a household from a day on."""

    act: Doing
    link_id: int


@dataclass(frozen=True, slots=True)
class LinkRow:
    """Who looks after which household on a day."""

    id: int
    kind: LinkKind
    person_id: int
    person_name: str
    household_id: int
    household_code: str
    from_on: date
    to_on: date | None


def link_household(tx: Tx, command: LinkHousehold) -> Lived:
    """A person looks after a household; the household's story tells it.

    Raises UnknownPerson, PersonDied, UnknownHousehold, HouseholdAbsent, NotPartyMember, LinkThere.
    """
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.LINK_ADDED)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    check_day(tx, act.on)
    person = living_person(tx, command.person_id)
    household = living_household(tx, command.household_id, act.on)
    if command.kind is LinkKind.MEMBER and not _in_party(tx, person.id):
        raise NotPartyMember(name=person.name)
    held = [row for row in _open(tx, household.id) if (row.person_id, row.kind) == (person.id, command.kind)]
    if held:
        raise LinkThere(name=person.name, code=household.code)
    add(
        tx,
        LinkSpan(
            uid=new_uid(),
            kind=command.kind.value,
            person_id=person.id,
            household_id=household.id,
            from_on=act.on,
            to_on=None,
        ),
    )
    detail = {"link": command.kind.value}
    tell(tx, act, ActKind.LINK_ADDED, household.id, person.id, detail=detail)
    return Lived(household.id, person.id)


def end_link(tx: Tx, command: EndLink) -> Lived:
    """A person no longer looks after a household. Raises UnknownLink."""
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.LINK_ENDED)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    check_day(tx, act.on)
    row = tx.session.get(LinkSpan, command.link_id)
    if row is None or row.to_on is not None:
        raise UnknownLink(text=str(command.link_id))
    row.to_on = max(act.on, row.from_on) - ONE_DAY
    detail = {"link": row.kind}
    tell(tx, act, ActKind.LINK_ENDED, row.household_id, row.person_id, detail=detail)
    return Lived(row.household_id, row.person_id)


def end_links_to(tx: Tx, household_id: int, on: date) -> None:
    """Nobody looks after a household that is no longer there."""
    for row in _open(tx, household_id):
        row.to_on = max(on, row.from_on) - ONE_DAY


def _open(tx: Tx, household_id: int) -> list[LinkSpan]:
    return open_rows(tx, LinkSpan, LinkSpan.household_id, household_id)


def _in_party(tx: Tx, person_id: int) -> bool:
    return open_row(tx, PartyStatus, PartyStatus.person_id, person_id) is not None


def links_at(
    scope: Scope, on: date, *, household_id: int | None = None, person_id: int | None = None
) -> tuple[LinkRow, ...]:
    """Who looks after whom on a day: all, of one household or of one person; by household, kind and name."""
    chosen = (
        select(LinkSpan, Person.name, Household.code)
        .join(Person, Person.id == LinkSpan.person_id)
        .join(Household, Household.id == LinkSpan.household_id)
        .where(
            Household.village_id == scope.village_id,
            LinkSpan.from_on <= on,
            or_(LinkSpan.to_on.is_(None), LinkSpan.to_on >= on),
        )
        .order_by(Household.code, LinkSpan.kind, Person.name, LinkSpan.id)
    )
    if household_id is not None:
        chosen = chosen.where(LinkSpan.household_id == household_id)
    if person_id is not None:
        chosen = chosen.where(LinkSpan.person_id == person_id)
    return tuple(
        LinkRow(
            row.id,
            LinkKind(row.kind),
            row.person_id,
            name,
            row.household_id,
            code,
            row.from_on,
            row.to_on,
        )
        for row, name, code in scope.session.execute(chosen)
    )


def unlinked_households(scope: Scope, kind: LinkKind) -> tuple[HouseholdRow, ...]:
    """Households in the village that nobody looks after in this way today, by code (coverage list)."""
    covered = {row.household_id for row in links_at(scope, scope.today) if row.kind is kind}
    return tuple(row for row in households(scope) if row.id not in covered)
