from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.claims.commands import reject_hung_claims
from passbook_desk.features.ledger.claims.persons import decider
from passbook_desk.features.ledger.claims.rules import has_steps
from passbook_desk.features.ledger.model import Account, LedgerLine
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.recording import write_decided
from passbook_desk.features.ledger.recording_values import RecordBatch
from passbook_desk.features.ledger.reversing import take_back
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.notices.model import Objection, ObjectionStep
from passbook_desk.features.notices.objections.errors import (
    AnsweredBefore,
    CorrectionOfUpheld,
    DueTooEarly,
    HandlerMissing,
    NoSuchLine,
    NothingCorrected,
    ObjectionTextTooLong,
    ObjectionWordsMissing,
    OtherBook,
    OwnObjection,
    PaperMissing,
    ReceivedBeforeIssued,
    ReceivedInFuture,
)
from passbook_desk.features.notices.objections.queries import (
    last_line,
    line_words,
    objection_card,
)
from passbook_desk.features.notices.objections.rules import due_after, objection_number, shown_objection
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    AssignObjection,
    ObjectionCard,
    ObjectionOutcome,
    ObjectionStepKind,
    ResolveObjection,
    WithdrawObjection,
)
from passbook_desk.features.notices.reading import notice_numbered
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic

MOST_CHARACTERS = 1000


def add_objection(tx: Tx, command: AddObjection) -> int:
    """Keep an objection as it was received and return its id; the same `uid` again returns the one kept.

    One that comes in after the notice closed is kept as well: its correction stands on the next notice.
    Raises UnknownNotice, NoSuchLine, ObjectionWordsMissing, ObjectionTextTooLong, ReceivedBeforeIssued,
    ReceivedInFuture, DueTooEarly.
    """
    tx.require(Act.NOTICE)
    kept = tx.session.scalar(select(Objection.id).where(Objection.uid == command.uid))
    if kept is not None:
        return kept
    notice = notice_numbered(tx, command.notice_number)
    if line_words(tx, notice, command.line_no) is None:
        raise NoSuchLine(field="line_no", line=command.line_no, most=last_line(tx, notice))
    _check_words(command.words, "words")
    for field in ("words", "who", "evidence", "handler"):
        _check_length(getattr(command, field), field)
    day, issued_on = command.received_on, notice.issued_at.astimezone().date()
    if day < min(issued_on, notice.issued_on):
        raise ReceivedBeforeIssued(field="received_on", day=day, issued_on=notice.issued_on)
    if day > tx.today:
        raise ReceivedInFuture(field="received_on", day=day, today=tx.today)
    due_on = command.due_on or due_after(day, policy(tx).answer_days)
    if due_on < day:
        raise DueTooEarly(field="due_on", day=due_on, received_on=day)
    series = f"objection:{tx.today.year}"
    row = Objection(
        village_id=tx.village_id,
        uid=command.uid,
        number=objection_number(tx.today.year, next_number(tx, series)),
        notice_id=notice.id,
        line_no=command.line_no,
        received_on=day,
        way=command.way.value,
        who=command.who.strip(),
        words=command.words.strip(),
        evidence=command.evidence.strip(),
        handler=command.handler.strip(),
        due_on=due_on,
        recorded_at=tx.now,
        recorded_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    tx.session.flush()  # the id is the answer
    tx.touched.add(Topic.NOTICES)
    return row.id


def assign_objection(tx: Tx, command: AssignObjection) -> None:
    """Give an open objection to somebody, until a day. Raises UnknownObjection, AnsweredBefore,
    HandlerMissing, DueTooEarly, ObjectionTextTooLong.
    """
    tx.require(Act.NOTICE)
    card = _open_card(tx, command.objection_id, command.uid)
    if card is None:
        return
    if not command.handler.strip():
        raise HandlerMissing(field="handler")
    if command.due_on < card.row.received_on:
        raise DueTooEarly(field="due_on", day=command.due_on, received_on=card.row.received_on)
    _check_length(command.handler, "handler")
    _check_length(command.words, "words")
    _add_step(
        tx,
        card,
        ObjectionStep(
            uid=command.uid,
            kind=ObjectionStepKind.ASSIGNED.value,
            handler=command.handler.strip(),
            due_on=command.due_on,
            outcome="",
            words=command.words.strip(),
            paper_ref="",
        ),
    )


def resolve_objection(tx: Tx, command: ResolveObjection) -> None:
    """Answer an objection; with a correction, reversal and right entry are posted in this very act.

    A correction belongs to the book of the line pointed at; of an objection to the sheet as a whole, to any.
    Its entries do not go through the steps of review again, for the answer is their review: a village with
    steps names the signed paper. Deeds that still hang are rejected instead of reversed. Raises NotAllowed,
    UnknownObjection, AnsweredBefore, ObjectionWordsMissing, ObjectionTextTooLong, CorrectionOfUpheld,
    NothingCorrected, PaperMissing, OtherBook, OwnObjection, and what take_back, record_deeds and
    reject_hung_claims raise.
    """
    tx.require(Act.REVERSE if command.outcome is ObjectionOutcome.CORRECTED else Act.NOTICE)
    card = _open_card(tx, command.objection_id, command.uid)
    if card is None:
        return
    _check_words(command.words, "words")
    _check_length(command.words, "words")
    _check_length(command.paper_ref, "paper_ref")
    corrects = bool(command.reverse_seqs or command.deeds or command.reject_claims)
    if command.outcome is ObjectionOutcome.UPHELD and corrects:
        raise CorrectionOfUpheld(number=card.row.shown_number)
    if command.outcome is ObjectionOutcome.CORRECTED:
        if not corrects:
            raise NothingCorrected(number=card.row.shown_number)
        if has_steps(policy(tx)) and not command.paper_ref.strip():
            raise PaperMissing(field="paper_ref")
        _check_books(tx, card, command)
    _check_person(tx, card, command)
    reversal_id, correction_id = _correct(tx, card, command)
    _add_step(
        tx,
        card,
        ObjectionStep(
            uid=command.uid,
            kind=ObjectionStepKind.RESOLVED.value,
            handler=card.row.handler,
            due_on=None,
            outcome=command.outcome.value,
            words=command.words.strip(),
            paper_ref=command.paper_ref.strip(),
            reversal_id=reversal_id,
            correction_id=correction_id,
        ),
    )


def withdraw_objection(tx: Tx, command: WithdrawObjection) -> None:
    """Whoever objected takes it back. Raises UnknownObjection, AnsweredBefore, ObjectionWordsMissing,
    ObjectionTextTooLong.
    """
    tx.require(Act.NOTICE)
    card = _open_card(tx, command.objection_id, command.uid)
    if card is None:
        return
    _check_words(command.words, "words")
    _check_length(command.words, "words")
    _add_step(
        tx,
        card,
        ObjectionStep(
            uid=command.uid,
            kind=ObjectionStepKind.WITHDRAWN.value,
            handler=card.row.handler,
            due_on=None,
            outcome="",
            words=command.words.strip(),
            paper_ref="",
        ),
    )


def _correct(tx: Tx, card: ObjectionCard, command: ResolveObjection) -> tuple[int | None, int | None]:
    """Post what corrects; the ids of the vouchers of reversal and right entry."""
    reason = card.row.shown_number
    reversal_id = correction_id = None
    if command.reject_claims:
        reject_hung_claims(tx, command.reject_claims, reason, command.paper_ref)
    if command.reverse_seqs:
        uid = f"{command.uid}-reversal"
        reversal_id = take_back(tx, ReverseLines(uid, command.reverse_seqs, reason)).voucher_id
    if command.deeds:
        batch = RecordBatch(f"{command.uid}-correction", command.deeds, strict=True)
        voucher = write_decided(tx, batch).voucher
        assert voucher is not None
        correction_id = voucher.voucher_id
    return reversal_id, correction_id


def _check_person(tx: Tx, card: ObjectionCard, command: ResolveObjection) -> None:
    """Nobody answers for the own household; one clerk alone does with a signed paper (domain §13 rule 13)."""
    if card.account_id is None:
        return
    book = accounts_by_id(tx, (card.account_id,), closed_too=True)[card.account_id]
    who = decider(tx)
    if who.own(book) and not (policy(tx).single_clerk and command.paper_ref.strip()):
        raise OwnObjection(field="paper_ref", operator=who.name)


def _check_books(tx: Tx, card: ObjectionCard, command: ResolveObjection) -> None:
    if card.account_id is None:
        return
    books = {deed.account_id for deed in command.deeds}
    books |= set(
        tx.session.scalars(
            select(LedgerLine.account_id).where(
                LedgerLine.village_id == tx.village_id, LedgerLine.seq.in_(command.reverse_seqs)
            )
        )
    )
    other = next((book for book in books if book != card.account_id), None)
    if other is not None:
        number = tx.session.scalar(select(Account.number).where(Account.id == other))
        raise OtherBook(field="deeds", number=number)
    if not set(command.reject_claims) <= set(card.claim_ids):
        raise OtherBook(field="deeds", number=card.row.line_words)


def _open_card(tx: Tx, objection_id: int, uid: str) -> ObjectionCard | None:
    """The open objection; None when this act was written before. Raises UnknownObjection, AnsweredBefore."""
    if tx.session.scalar(select(ObjectionStep.id).where(ObjectionStep.uid == uid)) is not None:
        return None
    card = objection_card(tx, objection_id)
    if not card.row.open:
        raise AnsweredBefore(number=shown_objection(card.row.number))
    return card


def _check_words(text: str, field: str) -> None:
    if not text.strip():
        raise ObjectionWordsMissing(field=field)


def _check_length(text: str, field: str) -> None:
    if len(text.strip()) > MOST_CHARACTERS:
        raise ObjectionTextTooLong(field=field, most=MOST_CHARACTERS)


def _add_step(tx: Tx, card: ObjectionCard, step: ObjectionStep) -> None:
    step.village_id = tx.village_id
    step.objection_id = card.row.id
    step.number = len(card.steps) + 1
    step.done_on = tx.today
    step.recorded_at = tx.now
    step.recorded_by = tx.actor.operator_id
    tx.session.add(step)
    tx.session.flush()  # what follows in this transaction sees that it was done
    tx.touched.add(Topic.NOTICES)
