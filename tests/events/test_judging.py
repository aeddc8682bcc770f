from datetime import date

import pytest

from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.errors import LimitTwice, NegativeLimit, NothingLimited
from passbook_desk.features.events.rules import check_limits, deadline, judge, limits_for, verdict, worst
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import (
    NOTICE_TITLE,
    EventKind,
    LimitDraft,
    Measure,
    Verdict,
)
from passbook_desk.kernel.errors import UserError

WEDDING, FUNERAL = EventKind.WEDDING, EventKind.FUNERAL
JUNE = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("declared", "limit", "word"),
    [
        (12, 20, Verdict.WITHIN),
        (17, 20, Verdict.WITHIN),
        (18, 20, Verdict.NEAR),
        (20, 20, Verdict.NEAR),
        (21, 20, Verdict.OVER),
        (280, 300, Verdict.NEAR),
        (269, 300, Verdict.WITHIN),
        (270, 300, Verdict.NEAR),
        (301, 300, Verdict.OVER),
        (9, 10, Verdict.NEAR),
        (8, 10, Verdict.WITHIN),
        (1, 1, Verdict.WITHIN),
        (8, 8, Verdict.WITHIN),
        (9, 8, Verdict.OVER),
        (0, 0, Verdict.WITHIN),
        (1, 0, Verdict.OVER),
        (0, 20, Verdict.WITHIN),
        (None, 20, Verdict.NONE),
        (99, None, Verdict.NONE),
    ],
)
def test_a_figure_is_within_near_or_over_its_limit(
    declared: int | None, limit: int | None, word: Verdict
) -> None:
    assert verdict(declared, limit) is word


@pytest.mark.parametrize(
    ("kind", "case", "measure", "amount"),
    [
        (WEDDING, HostingCase.ORDINARY, Measure.TABLES, 20),
        (WEDDING, HostingCase.JOINT, Measure.TABLES, 30),
        (WEDDING, HostingCase.MEMBER, Measure.TABLES, 10),
        (FUNERAL, HostingCase.ORDINARY, Measure.TABLES, 20),
        (FUNERAL, HostingCase.JOINT, Measure.TABLES, 20),
        (FUNERAL, HostingCase.MEMBER, Measure.TABLES, 10),
        (WEDDING, HostingCase.MEMBER, Measure.PER_TABLE, 300),
        (FUNERAL, HostingCase.MEMBER, Measure.PER_TABLE, 200),
        (WEDDING, HostingCase.JOINT, Measure.CARS, 8),
        (FUNERAL, HostingCase.ORDINARY, Measure.CARS, 5),
        (WEDDING, HostingCase.ORDINARY, Measure.DAYS, 1),
        (FUNERAL, HostingCase.ORDINARY, Measure.DAYS, 3),
        (WEDDING, HostingCase.ORDINARY, Measure.CIGARETTES, 10),
        (WEDDING, HostingCase.ORDINARY, Measure.LIQUOR, 40),
        (WEDDING, HostingCase.ORDINARY, Measure.GIFT, 100),
        (FUNERAL, HostingCase.ORDINARY, Measure.GIFT, 50),
        (WEDDING, HostingCase.ORDINARY, Measure.GIFT_KIN, 200),
        (WEDDING, HostingCase.ORDINARY, Measure.BRIDE_PRICE, 30000),
        (FUNERAL, HostingCase.ORDINARY, Measure.MUSICIANS, 5),
        (FUNERAL, HostingCase.ORDINARY, Measure.WREATHS, 5),
        (WEDDING, HostingCase.ORDINARY, Measure.FIREWORKS, 6),
        (FUNERAL, HostingCase.ORDINARY, Measure.RELIGIOUS_SERVICE, 1500),
    ],
)
def test_the_starter_standard_says_what_is_published_for_each_case(
    kind: EventKind, case: HostingCase, measure: Measure, amount: int
) -> None:
    lines = limits_for(starter_standard(), kind, case)
    assert [line.amount for line in lines if line.measure is measure] == [amount]


def test_the_starter_standard_can_be_adopted() -> None:
    check_limits(starter_standard())
    words = {line.title for line in starter_standard() if line.measure is None}
    assert NOTICE_TITLE in words
    assert "邀请范围" in words


def test_figures_are_judged_in_the_order_of_the_form_and_missing_ones_are_shown() -> None:
    lines = limits_for(starter_standard(), WEDDING, HostingCase.ORDINARY)
    judged = judge({Measure.CARS: 9, Measure.TABLES: 12, Measure.WREATHS: 2}, lines)
    shown = [figure.measure for figure in judged]
    assert shown == [measure for measure in Measure if measure in shown]
    assert set(shown) == {line.measure for line in lines if line.measure} | {Measure.WREATHS}
    by_measure = {figure.measure: figure for figure in judged}
    assert (by_measure[Measure.TABLES].verdict, by_measure[Measure.CARS].verdict) == (
        Verdict.WITHIN,
        Verdict.OVER,
    )
    assert (by_measure[Measure.WREATHS].limit, by_measure[Measure.WREATHS].verdict) == (None, Verdict.NONE)
    assert (by_measure[Measure.GIFT].declared, by_measure[Measure.GIFT].limit) == (None, 100)
    assert worst(judged) is Verdict.OVER
    assert worst(judge({Measure.TABLES: 18}, lines)) is Verdict.NEAR
    assert worst(judge({}, lines)) is Verdict.NONE


@pytest.mark.parametrize(
    ("kind", "held_on", "days_ahead", "required", "late"),
    [
        (WEDDING, date(2026, 6, 11), 10, 7, False),
        (WEDDING, date(2026, 6, 8), 7, 7, False),
        (WEDDING, date(2026, 6, 7), 6, 7, True),
        (WEDDING, date(2026, 5, 30), -2, 7, True),
        (FUNERAL, date(2026, 6, 3), 2, -7, False),
        (FUNERAL, JUNE, 0, -7, False),
        (FUNERAL, date(2026, 5, 25), -7, -7, False),
        (FUNERAL, date(2026, 5, 24), -8, -7, True),
    ],
)
def test_a_wedding_is_reported_before_and_a_funeral_may_follow_on_paper(
    kind: EventKind, held_on: date, days_ahead: int, required: int, late: bool
) -> None:
    found = deadline(kind, held_on, JUNE, starter_standard())
    assert (found.days_ahead, found.required, found.late) == (days_ahead, required, late)


def test_a_village_may_ask_for_fifteen_days() -> None:
    limits = (LimitDraft(WEDDING, HostingCase.ORDINARY, None, NOTICE_TITLE, 15, "提前15天"),)
    assert deadline(WEDDING, date(2026, 6, 11), JUNE, limits).late
    assert not deadline(FUNERAL, date(2026, 5, 25), JUNE, limits).late


TABLES = LimitDraft(WEDDING, HostingCase.ORDINARY, Measure.TABLES, "", 20, "")


@pytest.mark.parametrize(
    ("limits", "refusal"),
    [
        ((), NothingLimited),
        ((LimitDraft(WEDDING, HostingCase.ORDINARY, None, "灵棚", None, "不搭"),), NothingLimited),
        ((LimitDraft(WEDDING, HostingCase.ORDINARY, None, NOTICE_TITLE, 7, ""),), NothingLimited),
        ((TABLES, TABLES), LimitTwice),
        ((LimitDraft(WEDDING, HostingCase.ORDINARY, Measure.TABLES, "", -1, ""),), NegativeLimit),
    ],
)
def test_a_standard_that_says_nothing_or_too_much_is_refused(
    limits: tuple[LimitDraft, ...], refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        check_limits(limits)
