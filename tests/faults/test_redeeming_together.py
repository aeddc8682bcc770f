"""Threads that redeem at once from one book and one shelf."""

import os
import re
from pathlib import Path

import pytest
from redeeming_together import redeem_together

pytestmark = pytest.mark.faults

ROUNDS = 26
"""For each of two seeds: a tenth of the whole campaign."""


def test_eight_threads_empty_a_shelf_or_a_book_and_nothing_falls_below_zero(
    tmp_path: Path, seed: int
) -> None:
    figures = redeem_together(tmp_path, ROUNDS, seed)
    print(figures.shown())
    assert figures.broken == [], seed
    assert figures.rounds == ROUNDS
    assert figures.slips > ROUNDS
    assert min(figures.undone, figures.receipts, figures.out_of_stock, figures.not_enough) > 0
    assert min(figures.empty_shelf, figures.empty_book) > 0
    told = figures.second_program
    assert re.match(r"1 ", told), told
    assert f"pid {os.getpid()}" in told
    assert "Traceback" not in told
