"""Ink measured on finished pages, in millimetres from the top-left corner of the sheet."""

from collections.abc import Sequence
from ctypes import byref, c_double
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

MM_PER_POINT = 25.4 / 72
DARK = 128
Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A character in a PDF and where its baseline begins."""

    character: str
    x: float
    y: float


class Grey:
    """The dots of a page: what is dark, and where."""

    def __init__(self, dots: bytes, width: int, height: int, stride: int, dpi: float) -> None:
        self.mm = 25.4 / dpi
        self.width_mm, self.height_mm = width * self.mm, height * self.mm
        self._rows = [dots[start : start + width] for start in range(0, stride * height, stride)]

    def extent(self, area: Area | None = None) -> Area:
        """Where the dark part of an area (of the whole page) begins and ends; it must hold some ink."""
        left, top, right, bottom = area or (0.0, 0.0, self.width_mm, self.height_mm)
        first = round(left / self.mm)
        cut = [row[first : round(right / self.mm)] for row in self._rows]
        dark = [y for y in range(round(top / self.mm), round(bottom / self.mm)) if min(cut[y]) < DARK]
        assert dark, "no ink there"
        columns = [x for y in dark for x, value in enumerate(cut[y]) if value < DARK]
        return (
            (min(columns) + first) * self.mm,
            dark[0] * self.mm,
            (max(columns) + first + 1) * self.mm,
            (dark[-1] + 1) * self.mm,
        )

    def is_blank(self, area: Area) -> bool:
        """Whether an area is free of ink."""
        left, top, right, bottom = area
        first, last = round(left / self.mm), round(right / self.mm)
        rows = self._rows[round(top / self.mm) : round(bottom / self.mm)]
        return all(min(row[first:last], default=DARK) >= DARK for row in rows)

    def is_dark(self, x: float, y: float) -> bool:
        """Whether there is ink at a point."""
        return self._rows[int(y / self.mm)][int(x / self.mm)] < DARK


def pdf_ink(content: bytes, number: int = 0, dpi: float = 600) -> Grey:
    """A page of a PDF as a printer of that many dots an inch would put it on paper."""
    document = pypdfium2.PdfDocument(content)
    try:
        image = document[number].render(scale=dpi / 72, grayscale=True)
        return Grey(bytes(image.buffer), image.width, image.height, image.stride, dpi)
    finally:
        document.close()


def pdf_size(content: bytes, number: int = 0) -> tuple[float, float]:
    """Width and height of a page of a PDF."""
    document = pypdfium2.PdfDocument(content)
    try:
        return tuple(side * MM_PER_POINT for side in document[number].get_size())
    finally:
        document.close()


def pdf_characters(content: bytes, number: int = 0) -> list[Placed]:
    """The characters of a page of a PDF in their order, spaces and line ends left out."""
    document = pypdfium2.PdfDocument(content)
    try:
        page = document[number]
        text = page.get_textpage()
        found = []
        for index in range(text.count_chars()):
            x, y = c_double(), c_double()
            pdfium.FPDFText_GetCharOrigin(text.raw, index, byref(x), byref(y))
            character = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
            if not character.isspace():
                down = (page.get_height() - y.value) * MM_PER_POINT
                found.append(Placed(character, x.value * MM_PER_POINT, down))
        return found
    finally:
        document.close()


def apart(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The largest difference between two rows of lengths."""
    return max(abs(one - other) for one, other in zip(ours, theirs, strict=True))
