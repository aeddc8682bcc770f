"""households, household."""

from collections.abc import Sequence
from typing import Final

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.db.store import Scope
from passbook_desk.features.households.finding import find_households
from passbook_desk.features.households.life.history import history_of
from passbook_desk.features.households.life.values import StoryLine
from passbook_desk.features.households.queries import household_by_code, household_card, households
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import HouseholdCard, HouseholdRow, PersonRow
from passbook_desk.ui.kit.sentences import sentence_for, tell_code

_ABSENCES: Final = {"moved_out": "已迁出", "deregistered": "已注销", "merged": "已并入别户"}


def listed(context: Context) -> Answer:
    """The households of one grid or of all, or those that a text finds, the best first."""
    given = context.arguments
    with context.desk() as desk:
        rows = desk.ask(lambda scope: _wanted(scope, given.grid, given.find or "", desk.file.key))
    lines = [_line(row) for row in rows]
    total = f"共 {len(rows)} 户 {sum(row.members for row in rows)} 人"
    return Answer((*lines, total), [_household_json(row) for row in rows])


def _wanted(scope: Scope, grid: str | None, text: str, key: LookupKey) -> tuple[HouseholdRow, ...]:
    if text.strip():
        return find_households(scope, text, key, grid_code=grid)
    return households(scope, grid_code=grid)


def one(context: Context) -> Answer:
    """A household and its people, numbers masked; or the story of what happened to it."""
    given = context.arguments
    with context.desk() as desk:
        household = desk.ask(lambda scope: household_by_code(scope, given.code))
        if given.view == "history":
            return _story(household, desk.ask(lambda scope: history_of(scope, household.id)))
        return _card(desk.ask(lambda scope: household_card(scope, household.id)))


def _story(household: HouseholdRow, story: Sequence[StoryLine]) -> Answer:
    told = [_told(line) for line in story] or ["  还没有变更记录"]
    return Answer(
        (_line(household), *told),
        {
            "code": household.code,
            "head": household.head_name,
            "history": [
                {
                    "on": line.on.isoformat(),
                    "kind": line.kind.value,
                    "text": _sentence(line),
                    "reason": line.reason,
                    "by": line.handler,
                }
                for line in story
            ],
        },
    )


def _told(line: StoryLine) -> str:
    reason = f"原因：{line.reason}　" if line.reason else ""
    return f"  {_sentence(line)}　{reason}经手：{line.handler}"


def _sentence(line: StoryLine) -> str:
    """The act as this household saw it; the other one of a split, a merge or a move has its own words."""
    code = f"story.{line.kind.value}"
    if line.from_other and sentence_for(f"{code}.other") is not None:
        code = f"{code}.other"
    return tell_code(code, line.params())


def _card(card: HouseholdCard) -> Answer:
    people = [_person_json(person) for person in card.people]
    return Answer(
        (_line(card.household), *(_person_line(person) for person in card.people)),
        {**_household_json(card.household), "people": people},
    )


def _line(row: HouseholdRow) -> str:
    state = _ABSENCES.get(row.absence, "" if row.scored else "不计分")
    where = row.address or (f"{row.house_number}号" if row.house_number else "")
    facts = (row.code, row.grid_name, row.head_name, f"{row.members} 人", where, state)
    return "　".join(filter(None, facts))


def _household_json(row: HouseholdRow) -> dict[str, Json]:
    return {
        "code": row.code,
        "grid": row.grid_code,
        "grid_name": row.grid_name,
        "head": row.head_name,
        "members": row.members,
        "house_number": row.house_number,
        "address": row.address,
        "scored": row.scored,
        "absence": row.absence,
    }


def _person_line(person: PersonRow) -> str:
    facts = (
        "户主" if person.is_head else person.relation_word,
        person.sex,
        str(person.born_on or ""),
        "★党员" if person.party_kind else "",
        person.residence,
        str(person.id_number or ""),
        str(person.phone or ""),
    )
    return "　".join((f"  {person.name}", *filter(None, facts)))


def _person_json(person: PersonRow) -> dict[str, Json]:
    """`party` is full or probationary; numbers are masked, tags are not told."""
    return {
        "name": person.name,
        "sex": person.sex,
        "born_on": None if person.born_on is None else person.born_on.isoformat(),
        "relation": "户主" if person.is_head else person.relation_word,
        "head": person.is_head,
        "party": None if person.party_kind is None else person.party_kind.value,
        "residence": person.residence,
        "id_number": None if person.id_number is None else str(person.id_number),
        "phone": None if person.phone is None else str(person.phone),
    }
