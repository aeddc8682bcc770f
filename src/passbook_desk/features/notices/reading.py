"""Issued notices as they were frozen, read back: nothing on them is asked of what the village is today."""

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.model import Claim
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.errors import UnknownNotice
from passbook_desk.features.notices.model import Notice, NoticeClaim, NoticeLine
from passbook_desk.features.notices.rules import ALL_BOOKS, OLD_COLUMNS, plain_number, year_from
from passbook_desk.features.notices.sheet_text import read_sheet
from passbook_desk.features.notices.values import (
    HangingClaim,
    NoticeContent,
    NoticeKind,
    NoticeLineRow,
    NoticeLook,
    NoticePart,
    NoticeWords,
)
from passbook_desk.features.village.policy import SIGNERS
from passbook_desk.features.village.values import WallNames

_OLD_LOOK = NoticeLook(ALL_BOOKS, OLD_COLUMNS, WallNames.STARRED)
_OLD_WORDS = NoticeWords(
    objection_person="", objection_place="村委会", answer_days=0, signers=tuple(SIGNERS.splitlines())
)


def notice_numbered(scope: Scope, number: str) -> Notice:
    """The notice with this number, as 2026-01 or 〔2026〕第1号. Raises UnknownNotice."""
    plain = plain_number(number)
    found = scope.session.scalar(
        select(Notice).where(Notice.village_id == scope.village_id, Notice.number == plain)
    )
    if found is None:
        raise UnknownNotice(field="number", number=number)
    return found


def content_of(scope: Scope, notice: Notice) -> NoticeContent:
    """The sheet as it was issued. Raises ValueError, KeyError or TypeError for a row nobody wrote so."""
    look, words, year_first = _OLD_LOOK, _OLD_WORDS, year_from(notice.last_on)
    parts: tuple[NoticePart, ...] = ()
    if notice.form > 1:
        look, words, parts, year_first = read_sheet(notice.sheet)
    rows = scope.session.scalars(
        select(NoticeLine).where(NoticeLine.notice_id == notice.id).order_by(NoticeLine.line_no)
    )
    claims = scope.session.execute(
        select(Claim.uid, NoticeClaim.line_no, NoticeClaim.points)
        .join(Claim, Claim.id == NoticeClaim.claim_id)
        .where(NoticeClaim.notice_id == notice.id)
        .order_by(NoticeClaim.id)
    )
    return NoticeContent(
        number=notice.number,
        version=notice.version,
        kind=NoticeKind(notice.kind),
        about=notice.about,
        first_on=notice.first_on,
        last_on=notice.last_on,
        year_first=year_first,
        cut_off_seq=notice.cut_off_seq,
        issued_on=notice.issued_on,
        hung_until=notice.hung_until,
        village_name=notice.village_name,
        township=notice.township,
        issuer=notice.issuer,
        objection_phone=notice.objection_phone,
        wall_places=notice.wall_places,
        head_code=notice.head_code,
        look=look,
        words=words,
        lines=tuple(_line(row) for row in rows),
        parts=parts,
        claims=tuple(HangingClaim(uid, line_no, points) for uid, line_no, points in claims),
        form=notice.form,
    )


def _line(row: NoticeLine) -> NoticeLineRow:
    return NoticeLineRow(
        number=row.line_no,
        grid_code=row.grid_code,
        grid_name=row.grid_name,
        household_code=row.household_code,
        shown_name=row.shown_name,
        colour=Colour(row.colour) if row.colour else None,
        account_number=row.account_number,
        opening=row.opening,
        credits=row.credits,
        debits=row.debits,
        redeemed=row.redeemed,
        closing=row.closing,
        year_total=row.year_total,
        pending=row.pending,
        stars=row.stars,
    )
