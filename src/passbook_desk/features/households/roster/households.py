"""Households out of the rows of a roster: one head each, relations to it, and doubts (pure rules)."""

from collections.abc import Sequence
from dataclasses import replace

from passbook_desk.features.households.life.relation_change import Kin, relations_after
from passbook_desk.features.households.relations import (
    HEAD,
    UNKNOWN,
    ambiguous_code,
    code_by_sex,
    is_ambiguous,
)
from passbook_desk.features.households.roster.cells import check, must_fix
from passbook_desk.features.households.roster.entries import Entry, Reading
from passbook_desk.features.households.roster.grouping import Group
from passbook_desk.features.households.roster.values import RosterHousehold, RosterPerson
from passbook_desk.features.households.roster.words import EMPTY


def household_of(reading: Reading, group: Group, only_heads: bool) -> tuple[RosterHousehold | None, bool]:
    """A household from its rows, and whether it goes in; None when nobody alive is left in it.

    Where its head is not certain it is held back, and a finding tells why.
    """
    living = [entry for entry in group.entries if not entry.deceased]
    present = [entry for entry in living if not entry.left_out]
    _note_residence(reading, group)
    if only_heads:
        head: Entry | None = group.first
    else:
        head = _head_of(reading, group)
    head = _living_head(reading, group, head, present)
    _note_deceased(reading, group)
    if head is not None and head.left_out:
        params = {"code": group.label, "name": head.name}
        reading.about(head, _head_key(head), must_fix("head_left_out", **params))
        head = None
    if not present:
        return None, False
    people = _people(reading, group, present, head)
    _note_population(reading, group, len(present), only_heads)
    return (
        RosterHousehold(
            code=group.code,
            grid_code=group.grid_code,
            house_number=group.house_number,
            address=group.address,
            people=tuple(people),
            population=next((one.population for one in group.entries if one.population is not None), None),
            heads_only=only_heads,
        ),
        head is not None,
    )


def _head_key(entry: Entry) -> str:
    """The column that tells who heads: the heads' own, else the relation's."""
    return "head" if "head" in entry.table.columns else "relation"


def _head_of(reading: Reading, group: Group) -> Entry | None:
    """The one row that heads the household by both columns, head's name and relation (must_fix otherwise)."""
    entries = group.entries
    related = [entry for entry in entries if entry.is_called_head]
    written = list(dict.fromkeys(entry.head_name for entry in entries if entry.head_name))
    if written and all(len(name) < 2 for name in written):
        written = []  # 是 or √ in a column of heads names nobody
    if not related and not written:
        reading.about(group.first, _head_key(group.first), must_fix("no_head", code=group.label))
        return None
    named = [entry for entry in entries if entry.name in written]
    unlisted = [name for name in written if all(entry.name != name for entry in entries)]
    if unlisted:
        entry = next(entry for entry in entries if entry.head_name == unlisted[0])
        note = must_fix("head_not_listed", code=group.label, name=unlisted[0])
        reading.note(entry.table, entry.row, "head", [note])
        return None
    if len(related) == 1 and all(entry.name == related[0].name for entry in named):
        return related[0]
    candidates = list({id(entry): entry for entry in (*related, *named)}.values())
    if len(candidates) > 1:
        second = sorted(candidates, key=entries.index)[1]
        key = "relation" if second.is_called_head else "head"
        first = next(entry for entry in candidates if entry is not second)
        params = {"code": group.label, "name": first.name, "other_name": second.name}
        reading.about(second, key, must_fix("two_heads", **params))
        return None
    return candidates[0]


def _living_head(
    reading: Reading, group: Group, head: Entry | None, present: Sequence[Entry]
) -> Entry | None:
    """The head, or who follows one that has died: husband or wife, else the eldest who is grown up."""
    if head is None or not head.deceased:
        return head
    follower = _follower(reading, present)
    params = {"code": group.label, "head": follower.name if follower else ""}
    reading.about(head, head.deceased, check("head_deceased", **params))
    if follower is not None:
        _relate_to(follower, head, present)
    return follower


def _follower(reading: Reading, present: Sequence[Entry]) -> Entry | None:
    spouse = next((entry for entry in present if entry.relation.code.startswith("1")), None)
    if spouse is not None or not present:
        return spouse
    born = [entry for entry in present if entry.person.born_on is not None]
    grown = [entry for entry in born if entry.person.born_on and _age(reading, entry) >= _GROWN_UP]
    return min(grown or born or present, key=lambda entry: entry.person.born_on or reading.today)


_GROWN_UP = 18


def _age(reading: Reading, entry: Entry) -> int:
    born = entry.person.born_on
    return 0 if born is None else reading.today.year - born.year


def _relate_to(follower: Entry, dead: Entry, present: Sequence[Entry]) -> None:
    """Relations follow the new head (domain §13 rule 20); what does not follow keeps its word, uncoded."""
    members = [
        Kin(key, entry.relation.code, entry.person.sex, entry.person.born_on)
        for key, entry in enumerate(present)
    ]
    old = Kin(-1, HEAD, dead.person.sex, dead.person.born_on)
    found = relations_after(members, old, present.index(follower))
    for key, entry in enumerate(present):
        relation = found.get(key)
        if relation is None or entry is follower:
            continue
        code, word = (relation.code, relation.word) if relation.sure else (UNKNOWN, entry.relation.word)
        entry.person = replace(entry.person, relation_code=code, relation_word=word)


def _note_deceased(reading: Reading, group: Group) -> None:
    """Who has died is not counted and not imported; of a head that was said already."""
    told = (
        {(finding.sheet, finding.row) for finding in reading.findings if finding.kind == "head_deceased"}
        if any(entry.deceased for entry in group.entries)
        else set()
    )
    for entry in group.entries:
        if entry.deceased and entry.person.place not in told:
            reading.about(entry, entry.deceased, check("deceased_member"))


def _note_residence(reading: Reading, group: Group) -> None:
    """空挂 is said of the household once; 人户分离 of each person."""
    empty = next((entry for entry in group.entries if entry.empty_said), None)
    if empty is not None:
        reading.about(empty, empty.empty_said, check("empty_household", code=group.label))
        heads = [entry for entry in group.entries if entry.empty_said and _is_first_or_head(group, entry)]
        if heads:
            for entry in group.entries:
                if not entry.person.residence:
                    entry.person = replace(entry.person, residence=EMPTY)
    for entry in group.entries:
        if entry.split_said and not entry.deceased:
            reading.about(entry, entry.split_said, check("split_residence"))


def _is_first_or_head(group: Group, entry: Entry) -> bool:
    return entry is group.first or entry.is_called_head


def _note_population(reading: Reading, group: Group, people: int, only_heads: bool) -> None:
    """A sheet that lists people and counts them too should agree with itself."""
    if only_heads:
        return
    for entry in group.entries:
        if entry.population is not None and entry.population != people:
            params = {"code": group.label, "written": str(entry.population), "counted": str(people)}
            reading.about(entry, "population", check("population_differs", **params))
            return


def _people(
    reading: Reading, group: Group, present: Sequence[Entry], head: Entry | None
) -> list[RosterPerson]:
    return [
        _as_head(entry.person)
        if entry is head
        else _with_relation(reading, entry, head, may_be_head=head is None and entry is group.first)
        for entry in present
    ]


def _as_head(person: RosterPerson) -> RosterPerson:
    word = person.relation_word if person.relation_code == HEAD else "户主"
    return replace(person, is_head=True, relation_code=HEAD, relation_word=word)


def _with_relation(reading: Reading, entry: Entry, head: Entry | None, may_be_head: bool) -> RosterPerson:
    person, word = entry.person, entry.relation.word
    if not word and not may_be_head and "relation" in entry.table.columns:
        if entry.row.part == 0 or entry.table.column("relation", entry.row) is not None:
            reading.about(entry, "relation", check("relation_missing"))
    elif is_ambiguous(word):
        chosen = ambiguous_code(
            word,
            person.sex,
            person.born_on,
            head.person.sex if head else "",
            head.person.born_on if head else None,
        )
        reading.about(entry, "relation", check("relation_ambiguous", text=word, code=chosen))
        return replace(person, relation_code=chosen)
    code = code_by_sex(word, person.relation_code, person.sex)
    return person if code == person.relation_code else replace(person, relation_code=code)
