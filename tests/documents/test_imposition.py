"""Booklets put together as a clerk does: print, turn the pile, cut, fold, staple, and leaf through."""

from dataclasses import dataclass

import pytest

from builders.ink import pdf_characters, pdf_size
from passbook_desk.documents.errors import PageTooLargeForBooklet
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.imposition import (
    BookletSize,
    Duplex,
    Side,
    TwoPasses,
    booklet_by_hand,
    booklet_sheets,
)
from passbook_desk.documents.page import Align, Page, Text
from passbook_desk.documents.pdf_pen import pdf_bytes

SIZES = {BookletSize.A5: (148.0, 210.0), BookletSize.A6: (105.0, 148.0)}
COUNTS = range(8, 49)


@dataclass
class Paper:
    """A sheet of A4 that a printer has printed on both sides."""

    front: Page
    back: Page
    about: Duplex
    """Which edge it was turned about in between."""


@dataclass(frozen=True)
class Leaf:
    """A piece of paper in the pile: the number of the page on either side and whether it is upright."""

    front: tuple[int, bool] | None
    back: tuple[int, bool] | None


def book(count: int, size: BookletSize) -> tuple[Page, ...]:
    width, height = SIZES[size]
    return tuple(
        Page(width, height, (Text(width / 2, 20, str(number), 20, align=Align.CENTRE),))
        for number in range(1, count + 1)
    )


def printed(sides: tuple[Page, ...], about: Duplex) -> list[Paper]:
    """The pile of a printer that turns the paper by itself, sheet 1 first."""
    return [Paper(front, back, about) for front, back in zip(sides[::2], sides[1::2], strict=True)]


def printed_by_hand(passes: TwoPasses, comes_out: Side, prints_on: Side, about: Duplex) -> list[Paper]:
    """Two passes through a printer; the pile is held as (number of the sheet, side with ink looks up)."""
    pile: list[tuple[int, bool]] = []
    for number in range(len(passes.fronts)):
        pile.insert(0, (number, comes_out is Side.UP))
    if passes.turn_over:
        pile = [(number, not up) for number, up in reversed(pile)]
    backs: dict[int, Page] = {}
    for (number, up), back in zip(pile, passes.backs, strict=True):
        assert up is not (prints_on is Side.UP), "ink on the side that has ink"
        backs[number] = back
    return [Paper(front, backs[number], about) for number, front in enumerate(passes.fronts)]


def leaves_of(paper: Paper, size: BookletSize) -> list[dict[str, Leaf]]:
    """The strips of a sheet from above, each with its left and right leaf, seen from the front."""
    strips = 1 if size is BookletSize.A5 else 2
    found = []
    for strip in range(strips):
        strip_leaves = {}
        for name, column in (("left", 0), ("right", 1)):
            front = page_at(paper.front, column, strip, strips)
            lying = paper.front.width > paper.front.height
            about_upright = lying is (paper.about is Duplex.SHORT_EDGE)
            if about_upright:
                back = page_at(paper.back, 1 - column, strip, strips)
            else:
                back = page_at(paper.back, column, strips - 1 - strip, strips)
                back = back and (back[0], not back[1])
            strip_leaves[name] = Leaf(front, back)
        found.append(strip_leaves)
    return found


def page_at(side: Page, column: int, row: int, rows: int) -> tuple[int, bool] | None:
    """The number of the page in a cell of the sheet, and whether it stands upright there."""
    for inset in side.insets:
        middle_x, middle_y = inset.x + inset.page.width / 2, inset.y + inset.page.height / 2
        if (int(middle_x / side.width * 2), int(middle_y / side.height * rows)) == (column, row):
            (text,) = inset.page.items
            assert isinstance(text, Text)
            return int(text.text), not inset.turned
    return None


def leafed_through(pile: list[Paper], size: BookletSize) -> list[tuple[int, bool] | None]:
    """Cut, lay the upper halves on the lower ones, fold, and read page by page."""
    cut = [leaves_of(paper, size) for paper in pile]
    strips = [sheet[strip] for strip in range(len(cut[0])) for sheet in cut]
    out = [side for strip in strips for side in (strip["right"].front, strip["right"].back)]
    home = [side for strip in reversed(strips) for side in (strip["left"].back, strip["left"].front)]
    return out + home


@pytest.mark.parametrize("duplex", Duplex)
@pytest.mark.parametrize("size", BookletSize)
@pytest.mark.parametrize("count", COUNTS)
def test_a_folded_pile_reads_from_the_first_page_to_the_last(
    count: int, size: BookletSize, duplex: Duplex
) -> None:
    pile = printed(booklet_sheets(book(count, size), size, duplex), duplex)
    seen = leafed_through(pile, size)
    pages = [side for side in seen if side is not None]
    assert pages == [(number, True) for number in range(1, count + 1)]
    if size is BookletSize.A5:
        assert seen == pages + [None] * (-count % 4)
        assert len(pile) == -(-count // 4)
    else:
        assert len(pile) == -(-count // 8)


@pytest.mark.parametrize("other_edge", [False, True])
@pytest.mark.parametrize("prints_on", Side)
@pytest.mark.parametrize("comes_out", Side)
@pytest.mark.parametrize("size", BookletSize)
@pytest.mark.parametrize("count", COUNTS)
def test_two_passes_by_hand_make_the_same_booklet(
    count: int, size: BookletSize, comes_out: Side, prints_on: Side, other_edge: bool
) -> None:
    passes = booklet_by_hand(book(count, size), size, comes_out, prints_on, other_edge)
    about = Duplex.SHORT_EDGE if other_edge else Duplex.LONG_EDGE
    pile = printed_by_hand(passes, comes_out, prints_on, about)
    pages = [side for side in leafed_through(pile, size) if side is not None]
    assert pages == [(number, True) for number in range(1, count + 1)]


def test_the_wrong_edge_would_show_pages_on_their_head() -> None:
    sides = booklet_sheets(book(8, BookletSize.A5), BookletSize.A5, Duplex.LONG_EDGE)
    seen = leafed_through(printed(sides, Duplex.SHORT_EDGE), BookletSize.A5)
    assert [side[1] for side in seen if side] == [True, False, True, False, False, True, False, True]


def test_a_pile_that_is_not_turned_over_is_printed_from_its_last_sheet() -> None:
    pages = book(12, BookletSize.A5)
    turned = booklet_by_hand(pages, BookletSize.A5, Side.DOWN, Side.DOWN)
    straight = booklet_by_hand(pages, BookletSize.A5, Side.DOWN, Side.UP)
    assert (turned.turn_over, straight.turn_over) == (True, False)
    assert straight.backs == turned.backs[::-1]
    assert straight.fronts == turned.fronts


@pytest.mark.parametrize("size", BookletSize)
def test_the_numbers_stand_where_the_folded_leaf_has_them(fontbook: FontBook, size: BookletSize) -> None:
    width, _ = SIZES[size]
    content = pdf_bytes(booklet_sheets(book(8, size), size, Duplex.LONG_EDGE), fontbook, "小册子")
    assert pdf_size(content) == pytest.approx((297, 210) if size is BookletSize.A5 else (210, 297), abs=0.01)
    fold = pdf_size(content)[0] / 2
    one = next(each for each in pdf_characters(content) if each.character == "1")
    assert one.x == pytest.approx(fold + width / 2, abs=3)
    seven = next(each for each in pdf_characters(content, 1) if each.character == "7")
    upright = size is BookletSize.A6
    assert seven.x == pytest.approx(fold + width / 2 if upright else fold - width / 2, abs=3)
    assert seven.y == pytest.approx(20 if upright else 190, abs=0.5)


def test_a_page_larger_than_a_leaf_is_refused() -> None:
    with pytest.raises(PageTooLargeForBooklet) as refused:
        booklet_sheets([Page(130, 180, ())], BookletSize.A6, Duplex.LONG_EDGE)
    assert refused.value.params == {"width": "105", "height": "148"}


def test_smaller_pages_lie_against_the_fold_in_the_middle_of_their_leaf() -> None:
    (front, _) = booklet_sheets([Page(125, 88, ())] * 4, BookletSize.A5, Duplex.LONG_EDGE)
    assert [(inset.x, inset.y) for inset in front.insets] == [(23.5, 61.0), (148.5, 61.0)]
