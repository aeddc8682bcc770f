"""A printer that is off by so much gets pages that are off by as much the other way."""

from dataclasses import replace

import pytest

from builders.ink import apart, pdf_characters, pdf_ink, pdf_size
from passbook_desk.documents.correction import NO_CORRECTION, Correction, corrected
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Box, Code, Fixed, Inset, Page, Text, page_as_json, texts
from passbook_desk.documents.pdf_pen import pdf_bytes

BLACK_BOX = Box(30, 40, 50, 60, 0, fill=(0.0, 0.0, 0.0))
MOVES = {
    "right": Correction(right_mm=3.2),
    "left and up": Correction(right_mm=-4.1, down_mm=-2.7),
    "down": Correction(down_mm=5.0),
    "wider": Correction(scale_x=1.02),
    "lower": Correction(scale_y=0.98),
    "all at once": Correction(-2.5, 3.5, 0.985, 1.015),
}
DOT = 25.4 / 600


def book(*items: Text | Box) -> Page:
    return Page(130, 180, items)


@pytest.mark.parametrize("name", MOVES)
def test_ink_moves_by_exactly_the_correction_and_the_paper_stays(fontbook: FontBook, name: str) -> None:
    found = MOVES[name]
    content = pdf_bytes([replace(book(BLACK_BOX), correction=found)], fontbook, "校准")
    expected = (*found.placed(30, 40), *found.placed(80, 100))
    assert apart(pdf_ink(content).extent(), expected) <= 1.5 * DOT
    assert pdf_size(content) == pytest.approx((130, 180), abs=0.01)


@pytest.mark.parametrize("name", MOVES)
def test_every_glyph_moves_with_the_page(fontbook: FontBook, name: str) -> None:
    page = book(Text(12, 30, "2026.06.03打扫街道10", 10.5), Text(40, 150, "承前页余额135", 12))
    straight = pdf_characters(pdf_bytes([page], fontbook, "登折"))
    moved = pdf_characters(pdf_bytes([replace(page, correction=MOVES[name])], fontbook, "登折"))
    assert "".join(one.character for one in moved) == "2026.06.03打扫街道10承前页余额135"
    for before, after in zip(straight, moved, strict=True):
        assert (after.x, after.y) == pytest.approx(MOVES[name].placed(before.x, before.y), abs=0.01)


def test_the_fixed_parts_and_insets_of_a_page_move_as_well(fontbook: FontBook) -> None:
    frame = Fixed("frame", (Box(20, 20, 10, 10, 0, fill=(0.0, 0.0, 0.0)),))
    inner = Page(40, 40, (Box(10, 10, 10, 10, 0, fill=(0.0, 0.0, 0.0)),))
    page = Page(130, 180, (), (frame,), (Inset(inner, 80, 130),), MOVES["all at once"])
    ink = pdf_ink(pdf_bytes([page], fontbook, "校准"))
    upper, lower = ink.extent((0, 0, 130, 90)), ink.extent((0, 90, 130, 180))
    assert apart(upper, (*page.correction.placed(20, 20), *page.correction.placed(30, 30))) <= 1.5 * DOT
    assert apart(lower, (*page.correction.placed(90, 140), *page.correction.placed(100, 150))) <= 1.5 * DOT


def test_an_inset_turned_by_half_a_turn_stands_on_its_head_in_the_same_place(fontbook: FontBook) -> None:
    inner = Page(60, 80, (Box(5, 8, 10, 4, 0, fill=(0.0, 0.0, 0.0)),))
    content = pdf_bytes([Page(130, 180, (), (), (Inset(inner, 30, 50, True),))], fontbook, "小册子")
    assert (
        apart(pdf_ink(content).extent(), (30 + 60 - 15, 50 + 80 - 12, 30 + 60 - 5, 50 + 80 - 8)) <= 1.5 * DOT
    )


def test_an_inset_begins_with_black_whatever_was_drawn_before_it(fontbook: FontBook) -> None:
    pale = Page(40, 40, (Box(0, 0, 40, 40, 0, fill=(0.95, 0.95, 0.95)),))
    words = Page(40, 40, (Text(5, 20, "石桥村", 20), Code(5, 25, 12, "2023012499")))
    content = pdf_bytes([Page(130, 180, (), (), (Inset(pale, 0, 0), Inset(words, 50, 60)))], fontbook, "册")
    assert pdf_ink(content).extent()[0] > 50


def test_the_same_fixed_part_is_stored_once_for_all_insets_of_a_sheet(fontbook: FontBook) -> None:
    grid = Fixed("grid", tuple(Box(x, y, 5, 5) for x in range(10, 130, 5) for y in range(10, 190, 5)))
    leaf = Page(148, 210, (Text(20, 20, "第一页"),), (grid,))
    alone = pdf_bytes([leaf], fontbook, "册")
    two = Page(297, 210, (), (), (Inset(leaf, 0, 0), Inset(leaf, 149, 0, True)))
    assert len(pdf_bytes([two], fontbook, "册")) < len(alone) + 300


def test_fan_fold_paper_is_drawn_further_down_sheet_by_sheet(fontbook: FontBook) -> None:
    pages = corrected([book(BLACK_BOX)] * 4, Correction(right_mm=1.0, down_mm=-2.0, drift_mm=0.4))
    content = pdf_bytes(pages, fontbook, "连打")
    tops = [pdf_ink(content, number).extent()[1] for number in range(4)]
    assert tops == pytest.approx([38.0, 38.4, 38.8, 39.2], abs=1.5 * DOT)


def test_pages_nobody_corrected_stay_as_they_are(fontbook: FontBook) -> None:
    pages = (book(BLACK_BOX),) * 3
    assert corrected(pages, NO_CORRECTION) == pages
    assert "correction" not in page_as_json(pages[0])
    assert "[1.0, 0.0, 1.0, 1.0, 0.0]" in page_as_json(replace(pages[0], correction=Correction(1.0)))


def test_the_words_of_an_inset_are_checked_with_those_of_the_sheet() -> None:
    inner = book(Text(10, 10, "内页"))
    assert texts(Page(210, 297, (Text(1, 1, "折线"),), insets=(Inset(inner, 0, 0),))) == ("折线", "内页")
