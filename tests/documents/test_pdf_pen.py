import errno
import os
import re
import resource
import subprocess
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_double
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from builders.progress import CancelAt
from passbook_desk.documents.errors import (
    CharactersNotPrintable,
    DiskFull,
    TargetFolderMissing,
    TargetNotWritable,
)
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Align, Box, Code, Face, Fixed, Page, Text, all_items
from passbook_desk.documents.pdf_pen import check_pages, pdf_bytes, write_pdf
from passbook_desk.kernel.errors import Cancelled, EnvironmentProblem


@dataclass(frozen=True)
class Marked(Page):
    """A page that can be watched."""


@dataclass
class Steps:
    """Progress that notes what it was told."""

    seen: list[tuple[int, int]] = field(default_factory=list)

    def step(self, done: int, total: int) -> None:
        self.seen.append((done, total))

    def check(self) -> None:
        return None


RARE_NAMES = "㛃䶮𬭎𫖯𪨶𠅤𬀩𤧛𬍛𡝗"
MM = 25.4 / 72
NEAR = 0.2


@dataclass(frozen=True)
class Placed:
    """A character in a PDF and where its baseline begins, in millimetres from the top-left corner."""

    character: str
    x: float
    y: float


def characters_of(content: bytes, number: int = 0) -> list[Placed]:
    found = []
    document = pypdfium2.PdfDocument(content)
    page = document[number]
    text = page.get_textpage()
    for index in range(text.count_chars()):
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(text.raw, index, byref(x), byref(y))
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        found.append(Placed(chr(code), x.value * MM, (page.get_height() - y.value) * MM))
    text.close()
    page.close()
    document.close()
    return found


def characters_joined(placed: list[Placed]) -> list[Placed]:
    """Characters above U+FFFF come as two halves."""
    joined: list[Placed] = []
    for one in placed:
        if joined and 0xD800 <= ord(joined[-1].character) <= 0xDBFF:
            pair = joined[-1].character + one.character
            whole = pair.encode("utf-16", "surrogatepass").decode("utf-16")
            joined[-1] = Placed(whole, joined[-1].x, joined[-1].y)
        else:
            joined.append(one)
    return joined


def dark_dots(content: bytes) -> list[list[bool]]:
    """The first page at 300 dots an inch: True where it is dark."""
    image = pypdfium2.PdfDocument(content)[0].render(scale=300 / 72, grayscale=True)
    dots = bytes(image.buffer)
    rows = [dots[start : start + image.width] for start in range(0, len(dots), image.stride)]
    return [[dot < 128 for dot in row] for row in rows]


def test_every_character_stands_within_a_fifth_of_a_millimetre_of_the_page(
    every_item: Page, fontbook: FontBook, measure: Measure
) -> None:
    placed = characters_joined(characters_of(pdf_bytes([every_item], fontbook, "试印")))
    share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
    checked = 0
    for item in all_items(every_item):
        if not isinstance(item, Text) or item.angle:
            continue
        x = item.x - share[item.align] * measure.width(item.text, item.size, item.face)
        for character in item.text:
            near = [
                one
                for one in placed
                if one.character == character and abs(one.x - x) < NEAR and abs(one.y - item.y) < NEAR
            ]
            assert near or character == " ", f"{character} is not at {x:.2f}, {item.y:.2f}"
            checked += len(near)
            x += measure.width(character, item.size, item.face)
    assert checked >= 36


def test_a_turned_text_is_centred_on_its_place(fontbook: FontBook, measure: Measure) -> None:
    page = Page(*A4, (Text(100, 150, "作废", 60, align=Align.CENTRE, angle=90),))
    first, second = (
        one for one in characters_of(pdf_bytes([page], fontbook, "试印")) if one.character in "作废"
    )
    half = measure.width("作", 60)
    assert [first.x, first.y] == pytest.approx([100, 150 + half], abs=NEAR)
    assert [second.x, second.y] == pytest.approx([100, 150], abs=NEAR)


def test_rare_names_can_be_found_and_copied(fontbook: FontBook, tmp_path: Path) -> None:
    page = Page(
        *A4, (Text(20, 30, f"户主 {RARE_NAMES}", 14), Text(20, 50, f"网格员 {RARE_NAMES}", 14, Face.BOLD))
    )
    target = tmp_path / "names.pdf"
    write_pdf([page], fontbook, target, "姓名")
    words = run("pdftotext", str(target), "-").split()
    assert words == ["户主", RARE_NAMES, "网格员", RARE_NAMES]


def test_only_embedded_subsets_of_our_fonts_are_in_the_file(
    every_item: Page, fontbook: FontBook, tmp_path: Path
) -> None:
    target = tmp_path / "all.pdf"
    write_pdf([every_item], fontbook, target, "试印")
    fonts = [line.split() for line in run("pdffonts", str(target)).splitlines()[2:]]
    assert sorted(font[0] for font in fonts) == [
        "AAAAAA+HanaMinB",
        "AAAAAA+NotoSansSC-Bold",
        "AAAAAA+NotoSansSC-Regular",
    ]
    for font in fonts:
        assert font[-5:-2] == ["yes", "yes", "yes"]


def test_the_same_pages_give_the_same_bytes_also_from_other_font_objects(
    every_item: Page, fontbook: FontBook, fonts_folder: Path
) -> None:
    assert pdf_bytes([every_item] * 3, fontbook, "试印") == pdf_bytes(
        [every_item] * 3, FontBook(fonts_folder), "试印"
    )


def test_an_unprintable_character_is_named_and_nothing_is_left_behind(
    fontbook: FontBook, tmp_path: Path
) -> None:
    pages = [Page(*A4, (Text(20, 30, "王\U00030eda"),))]
    target = tmp_path / "book.pdf"
    with pytest.raises(CharactersNotPrintable):
        check_pages(pages, fontbook)
    with pytest.raises(CharactersNotPrintable) as refused:
        write_pdf(pages, fontbook, target, "存折")
    assert "U+30EDA" in str(refused.value.params["characters"])
    assert list(tmp_path.iterdir()) == []


def test_a_fixed_part_is_stored_once_for_all_pages(fontbook: FontBook) -> None:
    grid = Fixed("grid", tuple(Box(x, y, 5, 5) for x in range(20, 190, 5) for y in range(20, 270, 5)))
    one = pdf_bytes([Page(*A4, (), (grid,))], fontbook, "表")
    many = pdf_bytes([Page(*A4, (), (grid,))] * 50, fontbook, "表")
    assert len(many) < len(one) + 50 * 400
    assert len(pypdfium2.PdfDocument(many)) == 50


def test_pages_made_on_the_way_give_the_same_file_and_are_counted_for_the_clerk(
    every_item: Page, fontbook: FontBook, tmp_path: Path
) -> None:
    target, steps = tmp_path / "book.pdf", Steps()
    made = (page for page in [every_item] * 60)
    write_pdf(made, fontbook, target, "存折", steps, count=60)
    assert target.read_bytes() == pdf_bytes([every_item] * 60, fontbook, "存折")
    assert steps.seen == [(0, 60), (25, 60), (50, 60), (60, 60)]


def test_no_page_is_kept_when_it_is_drawn(fontbook: FontBook, tmp_path: Path) -> None:
    alive: list[weakref.ref[Marked]] = []
    most = 0

    def made() -> Iterator[Page]:
        nonlocal most
        for number in range(40):
            page = Marked(*A4, (Text(20, 30, f"第 {number} 页"),))
            alive.append(weakref.ref(page))
            yield page
            del page
            most = max(most, sum(1 for one in alive if one() is not None))

    write_pdf(made(), fontbook, tmp_path / "book.pdf", "存折")
    assert len(alive) == 40
    assert most <= 2


def test_the_table_of_a_file_points_at_each_of_its_objects(every_item: Page, fontbook: FontBook) -> None:
    content = pdf_bytes([every_item] * 30, fontbook, "存折")
    start = int(content.rsplit(b"startxref\n", 1)[1].split()[0])
    head, *entries = content[start:].split(b"trailer")[0].splitlines()[1:]
    first, count = map(int, head.split())
    assert (first, count) == (0, len(entries))
    assert count > 2 * 30
    for number, entry in enumerate(entries[1:], start=1):
        assert content[int(entry[:10]) :].startswith(b"%d 0 obj\n" % number)


def test_two_different_fixed_parts_of_one_name_are_a_mistake(fontbook: FontBook) -> None:
    pages = [Page(*A4, (), (Fixed("grid", (Box(1, 1, size, 5),)),)) for size in (5, 6)]
    with pytest.raises(ValueError, match="grid"):
        pdf_bytes(pages, fontbook, "表")


def test_pages_keep_their_own_size_and_the_title_is_in_the_file(fontbook: FontBook) -> None:
    document = pypdfium2.PdfDocument(
        pdf_bytes([Page(148, 210, ()), Page(297, 210, ())], fontbook, "红绿存折")
    )
    assert [round(page.get_width() * MM) for page in document] == [148, 297]
    assert document.get_metadata_value("Title") == "红绿存折"


def test_ink_is_where_the_page_says(fontbook: FontBook) -> None:
    page = Page(*A4, (Box(50, 60, 40, 20, line=0, fill=(0, 0, 0)),))
    dark = dark_dots(pdf_bytes([page], fontbook, "墨"))
    rows = [number for number, row in enumerate(dark) if any(row)]
    columns = [number for number in range(len(dark[0])) if any(row[number] for row in dark)]
    dots = 25.4 / 300
    assert [columns[0] * dots, (columns[-1] + 1) * dots] == pytest.approx([50, 90], abs=0.15)
    assert [rows[0] * dots, (rows[-1] + 1) * dots] == pytest.approx([60, 80], abs=0.15)


def test_a_code_is_drawn_square_by_square(fontbook: FontBook) -> None:
    from passbook_desk.documents.codes import squares

    rows = squares("330102000012345678")
    page = Page(*A4, (Code(40, 40, 42, "330102000012345678"),))
    dark = dark_dots(pdf_bytes([page], fontbook, "码"))
    side = 42 / len(rows)
    places = [int((40 + (number + 0.5) * side) / 25.4 * 300) for number in range(len(rows))]
    seen = tuple(tuple(dark[y][x] for x in places) for y in places)
    assert seen == rows


def test_reportlab_settings_are_as_before(every_item: Page, fontbook: FontBook) -> None:
    from reportlab import rl_config

    before = (rl_config.invariant, rl_config.useA85, rl_config.pdfComments)
    pdf_bytes([every_item], fontbook, "试印")
    assert (rl_config.invariant, rl_config.useA85, rl_config.pdfComments) == before


def test_stopping_leaves_the_old_file_as_it_was(every_item: Page, fontbook: FontBook, tmp_path: Path) -> None:
    target = tmp_path / "book.pdf"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_pdf([every_item] * 200, fontbook, target, "存折", CancelAt(3))
    assert [path.name for path in tmp_path.iterdir()] == ["book.pdf"]
    assert target.read_bytes() == b"old"


def test_a_full_disk_leaves_the_old_file_as_it_was(
    every_item: Page, fontbook: FontBook, tmp_path: Path
) -> None:
    target = tmp_path / "book.pdf"
    target.write_bytes(b"old")
    with files_no_longer_than(1000), pytest.raises(DiskFull) as full:
        write_pdf([every_item], fontbook, target, "存折")
    assert full.value.params == {"path": str(target)}
    assert isinstance(full.value.__cause__, OSError)
    assert full.value.__cause__.errno == errno.EFBIG
    assert [path.name for path in tmp_path.iterdir()] == ["book.pdf"]
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("place", "refusal"),
    [("no-such-folder/book.pdf", TargetFolderMissing), ("a-folder", TargetNotWritable)],
)
def test_a_place_that_cannot_be_written_is_said(
    every_item: Page, fontbook: FontBook, tmp_path: Path, place: str, refusal: type[EnvironmentProblem]
) -> None:
    (tmp_path / "a-folder").mkdir()
    with pytest.raises(refusal) as refused:
        write_pdf([every_item], fontbook, tmp_path / place, "存折")
    assert refused.value.params["path"] == str(tmp_path / place)
    assert [path.name for path in tmp_path.iterdir()] == ["a-folder"]


@pytest.mark.skipif(os.name == "nt", reason="Windows itself refuses to replace an open file")
def test_a_file_open_in_an_office_program_is_not_replaced(
    every_item: Page, fontbook: FontBook, tmp_path: Path
) -> None:
    target = tmp_path / "book.pdf"
    target.write_bytes(b"old")
    (tmp_path / ".~lock.book.pdf#").write_text("held", encoding="utf-8")
    with pytest.raises(TargetNotWritable):
        write_pdf([every_item], fontbook, target, "存折")
    assert target.read_bytes() == b"old"


def test_no_text_is_written_in_a_font_not_of_the_file(every_item: Page, fontbook: FontBook) -> None:
    content = pdf_bytes([every_item], fontbook, "试印")
    assert b"Helvetica" not in content
    assert len(re.findall(rb"/FontFile2", content)) == 3


@contextmanager
def files_no_longer_than(length: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
