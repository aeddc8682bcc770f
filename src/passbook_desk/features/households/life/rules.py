"""Pure decisions about a household's life."""

from datetime import date
from typing import Final

from passbook_desk.features.households.id_numbers import facts, is_new_form
from passbook_desk.features.households.life.values import LifeFinding

_NO_NUMBER: Final = frozenset(
    {"无", "没有", "无号", "无电话", "没有电话", "没电话", "无身份证", "没有身份证"}
)


def id_contradictions(name: str, sex: str, born_on: date | None, id_number: str) -> tuple[LifeFinding, ...]:
    """Where an ID number says another sex or day of birth than the form; shown, never refused."""
    if not is_new_form(id_number):
        return ()
    told = facts(id_number)
    found: list[LifeFinding] = []
    if sex and told.sex != sex:
        found.append(LifeFinding("life_sex_mismatch", {"name": name, "told": told.sex}))
    if told.born_on is not None and born_on is not None and told.born_on != born_on:
        found.append(LifeFinding("life_birth_mismatch", {"name": name, "told": told.born_on.isoformat()}))
    return tuple(found)


def next_household_code(grid_code: str, number: int) -> str:
    """Grid + three digits, four from the thousandth household on."""
    return f"{grid_code}{number:03d}"


def number_of(code: str, grid_code: str) -> int:
    """The running number in a household code of this grid."""
    return int(code.removeprefix(grid_code))


def says_none(text: str) -> bool:
    """Whether these words, written where a number is asked for, say that there is none."""
    return text in _NO_NUMBER
