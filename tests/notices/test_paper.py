import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.notices import EVERY_COLUMN, LOOK, OF_BUILDINGS, content, line, part, village_lines
from builders.paper import fontbook, measure, off_paper, overlapping, pdf_text
from passbook_desk.documents.page import A4_LANDSCAPE, Page, Text, all_items, page_as_json, texts
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.paper import notice_pages, texts_of
from passbook_desk.features.notices.rules import by_grid, sums
from passbook_desk.features.notices.values import (
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    NoticeWords,
    PartKind,
    Subject,
)
from passbook_desk.kernel.points import ZERO, Points

GOLDEN = Path(__file__).parent.parent / "golden" / "notice.json"


def whole_village(**changed: object) -> NoticeContent:
    """547 lines in seven grids, every ninth a red book."""
    return content(*village_lines(), **changed)


def showing(*columns: NoticeColumn, **changed: object) -> NoticeContent:
    """Three grids of twenty lines with these columns."""
    return content(*village_lines(60, 3), look=replace(LOOK, columns=columns), **changed)


def pages_of(notice: NoticeContent) -> tuple[Page, ...]:
    return notice_pages(notice, measure())


def words_of(page: Page) -> list[str]:
    return [text for text in texts(page) if text]


def said(pages: tuple[Page, ...]) -> str:
    return " ".join(text for page in pages for text in words_of(page))


def without_breaks(pages: tuple[Page, ...]) -> str:
    return said(pages).replace(" ", "")


def test_a_notice_from_before_there_was_a_choice_prints_as_it_hung() -> None:
    old = content(
        line(1),
        line(2, colour=Colour.RED, debits=Points.parse("2")),
        line(3, 2),
        form=1,
        words=NoticeWords("", "村委会", 0, ()),
    )
    (page,) = pages_of(old)
    assert page_as_json(page) == GOLDEN.read_text(encoding="utf-8")


def test_a_whole_village_from_before_there_was_a_choice_has_its_old_columns_and_sums() -> None:
    pages = pages_of(whole_village(form=1))
    for page in pages:
        assert {"行号", "网格", "户编号", "户主/姓名", "期末结余"} <= set(words_of(page))
        assert (off_paper(page), overlapping(page)) == ([], [])
    words = [text for page in pages for text in words_of(page)]
    assert words.count("小计") == 7
    assert str(Points.parse("10.5") * 547) in words


def test_the_first_page_says_what_when_where_and_whom_to_call() -> None:
    first = said(pages_of(whole_village())[:1])
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
    joined = without_breaks(pages_of(whole_village())[:1])
    assert "请在2026年7月7日以前拨打监督电话0351-5550123，或到村委会一楼会议室找赵秀兰当面反映" in joined
    assert "收到后7天内答复" in joined


def test_the_villages_own_rules_stand_beside_how_to_read_the_figures() -> None:
    words = replace(content().words, rules=("积分只记户，不记人。", "一年一兑换，兑换后从头算。"))
    first = said(pages_of(whole_village(words=words))[:1])
    assert "积分只记户，不记人。" in first
    assert "一年一兑换，兑换后从头算。" in first
    assert "期末结余＝期初＋加分－扣分－兑换。" in first


def test_rules_too_long_for_the_first_page_stand_below_the_table_and_nothing_is_lost() -> None:
    rules = tuple(f"第{n}条：{'村民应当爱护公共环境，互相帮助。' * 6}" for n in range(1, 13))
    pages = pages_of(whole_village(words=replace(content().words, rules=rules)))
    assert "第12条" not in said(pages[:1])
    joined = without_breaks(pages)
    for rule in rules:
        assert joined.count(rule) == 1
    for page in pages:
        assert (off_paper(page), overlapping(page)) == ([], [])


def test_only_what_fits_the_columns_shown_is_explained() -> None:
    net = without_breaks(
        pages_of(showing(NoticeColumn.OPENING, NoticeColumn.NET, NoticeColumn.REDEEMED, NoticeColumn.CLOSING))
    )
    assert "期末结余＝期初＋本期净得－兑换。" in net
    assert "兑换列为正数" in net
    for not_shown in ("扣分、兑换列", "－扣分－兑换", "年度累计是", "公示中的分", "星级"):
        assert not_shown not in net
    closing = without_breaks(pages_of(showing(NoticeColumn.CLOSING)))
    for not_shown in ("＝", "列为正数", "年度累计"):
        assert not_shown not in closing
    year = without_breaks(pages_of(showing(NoticeColumn.YEAR_TOTAL, year_first=date(2025, 12, 26))))
    assert "年度累计是2025年12月26日以来的加分减去扣分，兑换不使它减少。" in year


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
    notice = whole_village()
    words = [text for page in pages_of(notice) for text in words_of(page)]
    codes = [text for text in words if re.fullmatch(r"0\d{4}", text)]
    assert codes == [row.household_code for row in notice.lines]
    assert words.count("小计") == 7
    for name, lines in by_grid(notice.lines):
        assert words.count(name) == 1
        assert f"{len(lines)} 本" in words
    assert words.count("合计") == 1
    assert "全村 547 本" in words
    assert str(Points.parse("10.5") * 547) in words


def test_a_grid_that_goes_on_says_so_on_the_next_page() -> None:
    """No page of lines leaves open which grid they are in, however the pages fall."""
    for page in pages_of(whole_village())[1:]:
        words = words_of(page)
        first = next(text for text in words if re.fullmatch(r"0\d{4}", text))
        going_on = [text for text in words if text.endswith("网格（续）")]
        starts = [text for text in words if re.fullmatch(r"第.网格", text)]
        grid = f"第{'零一二三四五六七'[int(first[:2])]}网格"
        assert going_on == [f"{grid}（续）"] or (not going_on and starts[0] == grid)


def test_the_last_page_has_places_to_sign_and_to_seal() -> None:
    *_, last = pages_of(whole_village())
    assert {
        "编制：",
        "审核（积分管理小组）：",
        "监督（监督小组）：",
        "（盖章处）",
        "清泉村积分管理小组",
    } <= set(words_of(last))


def test_the_village_decides_who_signs() -> None:
    signers = ("村会计：", "村务监督委员会：", "村民代表：", "驻村第一书记：")
    (page,) = pages_of(content(line(1), words=replace(content().words, signers=signers)))
    words = words_of(page)
    assert set(signers) <= set(words)
    assert words.count("日期：") == 4
    assert "编制：" not in words


@pytest.mark.parametrize("size", [16.0, 18.0, 22.0])
def test_what_villagers_read_is_as_large_as_the_village_wants(size: float) -> None:
    notice = whole_village(look=replace(LOOK, size=size), parts=(part(548),))
    for page in pages_of(notice):
        small = {
            item.text for item in all_items(page) if isinstance(item, Text) and item.text and item.size < 16
        }
        assert all(
            text.startswith(("第 ", "〔2026〕第1号 ·", "（盖章处）", "清泉村积分", "2026年7月1日"))
            for text in small
        )
    table = [
        item
        for page in pages_of(notice)
        for item in page.items
        if isinstance(item, Text) and item.text in {"王*国", "●绿", "13.5", "李*英"}
    ]
    assert {item.size for item in table} == {size}


def test_red_and_green_lines_differ_by_shape_and_word() -> None:
    (page,) = pages_of(content(line(1), line(2, colour=Colour.RED)))
    assert {"●绿", "★红"} <= set(words_of(page))
    assert "★红为党员红色存折，●绿为家庭绿色存折。" in said((page,))


def test_deductions_are_positive_in_their_columns_and_taken_back_ones_negative() -> None:
    taken_back = line(2, debits=Points.parse("4"), redeemed=ZERO)
    (page,) = pages_of(content(line(1), taken_back))
    words = words_of(page)
    assert words.count("2") >= 1
    assert "-4" in words
    assert "-2" in words  # 2 deducted and 4 given back
    assert "-3" not in words


def test_what_hangs_stands_in_its_own_column_with_its_own_total() -> None:
    columns = (NoticeColumn.CLOSING, NoticeColumn.PENDING, NoticeColumn.TOTAL)
    lines = [line(n, pending=Points.parse("1.25")) for n in range(1, 5)]
    pages = pages_of(content(*lines, look=replace(LOOK, columns=columns)))
    words = [text for page in pages for text in words_of(page)]
    total = sums(lines)
    assert (str(total.closing), str(total.pending), str(total.total)) == ("42", "5", "47")
    assert words.count("47") == words.count("42") == 2  # the grid's and the village's
    assert words.count("11.75") == 4
    assert "合计＝期末结余＋公示中。" in without_breaks(pages)


def test_stars_stand_in_their_column_and_have_no_sum() -> None:
    notice = showing(NoticeColumn.CLOSING, NoticeColumn.STARS)
    lines = tuple(replace(row, stars=5 if row.number == 1 else None) for row in notice.lines)
    words = [text for page in pages_of(replace(notice, lines=lines)) for text in words_of(page)]
    assert words.count("5星") == 1
    assert words.count("星级") == len(pages_of(notice))


def test_a_notice_of_buildings_has_no_column_for_books() -> None:
    rows = [
        line(
            n, colour=None, household_code=f"1000{n}", shown_name=f"{n}号楼", grid_code="", account_number=""
        )
        for n in range(1, 4)
    ]
    outside = replace(rows[0], number=4, household_code="", shown_name="商铺", grid_name="")
    look = replace(LOOK, subjects=(Subject.BUILDING,), columns=OF_BUILDINGS)
    pages = pages_of(content(*rows, outside, look=look))
    words = [text for page in pages for text in words_of(page)]
    assert {"楼栋编号", "楼栋", "10001", "3号楼", "其他", "商铺", "全村 4 行"} <= set(words)
    assert "折" not in words
    assert "绿" not in said(pages)


def test_a_part_stands_below_with_its_own_numbers_sums_and_note() -> None:
    notice = content(
        *village_lines(5, 1), parts=(part(6), part(8, kind=PartKind.PENDING, title="公示中的积分"))
    )
    words = [text for page in pages_of(notice) for text in words_of(page)]
    assert words.index("更正以前的公示") > words.index("全村 5 本")
    for text in ("6", "7", "8", "9", "112", "05014", "李*英", "义务清扫公共区域，重复记了一次"):
        assert text in words
    assert words.count("1.5") == 2
    assert words.count("更正的积分已计入上表。") == 2


@pytest.mark.parametrize("landscape", [True, False])
def test_long_words_of_a_part_are_wrapped_and_not_cut(landscape: bool) -> None:
    told = "义务清扫村口至文化广场的公共区域，清运垃圾三车，参加人员由网格员当场登记并拍照留存。" * 4
    rows = tuple((f"〔2026〕第{n}号", str(n), f"0{n:04d}", "王*国", told, "2.5") for n in range(1, 9))
    notice = content(
        parts=(part(1, rows=rows),),
        kind=NoticeKind.CORRECTIONS,
        about="2026-01",
        look=replace(LOOK, landscape=landscape, size=20.0),
    )
    pages = pages_of(notice)
    assert len(pages) > 1
    for page in pages:
        assert {"行号", "更正内容", "分值"} <= set(words_of(page))
        assert (off_paper(page), overlapping(page)) == ([], [])
    drawn = said(pages)
    for character in set("垃圾登记拍照留存三车"):
        assert drawn.count(character) == told.count(character) * 8
    assert said(pages).count("2.5") == 8


@pytest.mark.parametrize(
    ("kind", "about", "title", "period"),
    [
        (NoticeKind.EVENTS, "2026Q2", "2026年二季度红白事公示", "办事时间：2026年4月1日至2026年6月30日"),
        (NoticeKind.CATALOGUE, "3", "第3版积分细则变更公示", "会议通过：2026年4月1日"),
        (NoticeKind.CORRECTIONS, "2026-01", "〔2026〕第1号更正公示", "更正的公示：〔2026〕第1号"),
        (NoticeKind.MONTH, "2026-06", "2026年6月积分公示", "计分期间：2026年4月1日至2026年6月30日"),
        (NoticeKind.YEAR, "2026", "2026年积分公示", "统计截止：2026年6月30日（账目第 2463 笔）"),
    ],
)
def test_every_kind_says_what_it_is_and_what_days_it_is_about(
    kind: NoticeKind, about: str, title: str, period: str
) -> None:
    (page,) = pages_of(content(kind=kind, about=about, parts=(part(1),)))
    assert f"清泉村{title}" in words_of(page)
    assert period in said((page,))


def test_a_second_version_says_so_on_every_page() -> None:
    for page in pages_of(whole_village(version=2, number="2026-02")):
        assert "〔2026〕第2号　第2版（更正版）" in said((page,))
    assert "第2版" not in said(pages_of(whole_village()))


def test_a_proof_carries_its_word_across_every_page_below_the_figures_and_no_number() -> None:
    pages = pages_of(whole_village(number=None))
    for page in pages:
        across = all_items(page)[0]
        assert isinstance(across, Text)
        assert (across.text, across.angle) == ("校样", 30)
        assert across.size >= 200
        assert "第1号" not in said((page,))
        assert "校验码" not in said((page,))
    assert "公示期：出榜时填写" in said(pages[:1])
    for page in pages_of(whole_village()):
        assert "校样" not in words_of(page)


def test_a_village_without_accounts_says_so_on_one_page() -> None:
    (page,) = pages_of(content(number=None))
    assert "本村还没有积分账户。" in words_of(page)


def test_a_quarter_without_anything_to_tell_says_so_too() -> None:
    (page,) = pages_of(content(number=None, kind=NoticeKind.EVENTS))
    assert "没有要公示的内容。" in words_of(page)


def stuffed(**changed: object) -> NoticeContent:
    """Names, places and figures as long as they come."""
    lines = [
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
    plain = content(*lines, parts=(part(40),))
    return replace(
        plain,
        village_name="清泉彝族回族满族自治镇柳溪生态移民新村一组",
        wall_places="村委会公开栏、一组活动室门口、二组小卖部、三组桥头、卫生室、新时代文明实践站、村小学门口、文化广场宣传栏",
        issuer="清泉彝族回族满族自治镇柳溪生态移民新村村民委员会积分管理小组",
        words=replace(
            plain.words,
            objection_person="阿卜杜热合曼·买买提吐尔逊",
            objection_place="清泉彝族回族满族自治镇柳溪生态移民新村党群服务中心二楼东侧调解室",
            signers=("审核（清泉彝族回族满族自治镇柳溪生态移民新村村务监督委员会）：", *plain.words.signers),
        ),
        **changed,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("number", ["2026-01", None])
@pytest.mark.parametrize("form", [1, 2])
def test_nothing_overlaps_or_leaves_the_paper_however_long_names_and_figures_are(
    number: str | None, form: int
) -> None:
    for page in pages_of(stuffed(number=number, form=form)):
        assert off_paper(page) == []
        assert overlapping(page) == []


def test_the_pdf_can_be_searched() -> None:
    notice = content(line(1, shown_name="刘*𪨶"), look=replace(LOOK, columns=EVERY_COLUMN))
    (text,) = pdf_text(pages_of(notice))
    assert "清泉村2026年二季度积分公示" in text
    assert "刘*𪨶" in text
    fontbook().check(texts_of(notice))


def test_every_text_that_somebody_typed_is_checked_before_printing() -> None:
    notice = content(
        line(1),
        parts=(part(2, note="注一"),),
        words=NoticeWords("甲人", "乙处", 7, ("丙签：",), ("丁规。",)),
    )
    assert {"甲人", "乙处", "丙签：", "丁规。", "注一", "李*英", "王*国", "村务公开栏"} <= set(
        texts_of(notice)
    )
