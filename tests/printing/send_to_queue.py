"""Sends the continued page of a book to a queue, as the window does; a program of its own, for its own CUPS.

Arguments: the queue, and the correction as five numbers. Answers the code of what was refused, or "sent".
"""

import sys

from PySide6.QtWidgets import QApplication

from builders.book_paper import book_row, entries, plan
from builders.paper import fontbook, measure
from passbook_desk.documents.correction import Correction, corrected
from passbook_desk.documents.page import Page
from passbook_desk.features.passbooks.books.line_paper import continue_pages
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.ui.kit.printers import PrintersHere


def continued() -> tuple[Page, ...]:
    """Seven lines of a book of 130 × 180 mm."""
    planned = plan(book_row(), entries(7))
    return continue_pages(planned, planned.lines, measure())


def main(queue: str, numbers: list[str]) -> str:
    """Print on the queue and say what became of it."""
    window = QApplication([])
    printers = PrintersHere(fontbook())
    assert queue in printers.names(), printers.names()
    pages = corrected(continued(), Correction(*map(float, numbers)))
    try:
        sent = printers.ready(pages, queue, "登折")(NullProgress())
    except PassbookError as error:
        return error.code
    finally:
        window.quit()
    return "sent" if sent else "not started"


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1], sys.argv[2:]))
