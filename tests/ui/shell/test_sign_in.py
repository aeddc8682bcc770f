from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from builders.village import Village, new_village
from passbook_desk.app.desk import Desk
from passbook_desk.app.village_file import create_village, open_village
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.village.values import FoundVillage
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.locking import IdleWatch
from passbook_desk.ui.shell.sign_in import SignInSheet
from passbook_desk.ui.shell.wording import role_words
from ui.surroundings import JobsAtOnce, types

PIN, OTHER_PIN = "730418", "583920"


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    """A village of two people, both with a PIN, nobody signed in."""
    path = tmp_path / "清泉村.pbk"
    create_village(path, FoundVillage("清泉村", "140108203211", "柳溪镇", 2026, "刘文书"), clock)
    desk = Desk(open_village(path, clock), clock, lambda _: None)
    desk.do(lambda tx: set_pin(tx, 1, PIN))
    desk.do(lambda tx: add_operator(tx, AddOperator("陈支书", frozenset({Role.SUPERVISOR}), OTHER_PIN)))
    desk.sign_out()
    yield desk
    desk.file.close()


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme, desk: Desk) -> SignInSheet:
    made = SignInSheet(desk, JobsAtOnce())
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.set_village("清泉村 · 2026年")
    made.ask(last_operator=2)
    return made


def test_who_worked_last_is_chosen_and_a_right_pin_goes_in(
    qtbot: QtBot, sheet: SignInSheet, desk: Desk
) -> None:
    assert sheet.who.currentText().startswith("陈支书")
    assert [sheet.who.itemText(n) for n in range(2)] == ["刘文书　记录员、审核员", "陈支书　监督员"]
    types(sheet.pin, OTHER_PIN)
    with qtbot.waitSignal(sheet.passed):
        QTest.keyClick(sheet.pin, Qt.Key.Key_Return)
    assert desk.actor().name == "陈支书"
    assert sheet.pin.text() == ""


def test_wrong_pins_are_told_and_after_three_the_sheet_counts_the_seconds(
    sheet: SignInSheet, desk: Desk
) -> None:
    for _ in range(3):
        types(sheet.pin, PIN)
        QTest.keyClick(sheet.pin, Qt.Key.Key_Return)
    assert "30 秒" in sheet.message.words
    assert not sheet.go_in.isEnabled()
    types(sheet.pin, OTHER_PIN)
    QTest.keyClick(sheet.pin, Qt.Key.Key_Return)
    assert desk.actor().name == ""


def test_the_pin_is_never_shown(sheet: SignInSheet) -> None:
    types(sheet.pin, PIN)
    assert set(sheet.pin.displayText()) <= {"●", "•", "*"}


def test_roles_stand_in_the_order_of_the_work() -> None:
    assert role_words({"supervisor", "recorder"}) == "记录员、监督员"


def touch(what: QEvent.Type) -> QEvent:
    if what is QEvent.Type.KeyPress:
        return QKeyEvent(what, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    here, none = QPointF(1, 1), Qt.MouseButton.NoButton
    return QMouseEvent(what, here, here, none, none, Qt.KeyboardModifier.NoModifier)


def test_a_clerk_who_does_nothing_is_locked_out_and_every_touch_begins_the_wait_anew(
    qtbot: QtBot, qapp: QApplication
) -> None:
    watch = IdleWatch(qapp)
    watch.watch(10)
    timer = watch._timer
    for what in (QEvent.Type.KeyPress, QEvent.Type.MouseMove):
        timer.start(1500)
        qtbot.wait(500)
        waited = timer.remainingTime()
        watch.eventFilter(watch, touch(what))
        assert timer.remainingTime() > waited + 200
    with qtbot.waitSignal(watch.idle, timeout=2000):
        timer.start(5)
    watch.watch(0)
    assert not timer.isActive()


def test_a_question_that_waits_for_its_answer_is_not_covered(qtbot: QtBot, qapp: QApplication) -> None:
    watch = IdleWatch(qapp)
    watch.watch(10)
    question = QDialog()
    qtbot.addWidget(question)
    question.open()
    with qtbot.assertNotEmitted(watch.idle, wait=60):
        watch._timer.start(5)
    question.close()
    watch.watch(0)


def test_the_village_of_one_clerk_knows_no_sheet(tmp_path: Path, clock: FixedClock) -> None:
    village: Village = new_village(tmp_path)
    village.store.close()
    opened = open_village(village.path, clock)
    assert opened.actor.name == "刘文书"
    opened.close()
