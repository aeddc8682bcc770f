"""The proof of a quarter in a village of 500 households: drawn, written as PDF and as a workbook.

    python tests/performance/bench_notices.py

Time on the wall clock, fonts read anew each time: what a clerk waits for until both files are there.
"""

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from builders.village import Village  # noqa: E402
from passbook_desk.documents.fonts import FontBook  # noqa: E402
from passbook_desk.documents.measure import Measure  # noqa: E402
from passbook_desk.documents.pdf_pen import write_pdf  # noqa: E402
from passbook_desk.documents.xlsx_pen import write_xlsx  # noqa: E402
from passbook_desk.features.notices.paper import Edition, large_print, notice_pages, texts_of  # noqa: E402
from passbook_desk.features.notices.queries import quarter_draft  # noqa: E402
from passbook_desk.features.notices.sheets import notice_workbook  # noqa: E402
from passbook_desk.features.notices.values import NoticeContent  # noqa: E402
from passbook_desk.features.village.commands import change_policy  # noqa: E402
from passbook_desk.features.village.policy import WallDeductions  # noqa: E402
from passbook_desk.features.village.queries import policy  # noqa: E402
from passbook_desk.kernel.period import Quarter  # noqa: E402
from passbook_desk.kernel.places import resources_folder  # noqa: E402
from performance.table import Measured, show  # noqa: E402
from performance.villages import fill_quarters, village_of  # noqa: E402

HOUSEHOLDS = 500
LINES = 10_000
QUARTER = Quarter(2026, 1)
ROUNDS = 5
MOST_SECONDS = 3.0


def rows() -> list[Measured]:
    """Make the proof as it hangs, and its large print."""
    with tempfile.TemporaryDirectory(prefix="notices-") as name:
        folder = Path(name)
        village = village_of(folder, HOUSEHOLDS)
        with village.write() as tx:
            change_policy(tx, replace(policy(tx), wall_deductions=WallDeductions.WORDS))
        fill_quarters(village, LINES, QUARTER, notices=1)
        measured = [
            _proof(village, folder, "proof", large=False),
            _proof(village, folder, "large print", large=True),
        ]
        village.store.close()
    return measured


def _proof(village: Village, folder: Path, what: str, *, large: bool) -> Measured:
    seconds = []
    pages = 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        with village.read() as scope:
            content = quarter_draft(scope, QUARTER)
        assert len(content.lines) == HOUSEHOLDS
        assert content.parts
        pages = _written(content, folder, large_print(content) if large else None)
        seconds.append(time.perf_counter() - began)
    took = statistics.median(seconds)
    return Measured(
        f"{what} of {HOUSEHOLDS} households as PDF ({pages} pages) and Excel",
        f"{took:.2f} s",
        "",
        took / MOST_SECONDS,
        "<= 1",
        took <= MOST_SECONDS,
    )


def _written(content: NoticeContent, folder: Path, edition: Edition | None) -> int:
    fonts = FontBook(resources_folder() / "fonts")
    fonts.check(texts_of(content))
    pages = notice_pages(content, Measure(fonts), edition)
    write_pdf(pages, fonts, folder / "公示.pdf", "公示")
    write_xlsx(notice_workbook(content), folder / "公示.xlsx")
    return len(pages)


if __name__ == "__main__":
    sys.exit(show(rows()))
