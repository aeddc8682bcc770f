"""What happens in a household's life: one command for each act (domain §13 rule 20, experience §1.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.features.households.values import PartyKind
from passbook_desk.kernel.sensitive import Sensitive


class ActKind(StrEnum):
    """Kinds of acts, as a household's history tells them."""

    HOUSEHOLD_ADDED = "household_added"
    HOUSEHOLD_EDITED = "household_edited"
    HOUSEHOLD_PLACED = "household_placed"
    HOUSEHOLD_LEFT = "household_left"
    HOUSEHOLD_RETURNED = "household_returned"
    PERSON_ADDED = "person_added"
    PERSON_EDITED = "person_edited"
    HEAD_CHANGED = "head_changed"
    BIRTH = "birth"
    DEATH = "death"
    MARRIED_IN = "married_in"
    MARRIED_OUT = "married_out"
    PERSON_MOVED = "person_moved"
    PERSON_LEFT = "person_left"
    PERSON_RETURNED = "person_returned"
    TENANT_IN = "tenant_in"
    TENANT_OUT = "tenant_out"
    PERSON_DEREGISTERED = "person_deregistered"
    RESIDENCE_SET = "residence_set"
    SCORED_SET = "scored_set"
    PARTY_SET = "party_set"
    TAG_SET = "tag_set"
    LINK_ADDED = "link_added"
    LINK_ENDED = "link_ended"
    SPLIT = "split"
    MERGED = "merged"
    DEREGISTERED = "deregistered"
    HANDED_OVER = "handed_over"
    POINTS_RELEASED = "points_released"


class Standing(StrEnum):
    """How a party member belongs to the branch (流动党员, 报到党员)."""

    REGULAR = ""
    MIGRANT = "migrant"
    REPORTING = "reporting"


class PartyWay(StrEnum):
    """How a party status changed."""

    JOINED = "joined"
    CONFIRMED = "confirmed"
    TRANSFERRED_IN = "transferred_in"
    TRANSFERRED_OUT = "transferred_out"
    STANDING = "standing"
    ENDED = "ended"


RESIDENCES = ("在册", "常住", "人户分离", "空挂", "流出", "租住")
"""How a person lives in the village (domain §13 rule 19)."""

TENANT = "租住"


@dataclass(frozen=True, slots=True)
class Act:
    """What every act says: its identity (made when the form opens), its day, and why."""

    uid: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody the file does not know. Numbers may be unknown; they are shown masked."""

    name: str
    sex: str = ""
    born_on: date | None = None
    id_number: Sensitive | None = field(default=None, repr=False)
    phone: Sensitive | None = field(default=None, repr=False)
    ethnic_group: str = ""
    education: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AddHousehold:
    """A household in a grid with its head. `code` None: the next number of the grid that was never used."""

    act: Act
    grid_id: int
    head: NewPerson
    code: str | None = None
    house_number: str = ""
    address: str = ""
    remark: str = ""
    residence: str = ""
    scored: bool = True


@dataclass(frozen=True, slots=True)
class EditHousehold:
    """New values; None leaves a value as it is."""

    act: Act
    household_id: int
    house_number: str | None = None
    address: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class PersonArrives:
    """Somebody comes into a household: new in the file (`person`), or known there (`person_id`).

    `relation_code` is to the head of that day; in a household without people the comer becomes its head.
    """

    act: Act
    household_id: int
    relation_code: str
    relation_word: str = ""
    person: NewPerson | None = None
    person_id: int | None = None
    residence: str = ""
    new_head_id: int | None = None
    """Who heads the household that a known person leaves, when that was its head."""


@dataclass(frozen=True, slots=True)
class PersonLeaves:
    """Somebody leaves a household and belongs to none after it."""

    act: Act
    person_id: int
    new_head_id: int | None = None
    relations: Mapping[int, str] = field(default_factory=dict)
    """Codes to the new head that the clerk gave, by person."""


@dataclass(frozen=True, slots=True)
class MovePerson:
    """Somebody goes from one household of the village to another."""

    act: Act
    person_id: int
    to_household_id: int
    relation_code: str
    relation_word: str = ""
    new_head_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeHead:
    """A member becomes the head; `relations` are codes to the new head that the clerk gave, by person."""

    act: Act
    household_id: int
    person_id: int
    relations: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EditPerson:
    """New values; None leaves a value as it is, an empty number clears it."""

    act: Act
    person_id: int
    name: str | None = None
    sex: str | None = None
    born_on: date | None = None
    id_number: Sensitive | None = field(default=None, repr=False)
    phone: Sensitive | None = field(default=None, repr=False)
    ethnic_group: str | None = None
    education: str | None = None
    remark: str | None = None
    relation_code: str | None = None
    relation_word: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdAction:
    """An act that concerns a household as a whole."""

    act: Act
    household_id: int


@dataclass(frozen=True, slots=True)
class SetScored:
    """A household takes part in points from a day on, or no longer does."""

    act: Act
    household_id: int
    scored: bool


@dataclass(frozen=True, slots=True)
class SetResidence:
    """How a person lives in the village from a day on; one of RESIDENCES."""

    act: Act
    person_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class SetParty:
    """Party membership from a day on; `kind` None ends it."""

    act: Act
    person_id: int
    kind: PartyKind | None
    way: PartyWay
    standing: Standing = Standing.REGULAR


@dataclass(frozen=True, slots=True)
class SetTag:
    """A person carries a tag from a day on, or no longer does."""

    act: Act
    person_id: int
    tag: str
    on: bool


@dataclass(frozen=True, slots=True)
class LifeFinding:
    """Something the clerk should look at; the sentence is "finding.<kind>"."""

    kind: str
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lived:
    """What an act did: the household and person it concerns, and what the clerk should look at."""

    household_id: int
    person_id: int | None
    findings: tuple[LifeFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One act as a household's history tells it; its sentence is "story.<kind>".

    `from_other` when the act was the other household's (`other_code`): a member came from there, went there.
    `detail` are the act's own words, old and new values among them.
    """

    uid: str
    kind: ActKind
    on: date
    household_code: str
    other_code: str
    from_other: bool
    person_name: str
    reason: str
    detail: Mapping[str, str]
    recorded_at: datetime
    handler: str

    def params(self) -> Mapping[str, object]:
        """Everything that the sentence may say."""
        return {
            **self.detail,
            "day": self.on,
            "code": self.household_code,
            "other": self.other_code,
            "person": self.person_name,
            "reason": self.reason,
            "handler": self.handler,
        }


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member of a household on a day of the past or today."""

    person_id: int
    name: str
    relation_code: str
    relation_word: str
    is_head: bool
    position: int
