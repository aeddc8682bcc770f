"""Figures over spans of whole months, from the kept month sums; no ledger line is read."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.model import Account, AccountMonth
from passbook_desk.features.ledger.rules import OUTSIDE_ASSESSMENT
from passbook_desk.features.ledger.values import LineKind, PeriodFigures
from passbook_desk.kernel.period import month_of
from passbook_desk.kernel.points import ZERO, Points

_BROUGHT_ALONG = frozenset({LineKind.OPENING, LineKind.BASE})
_CREDITS = frozenset({LineKind.CREDIT, LineKind.CARRY, LineKind.TRANSFER})
_DEBITS = frozenset({LineKind.DEBIT, LineKind.EXPIRE})


def period_figures(scope: Scope, first_on: date, last_on: date) -> dict[int, PeriodFigures]:
    """Figures of every account for the months from `first_on` to `last_on` by `counted_on`.

    What an account brought along (opening and base lines) stands in the opening column even when it was
    entered inside the span; redeeming has a column of its own. Accounts that have no line are left out.
    """
    first, last, year = month_of(first_on), month_of(last_on), f"{last_on.year}-01"
    sums: dict[int, dict[str, Points]] = defaultdict(lambda: defaultdict(lambda: ZERO))
    rows = scope.session.execute(
        select(AccountMonth.account_id, AccountMonth.month, AccountMonth.effect, AccountMonth.points)
        .join(Account, Account.id == AccountMonth.account_id)
        .where(Account.village_id == scope.village_id, AccountMonth.month <= last)
    )
    for account_id, month, effect_word, points in rows:
        effect = LineKind(effect_word)
        into = sums[account_id]
        into["closing"] += points
        into[_column(effect, inside=month >= first)] += points
        if month >= year and effect not in OUTSIDE_ASSESSMENT | _BROUGHT_ALONG:
            into["year_total"] += points
    return {
        account_id: PeriodFigures(
            into["opening"],
            into["credits"],
            into["debits"],
            into["redeemed"],
            into["closing"],
            into["year_total"],
        )
        for account_id, into in sums.items()
    }


def _column(effect: LineKind, inside: bool) -> str:
    if not inside or effect in _BROUGHT_ALONG:
        return "opening"
    if effect is LineKind.REDEEM:
        return "redeemed"
    return "credits" if effect in _CREDITS else "debits"
