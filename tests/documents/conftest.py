from collections.abc import Callable
from pathlib import Path

import pytest

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
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
    Page,
    Rule,
    Star,
    Text,
)
from passbook_desk.kernel.places import resources_folder


@pytest.fixture(scope="session")
def fonts_folder() -> Path:
    return resources_folder() / "fonts"


@pytest.fixture(scope="session")
def fontbook(fonts_folder: Path) -> FontBook:
    return FontBook(fonts_folder)


@pytest.fixture(scope="session")
def measure(fontbook: FontBook) -> Measure:
    return Measure(fontbook)


@pytest.fixture
def every_item() -> Page:
    """A page with each kind of item, each alignment, both faces, a turned text and a fixed part."""
    frame = Fixed("frame", (Box(15, 15, 180, 267), Text(105, 290, "石桥村村民委员会", 8, align=Align.CENTRE)))
    return Page(
        *A4,
        (
            Text(20, 30, "户主：㛃䶮𬭎𫖯𪨶𠅤𬀩𤧛𬍛𡝗", 14),
            Text(20, 40, "红色存折 𡝗", 20, Face.BOLD, colour=RED_BOOK),
            Text(190, 50, "10.5", align=Align.RIGHT),
            Text(105, 60, "余额 1,200 分", align=Align.CENTRE),
            Rule(20, 62, 190, 62, 0.3),
            Box(20, 70, 40, 20, hatch=True, colour=GREEN_BOOK),
            Box(70, 70, 40, 20, fill=PALE),
            Disc(130, 80, 8, GREEN_BOOK),
            Star(150, 80, 8, RED_BOOK),
            Code(165, 70, 22, "330102000012345678"),
            Text(105, 150, "作废", 60, Face.BOLD, Align.CENTRE, GREY, 30),
        ),
        (frame,),
    )


@pytest.fixture
def line() -> Callable[[str], Page]:
    """A page with one text on it."""

    def make(text: str) -> Page:
        return Page(*A4, (Text(20, 30, text),))

    return make
