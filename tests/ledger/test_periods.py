from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from builders.village import Village, booked, settled_village
from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.periods import (
    CLOSED_ACT,
    ClosePeriod,
    ReopenPeriod,
    close_days,
    closed_by_hand,
    closed_periods,
    reopen_days,
)
from passbook_desk.features.ledger.queries import accounts, lines
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.values import IssueQuarter
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan, Quarter
from passbook_desk.kernel.periods import NotAPeriod, Period, PeriodKind


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def closed(village: Village, period: str, uid: str = "") -> DateSpan:
    with village.write() as tx:
        return close_days(tx, ClosePeriod(uid or new_uid(), Period.parse(period)))


def reopened(village: Village, period: str, reason: str = "漏记了一批") -> DateSpan:
    with village.write() as tx:
        row = closed_by_hand(tx, Period.parse(period))
        return reopen_days(tx, ReopenPeriod(new_uid(), row.uid, reason))


def refused(village: Village, act: Callable[[Tx], object]) -> str:
    with pytest.raises(UserError) as caught, village.write() as tx:
        act(tx)
    return caught.value.code


def counted(village: Village, on: date) -> date:
    """The day from which a deed of this day counts when it is recorded now."""
    with village.read() as scope:
        account = accounts(scope)[0].id
    booked(village, (account,), on=on)
    with village.read() as scope:
        return lines(scope, account)[-1].counted_on


@pytest.mark.parametrize(
    ("text_", "kind", "first", "last", "said"),
    [
        ("2026-09", PeriodKind.MONTH, date(2026, 9, 1), date(2026, 9, 30), "2026年9月"),
        ("2026.9", PeriodKind.MONTH, date(2026, 9, 1), date(2026, 9, 30), "2026年9月"),
        ("2026Q3", PeriodKind.QUARTER, date(2026, 7, 1), date(2026, 9, 30), "2026年三季度"),
        ("2026", PeriodKind.YEAR, date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        ("2026-09-09", PeriodKind.WEEK, date(2026, 9, 7), date(2026, 9, 13), "2026年9月7日至13日"),
        ("2026-12-31", PeriodKind.WEEK, date(2026, 12, 28), date(2027, 1, 3), "2026年12月28日至1月3日"),
        ("2026-03..2026-08", PeriodKind.MONTHS, date(2026, 3, 1), date(2026, 8, 31), "2026年3月至8月"),
    ],
)
def test_periods_are_read_as_a_clerk_writes_them(
    text_: str, kind: PeriodKind, first: date, last: date, said: str
) -> None:
    period = Period.parse(text_)
    assert (period.kind, period.first, period.last, period.chinese) == (kind, first, last, said)
    assert Period.parse(str(period)) == period
    assert period.previous().next() == period
    assert period.previous().last < period.first


@pytest.mark.parametrize("text_", ["", "2026-13", "2026Q5", "26", "九月", "2026-08..2026-03", "9999-12-32"])
def test_what_is_no_period_is_said(text_: str) -> None:
    with pytest.raises(NotAPeriod):
        Period.parse(text_)


def test_a_cut_off_day_ends_every_period_but_the_week() -> None:
    assert Period.parse("2026Q2").days(15) == DateSpan(date(2026, 3, 16), date(2026, 6, 15))
    assert Period.parse("2026-03").days(30) == DateSpan(date(2026, 3, 1), date(2026, 3, 30))
    assert Period.parse("2026-06-15").days(15) == DateSpan(date(2026, 6, 15), date(2026, 6, 21))
    assert str(Period.of(PeriodKind.QUARTER, date(2026, 6, 16), 15)) == "2026Q3"
    assert str(Period.of(PeriodKind.QUARTER, date(2026, 6, 15), 15)) == "2026Q2"


def test_a_closed_month_takes_no_more_deeds_and_an_opened_one_does(village: Village) -> None:
    assert closed(village, "2026-05") == DateSpan(date(2026, 5, 1), date(2026, 5, 31))
    assert counted(village, date(2026, 5, 20)) == date(2026, 6, 1)
    assert reopened(village, "2026-05") == DateSpan(date(2026, 5, 1), date(2026, 5, 31))
    assert counted(village, date(2026, 5, 21)) == date(2026, 5, 21)
    closed(village, "2026-05")
    assert counted(village, date(2026, 5, 22)) == date(2026, 6, 1)
    with village.read() as scope:
        rows = closed_periods(scope)
    assert [(row.reopened_at is None, row.reason) for row in rows] == [(True, ""), (False, "漏记了一批")]
    assert {row.closed_by for row in rows} == {"刘文书"}


def test_closing_a_quarter_begins_after_the_last_closed_day(village: Village) -> None:
    village.on(date(2026, 7, 2))
    closed(village, "2026-04")
    assert closed(village, "2026Q2") == DateSpan(date(2026, 5, 1), date(2026, 6, 30))
    assert refused(village, lambda tx: close_days(tx, ClosePeriod(new_uid(), Period.parse("2026-05")))) == (
        "ledger.period-closed"
    )


def test_the_villages_cut_off_day_says_when_a_quarter_may_be_closed(village: Village) -> None:
    village.on(date(2026, 6, 15))
    with village.write() as tx:
        change_policy(tx, VillagePolicy(cut_off_day=15))
    quarter = ClosePeriod(new_uid(), Period.parse("2026Q2"))
    assert refused(village, lambda tx: close_days(tx, quarter)) == "ledger.period-not-over"
    village.on(date(2026, 6, 16))
    assert closed(village, "2026Q2") == DateSpan(date(2026, 3, 16), date(2026, 6, 15))
    assert counted(village, date(2026, 6, 10)) == date(2026, 6, 16)


def test_closing_twice_by_the_same_act_is_one_closing(village: Village) -> None:
    uid = new_uid()
    assert closed(village, "2026-05", uid) == closed(village, "2026-05", uid)
    with village.read() as scope:
        assert len(closed_periods(scope)) == 1


def test_a_closing_is_in_the_audit_chain_with_its_days(village: Village) -> None:
    closed(village, "2026-05")
    with village.read() as scope:
        (row,) = closed_periods(scope)
        noted = scope.session.execute(
            text("SELECT subject_uid, detail FROM audit WHERE act = :act"), {"act": CLOSED_ACT}
        ).all()
    assert [tuple(each) for each in noted] == [(row.uid, "2026-05-01..2026-05-31")]


def test_days_on_the_wall_stay_closed(village: Village) -> None:
    village.on(date(2026, 7, 2))
    with village.write() as tx:
        issue_quarter(tx, IssueQuarter(Quarter(2026, 2)))
    with village.read() as scope:
        (row,) = closed_periods(scope)
    assert (row.notice, row.period) == ("2026-01", None)
    assert (
        refused(village, lambda tx: closed_by_hand(tx, Period.parse("2026Q2"))) == "ledger.closed-by-notice"
    )
    again = ReopenPeriod(new_uid(), row.uid, "想改")
    assert refused(village, lambda tx: reopen_days(tx, again)) == "ledger.closed-by-notice"


def test_a_month_closed_by_hand_stays_closed_once_its_notice_hangs(village: Village) -> None:
    village.on(date(2026, 8, 3))
    for month in ("2026-04", "2026-05", "2026-06", "2026-07"):
        closed(village, month)
    with village.write() as tx:
        issue_quarter(tx, IssueQuarter(Quarter(2026, 2)))
    assert reopened(village, "2026-07") == DateSpan(date(2026, 7, 1), date(2026, 7, 31))
    with pytest.raises(UserError) as caught:
        reopened(village, "2026-06")
    assert caught.value.code == "ledger.closed-by-notice"
    assert counted(village, date(2026, 6, 20)) == date(2026, 7, 1)


def test_only_the_last_closed_period_is_opened_and_with_a_reason(village: Village) -> None:
    closed(village, "2026-04")
    closed(village, "2026-05")
    with pytest.raises(UserError) as caught:
        reopened(village, "2026-04")
    assert caught.value.code == "ledger.later-days-closed"
    with pytest.raises(UserError) as caught:
        reopened(village, "2026-05", "  ")
    assert caught.value.code == "ledger.reason-missing"
    reopened(village, "2026-05")
    reopened(village, "2026-04")
    with pytest.raises(UserError) as caught:
        reopened(village, "2026-04")
    assert caught.value.code == "ledger.period-not-closed"
