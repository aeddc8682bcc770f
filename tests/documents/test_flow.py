import pytest
from hypothesis import given
from hypothesis import strategies as st

from passbook_desk.documents.flow import (
    Block,
    Column,
    Paper,
    Row,
    RowKind,
    TableStyle,
    flow_table,
)
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4_LANDSCAPE, PALE, Align, Box, Page, Rule, Text

COLUMNS = (
    Column("序号", 12, Align.CENTRE),
    Column("户主", 25),
    Column("事项", 100),
    Column("积分", 20, Align.RIGHT),
)
CLOSING = Block(30, (Text(0, 20, "审核员：________"), Text(100, 20, "监督员：________")))
TITLE = Block(20, (Text(90, 10, "积分公示", 18, align=Align.CENTRE),))
LATER = Block(8, (Text(0, 5, "积分公示（续）"),))
BODY_BOTTOM = 297 - 15


def plain(number: int) -> Row:
    return Row((str(number), "张三", f"事项{number}", "10.5"))


def body(page: Page) -> list[str]:
    """The words of the table column 事项 and of groups and subtotals, from top to bottom."""
    found = [
        item for item in page.items if isinstance(item, Text) and item.text.startswith(("事项", "组", "小计"))
    ]
    return [item.text for item in sorted(found, key=lambda item: item.y)]


def words(page: Page) -> list[str]:
    return [item.text for item in page.items if isinstance(item, Text)]


def test_every_row_is_printed_once_and_in_order(measure: Measure) -> None:
    pages = flow_table(COLUMNS, [plain(n) for n in range(100)], measure, first=TITLE, closing=CLOSING)
    assert len(pages) == 3
    assert [word for page in pages for word in body(page)] == [f"事项{n}" for n in range(100)]


def test_the_head_repeats_on_every_page_and_pages_are_counted(measure: Measure) -> None:
    pages = flow_table(COLUMNS, [plain(n) for n in range(100)], measure, first=TITLE, later=LATER)
    for number, page in enumerate(pages, start=1):
        heads = [item.text for item in page.fixed[0].items if isinstance(item, Text)]
        assert heads == ["序号", "户主", "事项", "积分"]
        assert f"第 {number} 页　共 3 页" in words(page)
        assert ("积分公示" in words(page)) == (number == 1)
        assert ("积分公示（续）" in words(page)) == (number > 1)


def test_pages_with_the_same_head_in_the_same_place_share_one_fixed_part(measure: Measure) -> None:
    pages = flow_table(COLUMNS, [plain(n) for n in range(150)], measure, first=TITLE, later=LATER)
    assert len({page.fixed[0].key for page in pages}) == 2
    assert pages[1].fixed[0] is pages[2].fixed[0]
    others = flow_table(COLUMNS[:3], [plain(1)], measure, first=TITLE, later=LATER)
    assert others[0].fixed[0].key != pages[0].fixed[0].key


def test_an_empty_table_is_one_page_with_its_head_and_signatures(measure: Measure) -> None:
    (page,) = flow_table(COLUMNS, [], measure, closing=CLOSING)
    assert page.fixed
    assert "审核员：________" in words(page)


@pytest.mark.parametrize("count", range(36, 48))
def test_signatures_never_stand_alone(measure: Measure, count: int) -> None:
    pages = flow_table(COLUMNS, [plain(n) for n in range(count)], measure, first=TITLE, closing=CLOSING)
    last = pages[-1]
    assert len(body(last)) >= 1
    signature = next(item for item in last.items if isinstance(item, Text) and item.text.startswith("审核员"))
    assert signature.y <= BODY_BOTTOM
    assert sum(len(body(page)) for page in pages) == count


def test_signatures_that_need_a_new_page_take_two_rows_along(measure: Measure) -> None:
    rows = [plain(n) for n in range(38)]
    assert len(flow_table(COLUMNS, rows, measure, first=TITLE)) == 1
    pages = flow_table(COLUMNS, rows, measure, first=TITLE, closing=CLOSING)
    assert [len(body(page)) for page in pages] == [36, 2]


@pytest.mark.parametrize("before", range(36, 46))
def test_a_group_heading_is_never_the_last_row_of_a_page_nor_a_subtotal_the_first(
    measure: Measure, before: int
) -> None:
    rows = [
        *(plain(n) for n in range(before)),
        Row(("", "", "小计", "9"), RowKind.SUBTOTAL),
        Row(("组 第二网格",), RowKind.GROUP),
        Row(("组 甲片",), RowKind.GROUP),
        *(plain(n) for n in range(before, before + 5)),
    ]
    pages = flow_table(COLUMNS, rows, measure)
    assert sum(len(body(page)) for page in pages) == len(rows)
    for page in pages:
        assert not body(page)[-1].startswith("组")
        assert not body(page)[0].startswith("小计")


def test_a_group_heading_spans_the_columns(measure: Measure) -> None:
    rows = [plain(1), Row(("组 第二网格",), RowKind.GROUP), plain(2)]
    (page,) = flow_table(COLUMNS, rows, measure, style=TableStyle(group_fill=PALE))
    ground = next(item for item in page.items if isinstance(item, Box) and item.fill == PALE)
    assert ground.width == 157
    uprights = [item for item in page.items if isinstance(item, Rule) and item.x1 == item.x2]
    assert len(uprights) == 6
    for rule in uprights:
        assert rule.y2 <= ground.y + 1e-9 or rule.y1 >= ground.y + ground.height - 1e-9


def test_a_row_higher_than_a_page_goes_on_on_the_next(measure: Measure) -> None:
    story = "".join(f"事项{number}。" for number in range(3000))
    pages = flow_table(COLUMNS, [plain(1), Row(("2", "李四", story, "1"))], measure)
    assert len(pages) > 2
    in_column = [
        item.text
        for page in pages
        for item in page.items
        if isinstance(item, Text) and item.x == 15 + 12 + 25 + 1
    ]
    assert "".join(in_column) == "事项1" + story


def test_the_footer_stands_at_the_bottom_of_every_page(measure: Measure) -> None:
    footer = Block(10, (Text(0, 8, "核对码 12345"),))
    pages = flow_table(COLUMNS, [plain(n) for n in range(90)], measure, Paper(A4_LANDSCAPE), footer=footer)
    for page in pages:
        mark = next(item for item in page.items if isinstance(item, Text) and item.text == "核对码 12345")
        assert (mark.x, mark.y) == (15, 210 - 15 - 10 + 8)
        frame = next(item for item in page.items if isinstance(item, Box) and item.fill is None)
        assert frame.y + frame.height <= 210 - 15 - 10 + 1e-6


def test_blocks_that_leave_no_room_are_a_mistake(measure: Measure) -> None:
    with pytest.raises(ValueError, match="no room"):
        flow_table(COLUMNS, [], measure, first=Block(280, ()))
    with pytest.raises(ValueError, match="closing"):
        flow_table(COLUMNS, [], measure, closing=Block(280, ()))


@given(
    rows=st.lists(
        st.tuples(st.sampled_from(RowKind), st.integers(min_value=0, max_value=400)),
        max_size=120,
    ),
    closing=st.integers(min_value=0, max_value=150),
)
def test_whatever_the_rows_all_text_is_printed_in_order_inside_the_margins(
    measure: Measure, rows: list[tuple[RowKind, int]], closing: int
) -> None:
    table = [
        Row((f"组{number}",) if kind is RowKind.GROUP else ("", "", f"{number}事" + "事" * length), kind)
        for number, (kind, length) in enumerate(rows)
    ]
    pages = flow_table(COLUMNS, table, measure, first=TITLE, later=LATER, closing=Block(closing, ()))
    printed = [
        item
        for page in pages
        for item in page.items
        if isinstance(item, Text) and "公示" not in item.text and "页" not in item.text
    ]
    assert "".join(item.text for item in printed) == "".join(cell for row in table for cell in row.cells)
    assert all(15 < item.y < BODY_BOTTOM for item in printed)


def test_cells_stand_as_their_column_says(measure: Measure) -> None:
    (page,) = flow_table(COLUMNS, [plain(7)], measure)
    by_text = {item.text: item for item in page.items if isinstance(item, Text)}
    assert (by_text["7"].x, by_text["7"].align) == (15 + 6, Align.CENTRE)
    assert (by_text["张三"].x, by_text["张三"].align) == (15 + 12 + 1, Align.LEFT)
    assert (by_text["10.5"].x, by_text["10.5"].align) == (15 + 157 - 1, Align.RIGHT)


def test_what_is_struck_is_crossed_out_word_by_word_and_the_rest_of_its_row_is_not(measure: Measure) -> None:
    struck = Row(("1", "张三", "事项一\n事项二", "10.5", ""), struck=3)
    (page,) = flow_table((*COLUMNS, Column("备注", 20)), [struck], measure)
    told = {item.text: item for item in page.items if isinstance(item, Text)}
    strokes = [item for item in page.items if isinstance(item, Rule) and item.width == 0.25]
    crossed = [
        next(word for word, text in told.items() if _goes_through(stroke, text, measure))
        for stroke in strokes
    ]
    assert crossed == ["1", "张三", "事项一", "事项二"]


def _goes_through(stroke: Rule, text: Text, measure: Measure) -> bool:
    width = measure.width(text.text, text.size, text.face)
    left = text.x - {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[text.align]
    above = text.y - stroke.y1
    return stroke.x1 == pytest.approx(left) and stroke.x2 == pytest.approx(left + width) and 0 < above < 2
