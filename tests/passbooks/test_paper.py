from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builders.paper import fontbook, measure, off_paper, overlapping, pdf_text, place
from passbook_desk.documents.errors import CharactersNotPrintable
from passbook_desk.documents.page import (
    Align,
    Box,
    Code,
    Disc,
    Page,
    Rule,
    Star,
    Text,
    all_items,
    page_as_json,
    texts,
)
from passbook_desk.features.ledger.values import AccountRow, Colour, LineKind, LineRow, OwnerKind
from passbook_desk.features.passbooks.paper import passbook_pages, texts_of
from passbook_desk.features.passbooks.rules import page_count
from passbook_desk.features.passbooks.values import PassbookContent
from passbook_desk.kernel.points import ZERO, Points

GOLDEN = Path(__file__).parent.parent / "golden" / "passbook.json"
LONG = "主动参加村里组织的河道清淤、道路清扫、垃圾分类宣传和房前屋后环境整治，并带动邻居一起参加（每次）"


def account(colour: Colour = Colour.GREEN) -> AccountRow:
    return AccountRow(
        id=1,
        uid="a" * 32,
        number="20100012" if colour is Colour.GREEN else "10100013",
        colour=colour,
        owner_kind=OwnerKind.HOUSEHOLD,
        owner_name="王建国",
        household_id=1,
        household_code="01001",
        grid_code="01",
        grid_name="第一网格",
        person_id=None,
    )


def line(number: int, points: str, balance: str, **changed: object) -> LineRow:
    amount = Points.parse(points)
    kind = LineKind.CREDIT if amount > ZERO else LineKind.DEBIT
    plain = LineRow(
        id=number,
        seq=number,
        account_id=1,
        account_seq=number,
        kind=kind,
        effect=kind,
        points=amount,
        balance_after=Points.parse(balance),
        assessment_after=Points.parse(balance),
        spendable_after=Points.parse(balance),
        occurred_on=date(2026, 5, 20),
        counted_on=date(2026, 5, 20),
        recorded_at=datetime(2026, 5, 21, 1, 0, tzinfo=UTC),
        handler="刘文书",
        item_code="101",
        item_text="参加环境整治",
        memo="",
        person_name=None,
        reverses_seq=None,
        reverses_account_seq=None,
        reversed_by_seq=None,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def book(*lines: LineRow, colour: Colour = Colour.GREEN) -> PassbookContent:
    return PassbookContent(
        account=account(colour),
        village_name="清泉村",
        township="柳溪镇",
        issuer="清泉村积分管理小组",
        office_phone="0351-5550123",
        as_of=date(2026, 6, 1),
        lines=lines,
        balance=lines[-1].balance_after if lines else ZERO,
        head_code="ABCDE23456",
    )


def told_back() -> tuple[LineRow, ...]:
    """A credit, a deduction, and the deduction taken back."""
    return (
        line(1, "10", "10"),
        line(2, "-5", "5", item_text="占道堆放"),
        line(
            3,
            "5",
            "10",
            item_text="占道堆放",
            kind=LineKind.REVERSAL,
            effect=LineKind.DEBIT,
            reverses_seq=2,
            reverses_account_seq=2,
        ),
    )


def pages_of(content: PassbookContent) -> tuple[Page, ...]:
    return passbook_pages(content, measure())


def rows_of(page: Page) -> list[list[str]]:
    """The entries of a page: texts of one row from left to right."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for item in page.items:
        if isinstance(item, Text) and 33 < item.y < 191:
            rows.setdefault(int((item.y - 33) / 7.9), []).append((item.x, item.text))
    return [[text for _, text in sorted(cells)] for _, cells in sorted(rows.items())]


def test_a_book_with_three_lines_is_the_golden_book() -> None:
    pages = pages_of(book(*told_back()))
    assert "".join(page_as_json(page) for page in pages) == GOLDEN.read_text(encoding="utf-8")


def test_a_reversal_stands_negative_in_the_column_of_its_line_and_names_it() -> None:
    *_, entries = pages_of(book(*told_back()))
    plain, wrong, back, end = rows_of(entries)
    assert plain == ["1", "2026.5.20", "参加环境整治", "10", "10", "刘文书"]
    assert wrong == ["2", "2026.5.20", "占道堆放", "5", "5", "刘文书"]
    assert back == ["3", "2026.5.20", "冲第 2 行　占道堆放", "-5", "10", "刘文书"]
    assert end == ["以下空白"]
    column = {item.text: item.x for item in entries.items if isinstance(item, Text)}
    assert column["-5"] == next(
        item.x for item in entries.items if isinstance(item, Text) and item.text == "5" and item.x < 112
    )


def test_a_book_without_lines_has_one_entry_page_that_says_so() -> None:
    pages = pages_of(book())
    assert len(pages) == page_count(0) == 3
    assert rows_of(pages[2]) == [["暂无记录"]]


@pytest.mark.parametrize(("count", "expected"), [(1, 3), (20, 3), (21, 4), (60, 5), (61, 6)])
def test_twenty_lines_fill_a_page(count: int, expected: int) -> None:
    pages = pages_of(book(*[line(number, "1", str(number)) for number in range(1, count + 1)]))
    assert len(pages) == page_count(count) == expected
    shown = [row[0] for page in pages[2:] for row in rows_of(page) if len(row) > 1]
    assert shown == [str(number) for number in range(1, count + 1)]


def test_every_page_says_that_it_is_a_copy_of_the_day_and_not_the_book() -> None:
    pages = pages_of(book(*[line(number, "1", str(number)) for number in range(1, 25)]))
    for number, page in enumerate(pages, 1):
        assert "副本 · 截至 2026年6月1日 打印件 · 不作存折使用 · 校验码 ABCDE23456" in texts(page)
        assert f"第 {number} 页　共 4 页" in texts(page)


def test_the_cover_carries_the_account_number_in_digits_and_as_a_code() -> None:
    cover = pages_of(book())[0]
    codes = [item for item in all_items(cover) if isinstance(item, Code)]
    assert [code.payload for code in codes] == ["20100012"]
    assert {"20100012", "清泉村", "柳溪镇", "清泉村积分管理小组"} <= set(texts(cover))


def test_the_holder_page_says_whose_book_it_is_and_whom_to_call() -> None:
    holder = set(texts(pages_of(book(*told_back()))[1]))
    assert {"王建国", "家庭积分存折", "20100012", "01001", "第一网格", "0351-5550123", "使用说明"} <= holder
    assert any("副本" in words for words in holder if words.startswith("一、"))
    assert "10 分（3 行，截至 2026年6月1日）" in holder


@pytest.mark.parametrize("number", range(3))
def test_red_and_green_books_differ_by_word_shape_and_pattern_on_every_page(number: int) -> None:
    red = all_items(pages_of(book(colour=Colour.RED))[number])
    green = all_items(pages_of(book())[number])
    assert any(isinstance(item, Star) for item in red)
    assert not any(isinstance(item, Disc) for item in red)
    assert any(isinstance(item, Disc) for item in green)
    assert not any(isinstance(item, Star) for item in green)
    assert not any(isinstance(item, Box) and item.hatch for item in red)
    assert any(isinstance(item, Box) and item.hatch for item in green)
    assert "红色存折" in [item.text for item in red if isinstance(item, Text)]
    assert "绿色存折" in [item.text for item in green if isinstance(item, Text)]


def test_books_share_the_fixed_parts_that_a_pdf_stores_once() -> None:
    one, other = pages_of(book(line(1, "1", "1"))), pages_of(book(line(1, "2", "2")))
    for mine, theirs in zip(one, other, strict=True):
        assert mine.fixed[0] is theirs.fixed[0]
    assert len({page.fixed[0].key for page in (*one, *pages_of(book(colour=Colour.RED)))}) == 6


def test_a_long_item_is_wrapped_and_shrunk_and_stays_whole_inside_its_cell() -> None:
    lines = (line(1, "10", "10", item_text=LONG), line(2, "10", "20"))
    entries = pages_of(book(*lines))[2]
    left_ends = [item for item in entries.items if isinstance(item, Text) and item.align is Align.LEFT]
    cell = [text for text in left_ends if text.x < 42 and 33 < text.y < 40.9]
    assert "".join(text.text for text in cell) == LONG
    for text in cell:
        left, top, right, bottom = place(text)
        assert left >= 40
        assert right <= 81
        assert top >= 33
        assert bottom <= 40.9


def test_nothing_overlaps_or_leaves_the_paper_however_long_the_words_are() -> None:
    stuffed = book(
        *[
            line(
                number,
                "999999.25",
                "-12345678.25",
                account_seq=12340 + number,
                item_text=LONG * 2,
                handler="欧阳慕容上官婉儿",
                occurred_on=date(2026, 12, 28),
            )
            for number in range(1, 21)
        ],
    )
    stuffed = replace(
        stuffed,
        village_name="清泉彝族回族满族自治镇柳溪生态移民新村一组",
        issuer="清泉彝族回族满族自治镇柳溪生态移民新村村民委员会积分管理小组",
        account=replace(
            stuffed.account, owner_name="阿卜杜热合曼·买买提吐尔逊·木合塔尔", grid_name="第一网格" * 9
        ),
    )
    for page in (*pages_of(stuffed), *pages_of(book(*told_back()))):
        assert off_paper(page) == []
        assert overlapping(page) == []


def test_a_text_that_crosses_a_column_line_would_be_seen() -> None:
    page = Page(100, 100, (Text(10, 50, "参加环境整治"), Text(20, 50, "10"), Rule(0, 0, 1, 1)))
    assert overlapping(page) == [("参加环境整治", "10")]
    assert off_paper(Page(100, 100, (Text(90, 50, "参加环境整治"),))) == ["参加环境整治"]


def test_the_pdf_can_be_searched_for_names_that_only_the_second_font_has() -> None:
    content = book(*told_back())
    rare = replace(content, account=replace(content.account, owner_name="刘㛃𪨶"))
    assert "刘㛃𪨶" in pdf_text(pages_of(rare))[1]


def test_a_character_that_no_font_draws_is_named_before_printing() -> None:
    unprintable = book(line(1, "1", "1", item_text="打扫\U0010fffd街"))
    with pytest.raises(CharactersNotPrintable) as refusal:
        fontbook().check(texts_of([unprintable]))
    assert "U+10FFFD" in str(refusal.value.params["characters"])
    fontbook().check(texts_of([book(*told_back())]))


def test_free_text_never_reaches_the_paper() -> None:
    content = book(line(1, "-5", "5", memo="与邻居李秀英吵架，电话 13800001234"))
    assert "13800001234" not in "".join(pdf_text(pages_of(content)))
    assert "李秀英" not in "".join(pdf_text(pages_of(content)))


@pytest.mark.parametrize(
    ("kind", "code", "for_whom", "label"),
    [
        (OwnerKind.SHOP, "S001", "商铺积分存折", "商铺编号"),
        (OwnerKind.UNIT, "U001", "单位积分存折", "单位编号"),
    ],
)
def test_the_book_of_a_shop_or_unit_says_whose_it_is(
    kind: OwnerKind, code: str, for_whom: str, label: str
) -> None:
    holder = replace(
        account(), owner_kind=kind, owner_name="清泉便民超市", household_id=0, household_code="",
        grid_code="", grid_name="", organization_id=1, organization_code=code,
    )  # fmt: skip
    pages = passbook_pages(replace(book(), account=holder), measure())
    assert {"绿色存折", for_whom} <= set(texts(pages[0]))
    assert {"清泉便民超市", for_whom, code, label, "—"} <= set(texts(pages[1]))
    assert "户编号" not in texts(pages[1])
    assert f"清泉便民超市　{code}" in texts(pages[2])
    assert "家庭积分存折" not in {text for page in pages for text in texts(page)}
    assert {"清泉便民超市", code} <= set(texts_of([replace(book(), account=holder)]))
