"""What stands on the paper of books, read from the pages before they become ink."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from builders.book_paper import FACTS, LONG, book_row, entries, entry, plan, reversal, stuffed
from builders.paper import fontbook, measure, off_paper, overlapping, pdf_text, place
from passbook_desk.documents.errors import CharactersNotPrintable
from passbook_desk.documents.page import Box, Code, Disc, Page, Star, Text, all_items, page_as_json, texts
from passbook_desk.features.ledger.values import Colour, LineRow, OwnerKind
from passbook_desk.features.passbooks.books.booklet_paper import booklet_pages
from passbook_desk.features.passbooks.books.cover_paper import cover_pages, texts_of_covers
from passbook_desk.features.passbooks.books.fitting import shortened
from passbook_desk.features.passbooks.books.form_paper import entry_form_pages
from passbook_desk.features.passbooks.books.hand_paper import hand_pages
from passbook_desk.features.passbooks.books.layouts import BookLayout, ColumnKind
from passbook_desk.features.passbooks.books.line_paper import continue_pages, texts_of_plans
from passbook_desk.features.passbooks.books.register_paper import book_register_pages, texts_of_register
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.strip_paper import strip_pages
from passbook_desk.features.passbooks.books.values import BookPlan, Position, PrintedLine, PrintWay
from passbook_desk.kernel.points import ZERO

GOLDEN = Path(__file__).parent.parent / "golden" / "books.json"
every_type = pytest.mark.parametrize("layout", SHIPPED, ids=[layout.name for layout in SHIPPED])
both_colours = pytest.mark.parametrize("colour", list(Colour))


def lines_of(page: Page) -> list[list[str]]:
    """The texts of a page, line by line from the top, each from left to right."""
    rows: list[list[Text]] = []
    for item in sorted((item for item in page.items if isinstance(item, Text)), key=lambda item: item.y):
        if rows and item.y - rows[-1][0].y < 1.5:
            rows[-1].append(item)
        else:
            rows.append([item])
    return [[item.text for item in sorted(row, key=lambda item: item.x)] for row in rows]


def told_back() -> tuple[LineRow, ...]:
    """A credit, a deduction, and the deduction taken back."""
    wrong = entry(2, "-5", "5", item_text="占道堆放")
    return entry(1, "10", "10"), wrong, reversal(3, wrong, "10")


def continued(book: BookPlan) -> tuple[Page, ...]:
    return continue_pages(book, book.lines, measure())


def waiting(layout: BookLayout, slot: int, count: int, holder: str = "王建国") -> BookPlan:
    return plan(book_row(layout, position=Position(slot, 0, ZERO), holder=holder), entries(count))


def test_one_page_of_each_kind_is_the_golden_page() -> None:
    pages = [
        continued(plan(book_row(layout), (*told_back(), entry(4, "10", "20", item_text=LONG)), carried=True))
        for layout in SHIPPED
    ]
    assert "".join(page_as_json(page) for (page,) in pages) == GOLDEN.read_text(encoding="utf-8")


def test_a_reversal_names_its_line_and_stands_negative_in_the_column_of_that_line() -> None:
    (page,) = continued(plan(book_row(), told_back()))
    plain, wrong, back = lines_of(page)
    assert plain[:5] == ["1", "2026.1.6", "红白事从简办理", "10", "10"]
    assert wrong[:5] == ["2", "2026.1.9", "占道堆放", "5", "5"]
    assert back[:5] == ["3", "2026.1.12", "冲第 2 行　占道堆放", "-5", "10"]
    x = {item.text: item.x for item in page.items if isinstance(item, Text) and item.text in ("5", "-5")}
    debit = next(column for column in SHIPPED[0].columns if column.kind is ColumnKind.DEBIT)
    assert debit.left_mm < x["-5"] < debit.left_mm + debit.width_mm


def test_a_turned_page_carries_the_balance_on_both_pages_and_a_new_book_begins_with_that_of_the_old() -> None:
    layout = SHIPPED[1]
    first, second = continued(plan(book_row(layout), entries(10), carried=True))
    assert lines_of(first)[0][:2] == ["承上册", "0"]
    assert lines_of(first)[-1][:2] == ["过次页", "65"]
    assert lines_of(second)[0][:2] == ["承前页", "65"]
    (last,) = continued(plan(book_row(layout, position=Position(160, 9, ZERO)), (), closing=True))
    assert lines_of(last)[0][:2] == ["转下册", "0"]


def test_every_line_carries_its_check_code() -> None:
    book = plan(book_row(), entries(24))
    shown = [row[-1] for page in continued(book) for row in lines_of(page)]
    assert shown == [line.code for line in book.lines]
    assert len(set(shown)) == len(book.lines)


def test_a_book_fed_opened_gets_odd_pages_in_the_right_half() -> None:
    layout = SHIPPED[3]
    book = plan(book_row(layout), entries(layout.lines + 4))
    odd, even = continued(book)
    assert (odd.width, odd.height) == (2 * layout.width_mm, layout.height_mm)
    assert min(place(item)[0] for item in odd.items if isinstance(item, Text)) > layout.width_mm
    assert max(place(item)[2] for item in even.items if isinstance(item, Text)) < layout.width_mm


@every_type
def test_the_longest_texts_stay_inside_their_columns_and_lines(layout: BookLayout) -> None:
    book = plan(book_row(layout), stuffed(layout.lines * 2))
    columns = sorted(layout.columns, key=lambda column: column.left_mm)
    for number, page in enumerate(continued(book), start=1):
        assert overlapping(page) == []
        shift = layout.width_mm if layout.spread and number % 2 else 0.0
        for item in page.items:
            assert isinstance(item, Text)
            left, top, right, bottom = place(item)
            inside = [
                column
                for column in columns
                if column.left_mm + shift <= left and right <= column.left_mm + column.width_mm + shift
            ]
            assert len(inside) == 1, item.text
            line = min(range(1, layout.lines + 1), key=lambda line: abs(layout.middle_mm(line) - item.y))
            assert layout.middle_mm(line) - layout.pitch_mm / 2 <= top
            assert bottom <= layout.middle_mm(line) + layout.pitch_mm / 2


def joined_by_line(page: Page, layout: BookLayout, kind: ColumnKind) -> list[tuple[str, float]]:
    """What stands in a column, line by line, rows joined, with the size of the text."""
    column = next(column for column in layout.columns if column.kind is kind)
    shift = layout.width_mm if layout.spread else 0.0
    found: dict[int, tuple[str, float]] = {}
    for item in page.items:
        if (
            isinstance(item, Text)
            and column.left_mm <= place(item)[0] - shift < column.left_mm + column.width_mm
        ):
            line = min(range(1, layout.lines + 1), key=lambda line: abs(layout.middle_mm(line) - item.y))
            found[line] = (found.get(line, ("", 0.0))[0] + item.text, item.size)
    return [found[line] for line in sorted(found)]


@every_type
def test_names_and_words_are_whole_or_end_with_dots_and_can_be_read(layout: BookLayout) -> None:
    names = ("李红", "欧阳慕容", "阿卜杜热合曼·买买提", "欧阳慕容·上官婉儿·买买提吐尔逊")
    made = tuple(
        entry(seq, "10", str(seq * 10), handler=name, item_text=words)
        for seq, (name, words) in enumerate(zip(names, ("扫街", LONG, LONG[:20], LONG * 2), strict=True), 1)
    )
    (page,) = continued(plan(book_row(layout), made))
    for kind, texts_typed in (
        (ColumnKind.HANDLER, names),
        (ColumnKind.WORDS, [line.item_text for line in made]),
    ):
        shown = joined_by_line(page, layout, kind)
        for (text, size), typed in zip(shown, texts_typed, strict=True):
            assert text == typed or (text.endswith("…") and typed.startswith(text[:-1]))
            assert size >= 6.5
    assert joined_by_line(page, layout, ColumnKind.HANDLER)[1][0] == "欧阳慕容"


def test_long_points_are_set_smaller_and_never_cut() -> None:
    for layout in SHIPPED:
        (page,) = continued(plan(book_row(layout), stuffed(3)))
        assert {"999999.25", "-999999.25", "-12345678.25"} <= set(texts(page))


def fitting(text: str, width: float, **rules: int) -> str:
    return shortened(text, width, 8, measure(), **rules)


def test_a_text_is_shortened_by_its_brackets_first_and_then_from_its_end() -> None:
    assert fitting("扫街", 30) == "扫街"
    assert fitting("帮邻居修房顶（两天）搬砖（五车）", 40) == "帮邻居修房顶（两天）搬砖…"
    assert fitting("帮邻居修房顶（两天）搬砖（五车）", 32) == "帮邻居修房顶搬砖…"
    assert fitting("帮邻居修房顶（两天）搬砖（五车）", 15) == "帮邻居修…"
    assert fitting("打扫、清运、宣传", 12) == "打扫…"


def test_a_number_is_never_cut_in_its_middle() -> None:
    assert fitting("扫街 2026 次，另有清运", 16) == "扫街 2026…"
    assert fitting("扫街 2026 次", 13) == "扫街…"


def test_a_reversal_keeps_the_number_of_its_line_whole() -> None:
    words = f"冲第 1234 行　{LONG}"
    assert fitting(words, 22, kept=9) == "冲第 1234 行…"
    assert fitting(words, 5, kept=9) == "冲第 1234 行…"
    narrow = replace(
        SHIPPED[0],
        columns=tuple(
            replace(column, width_mm=8.0) if column.kind is ColumnKind.WORDS else column
            for column in SHIPPED[0].columns
        ),
    )
    first = entry(1234, "10", "10", item_text=LONG)
    (page,) = continued(plan(book_row(narrow), (reversal(1240, first, "0"),)))
    (shown,) = [text for text, _ in joined_by_line(page, narrow, ColumnKind.WORDS)]
    assert shown.replace(" ", "").startswith("冲第1234行")
    assert shown.endswith("…")


def test_rare_names_are_printed_and_what_no_font_draws_is_named_before() -> None:
    book = plan(book_row(holder="刘㛃𪨶"), (entry(1, "10", "10", handler="王𬭎", item_text="打扫街道"),))
    fontbook().check(texts_of_plans([book]))
    assert "王𬭎" in pdf_text(continued(book))[0]
    assert "刘㛃𪨶" in pdf_text(cover_pages(book.book, FACTS, measure()))[1]
    wrong = plan(book_row(), (entry(1, "10", "10", item_text="打扫\U0010fffd街"),))
    with pytest.raises(CharactersNotPrintable) as refusal:
        fontbook().check(texts_of_plans([book, wrong]))
    assert "U+10FFFD" in str(refusal.value.params["characters"])
    assert {"刘㛃𪨶", "王𬭎", "打扫街道", "第一网格"} <= set(texts_of_plans([book]))


def test_free_words_never_reach_a_page() -> None:
    book = plan(book_row(), (entry(1, "-5", "5", memo="与邻居吵架，电话 13800001234"),))
    pages = (*continued(book), *hand_pages([book], measure()), *strip_pages([book], measure()))
    assert "13800001234" not in "".join(pdf_text(pages))


@every_type
@both_colours
def test_cover_and_holder_page_say_whose_book_it_is_and_nothing_overlaps(
    layout: BookLayout, colour: Colour
) -> None:
    row = book_row(layout, colour)
    cover, holder = cover_pages(row, FACTS, measure())
    for page in (cover, holder):
        assert (page.width, page.height) == (layout.width_mm, layout.height_mm)
        assert overlapping(page) == []
        assert off_paper(page, margin=3.0) == []
    assert {row.number, "清泉村", "柳溪镇", "王建国", "清泉村积分管理小组"} <= set(texts(cover))
    said = set(texts(holder))
    assert {"王建国", f"{row.number}（第 1 册）", row.number, "01001", "第一网格", "0351-5550123"} <= said
    assert "2026年1月15日" in said
    assert all(any(word in text for text in said) for word in ("加", "扣", "结余", "冲", "校验码", "挂失"))
    (code,) = [item for item in all_items(holder) if isinstance(item, Code)]
    assert code.payload == row.number
    assert code.x + code.size < layout.width_mm - 3


@every_type
def test_red_and_green_covers_differ_by_shape_word_and_pattern(layout: BookLayout) -> None:
    for number in range(2):
        red = all_items(cover_pages(book_row(layout, Colour.RED), FACTS, measure())[number])
        green = all_items(cover_pages(book_row(layout), FACTS, measure())[number])
        assert [sum(isinstance(item, shape) for item in red) for shape in (Star, Disc)] == [1, 0]
        assert [sum(isinstance(item, shape) for item in green) for shape in (Star, Disc)] == [0, 1]
        assert not any(isinstance(item, Box) and item.hatch for item in red)
        assert any(isinstance(item, Box) and item.hatch for item in green)
        assert "红色存折" in [item.text for item in red if isinstance(item, Text)]
        assert "绿色存折" in [item.text for item in green if isinstance(item, Text)]


@every_type
def test_long_names_of_village_and_holder_stay_whole_on_the_cover(layout: BookLayout) -> None:
    village = "清泉彝族回族满族自治镇柳溪生态移民新村一组"
    issuer = "清泉彝族回族满族自治镇柳溪生态移民新村村民委员会积分管理小组"
    name = "阿卜杜热合曼·买买提吐尔逊·木合塔尔"
    row = book_row(layout, holder=name)
    row = replace(row, account=replace(row.account, grid_name="第一网格" * 9))
    pages = cover_pages(row, replace(FACTS, village_name=village, issuer=issuer), measure())
    for page in pages:
        assert overlapping(page) == []
        assert off_paper(page, margin=3.0) == []
        assert name in "".join(texts(page))
    assert village in "".join(texts(pages[0]))
    assert issuer in "".join(texts(pages[1]))


def test_the_book_of_a_shop_says_so() -> None:
    row = book_row(holder="清泉便民超市")
    shop = replace(
        row.account, owner_kind=OwnerKind.SHOP, owner_name="清泉便民超市", household_id=0, household_code="",
        grid_code="", grid_name="", organization_id=1, organization_code="S001",
    )  # fmt: skip
    cover, holder = cover_pages(replace(row, account=shop), FACTS, measure())
    assert {"绿色存折", "商铺积分存折"} <= set(texts(cover))
    assert {"商铺编号", "S001", "—"} <= set(texts(holder))
    assert "户编号" not in texts(holder)
    assert {"清泉便民超市", "S001", "清泉村"} <= set(texts_of_covers((replace(row, account=shop),), FACTS))


@every_type
def test_a_booklet_has_entry_page_n_at_place_n_plus_two_and_pages_by_fours(layout: BookLayout) -> None:
    book = plan(book_row(layout), entries(layout.lines + 3))
    pages = booklet_pages(book, FACTS, (), measure())
    assert layout.pages + 2 <= len(pages) < layout.pages + 6
    assert len(pages) % 4 == 0
    for number in range(1, layout.pages + 1):
        assert f"第 {number} 页" in texts(pages[number + 1])
        assert overlapping(pages[number + 1]) == []
        assert off_paper(pages[number + 1], margin=2.0) == []
    codes = {line.code for line in book.lines}
    for number in range(1, layout.pages + 1):
        expected = [line.code for line in book.lines if line.page == number]
        assert [text for text in texts(pages[number + 1]) if text in codes] == expected
    assert all(text == "" for text in texts(pages[-1]))


def test_the_rules_of_the_village_follow_the_entry_pages_of_a_booklet() -> None:
    layout = SHIPPED[1]
    rules = tuple(f"{number}、参加村里组织的环境整治，每次加 {number} 分。" for number in range(1, 21))
    pages = booklet_pages(plan(book_row(layout), ()), FACTS, rules, measure())
    after = pages[layout.pages + 2 :]
    assert len(pages) % 4 == 0
    assert "".join(text for page in after for text in texts(page) if "摘要" not in text) == "".join(rules)
    assert all(off_paper(page, margin=3.0) == [] and overlapping(page) == [] for page in after)


def test_forms_of_blank_stock_have_heads_bands_and_numbers() -> None:
    for layout in SHIPPED:
        for colour, word in ((Colour.RED, "红色存折"), (Colour.GREEN, "绿色存折")):
            pages = entry_form_pages(layout, colour, range(1, 4), measure())
            assert [text for page in pages for text in texts(page) if text.startswith("第 ")] == [
                "第 1 页", "第 2 页", "第 3 页",
            ]  # fmt: skip
            assert {word, "日期", "事项", "加", "扣", "结余", "经手", "校验码"} <= set(texts(pages[0]))
            assert pages[0].fixed[0] is pages[2].fixed[0]


def test_forms_of_another_layout_or_colour_have_another_name_in_a_file() -> None:
    kinds = [(layout, colour) for layout in SHIPPED for colour in Colour]
    keys = {entry_form_pages(*kind, (1,), measure())[0].fixed[0].key for kind in kinds}
    assert len(keys) == len(kinds)


def test_a_strip_holds_the_lines_of_one_page_with_the_pitch_and_columns_of_the_book() -> None:
    layout = SHIPPED[1]
    book = waiting(layout, 9, 3)
    (sheet,) = strip_pages([book], measure())
    strip = [item for item in sheet.items if isinstance(item, Text) and item.size > 5]
    labels = [item.text for item in strip if "存折号" in item.text]
    assert labels == [
        f"王建国　存折号 {book.book.number}　第 1 页 第 9–10 行",
        f"王建国　存折号 {book.book.number}　第 2 页 第 1–3 行",
    ]
    seen = {item.text: item for item in strip}
    (page, _) = continued(book)
    on_page = {item.text: item for item in page.items if isinstance(item, Text)}
    first, last = book.lines[0].code, book.lines[1].code
    assert seen[last].y - seen[first].y == pytest.approx(layout.pitch_mm)
    assert seen[first].x - seen["红白事从简办理"].x == pytest.approx(
        on_page[first].x - on_page["红白事从简办理"].x
    )


def test_no_strip_lies_over_a_fold() -> None:
    (sheet,) = strip_pages([waiting(SHIPPED[0], 9, 4)], measure())
    labels = [text for text in texts(sheet) if "存折号" in text]
    assert [label.rpartition("第 ")[2] for label in labels] == ["9–10 行", "11–12 行"]


def test_many_strips_go_on_over_sheets_and_none_is_parted_or_off_the_paper() -> None:
    plans = [waiting(layout, slot, 14, "欧阳慕容") for layout in SHIPPED for slot in (1, 5, 8)]
    sheets = strip_pages(plans, measure())
    assert len(sheets) > 1
    for sheet in sheets:
        assert off_paper(sheet, margin=8.0) == []
        assert overlapping(sheet) == []
        assert (sheet.width, sheet.height) == (210.0, 297.0)
    labels = [text for sheet in sheets for text in texts(sheet) if "存折号" in text]
    runs = {(number, line.page, line.line > (made.book.layout.fold_after or 99))
            for number, made in enumerate(plans) for line in made.lines}  # fmt: skip
    assert len(labels) == len(runs)


def test_a_strip_higher_than_a_sheet_is_parted() -> None:
    tall = replace(SHIPPED[4], height_mm=400.0, lines=40, pitch_mm=8.6)
    sheets = strip_pages([waiting(tall, 1, 38)], measure())
    assert len(sheets) == 2
    assert all(off_paper(sheet, margin=8.0) == [] for sheet in sheets)


def test_the_hand_copy_aid_names_holder_and_place_large_and_has_lines_in_very_large_type() -> None:
    book = waiting(SHIPPED[0], 9, 3)
    (sheet,) = hand_pages([book], measure())
    sizes = {item.text: item.size for item in sheet.items if isinstance(item, Text)}
    assert sizes["王建国"] >= 30
    assert sizes["第 1 页　第 9 行起"] >= 24
    for word in ("1-9", "2026.1.6", "红白事从简办理", "10", book.lines[0].code):
        assert sizes[word] >= 20
    assert {"页-行", "日期", "事项", "加", "扣", "结余", "校验码"} <= set(sizes)


def test_long_words_are_in_full_on_the_hand_copy_aid_and_books_go_on_over_sheets() -> None:
    plans = [plan(book_row(holder=name), stuffed(4)) for name in ("王建国", "刘㛃𪨶", "李秀英")]
    sheets = hand_pages(plans, measure())
    whole = "".join(text for sheet in sheets for text in texts(sheet))
    assert whole.count(LONG * 2) == 12
    for number, sheet in enumerate(sheets, start=1):
        assert off_paper(sheet, margin=8.0) == []
        assert overlapping(sheet) == []
        assert f"手写登折　第 {number} 页　共 {len(sheets)} 页" in texts(sheet)
    for one, other in pairwise(sheets):
        assert any(name in texts(other) for name in ("王建国", "刘㛃𪨶", "李秀英")), texts(one)


def register(count: int, **changed: object) -> tuple[PrintedLine, ...]:
    sent = datetime(2026, 5, 1, 3, 4, tzinfo=UTC)
    return tuple(
        PrintedLine(line, PrintWay.PRINTER, "得实DS-5400", sent, "刘文书", spoilt=line.slot == 4)
        for line in plan(book_row(**changed), entries(count)).lines
    )


def test_every_page_of_a_register_says_that_it_is_a_copy() -> None:
    pages = book_register_pages(book_row(), FACTS, register(60), date(2026, 6, 1), measure())
    assert len(pages) > 1
    for page in pages:
        assert any("副本 · 只供查对，不作存折使用" in text for text in texts(page))
        assert any(text.startswith("存折登记簿（副本") for text in texts(page))
        assert overlapping(page) == []
        assert off_paper(page) == []
    shown = texts(pages[0])
    assert {"1-1", "2026.1.6", "红白事从简办理", "刘文书", register(1)[0].paper.code} <= set(shown)
    assert "".join(shown).count("作废（没打好）") == 1
    assert {"刘文书", "得实DS-5400", "王建国"} <= set(texts_of_register(book_row(), FACTS, register(3)))


def test_the_register_of_an_empty_book_says_so() -> None:
    (page,) = book_register_pages(book_row(), FACTS, (), date(2026, 6, 1), measure())
    assert "这本存折上还没有登过行。" in texts(page)
