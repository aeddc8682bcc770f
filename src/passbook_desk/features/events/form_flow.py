"""Ruled rows under each other on A4, as the forms about events are made: cells, signatures, foot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from passbook_desk.documents.measure import BASELINE_BELOW_MIDDLE
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import A4, MM_PER_POINT, PALE, Align, Box, Face, Item, Page, Rule, Text
from passbook_desk.documents.picture_strips import Frame

_WIDTH, _HEIGHT = A4
_LEFT: Final = 20.0
INNER: Final = _WIDTH - 2 * _LEFT
"""Millimetres between the margins."""
_TOP: Final = 18.0
_BOTTOM: Final = _HEIGHT - 18.0
_TITLE: Final = 20.0
_TITLE_FLOOR: Final = 14.0
BODY: Final = 10.5
SMALL: Final = 9.0
_PAD: Final = 1.6
LABEL: Final = 26.0
_ROWS_OF_TEXT: Final = 20
FRAME: Final = Frame(_LEFT, _TOP, INNER, _BOTTOM - _TOP)
"""What a page of a form may be drawn on."""
DATE_BLANK: Final = "年　　月　　日"


@dataclass(frozen=True, slots=True)
class Cell:
    """A ruled cell of a row; lines stand in its middle, a heading on pale ground."""

    width: float
    text: str
    head: bool = False
    align: Align = Align.CENTRE
    size: float = BODY
    bold: bool = False

    @property
    def face(self) -> Face:
        return Face.BOLD if self.bold or self.head else Face.REGULAR


@dataclass(slots=True)
class Flow:
    """Puts rows under each other and begins a new page when one does not fit any more."""

    measure: TextMeasure
    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    y: float = _TOP

    def row(self, cells: Sequence[Cell], least: float = 7.4) -> None:
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

    def lines(self, cell: Cell, lines: Iterable[str], x: float, top: float) -> None:
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

    def title(self, words: str, left: str, right: str) -> None:
        """The form's name in large type, a line of what stands left and right below it."""
        size, lines = self.measure.fit_lines(words, INNER, _TITLE, Face.BOLD, floor=_TITLE_FLOOR)
        y = _TOP
        for line in lines:
            y += size * MM_PER_POINT * 1.2
            self.add(Text(_WIDTH / 2, y, line, size, Face.BOLD, Align.CENTRE))
        y += 9.0
        self.add(Text(_LEFT, y, left, BODY))
        self.add(Text(_LEFT + INNER, y, right, BODY, Face.REGULAR, Align.RIGHT))
        self.y = y + 3.0

    def pair(self, left: tuple[str, str], right: tuple[str, str]) -> None:
        """A row of two labels with what is filled in beside each."""
        cells: list[Cell] = []
        for label, value in (left, right):
            cells.append(Cell(LABEL, label, head=True))
            cells.append(Cell(INNER / 2 - LABEL, value, align=Align.LEFT))
        self.row(cells)

    def wide(self, label: str, value: str, least: float = 7.4) -> None:
        """A row of one label with what is filled in beside it."""
        self.row((Cell(LABEL, label, head=True), Cell(INNER - LABEL, value, align=Align.LEFT)), least)

    def long(self, label: str, text: str) -> None:
        """Text in rows short enough for any page; the label says where it goes on. Nothing for no text."""
        width = INNER - LABEL
        lines = self.measure.wrap(text, width - 2 * _PAD, SMALL) if text else ()
        for first in range(0, len(lines), _ROWS_OF_TEXT):
            part = "\n".join(lines[first : first + _ROWS_OF_TEXT])
            head = label if first == 0 else f"{label}（续）"
            self.row((Cell(LABEL, head, head=True), Cell(width, part, align=Align.LEFT, size=SMALL)))

    def paragraph(self, text: str, size: float = BODY, face: Face = Face.REGULAR) -> None:
        """Text from margin to margin without a frame."""
        for line in self.measure.wrap(text, INNER, size, face):
            self.need(_line_height(size) * 1.25)
            self.add(Text(_LEFT, self.y + _baseline(size), line, size, face))
            self.y += _line_height(size) * 1.25

    def gap(self, height: float) -> None:
        """Leave so many millimetres free."""
        self.y += height

    def signed(self, label: str, text: str, signature: str, height: float) -> None:
        """A block to write in by hand, with a place to sign and date; it never breaks across pages."""
        self.need(height)
        top = self.y
        self.row((Cell(LABEL, label, head=True), Cell(INNER - LABEL, "")), least=height)
        body = Cell(INNER - LABEL, text, align=Align.LEFT)
        self.lines(body, self.measure.wrap(text, body.width - 2 * _PAD, BODY), _LEFT + LABEL, top + _PAD)
        self._signature(top + height - 3.0, signature)

    def sign_line(self, signature: str) -> None:
        """A place to sign and date without a frame."""
        self.need(12.0)
        self.y += 12.0
        self._signature(self.y - 3.0, signature)

    def closed(self, foot: str) -> tuple[Page, ...]:
        """All pages, each with the foot and its number."""
        y = _HEIGHT - 11.0
        count = len(self.pages)
        return tuple(
            Page(
                _WIDTH,
                _HEIGHT,
                (
                    *items,
                    Text(_LEFT, y, foot, SMALL),
                    Text(_LEFT + INNER, y, f"第{number}页 共{count}页", SMALL, Face.REGULAR, Align.RIGHT),
                ),
            )
            for number, items in enumerate(self.pages, start=1)
        )

    def _signature(self, baseline: float, signature: str) -> None:
        right = _LEFT + INNER - 3.0
        self.add(Text(right, baseline, DATE_BLANK, BODY, Face.REGULAR, Align.RIGHT))
        line_end = right - self.measure.width(DATE_BLANK, BODY) - 14.0
        line_start = line_end - 32.0
        self.add(Rule(line_start, baseline + 1.0, line_end, baseline + 1.0, 0.15))
        self.add(Text(line_start - 1.0, baseline, signature, BODY, Face.REGULAR, Align.RIGHT))


def day_words(day: date) -> str:
    """2026年6月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _line_height(size: float) -> float:
    return size * MM_PER_POINT * 1.3


def _baseline(size: float) -> float:
    """From the top of a line to its baseline."""
    return _line_height(size) / 2 + BASELINE_BELOW_MIDDLE * size * MM_PER_POINT
