"""Paper and sheets raced against the libraries' ordinary use: same fonts, same cells, same text.

    python tests/performance/bench_documents.py

Each side builds everything anew in each round, fonts included; rounds of the two alternate and the
median of the processor time counts, so that other work on the computer does not decide the race.
Before the race is counted, the text of both files is extracted and must be equal.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from passbook_desk.documents.flow import Column, Paper, Row, TableStyle, flow_table  # noqa: E402
from passbook_desk.documents.fonts import FontBook  # noqa: E402
from passbook_desk.documents.measure import Measure  # noqa: E402
from passbook_desk.documents.page import (  # noqa: E402
    A4_LANDSCAPE,
    Align,
    Code,
    Face,
    Fixed,
    Item,
    Page,
    Rule,
    Text,
)
from passbook_desk.documents.pdf_pen import write_pdf  # noqa: E402
from passbook_desk.documents.sheet import Cell, Sheet, Style, Workbook  # noqa: E402
from passbook_desk.documents.xlsx_pen import write_xlsx  # noqa: E402
from passbook_desk.kernel.places import resources_folder  # noqa: E402
from passbook_desk.kernel.points import Points  # noqa: E402
from performance.rivals import bare_xlsxwriter, long_table, naive_canvas  # noqa: E402
from performance.samples import (  # noqa: E402
    LEFT,
    LINES_A_PAGE,
    NOTICE_TITLES,
    NOTICE_WIDTHS,
    PAGE,
    ROW,
    TITLES,
    TOP,
    WIDTHS,
    Book,
    NoticeRow,
    books,
    notice,
)
from performance.table import Measured, show  # noqa: E402

ROUNDS = 3
HOUSEHOLDS = 500
NOTICE_ROWS = 5000
FONTS = resources_folder() / "fonts"


class TextsDiffer(Exception):
    """The two files of a race do not say the same."""


def rows() -> list[Measured]:
    """Run all races of paper and sheets; raises TextsDiffer."""
    with tempfile.TemporaryDirectory() as folder:
        return [passbooks(Path(folder)), notice_paper(Path(folder)), notice_sheet(Path(folder))]


def passbooks(folder: Path) -> Measured:
    """2,500 pages: at least twice the page rate of one drawString a cell."""
    made = books(HOUSEHOLDS)
    ours, rival = folder / "ours.pdf", folder / "rival.pdf"
    mine, theirs = _race(
        lambda: write_pdf(passbook_pages(made), FontBook(FONTS), ours, "存折"),
        lambda: naive_canvas.draw(made, FONTS, rival),
    )
    _same_text(ours, rival)
    pages = HOUSEHOLDS * 5
    return Measured(
        f"{pages} passbook pages as PDF (rival: drawString a cell)",
        f"{pages / mine:.0f} pages/s",
        f"{pages / theirs:.0f} pages/s",
        theirs / mine,
        ">= 2.0",
        theirs / mine >= 2.0,
    )


def notice_paper(folder: Path) -> Measured:
    """5,000 rows on paper: at least twice as fast as platypus' LongTable."""
    cells = [tuple(map(str, row)) for row in notice(NOTICE_ROWS)]
    ours, rival = folder / "ours.pdf", folder / "rival.pdf"
    mine, theirs = _race(lambda: _our_notice(cells, ours), lambda: long_table.draw(cells, FONTS, rival))
    _same_text(ours, rival)
    return Measured(
        f"notice of {NOTICE_ROWS} rows as PDF (rival: LongTable)",
        f"{mine:.2f} s",
        f"{theirs:.2f} s",
        theirs / mine,
        ">= 2.0",
        theirs / mine >= 2.0,
    )


def notice_sheet(folder: Path) -> Measured:
    """5,000 rows as a workbook, read back: at most 1.5 times XlsxWriter alone."""
    made = notice(NOTICE_ROWS)
    ours, rival = folder / "ours.xlsx", folder / "rival.xlsx"
    mine, theirs = _race(
        lambda: write_xlsx(notice_workbook(made), ours), lambda: bare_xlsxwriter.write(made, rival)
    )
    _same_cells(ours, rival)
    return Measured(
        f"notice of {NOTICE_ROWS} rows as Excel, read back (rival: XlsxWriter alone)",
        f"{mine:.2f} s",
        f"{theirs:.2f} s",
        mine / theirs,
        "<= 1.5",
        mine / theirs <= 1.5,
    )


def passbook_pages(made: list[Book]) -> list[Page]:
    """A cover with a code, the holder's page and three pages of lines for each book."""
    grid = Fixed("grid", tuple(_grid()))
    pages: list[Page] = []
    for book in made:
        pages += [_cover(book), _holder(book)]
        for start in range(0, len(book.lines), LINES_A_PAGE):
            pages.append(Page(*PAGE, tuple(_lines(book.lines[start : start + LINES_A_PAGE])), (grid,)))
    return pages


def notice_workbook(made: list[NoticeRow]) -> Workbook:
    """The notice as a sheet."""
    styles = tuple(
        Style.NUMBER if isinstance(value, Points) else Style.TEXT if isinstance(value, str) else Style.DATE
        for value in made[0]
    )
    head = tuple(Cell(title, Style.HEAD) for title in NOTICE_TITLES)
    body = tuple(tuple(Cell(value, style) for value, style in zip(row, styles, strict=True)) for row in made)
    sheet = Sheet("公示", (head, *body), (12,) * 12, head_rows=1, landscape=True)
    return Workbook((sheet,), "公示")


def _our_notice(cells: list[tuple[str, ...]], target: Path) -> None:
    fontbook = FontBook(FONTS)
    columns = [
        Column(title, width, Align.RIGHT if 5 <= number <= 8 else Align.LEFT)
        for number, (title, width) in enumerate(zip(NOTICE_TITLES, NOTICE_WIDTHS, strict=True))
    ]
    pages = flow_table(
        columns,
        [Row(row) for row in cells],
        Measure(fontbook),
        Paper(A4_LANDSCAPE, numbers="第 {page} 页"),
        TableStyle(size=8, head_size=8),
    )
    write_pdf(pages, fontbook, target, "公示")


def _cover(book: Book) -> Page:
    middle = PAGE[0] / 2
    return Page(
        *PAGE,
        (
            Text(middle, 60, "积分存折", 28, Face.BOLD, Align.CENTRE),
            Text(middle, 80, book.holder, 16, align=Align.CENTRE),
            Text(middle, 95, book.number, 12, align=Align.CENTRE),
            Code(59, 120, 30, book.number),
        ),
    )


def _holder(book: Book) -> Page:
    pairs = (
        ("户主", book.holder),
        ("存折号", book.number),
        ("住址", book.address),
        ("发折", "石桥村村民委员会"),
    )
    items: list[Item] = []
    for number, (label, value) in enumerate(pairs):
        items.append(Text(25, 50 + number * 14, label, 11, Face.BOLD))
        items.append(Text(50, 50 + number * 14, value, 11))
    return Page(*PAGE, tuple(items))


def _grid() -> list[Item]:
    right, bottom = LEFT + sum(WIDTHS), TOP + ROW * (LINES_A_PAGE + 1)
    items: list[Item] = [
        Rule(LEFT, TOP + row * ROW, right, TOP + row * ROW) for row in range(LINES_A_PAGE + 2)
    ]
    x = LEFT
    items.append(Rule(x, TOP, x, bottom))
    for title, width in zip(TITLES, WIDTHS, strict=True):
        items.append(Text(x + width / 2, TOP + 5.3, title, 9, Face.BOLD, Align.CENTRE))
        x += width
        items.append(Rule(x, TOP, x, bottom))
    return items


def _lines(lines: tuple[tuple[str, ...], ...]) -> list[Item]:
    items: list[Item] = []
    for number, cells in enumerate(lines, start=1):
        x, y = LEFT, TOP + number * ROW + 5.3
        for column, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True)):
            if column in naive_canvas.RIGHT_COLUMNS:
                items.append(Text(x + width - 1, y, cell, 9, align=Align.RIGHT))
            else:
                items.append(Text(x + 1, y, cell, 9))
            x += width
    return items


def _race(ours: Callable[[], None], rival: Callable[[], None]) -> tuple[float, float]:
    """Medians of the processor seconds of both, taken in turns."""
    mine, theirs = [], []
    for _ in range(ROUNDS):
        mine.append(_seconds(ours))
        theirs.append(_seconds(rival))
    return statistics.median(mine), statistics.median(theirs)


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _same_text(ours: Path, rival: Path) -> None:
    mine, theirs = ([page.split() for page in _extracted(path).split("\f")] for path in (ours, rival))
    if mine != theirs:
        pages = zip(mine, theirs, strict=False)
        different = [number for number, (one, other) in enumerate(pages, start=1) if one != other]
        raise TextsDiffer(f"pages {len(mine)} and {len(theirs)}, different: {different[:5]}")


def _extracted(path: Path) -> str:
    taken = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return taken.stdout.decode("utf-8")


def _same_cells(ours: Path, rival: Path) -> None:
    from python_calamine import CalamineWorkbook

    mine, theirs = (
        CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python() for path in (ours, rival)
    )
    if mine != theirs:
        raise TextsDiffer("the cells of the two workbooks differ")


if __name__ == "__main__":
    sys.exit(show(rows()))
