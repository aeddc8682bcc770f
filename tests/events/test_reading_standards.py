from pathlib import Path

import pytest

from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.rules import check_limits, limits_for
from passbook_desk.features.events.sheets import standard_from_workbook
from passbook_desk.features.events.values import NOTICE_TITLE, EventKind, Measure
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.reading import (
    CellKind,
    CellValue,
    RowCells,
    SheetRows,
    WorkbookRows,
    read_workbook,
)
from passbook_desk.kernel.jobs import NullProgress

SAMPLE = Path(__file__).parents[1] / "samples" / "红白事标准及登记.xlsx"
WEDDING, FUNERAL = EventKind.WEDDING, EventKind.FUNERAL


def workbook(*rows: tuple[str, ...]) -> WorkbookRows:
    cells = [
        RowCells(number, tuple(CellValue(CellKind.TEXT if text else CellKind.EMPTY, text) for text in row))
        for number, row in enumerate((("项目", "红事", "白事"), *rows), start=1)
    ]
    return WorkbookRows("0" * 64, "标准.xlsx", (SheetRows("标准", tuple(cells)),))


def test_the_villages_own_standard_is_read_line_by_line() -> None:
    read = standard_from_workbook(read_workbook(SAMPLE, NullProgress()))
    check_limits(read.limits)
    ordinary = {
        kind: {
            line.measure: line.amount
            for line in limits_for(read.limits, kind, HostingCase.ORDINARY)
            if line.measure is not None
        }
        for kind in EventKind
    }
    assert ordinary[WEDDING] == {
        Measure.TABLES: 20,
        Measure.SEATS: 10,
        Measure.PER_TABLE: 300,
        Measure.CIGARETTES: 10,
        Measure.LIQUOR: 40,
        Measure.GIFT: 100,
        Measure.BRIDE_PRICE: 30000,
        Measure.CARS: 8,
        Measure.DAYS: 1,
        Measure.MUSICIANS: 5,
        Measure.FIREWORKS: 6,
    }
    assert ordinary[FUNERAL] == {
        Measure.TABLES: 20,
        Measure.SEATS: 10,
        Measure.PER_TABLE: 200,
        Measure.CIGARETTES: 10,
        Measure.LIQUOR: 40,
        Measure.GIFT: 50,
        Measure.CARS: 5,
        Measure.DAYS: 3,
        Measure.MUSICIANS: 5,
        Measure.WREATHS: 5,
        Measure.FIREWORKS: 6,
    }
    special = {
        (line.kind, line.case): line.amount for line in read.limits if line.case != HostingCase.ORDINARY
    }
    assert special == {
        (WEDDING, HostingCase.JOINT): 30,
        (WEDDING, HostingCase.MEMBER): 10,
        (FUNERAL, HostingCase.MEMBER): 10,
    }


def test_deadlines_and_lines_in_words_come_along() -> None:
    read = standard_from_workbook(read_workbook(SAMPLE, NullProgress()))
    words = {
        (line.kind, line.title): (line.amount, line.words) for line in read.limits if line.measure is None
    }
    assert words == {
        (WEDDING, NOTICE_TITLE): (7, "办事前7天"),
        (FUNERAL, NOTICE_TITLE): (7, "当日口头告知，7天内补手续"),
        (FUNERAL, "灵棚"): (None, "公共场所不搭"),
    }
    assert [(f.row, f.column, f.kind) for f in read.findings] == [(17, "C", "standard_words_only")]


@pytest.mark.parametrize(
    ("title", "words", "measure", "amount"),
    [
        ("桌数", "１８桌以内", Measure.TABLES, 18),
        ("彩礼", "不超过3万元", Measure.BRIDE_PRICE, 30000),
        ("烟花爆竹", "6", Measure.FIREWORKS, 6),
        ("香烟", "每包不贵", Measure.CIGARETTES, None),
        ("车辆", "5-8辆", Measure.CARS, None),
        ("酒席标准", "300元", Measure.PER_TABLE, 300),
        ("亲友随礼", "200元", Measure.GIFT_KIN, 200),
    ],
)
def test_a_line_with_one_figure_is_a_limit_and_any_other_stays_words(
    title: str, words: str, measure: Measure, amount: int | None
) -> None:
    read = standard_from_workbook(workbook((title, words, "—")))
    (line,) = read.limits
    assert (line.kind, line.measure, line.amount, line.words) == (WEDDING, measure, amount, words)
    assert [finding.kind for finding in read.findings] == ([] if amount else ["standard_words_only"])


def test_a_measure_that_comes_twice_is_kept_once_and_said() -> None:
    read = standard_from_workbook(workbook(("桌数", "20桌", "20桌"), ("酒席桌数", "15桌", "")))
    assert [(line.kind, line.amount) for line in read.limits] == [(WEDDING, 20), (FUNERAL, 20)]
    assert [(finding.row, finding.kind) for finding in read.findings] == [(3, "standard_line_twice")]


def test_a_workbook_without_the_three_columns_is_no_standard() -> None:
    with pytest.raises(NoHeaderFound):
        standard_from_workbook(read_workbook(SAMPLE.with_name("积分细则.xlsx"), NullProgress()))
