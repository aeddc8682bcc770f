"""Pictures on paper: in their place and ratio, each once in a file, and none that cannot be drawn."""

import json
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest

from builders.ink import apart, pdf_ink
from builders.pictures import MODES, jpeg
from passbook_desk.documents.errors import PictureNotReadable
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import A4, Fixed, Inset, Page, Picture, Text, moved, page_as_json
from passbook_desk.documents.pdf_pen import pdf_bytes, write_pdf
from passbook_desk.documents.pictures import fitted, jpeg_header

A_DOT = 0.2
"""Millimetres: the edges of a picture fall between the dots of 300 to the inch."""


def images(content: bytes) -> int:
    return content.count(b"/Subtype /Image")


def rendered(content: bytes, x: float, y: float) -> int:
    """How light the first page is at a place in millimetres: 0 black, 255 white."""
    image = pypdfium2.PdfDocument(content)[0].render(scale=150 / 72, grayscale=True)
    dots = bytes(image.buffer)
    return dots[int(y / 25.4 * 150) * image.stride + int(x / 25.4 * 150)]


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
@pytest.mark.parametrize("progressive", [False, True], ids=["plain", "progressive"])
def test_the_header_tells_size_and_colours(mode: str, progressive: bool) -> None:
    found = jpeg_header(jpeg(61, 43, mode, progressive=progressive))
    assert (found.width, found.height) == (61, 43)
    assert found.components == {"L": 1, "RGB": 3, "CMYK": 4}[mode]
    assert found.inverted is (mode == "CMYK")


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_a_picture_stands_in_the_middle_of_its_box_in_its_own_ratio(fontbook: FontBook, mode: str) -> None:
    page = Page(*A4, (Picture(40, 50, 90, 90, jpeg(600, 400, mode)),))
    content = pdf_bytes([page], fontbook, "照片")
    assert apart(pdf_ink(content, dpi=300).extent(), (40, 65, 130, 125)) <= A_DOT
    assert rendered(content, 45, 70) > 240
    assert rendered(content, 100, 100) < 80


def test_a_high_picture_keeps_its_ratio_too() -> None:
    assert fitted(jpeg_header(jpeg(40, 80)), 90, 90) == (22.5, 0, 45, 90)


def test_a_picture_is_in_the_file_once_however_often_it_is_drawn(fontbook: FontBook) -> None:
    wall, feast = jpeg(600, 400), jpeg(400, 600, "L")
    heading = Fixed("heading", (Picture(10, 10, 20, 20, wall),))
    page = Page(*A4, (Picture(40, 50, 90, 90, wall), Picture(40, 150, 90, 90, feast)), (heading,))
    sheet = Page(*A4, (), (), (Inset(page, 0, 0),))
    content = pdf_bytes([page, sheet, page], fontbook, "照片")
    assert images(content) == 2
    assert wall in content
    assert feast in content
    assert rendered(content, 20, 20) < 80
    assert rendered(content, 85, 100) < 80


def test_a_document_without_pictures_knows_nothing_of_them(every_item: Page, fontbook: FontBook) -> None:
    assert images(pdf_bytes([every_item], fontbook, "试印")) == 0


def test_a_picture_that_was_moved_is_the_same_picture() -> None:
    picture = Picture(10, 20, 30, 40, jpeg())
    assert moved(picture, 5, 6) == Picture(15, 26, 30, 40, picture.content)


def test_the_json_of_a_page_tells_a_picture_by_its_digest_not_by_its_bytes() -> None:
    content = jpeg(600, 400)
    _, item = json.loads(page_as_json(Page(*A4, (Picture(10, 20, 30, 40, content),))))
    assert item == {
        "kind": "picture",
        "x": 10.0,
        "y": 20.0,
        "width": 30.0,
        "height": 40.0,
        "content": sha256(content).hexdigest(),
    }
    assert Picture(0, 0, 1, 1, content).digest == sha256(content).hexdigest()


WHOLE = jpeg()
FRAME = WHOLE.index(b"\xff\xc0")
BROKEN = {
    "nothing": b"",
    "another kind": b"\x89PNG\r\n\x1a\n" + bytes(60),
    "words behind the first bytes": b"\xff\xd8\xff" + b"picture" * 40,
    "cut off in the header": WHOLE[: FRAME + 6],
    "no frame before the dots": WHOLE[:FRAME] + b"\xff\xda" + WHOLE[FRAME + 2 :],
    "no height": WHOLE[: FRAME + 5] + bytes(2) + WHOLE[FRAME + 7 :],
    "two colours": WHOLE[: FRAME + 9] + b"\x02" + WHOLE[FRAME + 10 :],
    "twelve bits": WHOLE[: FRAME + 4] + b"\x0c" + WHOLE[FRAME + 5 :],
    "without loss": WHOLE[: FRAME + 1] + b"\xc3" + WHOLE[FRAME + 2 :],
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_drawn_is_refused_before_a_page_holds_it(content: bytes) -> None:
    with pytest.raises(PictureNotReadable):
        Picture(10, 10, 90, 90, content)


def test_pages_made_on_the_way_to_a_broken_picture_leave_the_old_file(
    fontbook: FontBook, tmp_path: Path
) -> None:
    target = tmp_path / "归档.pdf"
    target.write_bytes(b"old")
    sound = Page(*A4, (Text(20, 30, "公示"), Picture(10, 40, 90, 90, WHOLE)))
    pages = (sound if number else Page(*A4, (Picture(1, 1, 9, 9, b"\xff\xd8"),)) for number in (1, 0))
    with pytest.raises(PictureNotReadable):
        write_pdf(pages, fontbook, target, "归档")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
