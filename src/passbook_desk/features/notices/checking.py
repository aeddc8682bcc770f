"""核验 of every sheet: what passbooks know, the notices, and the slips of the points shop."""

from dataclasses import replace

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.ledger.queries import head
from passbook_desk.features.notices.model import Notice
from passbook_desk.features.notices.titles import title_of
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.features.passbooks import checking
from passbook_desk.features.passbooks.checking_values import CodeAnswer, Found, Remark, SheetFound, SheetKind
from passbook_desk.features.redemption.counter.register import slip_with_code
from passbook_desk.kernel.canonical import HEAD_CODE


def check_code(scope: Scope, text: str) -> CodeAnswer:
    """What somebody typed from paper leads to, notices told with their period and who issued them."""
    answer = checking.check_code(scope, text)
    found = tuple(_with_notice(scope, each) for each in answer.found)
    return replace(answer, found=(*found, *_slips(scope, answer)))


def _slips(scope: Scope, answer: CodeAnswer) -> tuple[SheetFound, ...]:
    """The slip that carries a head code; it has no anchor, for it leads to lines of its own."""
    sheet = None if answer.slip or len(answer.code) != HEAD_CODE else slip_with_code(scope, answer.code)
    if sheet is None:
        return ()
    slip, end = sheet.slip, head(scope).seq
    return (
        SheetFound(
            kind=SheetKind.SLIP,
            made_at=slip.served_at,
            last_seq=sheet.seq,
            since=end - sheet.seq,
            remarks=() if slip.undone_on is None else (Remark.REVERSED,),
            made_by=slip.served_by,
            number=slip.number,
            name=f"{slip.account.owner_name}　{slip.points} 分",
            as_of=slip.redeemed_on,
        ),
    )


def _with_notice(scope: Scope, found: Found) -> Found:
    if not isinstance(found, SheetFound) or found.kind is not SheetKind.NOTICE:
        return found
    known = scope.session.execute(
        select(Notice, Operator.name)
        .join(Operator, Operator.id == Notice.issued_by)
        .where(Notice.village_id == scope.village_id, Notice.number == found.number)
    ).first()
    if known is None:
        return found
    notice, issued_by = known
    name = title_of(NoticeKind(notice.kind), notice.about).removesuffix("公示")
    return replace(found, name=name, as_of=notice.issued_on, made_by=issued_by)
