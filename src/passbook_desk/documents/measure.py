"""Widths and line breaks from the shipped fonts: the only place that knows how wide a text is."""

import re

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import MM_PER_POINT, Face

NEVER_FIRST = "，。、；：！？）》」』】〕〉”’…—～·,.;:!?)]}%％‰℃°′″"
"""Characters that must not begin a line."""
NEVER_LAST = "（《「『【〔〈“‘([{￥¥$№"
"""Characters that must not end a line."""

BASELINE_BELOW_MIDDLE = 0.38
"""From the middle of a Han character down to the baseline, in font sizes (Noto Sans SC)."""

_FIRST, _LAST = re.escape(NEVER_FIRST), re.escape(NEVER_LAST)
_WORD = r"[A-Za-z0-9À-ɏ]+(?:[-./:_@+'’,][A-Za-z0-9À-ɏ]+)*"
_UNIT = re.compile(rf"(?:[{_LAST}]*(?:{_WORD}|[^\s{_LAST}])[{_FIRST}]*|[{_LAST}]+)|\s+")
_STEP = 0.5


class Measure:
    """Measures with the fonts of one FontBook. Lengths in millimetres, sizes in points."""

    def __init__(self, fontbook: FontBook) -> None:
        self._fontbook = fontbook
        self._advances: dict[Face, dict[str, float]] = {face: {} for face in Face}
        self._wrapped: dict[tuple[str, float, float, Face], tuple[str, ...]] = {}

    def width(self, text: str, size: float, face: Face = Face.REGULAR) -> float:
        """How wide the text is drawn; raises CharactersNotPrintable."""
        advances = self._advances[face]
        try:
            thousandths = sum([advances[character] for character in text])
        except KeyError:
            thousandths = sum([self._advance(character, face) for character in text])
        return thousandths * size * MM_PER_POINT / 1000

    def wrap(self, text: str, width_mm: float, size: float, face: Face = Face.REGULAR) -> tuple[str, ...]:
        """The lines of a text: no line begins with 。 or ） or ends with （; words and numbers stay whole.

        A line break in the text is kept; a word wider than the line is cut. At least one line, which
        may be empty. Raises CharactersNotPrintable.
        """
        key = (text, width_mm, size, face)
        lines = self._wrapped.get(key)
        if lines is None:
            if len(self._wrapped) > 50_000:
                self._wrapped.clear()
            if "\n" not in text and self.width(text, size, face) <= width_mm:
                lines = (text,)
            else:
                parts = [self._wrap_part(part, width_mm, size, face) for part in text.split("\n")]
                lines = tuple(line for part in parts for line in part)
            self._wrapped[key] = lines
        return lines

    def fit(
        self, text: str, width_mm: float, size: float, face: Face = Face.REGULAR, floor: float = 6.0
    ) -> float:
        """The largest size, in half points from `size` down to `floor`, at which the text is one line.

        `floor` is answered when even that is too wide: wrap at that size.
        """
        while size > floor and self.width(text, size, face) > width_mm:
            size = max(floor, size - _STEP)
        return size

    def fit_lines(
        self,
        text: str,
        width_mm: float,
        size: float,
        face: Face = Face.REGULAR,
        floor: float = 6.0,
    ) -> tuple[float, tuple[str, ...]]:
        """The size of `fit` and the lines of the text at that size."""
        fitted = self.fit(text, width_mm, size, face, floor)
        return fitted, self.wrap(text, width_mm, fitted, face)

    def _advance(self, character: str, face: Face) -> float:
        font = self._fontbook.home(character, face)
        if font is None:
            self._fontbook.check([character])
            return 0.0
        advance = font.advance(character)
        self._advances[face][character] = advance
        return advance

    def _wrap_part(self, text: str, width_mm: float, size: float, face: Face) -> list[str]:
        if self.width(text, size, face) <= width_mm:
            return [text]
        lines: list[str] = []
        line = ""
        for unit in _UNIT.findall(text):
            if not line or self.width((line + unit).rstrip(), size, face) <= width_mm:
                line = line + unit if line else unit.lstrip()
            else:
                lines.append(line.rstrip())
                line = unit.lstrip()
            while self.width(line.rstrip(), size, face) > width_mm and len(line) > 1:
                head = self._head(line, width_mm, size, face)
                lines.append(line[:head])
                line = line[head:]
        return [*lines, line.rstrip()] if line.strip() or not lines else lines

    def _head(self, text: str, width_mm: float, size: float, face: Face) -> int:
        """How many characters of a word fit into a line, at least one."""
        count = 1
        while count < len(text) and self.width(text[: count + 1], size, face) <= width_mm:
            count += 1
        return count
