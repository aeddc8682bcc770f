"""Pure decisions: which part of an account's figures goes."""

from passbook_desk.features.household_changes.errors import (
    AmountMissing,
    AmountTooLarge,
    WayNotPossible,
)
from passbook_desk.features.household_changes.values import PointsRule, PointsWay
from passbook_desk.features.ledger.transfers import Figures
from passbook_desk.kernel.points import ZERO, Points


def check_way(rule: PointsRule, *possible: PointsWay) -> None:
    """Raises WayNotPossible."""
    if rule.way not in possible:
        raise WayNotPossible(field="points", way=rule.way)


def part_that_goes(there: Figures, rule: PointsRule, going: int, all_people: int) -> Figures:
    """What of an account's figures goes to the other household.

    By heads every figure but base is divided, in hundredths; the rest of the division stays. A stated amount
    goes as it is, what was redeemed stays. Raises AmountMissing, AmountTooLarge.
    """
    if rule.way in (PointsWay.STAY, PointsWay.FREEZE):
        return Figures()
    if rule.way is PointsWay.MOVE:
        return there if rule.base_too else Figures(there.earned, there.spendable, ZERO)
    if rule.way is PointsWay.HEADS:
        return Figures(
            _share(there.earned, going, all_people), _share(there.spendable, going, all_people), ZERO
        )
    if rule.amount is None:
        raise AmountMissing(field="amount")
    _check_amount(rule.amount, there.spendable)
    _check_amount(rule.base, there.base)
    return Figures(rule.amount + rule.base, rule.amount, rule.base)


def _share(points: Points, going: int, all_people: int) -> Points:
    """So many of all, rounded towards zero."""
    whole = abs(points.hundredths) * going // all_people
    return Points(whole if points >= ZERO else -whole)


def _check_amount(amount: Points, there: Points) -> None:
    if not ZERO <= amount <= max(there, ZERO):
        raise AmountTooLarge(field="amount", points=amount, there=there)


def check_within(part: Figures, there: Figures) -> None:
    """A part is all there is, or within it in each figure; raises AmountTooLarge."""
    if part != there:
        _check_amount(part.spendable, there.spendable)
        _check_amount(part.base, there.base)
        _check_amount(part.assessment, there.assessment)
