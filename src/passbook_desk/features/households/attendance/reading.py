"""签到表 and 打卡表: the tables of a workbook as lines of who came. Pure: rows in, lines out."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from passbook_desk.features.households.attendance.values import SignInLine, SignInSheet
from passbook_desk.features.households.roster.checkin import RowCode
from passbook_desk.features.households.roster.places import grid_said_in, house_number_in, is_plain_number
from passbook_desk.features.intake.layout import find_tables
from passbook_desk.features.intake.looks import Looks
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable, TableRow, column_letters

_FIELDS: Final = (
    FieldSpec(
        "name",
        "姓名",
        ("参加人", "参加人员", "签到人", "到场人", "参与人", "居民姓名", "村民姓名"),
        required=True,
        looks=Looks.PERSON,
        avoid=("网格员", "代到"),
        instead="head",
    ),
    FieldSpec("head", "户主", ("户主姓名",), looks=Looks.PERSON, avoid=("签名", "签字")),
    FieldSpec("came", "到场", ("√", "签到", "出勤", "是否到场", "参加", "到会", "打卡")),
    FieldSpec("grid", "网格", ("组别", "小组", "所属网格", "网格名称"), looks=Looks.PLACE),
    FieldSpec("house_number", "门牌", ("门牌号", "住址", "地址"), looks=Looks.HOUSE_NUMBER),
    FieldSpec("note", "备注", ("说明",)),
    FieldSpec("units", "时长", ("小时", "小时数", "工时", "次数", "数量")),
    FieldSpec("signature", "签名", ("签字", "本人签字", "本人签名")),
)
_OWN_FIELDS: Final = (
    FieldSpec("name", "户主", required=True, looks=Looks.PERSON),
    FieldSpec("came", "到场"),
    FieldSpec("house_number", "门牌"),
    FieldSpec("note", "备注"),
    FieldSpec("code", "编码（勿动）", required=True),
    FieldSpec("household_code", "户编号", required=True),
)
"""The program's own 打卡表, known by the hidden code above its table."""
_CAME: Final = frozenset("√✓✔☑vy1到是来有在○●ok")
_CAME_WORDS: Final = frozenset({"已到", "到场", "参加", "签到", "出勤", "本人", "代", "代到", "yes", "true"})
_STAND_FOR_HEAD: Final = frozenset({"同户主", "本人", "户主", "户主本人", "〃", '"', "''", "同上", "同左"})
_BRACKET: Final = re.compile(r"[(（](.*?)[)）]")
_OF_HOUSE: Final = re.compile(r"(.+?)(?:家|户)的?$")
_FULL_DAY: Final = re.compile(r"(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})")
_SHORT_DAY: Final = re.compile(r"(?<![\d.])(\d{1,2})\s*(?:月|[.\-/])\s*(\d{1,2})(?:日|号|(?![\d.]))")
_MADE_ON: Final = re.compile(r"[^　\s]*制表[^　\s]*")
_CODE_TEXT: Final = re.compile(r"DK1-[^-\s]+-[^-\s]*-[^-\s]*-[^-\s]*-[0-9a-f]{6}")
_CODE_PARTS: Final = 6
_UNITS: Final = re.compile(r"(\d{1,3})(?:\.0+)?\s*(?:个?小时|h|次|人)?", re.IGNORECASE)


def sign_in_sheets(workbook: WorkbookRows, today: date, area: str) -> tuple[SignInSheet, ...]:
    """The sheets of a workbook that list people by name, in order; empty when there is none.

    `today` tells the year of a day written without one; `area` is the village's own area code, against which
    the hidden codes of a 打卡表 are checked.
    """
    own = any(
        _CODE_TEXT.fullmatch(cell.text.strip())
        for sheet in workbook.sheets
        for row in sheet.rows
        for cell in row.cells
    )
    tables = find_tables(workbook, _OWN_FIELDS if own else _FIELDS).tables
    return tuple(_sheet(table, today, area) for table in tables)


def _sheet(table: FoundTable, today: date, area: str) -> SignInSheet:
    above = "　".join(table.captions)
    codes = _CODE_TEXT.findall(above)
    plainly = _CODE_TEXT.sub("", above)
    return SignInSheet(
        name=table.sheet,
        day=_day_in(_MADE_ON.sub("", plainly), today) or _day_in(table.sheet, today),
        above=plainly,
        lines=tuple(_lines(table, area)),
        batch=codes[0].split("-")[1] if codes and _is_code(codes[0], area) else "",
    )


def _lines(table: FoundTable, area: str) -> Iterator[SignInLine]:
    of_sheet = grid_said_in(table.sheet) or next(filter(None, map(grid_said_in, table.captions)), "")
    for row in table.rows:
        line = _line(table, row, of_sheet, area)
        if line is not None:
            yield line


def _line(table: FoundTable, row: TableRow, grid_of_sheet: str, area: str) -> SignInLine | None:
    """One row as it is meant; None for a row that names nobody."""
    head = _name(_text(table, row, "head"))
    said = _text(table, row, "name") or (head if "head" in table.columns else "")
    bracket = _BRACKET.search(said)
    name = _name(_BRACKET.sub("", said))
    if not name and not head:
        return None
    stands_in = not name or "".join(said.split()) in _STAND_FOR_HEAD
    note = _text(table, row, "note")
    inside = bracket.group(1) if bracket else ""
    of_house = _OF_HOUSE.fullmatch(inside or note)
    house = _text(table, row, "house_number") or _house_in(inside) or _house_in(note)
    column = table.column("name", row)
    code = _text(table, row, "code")
    grid = _text(table, row, "grid") or row.section
    return SignInLine(
        place=f"{column_letters(column or 0)}{row.number}",
        name=head if stands_in and head else name,
        came=_is_came(table, row),
        grid=grid_said_in(grid, whole=True) or grid_of_sheet,
        head=head or (_name(of_house.group(1)) if of_house else ""),
        house_number=house_number_in(house) if house else "",
        note=note,
        units=_units(_text(table, row, "units")),
        code=_household_of(code, _text(table, row, "household_code"), area),
        code_damaged=bool(code) and not _is_code(code, area),
    )


def _text(table: FoundTable, row: TableRow, key: str) -> str:
    return table.cell(row, key).text.strip()


def _name(text: str) -> str:
    return "".join(text.split())


def _house_in(text: str) -> str:
    return text if text and is_plain_number(text) else ""


def _is_came(table: FoundTable, row: TableRow) -> bool:
    """A sheet without a column to tick lists those who came."""
    if "came" not in table.columns:
        return True
    said = unicodedata.normalize("NFKC", _text(table, row, "came")).lower()
    return said in _CAME or said in _CAME_WORDS


def _units(text: str) -> int | None:
    found = _UNITS.fullmatch(unicodedata.normalize("NFKC", text))
    return int(found.group(1)) if found and int(found.group(1)) else None


def _is_code(text: str, area: str) -> bool:
    parts = text.split("-")
    if len(parts) != _CODE_PARTS:
        return False
    _, batch, of_area, grid, household, _ = parts
    return of_area == area and str(RowCode(batch, of_area, grid, household)) == text


def _household_of(code: str, shown: str, area: str) -> str:
    """The household that the hidden cell names, if the cell is whole and says what the row shows."""
    if not _is_code(code, area):
        return ""
    household = code.split("-")[4]
    return household if shown in ("", household) else ""


def _day_in(text: str, today: date) -> date | None:
    """The first day a text says; without a year the latest one that has come."""
    for pattern in (_FULL_DAY, _SHORT_DAY):
        for found in pattern.finditer(text):
            numbers = [int(number) for number in found.groups()]
            years: Sequence[int] = (numbers.pop(0),) if pattern is _FULL_DAY else (today.year, today.year - 1)
            for year in years:
                day = _made(year, *numbers)
                if day is not None and (pattern is _FULL_DAY or day <= today):
                    return day
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
