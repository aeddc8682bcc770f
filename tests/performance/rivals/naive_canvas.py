"""Passbooks the ordinary way: reportlab's canvas, one drawString a cell, the grid drawn on every page."""

from collections.abc import Sequence
from pathlib import Path

import segno
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from performance.samples import LEFT, LINES_A_PAGE, PAGE, ROW, TITLES, TOP, WIDTHS, Book

REGULAR, BOLD = "RivalRegular", "RivalBold"
RIGHT_COLUMNS = (2, 3, 4)


def draw(books: Sequence[Book], fonts: Path, target: Path) -> None:
    """Write all passbooks into `target`, fonts loaded anew."""
    pdfmetrics.registerFont(TTFont(REGULAR, str(fonts / "NotoSansSC-Regular.ttf")))
    pdfmetrics.registerFont(TTFont(BOLD, str(fonts / "NotoSansSC-Bold.ttf")))
    canvas = Canvas(str(target), pagesize=(PAGE[0] * mm, PAGE[1] * mm), initialFontName=REGULAR)
    for book in books:
        _cover(canvas, book)
        _holder(canvas, book)
        for start in range(0, len(book.lines), LINES_A_PAGE):
            _lines(canvas, book.lines[start : start + LINES_A_PAGE])
    canvas.save()


def _cover(canvas: Canvas, book: Book) -> None:
    _text(canvas, PAGE[0] / 2, 60, "积分存折", BOLD, 28, "centre")
    _text(canvas, PAGE[0] / 2, 80, book.holder, REGULAR, 16, "centre")
    _text(canvas, PAGE[0] / 2, 95, book.number, REGULAR, 12, "centre")
    code = segno.make(book.number, error="m", mode="numeric", mask=2, micro=False, boost_error=False)
    side = 30 / len(code.matrix)
    for y, row in enumerate(code.matrix):
        for x, dark in enumerate(row):
            if dark:
                left, top = 59 + x * side, 120 + (y + 1) * side
                canvas.rect(left * mm, (PAGE[1] - top) * mm, side * mm, side * mm, stroke=0, fill=1)
    canvas.showPage()


def _holder(canvas: Canvas, book: Book) -> None:
    for number, (label, value) in enumerate(
        (("户主", book.holder), ("存折号", book.number), ("住址", book.address), ("发折", "石桥村村民委员会"))
    ):
        _text(canvas, 25, 50 + number * 14, label, BOLD, 11)
        _text(canvas, 50, 50 + number * 14, value, REGULAR, 11)
    canvas.showPage()


def _lines(canvas: Canvas, lines: Sequence[tuple[str, ...]]) -> None:
    right = LEFT + sum(WIDTHS)
    bottom = TOP + ROW * (LINES_A_PAGE + 1)
    canvas.setLineWidth(0.2 * mm)
    for row in range(LINES_A_PAGE + 2):
        _line(canvas, LEFT, TOP + row * ROW, right, TOP + row * ROW)
    x = LEFT
    _line(canvas, x, TOP, x, bottom)
    for title, width in zip(TITLES, WIDTHS, strict=True):
        _text(canvas, x + width / 2, TOP + 5.3, title, BOLD, 9, "centre")
        x += width
        _line(canvas, x, TOP, x, bottom)
    for number, cells in enumerate(lines, start=1):
        x = LEFT
        for column, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True)):
            if column in RIGHT_COLUMNS:
                _text(canvas, x + width - 1, TOP + number * ROW + 5.3, cell, REGULAR, 9, "right")
            else:
                _text(canvas, x + 1, TOP + number * ROW + 5.3, cell, REGULAR, 9)
            x += width
    canvas.showPage()


def _line(canvas: Canvas, x1: float, y1: float, x2: float, y2: float) -> None:
    canvas.line(x1 * mm, (PAGE[1] - y1) * mm, x2 * mm, (PAGE[1] - y2) * mm)


def _text(canvas: Canvas, x: float, y: float, text: str, font: str, size: float, align: str = "left") -> None:
    canvas.setFont(font, size)
    if align == "left":
        canvas.drawString(x * mm, (PAGE[1] - y) * mm, text)
    elif align == "right":
        canvas.drawRightString(x * mm, (PAGE[1] - y) * mm, text)
    else:
        canvas.drawCentredString(x * mm, (PAGE[1] - y) * mm, text)
