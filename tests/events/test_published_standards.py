"""The standards that places have published, read from a sheet like the village's own, and held against."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from events.published import CASES, REPORTS, SHEETS, Case, Report
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.events.cases import HostingCase, Trait, case_from
from passbook_desk.features.events.comparing import LineChange, compare_standards
from passbook_desk.features.events.rules import check_limits, deadline, judge, limits_for
from passbook_desk.features.events.sheets import standard_from_workbook
from passbook_desk.features.events.standard_sheet import standard_workbook
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import OTHER_KINDS, EventKind, LimitDraft, Measure
from passbook_desk.features.intake.reading import (
    CellKind,
    CellValue,
    RowCells,
    SheetRows,
    WorkbookRows,
    read_workbook,
)
from passbook_desk.kernel.jobs import NullProgress


def standard(source: str) -> tuple[LimitDraft, ...]:
    rows = [
        RowCells(number, tuple(CellValue(CellKind.TEXT if text else CellKind.EMPTY, text) for text in row))
        for number, row in enumerate((("项目", "红事", "白事"), *SHEETS[source]), start=1)
    ]
    return standard_from_workbook(
        WorkbookRows("0" * 64, "标准.xlsx", (SheetRows("标准", tuple(rows)),))
    ).limits


def test_there_are_cases_of_every_published_variant() -> None:
    assert len(CASES) >= 60
    traits = {trait for case in CASES for trait in case.case.traits}
    assert traits == set(Trait)
    assert {case.case.children for case in CASES} >= {1, 2, 3, 4}
    assert {Measure.PER_TABLE, Measure.PER_TABLE_FOOD} <= {case.measure for case in CASES}


def said(limits: tuple[LimitDraft, ...]) -> set[object]:
    """What a standard limits, without the words beside it."""
    counted = {(line.kind, line.case, line.measure, line.title, line.amount) for line in limits}
    return {line for line in counted if line[0] not in OTHER_KINDS or line[2] is Measure.TABLES}


@pytest.mark.parametrize("source", [*SHEETS, "starter"])
def test_a_standard_goes_out_as_a_workbook_and_comes_back_the_same(source: str, tmp_path: Path) -> None:
    limits = starter_standard() if source == "starter" else standard(source)
    target = tmp_path / "标准.xlsx"
    write_xlsx(standard_workbook(limits), target)
    back = standard_from_workbook(read_workbook(target, NullProgress()))
    assert said(back.limits) == said(limits)
    assert all(finding.kind == "standard_words_only" for finding in back.findings)


@pytest.mark.parametrize("source", SHEETS)
def test_every_published_standard_can_be_adopted(source: str) -> None:
    check_limits(standard(source))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.source} {case.case.stored} {case.measure}")
def test_a_published_standard_gives_the_limit_and_the_word(case: Case) -> None:
    lines = limits_for(standard(case.source), case.kind, case.case)
    judged = {figure.measure: figure for figure in judge({case.measure: case.declared}, lines)}
    figure = judged[case.measure]
    assert (figure.limit, figure.verdict) == (case.limit, case.word)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: f"{report.source} {report.days_ahead}")
def test_a_published_deadline_is_kept_or_missed(report: Report) -> None:
    held_on = date(2027, 1, 3)
    lines = limits_for(standard(report.source), report.kind, HostingCase.ORDINARY)
    found = deadline(report.kind, held_on, held_on - timedelta(days=report.days_ahead), lines)
    assert (found.days_ahead, found.required, found.late) == (report.days_ahead, report.required, report.late)


def test_of_two_lines_that_say_equally_much_the_stricter_holds() -> None:
    wedding = EventKind.WEDDING
    lines = (
        LimitDraft(wedding, HostingCase.JOINT, Measure.TABLES, "", 30, ""),
        LimitDraft(wedding, HostingCase.ORDINARY, Measure.TABLES, "", 20, ""),
        LimitDraft(wedding, HostingCase.MEMBER, Measure.TABLES, "", 10, ""),
    )
    both = HostingCase.JOINT.joined(HostingCase.MEMBER)
    for order in (lines, lines[::-1]):
        assert [line.amount for line in limits_for(order, wedding, both)] == [10]
        assert [line.amount for line in limits_for(order, wedding, HostingCase.JOINT)] == [30]


@pytest.mark.parametrize("stored", ["ordinary", "joint", "member", "joint+member", "town+hotel+children:4"])
def test_a_case_is_written_and_read_back(stored: str) -> None:
    assert case_from(stored).stored == stored


@pytest.mark.parametrize("wrong", ["", "rich", "joint,member", "children:0", "children:99", "children:two"])
def test_a_case_that_nobody_knows_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        case_from(wrong)


def test_a_new_standard_is_compared_with_the_one_before() -> None:
    old = standard("R21")
    new = tuple(line for line in standard("R10") if line.measure is not Measure.CIGARETTES)
    said = {
        (one.line.kind, one.line.measure): (
            one.change,
            one.old.amount if one.old else None,
            one.new.amount if one.new else None,
        )
        for one in compare_standards(old, new)
    }
    wedding = EventKind.WEDDING
    assert said[wedding, Measure.PER_TABLE] == (LineChange.CHANGED, 200, 300)
    assert said[wedding, Measure.DAYS] == (LineChange.NEW, None, 2)
    assert said[wedding, Measure.TABLES] == (LineChange.GONE, 20, None)
    assert {one.change for one in compare_standards(old, old)} == {LineChange.SAME}
