"""Sticker strips (贴条): lines on adhesive paper, to be cut out and stuck over the free lines of a book."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, A4_LANDSCAPE, GREY, Item, Page, Rule, Text
from passbook_desk.features.passbooks.books.fitting import shortened
from passbook_desk.features.passbooks.books.form_paper import blocks, column_edges
from passbook_desk.features.passbooks.books.line_paper import line_pen
from passbook_desk.features.passbooks.books.values import BookPlan, BookRow, PaperLine

_MARGIN: Final = 12.0
_LABEL: Final = 7.0
_LABEL_ABOVE: Final = 1.6
_OVER: Final = 6.0
"""Millimetres above a strip for its label and cut marks."""
_UNDER: Final = 5.0
_MARK: Final = (1.0, 4.0)
"""Where a cut mark begins and ends, from the corner it points at."""
_MARK_WIDTH: Final = 0.15


@dataclass(frozen=True, slots=True)
class _Strip:
    """Lines of one page of a book that no fold parts, and the strip they stand on."""

    book: BookRow
    lines: tuple[PaperLine, ...]

    @property
    def top_mm(self) -> float:
        """Where the strip begins on the page of the book."""
        return self.book.layout.middle_mm(self.lines[0].line) - self.book.layout.pitch_mm / 2

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last one."""
        return (self.lines[-1].line - self.lines[0].line + 1) * self.book.layout.pitch_mm

    @property
    def width(self) -> float:
        """All columns."""
        left, right = column_edges(self.book.layout)
        return right - left


def strip_pages(plans: Iterable[BookPlan], measure: Measure) -> tuple[Page, ...]:
    """The strips of all plans on A4 sheets, upright or, for wide books, across.

    A strip holds the lines of one page of a book as the layout places them, and ends at a fold, which it must
    not cover. Marks show where to cut; holder, number, page and lines stand in grey outside the strip. A
    strip is parted only when it is higher than a sheet. Raises CharactersNotPrintable.
    """
    sheets: list[tuple[tuple[float, float], list[Item]]] = []
    y = 0.0
    for strip in (part for plan in plans for whole in _strips(plan) for part in _parted(whole)):
        size = _sheet(strip.width)
        if not sheets or sheets[-1][0] != size or y + _OVER + strip.height > size[1] - _MARGIN:
            sheets.append((size, []))
            y = _MARGIN
        y += _OVER
        sheets[-1][1].extend(_drawn(strip, _MARGIN, y, measure))
        y += strip.height + _UNDER
    return tuple(Page(*size, tuple(items)) for size, items in sheets)


def _strips(plan: BookPlan) -> Iterator[_Strip]:
    parts = blocks(plan.book.layout)
    places: dict[tuple[int, int], list[PaperLine]] = {}
    for line in plan.lines:
        block = next(number for number, (_, last) in enumerate(parts) if line.line <= last)
        places.setdefault((line.page, block), []).append(line)
    return (_Strip(plan.book, tuple(lines)) for lines in places.values())


def _parted(strip: _Strip) -> Iterator[_Strip]:
    room = _sheet(strip.width)[1] - 2 * _MARGIN - _OVER
    at_most = int(room / strip.book.layout.pitch_mm)
    lines: Sequence[PaperLine] = strip.lines
    return (_Strip(strip.book, tuple(lines[at : at + at_most])) for at in range(0, len(lines), at_most))


def _sheet(width: float) -> tuple[float, float]:
    """A4 upright, across, or wider than A4 for a book whose columns are."""
    for size in (A4, A4_LANDSCAPE):
        if width + 2 * _MARGIN <= size[0]:
            return size
    return width + 2 * _MARGIN, A4_LANDSCAPE[1]


def _drawn(strip: _Strip, x: float, y: float, measure: Measure) -> list[Item]:
    layout = strip.book.layout
    left, _ = column_edges(layout)
    items: list[Item] = [_label(strip, x, y, measure), *_cut_marks(x, y, strip.width, strip.height)]
    pen = line_pen(layout, measure)
    for line in strip.lines:
        items += pen.items(line, x - left, y - strip.top_mm)
    return items


def _label(strip: _Strip, x: float, y: float, measure: Measure) -> Text:
    first, last = strip.lines[0], strip.lines[-1]
    lines = f"{first.line}" if first is last else f"{first.line}–{last.line}"
    where = f"　存折号 {strip.book.number}　第 {first.page} 页 第 {lines} 行"
    room = strip.width - 4 - measure.width(where, _LABEL)
    name = shortened(strip.book.holder, room, _LABEL, measure)
    return Text(x + 2, y - _LABEL_ABOVE, name + where, _LABEL, colour=GREY)


def _cut_marks(x: float, y: float, width: float, height: float) -> list[Item]:
    near, far = _MARK
    marks: list[Item] = []
    for corner, out in ((x, -1), (x + width, 1)):
        for end, away in ((y, -1), (y + height, 1)):
            marks.append(Rule(corner + out * near, end, corner + out * far, end, _MARK_WIDTH))
            marks.append(Rule(corner, end + away * near, corner, end + away * far, _MARK_WIDTH))
    return marks
