"""The quarter's report on paper, as a workbook and on the wall."""

import dataclasses
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from builders.rites import eight_households, fill_spring
from builders.village import Village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import Align, Box, Page, Rule, Text, all_items, texts
from passbook_desk.documents.pdf_pen import pdf_bytes
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.events.reporting import words
from passbook_desk.features.events.reporting.paper import report_pages
from passbook_desk.features.events.reporting.queries import event_report
from passbook_desk.features.events.reporting.rules import figures_of
from passbook_desk.features.events.reporting.sheets import report_workbook
from passbook_desk.features.events.reporting.values import EventReport
from passbook_desk.kernel.period import DateSpan, Quarter
from passbook_desk.kernel.places import resources_folder

SPRING = Quarter(2026, 2).span


@pytest.fixture(scope="module")
def fontbook() -> FontBook:
    return FontBook(resources_folder() / "fonts")


@pytest.fixture(scope="module")
def measure(fontbook: FontBook) -> TextMeasure:
    return TextMeasure(fontbook)


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


def overlaps(page: Page, measure: TextMeasure) -> list[str]:
    """Texts whose ink could touch each other or a line, and texts off the page."""
    spots = []
    for item in all_items(page):
        if isinstance(item, Text) and item.text:
            width = measure.width(item.text, item.size, item.face)
            left = item.x - {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[item.align]
            em = item.size * 25.4 / 72
            spots.append((left, item.y - 0.85 * em, left + width, item.y + 0.1 * em, item.text))
    lines = []
    for item in all_items(page):
        if isinstance(item, Rule):
            lines.append((item.x1, item.y1, item.x2, item.y2))
        if isinstance(item, Box):
            right, bottom = item.x + item.width, item.y + item.height
            lines += [
                (item.x, item.y, right, item.y), (item.x, bottom, right, bottom),
                (item.x, item.y, item.x, bottom), (right, item.y, right, bottom),
            ]  # fmt: skip
    found = [
        f"{a[4]} / {b[4]}"
        for number, a in enumerate(spots)
        for b in spots[number + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    for left, top, right, bottom, text in spots:
        if left < 15 or right > page.width - 15 or top < 10 or bottom > page.height - 8:
            found.append(f"off the page: {text}")
        found += [
            f"over a line: {text}"
            for x1, y1, x2, y2 in lines
            if (x1 < right and left < x2 and y1 <= bottom and top <= y2)
            or (y1 < bottom and top < y2 and x1 <= right and left <= x2)
        ]
    return found


def said(pages: Iterable[Page]) -> str:
    return "\n".join(text for page in pages for text in texts(page))


def test_the_paper_says_figures_formula_events_and_who_signs(spring: Village, measure: TextMeasure) -> None:
    pages = report_pages(report(spring, SPRING), measure)
    assert len(pages) == 2
    first, second = ("".join(texts(page)) for page in pages)
    for part in (
        "柳溪镇清泉村红白事季报", "2026年二季度", "填报日期：2026年7月3日", "上年同期", "超标件数",
        "其中：待回访",
        "节约估算＝申报桌数×申报每桌元－实际桌数×实际每桌元", "一件事按办完那天算在哪一期", "2件没有实际桌数",
        "填表人：", "红白理事会会长（签字）：", "村党组织书记（签字）：", "第1页 共2页",
    ):  # fmt: skip
        assert part in first, part
    for part in ("红白事明细（2026年二季度）", "李志强", "超标", "2026-05-01", "合计", "第2页 共2页"):
        assert part in second, part


def test_a_figure_stands_under_its_own_heading(spring: Village, measure: TextMeasure) -> None:
    page = report_pages(report(spring, SPRING), measure)[0]
    placed = [item for item in all_items(page) if isinstance(item, Text)]
    (name,) = [item for item in placed if item.text == "实际桌数"]
    beside = sorted(
        (item for item in placed if abs(item.y - name.y) < 0.6 and item.x > name.x), key=lambda item: item.x
    )
    assert [item.text for item in beside[:7]] == ["桌", "78", "16", "0", "94", "94", "9"]


@pytest.mark.parametrize("for_wall", [False, True])
@pytest.mark.parametrize("times", [1, 2, 3, 5, 9, 40])
def test_nothing_overlaps_and_the_list_repeats_its_head(
    spring: Village, measure: TextMeasure, times: int, for_wall: bool
) -> None:
    told = report(spring, SPRING)
    lines = told.lines * times
    pages = report_pages(dataclasses.replace(told, lines=lines), measure, for_wall=for_wall)
    assert [overlaps(page, measure) for page in pages] == [[]] * len(pages)
    assert all("户主" in texts(page) for page in pages[1:])
    assert (len(pages) > 2) == (times * (3 if for_wall else 7) > 20)
    named = words.listed(dataclasses.replace(told, lines=lines), for_wall)
    assert str(figures_of(named, 0).declared_tables) in texts(pages[-1])


def test_a_long_village_and_long_remarks_still_fit(spring: Village, measure: TextMeasure) -> None:
    told = report(spring, SPRING)
    lines = tuple(dataclasses.replace(line, said="现场撤下八桌并写了检讨，" * 30) for line in told.lines)
    crowded = dataclasses.replace(told, village_name="清泉" * 25, lines=lines)
    pages = report_pages(crowded, measure)
    assert [overlaps(page, measure) for page in pages] == [[]] * len(pages)


def test_a_quarter_without_events_is_one_page_of_noughts(village: Village, measure: TextMeasure) -> None:
    (page,) = report_pages(report(village, SPRING), measure)
    assert overlaps(page, measure) == []
    assert texts(page).count("0") == 5 * len(words.summary())  # the year before is left open


def test_the_wall_names_nobody_who_went_over_and_nothing_of_the_mourning(
    spring: Village, measure: TextMeasure
) -> None:
    told = report(spring, SPRING)
    wall = said(report_pages(told, measure, for_wall=True))
    for name in ("王*国", "赵*柱", "周*来"):
        assert name in wall, name
    for hidden in (
        "王建国", "李*强", "李志强", "郭*东", "超标件数", "超标", "回访", "迟报", "随礼", "去世",
        "每桌标准", "备注",
        "扣分", "01002", "劝导后改正\n",
    ):  # fmt: skip
        assert hidden not in wall, hidden
    assert "名单只列核查符合标准和劝导后改正的。" in wall


def test_the_paper_becomes_a_pdf(spring: Village, fontbook: FontBook, measure: TextMeasure) -> None:
    pages = report_pages(report(spring, SPRING), measure)
    document = pypdfium2.PdfDocument(pdf_bytes(pages, fontbook, "红白事季报"))
    read = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert "柳溪镇清泉村红白事季报" in read[0]
    assert "村党组织书记" in read[0]
    assert "李志强" in read[1]


def test_the_workbook_holds_the_same_figures(spring: Village, tmp_path: Path) -> None:
    told = report(spring, SPRING)
    write_xlsx(report_workbook(told), tmp_path / "季报.xlsx")
    book = openpyxl.load_workbook(tmp_path / "季报.xlsx")
    assert book.sheetnames == ["季报汇总", "明细"]
    rows = {str(row[0]): row[1:] for row in book["季报汇总"].iter_rows(values_only=True)}
    for row in words.summary():
        assert rows[row.title][1:7] == words.values(told, row), row.title
    assert rows["申报桌数"][:7] == ("桌", 78, 18, 3, 99, 107, 27)
    listed = book["明细"]
    assert listed.print_title_rows == "$2:$2"
    assert listed.page_setup.orientation == "landscape"
    assert [cell.value for cell in listed[3]][:10] == [
        1, told.lines[0].number, "红事", "王建国", "01001", "是",
        listed.cell(3, 7).value, 10, 10, 9,
    ]  # fmt: skip
    assert listed.cell(3, 7).value.date() == date(2026, 4, 18)  # type: ignore[union-attr]
    assert (listed.cell(3, 2).number_format, listed.cell(3, 5).number_format) == ("@", "@")
    last = [cell.value for cell in listed[listed.max_row]]
    assert (last[0], last[7:10], last[13]) == ("合计", [99, 28, 94], told.total.saving)
    assert listed.max_row == 3 + len(told.lines)


def test_the_workbook_for_the_wall_leaves_the_same_out(spring: Village, tmp_path: Path) -> None:
    write_xlsx(report_workbook(report(spring, SPRING), for_wall=True), tmp_path / "上墙.xlsx")
    book = openpyxl.load_workbook(tmp_path / "上墙.xlsx")
    cells = "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )
    assert "王*国" in cells
    for hidden in ("李志强", "李*强", "超标", "迟报", "回访", "每桌标准（元）"):
        assert hidden not in cells, hidden
