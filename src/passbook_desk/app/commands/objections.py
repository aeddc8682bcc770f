"""objection add, assign, resolve, withdraw, list, print."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from passbook_desk.app.arguments_notices import DeedWords
from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.commands.notice_answers import (
    objection_card_json,
    objection_json,
    objection_line,
    objection_lines,
)
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope, Tx
from passbook_desk.documents.files import check_target
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import check_pages, write_pdf
from passbook_desk.features.ledger.queries import account_by_number
from passbook_desk.features.ledger.recording_values import DeedEntry
from passbook_desk.features.notices.objections import commands
from passbook_desk.features.notices.objections.paper import answer_pages
from passbook_desk.features.notices.objections.queries import (
    objection_card,
    objection_numbered,
    objections,
)
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    AssignObjection,
    ObjectionCard,
    ObjectionOutcome,
    ResolveObjection,
    Way,
    WithdrawObjection,
)
from passbook_desk.features.notices.reading import notice_numbered
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date


class BookNotNamed(UserError):
    """The objection is to the sheet as a whole, so nobody knows whose book a deed goes to."""

    code = "app.book-not-named"


def add(context: Context) -> Answer:
    """Keep an objection as it was received."""
    given = context.arguments

    def act(tx: Tx) -> ObjectionCard:
        command = AddObjection(
            uid=new_uid(),
            notice_number=given.notice,
            line_no=given.line,
            received_on=_day(given.on) or tx.today,
            way=Way(given.way),
            words=given.words,
            who=given.who,
            evidence=given.evidence,
            handler=given.handler,
            due_on=_day(given.due),
        )
        return objection_card(tx, commands.add_objection(tx, command))

    with context.desk() as desk:
        card = desk.do(act)
    return _answer("已收到", card)


def assign(context: Context) -> Answer:
    """Give an objection to somebody, until a day."""
    given = context.arguments
    due_on = parse_iso_date(given.due)

    def act(tx: Tx, card: ObjectionCard) -> None:
        command = AssignObjection(new_uid(), card.row.id, given.handler, due_on, given.words)
        commands.assign_objection(tx, command)

    return _step(context, "已交办", act)


def resolve(context: Context) -> Answer:
    """Answer an objection; reversal and right entry are posted together with the answer, or nothing is."""
    given = context.arguments

    def act(tx: Tx, card: ObjectionCard) -> None:
        command = ResolveObjection(
            uid=new_uid(),
            objection_id=card.row.id,
            outcome=ObjectionOutcome(given.outcome),
            words=given.words,
            paper_ref=given.paper_ref,
            reverse_seqs=tuple(given.reverse),
            deeds=_deeds(tx, card, given.deed, given.account),
            reject_claims=tuple(given.reject_claim),
        )
        commands.resolve_objection(tx, command)

    return _step(context, "已答复", act)


def withdraw(context: Context) -> Answer:
    """Whoever objected takes it back."""

    def act(tx: Tx, card: ObjectionCard) -> None:
        commands.withdraw_objection(tx, WithdrawObjection(new_uid(), card.row.id, context.arguments.words))

    return _step(context, "已撤回", act)


def listed(context: Context) -> Answer:
    """Objections, those that wait for an answer first."""
    given = context.arguments
    with context.desk() as desk:
        rows = desk.ask(lambda scope: objections(scope, notice_number=given.notice, open_only=given.open))
    return Answer(
        tuple(map(objection_line, rows)) or ("没有这样的异议。",), [objection_json(row) for row in rows]
    )


def print_answer(context: Context) -> Answer:
    """The answer on paper, to be signed and handed over or hung."""
    target = Path(context.arguments.output)
    check_target(target)
    fonts = font_book(context.places)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        card, here = desk.ask(lambda scope: (_card(scope, context.arguments.number), village(scope)))
    pages = answer_pages(card, here, Measure(fonts))
    check_pages(pages, fonts)
    write_pdf(pages, fonts, target, f"{card.row.shown_number}答复单")
    return Answer(
        (f"{card.row.shown_number}答复单，共 {len(pages)} 页：{target}",),
        {"file": str(target), "number": card.row.number, "pages": len(pages)},
    )


def _step(context: Context, done: str, act: Callable[[Tx, ObjectionCard], None]) -> Answer:
    def carried_out(tx: Tx) -> ObjectionCard:
        number = context.arguments.number
        act(tx, _card(tx, number))
        return _card(tx, number)

    with context.desk() as desk:
        card = desk.do(carried_out)
    return _answer(done, card)


def _card(scope: Scope, number: str) -> ObjectionCard:
    return objection_card(scope, objection_numbered(scope, number).id)


def _deeds(
    scope: Scope, card: ObjectionCard, given: tuple[DeedWords, ...], account: str | None
) -> tuple[DeedEntry, ...]:
    """Deeds of the book pointed at or named; somebody has looked into it, so the same deed may come again."""
    if not given:
        return ()
    account_id = card.account_id
    if account is not None:
        account_id = account_by_number(scope, account).id
    if account_id is None:
        raise BookNotNamed
    last_on = notice_numbered(scope, card.row.notice_number).last_on
    return tuple(
        DeedEntry(account_id, deed.code, deed.on or last_on, points=deed.points, again=True) for deed in given
    )


def _answer(done: str, card: ObjectionCard) -> Answer:
    return Answer((done, *objection_lines(card)), objection_card_json(card))


def _day(text: str | None) -> date | None:
    return None if text is None else parse_iso_date(text)
