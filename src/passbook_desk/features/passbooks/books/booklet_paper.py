"""A whole book in the order of reading, for sheets that are folded and stapled."""

from collections.abc import Sequence
from typing import Final

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import MM_PER_POINT, Align, Face, Item, Page, Text
from passbook_desk.features.passbooks.books.cover_paper import cover_pages
from passbook_desk.features.passbooks.books.fitting import shortened
from passbook_desk.features.passbooks.books.form_paper import (
    column_edges,
    entry_form,
    foot_baseline,
    foot_size,
    page_number,
)
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.line_paper import line_pen
from passbook_desk.features.passbooks.books.values import BookFacts, BookPlan, BookRow

_A_SHEET: Final = 4
_MARGIN: Final = 0.07
_RULES: Final = "积分细则（摘要）"
_RULE_PITCH: Final = 1.45


def booklet_pages(
    plan: BookPlan, facts: BookFacts, rules: Sequence[str], measure: Measure
) -> tuple[Page, ...]:
    """Cover, holder page, all entry pages with forms and the lines planned, then the rules of the village.

    `plan` is made with whole=True. Pages are those of the closed book, odd entry pages on the right; their
    number is a multiple of four, filled with empty pages at the end. Entry page n is page n + 2. `rules` are
    paragraphs of the extract of the points rules. Raises CharactersNotPrintable.
    """
    layout = plan.book.layout
    pages = [*cover_pages(plan.book, facts, measure), *_entry_pages(plan, measure)]
    extract = _rule_pages(layout, tuple(rules), measure)
    missing = -(len(pages) + len(extract)) % _A_SHEET
    empty = (Page(layout.width_mm, layout.height_mm, ()),) * missing
    return (*pages, *extract, *empty)


def _entry_pages(plan: BookPlan, measure: Measure) -> list[Page]:
    layout = plan.book.layout
    form = entry_form(layout, plan.book.account.colour, measure)
    whose = _whose(plan.book, measure)
    pen = line_pen(layout, measure)
    items: dict[int, list[Item]] = {number: [] for number in range(1, layout.pages + 1)}
    for line in plan.lines:
        items[line.page] += pen.items(line)
    return [
        Page(layout.width_mm, layout.height_mm, (*texts, *whose, *page_number(layout, number)), (form,))
        for number, texts in items.items()
    ]


def _whose(book: BookRow, measure: Measure) -> tuple[Item, ...]:
    """Holder and number below the lines, so that a loose page finds its book."""
    size = foot_size(book.layout)
    if not size:
        return ()
    left, right = column_edges(book.layout)
    room = right - left - measure.width("第 99 页", size) - 4
    number = f"　存折号 {book.number}"
    name = shortened(book.holder, room - measure.width(number, size), size, measure)
    return (Text(left, foot_baseline(book.layout, size), name + number, size),)


def _rule_pages(layout: BookLayout, rules: tuple[str, ...], measure: Measure) -> list[Page]:
    """The extract of the rules on as many pages as it needs."""
    if not rules:
        return []
    width, height = layout.width_mm, layout.height_mm
    left = width * _MARGIN
    size = max(8.0, min(width, height) / 148 * 10.5)
    step = size * _RULE_PITCH * MM_PER_POINT
    first = left + 3 * step
    a_page = int((height - left - first) / step) + 1
    rows = [row for rule in rules for row in measure.wrap(rule, width - 2 * left, size)]
    pages = []
    for start in range(0, len(rows), a_page):
        title = Text(width / 2, left + step, _RULES, size * 1.3, Face.BOLD, Align.CENTRE)
        texts = [
            Text(left, first + place * step, row, size)
            for place, row in enumerate(rows[start : start + a_page])
        ]
        pages.append(Page(width, height, (title, *texts)))
    return pages
