"""Two lanes of work off the window's thread, with progress, cancel and an orderly end.

No processEvents, no QThread: plain executors and one object on the window's thread that results are
queued to (reliability §5.3).
"""

import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from passbook_desk.kernel.errors import Cancelled, PassbookError
from passbook_desk.kernel.jobs import Progress
from passbook_desk.ui.kit.collector import WindowCollector

Result = TypeVar("Result")
BUSY_AFTER_MS: Final = 400
PROGRESS_AFTER_MS: Final = 1500
_TELL_EVERY_S: Final = 0.1


class JobRunner(QObject):
    """Runs work for `kernel.jobs.Jobs`.

    Signals for the frame: `saving(bool)` while desk work waits or is under way; `busy(bool)` 400 ms after
    work began and when all is done; `slow(label)` 1.5 s after press work began, when it may be cancelled;
    `progressed(done, total)` at most ten times a second; `press_ended()` after each press work; `idle()`
    when nothing is left to do.
    `on_failure` hears what has no `failed` of its own, on the window's thread; Cancelled is silent there.
    """

    busy = Signal(bool)
    saving = Signal(bool)
    slow = Signal(str)
    progressed = Signal(int, int)
    press_ended = Signal()
    idle = Signal()
    _arrived = Signal()

    def __init__(self, on_failure: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_failure = on_failure
        self._desk = ThreadPoolExecutor(1, "desk")
        self._press = ThreadPoolExecutor(1, "press")
        self._collector = WindowCollector(self)
        self._results: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._running = 0
        self._desk_work = 0
        self._closed = False
        self._press_work: list[_PressProgress] = []
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._busy_timer = self._timer(BUSY_AFTER_MS, lambda: self.busy.emit(True))
        self._slow_timer = self._timer(PROGRESS_AFTER_MS, self._tell_slow)

    @property
    def running(self) -> int:
        """How many pieces of work are waiting or under way."""
        return self._running

    def desk(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Short work on the village file, in the order handed in."""
        if self._closed:
            return

        def away(callback: Callable[[], None]) -> None:
            self._desk_work -= 1
            if not self._desk_work:
                self.saving.emit(False)
            callback()

        self._start(self._desk, work, done, failed, away)
        self._desk_work += 1
        if self._desk_work == 1:
            self.saving.emit(True)

    def press(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
        label: str = "",
    ) -> None:
        """Long work with progress and cancel; never touches the live file."""
        if self._closed:
            return
        progress = _PressProgress(self, label)
        self._press_work.append(progress)

        def away(callback: Callable[[], None]) -> None:
            self._press_work.remove(progress)
            self.press_ended.emit()
            callback()

        self._start(self._press, lambda: work(progress), done, failed, away)
        if not self._slow_timer.isActive():
            self._slow_timer.start()

    def cancel(self) -> None:
        """Ask the press work under way to stop at its next safe place."""
        if self._press_work:
            self._press_work[0].cancelled.set()

    def shutdown(self) -> None:
        """Take no more work, stop press work, let desk work end, hand out every result in order.

        What a last result would ask for next is not begun any more, nor what a page that is still there asks
        for later, as its timers do. Returns when both threads have ended. A second call does nothing.
        """
        if self._closed:
            return
        self._closed = True
        for progress in self._press_work:
            progress.cancelled.set()
        self._desk.shutdown(wait=True)
        self._press.shutdown(wait=True)
        self._collector.end()
        self._deliver()
        self._busy_timer.stop()
        self._slow_timer.stop()

    def _start(
        self,
        lane: ThreadPoolExecutor,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None,
        around: Callable[[Callable[[], None]], None],
    ) -> None:
        self._running += 1
        if not self._busy_timer.isActive():
            self._busy_timer.start()
        lane.submit(self._carry_out, work, done, failed, around)

    def _carry_out(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None,
        around: Callable[[Callable[[], None]], None],
    ) -> None:
        """On the lane's thread: do the work and queue what is to be said about it."""
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - handed to the window's thread, which tells it
            trouble = error
            self._results.put(lambda: around(lambda: self._tell_failed(trouble, failed)))
        else:
            self._results.put(lambda: around(lambda: done(result)))
        self._arrived.emit()

    def _deliver(self) -> None:
        """On the window's thread: hand out the results that have arrived, in their order."""
        while True:
            try:
                result = self._results.get_nowait()
            except Empty:
                break
            self._running -= 1
            try:
                result()
            except Exception:  # noqa: BLE001 - one faulty page must not swallow the results of others
                sys.excepthook(*sys.exc_info())
        if not self._press_work:
            self._slow_timer.stop()
        if self._running == 0:
            self._busy_timer.stop()
            self.busy.emit(False)
            self.idle.emit()

    def _tell_failed(self, error: BaseException, failed: Callable[[BaseException], None] | None) -> None:
        """A fault of the program goes to the crash guard as well: the page only says that it was not done."""
        if not isinstance(error, PassbookError):
            sys.excepthook(type(error), error, error.__traceback__)
        if failed is not None:
            failed(error)
        elif not isinstance(error, Cancelled):
            self._on_failure(error)

    def _tell_slow(self) -> None:
        if self._press_work:
            self.slow.emit(self._press_work[0].label)

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer


class _PressProgress:
    """What press work reports to; made for one piece of work."""

    def __init__(self, runner: JobRunner, label: str) -> None:
        self.label = label
        self.cancelled = threading.Event()
        self._runner = runner
        self._told = 0.0

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is, at most ten times a second and always at the end."""
        now = time.monotonic()
        if done >= total or now - self._told >= _TELL_EVERY_S:
            self._told = now
            self._runner.progressed.emit(done, total)

    def check(self) -> None:
        """Raise Cancelled once 取消 was pressed."""
        if self.cancelled.is_set():
            raise Cancelled
