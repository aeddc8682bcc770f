"""A village counts its week, month, quarter and year; nobody has to be ranked."""

from datetime import date
from pathlib import Path

import pytest

from builders.lives import act
from builders.village import Village, grid, household, new_village
from passbook_desk.db.store import Scope
from passbook_desk.features.households.places import (
    BUILDING,
    AddPlace,
    PutHousehold,
    add_place,
    put_household,
)
from passbook_desk.features.ledger.counting.queries import count_sheet, participation
from passbook_desk.features.ledger.counting.values import By, CountRow, CountSheet, Outside
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour, LineKind, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.notices.queries import quarter_draft
from passbook_desk.features.notices.rules import by_grid, sums
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import Points

MAY = Period.parse("2026-05")


def p(text: str) -> Points:
    return Points.parse(text)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """Five households: three in grid 01, one a party member's, two in grid 02; today is 2026-06-01."""
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英", member_of_party=True)
        household(tx, "01003", "赵强")
        household(tx, "02001", "欧阳明")
        household(tx, "02002", "钱玉兰")
    return village


def account(scope: Scope, code: str, colour: Colour = Colour.GREEN) -> int:
    return next(row.id for row in accounts(scope) if row.household_code == code and row.colour is colour)


def gave(
    village: Village,
    code: str,
    points: str,
    on: date,
    kind: LineKind | None = None,
    colour: Colour = Colour.GREEN,
) -> None:
    """A line of this household's book."""
    worth = p(points)
    effect = kind or (LineKind.CREDIT if worth > p("0") else LineKind.DEBIT)
    with village.write() as tx:
        line = DraftLine(account(tx, code, colour), effect, effect, worth, on)
        write_voucher(tx, new_uid(), VoucherKind.RECORD, [line])


def counted(village: Village, period: Period, by: By, *, ranked: bool = False) -> CountSheet:
    with village.read() as scope:
        return count_sheet(scope, period, by, ranked=ranked)


def row_of(sheet: CountSheet, code: str) -> CountRow:
    return next(row for row in sheet.rows if row.code == code)


def test_a_month_counts_by_household_in_the_order_of_the_codes(village: Village) -> None:
    gave(village, "01001", "10", date(2026, 5, 2))
    gave(village, "01001", "-3", date(2026, 5, 31))
    gave(village, "01001", "7", date(2026, 4, 30))
    gave(village, "02002", "5", date(2026, 6, 1))
    gave(village, "02001", "50", date(2026, 5, 3), LineKind.BASE)
    sheet = counted(village, MAY, By.HOUSEHOLD)
    assert [row.code for row in sheet.rows] == ["01001", "01002", "01003", "02001", "02002"]
    first = row_of(sheet, "01001")
    assert (first.credits, first.debits, first.score, first.before) == (p("10"), p("-3"), p("7"), p("7"))
    assert (first.closing, first.rank, first.shown_name) == (p("14"), None, "王*国")
    assert (row_of(sheet, "02001").score, row_of(sheet, "02001").closing) == (p("0"), p("50"))
    assert (sheet.households, sheet.recorded, sheet.running) == (5, 1, False)
    assert (sheet.total.score, sheet.total.closing) == (p("7"), p("64"))


def test_a_week_runs_from_monday_to_sunday(village: Village) -> None:
    for day in (date(2026, 5, 17), date(2026, 5, 18), date(2026, 5, 24), date(2026, 5, 25)):
        gave(village, "01001", "1", day)
    sheet = counted(village, Period.parse("2026-05-20"), By.HOUSEHOLD)
    assert (sheet.span.first, sheet.span.last) == (date(2026, 5, 18), date(2026, 5, 24))
    assert (row_of(sheet, "01001").score, row_of(sheet, "01001").before) == (p("2"), p("1"))


def test_equal_scores_share_a_rank_and_stand_by_their_code(village: Village) -> None:
    for code, points in (("02001", "8"), ("01003", "8"), ("01001", "20"), ("02002", "-2")):
        gave(village, code, points, date(2026, 5, 9))
    sheet = counted(village, MAY, By.HOUSEHOLD, ranked=True)
    assert [(row.rank, row.code) for row in sheet.rows] == [
        (1, "01001"),
        (2, "01003"),
        (2, "02001"),
        (4, "01002"),
        (5, "02002"),
    ]


def test_a_grid_is_the_sum_of_its_green_and_red_books_as_on_the_notice(village: Village) -> None:
    gave(village, "01001", "10.5", date(2026, 4, 9))
    gave(village, "01002", "4", date(2026, 5, 9))
    gave(village, "01002", "6", date(2026, 6, 1), colour=Colour.RED)
    gave(village, "02001", "-2", date(2026, 6, 1))
    gave(village, "02001", "30", date(2026, 2, 1), LineKind.OPENING)
    sheet = counted(village, Period.parse("2026Q2"), By.GRID, ranked=True)
    assert [(row.code, row.score, row.rank, row.households, row.recorded) for row in sheet.rows] == [
        ("01", p("20.5"), 1, 3, 2),
        ("02", p("-2"), 2, 2, 1),
    ]
    with village.read() as scope:
        notice = quarter_draft(scope, Quarter(2026, 2))
    for (name, lines), row in zip(by_grid(notice.lines), sheet.rows, strict=True):
        total = sums(lines)
        assert (name, total.credits, total.debits, total.redeemed, total.closing) == (
            row.name, row.credits, row.debits, row.redeemed, row.closing,
        )  # fmt: skip


def test_a_grid_without_a_deed_is_named_and_a_members_deed_counts_for_the_household(village: Village) -> None:
    gave(village, "01002", "6", date(2026, 5, 1), colour=Colour.RED)
    sheet = counted(village, MAY, By.GRID)
    assert (sheet.recorded, sheet.households, sheet.silent) == (1, 5, ("第二网格",))
    with village.read() as scope:
        told = participation(scope, MAY)
    assert (told.households, told.recorded, told.percent) == (5, 1, 20)


def test_the_average_is_exact_and_rounded_once(village: Village) -> None:
    gave(village, "01001", "10", date(2026, 5, 1))
    sheet = counted(village, MAY, By.GRID)
    assert row_of(sheet, "01").average == p("3.33")
    assert CountRow(1, "", "", households=3, score=p("-0.05")).average == p("-0.02")
    assert CountRow(1, "", "", score=p("1")).average is None


def test_a_buildings_sum_stays_when_somebody_moves_later(village: Village) -> None:
    with village.write() as tx:
        one = add_place(tx, AddPlace(BUILDING, "一号楼", grid(tx, "01").id))
        two = add_place(tx, AddPlace(BUILDING, "二号楼", grid(tx, "02").id))
        homes = {row.household_code: row.household_id for row in accounts(tx)}
        put_household(tx, PutHousehold(act(date(2026, 4, 1)), homes["01001"], one))
        put_household(tx, PutHousehold(act(date(2026, 4, 1)), homes["01002"], one))
    gave(village, "01001", "10", date(2026, 5, 5))
    gave(village, "01002", "3", date(2026, 5, 5), colour=Colour.RED)
    before = counted(village, MAY, By.BUILDING)
    assert [(row.name, row.score) for row in before.rows][:2] == [("一号楼", p("13")), ("二号楼", p("0"))]
    with village.write() as tx:
        put_household(tx, PutHousehold(act(date(2026, 5, 20)), homes["01001"], two))
    gave(village, "01001", "4", date(2026, 5, 20))
    after = counted(village, MAY, By.BUILDING)
    assert {row.name: (row.score, row.households) for row in after.rows if row.outside is None} == {
        "一号楼": (p("13"), 1),
        "二号楼": (p("4"), 1),
    }
    assert [row.outside for row in after.rows[2:]] == [Outside.NO_PLACE]
    grids = counted(village, MAY, By.GRID)
    assert {row.code: row.score for row in grids.rows} == {"01": p("13"), "02": p("4")}
    assert after.total.score == grids.total.score == p("17")


def test_a_cut_off_day_moves_the_days_of_a_month(village: Village) -> None:
    with village.write() as tx:
        change_policy(tx, VillagePolicy(cut_off_day=15))
    for day, points in ((date(2026, 4, 15), "1"), (date(2026, 4, 16), "2"), (date(2026, 5, 15), "4")):
        gave(village, "01001", points, day)
    gave(village, "01001", "8", date(2026, 5, 16))
    sheet = counted(village, MAY, By.HOUSEHOLD)
    assert (row_of(sheet, "01001").score, row_of(sheet, "01001").before) == (p("6"), p("1"))
    assert row_of(sheet, "01001").closing == p("7")


def test_members_are_counted_by_their_red_books(village: Village) -> None:
    gave(village, "01002", "6", date(2026, 5, 1), colour=Colour.RED)
    gave(village, "01002", "1", date(2026, 5, 1))
    sheet = counted(village, MAY, By.MEMBER, ranked=True)
    assert [(row.name, row.code, row.score, row.rank) for row in sheet.rows] == [
        ("李秀英", "01002", p("6"), 1)
    ]
