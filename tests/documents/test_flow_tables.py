"""Several tables on the same pages: each keeps its heads, its title and its sums together."""

import pytest

from builders.paper import off_paper, overlapping
from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle
from passbook_desk.documents.flow_tables import TableSection, flow_tables
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Align, Page, Text, texts

PEOPLE = (Column("序号", 30, Align.RIGHT), Column("姓名", 60), Column("积分", 40, Align.RIGHT))
DEEDS = (Column("序号", 30, Align.RIGHT), Column("事由", 100))
LATER = Block(9, (Text(0, 6, "村务公示（续）"),))
FIRST = Block(40, (Text(0, 12, "村务公示", 28),))
SIGNED = Block(30, (Text(0, 20, "审核："),))


def block(words: str, height: float = 12.0) -> Block:
    return Block(height, (Text(0, height - 4, words, 14),))


def people(count: int) -> tuple[Row, ...]:
    rows = [Row((str(n), f"第{n}户", "1")) for n in range(1, count + 1)]
    return (Row(("一组",), RowKind.GROUP), *rows, Row(("", "小计", str(count)), RowKind.SUBTOTAL))


def deeds(count: int, columns: tuple[Column, ...] = DEEDS) -> TableSection:
    rows = tuple(Row((str(n), f"第{n}件事")) for n in range(1, count + 1))
    return TableSection(columns, rows, block("办事名单"), block("办事名单（续）", 10), block("以上属实。", 9))


def flowed(measure: Measure, *sections: TableSection, closing: Block = SIGNED) -> tuple[Page, ...]:
    pages = flow_tables(
        sections,
        measure,
        Paper(),
        TableStyle(),
        first=FIRST,
        later=LATER,
        footer=block("电话", 8),
        closing=closing,
    )
    for page in pages:
        assert off_paper(page) == []
        assert overlapping(page) == []
    return pages


def test_a_second_table_begins_under_the_first_with_its_own_head(measure: Measure) -> None:
    (page,) = flowed(measure, TableSection(PEOPLE, people(5)), deeds(4))
    words = texts(page)
    assert words.count("序号") == 2
    order = [item.text for item in page.items if isinstance(item, Text)]
    assert order.index("小计") < order.index("办事名单") < order.index("第1件事")
    assert order.index("以上属实。") < order.index("审核：")


@pytest.mark.parametrize("count", range(20, 40))
def test_a_title_never_stands_without_two_rows_and_a_note_never_without_its_table(
    measure: Measure, count: int
) -> None:
    pages = flowed(measure, TableSection(PEOPLE, people(count)), deeds(3))
    for page in pages:
        words = texts(page)
        if "办事名单" in words:
            assert "第2件事" in words
        if "以上属实。" in words:
            assert "第3件事" in words
            assert "审核：" in words
        if "小计" in words:
            assert f"第{count}户" in words


@pytest.mark.parametrize("count", [60, 61, 62, 63, 64, 120])
def test_a_group_that_goes_on_repeats_its_heading(measure: Measure, count: int) -> None:
    pages = flowed(measure, TableSection(PEOPLE, people(count)), deeds(60))
    lines = [page for page in pages if any(text.endswith("户") for text in texts(page))]
    assert len(lines) > 1
    for page in lines[1:]:
        assert "一组（续）" in texts(page)
    told = [text for page in pages for text in texts(page)]
    assert [text for text in told if text.endswith("户")] == [f"第{n}户" for n in range(1, count + 1)]
    assert [text for text in told if text.endswith("件事")] == [f"第{n}件事" for n in range(1, 61)]
    assert "办事名单（续）" in told


def test_the_sum_of_all_brings_the_sums_above_it_along(measure: Measure) -> None:
    """Wherever the page ends, the village's total does not stand alone at the top of the next one."""
    total = Row(("", "合计", "9"), RowKind.SUBTOTAL)
    for count in range(20, 45):
        pages = flowed(measure, TableSection(PEOPLE, (*people(count), total)), closing=Block(0, ()))
        last = texts(pages[-1])
        assert "合计" in last
        assert "小计" in last
        assert f"第{count}户" in last


def test_a_table_of_few_rows_goes_to_the_next_page_as_a_whole(measure: Measure) -> None:
    alone = [
        pages
        for count in range(20, 36)
        if len(pages := flowed(measure, TableSection(PEOPLE, people(count)), deeds(3))) == 2
    ]
    assert alone
    for _, second in alone:
        assert {"第1件事", "第2件事", "第3件事"} <= set(texts(second)) or "第1件事" not in texts(second)


def test_a_row_higher_than_a_page_is_continued(measure: Measure) -> None:
    story = "很长的一件事，" * 900
    section = TableSection(DEEDS, (Row(("1", story)),), block("办事名单"))
    pages = flowed(measure, section)
    assert len(pages) > 1
    drawn = "".join(text for page in pages for text in texts(page))
    assert drawn.count("很") == 900
    assert "序号" in texts(pages[0])  # the first page has more than its heading


@pytest.mark.parametrize("lines", [30, 40, 45])
def test_a_first_row_that_does_not_fit_under_the_heading_is_begun_there(measure: Measure, lines: int) -> None:
    story = "一行。\n" * lines
    pages = flowed(measure, TableSection(DEEDS, (Row(("1", story.strip())), Row(("2", "另一件")))))
    assert "一行。" in texts(pages[0])
    assert sum(texts(page).count("一行。") for page in pages) == lines


def test_blocks_that_leave_no_room_are_refused(measure: Measure) -> None:
    section = TableSection(PEOPLE, people(1))
    with pytest.raises(ValueError, match="first block"):
        flow_tables((section,), measure, Paper(), TableStyle(), first=Block(290, ()))
    with pytest.raises(ValueError, match="no room"):
        flow_tables((section,), measure, Paper(), TableStyle(), closing=Block(290, ()))
