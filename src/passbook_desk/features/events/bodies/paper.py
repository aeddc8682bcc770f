"""The pledge 移风易俗承诺书 on A4 in the village's words: a sheet for each signer, or to fill in by hand."""

from collections.abc import Sequence
from typing import Final

from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import Page
from passbook_desk.features.events.bodies.values import PledgeSheet, PledgeText
from passbook_desk.features.events.bodies.words import CAPACITIES
from passbook_desk.features.events.form_flow import INNER, Flow, day_words
from passbook_desk.features.village.values import VillageRow

_SIZES: Final = (14.0, 13.0, 12.0, 11.0, 10.0)
"""Points of the words: the largest in which they leave room to sign."""
_ROOM: Final = 150.0
"""Millimetres for the words."""
_LINE: Final = 25.4 / 72 * 1.3 * 1.25
"""Millimetres from line to line for each point of size."""
_INDENT: Final = "　　"
_INDENTED: Final = "一一"
"""As wide as the indent, but no spaces: a line of its own begins without those."""


def pledge_sheets(
    text: PledgeText, sheets: Sequence[PledgeSheet], village: VillageRow, measure: TextMeasure
) -> tuple[Page, ...]:
    """A sheet for each of them, all in the same words. Raises CharactersNotPrintable."""
    return tuple(page for sheet in sheets for page in _sheet(text, sheet, village, measure))


def _sheet(
    text: PledgeText, sheet: PledgeSheet, village: VillageRow, measure: TextMeasure
) -> tuple[Page, ...]:
    flow = Flow(measure)
    number = "" if sheet.number is None else str(sheet.number)
    about = f"红白事：{sheet.event_number}" if sheet.event_number else ""
    flow.title("移风易俗承诺书", f"{village.township}{village.name}　编号：{number}", about)
    flow.gap(3.0)
    size = next((size for size in _SIZES if _height(text.words, size, measure) <= _ROOM), _SIZES[-1])
    for line in _lines(text.words, size, measure):
        flow.paragraph(line, size)
    flow.gap(6.0)
    capacity = "　".join(
        f"{'■' if kind is sheet.capacity else '□'}{word}" for kind, word in CAPACITIES.items()
    )
    flow.need(70.0)
    flow.pair(("承诺人", sheet.name), ("户编号", sheet.household_code))
    flow.wide("身份", capacity)
    signed_on = "" if sheet.signed_on is None else f"登记为 {day_words(sheet.signed_on)} 签订"
    flow.signed("本人签名", signed_on, "承诺人（签名、按手印）：", 26.0)
    flow.signed("红白理事会", "", "见证人（签名、盖章）：", 26.0)
    return flow.closed(_foot(text))


def _lines(words: str, size: float, measure: TextMeasure) -> list[str]:
    """The words line by line, each paragraph beginning two characters further in."""
    found = []
    for paragraph in words.splitlines():
        if paragraph.strip():
            first, *others = measure.wrap(_INDENTED + paragraph.strip(), INNER, size)
            found += [_INDENT + first[len(_INDENTED) :], *others]
    return found


def _height(words: str, size: float, measure: TextMeasure) -> float:
    return len(_lines(words, size, measure)) * size * _LINE


def _foot(text: PledgeText) -> str:
    if text.decided_on is None:
        return "承诺书文字：起步样本，村里还没有另定"
    return f"第{text.number}版承诺书（{day_words(text.decided_on)}定）"
