"""All paper of books, for those who print it: pages that continue, covers, booklets, strips, copies."""

from passbook_desk.features.passbooks.books.booklet_paper import booklet_pages
from passbook_desk.features.passbooks.books.cover_paper import cover_pages, texts_of_covers
from passbook_desk.features.passbooks.books.fitting import shortened
from passbook_desk.features.passbooks.books.form_paper import entry_form_pages
from passbook_desk.features.passbooks.books.hand_paper import hand_pages
from passbook_desk.features.passbooks.books.line_paper import continue_pages, texts_of_plans
from passbook_desk.features.passbooks.books.register_paper import book_register_pages, texts_of_register
from passbook_desk.features.passbooks.books.strip_paper import strip_pages

__all__ = [
    "book_register_pages",
    "booklet_pages",
    "continue_pages",
    "cover_pages",
    "entry_form_pages",
    "hand_pages",
    "shortened",
    "strip_pages",
    "texts_of_covers",
    "texts_of_plans",
    "texts_of_register",
]
