"""From what a form says to the one command that does it."""

from collections.abc import Callable
from typing import Any, Final

from passbook_desk.features.household_changes.accounts import open_due_accounts
from passbook_desk.features.household_changes.commands import (
    deregister_person_with_book,
    found_with_book,
    hand_over,
    record_death_with_book,
    release_points,
    set_party_with_book,
)
from passbook_desk.features.household_changes.values import Changed, ReleasePoints
from passbook_desk.features.households.life.commands import (
    add_person,
    household_moves_out,
    household_returns,
    marry_in,
    marry_out,
    move_out,
    move_person,
    record_birth,
    return_person,
    tenant_in,
    tenant_out,
)
from passbook_desk.features.households.life.facts import (
    edit_household,
    edit_person,
    set_residence,
    set_scored,
    set_tag,
)
from passbook_desk.features.households.life.values import (
    Act,
    ActKind,
    AddHousehold,
    ChangeHead,
    EditHousehold,
    EditPerson,
    HouseholdAction,
    Lived,
    MovePerson,
    NewPerson,
    PersonArrives,
    PersonLeaves,
    SetParty,
    SetResidence,
    SetScored,
    SetTag,
)
from passbook_desk.features.households.places import PutHousehold, put_household
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.ui.pages.households.life_values import LifeDraft

Done = Lived | Changed
Doing = Callable[[Any], Done]

_COMING: Final = {
    ActKind.BIRTH: record_birth,
    ActKind.MARRIED_IN: marry_in,
    ActKind.PERSON_ADDED: add_person,
    ActKind.TENANT_IN: tenant_in,
    ActKind.PERSON_RETURNED: return_person,
}
_GOING: Final = {
    ActKind.DEATH: record_death_with_book,
    ActKind.MARRIED_OUT: marry_out,
    ActKind.PERSON_LEFT: move_out,
    ActKind.TENANT_OUT: tenant_out,
    ActKind.PERSON_DEREGISTERED: deregister_person_with_book,
}


def doing(draft: LifeDraft, key: LookupKey) -> Doing:
    """The command of a draft; repeating it changes nothing, its identity is the form's."""
    act = Act(draft.uid, draft.on, draft.reason)
    person_id = draft.person_id or 0
    if draft.kind in _COMING:
        come = _COMING[draft.kind]
        arrives = _arrival(draft, act)
        return lambda tx: come(tx, arrives, key)
    if draft.kind in _GOING:
        go = _GOING[draft.kind]
        leaves = PersonLeaves(act, person_id, draft.new_head_id, draft.relations)
        return lambda tx: go(tx, leaves)
    if draft.kind in _OF_PERSON:
        return _OF_PERSON[draft.kind](draft, act, person_id, key)
    return _OF_HOUSEHOLD[draft.kind](draft, act, key)


def _arrival(draft: LifeDraft, act: Act) -> PersonArrives:
    return PersonArrives(
        act,
        draft.household_id,
        draft.relation_code,
        person=draft.new_person if draft.comer_id is None else None,
        person_id=draft.comer_id,
        residence=draft.residence,
        new_head_id=draft.new_head_id,
    )


def _move(draft: LifeDraft, act: Act, person_id: int, _: LookupKey) -> Doing:
    moves = MovePerson(act, person_id, draft.to_id, draft.relation_code, new_head_id=draft.new_head_id)
    return lambda tx: move_person(tx, moves)


def _head(draft: LifeDraft, act: Act, person_id: int, _: LookupKey) -> Doing:
    change = ChangeHead(act, draft.household_id, person_id, draft.relations)
    return lambda tx: hand_over(tx, change)


def _edit_person(draft: LifeDraft, act: Act, person_id: int, key: LookupKey) -> Doing:
    said = draft.new_person or NewPerson("")
    edit = EditPerson(
        act,
        person_id,
        name=said.name,
        sex=said.sex,
        born_on=said.born_on,
        id_number=said.id_number,
        phone=said.phone,
        ethnic_group=said.ethnic_group,
        education=said.education,
        remark=said.remark,
        relation_code=draft.relation_code or None,
    )
    return lambda tx: edit_person(tx, edit, key)


def _residence(draft: LifeDraft, act: Act, person_id: int, _: LookupKey) -> Doing:
    return lambda tx: set_residence(tx, SetResidence(act, person_id, draft.residence))


def _party(draft: LifeDraft, act: Act, person_id: int, _: LookupKey) -> Doing:
    command = SetParty(act, person_id, draft.party, draft.way, draft.standing)
    return lambda tx: set_party_with_book(tx, command)


def _tag(draft: LifeDraft, act: Act, person_id: int, _: LookupKey) -> Doing:
    return lambda tx: set_tag(tx, SetTag(act, person_id, draft.tag, draft.tag_on))


def _found(draft: LifeDraft, act: Act, key: LookupKey) -> Doing:
    command = AddHousehold(
        act,
        draft.place_id,
        draft.new_person or NewPerson(""),
        code=draft.code or None,
        house_number=draft.house_number,
        address=draft.address,
        residence=draft.residence,
        scored=draft.scored,
    )
    return lambda tx: found_with_book(tx, command, key)


def _edit_household(draft: LifeDraft, act: Act, _: LookupKey) -> Doing:
    command = EditHousehold(act, draft.household_id, draft.house_number, draft.address, draft.remark or None)
    return lambda tx: edit_household(tx, command)


def _scored(draft: LifeDraft, act: Act, _: LookupKey) -> Doing:
    def do(tx: Any) -> Done:
        lived = set_scored(tx, SetScored(act, draft.household_id, draft.scored))
        if draft.scored:
            open_due_accounts(tx, (draft.household_id,))
        return lived

    return do


def _place(draft: LifeDraft, act: Act, _: LookupKey) -> Doing:
    return lambda tx: put_household(tx, PutHousehold(act, draft.household_id, draft.place_id))


def _move_out(draft: LifeDraft, act: Act, _: LookupKey) -> Doing:
    return lambda tx: household_moves_out(tx, HouseholdAction(act, draft.household_id))


def _return(draft: LifeDraft, act: Act, _: LookupKey) -> Doing:
    return lambda tx: household_returns(tx, HouseholdAction(act, draft.household_id))


def _release(draft: LifeDraft, act: Act, _: LookupKey) -> Doing:
    return lambda tx: release_points(tx, ReleasePoints(act, draft.account_id, draft.to_id))


_OF_PERSON: Final[dict[ActKind, Callable[[LifeDraft, Act, int, LookupKey], Doing]]] = {
    ActKind.PERSON_MOVED: _move,
    ActKind.HEAD_CHANGED: _head,
    ActKind.PERSON_EDITED: _edit_person,
    ActKind.RESIDENCE_SET: _residence,
    ActKind.PARTY_SET: _party,
    ActKind.TAG_SET: _tag,
}
_OF_HOUSEHOLD: Final[dict[ActKind, Callable[[LifeDraft, Act, LookupKey], Doing]]] = {
    ActKind.HOUSEHOLD_ADDED: _found,
    ActKind.HOUSEHOLD_EDITED: _edit_household,
    ActKind.SCORED_SET: _scored,
    ActKind.HOUSEHOLD_PLACED: _place,
    ActKind.HOUSEHOLD_LEFT: _move_out,
    ActKind.HOUSEHOLD_RETURNED: _return,
    ActKind.POINTS_RELEASED: _release,
}
