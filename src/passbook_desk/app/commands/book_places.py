"""book state and trust: where a book goes on, and setting that right by hand."""

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.commands.books import state_of
from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.passbooks.books.places import set_place, trust_places
from passbook_desk.features.passbooks.books.queries import book_by_number, books
from passbook_desk.features.passbooks.books.values import SetPlace
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import Points


class PlaceNotGiven(UserError):
    """A balance, a line or a reason was given, but not the place they belong to."""

    code = "app.place-not-given"


class NoBookDoubted(UserError):
    """No backup was restored since these books were last looked at."""

    code = "app.no-book-doubted"


def state(context: Context) -> Answer:
    """Where a book stands; with --set, where it goes on from now on."""
    given = context.arguments
    if given.set is None and (given.reason, given.balance, given.last_line) != (None, None, None):
        raise PlaceNotGiven
    with context.desk() as desk:
        if given.set is not None:
            page, line = given.set
            balance = None if given.balance is None else Points.parse(given.balance)

            def change(tx: Tx) -> None:
                row = book_by_number(tx, given.book)
                set_place(tx, SetPlace(row.id, page, line, given.reason or "", balance, given.last_line))

            desk.do(change)
        return state_of(desk, given.book)


def trust(context: Context) -> Answer:
    """After a restore: the paper of these books ends where the file says."""
    given = context.arguments

    def chosen(scope: Scope) -> list[int]:
        if given.book:
            return [book_by_number(scope, number).id for number in given.book]
        return [row.id for row in books(scope)]

    def agree(tx: Tx) -> int:
        count = trust_places(tx, chosen(tx), given.reason)
        if not count:
            raise NoBookDoubted
        return count

    with context.desk() as desk:
        count = desk.do(agree)
    return Answer((f"{count} 本存折照账上接着登",), {"books": count})
