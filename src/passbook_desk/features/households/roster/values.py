"""A roster as it was read, whatever its layout was: what the file is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from passbook_desk.features.households.values import PartyKind
from passbook_desk.features.intake.values import Finding
from passbook_desk.kernel.sensitive import Sensitive

RowPlace = tuple[str, int]
"""Sheet and row number from 1."""


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """A resident as the roster says; "" and None mean that the roster says nothing.

    `party_stated` tells "no member" from an empty cell, `party_vague` a member of unknown kind; `row` is the
    row of `sheet`.
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
    party_vague: bool = False
    sheet: str = ""
    id_masked: bool = False

    @property
    def place(self) -> RowPlace:
        """Where the person stands."""
        return self.sheet, self.row


@dataclass(frozen=True, slots=True)
class RosterHousehold:
    """A household as the roster says, with exactly one head among its people.

    `code` is "" where the sheet has no codes, until the file gives one. `population` is how many people the
    sheet counts, None when it says nothing; `heads_only` a household of a list that names heads alone.
    """

    code: str
    grid_code: str
    house_number: str
    address: str
    people: tuple[RosterPerson, ...]
    population: int | None = None
    heads_only: bool = False

    @property
    def head(self) -> RosterPerson:
        """The one who heads it; of a household that is held back its first person."""
        return next((person for person in self.people if person.is_head), self.people[0])


@dataclass(frozen=True, slots=True)
class Roster:
    """What can be imported from a roster, and what was noticed in it.

    `held` are households that do not go in before something is mended. `grids` are short code and name,
    `named_grids` those whose name the roster gives itself. `groups` are the rows of each household, those
    that do not go in among them; `left_out` the rows of people who do not go in. `notes` are
    about sheets that were not read.
    """

    sheets: tuple[str, ...]
    grids: tuple[tuple[str, str], ...]
    households: tuple[RosterHousehold, ...]
    findings: tuple[Finding, ...]
    held: tuple[RosterHousehold, ...] = ()
    named_grids: frozenset[str] = frozenset()
    groups: tuple[tuple[RowPlace, ...], ...] = ()
    left_out: frozenset[RowPlace] = frozenset()
    notes: tuple[Finding, ...] = ()
    order: tuple[RosterHousehold, ...] = field(default=(), repr=False)
    """Households that go in and those held back, as the sheets have them."""
    letters: Mapping[tuple[str, int, str], str] = field(default_factory=dict, repr=False)
    """The column letters of a field, by sheet, row and field key; row 0 is those without their own."""
