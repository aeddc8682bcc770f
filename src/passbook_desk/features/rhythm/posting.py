"""Pure: notices that are due, hang, or are over, and objections that wait for an answer."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from passbook_desk.features.notices.kinds import OF_CYCLE
from passbook_desk.features.notices.objections.values import ObjectionState
from passbook_desk.features.notices.values import NoticeRow, NoticeState
from passbook_desk.features.rhythm.calendar import (
    GROUPS,
    dated,
    group_of_notice,
    posting_group,
    running,
    unposted,
)
from passbook_desk.features.rhythm.values import DueGroup, DueItem, DueKind, Facts, Param
from passbook_desk.kernel.periods import Period

PROOF_BEFORE: Final = timedelta(days=7)
"""So long before a period ends its proof should be looked at."""
_NOTICES_SHOWN: Final = 3
_OBJECTIONS_SHOWN: Final = 3


def notices_due(facts: Facts) -> Iterator[DueItem]:
    """The notice of the last period and older ones never issued, issued ones in their course, objections."""
    yield from _to_issue(facts)
    shown = [item for row in facts.notices for item in _issued(facts, row)]
    yield from reversed(shown[:_NOTICES_SHOWN])
    if len(shown) > _NOTICES_SHOWN:
        params: dict[str, Param] = {"count": len(shown) - _NOTICES_SHOWN}
        yield DueItem(posting_group(facts.policy), DueKind.MORE_NOTICES, params, due=True)
    if facts.policy.count_when_posted and facts.claims.notice:
        group = posting_group(facts.policy)
        yield DueItem(group, DueKind.CLAIMS_HANG, {"count": facts.claims.notice})
    yield from _objections(facts)


def _to_issue(facts: Facts) -> Iterator[DueItem]:
    kind = OF_CYCLE.get(facts.policy.post_every)
    if kind is None or not facts.households:
        return
    group = GROUPS[facts.policy.post_every]
    missing = unposted(facts.policy, facts.first_deed, facts.notices, facts.today)
    if missing:
        yield _over(facts, group, kind.value, missing[-1])
    else:
        yield _running(facts, group, kind.value)
    if len(missing) > 1:
        params: dict[str, Param] = {
            "notice": kind.value,
            "about": str(missing[0]),
            "count": len(missing) - 1,
            "period": str(missing[0]),
        }
        yield DueItem(group, DueKind.NOTICES_OLDER, params, due=True)


def _over(facts: Facts, group: DueGroup, notice: str, period: Period) -> DueItem:
    about = str(period)
    params: dict[str, Param] = {"notice": notice, "about": about, "period": about}
    last = period.days(facts.policy.cut_off_day).last
    due_on = last + timedelta(days=facts.policy.post_within_days)
    proof = facts.proofs.get(about)
    if proof is None:
        return dated(facts, group, DueKind.PROOF_MISSING, params, due_on)
    if proof.later:
        params["count"] = proof.later
        return dated(facts, group, DueKind.NOTICE_CHANGED, params, due_on)
    return dated(facts, group, DueKind.NOTICE_READY, params, due_on)


def _running(facts: Facts, group: DueGroup, notice: str) -> DueItem:
    period = running(facts.policy, facts.policy.post_every, facts.today)
    assert period is not None
    about, last = str(period), period.days(facts.policy.cut_off_day).last
    params: dict[str, Param] = {"notice": notice, "about": about, "period": about, "last": last}
    if last - facts.today < PROOF_BEFORE and about not in facts.proofs and facts.first_deed is not None:
        return dated(facts, group, DueKind.PROOF_SOON, params, last)
    days = (last - facts.today).days + 1
    after = last + timedelta(days=1)
    return DueItem(group, DueKind.NOTICE_NEXT, params, due_on=after, days_left=days)


def _issued(facts: Facts, row: NoticeRow) -> Iterator[DueItem]:
    group = group_of_notice(facts.policy, row.kind)
    params: dict[str, Param] = {
        "number": row.number,
        "shown": row.shown_number,
        "title": row.title,
        "until": row.hung_until,
    }
    over_on = row.hung_until + timedelta(days=1)
    if row.state is NoticeState.ISSUED:
        yield dated(facts, group, DueKind.NOTICE_UNHUNG, params, row.issued_on)
    elif row.state is NoticeState.HANGING:
        days = (over_on - facts.today).days
        yield DueItem(group, DueKind.NOTICE_HANGING, params, due_on=over_on, days_left=days)
    elif row.state is NoticeState.OVER and row.open_objections:
        yield DueItem(group, DueKind.NOTICE_HELD, {**params, "count": row.open_objections})
    elif row.state is NoticeState.OVER:
        yield dated(facts, group, DueKind.NOTICE_OVER, params, over_on)


def _objections(facts: Facts) -> Iterator[DueItem]:
    """Open ones, the earliest day to answer first; of many the rest is counted."""
    waiting = [row for row in facts.objections if row.open]
    for row in waiting[:_OBJECTIONS_SHOWN]:
        params: dict[str, Param] = {
            "id": row.id,
            "number": row.number,
            "shown": row.shown_number,
            "handler": row.handler,
            "notice": row.notice_number,
            "late": int(row.state is ObjectionState.LATE),
        }
        group = group_of_notice(facts.policy, row.notice_kind)
        yield dated(facts, group, DueKind.OBJECTION, params, row.due_on)
    if len(waiting) > _OBJECTIONS_SHOWN:
        count = len(waiting) - _OBJECTIONS_SHOWN
        yield DueItem(posting_group(facts.policy), DueKind.MORE_OBJECTIONS, {"count": count}, due=True)
