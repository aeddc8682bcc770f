"""Fixtures of every test of the window."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from passbook_desk.documents.fonts import FontBook
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.theme import Theme
from ui.surroundings import HeardAnnouncer, JobsAtOnce, ScriptedDialogs


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says once for each window that it has no window manager to give hints to."""
    quiet = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(quiet)


@pytest.fixture(autouse=True)
def _no_dialog_stays_open() -> Iterator[None]:
    """A dialog that a test leaves open would lie over the window of the next one."""
    yield
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.hide()


@pytest.fixture
def clock() -> FixedClock:
    """Wednesday, 3 June 2026, in the morning."""
    return FixedClock(datetime(2026, 6, 3, 1, 12, tzinfo=UTC))


@pytest.fixture(scope="session")
def fontbook() -> FontBook:
    return FontBook(resources_folder() / "fonts")


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, resources_folder() / "fonts", 12)
    theme.complete()
    return theme


@pytest.fixture
def theme(_theme: Theme) -> Iterator[Theme]:
    """The look at 12 points, whatever an earlier test has left, and put back afterwards."""
    _forget_windows()
    _theme.set_size(18)
    _theme.set_size(12)
    yield _theme
    _theme.set_size(12)


def _forget_windows() -> None:
    """Windows of earlier tests would follow every change of size, and each test would take longer."""
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def jobs_at_once() -> JobsAtOnce:
    return JobsAtOnce()


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def announcer() -> HeardAnnouncer:
    return HeardAnnouncer()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    """The real lanes; whatever fails unheard fails the test."""
    failures: list[BaseException] = []
    runner = JobRunner(failures.append)
    yield runner
    runner.shutdown()
    runner.deleteLater()
    assert failures == []
