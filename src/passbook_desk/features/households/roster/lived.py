"""What acts of life recorded in the program, as a roster is compared with it (domain §13 rule 20).

A roster says how things were when it was written, and it does not say when that was. So whatever an act
recorded stands against any roster that says otherwise, until the clerk takes the roster's word.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.life.values import ActKind
from passbook_desk.features.households.life.writing import ONE_DAY
from passbook_desk.features.households.model import AbsenceSpan, Household, HouseholdAct, Membership

_GONE: Final = frozenset(
    {
        ActKind.DEATH,
        ActKind.MARRIED_OUT,
        ActKind.PERSON_LEFT,
        ActKind.TENANT_OUT,
        ActKind.PERSON_DEREGISTERED,
    }
)
"""Acts by which a person leaves a household and belongs to none."""
_WITHIN: Final = frozenset({ActKind.PERSON_MOVED, ActKind.MARRIED_IN})
"""Acts by which a person may come from another household of the village."""
_TOGETHER: Final = frozenset({ActKind.SPLIT, ActKind.MERGED})
"""Acts by which several go from one household to another; whom they took is told by their dated rows."""
_CAME: Final = frozenset(
    {
        *_WITHIN,
        ActKind.HOUSEHOLD_ADDED,
        ActKind.PERSON_ADDED,
        ActKind.BIRTH,
        ActKind.TENANT_IN,
        ActKind.PERSON_RETURNED,
    }
)
_OF_HEADS: Final = frozenset({*_GONE, *_WITHIN, *_TOGETHER, ActKind.HEAD_CHANGED, ActKind.HOUSEHOLD_ADDED})
_FIELDS: Final = {
    "id_number": "id",
    "born_on": "birth",
    "ethnic_group": "ethnic",
}
"""Fields of the story that a roster calls otherwise."""
_DETAILED: Final = frozenset(
    {ActKind.PERSON_EDITED, ActKind.HOUSEHOLD_EDITED, ActKind.TAG_SET, ActKind.HOUSEHOLD_PLACED}
)
_SET: Final = {
    ActKind.RESIDENCE_SET: "residence",
    ActKind.PARTY_SET: "party",
    ActKind.TAG_SET: "tags",
}
TAGS: Final = "tags"


@dataclass(frozen=True, slots=True)
class Told:
    """An act as far as a roster is concerned: its kind, its day, and the code of the household gone to."""

    kind: ActKind
    on: date
    to: str = ""


@dataclass(slots=True)
class Lived:
    """What acts recorded of people and households, each by the latest act that concerns it.

    `left`: how a person left a household he is not in now, `came`: how he came into the one he is in, both by
    person and household. `heads`: the act by which the present head became it. `people` and `homes`: facts
    that were set by hand, by the key of the roster's field. `names`: what people were called before.
    `absent`: households that are not in the village. `tags`: by person, the tags that acts gave or took.
    """

    left: dict[tuple[int, int], Told] = field(default_factory=dict)
    came: dict[tuple[int, int], Told] = field(default_factory=dict)
    heads: dict[int, Told] = field(default_factory=dict)
    people: dict[int, dict[str, Told]] = field(default_factory=lambda: defaultdict(dict))
    homes: dict[int, dict[str, Told]] = field(default_factory=lambda: defaultdict(dict))
    names: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    absent: dict[int, Told] = field(default_factory=dict)
    tags: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    grids: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The names of the grids that acts put a household into, in their order."""
    former: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Who left a household by an act and is not in it now, by household."""
    homes_left: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The same by person."""


def what_was_lived(
    scope: Scope, codes: dict[int, str], homes: dict[int, int], head_since: dict[int, date]
) -> Lived:
    """Read the acts. `codes` of households by id, `homes` of people today, `head_since` by household."""
    lived = Lived()
    acts = list(
        scope.session.scalars(
            select(HouseholdAct)
            .where(HouseholdAct.village_id == scope.village_id)
            .order_by(HouseholdAct.occurred_on, HouseholdAct.id)
        )
    )
    if not acts:
        return lived
    for act in acts:
        _read(lived, act, codes, homes, head_since)
    _read_together(scope, lived, acts, codes, homes)
    _read_absences(scope, lived, acts, codes)
    return lived


def _read(
    lived: Lived,
    act: HouseholdAct,
    codes: dict[int, str],
    homes: dict[int, int],
    head_since: dict[int, date],
) -> None:
    kind = ActKind(act.kind)
    told = Told(kind, act.occurred_on, codes.get(act.household_id, ""))
    if act.person_id is not None:
        _read_person(lived, act, told, act.person_id, homes.get(act.person_id))
    if kind in _OF_HEADS:
        for home in (act.household_id, act.other_id):
            if home is not None and head_since.get(home) == act.occurred_on:
                lived.heads[home] = told
    if kind in _DETAILED:
        _read_detail(lived, act, told)


def _read_person(lived: Lived, act: HouseholdAct, told: Told, person: int, here: int | None) -> None:
    if told.kind in _GONE:
        _leaves(lived, person, act.household_id, here, Told(told.kind, told.on))
        if told.kind is ActKind.PERSON_DEREGISTERED:
            lived.people[person]["party"] = told
    elif told.kind in _CAME:
        if here == act.household_id:
            lived.came[person, act.household_id] = told
        if act.other_id is not None:
            _leaves(lived, person, act.other_id, here, told)
    elif told.kind in _SET:
        lived.people[person][_SET[told.kind]] = told


def _read_detail(lived: Lived, act: HouseholdAct, told: Told) -> None:
    detail = json.loads(act.detail)
    if told.kind is ActKind.TAG_SET:
        if act.person_id is not None:
            lived.tags[act.person_id].add(str(detail.get("tag", "")))
        return
    if told.kind is ActKind.HOUSEHOLD_PLACED:
        before, now = lived.grids[act.household_id], str(detail.get("grid", ""))
        lived.grids[act.household_id] = [*before, now]
        lived.homes[act.household_id]["grid_code"] = told
        return
    for name in str(detail.get("fields", "")).split():
        key = _FIELDS.get(name, name)
        if act.person_id is None:
            lived.homes[act.household_id][key] = told
            continue
        lived.people[act.person_id][key] = told
        if name == "name":
            lived.names[str(detail.get("name.old", ""))].add(act.person_id)


def _leaves(lived: Lived, person: int, home: int, here: int | None, told: Told) -> None:
    if home != here:
        lived.left[person, home] = told
        lived.former[home].add(person)
        lived.homes_left[person].add(home)


def _read_together(
    scope: Scope, lived: Lived, acts: Iterable[HouseholdAct], codes: dict[int, str], homes: dict[int, int]
) -> None:
    """Whom a split or merge took: their rows in the one end, those in the other begin, on its day."""
    together = [act for act in acts if ActKind(act.kind) in _TOGETHER and act.other_id is not None]
    if not together:
        return
    involved = {home for act in together for home in (act.household_id, act.other_id)}
    ended: dict[tuple[int, date], set[int]] = defaultdict(set)
    begun: dict[tuple[int, date], set[int]] = defaultdict(set)
    rows = scope.session.execute(
        select(Membership.household_id, Membership.person_id, Membership.from_on, Membership.to_on).where(
            Membership.household_id.in_(sorted(home for home in involved if home is not None))
        )
    )
    for home, person, from_on, to_on in rows:
        begun[home, from_on].add(person)
        if to_on is not None:
            ended[home, to_on + ONE_DAY].add(person)
    for act in together:
        assert act.other_id is not None
        told = Told(ActKind(act.kind), act.occurred_on, codes.get(act.other_id, ""))
        for person in ended[act.household_id, told.on] & begun[act.other_id, told.on]:
            here = homes.get(person)
            _leaves(lived, person, act.household_id, here, told)
            if here == act.other_id:
                lived.came[person, here] = told


_ABSENT: Final = {
    "moved_out": ActKind.HOUSEHOLD_LEFT,
    "merged": ActKind.MERGED,
    "deregistered": ActKind.DEREGISTERED,
}


def _read_absences(scope: Scope, lived: Lived, acts: Iterable[HouseholdAct], codes: dict[int, str]) -> None:
    into = {act.household_id: act.other_id for act in acts if act.kind == ActKind.MERGED}
    rows = scope.session.scalars(
        select(AbsenceSpan)
        .join(Household, Household.id == AbsenceSpan.household_id)
        .where(Household.village_id == scope.village_id, AbsenceSpan.to_on.is_(None))
    )
    for row in rows:
        to = into.get(row.household_id) if row.kind == "merged" else None
        lived.absent[row.household_id] = Told(_ABSENT[row.kind], row.from_on, codes.get(to or 0, ""))
