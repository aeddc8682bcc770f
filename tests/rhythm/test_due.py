"""What is due by the village's own calendar, told as a clerk meets it."""

from datetime import date
from pathlib import Path

import pytest

from builders.claims import claimed, steps
from builders.rhythms import as_in, closed, decide, due, hung, kinds, lines, proofed, put_up
from builders.village import Village, booked, new_village, settled_village
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.lending.commands import keep_equipment, lend_out
from passbook_desk.features.events.lending.values import KeepEquipment, LendOut
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, RegisterEvent
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.counting.queries import count_sheet
from passbook_desk.features.ledger.counting.run_values import RunKind
from passbook_desk.features.ledger.counting.runs import apply_run, plan_run
from passbook_desk.features.ledger.counting.telling import tell_count
from passbook_desk.features.ledger.counting.values import By
from passbook_desk.features.ledger.values import AnchorKind
from passbook_desk.features.notices.objections.commands import add_objection, resolve_objection
from passbook_desk.features.notices.objections.queries import objections
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    ObjectionOutcome,
    ResolveObjection,
    Way,
)
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.features.rhythm.presets import PRESETS, Preset
from passbook_desk.features.rhythm.values import DueGroup, DueItem, DueKind
from passbook_desk.features.rhythm.words import sentence
from passbook_desk.features.village.commands import change_village
from passbook_desk.features.village.policy import BasePeriod, Cycle
from passbook_desk.features.village.queries import village as village_facts
from passbook_desk.features.village.values import ChangeVillage
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import Points

GREEN = (1, 2, 4)
QUARTER, MONTH, WEEK = DueGroup.QUARTER, DueGroup.MONTH, DueGroup.WEEK


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def told(village: Village, period: str, *, ranked: bool = False) -> None:
    """The clerk prints the count of a period."""
    with village.write() as tx:
        tell_count(tx, count_sheet(tx, Period.parse(period), By.GRID, ranked=ranked))


def one(items: tuple[DueItem, ...], kind: DueKind) -> DueItem:
    (found,) = [item for item in items if item.kind is kind]
    return found


def test_a_quarter_cut_on_the_15th_asks_for_its_notice_from_the_16th(village: Village) -> None:
    as_in(village, "八名村")
    booked(village, GREEN, on=date(2026, 5, 20))
    assert kinds(village, QUARTER, day=date(2026, 6, 1)) == [DueKind.NOTICE_NEXT]
    assert lines(village, QUARTER) == ["2026年二季度公示 6.15 之后出，还有 15 天"]
    assert lines(village, QUARTER, day=date(2026, 6, 15)) == ["2026年二季度公示算到 6.15，校样未打"]
    items = due(village, date(2026, 6, 16))
    notice = one(items, DueKind.PROOF_MISSING)
    assert (notice.due, notice.due_on, notice.days_left) == (True, date(2026, 6, 25), 9)
    assert sentence(notice) == "2026年二季度公示 还剩 9 天，校样未打"
    assert {DueKind.COUNT_READY, DueKind.REDEEM_AFTER, DueKind.CLEAR_DUE} < {item.kind for item in items}
    late = one(due(village, date(2026, 6, 28)), DueKind.PROOF_MISSING)
    assert sentence(late) == "2026年二季度公示 过期 3 天，校样未打"


def test_with_a_cut_off_day_the_month_and_its_comparison_end_before_the_calendar_does(
    village: Village,
) -> None:
    decide(village, cut_off_day=20)
    booked(village, GREEN, on=date(2026, 5, 12))
    village.on(date(2026, 5, 21))
    ready = one(due(village), DueKind.COMPARE_READY)
    assert (ready.group, sentence(ready)) == (MONTH, "2026年5月评比可出")
    assert lines(village, MONTH)[0] == "5.21 到今天：3 户中 0 户有记录"


def test_the_notice_of_a_quarter_from_its_proof_to_its_closing(village: Village) -> None:
    booked(village, GREEN, on=date(2026, 5, 20))
    assert lines(village, QUARTER, day=date(2026, 7, 1)) == ["2026年二季度公示 还剩 9 天，校样未打"]
    proofed(village, "2026Q2")
    assert lines(village, QUARTER) == ["2026年二季度公示 还剩 9 天，校样打好了"]
    booked(village, GREEN[:2], on=date(2026, 6, 28))
    booked(village, GREEN, on=date(2026, 7, 1))
    assert lines(village, QUARTER) == ["2026年二季度公示 还剩 9 天，校样后又记 2 笔"]
    number = put_up(village, "2026Q2").number
    assert kinds(village, QUARTER) == [DueKind.NOTICE_NEXT, DueKind.NOTICE_UNHUNG]
    hung(village, number, date(2026, 7, 1), date(2026, 7, 7))
    hanging = one(due(village), DueKind.NOTICE_HANGING)
    assert (hanging.due, hanging.due_on, hanging.days_left) == (False, date(2026, 7, 8), 7)
    assert sentence(hanging) == "2026年二季度积分公示〔2026〕第1号贴到 7.7，7 天后归档"
    over = one(due(village, date(2026, 7, 8)), DueKind.NOTICE_OVER)
    assert (over.due, sentence(over)) == (True, "2026年二季度积分公示〔2026〕第1号期满，可以归档")
    closed(village, number)
    assert kinds(village, QUARTER) == [DueKind.NOTICE_NEXT]


def test_an_objection_is_told_until_it_is_answered_and_holds_the_closing(village: Village) -> None:
    booked(village, GREEN, on=date(2026, 5, 20))
    village.on(date(2026, 7, 1))
    number = put_up(village, "2026Q2").number
    assert number is not None
    hung(village, number, date(2026, 7, 1), date(2026, 7, 7))
    village.on(date(2026, 7, 3))
    with village.write() as tx:
        add_objection(
            tx,
            AddObjection(new_uid(), number, 1, date(2026, 7, 3), Way.COUNTER, "少记一次", handler="赵会计"),
        )
    assert "异议〔2026〕第1号 还剩 10 天" in lines(village, QUARTER)
    assert "异议〔2026〕第1号 明天到期" in lines(village, QUARTER, day=date(2026, 7, 12))
    assert kinds(village, QUARTER) == [DueKind.NOTICE_NEXT, DueKind.NOTICE_HELD, DueKind.OBJECTION]
    assert "异议〔2026〕第1号 过期 2 天" in lines(village, QUARTER, day=date(2026, 7, 15))
    with village.write() as tx:
        (row,) = objections(tx, open_only=True)
        answer = ResolveObjection(new_uid(), row.id, ObjectionOutcome.UPHELD, "查过签到表，没有漏记")
        resolve_objection(tx, answer)
    assert kinds(village, QUARTER) == [DueKind.NOTICE_NEXT, DueKind.NOTICE_OVER]


def test_many_objections_are_counted_after_the_first_three(village: Village) -> None:
    booked(village, GREEN, on=date(2026, 5, 20))
    village.on(date(2026, 7, 1))
    number = put_up(village, "2026Q2").number
    assert number is not None
    with village.write() as tx:
        for line_no in (1, 2, 3, 4, None):
            add_objection(tx, AddObjection(new_uid(), number, line_no, date(2026, 7, 1), Way.PHONE, "不对"))
    assert kinds(village, QUARTER).count(DueKind.OBJECTION) == 3
    assert lines(village, QUARTER)[-1] == "另有 2 件异议没答复"


def test_quarters_that_were_never_posted_stay_in_sight(village: Village) -> None:
    booked(village, GREEN, on=date(2026, 2, 2))
    found = lines(village, QUARTER, day=date(2026, 10, 8))
    assert found == ["2026年三季度公示 还剩 2 天，校样未打", "以前还有 2 期没出公示，最早是2026年一季度"]
    put_up(village, "2026Q1")
    assert "以前还有 1 期没出公示，最早是2026年二季度" in lines(village, QUARTER)


def test_who_changes_from_months_to_quarters_need_not_post_the_same_days_twice(village: Village) -> None:
    as_in(village, "聚福村")
    booked(village, GREEN, on=date(2026, 4, 8))
    assert lines(village, MONTH, day=date(2026, 5, 3))[1] == "2026年4月公示 还剩 7 天，校样未打"
    for month, day in (("2026-04", date(2026, 5, 3)), ("2026-05", date(2026, 6, 3))):
        village.on(day)
        put_up(village, month, NoticeKind.MONTH)
    village.on(date(2026, 7, 3))
    decide(village, post_every=Cycle.QUARTER)
    assert DueKind.PROOF_MISSING in kinds(village, QUARTER)
    put_up(village, "2026-06", NoticeKind.MONTH)
    assert kinds(village, QUARTER) == [DueKind.NOTICE_NEXT]


def test_a_village_that_posts_by_no_calendar_is_not_asked_for_notices(village: Village) -> None:
    decide(village, post_every=Cycle.NEVER)
    booked(village, GREEN, on=date(2026, 2, 2))
    assert kinds(village, QUARTER, day=date(2026, 10, 8)) == []


def test_the_weeks_count_is_ticked_off_when_it_was_given_to_people(village: Village) -> None:
    booked(village, GREEN, on=date(2026, 5, 27))
    assert lines(village, WEEK) == ["各网格 5.25 起都有记录", "5.25–5.31 这周统计可出"]
    told(village, "2026-06-01")
    assert one(due(village), DueKind.COUNT_READY).due, "the week that still runs ticks nothing off"
    told(village, "2026-05-25")
    done = one(due(village), DueKind.COUNT_DONE)
    assert (done.done, done.due) == (True, False)
    assert DueKind.COUNT_READY in kinds(village, WEEK, day=date(2026, 6, 8))


def test_a_comparison_needs_ranks_and_a_count_takes_them_too(village: Village) -> None:
    decide(village, count_every=Cycle.MONTH)
    booked(village, GREEN, on=date(2026, 5, 12))
    told(village, "2026-05")
    assert kinds(village, MONTH)[-2:] == [DueKind.COUNT_DONE, DueKind.COMPARE_READY]
    told(village, "2026-05", ranked=True)
    assert kinds(village, MONTH)[-2:] == [DueKind.COUNT_DONE, DueKind.COMPARE_DONE]


def test_a_year_that_is_over_is_assessed_and_redeemed(village: Village) -> None:
    booked(village, GREEN, on=date(2026, 5, 12))
    assert kinds(village, DueGroup.YEAR) == []
    found = lines(village, DueGroup.YEAR, day=date(2027, 1, 4))
    assert found == ["2026年考评可办，先出全部得分", "2026年过完了，可以组织兑换"]
    told(village, "2026", ranked=True)
    assert kinds(village, DueGroup.YEAR) == [DueKind.ASSESS_DONE, DueKind.REDEEM_OPEN]
    assert kinds(village, DueGroup.YEAR, day=date(2027, 2, 1)) == [DueKind.ASSESS_DONE]


def test_prizes_come_after_the_notice_and_what_is_left_is_cleared_once(village: Village) -> None:
    as_in(village, "八名村")
    booked(village, GREEN, on=date(2026, 5, 20))
    village.on(date(2026, 6, 16))
    assert "2026年二季度过完了，先公示，再组织兑换" in lines(village, QUARTER)
    put_up(village, "2026Q2")
    assert "2026年二季度过完了，可以组织兑换" in lines(village, QUARTER)
    assert "2026年二季度积分清零：3 本存折还有分" in lines(village, QUARTER)
    with village.write() as tx:
        apply_run(tx, plan_run(tx, RunKind.CARRY_OVER, tx.today, new_uid()))
    assert DueKind.CLEAR_DUE not in kinds(village, QUARTER)


def test_base_points_of_a_new_half_year_are_due_until_they_are_granted(village: Village) -> None:
    decide(village, base_period=BasePeriod.HALF_YEAR)
    with village.write() as tx:
        here = village_facts(tx)
        change_village(
            tx,
            ChangeVillage(
                here.name, here.township, here.year, here.issuer, here.objection_phone, here.objection_days,
                here.wall_places, here.wall_names, Points(50_00), Points(50_00),
            ),
        )  # fmt: skip
    assert lines(village, DueGroup.HALF_YEAR) == ["2026年1月至6月基础分：4 本存折还没给"]
    with village.write() as tx:
        apply_run(tx, plan_run(tx, RunKind.BASE, tx.today, new_uid()))
    assert kinds(village, DueGroup.HALF_YEAR) == []


def test_a_grid_without_a_record_is_named_and_claims_are_records(village: Village) -> None:
    booked(village, GREEN[:1], on=date(2026, 5, 28))
    assert lines(village, WEEK)[0] == "第二网格（1 户）5.25 起没有记录"
    steps(village, review=True, alone=False)
    claimed(village, (4,), on=date(2026, 5, 30))
    assert kinds(village, WEEK)[:2] == [DueKind.CLAIMS_WAIT, DueKind.GRIDS_FINE]


def test_a_village_that_records_by_month_is_not_asked_every_week(village: Village) -> None:
    as_in(village, "松林村")
    booked(village, GREEN, on=date(2026, 5, 3))
    assert "各网格 5.1 起都有记录" in lines(village, MONTH)
    assert kinds(village, WEEK) == []


def test_where_points_count_after_the_notice_deeds_alone_begin_the_calendar(village: Village) -> None:
    decide(village, count_when_posted=True)
    claimed(village, GREEN, on=date(2026, 5, 20))
    assert "3 件在公示中，公示归档后才入账" in lines(village, QUARTER)
    assert DueKind.PROOF_MISSING in kinds(village, QUARTER, day=date(2026, 7, 1))


def test_things_that_were_not_brought_back_are_told(village: Village) -> None:
    with village.write() as tx:
        table = keep_equipment(tx, KeepEquipment(new_uid(), "圆桌", "张", 20))
        lend_out(tx, LendOut(new_uid(), table, 8, date(2026, 5, 20), "王建国", None, 1, date(2026, 5, 25)))
    late = one(due(village), DueKind.LOAN_LATE)
    assert (sentence(late), late.days_left) == ("王建国借的圆桌 8 张，5.25 该还", -7)
    with village.write() as tx:
        for _ in range(2):
            lend_out(tx, LendOut(new_uid(), table, 1, date(2026, 5, 20), "", None, 1, date(2026, 5, 25)))
    assert sentence(one(due(village), DueKind.LOANS_LATE)) == "3 笔借用过期没还"


def test_nothing_due_tells_the_next_date(village: Village) -> None:
    with village.write() as tx:
        adopt_standard(
            tx, AdoptStandard(date(2026, 1, 15), "2026-1", date(2026, 1, 15), "内置", starter_standard())
        )
        set_anchor(tx, AnchorKind.BACKUP, "一.pbd")
    booked(village, GREEN, on=date(2026, 6, 1))
    assert not any(item.due for item in due(village))
    assert lines(village, DueGroup.NEXT) == ["6.8 起出 6.1–6.7 这周统计"]
    decide(village, count_every=Cycle.NEVER)
    assert lines(village, DueGroup.NEXT) == ["6.8 该备份"]
    with village.write() as tx:
        register_event(tx, RegisterEvent(new_uid(), EventKind.WEDDING, 1, date(2026, 6, 5)), village.key)
    coming = due(village)[-1]
    assert (sentence(coming), coming.due_on, coming.days_left) == ("6.5 王建国户 红事", date(2026, 6, 5), 4)


def test_a_new_village_has_only_its_first_steps(tmp_path: Path) -> None:
    found = due(new_village(tmp_path))
    assert {item.group for item in found} == {DueGroup.SETUP}
    assert [item.kind for item in found if item.due] == [
        DueKind.ROSTER, DueKind.CATALOGUE, DueKind.STANDARD, DueKind.FIRST_BACKUP,
    ]  # fmt: skip


@pytest.mark.parametrize("preset", PRESETS, ids=[preset.place for preset in PRESETS])
def test_every_published_rhythm_tells_whole_sentences_all_year(tmp_path: Path, preset: Preset) -> None:
    village = settled_village(tmp_path)
    as_in(village, preset.place)
    booked(village, GREEN, on=date(2026, 1, 20))
    seen = set()
    for month in range(2, 13):
        for day in (1, 14, 16, 25):
            for item in due(village, date(2026, month, day)):
                assert not {"{", "}"} & set(sentence(item))
                assert not (item.due and item.done)
                assert (item.due_on is None) == (item.days_left is None)
                seen.add(item.kind)
    assert len(seen) >= 8
