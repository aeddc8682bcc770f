"""Invented lines on a page of a layout, drawn by the functions that draw the paper."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.features.ledger.values import Colour, LineKind, LineRow
from passbook_desk.features.passbooks.books.form_paper import entry_form_pages
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.line_paper import LinePen
from passbook_desk.features.passbooks.books.values import PaperLine, PaperLineKind
from passbook_desk.kernel.points import Points

_DEEDS: Final = (
    ("打扫街道", 10),
    ("兑换　肥皂一块、洗衣粉一袋", -5),
    ("参加村里组织的义务植树（村东头到河滩，连着三天）", 30),
    ("打扫街道", 10),
    ("冲", -10),
    ("喜事新办，按标准少摆十桌", 100),
    ("乱倒垃圾", -5),
)
"""What for and how many points; 冲 takes back the line before it."""
_PAGE: Final = 3
_SEQ_BEFORE: Final = 100
_BALANCE_BEFORE: Final = 1208
_CODE: Final = "8K3MQ7WD"
_HANDLERS: Final = ("刘文书", "欧阳文书")


def sample_page(layout: BookLayout, measure: Measure) -> Page:
    """A full page from the middle of a book, with a reversal, a long text and both lines of carrying."""
    pen = LinePen(layout, measure)
    texts = [item for line in _lines(layout) for item in pen.items(line)]
    if not layout.blank:
        return Page(layout.width_mm, layout.height_mm, tuple(texts))
    (form,) = entry_form_pages(layout, layout.colour or Colour.GREEN, (_PAGE,), measure)
    return replace(form, items=(*form.items, *texts))


def _lines(layout: BookLayout) -> list[PaperLine]:
    lines: list[PaperLine] = []
    balance = _BALANCE_BEFORE
    for number in range(1, layout.lines + 1):
        kind = PaperLineKind.ENTRY
        if layout.carries and number in (1, layout.lines):
            kind = PaperLineKind.CARRY_IN if number == 1 else PaperLineKind.CARRY_OUT
        entry = None
        if kind is PaperLineKind.ENTRY:
            words, points = _DEEDS[len(lines) % len(_DEEDS)]
            balance += points
            entry = _entry(_SEQ_BEFORE + number, words, points, balance)
        lines.append(PaperLine(number, 1, number, kind, Points(balance * 100), _CODE, entry))
    return lines


def _entry(seq: int, words: str, points: int, balance: int) -> LineRow:
    reversal = words == "冲"
    effect = LineKind.CREDIT if points > 0 or reversal else LineKind.DEBIT
    after = Points(balance * 100)
    day = date(2026, 1 + seq % 12, 1 + seq % 28)
    return LineRow(
        id=seq,
        seq=seq,
        account_id=1,
        account_seq=seq,
        kind=LineKind.REVERSAL if reversal else effect,
        effect=effect,
        points=Points(points * 100),
        balance_after=after,
        assessment_after=after,
        spendable_after=after,
        occurred_on=day,
        counted_on=day,
        recorded_at=datetime(day.year, day.month, day.day, tzinfo=UTC),
        handler=_HANDLERS[seq % 3 == 0],
        item_code="",
        item_text="" if reversal else words,
        memo="",
        person_name=None,
        reverses_seq=seq - 1 if reversal else None,
        reverses_account_seq=seq - 1 if reversal else None,
        reversed_by_seq=None,
    )
