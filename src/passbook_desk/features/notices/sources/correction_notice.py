"""A notice of its own for what was corrected of an earlier one, where nobody waits for the next."""

from passbook_desk.db.store import Scope
from passbook_desk.features.notices.reading import notice_numbered
from passbook_desk.features.notices.sources.corrections import correction_part, corrections
from passbook_desk.features.notices.sources.values import Asked, Drawn, numbered
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.kernel.period import DateSpan


def draw_corrections(scope: Scope, asked: Asked) -> Drawn:
    """Everything that corrects the notice it is about, so far. Raises UnknownNotice."""
    notice = notice_numbered(scope, asked.about)
    part = correction_part(corrections(scope, NoticeKind(notice.kind), notice_id=notice.id))
    return Drawn(DateSpan(notice.first_on, notice.last_on), parts=numbered((), (part,)))
