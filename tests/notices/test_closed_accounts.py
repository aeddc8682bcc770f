"""Households that ended in the period keep their line, so that the sheet adds up to the ledger."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from builders.lives import act
from builders.village import Village, booked, settled_village
from builders.wall import issued, line_of, proofed
from passbook_desk.db.types import PointsColumn
from passbook_desk.features.household_changes.commands import deregister_household, merge_households
from passbook_desk.features.household_changes.values import (
    DeregisterHousehold,
    MergeHouseholds,
    PointsRule,
    PointsWay,
)
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.notices.rules import CLOSED_GROUP, by_grid, sums
from passbook_desk.features.notices.values import NoticeContent, NoticeKind
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.kernel.points import Points

MAY = date(2026, 5, 28)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """Everybody did something in February and in May."""
    village = settled_village(tmp_path)
    for day in (date(2026, 2, 10), date(2026, 5, 20)):
        booked(village, (1, 2, 4), on=day)
    yield village
    village.store.close()


def ledger_total(village: Village, content: NoticeContent) -> Points:
    with village.read() as scope:
        found = scope.session.scalar(
            select(func.sum(LedgerLine.points, type_=PointsColumn())).where(
                LedgerLine.counted_on <= content.last_on, LedgerLine.seq <= content.cut_off_seq
            )
        )
    assert found is not None
    return found


def merged(village: Village, way: PointsWay = PointsWay.MOVE) -> None:
    """欧阳明's household goes into 王建国's."""
    with village.write() as tx:
        merge_households(tx, MergeHouseholds(act(MAY), 3, 1, PointsRule(way)))


def last_group(content: NoticeContent) -> tuple[str, list[str]]:
    name, lines = by_grid(content.lines)[-1]
    return name, [line.household_code for line in lines]


def test_a_household_that_merged_stands_under_its_own_word_and_the_sum_is_the_ledgers(
    village: Village,
) -> None:
    merged(village)
    content = issued(village, on=date(2026, 7, 1))
    assert last_group(content) == (CLOSED_GROUP, ["02001"])
    assert str(line_of(content, "02001").closing) == "0"
    assert str(line_of(content, "01001").closing) == "40"
    assert sums(content.lines).closing == ledger_total(village, content) == Points.parse("60")
    with village.read() as scope:
        assert verify_notices(scope) == 1


def test_frozen_points_of_a_closed_book_are_not_lost_from_the_sum(village: Village) -> None:
    merged(village, PointsWay.FREEZE)
    content = issued(village, on=date(2026, 7, 1))
    gone = line_of(content, "02001")
    assert (gone.grid_name, str(gone.credits), str(gone.closing)) == (CLOSED_GROUP, "10", "20")
    assert sums(content.lines).closing == ledger_total(village, content)


def test_a_household_that_was_deregistered_gives_its_points_and_stays_on_the_sheet(
    village: Village,
) -> None:
    with village.write() as tx:
        rule = PointsRule(PointsWay.MOVE)
        deregister_household(tx, DeregisterHousehold(act(MAY), 3, rule, to_id=2))
    content = issued(village, on=date(2026, 7, 1))
    assert last_group(content)[1] == ["02001"]
    assert sums(content.lines).closing == ledger_total(village, content)
    assert sum((sums(lines).closing for _, lines in by_grid(content.lines)), Points(0)) == Points.parse("60")


def test_one_that_ended_with_nothing_long_before_has_no_line(village: Village) -> None:
    merged(village)
    quarter = issued(village, on=date(2026, 7, 1))
    autumn = proofed(village, NoticeKind.QUARTER, "2026Q4")
    assert "02001" in {line.household_code for line in quarter.lines}
    assert "02001" not in {line.household_code for line in autumn.lines}


def test_the_lines_of_those_who_stay_keep_their_order(village: Village) -> None:
    before = [line.household_code for line in proofed(village).lines]
    merged(village)
    after = [line.household_code for line in proofed(village).lines]
    assert before == ["01001", "01002", "01002", "02001"]
    assert after == before
    assert [line.number for line in proofed(village).lines] == [1, 2, 3, 4]
