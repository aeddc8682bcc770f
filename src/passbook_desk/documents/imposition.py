"""The pages of a booklet on sheets of A4, in the order for folding and stapling.

A village has A4 paper, a pair of scissors and a stapler. An A5 booklet is two pages side by side on A4 lying
down: fold the pile once, staple the fold. An A6 booklet is four pages on A4 standing up: cut the whole pile
across the middle once, lay the upper half of the pile on the lower half, fold, staple. The upper halves are
the outer leaves, so nothing has to be sorted; A5 paper is not needed. With an odd number of leaves the lowest
half sheet is blank and is left out.

Sheets are laid out as if each were turned over like the page of a book (about its upright middle). Where the
printer turns the paper about the other axis, the back is put on its head.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from passbook_desk.documents.errors import PageTooLargeForBooklet
from passbook_desk.documents.page import A4, A4_LANDSCAPE, GREY, Inset, Item, Page, Rule

_MARK: Final = 3.0
"""How long the marks for folding and cutting are, at the edge of the paper."""


class BookletSize(StrEnum):
    """The size of a leaf: two pages side by side, or four, on a sheet of A4."""

    A5 = "a5"
    A6 = "a6"


class Duplex(StrEnum):
    """About which edge of the A4 sheet the printer turns it for the back."""

    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"


class Side(StrEnum):
    """Where the printed side of a sheet looks."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class TwoPasses:
    """A booklet for a printer that prints one side only.

    Print all `fronts`, then put the whole pile back, the same edge first, and print all `backs`. The pile is
    turned over before when `turn_over` says so, else it goes in as it came out.
    """

    fronts: tuple[Page, ...]
    backs: tuple[Page, ...]
    turn_over: bool


@dataclass(frozen=True, slots=True)
class _Shape:
    """A sheet of A4 and the strips of two leaves on it, from above."""

    width: float
    height: float
    strips: int

    @property
    def leaf_width(self) -> float:
        return self.width / 2

    @property
    def leaf_height(self) -> float:
        return self.height / self.strips


_SHAPES: Final = {BookletSize.A5: _Shape(*A4_LANDSCAPE, 1), BookletSize.A6: _Shape(*A4, 2)}


def booklet_sheets(pages: Sequence[Page], size: BookletSize, duplex: Duplex) -> tuple[Page, ...]:
    """Front and back of each sheet in turn, for a printer that turns the paper itself.

    Missing pages up to a multiple of four stay blank at the end. Raises PageTooLargeForBooklet.
    """
    shape = _SHAPES[size]
    fronts, backs = _sheets(pages, shape)
    if _on_its_head(shape, duplex):
        backs = tuple(_turned(back) for back in backs)
    return tuple(side for sheet in zip(fronts, backs, strict=True) for side in sheet)


def booklet_by_hand(
    pages: Sequence[Page],
    size: BookletSize,
    comes_out: Side = Side.DOWN,
    prints_on: Side = Side.DOWN,
    other_edge_first: bool = False,
) -> TwoPasses:
    """The two passes for a printer that prints one side only.

    `comes_out` is where the printed side looks in the output tray, `prints_on` which side of the paper in the
    input tray gets the ink; both are taken from the top. As preset: an ordinary laser printer with a drawer.
    `other_edge_first` where the pile goes in the other way round and the backs would be upside down.
    Raises PageTooLargeForBooklet.
    """
    shape = _SHAPES[size]
    fronts, backs = _sheets(pages, shape)
    turned_about = Duplex.SHORT_EDGE if other_edge_first else Duplex.LONG_EDGE
    if _on_its_head(shape, turned_about):
        backs = tuple(_turned(back) for back in backs)
    turn_over = comes_out is prints_on
    return TwoPasses(fronts, backs if turn_over else backs[::-1], turn_over)


def _on_its_head(shape: _Shape, duplex: Duplex) -> bool:
    """Whether the printer turns the sheet about its lying middle, not about its upright one."""
    lying = shape.width > shape.height
    return lying is (duplex is Duplex.LONG_EDGE)


def _sheets(pages: Sequence[Page], shape: _Shape) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Fronts and backs; the strips of all sheets from above are the outer leaves, those below the inner."""
    for page in pages:
        if page.width > shape.leaf_width or page.height > shape.leaf_height:
            raise PageTooLargeForBooklet(width=f"{int(shape.leaf_width)}", height=f"{int(shape.leaf_height)}")
    leaves = -(-len(pages) // 4)
    sheets = -(-leaves // shape.strips)
    fronts, backs = [], []
    for sheet in range(sheets):
        front: list[Inset] = []
        back: list[Inset] = []
        for strip in range(shape.strips):
            leaf = sheet + strip * sheets
            if leaf < leaves:
                last, first = 4 * leaves - 2 * leaf, 2 * leaf + 1
                front += _beside(pages, last, first, strip, shape)
                back += _beside(pages, first + 1, last - 1, strip, shape)
        fronts.append(Page(shape.width, shape.height, _marks(shape), insets=tuple(front)))
        backs.append(Page(shape.width, shape.height, (), insets=tuple(back)))
    return tuple(fronts), tuple(backs)


def _beside(pages: Sequence[Page], left: int, right: int, strip: int, shape: _Shape) -> list[Inset]:
    """Two pages by their numbers from 1, both against the fold; a number beyond the last page stays blank."""
    found = []
    for number, at_left in ((left, True), (right, False)):
        if number <= len(pages):
            page = pages[number - 1]
            x = shape.leaf_width - page.width if at_left else shape.leaf_width
            y = strip * shape.leaf_height + (shape.leaf_height - page.height) / 2
            found.append(Inset(page, x, y))
    return found


def _marks(shape: _Shape) -> tuple[Item, ...]:
    """Where to fold, at the upper and lower edge, and where to cut, at both sides."""
    fold, cut = shape.width / 2, shape.height / 2
    marks = [(fold, 0.0, fold, _MARK), (fold, shape.height - _MARK, fold, shape.height)]
    if shape.strips > 1:
        marks += [(0.0, cut, _MARK, cut), (shape.width - _MARK, cut, shape.width, cut)]
    return tuple(Rule(*mark, 0.15, GREY) for mark in marks)


def _turned(side: Page) -> Page:
    """The same sheet on its head."""
    insets = tuple(
        Inset(
            inset.page,
            side.width - inset.x - inset.page.width,
            side.height - inset.y - inset.page.height,
            not inset.turned,
        )
        for inset in side.insets
    )
    return Page(side.width, side.height, side.items, side.fixed, insets, side.correction)
