"""The quarter's report of red and white events: what counts where, and that every figure adds up."""

import dataclasses
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.cli import SAMPLES
from builders.rites import NAMES, checked, eight_households, fill_spring, reported, step
from builders.village import Village, person
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.course.kinds import DayPlace, Outcome, StepKind
from passbook_desk.features.events.reporting import words
from passbook_desk.features.events.reporting.errors import ReportEndsBeforeItBegins
from passbook_desk.features.events.reporting.queries import event_report
from passbook_desk.features.events.reporting.rules import year_before, year_to_date
from passbook_desk.features.events.reporting.values import EventReport, Handling, ReportFigures, ReportLine
from passbook_desk.features.events.values import EventKind
from passbook_desk.features.households.model import Headship
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan, Quarter

SPRING = Quarter(2026, 2).span


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return eight_households(tmp_path)


@pytest.fixture
def spring(village: Village) -> Village:
    fill_spring(village)
    return village


def report(village: Village, span: DateSpan, today: date = date(2026, 7, 3)) -> EventReport:
    village.on(today)
    with village.read() as scope:
        return event_report(scope, span.first, span.last)


def sums(lines: Iterable[ReportLine]) -> dict[str, int]:
    """Counted anew, one line after the other."""
    found = dict.fromkeys((field.name for field in dataclasses.fields(ReportFigures)), 0)
    for line in lines:
        found["reported"] += 1
        found["members"] += 1 if line.member else 0
        found["held"] += 1 if line.held else 0
        for name, number in (
            ("declared_tables", line.declared_tables),
            ("approved_tables", line.approved_tables),
            ("actual_tables", line.actual_tables),
            ("saving", line.saving),
        ):
            found[name] += 0 if number is None else number
        for name, number in (
            ("undeclared", line.declared_tables), ("unapproved", line.approved_tables),
            ("uncounted", line.actual_tables), ("unsaved", line.saving),
        ):  # fmt: skip
            found[name] += 1 if number is None else 0
        if line.outcome is not None:
            found["checked"] += 1
        if line.outcome in (Outcome.OVER, Outcome.PERSUADED):
            found[line.outcome.value] += 1
        if line.handling is not None:
            found[line.handling.value] += 1
        found["late"] += 1 if line.late else 0
        found["persuasions"] += line.persuasions
    return found


def without_received(figures: ReportFigures) -> dict[str, int]:
    return {**dataclasses.asdict(figures), "received": 0}


def test_the_figures_are_those_of_the_townships_own_form(village: Village) -> None:
    """The three events of the form's filling example, and what the form's formulas make of them."""
    form = json.loads((SAMPLES / "镇上报模板_红白事季报.expected.json").read_text("utf-8"))
    cells = form["expected_results"]
    for kind_word, head, member, on, declared, found, price, result in form["fill_example_rows_B_to_I"]:
        red, day = kind_word == "红事", date.fromisoformat(on)
        event = reported(
            village,
            NAMES.index(head) + 1,
            day,
            kind=EventKind.WEDDING if red else EventKind.FUNERAL,
            tables=declared,
            price=price,
            case=HostingCase.MEMBER if member == "是" else HostingCase.ORDINARY,
        )
        checked(village, event, day, found, Outcome.OVER if result == "超标" else Outcome.WITHIN)
    told = report(village, SPRING)
    for column, figures in zip("CDE", (*told.groups[:2], told.total), strict=True):
        names = ("reported", "members", "declared_tables", "actual_tables", "over")
        for row, name in enumerate(names, start=5):
            cell = cells.get(f"季报汇总!{column}{row}")
            assert cell is None or cell == getattr(figures, name), f"{column}{row}"
    assert (told.total.declared_tables, told.total.actual_tables) == (cells["明细!F25"], cells["明细!G25"])


def test_the_quarter_counts_what_the_village_knows_of_it(spring: Village) -> None:
    told = report(spring, SPRING)
    red, white, other = told.groups
    assert [line.head_name for line in told.lines] == [
        "王建国", "欧阳明", "李志强", "郭卫东", "赵铁柱", "周福来", "孙喜庆"
    ]  # fmt: skip
    assert (red.reported, white.reported, other.reported) == (5, 1, 1)
    assert (red.members, red.held, red.checked) == (1, 5, 4)
    assert (red.declared_tables, red.approved_tables, red.actual_tables) == (78, 28, 78)
    assert (red.undeclared, red.uncounted) == (1, 1)
    assert (red.over, red.settled, red.waiting, red.recorded, red.persuaded) == (2, 1, 1, 0, 1)
    assert (red.late, red.persuasions) == (1, 3)
    assert red.saving == (10 - 9) * 300 + (22 - 19) * 300  # more tables than planned save nothing
    assert (white.declared_tables, white.actual_tables, white.saving) == (18, 16, 400)
    assert (other.declared_tables, other.actual_tables, other.uncounted) == (3, 0, 1)
    assert (red.received, white.received, other.received) == (6, 2, 1)


def test_totals_are_the_sums_of_the_lines_and_of_the_groups(spring: Village) -> None:
    for span in (SPRING, Quarter(2026, 3).span, DateSpan(date(2025, 1, 1), date(2026, 12, 31))):
        told = report(spring, span)
        assert sums(told.lines) == without_received(told.total)
        for field in dataclasses.fields(ReportFigures):
            of_groups = [getattr(group, field.name) for group in told.groups]
            assert sum(of_groups) == getattr(told.total, field.name), field.name
        assert told.total.over == told.total.settled + told.total.waiting + told.total.recorded


def test_the_year_to_date_is_the_sum_of_its_quarters(spring: Village) -> None:
    first, second = report(spring, Quarter(2026, 1).span), report(spring, SPRING)
    for field in dataclasses.fields(ReportFigures):
        added = getattr(first.total, field.name) + getattr(second.total, field.name)
        assert getattr(second.year, field.name) == added, field.name
    assert second.year.reported == 8


def test_the_year_before_is_told_where_the_village_had_records(spring: Village) -> None:
    told = report(spring, SPRING)
    assert told.before == report(spring, Quarter(2025, 2).span).total
    assert told.before is not None
    assert (told.before.reported, told.before.declared_tables, told.before.saving) == (2, 27, 900)
    assert report(spring, Quarter(2025, 2).span).before is None


@pytest.mark.parametrize(
    ("held", "quarter"),
    [
        (date(2026, 3, 31), Quarter(2026, 1)),
        (date(2026, 4, 1), Quarter(2026, 2)),
        (date(2026, 6, 30), Quarter(2026, 2)),
        (date(2025, 12, 31), Quarter(2025, 4)),
        (date(2026, 1, 1), Quarter(2026, 1)),
    ],
)
def test_an_event_counts_in_the_quarter_of_its_day_and_in_no_other(
    village: Village, held: date, quarter: Quarter
) -> None:
    reported(village, 1, held, on=date(2025, 11, 1))
    for each in (quarter.previous(), quarter, quarter.next()):
        told = report(village, each.span)
        assert told.total.reported == (1 if each == quarter else 0), each
        assert told.total.received == (1 if each == Quarter(2025, 4) else 0), each
    year = report(village, Quarter(held.year, 4).span).year
    assert (year.reported, report(village, Quarter(held.year + 1, 4).span).year.reported) == (1, 0)


def test_a_funeral_over_the_end_of_a_quarter_counts_where_it_ends(spring: Village) -> None:
    assert [line.kind for line in report(spring, SPRING).lines if line.household_code == "01007"] == [
        EventKind.HOUSE
    ]
    (line,) = report(spring, Quarter(2026, 3).span).lines
    assert (line.head_name, line.first_on, line.last_on) == ("欧阳明", date(2026, 6, 29), date(2026, 7, 1))
    assert words.remark(line) == "6月29日起"


def test_a_wedding_put_off_leaves_its_quarter(village: Village) -> None:
    event = reported(village, 1, date(2026, 6, 30), on=date(2026, 6, 1))
    later = (DayPlace(date(2026, 7, 5), "村文化广场"),)
    step(village, event, StepKind.CHANGED, date(2026, 6, 20), days=later, words="下雨改期")
    assert report(village, SPRING).lines == ()
    assert report(village, SPRING).total.received == 1
    assert report(village, Quarter(2026, 3).span).total.reported == 1


def test_split_feasts_are_one_event_with_all_their_tables(village: Village) -> None:
    whole = reported(village, 1, date(2026, 5, 1), tables=12)
    part = reported(village, 1, date(2026, 5, 3), on=date(2026, 4, 21), tables=9)
    step(village, part, StepKind.VISITED, date(2026, 4, 22))
    step(village, part, StepKind.JOINED, date(2026, 4, 23), other_event_id=whole)
    (line,) = report(village, SPRING).lines
    assert (line.declared_tables, line.persuasions, line.parts, line.last_on) == (21, 1, 1, date(2026, 5, 3))
    assert report(village, SPRING).total.received == 2


def test_what_is_not_held_yet_or_was_refused_says_so(village: Village) -> None:
    reported(village, 1, date(2026, 6, 25))
    refused = reported(village, 2, date(2026, 6, 10))
    step(village, refused, StepKind.REFUSED, date(2026, 6, 5))
    told = report(village, SPRING, today=date(2026, 6, 24))
    assert told.running
    assert [words.result_words(line) for line in told.lines] == ["未同意", "未办"]
    assert (told.total.reported, told.total.held) == (2, 0)
    assert [words.result_words(line) for line in report(village, SPRING).lines] == ["未同意", "未核查"]


def test_over_the_standard_is_told_with_what_was_done_but_never_with_gifts(spring: Village) -> None:
    lines = {line.head_name: line for line in report(spring, SPRING).lines}
    assert lines["李志强"].handling is Handling.SETTLED
    assert lines["郭卫东"].handling is Handling.WAITING
    said = words.remark(lines["李志强"])
    assert said == ("桌数24桌（限20）、随礼（村民）超标；回访已整改；多开了四桌，提请按细则扣分；退了预付款")
    assert words.remark(lines["赵铁柱"]).endswith("迟报")
    assert words.result_words(lines["赵铁柱"]) == "劝导后改正"


def test_the_head_of_the_household_is_that_of_the_day_of_report(spring: Village) -> None:
    with spring.write() as tx:
        old = tx.session.scalars(select(Headship).where(Headship.household_id == 6)).one()
        old.to_on = date(2026, 6, 20)
        heir = person(tx, "周小来").id
        since = date(2026, 6, 21)
        tx.session.add(Headship(uid=new_uid(), household_id=6, person_id=heir, from_on=since, to_on=None))
    assert "周福来" in [line.head_name for line in report(spring, SPRING).lines]


@pytest.mark.parametrize(
    ("span", "year", "before"),
    [
        ("2026-01-01..2026-03-31", "2026-01-01..2026-03-31", "2025-01-01..2025-03-31"),
        ("2025-02-01..2025-02-28", "2025-01-01..2025-02-28", "2024-02-01..2024-02-29"),
        ("2024-02-29..2024-02-29", "2024-01-01..2024-02-29", "2023-02-28..2023-02-28"),
        ("2025-12-16..2026-01-15", "2026-01-01..2026-01-15", "2024-12-16..2025-01-15"),
    ],
)
def test_the_days_of_the_year_and_of_the_year_before(span: str, year: str, before: str) -> None:
    def told(days: DateSpan) -> str:
        return f"{days.first}..{days.last}"

    first, last = (date.fromisoformat(day) for day in span.split(".."))
    days = DateSpan(first, last)
    assert (told(year_to_date(days)), told(year_before(days))) == (year, before)


def test_a_report_that_ends_before_it_begins_is_refused(village: Village) -> None:
    with village.read() as scope, pytest.raises(ReportEndsBeforeItBegins):
        event_report(scope, date(2026, 4, 2), date(2026, 4, 1))
