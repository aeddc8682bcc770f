"""Every kind of notice: what it counts, what it refuses, how versions follow each other."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.events import events_village, reported, taken
from builders.village import Village, booked, catalogue, household, new_village, settled_village
from builders.wall import issued, line_of, part_of, proofed, shown
from passbook_desk.features.catalogue.errors import UnknownVersion
from passbook_desk.features.catalogue.queries import versions
from passbook_desk.features.events.course.kinds import Outcome, StepKind
from passbook_desk.features.events.values import Measure
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.queries import closed_spans
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.notices.errors import (
    IssuedBefore,
    NothingToPublish,
    NoticeNotOver,
    NoticeTextTooLong,
    NotIssuedYet,
    UnknownNotice,
    WrongAbout,
    WrongLook,
)
from passbook_desk.features.notices.kinds import KINDS, OF_CYCLE, plain_about
from passbook_desk.features.notices.queries import issued as issued_notice
from passbook_desk.features.notices.queries import notices
from passbook_desk.features.notices.rules import sums
from passbook_desk.features.notices.values import (
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    NoticeLook,
    NoticeState,
    PartKind,
    Subject,
)
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import Cycle, WallDeductions
from passbook_desk.features.village.queries import policy
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan

MONTH, HALF, YEAR = NoticeKind.MONTH, NoticeKind.HALF_YEAR, NoticeKind.YEAR


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """The first household did something in February, twice in May, and in June."""
    village = settled_village(tmp_path)
    for day in (date(2026, 2, 10), date(2026, 5, 3), date(2026, 5, 20)):
        booked(village, (1,), on=day)
    village.on(date(2026, 7, 1))
    booked(village, (1,), on=date(2026, 6, 16))
    yield village
    village.store.close()


def figures(content: NoticeContent, code: str = "01001") -> list[str]:
    line = line_of(content, code)
    return [str(each) for each in (line.opening, line.credits, line.closing, line.year_total)]


def span_of(content: NoticeContent) -> DateSpan:
    return DateSpan(content.first_on, content.last_on)


def verified(village: Village) -> int:
    with village.read() as scope:
        return verify_notices(scope)


def test_a_month_a_half_year_and_a_year_count_their_own_days(village: Village) -> None:
    may = issued(village, MONTH, "2026-05")
    half = issued(village, HALF, "2026-01..2026-06")
    year = issued(village, YEAR, "2026", on=date(2027, 1, 4))
    assert figures(may) == ["10", "20", "30", "30"]
    assert figures(half) == ["0", "40", "40", "40"]
    assert figures(year) == ["0", "40", "40", "40"]
    assert [span_of(each) for each in (may, half, year)] == [
        DateSpan(date(2026, 5, 1), date(2026, 5, 31)),
        DateSpan(date(2026, 1, 1), date(2026, 6, 30)),
        DateSpan(date(2026, 1, 1), date(2026, 12, 31)),
    ]
    assert [may.number, half.number, year.number] == ["2026-01", "2026-02", "2027-01"]
    with village.read() as scope:
        titles = [row.title for row in reversed(notices(scope))]
    assert titles == ["2026年5月积分公示", "2026年1月至6月积分公示", "2026年积分公示"]
    assert verified(village) == 3


def test_a_month_that_ends_on_the_15th_counts_from_the_16th_before(village: Village) -> None:
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), cut_off_day=15))
    june = issued(village, MONTH, "2026-06")
    assert span_of(june) == DateSpan(date(2026, 5, 16), date(2026, 6, 15))
    assert figures(june) == ["20", "10", "30", "30"]
    with pytest.raises(NoticeNotOver) as refusal:
        issued(village, MONTH, "2026-07", on=date(2026, 7, 15))
    assert refusal.value.params["last_on"] == date(2026, 7, 15)
    july = issued(village, MONTH, "2026-07", on=date(2026, 7, 16))
    assert july.first_on == date(2026, 6, 16)
    assert figures(july) == ["30", "10", "40", "40"]
    assert verified(village) == 2


def test_months_inside_an_issued_quarter_are_exact_and_open_nothing(village: Village) -> None:
    quarter = issued(village)
    booked(village, (1,), on=date(2026, 5, 21))
    may = issued(village, MONTH, "2026-05")
    assert figures(may) == ["10", "20", "30", "30"]
    assert figures(quarter) == ["10", "30", "40", "40"]
    with village.read() as scope:
        assert closed_spans(scope) == (DateSpan(date(2026, 4, 1), date(2026, 6, 30)),)
    assert verified(village) == 2


def test_a_quarter_after_its_months_adds_up_what_they_said(village: Village) -> None:
    village.on(date(2026, 6, 2))
    may = issued(village, MONTH, "2026-05")
    booked(village, (1,), on=date(2026, 5, 21))
    june = issued(village, MONTH, "2026-06", on=date(2026, 7, 1))
    quarter = issued(village)
    assert line_of(june, "01001").opening == line_of(may, "01001").closing
    assert sums(quarter.lines).credits == sums(may.lines).credits + sums(june.lines).credits
    assert sums(quarter.lines).closing == sums(june.lines).closing


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        (MONTH, "2026Q2"),
        (NoticeKind.QUARTER, "2026-05"),
        (HALF, "2026-02..2026-07"),
        (HALF, "2026-01..2026-03"),
        (YEAR, "二〇二六"),
        (NoticeKind.CATALOGUE, "最新"),
        (NoticeKind.EVENTS, "2026"),
    ],
)
def test_what_a_notice_is_about_fits_its_kind(village: Village, kind: NoticeKind, about: str) -> None:
    with pytest.raises(WrongAbout) as refusal:
        issued(village, kind, about)
    assert refusal.value.params == {"field": "period", "text": about, "kind": kind.value}


def test_a_period_is_understood_however_it_is_written(village: Village) -> None:
    assert issued(village, NoticeKind.QUARTER, "2026年二季度").about == "2026Q2"
    with village.read() as scope:
        assert issued_notice(scope, NoticeKind.QUARTER, "2026q2") is not None


def test_one_sheet_has_one_name_however_it_was_typed() -> None:
    assert [plain_about(NoticeKind.CATALOGUE, text) for text in ("2", " 02 ")] == ["2", "2"]
    for text in ("2026-01", "2026-1", "〔2026〕第1号"):
        assert plain_about(NoticeKind.CORRECTIONS, text) == "2026-01"


def test_a_second_version_needs_a_reason_and_leaves_the_first_as_it_was(village: Village) -> None:
    first = issued(village)
    with pytest.raises(IssuedBefore) as refusal:
        issued(village)
    assert refusal.value.params["number"] == "2026-01"
    with village.write() as tx:
        household(tx, "02002", "赵德才")
    second = issued(village, again="漏了一户")
    assert (second.number, second.version, len(second.lines)) == ("2026-02", 2, len(first.lines) + 1)
    assert shown(village).content == first
    assert [shown(village, number).row.state for number in ("2026-01", "2026-02")] == [
        NoticeState.REPLACED,
        NoticeState.ISSUED,
    ]
    assert shown(village, "2026-02").row.reason == "漏了一户"
    assert verified(village) == 2
    assert issued(village, again="又错了").version == 3


def test_a_reason_without_a_first_version_is_refused(village: Village) -> None:
    with pytest.raises(NotIssuedYet):
        issued(village, again="重出")
    with pytest.raises(NoticeTextTooLong):
        issued(village, again="错" * 501)


def test_a_new_catalogue_is_told_item_by_item_against_the_one_before(village: Village) -> None:
    with village.write() as tx:
        catalogue(tx, limited=True)
    content = issued(village, NoticeKind.CATALOGUE, "2")
    (part,) = content.parts
    assert (content.lines, part.kind, part.first_line) == ((), PartKind.CATALOGUE, 1)
    row = next(row for row in part.rows if row[0] == "101")
    assert row == ("101", "参加环境整治", "修改限制", "每天1次", "每天1次（每天最多1次）")
    assert "2026年1月15日的会议通过" in part.note
    with village.read() as scope:
        assert notices(scope)[0].title == "第2版积分细则变更公示"
    with pytest.raises(UnknownVersion):
        issued(village, NoticeKind.CATALOGUE, "9")
    assert verified(village) == 1


def test_the_first_catalogue_is_all_new(village: Village) -> None:
    (part,) = proofed(village, NoticeKind.CATALOGUE, "1").parts
    with village.read() as scope:
        (first,) = versions(scope)
    assert {row[2] for row in part.rows} == {"新增"}
    assert [row[0] for row in part.rows] == [item.code for item in first.items]


def test_events_that_kept_to_the_standard_stand_on_the_wall(tmp_path: Path) -> None:
    village = events_village(tmp_path)
    with pytest.raises(NothingToPublish):
        issued(village, NoticeKind.EVENTS, "2026Q1")
    wedding = reported(village, on=date(2026, 6, 11))
    village.on(date(2026, 6, 11))
    taken(village, wedding, StepKind.APPROVED)
    taken(village, wedding, StepKind.CHECKED, outcome=Outcome.WITHIN, figures=((Measure.TABLES, 17),))
    content = issued(village, NoticeKind.EVENTS, "2026Q2", on=date(2026, 7, 1))
    sums_part, names = content.parts
    assert content.lines == ()
    assert (sums_part.first_line, names.first_line) == (1, len(sums_part.rows) + 1)
    assert any("王*国" in cell for row in names.rows for cell in row)
    with village.read() as scope:
        assert notices(scope)[0].title == "2026年二季度红白事公示"
        assert closed_spans(scope) == ()
    assert verified(village) == 1
    village.store.close()


def test_what_was_corrected_of_a_notice_can_hang_at_once(village: Village) -> None:
    issued(village)
    with pytest.raises(NothingToPublish):
        issued(village, NoticeKind.CORRECTIONS, "2026-01")
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), (2,), "记错"))
    content = issued(village, NoticeKind.CORRECTIONS, "2026-01")
    (part,) = content.parts
    assert part.rows == (("〔2026〕第1号", "1", "01001", "王*国", "-10", "冲销错记"),)
    with village.read() as scope:
        assert notices(scope)[0].title == "〔2026〕第1号更正公示"
    with pytest.raises(UnknownNotice):
        issued(village, NoticeKind.CORRECTIONS, "2026-08")


def test_a_village_without_books_has_nothing_to_publish(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with pytest.raises(NothingToPublish) as refusal:
        issued(village, on=date(2026, 7, 1))
    assert refusal.value.params == {"title": "2026年二季度积分公示"}
    village.store.close()


def test_deductions_stay_off_the_wall_where_the_village_says_so(village: Village) -> None:
    booked(village, (1,), item="108", on=date(2026, 6, 20), points="-5")
    usual = proofed(village)
    assert part_of(usual, PartKind.DEDUCTIONS) is None
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), wall_deductions=WallDeductions.WORDS))
    words = replace(usual.look, deductions=WallDeductions.WORDS)
    told = part_of(proofed(village, look=words), PartKind.DEDUCTIONS)
    assert told is not None
    assert told.rows == (("1", "01001", "王*国", "房前屋后乱堆", "5"),)
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), wall_deductions=WallDeductions.HIDDEN))
    hidden = proofed(village, look=words)
    assert part_of(hidden, PartKind.DEDUCTIONS) is None
    assert NoticeColumn.DEBITS not in hidden.look.columns
    assert NoticeColumn.NET in hidden.look.columns


def test_a_sheet_of_buildings_stands_alone_and_lists_no_book(village: Village) -> None:
    look = NoticeLook((Subject.BUILDING,), (NoticeColumn.CREDITS, NoticeColumn.CLOSING), WallNames.STARRED)
    content = issued(village, look=look)
    assert content.lines
    assert {line.account_number for line in content.lines} == {""}
    assert sums(content.lines).closing == sums(proofed(village, MONTH, "2026-06").lines).closing
    assert verified(village) == 1


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"subjects": ()}, "nobody"),
        ({"subjects": (Subject.BUILDING, Subject.HOUSEHOLD)}, "buildings"),
        ({"columns": ()}, "nothing"),
        ({"size": 12.0}, "size"),
    ],
)
def test_a_sheet_that_nobody_could_read_is_refused(
    village: Village, changed: dict[str, object], why: str
) -> None:
    usual = proofed(village).look
    with pytest.raises(WrongLook) as refusal:
        proofed(village, look=replace(usual, **changed))  # type: ignore[arg-type]
    assert refusal.value.params["why"] == why


def test_every_rhythm_of_the_village_has_its_kind_of_notice() -> None:
    assert {KINDS[kind].of_points for kind in OF_CYCLE.values()} == {True}
    assert set(OF_CYCLE) <= set(Cycle)
    assert set(KINDS) == set(NoticeKind)
