"""Onto paper in two steps: lines are sent, then told what is on paper; only then the position moves."""

from collections.abc import Sequence
from operator import itemgetter

from sqlalchemy import func, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.values import AnchorKind
from passbook_desk.features.passbooks.books.errors import (
    BookEnded,
    BookFull,
    NoPrintOpen,
    NothingToPrint,
    OutcomeTooLate,
    PaperDoubted,
    PlanOutdated,
    PrintOpen,
    WrongOutcome,
)
from passbook_desk.features.passbooks.books.planning import Outcome, Placed, SetTo, after
from passbook_desk.features.passbooks.books.queries import book_plans
from passbook_desk.features.passbooks.books.seen import holds, places_set
from passbook_desk.features.passbooks.books.values import (
    BookEnd,
    BookPlan,
    ConfirmPrint,
    PaperLine,
    PaperLineKind,
    Position,
    PrintWay,
    SendLines,
)
from passbook_desk.features.passbooks.model import Book, BookLine, BookPosition, BookPrint, PrintOutcome
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic


def send_lines(tx: Tx, command: SendLines) -> int:
    """Remember that these lines go to paper now, and return the print that waits for its answer.

    Nothing counts as printed by it. Sent twice it is one print. Raises NotAllowed, UnknownBook, PrintOpen,
    PaperDoubted, BookFull, NothingToPrint, and PlanOutdated when other lines would be printed next.
    """
    return send_all(tx, (command,))[0]


def send_all(tx: Tx, commands: Sequence[SendLines]) -> tuple[int, ...]:
    """`send_lines` for a queue of books, with one anchor for the paper that goes out."""
    tx.require(Act.PRINT)
    known = {
        uid: print_id
        for uid, print_id in tx.session.execute(
            select(BookPrint.uid, BookPrint.id).where(
                BookPrint.uid.in_([command.uid for command in commands])
            )
        )
    }
    fresh = [command for command in commands if command.uid not in known]
    for whole in (False, True):
        chosen = [command for command in fresh if (command.way is PrintWay.BOOKLET) is whole]
        plans = book_plans(tx, [command.book_id for command in chosen], whole=whole)
        for command, plan in zip(chosen, plans, strict=True):
            known[command.uid] = _send(tx, command, plan)
    if fresh:
        set_anchor(tx, AnchorKind.PRINTOUT, fresh[0].uid)
        tx.touched.add(Topic.PASSBOOKS)
    return tuple(known[command.uid] for command in commands)


def confirm_print(tx: Tx, command: ConfirmPrint) -> None:
    """Take the answer to 打好了吗: so many lines are on paper, so many places behind them are spoilt.

    The position of the book moves by it. The last answer of a book's last print may be given anew. Told twice
    it is one answer. Raises NotAllowed, NoPrintOpen, WrongOutcome, OutcomeTooLate and BookEnded.
    """
    tx.require(Act.PRINT)
    if tx.session.scalar(select(PrintOutcome.id).where(PrintOutcome.uid == command.uid)) is not None:
        return
    sent = tx.session.get(BookPrint, command.print_id)
    if sent is None or sent.village_id != tx.village_id:
        raise NoPrintOpen(number="")
    row = tx.session.get_one(Book, sent.book_id)
    told = _answers(tx, sent.id)
    if told and _prints(tx, row.id)[-1] != sent.id:
        raise OutcomeTooLate(number=row.number)
    if told and any(behind >= sent.number for behind, _ in places_set(tx, row.id)):
        raise OutcomeTooLate(number=row.number)
    if told and _followed(tx, row) and not _closes(tx, sent.id):
        raise OutcomeTooLate(number=row.number)
    count = _count(tx, sent.id)
    whole = sent.way == PrintWay.BOOKLET.value
    if not 0 <= command.printed <= count or not 0 <= command.spoilt <= count - command.printed:
        raise WrongOutcome(number=row.number, lines=count, field="printed")
    if whole and (command.printed not in (0, count) or command.spoilt):
        raise WrongOutcome(number=row.number, lines=count, field="printed")
    tx.session.add(
        PrintOutcome(
            uid=command.uid,
            book_print_id=sent.id,
            number=told + 1,
            printed=command.printed,
            spoilt=command.spoilt,
            told_at=tx.now,
            told_by=tx.actor.operator_id,
        )
    )
    tx.session.flush()  # the position is made from all answers
    at = position_from_prints(tx, row)
    kept = tx.session.get_one(BookPosition, row.id)
    kept.next_slot, kept.last_seq, kept.balance = at.slot, at.last_seq, at.balance
    kept.closed, kept.spoilt, kept.open_print_id = at.closed, at.spoilt, None
    tx.touched.add(Topic.PASSBOOKS)


def write_by_hand(tx: Tx, command: SendLines, answer_uid: str) -> int:
    """Lines that somebody wrote into the book with a pen (手写登折): sent and told in one act.

    Raises what send_lines raises.
    """
    print_id = send_lines(tx, command)
    confirm_print(tx, ConfirmPrint(print_id, len(command.codes), uid=answer_uid))
    return print_id


def printed_from(lines: Sequence[PaperLine], failed_line: int, page: int | None = None) -> int:
    """How many of the lines sent are on paper when line `failed_line` is the first that is not.

    `page` is needed where the lines lie on several pages. Raises WrongOutcome when no such line was sent.
    """
    pages = {line.page for line in lines}
    if page is None and len(pages) == 1:
        page = pages.pop()
    for place, line in enumerate(lines):
        if (line.page, line.line) == (page, failed_line):
            return place
    raise WrongOutcome(number="", lines=len(lines), field="failed_from")


def position_from_prints(scope: Scope, row: Book, *more: SetTo) -> Position:
    """Where the paper of a book ends, made from its start, every print that was answered and every place that
    was set by hand, and what is to be set."""
    start = Position(row.first_slot, row.after_seq, row.balance_before)
    return after(start, [*_outcomes(scope, row.id), *more])


def _send(tx: Tx, command: SendLines, plan: BookPlan) -> int:
    row, whole = plan.book, command.way is PrintWay.BOOKLET
    if row.open_print or _waiting_elsewhere(tx, row.account.id):
        raise PrintOpen(number=row.number)
    if row.doubted:
        raise PaperDoubted(number=row.number)
    if not plan.lines:
        if plan.full:
            raise BookFull(number=row.number)
        if row.end is not BookEnd.NONE and (whole or row.end is not BookEnd.REPLACED):
            raise BookEnded(number=row.number)
        raise NothingToPrint(number=row.number)
    chosen = plan.lines[: len(command.codes)]
    if not command.codes or command.codes != tuple(line.code for line in chosen):
        raise PlanOutdated(number=row.number)
    if whole and len(chosen) < len(plan.lines):
        raise PlanOutdated(number=row.number)
    sent = BookPrint(
        village_id=tx.village_id,
        uid=command.uid,
        book_id=row.id,
        number=len(_prints(tx, row.id)) + 1,
        way=command.way.value,
        printer=command.printer,
        sent_at=tx.now,
        sent_by=tx.actor.operator_id,
    )
    tx.session.add(sent)
    tx.session.flush()  # its lines refer to it
    tx.session.add_all(
        BookLine(
            uid=f"{command.uid}:{line.slot}",
            book_print_id=sent.id,
            slot=line.slot,
            kind=line.kind.value,
            line_id=None if line.entry is None else line.entry.id,
            balance=line.balance,
            code=line.code,
        )
        for line in chosen
    )
    tx.session.get_one(BookPosition, row.id).open_print_id = sent.id
    tx.session.flush()  # the next book of the queue must see it
    return sent.id


def _waiting_elsewhere(tx: Tx, account_id: int) -> bool:
    """Another book of this account has lines on their way: the old one its 转下册."""
    found = (
        select(BookPosition.book_id)
        .join(Book, Book.id == BookPosition.book_id)
        .where(Book.account_id == account_id, BookPosition.open_print_id.is_not(None))
        .limit(1)
    )
    return tx.session.scalar(found) is not None


def _prints(scope: Scope, book_id: int) -> list[int]:
    found = scope.session.scalars(
        select(BookPrint.id).where(BookPrint.book_id == book_id).order_by(BookPrint.number)
    )
    return list(found)


def _answers(scope: Scope, print_id: int) -> int:
    found = select(func.count()).select_from(PrintOutcome).where(PrintOutcome.book_print_id == print_id)
    return scope.session.scalar(found) or 0


def _count(scope: Scope, print_id: int) -> int:
    found = select(func.count()).select_from(BookLine).where(BookLine.book_print_id == print_id)
    return scope.session.scalar(found) or 0


def _followed(scope: Scope, row: Book) -> bool:
    """Another book begins where this one ends."""
    found = select(Book.id).where(Book.account_id == row.account_id, Book.ordinal > row.ordinal).limit(1)
    return scope.session.scalar(found) is not None


def _closes(scope: Scope, print_id: int) -> bool:
    found = select(BookLine.id).where(
        BookLine.book_print_id == print_id, BookLine.kind == PaperLineKind.TO_BOOK.value
    )
    return scope.session.scalar(found) is not None


def _outcomes(scope: Scope, book_id: int) -> list[Outcome | SetTo]:
    """What became of each print, and between them the places that were set by hand."""
    answers = scope.session.execute(
        select(BookPrint.id, BookPrint.number, BookPrint.way, PrintOutcome.printed, PrintOutcome.spoilt)
        .join(PrintOutcome, PrintOutcome.book_print_id == BookPrint.id)
        .where(BookPrint.book_id == book_id, holds())
        .order_by(BookPrint.number)
    ).all()
    lines: dict[int, list[Placed]] = {}
    rows = scope.session.execute(
        select(BookLine, LedgerLine.account_seq)
        .join(BookPrint, BookPrint.id == BookLine.book_print_id)
        .outerjoin(LedgerLine, LedgerLine.id == BookLine.line_id)
        .where(BookPrint.book_id == book_id)
        .order_by(BookLine.slot)
    )
    for line, seq in rows:
        placed = Placed(line.slot, PaperLineKind(line.kind), seq, line.balance)
        lines.setdefault(line.book_print_id, []).append(placed)
    found = [(behind, 1, each) for behind, each in places_set(scope, book_id)]
    steps: list[tuple[int, int, Outcome | SetTo]] = [*found]
    for print_id, number, way, printed, spoilt in answers:
        whole = way == PrintWay.BOOKLET.value
        steps.append((number, 0, Outcome(tuple(lines.get(print_id, ())), printed, spoilt, whole)))
    return [step for *_, step in sorted(steps, key=itemgetter(0, 1))]
