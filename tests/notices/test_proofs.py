"""Between the proof and the notice: what came since is named before anybody issues."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.events import events_village, reported, taken
from builders.village import Village, booked, household, settled_village
from builders.wall import QUARTER, issued, line_of, proofed
from passbook_desk.features.events.course.kinds import Outcome, StepKind
from passbook_desk.features.events.values import Measure
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.notices.commands import make_proof
from passbook_desk.features.notices.queries import changes_since_proof
from passbook_desk.features.notices.values import (
    MakeProof,
    NoticeColumn,
    NoticeKind,
    PaperSize,
    ProofChanges,
)
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """The quarter is over, and somebody has looked at a proof."""
    village = settled_village(tmp_path)
    booked(village, (1, 2))
    village.on(date(2026, 7, 1))
    proofed(village)
    yield village
    village.store.close()


def changes(village: Village, kind: NoticeKind = QUARTER, about: str = "2026Q2") -> ProofChanges:
    with village.read() as scope:
        return changes_since_proof(scope, kind, about)


def test_a_proof_remembers_who_made_it_and_where_the_ledger_stood(village: Village) -> None:
    proof = changes(village).proof
    assert proof is not None
    assert (proof.made_by, proof.made_at, proof.cut_off_seq) == ("刘文书", village.clock.now(), 2)
    assert not changes(village).any


def test_nobody_who_looked_means_nothing_to_compare_with(village: Village) -> None:
    assert changes(village, NoticeKind.MONTH, "2026-06") == ProofChanges(None)
    assert not changes(village, NoticeKind.MONTH, "2026-06").any


def test_a_late_posting_is_named_before_the_notice_is_issued(village: Village) -> None:
    booked(village, (4,), on=date(2026, 6, 28), memo="邻居说的")
    (entry,) = changes(village).entries
    assert (entry.seq, entry.household_code, entry.owner_name) == (3, "02001", "欧阳明")
    assert (entry.occurred_on, entry.item_text, str(entry.points)) == (
        date(2026, 6, 28),
        "参加环境整治",
        "10",
    )
    assert (entry.recorded_by, entry.reversal) == ("刘文书", False)
    assert changes(village).any
    assert str(line_of(issued(village), "02001").closing) == "10"


def test_a_reversal_since_the_proof_is_named_as_one(village: Village) -> None:
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), (1,), "记错"))
    booked(village, (2,), on=date(2026, 6, 1))
    found = changes(village)
    assert [(entry.seq, entry.reversal) for entry in found.entries] == [(3, True), (4, False)]
    assert not found.other


def test_what_counts_after_the_period_does_not_disturb_the_proof(village: Village) -> None:
    booked(village, (1, 2, 4), on=date(2026, 7, 1))
    assert not changes(village).any


def test_changed_names_rules_and_new_books_are_told_though_no_entry_came(village: Village) -> None:
    with village.write() as tx:
        household(tx, "02002", "赵德才")
    assert (changes(village).other, changes(village).entries) == (True, ())
    proofed(village)
    assert not changes(village).any
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), notice_rules="本公示经村民代表会议通过。"))
    assert changes(village).other


def test_a_proof_of_events_notices_what_was_found_since(tmp_path: Path) -> None:
    village = events_village(tmp_path)
    wedding = reported(village, on=date(2026, 6, 11))
    village.on(date(2026, 7, 1))
    assert proofed(village, NoticeKind.EVENTS).rows > 0
    assert not changes(village, NoticeKind.EVENTS).any
    taken(village, wedding, StepKind.APPROVED)
    figures = ((Measure.TABLES, 18),)
    taken(village, wedding, StepKind.CHECKED, outcome=Outcome.WITHIN, figures=figures)
    assert changes(village, NoticeKind.EVENTS).other
    village.store.close()


def test_the_notice_looks_as_its_last_proof_did(village: Village) -> None:
    usual = proofed(village).look
    look = replace(usual, columns=(NoticeColumn.CLOSING,), paper=PaperSize.A3, size=20.0)
    proofed(village, look=look)
    assert issued(village).look == look


def test_one_press_of_the_button_is_one_proof(village: Village) -> None:
    uid = new_uid()
    command = MakeProof(QUARTER, "2026Q2", uid=uid)
    with village.write() as tx:
        first = make_proof(tx, command)
        assert Topic.NOTICES in tx.touched
    with village.write() as tx:
        assert make_proof(tx, command) == first
        assert tx.touched == set()
    assert first.proof
    assert first.cut_off_seq == 2
    assert line_of(first, "01001").closing == Points.parse("10")
