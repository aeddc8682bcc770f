"""A continued page goes through a real CUPS and arrives on paper of its own size, every line in its place."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from builders.cups import QUEUE, Queue, queue, why_not
from builders.ink import Grey, apart, pdf_ink, pdf_size
from builders.paper import fontbook
from passbook_desk.documents.correction import NO_CORRECTION, Correction
from passbook_desk.documents.pdf_pen import pdf_bytes
from printing.send_to_queue import continued

TESTS = Path(__file__).resolve().parent.parent
CORRECTIONS = {
    "as it is": NO_CORRECTION,
    "moved": Correction(2.0, -3.0),
    "moved and stretched": Correction(-1.5, 2.5, 1.01, 0.99),
}
pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "CUPS runs here")


def send(here: Queue, correction: Correction) -> str:
    """Print the page in a program of its own: libcups looks for its server only once."""
    numbers = (
        correction.right_mm, correction.down_mm, correction.scale_x, correction.scale_y, correction.drift_mm
    )  # fmt: skip
    paths = os.pathsep.join((str(TESTS), str(TESTS.parent / "src")))
    done = subprocess.run(
        [sys.executable, "-m", "printing.send_to_queue", QUEUE, *map(str, numbers)],
        env=here.environment | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths},
        cwd=TESTS,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", CORRECTIONS)
def test_a_continued_page_arrives_on_its_own_paper_with_its_ink_in_place(name: str) -> None:
    with queue(takes_any_size=True) as here:
        assert send(here, CORRECTIONS[name]) == "sent"
        content = here.arrived()
    assert pdf_size(content) == pytest.approx((130, 180), abs=0.5)
    (page,) = continued()
    drawn = replace(page, correction=CORRECTIONS[name])
    expected = pdf_ink(pdf_bytes([drawn], fontbook(), "登折"), dpi=300)
    found = pdf_ink(content, dpi=300)
    assert apart(found.extent(), expected.extent()) <= 0.3
    for line in range(5):
        band = strip(expected, line)
        assert apart(found.extent(band), expected.extent(band)) <= 0.35


def strip(page: Grey, line: int) -> tuple[float, float, float, float]:
    """The middle of one of the printed lines, from edge to edge."""
    _, top, _, bottom = page.extent()
    pitch = (bottom - top) / 7
    return 0.0, top + (line + 0.1) * pitch, 129.0, top + (line + 0.9) * pitch


def test_a_driver_that_does_not_take_the_paper_gets_nothing_to_print() -> None:
    with queue(takes_any_size=False) as here:
        assert send(here, NO_CORRECTION) == "documents.paper-not-taken"
        assert here.jobs() == ""
