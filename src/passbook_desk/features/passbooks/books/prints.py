"""The log of what was sent to the paper of books, and what was answered."""

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.passbooks.books.queries import books
from passbook_desk.features.passbooks.books.seen import holds
from passbook_desk.features.passbooks.books.values import BookPrintRow, PrintWay
from passbook_desk.features.passbooks.model import BookLine, BookPrint, PrintOutcome


def book_prints(scope: Scope, limit: int) -> tuple[BookPrintRow, ...]:
    """The latest prints into books, newest first, with the answer that holds; of ended books too."""
    sent = scope.session.execute(
        select(BookPrint, Operator.name, PrintOutcome.printed, PrintOutcome.spoilt)
        .join(Operator, Operator.id == BookPrint.sent_by)
        .outerjoin(PrintOutcome, (PrintOutcome.book_print_id == BookPrint.id) & holds())
        .where(BookPrint.village_id == scope.village_id)
        .order_by(BookPrint.id.desc())
        .limit(limit)
    ).all()
    spans = {
        print_id: (first, last, count)
        for print_id, first, last, count in scope.session.execute(
            select(BookLine.book_print_id, func.min(BookLine.slot), func.max(BookLine.slot), func.count())
            .where(BookLine.book_print_id.in_([row.BookPrint.id for row in sent]))
            .group_by(BookLine.book_print_id)
        )
    }
    book_ids = {row.BookPrint.book_id for row in sent}
    rows = {row.id: row for row in books(scope, book_ids=book_ids, ended_too=True)}
    found = []
    for kept, name, printed, spoilt in sent:
        book = rows[kept.book_id]
        first, last, count = spans[kept.id]
        found.append(
            BookPrintRow(
                id=kept.id,
                book=book,
                way=PrintWay(kept.way),
                printer=kept.printer,
                sent_at=kept.sent_at,
                sent_by=name,
                first=(book.layout.page_of(first), book.layout.line_of(first)),
                last=(book.layout.page_of(last), book.layout.line_of(last)),
                lines=count,
                printed=printed,
                spoilt=spoilt or 0,
            )
        )
    return tuple(found)
