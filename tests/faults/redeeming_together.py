"""Eight threads of one program redeem at once from one book and one shelf until one of them is empty.

python tests/faults/redeeming_together.py --rounds 500 --seed N

In every round pieces and points are brought in, so that now the shelf and now the book runs out first. Six
threads redeem until they are refused, one takes slips of its own back as well, one receives more meanwhile. A
second program on the file is asked in the middle of it. Exit 0: every promise kept. 1: not so.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from sqlalchemy import text

from builders.shop import Shop
from builders.village import Village, one_deed, settled_village
from passbook_desk.app.verify import verify_village
from passbook_desk.app.village_file import open_village, shipped_scripts
from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.errors import NotEnoughPoints, OutOfStock
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, UndoSlip, Wanted
from passbook_desk.kernel.ids import new_uid

THREADS = 8
WHO, WHAT, PRICE = "王建国", "肥皂", 500
"""Whose book, what lies on the shelf, and what a piece costs in hundredths of a point."""
_PIECES_A_DEED = 2
_PATIENCE = 120.0
_VERIFY_EVERY = 25


@dataclass(slots=True)
class Figures:
    """What a campaign saw: `empty_shelf` and `empty_book` are rounds that ended so, `broken` was not kept."""

    rounds: int = 0
    slips: int = 0
    undone: int = 0
    receipts: int = 0
    out_of_stock: int = 0
    not_enough: int = 0
    empty_shelf: int = 0
    empty_book: int = 0
    verified: int = 0
    seconds: float = 0.0
    second_program: str = ""
    broken: list[str] = field(default_factory=list)

    def shown(self) -> str:
        """One line for people."""
        return (
            f"redeeming together {self.rounds} rounds of {THREADS} threads, {self.seconds:.0f} s: slips"
            f" {self.slips}, taken back {self.undone}, receipts {self.receipts}, refused for stock"
            f" {self.out_of_stock} and for points {self.not_enough}, shelf empty {self.empty_shelf} and book"
            f" empty {self.empty_book} times, verified {self.verified}, broken {len(self.broken)}"
        )


@dataclass(frozen=True, slots=True)
class Sides:
    """What lies on the shelf and what the book can spend, in pieces and hundredths."""

    stock: int
    points: int


@dataclass(frozen=True, slots=True)
class Place:
    """The shop, the book and the counter that everybody redeems from."""

    shop: Shop
    account_id: int
    outlet_id: int


class Hand:
    """One of the threads: redeems one or two pieces at a time until it is refused a single one."""

    def __init__(self, place: Place, number: int, start: threading.Barrier, seed: str) -> None:
        self._place, self._number, self._start = place, number, start
        self._rng = random.Random(f"{seed} {number}")
        self.slips: dict[int, int] = {}
        """Pieces by slip, of those that this thread was told of."""
        self.undone: dict[int, bool] = {}
        """Slips that it took back, and whether their goods came back."""
        self.received = 0
        self.refusals: Counter[str] = Counter()
        self.trouble: BaseException | None = None

    def work(self) -> None:
        """Whatever goes wrong is told by the test's own thread."""
        try:
            self._start.wait()
            self._until_refused()
        except BaseException as trouble:  # noqa: BLE001
            self.trouble = trouble

    def _until_refused(self) -> None:
        pieces = self._rng.choice((1, 1, 2))
        while True:
            if self._number == 0 and self.received < 2 and self._rng.random() < 0.5:
                self._receive()
            try:
                self._redeem(pieces)
            except (OutOfStock, NotEnoughPoints) as refused:
                self.refusals[refused.code] += 1
                if pieces == 1:
                    return
                pieces = 1
                continue
            if self._number == 1 and self._rng.random() < 0.6:
                self._undo()

    def _redeem(self, pieces: int) -> None:
        place = self._place
        wanted = (Wanted(place.shop.ids[WHAT], pieces),)
        command = Redeem(new_uid(), place.account_id, place.outlet_id, wanted)
        with place.shop.village.write() as tx:
            slip_id = redeem(tx, command)
        self.slips[slip_id] = pieces

    def _undo(self) -> None:
        slip_id, back = max(self.slips), self._rng.random() < 0.7
        with self._place.shop.village.write() as tx:
            undo_slip(tx, UndoSlip(new_uid(), slip_id, goods_back=back))
        self.undone[slip_id] = back

    def _receive(self) -> None:
        self._place.shop.stocked(WHAT, 1)
        self.received += 1


def redeem_together(folder: Path, rounds: int, seed: int) -> Figures:
    """So many rounds on one file that this program holds."""
    began, chance, figures = time.monotonic(), random.Random(seed), Figures()
    made = settled_village(folder)
    made.store.close()
    held = open_village(made.path, made.clock)
    try:
        shop = Shop(Village(made.path, held.store, held.actor, made.clock))
        shop.offer(WHAT, "5")
        place = Place(shop, shop.account(WHO).id, shop.outlet_id)
        for number in range(rounds):
            _round(place, f"{seed} {number}", chance, figures, asked=number == rounds // 2)
            if number % _VERIFY_EVERY == _VERIFY_EVERY - 1 or number == rounds - 1:
                with shop.village.read() as scope:
                    verify_village(scope, shipped_scripts())
                figures.verified += 1
    finally:
        held.close()
    figures.seconds = time.monotonic() - began
    return figures


def _round(place: Place, seed: str, chance: random.Random, figures: Figures, *, asked: bool) -> None:
    _bring(place, chance)
    before, start = _sides(place), threading.Barrier(THREADS + 1, timeout=_PATIENCE)
    hands = [Hand(place, number, start, seed) for number in range(THREADS)]
    threads = [threading.Thread(target=hand.work) for hand in hands]
    for thread in threads:
        thread.start()
    start.wait()
    if asked:
        figures.second_program = _second_program(place.shop.village.path)
    for thread in threads:
        thread.join(_PATIENCE)
    after = _sides(place)
    figures.rounds += 1
    figures.empty_shelf += after.stock == 0
    figures.empty_book += after.points < PRICE
    figures.broken += [f"round {seed}: {words}" for words in _broken(place, hands, before, after)]
    for hand in hands:
        figures.slips += len(hand.slips)
        figures.undone += len(hand.undone)
        figures.receipts += hand.received
        figures.out_of_stock += hand.refusals[OutOfStock.code]
        figures.not_enough += hand.refusals[NotEnoughPoints.code]


def _bring(place: Place, chance: random.Random) -> None:
    """Pieces for the shelf and points for the book, so that the one or the other runs out first."""
    now, more = _sides(place), chance.randint(1, 3)
    can_pay = now.points // PRICE
    if chance.random() < 0.5:
        pieces, deeds = more, max(1, (now.stock + more - can_pay) // _PIECES_A_DEED + 2)
    else:
        pieces, deeds = max(1, can_pay + 2 * _PIECES_A_DEED - now.stock) + more, 2
    place.shop.stocked(WHAT, pieces)
    with place.shop.village.write() as tx:
        record_deeds(tx, one_deed((place.account_id,) * deeds, again=True))


def _second_program(path: Path) -> str:
    """The exit code and the sentence of another program that wants the file meanwhile."""
    asked = subprocess.run(
        [sys.executable, "-m", "passbook_desk", "--village", str(path), "balance"],
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
    )
    return f"{asked.returncode} {asked.stdout}{asked.stderr}".strip()


def _broken(place: Place, hands: list[Hand], before: Sides, after: Sides) -> list[str]:
    """What a round did not keep; the sums are those of what the threads were told."""
    said = [f"{hand.trouble!r}" for hand in hands if hand.trouble is not None]
    slips = {slip_id: pieces for hand in hands for slip_id, pieces in hand.slips.items()}
    undone = {slip_id: back for hand in hands for slip_id, back in hand.undone.items()}
    given = sum(slips.values())
    came_back = sum(slips[slip_id] for slip_id, back in undone.items() if back)
    freed = sum(slips[slip_id] for slip_id in undone)
    received = sum(hand.received for hand in hands)
    expected = Sides(before.stock + received + came_back - given, before.points - PRICE * (given - freed))
    if after != expected:
        said.append(f"{after} instead of {expected}")
    if after.stock and after.points >= PRICE:
        said.append(f"nothing ran out: {after}")
    with place.shop.village.read() as scope:
        said += _not_whole(scope, slips, set(undone))
        lowest = scope.session.execute(_LOWEST).one()
    if min(lowest) < 0:
        said.append(f"below zero: {lowest}")
    return said


def _not_whole(scope: Scope, slips: dict[int, int], undone: set[int]) -> list[str]:
    """Every slip that a thread was told of is one item, one line and its pieces, and so is what took it back;
    and the file knows no other slip of this round.
    """
    rows = scope.session.execute(_SLIPS, {"first": min(slips, default=0)}).all()
    found = {row.id: row for row in rows} if slips else {}
    said = [f"slip {slip_id} nobody was told of" for slip_id in found.keys() - slips.keys()]
    for slip_id, pieces in slips.items():
        row = found.get(slip_id)
        cost = PRICE * pieces
        whole = row is not None and (
            (row.points, row.items, row.item_points, row.line_points, row.pieces)
            == (cost, 1, cost, -cost, -pieces)
            and (row.undone > 0, row.back_points) == (slip_id in undone, cost if slip_id in undone else 0)
        )
        if not whole:
            said.append(f"slip {slip_id} of {pieces}: {row}")
    return said


def _sides(place: Place) -> Sides:
    with place.shop.village.read() as scope:
        return Sides(*scope.session.execute(_NOW, {"who": place.account_id}).one())


_NOW = text(
    "SELECT (SELECT coalesce(sum(quantity), 0) FROM stock_level),"
    " (SELECT coalesce(sum(spendable), 0) FROM account_balance WHERE account_id = :who)"
)
_SLIPS = text(
    "SELECT s.id, s.points, count(i.id) AS items, sum(i.points) AS item_points,"
    " (SELECT sum(points) FROM ledger_line WHERE voucher_id = s.voucher_id) AS line_points,"
    " (SELECT sum(m.quantity) FROM stock_move m JOIN slip_item j ON j.id = m.slip_item_id"
    "  WHERE j.slip_id = s.id AND m.kind = 'redeemed') AS pieces,"
    " (SELECT count(*) FROM slip_undo WHERE slip_id = s.id) AS undone,"
    " (SELECT coalesce(sum(l.points), 0) FROM slip_undo u JOIN ledger_line l ON l.voucher_id = u.voucher_id"
    "  WHERE u.slip_id = s.id) AS back_points"
    " FROM slip s LEFT JOIN slip_item i ON i.slip_id = s.id WHERE s.id >= :first GROUP BY s.id"
)
_LOWEST = text(
    "SELECT (SELECT min(held) FROM (SELECT sum(quantity) OVER"
    " (PARTITION BY batch_id, outlet_id ORDER BY number) AS held FROM stock_move)),"
    " (SELECT min(spendable_after) FROM ledger_line),"
    " (SELECT min(spendable_before - points) FROM slip)"
)
"""The lowest that any batch and any book ever stood at, after each movement and each line."""


def main() -> int:
    """The whole campaign, by command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = redeem_together(Path(folder), given.rounds, given.seed)
    print(f"{figures.shown()}, seed {given.seed}")
    print(f"a second program: {figures.second_program}")
    print(*figures.broken[:20], sep="\n")
    return int(bool(figures.broken))


if __name__ == "__main__":
    sys.exit(main())
