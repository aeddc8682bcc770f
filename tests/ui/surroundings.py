"""A window's surroundings for tests: jobs that run at once, dialogs that answer by script, a typing hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from passbook_desk.kernel.jobs import NullProgress, Progress
from passbook_desk.ui.kit.ports import FileKind

Result = TypeVar("Result")


class JobsAtOnce:
    """Runs work where it stands; `failed` must be given when work may fail."""

    def desk(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        self.press(lambda _progress: work(), done, failed)

    def press(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
        label: str = "",
    ) -> None:
        try:
            result = work(NullProgress())
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)


@dataclass
class ScriptedDialogs:
    """Answers in the order scripted; a question that was not expected fails the test."""

    answers: list[object] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def confirm(self, title: str, sentence: str, act: str, detail: str = "") -> bool:
        return bool(self._answer(sentence))

    def choose(self, title: str, sentence: str, acts: Sequence[str], detail: str = "") -> int | None:
        return self._answer(sentence)  # type: ignore[return-value]

    def ask_reason(self, title: str, sentence: str, act: str) -> str | None:
        return self._answer(sentence)  # type: ignore[return-value]

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        self._answer(sentence)

    def pick_open(self, title: str, kind: FileKind) -> Path | None:
        return self._answer(title)  # type: ignore[return-value]

    def pick_save(self, title: str, suggestion: str, kind: FileKind) -> Path | None:
        return self._answer(title)  # type: ignore[return-value]

    def pick_folder(self, title: str) -> Path | None:
        return self._answer(title)  # type: ignore[return-value]

    def _answer(self, question: str) -> object:
        assert self.answers, f"nobody expected to be asked: {question}"
        self.asked.append(question)
        return self.answers.pop(0)


@dataclass
class HeardAnnouncer:
    """Remembers what was announced."""

    said: list[str] = field(default_factory=list)
    undos: list[Callable[[], None]] = field(default_factory=list)
    problems: list[BaseException] = field(default_factory=list)

    def done(self, sentence: str, undo_word: str = "", undo: Callable[[], None] | None = None) -> None:
        self.said.append(sentence)
        if undo is not None:
            self.undos.append(undo)

    def made(self, sentence: str, file: Path) -> None:
        self.said.append(sentence)

    def problem(self, error: BaseException) -> None:
        self.problems.append(error)


def types(widget: QWidget, text: str) -> None:
    """Type a text key by key; QTest's own typing knows Latin letters only."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, key)
