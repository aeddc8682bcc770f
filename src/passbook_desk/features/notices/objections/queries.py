from collections.abc import Collection, Mapping

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.ledger.claims.rules import OPEN
from passbook_desk.features.ledger.model import Account, Claim, ClaimState, LedgerLine
from passbook_desk.features.notices.model import Notice, NoticeClaim, NoticeLine, Objection, ObjectionStep
from passbook_desk.features.notices.objections.errors import UnknownObjection
from passbook_desk.features.notices.objections.rules import shown_objection, state_of
from passbook_desk.features.notices.objections.values import (
    ObjectionCard,
    ObjectionOutcome,
    ObjectionRow,
    ObjectionState,
    ObjectionStepKind,
    ObjectionStepRow,
    Way,
)
from passbook_desk.features.notices.queries import steps_of
from passbook_desk.features.notices.reading import notice_numbered
from passbook_desk.features.notices.rules import last_day_hung, plain_number, shown_number
from passbook_desk.features.notices.sheet_text import read_sheet
from passbook_desk.features.notices.values import NoticeKind, NoticePart, NoticeStepRow, PartKind
from passbook_desk.kernel.points import ZERO, Points

_OF_LINES = (PartKind.PENDING, PartKind.DEDUCTIONS)
"""Tables whose rows begin with the number of the line they belong to."""


def objections(
    scope: Scope, *, notice_number: str | None = None, open_only: bool = False
) -> tuple[ObjectionRow, ...]:
    """Objections, those with the earliest day to answer first, then the answered ones, newest first.

    Raises UnknownNotice.
    """
    chosen = select(Objection).where(Objection.village_id == scope.village_id).order_by(Objection.id)
    if notice_number is not None:
        chosen = chosen.where(Objection.notice_id == notice_numbered(scope, notice_number).id)
    rows = _rows(scope, scope.session.scalars(chosen).all())
    waiting = sorted((row for row in rows if row.open), key=lambda row: (row.due_on, row.id))
    done = sorted((row for row in rows if not row.open), key=lambda row: row.id, reverse=True)
    return (*waiting, *(() if open_only else done))


def objection_numbered(scope: Scope, number: str) -> ObjectionRow:
    """The objection with this number, as 2026-03 or 〔2026〕第3号. Raises UnknownObjection."""
    found = scope.session.scalar(
        select(Objection).where(
            Objection.village_id == scope.village_id, Objection.number == plain_number(number)
        )
    )
    if found is None:
        raise UnknownObjection(field="number", number=number)
    (row,) = _rows(scope, (found,))
    return row


def objection_card(scope: Scope, objection_id: int) -> ObjectionCard:
    """One objection with every step, and what it can be corrected by. Raises UnknownObjection."""
    found = scope.session.get(Objection, objection_id)
    if found is None or found.village_id != scope.village_id:
        raise UnknownObjection(field="number", number=str(objection_id))
    (row,) = _rows(scope, (found,))
    steps = _steps(scope, (found.id,)).get(found.id, ())
    account_id: int | None = None
    claim_ids: tuple[int, ...] = ()
    figures_line = _figures_line(scope, found)
    if figures_line is not None:
        account_id = scope.session.scalar(
            select(Account.id)
            .join(NoticeLine, NoticeLine.account_number == Account.number)
            .where(
                Account.village_id == scope.village_id,
                NoticeLine.notice_id == found.notice_id,
                NoticeLine.line_no == figures_line,
            )
        )
        claim_ids = tuple(
            scope.session.scalars(
                select(NoticeClaim.claim_id)
                .join(ClaimState, ClaimState.claim_id == NoticeClaim.claim_id)
                .join(Claim, Claim.id == NoticeClaim.claim_id)
                .where(
                    NoticeClaim.notice_id == found.notice_id,
                    NoticeClaim.line_no == figures_line,
                    ClaimState.state.in_([state.value for state in OPEN]),
                )
                .order_by(NoticeClaim.claim_id)
            )
        )
    return ObjectionCard(row, steps, account_id, claim_ids)


def _figures_line(scope: Scope, objection: Objection) -> int | None:
    """The line with the figures of the book that is meant: the one pointed at, or the one that a deed below
    names as its own; None for the sheet as a whole and for lines of no book.
    """
    if objection.line_no is None:
        return None
    notice = scope.session.get_one(Notice, objection.notice_id)
    part = _part_with(notice, objection.line_no)
    if part is None:
        return objection.line_no
    return int(part.rows[objection.line_no - part.first_line][0]) if part.kind in _OF_LINES else None


def _part_with(notice: Notice, line_no: int) -> NoticePart | None:
    parts = read_sheet(notice.sheet)[2] if notice.form > 1 else ()
    return next((part for part in parts if 0 <= line_no - part.first_line < len(part.rows)), None)


def line_words(scope: Scope, notice: Notice, line_no: int | None) -> str | None:
    """Whose line it is, as the sheet shows it; empty for the sheet as a whole, None for no such line."""
    if line_no is None:
        return ""
    line = scope.session.scalar(
        select(NoticeLine).where(NoticeLine.notice_id == notice.id, NoticeLine.line_no == line_no)
    )
    if line is not None:
        return f"{line.household_code} {line.shown_name}".strip()
    part = _part_with(notice, line_no)
    if part is None:
        return None
    return " ".join(cell for cell in part.rows[line_no - part.first_line] if cell)


def last_line(scope: Scope, notice: Notice) -> int:
    """The highest line number of a sheet."""
    lines = scope.session.scalar(
        select(NoticeLine.line_no)
        .where(NoticeLine.notice_id == notice.id)
        .order_by(NoticeLine.line_no.desc())
        .limit(1)
    )
    rows = sum(len(part.rows) for part in read_sheet(notice.sheet)[2]) if notice.form > 1 else 0
    return (lines or 0) + rows


def _rows(scope: Scope, found: Collection[Objection]) -> tuple[ObjectionRow, ...]:
    notices = {
        notice.id: notice
        for notice in scope.session.scalars(
            select(Notice).where(Notice.id.in_({row.notice_id for row in found}))
        )
    }
    steps, hung = _steps(scope, [row.id for row in found]), steps_of(scope, notices)
    changes = _changes(scope, steps)
    return tuple(
        _row(scope, row, notices[row.notice_id], steps.get(row.id, ()), hung, changes.get(row.id))
        for row in found
    )


def _row(
    scope: Scope,
    row: Objection,
    notice: Notice,
    steps: tuple[ObjectionStepRow, ...],
    hung: Mapping[int, tuple[NoticeStepRow, ...]],
    change: Points | None,
) -> ObjectionRow:
    assigned = [step for step in steps if step.due_on is not None]
    handler = assigned[-1].handler if assigned else row.handler
    due_on = assigned[-1].due_on if assigned else row.due_on
    assert due_on is not None
    last_on = last_day_hung(notice.hung_until, hung.get(notice.id, ()))
    state = state_of(steps, due_on, scope.today)
    return ObjectionRow(
        id=row.id,
        uid=row.uid,
        number=row.number,
        shown_number=shown_objection(row.number),
        notice_number=notice.number,
        notice_shown=shown_number(notice.number),
        notice_kind=NoticeKind(notice.kind),
        line_no=row.line_no,
        line_words=line_words(scope, notice, row.line_no) or "",
        received_on=row.received_on,
        way=Way(row.way),
        who=row.who,
        words=row.words,
        evidence=row.evidence,
        handler=handler,
        due_on=due_on,
        state=state,
        after_hours=row.received_on > last_on,
        change=change if state is ObjectionState.CORRECTED else None,
    )


def _steps(scope: Scope, ids: Collection[int]) -> dict[int, tuple[ObjectionStepRow, ...]]:
    rows = [
        (step, name)
        for step, name in scope.session.execute(
            select(ObjectionStep, Operator.name)
            .join(Operator, Operator.id == ObjectionStep.recorded_by)
            .where(ObjectionStep.objection_id.in_(ids))
            .order_by(ObjectionStep.objection_id, ObjectionStep.number)
        )
    ]
    vouchers = {each for step, _ in rows for each in (step.reversal_id, step.correction_id) if each}
    seqs: dict[int, tuple[int, ...]] = {}
    for voucher_id, seq in scope.session.execute(
        select(LedgerLine.voucher_id, LedgerLine.seq)
        .where(LedgerLine.voucher_id.in_(vouchers))
        .order_by(LedgerLine.seq)
    ):
        seqs[voucher_id] = (*seqs.get(voucher_id, ()), seq)
    found: dict[int, tuple[ObjectionStepRow, ...]] = {}
    for step, name in rows:
        told = ObjectionStepRow(
            number=step.number,
            kind=ObjectionStepKind(step.kind),
            done_on=step.done_on,
            handler=step.handler,
            due_on=step.due_on,
            outcome=ObjectionOutcome(step.outcome) if step.outcome else None,
            words=step.words,
            paper_ref=step.paper_ref,
            reversed_seqs=seqs.get(step.reversal_id or 0, ()),
            corrected_seqs=seqs.get(step.correction_id or 0, ()),
            recorded_at=step.recorded_at,
            recorded_by=name,
        )
        found[step.objection_id] = (*found.get(step.objection_id, ()), told)
    return found


def _changes(scope: Scope, steps: Mapping[int, tuple[ObjectionStepRow, ...]]) -> dict[int, Points]:
    """What each correction moved in the ledger."""
    by_seq = {
        seq: objection_id
        for objection_id, taken in steps.items()
        for step in taken
        for seq in (*step.reversed_seqs, *step.corrected_seqs)
    }
    found = dict.fromkeys(steps, ZERO)
    rows = scope.session.execute(
        select(LedgerLine.seq, LedgerLine.points).where(
            LedgerLine.village_id == scope.village_id, LedgerLine.seq.in_(by_seq)
        )
    )
    for seq, points in rows:
        found[by_seq[seq]] += points
    return found
