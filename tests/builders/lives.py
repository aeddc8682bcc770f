"""Families to tell stories about, and what the file says of them on a day."""

from datetime import date

from sqlalchemy import select

from builders.village import KEY, Village, household
from passbook_desk.db.store import Tx
from passbook_desk.features.households.life.commands import add_person
from passbook_desk.features.households.life.history import history_of, members_at
from passbook_desk.features.households.life.values import Act, NewPerson, PersonArrives
from passbook_desk.features.households.model import Person
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.kernel.ids import new_uid

SINCE = date(2026, 2, 1)
TODAY = date(2026, 6, 1)


def act(on: date = TODAY, reason: str = "村里登记", uid: str = "") -> Act:
    """An act of a day."""
    return Act(uid or new_uid(), on, reason)


def family(tx: Tx, code: str = "01005", others: str = "", head: str = "赵大山") -> int:
    """A household with its account: its head, and others as "12女刘梅1965 20男赵强1990" since February."""
    row = household(tx, code, head)
    for word in others.split():
        born = date(int(word[-4:]), 3, 4) if word[-4:].isdigit() else None
        name = word[3:-4] if born else word[3:]
        person = NewPerson(name, word[2], born)
        add_person(tx, PersonArrives(act(SINCE), row.id, word[:2], person=person), KEY)
    return row.id


def named(tx: Tx, name: str) -> int:
    """The id of the only person of this name."""
    return tx.session.scalars(select(Person.id).where(Person.name == name)).one()


def who(village: Village, household_id: int, on: date = TODAY) -> dict[str, str]:
    """The members of a household on a day and what they are to its head, the head first."""
    with village.read() as scope:
        return {row.name: row.relation_code for row in members_at(scope, household_id, on)}


def told(village: Village, household_id: int) -> list[str]:
    """The kinds of acts of a household's story, oldest first."""
    with village.read() as scope:
        return [line.kind.value for line in history_of(scope, household_id)]


def green(village: Village, household_id: int) -> AccountRow:
    """The open green account of a household."""
    with village.read() as scope:
        (row,) = accounts(scope, household_id=household_id, colour=Colour.GREEN)
    return row
