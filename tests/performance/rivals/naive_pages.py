"""Any pages the ordinary way: reportlab's canvas, one drawString a text, fixed parts drawn on every page."""

from collections.abc import Iterable
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from passbook_desk.documents.codes import squares
from passbook_desk.documents.page import Align, Box, Code, Disc, Face, Item, Page, Rule, Star, Text, all_items
from passbook_desk.documents.shapes import hatch_rules, star_points

FONTS = {Face.REGULAR: "RivalRegular", Face.BOLD: "RivalBold"}


def draw(pages: Iterable[Page], fonts: Path, target: Path) -> None:
    """Write all pages into `target`, fonts loaded anew."""
    pdfmetrics.registerFont(TTFont(FONTS[Face.REGULAR], str(fonts / "NotoSansSC-Regular.ttf")))
    pdfmetrics.registerFont(TTFont(FONTS[Face.BOLD], str(fonts / "NotoSansSC-Bold.ttf")))
    canvas = Canvas(str(target), initialFontName=FONTS[Face.REGULAR])
    for page in pages:
        canvas.setPageSize((page.width * mm, page.height * mm))
        for item in all_items(page):
            _item(canvas, item, page.height)
        canvas.showPage()
    canvas.save()


def _item(canvas: Canvas, item: Item, height: float) -> None:
    if isinstance(item, Text):
        canvas.setFont(FONTS[item.face], item.size)
        canvas.setFillColorRGB(*item.colour)
        place = (item.x * mm, (height - item.y) * mm, item.text)
        if item.align is Align.LEFT:
            canvas.drawString(*place)
        elif item.align is Align.RIGHT:
            canvas.drawRightString(*place)
        else:
            canvas.drawCentredString(*place)
    elif isinstance(item, Rule):
        _rule(canvas, item, height)
    elif isinstance(item, Box):
        _box(canvas, item, height)
    elif isinstance(item, Disc):
        canvas.setFillColorRGB(*item.fill)
        canvas.circle(item.x * mm, (height - item.y) * mm, item.radius * mm, stroke=0, fill=1)
    elif isinstance(item, Star):
        _star(canvas, item, height)
    else:
        _code(canvas, item, height)


def _rule(canvas: Canvas, item: Rule, height: float) -> None:
    canvas.setLineWidth(item.width * mm)
    canvas.setStrokeColorRGB(*item.colour)
    canvas.line(item.x1 * mm, (height - item.y1) * mm, item.x2 * mm, (height - item.y2) * mm)


def _box(canvas: Canvas, item: Box, height: float) -> None:
    place = (item.x * mm, (height - item.y - item.height) * mm, item.width * mm, item.height * mm)
    if item.fill is not None:
        canvas.setFillColorRGB(*item.fill)
        canvas.rect(*place, stroke=0, fill=1)
    if item.hatch:
        for rule in hatch_rules(item):
            _rule(canvas, rule, height)
    if item.line:
        canvas.setLineWidth(item.line * mm)
        canvas.setStrokeColorRGB(*item.colour)
        canvas.rect(*place)


def _star(canvas: Canvas, item: Star, height: float) -> None:
    canvas.setFillColorRGB(*item.fill)
    first, *others = star_points(item)
    path = canvas.beginPath()
    path.moveTo(first[0] * mm, (height - first[1]) * mm)
    for x, y in others:
        path.lineTo(x * mm, (height - y) * mm)
    canvas.drawPath(path, stroke=0, fill=1)


def _code(canvas: Canvas, item: Code, height: float) -> None:
    canvas.setFillColorRGB(0, 0, 0)
    rows = squares(item.payload)
    side = item.size / len(rows)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                left, top = item.x + x * side, item.y + (y + 1) * side
                canvas.rect(left * mm, (height - top) * mm, side * mm, side * mm, stroke=0, fill=1)
