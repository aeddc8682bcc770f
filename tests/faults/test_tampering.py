"""Rows and bits of a village file changed behind the program's back."""

import random
from pathlib import Path

import pytest
from tampered_village import make_village
from tampering import KINDS, show, tamper_again_and_again

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
    assert figures.kept, (seed, figures.missed, figures.crashed, figures.unnamed)
