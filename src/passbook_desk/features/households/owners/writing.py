"""Writing compared lists of owners and roles into the file, as rows of one batch."""

from datetime import timedelta

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.households.model import Organization, Place, RoleSpan
from passbook_desk.features.households.owners.commands import new_organization, write_facts
from passbook_desk.features.households.owners.steps import OrganizationStep, OwnerSteps, RoleStep
from passbook_desk.features.households.owners.values import OrganizationFacts
from passbook_desk.features.households.places import BUILDING, ESTATE, AddPlace, add_place
from passbook_desk.features.households.roles import GiveRole, give_role
from passbook_desk.features.households.secrets import LookupKey, phone_of, set_phone
from passbook_desk.features.intake.commands import BatchHandle
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.jobs import Progress
from passbook_desk.kernel.search import fold

_ONE_DAY = timedelta(days=1)


def write_owners(
    tx: Tx, steps: OwnerSteps, batch: BatchHandle, key: LookupKey, progress: Progress
) -> tuple[Organization, ...]:
    """Write shops, units and roles and return the rows of all shops and units the lists speak of.

    The caller opens and closes their accounts and seals the batch. Raises Cancelled.
    """
    total = len(steps.organizations) + len(steps.roles)
    rows = []
    for done, step in enumerate(steps.organizations):
        progress.check()
        progress.step(done, total)
        rows.append(_write_organization(tx, step, batch, key))
    places: dict[tuple[int, str, str], Place] = {}
    for done, role in enumerate(steps.roles, len(steps.organizations)):
        progress.check()
        progress.step(done, total)
        _write_role(tx, role, batch, key, places)
    progress.step(total, total)
    tx.touched.add(Topic.HOUSEHOLDS)
    return tuple(rows)


def _write_organization(tx: Tx, step: OrganizationStep, batch: BatchHandle, key: LookupKey) -> Organization:
    row, said = step.row, step.said
    if row is None:
        row = new_organization(tx, said.kind, _facts(step, None), tx.today, key)
        if said.closed:
            row.closed_on = tx.today
        tx.session.flush()  # its account refers to it by id
        batch.created(row)
    elif step.changes:
        batch.changing(row)
        write_facts(row, _facts(step, row), key)
        if said.closed and row.closed_on is None:
            row.closed_on = tx.today
    return row


def _facts(step: OrganizationStep, row: Organization | None) -> OrganizationFacts:
    """What the file is to say: the list's words, and what it says already where the list says nothing."""
    said = step.said
    owner_id = None if step.owner is None else step.owner.id
    if row is None:
        return OrganizationFacts(
            name=said.name,
            place_id=None if step.grid is None else step.grid.id,
            category=said.category,
            address=said.address,
            owner_id=owner_id,
            owner_name=said.owner,
            phone=said.phone,
            plaque_on=said.plaque,
            remark=said.remark,
        )
    return OrganizationFacts(
        name=said.name,
        place_id=row.place_id if step.grid is None else step.grid.id,
        category=said.category or row.category,
        address=said.address or row.address,
        owner_id=owner_id if said.owner else row.owner_id,
        owner_name=said.owner or row.owner_name,
        phone=said.phone or phone_of(row.phone),
        plaque_on=said.plaque or row.plaque_on,
        remark=said.remark or row.remark,
    )


def _write_role(
    tx: Tx, step: RoleStep, batch: BatchHandle, key: LookupKey, places: dict[tuple[int, str, str], Place]
) -> None:
    said = step.said
    since = said.from_on or tx.today
    for row in step.ended:
        batch.changing(row)
        row.to_on = max(row.from_on, since - _ONE_DAY)
    person = step.person
    known_phone = None if person is None else phone_of(person.phone)
    own = None if known_phone is not None and said.phone == known_phone else said.phone
    if step.held is None:
        place = step.place or _building(tx, step, batch, places)
        wanted = GiveRole(said.role, place.id, None if person is None else person.id, said.name, own, since)
        batch.created(give_role(tx, wanted, key))
    elif any(change.field != "role" for change in step.changes):
        _correct(step, step.held, batch, key)


def _correct(step: RoleStep, held: RoleSpan, batch: BatchHandle, key: LookupKey) -> None:
    batch.changing(held)
    for change in step.changes:
        if change.field == "phone":
            set_phone(held, step.said.phone, key)
        elif change.field == "resident" and step.person is not None:
            held.person_id = step.person.id
        elif change.field == "from" and step.said.from_on is not None:
            held.from_on = step.said.from_on


def _building(tx: Tx, step: RoleStep, batch: BatchHandle, places: dict[tuple[int, str, str], Place]) -> Place:
    """The building that a list names for the first time, in its estate if it says one, below its grid."""
    assert step.grid is not None
    said = step.said
    parent = step.grid
    if said.estate:
        parent = _made(tx, ESTATE, said.estate, step.grid, batch, places)
    return _made(tx, BUILDING, said.building, parent, batch, places)


def _made(
    tx: Tx, kind: str, name: str, parent: Place, batch: BatchHandle, places: dict[tuple[int, str, str], Place]
) -> Place:
    same = (parent.id, kind, fold(name))
    if same not in places:
        place = _there(tx, kind, name, parent)
        if place is None:
            place = tx.session.get_one(Place, add_place(tx, AddPlace(kind, name, parent.id)))
            batch.created(place)
        places[same] = place
    return places[same]


def _there(tx: Tx, kind: str, name: str, parent: Place) -> Place | None:
    found = tx.session.scalars(
        select(Place).where(Place.parent_id == parent.id, Place.kind == kind).order_by(Place.id)
    )
    return next((place for place in found if fold(place.name) == fold(name)), None)
