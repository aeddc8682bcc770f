"""Clearing, carrying over and expiry are lines of the book, written after a dry list (domain §13 rule 6)."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from builders.village import Village, household, new_village
from passbook_desk.features.ledger.counting.run_values import RunKind, RunNote, RunPlan
from passbook_desk.features.ledger.counting.runs import APPLIED_ACT, apply_run, plan_run
from passbook_desk.features.ledger.queries import accounts, balances, lines
from passbook_desk.features.ledger.values import LineKind, RecordedVoucher, VoucherKind
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.commands import change_policy, change_village
from passbook_desk.features.village.policy import BasePeriod, CarryOver, VillagePolicy
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.features.village.values import ChangeVillage
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

YEAR_END = date(2026, 12, 31)


def p(text_: str) -> Points:
    return Points.parse(text_)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """Four households; today is 5 January 2027."""
    village = new_village(tmp_path)
    with village.write() as tx:
        for code, head in (("01001", "王建国"), ("01002", "李秀英"), ("01003", "赵强"), ("02001", "欧阳明")):
            household(tx, code, head)
    village.on(date(2027, 1, 5))
    return village


def decided(village: Village, policy: VillagePolicy) -> None:
    with village.write() as tx:
        change_policy(tx, policy)


def moved(village: Village, code: str, kind: LineKind, points: str, on: date) -> None:
    with village.write() as tx:
        account = next(row for row in accounts(tx) if row.household_code == code)
        write_voucher(tx, new_uid(), VoucherKind.RECORD, [DraftLine(account.id, kind, kind, p(points), on)])


def planned(village: Village, kind: RunKind = RunKind.CARRY_OVER, on: date = date(2027, 1, 5)) -> RunPlan:
    with village.read() as scope:
        return plan_run(scope, kind, on, new_uid())


def applied(village: Village, plan: RunPlan) -> RecordedVoucher:
    with village.write() as tx:
        return apply_run(tx, plan)


def refused(village: Village, plan: RunPlan) -> str:
    with pytest.raises(UserError) as caught:
        applied(village, plan)
    return caught.value.code


def spendable(village: Village) -> dict[str, str]:
    with village.read() as scope:
        return {row.account.household_code: str(row.spendable) for row in balances(scope)}


def book(village: Village, code: str) -> list[tuple[str, str, str]]:
    with village.read() as scope:
        account = next(row for row in accounts(scope) if row.household_code == code)
        return [(line.kind.value, line.item_text, str(line.points)) for line in lines(scope, account.id)]


def test_a_year_is_cleared_and_half_of_it_carried_on_by_two_lines_of_the_book(village: Village) -> None:
    decided(village, VillagePolicy(carry_over=CarryOver.CLEAR_YEAR, carry_percent=50))
    moved(village, "01001", LineKind.CREDIT, "30.25", date(2026, 5, 1))
    moved(village, "01001", LineKind.BASE, "60", date(2026, 1, 1))
    moved(village, "01002", LineKind.DEBIT, "-4", date(2026, 5, 1))
    plan = planned(village)
    assert (plan.name, plan.until, plan.taken, plan.kept) == (
        "2026年积分清零", YEAR_END, p("30.25"), p("15.12"),
    )  # fmt: skip
    assert [(row.account.household_code, row.taken, row.notes) for row in plan.rows] == [
        ("01001", p("30.25"), ()),
        ("01002", p("0"), (RunNote.NEGATIVE,)),
    ]
    assert spendable(village)["01001"] == "30.25"
    written = applied(village, plan)
    assert len(written.seqs) == 2
    assert book(village, "01001")[2:] == [
        ("expire", "2026年积分清零", "-30.25"),
        ("carry", "2026年积分结转", "15.12"),
    ]
    assert spendable(village) == {"01001": "15.12", "01002": "-4", "01003": "0", "02001": "0"}
    with village.read() as scope:
        figures = next(row for row in balances(scope) if row.account.household_code == "01001")
        assert (figures.assessment, figures.base, figures.balance) == (p("90.25"), p("60"), p("75.12"))
        verify_ledger(scope)
        noted = scope.session.execute(
            text("SELECT subject_uid, detail FROM audit WHERE act = :act"), {"act": APPLIED_ACT}
        ).all()
    assert [tuple(row) for row in noted] == [(plan.uid, "carry-over 2026-12-31")]


def test_what_was_earned_after_the_period_stays_and_the_oldest_was_spent_first(village: Village) -> None:
    decided(village, VillagePolicy(carry_over=CarryOver.CLEAR_YEAR))
    moved(village, "01001", LineKind.CREDIT, "30", date(2026, 5, 1))
    moved(village, "01001", LineKind.CREDIT, "8", date(2027, 1, 2))
    moved(village, "01001", LineKind.REDEEM, "-10", date(2027, 1, 3))
    moved(village, "01002", LineKind.CREDIT, "8", date(2027, 1, 2))
    plan = planned(village)
    assert [(row.account.household_code, row.taken, row.notes) for row in plan.rows] == [
        ("01001", p("20"), (RunNote.NEWER,))
    ]
    applied(village, plan)
    assert spendable(village)["01001"] == spendable(village)["01002"] == "8"


@pytest.mark.parametrize(
    ("percent", "most", "kept"),
    [(0, None, "0"), (0, "10", "10"), (0, "100", "33.33"), (50, None, "16.66"), (50, "10", "10")],
)
def test_a_share_or_at_most_so_many_are_carried(
    village: Village, percent: int, most: str | None, kept: str
) -> None:
    decided(
        village,
        VillagePolicy(
            carry_over=CarryOver.CLEAR_YEAR,
            carry_percent=percent,
            carry_most=None if most is None else p(most),
        ),
    )
    moved(village, "01001", LineKind.CREDIT, "33.33", date(2026, 5, 1))
    assert planned(village).kept == p(kept)


def test_a_quarter_is_cleared_by_the_villages_cut_off_day(village: Village) -> None:
    decided(village, VillagePolicy(carry_over=CarryOver.CLEAR_QUARTER, cut_off_day=15))
    moved(village, "01001", LineKind.CREDIT, "5", date(2026, 12, 15))
    moved(village, "01001", LineKind.CREDIT, "7", date(2026, 12, 16))
    plan = planned(village)
    assert (plan.name, plan.until, plan.taken) == ("2026年四季度积分清零", date(2026, 12, 15), p("5"))


def test_a_run_of_a_period_is_applied_once_and_its_act_twice_is_one(village: Village) -> None:
    decided(village, VillagePolicy(carry_over=CarryOver.CLEAR_YEAR, carry_percent=10))
    moved(village, "01001", LineKind.CREDIT, "30", date(2026, 5, 1))
    plan = planned(village)
    assert applied(village, plan) == applied(village, plan)
    moved(village, "01002", LineKind.CREDIT, "9", date(2026, 5, 1))
    assert refused(village, planned(village)) == "ledger.run-done-before"
    assert spendable(village)["01001"] == "3"


def test_a_dry_list_that_is_no_longer_true_is_refused(village: Village) -> None:
    decided(village, VillagePolicy(carry_over=CarryOver.CLEAR_YEAR))
    moved(village, "01001", LineKind.CREDIT, "30", date(2026, 5, 1))
    plan = planned(village)
    moved(village, "01001", LineKind.REDEEM, "-10", date(2027, 1, 4))
    assert refused(village, plan) == "ledger.run-figures-changed"
    assert spendable(village)["01001"] == "20"


def test_nothing_is_cleared_where_the_village_keeps_points(village: Village) -> None:
    moved(village, "01001", LineKind.CREDIT, "30", date(2026, 5, 1))
    for kind in RunKind:
        with pytest.raises(UserError) as caught:
            planned(village, kind)
        assert caught.value.code == "ledger.run-not-decided"
    decided(village, VillagePolicy(carry_over=CarryOver.CLEAR_YEAR))
    with pytest.raises(UserError) as caught:
        planned(village, on=date(2027, 1, 6))
    assert caught.value.code == "ledger.future-deed"


def test_a_run_without_a_line_is_not_applied(village: Village) -> None:
    decided(village, VillagePolicy(carry_over=CarryOver.CLEAR_YEAR))
    moved(village, "01002", LineKind.DEBIT, "-4", date(2026, 5, 1))
    assert refused(village, planned(village)) == "ledger.nothing-to-run"


def test_points_expire_by_batch_the_oldest_first(village: Village) -> None:
    decided(village, VillagePolicy(carry_over=CarryOver.EXPIRE, expire_months=12))
    moved(village, "01001", LineKind.CREDIT, "10", date(2025, 12, 31))
    moved(village, "01001", LineKind.CREDIT, "10", date(2026, 1, 5))
    moved(village, "01001", LineKind.CREDIT, "20", date(2026, 8, 1))
    moved(village, "01001", LineKind.REDEEM, "-4", date(2026, 9, 1))
    moved(village, "01002", LineKind.CREDIT, "5", date(2025, 12, 1))
    moved(village, "01002", LineKind.REDEEM, "-5", date(2026, 2, 1))
    plan = planned(village, RunKind.EXPIRY)
    assert (plan.until, plan.name) == (date(2026, 1, 4), "到期清零（2026年1月4日前）")
    assert [(row.account.household_code, row.taken) for row in plan.rows] == [("01001", p("6"))]
    applied(village, plan)
    assert spendable(village)["01001"] == "30"
    village.on(date(2027, 1, 6))
    again = planned(village, RunKind.EXPIRY, date(2027, 1, 6))
    assert again.taken == p("10")


def granting(village: Village, household_base: str, member_base: str = "0") -> None:
    with village.write() as tx:
        here = village_row(tx)
        change_village(
            tx,
            ChangeVillage(
                name=here.name,
                township=here.township,
                year=here.year,
                issuer=here.issuer,
                objection_phone=here.objection_phone,
                objection_days=here.objection_days,
                wall_places=here.wall_places,
                wall_names=here.wall_names,
                household_base=p(household_base),
                member_base=p(member_base),
            ),
        )


def test_base_points_come_anew_for_each_half_year_but_not_twice(village: Village) -> None:
    granting(village, "50")
    decided(village, VillagePolicy(base_period=BasePeriod.HALF_YEAR))
    moved(village, "01001", LineKind.CREDIT, "7", date(2026, 5, 1))
    with village.write() as tx:
        household(tx, "02002", "新来户")
    plan = planned(village, RunKind.BASE)
    assert (plan.name, plan.granted) == ("2027年1月至6月基础分", p("200"))
    assert "02002" not in {row.account.household_code for row in plan.rows}
    applied(village, plan)
    with village.read() as scope:
        figures = {row.account.household_code: row for row in balances(scope)}
    assert {code: str(row.base) for code, row in figures.items()} == dict.fromkeys(figures, "50")
    assert (figures["01001"].spendable, figures["01001"].assessment) == (p("7"), p("57"))
    assert refused(village, planned(village, RunKind.BASE)) == "ledger.run-done-before"
    village.on(date(2027, 7, 1))
    assert planned(village, RunKind.BASE, date(2027, 7, 1)).granted == p("250")


def test_where_base_may_be_spent_it_comes_as_points_brought_along(village: Village) -> None:
    granting(village, "50")
    decided(village, VillagePolicy(base_period=BasePeriod.YEAR, base_spendable=True))
    applied(village, planned(village, RunKind.BASE))
    assert set(spendable(village).values()) == {"50"}
    assert refused(village, planned(village, RunKind.BASE)) == "ledger.run-done-before"
