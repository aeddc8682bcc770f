"""Items of a page as PDF operators."""

from collections.abc import Iterable
from math import cos, radians, sin
from typing import NamedTuple

from passbook_desk.documents.codes import bars, squares
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import BLACK, Align, Box, Code, Colour, Disc, Face, Item, Rule, Star, Text
from passbook_desk.documents.pdf_fonts import EmbeddedFont
from passbook_desk.documents.shapes import hatch_rules, star_points

POINTS_PER_MM = 72 / 25.4
_ROUND = 0.5522847498
"""How far the control points of a quarter circle lie, in radii."""
_SHARE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
_KEPT = 100_000


class _Line(NamedTuple):
    """A text ready to be shown: (font resource, operator) for each run, and its width in font sizes."""

    runs: tuple[tuple[str, str], ...]
    width: float


class Ink:
    """Turns items into operators for one document; remembers texts, places and the fonts used."""

    def __init__(self, fontbook: FontBook) -> None:
        self._fontbook = fontbook
        self._embedded: dict[str, EmbeddedFont] = {}
        self._lines: dict[tuple[str, Face], _Line] = {}
        self._places: dict[tuple[float, float, float], str] = {}

    def fonts(self) -> tuple[EmbeddedFont, ...]:
        """The fonts used so far, in the order of their first use."""
        return tuple(self._embedded.values())

    def operators(self, items: Iterable[Item], height: float) -> str:
        """The items as operators, `height` being that of the page in millimetres.

        Starts from the graphics state of a fresh page. Raises CharactersNotPrintable.
        """
        out: list[str] = []
        add = out.append
        lines, places = self._lines, self._places
        state = _State(out, height)
        font, size, colour, in_text = "", 0.0, BLACK, False
        for item in items:
            if type(item) is not Text:
                if in_text:
                    add("ET")
                    in_text, font = False, ""
                self._shape(item, state)
                colour = state.fill
                continue
            if not item.text:
                continue
            if not in_text:
                add("BT")
                in_text = True
            if item.colour is not colour and item.colour != colour:
                colour = state.fill = item.colour
                add(f"{_rgb(colour)} rg")
            line = lines.get((item.text, item.face)) or self._line(item.text, item.face)
            if item.align is Align.LEFT and not item.angle:
                place = places.get((item.x, item.y, height)) or self._place(item.x, item.y, height)
            else:
                place = _turned(item, line.width, height)
            add(place)
            for resource, show in line.runs:
                if resource != font or item.size != size:
                    font, size = resource, item.size
                    add(f"/{font} {size:g} Tf")
                add(show)
        if in_text:
            add("ET")
        return "\n".join(out)

    def _line(self, text: str, face: Face) -> _Line:
        runs = []
        width = 0.0
        for name, part in self._fontbook.runs(text, face):
            font = self._fontbook.font(name)
            if name not in self._embedded:
                self._embedded[name] = EmbeddedFont(font, f"F{len(self._embedded) + 1}")
            embedded = self._embedded[name]
            runs.append((embedded.resource, f"<{embedded.encode(part)}> Tj"))
            width += sum(font.advance(character) for character in part)
        if len(self._lines) > _KEPT:
            self._lines.clear()
        line = self._lines[(text, face)] = _Line(tuple(runs), width / 1000)
        return line

    def _place(self, x: float, y: float, height: float) -> str:
        if len(self._places) > _KEPT:
            self._places.clear()
        place = f"1 0 0 1 {x * POINTS_PER_MM:.2f} {(height - y) * POINTS_PER_MM:.2f} Tm"
        self._places[(x, y, height)] = place
        return place

    def _shape(self, item: Item, state: "_State") -> None:
        if isinstance(item, Rule):
            state.rule(item)
        elif isinstance(item, Box):
            state.box(item)
        elif isinstance(item, Disc):
            state.disc(item)
        elif isinstance(item, Star):
            state.star(item)
        elif isinstance(item, Code):
            state.code(item)


class _State:
    """Writes shapes and knows which colours and line width are set on the page."""

    def __init__(self, out: list[str], height: float) -> None:
        self._add = out.append
        self._height = height
        self._stroke: Colour = BLACK
        self._width = 0.0
        self.fill: Colour = BLACK

    def rule(self, item: Rule) -> None:
        self._pen(item.width, item.colour)
        self._add(f"{self._at(item.x1, item.y1)} m {self._at(item.x2, item.y2)} l S")

    def box(self, item: Box) -> None:
        corner = self._at(item.x, item.y + item.height)
        path = f"{corner} {item.width * POINTS_PER_MM:.2f} {item.height * POINTS_PER_MM:.2f} re"
        if item.fill is not None:
            self._brush(item.fill)
            self._add(f"{path} f")
        if item.hatch:
            for rule in hatch_rules(item):
                self.rule(rule)
        if item.line > 0:
            self._pen(item.line, item.colour)
            self._add(f"{path} S")

    def disc(self, item: Disc) -> None:
        self._brush(item.fill)
        x, y, r, k = item.x, item.y, item.radius, item.radius * _ROUND
        at = self._at
        self._add(
            f"{at(x + r, y)} m "
            f"{at(x + r, y - k)} {at(x + k, y - r)} {at(x, y - r)} c "
            f"{at(x - k, y - r)} {at(x - r, y - k)} {at(x - r, y)} c "
            f"{at(x - r, y + k)} {at(x - k, y + r)} {at(x, y + r)} c "
            f"{at(x + k, y + r)} {at(x + r, y + k)} {at(x + r, y)} c f"
        )

    def star(self, item: Star) -> None:
        self._brush(item.fill)
        first, *others = (self._at(x, y) for x, y in star_points(item))
        self._add(f"{first} m " + " ".join(f"{corner} l" for corner in others) + " f")

    def code(self, item: Code) -> None:
        self._brush(BLACK)
        rows = squares(item.payload)
        side = item.size / len(rows) * POINTS_PER_MM
        left, top = item.x * POINTS_PER_MM, (self._height - item.y) * POINTS_PER_MM
        paths = [
            f"{left + column * side:.3f} {top - (row + 1) * side:.3f} {length * side:.3f} {side:.3f} re"
            for row, column, length in bars(rows)
        ]
        self._add("\n".join(paths) + "\nf")

    def _at(self, x: float, y: float) -> str:
        return f"{x * POINTS_PER_MM:.2f} {(self._height - y) * POINTS_PER_MM:.2f}"

    def _pen(self, width: float, colour: Colour) -> None:
        if width != self._width:
            self._width = width
            self._add(f"{width * POINTS_PER_MM:.3f} w")
        if colour != self._stroke:
            self._stroke = colour
            self._add(f"{_rgb(colour)} RG")

    def _brush(self, colour: Colour) -> None:
        if colour != self.fill:
            self.fill = colour
            self._add(f"{_rgb(colour)} rg")


def _turned(item: Text, width: float, height: float) -> str:
    """Where a text begins that is aligned by its middle or end, or turned."""
    back = width * item.size * _SHARE[item.align]
    x, y = item.x * POINTS_PER_MM, (height - item.y) * POINTS_PER_MM
    if not item.angle:
        return f"1 0 0 1 {x - back:.2f} {y:.2f} Tm"
    c, s = cos(radians(item.angle)), sin(radians(item.angle))
    return f"{c:.5f} {s:.5f} {-s:.5f} {c:.5f} {x - back * c:.2f} {y - back * s:.2f} Tm"


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.3g}" for part in colour)
