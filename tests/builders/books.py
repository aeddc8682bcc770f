"""Paper books of the small village: issued, printed in, answered for."""

from dataclasses import replace

from builders.village import Village, booked
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.passbooks.books.commands import issue_books, replace_book
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.printing import confirm_print, send_lines
from passbook_desk.features.passbooks.books.queries import book, book_plans, printed_lines
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.types import add_book_type, book_type_by_name
from passbook_desk.features.passbooks.books.values import (
    BookPlan,
    BookRow,
    ConfirmPrint,
    IssueBook,
    PrintWay,
    ReplaceBook,
    SendLines,
)
from passbook_desk.kernel.ids import new_uid


def account_ids(village: Village) -> tuple[int, ...]:
    """The accounts of the village in the order of grid and household."""
    with village.read() as scope:
        return tuple(row.id for row in accounts(scope))


def small_type(village: Village, *, pages: int = 2, lines: int = 5, carries: bool = True) -> int:
    """A kind of book that is full soon; its id."""
    layout = replace(SHIPPED[1], name=f"试 {pages}×{lines}", pages=pages, lines=lines, carries=carries)
    return own_type(village, layout)


def own_type(village: Village, layout: BookLayout) -> int:
    """A kind of book of the village's own; its id."""
    with village.write() as tx:
        return add_book_type(tx, layout, new_uid())


def issued(village: Village, account_id: int, type_id: int | None = None) -> int:
    """The first book of an account, of the big kind unless said otherwise; its id."""
    with village.write() as tx:
        kind = type_id or book_type_by_name(tx, SHIPPED[0].name).id
        return issue_books(tx, [IssueBook(account_id, kind)])[0]


def deeds(village: Village, account: int, count: int) -> None:
    """Deeds of one account, one after another."""
    for _ in range(count):
        booked(village, (account,))


def plan_of(village: Village, book_id: int, *, whole: bool = False) -> BookPlan:
    """What goes on the paper next."""
    with village.read() as scope:
        return book_plans(scope, (book_id,), whole=whole)[0]


def sent(village: Village, book_id: int, count: int | None = None, way: PrintWay = PrintWay.PRINTER) -> int:
    """Send what is due, or the first `count` lines of it; the print that waits."""
    codes = tuple(line.code for line in plan_of(village, book_id, whole=way is PrintWay.BOOKLET).lines)
    with village.write() as tx:
        return send_lines(tx, SendLines(book_id, way, codes[:count]))


def answered(village: Village, print_id: int, printed: int, spoilt: int = 0) -> None:
    """Say what is on paper."""
    with village.write() as tx:
        confirm_print(tx, ConfirmPrint(print_id, printed, spoilt))


def printed(village: Village, book_id: int, way: PrintWay = PrintWay.PRINTER) -> None:
    """Everything due goes out and is on paper."""
    count = len(plan_of(village, book_id, whole=way is PrintWay.BOOKLET).lines)
    answered(village, sent(village, book_id, way=way), count)


def replaced(village: Village, book_id: int, *, lost: bool = False) -> int:
    """A new book in place of this one; its id."""
    with village.write() as tx:
        return replace_book(tx, ReplaceBook(book_id, "丢了" if lost else "写满了", lost=lost))


def row_of(village: Village, book_id: int) -> BookRow:
    """The book as it stands."""
    with village.read() as scope:
        return book(scope, book_id)


def paper(village: Village, book_id: int) -> list[str]:
    """The paper of a book, a line each: page-line, the number of the line or what it is, balance."""
    with village.read() as scope:
        lines = printed_lines(scope, book_id)
    return [
        f"{line.paper.page}-{line.paper.line} "
        + (
            "废"
            if line.spoilt
            else str(line.paper.entry.account_seq if line.paper.entry else line.paper.kind)
        )
        + f" {line.paper.balance}"
        for line in lines
    ]
