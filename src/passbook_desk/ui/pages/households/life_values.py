"""What the form of an act is given and what it gives back."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from passbook_desk.features.events.errors import WrongPhone
from passbook_desk.features.household_changes.queries import FrozenAccount
from passbook_desk.features.households.id_numbers import check_fits, is_new_form, is_old_form, upgraded
from passbook_desk.features.households.life.errors import WrongIdNumber
from passbook_desk.features.households.life.relation_change import relation_word_of, relations_after
from passbook_desk.features.households.life.rules import says_none
from passbook_desk.features.households.life.steps import Kinship
from passbook_desk.features.households.life.values import (
    ActKind,
    LifeFinding,
    NewPerson,
    PartyWay,
    Standing,
)
from passbook_desk.features.households.values import HouseholdCard, PartyKind, PersonRow
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

RELATIONS = [
    "10",
    "11",
    "12",
    "20",
    "30",
    "38",
    "28",
    "41",
    "42",
    "43",
    "44",
    "45",
    "46",
    "47",
    "48",
    "51",
    "52",
    "53",
    "54",
    "55",
    "56",
    "61",
    "62",
    "63",
    "64",
    "71",
    "72",
    "73",
    "74",
    "75",
    "76",
    "77",
    "78",
    "93",
    "94",
    "95",
    "96",
    "81",
    "82",
    "83",
    "84",
    "85",
    "86",
    "87",
    "88",
    "89",
    "90",
    "97",
    "99",
]
"""Codes a clerk chooses from, the usual ones first; the words are those of GB/T 4761."""


_PHONE: Final = re.compile(r"\+?\d[\d-]{3,18}\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place to choose: `depth` is 0 for a grid."""

    id: int
    name: str
    depth: int
    is_grid: bool


@dataclass(frozen=True, slots=True)
class LifeFacts:
    """A household, where it can live and what is frozen of it.

    `card` is None and `kinship` empty while it is not yet founded.
    """

    card: HouseholdCard | None
    places: tuple[PlaceChoice, ...]
    frozen: tuple[FrozenAccount, ...]
    kinship: Kinship


@dataclass(frozen=True, slots=True)
class Pick:
    """A household or a resident that a text found, and how the list says it."""

    id: int
    words: str
    household_id: int | None = None


@dataclass(frozen=True, slots=True)
class RelationLine:
    """What somebody is to the old head and becomes to the new one; `sure` False asks the clerk."""

    person_id: int
    name: str
    before: str
    code: str
    sure: bool


@dataclass(frozen=True, slots=True)
class LifeDraft:
    """What a form says; each act takes what it asked for."""

    kind: ActKind
    uid: str
    on: date
    reason: str
    household_id: int = 0
    person_id: int | None = None
    comer_id: int | None = None
    new_person: NewPerson | None = None
    relation_code: str = ""
    residence: str = ""
    new_head_id: int | None = None
    relations: Mapping[int, str] = field(default_factory=dict)
    to_id: int = 0
    place_id: int = 0
    code: str = ""
    house_number: str = ""
    address: str = ""
    remark: str = ""
    tag: str = ""
    tag_on: bool = True
    way: PartyWay = PartyWay.JOINED
    party: PartyKind | None = None
    standing: Standing = Standing.REGULAR
    scored: bool = True
    account_id: int = 0


@dataclass(frozen=True, slots=True)
class Double:
    """Somebody who may be the very person that a form would add: of the same ID number (`by_number`) or,
    in the same household, of the same name."""

    name: str
    code: str
    by_number: bool


@dataclass(frozen=True, slots=True)
class LifeDone:
    """An act that was written: of which household, and what the clerk should look at."""

    kind: ActKind
    household_id: int
    findings: tuple[LifeFinding, ...]


def relation_lines(
    people: Sequence[PersonRow], kinship: Kinship, new_head_id: int, leaves_id: int | None = None
) -> tuple[RelationLine, ...]:
    """What everybody who stays becomes to a new head, the new head left out."""
    old = next((person for person in people if person.is_head), None)
    staying = [person for person in people if person.id != leaves_id]
    if old is None or new_head_id not in {person.id for person in staying}:
        return ()
    kin = kinship.kin
    after = relations_after(
        [kin[person.id] for person in staying], kin[old.id], new_head_id, past=kinship.past
    )
    return tuple(
        RelationLine(
            person.id, person.name, person.relation_word, after[person.id].code, after[person.id].sure
        )
        for person in staying
        if person.id != new_head_id
    )


def relation_choices() -> tuple[tuple[str, str], ...]:
    """Codes and words a clerk chooses a relation from."""
    return tuple((code, relation_word_of(code)) for code in RELATIONS)


def id_number_said(text: str) -> Sensitive | None:
    """The ID number a clerk typed, None for nothing, an empty one for “无”; raises WrongIdNumber."""
    number = "".join(text.split()).upper()
    if not number:
        return None
    if says_none(number):
        return Sensitive(SensitiveKind.ID_NUMBER, "")
    if is_old_form(number):
        number = upgraded(number)
    if not is_new_form(number) or not check_fits(number):
        masked = Sensitive(SensitiveKind.ID_NUMBER, number).masked()
        raise WrongIdNumber(field="id_number", text=masked)
    return Sensitive(SensitiveKind.ID_NUMBER, number)


def phone_said(text: str) -> Sensitive | None:
    """The phone number a clerk typed, None for nothing, an empty one for “无”; raises WrongPhone."""
    number = unicodedata.normalize("NFKC", "".join(text.split()))
    if not number:
        return None
    if says_none(number):
        return Sensitive(SensitiveKind.PHONE, "")
    if not _PHONE.fullmatch(number):
        raise WrongPhone(field="phone")
    return Sensitive(SensitiveKind.PHONE, number)


def known_number(said: Sensitive | None) -> Sensitive | None:
    """A number of somebody who is new: “无” is none."""
    return said if said is not None and said.value else None
