"""Runs over all books: clearing and carrying over, expiry, base points anew; with a dry list first."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.ledger.base_points import BASE_TEXT, base_grant, base_kind
from passbook_desk.features.ledger.counting.calendar import base_period, ended_period
from passbook_desk.features.ledger.counting.errors import (
    NothingToRun,
    RunDoneBefore,
    RunFiguresChanged,
    RunNotDecided,
)
from passbook_desk.features.ledger.counting.homes import Homes
from passbook_desk.features.ledger.counting.run_values import RunKind, RunNote, RunPlan, RunRow
from passbook_desk.features.ledger.errors import FutureDeed
from passbook_desk.features.ledger.figures import sums_by_effect
from passbook_desk.features.ledger.model import LedgerLine, Voucher
from passbook_desk.features.ledger.queries import balances
from passbook_desk.features.ledger.values import BalanceRow, LineKind, OwnerKind, RecordedVoucher, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.policy import CarryOver, VillagePolicy
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.kernel.points import ZERO, Points

APPLIED_ACT = "run-applied"
"""The audit act whose detail holds the kind of a run and the day up to which it took points."""
CLEARED = "积分清零"
CARRIED = "积分结转"
EXPIRED = "到期清零"
_INFLOWS: Final = (LineKind.CREDIT, LineKind.OPENING, LineKind.GIFT, LineKind.CARRY, LineKind.TRANSFER)
_CLEARED_BY: Final = {CarryOver.CLEAR_QUARTER: PeriodKind.QUARTER, CarryOver.CLEAR_YEAR: PeriodKind.YEAR}
_WHOLE: Final = 100
_ONE_DAY = timedelta(days=1)


def plan_run(scope: Scope, kind: RunKind, on: date, uid: str) -> RunPlan:
    """The dry list of a run dated `on`, by what the village has decided; nothing is written.

    Clearing takes what the last quarter or year left over; what was earned later stays, and what was spent
    since was the oldest. Raises FutureDeed, RunNotDecided.
    """
    if on > scope.today:
        raise FutureDeed(field="on", day=on, today=scope.today)
    decided = policy(scope)
    if kind is RunKind.BASE:
        return _base_plan(scope, decided, on, uid)
    until, name = _reach(decided, kind, on)
    later = sums_by_effect(scope, until + _ONE_DAY, None)
    rows = (_cleared(row, later.get(row.account.id, {}), decided, kind) for row in balances(scope))
    return RunPlan(uid, kind, on, until, name, tuple(row for row in rows if row.moves or row.notes))


def apply_run(tx: Tx, plan: RunPlan) -> RecordedVoucher:
    """Write the lines of a dry list as one voucher; the same act again answers with what it wrote.

    Raises RunDoneBefore for a run of this name, RunFiguresChanged when any book has moved since the list was
    made, NothingToRun, and what plan_run raises.
    """
    tx.require(Act.RUN)
    before = tx.session.scalar(
        select(Voucher).where(Voucher.village_id == tx.village_id, Voucher.uid == plan.uid)
    )
    if before is not None:
        return _written(tx, before)
    if done_before(tx, plan):
        raise RunDoneBefore(name=plan.name)
    if plan_run(tx, plan.kind, plan.on, plan.uid) != plan:
        raise RunFiguresChanged(name=plan.name)
    drafts = [draft for row in plan.moving for draft in _drafts(tx, plan, row)]
    if not drafts:
        raise NothingToRun(name=plan.name)
    written = write_voucher(tx, plan.uid, VoucherKind.RUN, drafts)
    note_act(tx, APPLIED_ACT, Voucher.__tablename__, plan.uid, f"{plan.kind.value} {plan.until}")
    return written


def done_before(scope: Scope, plan: RunPlan) -> bool:
    """Whether a run of this name was applied and still stands."""
    taking_back = aliased(LedgerLine)
    found = scope.session.scalar(
        select(LedgerLine.id)
        .join(Voucher, Voucher.id == LedgerLine.voucher_id)
        .outerjoin(taking_back, taking_back.reverses_id == LedgerLine.id)
        .where(
            Voucher.village_id == scope.village_id,
            Voucher.kind == VoucherKind.RUN.value,
            LedgerLine.item_text == plan.name,
            taking_back.id.is_(None),
        )
        .limit(1)
    )
    return found is not None


def _reach(decided: VillagePolicy, kind: RunKind, on: date) -> tuple[date, str]:
    """The last day of the points that are taken, and the name of the run."""
    if kind is RunKind.EXPIRY:
        if decided.carry_over is not CarryOver.EXPIRE:
            raise RunNotDecided(kind=kind.value)
        until = _months_before(on, decided.expire_months) - _ONE_DAY
        return until, f"{EXPIRED}（{until.year}年{until.month}月{until.day}日前）"
    if decided.carry_over not in _CLEARED_BY:
        raise RunNotDecided(kind=kind.value)
    period = ended_period(decided, _CLEARED_BY[decided.carry_over], on)
    return period.days(decided.cut_off_day).last, f"{period.chinese}{CLEARED}"


def _months_before(day: date, months: int) -> date:
    month = Period.months(day, day)
    for _ in range(months):
        month = month.previous()
    return month.first.replace(day=min(day.day, month.last.day))


def _cleared(
    row: BalanceRow, later: Mapping[LineKind, Points], decided: VillagePolicy, kind: RunKind
) -> RunRow:
    newer = sum((max(ZERO, later.get(effect, ZERO)) for effect in _INFLOWS), ZERO)
    taken = max(ZERO, row.spendable - newer)
    notes = [RunNote.NEGATIVE] if row.spendable < ZERO else []
    notes += [RunNote.PENDING] if row.pending else []
    notes += [RunNote.NEWER] if ZERO < taken < row.spendable else []
    kept = ZERO if kind is RunKind.EXPIRY else _carried(taken, decided)
    return RunRow(row.account, row.spendable, taken, kept, notes=tuple(notes))


def _carried(taken: Points, decided: VillagePolicy) -> Points:
    """A share of what is cleared, rounded down to 0.01, at most so many; a maximum alone carries up to it."""
    most = decided.carry_most
    percent = decided.carry_percent or (0 if most is None else _WHOLE)
    share = Points(taken.hundredths * percent // _WHOLE)
    return share if most is None else min(share, most)


def _base_plan(scope: Scope, decided: VillagePolicy, on: date, uid: str) -> RunPlan:
    period, here = base_period(decided, on), village(scope)
    if period is None or not (here.household_base or here.member_base):
        raise RunNotDecided(kind=RunKind.BASE.value)
    span = period.days(decided.cut_off_day)
    homes, granted = Homes(scope), _granted(scope, span)
    taking_part = homes.taking_part(on)
    rows = tuple(
        RunRow(row.account, row.spendable, granted=base_grant(here, row.account.owner_kind))
        for row in balances(scope)
        if row.account.id not in granted
        and row.account.owner_kind in (OwnerKind.HOUSEHOLD, OwnerKind.PERSON)
        and row.account.household_id in taking_part
    )
    name = f"{period.chinese}{BASE_TEXT}"
    return RunPlan(uid, RunKind.BASE, on, span.last, name, tuple(row for row in rows if row.moves))


def _granted(scope: Scope, span: DateSpan) -> frozenset[int]:
    """Accounts that were given base points in a span already: those opened in it."""
    taking_back = aliased(LedgerLine)
    found = scope.session.scalars(
        select(LedgerLine.account_id)
        .outerjoin(taking_back, taking_back.reverses_id == LedgerLine.id)
        .where(
            LedgerLine.village_id == scope.village_id,
            LedgerLine.counted_on >= span.first,
            LedgerLine.counted_on <= span.last,
            LedgerLine.kind.in_((LineKind.BASE.value, LineKind.OPENING.value)),
            LedgerLine.item_text.endswith(BASE_TEXT),
            LedgerLine.points > ZERO,
            taking_back.id.is_(None),
        )
    )
    return frozenset(found)


def _drafts(tx: Tx, plan: RunPlan, row: RunRow) -> Iterator[DraftLine]:
    account_id = row.account.id
    if row.granted:
        kind = base_kind(policy(tx))
        yield DraftLine(account_id, kind, kind, row.granted, plan.on, item_text=plan.name)
        return
    taken = DraftLine(account_id, LineKind.EXPIRE, LineKind.EXPIRE, -row.taken, plan.on, item_text=plan.name)
    yield taken
    if row.kept:
        carried = plan.name.replace(CLEARED, CARRIED)
        yield replace(taken, kind=LineKind.CARRY, effect=LineKind.CARRY, points=row.kept, item_text=carried)


def _written(tx: Tx, voucher: Voucher) -> RecordedVoucher:
    seqs = tx.session.scalars(
        select(LedgerLine.seq).where(LedgerLine.voucher_id == voucher.id).order_by(LedgerLine.seq)
    )
    return RecordedVoucher(voucher.id, voucher.uid, tuple(seqs))
