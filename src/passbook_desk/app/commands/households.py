"""households, household."""

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.db.store import Scope
from passbook_desk.features.households.finding import find_households
from passbook_desk.features.households.queries import household_by_code, household_card, households
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import HouseholdCard, HouseholdRow, PersonRow


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
    """A household and its people, numbers masked."""
    code = context.arguments.code
    with context.desk() as desk:
        card = desk.ask(lambda scope: household_card(scope, household_by_code(scope, code).id))
    return _card(card)


def _card(card: HouseholdCard) -> Answer:
    people = [_person_json(person) for person in card.people]
    return Answer(
        (_line(card.household), *(_person_line(person) for person in card.people)),
        {**_household_json(card.household), "people": people},
    )


def _line(row: HouseholdRow) -> str:
    scored = "" if row.scored else "　不计分"
    where = row.address or (f"{row.house_number}号" if row.house_number else "")
    return f"{row.code}　{row.grid_name}　{row.head_name}　{row.members} 人　{where}{scored}".rstrip("　")


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
