"""The filing sheet 红白事报备表 on A4: what the host declares beside what the standard allows."""

from dataclasses import replace
from itertools import zip_longest
from typing import Final

from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import Page
from passbook_desk.features.events.form_flow import BODY, DATE_BLANK, SMALL, Cell, Flow, day_words
from passbook_desk.features.events.values import NOTICE_TITLE, EventCard, FigureJudged, LimitDraft, Verdict
from passbook_desk.features.events.words import (
    KIND_WORDS,
    MEASURE_WORDS,
    VERDICT_WORDS,
    case_words,
    deadline_words,
)
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.lunar import lunar_date, solar_words

_FIGURE_WIDTHS: Final = (33.0, 18.0, 19.0, 15.0)
_PLEDGE: Final = "本户承诺按上列申报的规模操办，不超过村里的标准，不铺张浪费，接受红白理事会核查。"


def filing_sheet(card: EventCard, village: VillageRow, measure: TextMeasure) -> tuple[Page, ...]:
    """The sheet that the host, the council and the village committee sign; one page unless texts are long.

    The phone is masked, because the sheet is shown around (domain §5.3). Raises CharactersNotPrintable.
    """
    flow = Flow(measure)
    flow.title(
        f"{village.township}{village.name}{KIND_WORDS[card.kind]}报备表",
        f"编号：{card.number}",
        f"报备日期：{solar_words(card.reported_on)}",
    )
    _about_host(flow, card)
    _figures(flow, card)
    flow.long("其他规定", rules_text(card))
    flow.signed("事主承诺", _PLEDGE, "承诺人（签名）：", 24.0)
    flow.signed("红白理事会\n意见", "", "会长（签名）：", 26.0)
    flow.signed("村民委员会\n意见", "", "负责人（签名、盖章）：", 26.0)
    flow.pair(("乡镇备案号", ""), ("备案日期", DATE_BLANK))
    return flow.closed(foot_words(card))


def foot_words(card: EventCard) -> str:
    """Which standard a form stands against, and who made it."""
    meeting = day_words(card.standard_meeting_on)
    return f"对照第{card.standard_number}版红白事标准（{meeting}会议通过）　经办：{card.handler}"


def rules_text(card: EventCard) -> str:
    """The standard's lines in words, one under the other; when to report only where it has no figure."""
    rules = (rule for rule in card.rules if not _is_counted_notice(rule))
    return "\n".join(f"{rule.title}：{rule.words}" for rule in rules)


def held_words(card: EventCard) -> str:
    """The day of the event, solar and lunar: 2026年6月11日 周四　农历四月廿六."""
    lunar = lunar_date(card.held_on)
    return solar_words(card.held_on) + (f"　农历{lunar}" if lunar else "")


def _about_host(flow: Flow, card: EventCard) -> None:
    phone = card.phone.masked() if card.phone else ""
    flow.pair(("户主", card.head_name), ("户编号", f"{card.household_code}（{card.grid_name}）"))
    flow.pair(("类别", KIND_WORDS[card.kind]), ("适用标准", case_words(card.hosting_case)))
    flow.wide("事由", card.matter)
    flow.wide("办事日期", held_words(card))
    flow.wide("报备时限", deadline_words(card.kind, card.deadline))
    flow.wide("办事地点", card.place)
    flow.pair(("联系人", card.contact), ("联系电话", phone))
    flow.pair(("厨师（队）", card.cook_team), ("承诺书", "已签订" if card.pledge_signed else "未签订"))


def _figures(flow: Flow, card: EventCard) -> None:
    """The figures in two columns beside each other, read downwards."""
    flow.row([Cell(width, title, head=True) for width, title in _figure_heads() * 2])
    half = (len(card.figures) + 1) // 2
    for pair in zip_longest(card.figures[:half], card.figures[half:]):
        flow.row([cell for figure in pair for cell in _figure_cells(figure)])


def _figure_heads() -> tuple[tuple[float, str], ...]:
    return tuple(zip(_FIGURE_WIDTHS, ("项目", "申报", "标准", "对照"), strict=True))


def _figure_cells(figure: FigureJudged | None) -> tuple[Cell, ...]:
    if figure is None:
        return tuple(Cell(width, "") for width in _FIGURE_WIDTHS)
    title, unit = MEASURE_WORDS[figure.measure]
    declared = "未申报" if figure.declared is None else f"{figure.declared}{unit}"
    limit = "不限" if figure.limit is None else f"{figure.limit}{unit}"
    words = (title, declared, limit, VERDICT_WORDS[figure.verdict])
    cells = [Cell(width, text, size=SMALL) for width, text in zip(_FIGURE_WIDTHS, words, strict=True)]
    cells[-1] = replace(cells[-1], size=BODY, bold=figure.verdict in (Verdict.OVER, Verdict.NEAR))
    return tuple(cells)


def _is_counted_notice(rule: LimitDraft) -> bool:
    return rule.title == NOTICE_TITLE and rule.amount is not None
