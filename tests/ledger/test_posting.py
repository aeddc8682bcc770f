"""Claims that had their steps are entered by the same rules, asked once more."""

from datetime import date
from pathlib import Path

import pytest

from builders.claims import claimed, worker
from builders.claims import decided as reviewed
from builders.deeds import LI_RED, OUYANG, WANG, cap, decided, deed, entered, figures, item, person_of, points
from builders.village import Village, settled_village
from passbook_desk.features.access.values import Role
from passbook_desk.features.catalogue.queries import item_in_force
from passbook_desk.features.catalogue.values import LimitPeriod
from passbook_desk.features.households.model import LinkSpan
from passbook_desk.features.ledger.claims.queries import claim_card
from passbook_desk.features.ledger.errors import LimitOfMonth, NoDebt
from passbook_desk.features.ledger.posting import post_entries
from passbook_desk.features.ledger.queries import accounts_by_id, lines
from passbook_desk.features.ledger.recording_values import CheckedEntry, Posted
from passbook_desk.kernel.ids import new_uid

ITEMS = (
    item("961", "护河", "10", cap("25", LimitPeriod.MONTH)),
    item("962", "乱堆", "-4"),
)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path, ITEMS)


def posted(village: Village, *deeds: tuple[int, str, str]) -> Posted:
    """Enter claims of 2026-05-20 straight away: book, item, points."""
    with village.write() as tx:
        books = accounts_by_id(tx, (each[0] for each in deeds))
        entries = [
            CheckedEntry(
                books[book], item_in_force(tx, code, date(2026, 5, 20)), date(2026, 5, 20), 1, points(worth)
            )
            for book, code, worth in deeds
        ]
        return post_entries(tx, new_uid(), entries)


def looked_after(village: Village, household_id: int) -> None:
    """李秀英 looks after a household."""
    member = person_of(village, LI_RED)
    with village.write() as tx:
        tx.session.add(
            LinkSpan(
                uid=new_uid(),
                kind="member",
                person_id=member,
                household_id=household_id,
                from_on=date(2026, 5, 1),
                to_on=None,
            )
        )


def test_a_cap_that_was_used_up_meanwhile_refuses_the_posting(village: Village) -> None:
    entered(village, deed(WANG, "961", date(2026, 5, 1)), deed(WANG, "961", date(2026, 5, 2)))
    with pytest.raises(LimitOfMonth) as refused:
        posted(village, (OUYANG, "961", "10"), (WANG, "961", "10"))
    assert str(refused.value.params["used"]) == "20"
    assert str(figures(village, OUYANG).balance) == "0"
    assert posted(village, (WANG, "961", "5")).entry_seqs == (3,)


def test_entries_of_one_posting_count_for_each_other(village: Village) -> None:
    with pytest.raises(LimitOfMonth):
        posted(village, *[(WANG, "961", "10")] * 3)


def test_a_book_that_may_not_owe_refuses_the_posting(village: Village) -> None:
    decided(village, debtless_households=True)
    with pytest.raises(NoDebt):
        posted(village, (WANG, "962", "-4"))
    posted(village, (WANG, "961", "10"), (WANG, "962", "-4"))
    assert str(figures(village, WANG).balance) == "6"


def test_a_reviewed_deduction_brings_the_linked_members_loss_along(village: Village) -> None:
    looked_after(village, 1)
    reviewer = worker(village, "马主任", Role.REVIEWER)
    decided(village, review=True, linked_loss_percent=50)
    first, second = claimed(village, (WANG, OUYANG), "962")
    reviewed(village, (first, second), by=reviewer)
    with village.read() as scope:
        (loss,) = lines(scope, LI_RED)
        assert (str(loss.points), loss.seq) == ("-2", 2)
        assert [claim_card(scope, each).steps[-1].line_seq for each in (first, second)] == [1, 3]


def test_a_members_loss_leaves_what_the_own_waiting_deduction_needs(village: Village) -> None:
    looked_after(village, 1)
    entered(village, deed(LI_RED, "807"))
    reviewer = worker(village, "马主任", Role.REVIEWER)
    decided(village, review=True, linked_loss_percent=100, debtless_members=True)
    own = claimed(village, (LI_RED,), "801")
    household = claimed(village, (WANG,), "962")
    free = figures(village, LI_RED).balance + figures(village, LI_RED).pending
    reviewed(village, household, by=reviewer)
    assert figures(village, LI_RED).balance >= points("1")
    assert str(free) == "4"
    reviewed(village, own, by=reviewer)
    assert str(figures(village, LI_RED).balance) == "0"
