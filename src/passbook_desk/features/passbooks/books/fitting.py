"""Texts of a line brought into the room of their column: smaller, in two rows, shortened (issue 5)."""

import re
from typing import Final

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import MM_PER_POINT

READABLE: Final = 6.5
"""Points below which words are shortened and not set smaller: sixteen dots of a 24-pin printer."""
ROW_PITCH: Final = 1.12
"""Distance of two rows of one line, in font sizes."""
_ROOM: Final = {1: 1.2, 2: ROW_PITCH + 1.3}
"""Height that so many rows take with all parts below and above, in font sizes."""
_STEP: Final = 0.5
_A_LITTLE: Final = 0.8
_SMALLEST: Final = 0.65
"""Of the size of a column: words beside much larger ones are shortened rather than set tiny."""
_SLACK: Final = 1e-6
_BRACKETED: Final = re.compile(r"[（(【\[〔「][^（(【\[〔「）)】\]〕」]*[）)】\]〕」]")
_LOOSE_END: Final = re.compile(r"[\s，。、；：·,.;:—\-（(【\[〔「《“]+$")
_WORD_END: Final = re.compile(r"[A-Za-z0-9.]+$")
MORE: Final = "…"


def shortened(
    text: str, width_mm: float, size: float, measure: Measure, *, rows: int = 1, kept: int = 0
) -> str:
    """The text, or as much of its beginning as fits into so many rows of a width, ending with “…”.

    The rule: parts in brackets go first, the last one before the others; then characters from the end,
    a number or a Latin word as a whole. The first `kept` characters always stay, even if the answer is too
    wide then. The full text is in the program. Raises CharactersNotPrintable.
    """

    def fits(words: str) -> bool:
        return len(measure.wrap(words, width_mm, size)) <= rows

    if fits(text):
        return text
    head, tail = text[:kept], text[kept:]
    while bracketed := list(_BRACKETED.finditer(tail)):
        last = bracketed[-1]
        tail = tail[: last.start()] + tail[last.end() :]
        if fits(ending := _ended(head, tail)):
            return ending
    least, most = 0, len(tail)
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if fits(_ended(head, tail[:middle])) else (least, middle - 1)
    return _ended(head, _without_half_a_word(tail, least))


def _ended(head: str, tail: str) -> str:
    rest = _LOOSE_END.sub("", tail)
    return (head + rest if rest else head.rstrip()) + MORE


def _without_half_a_word(tail: str, end: int) -> str:
    cut = tail[:end]
    if end < len(tail) and _WORD_END.match(tail[end]):
        whole = _WORD_END.sub("", cut)
        return whole or cut
    return cut


def in_rows(
    text: str, width_mm: float, height_mm: float, size: float, measure: Measure, kept: int = 0
) -> tuple[float, tuple[str, ...]]:
    """The size in points and the rows, one or two, of a text in a place of this width and height.

    One row at `size` or a little smaller; then, at the largest size at which the height has room for them,
    two rows; then one or two down to the smallest readable size, at which the text is `shortened`. Raises
    CharactersNotPrintable.
    """
    size = min(size, height_mm / _ROOM[1] / MM_PER_POINT)
    if measure.width(text, size) <= width_mm:
        return size, (text,)
    least = max(min(size, READABLE), size * _SMALLEST)
    floor = max(least, size * _A_LITTLE)
    fitted = measure.fit(text, width_mm, size, floor=floor)
    if measure.width(text, fitted) <= width_mm:
        return fitted, (text,)
    size = min(size, max(least, height_mm / _ROOM[2] / MM_PER_POINT))
    while len(lines := measure.wrap(text, width_mm, size)) > (rows := _rows(size, height_mm)):
        if size <= least:
            text = shortened(text, width_mm, size, measure, rows=rows, kept=kept)
            return _small_enough(text, width_mm, size, rows, measure)
        size = max(least, size - _STEP)
    return size, lines


def _rows(size: float, height_mm: float) -> int:
    return 2 if size * _ROOM[2] * MM_PER_POINT <= height_mm + _SLACK else 1


def _small_enough(
    text: str, width_mm: float, size: float, rows: int, measure: Measure
) -> tuple[float, tuple[str, ...]]:
    """For a place that is too narrow even for the least that must be said: smaller than readable."""
    while len(lines := measure.wrap(text, width_mm, size)) > rows:
        size *= 0.9
    return size, lines


def in_one_row(text: str, width_mm: float, height_mm: float, size: float, measure: Measure) -> float:
    """The size at which a figure fits into its place whole, however small that is."""
    size = min(size, height_mm / _ROOM[1] / MM_PER_POINT)
    width = measure.width(text, size)
    return size if width <= width_mm else size * width_mm / width * 0.999
