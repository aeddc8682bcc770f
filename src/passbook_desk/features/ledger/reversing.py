"""Taking lines back, undoing an own act of the day, moving one to another item (domain §13 rule 8)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Tx
from passbook_desk.features.catalogue.model import CatalogueItem
from passbook_desk.features.catalogue.queries import item_in_force
from passbook_desk.features.catalogue.values import ItemRow, ValueKind
from passbook_desk.features.ledger.errors import (
    LineAlreadyReversed,
    NobodyChosen,
    NoDeedsInVoucher,
    ReasonMissing,
    RedeemedLine,
    ReversalNotReversible,
    SameActWithOtherContent,
    TransferAsWhole,
    UndoFromBefore,
    UndoOfOthers,
    UndoOnPaper,
    UnknownLine,
    UnknownVoucher,
    VoucherTakenBack,
)
from passbook_desk.features.ledger.model import Account, LedgerLine, LineNote, Review, Voucher
from passbook_desk.features.ledger.posting import LINKED_TEXT
from passbook_desk.features.ledger.queries import closed_spans
from passbook_desk.features.ledger.recording import write_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch, Recorded
from passbook_desk.features.ledger.values import LineKind, RecordedVoucher, ReverseLines, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

UNDONE: Final = "撤销"
_MOVED_TO: Final = "改记"
_MOVED_FROM: Final = "原第 {seq} 行"


def take_back(tx: Tx, command: ReverseLines, *, with_slip: bool = False) -> RecordedVoucher:
    """Take lines back, each by a negative line in the same column (红字), as one voucher.

    With a household's deduction goes what its linked member lost by it. A mistake of a period that is still
    open is taken back in that period, so that a proof can be put right before its notice is issued; of a
    closed one, in the first open period (DECISIONS 14b). For commands, which ask for leave. `with_slip`: the
    slip that the lines paid for is taken back by the same act.

    Raises RedeemedLine for lines of a slip without it, ReasonMissing, NobodyChosen, UnknownLine,
    LineAlreadyReversed, ReversalNotReversible,
    TransferAsWhole for one line of a transfer without the others, SameActWithOtherContent.
    """
    if not command.reason.strip():
        raise ReasonMissing(field="reason")
    if not command.seqs:
        raise NobodyChosen(field="line")
    wrong = _lines(tx, command.seqs)
    linked = _linked_to(tx, wrong.values())
    written = written_by(tx, command.uid, VoucherKind.REVERSAL)
    if written is not None:
        _check_same(tx, written, {line.id for line in wrong.values()}, {line.id for line in linked})
        return written
    _check_transfers(tx, set(wrong))
    if not with_slip:
        _check_slips(tx, set(wrong))
    gone = _taken_back(tx, [line.id for line in (*wrong.values(), *linked)])
    for seq in command.seqs:
        _check_reversible(wrong.get(seq), seq, gone)
    chosen = {**wrong, **{line.seq: line for line in linked if line.id not in gone}}
    drafts = [_opposite(tx, chosen[seq], command.reason) for seq in sorted(chosen, key=_order(command.seqs))]
    return write_voucher(tx, command.uid, VoucherKind.REVERSAL, drafts)


def _order(seqs: Sequence[int]) -> Callable[[int], tuple[int, int]]:
    """As asked for, each linked loss behind its deduction."""
    places = {seq: place for place, seq in enumerate(dict.fromkeys(seqs))}

    def key(seq: int) -> tuple[int, int]:
        first = seq
        while first not in places:
            first -= 1
        return places[first], seq

    return key


def _lines(tx: Tx, seqs: Collection[int]) -> dict[int, LedgerLine]:
    rows = tx.session.scalars(
        select(LedgerLine).where(LedgerLine.village_id == tx.village_id, LedgerLine.seq.in_(seqs))
    )
    return {line.seq: line for line in rows}


def _linked_to(tx: Tx, lines: Collection[LedgerLine]) -> tuple[LedgerLine, ...]:
    """What members lost by these deductions: the lines right behind them in the same voucher."""
    vouchers = {line.voucher_id for line in lines if line.kind == LineKind.DEBIT and line.item_id is not None}
    if not vouchers:
        return ()
    losses = {
        line.seq: line
        for line in tx.session.scalars(
            select(LedgerLine).where(
                LedgerLine.voucher_id.in_(vouchers),
                LedgerLine.item_id.is_(None),
                LedgerLine.kind == LineKind.DEBIT.value,
                LedgerLine.item_text == LINKED_TEXT,
            )
        )
    }
    chosen = {line.seq for line in lines}
    found: list[LedgerLine] = []
    for line in lines:
        seq = line.seq + 1
        while line.item_id is not None and seq in losses and losses[seq].voucher_id == line.voucher_id:
            if seq not in chosen:
                found.append(losses[seq])
            seq += 1
    return tuple(found)


def _check_same(tx: Tx, written: RecordedVoucher, asked: set[int], linked: set[int]) -> None:
    rows = tx.session.scalars(
        select(LedgerLine.reverses_id).where(LedgerLine.voucher_id == written.voucher_id)
    )
    back = {line_id for line_id in rows if line_id is not None}
    if not asked <= back <= asked | linked:
        raise SameActWithOtherContent


def _check_transfers(tx: Tx, seqs: set[int]) -> None:
    """Points that went from one account to another go back in both or in none."""
    chosen = (
        select(LedgerLine.voucher_id)
        .join(Voucher, Voucher.id == LedgerLine.voucher_id)
        .where(
            LedgerLine.village_id == tx.village_id,
            LedgerLine.seq.in_(seqs),
            Voucher.kind == VoucherKind.TRANSFER.value,
        )
    )
    together = tx.session.scalars(
        select(LedgerLine.seq).where(LedgerLine.voucher_id.in_(chosen)).order_by(LedgerLine.seq)
    ).all()
    left_out = set(together) - seqs
    if left_out:
        raise TransferAsWhole(seq=min(set(together) & seqs))


def _check_slips(tx: Tx, seqs: set[int]) -> None:
    """Points of a slip go back with its goods (DECISIONS 27)."""
    redeemed = tx.session.scalar(
        select(func.min(LedgerLine.seq))
        .join(Voucher, Voucher.id == LedgerLine.voucher_id)
        .where(
            LedgerLine.village_id == tx.village_id,
            LedgerLine.seq.in_(seqs),
            Voucher.kind == VoucherKind.REDEMPTION.value,
        )
    )
    if redeemed is not None:
        raise RedeemedLine(seq=redeemed)


def _taken_back(tx: Tx, line_ids: Collection[int]) -> dict[int, int]:
    """Of these lines those that were taken back, and by which line."""
    rows = tx.session.execute(
        select(LedgerLine.reverses_id, LedgerLine.seq).where(LedgerLine.reverses_id.in_(line_ids))
    )
    return {line_id: seq for line_id, seq in rows if line_id is not None}


def _check_reversible(line: LedgerLine | None, seq: int, gone: Mapping[int, int]) -> None:
    if line is None:
        raise UnknownLine(seq=seq, field="line")
    if line.kind == LineKind.REVERSAL:
        raise ReversalNotReversible(seq=seq)
    if line.id in gone:
        raise LineAlreadyReversed(seq=seq, by=gone[line.id])


def _opposite(tx: Tx, line: LedgerLine, reason: str) -> DraftLine:
    item = None if line.item_id is None else tx.session.get_one(CatalogueItem, line.item_id)
    return DraftLine(
        account_id=line.account_id,
        kind=LineKind.REVERSAL,
        effect=LineKind(line.effect),
        points=-line.points,
        occurred_on=tx.today,
        counts_with=line.counted_on,
        item_id=line.item_id,
        item_uid=None if item is None else item.uid,
        item_code=line.item_code,
        item_text=line.item_text,
        person_id=line.person_id,
        memo=reason,
        reverses_id=line.id,
        reverses_uid=line.uid,
    )


def written_by(tx: Tx, uid: str, kind: VoucherKind) -> RecordedVoucher | None:
    """What an act with this identity wrote; None when there is none. Raises SameActWithOtherContent."""
    voucher = tx.session.scalar(
        select(Voucher).where(Voucher.village_id == tx.village_id, Voucher.uid == uid)
    )
    if voucher is None:
        return None
    if voucher.kind != kind:
        raise SameActWithOtherContent
    seqs = tx.session.scalars(
        select(LedgerLine.seq).where(LedgerLine.voucher_id == voucher.id).order_by(LedgerLine.seq)
    )
    return RecordedVoucher(voucher.id, voucher.uid, tuple(seqs))


def standing_lines(tx: Tx, voucher_id: int) -> tuple[int, ...]:
    """The lines of an act that nobody took back. Raises VoucherTakenBack when none is left."""
    taking_back = select(LedgerLine.reverses_id).where(LedgerLine.reverses_id.is_not(None))
    seqs = tx.session.scalars(
        select(LedgerLine.seq)
        .where(
            LedgerLine.village_id == tx.village_id,
            LedgerLine.voucher_id == voucher_id,
            LedgerLine.id.not_in(taking_back),
        )
        .order_by(LedgerLine.seq)
    ).all()
    if not seqs:
        raise VoucherTakenBack(voucher=voucher_id)
    return tuple(seqs)


LastPrinted = Callable[[Collection[int]], Mapping[int, int]]
"""For accounts by id the place in the book (account_seq) of the last line that is on paper; 0 or nothing for
none. Paper is made above this feature."""


def undo_voucher(tx: Tx, uid: str, voucher_id: int, last_printed: LastPrinted) -> RecordedVoucher:
    """Take back one's own act of today, none of it on paper yet, as a pair; see take_back.

    Anything else is a reversal with a reason, for who may reverse. Raises NotAllowed, UnknownVoucher,
    NoDeedsInVoucher, VoucherTakenBack, UndoOfOthers, UndoFromBefore, UndoOnPaper.
    """
    tx.require(Act.TAKE_BACK)
    before = written_by(tx, uid, VoucherKind.REVERSAL)
    if before is not None:
        return before
    voucher = _deeds(tx, voucher_id)
    lines = _lines(tx, standing_lines(tx, voucher_id))
    posted = select(Review.id).where(Review.line_id.in_([line.id for line in lines.values()])).limit(1)
    if voucher.recorded_by != tx.actor.operator_id or tx.session.scalar(posted) is not None:
        raise UndoOfOthers(voucher=voucher_id)
    if voucher.recorded_at.astimezone().date() != tx.now.astimezone().date():
        raise UndoFromBefore(voucher=voucher_id)
    printed = last_printed({line.account_id for line in lines.values()})
    closed = closed_spans(tx)
    for line in lines.values():
        hung = any(line.counted_on in span for span in closed)
        if hung or line.account_seq <= printed.get(line.account_id, 0):
            account = tx.session.get_one(Account, line.account_id)
            raise UndoOnPaper(number=account.number, seq=line.seq)
    return take_back(tx, ReverseLines(uid, tuple(lines), UNDONE))


def _deeds(tx: Tx, voucher_id: int) -> Voucher:
    voucher = tx.session.get(Voucher, voucher_id)
    if voucher is None or voucher.village_id != tx.village_id:
        raise UnknownVoucher(voucher=voucher_id, field="voucher")
    if voucher.kind != VoucherKind.RECORD:
        raise NoDeedsInVoucher(voucher=voucher_id, field="voucher")
    return voucher


@dataclass(frozen=True, slots=True)
class MoveVoucher:
    """Deeds of one act that were entered under a wrong item: the right one, and why.

    `points` only for an item with a range that the old points do not fit. `leave_out`: what a rule forbids
    under the new item is only taken back, and named; else it refuses the whole move. Both identities are
    made when the form opens.
    """

    voucher_id: int
    item_code: str
    reason: str
    points: Points | None = None
    leave_out: bool = False
    uid: str = field(default_factory=new_uid)
    record_uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move wrote: what it took back, and what it entered under the other item."""

    reversal: RecordedVoucher
    recorded: Recorded

    @property
    def uid(self) -> str:
        """The identity of the move."""
        return self.reversal.uid


def move_voucher(tx: Tx, command: MoveVoucher) -> Moved:
    """Take back the deeds of an act and enter them under another item; see take_back and record_deeds.

    Day, person and memo stay; each memo names the line it comes from, and the reversal the item it goes to.
    Where the village has steps, the deeds wait again as claims. Raises NotAllowed, ReasonMissing,
    UnknownVoucher, NoDeedsInVoucher, VoucherTakenBack and what record_deeds raises.
    """
    tx.require(Act.REVERSE)
    if not command.reason.strip():
        raise ReasonMissing(field="reason")
    _deeds(tx, command.voucher_id)
    before = written_by(tx, command.uid, VoucherKind.REVERSAL)
    if before is None:
        seqs = standing_lines(tx, command.voucher_id)
        lines = [line for seq, line in sorted(_lines(tx, seqs).items()) if line.item_id is not None]
    else:
        seqs = ()
        lines = _moved_by(tx, before)
    if not lines:
        raise VoucherTakenBack(voucher=command.voucher_id)
    deeds = tuple(_deed(tx, command, line) for line in lines)
    item = item_in_force(tx, command.item_code, lines[0].occurred_on)
    words = f"{command.reason.strip()} {_MOVED_TO} {item.code} {item.name}"
    reversal = before or take_back(tx, ReverseLines(command.uid, seqs, words))
    batch = RecordBatch(command.record_uid, deeds, strict=not command.leave_out)
    return Moved(reversal, write_deeds(tx, batch))


def _moved_by(tx: Tx, reversal: RecordedVoucher) -> list[LedgerLine]:
    """The deeds that a move took back when it was sent the first time."""
    back = select(LedgerLine.reverses_id).where(LedgerLine.voucher_id == reversal.voucher_id)
    rows = tx.session.scalars(
        select(LedgerLine)
        .where(LedgerLine.id.in_(back), LedgerLine.item_id.is_not(None))
        .order_by(LedgerLine.seq)
    )
    return list(rows)


def _deed(tx: Tx, command: MoveVoucher, line: LedgerLine) -> DeedEntry:
    item = item_in_force(tx, command.item_code, line.occurred_on)
    memo = tx.session.scalar(select(LineNote.memo).where(LineNote.line_id == line.id)) or ""
    return DeedEntry(
        account_id=line.account_id,
        item_code=item.code,
        occurred_on=line.occurred_on,
        quantity=_units(tx, line) if item.value_kind is ValueKind.PER_UNIT else 1,
        points=_points(command, item, line),
        memo=f"{memo} {_MOVED_FROM.format(seq=line.seq)}".strip(),
        person_id=line.person_id,
    )


def _points(command: MoveVoucher, item: ItemRow, line: LedgerLine) -> Points | None:
    if command.points is not None or item.value_kind is not ValueKind.RANGE:
        return command.points
    return line.points


def _units(tx: Tx, line: LedgerLine) -> int:
    """How many units of the old item the line holds; 1 when it does not count by units."""
    old = tx.session.get_one(CatalogueItem, line.item_id)
    if old.value_kind != ValueKind.PER_UNIT:
        return 1
    return max(line.points.hundredths // old.least.hundredths, 1)
