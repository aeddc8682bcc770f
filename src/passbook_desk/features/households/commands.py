from dataclasses import replace
from typing import Final

from passbook_desk.db.store import Tx
from passbook_desk.features.households.model import Household, Person, Place, ScoredSpan
from passbook_desk.features.households.roster.codes import use_numbers
from passbook_desk.features.households.roster.deeds import Deed, record_deeds_of_roster
from passbook_desk.features.households.roster.differences import (
    Writing,
    add_headship,
    add_membership,
    add_residence,
    add_standing,
    add_tag,
)
from passbook_desk.features.households.roster.known import Known, known_people
from passbook_desk.features.households.roster.matching import Matched, MatchedHousehold, match_roster
from passbook_desk.features.households.roster.planning import ROSTER_BATCH, RosterPlan, differences, report_of
from passbook_desk.features.households.roster.respecting import respect_life
from passbook_desk.features.households.roster.values import Roster, RosterHousehold, RosterPerson
from passbook_desk.features.households.rules import GRID
from passbook_desk.features.households.secrets import id_number_columns, new_salt, phone_columns
from passbook_desk.features.households.values import RosterReport
from passbook_desk.features.intake.commands import BatchHandle
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.jobs import Progress
from passbook_desk.kernel.search import initials, pinyin_key

__all__ = ["PARTS", "ROSTER_BATCH", "import_roster"]

PARTS: Final = frozenset(
    {
        ("membership", "household_id"),
        ("membership", "person_id"),
        ("headship", "household_id"),
        ("scored_span", "household_id"),
        ("party_status", "person_id"),
        ("residence_span", "person_id"),
        ("person_tag", "person_id"),
    }
)
"""Rows that stay where their household or person stays when an import is undone (UndoRules.parts)."""


def import_roster(tx: Tx, plan: RosterPlan, batch: BatchHandle, progress: Progress) -> RosterReport:
    """Write a planned roster into the file: new households and people, and what changed of the known ones.

    The roster is compared with the file again, in this transaction, so a plan may be as old as it likes.
    Dated rows begin today (`tx.today`), those they replace end the day before. Every new
    household is scored: which ones are not (空挂 for instance, domain §13 rule 19) is the village's decision
    and no roster's; whether a known household is scored is never touched. The caller opens the accounts and
    seals the batch. Where the clerk took the roster's word against what acts recorded, an act of today is
    recorded first; it stays when the import is undone. Raises Cancelled, with nothing written once the
    transaction is rolled back.
    """
    known = known_people(tx)
    matched, deeds = _matched(known, plan)
    report = report_of(known, plan.roster, matched, plan.key, village(tx).code)
    if deeds:
        record_deeds_of_roster(tx, deeds, plan.key)
        known = known_people(tx)
        matched, _ = _matched(known, plan)
    writing = Writing.beginning(tx, batch, plan.key, known)
    changes = tuple(differences(known, plan.roster, matched, plan.key))
    _add_grids(writing, plan.roster)
    _add_households_and_people(writing, matched.households, progress)
    for household in matched.households:
        progress.check()
        _add_spans(writing, household)
    for difference in changes:
        difference.write(writing)
    writing.finish()
    use_numbers(tx, writing.households)
    tx.touched.add(Topic.HOUSEHOLDS)
    return replace(report, applied=True, batch=batch.number)


def _matched(known: Known, plan: RosterPlan) -> tuple[Matched, tuple[Deed, ...]]:
    matched = match_roster(known, plan.roster, plan.key, plan.choices.people)
    return respect_life(known, plan.roster, matched, plan.key, plan.choices.accepted)


def _add_grids(writing: Writing, roster: Roster) -> None:
    for code, name in roster.grids:
        if code not in writing.grids:
            writing.grids[code] = writing.add(
                Place,
                village_id=writing.tx.village_id,
                parent_id=None,
                kind=GRID,
                code=code,
                name=name,
            )


def _add_households_and_people(
    writing: Writing, matched: tuple[MatchedHousehold, ...], progress: Progress
) -> None:
    for done, household in enumerate(matched):
        progress.check()
        progress.step(done, len(matched))
        if household.row is None:
            _add_household(writing, household.household)
        for person in household.people:
            said = person.person
            writing.people[id(said)] = person.row.id if person.row else _add_person(writing, said)
    progress.step(len(matched), len(matched))


def _add_household(writing: Writing, said: RosterHousehold) -> None:
    writing.households[said.code] = writing.add(
        Household,
        village_id=writing.tx.village_id,
        place_id=writing.grids[said.grid_code],
        code=said.code,
        house_number=said.house_number,
        address=said.address,
        remark="",
    )


def _add_person(writing: Writing, said: RosterPerson) -> int:
    return writing.add(
        Person,
        village_id=writing.tx.village_id,
        name=said.name,
        name_key=pinyin_key(said.name),
        name_initials=initials(said.name),
        sex=said.sex,
        born_on=said.born_on,
        ethnic_group=said.ethnic_group,
        education=said.education,
        remark=said.remark,
        salt=new_salt(),
        **id_number_columns(said.id_number, writing.key),
        **phone_columns(said.phone, writing.key),
    )


def _add_spans(writing: Writing, matched: MatchedHousehold) -> None:
    """Dated rows of what is new; those of known people are written as differences."""
    household = matched.household
    for position, person in enumerate(matched.people, 1):
        if person.row is None:
            _add_person_spans(writing, household, person.person, position)
    if matched.row is None:
        home = writing.households[household.code]
        add_headship(writing, home, household.head)
        writing.add_span(ScoredSpan, household_id=home)


def _add_person_spans(
    writing: Writing, household: RosterHousehold, said: RosterPerson, position: int
) -> None:
    person_id = writing.people[id(said)]
    add_membership(writing, household, said, position, said.relation_code, said.relation_word)
    if said.party is not None:
        add_standing(writing, person_id, said.party)
    if said.residence:
        add_residence(writing, person_id, said.residence)
    for word in said.tags or ():
        add_tag(writing, person_id, word)
