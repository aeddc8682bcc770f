"""核验 of every sheet: what passbooks know, and the notices."""

from dataclasses import replace

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.notices.model import Notice
from passbook_desk.features.notices.titles import title_of
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.features.passbooks import checking
from passbook_desk.features.passbooks.checking_values import CodeAnswer, Found, SheetFound, SheetKind


def check_code(scope: Scope, text: str) -> CodeAnswer:
    """What somebody typed from paper leads to, notices told with their period and who issued them."""
    answer = checking.check_code(scope, text)
    return replace(answer, found=tuple(_with_notice(scope, each) for each in answer.found))


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
