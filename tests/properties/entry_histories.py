"""Random villages that enter, review, take back and move deeds under random rules, and what must always hold.

python tests/properties/entry_histories.py --histories 1000
"""

import argparse
import random
import shutil
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from sqlalchemy import text

from builders.claims import decided as review
from builders.claims import worker
from builders.deeds import decided
from builders.village import Village, catalogue, household, new_village
from passbook_desk.db.store import Tx
from passbook_desk.features.access.values import Role
from passbook_desk.features.catalogue.limit_text import scope_of
from passbook_desk.features.catalogue.values import (
    Direction,
    Effect,
    Holder,
    ItemDraft,
    Limit,
    LimitPeriod,
    Measure,
    ValueKind,
)
from passbook_desk.features.households.model import LinkSpan
from passbook_desk.features.ledger.checking import deed_preview
from passbook_desk.features.ledger.claims.commands import post_due_claims
from passbook_desk.features.ledger.claims.queries import queue
from passbook_desk.features.ledger.claims.values import Stage
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.queries import accounts, head, recent_vouchers
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, OverCap, RecordBatch
from passbook_desk.features.ledger.reversing import MoveVoucher, move_voucher
from passbook_desk.features.ledger.values import AccountRow, Colour, OwnerKind, ReverseLines, VoucherKind
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.passbooks.undoing import UndoOwn, undo_own
from passbook_desk.features.village.policy import Twice, VillagePolicy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

FIRST_DAY = date(2026, 2, 1)
ACTS = 35
EVERY_ACT = frozenset(
    {
        "entered", "left out: limit", "left out: twice", "left out: other book", "left out: debt",
        "shortened", "claimed", "posted", "reversed", "undone", "moved", "linked loss",
        "refused move", "refused undo",
    }
)  # fmt: skip
_REASONS = {
    "ledger.limit": "limit",
    "ledger.deed": "twice",
    "ledger.other": "other book",
    "ledger.no-debt": "debt",
}


class EntryHistory:
    """One village. The checks read the tables themselves and count anew, the plain way."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.acts: Counter[str] = Counter()
        self.folder = Path(mkdtemp(prefix="entries-"))
        self.village: Village = new_village(self.folder)
        self.today = FIRST_DAY
        with self.village.write() as tx:
            drafts = tuple(self._item(place) for place in range(7))
            over_all = self._limits(0, tuple(Holder), self.chance.randrange(2))
            catalogue(tx, drafts, limits=over_all)
            own = [replace(each, item=row.code) for row in drafts for each in row.limits]
            self.limits = [*over_all, *own]
            household(tx, "01001", "王建国", member_of_party=True)
            household(tx, "01002", "李秀英", member_of_party=True)
            household(tx, "02001", "欧阳明")
            member = tx.session.execute(text("SELECT min(person_id) FROM account")).scalar_one()
            tx.session.add_all(
                LinkSpan(
                    uid=new_uid(),
                    kind="member",
                    person_id=member,
                    household_id=household_id,
                    from_on=FIRST_DAY,
                    to_on=None,
                )
                for household_id in (1, 2, 3)
            )
        self.codes = [draft.code for draft in drafts]
        self.items = {draft.code: draft for draft in drafts}
        self.policy = self._decide()
        self.reviewer = worker(self.village, "马主任", Role.REVIEWER)
        with self.village.read() as scope:
            self.books: tuple[AccountRow, ...] = accounts(scope)
        self._to(FIRST_DAY + timedelta(days=self.chance.randrange(60)))

    def _item(self, place: int) -> ItemDraft:
        chance = self.chance
        sign = -1 if place % 3 == 2 else 1
        kind = chance.choice([ValueKind.FIXED, ValueKind.FIXED, ValueKind.PER_UNIT, ValueKind.RANGE])
        values = sorted(sign * chance.choice([50, 100, 300, 725, 1000]) for _ in range(2))
        least, most = (values[0], values[0]) if kind is not ValueKind.RANGE else values
        if least == most and kind is ValueKind.RANGE:
            kind = ValueKind.FIXED
        holders = chance.choice([(Holder.HOUSEHOLD,), (Holder.RED, Holder.HOUSEHOLD)])
        effect = chance.choice([Effect.COUNTED, Effect.COUNTED, Effect.HONOUR, Effect.GIFT])
        return ItemDraft(
            code=f"96{place}",
            category="自定",
            name=f"事项{place}",
            value_kind=kind,
            least=Points(least),
            most=Points(most),
            holders=holders,
            effect=effect if sign > 0 else Effect.COUNTED,
            limits=self._limits(sign, holders, chance.randrange(3)),
        )

    def _limits(self, sign: int, holders: tuple[Holder, ...], count: int) -> tuple[Limit, ...]:
        """So many limits of an item, or over all items for sign 0; none says the same twice."""
        found = [self._limit(sign, holders) for _ in range(count)]
        return tuple({scope_of(limit): limit for limit in found}.values())

    def _limit(self, sign: int, holders: tuple[Holder, ...]) -> Limit:
        chance = self.chance
        takes = chance.random() < 0.3 if sign == 0 else sign < 0
        most = 1 if sign else 4
        measure = chance.choice(list(Measure))
        points = Points(chance.choice([725, 1500, 2001, 4000]) * most)
        return Limit(
            Direction.FLOOR if takes else Direction.CAP,
            chance.choice(list(LimitPeriod)),
            measure,
            points if measure is Measure.POINTS else chance.randrange(1, 5) * most,
            chance.choice([None, None, *holders]),
        )

    def _decide(self) -> VillagePolicy:
        chance = self.chance
        decided(
            self.village,
            same_deed_twice=chance.choice(list(Twice)),
            member_and_household=chance.choice(list(Twice)),
            debtless_households=chance.random() < 0.4,
            debtless_members=chance.random() < 0.3,
            linked_loss_percent=chance.choice([0, 33]),
            linked_loss_points=Points(chance.choice([0, 75])),
            cut_off_day=chance.choice([0, 15, 31]),
        )
        with self.village.read() as scope:
            return policy(scope)

    def _to(self, day: date) -> None:
        self.today = day
        self.village.on(day)

    def live(self) -> None:
        """A few dozen acts, each checked; then the whole ledger is verified."""
        others = (self.review, self.reverse, self.undo, self.move, self.steps)
        for _ in range(ACTS):
            self.chance.choice((*[self.enter] * 3, *others))()
            self.check()
            if self.chance.random() < 0.3:
                self._to(self.today + timedelta(days=self.chance.randrange(1, 25)))
        with self.village.read() as scope:
            verify_ledger(scope)

    def close(self) -> None:
        """Give the file back."""
        self.village.store.close()
        shutil.rmtree(self.folder)

    def enter(self) -> None:
        """An act of entry does what the preview says, and every deed is entered or named."""
        chance = self.chance
        entries = tuple(self._entry() for _ in range(chance.randrange(1, 9)))
        fitting = tuple(each for each in entries if each is not None)
        if not fitting:
            return
        with self.village.read() as scope:
            told = deed_preview(scope, fitting)
            waits = policy(scope).review
        with self.village.write() as tx:
            recorded = record_deeds(tx, RecordBatch(new_uid(), fitting))
        assert not (waits and recorded.voucher)
        places = [each.place for each in recorded.entered] + [each.place for each in recorded.left_out]
        assert sorted(places) == list(range(len(fitting)))
        assert {each.place: each.points for each in recorded.entered} == {
            each.place: each.points for each in told if each.points is not None
        }
        self.acts["claimed" if recorded.claim_ids else "entered"] += len(recorded.entered)
        self.acts["shortened"] += sum(each.shortened for each in recorded.entered)
        self.acts["linked loss"] += len(recorded.linked)
        for each in recorded.left_out:
            name = next(word for code, word in _REASONS.items() if each.reason.code.startswith(code))
            self.acts[f"left out: {name}"] += 1

    def _entry(self) -> DeedEntry | None:
        chance = self.chance
        code, book = chance.choice(self.codes), chance.choice(self.books)
        holder = Holder.RED if book.colour is Colour.RED else Holder.HOUSEHOLD
        draft = self.items[code]
        if holder not in draft.holders:
            return None
        points = None
        if draft.value_kind is ValueKind.RANGE:
            points = Points(chance.randint(draft.least.hundredths, draft.most.hundredths))
        return DeedEntry(
            book.id,
            code,
            self.today - timedelta(days=chance.choice([0, 0, 0, 1, 14])),
            quantity=chance.randrange(1, 4) if draft.value_kind is ValueKind.PER_UNIT else 1,
            points=points,
            over_cap=chance.choice(list(OverCap)),
            again=chance.random() < 0.5,
        )

    def steps(self) -> None:
        """The village takes up the review, or gives it up."""
        decided(self.village, review=self.chance.random() < 0.4)
        with self.village.write() as tx:
            self.acts["posted"] += len(post_due_claims(tx).posted)

    def review(self) -> None:
        """The committee passes or rejects what waits."""
        with self.village.read() as scope:
            waiting = [row.id for row in queue(scope, stages=[Stage.REVIEW])]
        for claim_id in waiting:
            reject = "不符" if self.chance.random() < 0.3 else ""
            done = review(self.village, (claim_id,), reject=reject, by=self.reviewer)
            self.acts["posted"] += len(done.posted)
            self.acts["refused posting"] += len(done.refused)

    def reverse(self) -> None:
        """Some lines are taken back with a reason."""
        with self.village.write() as tx:
            standing = tx.session.execute(_STANDING).scalars().all()
            if standing:
                chosen = self.chance.sample(standing, min(len(standing), self.chance.randrange(1, 4)))
                self.acts["reversed"] += len(
                    reverse_lines(tx, ReverseLines(new_uid(), tuple(chosen), "记错")).seqs
                )

    def undo(self) -> None:
        """A late act goes back when it may."""
        voucher_id = self._voucher()
        if voucher_id is not None:
            self._try("undo", "undone", lambda tx: undo_own(tx, UndoOwn(new_uid(), voucher_id)))

    def move(self) -> None:
        """A late act goes to another item when it may."""
        voucher_id = self._voucher()
        if voucher_id is not None:
            leave_out = self.chance.random() < 0.5
            command = MoveVoucher(voucher_id, self.chance.choice(self.codes), "记错", leave_out=leave_out)
            self._try("move", "moved", lambda tx: move_voucher(tx, command))

    def _voucher(self) -> int | None:
        with self.village.read() as scope:
            late = [row.id for row in recent_vouchers(scope, 6) if row.kind is VoucherKind.RECORD]
        return self.chance.choice(late) if late else None

    def _try(self, act: str, done: str, work: Callable[[Tx], object]) -> None:
        before = self._last_line()
        try:
            with self.village.write() as tx:
                work(tx)
        except UserError:
            self.acts[f"refused {act}"] += 1
            assert self._last_line() == before
        else:
            self.acts[done] += 1

    def _last_line(self) -> int:
        with self.village.read() as scope:
            return head(scope).seq

    def check(self) -> None:
        """No limit is passed, no deed stands twice where it may not, no book owes what it may not owe."""
        with self.village.read() as scope:
            lines = scope.session.execute(_EFFECTIVE).all()
            claims = scope.session.execute(_WAITING).all()
            debits = scope.session.execute(_DEBITS).all()
        done = [(row[0], row[1], date.fromisoformat(row[2]), row[3]) for row in (*lines, *claims)]
        self._check_limits(done)
        bound = {row.id for row in self.books if self._debtless(row)}
        assert [row for row in debits if row.account_id in bound and row.balance_after < 0] == []
        if self.policy.same_deed_twice is Twice.REFUSE:
            times = Counter((row[0], row[1], row[2]) for row in (*lines, *claims))
            assert [key for key, count in times.items() if count > 1] == []

    def _check_limits(self, done: list[tuple[int, str, date, int]]) -> None:
        holders = {row.id: _holder(row) for row in self.books}
        for limit in self.limits:
            gives = limit.direction is Direction.CAP
            used: defaultdict[tuple[int, object], list[int]] = defaultdict(list)
            for account_id, code, day, points in done:
                bounds = limit.item in (None, code) and limit.holder in (None, holders[account_id])
                if bounds and (points > 0) is gives:
                    used[account_id, self._period(limit.period, day)].append(abs(points))
            most = limit.amount.hundredths if isinstance(limit.amount, Points) else limit.amount
            for key, amounts in used.items():
                spent = sum(amounts) if limit.measure is Measure.POINTS else len(amounts)
                assert spent <= most, (limit, key, amounts)

    def _period(self, period: LimitPeriod, day: date) -> object:
        """A name of the period, found month by month."""
        if period in (LimitPeriod.DAY, LimitPeriod.EVER):
            return day if period is LimitPeriod.DAY else None
        month = day.year * 12 + day.month - 1
        if self.policy.cut_off_day and day.day > self.policy.cut_off_day:
            month += 1
        return month // {LimitPeriod.MONTH: 1, LimitPeriod.QUARTER: 3, LimitPeriod.YEAR: 12}[period]

    def _debtless(self, row: AccountRow) -> bool:
        member = row.owner_kind is OwnerKind.PERSON
        return self.policy.debtless_members if member else self.policy.debtless_households


def _holder(row: AccountRow) -> Holder:
    return Holder.RED if row.colour is Colour.RED else Holder.HOUSEHOLD


_BACK = "SELECT reverses_id FROM ledger_line WHERE reverses_id IS NOT NULL"
_STANDING = text(f"SELECT seq FROM ledger_line WHERE kind <> 'reversal' AND id NOT IN ({_BACK})")
_EFFECTIVE = text(
    "SELECT account_id, item_code, occurred_on, points FROM ledger_line"
    f" WHERE kind <> 'reversal' AND item_code <> '' AND id NOT IN ({_BACK})"
)
_WAITING = text(
    "SELECT claim.account_id, claim.item_code, claim.occurred_on, claim.points FROM claim"
    " JOIN claim_state ON claim_state.claim_id = claim.id"
    " WHERE claim_state.state NOT IN ('posted', 'rejected', 'withdrawn')"
)
_DEBITS = text("SELECT account_id, seq, balance_after FROM ledger_line WHERE kind = 'debit'")


def entry_campaign(histories: int, seed: int) -> Counter[str]:
    """Live through so many histories and count the acts of all; raises what one shows, with its seed."""
    chance = random.Random(seed)
    acts: Counter[str] = Counter()
    for _ in range(histories):
        own = chance.randrange(2**32)
        history = EntryHistory(own)
        try:
            history.live()
        except Exception as error:
            error.add_note(f"entry history of seed {own}")
            raise
        finally:
            history.close()
        acts += history.acts
    return acts


def main() -> int:
    """The whole campaign, by command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--histories", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    given = parser.parse_args()
    began = time.monotonic()
    acts = entry_campaign(given.histories, given.seed)
    told = ", ".join(f"{act} {times}" for act, times in sorted(acts.items()))
    seconds = time.monotonic() - began
    sys.stdout.write(f"{given.histories} histories, seed {given.seed}, {seconds:.0f} s: {told}\n")
    return int(bool(EVERY_ACT - acts.keys()))


if __name__ == "__main__":
    sys.exit(main())
