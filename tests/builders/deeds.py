"""Acts of entry for stories: items with caps and floors, deeds, and what became of them."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from builders.village import Village
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
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.queries import balances
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch, Recorded
from passbook_desk.features.ledger.values import BalanceRow
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

MAY_20 = date(2026, 5, 20)
WANG, LI, LI_RED, OUYANG = 1, 2, 3, 4
"""The books of a settled village: three green ones, and the red one of 李秀英."""


def points(text: str) -> Points:
    return Points.parse(text)


def item(
    code: str,
    name: str,
    value: str,
    *limits: Limit,
    most: str | None = None,
    kind: ValueKind = ValueKind.FIXED,
    effect: Effect = Effect.COUNTED,
    holders: tuple[Holder, ...] = (Holder.HOUSEHOLD,),
) -> ItemDraft:
    """An item of the village's own."""
    return ItemDraft(
        code=code,
        category="自定",
        name=name,
        value_kind=ValueKind.RANGE if most is not None else kind,
        least=points(value),
        most=points(most if most is not None else value),
        holders=holders,
        effect=effect,
        limits=limits,
    )


def cap(amount: str | int, period: LimitPeriod, holder: Holder | None = None) -> Limit:
    """At most so many points (a text) or times (a number) are given."""
    return _limit(Direction.CAP, amount, period, holder)


def floor(amount: str | int, period: LimitPeriod, holder: Holder | None = None) -> Limit:
    """At most so many points (a text) or times (a number) are taken."""
    return _limit(Direction.FLOOR, amount, period, holder)


def _limit(direction: Direction, amount: str | int, period: LimitPeriod, holder: Holder | None) -> Limit:
    if isinstance(amount, str):
        return Limit(direction, period, Measure.POINTS, points(amount), holder)
    return Limit(direction, period, Measure.TIMES, amount, holder)


def deed(account_id: int, code: str, on: date = MAY_20, **more: object) -> DeedEntry:
    """One row of an act of entry."""
    return DeedEntry(account_id, code, on, **more)  # type: ignore[arg-type]


def entered(village: Village, *deeds: DeedEntry, strict: bool = False, uid: str = "") -> Recorded:
    """Save an act of entry."""
    with village.write() as tx:
        return record_deeds(tx, RecordBatch(uid or new_uid(), deeds, strict))


def left_out(recorded: Recorded) -> list[tuple[int, str]]:
    """The deeds that were not entered: the book and the code of the reason."""
    return [(each.account.id, each.reason.code) for each in recorded.left_out]


def figures(village: Village, account_id: int) -> BalanceRow:
    """The figures of a book now."""
    with village.read() as scope:
        return next(row for row in balances(scope) if row.account.id == account_id)


def decided(village: Village, **settings: object) -> None:
    """Let the village decide settings."""
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), **settings))  # type: ignore[arg-type]


def person_of(village: Village, account_id: int) -> int:
    """Whose red book it is."""
    with village.read() as scope:
        found = scope.session.scalar(select(Account.person_id).where(Account.id == account_id))
    assert found is not None
    return found
