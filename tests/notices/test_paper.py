import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.paper import fontbook, measure, off_paper, overlapping, pdf_text
from passbook_desk.documents.page import A4_LANDSCAPE, Page, Text, all_items, page_as_json, texts
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.paper import notice_pages, texts_of
from passbook_desk.features.notices.values import NoticeContent, NoticeKind, NoticeLineRow
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.points import ZERO, Points

GOLDEN = Path(__file__).parent.parent / "golden" / "notice.json"


def line(number: int, grid: int = 1, colour: Colour = Colour.GREEN, **changed: object) -> NoticeLineRow:
    plain = NoticeLineRow(
        number=number,
        grid_code=f"{grid:02d}",
        grid_name=f"第{'零一二三四五六七'[grid]}网格",
        household_code=f"{grid:02d}{number:03d}",
        shown_name="王*国",
        colour=colour,
        account_number=f"20{number:06d}",
        opening=Points.parse("10"),
        credits=Points.parse("5.5"),
        debits=Points.parse("-2"),
        redeemed=Points.parse("-3"),
        closing=Points.parse("10.5"),
        year_total=Points.parse("13.5"),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def notice(*lines: NoticeLineRow, number: str | None = "2026-01") -> NoticeContent:
    span = Quarter(2026, 2).span
    return NoticeContent(
        number=number,
        kind=NoticeKind.QUARTER,
        quarter=Quarter(2026, 2),
        first_on=span.first,
        last_on=span.last,
        cut_off_seq=2463,
        issued_on=date(2026, 7, 1),
        hung_until=date(2026, 7, 7),
        village_name="清泉村",
        township="柳溪镇",
        issuer="清泉村积分管理小组",
        objection_phone="0351-5550123",
        wall_places="村务公开栏",
        head_code="ABCDE23456" if number else "",
        lines=lines,
    )


def whole_village(number: str | None = "2026-01") -> NoticeContent:
    """547 lines in seven grids, every ninth a red book."""
    colours = (Colour.RED, *[Colour.GREEN] * 8)
    lines = [line(n, 1 + (n - 1) * 7 // 547, colours[n % 9]) for n in range(1, 548)]
    return notice(*lines, number=number)


def pages_of(content: NoticeContent) -> tuple[Page, ...]:
    return notice_pages(content, measure())


def words_of(page: Page) -> list[str]:
    return [text for text in texts(page) if text]


def test_a_notice_of_two_grids_is_the_golden_notice() -> None:
    content = notice(line(1), line(2, colour=Colour.RED, debits=Points.parse("2")), line(3, 2))
    (page,) = pages_of(content)
    assert page_as_json(page) == GOLDEN.read_text(encoding="utf-8")


def test_the_first_page_says_what_when_where_and_whom_to_call() -> None:
    first = " ".join(words_of(pages_of(whole_village())[0]))
    for fact in (
        "清泉村2026年二季度积分公示",
        "〔2026〕第1号",
        "计分期间：2026年4月1日至2026年6月30日",
        "统计截止：2026年6月30日",
        "公示期：2026年7月1日至2026年7月7日",
        "张贴地点：村务公开栏",
        "监督电话 0351-5550123",
        "校验码 ABCDE23456",
        "第 1 页",
    ):
        assert fact in first


def test_heads_phone_code_and_page_number_stand_on_every_page() -> None:
    pages = pages_of(whole_village())
    assert {(page.width, page.height) for page in pages} == {A4_LANDSCAPE}
    for number, page in enumerate(pages, 1):
        words = words_of(page)
        assert {"行号", "户主/姓名", "期末结余", "年度累计"} <= set(words)
        assert any("监督电话 0351-5550123" in text and "ABCDE23456" in text for text in words)
        assert any(
            text.startswith(f"第 {number} 页") and text.endswith(f"共 {len(pages)} 页") for text in words
        )


def test_the_whole_village_is_on_the_wall_once_each_in_order_with_sums_by_grid_and_in_all() -> None:
    pages = pages_of(whole_village())
    words = [text for page in pages for text in words_of(page)]
    codes = [text for text in words if re.fullmatch(r"0\d{4}", text)]
    assert codes == [row.household_code for row in whole_village().lines]
    assert words.count("小计") == 7
    assert words.count("合计") == 1
    assert str(Points.parse("10.5") * 547) in words
    assert len(pages) <= 30


def test_the_last_page_has_places_to_sign_and_to_seal() -> None:
    *_, last = pages_of(whole_village())
    words = set(words_of(last))
    assert {
        "编制：",
        "审核（积分管理小组）：",
        "监督（监督小组）：",
        "（盖章处）",
        "清泉村积分管理小组",
    } <= words


def test_what_villagers_read_is_large() -> None:
    for page in pages_of(whole_village()):
        rows = [
            item for item in page.items if isinstance(item, Text) and item.text in {"王*国", "●绿", "13.5"}
        ]
        assert rows
        assert {item.size for item in rows} == {16.0}


def test_red_and_green_lines_differ_by_shape_and_word() -> None:
    (page,) = pages_of(notice(line(1), line(2, colour=Colour.RED)))
    assert {"●绿", "★红"} <= set(words_of(page))


def test_deductions_are_positive_in_their_columns_and_taken_back_ones_negative() -> None:
    taken_back = line(2, debits=Points.parse("4"), redeemed=ZERO)
    (page,) = pages_of(notice(line(1), taken_back))
    words = words_of(page)
    assert words.count("2") >= 1
    assert "-4" in words
    assert "-2" in words  # 2 deducted and 4 given back
    assert "-3" not in words


def test_a_proof_carries_its_word_across_every_page_below_the_figures_and_no_number() -> None:
    pages = pages_of(whole_village(number=None))
    for page in pages:
        across = all_items(page)[0]
        assert isinstance(across, Text)
        assert (across.text, across.angle) == ("校样", 30)
        assert across.size >= 200
        joined = " ".join(words_of(page))
        assert "第1号" not in joined
        assert "校验码" not in joined
    assert "公示期：出榜时填写" in " ".join(words_of(pages[0]))
    for page in pages_of(whole_village()):
        assert "校样" not in words_of(page)


def test_a_village_without_accounts_says_so_on_one_page() -> None:
    (page,) = pages_of(notice())
    assert "本村还没有积分账户。" in words_of(page)


@pytest.mark.parametrize("number", ["2026-01", None])
def test_nothing_overlaps_or_leaves_the_paper_however_long_names_and_figures_are(number: str | None) -> None:
    stuffed = [
        line(
            n,
            shown_name="阿卜杜热合曼·买买提吐尔逊·木合塔尔江",
            grid_name="柳溪生态移民搬迁安置小区东区第十二网格",
            opening=Points.parse("-123456.75"),
            credits=Points.parse("123456.75"),
            closing=Points.parse("-99999.25"),
        )
        for n in range(1, 40)
    ]
    content = replace(
        notice(*stuffed, number=number),
        village_name="清泉彝族回族满族自治镇柳溪生态移民新村一组",
        wall_places="村委会公开栏、一组活动室门口、二组小卖部、三组桥头、卫生室、新时代文明实践站、村小学门口、文化广场宣传栏",
        issuer="清泉彝族回族满族自治镇柳溪生态移民新村村民委员会积分管理小组",
    )
    for page in (*pages_of(content), *pages_of(whole_village())):
        assert off_paper(page) == []
        assert overlapping(page) == []


def test_the_pdf_can_be_searched() -> None:
    content = notice(line(1, shown_name="刘*𪨶"))
    (text,) = pdf_text(pages_of(content))
    assert "清泉村2026年二季度积分公示" in text
    assert "刘*𪨶" in text
    fontbook().check(texts_of(content))
