"""due: what the village's calendar says today."""

from datetime import date
from itertools import groupby

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.features.rhythm import words
from passbook_desk.features.rhythm.queries import due_list
from passbook_desk.features.rhythm.values import DueItem, Param
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import policy


def due(context: Context) -> Answer:
    """Every line by group, named after the village's own rhythm; nothing due tells the next date."""
    now = context.clock.now()
    with context.desk() as desk:
        decided, items = desk.ask(lambda scope: (policy(scope), due_list(scope, now)))
    nothing = () if any(item.due for item in items) else (words.NOTHING,)
    return Answer((*nothing, *_lines(decided, items)), [_data(item) for item in items])


def _lines(decided: VillagePolicy, items: tuple[DueItem, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for group, members in groupby(items, key=lambda item: item.group):
        found.append(words.title(group, decided))
        found += [f"  {_mark(item)} {words.sentence(item)}" for item in members]
    return tuple(found)


def _mark(item: DueItem) -> str:
    if item.done:
        return "☑"
    return "☐" if item.due else "·"


def _data(item: DueItem) -> dict[str, Json]:
    return {
        "kind": item.kind.value,
        "group": item.group.value,
        "due": item.due,
        "done": item.done,
        "due_on": None if item.due_on is None else item.due_on.isoformat(),
        "days_left": item.days_left,
        "text": words.sentence(item),
        "params": {name: _param(value) for name, value in item.params.items()},
    }


def _param(value: Param) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
