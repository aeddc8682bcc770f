"""What a roster says differently of people and places that the file knows: old, new, and how to write it.

An empty cell says nothing and never erases (experience §5.9).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from passbook_desk.db.base import Base
from passbook_desk.db.bulk import last_id
from passbook_desk.db.store import Tx
from passbook_desk.features.households.life.writing import open_row
from passbook_desk.features.households.model import (
    Headship,
    HomeSpan,
    Household,
    Membership,
    PartyStatus,
    Person,
    PersonTag,
    ResidenceSpan,
)
from passbook_desk.features.households.roster.cells import RESIDENCES, is_phone
from passbook_desk.features.households.roster.known import Known
from passbook_desk.features.households.roster.matching import MatchedHousehold, MatchedPerson
from passbook_desk.features.households.roster.places import house_number_in
from passbook_desk.features.households.roster.values import Roster, RosterHousehold, RosterPerson
from passbook_desk.features.households.secrets import (
    LookupKey,
    id_number_of,
    phone_of,
    set_id_number,
    set_phone,
)
from passbook_desk.features.households.spans import Span
from passbook_desk.features.households.values import PartyKind, RosterChange
from passbook_desk.features.intake.commands import BatchHandle
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.search import initials, pinyin_key

_ANY_OF: Final = {
    "10": frozenset({"11", "12"}),
    "20": frozenset({"21", "22", "23", "24", "25", "26"}),
    "30": frozenset({"31", "32", "33", "34", "35", "36"}),
}
"""Finer codes, of husband and wife, of sons and daughters in their order, by the code of such a one."""
_PARTY_WORDS: Final = {
    None: "非党员",
    PartyKind.FULL: "中共党员",
    PartyKind.PROBATIONARY: "中共预备党员",
}


@dataclass(slots=True)
class Writing:
    """An import being written: its transaction and batch, and the ids of all of whom the roster speaks.

    New rows get their ids at once and are inserted together by `finish`; until then nobody else may add rows
    of their kinds.
    """

    tx: Tx
    batch: BatchHandle
    key: LookupKey
    grids: dict[str, int]
    households: dict[str, int]
    people: dict[int, int] = field(default_factory=dict)
    """By the identity of the RosterPerson; one Roster lives as long as its import."""
    _new: dict[type[Base], list[dict[str, object]]] = field(default_factory=dict)
    _last_ids: dict[type[Base], int] = field(default_factory=dict)

    @classmethod
    def beginning(cls, tx: Tx, batch: BatchHandle, key: LookupKey, known: Known) -> "Writing":
        """An import into the file as it is known."""
        grids = {code: place.id for code, place in known.grids.items()}
        return cls(tx, batch, key, grids, {code: row.id for code, row in known.households.items()})

    def add(self, kind: type[Base], /, **values: object) -> int:
        """A new master row of this import, by attribute; returns its id. Parents come before children."""
        if kind not in self._new:
            self._new[kind] = []
            self._last_ids[kind] = last_id(self.tx.session, kind)
        self._last_ids[kind] = row_id = self._last_ids[kind] + 1
        self._new[kind].append({"id": row_id, "uid": new_uid(), **values})
        return row_id

    def add_span(self, kind: type[Span | HomeSpan], /, **values: object) -> None:
        """A new dated row, from today."""
        self.add(kind, from_on=self.tx.today, to_on=None, **values)

    def end(self, span: Span | HomeSpan) -> None:
        """A dated row ends the day before this import."""
        self.batch.changing(span)
        span.to_on = self.tx.today - timedelta(days=1)

    def finish(self) -> None:
        """Insert the new rows, kind by kind in the order in which the kinds were first added."""
        for kind, rows in self._new.items():
            self.batch.add_rows(kind, rows)


@dataclass(frozen=True, slots=True)
class Difference:
    """A value the roster changes, and the writing of it."""

    change: RosterChange
    write: Callable[[Writing], None]


def place_differences(known: Known, roster: Roster) -> Iterator[Difference]:
    """Grids that the roster calls by another name."""
    for code, name in roster.grids:
        place = known.grids.get(code)
        if place is not None and name != place.name and code in roster.named_grids:
            change = RosterChange(roster.sheets[0], 0, "", "", "grid_name", place.name, name)
            yield Difference(change, _setting(place, "name", name))


def household_differences(known: Known, matched: MatchedHousehold) -> Iterator[Difference]:
    """Address, house number, grid and head of a household the file knows."""
    row, said = matched.row, matched.household
    if row is None:
        return
    at = said.head.row

    def change(key: str, old: str, new: str) -> RosterChange:
        return RosterChange(said.head.sheet, at, said.code, "", key, old, new)

    if said.address and not _says_no_more(said.address, row.address):
        yield Difference(change("address", row.address, said.address), _setting(row, "address", said.address))
    if said.house_number and said.house_number != row.house_number:
        numbers = change("house_number", row.house_number, said.house_number)
        yield Difference(numbers, _setting(row, "house_number", said.house_number))
    grid = known.grid_of(row)
    if said.grid_code != grid:
        yield Difference(change("grid_code", grid, said.grid_code), _moving_to_grid(row, said.grid_code))
    head = known.heads.get(row.id)
    new_head = next((person for person in matched.people if person.person.is_head), None)
    if new_head is not None and (head is None or new_head.row is None or head.person_id != new_head.row.id):
        old_name = known.people[head.person_id].name if head else ""
        yield Difference(change("head", old_name, said.head.name), _heading(row, head, said.head))


def person_differences(
    known: Known, household: RosterHousehold, matched: MatchedPerson, key: LookupKey
) -> Iterator[Difference]:
    """Everything the roster says differently of a person the file knows."""
    row, said = matched.row, matched.person
    if row is None:
        return

    def change(field_key: str, old: str, new: str) -> RosterChange:
        return RosterChange(said.sheet, said.row, household.code, said.name, field_key, old, new)

    yield from _plain_differences(row, said, change)
    yield from _secret_differences(known, row, said, key, change)
    yield from _home_difference(known, row, household, said, change)
    party = known.party.get(row.id)
    standing = PartyKind(party.kind) if party else None
    if said.party_stated and said.party != standing and not (said.party_vague and standing is not None):
        texts = change("party", _PARTY_WORDS[standing], _PARTY_WORDS[said.party])
        yield Difference(texts, _standing(row, party, said.party))
    residence = known.residence.get(row.id)
    if said.residence and (residence is None or _same_kind(residence.kind) != said.residence):
        texts = change("residence", residence.kind if residence else "", said.residence)
        yield Difference(texts, _living(row, residence, said.residence))
    tags = known.tags.get(row.id, [])
    if said.tags is not None and set(said.tags) != {tag.tag for tag in tags}:
        texts = change("tags", "、".join(tag.tag for tag in tags), "、".join(said.tags))
        yield Difference(texts, _tagging(row, tags, said.tags))


ChangeOf = Callable[[str, str, str], RosterChange]


def _plain_differences(row: Person, said: RosterPerson, change: ChangeOf) -> Iterator[Difference]:
    if said.name != row.name:
        yield Difference(change("name", row.name, said.name), _naming(row, said.name))
    if said.born_on is not None and said.born_on != row.born_on:
        old = row.born_on.isoformat() if row.born_on else ""
        yield Difference(
            change("birth", old, said.born_on.isoformat()), _setting(row, "born_on", said.born_on)
        )
    for key, column, old, new in (
        ("sex", "sex", row.sex, said.sex),
        ("ethnic", "ethnic_group", row.ethnic_group, said.ethnic_group),
        ("education", "education", row.education, said.education),
        ("remark", "remark", row.remark, said.remark),
    ):
        if new and new != old:
            yield Difference(change(key, old, new), _setting(row, column, new))


def _secret_differences(
    known: Known, row: Person, said: RosterPerson, key: LookupKey, change: ChangeOf
) -> Iterator[Difference]:
    number, phone = said.id_number, said.phone
    if number is not None and number.value != row.id_number:

        def write_number(writing: Writing) -> None:
            writing.batch.changing(row)
            set_id_number(row, number, key)

        yield Difference(change("id", str(id_number_of(row.id_number) or ""), str(number)), write_number)
    if (
        phone is not None
        and phone.value != row.phone
        and not (_is_anothers(known, row, phone.value) if row.phone == "" else not is_phone(phone.value))
    ):

        def write_phone(writing: Writing) -> None:
            writing.batch.changing(row)
            set_phone(row, phone, key)

        yield Difference(change("phone", str(phone_of(row.phone) or ""), str(phone)), write_phone)


def _home_difference(
    known: Known, row: Person, household: RosterHousehold, said: RosterPerson, change: ChangeOf
) -> Iterator[Difference]:
    membership = known.homes.get(row.id)
    home = known.houses[membership.household_id].code if membership else ""
    if membership is None or home != household.code:
        yield Difference(change("household", home, household.code), _joining(membership, household, said))
    elif said.relation_word and _other_relation(membership, said):
        texts = change("relation", membership.relation_word, said.relation_word)
        yield Difference(texts, _joining(membership, household, said))


def _says_no_more(said: str, known: str) -> bool:
    """Whether an address is the known one, or a shorter form of it: 四组12号 of 清泉村四组12号."""
    if said == known or known.endswith(said):
        return True
    number = house_number_in(said)
    return number != "" and number == house_number_in(known) and len(said) < len(known)


def _is_anothers(known: Known, row: Person, phone: str) -> bool:
    """Whether somebody else of the household has this number: sheets give one phone for all."""
    home = known.home_of(row)
    return home is not None and any(
        other.phone == phone for other in known.members[home] if other.id != row.id
    )


def _same_kind(residence: str) -> str:
    """Residence as it is called now; older files say 外出."""
    return RESIDENCES.get(residence, residence)


def _other_relation(membership: Membership, said: RosterPerson) -> bool:
    """妻 and 配偶 are one relation, 子 says no more than 长子; words without a code are compared as words.

    A known word without a code waits for the clerk's answer; to read it again says nothing new.
    """
    if said.relation_word == membership.relation_word:
        return False
    if said.relation_code in _ANY_OF and membership.relation_code in _ANY_OF[said.relation_code]:
        return False
    if membership.relation_code and not said.relation_code:
        return False  # a word that is not understood says nothing better
    if membership.relation_code or said.relation_code:
        return membership.relation_code != said.relation_code
    return membership.relation_word != said.relation_word


def _setting(row: Base, column: str, value: str | date) -> Callable[[Writing], None]:
    def write(writing: Writing) -> None:
        writing.batch.changing(row)
        setattr(row, column, value)

    return write


def _naming(row: Person, name: str) -> Callable[[Writing], None]:
    def write(writing: Writing) -> None:
        writing.batch.changing(row)
        row.name, row.name_key, row.name_initials = name, pinyin_key(name), initials(name)

    return write


def _moving_to_grid(row: Household, grid_code: str) -> Callable[[Writing], None]:
    def write(writing: Writing) -> None:
        writing.batch.changing(row)
        row.place_id = writing.grids[grid_code]
        lived = open_row(writing.tx, HomeSpan, HomeSpan.household_id, row.id)
        if lived is not None:
            writing.end(lived)
            writing.add_span(HomeSpan, household_id=row.id, place_id=row.place_id)

    return write


def _heading(row: Household, old: Headship | None, head: RosterPerson) -> Callable[[Writing], None]:
    def write(writing: Writing) -> None:
        if old is not None:
            writing.end(old)
        add_headship(writing, row.id, head)

    return write


def _joining(
    old: Membership | None, household: RosterHousehold, said: RosterPerson
) -> Callable[[Writing], None]:
    def write(writing: Writing) -> None:
        if old is not None:
            writing.end(old)
        relation = old if old is not None and not said.relation_word else said
        position = household.people.index(said) + 1
        add_membership(writing, household, said, position, relation.relation_code, relation.relation_word)

    return write


def _standing(row: Person, old: PartyStatus | None, kind: PartyKind | None) -> Callable[[Writing], None]:
    def write(writing: Writing) -> None:
        if old is not None:
            writing.end(old)
        if kind is not None:
            add_standing(writing, row.id, kind)

    return write


def _living(row: Person, old: ResidenceSpan | None, kind: str) -> Callable[[Writing], None]:
    def write(writing: Writing) -> None:
        if old is not None:
            writing.end(old)
        add_residence(writing, row.id, kind)

    return write


def _tagging(row: Person, old: list[PersonTag], tags: tuple[str, ...]) -> Callable[[Writing], None]:
    def write(writing: Writing) -> None:
        for tag in old:
            if tag.tag not in tags:
                writing.end(tag)
        present = {tag.tag for tag in old}
        for word in tags:
            if word not in present:
                add_tag(writing, row.id, word)

    return write


def add_headship(writing: Writing, household_id: int, head: RosterPerson) -> None:
    """The roster's head heads the household from today."""
    writing.add_span(Headship, household_id=household_id, person_id=writing.people[id(head)])


def add_membership(
    writing: Writing, household: RosterHousehold, said: RosterPerson, position: int, code: str, word: str
) -> None:
    """The person belongs to the household from today, at this position; `code` and `word` of relation."""
    writing.add_span(
        Membership,
        household_id=writing.households[household.code],
        person_id=writing.people[id(said)],
        relation_code=code,
        relation_word=word,
        position=position,
    )


def add_standing(writing: Writing, person_id: int, kind: PartyKind) -> None:
    """A party member of this kind from today."""
    writing.add_span(PartyStatus, person_id=person_id, kind=kind.value)


def add_residence(writing: Writing, person_id: int, kind: str) -> None:
    """Lives in the village this way from today."""
    writing.add_span(ResidenceSpan, person_id=person_id, kind=kind)


def add_tag(writing: Writing, person_id: int, word: str) -> None:
    """Carries this tag from today."""
    writing.add_span(PersonTag, person_id=person_id, tag=word)
