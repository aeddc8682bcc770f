"""Opening accounts, taking lines back, bringing balances along."""

import itertools
from collections import Counter
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from passbook_desk.db.bulk import last_id
from passbook_desk.db.store import Tx
from passbook_desk.features.intake.commands import BatchHandle
from passbook_desk.features.ledger.base_points import BASE_TEXT, base_grant, base_kind
from passbook_desk.features.ledger.errors import (
    AccountTwice,
    FutureDeed,
    HasOpening,
    NobodyChosen,
    UnknownAccount,
    WrongOpening,
)
from passbook_desk.features.ledger.model import Account, LedgerLine, Voucher
from passbook_desk.features.ledger.queries import accounts_by_id, accounts_with_opening, balances
from passbook_desk.features.ledger.reversing import standing_lines, take_back, written_by
from passbook_desk.features.ledger.rules import NO_GRID, account_number
from passbook_desk.features.ledger.values import (
    AccountRow,
    Colour,
    LineKind,
    OpenAccount,
    OpeningFigures,
    OwnerKind,
    RecordedVoucher,
    ReverseLines,
    ReverseVoucher,
    VoucherKind,
)
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, Points

OPENING_TEXT = "期初积分"
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
    grants, line_kind = village(tx), base_kind(policy(tx))
    drafts = [
        DraftLine(account_id, line_kind, line_kind, points, tx.today, item_text=BASE_TEXT)
        for account_id, kind in opened
        if (points := base_grant(grants, OwnerKind(kind)))
    ]
    if drafts:
        write_voucher(tx, new_uid(), VoucherKind.BASE, drafts)
    if opened:
        tx.touched.add(Topic.LEDGER)


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
    """Take lines back, each by a negative line in the same column (红字), as one voucher; see take_back.

    Raises NotAllowed and what take_back raises.
    """
    tx.require(Act.REVERSE)
    return take_back(tx, command)


def reverse_voucher(tx: Tx, command: ReverseVoucher) -> RecordedVoucher:
    """Take back every line of one act that nobody took back since; see take_back.

    Raises NotAllowed, VoucherTakenBack when nothing of it is left, ReasonMissing, ReversalNotReversible.
    """
    tx.require(Act.REVERSE)
    before = written_by(tx, command.uid, VoucherKind.REVERSAL)
    if before is not None:
        return before
    seqs = standing_lines(tx, command.voucher_id)
    return take_back(tx, ReverseLines(command.uid, seqs, command.reason))


def reverse_batch(tx: Tx, batch_id: int, reason: str) -> RecordedVoucher | None:
    """Take back every line an import wrote and nobody took back since; None when there is none.

    For the command that undoes the import, which asks for leave itself.
    """
    taking_back = select(LedgerLine.reverses_id).where(LedgerLine.reverses_id.is_not(None))
    seqs = tx.session.scalars(
        select(LedgerLine.seq)
        .join(Voucher, Voucher.id == LedgerLine.voucher_id)
        .where(Voucher.batch_id == batch_id, LedgerLine.id.not_in(taking_back))
        .order_by(LedgerLine.seq)
    ).all()
    return take_back(tx, ReverseLines(new_uid(), tuple(seqs), reason)) if seqs else None


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
