"""Pure decisions of the ledger: what a kind moves, account numbers, when a deed counts, the line's hash."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from passbook_desk.features.ledger.values import Colour, LineKind
from passbook_desk.kernel.canonical import chain_hash
from passbook_desk.kernel.ids import check_digit
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points

_LABEL = b"PD-LEDGER-1"
_COLOUR_DIGIT = {Colour.RED: "1", Colour.GREEN: "2"}

OUTSIDE_ASSESSMENT = frozenset({LineKind.REDEEM, LineKind.EXPIRE})
"""Redeeming and expiry do not lower what honours are judged by (domain §13 rule 4, DECISIONS 14a)."""

OUTSIDE_SPENDABLE = frozenset({LineKind.BASE})
"""Base points can never be spent (domain §2.3)."""


@dataclass(frozen=True, slots=True)
class Running:
    """An account's figures after its last line."""

    balance: Points = ZERO
    assessment: Points = ZERO
    spendable: Points = ZERO
    base: Points = ZERO
    account_seq: int = 0

    def after(self, effect: LineKind, points: Points) -> "Running":
        """The figures after one more line."""
        return Running(
            balance=self.balance + points,
            assessment=self.assessment + (ZERO if effect in OUTSIDE_ASSESSMENT else points),
            spendable=self.spendable + (ZERO if effect in OUTSIDE_SPENDABLE else points),
            base=self.base + (points if effect is LineKind.BASE else ZERO),
            account_seq=self.account_seq + 1,
        )


def account_number(colour: Colour, grid_code: str, running: int) -> str:
    """Eight digits: 1 red or 2 green, grid, running number of that colour in the grid, check digit.

    From the ten-thousandth account of a grid on the number grows by a digit, it is never reused.
    """
    digits = f"{_COLOUR_DIGIT[colour]}{grid_code:0>2}{running:04d}"
    return digits + check_digit(digits)


def kind_of(points: Points) -> LineKind:
    """A deed that adds is a credit, one that takes is a debit."""
    return LineKind.CREDIT if points > ZERO else LineKind.DEBIT


def counted_day(occurred_on: date, closed: Sequence[DateSpan]) -> date:
    """The day from which a deed counts: its own, or the first day after the closed days (DECISIONS 14b)."""
    last_closed = max((span.last for span in closed), default=None)
    if last_closed is None or occurred_on > last_closed:
        return occurred_on
    return last_closed + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LineContent:
    """What the chain protects of one line, as stored."""

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


def line_hash(chain_uid: str, prev_hash: str, line: LineContent) -> str:
    """Hash of one line over the hash of the line before it (layout PD-LEDGER-1, fixed)."""
    fields = (
        line.seq,
        line.uid,
        line.voucher_uid,
        line.voucher_kind,
        line.account_uid,
        line.account_seq,
        line.kind,
        line.effect,
        line.points,
        line.balance_after,
        line.assessment_after,
        line.spendable_after,
        line.occurred_on,
        line.counted_on,
        line.recorded_at,
        line.operator_uid,
        line.item_uid,
        line.item_code,
        line.item_text,
        line.person_uid,
        line.reverses_uid,
        line.batch_uid,
        line.memo_commit,
    )
    return chain_hash(_LABEL, chain_uid, prev_hash, fields)
