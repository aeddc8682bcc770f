"""A clerk in front of the real window: sees visible widgets, uses keyboard and mouse, nothing else."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from passbook_desk.app.program import Program

Seen = TypeVar("Seen", bound=QWidget)
Found = TypeVar("Found")
_PATIENCE_MS = 40_000
_LOOK_EVERY_MS = 50
_ANSWER_TAKES_S = 8.0
_NOBODY_ANSWERS_S = 30.0
_ROWS_READ = 60


class Clerk:
    """One person at one program. Every wait is for something to be seen."""

    def __init__(self, bot: QtBot, program: Program, album: Path) -> None:
        """Pictures of what could not be done go into the folder `album`."""
        self._bot = bot
        self._program = program
        self._album = album
        self._answering = 0
        self._trouble: list[BaseException] = []
        self._since: float | None = None
        self._guard = QTimer()
        self._guard.timeout.connect(self._close_unexpected)
        self._guard.start(500)

    @property
    def front(self) -> QWidget:
        """The window in front, or the dialog over it."""
        return QApplication.activeModalWidget() or self._program.front

    def seen(self, kind: type[Seen]) -> list[Seen]:
        """Visible widgets of a kind, from top to bottom."""
        found = [widget for widget in self.front.findChildren(kind) if widget.isVisible()]
        return sorted(found, key=lambda widget: (_corner(widget).y(), _corner(widget).x()))

    def words(self) -> str:
        """Everything that can be read now: labels, buttons, lines typed, tables and lists."""
        parts = [label.text() for label in self.seen(QLabel)]
        parts += [button.text() for button in self.seen(QAbstractButton)]
        parts += [edit.text() for edit in self.seen(QLineEdit)]
        parts += [combo.currentText() for combo in self.seen(QComboBox)]
        for view in self.seen(QAbstractItemView):
            parts += [str(cell.data()) for cell in _cells(view, _ROWS_READ)]
        return "\n".join(parts)

    def reads(self, *wanted: str) -> None:
        """Wait until all these words can be read."""

        def readable() -> bool:
            words = self.words()
            return all(word in words for word in wanted)

        self._until(readable, f"the words {wanted}")

    def presses(self, word: str) -> None:
        """Click the button that carries a word, as soon as it can be pressed."""
        button = self._wait_for(lambda: self._button(word), f"a live button {word}")
        self._scroll_to(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def keys(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(self._focus(), key, held)

    def goes_to(self, number: int, word: str) -> None:
        """Ctrl and the number of the rail's word, F10 for 设置; then read a word of the page."""
        if number:
            self.keys(Qt.Key(Qt.Key.Key_0.value + number), held=Qt.KeyboardModifier.ControlModifier)
        else:
            self.keys(Qt.Key.Key_F10)
        self.reads(word)

    def types(self, text: str) -> None:
        """Type where the focus is; Chinese arrives as an input method commits it."""
        for character in text:
            _type(self._focus(), character)

    def fills(self, label: str, text: str) -> None:
        """Click into the field behind a label and write over what is there."""
        edit = self._wait_for(lambda: self._field(label), f"a field {label}")
        self._scroll_to(edit)
        self._write_over(edit, text)

    def finds(self, hint: str, text: str) -> None:
        """Write into the find line that says what it finds."""
        edit = self._wait_for(
            lambda: next((edit for edit in self.seen(QLineEdit) if hint in edit.placeholderText()), None),
            f"a find line {hint}",
        )
        self._write_over(edit, text)

    def picks(self, choice: str) -> None:
        """Choose a word from the box that offers it, with the arrow keys and Enter."""

        def box() -> QComboBox | None:
            boxes = [combo for combo in self.seen(QComboBox) if combo.isEnabled()]
            return next((combo for combo in boxes if _place_in(combo, choice) is not None), None)

        combo = self._wait_for(box, f"a box with {choice}")
        QTest.mouseClick(combo, Qt.MouseButton.LeftButton)
        chooser = combo.view()
        self._until(chooser.isVisible, f"the list of {choice}")
        QTest.keyClick(chooser, Qt.Key.Key_Home)
        for _ in range(_place_in(combo, choice) or 0):
            QTest.keyClick(chooser, Qt.Key.Key_Down)
        QTest.keyClick(chooser, Qt.Key.Key_Return)
        self._until(lambda: choice in combo.currentText(), f"{choice} to be chosen")

    def chooses_from(self, word: str, choice: str) -> None:
        """Open the menu of a button and choose an entry with the arrow keys and Enter."""
        button = self._wait_for(lambda: self._button(word), f"a live button {word}")
        self._scroll_to(button)

        def choose() -> None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                QTimer.singleShot(_LOOK_EVERY_MS, choose)
                return
            for _ in menu.actions():
                QTest.keyClick(menu, Qt.Key.Key_Down)
                if choice in (menu.activeAction().text() if menu.activeAction() else ""):
                    break
            QTest.keyClick(menu, Qt.Key.Key_Return)

        QTimer.singleShot(_LOOK_EVERY_MS, choose)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def opens_row(self, words: str) -> None:
        """Double-click the row of a table in which words can be read."""
        view, place = self._row(words)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def chooses_row(self, words: str) -> None:
        """Click the row of a table in which words can be read."""
        view, place = self._row(words)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    @contextmanager
    def answering(self, answer: Callable[["Clerk"], None]) -> Iterator[None]:
        """What the clerk does in the dialog that comes up inside the block and waits for an answer."""
        answered: list[float] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or not dialog.isVisible():
                return
            if QApplication.activeWindow() is not dialog and QApplication.activePopupWidget() is None:
                dialog.activateWindow()
                return
            try:
                if not answered:
                    answered.append(time.monotonic())
                    answer(self)
                elif time.monotonic() - answered[0] > _ANSWER_TAKES_S:
                    raise AssertionError(f"the dialog stays after the answer:\n{self.words()}")
            except BaseException as error:  # noqa: BLE001 - raised again below, once the dialog is closed
                self._trouble.append(error)
                self.looks(self._album / "dialog.png")
                timer.stop()
                dialog.reject()

        self._answering += 1
        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(_LOOK_EVERY_MS)
        try:
            yield
            self._until(lambda: bool(answered), "a dialog")
        finally:
            timer.stop()
            self._answering -= 1
        if self._trouble:
            raise self._trouble.pop()

    def answers(self, answer: Callable[["Clerk"], None]) -> None:
        """Answer the dialog that comes up by itself."""
        with self.answering(answer):
            pass

    def names_file(self, path: Path) -> None:
        """In a file dialog, which shows the clerk's own folder: type the name and press Enter."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog), dialog
        assert Path(dialog.directory().path()) == path.parent
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen:
            self._row(path.name)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(edit, QLineEdit)
        self._write_over(edit, path.name)
        proposals = QApplication.activePopupWidget()
        if proposals is not None:
            QTest.keyClick(proposals, Qt.Key.Key_Escape)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def gives_reason(self, reason: str, act: str) -> None:
        """In a dialog that asks for a reason: write one and press its act."""
        self.finds("原因", reason)
        self.presses(act)

    def saves_as(self, word: str, path: Path) -> None:
        """Press a button, name the file it asks for, and wait until the file is said to be made."""
        with self.answering(lambda clerk: clerk.names_file(path)):
            self.presses(word)
        self.reads(path.name)
        self._until(path.is_file, f"the file {path.name}")

    def looks(self, target: Path) -> None:
        """Save what is to be seen, for people who look at screenshots."""
        target.parent.mkdir(parents=True, exist_ok=True)
        QApplication.primaryScreen().grabWindow(0).save(str(target))

    def goes_home(self) -> None:
        """Nobody looks after dialogs any longer."""
        self._guard.stop()
        if self._trouble:
            raise self._trouble.pop()

    def _write_over(self, edit: QWidget, text: str) -> None:
        QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
        QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        for character in text:
            _type(edit, character)

    def _row(self, words: str) -> tuple[QAbstractItemView, QPoint]:
        def found() -> tuple[QAbstractItemView, QModelIndex] | None:
            for view in self.seen(QAbstractItemView):
                for cell in _cells(view):
                    if words in str(cell.data()):
                        return view, cell
            return None

        view, cell = self._wait_for(found, f"a row with {words}")
        view.scrollTo(cell)
        return view, view.visualRect(cell).center()

    def _button(self, word: str) -> QAbstractButton | None:
        ready = [button for button in self.seen(QAbstractButton) if button.isEnabled()]
        exact = [button for button in ready if button.text().split("  ")[0].strip("& ") == word]
        near = [button for button in ready if word in button.text() or word == button.accessibleName()]
        return (exact or near or [None])[0]

    def _field(self, label: str) -> QWidget | None:
        for words in self.seen(QLabel):
            if words.text() != label:
                continue
            buddy = words.buddy()
            if buddy is not None:
                return buddy.focusProxy() or buddy
        return None

    def _scroll_to(self, widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()

    def _focus(self) -> QWidget:
        """Where keys go. A window manager would give the window in front the keys; here the clerk does."""
        front = self.front
        if QApplication.activeWindow() is not front:
            front.activateWindow()
            self._until(lambda: QApplication.activeWindow() is front, "the window in front to take keys")
        return QApplication.focusWidget() or front

    def _close_unexpected(self) -> None:
        """A dialog that nobody answers would wait for ever: close it and say so."""
        dialog = QApplication.activeModalWidget()
        if (
            not isinstance(dialog, QDialog)
            or self._answering
            or not dialog.testAttribute(Qt.WidgetAttribute.WA_ShowModal)
        ):
            self._since = None
        elif self._since is None:
            self._since = time.monotonic()
        elif time.monotonic() - self._since > _NOBODY_ANSWERS_S:
            self.looks(self._album / "unexpected.png")
            self._trouble.append(AssertionError(f"an unexpected dialog:\n{self.words()}"))
            dialog.reject()

    def _wait_for(self, look: Callable[[], Found | None], what: str) -> Found:
        found: list[Found] = []

        def there() -> bool:
            answer = look()
            if answer is not None:
                found.append(answer)
            return answer is not None

        self._until(there, what)
        return found[-1]

    def _until(self, true: Callable[[], bool], what: str) -> None:
        try:
            self._bot.waitUntil(true, timeout=_PATIENCE_MS)
        except Exception as error:
            raise AssertionError(f"waited for {what}; there was:\n{self.words()}") from error


def _type(edit: QWidget, character: str) -> None:
    if character.isascii():
        QTest.keyClicks(edit, character)
        return
    event = QInputMethodEvent()
    event.setCommitString(character)
    QApplication.sendEvent(edit, event)


def _cells(view: QAbstractItemView, most_rows: int | None = None) -> Iterator[QModelIndex]:
    """Every cell of a table or list, row by row."""
    model, root = view.model(), view.rootIndex()
    rows = model.rowCount(root)
    for row in range(rows if most_rows is None else min(rows, most_rows)):
        cell = model.index(row, 0, root)
        while cell.isValid():
            yield cell
            cell = cell.siblingAtColumn(cell.column() + 1)


def _corner(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint())


def _place_in(combo: QComboBox, choice: str) -> int | None:
    return next((number for number in range(combo.count()) if choice in combo.itemText(number)), None)
