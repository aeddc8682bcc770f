from dataclasses import dataclass
from typing import Any, Protocol

from passbook_desk.features.ledger.counting.run_values import RunKind, RunPlan
from passbook_desk.features.ledger.counting.runs import apply_run, done_before, plan_run
from passbook_desk.features.ledger.periods import (
    ClosedRow,
    ClosePeriod,
    ReopenPeriod,
    close_days,
    closed_periods,
    reopen_days,
)
from passbook_desk.features.ledger.values import RecordedVoucher
from passbook_desk.features.village.policy import BasePeriod, CarryOver, VillagePolicy
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class Overview:
    """Closed periods, the latest first, and the runs that the village has decided on."""

    closed: tuple[ClosedRow, ...]
    runs: tuple[RunKind, ...]


@dataclass(frozen=True, slots=True)
class DryList:
    """The dry list of a run; `done` when a run of its name stands in the books already."""

    plan: RunPlan
    done: bool


class ClosingView(Protocol):
    def show_overview(self, found: Overview) -> None: ...
    def show_closed(self, period: Period, span: DateSpan) -> None: ...
    def show_reopened(self, span: DateSpan) -> None: ...
    def show_list(self, found: DryList) -> None: ...
    def show_applied(self, plan: RunPlan, written: RecordedVoucher) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ClosingPresenter:
    """Closes periods and opens them again; makes dry lists and applies them."""

    def __init__(self, desk: Desk, view: ClosingView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._plan: RunPlan | None = None

    def load(self) -> None:
        """Show what is closed and which runs there are."""
        self._jobs.desk(lambda: self._desk.ask(_overview), self._view.show_overview, self._view.show_problem)

    def close(self, period: Period) -> None:
        """Close a period with all open days before it."""
        command = ClosePeriod(new_uid(), period)
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: close_days(tx, command)),
            lambda span: self._view.show_closed(period, span),
            self._view.show_problem,
        )

    def reopen(self, row: ClosedRow, reason: str) -> None:
        """Open the days of a closed period again."""
        command = ReopenPeriod(new_uid(), row.uid, reason)
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: reopen_days(tx, command)),
            self._view.show_reopened,
            self._view.show_problem,
        )

    def list_run(self, kind: RunKind) -> None:
        """Make the dry list of a run as of today."""
        uid, on = new_uid(), self._clock.today()

        def done(found: DryList) -> None:
            self._plan = found.plan
            self._view.show_list(found)

        def listed(scope: Any) -> DryList:
            plan = plan_run(scope, kind, on, uid)
            return DryList(plan, done_before(scope, plan))

        self._plan = None
        self._jobs.desk(lambda: self._desk.ask(listed), done, self._view.show_problem)

    def apply(self) -> None:
        """Write the lines of the list shown."""
        plan = self._plan
        if plan is None:
            return
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: apply_run(tx, plan)),
            lambda written: self._view.show_applied(plan, written),
            self._view.show_problem,
        )


def _overview(scope: Any) -> Overview:
    here = village(scope)
    return Overview(
        closed_periods(scope), _runs(policy(scope), bool(here.household_base or here.member_base))
    )


def _runs(decided: VillagePolicy, with_base: bool) -> tuple[RunKind, ...]:
    runs = []
    if decided.carry_over in (CarryOver.CLEAR_QUARTER, CarryOver.CLEAR_YEAR):
        runs.append(RunKind.CARRY_OVER)
    if decided.carry_over is CarryOver.EXPIRE:
        runs.append(RunKind.EXPIRY)
    if with_base and decided.base_period is not BasePeriod.ONCE:
        runs.append(RunKind.BASE)
    return tuple(runs)
