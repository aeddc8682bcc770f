"""Points that go from one account to another: each line of the giver has its counterpart at the receiver."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.ledger.model import Account, AccountBalance
from passbook_desk.features.ledger.values import LineKind, RecordedVoucher, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.kernel.points import ZERO, Points


@dataclass(frozen=True, slots=True)
class Figures:
    """The three figures of an account (domain §13 rule 3); also a part of them that goes elsewhere."""

    assessment: Points = ZERO
    spendable: Points = ZERO
    base: Points = ZERO

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.assessment + other.assessment,
            self.spendable + other.spendable,
            self.base + other.base,
        )

    def __sub__(self, other: "Figures") -> "Figures":
        return Figures(
            self.assessment - other.assessment,
            self.spendable - other.spendable,
            self.base - other.base,
        )

    def __bool__(self) -> bool:
        return any((self.assessment, self.spendable, self.base))

    @property
    def earned(self) -> Points:
        """What was given for deeds: the assessment without base."""
        return self.assessment - self.base

    @property
    def redeemed(self) -> Points:
        """What was spent of it, zero or negative."""
        return self.spendable - self.earned


@dataclass(frozen=True, slots=True)
class Transfer:
    """What goes from one account to another, and the words that the two books show."""

    from_account: int
    to_account: int
    figures: Figures
    out_text: str
    in_text: str


def figures_now(scope: Scope, account_id: int) -> Figures:
    """An account's figures, of a closed one as well."""
    row = scope.session.execute(
        select(AccountBalance.assessment, AccountBalance.spendable, AccountBalance.base).where(
            AccountBalance.account_id == account_id
        )
    ).first()
    return Figures() if row is None else Figures(*row)


def write_transfers(
    tx: Tx, uid: str, transfers: Sequence[Transfer], on: date, memo: str
) -> RecordedVoucher | None:
    """Write transfers as one voucher whose lines sum to zero in each figure; None when nothing goes.

    What was redeemed goes along with the points it was redeemed from, so that the receiver's accumulated
    points are what both had. Raises TooManyPoints.
    """
    drafts = [draft for transfer in transfers for draft in _drafts(transfer, on, memo)]
    return write_voucher(tx, uid, VoucherKind.TRANSFER, drafts) if drafts else None


def _drafts(transfer: Transfer, on: date, memo: str) -> list[DraftLine]:
    moved = (
        (LineKind.TRANSFER, transfer.figures.earned),
        (LineKind.REDEEM, transfer.figures.redeemed),
        (LineKind.BASE, transfer.figures.base),
    )
    sides = (
        (transfer.from_account, -1, transfer.out_text),
        (transfer.to_account, 1, transfer.in_text),
    )
    return [
        DraftLine(account, kind, kind, points * sign, on, item_text=words, memo=memo)
        for account, sign, words in sides
        for kind, points in moved
        if points
    ]


def close_account(tx: Tx, account_id: int, on: date) -> None:
    """No more deeds for an account; what is left in it is frozen there until it is released."""
    tx.session.get_one(Account, account_id).closed_on = on
