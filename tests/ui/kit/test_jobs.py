import gc
import sys
import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.jobs import Progress
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.jobs import JobRunner


def test_results_come_back_on_the_windows_thread_in_the_order_of_the_work(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    here = threading.current_thread()
    seen: list[tuple[int, bool, bool]] = []
    for number in range(50):
        jobs.desk(
            lambda number=number: (number, threading.current_thread() is here),
            lambda answer: seen.append((*answer, threading.current_thread() is here)),
        )
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == [(number, False, True) for number in range(50)]
    assert jobs.running == 0


def test_long_work_does_not_hold_up_the_village_file(qtbot: QtBot, jobs: JobRunner) -> None:
    release, order = threading.Event(), []
    jobs.press(lambda _progress: release.wait(10), lambda _: order.append("press"))
    jobs.desk(lambda: None, lambda _: order.append("desk"))
    qtbot.waitUntil(lambda: order == ["desk"])
    release.set()
    qtbot.waitUntil(lambda: order == ["desk", "press"])


def test_what_a_page_left_behind_is_taken_down_on_the_windows_thread(qtbot: QtBot, jobs: JobRunner) -> None:
    here, taken_down = threading.get_ident(), []

    class Left(QObject):
        def __del__(self) -> None:
            taken_down.append(threading.get_ident())

    left = Left()
    left.kept_by = left  # type: ignore[attr-defined]
    del left
    made: list[int] = []
    jobs.desk(lambda: _circles(50_000), made.append)
    qtbot.waitUntil(lambda: made == [50_000])
    qtbot.waitUntil(lambda: taken_down == [here])
    jobs.shutdown()
    assert gc.isenabled()


def _circles(count: int) -> int:
    """Rubbish that only a search for circles frees, made on the thread that calls."""
    for _ in range(count):
        circle: list[object] = []
        circle.append(circle)
    return count


def test_cancel_stops_work_at_its_next_check_and_its_owner_hears_it(qtbot: QtBot, jobs: JobRunner) -> None:
    started, failures = threading.Event(), []

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.check()

    jobs.press(work, pytest.fail, failures.append)
    assert started.wait(10)
    jobs.cancel()
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], Cancelled)


def test_a_cancel_is_not_told_to_the_frame_but_trouble_is(qtbot: QtBot, qapp: QApplication) -> None:
    heard: list[BaseException] = []
    jobs = JobRunner(heard.append)

    def cancelled() -> None:
        raise Cancelled

    def refused() -> None:
        raise NotADate(text="x")

    jobs.desk(cancelled, pytest.fail)
    jobs.desk(refused, pytest.fail)
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert [type(error) for error in heard] == [NotADate]
    jobs.shutdown()


def test_a_fault_in_one_page_does_not_swallow_the_results_of_others(
    qtbot: QtBot, jobs: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes, seen = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *what: crashes.append(what[0]))

    def faulty(_: object) -> None:
        raise KeyError

    jobs.desk(lambda: 1, faulty)
    jobs.desk(lambda: 2, seen.append)
    qtbot.waitUntil(lambda: seen == [2])
    assert crashes == [KeyError]


def test_a_fault_in_work_reaches_the_crash_guard_and_the_page(
    qtbot: QtBot, jobs: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes, failures = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *what: crashes.append(what[0]))

    def faulty() -> None:
        raise KeyError

    def refused() -> None:
        raise NotADate(text="x")

    jobs.desk(faulty, pytest.fail, failures.append)
    jobs.desk(refused, pytest.fail, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 2)
    assert crashes == [KeyError]


def test_progress_is_told_sparingly_and_to_the_end(qtbot: QtBot, jobs: JobRunner) -> None:
    told, done = [], []
    jobs.progressed.connect(lambda now, total: told.append((now, total)))

    def work(progress: Progress) -> str:
        for number in range(10_001):
            progress.step(number, 10_000)
        return "made"

    jobs.press(work, done.append)
    qtbot.waitUntil(lambda: done == ["made"])
    qtbot.waitUntil(lambda: told[-1:] == [(10_000, 10_000)])
    assert len(told) < 100


def test_the_frame_hears_of_work_that_lasts(qtbot: QtBot, jobs: JobRunner) -> None:
    release = threading.Event()
    busy: list[bool] = []
    jobs.busy.connect(busy.append)
    with qtbot.waitSignal(jobs.slow, timeout=5000) as told:
        jobs.press(lambda _progress: release.wait(10), lambda _: None, label="正在生成…")
    assert told.args == ["正在生成…"]
    assert busy == [True]
    with qtbot.waitSignals([jobs.idle, jobs.press_ended]):
        release.set()
    assert busy == [True, False]


def test_short_work_moves_no_strip(qtbot: QtBot, jobs: JobRunner) -> None:
    busy: list[bool] = []
    jobs.busy.connect(busy.append)
    with qtbot.waitSignal(jobs.idle):
        jobs.desk(lambda: None, lambda _: None)
    assert True not in busy


def test_shutdown_ends_what_is_being_saved_stops_the_rest_and_hands_out_all(qapp: QApplication) -> None:
    jobs = JobRunner(pytest.fail)
    order: list[object] = []
    started = threading.Event()

    def forever(progress: Progress) -> None:
        started.set()
        while True:
            progress.check()

    jobs.press(forever, order.append, lambda error: order.append(type(error)))
    for number in range(20):
        jobs.desk(lambda number=number: number, order.append)
    assert started.wait(10)
    jobs.shutdown()
    assert [entry for entry in order if entry is not Cancelled] == list(range(20))
    assert order.count(Cancelled) == 1
    assert jobs.running == 0
    said = list(order)
    jobs.desk(lambda: None, order.append)
    jobs.press(lambda progress: None, order.append)
    jobs.shutdown()
    assert (order, jobs.running) == (said, 0)


def test_twenty_openings_and_closings_leave_no_thread_and_no_object_behind(
    qtbot: QtBot, qapp: QApplication
) -> None:
    before = threading.active_count()
    for _ in range(20):
        owner = QObject()
        jobs = JobRunner(pytest.fail, owner)
        results: list[int] = []
        for number in range(5):
            jobs.desk(lambda number=number: number, results.append)
            jobs.press(lambda progress, number=number: number, results.append)
        jobs.shutdown()
        assert sorted(results) == sorted(list(range(5)) * 2)
        owner.deleteLater()
        qapp.processEvents()
    assert threading.active_count() == before
