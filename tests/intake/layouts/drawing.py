"""Draws rosters as some clerk might keep them, by chance, with what a right reader finds in each."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from intake.layouts.people import Household, Person, households
from intake.layouts.wording import FIRST, Wording
from passbook_desk.features.intake.reading import (
    EMPTY_CELL,
    CellKind,
    CellValue,
    Merge,
    RowCells,
    SheetRows,
    WorkbookRows,
)

VILLAGE = "清泉村"
HOUSEHOLD_KEYS = ("seq", "grid_name", "household", "head", "address", "house_number")
PERSON_KEYS = (
    "sex",
    "ethnic",
    "birth",
    "relation",
    "phone",
    "party",
    "education",
    "tags",
    "residence",
    "remark",
)
NOTHING = ""
"""A column left empty at the sheet's edge."""
USUAL = (
    "seq",
    "grid_name",
    "household",
    "house_number",
    "head",
    "name",
    "relation",
    "sex",
    "ethnic",
    "id",
    "birth",
)


@dataclass(slots=True)
class Truth:
    """What is right for one sheet: columns by field, header rows, and everybody by row with name and ID."""

    columns: dict[str, int] = field(default_factory=dict)
    header_rows: tuple[int, ...] = ()
    people: list[tuple[int, str, str]] = field(default_factory=list)
    is_roster: bool = True


@dataclass(slots=True)
class Drawn:
    """A workbook, what is right for each of its sheets, and the name of its layout."""

    layout: str
    workbook: WorkbookRows
    truths: dict[str, Truth]


@dataclass(slots=True)
class Sheet:
    """A sheet being filled from top to bottom."""

    rows: list[tuple[int, list[object]]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    next_row: int = 1

    def put(self, cells: Sequence[object]) -> int:
        number = self.next_row
        self.rows.append((number, list(cells)))
        self.next_row += 1
        return number

    def done(self, name: str) -> SheetRows:
        rows = []
        for number, values in self.rows:
            cells = [_cell(value) for value in values]
            while cells and cells[-1].kind is CellKind.EMPTY:
                cells.pop()
            if cells:
                rows.append(RowCells(number, tuple(cells)))
        return SheetRows(name, tuple(rows), tuple(self.merges))


def _cell(value: object) -> CellValue:
    if value is None or value == "":
        return EMPTY_CELL
    if isinstance(value, int | float):
        return CellValue(CellKind.NUMBER, str(value))
    return CellValue(CellKind.TEXT, str(value))


def draw(seed: int, words: Wording = FIRST) -> Drawn:
    """The layout of a seed; the same seed gives the same workbook."""
    chance = random.Random(seed)
    kinds: tuple[tuple[str, Callable[[random.Random, Wording], Drawn], int], ...] = (
        ("每人一行", _long_book, 11),
        ("每网格一表", _grids_book, 4),
        ("成员向右排", _wide_book, 4),
        ("左右两栏", _panels_book, 2),
        ("每户一行", _heads_book, 2),
        ("没有表头", _bare_book, 1),
    )
    name, maker, _ = chance.choices(kinds, [weight for *_, weight in kinds])[0]
    drawn = maker(chance, words)
    drawn.layout = name
    return drawn


def _book(sheets: Sequence[tuple[SheetRows, Truth]]) -> Drawn:
    return Drawn(
        "",
        WorkbookRows("0" * 64, "花名册.xlsx", tuple(sheet for sheet, _ in sheets)),
        {sheet.name: truth for sheet, truth in sheets},
    )


def _long_book(chance: random.Random, words: Wording) -> Drawn:
    return _book([_long_sheet(chance, words, "Sheet1", _some_grid(chance))])


def _grids_book(chance: random.Random, words: Wording) -> Drawn:
    names = chance.choice((("一组", "二组", "三组"), ("1网格", "2网格", "3网格"), ("东片", "西片", "南片")))
    sheets = [_long_sheet(chance, words, name, name) for name in names]
    sheets.append((_workers_sheet(names), Truth(is_roster=False)))
    sheets.append((_figures_sheet(names), Truth(is_roster=False)))
    return _book(sheets)


def _workers_sheet(names: Sequence[str]) -> SheetRows:
    sheet = Sheet()
    sheet.put(("网格", "网格员", "联系电话"))
    for number, name in enumerate(names):
        sheet.put((name, ("王建国", "李秀英", "张海波")[number], f"1390000000{number}"))
    return sheet.done("人员安排")


def _figures_sheet(names: Sequence[str]) -> SheetRows:
    sheet = Sheet()
    sheet.put((f"{VILLAGE}人口汇总",))
    sheet.put(("组别", "户数", "人口", "党员", "低保"))
    for number, name in enumerate(names):
        sheet.put((name, 40 + number, 130 + number, 5, 3))
    sheet.put(("合计", 123, 393, 15, 9))
    return sheet.done("汇总")


def _some_grid(chance: random.Random) -> str:
    return chance.choice(("第一网格", "三组", "2组", "第5网格", "村南组"))


def title_of(chance: random.Random, words: Wording, key: str) -> str:
    """A title of a field, sometimes decorated the way people do."""
    title = chance.choice(words.titles[key])
    if len(title) == 2 and chance.random() < 0.15:
        title = title[0] + chance.choice((" ", "　", "\n", "  ")) + title[1]
    if chance.random() < 0.06:
        title += chance.choice(("：", "*", " ", "（必填）"))
    return title


def _chosen_fields(chance: random.Random) -> list[str]:
    keys = ["name", "id"]
    keys += [key for key in PERSON_KEYS if chance.random() < 0.65]
    keys += [key for key in HOUSEHOLD_KEYS if chance.random() < 0.55]
    if "relation" not in keys and "head" not in keys and "household" not in keys:
        keys.append(chance.choice(("relation", "head")))
    if "address" in keys and "house_number" in keys and chance.random() < 0.7:
        keys.remove("house_number")
    rank = {key: place for place, key in enumerate((*USUAL, "phone", "address", "party", "education"))}
    keys.sort(key=lambda key: rank.get(key, 50))
    if chance.random() < 0.3:
        chance.shuffle(keys)
    else:
        for _ in range(chance.randrange(4)):
            one = chance.randrange(len(keys) - 1)
            keys[one], keys[one + 1] = keys[one + 1], keys[one]
    return keys


def _long_sheet(chance: random.Random, words: Wording, name: str, grid: str) -> tuple[SheetRows, Truth]:
    keys: list[str] = _chosen_fields(chance)
    for decoy in chance.sample(sorted(words.decoys), chance.randrange(7)):
        keys.insert(chance.randrange(len(keys) + 1), decoy)
    if chance.random() < 0.1:
        keys = [NOTHING] * chance.randrange(1, 3) + keys
    if "head" in keys and "phone" in keys and chance.random() < 0.2:
        keys.append(chance.choice(tuple(words.beyond)))
    sheet, truth = Sheet(), Truth()
    truth.columns = {key: place for place, key in enumerate(keys) if key in words.titles}
    _put_top(chance, words, sheet, len(keys))
    titles = [title_of(chance, words, key) if key in words.titles else key for key in keys]
    if chance.random() < 0.1:
        titles[keys.index("id")] = chance.choice(words.vague_ids)
    truth.header_rows = _put_header(chance, words, sheet, keys, titles)
    _put_people(chance, words, sheet, truth, keys, titles, households(chance, grid, chance.randrange(12, 30)))
    if chance.random() < 0.5:
        sheet.put([chance.choice(words.totals), *[None] * 2, 35])
    if chance.random() < 0.4:
        sheet.next_row += chance.randrange(2)
        sheet.put((chance.choice(words.remarks),))
    return sheet.done(name), truth


def _put_top(chance: random.Random, words: Wording, sheet: Sheet, width: int) -> None:
    if chance.random() < 0.15:
        sheet.next_row += 1
    if chance.random() < 0.75:
        number = sheet.put((chance.choice(words.captions).format(village=VILLAGE),))
        sheet.merges.append(Merge(number, number, 0, width - 1))
        if chance.random() < 0.5:
            number = sheet.put((chance.choice(words.unit_lines).format(village=VILLAGE),))
            if chance.random() < 0.5:
                sheet.merges.append(Merge(number, number, 0, width - 1))


def _put_header(
    chance: random.Random, words: Wording, sheet: Sheet, keys: Sequence[str], titles: Sequence[str | None]
) -> tuple[int, ...]:
    """One line, or two: a group above neighbouring columns, the others merged over both lines."""
    own = [place for place, key in enumerate(keys) if key and key not in HOUSEHOLD_KEYS]
    runs = [place for place in own if place + 1 in own]
    if chance.random() > 0.35 or not runs:
        return _broken_header(sheet, keys, titles) if chance.random() < 0.08 else (sheet.put(titles),)
    start = chance.choice(runs)
    end = start
    while end + 1 in own and end - start < 6:
        end += 1
    upper: list[object] = [None if start <= place <= end else title for place, title in enumerate(titles)]
    upper[start] = chance.choice(words.peoples if chance.random() < 0.8 else words.houses)
    lower = [title if start <= place <= end else None for place, title in enumerate(titles)]
    first = sheet.put(upper)
    second = sheet.put(lower)
    sheet.merges.append(Merge(first, first, start, end))
    sheet.merges += [
        Merge(first, second, place, place) for place in range(len(keys)) if not start <= place <= end
    ]
    if chance.random() < 0.15:
        sheet.merges = [merge for merge in sheet.merges if merge.first_row < first]  # as in a CSV
    return (first, second)


def _broken_header(sheet: Sheet, keys: Sequence[str], titles: Sequence[str | None]) -> tuple[int, ...]:
    """A long title typed into two cells, one beneath the other: 与户主 and 关系."""
    broken = {
        "与户主关系": 3,
        "与户主\n关系": 4,
        "身份证号码": 3,
        "公民身份号码": 2,
        "出生年月": 2,
        "政治面貌": 2,
    }
    lower: list[object] = [None] * len(keys)
    upper: list[object] = list(titles)
    for place, title in enumerate(titles):
        if title in broken:
            upper[place], lower[place] = title[: broken[title]].strip(), title[broken[title] :]
    if not any(lower):
        return (sheet.put(titles),)
    return (sheet.put(upper), sheet.put(lower))


def _spoilt_id(chance: random.Random, number: str) -> object:
    """An ID as clerks have them: with spaces, too short, without its last digits, or not at all."""
    return chance.choice(
        (
            f"{number[:6]} {number[6:14]} {number[14:]}",
            number[:-1],
            number.lower(),
            number[:15] + "000",
            f"{number[:6]}{number[8:17]}",
            f"{number}　",
            None,
        )
    )


def _put_people(
    chance: random.Random,
    words: Wording,
    sheet: Sheet,
    truth: Truth,
    keys: Sequence[str],
    titles: Sequence[str | None],
    houses: Sequence[Household],
) -> None:
    style = chance.choice(("every row", "first row", "merged"))
    dates = chance.choice(("%Y-%m-%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月", "%Y/%m/%d", "%Y.%m"))
    pages = chance.random() < 0.2
    blank_lines = style != "merged" and chance.random() < 0.15
    each_person = chance.random() < 0.5
    prefix = chance.choice(("140108203211", "QQ", "03"))
    order = 0
    if "party" in keys and str(titles[keys.index("party")]).startswith(words.yes_no):
        _answer(houses)
    spoilt = chance.choice((0.0, 0.0, 0.05, 0.15))
    captions = chance.random() < 0.15
    for house in houses:
        if captions and house.number % 6 == 1:
            sheet.put(
                [None, f"第{house.number // 6 + 1}网格（网格员：李海波）"]
                if chance.random() < 0.5
                else ["一片区"]
            )
        first = sheet.next_row
        for place, person in enumerate(house.people):
            order += 1
            person.values["birth"] = person.born.strftime(dates)
            person.values["seq"] = order if each_person else house.number
            person.values["household"] = f"{prefix}{house.number:03d}"
            left_blank = [
                bool(place)
                and style != "every row"
                and key in HOUSEHOLD_KEYS
                and not (key == "seq" and each_person)
                for key in keys
            ]
            cells = [
                None if blank else _told(chance, words, key, person, house, order)
                for key, blank in zip(keys, left_blank, strict=True)
            ]
            if chance.random() < spoilt:
                cells[truth.columns["id"]] = _spoilt_id(chance, person.id_number)
            if chance.random() < spoilt and len(person.name) == 2:
                cells[truth.columns["name"]] = person.name[0] + "　" + person.name[1]
            name, number = (str(cells[truth.columns[key]] or "") for key in ("name", "id"))
            truth.people.append((sheet.put(cells), name, number))
        if style == "merged" and len(house.people) > 1:
            sheet.merges += [
                Merge(first, sheet.next_row - 1, place, place)
                for place, key in enumerate(keys)
                if key in HOUSEHOLD_KEYS and not (key == "seq" and each_person)
            ]
        if blank_lines:
            sheet.next_row += 1
        if pages and house.number % 8 == 0:
            _next_page(chance, words, sheet, titles)


def _answer(houses: Sequence[Household]) -> None:
    """是 and 否, as asked whether somebody is in the party."""
    for person in (person for house in houses for person in house.people):
        person.values["party"] = "是" if person.values["party"] == "中共党员" else "否"


def _told(
    chance: random.Random, words: Wording, key: str, person: Person, house: Household, order: int
) -> object:
    if key in words.titles:
        return person.values.get(key)
    if key in words.beyond:
        return house.people[0].values[words.beyond[key]]
    return words.decoy(chance, words.decoys.get(key, ""), order)


def _next_page(chance: random.Random, words: Wording, sheet: Sheet, titles: Sequence[str | None]) -> None:
    """Sometimes a total, and the header again."""
    if chance.random() < 0.5:
        sheet.put([chance.choice(words.page_totals), None, 31])
    sheet.put(titles)


def _wide_book(chance: random.Random, words: Wording) -> Drawn:
    """A row for each household: its head, then two to four members in columns to the right."""
    sheet, truth = Sheet(), Truth()
    houses = households(chance, _some_grid(chance), chance.randrange(12, 25))
    base = ["seq", "head"]
    base += [key for key in ("id", "phone", "address", "house_number", "grid_name") if chance.random() < 0.6]
    if "id" not in base:
        base.append("id")
    member = ["name", *(key for key in ("relation", "id", "phone", "sex") if chance.random() < 0.75)]
    if "id" not in member:
        member.append("id")
    count = chance.randrange(2, 5)
    _put_top(chance, words, sheet, len(base) + count * len(member))
    heads = chance.random() < 0.5
    titles: list[str] = []
    for key in base:
        title = chance.choice(words.heads) if key == "head" else title_of(chance, words, key)
        titles.append(f"户主{title}" if heads and key in ("id", "phone") else title)
    truth.header_rows = _put_groups(chance, words, sheet, titles, member, count)
    truth.columns = {key: place for place, key in enumerate(base)} | {"name": 1}
    for house in houses:
        head, others = house.people[0], house.people[1 : 1 + count]
        head.values["seq"] = house.number
        cells = [head.values.get(key) for key in base]
        for person in others:
            cells += [person.values.get(key) for key in member]
        number = sheet.put(cells)
        truth.people += [(number, person.name, person.id_number) for person in (head, *others)]
    if chance.random() < 0.4:
        sheet.put((chance.choice(words.totals), len(houses)))
    return _book([(sheet.done("Sheet1"), truth)])


def _put_groups(
    chance: random.Random,
    words: Wording,
    sheet: Sheet,
    titles: list[str],
    member: list[str],
    count: int,
) -> tuple[int, ...]:
    """The titles of members to the right of their household's, numbered or named after their relation."""
    style = chance.choice(("numbered", "numbered after", "two lines", "two lines", "plain", "kin"))
    word = chance.choice(words.members)
    groups = [f"{word}{number}" for number in range(1, count + 1)]
    if style == "kin" or (style == "two lines" and chance.random() < 0.4):
        groups = [words.kin[0], *(f"{words.kin[1]}{number}" for number in range(1, count))]
        style = "numbered" if style == "kin" else style
        if "relation" in member:
            member.remove("relation")
    lower = [
        chance.choice(words.member_names if key == "name" else words.titles[key][:3]).replace("\n", "")
        for key in member
    ]
    if style == "two lines":
        return _two_lines(sheet, titles, groups, lower)
    for number, group in enumerate(groups, 1):
        beside = {"numbered": (group, ""), "numbered after": ("", str(number)), "plain": ("", "")}[style]
        titles += [f"{beside[0]}{title}{beside[1]}" for title in lower]
    return (sheet.put(titles),)


def _two_lines(
    sheet: Sheet, titles: Sequence[str], groups: Sequence[str], lower: Sequence[str]
) -> tuple[int, ...]:
    upper: list[object] = list(titles)
    beneath: list[object] = [None] * len(titles)
    first, second = sheet.next_row, sheet.next_row + 1
    for group in groups:
        sheet.merges.append(Merge(first, first, len(upper), len(upper) + len(lower) - 1))
        upper += [group, *[None] * (len(lower) - 1)]
        beneath += lower
    sheet.merges += [Merge(first, second, place, place) for place in range(len(titles))]
    sheet.put(upper)
    sheet.put(beneath)
    return (first, second)


def _panels_book(chance: random.Random, words: Wording) -> Drawn:
    """The same list twice on one page, side by side; read down the left one first."""
    sheet, truth = Sheet(), Truth()
    everybody = [
        person
        for house in households(chance, _some_grid(chance), chance.randrange(12, 25))
        for person in house.people
    ]
    keys = ["seq", "name", "id", *(key for key in ("sex", "relation", "phone") if chance.random() < 0.6)]
    if "relation" not in keys:
        keys.insert(1, "head")
    _put_top(chance, words, sheet, 2 * len(keys))
    titles = [title_of(chance, words, key) for key in keys]
    truth.header_rows = (sheet.put(titles * 2),)
    truth.columns = {key: place for place, key in enumerate(keys)}
    half = (len(everybody) + 1) // 2
    for order, person in enumerate(everybody, 1):
        person.values["seq"] = order
    left, right = everybody[:half], everybody[half:]
    start = sheet.next_row
    for place, person in enumerate(left):
        cells = [person.values.get(key) for key in keys]
        if place < len(right):
            cells += [right[place].values.get(key) for key in keys]
        sheet.put(cells)
    for panel in (left, right):
        truth.people += [(start + place, one.name, one.id_number) for place, one in enumerate(panel)]
    return _book([(sheet.done("名单"), truth)])


def _heads_book(chance: random.Random, words: Wording) -> Drawn:
    """A row for each household, only the head by name."""
    sheet, truth = Sheet(), Truth()
    keys = [
        "seq",
        "head",
        "id",
        *(key for key in ("grid_name", "house_number", "phone") if chance.random() < 0.8),
    ]
    _put_top(chance, words, sheet, len(keys) + 1)
    heads = chance.random() < 0.5
    titles = []
    for key in keys:
        title = chance.choice(words.only_heads) if key == "head" else title_of(chance, words, key)
        titles.append(f"户主{title}" if heads and key in ("id", "phone") else title)
    truth.header_rows = (sheet.put([*titles, chance.choice(words.population)]),)
    truth.columns = {key: place for place, key in enumerate(keys)} | {"name": 1, "population": len(keys)}
    for house in households(chance, _some_grid(chance), chance.randrange(12, 30)):
        head = house.people[0]
        head.values["seq"] = house.number
        number = sheet.put([*(head.values.get(key) for key in keys), len(house.people)])
        truth.people.append((number, head.name, head.id_number))
    return _book([(sheet.done("分户"), truth)])


def _bare_book(chance: random.Random, words: Wording) -> Drawn:
    """No header at all, or one whose words say nothing: names and IDs are plain to see all the same."""
    sheet, truth = Sheet(), Truth()
    keys = ["name", "id", "relation"]
    if chance.random() < 0.5:
        keys.append("sex")
    chance.shuffle(keys)
    if chance.random() < 0.5:
        truth.header_rows = (sheet.put([f"栏{number}" for number in range(1, len(keys) + 1)]),)
    truth.columns = {key: place for place, key in enumerate(keys)}
    for house in households(chance, "一组", chance.randrange(8, 20)):
        for person in house.people:
            number = sheet.put([person.values.get(key) for key in keys])
            truth.people.append((number, person.name, person.id_number))
    return _book([(sheet.done("Sheet1"), truth)])
