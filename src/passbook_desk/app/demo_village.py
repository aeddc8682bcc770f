"""The invented village 示范村: sixty households in four grids. Nobody in it exists."""

import random
from dataclasses import dataclass
from datetime import date
from typing import Final

from passbook_desk.documents.sheet import Cell, Sheet, Style, Workbook
from passbook_desk.features.households.id_numbers import check_character

NAME: Final = "示范村"
TOWNSHIP: Final = "示范镇"
AREA: Final = "990101202201"
"""An area code that no place has: numbers from 99 on are not given out."""

_SURNAMES: Final = "赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘范彭鲁韦马方"
_MEN: Final = ("建国", "志强", "海生", "文斌", "永福", "德顺", "春林", "少军", "新民", "学礼", "长河", "启明")
_WOMEN: Final = ("秀英", "桂兰", "玉梅", "春花", "丽华", "淑珍", "小燕", "金凤", "雪梅", "巧云", "芳", "静")
_GRIDS: Final = ("第一网格", "第二网格", "第三网格", "第四网格")
_HOMES: Final = (16, 15, 15, 14)
_HEADINGS: Final = (
    "网格编码", "网格名称", "户编号", "户主姓名", "姓名", "性别", "公民身份号码", "出生日期", "与户主关系",
    "联系电话", "住址", "政治面貌", "居住状态",
)  # fmt: skip
_WIDTHS: Final = (18, 12, 10, 10, 10, 6, 22, 14, 12, 14, 20, 12, 10)


@dataclass(frozen=True, slots=True)
class _Resident:
    name: str
    sex: str
    born_on: date
    relation: str
    party: str = "群众"


def demo_roster(seed: int = 2026) -> Workbook:
    """The roster of the invented village as a workbook; the same seed gives the same people."""
    chance = random.Random(seed)
    rows: list[tuple[Cell, ...]] = [tuple(Cell(title, Style.HEAD) for title in _HEADINGS)]
    number = 0
    for place, (grid, homes) in enumerate(zip(_GRIDS, _HOMES, strict=True), start=1):
        for home in range(1, homes + 1):
            people = _family(chance, party=home % 5 == 2)
            for person in people:
                number += 1
                rows.append(_row(place, grid, home, people[0].name, person, number, chance))
    return Workbook((Sheet("花名册", tuple(rows), widths=_WIDTHS, head_rows=1),), "示范村花名册")


def _family(chance: random.Random, party: bool) -> list[_Resident]:
    surname, other = chance.sample(_SURNAMES, 2)
    year = chance.randint(1950, 1985)
    head = _Resident(
        surname + chance.choice(_MEN), "男", _day(chance, year), "户主", "中共党员" if party else "群众"
    )
    people = [head]
    if chance.random() < 0.85:
        people.append(_Resident(other + chance.choice(_WOMEN), "女", _day(chance, year + 1), "配偶"))
    for _ in range(chance.randint(0, 2)):
        boy = chance.random() < 0.5
        name = surname + chance.choice(_MEN if boy else _WOMEN)
        people.append(_Resident(name, "男" if boy else "女", _day(chance, year + 26), "子" if boy else "女"))
    return people


def _day(chance: random.Random, year: int) -> date:
    return date(year, chance.randint(1, 12), chance.randint(1, 28))


def _row(
    place: int, grid: str, home: int, head: str, person: _Resident, number: int, chance: random.Random
) -> tuple[Cell, ...]:
    order = 900 + (number // 2 * 2 + (person.sex == "男")) % 96
    first = f"{AREA[:6]}{person.born_on:%Y%m%d}{order:03d}"
    texts = (
        f"{AREA}{place:03d}",
        grid,
        f"{place:02d}{home:03d}",
        head,
        person.name,
        person.sex,
        first + check_character(first),
        person.born_on.isoformat(),
        person.relation,
        f"1990000{chance.randint(0, 9999):04d}",
        f"{NAME}{grid}{home}号",
        person.party,
        "常住",
    )
    return tuple(Cell(text, Style.TEXT) for text in texts)
