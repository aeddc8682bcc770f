"""book issue, adopt, list, state, lost, replace; check-code."""

from collections.abc import Sequence

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.ledger import COLOUR_WORDS
from passbook_desk.app.desk import Desk
from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.queries import grid_by_code
from passbook_desk.features.ledger.queries import account_by_number, accounts
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.notices.checking import check_code
from passbook_desk.features.passbooks.books.commands import adopt_book, issue_books, replace_book
from passbook_desk.features.passbooks.books.errors import UnknownBookType
from passbook_desk.features.passbooks.books.queries import (
    accounts_without_book,
    book,
    book_by_number,
    books,
    books_waiting,
    open_print,
    printed_lines,
)
from passbook_desk.features.passbooks.books.types import book_type_by_name, book_types
from passbook_desk.features.passbooks.books.values import (
    AdoptBook,
    BookRow,
    BookTypeRow,
    IssueBook,
    OpenPrint,
    PaperLine,
    PrintedLine,
    ReplaceBook,
)
from passbook_desk.features.passbooks.checking_values import (
    AccountFound,
    BookFound,
    CodeVerdict,
    Found,
    LineFound,
)
from passbook_desk.features.passbooks.looks import short_day
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import Points
from passbook_desk.ui.pages.checking.words import carry_word, headline, state_word, told


class NumberForOneBook(UserError):
    """--number names one book, and several were to be issued."""

    code = "app.number-for-one-book"


class EverybodyHasBook(UserError):
    """Every account that was meant has a book in use."""

    code = "app.everybody-has-book"


def issue(context: Context) -> Answer:
    """Make the first books of the chosen accounts; of a grid or of all, for those that have none."""
    given = context.arguments
    number = given.number or ""

    def make(tx: Tx) -> tuple[BookRow, ...]:
        kinds = _kinds(tx, given.type)
        chosen = _without_book(tx, context, kinds)
        if not chosen:
            raise EverybodyHasBook
        if number and len(chosen) > 1:
            raise NumberForOneBook
        made = issue_books(
            tx, [IssueBook(account.id, _kind_for(account, kinds).id, number) for account in chosen]
        )
        by_id = {row.id: row for row in books(tx, book_ids=made)}
        return tuple(by_id[book_id] for book_id in made)

    with context.desk() as desk:
        rows = desk.do(make)
    lines = (f"已发 {len(rows)} 本", *map(_book_line, rows))
    return Answer(lines, {"books": [_book_json(row) for row in rows]})


def _kinds(scope: Scope, name: str | None) -> tuple[BookTypeRow, ...]:
    """The kind that is named, or all of them in the order of the village."""
    return (book_type_by_name(scope, name),) if name else book_types(scope)


def _kind_for(account: AccountRow, kinds: Sequence[BookTypeRow]) -> BookTypeRow:
    """The first that fits; the only one is answered as it is, so that the command can refuse it."""
    fitting = [kind for kind in kinds if kind.layout.colour in (None, account.colour)]
    if not fitting and not kinds:
        raise UnknownBookType(name="", field="type")
    return (fitting or list(kinds))[0]


def _without_book(scope: Scope, context: Context, kinds: Sequence[BookTypeRow]) -> tuple[AccountRow, ...]:
    given = context.arguments
    if given.account:
        return tuple(dict.fromkeys(account_by_number(scope, number) for number in given.account))
    grid_code = None if given.grid is None else grid_by_code(scope, given.grid).code
    fitting = {kind.layout.colour for kind in kinds}
    rows = [row for row in accounts(scope, grid_code=grid_code) if None in fitting or row.colour in fitting]
    waiting = accounts_without_book(scope, [row.id for row in rows])
    return tuple(row for row in rows if row.id in waiting)


def adopt(context: Context) -> Answer:
    """Take over a paper book that was kept by hand."""
    given = context.arguments
    balance = Points.parse(given.balance)

    def take_over(tx: Tx) -> BookRow:
        command = AdoptBook(
            account_id=account_by_number(tx, given.account).id,
            type_id=book_type_by_name(tx, given.type).id,
            page=given.page,
            line=given.line,
            balance=balance,
            number=given.number or "",
            last_seq=given.last_line,
        )
        return book(tx, adopt_book(tx, command))

    with context.desk() as desk:
        row = desk.do(take_over)
    return Answer((f"已接手旧折 {_book_line(row)}",), _book_json(row))


def listed(context: Context) -> Answer:
    """Books in use, or those that something is to be printed in."""
    given = context.arguments

    def ask(scope: Scope) -> tuple[BookRow, ...]:
        grid_code = None if given.grid is None else grid_by_code(scope, given.grid).code
        if given.waiting:
            return books_waiting(scope, grid_code=grid_code)
        in_use = [row for row in books(scope) if row.doubted or not given.doubted]
        return tuple(row for row in in_use if grid_code is None or row.account.grid_code == grid_code)

    with context.desk() as desk:
        rows = desk.ask(ask)
    total = f"共 {len(rows)} 本，未登 {sum(row.unprinted for row in rows)} 行" if rows else _NOTHING
    return Answer((*map(_book_line, rows), total), [_book_json(row) for row in rows])


_NOTHING = "没有这样的存折。"


def state_of(desk: Desk, number: str) -> Answer:
    """Where a book stands, and every line that is on its paper."""
    row, lines, waiting = _state(desk, number)
    told_lines = [_book_line(row), *map(_printed_text, lines)]
    if waiting is not None:
        told_lines.append(waiting_text(waiting))
    sent = [] if waiting is None else [line_json(line) for line in waiting.lines]
    data = {**_book_json(row), "lines": [_printed_json(line) for line in lines], "waiting": sent}
    return Answer(tuple(told_lines), data)


def _state(desk: Desk, number: str) -> tuple[BookRow, tuple[PrintedLine, ...], OpenPrint | None]:
    def ask(scope: Scope) -> tuple[BookRow, tuple[PrintedLine, ...], OpenPrint | None]:
        row = book_by_number(scope, number)
        return row, printed_lines(scope, row.id), open_print(scope, row.id)

    return desk.ask(ask)


def lost(context: Context) -> Answer:
    """Bar a lost book and issue another."""
    return _replaced(context, lost=True)


def replace(context: Context) -> Answer:
    """A new book in place of a full or worn one."""
    return _replaced(context, lost=False)


def _replaced(context: Context, *, lost: bool) -> Answer:
    given = context.arguments

    def change(tx: Tx) -> tuple[BookRow, BookRow]:
        old = book_by_number(tx, given.book)
        kind = book_type_by_name(tx, given.type).id if given.type else None
        new = replace_book(tx, ReplaceBook(old.id, given.reason, lost=lost, type_id=kind))
        return old, book(tx, new)

    with context.desk() as desk:
        old, new = desk.do(change)
    word = "已挂失" if lost else "已换折"
    return Answer(
        (f"存折 {old.number} {word}，新折：", _book_line(new)), {"old": old.number, "new": _book_json(new)}
    )


def check(context: Context) -> Answer:
    """核验: exit 0 when what was typed is genuine and nothing happened since."""
    with context.desk() as desk:
        answer = desk.ask(lambda scope: check_code(scope, context.arguments.code))
    lines = [headline(answer)]
    for each in map(told, answer.found):
        lines += [each.headline] * (len(answer.found) > 1)
        lines += [*each.remarks, *(f"  {label}：{value}" for label, value in each.facts)]
    data: Json = {
        "code": answer.code,
        "verdict": answer.verdict.value,
        "text": headline(answer),
        "slip": None if answer.slip is None else answer.slip.value,
        "found": [_found_json(each) for each in answer.found],
    }
    return Answer(tuple(lines), data, refused=answer.verdict is not CodeVerdict.GENUINE)


def _found_json(found: Found) -> Json:
    words = told(found)
    data: dict[str, Json] = {
        "verdict": found.verdict.value,
        "remarks": [remark.value for remark in found.remarks],
        "text": [words.headline, *words.remarks],
    }
    match found:
        case LineFound():
            printed_at = found.printed_at.isoformat()
            printed: dict[str, Json] = {"printed_at": printed_at, "printed_by": found.printed_by}
            reversed_by = None if found.taken_back_by is None else found.taken_back_by.seq
            line = {**line_json(found.paper), **printed, "reversed_by": reversed_by}
            return {"kind": "line", **data, "book": _book_json(found.book), "line": line}
        case BookFound():
            return {"kind": "book", **data, "book": _book_json(found.book), "next_book": found.next_book}
        case AccountFound():
            account: dict[str, Json] = {
                "account": found.account.number,
                "owner": found.account.owner_name,
                "household": found.account.owner_code,
                "balance": str(found.balance),
                "book": found.book,
            }
            return {"kind": "account", **data, **account}
    return {
        "kind": found.kind.value,
        **data,
        "number": found.number,
        "made_at": found.made_at.isoformat(),
        "made_by": found.made_by,
        "books": found.books,
        "pages": found.pages,
        "last_line": found.last_seq,
        "lines_since": found.since,
    }


def waiting_text(waiting: OpenPrint) -> str:
    """Lines that wait for the answer to 打好了吗."""
    first, last = waiting.lines[0], waiting.lines[-1]
    return (
        f"等着答复：{len(waiting.lines)} 行，{_place(first)} 到 {_place(last)}，{waiting.sent_by} 送打。"
        "打好了用 --confirm，没打上用 --failed-from"
    )


def line_text(line: PaperLine) -> str:
    """One line for the paper: place, day, words, points, balance, check code."""
    words, points = words_of(line)
    return f"  {_place(line)} {words}{points} 结余 {line.balance}  {line.code}"


def words_of(line: PaperLine) -> tuple[str, str]:
    """Day and words of a line and its points; a line of carrying has none."""
    if line.entry is None:
        return carry_word(line.kind), ""
    return f"{short_day(line.entry.occurred_on)} {line.entry.item_text}", f" {line.entry.points} 分"


def line_json(line: PaperLine) -> dict[str, Json]:
    """One line for the paper, for scripts."""
    entry = line.entry
    return {
        "page": line.page,
        "line": line.line,
        "kind": line.kind.value,
        "entry": None if entry is None else entry.seq,
        "on": None if entry is None else entry.occurred_on.isoformat(),
        "text": words_of(line)[0] if entry is None else entry.item_text,
        "points": None if entry is None else str(entry.points),
        "balance": str(line.balance),
        "code": line.code,
    }


def _place(line: PaperLine) -> str:
    return f"{line.page}-{line.line}"


def _printed_text(line: PrintedLine) -> str:
    return f"{line_text(line.paper)}  {line.printed_by}{'  打废' if line.spoilt else ''}"


def _printed_json(line: PrintedLine) -> Json:
    return {
        **line_json(line.paper),
        "way": line.way.value,
        "printer": line.printer,
        "printed_at": line.printed_at.isoformat(),
        "printed_by": line.printed_by,
        "spoilt": line.spoilt,
    }


def _book_line(row: BookRow) -> str:
    account = row.account
    free = "" if row.end else f" 下一行 {row.page}-{row.line}"
    due = f" 未登 {row.unprinted} 行" if row.unprinted else ""
    waits = (" 等答复" if row.open_print else "") + (" 先看折" if row.doubted else "")
    return (
        f"{row.number} {COLOUR_WORDS[account.colour]}折 {account.owner_code} {row.holder} "
        f"{row.layout.name} {state_word(row.state)}{free}{due}{waits}"
    )


def _book_json(row: BookRow) -> dict[str, Json]:
    return {
        "number": row.number,
        "account": row.account.number,
        "colour": row.account.colour.value,
        "owner": row.account.owner_name,
        "holder": row.holder,
        "household": row.account.owner_code,
        "type": row.layout.name,
        "state": row.state.value,
        "page": row.page,
        "line": row.line,
        "balance": str(row.position.balance),
        "unprinted": row.unprinted,
        "waiting": row.open_print,
        "doubted": row.doubted,
        "issued_on": row.issued_on.isoformat(),
    }
