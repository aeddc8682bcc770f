"""积分审核单 as A4 pages: the claims of one review, their total, and the lines on which three people sign."""

from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Align, Face, Item, Page, Rule, Text
from passbook_desk.features.ledger.claims.values import ClaimRow, SheetContent
from passbook_desk.features.ledger.values import Colour

_MARGIN: Final = 15.0
_WIDTH: Final = A4[0] - 2 * _MARGIN
_TEXT: Final = 11.0
_SIZE: Final = 10.5
_TITLE: Final = "积分审核单"
_HEADS: Final = (
    ("序号", 10.0, Align.CENTRE),
    ("网格", 22.0, Align.LEFT),
    ("编号", 17.0, Align.CENTRE),
    ("户主（姓名）", 26.0, Align.LEFT),
    ("事项", 50.0, Align.LEFT),
    ("日期", 20.0, Align.CENTRE),
    ("分值", 15.0, Align.RIGHT),
    ("意见", 20.0, Align.CENTRE),
)
_BOOKS: Final = {Colour.RED: "红", Colour.GREEN: "绿"}
_SIGNATURES: Final = ("记录：", "审核：", "监督：")
_ALONE: Final = "本村一人经办（单人模式）：以本单签字代替第二人审核，签字后按单号在程序里办理。"
_HOW: Final = "逐条核对，同意的在“意见”栏打√，不同意的写明原因；三人签字后存档。"


def review_sheet_pages(content: SheetContent, measure: Measure) -> tuple[Page, ...]:
    """The pages of a sheet, numbered on each; at least one. Raises CharactersNotPrintable."""
    rows = [_row(place, row) for place, row in enumerate(content.rows, 1)]
    rows.append(
        Row(("", "", "", "", f"合计 {len(content.rows)} 件", "", str(content.total)), RowKind.SUBTOTAL)
    )
    return flow_table(
        tuple(Column(title, width, align) for title, width, align in _HEADS),
        rows,
        measure,
        Paper(A4, _MARGIN, _MARGIN, 14.0, 14.0),
        TableStyle(size=_SIZE, head_size=_SIZE, lowest_row=7.5),
        first=_first(content, measure),
        later=_later(content),
        closing=_closing(),
    )


def texts_of(content: SheetContent) -> tuple[str, ...]:
    """Everything on the sheet that somebody typed, each text once, for `FontBook.check`."""
    people = [
        text
        for row in content.rows
        for text in (row.account.grid_name, row.account.owner_name, row.item_text)
    ]
    return tuple(dict.fromkeys((content.village_name, *people)))


def _row(place: int, row: ClaimRow) -> Row:
    day = row.occurred_on
    return Row(
        (
            str(place),
            row.account.grid_name,
            row.account.owner_code,
            f"{row.account.owner_name}（{_BOOKS[row.account.colour]}）",
            f"{row.item_code} {row.item_text}" + (f" ×{row.quantity}" if row.quantity > 1 else ""),
            f"{day.year}.{day.month}.{day.day}",
            str(row.points),
            "",
        )
    )


def _first(content: SheetContent, measure: Measure) -> Block:
    title = f"{content.village_name}{_TITLE}"
    on = content.on
    items: list[Item] = [
        Text(
            _WIDTH / 2,
            8.0,
            title,
            measure.fit(title, _WIDTH - 60, 20, Face.BOLD, 10),
            Face.BOLD,
            Align.CENTRE,
        ),
        Text(0, 17.0, f"单号：{content.number}", _TEXT, Face.BOLD),
        Text(_WIDTH, 17.0, f"{on.year}年{on.month}月{on.day}日", _TEXT, align=Align.RIGHT),
    ]
    y = 24.0
    for line in (_HOW, *((_ALONE,) if content.single_clerk else ())):
        for part in measure.wrap(line, _WIDTH, _TEXT):
            items.append(Text(0, y, part, _TEXT))
            y += 6.0
    return Block(y - 2.0, tuple(items))


def _later(content: SheetContent) -> Block:
    said = f"{content.village_name}{_TITLE}（续）　单号：{content.number}"
    return Block(8.0, (Text(0, 5.0, said, _TEXT, Face.BOLD),))


def _closing() -> Block:
    items: list[Item] = []
    y = 14.0
    for who in _SIGNATURES:
        items += [
            Text(0, y, who, 12),
            Rule(16, y + 1.2, 90, y + 1.2),
            Text(100, y, "日期：", 12),
            Rule(116, y + 1.2, 170, y + 1.2),
        ]
        y += 13.0
    return Block(y - 6.0, tuple(items))
