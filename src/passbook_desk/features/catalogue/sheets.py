"""The catalogue as a workbook: reading the village's own 积分细则, writing ours. Chinese official form."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.catalogue.rules import with_codes
from passbook_desk.features.catalogue.value_text import (
    ReadWorth,
    is_undecided,
    read_worth,
    split_name,
    worth_words,
)
from passbook_desk.features.catalogue.values import (
    NO_VALUE,
    Holder,
    ItemDraft,
    ItemRow,
    KnownCode,
    ValueKind,
    VersionRow,
)
from passbook_desk.features.intake.mapping import find_table
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable, TableRow
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.kernel.period import NotADate, parse_iso_date

SPECS: Final = (
    FieldSpec("code", "编码", ("事项编码", "代码", "积分编码", "项目编码")),
    FieldSpec("category", "类别", ("分类", "积分类别", "项目类别", "类型")),
    FieldSpec("line_no", "序号", ("号",)),
    FieldSpec("name", "积分内容", ("事项", "积分事项", "内容", "积分项目", "项目", "具体内容"), True),
    FieldSpec("value", "分值标准", ("分值", "积分标准", "标准", "积分分值", "分数", "积分值"), True),
    FieldSpec("cap", "上限", ("积分上限", "封顶")),
    FieldSpec("holders", "适用对象", ("对象", "积分对象", "适用范围")),
    FieldSpec("source", "认定方式", ("认定", "认定依据", "来源")),
    FieldSpec("remark", "备注", ("说明",)),
)
_NO_CATEGORY: Final = "其他"
_SHOPS: Final = "商铺"
_HOLDER_WORDS: Final = (
    (Holder.RED, re.compile(r"党员|红")),
    (Holder.HOUSEHOLD, re.compile(r"群众|村民|居民|农户|家庭|户主|各户|绿")),
    (Holder.SHOP, re.compile(r"商铺|商户|店")),
    (Holder.UNIT, re.compile(r"单位|学校|企业")),
)
_HOLDER_TEXT: Final = {
    Holder.RED: "党员（红折）",
    Holder.HOUSEHOLD: "群众（绿折）",
    Holder.SHOP: "商户（绿折）",
    Holder.UNIT: "单位（绿折）",
}
_DAY: Final = r"(\d{4}年\d{1,2}月\d{1,2}日)"


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """A workbook's items, each with a code; what is to be said about them; the dates its heading names."""

    items: tuple[ItemDraft, ...]
    findings: tuple[Finding, ...]
    meeting_on: date | None
    effective_from: date | None


def catalogue_from_workbook(workbook: WorkbookRows, known: Iterable[KnownCode] = ()) -> ReadCatalogue:
    """Read a catalogue: one line each, category cells merged downwards, several deeds in one line allowed.

    A value that cannot be read exactly is a must_fix finding and its item comes in disabled, without a
    value. `known` are the codes of earlier versions: the same deed keeps its code. Raises NoHeaderFound,
    NoFreeCode.
    """
    table = find_table(workbook, SPECS)
    reader = _Reader(table)
    for row in table.rows:
        reader.read(row)
    heading = "".join(
        cell.text
        for sheet in workbook.sheets
        if sheet.name == table.sheet
        for row in sheet.rows
        if row.number < table.header_row
        for cell in row.cells
    )
    return ReadCatalogue(
        items=with_codes(reader.items, known),
        findings=tuple(reader.findings),
        meeting_on=_day_in(heading, rf"{_DAY}[^，。；,;]*(?:通过|审议|议定)"),
        effective_from=_day_in(heading, rf"自{_DAY}"),
    )


def _day_in(text: str, pattern: str) -> date | None:
    found = re.search(pattern, text)
    try:
        return parse_iso_date(found[1]) if found else None
    except NotADate:
        return None


class _Reader:
    """Goes down the rows: the category above counts until the next one."""

    def __init__(self, table: FoundTable) -> None:
        self.items: list[ItemDraft] = []
        self.findings: list[Finding] = []
        self._table = table
        self._category = ""
        self._codes: set[str] = set()

    def read(self, row: TableRow) -> None:
        name, value = self._text(row, "name"), self._text(row, "value")
        if not name:
            if value:
                self._find(row, "name", Severity.MUST_FIX, "item_without_name")
            self._read_appendix(row)
            return
        self._category = self._text(row, "category") or self._category
        if not self._category:
            self._find(row, "category", Severity.CHECK, "item_without_category", name=name)
        draft = ItemDraft(
            code=self._code(row),
            category=self._category or _NO_CATEGORY,
            name=name,
            value_kind=ValueKind.UNSET,
            least=NO_VALUE,
            most=NO_VALUE,
            cap=self._text(row, "cap"),
            holders=self._holders(row),
            source=self._text(row, "source"),
            remark=self._text(row, "remark"),
            enabled=False,
            line_no=self._line_no(row),
        )
        self.items += self._valued(row, draft, value)

    def _valued(self, row: TableRow, draft: ItemDraft, value: str) -> tuple[ItemDraft, ...]:
        if is_undecided(value):
            self._find(row, "value", Severity.CHECK, "value_undecided", name=draft.name)
            return (draft,)
        worth = read_worth(value)
        names: tuple[str, ...] | None = (draft.name,)
        if worth is not None and (worth.each or len(worth.worths) > 1):
            names = split_name(draft.name, None if worth.each else len(worth.worths))
        if worth is None or names is None or len(worth.worths) not in (1, len(names)):
            self._find(row, "value", Severity.MUST_FIX, "value_unreadable", name=draft.name, value=value)
            return (draft,)
        if worth.either:
            self._find(row, "value", Severity.CHECK, "value_either", name=draft.name, value=value)
        if len(names) > 1:
            self._find(row, "name", Severity.CHECK, "item_split", name=draft.name, items="、".join(names))
        return tuple(_with_worth(draft, worth, names))

    def _read_appendix(self, row: TableRow) -> None:
        """Shop items that a note below the table names, their values left to a later meeting."""
        note = "".join(cell.text for cell in row.cells)
        if not re.match(r"附.*(?:商户|商铺|门店)", note):
            return
        names = [name.strip("。 ") for name in re.split(r"[、，,]", re.split(r"[:：]", note)[-1])]
        for name in filter(None, names):
            self.items.append(
                ItemDraft(
                    code="",
                    category=_SHOPS,
                    name=name,
                    value_kind=ValueKind.UNSET,
                    least=NO_VALUE,
                    most=NO_VALUE,
                    holders=(Holder.SHOP,),
                    enabled=False,
                )
            )
        self._find(row, "category", Severity.CHECK, "shop_items_undecided", items="、".join(names))

    def _code(self, row: TableRow) -> str:
        code = self._text(row, "code")
        if not code:
            return ""
        if not re.fullmatch(r"[1-9][0-9]{2}", code) or code in self._codes:
            self._find(row, "code", Severity.CHECK, "item_code_replaced", code=code)
            return ""
        self._codes.add(code)
        return code

    def _holders(self, row: TableRow) -> tuple[Holder, ...]:
        text = self._text(row, "holders")
        for words in (re.sub(r"[（(][^）)]*[）)]", "", text), text):
            found = tuple(holder for holder, pattern in _HOLDER_WORDS if pattern.search(words))
            if found:
                return found
        customary = {"党员": Holder.RED, _SHOPS: Holder.SHOP}.get(self._category, Holder.HOUSEHOLD)
        if text:
            self._find(row, "holders", Severity.CHECK, "holders_unknown", value=text)
        return (customary,)

    def _line_no(self, row: TableRow) -> int | None:
        text = self._text(row, "line_no")
        return int(text) if re.fullmatch(r"\d{1,4}", text) else None

    def _text(self, row: TableRow, key: str) -> str:
        return self._table.cell(row, key).text.strip()

    def _find(self, row: TableRow, key: str, severity: Severity, kind: str, **params: str) -> None:
        self.findings.append(
            Finding(self._table.sheet, row.number, self._table.letters(key), severity, kind, params)
        )


def _with_worth(draft: ItemDraft, worth: ReadWorth, names: tuple[str, ...]) -> Iterator[ItemDraft]:
    for position, name in enumerate(names):
        value = worth.worths[position if len(worth.worths) > 1 else 0]
        yield replace(
            draft,
            code=draft.code if position == 0 else "",
            name=name,
            value_kind=value.kind,
            least=value.least,
            most=value.most,
            unit=value.unit,
            cap=draft.cap or worth.cap,
            enabled=True,
        )


_HEADS: Final = ("编码", "类别", "序号", "积分内容", "分值标准", "上限", "适用对象", "认定方式", "备注")
_WIDTHS: Final = (7, 11, 6, 30, 15, 18, 20, 13, 24)


def catalogue_workbook(version: VersionRow) -> Workbook:
    """A version for the wall, the meeting or the township; `catalogue_from_workbook` reads it back."""
    blanks = (Cell(None, Style.TITLE),) * (len(_HEADS) - 1)
    heading = (
        f"第{version.number}版（{version.meeting_on:%Y年%m月%d日}会议通过，"
        f"自{version.effective_from:%Y年%m月%d日}起执行）"
    )
    rows = [
        (Cell("积分管理细则", Style.TITLE), *blanks),
        (Cell(heading, Style.NOTE), *((Cell(None, Style.NOTE),) * (len(_HEADS) - 1))),
        tuple(Cell(title, Style.HEAD) for title in _HEADS),
    ]
    rows.extend(_item_cells(item) for item in version.items)
    sheet = Sheet(
        name="积分细则",
        rows=tuple(rows),
        widths=_WIDTHS,
        merges=(Merge(0, 0, 0, len(_HEADS) - 1), Merge(1, 0, 1, len(_HEADS) - 1)),
        head_rows=1,
        head_from=2,
        landscape=True,
    )
    return Workbook((sheet,), "积分管理细则")


def _item_cells(item: ItemRow) -> tuple[Cell, ...]:
    return (
        Cell(item.code, Style.CENTRED),
        Cell(item.category, Style.CENTRED),
        Cell(item.line_no, Style.NUMBER),
        Cell(item.name),
        Cell(worth_words(item), Style.CENTRED),
        Cell(item.cap),
        Cell("、".join(_HOLDER_TEXT[holder] for holder in item.holders), Style.CENTRED),
        Cell(item.source, Style.CENTRED),
        Cell(item.remark),
    )
