"""The catalogue for the wall (细则) and the comparison of two versions (细则对照表), A4 landscape."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4_LANDSCAPE, Align, Face, Item, Page, Text
from passbook_desk.features.catalogue.cell_words import books_words, effect_words, veto_words
from passbook_desk.features.catalogue.comparing import ChangeKind, Compared, ComparedItem, Part, PartChange
from passbook_desk.features.catalogue.limit_text import limits_words, total_limit_words
from passbook_desk.features.catalogue.value_text import worth_words
from passbook_desk.features.catalogue.values import Draft, ItemDraft, ItemRow, ValueKind, VersionRow

_MARGIN: Final = 12.0
_WIDTH: Final = A4_LANDSCAPE[0] - 2 * _MARGIN
_PAPER: Final = Paper(A4_LANDSCAPE, _MARGIN, _MARGIN, 11.0, 12.0)
_WALL: Final = 14.0
"""Body size on a wall, in points (experience §6)."""
_TABLE: Final = 10.5
_NOTE: Final = 11.0
_LINE: Final = 5.6
_WALL_COLUMNS: Final = (
    Column("编码", 15.0, Align.CENTRE),
    Column("积分内容", 76.0),
    Column("分值", 40.0, Align.CENTRE),
    Column("上限", 46.0),
    Column("对象", 29.0, Align.CENTRE),
    Column("认定与说明", _WIDTH - 206.0),
)
_COMPARED_COLUMNS: Final = (
    Column("编码", 14.0, Align.CENTRE),
    Column("积分内容", 62.0),
    Column("变化", 16.0, Align.CENTRE),
    Column("改什么", 24.0, Align.CENTRE),
    Column("原来", 78.0),
    Column("现在", _WIDTH - 194.0),
)
_PARTS: Final = {
    Part.NAME: "名称",
    Part.CATEGORY: "类别",
    Part.VALUE: "分值",
    Part.LIMITS: "上限",
    Part.HOLDERS: "适用对象",
    Part.EFFECT: "积分用途",
    Part.EVIDENCE: "依据材料",
    Part.VETO: "一票否决",
    Part.SOURCE: "认定方式",
    Part.REMARK: "备注",
    Part.STATE: "状态",
}
_SECTIONS: Final = (
    (ChangeKind.NEW, "新增"),
    (ChangeKind.CHANGED, "改动"),
    (ChangeKind.OFF, "停用"),
)
_NOTHING: Final = "（无）"
_Item = ItemDraft | ItemRow


@dataclass(frozen=True, slots=True)
class CatalogueSheet:
    """A catalogue, and the village whose wall it hangs on."""

    village_name: str
    issuer: str
    catalogue: VersionRow | Draft


@dataclass(frozen=True, slots=True)
class ComparisonSheet:
    """Two catalogues side by side, the village's name, and the day it is printed."""

    village_name: str
    compared: Compared
    printed_on: date


def part_words(part: Part) -> str:
    """What a part of an item is called in a sheet."""
    return _PARTS[part]


def catalogue_pages(sheet: CatalogueSheet, measure: Measure) -> tuple[Page, ...]:
    """The items that can be recorded, by category, for the wall. Raises CharactersNotPrintable."""
    items = [item for item in sheet.catalogue.items if item.enabled]
    return flow_table(
        _WALL_COLUMNS,
        list(_wall_rows(items)),
        measure,
        _PAPER,
        TableStyle(size=_WALL, head_size=_WALL, pitch=1.15, padding=1.0, lowest_row=7.4, line=0.2),
        first=_heading(_wall_title(sheet), _wall_notes(sheet), measure),
        later=_later(_wall_title(sheet), measure),
        closing=_wall_closing(sheet, measure),
    )


def comparison_pages(sheet: ComparisonSheet, measure: Measure) -> tuple[Page, ...]:
    """What the newer catalogue changes, for the meeting; unchanged items are counted, not listed.

    Raises CharactersNotPrintable.
    """
    compared = sheet.compared
    title = f"{sheet.village_name}积分细则对照表"
    counts = [f"{word} {compared.count(kind)} 项" for kind, word in _SECTIONS]
    notes = (
        f"{compared.old or '（此前没有细则）'} → {compared.new}　"
        f"{'，'.join(counts)}，未变 {compared.count(ChangeKind.SAME)} 项",
        f"打印日期：{_chinese_day(sheet.printed_on)}",
    )
    return flow_table(
        _COMPARED_COLUMNS,
        list(_compared_rows(compared)) or [Row(("两版没有不同。",), RowKind.GROUP)],
        measure,
        _PAPER,
        TableStyle(size=_TABLE, head_size=_TABLE, pitch=1.2, padding=0.9, lowest_row=6.2),
        first=_heading(title, notes, measure),
        later=_later(title, measure),
    )


def texts_of(sheet: CatalogueSheet | ComparisonSheet) -> tuple[str, ...]:
    """Everything on these pages that somebody typed, each text once, for `FontBook.check`."""
    found: dict[str, None] = {sheet.village_name: None}
    if isinstance(sheet, CatalogueSheet):
        found[sheet.issuer] = None
        items: Iterable[_Item] = sheet.catalogue.items
    else:
        sides = (side for item in sheet.compared.items for side in (item.old, item.new))
        items = [item for item in sides if item is not None]
    for item in items:
        texts = (item.name, item.category, item.unit, item.cap, item.source, item.remark, item.evidence)
        found |= dict.fromkeys(texts)
    return tuple(found)


def _wall_title(sheet: CatalogueSheet) -> str:
    return f"{sheet.village_name}积分管理细则"


def _wall_notes(sheet: CatalogueSheet) -> tuple[str, ...]:
    catalogue = sheet.catalogue
    if isinstance(catalogue, Draft):
        return ("讨论稿，未经会议通过",)
    minutes = f"，会议记录 {catalogue.minutes_no}" if catalogue.minutes_no else ""
    return (
        f"第{catalogue.number}版　{_chinese_day(catalogue.meeting_on)}会议通过{minutes}"
        f"　自{_chinese_day(catalogue.effective_from)}起执行",
    )


def _wall_rows(items: Sequence[_Item]) -> Iterable[Row]:
    for category in dict.fromkeys(item.category for item in items):
        yield Row((category,), RowKind.GROUP)
        for item in items:
            if item.category == category:
                yield Row(
                    (
                        item.code,
                        item.name,
                        worth_words(item),
                        item.cap or limits_words(item.limits),
                        books_words(item.holders),
                        _explained(item),
                    )
                )


def _explained(item: _Item) -> str:
    veto = veto_words(item.veto, item.veto_term)
    parts = (
        item.source,
        f"凭{item.evidence}" if item.evidence else "",
        effect_words(item.effect),
        f"一票否决：{veto}" if veto else "",
        item.remark,
    )
    return "；".join(filter(None, parts))


def _wall_closing(sheet: CatalogueSheet, measure: Measure) -> Block:
    """What bounds all items, what still waits for a value, and who decided it."""
    catalogue = sheet.catalogue
    lines = list(map(total_limit_words, catalogue.limits))
    waiting = [item.name for item in catalogue.items if item.value_kind is ValueKind.UNSET]
    if waiting:
        lines.append(f"以下 {len(waiting)} 项分值待议定，暂不记分：{'、'.join(waiting)}")
    items: list[Item] = []
    y = 7.0
    for line in lines:
        for part in measure.wrap(line, _WIDTH, _NOTE):
            items.append(Text(0, y, part, _NOTE))
            y += _LINE
    y += 3.0
    seal = f"{sheet.issuer}（盖章）"
    items.append(Text(_WIDTH, y, seal, measure.fit(seal, _WIDTH / 2, _WALL), align=Align.RIGHT))
    return Block(y + 3.0, tuple(items))


def _compared_rows(compared: Compared) -> Iterable[Row]:
    for kind, word in _SECTIONS:
        items = [item for item in compared.items if item.kind is kind]
        if items:
            yield Row((f"{word}（{len(items)} 项）",), RowKind.GROUP)
        for item in items:
            yield from _item_rows(item, word)
    limits = [
        *((words, "") for words in compared.limits_gone),
        *(("", words) for words in compared.limits_come),
    ]
    if limits:
        yield Row(("全部事项的限额",), RowKind.GROUP)
        for old, new in limits:
            yield Row(("", "全部事项", "改动", "限额", old or _NOTHING, new or _NOTHING))


def _item_rows(compared: ComparedItem, word: str) -> Iterable[Row]:
    item = compared.item
    if compared.kind is ChangeKind.NEW:
        words = "；".join(
            filter(None, (worth_words(item), item.cap, books_words(item.holders), _explained(item)))
        )
        yield Row((item.code, item.name, word, "", _NOTHING, words))
        return
    for number, change in enumerate(compared.changes):
        first = number == 0
        yield Row(
            (item.code if first else "", item.name if first else "", word if first else "", *_told(change))
        )


def _told(change: PartChange) -> tuple[str, str, str]:
    return _PARTS[change.part], change.old or _NOTHING, change.new or _NOTHING


def _heading(title: str, notes: Sequence[str], measure: Measure) -> Block:
    items: list[Item] = [
        Text(_WIDTH / 2, 8.5, title, measure.fit(title, _WIDTH, 24, Face.BOLD, 8), Face.BOLD, Align.CENTRE)
    ]
    y = 16.0
    for note in notes:
        for part in measure.wrap(note, _WIDTH, _NOTE):
            items.append(Text(_WIDTH / 2, y, part, _NOTE, align=Align.CENTRE))
            y += _LINE
    return Block(y - _LINE + 3.0, tuple(items))


def _later(title: str, measure: Measure) -> Block:
    words = f"{title}（续）"
    return Block(8.0, (Text(0, 5.5, words, measure.fit(words, _WIDTH, 13, Face.BOLD, 7), Face.BOLD),))


def _chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
