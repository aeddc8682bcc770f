"""Paper books of a whole village raced against reportlab's canvas drawing the very same pages.

    python tests/performance/bench_books.py

Both sides make the pages from the same plans in each round and load the fonts anew; rounds alternate and
the median of the processor time counts. Before a race is counted, the text of both files must be equal.
Memory is that of a process of its own, which writes the books of 100 and of 2,000 households.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from builders.book_paper import FACTS, book_row, entry, plan  # noqa: E402
from passbook_desk.documents.fonts import FontBook  # noqa: E402
from passbook_desk.documents.measure import Measure  # noqa: E402
from passbook_desk.documents.page import Page  # noqa: E402
from passbook_desk.documents.pdf_pen import write_pdf  # noqa: E402
from passbook_desk.features.ledger.values import Colour  # noqa: E402
from passbook_desk.features.passbooks.books.booklet_paper import booklet_pages  # noqa: E402
from passbook_desk.features.passbooks.books.layouts import BookLayout  # noqa: E402
from passbook_desk.features.passbooks.books.line_paper import continue_pages  # noqa: E402
from passbook_desk.features.passbooks.books.starter import SHIPPED  # noqa: E402
from passbook_desk.features.passbooks.books.values import BookPlan  # noqa: E402
from passbook_desk.kernel.places import resources_folder  # noqa: E402
from performance.rivals import naive_pages  # noqa: E402
from performance.samples import DEEDS, GIVEN, SURNAMES  # noqa: E402
from performance.table import Measured, show  # noqa: E402

ROUNDS = 3
BOOKS = 500
FEW, MANY = 100, 2000
BOOKLET_PAGES = 5
"""Cover, holder page, three pages of lines."""
FONTS = resources_folder() / "fonts"
WHOLE = replace(SHIPPED[3], name="三页", pages=3)
CONTINUED = replace(SHIPPED[0], name="五页", pages=5)


class TextsDiffer(Exception):
    """The two files of a race do not say the same."""


def rows() -> list[Measured]:
    """Race both kinds of pages and weigh the memory; raises TextsDiffer."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            _race(
                "book pages with forms as PDF (rival: drawString a text)", whole_books, WHOLE, Path(folder)
            ),
            _race(
                "pages of continued lines as PDF (rival: drawString a text)",
                continued,
                CONTINUED,
                Path(folder),
            ),
            _memory(Path(folder)),
        ]


def whole_books(plans: Iterable[BookPlan], measure: Measure) -> Iterator[Page]:
    """Cover, holder page and three full pages with heads and rules for each book, made on the way."""
    for made in plans:
        yield from booklet_pages(made, FACTS, (), measure)[:BOOKLET_PAGES]


def continued(plans: Iterable[BookPlan], measure: Measure) -> Iterator[Page]:
    """Five full pages of lines alone for each book, made on the way."""
    for made in plans:
        yield from continue_pages(made, made.lines, measure)


def _plans(count: int, layout: BookLayout) -> Iterator[BookPlan]:
    return (_plan(number, layout) for number in range(count))


def _plan(number: int, layout: BookLayout) -> BookPlan:
    """A book that is full, but for the line that is kept."""
    holder = SURNAMES[number * 7 % 10] + GIVEN[number * 5 % 12] + GIVEN[number % 12]
    colour = Colour.GREEN if number % 4 else Colour.RED
    row = book_row(layout, colour, number=f"2{number:09}7", holder=holder)
    lines, balance = [], 0
    for seq in range(1, layout.capacity - 2 * layout.pages + 2):
        seed = number * 31 + seq * 17
        points = -5 if seed % 6 == 3 and balance >= 5 else 1 + seed % 40
        balance += points
        words = DEEDS[3] if points < 0 else DEEDS[seed % 6 if seed % 6 != 3 else 0]
        day = date(2025, 1, 3) + timedelta(days=seq * 6 + number % 7)
        lines.append(entry(seq, str(points), str(balance), item_text=words, occurred_on=day, handler="李红"))
    return plan(row, lines)


Making = Callable[[Iterable[BookPlan], Measure], Iterator[Page]]


def _race(what: str, pages: Making, layout: BookLayout, folder: Path) -> Measured:
    plans = tuple(_plans(BOOKS, layout))
    ours, rival = folder / "ours.pdf", folder / "rival.pdf"
    mine, theirs = [], []
    for _ in range(ROUNDS):
        mine.append(_seconds(lambda: _ours(pages, plans, ours)))
        theirs.append(_seconds(lambda: _theirs(pages, plans, rival)))
    count = _same_text(ours, rival)
    one, other = statistics.median(mine), statistics.median(theirs)
    rates = (f"{count / one:.0f} pages/s", f"{count / other:.0f} pages/s")
    return Measured(f"{count} {what}", *rates, other / one, ">= 2.0", other / one >= 2.0)


def _ours(pages: Making, plans: Iterable[BookPlan], target: Path) -> None:
    fontbook = FontBook(FONTS)
    write_pdf(pages(plans, Measure(fontbook)), fontbook, target, "存折")


def _theirs(pages: Making, plans: Iterable[BookPlan], target: Path) -> None:
    naive_pages.draw(pages(plans, Measure(FontBook(FONTS))), FONTS, target)


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _same_text(ours: Path, rival: Path) -> int:
    """The number of pages of both files. Raises TextsDiffer."""
    mine, theirs = ([page.split() for page in _extracted(path).split("\f")] for path in (ours, rival))
    if mine != theirs:
        pages = zip(mine, theirs, strict=False)
        different = [number for number, (one, other) in enumerate(pages, start=1) if one != other]
        raise TextsDiffer(f"pages {len(mine)} and {len(theirs)}, different: {different[:5]}")
    return len(mine) - 1


def _extracted(path: Path) -> str:
    taken = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return taken.stdout.decode("utf-8")


def _memory(folder: Path) -> Measured:
    """Growth of the peak from few to many books beside the growth of the file."""
    sizes, peaks = [], []
    for count in (FEW, MANY):
        target = folder / f"{count}.pdf"
        written = subprocess.run(
            [sys.executable, __file__, str(count), str(target)], capture_output=True, check=True, text=True
        )
        peaks.append(int(written.stdout) / 1024)
        sizes.append(target.stat().st_size / 1024 / 1024)
    grown, file = peaks[1] - peaks[0], sizes[1] - sizes[0]
    return Measured(
        f"memory more for {MANY} books than for {FEW} (peak {peaks[1]:.0f} MB; beside: the PDF's own size)",
        f"{grown:.1f} MB",
        f"{file:.1f} MB",
        grown / file,
        "<= 1.0",
        grown <= file,
    )


def _write_and_tell(count: int, target: Path) -> None:
    """Write whole books and print the peak of this process's memory in kilobytes, as Linux tells it."""
    _ours(whole_books, _plans(count, WHOLE), target)
    told = Path("/proc/self/status").read_text(encoding="ascii")
    print(next(line.split()[1] for line in told.splitlines() if line.startswith("VmHWM")))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _write_and_tell(int(sys.argv[1]), Path(sys.argv[2]))
    else:
        sys.exit(show(rows()))
