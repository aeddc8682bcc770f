from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.queries import versions
from passbook_desk.features.events.course.queries import due_steps
from passbook_desk.features.events.lending.queries import overdue_loans
from passbook_desk.features.events.queries import events, standards
from passbook_desk.features.households.queries import grids
from passbook_desk.features.ledger.claims.queries import claim_counts
from passbook_desk.features.ledger.counting.queries import participation
from passbook_desk.features.ledger.counting.run_values import RunKind
from passbook_desk.features.ledger.counting.runs import done_before, plan_run
from passbook_desk.features.ledger.counting.telling import counts_told
from passbook_desk.features.ledger.finding import accounts_moved_since
from passbook_desk.features.ledger.model import Claim, LedgerLine
from passbook_desk.features.ledger.queries import accounts, last_anchor
from passbook_desk.features.ledger.values import AnchorKind, LineKind
from passbook_desk.features.notices.drafting import last_proof
from passbook_desk.features.notices.kinds import OF_CYCLE
from passbook_desk.features.notices.objections.queries import objections
from passbook_desk.features.notices.queries import notices
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.features.passbooks.books.queries import unprinted_books
from passbook_desk.features.redemption.days import next_redemption_day
from passbook_desk.features.redemption.exchange.queries import exchange_days
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.stock.purchase import expiring, purchase_list
from passbook_desk.features.redemption.stock.queries import first_receipt
from passbook_desk.features.redemption.stocktake.queries import last_stocktake
from passbook_desk.features.rhythm.calendar import ended, recording_period, running
from passbook_desk.features.rhythm.rules import due_items
from passbook_desk.features.rhythm.values import (
    DueItem,
    Facts,
    GridFact,
    ProofFact,
    RunFact,
    ShopFacts,
)
from passbook_desk.features.village.policy import BasePeriod, CarryOver, VillagePolicy
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.periods import Period, PeriodKind

_DEEDS = (LineKind.CREDIT.value, LineKind.DEBIT.value)


def due_list(scope: Scope, now: datetime) -> tuple[DueItem, ...]:
    """What is due today by the village's own calendar; `now` is the real moment, for the age of backups."""
    return due_items(due_facts(scope, now))


def due_facts(scope: Scope, now: datetime) -> Facts:
    """Everything that the calendar is made of."""
    decided, here, today = policy(scope), village(scope), scope.today
    homes = grids(scope)
    since = recording_period(decided, today).days(decided.cut_off_day).first
    heard = _grids_heard(scope, since)
    backup = last_anchor(scope, AnchorKind.BACKUP)
    made_at = None if backup is None else backup.made_at.astimezone()
    return Facts(
        today=today,
        policy=decided,
        has_phone=bool(here.objection_phone),
        has_catalogue=bool(versions(scope)),
        has_standard=bool(standards(scope)),
        households=sum(grid.households for grid in homes),
        silent_since=since,
        silent=tuple(
            GridFact(grid.code, grid.name, grid.households)
            for grid in homes
            if grid.households and grid.code not in heard
        ),
        participation=participation(scope, Period.of(PeriodKind.MONTH, today, decided.cut_off_day)),
        first_deed=_first_deed(scope),
        told=counts_told(scope),
        claims=claim_counts(scope),
        books_unprinted=unprinted_books(scope),
        notices=notices(scope),
        proofs=_proofs(scope, decided),
        objections=objections(scope, open_only=True),
        runs=_runs(scope, decided, today),
        events=events(scope),
        event_steps=due_steps(scope, today),
        loans=overdue_loans(scope),
        shop=_shop(scope, decided),
        backup_age=None if made_at is None else (now.astimezone().date() - made_at.date()).days,
        backup_time="" if made_at is None else f"{made_at:%H:%M}",
    )


def _shop(scope: Scope, decided: VillagePolicy) -> ShopFacts:
    rows = goods_rows(scope)
    if not rows:
        return ShopFacts(False, (), (), (), None, None, None, ())
    ending = expiring(scope)
    return ShopFacts(
        stocked=True,
        to_buy=tuple(f"{row.goods.name} {row.quantity} {row.goods.unit}" for row in purchase_list(scope)),
        expired=tuple(dict.fromkeys(row.name for row in ending if row.expired)),
        expiring=tuple(dict.fromkeys(row.name for row in ending if not row.expired)),
        counted_on=last_stocktake(scope),
        stocked_on=first_receipt(scope),
        next_day=next_redemption_day(decided, scope.today),
        exchange_days=tuple(day for day in exchange_days(scope) if day.settled is None),
    )


def _grids_heard(scope: Scope, since: date) -> frozenset[str]:
    """Grids with a deed since a day, also where it still waits for its review or its notice."""
    waiting = scope.session.scalars(
        select(Claim.account_id).where(Claim.village_id == scope.village_id, Claim.occurred_on >= since)
    )
    lively = accounts_moved_since(scope, since).union(waiting)
    return frozenset(book.grid_code for book in accounts(scope) if book.id in lively)


def _first_deed(scope: Scope) -> date | None:
    """The earliest day on which a deed counts or, while it waits, happened."""
    entered = scope.session.scalar(
        select(LedgerLine.counted_on)
        .where(LedgerLine.village_id == scope.village_id, LedgerLine.kind.in_(_DEEDS))
        .order_by(LedgerLine.counted_on)
        .limit(1)
    )
    waiting = scope.session.scalar(
        select(func.min(Claim.occurred_on)).where(Claim.village_id == scope.village_id)
    )
    return min((day for day in (entered, waiting) if day is not None), default=None)


def _proofs(scope: Scope, decided: VillagePolicy) -> Mapping[str, ProofFact]:
    """The last proofs of the two periods whose notice comes next, with what was entered after them."""
    kind = OF_CYCLE.get(decided.post_every)
    if kind is None:
        return {}
    periods = (each(decided, decided.post_every, scope.today) for each in (ended, running))
    found = {
        str(period): _proof(scope, kind, period, decided.cut_off_day)
        for period in periods
        if period is not None
    }
    return {about: proof for about, proof in found.items() if proof is not None}


def _proof(scope: Scope, kind: NoticeKind, period: Period, cut_off_day: int) -> ProofFact | None:
    proof = last_proof(scope, kind, str(period))
    if proof is None:
        return None
    later = scope.session.scalar(
        select(func.count(LedgerLine.id)).where(
            LedgerLine.village_id == scope.village_id,
            LedgerLine.seq > proof.cut_off_seq,
            LedgerLine.counted_on <= period.days(cut_off_day).last,
        )
    )
    return ProofFact(later or 0)


def _runs(scope: Scope, decided: VillagePolicy, today: date) -> tuple[RunFact, ...]:
    """Runs that the village has decided on and that would move something now; a period is cleared when it is
    over, the day after its last one.
    """
    here, wanted = village(scope), []
    if decided.carry_over is CarryOver.EXPIRE:
        wanted.append(RunKind.EXPIRY)
    elif decided.carry_over is not CarryOver.KEEP:
        wanted.append(RunKind.CARRY_OVER)
    if decided.base_period is not BasePeriod.ONCE and (here.household_base or here.member_base):
        wanted.append(RunKind.BASE)
    plans = (plan_run(scope, kind, today, "") for kind in wanted)
    return tuple(
        RunFact(plan.kind, plan.name, len(plan.moving))
        for plan in plans
        if plan.moving
        and not (plan.kind is RunKind.CARRY_OVER and plan.until == today)
        and not done_before(scope, plan)
    )
