import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from builders.pictures import MODES, jpeg
from builders.progress import CancelAt
from passbook_desk.documents.correction import Correction
from passbook_desk.documents.errors import CharactersNotPrintable
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import (
    A4,
    GREEN_BOOK,
    GREY,
    PALE,
    RED_BOOK,
    Align,
    Box,
    Code,
    Disc,
    Face,
    Fixed,
    Inset,
    Item,
    Page,
    Picture,
    Rule,
    Star,
    Text,
)
from passbook_desk.documents.pdf_pen import pdf_bytes
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.ui.kit.printing import MM_PER_INCH, PagePen, page_printer, print_pages

DPI = 300
DARK = 160
AGREED_MM = 0.5
A_DOT = 1.6 * MM_PER_INCH / DPI
"""Either edge of the ink falls on one dot or on the next."""

ITEMS: dict[str, Item] = {
    "heading": Text(20, 30, "槐园社区积分公示 2026年二季度", 22, Face.BOLD),
    "line": Text(20, 40, "2026.06.03 打扫街道 ＋10 结余 135 刘文书", 10.5),
    "rare": Text(105, 50, "居中𠮷𬭎㛃 135.50", 12, align=Align.CENTRE),
    "figure": Text(190, 60, "1,234.50", 10.5, align=Align.RIGHT),
    "rule": Rule(20, 70, 190, 70, 0.3),
    "box": Box(20, 80, 60, 20, 0.4, fill=PALE, hatch=True),
    "disc": Disc(110, 90, 8, GREEN_BOOK),
    "star": Star(140, 90, 9, RED_BOOK),
    "code": Code(160, 80, 25, "20230124"),
    "watermark": Text(105, 200, "校样", 120, Face.BOLD, Align.CENTRE, GREY, 30),
    "picture": Picture(30, 80, 90, 60, jpeg(300, 300)),
}


@pytest.mark.parametrize("name", sorted(ITEMS))
def test_both_pens_put_the_ink_in_the_same_place(
    qapp: QApplication, fontbook: FontBook, tmp_path: Path, name: str
) -> None:
    page = Page(*A4, (ITEMS[name],))
    ours, theirs = _ink(_painted(page, fontbook)), _ink(_pdf_picture(page, fontbook, tmp_path))
    assert max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) <= AGREED_MM


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_both_pens_draw_pictures_in_the_same_place_and_as_dark(
    qapp: QApplication, fontbook: FontBook, tmp_path: Path, mode: str
) -> None:
    page = Page(100, 100, (Picture(20, 30, 60, 60, jpeg(600, 400, mode)),))
    ours, theirs = _painted(page, fontbook), _pdf_picture(page, fontbook, tmp_path)
    apart = max(abs(a - b) for a, b in zip(_ink(ours), _ink(theirs), strict=True))
    assert apart <= AGREED_MM
    for x, y in ((25, 45), (60, 60)):
        place = round(x / MM_PER_INCH * DPI), round(y / MM_PER_INCH * DPI)
        shades = ours.pixelColor(*place).lightness(), theirs.pixelColor(*place).lightness()
        assert abs(shades[0] - shades[1]) <= 50, "each reader mixes the four inks a little differently"


MOVES = {
    "shifted": Correction(right_mm=3.2, down_mm=-2.6),
    "stretched": Correction(scale_x=1.02, scale_y=0.98),
    "both": Correction(-2.5, 3.5, 0.985, 1.015),
}


@pytest.mark.parametrize("move", sorted(MOVES))
@pytest.mark.parametrize("name", sorted(ITEMS.keys() - {"watermark"}))
def test_a_correction_moves_the_ink_by_exactly_that(
    qapp: QApplication, fontbook: FontBook, name: str, move: str
) -> None:
    page = Page(*A4, (ITEMS[name],))
    left, top, right, bottom = _ink(_painted(page, fontbook))
    moved = _ink(_painted(replace(page, correction=MOVES[move]), fontbook))
    expected = (*MOVES[move].placed(left, top), *MOVES[move].placed(right, bottom))
    assert max(abs(a - b) for a, b in zip(moved, expected, strict=True)) <= A_DOT


def test_a_corrected_page_and_a_turned_one_look_the_same_from_both_pens(
    qapp: QApplication, fontbook: FontBook, tmp_path: Path
) -> None:
    inner = Page(105, 148, (ITEMS["heading"], Box(10, 60, 30, 20, hatch=True), Text(20, 100, "李秀英", 20)))
    for turned in (False, True):
        page = Page(*A4, (), (), (Inset(inner, 100, 140, turned),), MOVES["both"])
        ours, theirs = _ink(_painted(page, fontbook)), _ink(_pdf_picture(page, fontbook, tmp_path))
        assert max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) <= AGREED_MM


def test_fixed_parts_lie_below_the_items(qapp: QApplication, fontbook: FontBook) -> None:
    black = Fixed("ground", (Box(0, 0, 20, 20, 0, fill=(0.0, 0.0, 0.0)),))
    page = Page(20, 20, (Box(0, 0, 20, 20, 0, fill=(1.0, 1.0, 1.0)),), (black,))
    assert _painted(page, fontbook).pixelColor(100, 100).lightness() == 255


def test_a_character_no_font_has_is_refused_not_drawn_as_a_box(
    qapp: QApplication, fontbook: FontBook
) -> None:
    with pytest.raises(CharactersNotPrintable):
        _painted(Page(50, 50, (Text(5, 20, "\U0001f600"),)), fontbook)


@pytest.mark.parametrize(("width", "height"), [(210, 297), (297, 210), (148, 210), (130, 180)])
def test_a_printer_takes_the_whole_sheet_without_margins(
    qapp: QApplication, fontbook: FontBook, tmp_path: Path, width: float, height: float
) -> None:
    page = Page(width, height, (Text(10, 20, "存折", 20), Rule(0, height - 5, width, height - 5, 0.4)))
    printer = page_printer(page)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    assert print_pages((page, page), printer, fontbook, NullProgress())
    found = subprocess.run(
        ["pdfinfo", str(tmp_path / "sheet.pdf")], capture_output=True, text=True, check=True
    )
    facts = dict(line.split(":", 1) for line in found.stdout.splitlines())
    points = [float(part) for part in facts["Page size"].replace("x", " ").split()[:2]]
    assert points == pytest.approx([width * 72 / MM_PER_INCH, height * 72 / MM_PER_INCH], abs=1)
    assert facts["Pages"].strip() == "2"


def test_nothing_to_print_is_not_sent(qapp: QApplication, fontbook: FontBook) -> None:
    printer = page_printer(Page(100, 100, ()))
    assert not print_pages((), printer, fontbook, NullProgress())


def test_a_job_stopped_half_way_sends_no_sheet_more(
    qapp: QApplication, fontbook: FontBook, tmp_path: Path
) -> None:
    page = Page(100, 100, (Text(10, 20, "存折", 20),))
    printer = page_printer(page)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    with pytest.raises(Cancelled):
        print_pages((page,) * 9, printer, fontbook, CancelAt(3))
    assert printer.printerState() is not QPrinter.PrinterState.Active


def _painted(page: Page, fontbook: FontBook) -> QImage:
    dots = DPI / MM_PER_INCH
    picture = QImage(round(page.width * dots), round(page.height * dots), QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    try:
        PagePen(fontbook).paint(painter, page, dots)
    finally:
        painter.end()
    return picture


def _pdf_picture(page: Page, fontbook: FontBook, folder: Path) -> QImage:
    file = folder / "page.pdf"
    file.write_bytes(pdf_bytes([page], fontbook, "test"))
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", file, folder / "page"], check=True)
    picture = QImage(str(folder / "page.pgm"))
    assert not picture.isNull()
    return picture


def _ink(picture: QImage) -> tuple[float, ...]:
    """Left, top, right and bottom of the dark part in millimetres."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    stride, width = grey.bytesPerLine(), grey.width()
    dots = bytes(grey.constBits())
    rows = [dots[y * stride : y * stride + width] for y in range(grey.height())]
    dark = [y for y, row in enumerate(rows) if min(row) < DARK]
    columns = [x for y in dark for x, value in enumerate(rows[y]) if value < DARK]
    return tuple(value * MM_PER_INCH / DPI for value in (min(columns), dark[0], max(columns), dark[-1]))
