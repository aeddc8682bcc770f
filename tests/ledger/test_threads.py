"""Several threads of one program record, spend and take back at once, each through the one store."""

import os
import random
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders.village import Village, new_village, one_deed, settled_village
from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.errors import SpendsBelowZero
from passbook_desk.features.ledger.queries import accounts, balances
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.values import Colour, LineKind, VoucherKind
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, Points

THREADS = 8
ROUNDS = int(os.environ.get("PASSBOOK_ROUNDS", "40"))
"""Each thread acts once a round; PASSBOOK_ROUNDS=500 is the whole campaign."""
DAY = date(2026, 5, 20)
DEED, PRICE = Points.parse("10"), Points.parse("7")


def earn(tx: Tx, book: int) -> None:
    record_deeds(tx, one_deed((book,), "101", DAY, again=True))


def spend(tx: Tx, book: int) -> None:
    line = DraftLine(book, LineKind.REDEEM, LineKind.REDEEM, -PRICE, DAY, item_text="肥皂")
    write_voucher(tx, new_uid(), VoucherKind.RECORD, [line])


class Counter:
    """One of the threads: acts in every round, counts what was done and what was refused."""

    def __init__(self, village: Village, book: int, rounds: int, start: threading.Barrier, seed: int) -> None:
        self.village, self.book, self.rounds, self.start = village, book, rounds, start
        self.rng = random.Random(seed)
        self.earned = self.spent = self.refused = 0
        self.trouble: BaseException | None = None

    def work(self) -> None:
        try:
            for _ in range(self.rounds):
                self.start.wait()
                self._act()
        except BaseException as trouble:  # noqa: BLE001 - told by the test's own thread
            self.trouble = trouble
            self.start.abort()

    def _act(self) -> None:
        if self.rng.random() < 0.4:
            self._do(earn)
            self.earned += 1
            return
        try:
            self._do(spend)
            self.spent += 1
        except SpendsBelowZero:
            self.refused += 1

    def _do(self, act: Callable[[Tx, int], None]) -> None:
        with self.village.write() as tx:
            act(tx, self.book)


def test_eight_threads_lose_no_line_and_never_spend_what_is_not_there(tmp_path: Path) -> None:
    village = settled_village(tmp_path)
    with village.read() as scope:
        book = accounts(scope, colour=Colour.GREEN)[0]
    start = threading.Barrier(THREADS, timeout=60)
    counters = [Counter(village, book.id, ROUNDS, start, seed) for seed in range(THREADS)]
    threads = [threading.Thread(target=counter.work) for counter in counters]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [counter.trouble for counter in counters] == [None] * THREADS
    earned, spent = sum(each.earned for each in counters), sum(each.spent for each in counters)
    refused = sum(each.refused for each in counters)
    assert earned + spent + refused == ROUNDS * THREADS
    assert min(earned, spent, refused) > 0
    with village.read() as scope:
        assert verify_ledger(scope) == earned + spent
        (figures,) = balances(scope, accounts_chosen=(book,))
    assert figures.spendable == DEED * earned - PRICE * spent
    assert figures.spendable >= ZERO


def test_a_thread_waits_for_the_act_of_another_to_be_whole(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    inside, seen = threading.Event(), []

    def look() -> None:
        inside.wait()
        with village.read() as scope:
            seen.append(scope.session.connection().exec_driver_sql("SELECT name FROM village").scalar())

    looking = threading.Thread(target=look)
    looking.start()
    with village.write() as tx:
        tx.session.connection().exec_driver_sql("UPDATE village SET name = '半途'")
        inside.set()
        looking.join(0.2)
        assert looking.is_alive()
        tx.session.connection().exec_driver_sql("UPDATE village SET name = '清泉村'")
    looking.join()
    assert seen == ["清泉村"]


def test_a_transaction_inside_a_transaction_is_still_a_fault(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with village.write(), pytest.raises(RuntimeError, match="one transaction at a time"), village.read():
        pass
