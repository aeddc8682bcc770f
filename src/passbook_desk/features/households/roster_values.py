"""A roster as it was read, whatever its layout was: what the file is compared with."""

from dataclasses import dataclass
from datetime import date

from passbook_desk.features.households.values import PartyKind
from passbook_desk.features.intake.values import Finding
from passbook_desk.kernel.sensitive import Sensitive


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """A resident as the roster says; "" and None mean that the roster says nothing.

    `party_stated` tells "no member" from an empty cell; `row` is the sheet's row.
    """

    row: int
    name: str
    sex: str
    born_on: date | None
    ethnic_group: str
    education: str
    remark: str
    id_number: Sensitive | None
    phone: Sensitive | None
    relation_word: str
    relation_code: str
    party: PartyKind | None
    party_stated: bool
    tags: tuple[str, ...] | None
    residence: str
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class RosterHousehold:
    """A household as the roster says, with exactly one head among its people."""

    code: str
    grid_code: str
    house_number: str
    address: str
    people: tuple[RosterPerson, ...]

    @property
    def head(self) -> RosterPerson:
        """The one who heads it."""
        return next(person for person in self.people if person.is_head)


@dataclass(frozen=True, slots=True)
class Roster:
    """What can be imported from a roster, and what was noticed in it."""

    sheet: str
    grids: tuple[tuple[str, str], ...]
    households: tuple[RosterHousehold, ...]
    findings: tuple[Finding, ...]
