"""Every file call of one save fails in turn."""

import campaign
import pytest
from campaign import Bench

pytestmark = pytest.mark.faults

INSTALLED_RUNS = 12


def test_every_failing_call_ends_in_one_sentence_and_the_next_save_works(on: Bench, seed: int) -> None:
    figures = campaign.io_error_campaign(on, "each", seed)
    print(campaign.show_errors("failing calls", figures))
    assert figures.kept, (seed, figures.wrong[:10])
    assert figures.runs == figures.calls > 20
    assert figures.refused > figures.runs // 2
    assert {"R", "W", "S", "T", "O"} >= {kind[0] for kind in figures.by_kind} >= {"R", "W", "S"}


def test_the_installed_program_answers_failing_calls_in_the_same_way(on: Bench, seed: int) -> None:
    figures = campaign.installed_io_errors(on, str(INSTALLED_RUNS), seed)
    print(campaign.show_errors("…as installed", figures))
    assert figures.kept, (seed, figures.wrong[:10])
    assert figures.runs == INSTALLED_RUNS
    assert figures.refused > 0
