"""Which household, which book and which item a row of claims means. Nothing is guessed: what is not sure is
told as a finding, with whom or what it may be."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.values import Holder, ItemRow, ValueKind
from passbook_desk.features.households.model import Person
from passbook_desk.features.households.queries import about_people, homes_by_person, households
from passbook_desk.features.households.roster.cells import Note, auto, must_fix
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.features.ledger.claims.upload_values import Candidate, SaidClaim
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.search import fold, readings

_LONG: Final = 3
"""From this length on a name may differ by a character, and an item be part of another's name."""
_DOTS: Final = str.maketrans("", "", "·•‧・．.。")
_MOST_CANDIDATES: Final = 6
_ABSENT: Final = "空挂"


@dataclass(frozen=True, slots=True)
class _Somebody:
    person_id: int
    name: str
    household: HouseholdRow
    is_head: bool


@dataclass(frozen=True, slots=True)
class Whose:
    """The household a row means, None when that is not certain, and whom it may mean then."""

    household: HouseholdRow | None
    note: Note | None = None
    candidates: tuple[Candidate, ...] = ()


class Residents:
    """Everybody of the village by name, with households and books; read once for a workbook."""

    def __init__(self, scope: Scope) -> None:
        self._houses = {row.id: row for row in households(scope)}
        homes = homes_by_person(scope)
        people = scope.session.execute(
            select(Person.id, Person.name).where(
                Person.village_id == scope.village_id, Person.died_on.is_(None)
            )
        )
        self._all = [
            _Somebody(row.id, row.name, self._houses[homes[row.id]], _is_head(self._houses, homes, row.id))
            for row in people
            if homes.get(row.id) in self._houses
        ]
        self._by_name: dict[str, list[_Somebody]] = defaultdict(list)
        self._members: dict[int, list[_Somebody]] = defaultdict(list)
        for one in self._all:
            self._by_name[_plain(one.name)].append(one)
            self._members[one.household.id].append(one)
        self._codes = {row.code: row for row in self._houses.values()}
        self._empty = _empty_households(scope, self._members)
        self._green: dict[int, AccountRow] = {}
        self._red: dict[int, AccountRow] = {}
        for book in accounts(scope):
            if book.colour is Colour.RED and book.person_id is not None:
                self._red[book.person_id] = book
            elif book.household_id:
                self._green[book.household_id] = book

    def whose(self, said: SaidClaim, chosen: int | None) -> Whose:
        """The household a row means; `chosen` is what the clerk has said."""
        if chosen is not None and chosen in self._houses:
            return Whose(self._houses[chosen])
        if said.code:
            known = self._codes.get(fold(said.code))
            return Whose(known) if known else Whose(None, must_fix("claim_household_unknown", said=said.code))
        named = self._by_name.get(_plain(said.head), [])
        here = [one for one in named if said.grid in ("", one.household.grid_code)]
        for those, word in (([one for one in here if one.is_head], ""), (here, "claim_member_not_head")):
            if those:
                return self._among(said, those, word)
        if named:
            where = "、".join(f"{one.household.grid_name}{one.household.code}" for one in named)
            note = must_fix("claim_household_other_grid", name=said.head, where=where)
            return Whose(None, note, _candidates(one.household for one in named))
        near = [
            one.household
            for one in self._all
            if one.is_head and said.grid in ("", one.household.grid_code) and _alike(said.head, one.name)
        ]
        return Whose(None, must_fix("claim_household_unknown", said=said.head), _candidates(near))

    def _among(self, said: SaidClaim, those: Sequence[_Somebody], word: str) -> Whose:
        """One of those who bear the name: the only one, or the one with the house number."""
        houses = {one.household.id: one.household for one in those}
        if len(houses) == 1:
            (only,) = houses.values()
            note = auto(word, name=said.head, code=only.code, head=only.head_name) if word else None
            return Whose(only, note)
        numbered = [row for row in houses.values() if row.house_number == said.house_number]
        if len(numbered) == 1:
            note = auto("claim_household_by_house_no", name=said.head, code=numbered[0].code)
            return Whose(numbered[0], note)
        codes = "、".join(sorted(row.code for row in houses.values()))
        note = must_fix("claim_household_ambiguous", name=said.head, codes=codes, count=str(len(houses)))
        return Whose(None, note, _candidates(houses.values()))

    def member_named(self, household_id: int, name: str) -> bool:
        """Whether somebody of this household bears the name."""
        return any(_plain(one.name) == _plain(name) for one in self._members[household_id])

    def book(
        self, said: SaidClaim, house: HouseholdRow, item: ItemRow
    ) -> tuple[AccountRow | None, Note | None]:
        """The book of the household for this item: the green one, or the red one of its member."""
        if Holder.HOUSEHOLD in item.holders:
            book = self._green.get(house.id)
            if book is None or not house.scored or house.id in self._empty:
                return None, must_fix("claim_empty_household", code=house.code, name=house.head_name)
            return book, None
        members = [one for one in self._members[house.id] if one.person_id in self._red]
        own = [one for one in members if _plain(one.name) == _plain(said.head)]
        chosen = own if own else members
        if Holder.RED not in item.holders or len(chosen) != 1:
            return None, must_fix("claim_red_item_not_member", code=house.code, item=item.name)
        return self._red[chosen[0].person_id], auto("claim_red_item", name=chosen[0].name, item=item.name)


def _empty_households(scope: Scope, members: dict[int, list[_Somebody]]) -> frozenset[int]:
    """Households that are registered here while nobody lives here: all of their people are 空挂."""
    residence = about_people(scope).residence
    return frozenset(
        household_id
        for household_id, people in members.items()
        if all(residence.get(one.person_id) == _ABSENT for one in people)
    )


def _is_head(houses: dict[int, HouseholdRow], homes: dict[int, int], person_id: int) -> bool:
    return houses[homes[person_id]].head_id == person_id


def _candidates(houses: Iterable[HouseholdRow]) -> tuple[Candidate, ...]:
    found = {row.id: row for row in houses}
    rows = sorted(found.values(), key=lambda row: row.code)[:_MOST_CANDIDATES]
    return tuple(Candidate(row.id, row.code, row.head_name, row.house_number, row.grid_name) for row in rows)


def _plain(name: str) -> str:
    return fold(name).translate(_DOTS)


def _alike(written: str, stored: str) -> bool:
    """The same sound, or, of longer names, one other character behind the same surname."""
    one, other = _plain(written), _plain(stored)
    if not one or not other:
        return False
    if one[0] == other[0] and len(one) == len(other) and set(readings(one)) & set(readings(other)):
        return True
    if len(one) != len(other) or len(one) < _LONG or one[0] != other[0]:
        return False
    return sum(left != right for left, right in zip(one, other, strict=True)) == 1


@dataclass(frozen=True, slots=True)
class Which:
    """The item a row means, None when the catalogue of the day has none, and what to say of it."""

    item: ItemRow | None
    note: Note | None = None


class Items:
    """The items of each day by name."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._known: dict[date, tuple[ItemRow, ...]] = {}

    def which(self, text: str, day: date, points: Points | None) -> Which:
        """The item that a text names on a day.

        By name or code; by the words of its line (考上大学/硕士/博士), of which the points tell the one; a
        name that is part of one item's name, or the other way round, has to be confirmed.
        """
        if day not in self._known:
            self._known[day] = tuple(item for item in items_in_force(self._scope, day) if item.enabled)
        items, wanted = self._known[day], fold(text)
        if not items:
            return Which(None, must_fix("claim_no_catalogue"))
        exact = [item for item in items if wanted in (fold(item.name), item.code)]
        if exact:
            return Which(exact[0])
        line = _of_line(items, wanted)
        if line:
            fitting = [item for item in line if points is not None and _worth(item, points)]
            if len(fitting) == 1:
                return Which(fitting[0])
            worth = "、".join(dict.fromkeys(str(item.least) for item in line))
            return Which(None, must_fix("claim_points_differ", said=str(points or ""), worth=worth))
        near = [item for item in items if _part(wanted, fold(item.name))]
        if len(near) == 1:
            return Which(near[0], must_fix("claim_item_near", said=text, item=near[0].name))
        return Which(None, must_fix("claim_unknown_item", said=text))


def _of_line(items: Sequence[ItemRow], wanted: str) -> list[ItemRow]:
    """Items of the line that a text names by its first part, or that differ by their brackets only."""
    first, slash, _ = wanted.partition("/")
    if slash:
        lines = {item.line_no for item in items if fold(item.name) == first and item.line_no is not None}
        if lines:
            return [item for item in items if item.line_no in lines]
    stem = wanted.partition("(")[0]
    return [item for item in items if fold(item.name).partition("(")[0] == stem]


def _part(wanted: str, name: str) -> bool:
    shorter, longer = sorted((wanted, name), key=len)
    return len(shorter) >= _LONG and shorter in longer


def _worth(item: ItemRow, points: Points) -> bool:
    if item.value_kind is ValueKind.PER_UNIT:
        units, rest = divmod(points.hundredths, item.least.hundredths)
        return not rest and units > 0
    return item.least <= points <= item.most


def points_note(item: ItemRow, points: Points | None, text: str) -> Note | None:
    """What is wrong with the points of a row; None when the catalogue allows them."""
    worth = f"{item.least}" if item.least == item.most else f"{item.least}~{item.most}"
    if points is None or points == ZERO:
        return must_fix("claim_points_unreadable", said=text, worth=worth)
    if _worth(item, points):
        return None
    if _worth(item, -points):
        return must_fix("claim_sign_wrong", said=str(points), worth=str(-points), item=item.name)
    kind = "claim_points_out_of_range" if item.value_kind is ValueKind.RANGE else "claim_points_differ"
    return must_fix(kind, said=str(points), worth=worth, item=item.name)


def catalogue_value(item: ItemRow, points: Points | None) -> Points | None:
    """What the catalogue gives instead of the points of a row; None where it leaves a choice."""
    if points is not None and _worth(item, -points):
        return -points
    return None if item.value_kind is ValueKind.RANGE else item.least
