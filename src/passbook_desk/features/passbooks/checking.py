"""核验: what a code on paper or the number of a book leads back to."""

from dataclasses import replace
from pathlib import PurePath
from typing import Any, Final

from sqlalchemy import Row, func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.ledger.anchors import anchors_with, still_leads_to
from passbook_desk.features.ledger.model import Account, LedgerLine
from passbook_desk.features.ledger.queries import accounts_by_id, balances, head, lines_by_id
from passbook_desk.features.ledger.values import AnchorKind, AnchorRow, LineRow
from passbook_desk.features.ledger.verifying import sealed_hash
from passbook_desk.features.passbooks.books.queries import book, books, open_print, printed_lines
from passbook_desk.features.passbooks.books.rules import LINE_CODE, is_line_code, line_code, plain_code
from passbook_desk.features.passbooks.books.values import (
    BookEnd,
    BookRow,
    PaperLine,
    PaperLineKind,
    PrintWay,
)
from passbook_desk.features.passbooks.checking_values import (
    AccountFound,
    BookFound,
    CodeAnswer,
    Found,
    LineFound,
    Remark,
    SheetFound,
    SheetKind,
    Slip,
)
from passbook_desk.features.passbooks.model import Book, BookLine, BookPrint, Printout
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.canonical import HEAD_CODE, PAPER_ALPHABET
from passbook_desk.kernel.ids import has_valid_check_digit


def check_code(scope: Scope, text: str) -> CodeAnswer:
    """What somebody typed from paper leads to: a line of a book, an issued sheet, a book or an account.

    Full-width characters, blanks, hyphens and small letters are understood; a slip is told as one.
    """
    code = plain_code(text)
    found: list[Found] = []
    if is_line_code(code):
        found += _lines(scope, code)
    if len(code) == HEAD_CODE:
        found += [_sheet(scope, anchor) for anchor in reversed(anchors_with(scope, code))]
    if code.isascii() and code.isdigit():
        found += _books(scope, code)
        found += _accounts(scope, code)
    return CodeAnswer(code, tuple(found), None if found else _slip(code))


def _slip(code: str) -> Slip | None:
    if code.isascii() and code.isdigit() and not is_line_code(code):
        return None if has_valid_check_digit(code) else Slip.CHECK
    if len(code) not in (LINE_CODE, HEAD_CODE):
        return Slip.LENGTH
    if any(character not in PAPER_ALPHABET for character in code):
        return Slip.SIGNS
    return Slip.CHECK if len(code) == LINE_CODE and not is_line_code(code) else None


def _lines(scope: Scope, code: str) -> list[Found]:
    """A line that was sent again after a jam, or with the whole book anew, is one line."""
    rows = scope.session.execute(
        select(BookLine, BookPrint, Operator.name)
        .join(BookPrint, BookPrint.id == BookLine.book_print_id)
        .join(Operator, Operator.id == BookPrint.sent_by)
        .where(BookPrint.village_id == scope.village_id, BookLine.code == code)
        .order_by(BookPrint.id)
    )
    latest = {(row.BookPrint.book_id, row.BookLine.slot): row for row in rows}
    return [_line(scope, row, code) for row in latest.values()]


def _line(scope: Scope, row: Row[*tuple[Any, ...]], code: str) -> LineFound:
    sent, by = row.BookPrint, row.name
    where = book(scope, sent.book_id)
    told = [line for line in printed_lines(scope, where.id) if line.paper.code == code]
    remarks = [Remark.DIFFERS] if _differs(scope, where, row.BookLine) else []
    remarks += BookFound(where, "").remarks
    if told:
        by, remarks = told[-1].printed_by, remarks + [Remark.SPOILT] * told[-1].spoilt
    elif _is_waiting(scope, where, code):
        remarks.append(Remark.WAITING)
    else:
        remarks.append(Remark.OFF_PAPER)
    paper = told[-1].paper if told else _paper_line(scope, where, row.BookLine)
    taken_back_by = _taken_back_by(scope, paper.entry)
    if taken_back_by is not None:
        remarks.append(Remark.REVERSED)
    return LineFound(
        book=where,
        paper=paper,
        way=told[-1].way if told else PrintWay(sent.way),
        printer=told[-1].printer if told else sent.printer,
        printed_at=told[-1].printed_at if told else sent.sent_at,
        printed_by=by,
        remarks=tuple(sorted(remarks, key=list(Remark).index)),
        taken_back_by=taken_back_by,
        next_book=_next_book(scope, where),
    )


def _differs(scope: Scope, where: BookRow, line: BookLine) -> bool:
    """Whether today's ledger would print another code here."""
    line_hash, balance = "", line.balance
    if line.line_id is not None:
        sealed = sealed_hash(scope, line.line_id)
        if sealed is None:
            return True
        line_hash, balance = sealed, scope.session.get_one(LedgerLine, line.line_id).balance_after
    made = line_code(village_uid(scope), where.uid, line.slot, line.kind, line_hash, balance.hundredths)
    return made != line.code or balance != line.balance


def _is_waiting(scope: Scope, where: BookRow, code: str) -> bool:
    waiting = open_print(scope, where.id) if where.open_print else None
    return waiting is not None and any(line.code == code for line in waiting.lines)


def _paper_line(scope: Scope, where: BookRow, line: BookLine) -> PaperLine:
    return PaperLine(
        slot=line.slot,
        page=where.layout.page_of(line.slot),
        line=where.layout.line_of(line.slot),
        kind=PaperLineKind(line.kind),
        balance=line.balance,
        code=line.code,
        entry=None if line.line_id is None else lines_by_id(scope, (line.line_id,))[line.line_id],
    )


def _taken_back_by(scope: Scope, entry: LineRow | None) -> LineRow | None:
    if entry is None or entry.reversed_by_seq is None:
        return None
    found = scope.session.scalar(
        select(LedgerLine.id).where(
            LedgerLine.village_id == scope.village_id, LedgerLine.seq == entry.reversed_by_seq
        )
    )
    return None if found is None else lines_by_id(scope, (found,))[found]


def _next_book(scope: Scope, before: BookRow) -> str:
    """The number of the book that came after this one, "" when none did."""
    if before.end is BookEnd.NONE:
        return ""
    found = scope.session.scalar(
        select(Book.number).where(Book.account_id == before.account.id, Book.ordinal == before.ordinal + 1)
    )
    return found or ""


def _books(scope: Scope, number: str) -> list[Found]:
    found = scope.session.scalars(
        select(Book.id).where(Book.village_id == scope.village_id, Book.number == number)
    )
    rows = [book(scope, book_id) for book_id in found]
    return [BookFound(row, _next_book(scope, row)) for row in rows]


def _accounts(scope: Scope, number: str) -> list[Found]:
    found = scope.session.execute(
        select(Account.id, Account.closed_on).where(
            Account.village_id == scope.village_id, Account.number == number
        )
    ).first()
    if found is None:
        return []
    account_id, closed_on = found
    account = accounts_by_id(scope, (account_id,), closed_too=True)[account_id]
    (figures,) = balances(scope, accounts_chosen=(account,))
    in_use = books(scope, account_ids=(account_id,))
    number_in_use = in_use[0].number if in_use else ""
    return [AccountFound(account, figures.balance, number_in_use, closed=closed_on is not None)]


def _sheet(scope: Scope, anchor: AnchorRow) -> SheetFound:
    end = head(scope).seq
    remarks: tuple[Remark, ...] = ()
    if end < anchor.seq:
        remarks = (Remark.SHORTER,)
    elif not still_leads_to(scope, anchor):
        remarks = (Remark.DIFFERS,)
    sheet = SheetFound(_SHEETS[anchor.kind], anchor.made_at, anchor.seq, max(end - anchor.seq, 0), remarks)
    if anchor.kind is AnchorKind.NOTICE:
        return replace(sheet, number=anchor.reference)
    if anchor.kind is AnchorKind.BACKUP:
        return replace(sheet, number=_file_name(anchor.reference))
    return _with_books(scope, _with_printouts(scope, sheet, anchor.reference), anchor.reference)


_SHEETS: Final = {
    AnchorKind.NOTICE: SheetKind.NOTICE,
    AnchorKind.PRINTOUT: SheetKind.BOOK_LINES,
    AnchorKind.BACKUP: SheetKind.BACKUP,
}


def _file_name(path: str) -> str:
    """Also of a path that was written on the other system."""
    return PurePath(path.replace("\\", "/")).name


def _with_printouts(scope: Scope, sheet: SheetFound, first_uid: str) -> SheetFound:
    """Passbooks printed as they stood, when the first of them has this uid."""
    found = scope.session.execute(
        select(Printout, Operator.name)
        .join(Operator, Operator.id == Printout.printed_by)
        .where(Printout.uid == first_uid)
    ).first()
    if found is None:
        return sheet
    first, by = found
    count, pages = scope.session.execute(
        select(func.count(), func.sum(Printout.pages)).where(
            Printout.village_id == scope.village_id,
            Printout.printed_at == first.printed_at,
            Printout.printed_by == first.printed_by,
        )
    ).one()
    sheet = replace(sheet, kind=SheetKind.PRINTOUT, made_by=by, as_of=first.as_of, books=count, pages=pages)
    if count > 1:
        return sheet
    account = accounts_by_id(scope, (first.account_id,), closed_too=True)[first.account_id]
    return replace(sheet, number=account.number, name=account.owner_name)


def _with_books(scope: Scope, sheet: SheetFound, first_uid: str) -> SheetFound:
    """Lines that went to books together, when the first print has this uid."""
    found = scope.session.execute(
        select(BookPrint, Operator.name)
        .join(Operator, Operator.id == BookPrint.sent_by)
        .where(BookPrint.uid == first_uid)
    ).first()
    if found is None:
        return sheet
    first, by = found
    count = scope.session.scalars(
        select(func.count(BookPrint.book_id.distinct())).where(
            BookPrint.village_id == scope.village_id,
            BookPrint.sent_at == first.sent_at,
            BookPrint.sent_by == first.sent_by,
        )
    ).one()
    sheet = replace(sheet, made_by=by, books=count)
    if count > 1:
        return sheet
    row = book(scope, first.book_id)
    return replace(sheet, number=row.number, name=row.holder)
