"""Random histories of a points shop on real files, held against the keeper's own notes.

python tests/properties/shop_histories.py --histories 1000
"""

import argparse
import multiprocessing
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from builders.deeds import item
from builders.village import Village, new_village, settled_village
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.catalogue.values import Effect, Holder
from properties.shop_keeping import PRICED_FROM, Keeping, bring_things
from properties.shop_model import PaperShop

ACTS = 30
"""Accepted acts of a history; refused ones come on top."""
FIXED_SEED = 20261122
_BOTH = (Holder.HOUSEHOLD, Holder.RED)
_SHARE = 5
OFTEN = frozenset(
    {
        "collected by somebody else", "count begun", "count confirmed", "counted", "days",
        "decided: days", "decided: least", "decided: ratio", "deed reversed", "deeds", "exchange day",
        "gifts", "given up", "newcomer", "of one batch at two places", "other operator",
        "out: damaged", "out: returned", "place", "power cut", "price", "printed",
        "receipt taken back", "received: bought", "received: donated", "received: opening",
        "received: transferred", "redeemed", "redeemed on an exchange day",
        "refused counter.goods-retired", "refused counter.limit", "refused counter.not-enough-points",
        "refused counter.not-redemption-day", "refused counter.out-of-stock",
        "refused counter.reason-missing", "refused counter.slip-undone", "refused exchange.not-held",
        "refused goods.last-outlet", "refused goods.still-in-stock", "refused ledger.redeemed-line",
        "refused stock.not-expired", "refused stock.same-outlet", "refused stock.short",
        "refused stocktake.not-confirmed", "refused stocktake.nothing-counted",
        "refused stocktake.open", "reopened", "services", "several things",
        "the same thing twice on a paper", "to the last point", "told twice", "transferred",
        "undone at once", "undone for a reason", "undone, goods back", "undone, goods gone",
        "within a limit",
    }
)  # fmt: skip
"""What fifty histories show, and what only the whole campaign does."""
SELDOM = frozenset(
    {
        "base points to spend", "count dropped", "count reversed", "decided: base", "decided: counts",
        "decided: members", "explained", "found less", "found more", "from several batches",
        "out: expired", "paper taken back", "place closed", "place opened again",
        "refused counter.members", "refused counter.nothing-wanted", "refused exchange.not-over",
        "refused exchange.nothing-to-redeem", "refused exchange.settled", "refused exchange.taken",
        "refused goods.price-before-earlier", "refused goods.price-used",
        "refused stock.day-in-future", "refused stock.donor-missing",
        "refused stock.expired-on-arrival", "refused stock.not-stocked", "refused stock.nothing-moved",
        "refused stock.not-there-then", "refused stock.paper-taken-back", "refused stock.reason-missing",
        "refused stock.signers-missing", "refused stock.wrong-quantity",
        "refused stocktake.counted-twice", "refused stocktake.ended",
        "refused stocktake.never-received", "refused stocktake.not-counted",
        "refused stocktake.outdated", "refused stocktake.same-counter",
        "refused stocktake.unexplained", "refused stocktake.witness-counted", "settled",
        "settled with slips", "several differences", "spent more than there is", "taken up again",
        "ticket", "undone after the settlement",
    }
)  # fmt: skip


class ShopHistory(Keeping):
    """Some months of a shop: whoever comes in does what he likes."""

    def live(self) -> None:
        """At least thirty acts, each held against the notes; then everything is looked up in the file."""
        self.open_shop()
        while self.accepted < ACTS:
            self._drawn()()
            self.agrees()
        self.everything()

    def _drawn(self) -> Callable[[], None]:
        chance, paper = self.chance, self.paper
        acts: list[Callable[[], None]] = [
            *[self.visit] * 11,
            *[self.to_the_last_point] * 2,
            *[self.deeds] * 4,
            *[self.receive] * 3,
            *[self.undo] * 4,
            *[self.days_pass] * 3,
            *[self.settings] * 2,
            *[self.price] * 2,
            *[self.write_off] * 2,
            self.send_back,
            self.paper_back,
            self.reverse_deed,
            self.line_of_a_slip,
            self.retire,
            *[self.new_place] * 2,
            self.close_place,
            self.newcomer,
            self.print_books,
            self.reopen,
            self.other_operator,
        ]
        tallies = {tally.state for tally in paper.tallies.values()}
        acts += [*[self.count] * 5, self.explain, *[self.confirm] * 4] if "open" in tallies else []
        acts += (
            [*[self.reverse_count] * 3, self.start_count, self.confirm]
            if "confirmed" in tallies
            else [self.reverse_count]
        )
        acts += [*[self.start_count] * 2, self.drop_count, self.fair]
        acts += [*[self.ticket] * 2, self.settle] if paper.fairs else []
        acts += [*[self.transfer] * 3] if len(paper.places) > 1 else []
        return chance.choice(acts)


@cache
def template() -> Path:
    """Three households and a red book, three kinds of deeds, six things to redeem, two operators."""
    deeds = (
        item("991", "加分", "10", holders=_BOTH),
        item("992", "扣分", "-7", holders=_BOTH),
        item("993", "赠分", "12", holders=_BOTH, effect=Effect.GIFT),
    )
    village = settled_village(Path(mkdtemp(prefix="shop-")), deeds)
    village.on(PRICED_FROM)
    with village.write() as tx:
        roles = frozenset({Role.RECORDER, Role.REVIEWER})
        set_pin(tx, 1, "730418")
        assert add_operator(tx, AddOperator("陈支书", roles, "583920")) == 2
        bring_things(tx)
    village.store.close()
    return village.path


def shop_campaign(histories: int, seed: int, lanes: int = 1) -> Counter[str]:
    """Live through so many histories and count their acts; raises what one shows, with its seed."""
    chance = random.Random(seed)
    seeds = [chance.randrange(2**32) for _ in range(histories)]
    template()
    if lanes == 1:
        return _lived(seeds)
    with multiprocessing.get_context("fork").Pool(lanes) as pool:
        shares = [seeds[begin : begin + _SHARE] for begin in range(0, histories, _SHARE)]
        return sum(pool.imap_unordered(_lived, shares), Counter[str]())


def _lived(seeds: Sequence[int]) -> Counter[str]:
    memory = Path("/dev/shm")
    folder = Path(mkdtemp(prefix="shop-", dir=memory if memory.is_dir() else None))
    village, acts = new_village(folder), Counter[str]()
    try:
        for seed in seeds:
            village.store.close()
            shutil.copyfile(template(), village.path)
            history = shop_history(village, seed)
            try:
                history.live()
            except BaseException as error:
                error.add_note(f"shop_history(…, {seed})")
                raise
            acts += history.acts
    finally:
        village.store.close()
        shutil.rmtree(folder)
    return acts


def shop_history(village: Village, seed: int) -> ShopHistory:
    """One history in a fresh copy of the village."""
    today = date(2026, 2, 1) + timedelta(days=random.Random(seed).randrange(300))
    houses = {1: "01001", 2: "01002", 3: "01002", 4: "02001"}
    return ShopHistory(village, PaperShop(today, houses, red={3}), seed)


def main() -> int:
    """The whole campaign, by command; 1 when an act never occurred."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--histories", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--lanes", type=int, default=2, help="processes side by side")
    given = parser.parse_args()
    began = time.monotonic()
    acts = shop_campaign(given.histories, given.seed, given.lanes)
    told = ", ".join(f"{act} {times}" for act, times in sorted(acts.items()))
    seconds = time.monotonic() - began
    sys.stdout.write(f"{given.histories} histories, seed {given.seed}, {seconds:.0f} s: {told}\n")
    missing = (OFTEN | SELDOM) - acts.keys()
    sys.stdout.write(f"never: {sorted(missing)}\n" if missing else "")
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
