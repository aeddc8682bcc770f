"""The rows of 网格积分上报表 as they are written (pure)."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from passbook_desk.features.households.roster.cells import plain
from passbook_desk.features.households.roster.places import grid_said_in, house_number_in
from passbook_desk.features.intake.choices import mended
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.layout import find_tables
from passbook_desk.features.intake.looks import Looks
from passbook_desk.features.intake.reading import CellKind, CellValue, WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable, TableRow
from passbook_desk.features.ledger.claims.upload_values import SaidClaim, UploadChoices
from passbook_desk.kernel.points import NotANumber, Points

FIELDS: Final = (
    FieldSpec("seq", "序号", ("顺序号", "序"), looks=Looks.SERIAL),
    FieldSpec("day", "日期", ("时间", "发生日期", "事项日期", "积分日期", "上报日期", "发生时间")),
    FieldSpec("grid", "网格", ("所属网格", "网格名称", "组别", "小组", "所在网格"), avoid=("网格员",)),
    FieldSpec("code", "户编号", ("户号", "家庭编号")),
    FieldSpec(
        "head", "户主", ("户主姓名", "姓名", "家庭户主", "加分户", "积分户", "对象"), looks=Looks.PERSON
    ),
    FieldSpec("house", "门牌", ("门牌号", "住址", "地址"), looks=Looks.HOUSE_NUMBER),
    FieldSpec(
        "item",
        "积分事项",
        ("事项", "积分项目", "项目", "积分内容", "加分事项", "加减分事项", "积分名称"),
        required=True,
        telling=True,
    ),
    FieldSpec("points", "分值", ("积分", "分数", "得分", "加减分", "积分值", "申报分值"), required=True),
    FieldSpec("memo", "事由", ("说明", "情况说明", "具体情况", "具体事由", "备注", "简要情况")),
    FieldSpec("witness", "见证人", ("证明人", "证人", "见证"), avoid=("电话",)),
    FieldSpec("by", "上报人", ("网格员", "填报人", "申报人", "上报网格员", "记录人")),
)
_TOTALS: Final = ("合计", "总计", "小计")
_MONTH: Final = re.compile(r"(20\d{2})\s*年\s*(\d{1,2})\s*月")
_FULL: Final = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:t00:00:00)?", re.IGNORECASE)
_SHORT: Final = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_ONE_DECIMAL: Final = re.compile(r"\d{1,2}\.[123]")
_POINTS: Final = re.compile(r"([+＋\-－−—]?\s*\d+(?:\.\d+)?)\s*分?")


def read_upload(
    workbook: WorkbookRows, choices: UploadChoices, today: date
) -> tuple[tuple[FoundTable, ...], tuple[SaidClaim, ...]]:
    """The tables of claims and their rows; totals and signature lines are passed over.

    A day without a year is of the year that the title says, else of the latest year in which it has come.
    Raises NoHeaderFound.
    """
    layout = find_tables(mended(workbook, choices.table), FIELDS, choices.table)
    tables = tuple(
        sheet.found
        for sheet in layout.sheets
        if sheet.read and sheet.found is not None and {"head", "code"} & sheet.found.columns.keys()
    )
    if not tables:
        name = workbook.sheets[0].name if workbook.sheets else ""
        raise NoHeaderFound(file=workbook.file_name, sheet=name, missing="户主、积分事项、分值")
    return tables, tuple(said for table in tables for said in _said_in(table, today))


def _said_in(table: FoundTable, today: date) -> Iterator[SaidClaim]:
    month = _month_in((*table.captions, table.sheet))
    for row in table.rows:
        words = {key: _text(table, row, key) for key in ("head", "code", "item", "points")}
        first = next((plain(cell) for cell in row.cells if plain(cell)), "")
        if first.startswith(_TOTALS) or not (words["item"] or (words["head"] and words["points"])):
            continue
        cell = table.cell(row, "day")
        house = _text(table, row, "house")
        yield SaidClaim(
            sheet=table.sheet,
            row=row.number,
            day_text=plain(cell).removesuffix("T00:00:00"),
            day=_day(cell, month, today),
            month=month,
            grid=grid_said_in(_text(table, row, "grid") or row.section, whole=True),
            code=_code(table.cell(row, "code")),
            head=_name(words["head"]),
            house_number=house_number_in(house) or house,
            item=words["item"],
            points_text=words["points"],
            points=_points(words["points"]),
            memo=_text(table, row, "memo"),
            witness=_name(_text(table, row, "witness")),
            by=_name(_text(table, row, "by")),
        )


def _text(table: FoundTable, row: TableRow, key: str) -> str:
    cell = table.cell(row, key)
    return "" if cell.kind is CellKind.ERROR else plain(cell)


def _name(text: str) -> str:
    return "".join(text.split())


def _code(cell: CellValue) -> str:
    """A code that became a number has lost its leading zero."""
    text = plain(cell)
    return text.zfill(5) if cell.kind is CellKind.NUMBER and text.isdecimal() else text


def _month_in(texts: tuple[str, ...]) -> tuple[int, int] | None:
    for text in texts:
        found = _MONTH.search(unicodedata.normalize("NFKC", text))
        if found is not None and 1 <= int(found[2]) <= 12:
            return int(found[1]), int(found[2])
    return None


def _day(cell: CellValue, month: tuple[int, int] | None, today: date) -> date | None:
    """The day a cell says; None for no day, and for 5.1 as a number: it may have been 5.10."""
    text = "".join(unicodedata.normalize("NFKC", plain(cell)).replace("。", ".").split())
    full = _FULL.fullmatch(text)
    if full is not None:
        return _made(*map(int, full.groups()))
    if cell.kind is CellKind.NUMBER and _ONE_DECIMAL.fullmatch(text):
        return None
    short = _SHORT.fullmatch(text)
    if short is None:
        return None
    numbers = int(short[1]), int(short[2])
    if month is not None:
        return _made(month[0], *numbers)
    day = _made(today.year, *numbers)
    return _made(today.year - 1, *numbers) if day is not None and day > today else day


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _points(text: str) -> Points | None:
    found = _POINTS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    try:
        return Points.parse("".join(found[1].split()))
    except NotANumber:
        return None
