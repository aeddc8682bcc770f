"""Random histories of deeds, redemptions, closings, openings and runs; what must hold at every date."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders.village import household, new_village
from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.counting.queries import count_sheet
from passbook_desk.features.ledger.counting.run_values import RunKind, RunPlan
from passbook_desk.features.ledger.counting.runs import apply_run, done_before, plan_run
from passbook_desk.features.ledger.counting.values import By
from passbook_desk.features.ledger.errors import PeriodClosed, PeriodNotOver
from passbook_desk.features.ledger.figures import balance_on, period_figures
from passbook_desk.features.ledger.periods import (
    ClosePeriod,
    ReopenPeriod,
    close_days,
    closed_periods,
    reopen_days,
)
from passbook_desk.features.ledger.queries import accounts, balances, closed_spans, lines_of
from passbook_desk.features.ledger.rules import OUTSIDE_ASSESSMENT, OUTSIDE_SPENDABLE
from passbook_desk.features.ledger.values import Colour, LineKind, LineRow, OwnerKind, VoucherKind
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import CarryOver, VillagePolicy
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.kernel.points import ZERO, Points

HISTORIES, ACTS = 8, 50
FIXED_SEED = 20260601
FRESH_SEED = random.SystemRandom().randrange(10**9)
FIRST_DAY = date(2026, 1, 10)
KINDS = (LineKind.CREDIT, LineKind.CREDIT, LineKind.DEBIT, LineKind.GIFT, LineKind.HONOUR, LineKind.BASE)


class History:
    """A village whose clerk does anything at any time."""

    def __init__(self, folder: Path, seed: int, carry_over: CarryOver) -> None:
        self.draw = random.Random(seed)
        self.village = new_village(folder)
        self.today = FIRST_DAY
        self.village.on(self.today)
        self.acts: Counter[str] = Counter()
        with self.village.write() as tx:
            for code in ("01001", "01002", "02001"):
                household(tx, code, "王建国", member_of_party=code == "01002")
            self.policy = VillagePolicy(
                carry_over=carry_over,
                carry_percent=self.draw.choice([0, 30, 50, 100]),
                carry_most=self.draw.choice([None, Points(700)]),
                expire_months=self.draw.choice([1, 3, 12]),
                cut_off_day=self.draw.choice([0, 15, 28]),
            )
            change_policy(tx, self.policy)
            self.ids = [row.id for row in accounts(tx)]

    def act(self) -> None:
        """One act, or days that pass."""
        acts: tuple[Callable[[], None], ...] = (
            self.deed, self.deed, self.deed, self.redeem, self.pass_days, self.close, self.reopen, self.run,
        )  # fmt: skip
        self.draw.choice(acts)()

    def deed(self) -> None:
        kind = self.draw.choice(KINDS)
        points = Points(self.draw.randint(1, 3000) * (-1 if kind is LineKind.DEBIT else 1))
        self._write(kind, points, self.today - timedelta(days=self.draw.randint(0, 120)))

    def redeem(self) -> None:
        with self.village.read() as scope:
            rich = [row for row in balances(scope) if row.spendable > ZERO]
        if rich:
            chosen = self.draw.choice(rich)
            spent = Points(-self.draw.randint(1, chosen.spendable.hundredths))
            self._write(LineKind.REDEEM, spent, self.today, chosen.account.id)

    def pass_days(self) -> None:
        self.today += timedelta(days=self.draw.randint(1, 40))
        self.village.on(self.today)

    def close(self) -> None:
        kind = self.draw.choice([PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR])
        period = Period.of(kind, self.today - timedelta(days=self.draw.randint(5, 60)))
        try:
            with self.village.write() as tx:
                close_days(tx, ClosePeriod(new_uid(), period))
        except (PeriodNotOver, PeriodClosed):
            self.acts["refused closing"] += 1
        else:
            self.acts["closing"] += 1

    def reopen(self) -> None:
        with self.village.read() as scope:
            rows = [row for row in closed_periods(scope) if row.reopened_at is None]
        if rows:
            with self.village.write() as tx:
                reopen_days(tx, ReopenPeriod(new_uid(), rows[0].uid, "漏记"))
            self.acts["reopening"] += 1

    def run(self) -> None:
        kind = RunKind.EXPIRY if self.policy.carry_over is CarryOver.EXPIRE else RunKind.CARRY_OVER
        if self.policy.carry_over is CarryOver.KEEP:
            return
        with self.village.read() as scope:
            plan = plan_run(scope, kind, self.today, new_uid())
            before = {row.account.id: row for row in balances(scope)}
            refused = done_before(scope, plan) or not plan.moving
        if refused:
            with pytest.raises(UserError), self.village.write() as tx:
                apply_run(tx, plan)
            return
        with self.village.write() as tx:
            apply_run(tx, plan)
        self._check_run(plan, {key: row.spendable for key, row in before.items()})
        self.acts[kind.value] += 1

    def _check_run(self, plan: RunPlan, before: dict[int, Points]) -> None:
        moved = {row.account.id: row for row in plan.moving}
        with self.village.read() as scope:
            for row in balances(scope):
                own, had = moved.get(row.account.id), before[row.account.id]
                if own is None:
                    assert row.spendable == had
                else:
                    assert ZERO < own.taken <= had
                    assert ZERO <= own.kept <= own.taken
                    assert row.spendable == had - own.taken + own.kept >= ZERO

    def _write(self, kind: LineKind, points: Points, on: date, account: int | None = None) -> None:
        chosen = self.draw.choice(self.ids) if account is None else account
        with self.village.write() as tx:
            closed = closed_spans(tx)
            write_voucher(tx, new_uid(), VoucherKind.RECORD, [DraftLine(chosen, kind, kind, points, on)])
        with self.village.read() as scope:
            line = lines_of(scope, (chosen,))[chosen][-1]
        assert all(line.counted_on > span.last for span in closed)
        assert line.counted_on == on or closed
        self.acts[kind.value] += 1


def total(rows: list[LineRow], without: frozenset[LineKind] = frozenset()) -> Points:
    return sum((row.points for row in rows if row.effect not in without), ZERO)


def check_dates(scope: Scope, history: History) -> None:
    """Any balance at any date is the sum of its lines; so are the figures of any span."""
    books = {account_id: list(rows) for account_id, rows in lines_of(scope, history.ids).items()}
    for _ in range(20):
        day = FIRST_DAY + timedelta(days=history.draw.randint(-130, 400))
        figures = period_figures(scope, day - timedelta(days=history.draw.randint(0, 90)), day)
        for account_id in history.ids:
            until = [row for row in books.get(account_id, []) if row.counted_on <= day]
            on = balance_on(scope, account_id, day)
            assert on.balance == total(until)
            assert on.assessment == total(until, OUTSIDE_ASSESSMENT)
            assert on.spendable == total(until, OUTSIDE_SPENDABLE)
            if account_id in figures:
                assert figures[account_id].closing == total(until)


def check_counts(scope: Scope, history: History) -> None:
    """By book, by grid and by building the same village comes out."""
    for kind in (PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR):
        period = Period.of(kind, history.today, history.policy.cut_off_day)
        sheets = {by: count_sheet(scope, period, by, ranked=True) for by in By}
        places = [sheets[By.GRID].total, sheets[By.BUILDING].total]
        assert places[0] == places[1]
        people = [sheets[By.HOUSEHOLD].total, sheets[By.MEMBER].total]
        for part in ("credits", "debits", "redeemed", "closing", "score", "before"):
            in_books = sum((getattr(each, part) for each in people), ZERO)
            assert getattr(places[0], part) == in_books, (period, part)
        ranks = [row.rank for row in sheets[By.HOUSEHOLD].rows]
        scores = [row.score for row in sheets[By.HOUSEHOLD].rows]
        assert scores == sorted(scores, reverse=True)
        assert ranks == [1 + sum(other > score for other in scores) for score in scores]


@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_every_count_follows_from_the_lines_after_any_history(
    tmp_path: Path, seed: int, record_property: Callable[[str, object], None]
) -> None:
    acts: Counter[str] = Counter()
    for number in range(HISTORIES):
        folder = tmp_path / str(number)
        folder.mkdir()
        history = History(folder, seed + number, list(CarryOver)[number % len(CarryOver)])
        for _ in range(ACTS):
            history.act()
        with history.village.read() as scope:
            assert verify_ledger(scope) > 0
            assert {row.owner_kind for row in accounts(scope)} == {OwnerKind.HOUSEHOLD, OwnerKind.PERSON}
            assert {row.colour for row in accounts(scope)} == set(Colour)
            check_dates(scope, history)
            check_counts(scope, history)
        acts += history.acts
        history.village.store.close()
    record_property("acts", dict(acts))
    sys.stdout.write(f"{HISTORIES} histories, seed {seed}: {dict(acts)}\n")
    if seed == FIXED_SEED:
        assert {"credit", "redeem", "closing", "refused closing", "reopening"} - acts.keys() == set()
        assert {"carry-over", "expiry"} - acts.keys() == set()
