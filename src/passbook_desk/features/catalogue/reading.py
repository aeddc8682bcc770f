"""Reading the village's own 积分细则: any number of sheets, values in one column or 加分 and 扣分 apart."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from passbook_desk.features.catalogue.cell_words import is_off, read_effect, read_holders, read_veto
from passbook_desk.features.catalogue.limit_text import (
    ReadLimits,
    read_limits,
    read_total_limits,
)
from passbook_desk.features.catalogue.rules import direction_of, plain_category, with_codes
from passbook_desk.features.catalogue.value_text import ReadWorth, is_undecided, read_worth, split_name
from passbook_desk.features.catalogue.values import (
    NO_VALUE,
    Direction,
    Draft,
    Effect,
    Holder,
    ItemDraft,
    KnownCode,
    Limit,
    Noted,
    ValueKind,
    Veto,
    VetoTerm,
)
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.layout import Layout, SheetLayout, SheetRole, find_tables
from passbook_desk.features.intake.reading import CellKind, RowCells, SheetRows, WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable, TableRow, plain_row
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.kernel.period import NotADate, parse_iso_date
from passbook_desk.kernel.points import ZERO
from passbook_desk.kernel.search import fold

_TITLES: Final = """
code 编码 事项编码 代码 积分编码 项目编码
category 类别 分类 积分类别 项目类别 类型 大类 一级指标 版块 板块
line_no 序号 号
name 积分内容 事项 积分事项 内容 积分项目 项目 具体内容 项目内容 积分事由 评分内容 指标
value 分值标准 分值 积分标准 标准 积分分值 分数 积分值 赋分标准
plus 加分 加分标准 加分分值 加分值 奖分 奖励积分 奖励分值 正向积分
minus 扣分 扣分标准 扣分分值 扣分值 减分 减分标准 罚分 负向积分
cap 上限 积分上限 封顶 封顶线 限额 上限标准 次数限制 频次
holders 适用对象 对象 积分对象 适用范围 适用
source 认定方式 认定 认定依据 来源 评分依据 评分方式 考核方式 评分办法
evidence 依据材料 佐证材料 证明材料 所需材料 需提供材料 印证资料
effect 积分用途 用途 积分性质 积分效力
veto 一票否决 否决 否决项 一票否决项
limits 程序限额 限额设置
state 状态 是否启用 启用
remark 备注 说明 附注
"""
"""Our fields and the titles they go by in villages' sheets, our own first."""

SPECS: Final = tuple(
    FieldSpec(key, title, tuple(others), required=key == "name")
    for key, title, *others in (line.split() for line in _TITLES.strip().splitlines())
)
_VALUES: Final = ("value", "plus", "minus")
_NO_CATEGORY: Final = "其他"
_SHOPS: Final = "商铺"
_DAY: Final = r"(\d{4}年\d{1,2}月\d{1,2}日)"
_TOTAL: Final = re.compile(r"小计|合计|总计|总分|共计")
_CUSTOMARY: Final = {"党员": Holder.RED, _SHOPS: Holder.SHOP}
_SHEETS: Final = {
    "党员": Holder.RED,
    "商户": Holder.SHOP,
    _SHOPS: Holder.SHOP,
    "单位": Holder.UNIT,
    "驻地单位": Holder.UNIT,
}
_SHEET_CATEGORIES: Final = {Holder.RED: "党员", Holder.SHOP: _SHOPS, Holder.UNIT: "单位"}


def catalogue_from_workbook(
    workbook: WorkbookRows, known: Iterable[KnownCode] = (), choices: Choices | None = None
) -> Draft:
    """Read a catalogue: one line each, category cells merged downwards, several deeds in one line allowed.

    All sheets that name deeds and values are read. A value that cannot be read exactly is a must_fix
    finding and its item comes in disabled, without a value; words about limits that are not understood are
    kept and named. `known` are the codes of earlier versions: the same deed keeps its code. Raises
    NoHeaderFound, NoFreeCode.
    """
    layout = find_tables(workbook, SPECS, choices)
    tables, repeated = _tables(layout)
    if not tables:
        names = [sheet.name for sheet in layout.sheets if sheet.found is not None]
        missing = "分值标准" if names else "积分内容、分值标准"
        raise NoHeaderFound(file=workbook.file_name, sheet="、".join(names), missing=missing)
    codes = tuple(known)
    reader = _Reader(codes)
    rows = {sheet.name: sheet for sheet in workbook.sheets}
    for sheet in tables:
        reader.begin(_whole(sheet))
        for row in _rows(rows[sheet.name], sheet):
            reader.read(row)
        for note in _passed(rows[sheet.name], sheet):
            reader.read_note(note)
    for sheet in repeated:
        reader.note_repeated(_whole(sheet))
    items = with_codes(reader.items, codes)
    heading = "".join(text for sheet in tables for text in _whole(sheet).captions)
    return Draft(
        source=workbook.file_name,
        items=items,
        limits=tuple(reader.limits),
        noted=tuple(
            Noted(finding, "" if place is None else items[place].code) for finding, place in reader.noted
        ),
        meeting_on=_day_in(heading, rf"{_DAY}[^，。；,;]*(?:通过|审议|议定)"),
        effective_from=_day_in(heading, rf"自{_DAY}"),
    )


def _tables(layout: Layout) -> tuple[list[SheetLayout], list[SheetLayout]]:
    """The sheets that hold a catalogue, and those that only say again what another of them says.

    `find_tables` leaves out a sheet all of whose names stand in others: here the same deed may stand in a
    sheet for members and in one for households, with another value.
    """
    found = [
        sheet
        for sheet in layout.sheets
        if sheet.role is not SheetRole.HIDDEN and sheet.found is not None and _is_catalogue(sheet.found)
    ]
    sure = [sheet for sheet in found if sheet.read]
    said = {line for sheet in sure for line in _lines(sheet)}
    repeated = [
        sheet
        for sheet in found
        if not sheet.read and said.issuperset(_lines(sheet)) and _customary(sheet.name) is None
    ]
    return [sheet for sheet in found if sheet not in repeated], repeated


def _lines(sheet: SheetLayout) -> Iterator[tuple[str, ...]]:
    table = _whole(sheet)
    for row in table.rows:
        yield tuple(table.cell(row, key).text.strip() for key in ("name", *_VALUES, "holders"))


def _customary(sheet_name: str) -> Holder | None:
    """Whose books a sheet is for by its name alone: 党员, 商户积分细则."""
    return _SHEETS.get(re.sub(r"(?:积分)?(?:管理)?(?:细则|标准|表)?$", "", sheet_name.strip()))


def _is_catalogue(table: FoundTable) -> bool:
    return any(key in table.columns for key in _VALUES)


def _whole(sheet: SheetLayout) -> FoundTable:
    assert sheet.found is not None
    return sheet.found


def _rows(sheet: SheetRows, layout: SheetLayout) -> Iterator[TableRow]:
    """The table's rows, and those passed over that name a deed and a value after all."""
    table = _whole(layout)
    found: Mapping[int, TableRow] = {row.number: row for row in table.rows}
    for row in sheet.rows:
        if row.number in found:
            yield found[row.number]
        elif row.number in layout.passed_rows and _is_item(plain_row(row), table):
            yield plain_row(row)


def _passed(sheet: SheetRows, layout: SheetLayout) -> Iterator[RowCells]:
    table = _whole(layout)
    for row in sheet.rows:
        if row.number in layout.passed_rows and not _is_item(plain_row(row), table):
            yield row


def _is_item(row: TableRow, table: FoundTable) -> bool:
    """A passed row that names a deed and a value, or only a value: neither may be lost in silence."""
    name = table.cell(row, "name").text.strip()
    values = [text for key in _VALUES if (text := table.cell(row, key).text.strip())]
    if any(_TOTAL.fullmatch(cell.text.strip()) for cell in row.cells) or name in values:
        return False
    if not name:
        return any(read_worth(text) is not None for text in values)
    return bool(re.search(r"[^\W\d]", name)) and any(re.search(r"\d", text) for text in values)


def _day_in(text: str, pattern: str) -> date | None:
    found = re.search(pattern, text)
    try:
        return parse_iso_date(found[1]) if found else None
    except NotADate:
        return None


class _Reader:
    """Goes down the rows of one table after the other: the category above counts until the next one."""

    def __init__(self, known: Iterable[KnownCode]) -> None:
        self._known = {code.code: code.name for code in known}
        self.items: list[ItemDraft] = []
        self.limits: list[Limit] = []
        self.noted: list[tuple[Finding, int | None]] = []
        self._category = ""
        self._codes: set[str] = set()
        self._names: set[tuple[str, str, tuple[Holder, ...]]] = set()

    def begin(self, table: FoundTable) -> None:
        """Go on with another sheet; one called 党员 or 商户 says whose books its items are for."""
        self._table = table
        self._category = ""
        self._customary = _customary(table.sheet)

    def read(self, row: TableRow) -> None:
        """Take the items of a row."""
        name = self._text(row, "name")
        cells = [(key, self._text(row, key)) for key in _VALUES]
        if not name:
            if any(text for _, text in cells):
                self._find(row, "name", Severity.MUST_FIX, "item_without_name")
            return
        start = len(self.items)
        self._category = plain_category(self._text(row, "category") or row.section) or self._category
        category = self._category or _SHEET_CATEGORIES.get(self._customary or Holder.HOUSEHOLD, "")
        if not category:
            self._find(row, "category", Severity.CHECK, "item_without_category", start, name=name)
        draft = self._draft(row, name, category or _NO_CATEGORY, start)
        for item in self._valued(row, draft, cells, start):
            self.items.append(self._limited(row, item))
        self._check_names(row, start)

    def note_repeated(self, table: FoundTable) -> None:
        """A sheet that was not read because all it says is said by another."""
        self.noted.append((Finding(table.sheet, 0, "", Severity.CHECK, "sheet_repeated", {}), None))

    def read_note(self, row: RowCells) -> None:
        """A remark below the table: shop items without a value, limits over all items."""
        note = "".join(cell.text for cell in row.cells)
        plain = TableRow(row.number, row.cells)
        if re.match(r"附.*(?:商户|商铺|门店)", note):
            self._read_appendix(plain, note)
            return
        read = read_total_limits(note)
        self.limits += [limit for limit in read.limits if limit not in self.limits]
        for words in read.unread:
            self._find(plain, "", Severity.CHECK, "total_limit_unread", words=words)
        for words in read.endless:
            self._find(plain, "", Severity.CHECK, "limit_endless", name="全部事项", words=words)

    def _draft(self, row: TableRow, name: str, category: str, place: int) -> ItemDraft:
        veto, term = self._veto(row, name, place)
        return ItemDraft(
            code=self._code(row, name, place),
            category=category,
            name=name,
            value_kind=ValueKind.UNSET,
            least=NO_VALUE,
            most=NO_VALUE,
            cap=self._text(row, "cap"),
            holders=self._holders(row, category, place),
            source=self._text(row, "source"),
            remark=self._text(row, "remark"),
            enabled=False,
            line_no=self._line_no(row),
            effect=self._effect(row, name, place),
            evidence=self._text(row, "evidence"),
            veto=veto,
            veto_term=term,
        )

    def _valued(
        self, row: TableRow, draft: ItemDraft, cells: list[tuple[str, str]], place: int
    ) -> tuple[ItemDraft, ...]:
        said = [(key, text) for key, text in cells if text and not _is_nothing(text)]
        if len(said) > 1:
            parts = [self._one(row, draft, key, text, place) for key, text in said]
            names = {"plus": f"{draft.name}（加分）", "minus": f"{draft.name}（扣分）", "value": draft.name}
            self._find(
                row, "name", Severity.CHECK, "item_split", place, name=draft.name,
                items="、".join(names[key] for key, _ in said),
            )  # fmt: skip
            return tuple(
                replace(item, name=names[key], code=item.code if number == 0 else "")
                for number, ((key, _), items) in enumerate(zip(said, parts, strict=True))
                for item in items
            )
        lacking = next(key for key, _ in cells if key in self._table.columns)
        key, text = said[0] if said else (lacking, "")
        return self._one(row, draft, key, text, place)

    def _one(
        self, row: TableRow, draft: ItemDraft, key: str, value: str, place: int
    ) -> tuple[ItemDraft, ...]:
        if is_undecided(value):
            self._find(row, key, Severity.CHECK, "value_undecided", place, name=draft.name)
            return (draft,)
        if self._table.cell(row, key).kind is CellKind.DATE:
            self._find(row, key, Severity.MUST_FIX, "value_is_date", place, name=draft.name, value=value)
            return (draft,)
        worth = read_worth(value)
        if worth is not None and key == "minus":
            worth = worth.taken()
        names: tuple[str, ...] | None = (draft.name,)
        if worth is not None and (worth.each or len(worth.worths) > 1):
            names = split_name(draft.name, None if worth.each else len(worth.worths))
        if worth is None or names is None or len(worth.worths) not in (1, len(names)):
            self._find(row, key, Severity.MUST_FIX, "value_unreadable", place, name=draft.name, value=value)
            return (draft,)
        if worth.either:
            self._find(row, key, Severity.CHECK, "value_either", place, name=draft.name, value=value)
        if len(names) > 1:
            self._find(
                row, "name", Severity.CHECK, "item_split", place, name=draft.name, items="、".join(names)
            )
        enabled = not is_off(self._text(row, "state"))
        return tuple(replace(item, enabled=enabled) for item in _with_worth(draft, worth, names))

    def _limited(self, row: TableRow, item: ItemDraft) -> ItemDraft:
        """The item with the limits that its words set, or that the column of exact limits says."""
        place = len(self.items)
        exact = self._text(row, "limits")
        words = exact or item.cap
        if not words:
            return item
        if not exact and self._is_shared(row):
            self._find(row, "cap", Severity.CHECK, "limit_shared", place, name=item.name, words=item.cap)
            return item
        read = read_limits(words, direction_of(item), item.holders)
        self._say(row, "limits" if exact else "cap", read, item.name, place)
        return replace(item, limits=read.limits)

    def _is_shared(self, row: TableRow) -> bool:
        """The cell about limits is merged over several lines: they share it."""
        start = self._table.block_start(row, "cap")
        if start is None:
            return False
        return any(
            other.number != row.number and self._table.block_start(other, "cap") == start
            for other in self._table.rows
        )

    def _say(self, row: TableRow, key: str, read: ReadLimits, name: str, place: int) -> None:
        kinds = (
            ("limit_unread", read.unread),
            ("limit_by_hand", read.by_hand),
            ("limit_endless", read.endless),
        )
        here = (self._table.sheet, row.number)
        told = {(one.kind, one.params.get("words")) for one, _ in self.noted if (one.sheet, one.row) == here}
        for kind, clauses in kinds:
            for words in clauses:
                if (kind, words) not in told:  # several deeds of one line share its words
                    self._find(row, key, Severity.CHECK, kind, place, name=name, words=words)

    def _read_appendix(self, row: TableRow, note: str) -> None:
        """Shop items that a note below the table names, their values left to a later meeting."""
        names = [name.strip("。 ") for name in re.split(r"[、，,]", re.split(r"[:：]", note)[-1])]
        start = len(self.items)
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
        self._find(row, "category", Severity.CHECK, "shop_items_undecided", start, items="、".join(names))

    def _code(self, row: TableRow, name: str, place: int) -> str:
        code = self._text(row, "code")
        if not code:
            return ""
        if not re.fullmatch(r"[1-9][0-9]{2}", code) or code in self._codes:
            self._find(row, "code", Severity.CHECK, "item_code_replaced", place, code=code)
            return ""
        former = self._known.get(code)
        if former is not None and fold(former) != fold(name):
            self._find(row, "code", Severity.CHECK, "item_code_taken", place, code=code, other=former)
            return ""
        self._codes.add(code)
        return code

    def _holders(self, row: TableRow, category: str, place: int) -> tuple[Holder, ...]:
        text = self._text(row, "holders")
        found = read_holders(text)
        if found:
            return found
        customary = _CUSTOMARY.get(category) or self._customary or Holder.HOUSEHOLD
        if text:
            self._find(row, "holders", Severity.CHECK, "holders_unknown", place, value=text)
        return (customary,)

    def _effect(self, row: TableRow, name: str, place: int) -> Effect:
        text = self._text(row, "effect")
        found = read_effect(text)
        if found is None:
            self._find(row, "effect", Severity.CHECK, "effect_unread", place, name=name, value=text)
        return found or Effect.COUNTED

    def _veto(self, row: TableRow, name: str, place: int) -> tuple[Veto, VetoTerm]:
        text = self._text(row, "veto")
        if text and not _is_nothing(text):
            found = read_veto(text)
            if found is not None:
                return found
            self._find(row, "veto", Severity.CHECK, "veto_unread", place, name=name, value=text)
        elif any("一票否决" in cell.text for cell in row.cells):
            self._find(row, "name", Severity.CHECK, "veto_unread", place, name=name, value="一票否决")
        return Veto.NONE, VetoTerm.NONE

    def _check_names(self, row: TableRow, start: int) -> None:
        """The same deed for the same books twice is mostly a slip."""
        for place, item in enumerate(self.items[start:], start):
            key = (item.category, item.name, item.holders)
            if key in self._names:
                self._find(row, "name", Severity.CHECK, "item_twice", place, name=item.name)
            self._names.add(key)

    def _line_no(self, row: TableRow) -> int | None:
        text = self._text(row, "line_no")
        return int(text) if re.fullmatch(r"\d{1,4}", text) else None

    def _text(self, row: TableRow, key: str) -> str:
        return self._table.cell(row, key).text.strip()

    def _find(
        self, row: TableRow, key: str, severity: Severity, kind: str, place: int | None = None, **params: str
    ) -> None:
        letters = self._table.letters(key, row) if key else ""
        self.noted.append((Finding(self._table.sheet, row.number, letters, severity, kind, params), place))


def _is_nothing(text: str) -> bool:
    return bool(re.fullmatch(r"[-—–/\\无]+", text))


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
            cap=_cap(draft, value.least < ZERO, worth.cap),
            enabled=True,
        )


def _cap(draft: ItemDraft, takes: bool, noted: str) -> str:
    """The words about limits: those of their own column, with those of the value cell that say more."""
    if not draft.cap or not noted:
        return draft.cap or noted
    direction = Direction.FLOOR if takes else Direction.CAP
    more = set(read_limits(noted, direction, draft.holders).limits)
    said = set(read_limits(draft.cap, direction, draft.holders).limits)
    return draft.cap if more <= said else f"{draft.cap}，{noted}"
