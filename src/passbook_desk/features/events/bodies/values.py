from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class BodyKind(StrEnum):
    """The council that handles feasts and the one that judges conduct (domain §1.3 rows 50, 55)."""

    COUNCIL = "council"
    MORAL = "moral"


class Capacity(StrEnum):
    """As what somebody signed a pledge: party member, cadre, villager, host of a feast."""

    MEMBER = "member"
    CADRE = "cadre"
    VILLAGER = "villager"
    HOST = "host"


USUAL_SIZE: Final = (4, 13)
"""Sizes of councils that were published (domain §4.1): a hint, never a limit."""


@dataclass(frozen=True, slots=True)
class FoundBody:
    """What a body is called and since when it exists, `founded_on` None when nobody knows."""

    kind: BodyKind
    name: str
    founded_on: date | None


@dataclass(frozen=True, slots=True)
class AdoptCharter:
    """A charter as a meeting decided it. `words` is its text, or the name of the file that holds it."""

    uid: str
    kind: BodyKind
    meeting_on: date
    minutes_no: str
    effective_from: date
    words: str


@dataclass(frozen=True, slots=True)
class AddMember:
    """A term in a body: a person of the roster (`person_id`) or somebody known by name alone.

    `to_on` is the last day when the term has one from the start.
    """

    uid: str
    kind: BodyKind
    duty: str
    from_on: date
    person_id: int | None = None
    name: str = ""
    standing: str = ""
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class CharterRow:
    """One version of a body's charter."""

    kind: BodyKind
    number: int
    meeting_on: date
    minutes_no: str
    effective_from: date
    words: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A term in a body. `household_code` is where a person of the roster lives today, else empty."""

    id: int
    kind: BodyKind
    person_id: int | None
    name: str
    household_code: str
    duty: str
    standing: str
    from_on: date
    to_on: date | None

    def serves(self, day: date) -> bool:
        """Whether the term covers a day."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body as it stands today; one that nobody wrote down yet has its usual name and no members.

    `members` counts people, not terms. `charter` is the version in force today.
    """

    kind: BodyKind
    name: str
    founded_on: date | None
    members: int
    charter: CharterRow | None

    @property
    def usual_size(self) -> bool:
        """Whether it is as large as those that were published."""
        return USUAL_SIZE[0] <= self.members <= USUAL_SIZE[1]


@dataclass(frozen=True, slots=True)
class WritePledge:
    """Other words for the village's pledge, from the day the village decided on them."""

    uid: str
    words: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class PledgeText:
    """One version of the words of the pledge; `number` 0 and no day for those that come with the program."""

    number: int
    decided_on: date | None
    words: str


@dataclass(frozen=True, slots=True)
class AddPledge:
    """A pledge that was signed: by a person, for a household, or by somebody known by name alone.

    With an `event_id` it is for that event, and without a signer the host's household signed.
    """

    uid: str
    capacity: Capacity
    signed_on: date
    person_id: int | None = None
    household_id: int | None = None
    name: str = ""
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """A pledge in the register; for a household `name` is that of its head.

    `event_number` is empty for a pledge in general, `struck_why` for one that holds.
    """

    id: int
    number: int
    person_id: int | None
    household_id: int | None
    name: str
    household_code: str
    capacity: Capacity
    event_id: int | None
    event_number: str
    signed_on: date
    words_number: int
    struck_on: date | None
    struck_why: str


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A party member or somebody serving in a body who has signed no pledge in general."""

    person_id: int | None
    name: str
    household_code: str
    capacity: Capacity


@dataclass(frozen=True, slots=True)
class PledgeSheet:
    """Whom a sheet is printed for; everything empty for one to fill in by hand."""

    name: str = ""
    household_code: str = ""
    capacity: Capacity | None = None
    number: int | None = None
    event_number: str = ""
    signed_on: date | None = None
