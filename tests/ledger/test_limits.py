"""What a meeting bounds stays bounded: per day, month, quarter and year, per book, exact to 0.01."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.deeds import (
    LI,
    LI_RED,
    MAY_20,
    OUYANG,
    WANG,
    cap,
    decided,
    deed,
    entered,
    figures,
    floor,
    item,
    left_out,
    points,
)
from builders.village import Village, catalogue, household, new_village, person
from passbook_desk.features.catalogue.values import Holder, LimitPeriod, ValueKind
from passbook_desk.features.households.model import Person
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import DeedTwice, LimitOfDay, LimitOfMonth, NoDebt
from passbook_desk.features.ledger.limits import limit_span
from passbook_desk.features.ledger.recording_values import DeedEntry, OverCap
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan

ITEMS = (
    item("961", "护河", "10", cap("25", LimitPeriod.MONTH)),
    item("962", "乱堆", "-4", floor("10", LimitPeriod.QUARTER)),
    item("963", "值班", "2", cap(1, LimitPeriod.DAY), cap(3, LimitPeriod.MONTH)),
    item("964", "宣讲", "0.5", cap("0.75", LimitPeriod.YEAR)),
    item("965", "帮工", "3", kind=ValueKind.PER_UNIT),
    item(
        "966", "巡逻", "6", cap("10", LimitPeriod.MONTH, Holder.RED), holders=(Holder.RED, Holder.HOUSEHOLD)
    ),
    item("967", "占道", "-5", floor(2, LimitPeriod.EVER)),
    replace(item("968", "参加整治", "10", cap(1, LimitPeriod.DAY)), unit="次·人"),
)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = new_village(tmp_path)
    with village.write() as tx:
        catalogue(tx, ITEMS, limits=(cap("40", LimitPeriod.MONTH),))
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英", member_of_party=True)
        household(tx, "02001", "欧阳明")
    return village


def balance(village: Village, account_id: int = WANG) -> str:
    return str(figures(village, account_id).balance)


def days(code: str, *which: int, **more: object) -> list[DeedEntry]:
    return [deed(WANG, code, date(2026, 5, day), **more) for day in which]


def test_over_the_cap_a_deed_is_left_out_and_named(village: Village) -> None:
    recorded = entered(village, *days("961", 1, 2, 3))
    assert [each.place for each in recorded.entered] == [0, 1]
    (out,) = recorded.left_out
    assert (out.place, out.account.owner_name, type(out.reason)) == (2, "王建国", LimitOfMonth)
    assert {name: str(out.reason.params[name]) for name in ("item", "used", "amount", "unit")} == {
        "item": "护河",
        "used": "20",
        "amount": "25",
        "unit": "分",
    }
    assert balance(village) == "20"


def test_only_up_to_the_cap_when_the_clerk_says_so(village: Village) -> None:
    recorded = entered(village, *days("961", 1, 2, 3, 4, over_cap=OverCap.FILL))
    assert [str(each.points) for each in recorded.entered] == ["10", "10", "5"]
    assert [each.shortened for each in recorded.entered] == [False, False, True]
    assert left_out(recorded) == [(WANG, "ledger.limit-month")]
    assert balance(village) == "25"


def test_a_cap_is_exact_to_a_hundredth(village: Village) -> None:
    recorded = entered(village, *days("964", 1, 2, over_cap=OverCap.FILL))
    assert [str(each.points) for each in recorded.entered] == ["0.5", "0.25"]


def test_another_month_another_cap_and_each_book_has_its_own(village: Village) -> None:
    entered(village, *days("961", 1, 2))
    recorded = entered(
        village, deed(WANG, "961", date(2026, 4, 30)), deed(OUYANG, "961"), deed(WANG, "961", MAY_20)
    )
    assert [each.account.id for each in recorded.entered] == [WANG, OUYANG]
    assert left_out(recorded) == [(WANG, "ledger.limit-month")]


def test_times_are_counted_by_lines_and_the_tightest_limit_speaks(village: Village) -> None:
    recorded = entered(village, *days("963", 1, 1, 2, 3, 4, again=True))
    assert left_out(recorded) == [(WANG, "ledger.limit-day"), (WANG, "ledger.limit-month")]
    assert balance(village) == "6"


def test_a_line_taken_back_gives_its_room_again(village: Village) -> None:
    first = entered(village, *days("961", 1, 2))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), first.seqs[:1], "记错了户"))
    assert left_out(entered(village, *days("961", 3))) == []


def test_a_cap_over_all_items_counts_what_every_item_gave(village: Village) -> None:
    entered(village, *days("961", 1, 2), deed(WANG, "101"))
    recorded = entered(village, deed(WANG, "965", quantity=4, over_cap=OverCap.FILL))
    assert [str(each.points) for each in recorded.entered] == ["10"]
    recorded = entered(village, deed(WANG, "102"))
    assert recorded.left_out[0].reason.params["item"] == "各项合计"
    assert recorded.voucher is None


def test_a_limit_for_red_books_does_not_bind_households(village: Village) -> None:
    recorded = entered(
        village, *(deed(book, "966", date(2026, 5, day)) for day in (1, 2) for book in (LI_RED, WANG))
    )
    assert left_out(recorded) == [(LI_RED, "ledger.limit-month")]


def test_deductions_go_down_to_the_floor_and_no_further(village: Village) -> None:
    recorded = entered(village, *days("962", 1, 2, 3, 4))
    assert [str(each.points) for each in recorded.entered] == ["-4", "-4", "-2"]
    assert left_out(recorded) == [(WANG, "ledger.limit-quarter")]
    assert balance(village) == "-10"


def test_a_floor_of_times_ends_with_the_last_time(village: Village) -> None:
    recorded = entered(village, *days("967", 1, 2, 3))
    assert left_out(recorded) == [(WANG, "ledger.limit-ever")]
    assert balance(village) == "-10"


def test_a_cap_does_not_stop_a_deduction(village: Village) -> None:
    entered(village, *days("961", 1, 2))
    assert left_out(entered(village, deed(WANG, "962"))) == []


def test_a_strict_act_is_refused_as_a_whole(village: Village) -> None:
    with pytest.raises(LimitOfDay) as refused:
        entered(village, deed(OUYANG, "963"), *days("963", 1, 1, again=True), strict=True)
    assert refused.value.params["row"] == 2
    assert balance(village, OUYANG) == "0"


def test_a_quarter_ends_on_the_day_the_village_counts(village: Village) -> None:
    decided(village, cut_off_day=15)
    village.on(date(2026, 6, 20))
    recorded = entered(village, *(deed(WANG, "962", date(2026, 6, day)) for day in (13, 14, 15)))
    assert [str(each.points) for each in recorded.entered] == ["-4", "-4", "-2"]
    recorded = entered(village, deed(WANG, "962", date(2026, 6, 16)))
    assert [str(each.points) for each in recorded.entered] == ["-4"]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (LimitPeriod.DAY, date(2026, 6, 16), date(2026, 6, 16)),
        (LimitPeriod.MONTH, date(2026, 6, 16), date(2026, 7, 15)),
        (LimitPeriod.QUARTER, date(2026, 6, 16), date(2026, 9, 15)),
        (LimitPeriod.YEAR, date(2025, 12, 16), date(2026, 12, 15)),
        (LimitPeriod.EVER, date.min, date.max),
    ],
)
def test_periods_of_a_village_that_closes_on_the_15th(period: LimitPeriod, first: date, last: date) -> None:
    assert limit_span(period, date(2026, 6, 16), 15) == DateSpan(first, last)


def test_a_household_that_may_not_owe_points_is_not_brought_below_zero(village: Village) -> None:
    decided(village, debtless_households=True)
    entered(village, deed(WANG, "963"))
    recorded = entered(village, deed(WANG, "109"), deed(OUYANG, "109"))
    assert left_out(recorded) == [(OUYANG, "ledger.no-debt")]
    assert balance(village) == "0"
    with pytest.raises(NoDebt) as refused:
        entered(village, deed(LI, "109"), strict=True)
    assert str(refused.value.params["balance"]) == "0"


def test_what_is_taken_until_nothing_is_left_takes_what_is_there(village: Village) -> None:
    decided(village, debtless_households=True)
    entered(village, deed(WANG, "963"))
    recorded = entered(village, deed(WANG, "962"))
    assert [(str(each.points), str(each.wanted)) for each in recorded.entered] == [("-2", "-4")]
    assert left_out(entered(village, deed(WANG, "962", date(2026, 5, 21)))) == [(WANG, "ledger.no-debt")]


def test_a_limit_of_times_does_not_say_that_a_book_is_drained(village: Village) -> None:
    decided(village, debtless_households=True)
    entered(village, deed(WANG, "963"))
    assert left_out(entered(village, deed(WANG, "967"))) == [(WANG, "ledger.no-debt")]


def test_a_member_may_owe_points_where_only_households_may_not(village: Village) -> None:
    decided(village, debtless_households=True)
    assert left_out(entered(village, deed(LI_RED, "802"))) == []
    assert balance(village, LI_RED) == "-0.5"


def test_points_are_counted_within_the_act(village: Village) -> None:
    decided(village, debtless_households=True)
    recorded = entered(village, deed(WANG, "963"), deed(WANG, "109"), deed(WANG, "109", date(2026, 5, 21)))
    assert left_out(recorded) == [(WANG, "ledger.no-debt")]
    assert str(points(balance(village))) == "0"


def people_of(village: Village) -> tuple[int, int]:
    """王建国, and his wife who lives with him."""
    with village.write() as tx:
        wife = person(tx, "李桂花", sex="女")
        husband = tx.session.scalars(select(Person).where(Person.name == "王建国")).one()
        return husband.id, wife.id


def test_once_a_day_for_each_person_lets_two_of_a_household_come_but_nobody_twice(village: Village) -> None:
    husband, wife = people_of(village)
    both = entered(
        village,
        deed(WANG, "968", person_id=husband),
        deed(WANG, "968", person_id=wife, again=True),
        deed(WANG, "968", person_id=husband, again=True),
    )
    assert [each.points for each in both.entered] == [points("10"), points("10")]
    assert left_out(both) == [(WANG, LimitOfDay.code)]
    later = entered(village, deed(WANG, "968", person_id=wife, again=True))
    assert left_out(later) == [(WANG, LimitOfDay.code)]
    assert balance(village) == "20"


def test_a_second_person_without_a_name_is_asked_about_before_it_counts(village: Village) -> None:
    first = entered(village, deed(WANG, "968"), deed(WANG, "968"))
    assert left_out(first) == [(WANG, DeedTwice.code)]
    again = entered(village, deed(WANG, "968", again=True))
    assert left_out(again) == []
    assert balance(village) == "20"


def test_an_item_by_household_counts_once_whoever_came(village: Village) -> None:
    husband, wife = people_of(village)
    came = entered(
        village, deed(WANG, "963", person_id=husband), deed(WANG, "963", person_id=wife, again=True)
    )
    assert left_out(came) == [(WANG, LimitOfDay.code)]
