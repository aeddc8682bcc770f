"""One act of entry: many deeds written together, at once or as claims, and every one that was not, named."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.catalogue.queries import versions
from passbook_desk.features.catalogue.rules import check_points
from passbook_desk.features.ledger.checking import judge
from passbook_desk.features.ledger.claims.rules import has_steps
from passbook_desk.features.ledger.claims.writing import open_claims
from passbook_desk.features.ledger.errors import LeftOutThen, NobodyChosen, SameActWithOtherContent
from passbook_desk.features.ledger.model import Claim, LedgerLine, Voucher
from passbook_desk.features.ledger.posting import write_entries
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.recording_values import (
    CheckedEntry,
    DeedEntry,
    Entered,
    LinkedLoss,
    NotEntered,
    RecordBatch,
    Recorded,
    Verdict,
)
from passbook_desk.features.ledger.values import RecordedVoucher, VoucherKind
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.points import Points


def record_deeds(tx: Tx, command: RecordBatch) -> Recorded:
    """Write the deeds of one act of entry as one voucher, or as claims where the village has steps.

    What a rule forbids (a cap, the same deed again, a debt) is left out and named, unless the act is strict:
    then it is raised (LimitReached, DeedTwice, DeedOnce, OtherBookToo, OtherBookOnce, NoDebt, HouseholdAway,
    HolderClosed). A wrong entry is raised in any case, with its place in the act as the parameter `row`: the
    catalogue's refusals, FutureDeed, UnknownAccount, WrongHolder. Repeating an act that was written returns
    what it wrote then. Raises NobodyChosen, SameActWithOtherContent.
    """
    tx.require(Act.RECORD)
    return write_deeds(tx, command)


def write_decided(tx: Tx, command: RecordBatch) -> Recorded:
    """What record_deeds does, past the village's steps: for deeds that the answer to an objection decided."""
    return _written(tx, command, at_once=True)


def write_deeds(tx: Tx, command: RecordBatch) -> Recorded:
    """What record_deeds does, for commands that ask for leave themselves."""
    return _written(tx, command, at_once=not has_steps(policy(tx)))


def _written(tx: Tx, command: RecordBatch, *, at_once: bool) -> Recorded:
    if not command.entries:
        raise NobodyChosen(field="account")
    before = _written_before(tx, command)
    if before is not None:
        return before
    judged = judge(tx, command.entries)
    for place, each in enumerate(judged):
        problem = each.verdict.problem
        if problem is not None and (each.mistaken or (command.strict and each.checked is None)):
            problem.params["row"] = place
            raise problem
    left_out = tuple(
        NotEntered(each.verdict.place, each.account, each.item, each.verdict.problem)
        for each in judged
        if each.checked is None
        and each.account is not None
        and each.item is not None
        and each.verdict.problem is not None
    )
    able = [(each.verdict, each.checked) for each in judged if each.checked is not None]
    if not able:
        return Recorded(command.uid, None, (), (), left_out)
    return _write(tx, command.uid, able, left_out, at_once)


def _write(
    tx: Tx,
    uid: str,
    able: Sequence[tuple[Verdict, CheckedEntry]],
    left_out: tuple[NotEntered, ...],
    at_once: bool,
) -> Recorded:
    checked = [entry for _, entry in able]
    if not at_once:
        claim_ids = open_claims(tx, uid, checked)
        return Recorded(uid, None, claim_ids, _entered(able, [None] * len(able)), left_out)
    written = write_entries(tx, uid, checked)
    losses = tuple(replace(loss, place=able[loss.place][0].place) for loss in written.linked)
    entered = _entered(able, written.posted.entry_seqs)
    return Recorded(uid, written.posted.voucher, (), entered, left_out, losses)


def _entered(able: Sequence[tuple[Verdict, CheckedEntry]], seqs: Sequence[int | None]) -> tuple[Entered, ...]:
    return tuple(
        Entered(verdict.place, entry.account, entry.item, entry.points, verdict.wanted or entry.points, seq)
        for (verdict, entry), seq in zip(able, seqs, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """A line or claim of an act that was written before; a member's loss has no item."""

    account_id: int
    item_id: int | None
    item_code: str
    occurred_on: date
    points: Points
    seq: int | None

    def is_for(self, entry: DeedEntry) -> bool:
        given = entry.points is None or abs(self.points.hundredths) <= abs(entry.points.hundredths)
        return given and (self.account_id, self.item_code, self.occurred_on) == (
            entry.account_id,
            entry.item_code.strip(),
            entry.occurred_on,
        )


def _written_before(tx: Tx, command: RecordBatch) -> Recorded | None:
    """What this act wrote when it was sent the first time; None when it was not."""
    voucher = tx.session.scalar(
        select(Voucher).where(Voucher.village_id == tx.village_id, Voucher.uid == command.uid)
    )
    if voucher is not None and voucher.kind != VoucherKind.RECORD:
        raise SameActWithOtherContent
    claims = tx.session.scalars(
        select(Claim)
        .where(Claim.village_id == tx.village_id, Claim.group_uid == command.uid)
        .order_by(Claim.id)
    ).all()
    if voucher is None and not claims:
        return None
    kept = [
        _Kept(row.account_id, row.item_id, row.item_code, row.occurred_on, row.points, None) for row in claims
    ]
    if voucher is not None:
        lines = tx.session.scalars(
            select(LedgerLine).where(LedgerLine.voucher_id == voucher.id).order_by(LedgerLine.seq)
        )
        kept = [
            _Kept(row.account_id, row.item_id, row.item_code, row.occurred_on, row.points, row.seq)
            for row in lines
        ]
    told = _told_again(tx, command, kept)
    seqs = tuple(each.seq for each in kept if each.seq is not None)
    return replace(
        told,
        voucher=None if voucher is None else RecordedVoucher(voucher.id, voucher.uid, seqs),
        claim_ids=() if voucher is not None else tuple(row.id for row in claims),
    )


def _told_again(tx: Tx, command: RecordBatch, kept: Sequence[_Kept]) -> Recorded:
    """Which deeds of the act stand in what was kept of it, in its order. Raises SameActWithOtherContent."""
    books = {entry.account_id for entry in command.entries} | {each.account_id for each in kept}
    accounts = accounts_by_id(tx, books, closed_too=True)
    items = {item.id: item for version in versions(tx) for item in version.items}
    by_code = {item.code: item for item in reversed(items.values())}
    entered: list[Entered] = []
    left_out: list[NotEntered] = []
    linked: list[LinkedLoss] = []
    rest = list(kept)
    for place, entry in enumerate(command.entries):
        account, item = accounts.get(entry.account_id), by_code.get(entry.item_code.strip())
        if account is None or item is None:
            raise SameActWithOtherContent
        if not rest or not rest[0].is_for(entry):
            reason = LeftOutThen(name=account.owner_name, number=account.number, item=item.name)
            left_out.append(NotEntered(place, account, item, reason))
            continue
        done = rest.pop(0)
        item = items[done.item_id or 0]
        wanted = check_points(item, entry.points, entry.quantity)
        entered.append(Entered(place, account, item, done.points, wanted, done.seq))
        while rest and rest[0].item_id is None:
            loss = rest.pop(0)
            linked.append(LinkedLoss(place, accounts[loss.account_id], loss.points, loss.seq or 0))
    if rest or (command.strict and left_out):
        raise SameActWithOtherContent
    return Recorded(command.uid, None, (), tuple(entered), tuple(left_out), tuple(linked))
