from dataclasses import replace

from sqlalchemy import insert, select

from passbook_desk.db.store import Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.model import Claim
from passbook_desk.features.ledger.periods import close_period, hold_period
from passbook_desk.features.ledger.queries import closed_spans
from passbook_desk.features.ledger.values import AnchorKind
from passbook_desk.features.notices.drafting import notice_draft
from passbook_desk.features.notices.errors import (
    IssuedBefore,
    NothingToPublish,
    NoticeNotOver,
    NoticeTextTooLong,
    NotIssuedYet,
)
from passbook_desk.features.notices.kinds import KINDS, plain_about
from passbook_desk.features.notices.model import Notice, NoticeClaim, NoticeLine, NoticeProof
from passbook_desk.features.notices.queries import ISSUED_ACT, issued
from passbook_desk.features.notices.rules import lines_digest, number_text, period_to_close, sheet_digest
from passbook_desk.features.notices.sheet_text import look_text, said_digest, sheet_text
from passbook_desk.features.notices.sources.points import counted_days
from passbook_desk.features.notices.titles import about_words, title_of
from passbook_desk.features.notices.values import (
    IssueNotice,
    IssueQuarter,
    MakeProof,
    NoticeContent,
    NoticeKind,
)
from passbook_desk.features.village.commands import next_number
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan

MOST_CHARACTERS = 500


def make_proof(tx: Tx, command: MakeProof) -> NoticeContent:
    """Make a proof (校样) and remember where the ledger stood, so that issuing can tell what came since.

    Raises what notice_draft raises.
    """
    tx.require(Act.NOTICE)
    content = notice_draft(tx, command.kind, command.about, command.look)
    uid = command.uid or new_uid()
    if tx.session.scalar(select(NoticeProof.id).where(NoticeProof.uid == uid)) is None:
        tx.session.add(
            NoticeProof(
                village_id=tx.village_id,
                uid=uid,
                kind=content.kind.value,
                about=content.about,
                cut_off_seq=content.cut_off_seq,
                sheet=look_text(content.look),
                lines_sha256=said_digest(content),
                made_at=tx.now,
                made_by=tx.actor.operator_id,
            )
        )
        tx.touched.add(Topic.NOTICES)
    return content


def issue_notice(tx: Tx, command: IssueNotice) -> NoticeContent:
    """Issue a notice: number it, freeze everything it says, and close the days that it counts.

    With a reason (`again`) a new version takes the place of one that hangs wrong; what the old one says
    stays as it was. An older period may be issued after a newer one: its days are closed, so its figures are
    exact. Raises NoticeNotOver, IssuedBefore, NotIssuedYet, NothingToPublish, NoticeTextTooLong, WrongAbout,
    WrongLook.
    """
    tx.require(Act.NOTICE)
    kind, about = command.kind, plain_about(command.kind, command.about)
    reason = command.again.strip()
    if len(reason) > MOST_CHARACTERS:
        raise NoticeTextTooLong(field="again", most=MOST_CHARACTERS)
    before = issued(tx, kind, about)
    if before is not None and not reason:
        raise IssuedBefore(number=before.number, title=title_of(kind, about), field="again")
    if before is None and reason:
        raise NotIssuedYet(title=title_of(kind, about), field="again")
    draft = notice_draft(tx, kind, about, command.look)
    if not draft.rows:
        raise NothingToPublish(title=title_of(kind, about))
    if KINDS[kind].period is not None and tx.today <= draft.last_on:
        raise NoticeNotOver(period=about_words(kind, about), last_on=draft.last_on, field="period")
    number = number_text(tx.today.year, next_number(tx, f"notice:{tx.today.year}"))
    end = set_anchor(tx, AnchorKind.NOTICE, number)
    content = replace(draft, number=number, head_code=end.code, cut_off_seq=end.seq)
    uid = new_uid()
    sealed = _freeze(tx, uid, content, reason)
    if KINDS[kind].of_points:
        _close_days(tx, content, number)
    note_act(tx, ISSUED_ACT, Notice.__tablename__, uid, f"{number} {sealed}")
    tx.touched.add(Topic.NOTICES)
    return content


def issue_quarter(tx: Tx, command: IssueQuarter) -> NoticeContent:
    """Issue the points notice of a quarter; one that was issued answers as it is and writes nothing.

    Raises NoticeNotOver.
    """
    tx.require(Act.NOTICE)
    before = issued(tx, NoticeKind.QUARTER, str(command.quarter))
    if before is not None:
        return before
    last = counted_days(tx, NoticeKind.QUARTER, str(command.quarter)).last
    if tx.today <= last:
        raise NoticeNotOver(period=command.quarter.chinese, last_on=last, field="period")
    return issue_notice(tx, IssueNotice(NoticeKind.QUARTER, str(command.quarter)))


def _close_days(tx: Tx, content: NoticeContent, number: str) -> None:
    span = DateSpan(content.first_on, content.last_on)
    closing = period_to_close(span, closed_spans(tx))
    if closing is not None:
        close_period(tx, closing, number)
    else:
        hold_period(tx, span, number)


def _freeze(tx: Tx, uid: str, content: NoticeContent, reason: str) -> str:
    """Store the sheet and return its digest."""
    sheet = sheet_text(content.look, content.words, content.parts, content.year_first)
    notice = Notice(
        village_id=tx.village_id,
        uid=uid,
        number=content.number,
        version=content.version,
        kind=content.kind.value,
        about=content.about,
        first_on=content.first_on,
        last_on=content.last_on,
        cut_off_seq=content.cut_off_seq,
        issued_on=content.issued_on,
        hung_until=content.hung_until,
        village_name=content.village_name,
        township=content.township,
        issuer=content.issuer,
        objection_phone=content.objection_phone,
        wall_places=content.wall_places,
        head_code=content.head_code,
        lines_sha256=lines_digest(content.lines),
        form=content.form,
        sheet=sheet,
        reason=reason,
        issued_at=tx.now,
        issued_by=tx.actor.operator_id,
    )
    tx.session.add(notice)
    tx.session.flush()  # the lines carry the notice's id
    rows = [
        {
            "notice_id": notice.id,
            "line_no": line.number,
            "grid_code": line.grid_code,
            "grid_name": line.grid_name,
            "colour": "" if line.colour is None else line.colour.value,
            "account_number": line.account_number,
            "household_code": line.household_code,
            "shown_name": line.shown_name,
            "opening": line.opening,
            "credits": line.credits,
            "debits": line.debits,
            "redeemed": line.redeemed,
            "closing": line.closing,
            "year_total": line.year_total,
            "pending": line.pending,
            "stars": line.stars,
        }
        for line in content.lines
    ]
    if rows:
        tx.session.execute(insert(NoticeLine), rows)
    _hang_claims(tx, notice.id, content)
    return sheet_digest(content, sheet, reason)


def _hang_claims(tx: Tx, notice_id: int, content: NoticeContent) -> None:
    if not content.claims:
        return
    ids = {
        uid: claim_id
        for claim_id, uid in tx.session.execute(
            select(Claim.id, Claim.uid).where(Claim.village_id == tx.village_id)
        )
    }
    rows = [
        {
            "notice_id": notice_id,
            "claim_id": ids[claim.claim_uid],
            "line_no": claim.line_number,
            "points": claim.points,
        }
        for claim in content.claims
    ]
    tx.session.execute(insert(NoticeClaim), rows)
