"""Every file call of one save fails in turn."""

import campaign
import pytest
from campaign import Bench
from io_errors import calls_of_one_save, grouped
from seeds import FIXED_SEED, FRESH_SEED

pytestmark = pytest.mark.faults

INSTALLED_RUNS = 12
FRESH_RUNS = 40


def test_every_call_failing_in_turn_ends_in_one_sentence_and_the_next_save_works(on: Bench) -> None:
    figures = campaign.io_error_campaign(on, "each", FIXED_SEED)
    print(campaign.show_errors("failing calls", figures))
    assert figures.kept, grouped(figures.wrong)
    assert figures.runs == figures.calls > 20
    assert figures.refused > figures.runs // 2
    assert {"R", "W", "S", "T", "O"} >= {kind[0] for kind in figures.by_kind} >= {"R", "W", "S"}


def test_calls_failing_in_fresh_ways_end_in_one_sentence_too(on: Bench) -> None:
    figures = campaign.io_error_campaign(on, str(FRESH_RUNS), FRESH_SEED)
    print(campaign.show_errors("failing calls", figures))
    assert figures.kept, (FRESH_SEED, grouped(figures.wrong))
    assert figures.runs == FRESH_RUNS


def test_a_forked_save_makes_the_same_calls_as_an_installed_one(on: Bench) -> None:
    installed = calls_of_one_save(on.workload, on.workload.installed(on.library), on.room("once"), on.start)
    room = on.room("forked-once")
    with on.workload.forked(on.library, room / "warm") as warm:
        forked = calls_of_one_save(on.workload, warm, room, on.start)
    assert [one.kind for one in forked] == [one.kind for one in installed]


def test_the_installed_program_answers_failing_calls_in_the_same_way(on: Bench) -> None:
    figures = campaign.installed_io_errors(on, str(INSTALLED_RUNS), FRESH_SEED)
    print(campaign.show_errors("…as installed", figures))
    assert figures.kept, grouped(figures.wrong)
    assert figures.runs == INSTALLED_RUNS
    assert figures.refused > 0
