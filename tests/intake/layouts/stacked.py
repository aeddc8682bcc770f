"""Draws sheets with several tables beneath each other, and tells where each person's fields are."""

import random
from dataclasses import dataclass, field

from intake.layouts.drawing import HOUSEHOLD_KEYS, VILLAGE, Sheet, title_of
from intake.layouts.people import Household, households
from intake.layouts.wording import FIRST, Wording
from passbook_desk.features.intake.reading import Merge, SheetRows, WorkbookRows

_FIELDS = ("sex", "ethnic", "birth", "relation", "phone", "party", "education", "house_number")
CHANGES = ("same", "swapped", "missing", "added", "shuffled")
LIST_WORDS = ("花名册", "居民信息登记表", "人口台账", "家庭成员情况一览表")


@dataclass(slots=True)
class Stacked:
    """A workbook of one sheet. `people` are in the sheet's order: row, and column and text of each field."""

    workbook: WorkbookRows
    people: list[tuple[int, dict[str, tuple[int, str]]]] = field(default_factory=list)
    grids: list[str] = field(default_factory=list)
    changes: tuple[str, ...] = ()


def draw_stacked(
    seed: int,
    changes: tuple[str, ...] = (),
    titled: str = "",
    totals: bool | None = None,
    words: Wording = FIRST,
) -> Stacked:
    """Two to four tables; by chance what is not given. `titled`: none, same, or other for each."""
    chance = random.Random(seed)
    changes = changes or tuple(chance.choice(CHANGES) for _ in range(chance.randrange(1, 4)))
    titled = titled or chance.choice(("none", "same", "other", "other"))
    totals = chance.random() < 0.5 if totals is None else totals
    sheet = Sheet()
    drawn = Stacked(WorkbookRows("", "", ()), changes=changes)
    first = ["name", "id", *(key for key in _FIELDS if chance.random() < 0.6)]
    if "relation" not in first:
        first.append("relation")
    chance.shuffle(first)
    first.insert(0, "seq")
    titles = {key: title_of(chance, words, key) for key in words.titles}
    gap = chance.randrange(3)
    keys = first
    for number, change in enumerate(("same", *changes)):
        keys = _changed(chance, keys if chance.random() < 0.5 else first, change)
        grid = f"第{'一二三四五'[number]}网格"
        if titled != "none":
            what = VILLAGE + (grid if titled == "other" else "")
            what += chance.choice(LIST_WORDS) if number else LIST_WORDS[0]
            line = sheet.put(
                (what,) if chance.random() < 0.7 else (what, *[None] * (len(keys) - 2), "2026年3月")
            )
            if chance.random() < 0.5:
                sheet.merges.append(Merge(line, line, 0, len(keys) - 2))
            if chance.random() < 0.3:
                sheet.put((f"单位：{VILLAGE}村民委员会", None, None, "日期：2026年3月1日"))
        sheet.put([titles[key] for key in keys])
        people = households(chance, grid, chance.randrange(1, 7))
        _put(sheet, drawn, keys, people, chance)
        drawn.grids += [grid] * sum(len(house.people) for house in people)
        if totals:
            sheet.put([chance.choice(("小计", "合计")), None, len(people)])
        sheet.next_row += gap
    drawn.workbook = WorkbookRows("0" * 64, "花名册.xlsx", (sheet.done("花名册"),))
    return drawn


def _changed(chance: random.Random, keys: list[str], change: str) -> list[str]:
    """The columns of the next table: never without name and ID."""
    found = list(keys)
    if change == "swapped":
        one, other = chance.sample(range(1, len(found)), 2)
        found[one], found[other] = found[other], found[one]
    elif change == "shuffled":
        rest = found[1:]
        while rest == found[1:]:
            chance.shuffle(rest)
        found[1:] = rest
    elif change == "missing":
        spare = [key for key in found if key not in ("seq", "name", "id", "relation")]
        if spare:
            found.remove(chance.choice(spare))
    elif change == "added":
        new = [key for key in (*_FIELDS, "address") if key not in found]
        if new:
            found.insert(chance.randrange(1, len(found) + 1), chance.choice(new))
    return found


def _put(
    sheet: Sheet, drawn: Stacked, keys: list[str], houses: list[Household], chance: random.Random
) -> None:
    order = 0
    for house in houses:
        for person in house.people:
            order += 1
            person.values["seq"] = order
            person.values["birth"] = person.born.strftime("%Y-%m-%d")
            cells = [
                None
                if key in HOUSEHOLD_KEYS[1:] and person is not house.people[0]
                else person.values.get(key)
                for key in keys
            ]
            if chance.random() < 0.1:
                cells[keys.index("id")] = None
            row = sheet.put(cells)
            drawn.people.append(
                (row, {key: (place, str(cells[place] or "")) for place, key in enumerate(keys)})
            )


def sheet_rows(drawn: Stacked) -> SheetRows:
    """The only sheet."""
    return drawn.workbook.sheets[0]
