"""The desk between window and file: long reads from a copy, failed commits looked up."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from builders.cli import TODAY, peopled
from builders.village import one_deed
from passbook_desk.app.desk import Desk
from passbook_desk.app.village_file import open_village
from passbook_desk.db.errors import OutcomeUnknown, ReadWriteFault
from passbook_desk.features.access.commands import add_operator, let_go, set_pin
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.ledger.queries import accounts, head
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import RecordBatch
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.clock import SetDateClock, SystemClock


@pytest.fixture
def told() -> list[frozenset[Topic]]:
    return []


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], told: list[frozenset[Topic]]) -> Iterator[Desk]:
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    clock = SetDateClock(date.fromisoformat(TODAY))
    village_file = open_village(line.village, clock)
    yield Desk(village_file, clock, told.append)
    village_file.close()


def sweep(desk: Desk) -> RecordBatch:
    first = desk.ask(accounts)[0]
    return one_deed((first.id,))


def test_a_long_read_sees_the_village_as_it_was_when_the_copy_was_made(desk: Desk) -> None:
    read = desk.copied(head)
    command = sweep(desk)
    desk.do(lambda tx: record_deeds(tx, command))
    assert read().seq == 0
    assert desk.ask(head).seq == 1


def test_what_was_touched_is_told_after_the_commit_only(desk: Desk, told: list[frozenset[Topic]]) -> None:
    command = sweep(desk)
    desk.do(lambda tx: record_deeds(tx, command))
    assert told == [frozenset({Topic.LEDGER})]
    with pytest.raises(ZeroDivisionError):
        desk.do(lambda _: 1 // 0)
    assert len(told) == 1


def test_lines_that_are_in_the_file_although_the_disk_failed_count_as_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last sync of a commit may fail after everything is on the disk (DECISIONS 15)."""
    seal = desk.file.store._seal
    monkeypatch.setattr(desk.file.store, "_seal", lambda tx: (seal(tx), tx.session.commit(), fail())[0])

    def fail() -> None:
        raise ReadWriteFault

    command = sweep(desk)
    written = desk.do(lambda tx: record_deeds(tx, command))
    assert written.seqs == (1,)
    monkeypatch.undo()
    assert desk.ask(head).seq == 1


def test_a_disk_that_cannot_be_asked_does_not_say_not_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ReadWriteFault

    def refuse(_: object) -> None:
        raise ReadWriteFault

    command = sweep(desk)
    monkeypatch.setattr(desk.file.store, "_seal", fail)
    monkeypatch.setattr(desk, "ask", refuse)
    with pytest.raises(OutcomeUnknown):
        desk.do(lambda tx: record_deeds(tx, command))


def test_under_an_earlier_date_everybody_may_what_the_real_day_allows(desk: Desk) -> None:
    earlier, desk.clock = desk.clock, SystemClock()
    desk.do(lambda tx: set_pin(tx, tx.actor.operator_id, "730418"))
    joined, left = (
        desk.do(
            lambda tx, name=name: add_operator(tx, AddOperator(name, frozenset({Role.RECORDER}), "583920"))
        )
        for name in ("新来的", "走了的")
    )
    desk.do(lambda tx: let_go(tx, left))
    desk.clock = earlier
    for operator_id, may in ((joined, True), (left, False)):
        desk.file.actor = Actor(operator_id, "")
        assert (Act.PRINT in desk.may()) is may
