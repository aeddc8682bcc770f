"""Paper of the counter: 兑换单 and 领取告知单, two on a sheet of A5, and the register 兑换登记表."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import (
    A4_LANDSCAPE,
    GREY,
    Align,
    Face,
    Inset,
    Item,
    Page,
    Rule,
    Text,
)
from passbook_desk.features.passbooks.looks import chinese_day, short_day
from passbook_desk.features.redemption.counter import words
from passbook_desk.features.redemption.counter.register_values import Register, SlipSheet
from passbook_desk.features.redemption.counter.values import SlipItemRow
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.points import Points

_A5: Final = (148.0, 210.0)
_HALF: Final = (148.0, 105.0)
_MARGIN: Final = 9.0
_INNER: Final = _HALF[0] - 2 * _MARGIN
_BODY: Final = 10.5
_SMALL: Final = 8.5
_LINE: Final = 5.8
_HALF_PAPER: Final = Paper(_HALF, _MARGIN, _MARGIN, 6.0, 6.0, "")
_HALF_STYLE: Final = TableStyle(size=_BODY, head_size=9.5, pitch=1.15, padding=0.9, lowest_row=5.9)
_ITEM_COLUMNS: Final = (
    Column("序", 8.0, Align.RIGHT),
    Column("物品（规格）", _INNER - 66.0),
    Column("数量", 20.0, Align.RIGHT),
    Column("单价分", 18.0, Align.RIGHT),
    Column("合计分", 20.0, Align.RIGHT),
)
_STUBS: Final = ("存根联（兑换点留存）", "领取联（交给住户）")
_MANY: Final = "（第 {number} 张，共 {count} 张）"

_WIDE_MARGIN: Final = 12.0
_WIDE: Final = A4_LANDSCAPE[0] - 2 * _WIDE_MARGIN
_REGISTER_PAPER: Final = Paper(A4_LANDSCAPE, _WIDE_MARGIN, _WIDE_MARGIN, 11.0, 11.0)
_REGISTER_STYLE: Final = TableStyle(size=9.0, head_size=9.0, pitch=1.15, padding=0.9, lowest_row=9.6)
_REGISTER_COLUMNS: Final = (
    Column("序号", 8.0, Align.RIGHT),
    Column("日期\n单号", 18.0),
    Column("户编号", 14.0),
    Column("户主\n持折人", 17.0),
    Column("存折号", 25.0),
    Column("物品", 32.0),
    Column("规格", 19.0),
    Column("数量", 12.0, Align.RIGHT),
    Column("单价分", 12.0, Align.RIGHT),
    Column("合计分", 12.0, Align.RIGHT),
    Column("兑换前\n可用分", 14.5, Align.RIGHT),
    Column("兑换后\n可用分", 14.5, Align.RIGHT),
    Column("领取人与\n户主关系", 19.0),
    Column("领取人签字", _WIDE - 247.0),
    Column("经办人", 15.0),
    Column("监督员", 15.0),
)
_BEFORE_SIGNING: Final = 13
_COPIES: Final = ("第一份　兑换点存", "第二份　办公室存")
_NOTHING: Final = "这段时间没有兑换。"


def slip_pages(
    sheets: Sequence[SlipSheet], village: VillageRow, as_of: date, measure: Measure
) -> tuple[Page, ...]:
    """兑换单: the upper half of an A5 for the shop, the lower one for the household; one to cut between.

    Printed after the day of the visit each says that it is a copy (副本); what was taken back says so. A long
    slip goes on on the next sheet. Raises CharactersNotPrintable.
    """
    found: list[Page] = []
    for sheet in sheets:
        halves = [_slip(sheet, village, as_of, measure, stub) for stub in _STUBS]
        found += [_sheet(upper, lower) for upper, lower in zip(*halves, strict=True)]
    return tuple(found)


def notice_slip_pages(
    sheets: Sequence[SlipSheet], village: VillageRow, as_of: date, measure: Measure
) -> tuple[Page, ...]:
    """领取告知单: what was collected from a household's book and what is left, with whom to ask.

    It tells a household what somebody else collected (domain §3); two different ones share a sheet of A5.
    Raises CharactersNotPrintable.
    """
    halves = [half for sheet in sheets for half in _told(sheet, village, as_of, measure)]
    return tuple(_sheet(upper, lower) for upper, lower in zip_longest(halves[::2], halves[1::2]))


def register_pages(register: Register, village: VillageRow, measure: Measure) -> tuple[Page, ...]:
    """兑换登记表 on A4 across, in two copies: for the shop and for the office, each to be signed.

    What was taken back is crossed out with its reason and is in no sum. Raises CharactersNotPrintable.
    """
    rows = _register_rows(register)
    return tuple(page for copy in _COPIES for page in _register(register, rows, village, copy, measure))


def _sheet(upper: Page, lower: Page | None) -> Page:
    """Two halves on A5, with a line to cut along."""
    middle = _HALF[1]
    halves = (Inset(upper, 0, 0), *([] if lower is None else [Inset(lower, 0, middle)]))
    cut = Rule(4.0, middle, _A5[0] - 4.0, middle, 0.1, GREY)
    return Page(*_A5, (cut,) if lower is not None else (), insets=halves)


def _slip(
    sheet: SlipSheet, village: VillageRow, as_of: date, measure: Measure, stub: str
) -> tuple[Page, ...]:
    slip = sheet.slip
    whose = words.holder_words(slip)
    where = f"存折号 {sheet.book}　{chinese_day(slip.redeemed_on)}　{slip.outlet}"
    title, number = f"{village.name}积分兑换单", f"编号 {slip.number}"
    closing = _signed(sheet, measure)
    return _half(sheet, title, number, stub, (whose, where), closing, as_of, measure)


def _told(sheet: SlipSheet, village: VillageRow, as_of: date, measure: Measure) -> tuple[Page, ...]:
    slip = sheet.slip
    whose = f"{words.holder_words(slip)}　存折号 {sheet.book}"
    day, who = chinese_day(slip.redeemed_on), words.collector_words(slip)
    what = f"{day}在{slip.outlet}用您家存折上的积分兑换了下列物品，由{who}领取："
    title, number = f"{village.name}领取告知单", f"兑换单 {slip.number}"
    closing = _asking(sheet, village, measure)
    return _half(sheet, title, number, "交给住户", (whose, what), closing, as_of, measure)


def _half(
    sheet: SlipSheet,
    title: str,
    number: str,
    stub: str,
    lines: tuple[str, str],
    closing: Block,
    as_of: date,
    measure: Measure,
) -> tuple[Page, ...]:
    """The items under a head of two lines, of which a page that goes on repeats the first."""
    return _counted(
        flow_table(
            _ITEM_COLUMNS,
            _item_rows(sheet),
            measure,
            _HALF_PAPER,
            _HALF_STYLE,
            first=_head(title, number, stub, lines, measure),
            later=_head(f"{title}（续）", number, stub, lines[:1], measure),
            footer=_foot(sheet, as_of, measure),
            closing=closing,
        )
    )


def _item_rows(sheet: SlipSheet) -> list[Row]:
    slip, struck = sheet.slip, 0 if sheet.slip.undone_on is None else len(_ITEM_COLUMNS)
    rows = [
        Row(
            (
                str(number),
                words.item_words(item),
                words.count_words(item),
                str(item.price),
                str(item.points),
            ),
            struck=struck,
        )
        for number, item in enumerate(slip.items, start=1)
    ]
    total = ("", "合计", f"{slip.pieces} 件", "", str(slip.points))
    return [*rows, Row(total, RowKind.SUBTOTAL, struck=struck)]


def _head(title: str, number: str, stub: str, lines: Iterable[str], measure: Measure) -> Block:
    size = measure.fit(title, _INNER - 72.0, 15.0, Face.BOLD)
    items: list[Item] = [
        Text(0, 5.6, number, _SMALL + 1),
        Text(_INNER / 2, 6.0, title, size, Face.BOLD, Align.CENTRE),
        Text(_INNER, 5.6, stub, _SMALL, align=Align.RIGHT),
    ]
    y = 7.0
    for text in lines:
        size, parts = measure.fit_lines(text, _INNER, _BODY, floor=9.0)
        for part in parts:
            y += _LINE
            items.append(Text(0, y, part, size))
    return Block(y + 2.2, tuple(items))


def _signed(sheet: SlipSheet, measure: Measure) -> Block:
    """What the book had and has, who collected and who served, and the places to sign."""
    slip = sheet.slip
    said = [
        f"兑换前可用 {slip.before} 分　本次兑换 {slip.points} 分　兑换后可用 {slip.left} 分",
        f"领取人 {words.collector_words(slip)}　经办人 {slip.served_by}",
    ]
    if slip.paper_ref:
        said.append(f"签字单 {slip.paper_ref}")
    block = _said(said, sheet, measure)
    y = block.height + 7.0
    items = [*block.items, *_blank("领取人签字：", 0.0, y, measure), *_blank("监督员：", 70.0, y, measure)]
    return Block(y + 2.0, tuple(items))


def _asking(sheet: SlipSheet, village: VillageRow, measure: Measure) -> Block:
    slip = sheet.slip
    phone = f"拨打 {village.objection_phone}，或" if village.objection_phone else ""
    said = [
        f"兑换前可用 {slip.before} 分，这次用了 {slip.points} 分，兑换后可用 {slip.left} 分。",
        f"如果不是您家领的，或者数目不对，请{phone}到村委会说明。",
    ]
    block = _said(said, sheet, measure)
    y = block.height + 7.0
    return Block(y + 2.0, (*block.items, *_blank("经办人：", 70.0, y, measure)))


def _said(said: list[str], sheet: SlipSheet, measure: Measure) -> Block:
    undone = words.undone_words(sheet.slip)
    items: list[Item] = []
    y = 1.0
    for text, face in [*((each, Face.REGULAR) for each in said), (undone, Face.BOLD)]:
        if not text:
            continue
        size, parts = measure.fit_lines(text, _INNER, _BODY, face, floor=9.0)
        for part in parts:
            y += _LINE - 0.4
            items.append(Text(0, y, part, size, face))
    return Block(y, tuple(items))


def _blank(word: str, x: float, y: float, measure: Measure) -> tuple[Item, ...]:
    start = x + measure.width(word, _BODY) + 1.0
    return Text(x, y, word, _BODY), Rule(start, y + 1.0, x + 60.0, y + 1.0, 0.15)


def _foot(sheet: SlipSheet, as_of: date, measure: Measure) -> Block:
    said = " · ".join(
        part for part in (words.ledger_words(sheet), words.copy_words(sheet.slip, as_of)) if part
    )
    return Block(4.5, (Text(0, 3.8, said, measure.fit(said, _INNER, _SMALL)),))


def _counted(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Pages that belong together say so."""
    if len(pages) == 1:
        return pages
    return tuple(
        replace(
            page,
            items=(
                *page.items,
                Text(
                    page.width - _MARGIN,
                    page.height - 6.7,
                    _MANY.format(number=number, count=len(pages)),
                    _SMALL,
                    align=Align.RIGHT,
                ),
            ),
        )
        for number, page in enumerate(pages, start=1)
    )


def _register(
    register: Register, rows: Sequence[Row], village: VillageRow, copy: str, measure: Measure
) -> tuple[Page, ...]:
    title, facts = words.register_title(village), words.register_facts(register)
    return flow_table(
        _REGISTER_COLUMNS,
        rows,
        measure,
        _REGISTER_PAPER,
        _REGISTER_STYLE,
        first=_register_head(title, facts, copy, measure),
        later=_register_head(f"{title}（续）", facts, copy, measure),
        closing=_register_closing(register, measure),
    )


def _register_rows(register: Register) -> list[Row]:
    if not register.sheets:
        return [Row((_NOTHING,), RowKind.GROUP)]
    rows = [
        _register_row(number, sheet, item, left)
        for number, (sheet, item, left) in enumerate(register.items, start=1)
    ]
    total = ("", "合计", "", "", "", f"{len(register.standing)} 张", "", str(register.pieces), "")
    return [*rows, Row((*total, str(register.points)), RowKind.SUBTOTAL)]


def _register_row(number: int, sheet: SlipSheet, item: SlipItemRow, left: Points) -> Row:
    """A line for each kind of goods; figures before and after are those of the line."""
    slip, account, first = sheet.slip, sheet.slip.account, item.number == 1
    relation = words.relation_words(slip)
    collector = f"{slip.collector}\n{relation}" if slip.collector else relation
    return Row(
        (
            str(number),
            f"{short_day(slip.redeemed_on)}\n{slip.number}",
            account.owner_code,
            account.owner_name,
            sheet.book,
            item.name,
            item.spec,
            words.count_words(item),
            str(item.price),
            str(item.points),
            str(left + item.points),
            str(left),
            collector,
            words.undone_words(slip) if first else "",
            slip.served_by,
            "",
        ),
        struck=0 if slip.undone_on is None else _BEFORE_SIGNING,
    )


def _register_head(title: str, facts: str, copy: str, measure: Measure) -> Block:
    size = measure.fit(title, _WIDE - 90.0, 18.0, Face.BOLD)
    return Block(
        17.0,
        (
            Text(_WIDE / 2, 7.0, title, size, Face.BOLD, Align.CENTRE),
            Text(_WIDE, 7.0, copy, _BODY, align=Align.RIGHT),
            Text(0, 14.5, facts, measure.fit(facts, _WIDE, _BODY)),
        ),
    )


def _register_closing(register: Register, measure: Measure) -> Block:
    y = 17.0
    items: list[Item] = [Text(0, 6.0, words.register_sums(register), _BODY)]
    for x, word in ((0.0, "制表："), (95.0, "店长："), (190.0, "监督员：")):
        items += _blank(word, x, y, measure)
    return Block(y + 3.0, tuple(items))
