"""What is printed of an exchange day: who may redeem, grid by grid, and what the day came to."""

from collections.abc import Iterable, Sequence
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle
from passbook_desk.documents.flow import flow_table as flow
from passbook_desk.documents.flow_tables import TableSection, flow_tables
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Align, Face, Item, Page, Rule, Text
from passbook_desk.features.passbooks.looks import short_day
from passbook_desk.features.redemption.exchange import words
from passbook_desk.features.redemption.exchange.values import EntitledRow, ExchangeSheet, GoodsOfDay
from passbook_desk.kernel.points import ZERO
from passbook_desk.kernel.sensitive import wall_text

_MARGIN: Final = 13.0
_WIDTH: Final = A4[0] - 2 * _MARGIN
_PAPER: Final = Paper(A4, _MARGIN, _MARGIN, _MARGIN, 14.0)
_SIZE: Final = 12.0
_TITLE: Final = 20.0
_LINE: Final = 6.4
_STYLE: Final = TableStyle(size=_SIZE, head_size=_SIZE, pitch=1.2, padding=1.2, lowest_row=9.0)
_LIST: Final = (
    Column("序号", 13.0, Align.CENTRE),
    Column("户编号", 17.0),
    Column("户主", 29.0),
    Column("存折号", 39.0),
    Column("可兑积分", 21.0, Align.RIGHT),
    Column("排队号", 16.0, Align.CENTRE),
    Column("领取", 20.0),
    Column("签字", _WIDTH - 155.0),
)
_GOODS: Final = (
    Column("编号", 16.0),
    Column("物品", 50.0),
    Column("单位", 15.0, Align.CENTRE),
    Column("期初", 19.0, Align.RIGHT),
    Column("其他进出", 21.0, Align.RIGHT),
    Column("兑出", 18.0, Align.RIGHT),
    Column("结存", 19.0, Align.RIGHT),
    Column("合计分", _WIDTH - 158.0, Align.RIGHT),
)
_LATER: Final = (
    Column("兑换单", 28.0),
    Column("户主", 36.0),
    Column("分", 18.0, Align.RIGHT),
    Column("退回日期", 26.0),
    Column("原因", _WIDTH - 108.0),
)
_LIST_SIGNERS: Final = ("发放人（签字）：", "监督员（签字）：")
_SIGNERS: Final = ("经办人（签字）：", "审核人（签字）：", "监督员（签字）：")
_NOTE: Final = "领取时本人签字；代领的写代领人姓名。"
_NOBODY: Final = "现在没有可以兑换的存折。"
_NOTHING: Final = "没有兑出物品。"
_LATER_TITLE: Final = "结算以后退回的兑换单（不改上面的数）"
_SIGN_HEIGHT: Final = 16.0


def list_pages(sheet: ExchangeSheet, measure: Measure) -> tuple[Page, ...]:
    """可兑换名单: a sheet for each grid with its own page numbers. Raises CharactersNotPrintable."""
    grids = words.by_grid(sheet.rows) or [("", [])]
    return tuple(page for name, rows in grids for page in _grid_pages(sheet, name, rows, measure))


def settlement_pages(sheet: ExchangeSheet, measure: Measure) -> tuple[Page, ...]:
    """兑换日结算单: slips, points and pieces by goods, and what was taken back since the settlement.

    Raises CharactersNotPrintable.
    """
    goods = words.moved_goods(sheet)
    sections = [
        TableSection(_GOODS, (*(_goods_row(row) for row in goods), _total(goods)) if goods else _none())
    ]
    if sheet.card.later:
        sections.append(TableSection(_LATER, tuple(_later_rows(sheet)), above=_section(_LATER_TITLE)))
    title = words.settlement_title(sheet)
    return flow_tables(
        sections,
        measure,
        _PAPER,
        _STYLE,
        first=_heading(title, _facts(sheet), measure),
        later=_again(title, measure),
        closing=_closing(_SIGNERS, measure),
    )


def _grid_pages(
    sheet: ExchangeSheet, grid: str, rows: Sequence[EntitledRow], measure: Measure
) -> tuple[Page, ...]:
    day, title = sheet.card.row, words.list_title(sheet)
    told = [
        Row(
            (
                str(number),
                row.account.owner_code,
                row.account.owner_name,
                words.book_word(row),
                str(row.redeemable),
                "" if row.ticket is None else str(row.ticket),
                words.had_word(row),
            )
        )
        for number, row in enumerate(rows, 1)
    ]
    facts = (
        f"{grid}　{words.total_word(rows)}",
        f"{words.days_held(day)}　{day.outlet}　{_NOTE}",
    )
    return flow(
        _LIST,
        told or [Row((_NOBODY,), RowKind.GROUP)],
        measure,
        _PAPER,
        _STYLE,
        first=_heading(title, facts, measure),
        later=_again(f"{title}　{grid}", measure),
        closing=_closing(_LIST_SIGNERS, measure),
    )


def _facts(sheet: ExchangeSheet) -> tuple[str, ...]:
    day = sheet.card.row
    facts = [
        f"{day.number}　{words.days_held(day)}　{day.outlet}　{words.settled_word(day)}",
        f"兑换单 {day.slips} 张，{sheet.card.books} 本存折；{day.points} 分，{day.pieces} 件（次）；"
        f"发号 {day.tickets} 个。",
        words.tie_words(sheet.card.tie),
    ]
    if day.settled is not None and day.settled.words:
        facts.append(f"说明：{wall_text(day.settled.words)}")
    return tuple(facts)


def _goods_row(goods: GoodsOfDay) -> Row:
    stock = (str(goods.opening), f"{goods.other:+}" if goods.other else "0", str(goods.left))
    opening, other, left = ("—", "—", "—") if goods.service else stock
    return Row(
        (goods.code, goods.called, goods.unit, opening, other, str(goods.given), left, str(goods.points))
    )


def _total(goods: Iterable[GoodsOfDay]) -> Row:
    known = tuple(goods)
    points = sum((each.points for each in known), ZERO)
    given = sum(each.given for each in known)
    return Row(("", "合计", "", "", "", str(given), "", str(points)), RowKind.SUBTOTAL)


def _none() -> tuple[Row, ...]:
    return (Row((_NOTHING,), RowKind.GROUP),)


def _later_rows(sheet: ExchangeSheet) -> Iterable[Row]:
    for slip in sheet.card.later:
        back = "" if slip.goods_back else "（物品没有退回）"
        on = "" if slip.undone_on is None else short_day(slip.undone_on)
        reason = f"{wall_text(slip.undo_reason)}{back}"
        yield Row((slip.number, slip.account.owner_name, str(slip.points), on, reason))


def _section(title: str) -> Block:
    return Block(13.0, (Text(0, 10.0, title, _SIZE, Face.BOLD),))


def _heading(title: str, facts: Sequence[str], measure: Measure) -> Block:
    size, lines = measure.fit_lines(title, _WIDTH, _TITLE, Face.BOLD, floor=15.0)
    items: list[Item] = []
    y = 0.0
    for line in lines:
        y += 8.5
        items.append(Text(_WIDTH / 2, y, line, size, Face.BOLD, Align.CENTRE))
    y += 2.0
    for fact in facts:
        for line in measure.wrap(fact, _WIDTH, _SIZE):
            y += _LINE
            items.append(Text(0, y, line, _SIZE))
    return Block(y + 3.0, tuple(items))


def _again(title: str, measure: Measure) -> Block:
    told = f"{title}（续）"
    return Block(9.0, (Text(0, 6.0, told, measure.fit(told, _WIDTH, _SIZE, Face.BOLD), Face.BOLD),))


def _closing(signers: Sequence[str], measure: Measure) -> Block:
    items: list[Item] = []
    share = _WIDTH / len(signers)
    for place, signer in enumerate(signers):
        begins = place * share + measure.width(signer, _SIZE) + 1.0
        items.append(Text(place * share, _SIGN_HEIGHT, signer, _SIZE))
        items.append(Rule(begins, _SIGN_HEIGHT + 1.2, (place + 1) * share - 4.0, _SIGN_HEIGHT + 1.2))
    return Block(_SIGN_HEIGHT + 3.0, tuple(items))
