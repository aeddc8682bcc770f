"""Finding people, households, shops and units by whatever a clerk has of them.

One statement for each kind ranks and cuts in the database, so the answer takes as long as reading the names
once; nothing is kept in memory and nothing has to follow changes. Of IDs and phones only keyed hash and last
four are compared there (DECISIONS 14f). What was typed is never logged.
"""

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Label, ScalarSelect, and_, case, desc, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.households.finding_values import FindKind, FindRank, FindRow
from passbook_desk.features.households.model import (
    AbsenceSpan,
    Headship,
    Household,
    Membership,
    Organization,
    Person,
    Place,
)
from passbook_desk.features.households.names import Way, Ways, name_ways
from passbook_desk.features.households.queries import households
from passbook_desk.features.households.relations import HEAD
from passbook_desk.features.households.rules import household_codes_of
from passbook_desk.features.households.secrets import LookupKey, lookup_of, phone_of
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.search import fold
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

_LONGEST: Final = 60
_TAIL: Final = 4
_SHORTEST_DASHED: Final = 7
_SHORTEST_ADDRESS: Final = 3
_PHONE_DIGITS: Final = 11
_ID_DIGITS: Final = (15, 18)
_ALL: Final = -1
_NUMBER: Final = re.compile(r"\d+x?", re.ASCII)
_GRID_DASH_NUMBER: Final = re.compile(r"(\d{1,2})-(\d{3,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for: as typed, and folded."""

    scope: Scope
    typed: str
    wanted: str
    key: LookupKey
    absent: bool
    limit: int


def find(
    scope: Scope, text: str, key: LookupKey, *, absent: bool = False, limit: int = 9
) -> tuple[FindRow, ...]:
    """What a text may mean, the best first, at most `limit` rows.

    It may be a name, its pinyin or initials in any reading, a household code (short or full), the code of a
    shop or unit, a house number or part of an address with one, a phone or an ID number or at least the last
    four of one. Heads come before
    others who fit as well; with `absent`, those who died or left are among them, and first. An empty text
    finds nothing.
    """
    wanted = fold(text)
    if not wanted or len(wanted) > _LONGEST:
        return ()
    found = _found(_Asked(scope, text, wanted, key, absent, limit))
    return tuple(itertools.islice(_described(scope, found), limit))


def find_households(
    scope: Scope, text: str, key: LookupKey, *, grid_code: str | None = None, absent: bool = False
) -> tuple[HouseholdRow, ...]:
    """The households of what `find` finds, all of them, the best first; of one grid or of all.

    Raises UnknownGrid.
    """
    rows = {row.id: row for row in households(scope, grid_code, absent=absent)}
    wanted = fold(text)
    if not wanted or len(wanted) > _LONGEST:
        return ()
    found = _found(_Asked(scope, text, wanted, key, absent, _ALL))
    ids = dict.fromkeys(row.household_id for row in found if row.household_id is not None)
    return tuple(rows[household_id] for household_id in ids if household_id in rows)


def _found(asked: _Asked) -> list[FindRow]:
    return best_first([*_people(asked), *_households(asked), *_organizations(asked)])


def best_first(found: Sequence[FindRow]) -> list[FindRow]:
    """Rows by rank; of equal ones those who left come first, for somebody has asked for them."""
    return sorted(found, key=lambda row: (row.rank, not row.absent))


def _people(asked: _Asked) -> list[FindRow]:
    if number := _number_in(asked.wanted):
        found = _by_number(asked, number.upper())
        ways = Ways.of(
            [
                (Person.id.in_([person_id for person_id, hit in found.items() if hit is rank]), rank)
                for rank in dict.fromkeys(found.values())
            ]
        )
    else:
        ways = name_ways(Person, asked.typed)
    if ways is None:
        return []
    rank, gone = _rank(ways), _gone(asked, Person.died_on) | _ended(asked) | _is_away(asked)
    chosen = (
        select(Person.id, Person.name, Household.id.label("household_id"), Household.code, rank, _flag(gone))
        .select_from(Person)
        .join(Membership, Membership.id == _home(asked))
        .join(Household, Household.id == Membership.household_id)
        .where(Person.village_id == asked.scope.village_id, ways.any)
        .order_by(
            "rank", desc("absent"), Membership.relation_code != HEAD, Household.code, Membership.position
        )
        .limit(asked.limit)
    )
    return [
        FindRow(
            FindKind.PERSON,
            FindRank(row.rank),
            row.name,
            row.code,
            household_id=row.household_id,
            person_id=row.id,
            absent=bool(row.absent),
        )
        for row in asked.scope.session.execute(chosen if asked.absent else chosen.where(~gone))
    ]


def _number_in(wanted: str) -> str:
    """A phone or ID number as typed, without dashes and country code; "" for what is none.

    A short one with a dash is a house or a household of a grid (01-001).
    """
    bare = wanted.removeprefix("+86").replace("-", "")
    dashed = bare != wanted and len(bare) < _SHORTEST_DASHED
    return bare if _NUMBER.fullmatch(bare) and not dashed else ""


def _by_number(asked: _Asked, typed: str) -> dict[int, FindRank]:
    """People whose phone or ID number is, or ends in, what was typed; at least four characters."""
    if len(typed) < _TAIL:
        return {}
    phone, id_number = _lookups(typed, asked.key)
    tail = typed[-_TAIL:]
    found = asked.scope.session.execute(
        select(
            Person.id,
            Person.phone,
            Person.id_number,
            or_(Person.phone_lookup == phone, Person.id_number_lookup == id_number).label("whole"),
        ).where(
            Person.village_id == asked.scope.village_id,
            or_(Person.phone_tail4 == tail, Person.id_number_tail4 == tail),
        )
    )
    return {
        row.id: FindRank.CODE if row.whole or _bare(row.phone) == typed else FindRank.TAIL
        for row in found
        if row.whole or _bare(row.phone).endswith(typed) or row.id_number.endswith(typed)
    }


def _bare(phone: str) -> str:
    """A land line is stored with the dash after its area code."""
    return phone.replace("-", "")


def _lookups(typed: str, key: LookupKey) -> tuple[str, str]:
    """The keyed hashes of a whole phone and of a whole ID number; what cannot be one hashes to itself."""
    phone = Sensitive(SensitiveKind.PHONE, typed) if len(typed) == _PHONE_DIGITS else None
    id_number = Sensitive(SensitiveKind.ID_NUMBER, typed) if len(typed) in _ID_DIGITS else None
    return lookup_of(phone, key) or typed, lookup_of(id_number, key) or typed


def _households(asked: _Asked) -> list[FindRow]:
    ways = Ways.of(_house_ways(asked))
    if ways is None:
        return []
    rank, away = _rank(ways), _is_away(asked)
    chosen = (
        select(Household.id, Household.code, rank, _flag(away))
        .where(Household.village_id == asked.scope.village_id, ways.any)
        .order_by("rank", desc("absent"), Household.code)
        .limit(asked.limit)
    )
    return [
        FindRow(
            FindKind.HOUSEHOLD,
            FindRank(row.rank),
            "",
            row.code,
            household_id=row.id,
            absent=bool(row.absent),
        )
        for row in asked.scope.session.execute(chosen if asked.absent else chosen.where(~away))
    ]


def _house_ways(asked: _Asked) -> Sequence[Way]:
    """A household by its code, whole or begun, its house number, whole or in part, and its address."""
    wanted = asked.wanted
    if not any(sign.isdigit() for sign in wanted):
        return ()
    codes = set(household_codes_of(wanted, village(asked.scope).code))
    if dashed := _GRID_DASH_NUMBER.fullmatch(wanted):
        codes.add(f"{int(dashed[1]):02d}{dashed[2]}")
    number = wanted.removesuffix("号")
    house_number = func.lower(Household.house_number)
    ways: list[Way] = [
        (Household.code.in_(sorted(codes)), FindRank.CODE),
        (house_number.in_(sorted({wanted, number})), FindRank.HOUSE_NUMBER),
    ]
    if number.isdigit() and len(number) > 1:
        ways += [
            (house_number.op("GLOB")(f"*[^0-9]{number}"), FindRank.HOUSE_NUMBER_PART),
            (func.instr(Household.code, number) == 1, FindRank.CODE_START),
        ]
    elif not number.isdigit():
        address = func.lower(func.replace(Household.address, " ", ""))
        ways.append((func.instr(house_number, number) == 1, FindRank.HOUSE_NUMBER_PART))
        if len(wanted) >= _SHORTEST_ADDRESS:
            ways.append((func.instr(address, wanted) > 0, FindRank.HOUSE_NUMBER_PART))
    return ways


def _organizations(asked: _Asked) -> list[FindRow]:
    closed = _gone(asked, Organization.closed_on)
    ways = _organization_ways(asked)
    rank = _rank(ways)
    chosen = (
        select(
            Organization.id,
            Organization.name,
            Organization.code,
            Organization.phone,
            func.coalesce(Place.name, "").label("grid_name"),
            rank,
            _flag(closed),
        )
        .outerjoin(Place, Place.id == Organization.place_id)
        .where(Organization.village_id == asked.scope.village_id, ways.any)
        .order_by("rank", desc("absent"), Organization.code)
        .limit(asked.limit)
    )
    return [
        FindRow(
            FindKind.ORGANIZATION,
            FindRank(row.rank),
            row.name,
            row.code,
            grid_name=row.grid_name,
            phone=phone_of(row.phone),
            organization_id=row.id,
            absent=bool(row.absent),
        )
        for row in asked.scope.session.execute(chosen if asked.absent else chosen.where(~closed))
        if row.rank != FindRank.TAIL or _bare(row.phone).endswith(_number_in(asked.wanted))
    ]


def _organization_ways(asked: _Asked) -> Ways:
    """A shop or unit by its code, its name, its phone or the last four of that."""
    wanted, number = asked.wanted, _number_in(asked.wanted)
    phone, _ = _lookups(number or wanted, asked.key)
    ways: list[Way] = [
        (func.lower(Organization.code) == wanted, FindRank.CODE),
        (Organization.phone_lookup == phone, FindRank.CODE),
    ]
    named = name_ways(Organization, asked.typed)
    if named is not None:
        ways += named.ranked
    elif len(number) >= _TAIL:
        ways.append((Organization.phone_tail4 == number[-_TAIL:], FindRank.TAIL))
    return Ways(or_(*(condition for condition, _ in ways)), tuple(ways))


def _rank(ways: Ways) -> Label[int]:
    return case(*((condition, rank.value) for condition, rank in ways.ranked)).label("rank")


def _flag(condition: ColumnElement[bool]) -> Label[int]:
    return case((condition, 1), else_=0).label("absent")


def _gone(asked: _Asked, on: InstrumentedAttribute[date | None]) -> ColumnElement[bool]:
    """The day of death or closing has come."""
    return and_(on.is_not(None), on <= asked.scope.today)


def _ended(asked: _Asked) -> ColumnElement[bool]:
    return and_(Membership.to_on.is_not(None), Membership.to_on < asked.scope.today)


def _is_away(asked: _Asked) -> ColumnElement[bool]:
    """The household has moved out, is de-registered or merged today."""
    today = asked.scope.today
    return exists().where(
        AbsenceSpan.household_id == Household.id,
        AbsenceSpan.from_on <= today,
        or_(AbsenceSpan.to_on.is_(None), AbsenceSpan.to_on >= today),
    )


def _home(asked: _Asked) -> ScalarSelect[int]:
    """The membership that counts today (spans.py); where absent people are wanted, else their last one."""
    row = aliased(Membership)
    ended = and_(row.to_on.is_not(None), row.to_on < asked.scope.today)
    chosen = select(row.id).where(row.person_id == Person.id).correlate(Person).limit(1)
    if not asked.absent:
        return chosen.where(~ended).order_by(row.from_on, row.id).scalar_subquery()
    first = case((~ended, row.from_on))
    return chosen.order_by(ended, first, row.from_on.desc(), row.id).scalar_subquery()


def _described(scope: Scope, found: Sequence[FindRow]) -> Iterator[FindRow]:
    """The rows with grid, house number, head and phone; each person once, so no household beside its head."""
    homes = _homes(scope, {row.household_id for row in found if row.household_id is not None})
    phones = _phones(scope, {row.person_id for row in found} | {home.head_id for home in homes.values()})
    told: set[tuple[int | None, int | None]] = set()
    for row in found:
        home = homes.get(row.household_id) if row.household_id is not None else None
        if home is not None:
            who = row.person_id if row.kind is FindKind.PERSON else home.head_id
            row = replace(
                row,
                title=row.title or home.head_name,
                grid_name=home.grid_name,
                house_number=home.house_number,
                head_name=home.head_name,
                phone=phones.get(who),
            )
            if (row.household_id, who) in told:
                continue
            told.add((row.household_id, who))
        yield row


@dataclass(frozen=True, slots=True)
class _Home:
    grid_name: str
    house_number: str
    head_id: int | None
    head_name: str


def _homes(scope: Scope, ids: Collection[int]) -> dict[int, _Home]:
    """Grid, house number and head of few households; of one that has ended, the last head."""
    heads: dict[int, tuple[int, str]] = {}
    ended = and_(Headship.to_on.is_not(None), Headship.to_on < scope.today)
    for household_id, person_id, name in scope.session.execute(
        select(Headship.household_id, Person.id, Person.name)
        .join(Person, Person.id == Headship.person_id)
        .where(Headship.household_id.in_(ids))
        .order_by(ended, case((~ended, Headship.from_on)), Headship.from_on.desc(), Headship.id)
    ):
        heads.setdefault(household_id, (person_id, name))
    return {
        row.id: _Home(row.name, row.house_number, *heads.get(row.id, (None, "")))
        for row in scope.session.execute(
            select(Household.id, Household.house_number, Place.name)
            .join(Place, Place.id == Household.place_id)
            .where(Household.id.in_(ids))
        )
    }


def _phones(scope: Scope, ids: Collection[int | None]) -> dict[int | None, Sensitive | None]:
    wanted = [person_id for person_id in ids if person_id is not None]
    rows = scope.session.execute(select(Person.id, Person.phone).where(Person.id.in_(wanted)))
    return {row.id: phone_of(row.phone) for row in rows}
