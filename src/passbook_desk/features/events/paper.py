"""The filing sheet 红白事报备表 on A4: what the host declares beside what the standard allows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest
from typing import Final

from passbook_desk.documents.measure import BASELINE_BELOW_MIDDLE
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import A4, MM_PER_POINT, PALE, Align, Box, Face, Item, Page, Rule, Text
from passbook_desk.features.events.values import (
    NOTICE_TITLE,
    Deadline,
    EventCard,
    EventKind,
    FigureJudged,
    HostingCase,
    Measure,
    Verdict,
)
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.lunar import lunar_date, solar_words

KIND_WORDS: Final = {EventKind.WEDDING: "红事", EventKind.FUNERAL: "白事"}
CASE_WORDS: Final = {
    HostingCase.ORDINARY: "普通村民",
    HostingCase.JOINT: "双方合办",
    HostingCase.MEMBER: "党员、村干部",
}
VERDICT_WORDS: Final = {
    Verdict.WITHIN: "未超",
    Verdict.NEAR: "接近",
    Verdict.OVER: "超标",
    Verdict.NONE: "—",
}
MEASURE_WORDS: Final = {
    Measure.TABLES: ("桌数", "桌"),
    Measure.SEATS: ("每桌人数", "人"),
    Measure.PER_TABLE: ("每桌标准（含烟酒）", "元"),
    Measure.CIGARETTES: ("香烟", "元/包"),
    Measure.LIQUOR: ("白酒", "元/瓶"),
    Measure.GIFT: ("随礼（村民）", "元"),
    Measure.GIFT_KIN: ("随礼（亲友）", "元"),
    Measure.BRIDE_PRICE: ("彩礼（倡导）", "元"),
    Measure.CARS: ("车辆", "辆"),
    Measure.DAYS: ("天数", "天"),
    Measure.MUSICIANS: ("乐队人数", "人"),
    Measure.WREATHS: ("花圈", "个"),
    Measure.FIREWORKS: ("鞭炮烟花", "个"),
    Measure.RELIGIOUS_SERVICE: ("法事", "元"),
}
"""What a measure is called on paper, and its unit."""

_WIDTH, _HEIGHT = A4
_LEFT: Final = 20.0
_INNER: Final = _WIDTH - 2 * _LEFT
_TOP: Final = 18.0
_BOTTOM: Final = _HEIGHT - 18.0
_TITLE: Final = 20.0
_TITLE_FLOOR: Final = 14.0
_BODY: Final = 10.5
_SMALL: Final = 9.0
_PAD: Final = 1.6
_LABEL: Final = 26.0
_HALF: Final = _INNER / 2
_FIGURE_WIDTHS: Final = (33.0, 18.0, 19.0, 15.0)
_RULE_LINES: Final = 20
_DATE_BLANK: Final = "年　　月　　日"
_PLEDGE: Final = "本户承诺按上列申报的规模操办，不超过村里的标准，不铺张浪费，接受红白理事会核查。"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A ruled cell of a row; lines stand in its middle, a heading on pale ground."""

    width: float
    text: str
    head: bool = False
    align: Align = Align.CENTRE
    size: float = _BODY
    bold: bool = False

    @property
    def face(self) -> Face:
        return Face.BOLD if self.bold or self.head else Face.REGULAR


@dataclass(slots=True)
class _Flow:
    """Puts rows under each other and begins a new page when one does not fit any more."""

    measure: TextMeasure
    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    y: float = _TOP

    def row(self, cells: Sequence[_Cell], least: float = 7.4) -> None:
        """One row of cells, as high as its longest text."""
        wrapped = [
            self.measure.wrap(cell.text, cell.width - 2 * _PAD, cell.size, cell.face) for cell in cells
        ]
        heights = (
            len(lines) * _line_height(cell.size) + 2 * _PAD
            for cell, lines in zip(cells, wrapped, strict=True)
        )
        height = max(least, *heights)
        self.need(height)
        x = _LEFT
        for cell, lines in zip(cells, wrapped, strict=True):
            self.add(Box(x, self.y, cell.width, height, fill=PALE if cell.head else None))
            top = self.y + (height - len(lines) * _line_height(cell.size)) / 2
            self.lines(cell, lines, x, top)
            x += cell.width
        self.y += height

    def lines(self, cell: _Cell, lines: Iterable[str], x: float, top: float) -> None:
        """Lines of a cell whose left edge is x, from `top` downwards."""
        at = {
            Align.LEFT: x + _PAD,
            Align.CENTRE: x + cell.width / 2,
            Align.RIGHT: x + cell.width - _PAD,
        }[cell.align]
        for number, line in enumerate(lines):
            baseline = top + number * _line_height(cell.size) + _baseline(cell.size)
            self.add(Text(at, baseline, line, cell.size, cell.face, cell.align))

    def need(self, height: float) -> None:
        """Begin a new page unless so many millimetres are left."""
        if self.y + height > _BOTTOM:
            self.pages.append([])
            self.y = _TOP

    def add(self, item: Item) -> None:
        """Draw something on the page that is being filled."""
        self.pages[-1].append(item)


def filing_sheet(card: EventCard, village: VillageRow, measure: TextMeasure) -> tuple[Page, ...]:
    """The sheet that the host, the council and the village committee sign; one page unless texts are long.

    The phone is masked, because the sheet is shown around (domain §5.3). Raises CharactersNotPrintable.
    """
    flow = _Flow(measure)
    _heading(flow, card, village)
    _about_host(flow, card)
    _figures(flow, card)
    _rules(flow, card)
    _pledge(flow)
    _opinions(flow)
    count = len(flow.pages)
    return tuple(
        Page(_WIDTH, _HEIGHT, (*items, *_foot(card, number, count)))
        for number, items in enumerate(flow.pages, start=1)
    )


def _heading(flow: _Flow, card: EventCard, village: VillageRow) -> None:
    title = f"{village.township}{village.name}{KIND_WORDS[card.kind]}报备表"
    size, lines = flow.measure.fit_lines(title, _INNER, _TITLE, Face.BOLD, floor=_TITLE_FLOOR)
    y = _TOP
    for line in lines:
        y += size * MM_PER_POINT * 1.2
        flow.add(Text(_WIDTH / 2, y, line, size, Face.BOLD, Align.CENTRE))
    y += 9.0
    flow.add(Text(_LEFT, y, f"编号：{card.number}", _BODY))
    reported = f"报备日期：{solar_words(card.reported_on)}"
    flow.add(Text(_LEFT + _INNER, y, reported, _BODY, Face.REGULAR, Align.RIGHT))
    flow.y = y + 3.0


def _about_host(flow: _Flow, card: EventCard) -> None:
    lunar = lunar_date(card.held_on)
    held_on = solar_words(card.held_on) + (f"　农历{lunar}" if lunar else "")
    phone = card.phone.masked() if card.phone else ""
    _pair(flow, ("户主", card.head_name), ("户编号", f"{card.household_code}（{card.grid_name}）"))
    _pair(flow, ("类别", KIND_WORDS[card.kind]), ("适用标准", CASE_WORDS[card.hosting_case]))
    _wide(flow, "事由", card.matter)
    _wide(flow, "办事日期", held_on)
    _wide(flow, "报备时限", deadline_words(card.kind, card.deadline))
    _wide(flow, "办事地点", card.place)
    _pair(flow, ("联系人", card.contact), ("联系电话", phone))
    _pair(flow, ("厨师（队）", card.cook_team), ("承诺书", "已签订" if card.pledge_signed else "未签订"))


def deadline_words(kind: EventKind, deadline: Deadline) -> str:
    """提前11天报备（要求提前7天）：按时; a funeral may follow on paper: 办事后4天补报（要求7天内）：按时."""
    judged = "迟报" if deadline.late else "按时"
    days = deadline.days_ahead
    when = f"提前{days}天报备" if days > 0 else "当日报备" if days == 0 else f"办事后{-days}天补报"
    asked = (
        f"要求提前{deadline.required}天"
        if kind is EventKind.WEDDING
        else f"要求当日告知，{-deadline.required}天内补手续"
    )
    return f"{when}（{asked}）：{judged}"


def _pair(flow: _Flow, left: tuple[str, str], right: tuple[str, str]) -> None:
    cells: list[_Cell] = []
    for label, value in (left, right):
        cells.append(_Cell(_LABEL, label, head=True))
        cells.append(_Cell(_HALF - _LABEL, value, align=Align.LEFT))
    flow.row(cells)


def _wide(flow: _Flow, label: str, value: str) -> None:
    flow.row((_Cell(_LABEL, label, head=True), _Cell(_INNER - _LABEL, value, align=Align.LEFT)))


def _figures(flow: _Flow, card: EventCard) -> None:
    """The figures in two columns beside each other, read downwards."""
    flow.row([_Cell(width, title, head=True) for width, title in _figure_heads() * 2])
    half = (len(card.figures) + 1) // 2
    for pair in zip_longest(card.figures[:half], card.figures[half:]):
        flow.row([cell for figure in pair for cell in _figure_cells(figure)])


def _figure_heads() -> tuple[tuple[float, str], ...]:
    return tuple(zip(_FIGURE_WIDTHS, ("项目", "申报", "标准", "对照"), strict=True))


def _figure_cells(figure: FigureJudged | None) -> tuple[_Cell, ...]:
    if figure is None:
        return tuple(_Cell(width, "") for width in _FIGURE_WIDTHS)
    title, unit = MEASURE_WORDS[figure.measure]
    declared = "未申报" if figure.declared is None else f"{figure.declared}{unit}"
    limit = "不限" if figure.limit is None else f"{figure.limit}{unit}"
    words = (title, declared, limit, VERDICT_WORDS[figure.verdict])
    cells = [_Cell(width, text, size=_SMALL) for width, text in zip(_FIGURE_WIDTHS, words, strict=True)]
    cells[-1] = replace(cells[-1], size=_BODY, bold=figure.verdict in (Verdict.OVER, Verdict.NEAR))
    return tuple(cells)


def _rules(flow: _Flow, card: EventCard) -> None:
    """The standard's lines in words, in rows short enough for any page."""
    text = "\n".join(f"{rule.title}：{rule.words}" for rule in card.rules if rule.title != NOTICE_TITLE)
    width = _INNER - _LABEL
    lines = flow.measure.wrap(text, width - 2 * _PAD, _SMALL) if text else ()
    for first in range(0, len(lines), _RULE_LINES):
        part = "\n".join(lines[first : first + _RULE_LINES])
        label = "其他规定" if first == 0 else "其他规定（续）"
        flow.row((_Cell(_LABEL, label, head=True), _Cell(width, part, align=Align.LEFT, size=_SMALL)))


def _pledge(flow: _Flow) -> None:
    _signed_block(flow, "事主承诺", _PLEDGE, ("承诺人（签名）：", f"{_DATE_BLANK}"), 24.0)


def _opinions(flow: _Flow) -> None:
    _signed_block(flow, "红白理事会\n意见", "", ("会长（签名）：", _DATE_BLANK), 26.0)
    _signed_block(flow, "村民委员会\n意见", "", ("负责人（签名、盖章）：", _DATE_BLANK), 26.0)
    _pair(flow, ("乡镇备案号", ""), ("备案日期", _DATE_BLANK))


def _signed_block(flow: _Flow, label: str, text: str, signature: tuple[str, str], height: float) -> None:
    """A block to write in by hand, with a place to sign at its foot; it never breaks across pages."""
    flow.need(height)
    top = flow.y
    flow.row((_Cell(_LABEL, label, head=True), _Cell(_INNER - _LABEL, "")), least=height)
    body = _Cell(_INNER - _LABEL, text, align=Align.LEFT)
    flow.lines(body, flow.measure.wrap(text, body.width - 2 * _PAD, _BODY), _LEFT + _LABEL, top + _PAD)
    baseline = top + height - 3.0
    sign, dated = signature
    right = _LEFT + _INNER - 3.0
    flow.add(Text(right, baseline, dated, _BODY, Face.REGULAR, Align.RIGHT))
    line_end = right - flow.measure.width(dated, _BODY) - 14.0
    line_start = line_end - 32.0
    flow.add(Rule(line_start, baseline + 1.0, line_end, baseline + 1.0, 0.15))
    flow.add(Text(line_start - 1.0, baseline, sign, _BODY, Face.REGULAR, Align.RIGHT))


def _foot(card: EventCard, number: int, count: int) -> tuple[Item, ...]:
    standard = f"对照第{card.standard_number}版红白事标准（{_day(card.standard_meeting_on)}会议通过）"
    y = _HEIGHT - 11.0
    return (
        Text(_LEFT, y, f"{standard}　经办：{card.handler}", _SMALL),
        Text(_LEFT + _INNER, y, f"第{number}页 共{count}页", _SMALL, Face.REGULAR, Align.RIGHT),
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _line_height(size: float) -> float:
    return size * MM_PER_POINT * 1.3


def _baseline(size: float) -> float:
    """From the top of a line to its baseline."""
    return _line_height(size) / 2 + BASELINE_BELOW_MIDDLE * size * MM_PER_POINT
