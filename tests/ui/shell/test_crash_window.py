import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.crash_window import CrashGuard, report_text

pytestmark = pytest.mark.log_warnings


class Quitting:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def quitting() -> Quitting:
    return Quitting()


@pytest.fixture
def guard(
    qtbot: QtBot, theme: Theme, tmp_path: Path, clock: FixedClock, quitting: Quitting
) -> Iterator[CrashGuard]:
    made = CrashGuard(tmp_path / "logs", clock, "0.1.0", quitting)
    before = (sys.excepthook, threading.excepthook)
    made.install()
    yield made
    made.remove()
    if made.window is not None:
        made.window.close()
    assert (sys.excepthook, threading.excepthook) == before


def _fail(name: str = "王建国") -> None:
    raise KeyError(name)


def _heard(guard: CrashGuard, name: str = "王建国") -> None:
    try:
        _fail(name)
    except KeyError as error:
        guard.heard(type(error), error, error.__traceback__)


def test_a_fault_is_shown_once_and_written_down_without_names(
    guard: CrashGuard, qtbot: QtBot, tmp_path: Path, quitting: Quitting
) -> None:
    _heard(guard)
    _heard(guard, "李秀英")
    qtbot.waitUntil(lambda: guard.window is not None)
    reports = list((tmp_path / "logs").iterdir())
    assert len(reports) == 1
    report = reports[0].read_text(encoding="utf-8")
    assert "builtins.KeyError" in report
    assert "_fail" in report
    assert "王建国" not in report
    assert guard.window is not None
    words = " ".join(label.text() for label in guard.window.findChildren(QLabel))
    assert reports[0].name in words
    leave = next(b for b in guard.window.findChildren(QPushButton) if b.text() == "关闭程序")
    leave.click()
    assert quitting.times == 1


def test_a_fault_on_another_thread_is_shown_too(guard: CrashGuard, qtbot: QtBot) -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: guard.window is not None)


def test_a_report_names_the_whole_chain_by_kind_and_code() -> None:
    class Refused(PassbookError):
        code = "some.trouble"

    try:
        try:
            _fail()
        except KeyError as first:
            raise Refused(name="王建国") from first
    except Refused as error:
        report = report_text(error, error.__traceback__)
    assert "some.trouble" in report
    assert "KeyError" in report
    assert "王建国" not in report
