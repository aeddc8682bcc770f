"""One frozen sheet on every paper: the same words in letters of another size, heads on each page."""

from dataclasses import replace

import pytest

from builders.notices import EVERY_COLUMN, LOOK, content, part, village_lines
from builders.paper import measure, off_paper, overlapping
from passbook_desk.documents.page import Page, Text, all_items, texts
from passbook_desk.features.notices.errors import TooWide
from passbook_desk.features.notices.paper import Edition, large_print, notice_pages
from passbook_desk.features.notices.values import NoticeColumn, NoticeContent, PaperSize
from passbook_desk.kernel.points import Points

LINES = village_lines(120, 4)
FOUR = (NoticeColumn.CREDITS, NoticeColumn.DEBITS, NoticeColumn.CLOSING, NoticeColumn.YEAR_TOTAL)
PAPERS = [(paper, landscape) for paper in PaperSize for landscape in (True, False)]
MILLIMETRES = {
    (PaperSize.A4, True): (297, 210),
    (PaperSize.A4, False): (210, 297),
    (PaperSize.A3, True): (420, 297),
    (PaperSize.A3, False): (297, 420),
}


def sheet(*columns: NoticeColumn, **changed: object) -> NoticeContent:
    return content(*LINES, look=replace(LOOK, columns=columns), parts=(part(121),), **changed)


def cells(page: Page) -> list[Text]:
    return [item for item in all_items(page) if isinstance(item, Text) and item.text]


@pytest.mark.parametrize(("paper", "landscape"), PAPERS)
@pytest.mark.parametrize("size", [16.0, 19.0, 22.0])
@pytest.mark.parametrize("number", ["2026-01", None])
def test_every_page_has_its_heads_its_number_and_nothing_cut(
    paper: PaperSize, landscape: bool, size: float, number: str | None
) -> None:
    notice = sheet(*FOUR, number=number, version=2)
    pages = notice_pages(notice, measure(), Edition(paper, landscape, size))
    assert {(page.width, page.height) for page in pages} == {MILLIMETRES[paper, landscape]}
    for place, page in enumerate(pages, 1):
        assert off_paper(page) == []
        assert overlapping(page) == []
        words = [item.text for item in cells(page)]
        assert "行号" in words
        wrapped_too = "".join(words)
        assert "期末结余" in wrapped_too or "更正内容" in wrapped_too
        assert f"第 {place} 页　共 {len(pages)} 页" in words
        body = [item.size for item in cells(page) if item.text in {"王*国", "10.5", "13.5", "李*英"}]
        assert all(found == size >= 16 for found in body)
    numbers = [item.text for page in pages for item in cells(page) if item.text == "王*国"]
    assert len(numbers) == len(LINES) + 1


def test_the_frozen_look_is_what_is_printed_unless_an_edition_is_asked_for() -> None:
    notice = content(*LINES, look=replace(LOOK, columns=FOUR, paper=PaperSize.A3, landscape=False, size=18.0))
    assert notice_pages(notice, measure()) == notice_pages(
        notice, measure(), Edition(PaperSize.A3, False, 18.0)
    )


def test_the_large_print_says_the_same_in_letters_of_22_points_on_a3() -> None:
    notice = sheet(*EVERY_COLUMN)
    assert large_print(notice) == Edition(PaperSize.A3, True, 22.0)
    large = notice_pages(notice, measure(), large_print(notice))
    plain = notice_pages(notice, measure())
    assert {(page.width, page.height) for page in large} == {(420, 297)}

    def told(pages: tuple[Page, ...]) -> list[str]:
        return [
            text for page in pages for text in texts(page) if text in {"王*国", "10.5", "小计", "全村 120 本"}
        ]

    assert told(large) == told(plain)


def test_a_notice_from_before_there_was_a_choice_has_a_large_print_too() -> None:
    old = content(*LINES, form=1)
    pages = notice_pages(old, measure(), large_print(old))
    sizes = {item.size for page in pages for item in cells(page) if item.text == "王*国"}
    assert sizes == {22.0}
    for page in pages:
        assert (off_paper(page), overlapping(page)) == ([], [])


def test_ten_columns_of_large_letters_do_not_fit_a_sheet_of_a4_upright() -> None:
    with pytest.raises(TooWide) as raised:
        notice_pages(sheet(*EVERY_COLUMN), measure(), Edition(PaperSize.A4, False, 22.0))
    assert raised.value.params["field"] == "columns"
    assert raised.value.params["paper"] == "a4"


def test_figures_of_many_digits_are_never_wrapped_or_cut() -> None:
    wide = Points.parse("-1234567.25")
    lines = [replace(row, closing=wide, year_total=wide) for row in LINES[:8]]
    pages = notice_pages(content(*lines, look=replace(LOOK, columns=FOUR, size=20.0)), measure())
    words = [item.text for page in pages for item in cells(page)]
    assert words.count("-1234567.25") == 16
    assert words.count(str(wide * 8)) >= 2
    for page in pages:
        assert (off_paper(page), overlapping(page)) == ([], [])
