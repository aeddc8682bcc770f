from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.ledger.claims.rules import OPEN
from passbook_desk.features.ledger.figures import REDEMPTIONS
from passbook_desk.features.ledger.model import Account, ClaimState, LedgerLine
from passbook_desk.features.ledger.queries import accounts_by_id, lines_by_id
from passbook_desk.features.ledger.values import LineKind
from passbook_desk.features.notices.drafting import last_proof, notice_draft
from passbook_desk.features.notices.kinds import plain_about
from passbook_desk.features.notices.model import (
    Notice,
    NoticeClaim,
    NoticeLine,
    NoticePhoto,
    NoticeStep,
    Objection,
    ObjectionStep,
)
from passbook_desk.features.notices.reading import content_of, notice_numbered
from passbook_desk.features.notices.rules import last_day_hung, shown_number, state_on
from passbook_desk.features.notices.sheet_text import read_look, rows_of_parts, said_digest
from passbook_desk.features.notices.titles import title_of
from passbook_desk.features.notices.values import (
    ChangedEntry,
    NoticeCard,
    NoticeContent,
    NoticeKind,
    NoticeRow,
    NoticeStepKind,
    NoticeStepRow,
    ProofChanges,
    ProofRow,
)
from passbook_desk.kernel.period import Quarter

ISSUED_ACT = "notice-issued"
"""The audit act whose detail holds the digest of the sheet."""


def issued(scope: Scope, kind: NoticeKind, about: str) -> NoticeContent | None:
    """The newest version of a notice as it was issued, None when it was not. Raises WrongAbout."""
    notice = scope.session.scalar(
        select(Notice)
        .where(
            Notice.village_id == scope.village_id,
            Notice.kind == kind.value,
            Notice.about == plain_about(kind, about),
        )
        .order_by(Notice.version.desc())
        .limit(1)
    )
    return None if notice is None else content_of(scope, notice)


def issued_quarter(scope: Scope, quarter: Quarter) -> NoticeContent | None:
    """The points notice of a quarter as it was issued, None when it was not."""
    return issued(scope, NoticeKind.QUARTER, str(quarter))


def quarter_draft(scope: Scope, quarter: Quarter) -> NoticeContent:
    """The points notice of a quarter as the ledger stands now."""
    return notice_draft(scope, NoticeKind.QUARTER, str(quarter))


def notices(scope: Scope) -> tuple[NoticeRow, ...]:
    """Issued notices, newest first, with where they stand."""
    return _rows(scope)


def notice_card(scope: Scope, number: str) -> NoticeCard:
    """One notice with its sheet and what was done with it. Raises UnknownNotice."""
    notice = notice_numbered(scope, number)
    (row,) = _rows(scope, (notice.id,))
    return NoticeCard(row, content_of(scope, notice), steps_of(scope, (notice.id,)).get(notice.id, ()))


def steps_of(scope: Scope, notice_ids: Collection[int]) -> dict[int, tuple[NoticeStepRow, ...]]:
    """What was done with these notices, in order; those with which nothing was done are left out."""
    rows = scope.session.execute(
        select(NoticeStep, Operator.name)
        .join(Operator, Operator.id == NoticeStep.recorded_by)
        .where(NoticeStep.notice_id.in_(notice_ids))
        .order_by(NoticeStep.notice_id, NoticeStep.number)
    )
    found: dict[int, tuple[NoticeStepRow, ...]] = {}
    for step, name in rows:
        told = NoticeStepRow(
            number=step.number,
            kind=NoticeStepKind(step.kind),
            done_on=step.done_on,
            until_on=step.until_on,
            place=step.place,
            who=step.who,
            words=step.words,
            recorded_at=step.recorded_at,
            recorded_by=name,
        )
        found[step.notice_id] = (*found.get(step.notice_id, ()), told)
    return found


def notices_of_claims(scope: Scope) -> dict[int, str]:
    """The newest notice on which each open claim hangs, as 〔2026〕第1号; claims on none are left out."""
    rows = scope.session.execute(
        select(NoticeClaim.claim_id, Notice.number)
        .join(Notice, Notice.id == NoticeClaim.notice_id)
        .join(ClaimState, ClaimState.claim_id == NoticeClaim.claim_id)
        .where(Notice.village_id == scope.village_id, ClaimState.state.in_([each.value for each in OPEN]))
        .order_by(NoticeClaim.id)
    )
    return {claim_id: shown_number(number) for claim_id, number in rows}


def changes_since_proof(scope: Scope, kind: NoticeKind, about: str) -> ProofChanges:
    """What the sheet would say otherwise than its last proof, the entries behind it in their order.

    Raises WrongAbout and what notice_draft raises.
    """
    about = plain_about(kind, about)
    proof = last_proof(scope, kind, about)
    if proof is None:
        return ProofChanges(None)
    made_by = scope.session.scalar(select(Operator.name).where(Operator.id == proof.made_by)) or ""
    look = read_look(proof.sheet)
    told = ProofRow(proof.cut_off_seq, look, proof.made_at, made_by)
    draft = notice_draft(scope, kind, about, look)
    if said_digest(draft) == proof.lines_sha256:
        return ProofChanges(told)
    entries = _entries_after(scope, proof.cut_off_seq, draft)
    return ProofChanges(told, entries, other=not entries)


def _entries_after(scope: Scope, seq: int, draft: NoticeContent) -> tuple[ChangedEntry, ...]:
    on_sheet = {line.account_number for line in draft.lines if line.account_number}
    chosen = (
        select(LedgerLine.id, Account.number)
        .join(Account, Account.id == LedgerLine.account_id)
        .where(
            LedgerLine.village_id == scope.village_id,
            LedgerLine.seq > seq,
            LedgerLine.counted_on <= draft.last_on,
        )
        .order_by(LedgerLine.seq)
    )
    if draft.kind is NoticeKind.REDEMPTION:
        chosen = chosen.where(LedgerLine.effect.in_([each.value for each in REDEMPTIONS]))
    ids = [
        (line_id, number)
        for line_id, number in scope.session.execute(chosen)
        if not on_sheet or number in on_sheet
    ]
    lines = lines_by_id(scope, (line_id for line_id, _ in ids))
    owners = accounts_by_id(scope, {line.account_id for line in lines.values()}, closed_too=True)
    return tuple(
        ChangedEntry(
            seq=line.seq,
            account_number=owners[line.account_id].number,
            household_code=owners[line.account_id].owner_code,
            owner_name=owners[line.account_id].owner_name,
            occurred_on=line.occurred_on,
            counted_on=line.counted_on,
            item_text=line.item_text,
            points=line.points,
            reversal=line.kind is LineKind.REVERSAL,
            recorded_at=line.recorded_at,
            recorded_by=line.handler,
        )
        for line in (lines[line_id] for line_id, _ in ids)
    )


def _rows(scope: Scope, ids: Collection[int] | None = None) -> tuple[NoticeRow, ...]:
    chosen = (
        select(Notice, Operator.name)
        .join(Operator, Operator.id == Notice.issued_by)
        .where(Notice.village_id == scope.village_id)
        .order_by(Notice.id.desc())
    )
    if ids is not None:
        chosen = chosen.where(Notice.id.in_(ids))
    rows = [(notice, name) for notice, name in scope.session.execute(chosen)]
    every = [notice.id for notice, _ in rows]
    counted = _counted(scope, NoticeLine.notice_id, NoticeLine.notice_id.in_(every))
    photos = _counted(
        scope, NoticePhoto.notice_id, NoticePhoto.notice_id.in_(every), NoticePhoto.struck_on.is_(None)
    )
    said, unanswered = _objections(scope, every)
    steps, newest = steps_of(scope, every), _newest_versions(scope)
    return tuple(
        _row(
            scope,
            notice,
            name,
            steps.get(notice.id, ()),
            lines=counted.get(notice.id, 0),
            replaced=notice.version < newest[notice.kind, notice.about],
            objections=said.get(notice.id, 0),
            open_objections=unanswered.get(notice.id, 0),
            photos=photos.get(notice.id, 0),
        )
        for notice, name in rows
    )


def _counted(
    scope: Scope, notice_id: InstrumentedAttribute[int], *which: ColumnElement[bool]
) -> dict[int, int]:
    """How many rows each notice has."""
    rows = scope.session.execute(select(notice_id, func.count()).where(*which).group_by(notice_id))
    return {each: many for each, many in rows}


def _newest_versions(scope: Scope) -> Mapping[tuple[str, str], int]:
    rows = scope.session.execute(
        select(Notice.kind, Notice.about, func.max(Notice.version))
        .where(Notice.village_id == scope.village_id)
        .group_by(Notice.kind, Notice.about)
    )
    return {(kind, about): version for kind, about, version in rows}


def _objections(scope: Scope, ids: Collection[int]) -> tuple[dict[int, int], dict[int, int]]:
    """How many objections came to each notice, and how many have no answer."""
    answered = select(ObjectionStep.objection_id).where(ObjectionStep.kind.in_(("resolved", "withdrawn")))
    said: dict[int, int] = {}
    unanswered: dict[int, int] = {}
    rows = scope.session.execute(
        select(Objection.notice_id, Objection.id.in_(answered)).where(Objection.notice_id.in_(ids))
    )
    for notice_id, done in rows:
        said[notice_id] = said.get(notice_id, 0) + 1
        unanswered[notice_id] = unanswered.get(notice_id, 0) + (not done)
    return said, unanswered


def _row(
    scope: Scope,
    notice: Notice,
    issued_by: str,
    steps: tuple[NoticeStepRow, ...],
    *,
    lines: int,
    replaced: bool,
    objections: int,
    open_objections: int,
    photos: int,
) -> NoticeRow:
    kind = NoticeKind(notice.kind)
    return NoticeRow(
        id=notice.id,
        uid=notice.uid,
        number=notice.number,
        shown_number=shown_number(notice.number),
        version=notice.version,
        kind=kind,
        about=notice.about,
        title=title_of(kind, notice.about),
        first_on=notice.first_on,
        last_on=notice.last_on,
        issued_on=notice.issued_on,
        hung_until=last_day_hung(notice.hung_until, steps),
        issued_at=notice.issued_at,
        issued_by=issued_by,
        lines=lines,
        rows=lines + (rows_of_parts(notice.sheet) if notice.form > 1 else 0),
        cut_off_seq=notice.cut_off_seq,
        head_code=notice.head_code,
        form=notice.form,
        state=state_on(steps, notice.hung_until, replaced=replaced, form=notice.form, today=scope.today),
        reason=notice.reason,
        objections=objections,
        open_objections=open_objections,
        photos=photos,
    )
