from datetime import date
from pathlib import Path

import pytest

from builders.auditing import activity
from builders.village import Village, booked, household, settled_village
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.values import Holder, ValueKind
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.queries import accounts, balances, closed_spans, head, lines
from passbook_desk.features.ledger.values import Colour, ReverseLines
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.errors import NoticeNotOver
from passbook_desk.features.notices.queries import issued_quarter, notices, quarter_draft
from passbook_desk.features.notices.rules import shown_number, sums
from passbook_desk.features.notices.values import IssueQuarter, NoticeContent, NoticeLineRow
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.village.commands import change_policy, change_village
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.features.village.values import ChangeVillage, WallNames
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan, Quarter
from passbook_desk.kernel.points import ZERO

Q1, Q2, Q3 = Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def issue(village: Village, quarter: Quarter, on: date | None = None) -> NoticeContent:
    if on is not None:
        village.on(on)
    with village.write() as tx:
        return issue_quarter(tx, IssueQuarter(quarter))


def draft(village: Village, quarter: Quarter) -> NoticeContent:
    with village.read() as scope:
        return quarter_draft(scope, quarter)


def green(village: Village) -> tuple[int, ...]:
    with village.read() as scope:
        return tuple(row.id for row in accounts(scope, colour=Colour.GREEN))


def figures(line: NoticeLineRow) -> list[str]:
    return [
        str(f)
        for f in (line.opening, line.credits, line.debits, line.redeemed, line.closing, line.year_total)
    ]


def household_line(content: NoticeContent, code: str, colour: Colour = Colour.GREEN) -> NoticeLineRow:
    (found,) = [line for line in content.lines if line.household_code == code and line.colour is colour]
    return found


def count(village: Village, table: str) -> int:
    with village.read() as scope:
        return int(scope.session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def rename_style(village: Village, style: WallNames) -> None:
    with village.write() as tx:
        here = village_row(tx)
        change_village(
            tx,
            ChangeVillage(
                here.name,
                here.township,
                here.year,
                here.issuer,
                here.objection_phone,
                here.objection_days,
                here.wall_places,
                style,
                here.household_base,
                here.member_base,
            ),
        )


def test_a_notice_lists_every_account_by_grid_and_says_what_moved_in_the_quarter(village: Village) -> None:
    first, second, third = green(village)
    booked(village, (first, second), on=date(2026, 2, 10))
    booked(village, (first,), on=date(2026, 5, 20))
    content = draft(village, Q2)
    assert [(line.number, line.household_code, line.colour.value) for line in content.lines] == [
        (1, "01001", "green"),
        (2, "01002", "green"),
        (3, "01002", "red"),
        (4, "02001", "green"),
    ]
    assert figures(household_line(content, "01001")) == ["10", "10", "0", "0", "20", "20"]
    assert figures(household_line(content, "01002")) == ["10", "0", "0", "0", "10", "10"]
    assert figures(household_line(content, "02001")) == ["0"] * 6
    assert str(sums(content.lines).closing) == "30"
    assert third


def test_the_closing_of_every_line_is_the_balance_of_its_account_at_the_end_of_the_quarter(
    village: Village,
) -> None:
    booked(village, green(village), on=date(2026, 3, 3))
    booked(village, green(village)[:2], on=date(2026, 5, 5))
    content = draft(village, Q2)
    with village.read() as scope:
        now = {row.account.number: row.balance for row in balances(scope)}
    assert {line.account_number: line.closing for line in content.lines} == now
    for line in content.lines:
        assert line.opening + line.credits + line.debits + line.redeemed == line.closing


def test_on_the_last_day_of_the_quarter_it_is_refused_and_on_the_next_day_issued(village: Village) -> None:
    village.on(date(2026, 6, 30))
    with pytest.raises(NoticeNotOver) as refusal:
        issue(village, Q2)
    assert refusal.value.params["last_on"] == date(2026, 6, 30)
    assert count(village, "notice") == 0
    content = issue(village, Q2, date(2026, 7, 1))
    assert content.number == "2026-01"
    assert (content.issued_on, content.hung_until) == (date(2026, 7, 1), date(2026, 7, 7))


def test_a_proof_before_the_quarter_is_over_stores_nothing(village: Village) -> None:
    booked(village, green(village))
    content = draft(village, Q2)
    assert content.proof
    assert (content.number, content.head_code) == (None, "")
    assert content.issued_on == date(2026, 7, 1)
    assert [count(village, table) for table in ("notice", "notice_line", "anchor", "closed_period")] == [
        0
    ] * 4
    assert issue(village, Q2, date(2026, 7, 2)).number == "2026-01"


def test_a_second_call_gives_the_same_number_and_figures_whatever_was_recorded_since(
    village: Village,
) -> None:
    booked(village, green(village))
    content = issue(village, Q2, date(2026, 7, 1))
    booked(village, green(village), on=date(2026, 6, 20))
    rename_style(village, WallNames.FULL)
    with village.write() as tx:
        again = issue_quarter(tx, IssueQuarter(Q2))
        assert tx.touched == set()
    assert again == content
    with village.read() as scope:
        assert issued_quarter(scope, Q2) == content
        assert [row.number for row in notices(scope)] == ["2026-01"]


def test_a_deed_told_too_late_counts_in_the_next_notice(village: Village) -> None:
    first = green(village)[0]
    issue(village, Q2, date(2026, 7, 1))
    booked(village, (first,), on=date(2026, 6, 20))
    with village.read() as scope:
        (late,) = lines(scope, first)
    assert (late.occurred_on, late.counted_on) == (date(2026, 6, 20), date(2026, 7, 1))
    content = issue(village, Q3, date(2026, 10, 1))
    assert figures(household_line(content, "01001")) == ["0", "10", "0", "0", "10", "10"]


def test_a_mistake_on_the_last_notice_is_a_negative_in_its_own_column_on_the_next(village: Village) -> None:
    first = green(village)[0]
    with village.read() as scope:
        deduction = next(
            item
            for item in items_in_force(scope, date(2026, 5, 20))
            if item.value_kind is ValueKind.FIXED and item.least < ZERO and Holder.HOUSEHOLD in item.holders
        )
    wrong = booked(village, (first,), item=deduction.code)
    told = household_line(issue(village, Q2, date(2026, 7, 1)), "01001")
    assert told.debits == told.closing == deduction.least
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), wrong.seqs, "异议成立"))
    line = household_line(issue(village, Q3, date(2026, 10, 1)), "01001")
    assert (line.opening, line.credits, line.debits, line.closing) == (told.closing, ZERO, -told.debits, ZERO)


def test_issuing_closes_every_day_up_to_the_end_of_the_quarter_even_if_older_ones_were_left_open(
    village: Village,
) -> None:
    issue(village, Q2, date(2026, 7, 1))
    issue(village, Quarter(2026, 4), date(2027, 1, 5))
    with village.read() as scope:
        assert closed_spans(scope) == (
            DateSpan(date(2026, 4, 1), date(2026, 6, 30)),
            DateSpan(date(2026, 7, 1), date(2026, 12, 31)),
        )
    first = green(village)[0]
    booked(village, (first,), on=date(2026, 2, 2))
    with village.read() as scope:
        assert [line.counted_on for line in lines(scope, first)] == [date(2027, 1, 1)]


def test_an_older_quarter_issued_late_is_exact_and_fits_the_newer_one(village: Village) -> None:
    everybody = green(village)
    booked(village, everybody, on=date(2026, 2, 10))
    booked(village, everybody[:1], on=date(2026, 4, 10))
    newer = issue(village, Q2, date(2026, 7, 1))
    booked(village, everybody, on=date(2026, 2, 11))
    older = issue(village, Q1)
    assert (newer.number, older.number) == ("2026-01", "2026-02")
    assert [line.closing for line in older.lines] == [line.opening for line in newer.lines]
    with village.read() as scope:
        assert len(closed_spans(scope)) == 1


def test_numbers_run_through_the_year_of_issue_and_begin_again(village: Village) -> None:
    numbers = [
        issue(village, Q2, date(2026, 7, 1)).number,
        issue(village, Q3, date(2026, 10, 8)).number,
        issue(village, Quarter(2026, 4), date(2027, 1, 4)).number,
        issue(village, Quarter(2027, 1), date(2027, 4, 1)).number,
    ]
    assert numbers == ["2026-01", "2026-02", "2027-01", "2027-02"]
    assert shown_number("2026-01") == "〔2026〕第1号"


def test_issuing_leaves_its_code_in_the_ledger_and_its_act_in_the_log(village: Village) -> None:
    booked(village, green(village))
    village.on(date(2026, 7, 1))
    with village.write() as tx:
        content = issue_quarter(tx, IssueQuarter(Q2))
        assert tx.touched >= {Topic.NOTICES, Topic.LEDGER}
    with village.read() as scope:
        assert (content.cut_off_seq, content.head_code) == (head(scope).seq, head(scope).code)
        (act,) = [row for row in activity(scope, 100) if row.act == "notice-issued"]
        (row,) = notices(scope)
    assert act.detail.startswith("2026-01 ")
    assert (row.shown_number, row.title, row.lines) == ("〔2026〕第1号", "2026年二季度积分公示", 4)
    assert (row.issued_by, row.cut_off_seq) == ("刘文书", 3)
    assert count(village, "anchor") == 1


def test_names_stand_on_the_wall_as_the_village_decided(village: Village) -> None:
    def names() -> list[str]:
        return [line.shown_name for line in draft(village, Q2).lines]

    assert names() == ["王*国", "李*英", "李*英", "欧*明"]
    rename_style(village, WallNames.FULL)
    assert names() == ["王建国", "李秀英", "李秀英", "欧阳明"]
    rename_style(village, WallNames.CODE)
    assert names() == [line.account_number for line in draft(village, Q2).lines]


def test_a_household_that_came_after_the_notice_is_on_the_next_one_only(village: Village) -> None:
    issued_before = issue(village, Q2, date(2026, 7, 1))
    with village.write() as tx:
        household(tx, "02002", "赵德才")
    assert len(issued_before.lines) == 4
    assert len(draft(village, Q3).lines) == 5
    with village.read() as scope:
        assert issued_quarter(scope, Q2) == issued_before


def test_a_quarter_cut_on_the_15th_counts_closes_and_verifies_to_that_day(village: Village) -> None:
    with village.write() as tx:
        change_policy(tx, VillagePolicy(cut_off_day=15))
    first = green(village)[0]
    for day in (date(2026, 3, 15), date(2026, 3, 16), date(2026, 4, 9)):
        booked(village, (first,), on=day)
    village.on(date(2026, 6, 20))
    booked(village, (first,), on=date(2026, 6, 15))
    booked(village, (first,), on=date(2026, 6, 16))
    told = issue(village, Q2, date(2026, 6, 20))
    line = household_line(told, "01001")
    assert (told.first_on, told.last_on) == (date(2026, 3, 16), date(2026, 6, 15))
    assert [str(each) for each in (line.opening, line.credits, line.closing, line.year_total)] == [
        "10", "30", "40", "40",
    ]  # fmt: skip
    with village.read() as scope:
        assert closed_spans(scope) == (DateSpan(date(2026, 3, 16), date(2026, 6, 15)),)
        assert verify_notices(scope) == 1
    with village.write() as tx:
        change_policy(tx, VillagePolicy())
    next_one = issue(village, Q3, date(2026, 10, 1))
    assert (next_one.first_on, next_one.last_on) == (date(2026, 6, 16), date(2026, 9, 30))
    with village.read() as scope:
        assert verify_notices(scope) == 2
