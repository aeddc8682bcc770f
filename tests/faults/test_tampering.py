"""Rows and bits of a village file changed behind the program's back."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rehashing import forge_line
from tampered_village import make_village
from tampering import KINDS, fault_of, show, tamper_again_and_again

from passbook_desk.app.keys import read_key
from passbook_desk.features.ledger.errors import AnchorBroken, FiguresBroken, LedgerBroken, SumsBroken

pytestmark = pytest.mark.faults

TAMPERINGS = 100


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A village file with something in every table."""
    return make_village(tmp_path_factory.mktemp("tampered"))


def test_whatever_is_tampered_with_is_found_and_a_touched_line_is_named(
    village: Path, tmp_path: Path, seed: int
) -> None:
    figures = tamper_again_and_again(village, tmp_path, TAMPERINGS, random.Random(seed))
    print(show(figures))
    assert all(figures.visible[kind] >= TAMPERINGS // 20 for kind in KINDS)
    assert figures.lines >= TAMPERINGS // 10
    assert figures.books >= TAMPERINGS // 20
    assert figures.notices >= TAMPERINGS // 20
    assert figures.kept, (seed, figures.missed, figures.crashed, figures.unnamed)


def test_a_tail_that_is_hashed_anew_is_whole_in_itself_but_not_what_left_the_file(
    village: Path, tmp_path: Path, seed: int
) -> None:
    """Every line before the last anchor is tried; after it only what was written down outside can tell."""
    content = village.read_bytes()
    with closing(sqlite3.connect(village)) as connection:
        (anchored,) = connection.execute("SELECT max(seq) FROM anchor").fetchone()
        (last,) = connection.execute("SELECT max(seq) FROM ledger_line").fetchone()
        credits = [seq for (seq,) in connection.execute("SELECT seq FROM ledger_line WHERE kind = 'credit'")]
    drawn = random.Random(seed).sample(credits, 6)
    assert anchored < last
    for number, seq in enumerate([*drawn, last]):
        copy = tmp_path / f"{number}.pbk"
        copy.write_bytes(content)
        forge_line(copy, seq, 500)
        fault = fault_of(copy, read_key(village))
        if seq <= anchored:
            assert isinstance(fault, AnchorBroken), (seq, fault)
            assert fault.params["seq"] >= seq
        else:
            assert not isinstance(fault, LedgerBroken | FiguresBroken | SumsBroken), (seq, fault)
