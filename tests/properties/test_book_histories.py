import random
import sys
from collections.abc import Callable

import pytest

from builders.books import account_ids
from properties.book_file import BookFile
from properties.book_histories import EVERY_ACT, BookHistory, book_campaign
from properties.book_mutants import shown_by
from properties.paper_model import SMUDGE

HISTORIES = 250
FIXED_SEED = 20261121
FRESH_SEED = random.SystemRandom().randrange(10**9)
A_FEW_BUGS = (
    "one place too far",
    "spoilt places forgotten",
    "booklet begins where the old paper ends",
    "carried balance is that of the next line",
    "one line of carrying at a time",
    "moves on when sent",
    "not moved when answered",
    "early answers may change",
    "in the fold",
    "new book from the beginning",
)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_the_paper_of_all_books_read_one_after_the_other_is_the_ledger(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    acts = book_campaign(HISTORIES, seed)
    sys.stdout.write(f"{HISTORIES} histories, seed {seed}: {dict(acts)}\n")
    record_property("acts", dict(acts))
    assert EVERY_ACT - acts.keys() == set()


@pytest.mark.parametrize("bug", A_FEW_BUGS)
def test_the_histories_show_a_bug_that_somebody_might_write(bug: str) -> None:
    assert shown_by(bug, FIXED_SEED) != ""


def test_the_villager_sees_a_line_that_is_gone_or_smudged() -> None:
    file = BookFile()
    history = BookHistory(file, account_ids(file.village)[0], 1)
    history.live()
    paper = next(book for book in history.books if any(ink.seq for _, ink in book.legible()))
    place, ink = next((place, ink) for place, ink in paper.legible() if ink.seq)
    paper.inked[place] = SMUDGE
    with pytest.raises(AssertionError):
        history.finish()
    del paper.inked[place]
    with pytest.raises(AssertionError):
        history.finish()
    paper.inked[place] = ink
    history.finish()
    file.close()
