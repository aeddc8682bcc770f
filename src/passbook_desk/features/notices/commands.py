from dataclasses import replace

from sqlalchemy import insert

from passbook_desk.db.store import Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.periods import close_period, hold_period
from passbook_desk.features.ledger.queries import closed_spans
from passbook_desk.features.ledger.values import AnchorKind
from passbook_desk.features.notices.errors import QuarterNotOver
from passbook_desk.features.notices.model import Notice, NoticeLine
from passbook_desk.features.notices.queries import ISSUED_ACT, counted_days, issued, quarter_draft
from passbook_desk.features.notices.rules import lines_digest, number_text, period_to_close, sheet_digest
from passbook_desk.features.notices.values import IssueQuarter, NoticeContent
from passbook_desk.features.village.commands import next_number
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid


def issue_quarter(tx: Tx, command: IssueQuarter) -> NoticeContent:
    """Issue the notice of a quarter: number it, freeze its figures and close its days in the ledger.

    A quarter that was issued before answers with the same number and figures and writes nothing. An older
    quarter may be issued after a newer one: its days are closed, so its figures are exact. Raises
    QuarterNotOver.
    """
    tx.require(Act.NOTICE)
    before = issued(tx, command.quarter)
    if before is not None:
        return before
    span = counted_days(tx, command.quarter)
    if tx.today <= span.last:
        raise QuarterNotOver(quarter=command.quarter.chinese, last_on=span.last, field="quarter")
    number = number_text(tx.today.year, next_number(tx, f"notice:{tx.today.year}"))
    end = set_anchor(tx, AnchorKind.NOTICE, number)
    content = replace(
        quarter_draft(tx, command.quarter), number=number, head_code=end.code, cut_off_seq=end.seq
    )
    uid = new_uid()
    _freeze(tx, uid, content)
    closing = period_to_close(span, closed_spans(tx))
    if closing is not None:
        close_period(tx, closing, number)
    else:
        hold_period(tx, span, number)
    note_act(tx, ISSUED_ACT, Notice.__tablename__, uid, f"{number} {sheet_digest(content)}")
    tx.touched.add(Topic.NOTICES)
    return content


def _freeze(tx: Tx, uid: str, content: NoticeContent) -> None:
    notice = Notice(
        village_id=tx.village_id,
        uid=uid,
        number=content.number,
        kind=content.kind.value,
        period=str(content.quarter),
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
            "colour": line.colour.value,
            "account_number": line.account_number,
            "household_code": line.household_code,
            "shown_name": line.shown_name,
            "opening": line.opening,
            "credits": line.credits,
            "debits": line.debits,
            "redeemed": line.redeemed,
            "closing": line.closing,
            "year_total": line.year_total,
        }
        for line in content.lines
    ]
    if rows:
        tx.session.execute(insert(NoticeLine), rows)
