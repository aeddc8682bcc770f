import secrets
from dataclasses import replace
from typing import Final

from passbook_desk.db.store import Tx
from passbook_desk.features.households.model import Household, Person, Place, ScoredSpan
from passbook_desk.features.households.roster.codes import use_numbers
from passbook_desk.features.households.roster.differences import (
    Writing,
    new_headship,
    new_membership,
    new_residence,
    new_standing,
    new_tag,
)
from passbook_desk.features.households.roster.known import known_people
from passbook_desk.features.households.roster.matching import MatchedHousehold, match_roster
from passbook_desk.features.households.roster.planning import ROSTER_BATCH, RosterPlan, differences, report_of
from passbook_desk.features.households.roster.values import Roster, RosterHousehold, RosterPerson
from passbook_desk.features.households.rules import GRID
from passbook_desk.features.households.secrets import set_id_number, set_phone
from passbook_desk.features.households.values import RosterReport
from passbook_desk.features.intake.commands import BatchHandle
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
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

_SALT_BYTES: Final = 16


def import_roster(tx: Tx, plan: RosterPlan, batch: BatchHandle, progress: Progress) -> RosterReport:
    """Write a planned roster into the file: new households and people, and what changed of the known ones.

    The roster is compared with the file again, in this transaction, so a plan may be as old as it likes.
    Dated rows begin today (`tx.today`), those they replace end the day before. Every new
    household is scored: which ones are not (空挂 for instance, domain §13 rule 19) is the village's decision
    and no roster's; whether a known household is scored is never touched. The caller opens the accounts and
    seals the batch. Raises Cancelled, with nothing written once the transaction is rolled back.
    """
    known = known_people(tx)
    matched = match_roster(known, plan.roster, plan.key, plan.choices.people)
    report = report_of(known, plan.roster, matched, plan.key, village(tx).code)
    writing = Writing(tx, batch, plan.key, known)
    changes = tuple(differences(known, plan.roster, matched, plan.key))
    _add_grids(writing, plan.roster)
    _add_households_and_people(writing, matched.households, progress)
    for household in matched.households:
        progress.check()
        _add_spans(writing, household)
    for difference in changes:
        difference.write(writing)
    use_numbers(tx, known.households)
    tx.touched.add(Topic.HOUSEHOLDS)
    return replace(report, applied=True, batch=batch.number)


def _add_grids(writing: Writing, roster: Roster) -> None:
    for code, name in roster.grids:
        if code not in writing.known.grids:
            place = Place(
                village_id=writing.tx.village_id,
                uid=new_uid(),
                parent_id=None,
                kind=GRID,
                code=code,
                name=name,
            )
            writing.add(place)
            writing.known.grids[code] = place
    writing.tx.session.flush()  # households refer to their grid by id


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
            writing.rows[id(said)] = person.row or _add_person(writing, said)
    writing.tx.session.flush()  # the dated rows refer to both by id
    progress.step(len(matched), len(matched))


def _add_household(writing: Writing, said: RosterHousehold) -> None:
    row = Household(
        village_id=writing.tx.village_id,
        uid=new_uid(),
        place_id=writing.known.grids[said.grid_code].id,
        code=said.code,
        house_number=said.house_number,
        address=said.address,
        remark="",
    )
    writing.add(row)
    writing.known.households[said.code] = row


def _add_person(writing: Writing, said: RosterPerson) -> Person:
    row = Person(
        village_id=writing.tx.village_id,
        uid=new_uid(),
        name=said.name,
        name_key=pinyin_key(said.name),
        name_initials=initials(said.name),
        sex=said.sex,
        born_on=said.born_on,
        ethnic_group=said.ethnic_group,
        education=said.education,
        remark=said.remark,
        salt=secrets.token_bytes(_SALT_BYTES),
    )
    set_id_number(row, said.id_number, writing.key)
    set_phone(row, said.phone, writing.key)
    writing.add(row)
    return row


def _add_spans(writing: Writing, matched: MatchedHousehold) -> None:
    """Dated rows of what is new; those of known people are written as differences."""
    household = matched.household
    row = writing.known.households[household.code]
    for person in matched.people:
        if person.row is None:
            _add_person_spans(writing, household, person.person)
    if matched.row is None:
        writing.add(new_headship(writing, row, household.head))
        writing.add(ScoredSpan(uid=new_uid(), household_id=row.id, from_on=writing.tx.today, to_on=None))


def _add_person_spans(writing: Writing, household: RosterHousehold, said: RosterPerson) -> None:
    row = writing.rows[id(said)]
    writing.add(new_membership(writing, household, said))
    if said.party is not None:
        writing.add(new_standing(writing, row, said.party))
    if said.residence:
        writing.add(new_residence(writing, row, said.residence))
    for word in said.tags or ():
        writing.add(new_tag(writing, row, word))
