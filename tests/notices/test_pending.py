"""公示中: where points count only once their notice has hung, they stand in a column of their own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from builders.claims import claim, claimed, figures
from builders.lives import act
from builders.village import Village, booked, settled_village
from builders.wall import closed, corrected, hung, issued, line_of, objected, part_of, proofed, shown
from passbook_desk.db.types import PointsColumn
from passbook_desk.features.household_changes.commands import deregister_household
from passbook_desk.features.household_changes.values import DeregisterHousehold, PointsRule, PointsWay
from passbook_desk.features.ledger.claims.values import Stage
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.notices.errors import ObjectionsOpen
from passbook_desk.features.notices.objections.errors import OtherBook
from passbook_desk.features.notices.objections.queries import objection_card
from passbook_desk.features.notices.rules import sums
from passbook_desk.features.notices.values import NoticeColumn, NoticeContent, NoticeKind, PartKind
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.points import Points

JULY_1 = date(2026, 7, 1)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """Ten points each in February; since June they count when their notice closes."""
    village = settled_village(tmp_path)
    booked(village, (1, 2), on=date(2026, 2, 10))
    change(village, count_when_posted=True)
    yield village
    village.store.close()


def change(village: Village, **changed: object) -> None:
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), **changed))  # type: ignore[arg-type]


def ledger_total(village: Village) -> Points:
    with village.read() as scope:
        found = scope.session.scalar(select(func.sum(LedgerLine.points, type_=PointsColumn())))
    assert found is not None
    return found


def pending(content: NoticeContent) -> dict[str, str]:
    return {line.household_code: str(line.pending) for line in content.lines if line.colour == "green"}


def stages(village: Village, ids: tuple[int, ...]) -> list[Stage]:
    return [claim(village, each).stage for each in ids]


def whole(village: Village) -> int:
    """Check ledger and notices; how many notices there are."""
    with village.read() as scope:
        verify_ledger(scope)
        return verify_notices(scope)


def test_what_hangs_has_a_column_and_a_total_of_its_own(village: Village) -> None:
    ids = claimed(village, (1, 4)) + claimed(village, (1,), "108", points="-5")
    assert set(stages(village, ids)) == {Stage.NOTICE}
    content = issued(village, on=JULY_1)
    assert {NoticeColumn.PENDING, NoticeColumn.TOTAL} <= set(content.look.columns)
    assert pending(content) == {"01001": "5", "01002": "0", "02001": "10"}
    line = line_of(content, "01001")
    assert (str(line.credits), str(line.closing), str(line.total)) == ("0", "10", "15")
    total = sums(content.lines)
    assert total.closing == ledger_total(village) == Points.parse("20")
    assert total.closing + total.pending == total.total == Points.parse("35")
    assert len(content.claims) == 3
    assert whole(village) == 1


def test_what_hangs_is_told_deed_by_deed_and_deductions_as_the_village_decided(village: Village) -> None:
    claimed(village, (1,))
    claimed(village, (1,), "108", points="-5")
    village.on(JULY_1)
    told = part_of(proofed(village), PartKind.PENDING)
    assert told is not None
    assert told.first_line == len(proofed(village).lines) + 1
    assert [row[1:] for row in told.rows] == [
        ("01001", "王*国", "参加环境整治", "10"),
        ("01001", "王*国", "扣分项", "-5"),
    ]
    change(village, wall_deductions=WallDeductions.WORDS)
    look = replace(proofed(village).look, deductions=WallDeductions.WORDS)
    openly = part_of(proofed(village, look=look), PartKind.PENDING)
    assert openly is not None
    assert openly.rows[1][3] == "房前屋后乱堆"


def test_when_the_notice_closes_they_become_lines_that_count_in_the_next_period(village: Village) -> None:
    ids = claimed(village, (1, 4))
    issued(village, on=JULY_1)
    hung(village)
    assert figures(village, 4).balance == Points.parse("0")
    done = closed(village)
    assert (done.posted, done.rejected) == (ids, ())
    assert stages(village, ids) == [Stage.POSTED, Stage.POSTED]
    assert figures(village, 4).balance == Points.parse("10")
    autumn = issued(village, NoticeKind.QUARTER, "2026Q3", on=date(2026, 10, 1))
    line = line_of(autumn, "02001")
    assert [str(each) for each in (line.opening, line.credits, line.closing, line.pending)] == [
        "0", "10", "10", "0",
    ]  # fmt: skip
    before = sums(shown(village).content.lines)
    assert sums(autumn.lines).opening + sums(autumn.lines).credits == before.total
    assert whole(village) == 2


def test_a_deed_of_after_the_period_waits_for_the_next_notice(village: Village) -> None:
    village.on(JULY_1)
    early, late = claimed(village, (1,)), claimed(village, (4,), on=JULY_1)
    assert pending(issued(village)) == {"01001": "10", "01002": "0", "02001": "0"}
    hung(village)
    assert closed(village).posted == early
    assert stages(village, late) == [Stage.NOTICE]


def test_a_deed_hangs_with_one_notice_at_a_time(village: Village) -> None:
    village.on(JULY_1)
    claimed(village, (1,), on=date(2026, 6, 20))
    month = issued(village, NoticeKind.MONTH, "2026-06")
    quarter = issued(village)
    assert (pending(month)["01001"], pending(quarter)["01001"]) == ("10", "0")


def test_a_second_version_hangs_what_the_first_one_hung(village: Village) -> None:
    ids = claimed(village, (1, 4))
    first = issued(village, on=JULY_1)
    hung(village)
    second = issued(village, again="户主写错了")
    assert pending(second) == pending(first)
    assert second.claims == first.claims
    hung(village, "2026-02")
    assert closed(village, "2026-02").posted == ids
    assert whole(village) == 2


def test_an_objection_to_the_first_version_keeps_the_second_one_open(village: Village) -> None:
    refused, fine = claimed(village, (1,)), claimed(village, (4,))
    issued(village, on=JULY_1)
    hung(village)
    objection = objected(village, 1, words="那天他不在村里")
    issued(village, again="户主写错了")
    hung(village, "2026-02")
    with pytest.raises(ObjectionsOpen) as refusal:
        closed(village, "2026-02")
    assert refusal.value.params == {"number": "〔2026〕第1号", "objections": 1}
    corrected(village, objection, reject=refused, paper="异议答复1")
    assert closed(village, "2026-02").posted == fine
    assert stages(village, refused) == [Stage.REJECTED]


def test_what_somebody_objected_to_does_not_become_a_line(village: Village) -> None:
    refused, fine = claimed(village, (1,)), claimed(village, (4,))
    issued(village, on=JULY_1)
    hung(village)
    corrected(village, objected(village, 1, words="那天他不在村里"), reject=refused, paper="异议答复1")
    done = closed(village)
    assert (done.posted, done.rejected) == (fine, ())
    assert stages(village, refused) == [Stage.REJECTED]
    assert claim(village, refused[0]).reason == "异议〔2026〕第1号"
    part = part_of(issued(village, NoticeKind.QUARTER, "2026Q3", on=date(2026, 10, 1)), PartKind.CORRECTIONS)
    assert part is not None
    assert part.rows == (
        ("〔2026〕第1号", "1", "01001", "王*国", "0", "异议〔2026〕第1号成立，公示中的 10 分不计入"),
    )


def test_what_can_no_longer_be_entered_is_rejected_in_words(village: Village) -> None:
    gone, debt, fine = (
        claimed(village, (4,)),
        claimed(village, (1,), "108", points="-25"),
        claimed(village, (2,)),
    )
    issued(village, on=JULY_1)
    hung(village)
    change(village, debtless_households=True)
    with village.write() as tx:
        rule = PointsRule(PointsWay.STAY)
        deregister_household(tx, DeregisterHousehold(act(date(2026, 7, 2)), 3, rule))
    done = closed(village)
    assert (done.posted, set(done.rejected)) == (fine, {*gone, *debt})
    assert claim(village, gone[0]).reason == "入账时不能记：存折已销户"
    assert claim(village, debt[0]).reason == "入账时不能记：扣后会成负数"
    assert whole(village) == 1


def test_a_village_that_counts_at_once_again_shows_no_such_column(village: Village) -> None:
    claimed(village, (1,))
    change(village, count_when_posted=False)
    village.on(JULY_1)
    content = proofed(village)
    assert NoticeColumn.PENDING not in content.look.columns
    assert pending(content)["01001"] == "0"
    assert part_of(content, PartKind.PENDING) is None


def test_pointing_at_a_hanging_deed_leads_to_the_book_and_is_told_on_the_next_notice(
    village: Village,
) -> None:
    refused, fine = claimed(village, (4,)), claimed(village, (1,))
    issued(village, on=JULY_1)
    hung(village)
    objection = objected(village, 6, words="那天他不在村里")
    with village.read() as scope:
        card = objection_card(scope, objection)
    assert (card.row.line_words, card.account_id, card.claim_ids) == (
        "4 02001 欧*明 参加环境整治 10",
        4,
        refused,
    )
    with pytest.raises(OtherBook):
        corrected(village, objection, reject=fine, paper="答复1")
    corrected(village, objection, reject=refused, paper="答复1")
    whole_sheet = objected(village, None, words="都没有去")
    corrected(village, whole_sheet, reject=fine, paper="答复2")
    part = part_of(issued(village, NoticeKind.QUARTER, "2026Q3", on=date(2026, 10, 1)), PartKind.CORRECTIONS)
    assert part is not None
    assert [(row[1], row[5]) for row in part.rows] == [
        ("1", "异议〔2026〕第2号成立，公示中的 10 分不计入"),
        ("4", "异议〔2026〕第1号成立，公示中的 10 分不计入"),
    ]
