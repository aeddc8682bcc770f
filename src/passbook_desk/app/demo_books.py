"""The paper books of the invented village: issued, continued, one lost, one continued with a pen."""

from passbook_desk.app.desk import Desk
from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.passbooks.books.commands import issue_books, replace_book
from passbook_desk.features.passbooks.books.printing import confirm_print, send_all
from passbook_desk.features.passbooks.books.queries import book_plans, books
from passbook_desk.features.passbooks.books.types import book_types
from passbook_desk.features.passbooks.books.values import (
    BookPlan,
    ConfirmPrint,
    IssueBook,
    PrintWay,
    ReplaceBook,
    SendLines,
)

_GRIDS_WITH_BOOKS = 2
_BY_HAND = 3
_LOST = 5
_PRINTER = "存折打印机"


def issue_first_books(desk: Desk) -> None:
    """Books for the red accounts and for the households of the first grids; the others have none yet."""

    def issue(tx: Tx) -> None:
        kind = book_types(tx)[0].id
        grids = sorted({row.grid_code for row in accounts(tx)})[:_GRIDS_WITH_BOOKS]
        chosen = [row for row in accounts(tx) if row.grid_code in grids]
        issue_books(tx, [IssueBook(row.id, kind) for row in chosen])

    desk.do(issue)


def continue_books(desk: Desk) -> None:
    """What is due goes into the books, in one of them with a pen; every line is there at the first try."""

    def go_on(tx: Tx) -> None:
        plans = book_plans(tx, [row.id for row in books(tx)])
        due = [plan for plan in plans if plan.lines]
        commands = [_sending(plan, place) for place, plan in enumerate(due)]
        for plan, print_id in zip(due, send_all(tx, commands), strict=True):
            confirm_print(tx, ConfirmPrint(print_id, len(plan.lines)))

    desk.do(go_on)


def lose_a_book(desk: Desk) -> None:
    """One book is lost; its holder gets another."""

    def reissue(tx: Tx) -> None:
        replace_book(tx, ReplaceBook(books(tx)[_LOST].id, "赶集时丢了", lost=True))

    desk.do(reissue)


def _sending(plan: BookPlan, place: int) -> SendLines:
    by_hand = place == _BY_HAND
    return SendLines(
        plan.book.id,
        PrintWay.HAND if by_hand else PrintWay.PRINTER,
        tuple(line.code for line in plan.lines),
        "" if by_hand else _PRINTER,
    )
