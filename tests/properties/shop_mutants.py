"""Bugs that somebody might write into the points shop, each put into the running program for a while.

python tests/properties/shop_mutants.py
"""

import sys
from pathlib import Path
from typing import Final

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from passbook_desk.features.redemption.counter import commands as counter
from passbook_desk.features.redemption.counter import limits, undoing
from passbook_desk.features.redemption.exchange import commands as exchange
from passbook_desk.features.redemption.goods import commands as goods
from passbook_desk.features.redemption.goods import rules as prices
from passbook_desk.features.redemption.stock import commands as stock
from passbook_desk.features.redemption.stock import rules, writing
from passbook_desk.features.redemption.stocktake import commands as counting
from passbook_desk.features.redemption.stocktake import queries as counts
from properties.planting import Mutant, caught, try_all
from properties.shop_histories import shop_campaign

HISTORIES: Final = 300
"""A bug must show within so many histories."""

MUTANTS: Final[dict[str, Mutant]] = {
    "what expires last goes first": Mutant(
        rules, "first_expiring", "for batch in sorted(", "for batch in reversed(sorted("
        "usable, key=lambda each: (each.expires_on or date.max, each.came_on, each.id))):\n"
        "        if not left:\n            break\n        given = min(left, batch.quantity)\n"
        "        found.append(Taken(batch.id, given))\n        left -= given\n    for batch in sorted(",
    ),
    "expired pieces are given out": Mutant(
        rules, "first_expiring", "and not batch.expired(today)", "and bool(today)"
    ),
    "half of what is wanted will do": Mutant(
        rules, "first_expiring", "None if left else", "None if left > 1 else"
    ),
    "the minimum is spent, too": Mutant(
        counter, "redeem", "total > allowed.redeemable:", "total > allowed.redeemable + allowed.least:"
    ),
    "locked gifts are spent": Mutant(
        counter, "redeem", "total > allowed.redeemable:", "total > allowed.spendable - allowed.least:"
    ),
    "redeeming never lowers the assessment": Mutant(
        counter, "_pay", "LineKind.REDEEM_COUNTED if policy(tx).redeeming_counts else LineKind.REDEEM",
        "LineKind.REDEEM",
    ),
    "pieces leave another place": Mutant(counter, "_give", "outlet_id=slip.outlet_id", "outlet_id=1"),
    "one piece leaves the shelf, whatever was paid": Mutant(
        counter, "_give", "quantity=-taken.quantity", "quantity=-1"
    ),
    "limits forget the red book": Mutant(
        limits, "_books_of_household", "account.of_organization or not account.household_id:", "account.id:"
    ),
    "limits count what was taken back": Mutant(limits, "_had", "SlipUndo.id.is_(None),", ""),
    "the day before a price came": Mutant(prices, "price_on", "price.from_on <= day", "price.from_on < day"),
    "the price set first holds": Mutant(prices, "price_on", "return max(", "return min("),
    "a price changes what was given already": Mutant(
        goods, "set_price", "used_on is not None and command.from_on <= used_on", "False and used_on"
    ),
    "goods come back although they are gone": Mutant(
        undoing, "undo_slip", "if command.goods_back:", "if True:"
    ),
    "only the first piece comes back": Mutant(
        undoing, "undo_slip", "reversals(moves, tx.today, reason)", "reversals(moves[:1], tx.today, reason)"
    ),
    "anybody undoes a slip of today": Mutant(
        undoing, "_own_and_fresh", "slip.served_by != tx.actor.operator_id", "slip.served_by == 0"
    ),
    "undone although it is on paper": Mutant(
        undoing, "_own_and_fresh", "line.account_seq <= printed or", "line.account_seq < printed or"
    ),
    "kept stock forgets a place": Mutant(
        writing, "write_moves", '"quantity": each.quantity}', '"quantity": abs(each.quantity)}'
    ),
    "a paper goes back although its goods are gone": Mutant(
        stock, "take_paper_back", "if held.quantity < quantity:", "if False:"
    ),
    "a paper goes back without its first line": Mutant(
        stock, "take_paper_back", "list(reversed(moves))", "list(reversed(moves[1:] or moves))"
    ),
    "any batch is written off as expired": Mutant(
        stock, "write_off", "if batch.expired(command.done_on)", "if batch.id"
    ),
    "whoever counted confirms": Mutant(
        counting, "confirm_stocktake", "(policy(tx).single_clerk and paper_ref)", "(policy(tx).single_clerk)"
    ),
    "a difference needs no reason": Mutant(
        counting, "confirm_stocktake", "for each in card.unexplained:", "for each in card.unexplained[:0]:"
    ),
    "counts are compared with what lies there now": Mutant(
        counts, "_count_rows", "if number > last_move)", "if number < 0)"
    ),
    "what is more joins the oldest batch": Mutant(counting, "_drafts", "newest = max(", "newest = min("),
    "only the first difference is reversed": Mutant(
        counting, "reverse_stocktake", "reversals(moved, tx.today", "reversals(moved[:1], tx.today"
    ),
    "a shop is given up with goods in it": Mutant(
        goods, "retire_outlet", "if left:", "if left and left < 0:"
    ),
    "who cannot redeem gets a ticket": Mutant(
        exchange, "_check_may_redeem", "allowed.redeemable <= ZERO", "allowed.redeemable < ZERO"
    ),
}  # fmt: skip


def shown_by(bug: str, seed: int) -> str:
    """How a few histories show a bug of MUTANTS; "" when they do not."""
    return caught(MUTANTS[bug], lambda: shop_campaign(HISTORIES, seed))


if __name__ == "__main__":
    sys.exit(try_all(MUTANTS, shown_by))
