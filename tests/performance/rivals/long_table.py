"""A notice the ordinary way: reportlab's platypus with a LongTable of plain strings."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, PageTemplate, TableStyle

from performance.samples import NOTICE_TITLES, NOTICE_WIDTHS

REGULAR, BOLD = "RivalRegular", "RivalBold"


def draw(rows: Sequence[Sequence[str]], fonts: Path, target: Path) -> None:
    """Write the notice into `target`, fonts loaded anew."""
    pdfmetrics.registerFont(TTFont(REGULAR, str(fonts / "NotoSansSC-Regular.ttf")))
    pdfmetrics.registerFont(TTFont(BOLD, str(fonts / "NotoSansSC-Bold.ttf")))
    width, height = landscape(A4)
    frame = Frame(
        15 * mm,
        15 * mm,
        width - 30 * mm,
        height - 30 * mm,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document = BaseDocTemplate(str(target), pagesize=(width, height), initialFontName=REGULAR)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=_number)])
    table = LongTable(
        [list(NOTICE_TITLES), *map(list, rows)],
        colWidths=[wide * mm for wide in NOTICE_WIDTHS],
        rowHeights=[6 * mm] * (len(rows) + 1),
        repeatRows=1,
    )
    table.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, 0), BOLD, 8),
                ("FONT", (0, 1), (-1, -1), REGULAR, 8),
                ("GRID", (0, 0), (-1, -1), 0.15 * mm, black),
                ("ALIGN", (0, 0), (-1, 0), "CENTRE"),
                ("ALIGN", (5, 1), (8, -1), "RIGHT"),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    document.build([table])


def _number(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont(REGULAR, 9)
    canvas.drawCentredString(landscape(A4)[0] / 2, 7.5 * mm, f"第 {document.page} 页")
