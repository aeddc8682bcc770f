"""The QPainter pen: draws the same `Page` as documents.pdf_pen, on the screen and on a printer.

Glyphs are placed one by one with the widths of the shipped fonts, so that both pens put the same ink in
the same place; Qt's own line would round every advance to whole dots.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRawFont,
)
from PySide6.QtPrintSupport import QPrinter

from passbook_desk.documents.codes import bars, squares
from passbook_desk.documents.errors import PaperNotTaken
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import (
    MM_PER_POINT,
    Align,
    Box,
    Code,
    Colour,
    Disc,
    Inset,
    Item,
    Page,
    Picture,
    Rule,
    Star,
    Text,
)
from passbook_desk.documents.pictures import fitted, jpeg_header
from passbook_desk.documents.shapes import hatch_rules, star_points
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.jobs import Progress

MM_PER_INCH: Final = 25.4
_SHARE: Final = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
_LOADED_AT: Final = 100.0
_OUTLINES_FROM: Final = 60.0
_SIZES_KEPT: Final = 200
_SAME_PAPER: Final = 1.5
"""Millimetres by which drivers round the sizes of paper they know."""


class PagePen:
    """Paints pages with the fonts of one FontBook; keep one, it remembers the fonts it has loaded."""

    def __init__(self, fontbook: FontBook) -> None:
        self._fontbook = fontbook
        self._files: dict[str, QRawFont] = {}
        self._sized: dict[tuple[str, float], QRawFont] = {}

    def paint(self, painter: QPainter, page: Page, dots_per_mm: float) -> None:
        """Paint a page with its top-left corner at the painter's origin; the paper itself stays as it is.

        Raises CharactersNotPrintable.
        """
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        try:
            painter.translate(page.correction.right_mm * dots_per_mm, page.correction.down_mm * dots_per_mm)
            painter.scale(page.correction.scale_x, page.correction.scale_y)
            for part in page.fixed:
                self._items(painter, part.items, dots_per_mm)
            for inset in page.insets:
                self._inset(painter, inset, dots_per_mm)
            self._items(painter, page.items, dots_per_mm)
        finally:
            painter.restore()

    def _items(self, painter: QPainter, items: Sequence[Item], dots: float) -> None:
        for item in items:
            self._item(painter, item, dots)

    def _inset(self, painter: QPainter, inset: Inset, dots: float) -> None:
        painter.save()
        painter.translate(inset.x * dots, inset.y * dots)
        if inset.turned:
            painter.translate(inset.page.width * dots, inset.page.height * dots)
            painter.rotate(180)
        self.paint(painter, inset.page, dots)
        painter.restore()

    def _item(self, painter: QPainter, item: Item, dots: float) -> None:
        if isinstance(item, Text):
            self._text(painter, item, dots)
        elif isinstance(item, Rule):
            _rule(painter, item, dots)
        elif isinstance(item, Box):
            _box(painter, item, dots)
        elif isinstance(item, Disc):
            _fill(painter, item.fill)
            painter.drawEllipse(QPointF(item.x, item.y) * dots, item.radius * dots, item.radius * dots)
        elif isinstance(item, Star):
            _fill(painter, item.fill)
            painter.drawPolygon(QPolygonF([QPointF(x, y) * dots for x, y in star_points(item)]))
        elif isinstance(item, Picture):
            _picture(painter, item, dots)
        else:
            _code(painter, item, dots)

    def _text(self, painter: QPainter, item: Text, dots: float) -> None:
        if not item.text:
            return
        em = item.size * MM_PER_POINT * dots
        runs = self._fontbook.runs(item.text, item.face)
        advances = [
            [self._fontbook.font(name).advance(character) * em / 1000 for character in part]
            for name, part in runs
        ]
        x = -sum(map(sum, advances)) * _SHARE[item.align]
        painter.save()
        painter.translate(item.x * dots, item.y * dots)
        if item.angle:
            painter.rotate(-item.angle)
        for (name, part), widths in zip(runs, advances, strict=True):
            font = self._font(name, em)
            places = []
            for width in widths:
                places.append(QPointF(x, 0.0))
                x += width
            _glyphs(painter, font, font.glyphIndexesForString(part), places, _colour(item.colour))
        painter.restore()

    def _font(self, name: str, em: float) -> QRawFont:
        size = round(em, 3)
        if (name, size) not in self._sized:
            if len(self._sized) > _SIZES_KEPT:
                self._sized.clear()
            if name not in self._files:
                self._files[name] = QRawFont(
                    str(self._fontbook.path(name)), _LOADED_AT, QFont.HintingPreference.PreferNoHinting
                )
            sized = QRawFont(self._files[name])
            sized.setPixelSize(size)
            self._sized[(name, size)] = sized
        return self._sized[(name, size)]


def _glyphs(
    painter: QPainter, font: QRawFont, glyphs: Sequence[int], places: Sequence[QPointF], colour: QColor
) -> None:
    """Draw glyphs at their places. Qt draws no glyph run of a font file above 64 dots, so outlines then."""
    if font.pixelSize() < _OUTLINES_FROM:
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes(glyphs)
        run.setPositions(places)
        painter.setPen(colour)
        painter.drawGlyphRun(QPointF(0.0, 0.0), run)
        return
    outlines = QPainterPath()
    outlines.setFillRule(Qt.FillRule.WindingFill)
    for glyph, place in zip(glyphs, places, strict=True):
        outlines.addPath(font.pathForGlyph(glyph).translated(place))
    painter.fillPath(outlines, colour)


def page_printer(page: Page, printer_name: str = "") -> QPrinter:
    """A printer set to the page's own size, whole sheet and no margins; empty name: the usual printer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if printer_name:
        printer.setPrinterName(printer_name)
    printer.setFullPage(True)
    set_paper(printer, page)
    return printer


def set_paper(printer: QPrinter, page: Page) -> None:
    """Give the next sheet of a printer the size of a page."""
    landscape = page.width > page.height
    upright = QSizeF(min(page.width, page.height), max(page.width, page.height))
    size = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    none = QMarginsF(0, 0, 0, 0)
    layout = QPageLayout(size, turned, none, QPageLayout.Unit.Millimeter, none)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def print_pages(pages: Sequence[Page], printer: QPrinter, fontbook: FontBook, progress: Progress) -> bool:
    """Print pages one after another, on any thread; False when the printer could not be started.

    Check the characters first (`documents.pdf_pen.check_pages`): nothing may stop half-way. Raises
    PaperNotTaken before anything is sent, and Cancelled between two pages; the printer is then told to forget
    the whole job.
    """
    pen = PagePen(fontbook)  # Qt's raw fonts belong to the thread that loads them
    painter = QPainter()
    if not pages:
        return False
    _check_paper(printer, pages[0])
    if not painter.begin(printer):
        return False
    try:
        for number, page in enumerate(pages):
            progress.check()
            progress.step(number, len(pages))
            if number:
                set_paper(printer, page)
                printer.newPage()
            pen.paint(painter, page, printer.resolution() / MM_PER_INCH)
    except Cancelled:
        printer.abort()
        raise
    finally:
        ended = painter.end()
    return ended


def _check_paper(printer: QPrinter, page: Page) -> None:
    """Qt keeps another size without a word where the driver does not take the one asked for."""
    sheet = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    off = max(abs(sheet.width() - page.width), abs(sheet.height() - page.height))
    if off > _SAME_PAPER:
        raise PaperNotTaken(printer=printer.printerName(), paper=f"{page.width:g}×{page.height:g}")


def _rule(painter: QPainter, rule: Rule, dots: float) -> None:
    pen = QPen(_colour(rule.colour), rule.width * dots)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(rule.x1, rule.y1) * dots, QPointF(rule.x2, rule.y2) * dots)


def _box(painter: QPainter, box: Box, dots: float) -> None:
    area = QRectF(box.x * dots, box.y * dots, box.width * dots, box.height * dots)
    if box.fill is not None:
        painter.fillRect(area, _colour(box.fill))
    if box.hatch:
        for rule in hatch_rules(box):
            _rule(painter, rule, dots)
    if box.line > 0:
        pen = QPen(_colour(box.colour), box.line * dots)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)


def _code(painter: QPainter, code: Code, dots: float) -> None:
    rows = squares(code.payload)
    side = code.size / len(rows) * dots
    for row, column, length in bars(rows):
        area = QRectF(code.x * dots + column * side, code.y * dots + row * side, length * side, side)
        painter.fillRect(area, QColor(Qt.GlobalColor.black))


def _picture(painter: QPainter, item: Picture, dots: float) -> None:
    left, top, width, height = fitted(jpeg_header(item.content), item.width, item.height)
    area = QRectF((item.x + left) * dots, (item.y + top) * dots, width * dots, height * dots)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, QImage.fromData(item.content))


def _fill(painter: QPainter, colour: Colour) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_colour(colour)))


def _colour(colour: Colour) -> QColor:
    return QColor.fromRgbF(*colour)
