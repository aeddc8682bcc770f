"""Writing checked deeds as lines, and with a household's deduction what its linked party member loses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy import or_, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.catalogue.queries import version_in_force
from passbook_desk.features.catalogue.values import Effect
from passbook_desk.features.households.model import LinkSpan
from passbook_desk.features.ledger.checking import debtless
from passbook_desk.features.ledger.claims.rules import OPEN
from passbook_desk.features.ledger.errors import NoDebt
from passbook_desk.features.ledger.limits import (
    Doer,
    Done,
    allowance,
    history_of_deeds,
    limit_reached,
    limit_span,
    limits_on,
)
from passbook_desk.features.ledger.model import Account, ClaimState
from passbook_desk.features.ledger.queries import accounts_by_id, balances
from passbook_desk.features.ledger.recording_values import CheckedEntry, LinkedLoss, Posted
from passbook_desk.features.ledger.rules import kind_of, linked_loss
from passbook_desk.features.ledger.values import AccountRow, LineKind, OwnerKind, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.points import ZERO, Points

LINKED_TEXT: Final = "联系户扣分"
"""What a member's book says; never which household (domain §2.5, §5.3)."""
_WITNESS: Final = "证明人："


def post_entries(tx: Tx, uid: str, entries: Sequence[CheckedEntry]) -> Posted:
    """Enter claims that have had their steps, as one voucher; see write_entries.

    Their points stand as they were claimed, so the rules are asked once more: a cap or floor that was used up
    meanwhile refuses them, and so does a book that may not owe points. Raises LimitReached, NoDebt.
    """
    _check_again(tx, entries)
    return write_entries(tx, uid, entries).posted


def _check_again(tx: Tx, entries: Sequence[CheckedEntry]) -> None:
    decided = policy(tx)
    catalogues = {day: version_in_force(tx, day) for day in {entry.occurred_on for entry in entries}}
    bounds = []
    first = date.max
    for entry in entries:
        version = catalogues[entry.occurred_on]
        every = (*entry.item.limits, *(version.limits if version else ()))
        limits = limits_on(every, entry.item.code, entry.account, entry.points)
        bounds.append(limits)
        spans = (limit_span(each.period, entry.occurred_on, decided.cut_off_day) for each in limits)
        first = min([first, *(span.first for span in spans)])
    history = history_of_deeds(tx, {entry.account.id for entry in entries}, first, None, claims_too=False)
    left = _balances(tx, decided, (entry.account for entry in entries))
    for entry, limits in zip(entries, bounds, strict=True):
        account, points = entry.account, entry.points
        room = allowance(
            history,
            limits,
            account.id,
            entry.occurred_on,
            points,
            decided.cut_off_day,
            Doer.of(entry.item, entry.person_id),
        )
        if room.points != points and room.room is not None:
            raise limit_reached(account, entry.item, room.room)
        history.add(
            Done(
                account.id,
                entry.item.code,
                entry.occurred_on,
                points > ZERO,
                points.hundredths,
                1,
                waiting=False,
                person_id=entry.person_id,
            )
        )
        if account.id in left:
            left[account.id] += points
            if points < ZERO and left[account.id] < ZERO:
                raise NoDebt(
                    field="points",
                    name=account.owner_name,
                    number=account.number,
                    item=entry.item.name,
                    balance=left[account.id] - points,
                )


def _balances(scope: Scope, decided: VillagePolicy, accounts: Iterable[AccountRow]) -> dict[int, Points]:
    bound = list({row.id: row for row in accounts if debtless(decided, row)}.values())
    return {row.account.id: row.balance for row in balances(scope, accounts_chosen=bound)} if bound else {}


@dataclass(frozen=True, slots=True)
class Written:
    """What write_entries wrote: the lines of the entries, and what linked members lost."""

    posted: Posted
    linked: tuple[LinkedLoss, ...]


@dataclass(slots=True)
class _Draft:
    """Lines in the order they are written; each is the entry at a place, or a loss because of it."""

    lines: list[DraftLine] = field(default_factory=list)
    places: list[tuple[int, AccountRow | None]] = field(default_factory=list)

    def add(self, line: DraftLine, place: int, linked: AccountRow | None = None) -> None:
        self.lines.append(line)
        self.places.append((place, linked))


def write_entries(tx: Tx, uid: str, entries: Sequence[CheckedEntry]) -> Written:
    """Write checked deeds as one voucher; a member's loss stands right behind the deduction it comes from.

    A member who may not owe points loses no more than is there. Raises NoPoints, TooManyPoints.
    """
    decided = policy(tx)
    members = _linked_members(tx, decided, entries)
    left = _free(tx, decided, [row for found in members.values() for row in found], entries)
    draft = _Draft()
    for place, entry in enumerate(entries):
        draft.add(_line(entry), place)
        for member in members.get(place, ()):
            loss = linked_loss(entry.points, decided.linked_loss_percent, decided.linked_loss_points)
            if member.id in left:
                loss = max(loss, min(-left[member.id], ZERO))
                left[member.id] += loss
            if loss < ZERO:
                draft.add(_loss(member, loss, entry.occurred_on), place, member)
    voucher = write_voucher(tx, uid, VoucherKind.RECORD, draft.lines)
    told = list(zip(draft.places, draft.lines, voucher.seqs, strict=True))
    return Written(
        Posted(voucher, tuple(seq for (_, linked), _, seq in told if linked is None)),
        tuple(
            LinkedLoss(place, linked, line.points, seq)
            for (place, linked), line, seq in told
            if linked is not None
        ),
    )


def _free(
    tx: Tx, decided: VillagePolicy, members: Sequence[AccountRow], entries: Sequence[CheckedEntry]
) -> dict[int, Points]:
    """What members who may not owe points can lose, besides deductions of their own that are on the way."""
    left = _balances(tx, decided, members)
    if not left:
        return left
    for entry in entries:
        if entry.account.id in left and entry.points < ZERO:
            left[entry.account.id] += entry.points
    posting = {entry.claim_id for entry in entries}
    waiting = tx.session.execute(
        select(ClaimState.claim_id, ClaimState.account_id, ClaimState.points).where(
            ClaimState.account_id.in_(left), ClaimState.state.in_([state.value for state in OPEN])
        )
    )
    for claim_id, account_id, points in waiting:
        if claim_id not in posting and points < ZERO:
            left[account_id] += points
    return left


def _line(entry: CheckedEntry) -> DraftLine:
    kind = kind_of(entry.points, entry.item.effect)
    witness = f"{_WITNESS}{entry.witness.strip()}" if entry.witness.strip() else ""
    return DraftLine(
        account_id=entry.account.id,
        kind=kind,
        effect=kind,
        points=entry.points,
        occurred_on=entry.occurred_on,
        item_id=entry.item.id,
        item_uid=entry.item.uid,
        item_code=entry.item.code,
        item_text=entry.item.name,
        person_id=entry.person_id,
        memo=" ".join(part for part in (entry.memo.strip(), witness) if part),
    )


def _loss(member: AccountRow, points: Points, occurred_on: date) -> DraftLine:
    return DraftLine(member.id, LineKind.DEBIT, LineKind.DEBIT, points, occurred_on, item_text=LINKED_TEXT)


def _linked_members(
    tx: Tx, decided: VillagePolicy, entries: Sequence[CheckedEntry]
) -> Mapping[int, tuple[AccountRow, ...]]:
    """Red accounts of the members who looked after the household on the day of a deduction, by place."""
    if not decided.linked_loss_percent and not decided.linked_loss_points:
        return {}
    taking = {
        place: entry
        for place, entry in enumerate(entries)
        if entry.points < ZERO
        and entry.item.effect is Effect.COUNTED
        and entry.account.owner_kind is OwnerKind.HOUSEHOLD
    }
    rows = tx.session.execute(
        select(LinkSpan.household_id, LinkSpan.from_on, LinkSpan.to_on, Account.id)
        .join(Account, Account.person_id == LinkSpan.person_id)
        .where(
            LinkSpan.kind == "member",
            LinkSpan.household_id.in_({entry.account.household_id for entry in taking.values()}),
            Account.village_id == tx.village_id,
            or_(Account.closed_on.is_(None), Account.closed_on > tx.today),
        )
        .order_by(Account.id)
    ).all()
    books = accounts_by_id(tx, {row.id for row in rows})
    return {
        place: tuple(
            books[account_id]
            for household_id, from_on, to_on, account_id in rows
            if household_id == entry.account.household_id
            and from_on <= entry.occurred_on
            and (to_on is None or to_on >= entry.occurred_on)
            and account_id in books
        )
        for place, entry in taking.items()
    }
