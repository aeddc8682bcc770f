"""The invented village's notices: issued and hung, asked about once, closed when their days are over."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from passbook_desk.app.desk import Desk
from passbook_desk.db.store import Tx
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.hanging import close_notice, hang_notice
from passbook_desk.features.notices.objections.commands import add_objection, resolve_objection
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    ObjectionOutcome,
    ResolveObjection,
    Way,
)
from passbook_desk.features.notices.values import CloseNotice, HangNotice, IssueQuarter
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import Quarter

_ISSUED_AFTER, _ASKED_AFTER, _ANSWERED_AFTER, _CLOSED_AFTER = 2, 4, 6, 9
"""Days after the quarter; a notice of the demo village hangs for seven."""


def notice_story(quarter: Quarter) -> Iterator[tuple[date, Callable[[Desk], object]]]:
    """What happens to the notice of a quarter, day by day."""
    notices: list[str] = []
    objections: list[int] = []

    def issue(tx: Tx) -> None:
        content = issue_quarter(tx, IssueQuarter(quarter))
        assert content.number is not None
        notices.append(content.number)
        hang_notice(
            tx,
            HangNotice(
                new_uid(), content.number, tx.today, content.hung_until, content.wall_places, tx.actor.name
            ),
        )

    def ask(tx: Tx) -> None:
        words = "扫院子那次记上了没有？"
        objections.append(
            add_objection(tx, AddObjection(new_uid(), notices[0], 5, tx.today, Way.COUNTER, words))
        )

    def answer(tx: Tx) -> None:
        words = "查了签到表，那次记上了，分数不变。"
        upheld = ResolveObjection(new_uid(), objections[0], ObjectionOutcome.UPHELD, words)
        resolve_objection(tx, upheld)

    def close(tx: Tx) -> None:
        close_notice(tx, CloseNotice(new_uid(), notices[0]))

    acts = ((_ISSUED_AFTER, issue), (_ASKED_AFTER, ask), (_ANSWERED_AFTER, answer), (_CLOSED_AFTER, close))
    for days, act in acts:
        yield quarter.span.last + timedelta(days=days), partial(Desk.do, command=act)
