"""Pure decisions of stock: which batches give, and in which order (first expiring first out)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from passbook_desk.features.redemption.stock.values import BatchRow

EXPIRY_WARNING: Final = timedelta(days=61)
"""Two months ahead (domain §3: report two months before expiry)."""


class Taken(NamedTuple):
    """So many pieces of a batch."""

    batch_id: int
    quantity: int


def first_expiring(batches: Iterable[BatchRow], quantity: int, today: date) -> tuple[Taken, ...] | None:
    """Pieces that can still be given out, those that expire first before the others; None when too few.

    What does not expire comes last, of equal ones what came first.
    """
    left, found = quantity, []
    usable = (batch for batch in batches if batch.quantity > 0 and not batch.expired(today))
    for batch in sorted(usable, key=lambda each: (each.expires_on or date.max, each.came_on, each.id)):
        if not left:
            break
        given = min(left, batch.quantity)
        found.append(Taken(batch.id, given))
        left -= given
    return None if left else tuple(found)


def expires_soon(expires_on: date | None, today: date) -> bool:
    """Whether the last day lies within two months; what has expired is no warning any more."""
    return expires_on is not None and today <= expires_on <= today + EXPIRY_WARNING
