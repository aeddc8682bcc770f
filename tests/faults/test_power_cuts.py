"""Power cuts while the installed program records, and while it restores."""

from pathlib import Path

import campaign
import pytest
from campaign import Bench

pytestmark = pytest.mark.faults

CUTS = 500
SESSION_CUTS = 100
PRINTING_CUTS = 80
POSTING_CUTS = 80
CONTROL_CUTS = 80
RESTORE_CUTS = 60
STEPS = 25


def test_no_power_cut_loses_or_halves_what_was_acknowledged(on: Bench, seed: int) -> None:
    figures = campaign.power_cut_campaign(on, CUTS, seed, steps=STEPS, verify_share=5)
    print(campaign.show_cuts(figures))
    assert figures.kept, (seed, figures.examples, figures.refused_by_command)
    assert figures.cuts == CUTS
    assert figures.verified_by_command == 5
    assert figures.syncs > STEPS
    assert figures.hot_journals > 0


def test_no_power_cut_loses_what_a_long_lived_process_acknowledged(on: Bench, seed: int) -> None:
    figures = campaign.session_campaign(on, SESSION_CUTS, seed)
    print(campaign.show_cuts(figures))
    assert figures.kept, (seed, figures.examples)
    assert figures.hot_journals > 0


def test_lines_that_were_sent_wait_for_their_answer_after_a_power_cut_and_move_nothing(
    on: Bench, tmp_path: Path, seed: int
) -> None:
    figures, waiting = campaign.printing_campaign(on.library, tmp_path, PRINTING_CUTS, seed)
    print(campaign.show_cuts(figures))
    assert figures.kept, (seed, figures.examples)
    assert figures.hot_journals > 0
    assert waiting > 0, seed


def test_a_notice_hangs_and_closes_with_all_its_deeds_or_not_at_all(
    on: Bench, tmp_path: Path, seed: int
) -> None:
    figures, hanging = campaign.posting_campaign(on.library, tmp_path, POSTING_CUTS, seed)
    print(campaign.show_cuts(figures))
    assert figures.kept, (seed, figures.examples)
    assert figures.hot_journals > 0
    assert hanging > 0, seed


def test_the_harness_sees_a_disk_that_ignores_syncs(on: Bench, seed: int) -> None:
    figures = campaign.lying_disk_control(on, CONTROL_CUTS, seed, steps=STEPS)
    print(campaign.show_cuts(figures))
    assert figures.lost > 0, seed
    assert figures.broken > 0, seed


def test_the_harness_sees_weaker_engine_modes_lose_lines(on: Bench, tmp_path: Path, seed: int) -> None:
    for figures in campaign.weak_mode_controls(on.library, tmp_path, CONTROL_CUTS, seed):
        print(campaign.show_cuts(figures))
        assert figures.lost > 0, (figures.workload, seed)


def test_a_power_cut_during_a_restore_leaves_the_old_book_or_the_copy(on: Bench, seed: int) -> None:
    for figures in campaign.restore_campaign(on, RESTORE_CUTS, seed):
        print(campaign.show_restores(figures))
        assert figures.kept, (figures.name, seed, figures.examples)
        assert figures.old > 0, (figures.name, seed)
        assert figures.new > 0, (figures.name, seed)


def test_the_harness_sees_a_file_exchanged_beside_a_hot_journal(on: Bench, tmp_path: Path, seed: int) -> None:
    figures = campaign.replacing_control(on.library, tmp_path, CONTROL_CUTS, seed)
    print(campaign.show_restores(figures))
    assert figures.hot_journals > 0
    assert figures.broken > 0, seed
