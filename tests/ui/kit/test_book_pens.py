"""Screen, printer and PDF put the lines of a book in the same place."""

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from builders.book_paper import FACTS, book_row, entries, plan, stuffed
from builders.ink import Grey, apart, pdf_ink
from builders.paper import measure
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import pdf_bytes
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.passbooks.books.cover_paper import cover_pages
from passbook_desk.features.passbooks.books.form_paper import entry_form_pages
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.line_paper import continue_pages
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.ui.kit.printing import MM_PER_INCH, PagePen

DPI = 300
AGREED_MM = 0.5

every_type = pytest.mark.parametrize("layout", SHIPPED, ids=[layout.name for layout in SHIPPED])


def painted(page: Page, fontbook: FontBook) -> Grey:
    """A page as the printer's driver gets it from the window."""
    dots = DPI / MM_PER_INCH
    picture = QImage(round(page.width * dots), round(page.height * dots), QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    try:
        PagePen(fontbook).paint(painter, page, dots)
    finally:
        painter.end()
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return Grey(bytes(grey.constBits()), grey.width(), grey.height(), grey.bytesPerLine(), DPI)


@every_type
@pytest.mark.parametrize("longest", [False, True], ids=["plain", "longest"])
def test_each_cell_of_a_continued_page_is_where_the_pdf_has_it(
    qapp: QApplication, fontbook: FontBook, layout: BookLayout, longest: bool
) -> None:
    book = plan(book_row(layout), (stuffed if longest else entries)(layout.lines - 1))
    (page,) = continue_pages(book, book.lines, measure())
    ours, theirs = painted(page, fontbook), pdf_ink(pdf_bytes([page], fontbook, "试印"), dpi=DPI)
    shift, half = (layout.width_mm if layout.spread else 0.0), layout.pitch_mm / 2
    compared = 0
    for line in book.lines:
        middle = layout.middle_mm(line.line)
        for column in layout.columns:
            left = column.left_mm + shift
            area = (left, middle - half, left + column.width_mm, middle + half)
            assert ours.is_blank(area) == theirs.is_blank(area)
            if not theirs.is_blank(area):
                assert apart(ours.extent(area), theirs.extent(area)) <= AGREED_MM
                compared += 1
    assert compared >= 6 * len(book.lines)


@every_type
@pytest.mark.parametrize("colour", list(Colour))
def test_covers_and_forms_have_the_same_ends_from_both_pens(
    qapp: QApplication, fontbook: FontBook, layout: BookLayout, colour: Colour
) -> None:
    row = book_row(layout, colour)
    pages = (*cover_pages(row, FACTS, measure()), *entry_form_pages(layout, colour, (1,), measure()))
    for page in pages:
        ours, theirs = painted(page, fontbook), pdf_ink(pdf_bytes([page], fontbook, "试印"), dpi=DPI)
        assert apart(ours.extent(), theirs.extent()) <= AGREED_MM
