"""What the bars say that is no time: which tables a question reads, how often an act syncs."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from builders.village import Village, booked, settled_village
from faults.shim import build, fault_settings, preloaded, read_log
from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.figures import period_figures
from passbook_desk.features.ledger.queries import account_by_number, accounts, balances, lines
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.queries import quarter_draft
from passbook_desk.kernel.period import Quarter
from performance import syncs


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """A village with a few lines."""
    village = settled_village(tmp_path)
    with village.read() as scope:
        everybody = tuple(row.id for row in accounts(scope, colour=Colour.GREEN))
    booked(village, everybody)
    return village


def plans(village: Village, ask: Callable[[Scope], object]) -> list[str]:
    """How SQLite goes about every statement that a question issues."""
    issued: list[tuple[str, Any]] = []
    with village.read() as scope:
        connection = scope.session.connection()

        def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
            issued.append((statement, parameters))

        event.listen(connection, "before_cursor_execute", note)
        ask(scope)
        event.remove(connection, "before_cursor_execute", note)
        driver = connection.connection.driver_connection
        assert driver is not None
        steps = []
        for statement, parameters in issued:
            with closing(driver.cursor()) as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
                steps += [row[3] for row in cursor.fetchall()]
    assert steps
    return steps


def reads_lines(steps: list[str]) -> bool:
    return any("ledger_line" in step for step in steps)


def test_no_balance_reads_a_ledger_line(village: Village) -> None:
    with village.read() as scope:
        (one, *_) = accounts(scope)
    questions: list[Callable[[Scope], object]] = [
        balances,
        accounts,
        lambda scope: balances(scope, accounts_chosen=[one]),
        lambda scope: balances(scope, household_id=one.household_id),
        lambda scope: balances(scope, grid_code="01"),
        lambda scope: balances(scope, accounts_chosen=[account_by_number(scope, one.number)]),
        lambda scope: period_figures(scope, date(2026, 4, 1), date(2026, 5, 31)),
    ]
    for number, question in enumerate(questions):
        assert not reads_lines(plans(village, question)), number


def test_days_of_a_month_that_is_cut_are_found_by_their_index(village: Village) -> None:
    steps = plans(village, lambda scope: period_figures(scope, date(2026, 5, 1), date(2026, 5, 15)))
    assert reads_lines(steps)
    assert any("ix_ledger_line_village_id_counted_on" in step for step in steps)
    assert not any(step.startswith("SCAN ledger_line") for step in steps)


def test_what_was_taken_back_in_a_quarter_is_found_without_reading_its_lines(village: Village) -> None:
    steps = plans(village, lambda scope: quarter_draft(scope, Quarter(2026, 2)))
    assert any(step.startswith("SEARCH ledger_line") and "(reverses_id>?)" in step for step in steps)
    assert not any(step.startswith("SCAN ledger_line") for step in steps)
    assert not any("ix_ledger_line_village_id_counted_on" in step for step in steps)


def test_the_plan_shows_when_lines_are_read(village: Village) -> None:
    """The negative control: a book's lines are read, by their index and not by a scan."""
    steps = plans(village, lambda scope: lines(scope, 1))
    assert reads_lines(steps)
    assert not any(step.startswith("SCAN ledger_line") for step in steps)
    summing = plans(village, lambda scope: scope.session.execute(text("SELECT sum(points) FROM ledger_line")))
    assert "SCAN ledger_line" in summing


def test_recording_sixty_lines_syncs_as_often_as_one_bare_commit(tmp_path: Path) -> None:
    syncs.prepare(tmp_path)
    ours, bare = syncs.count(tmp_path)
    assert ours == bare
    assert ours[1:] == [["journal", "journal", "file", "journal"]] * 2


def test_the_count_sees_a_second_commit(tmp_path: Path) -> None:
    """The negative control: two transactions sync twice as often as one."""
    syncs.prepare(tmp_path)
    log = tmp_path / "two.log"
    settings = preloaded(build(tmp_path), fault_settings((tmp_path / "village").resolve(), log))
    syncs.run_child(settings, tmp_path / "village", log, batches_an_act=2)
    ours, bare = syncs.parted(read_log(log))
    assert [len(act) for act in ours[1:]] == [2 * len(act) for act in bare[1:]]
