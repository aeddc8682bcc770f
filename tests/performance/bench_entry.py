"""Entry raced: saving 60 lines from the wall, the wall's preview, a draft kept, a sign-in sheet matched.

    python tests/performance/bench_entry.py

Saving is timed from the clerk's key to the word that it is done, through the page's own presenter, in a
village of 500 households with 20,000 lines and caps on the item. The durable commit of 60 bare rows by
sqlite3 with the same settings on the same disk stands beside it, round by round in turns; medians count.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from sqlalchemy import text  # noqa: E402

from builders.entry import EntryDesk  # noqa: E402
from builders.rosters import SAMPLES, bring_in  # noqa: E402
from builders.village import new_village  # noqa: E402
from passbook_desk.app.desk import Desk  # noqa: E402
from passbook_desk.app.draft_files import DraftFiles  # noqa: E402
from passbook_desk.app.village_file import create_village, open_village  # noqa: E402
from passbook_desk.features.households.attendance.matching import match_sheet  # noqa: E402
from passbook_desk.features.households.attendance.reading import sign_in_sheets  # noqa: E402
from passbook_desk.features.intake.reading import read_workbook  # noqa: E402
from passbook_desk.features.village.values import FoundVillage  # noqa: E402
from passbook_desk.kernel.clock import SetDateClock  # noqa: E402
from passbook_desk.kernel.jobs import NullProgress  # noqa: E402
from passbook_desk.ui.pages.ledger.drafts import Draft, written  # noqa: E402
from passbook_desk.ui.pages.ledger.values import Mark  # noqa: E402
from performance.rivals import bare_sqlite3  # noqa: E402
from performance.table import Measured, show  # noqa: E402
from performance.villages import fill, village_of  # noqa: E402

HOUSEHOLDS, LINES = 500, 20_000
BATCH, ROUNDS = 60, 41
SAVE_MOST_MS = 300.0
PREVIEW_MOST_MS = 300.0
SHEET_MOST_MS = 3_000.0
FIRST_DAY = date(2026, 1, 20)


def rows() -> list[Measured]:
    """Run all races of entry."""
    with tempfile.TemporaryDirectory(prefix="entry-") as folder:
        scratch = Path(folder)
        return [*wall(scratch), draft(scratch), sheet(scratch)]


def wall(scratch: Path) -> list[Measured]:
    """Ticking 60 of 500 households, seeing what saving would do, saving them; each on a day of its own."""
    home = scratch / "wall"
    home.mkdir()
    village = village_of(home, HOUSEHOLDS)
    fill(village, LINES)
    with village.read() as scope:
        columns = list(scope.session.scalars(text("SELECT name FROM pragma_table_info('ledger_line')")))
    plain = bare_sqlite3.open_file(home / "plain.db")
    bare_sqlite3.make_plain_table(plain, columns)
    desk = EntryDesk(village)
    desk.presenter.choose_grid("")
    desk.choose("102")
    ours, rival, preview = [], [], []
    for number in range(ROUNDS):
        desk.presenter.day = FIRST_DAY + timedelta(days=number)
        preview.append(_wall_ms(desk.presenter.preview_roll))
        ids = desk.ids()
        for place in range(BATCH):
            desk.roll.toggle(ids[(number * BATCH + place) % len(ids)])
        saves = len(desk.view.saved)
        ours.append(_wall_ms(lambda: _save_alone(desk)))
        assert len(desk.view.saved) == saves + 1
        assert len(desk.view.saved[-1].recorded.entered) == BATCH, desk.view.problems
        with village.read() as scope:
            found = scope.session.execute(
                text("SELECT * FROM ledger_line ORDER BY seq DESC LIMIT :batch"), {"batch": BATCH}
            )
            bare = [tuple(row) for row in found]
        rival.append(_wall_ms(lambda bare=bare: bare_sqlite3.insert(plain, "ledger_line", bare)))
    plain.close()
    village.store.close()
    mine, theirs, shown = statistics.median(ours), statistics.median(rival), statistics.median(preview)
    return [
        _at_most(
            f"{BATCH} lines saved from the wall, slowest {max(ours):.0f} ms (beside: durable commit)",
            mine,
            theirs,
            SAVE_MOST_MS,
        ),
        _at_most(
            f"what saving would do with {HOUSEHOLDS} tiles (beside: the bar)",
            shown,
            PREVIEW_MOST_MS,
            PREVIEW_MOST_MS,
        ),
    ]


def _save_alone(desk: EntryDesk) -> None:
    """Saving up to the word that it is done; loading the page anew comes after that and is not counted."""
    desk.presenter.load = lambda: None  # type: ignore[method-assign]
    try:
        desk.presenter.save_roll()
    finally:
        del desk.presenter.load


def draft(scratch: Path) -> Measured:
    """A draft of 60 ticks written to the disk for good, beside a commit's bar."""
    home = scratch / "draft"
    home.mkdir()
    clock = SetDateClock(date(2026, 6, 1))
    create_village(home / "村.pbk", FoundVillage("村", "140108203211", "镇", 2026, "刘文书", ""), clock)
    village_file = open_village(home / "村.pbk", clock)
    files = DraftFiles(home / "drafts", Desk(village_file, clock, lambda _: None))
    kept = written((Draft("0" * 32, ticks=tuple((number, Mark()) for number in range(BATCH))),))
    owner = files.owner()
    taken = [_wall_ms(lambda: files.keep(owner, kept)) for _ in range(ROUNDS)]
    village_file.close()
    mine = statistics.median(taken)
    return _at_most(f"a draft of {BATCH} ticks kept, {len(kept)} bytes (beside: the bar)", mine, 100.0, 100.0)


def sheet(scratch: Path) -> Measured:
    """The sample's two sign-in sheets read in the child process and matched with 1,615 residents."""
    home = scratch / "sheet"
    home.mkdir()
    village = new_village(home)
    bring_in(village, SAMPLES / "花名册_标准.xlsx")

    def once() -> None:
        workbook = read_workbook(SAMPLES / "签到表_环境整治.xlsx", NullProgress())
        found = sign_in_sheets(workbook, date(2026, 6, 1), "140108203211")
        with village.read() as scope:
            assert [len(match_sheet(scope, each).lines) for each in found] == [113, 81]

    mine = statistics.median(_wall_ms(once) for _ in range(7))
    village.store.close()
    return _at_most(
        "two sign-in sheets read and matched (beside: the bar)", mine, SHEET_MOST_MS, SHEET_MOST_MS
    )


def _at_most(what: str, ours: float, beside: float, most: float) -> Measured:
    return Measured(
        what, f"{ours:.1f} ms", f"{beside:.1f} ms", ours / most, f"<= {most:.0f} ms", ours <= most
    )


def _wall_ms(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    sys.exit(show(rows()))
