"""Pure decisions of the ledger: what a kind moves, account numbers, when a deed counts, the line's hash."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from passbook_desk.features.catalogue.values import Effect
from passbook_desk.features.ledger.values import Colour, LineKind
from passbook_desk.kernel.canonical import KnownFields, canonical
from passbook_desk.kernel.ids import check_digit
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points

_LABEL = b"PD-LEDGER-1"
NO_GRID: Final = "00"
"""Stands in the numbers of accounts whose owner belongs to no grid."""

_COLOUR_DIGIT = {Colour.RED: "1", Colour.GREEN: "2"}

OUTSIDE_ASSESSMENT = frozenset({LineKind.REDEEM, LineKind.EXPIRE, LineKind.CARRY, LineKind.GIFT})
"""Redeeming, clearing and gifts do not change what honours are judged by (domain §13 rules 4, 11)."""

OUTSIDE_SPENDABLE = frozenset({LineKind.BASE, LineKind.HONOUR})
"""Base points can never be spent (domain §2.3), nor points that only count for honours."""


class Running(NamedTuple):
    """An account's figures after its last line, in hundredths of a point."""

    balance: int = 0
    assessment: int = 0
    spendable: int = 0
    base: int = 0
    account_seq: int = 0

    def after(self, effect: str, points: int) -> "Running":
        """The figures after one more line; `effect` is the value of a LineKind."""
        return Running(
            self.balance + points,
            self.assessment if effect in OUTSIDE_ASSESSMENT else self.assessment + points,
            self.spendable if effect in OUTSIDE_SPENDABLE else self.spendable + points,
            self.base + points if effect == LineKind.BASE else self.base,
            self.account_seq + 1,
        )


def account_number(colour: Colour, grid_code: str, running: int) -> str:
    """Eight digits: 1 red or 2 green, grid, running number of that colour in the grid, check digit.

    From the ten-thousandth account of a grid on the number grows by a digit, it is never reused.
    """
    digits = f"{_COLOUR_DIGIT[colour]}{grid_code:0>2}{running:04d}"
    return digits + check_digit(digits)


def kind_of(points: Points, effect: Effect = Effect.COUNTED) -> LineKind:
    """A deed that adds is a credit, one that takes is a debit; honours and gifts have kinds of their own.

    What takes from honours is an honour line, too; what takes and is called a gift is a debit.
    """
    if effect is Effect.HONOUR:
        return LineKind.HONOUR
    if points < ZERO:
        return LineKind.DEBIT
    return LineKind.GIFT if effect is Effect.GIFT else LineKind.CREDIT


def linked_loss(deduction: Points, percent: int, fixed: Points) -> Points:
    """What a member loses with a linked household (domain §2.5): a share of its deduction, or a fixed number.

    Both figures are negative or zero. A share is rounded to 0.01, halves away from zero.
    """
    if not percent:
        return -fixed
    return Points(-((abs(deduction.hundredths) * percent + 50) // 100))


def counted_day(occurred_on: date, closed: Sequence[DateSpan]) -> date:
    """The day from which a deed counts: its own, or the first day after the closed days (DECISIONS 14b)."""
    last_closed = max((span.last for span in closed), default=None)
    if last_closed is None or occurred_on > last_closed:
        return occurred_on
    return last_closed + timedelta(days=1)


class LineContent(NamedTuple):
    """What the chain protects of one line, as stored; the order of the fields is the layout PD-LEDGER-1."""

    seq: int
    uid: str
    voucher_uid: str
    voucher_kind: str
    account_uid: str
    account_seq: int
    kind: str
    effect: str
    points: int
    balance_after: int
    assessment_after: int
    spendable_after: int
    occurred_on: str
    counted_on: str
    recorded_at: str
    operator_uid: str
    item_uid: str | None
    item_code: str
    item_text: str
    person_uid: str | None
    reverses_uid: str | None
    batch_uid: str | None
    memo_commit: str


class LineChain:
    """Hashes the lines of one village. Most fields come again with the next line and are laid out once."""

    _OWN: Final = 2
    """Number and identity come first and never come again."""

    def __init__(self, chain_uid: str) -> None:
        self._start = _LABEL + b"\0" + canonical((chain_uid,))
        self._known = KnownFields()

    def hash(self, prev_hash: str, line: LineContent) -> str:
        """The hash of a line over the hash of the line before it."""
        own = canonical((prev_hash, *line[: self._OWN]))
        rest = b"".join(map(self._known.__getitem__, line[self._OWN :]))
        return hashlib.sha256(self._start + own + rest).hexdigest()
