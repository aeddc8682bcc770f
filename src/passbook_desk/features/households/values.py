from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.kernel.sensitive import Sensitive


class PartyKind(StrEnum):
    """Kinds of party membership; both have a red account (DECISIONS 14e)."""

    FULL = "full"
    PROBATIONARY = "probationary"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A grid and its head counts today. `code` is the short code "01", `full_code` has 15 digits."""

    id: int
    uid: str
    code: str
    full_code: str
    name: str
    households: int
    residents: int
    party_members: int


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household as lists show it. `code` is the short code "01001"; `members` counts its people today.

    `head_id` is None and `head_name` empty only while a household has no head. `absence` says why it is not
    in the village: moved_out, deregistered, merged; empty for one that is.
    """

    id: int
    uid: str
    code: str
    house_number: str
    grid_id: int
    grid_code: str
    grid_name: str
    head_name: str
    head_id: int | None
    members: int
    address: str
    scored: bool
    absence: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A resident as a household card shows it; numbers are masked unless revealed."""

    id: int
    uid: str
    name: str
    sex: str
    born_on: date | None
    relation_word: str
    relation_code: str
    party_kind: PartyKind | None
    residence: str
    id_number: Sensitive | None
    phone: Sensitive | None
    is_head: bool
    tags: tuple[str, ...]
    ethnic_group: str
    education: str
    remark: str


@dataclass(frozen=True, slots=True)
class HouseholdCard:
    """A household with its people, the head first, then in the order of the roster."""

    household: HouseholdRow
    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class PartyMemberRow:
    """A party member and the household he or she lives in today."""

    person_id: int
    person_uid: str
    name: str
    kind: PartyKind
    household_id: int
    household_code: str
    grid_code: str


@dataclass(frozen=True, slots=True)
class GridCount:
    """What a roster holds for one grid. `code` is the short code, `full_code` area + three digits."""

    code: str
    full_code: str
    name: str
    households: int
    residents: int
    party_members: int


@dataclass(frozen=True, slots=True)
class RosterChange:
    """A value the roster changes: of whom, which field, old and new as the clerk may see them (masked).

    `field` is a key of the roster's columns (name, phone, head …).
    """

    sheet: str
    row: int
    household_code: str
    person_name: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """A household that the roster adds, with its head and number of people."""

    code: str
    head_name: str
    members: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Households and rows of a roster that something is true of."""

    households: int
    rows: int


@dataclass(frozen=True, slots=True)
class RosterReport:
    """What a roster holds and what importing it does; the same figures before and after.

    `households`, `residents` and `party_members` count whom the roster lists, second entries of a person
    and those who have died left aside. `ready` is what goes in as things stand, `to_check` and `to_fix` are
    rows with a finding of that severity and their households. `same_households` and `same_people` are
    already in the file with equal values. `notes` are about sheets that were not read. `batch` is None for a
    dry run, and when there was nothing to change.
    """

    households: int
    residents: int
    party_members: int
    per_grid: tuple[GridCount, ...]
    findings: tuple[Finding, ...]
    new_households: tuple[NewHousehold, ...]
    new_people: int
    same_households: int
    same_people: int
    changes: tuple[RosterChange, ...]
    ready: Tally = Tally(0, 0)
    to_check: Tally = Tally(0, 0)
    to_fix: Tally = Tally(0, 0)
    notes: tuple[Finding, ...] = ()
    applied: bool = False
    batch: int | None = None

    @property
    def has_changes(self) -> bool:
        """False when applying the roster would leave the file as it is."""
        return bool(self.new_households or self.new_people or self.changes)

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
