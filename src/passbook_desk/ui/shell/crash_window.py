"""A fault of the program itself: said once, written down without people's data, and the program goes on."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import PassbookError

_log = logging.getLogger(__name__)
_FRAMES: Final = 30


class CrashGuard(QObject):
    """Hears every exception nobody caught, on any thread, and shows each distinct one once."""

    _seen = Signal(str)

    def __init__(self, folder: Path, clock: Clock, version: str, quit_program: Callable[[], None]) -> None:
        """`folder` is where reports go; `quit_program` closes the program in order."""
        super().__init__()
        self._folder, self._clock, self._version, self._quit = folder, clock, version, quit_program
        self._known: set[str] = set()
        self._before = (sys.excepthook, threading.excepthook)
        self.window: CrashWindow | None = None
        self._seen.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Listen from now on."""
        sys.excepthook = self.heard
        threading.excepthook = self._heard_on_thread

    def remove(self) -> None:
        """Listen no more."""
        sys.excepthook, threading.excepthook = self._before

    def heard(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write a report for an exception and show it unless the same one was shown before."""
        if not issubclass(kind, Exception):
            self._before[0](kind, error, trace)
            return
        report = report_text(error, trace)
        import hashlib

        mark = hashlib.sha256(report.encode()).hexdigest()[:8]
        _log.error("unexpected %s, report %s", kind.__name__, mark)
        if mark in self._known:
            return
        self._known.add(mark)
        self._seen.emit(str(self._written(mark, report)))

    def _heard_on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.heard(args.exc_type, args.exc_value, args.exc_traceback)

    def _written(self, mark: str, report: str) -> Path:
        target = self._folder / f"fault-{self._clock.now():%Y%m%dT%H%M%SZ}-{mark}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            target.write_text(f"passbook-desk {self._version}\n{report}", encoding="utf-8")
        except OSError:
            _log.error("the report %s could not be written", mark)
        return target

    def _show(self, report: str) -> None:
        self.window = CrashWindow(Path(report), self._quit)
        self.window.open()


class CrashWindow(QDialog):
    """Says what happened in one sentence and lets the clerk go on or close the program."""

    def __init__(self, report: Path, quit_program: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("程序出了意外"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(self.tr("程序出了意外，刚才这一步没有做成。"))
        heading.setProperty("role", "section")
        words = QLabel(
            self.tr(
                "已经存盘的不受影响。可以接着做别的；再出现，就把下面的文件交给维护人员，里面没有村民信息。"
            )
        )
        words.setWordWrap(True)
        place = QLabel(str(report))
        place.setProperty("role", "quiet")
        place.setWordWrap(True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        go_on = QPushButton(self.tr("接着做"))
        go_on.setProperty("primary", True)
        go_on.clicked.connect(self.accept)
        leave = QPushButton(self.tr("关闭程序"))
        leave.setAutoDefault(False)
        leave.clicked.connect(quit_program)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (heading, words, place):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setMinimumWidth(560)
        go_on.setFocus()


def report_text(error: BaseException, trace: TracebackType | None) -> str:
    """Kind and places of an exception and its causes; no message and no values, which may name people."""
    lines = []
    cause: BaseException | None = error
    where = trace
    while cause is not None:
        kind = type(cause)
        code = f" {cause.code}" if isinstance(cause, PassbookError) else ""
        lines.append(f"{kind.__module__}.{kind.__qualname__}{code}")
        frames = traceback.extract_tb(where, _FRAMES)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
        where = cause.__traceback__ if cause is not None else None
    return "\n".join(lines) + "\n"
