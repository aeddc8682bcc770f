"""Looking at pages without a printer: what is off the paper, what overlaps, what a PDF says."""

from functools import cache

import pypdfium2

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import MM_PER_POINT, Align, Page, Text, all_items
from passbook_desk.documents.pdf_pen import pdf_bytes
from passbook_desk.kernel.places import resources_folder

_ABOVE, _BELOW = 0.75, 0.02
"""How far characters reach above and below the baseline, in font sizes, a little less than they do."""


@cache
def fontbook() -> FontBook:
    """The shipped fonts."""
    return FontBook(resources_folder() / "fonts")


@cache
def measure() -> Measure:
    """A measure with the shipped fonts."""
    return Measure(fontbook())


def place(text: Text) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a text that is not turned, in millimetres."""
    width = measure().width(text.text, text.size, text.face)
    left = text.x - {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[text.align]
    em = text.size * MM_PER_POINT
    return left, text.y - _ABOVE * em, left + width, text.y + _BELOW * em


def off_paper(page: Page, margin: float = 5.0) -> list[str]:
    """Texts that come nearer to an edge than the margin."""
    found = []
    for text in _texts(page):
        left, top, right, bottom = place(text)
        if left < margin or top < margin or right > page.width - margin or bottom > page.height - margin:
            found.append(text.text)
    return found


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Pairs of texts that cover each other."""
    places = sorted((place(text), text.text) for text in _texts(page))
    found = []
    for number, (one, words) in enumerate(places):
        for other, more in places[number + 1 :]:
            if other[0] >= one[2]:
                break
            if other[1] < one[3] and one[1] < other[3]:
                found.append((words, more))
    return found


def pdf_text(pages: tuple[Page, ...]) -> list[str]:
    """The text a reader finds on each page of the PDF."""
    document = pypdfium2.PdfDocument(pdf_bytes(pages, fontbook(), "测试"))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def _texts(page: Page) -> list[Text]:
    return [item for item in all_items(page) if isinstance(item, Text) and item.text and not item.angle]
