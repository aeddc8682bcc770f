"""Figures raced against themselves with fewer lines: 20,000 accounts, 10,000 lines and a million.

    python tests/performance/bench_figures.py [--full]

The household page, the ranking of a month and the figures of a quarter are asked in villages that the program
itself has written, with the same accounts; medians of the processor time count. So is the whole notice of a
village of 500 households in which years went by, with corrections of the notice before and every deduction in
words. Without `--full` the larger village has a hundred thousand lines.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from sqlalchemy import text  # noqa: E402

from builders.pages import AtOnce, VillageDesk  # noqa: E402
from builders.village import Village  # noqa: E402
from passbook_desk.features.ledger.counting.queries import count_sheet  # noqa: E402
from passbook_desk.features.ledger.counting.values import By  # noqa: E402
from passbook_desk.features.ledger.figures import balance_on, period_figures  # noqa: E402
from passbook_desk.features.ledger.verifying import verify_ledger  # noqa: E402
from passbook_desk.features.notices.queries import quarter_draft  # noqa: E402
from passbook_desk.features.notices.values import PartKind  # noqa: E402
from passbook_desk.features.notices.verifying import verify_notices  # noqa: E402
from passbook_desk.features.village.commands import change_policy  # noqa: E402
from passbook_desk.features.village.policy import WallDeductions  # noqa: E402
from passbook_desk.features.village.queries import policy  # noqa: E402
from passbook_desk.kernel.period import Quarter  # noqa: E402
from passbook_desk.kernel.periods import Period  # noqa: E402
from passbook_desk.ui.pages.households.presenter import HouseholdPresenter  # noqa: E402
from passbook_desk.ui.pages.households.values import HouseholdView, PastDay  # noqa: E402
from performance.table import Measured, show  # noqa: E402
from performance.villages import copy_of, fill, fill_quarters, village_of  # noqa: E402

ACCOUNTS = 20_000
HOUSEHOLDS = 500
NOTICES = 12
FEW_LINES, MANY_LINES, ALL_LINES = 10_000, 100_000, 1_000_000
ROUNDS = 7
PAGES = 20
MOST_TIMES = 3.0
NOTICE_MOST_TIMES = 1.5
"""The whole notice of a village, however long its ledger is (issue 7)."""
NOTICE_ROUNDS = 21
MONTH, QUARTER, DAY = Period.parse("2026-05"), Period.parse("2026Q1"), date(2026, 3, 17)


def rows(full: bool = False) -> list[Measured]:
    """Run all races of the figures; `full` takes a million lines."""
    lines = ALL_LINES if full else MANY_LINES
    with tempfile.TemporaryDirectory(prefix="figures-") as folder:
        scratch = Path(folder)
        (scratch / "few").mkdir()
        few = village_of(scratch / "few", ACCOUNTS)
        many = copy_of(few, scratch / "many")
        few = copy_of(few, scratch / "again")
        fill(few, FEW_LINES)
        fill(many, lines)
        measured = [
            _race(f"page of a household, {lines} lines", few, many, household_pages, PAGES),
            _race(f"ranking of a month by household, {lines} lines", few, many, month_by_household),
            _race(f"ranking of a month by grid, {lines} lines", few, many, month_by_grid),
            _race(f"notice of a quarter, {lines} lines", few, many, quarter_notice),
            _race(f"bare figures of a quarter, {lines} lines", few, many, quarter_figures),
            _race(f"count of a quarter by grid, {lines} lines", few, many, quarter_by_grid),
            _race(f"balances of accounts at a day, {lines} lines", few, many, balances_at_a_day, PAGES),
        ]
        few.store.close()
        many.store.close()
        (scratch / "quarters").mkdir()
        measured += _notices_of_years(scratch / "quarters", lines)
    return measured


def _notices_of_years(scratch: Path, lines: int) -> list[Measured]:
    (scratch / "few").mkdir()
    few = village_of(scratch / "few", HOUSEHOLDS)
    with few.write() as tx:
        change_policy(tx, replace(policy(tx), wall_deductions=WallDeductions.WORDS))
    many = copy_of(few, scratch / "many")
    few = copy_of(few, scratch / "again")
    fill_quarters(few, FEW_LINES, Quarter.of(QUARTER.first), notices=1)
    fill_quarters(many, lines, Quarter.of(QUARTER.first), notices=NOTICES)
    what = f"notice of {HOUSEHOLDS} households with all its parts, {lines} lines"
    measured = [
        _race(what, few, many, whole_notice, most=NOTICE_MOST_TIMES, rounds=NOTICE_ROUNDS),
        _checking(many, lines),
    ]
    few.store.close()
    many.store.close()
    return measured


def _checking(village: Village, lines: int) -> Measured:
    with village.read() as scope:
        ours = _processor_ms(lambda: verify_notices(scope))
        rival = _processor_ms(lambda: verify_ledger(scope))
    what = f"{NOTICES} notices verified, {lines} lines (rival: the ledger verified)"
    return Measured(what, f"{ours:.0f} ms", f"{rival:.0f} ms", ours / rival, "", met=True)


@dataclass
class _Shown:
    """The view of a household's page."""

    found: list[HouseholdView] = field(default_factory=list)
    problems: list[BaseException] = field(default_factory=list)

    def show_household(self, found: HouseholdView) -> None:
        self.found.append(found)

    def show_reversed(self, line: object) -> None:
        """Nothing is taken back here."""

    def show_day(self, found: PastDay) -> None:
        """No past day is asked for here."""

    def show_problem(self, error: BaseException) -> None:
        self.problems.append(error)


def household_pages(village: Village) -> None:
    """The pages of households spread over the village."""
    view = _Shown()
    presenter = HouseholdPresenter(VillageDesk(village), view, AtOnce())
    for household_id in range(1, ACCOUNTS, ACCOUNTS // PAGES):
        presenter.open(household_id)
    assert view.problems == []
    assert len(view.found) == PAGES


def month_by_household(village: Village) -> None:
    """Every household in its rank, with the month before."""
    with village.read() as scope:
        sheet = count_sheet(scope, MONTH, By.HOUSEHOLD, ranked=True)
    assert len(sheet.rows) == ACCOUNTS


def month_by_grid(village: Village) -> None:
    """Every grid in its rank, with the month before."""
    with village.read() as scope:
        assert count_sheet(scope, MONTH, By.GRID, ranked=True).rows[0].rank == 1


def quarter_notice(village: Village) -> None:
    """The proof of a quarter's notice: every book with its figures."""
    with village.read() as scope:
        assert len(quarter_draft(scope, Quarter.of(QUARTER.first)).lines) == ACCOUNTS


def whole_notice(village: Village) -> None:
    """The proof of the last quarter: figures, corrections of the notice before, deductions in words."""
    with village.read() as scope:
        draft = quarter_draft(scope, Quarter.of(QUARTER.first))
    assert len(draft.lines) == HOUSEHOLDS
    assert [part.kind for part in draft.parts] == [PartKind.CORRECTIONS, PartKind.DEDUCTIONS]


def quarter_figures(village: Village) -> None:
    """Opening, credits, debits, redeemed, closing and the year's total of every account."""
    with village.read() as scope:
        period_figures(scope, QUARTER.first, QUARTER.last)


def quarter_by_grid(village: Village) -> None:
    """The quarter's sums of every grid, with the quarter before."""
    with village.read() as scope:
        assert count_sheet(scope, QUARTER, By.GRID).rows


def balances_at_a_day(village: Village) -> None:
    """Balances of accounts spread over the village in the middle of a month."""
    with village.read() as scope:
        chosen = scope.session.scalars(
            text("SELECT id FROM account WHERE id % :part = 1"), {"part": ACCOUNTS // PAGES}
        ).all()
        for account_id in chosen:
            balance_on(scope, account_id, DAY)


def _race(
    what: str,
    few: Village,
    many: Village,
    ask: Callable[[Village], None],
    asked: int = 1,
    most: float = MOST_TIMES,
    rounds: int = ROUNDS,
) -> Measured:
    with_few, with_many = [], []
    for _ in range(rounds):
        with_few.append(_processor_ms(lambda: ask(few)))
        with_many.append(_processor_ms(lambda: ask(many)))
    rival, ours = statistics.median(with_few) / asked, statistics.median(with_many) / asked
    ratio = ours / rival
    return Measured(
        f"{what} (rival: {FEW_LINES})",
        f"{ours:.1f} ms",
        f"{rival:.1f} ms",
        ratio,
        f"<= {most:g}",
        ratio <= most,
    )


def _processor_ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    sys.exit(show(rows(full="--full" in sys.argv[1:])))
