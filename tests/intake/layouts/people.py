"""Invented households for generated layouts; nothing in them is anybody's."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

_FAMILY = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志红玉兰凤梅春花海龙翠莲福贵根生小燕云峰宇轩子涵"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_KIN = (
    ("配偶", "妻子", "妻", "丈夫", "爱人"),
    ("长子", "儿子", "次子", "子"),
    ("长女", "女儿", "次女", "女"),
    ("父亲", "父"),
    ("母亲", "母"),
    ("孙子", "孙女"),
)


@dataclass(slots=True)
class Person:
    """Somebody, and what each field's cell would say of him."""

    name: str
    id_number: str
    born: date
    values: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Household:
    """A house and those who live in it, the head first."""

    number: int
    grid: str
    people: list[Person]


def id_number(chance: random.Random, born: date, man: bool) -> str:
    """A number with a fitting last character; its sequence number is one of those never given out."""
    order = chance.randrange(900, 990) | 1 if man else chance.randrange(450, 495) * 2
    first = f"140{chance.choice(('105', '108', '122'))}{born:%Y%m%d}{order}"
    rest = sum(int(digit) * weight for digit, weight in zip(first, _WEIGHTS, strict=True)) % 11
    return first + "10X98765432"[rest]


def households(chance: random.Random, grid: str, count: int) -> list[Household]:
    """Households of one grid, each with one to five people."""
    found = []
    for number in range(1, count + 1):
        family = chance.choice(_FAMILY)
        size = chance.choice((1, 2, 2, 3, 3, 4, 4, 5))
        members = [_person(chance, family, "户主", 30 + chance.randrange(45))]
        for words in chance.sample(_KIN, size - 1):
            other = chance.choice(_FAMILY) if words[0] in ("配偶", "母亲") else family
            members.append(_person(chance, other, chance.choice(words), chance.randrange(1, 85)))
        found.append(Household(number, grid, members))
        for person in members:
            person.values["address"] = f"清泉村{grid}{number}号"
            person.values["house_number"] = f"{number}号"
            person.values["grid_name"] = grid
            person.values["head"] = members[0].name
    return found


def _person(chance: random.Random, family: str, relation: str, age: int) -> Person:
    man = chance.random() < 0.5
    born = date(2026 - age, 1, 1) + timedelta(days=chance.randrange(360))
    name = family + "".join(chance.choice(_GIVEN) for _ in range(chance.choice((1, 2, 2))))
    number = id_number(chance, born, man)
    phone = (
        f"1{chance.choice('3578')}{chance.randrange(10**9):09d}"
        if age > 14 and chance.random() < 0.8
        else None
    )
    values: dict[str, object] = {
        "name": name,
        "relation": relation,
        "sex": "男" if man else "女",
        "id": number,
        "ethnic": chance.choice(("汉族", "汉族", "汉族", "回族", "汉")),
        "phone": phone,
        "party": chance.choice(("群众", "群众", "群众", "中共党员", "共青团员")),
        "education": chance.choice(("小学", "初中", "高中", "大专", "本科", "文盲")),
        "tags": chance.choice((None, None, None, "低保", "残疾", "独居", "退役军人", "高龄")),
        "residence": chance.choice(("常住", "常住", "外出", "空挂", "人户分离")),
        "remark": chance.choice(
            (None, None, None, "2019年从外村迁入", "住女儿家", "门市在主街", "常年在太原")
        ),
    }
    return Person(name, number, born, values)
