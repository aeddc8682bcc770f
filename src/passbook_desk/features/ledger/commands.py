"""Opening accounts, recording deeds, taking lines back, bringing balances along."""

import itertools
from collections import Counter
from collections.abc import Sequence
from datetime import date

from sqlalchemy import insert, select

from passbook_desk.db.bulk import last_id
from passbook_desk.db.store import Tx
from passbook_desk.features.catalogue.model import CatalogueItem
from passbook_desk.features.intake.commands import BatchHandle
from passbook_desk.features.ledger.errors import (
    AccountTwice,
    FutureDeed,
    HasOpening,
    LineAlreadyReversed,
    NobodyChosen,
    ReasonMissing,
    ReversalNotReversible,
    SameActWithOtherContent,
    TransferAsWhole,
    UnknownAccount,
    UnknownLine,
    VoucherTakenBack,
    WrongOpening,
)
from passbook_desk.features.ledger.model import Account, Anchor, LedgerLine, Voucher
from passbook_desk.features.ledger.queries import accounts_by_id, accounts_with_opening, balances, head
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch, Recorded
from passbook_desk.features.ledger.rules import NO_GRID, account_number
from passbook_desk.features.ledger.values import (
    AccountRow,
    AnchorKind,
    Colour,
    Head,
    LineKind,
    OpenAccount,
    OpeningFigures,
    OwnerKind,
    RecordDeed,
    RecordedVoucher,
    ReverseLines,
    ReverseVoucher,
    VoucherKind,
)
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, Points

OPENING_TEXT = "期初积分"
BASE_TEXT = "基础分"
REDEEMED_BEFORE_TEXT = "建账前已兑换"


def open_accounts(tx: Tx, wanted: Sequence[OpenAccount]) -> tuple[Account, ...]:
    """Open accounts with fresh numbers; base points come as a line where the village grants them.

    Households and party members get base points, shops and units none.
    """
    rows = tuple(Account(**values) for values in _numbered(tx, wanted))
    tx.session.add_all(rows)
    tx.session.flush()  # base lines need the accounts' ids
    _grant_base(tx, [(row.id, row.owner_kind) for row in rows])
    return rows


def open_imported_accounts(tx: Tx, wanted: Sequence[OpenAccount], batch: BatchHandle) -> None:
    """Open the accounts that an import calls for, as rows of that import; see open_accounts."""
    first_id = last_id(tx.session, Account) + 1
    rows = [{"id": row_id, **values} for row_id, values in enumerate(_numbered(tx, wanted), first_id)]
    batch.add_rows(Account, rows)
    _grant_base(tx, [(row_id, account.kind.value) for row_id, account in enumerate(wanted, first_id)])


def _numbered(tx: Tx, wanted: Sequence[OpenAccount]) -> list[dict[str, object]]:
    """The accounts wanted, by attribute, in their order and numbered in it within grid and colour."""
    sizes = Counter(_series(account) for account in wanted)
    running = {
        (colour, grid): itertools.count(next_number(tx, f"account:{colour.value}:{grid}", size))
        for (colour, grid), size in sizes.items()
    }
    return [
        {
            "village_id": tx.village_id,
            "uid": new_uid(),
            "number": account_number(*_series(account), next(running[_series(account)])),
            "colour": account.colour.value,
            "owner_kind": account.kind.value,
            "household_id": account.household_id,
            "person_id": account.person_id,
            "organization_id": account.organization_id,
            "opened_on": tx.today,
            "closed_on": None,
        }
        for account in wanted
    ]


def _series(account: OpenAccount) -> tuple[Colour, str]:
    return account.colour, account.grid_code or NO_GRID


def _grant_base(tx: Tx, opened: Sequence[tuple[int, str]]) -> None:
    """Base points for accounts just opened, given by id and kind of owner."""
    grants = village(tx)
    by_kind = {OwnerKind.HOUSEHOLD.value: grants.household_base, OwnerKind.PERSON.value: grants.member_base}
    drafts = [
        DraftLine(account_id, LineKind.BASE, LineKind.BASE, points, tx.today, item_text=BASE_TEXT)
        for account_id, kind in opened
        if (points := by_kind.get(kind))
    ]
    if drafts:
        write_voucher(tx, new_uid(), VoucherKind.BASE, drafts)
    if opened:
        tx.touched.add(Topic.LEDGER)


def record_deed(tx: Tx, command: RecordDeed) -> Recorded:
    """Record one deed for one or many accounts as it stands, or refuse it; see recording.record_deeds.

    Raises AccountTwice and what record_deeds raises.
    """
    seen: set[int] = set()
    for account_id in command.account_ids:
        if account_id in seen:
            raise AccountTwice(number=_number_of(tx, account_id))
        seen.add(account_id)
    entries = tuple(
        DeedEntry(
            account_id=account_id,
            item_code=command.item_code,
            occurred_on=command.occurred_on,
            quantity=command.quantity,
            points=command.points,
            memo=command.memo,
            person_id=command.person_id,
            again=command.again,
        )
        for account_id in command.account_ids
    )
    return record_deeds(tx, RecordBatch(command.uid, entries, strict=True))


def _number_of(tx: Tx, account_id: int) -> str:
    found = accounts_by_id(tx, (account_id,), closed_too=True).get(account_id)
    return str(account_id) if found is None else found.number


def _lines_written(tx: Tx, written: RecordedVoucher) -> Sequence[LedgerLine]:
    return tx.session.scalars(
        select(LedgerLine).where(LedgerLine.voucher_id == written.voucher_id).order_by(LedgerLine.seq)
    ).all()


def _chosen_accounts(tx: Tx, account_ids: tuple[int, ...]) -> tuple[AccountRow, ...]:
    if not account_ids:
        raise NobodyChosen(field="account")
    found = accounts_by_id(tx, account_ids)
    seen: set[int] = set()
    for account_id in account_ids:
        if account_id not in found:
            raise UnknownAccount(number=str(account_id), field="account")
        if account_id in seen:
            raise AccountTwice(number=found[account_id].number)
        seen.add(account_id)
    return tuple(found[account_id] for account_id in account_ids)


def reverse_lines(tx: Tx, command: ReverseLines) -> RecordedVoucher:
    """Take lines back, each by a negative line in the same column (红字), as one voucher.

    A mistake of a period that is still open is taken back in that period, so that a proof can be put right
    before its notice is issued; of a closed one, in the first open period (DECISIONS 14b).

    Raises ReasonMissing, NobodyChosen, UnknownLine, LineAlreadyReversed, ReversalNotReversible,
    TransferAsWhole for one line of a transfer without the others, SameActWithOtherContent.
    """
    if not command.reason.strip():
        raise ReasonMissing(field="reason")
    if not command.seqs:
        raise NobodyChosen(field="line")
    wrong = {
        line.seq: line
        for line in tx.session.scalars(
            select(LedgerLine).where(LedgerLine.village_id == tx.village_id, LedgerLine.seq.in_(command.seqs))
        )
    }
    written = _written_before(tx, command.uid, VoucherKind.REVERSAL)
    if written is not None:
        if {line.reverses_id for line in _lines_written(tx, written)} != {line.id for line in wrong.values()}:
            raise SameActWithOtherContent
        return written
    _check_transfers(tx, set(wrong))
    drafts = [_taking_back(tx, wrong.get(seq), seq, command.reason) for seq in dict.fromkeys(command.seqs)]
    return write_voucher(tx, command.uid, VoucherKind.REVERSAL, drafts)


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


def _taking_back(tx: Tx, line: LedgerLine | None, seq: int, reason: str) -> DraftLine:
    if line is None:
        raise UnknownLine(seq=seq, field="line")
    if line.kind == LineKind.REVERSAL:
        raise ReversalNotReversible(seq=seq)
    taken_back_by = tx.session.scalar(select(LedgerLine.seq).where(LedgerLine.reverses_id == line.id))
    if taken_back_by is not None:
        raise LineAlreadyReversed(seq=seq, by=taken_back_by)
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


def reverse_voucher(tx: Tx, command: ReverseVoucher) -> RecordedVoucher:
    """Take back every line of one act that nobody took back since; see reverse_lines.

    Raises VoucherTakenBack when nothing of it is left, ReasonMissing, ReversalNotReversible.
    """
    before = tx.session.scalar(
        select(Voucher).where(Voucher.village_id == tx.village_id, Voucher.uid == command.uid)
    )
    if before is not None:
        return _written(tx, before)
    taking_back = select(LedgerLine.reverses_id).where(LedgerLine.reverses_id.is_not(None))
    seqs = tx.session.scalars(
        select(LedgerLine.seq)
        .where(
            LedgerLine.village_id == tx.village_id,
            LedgerLine.voucher_id == command.voucher_id,
            LedgerLine.id.not_in(taking_back),
        )
        .order_by(LedgerLine.seq)
    ).all()
    if not seqs:
        raise VoucherTakenBack(voucher=command.voucher_id)
    return reverse_lines(tx, ReverseLines(command.uid, tuple(seqs), command.reason))


def reverse_batch(tx: Tx, batch_id: int, reason: str) -> RecordedVoucher | None:
    """Take back every line an import wrote and nobody took back since; None when there is none."""
    taking_back = select(LedgerLine.reverses_id).where(LedgerLine.reverses_id.is_not(None))
    seqs = tx.session.scalars(
        select(LedgerLine.seq)
        .join(Voucher, Voucher.id == LedgerLine.voucher_id)
        .where(Voucher.batch_id == batch_id, LedgerLine.id.not_in(taking_back))
        .order_by(LedgerLine.seq)
    ).all()
    return reverse_lines(tx, ReverseLines(new_uid(), tuple(seqs), reason)) if seqs else None


def import_openings(
    tx: Tx, figures: Sequence[OpeningFigures], on: date, batch_id: int
) -> RecordedVoucher | None:
    """Bring balances along as opening lines dated `on`, one voucher; None when all figures are zero.

    Points redeemed before the program was in use come as a redemption line, so that the year's
    accumulated points and what can be spent are both right. Raises HasOpening, WrongOpening, FutureDeed.
    """
    if on > tx.today:
        raise FutureDeed(field="on", day=on, today=tx.today)
    accounts = _chosen_accounts(tx, tuple(figure.account_id for figure in figures))
    base_now = {row.account.id: row.base for row in balances(tx, accounts_chosen=accounts)}
    opened = accounts_with_opening(tx)
    drafts: list[DraftLine] = []
    for account, figure in zip(accounts, figures, strict=True):
        if account.id in opened:
            raise HasOpening(number=account.number)
        drafts += _opening_drafts(account, figure, base_now[account.id], on)
    if not drafts:
        return None
    return write_voucher(tx, new_uid(), VoucherKind.OPENING, drafts, batch_id)


def _opening_drafts(
    account: AccountRow, figure: OpeningFigures, base_now: Points, on: date
) -> list[DraftLine]:
    accumulated = figure.spendable if figure.accumulated is None else figure.accumulated
    redeemed = figure.spendable - accumulated
    if redeemed > ZERO:
        raise WrongOpening(number=account.number)
    base = base_now if figure.base is None else figure.base
    wanted = (
        (LineKind.BASE, base - base_now, BASE_TEXT),
        (LineKind.OPENING, accumulated, OPENING_TEXT),
        (LineKind.REDEEM, redeemed, REDEEMED_BEFORE_TEXT),
    )
    return [
        DraftLine(account.id, kind, kind, points, on, item_text=words)
        for kind, points, words in wanted
        if points
    ]


def _written_before(tx: Tx, uid: str, kind: VoucherKind) -> RecordedVoucher | None:
    voucher = tx.session.scalar(
        select(Voucher).where(Voucher.village_id == tx.village_id, Voucher.uid == uid)
    )
    if voucher is None:
        return None
    if voucher.kind != kind:
        raise SameActWithOtherContent
    return _written(tx, voucher)


def _written(tx: Tx, voucher: Voucher) -> RecordedVoucher:
    seqs = tx.session.scalars(
        select(LedgerLine.seq).where(LedgerLine.voucher_id == voucher.id).order_by(LedgerLine.seq)
    )
    return RecordedVoucher(voucher.id, voucher.uid, tuple(seqs))


def set_anchor(tx: Tx, kind: AnchorKind, reference: str) -> Head:
    """Remember the head code that goes out on paper or in a backup, and return it."""
    end = head(tx)
    tx.session.execute(
        insert(Anchor),
        [
            {
                "village_id": tx.village_id,
                "seq": end.seq,
                "code": end.code,
                "kind": kind.value,
                "reference": reference,
                "made_at": tx.now,
            }
        ],
    )
    return end
