"""The roster as a workbook in the standard layout, which the program's own import reads back.

Masked, which is the default, phones are shown as in domain §5.3 and of IDs the first two signs; tags and
remarks, which may tell of illness or hardship, are left out: a missing column and a masked cell say that
nothing changed.
"""

from collections.abc import Iterator
from typing import Final

from passbook_desk.documents.sheet import Cell, Sheet, Style, Value, Workbook
from passbook_desk.features.households.roster.content import RosterContent
from passbook_desk.features.households.values import GridRow, HouseholdRow, PartyKind, PersonRow
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

PARTY_WORDS: Final = {None: "", PartyKind.FULL: "中共党员", PartyKind.PROBATIONARY: "中共预备党员"}
"""Political standing in words; who is no member has a blank, for the village keeps no other standing."""

_HEADS: Final = (
    ("序号", 6.0),
    ("网格编码", 17.0),
    ("网格名称", 12.0),
    ("户编号", 9.0),
    ("户主姓名", 12.0),
    ("姓名", 12.0),
    ("性别", 6.0),
    ("民族", 8.0),
    ("公民身份号码", 21.0),
    ("出生日期", 12.0),
    ("与户主关系", 11.0),
    ("联系电话", 14.0),
    ("住址", 24.0),
    ("门牌号", 9.0),
    ("政治面貌", 13.0),
    ("文化程度", 10.0),
    ("居住状态", 10.0),
)
_PRIVATE_HEADS: Final = (("人员类别", 14.0), ("备注", 24.0))
_DATES: Final = "出生日期"
_HIDDEN: Final = "**"
"""Every masked number has this in it, a short one is nothing else: by it the import knows the cell."""
_TAIL: Final = 4
"""Signs of an ID number behind the birth date: sequence and check digit."""
_LEFT: Final = frozenset({"住址", "备注"})


def roster_workbook(content: RosterContent, masked: bool = True) -> Workbook:
    """One sheet, one row per resident; codes, IDs and phones are text."""
    heads = _HEADS if masked else _HEADS + _PRIVATE_HEADS
    rows = [tuple(Cell(title, Style.HEAD) for title, _ in heads)]
    for number, values in enumerate(_rows(content, masked), 1):
        cells = [Cell(number, Style.CENTRED)]
        cells += [Cell(value, _style(title)) for (title, _), value in zip(heads[1:], values, strict=True)]
        rows.append(tuple(cells))
    sheet = Sheet(
        name="花名册",
        rows=tuple(rows),
        widths=tuple(width for _, width in heads),
        head_rows=1,
        landscape=True,
    )
    return Workbook((sheet,), f"{content.village_name}花名册")


def _style(title: str) -> Style:
    if title == _DATES:
        return Style.DATE
    return Style.TEXT if title in _LEFT else Style.CENTRED


def _rows(content: RosterContent, masked: bool) -> Iterator[tuple[Value, ...]]:
    for grid in content.grids:
        for card in grid.households:
            for person in card.people:
                plain = _plain_values(grid.grid, card.household, person, masked)
                yield plain if masked else (*plain, "、".join(person.tags), person.remark)


def _plain_values(
    grid: GridRow, household: HouseholdRow, person: PersonRow, masked: bool
) -> tuple[Value, ...]:
    return (
        grid.full_code,
        grid.name,
        household.code,
        household.head_name,
        person.name,
        person.sex,
        person.ethnic_group,
        _number(person.id_number, masked),
        person.born_on,
        "户主" if person.is_head else person.relation_word,
        _number(person.phone, masked),
        household.address,
        household.house_number,
        PARTY_WORDS[person.party_kind],
        person.education,
        person.residence,
    )


def _number(secret: Sensitive | None, masked: bool) -> str:
    """As it may be shown; of an ID the end is hidden too: beside a birth date it would tell the rest."""
    if secret is None:
        return ""
    if not masked:
        return secret.reveal()
    shown = secret.masked()
    if secret.kind is SensitiveKind.ID_NUMBER:
        shown = shown[:-_TAIL] + "*" * _TAIL
    return shown if _HIDDEN in shown else _HIDDEN * 2
