"""Forms: labelled fields, trouble beside the field, Enter goes on, Ctrl+Enter saves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import PlainEdit
from passbook_desk.ui.kit.message_bar import MARKS, MessageBar, Mood
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import han_width

_WIDEST = 28


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. `key` is also the `field` parameter by which a refusal finds it.

    `help` stands below the field in quiet type; `unit` behind it; `required` refuses an empty field;
    `check` raises a PassbookError when what is typed cannot be (`editor.value` and `editor.day` do).
    """

    key: str
    label: str
    editor: QWidget
    help: str = ""
    unit: str = ""
    required: bool = False
    check: Callable[[], object] | None = None


class FormPanel(QWidget):
    """Fields below one another and a button that saves; embed it in a page or in a FormDialog.

    `submitted` comes when every field passed its own check. What the command refuses goes to
    `show_problem`, which puts it beside its field and keeps all that was typed.
    """

    submitted = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        save_word: str,
        scrolling: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`save_word` is the verb on the button, such as 保存 or 报备.

        `scrolling` lets the fields scroll above the button; False where the page around already scrolls.
        """
        super().__init__(parent)
        self._fields = {field.key: field for field in fields}
        self._problems: dict[str, QLabel] = {}
        self.message = MessageBar()
        self.save_button = QPushButton(self.tr("{verb}  Ctrl+Enter").format(verb=save_word))
        self.save_button.setProperty("primary", True)
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self.submit)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.save_button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        for number, field in enumerate(fields):
            self._add(number, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.message)
        self._scroll = ScrollColumn() if scrolling else None
        if self._scroll is not None:
            self._scroll.column.addLayout(self._grid)
            self._scroll.column.addStretch(1)
            column.addWidget(self._scroll, 1)
        else:
            column.addLayout(self._grid)
        column.addLayout(self.buttons)
        self._fit()

    def submit(self) -> None:
        """Check every field; when all pass, emit `submitted`, else stand in the first wrong one."""
        if self.save_button.isEnabled() and self.validate():
            self.submitted.emit()

    def validate(self) -> bool:
        """Check every field by itself and say beside each what is wrong."""
        self.clear_problems()
        wrong = [field for field in self._fields.values() if not self._passes(field)]
        if wrong:
            self._stand_in(wrong[0].editor)
            self._bring_into_sight(wrong[0].key)
        return not wrong

    def show_problem(self, error: BaseException) -> None:
        """Say a refusal beside the field it names in params["field"], else in the bar above."""
        self.set_busy(False)
        key = str(error.params.get("field", "")) if isinstance(error, PassbookError) else ""
        if key in self._fields:
            self._say(key, tell(error))
            self._stand_in(self._fields[key].editor)
            self._bring_into_sight(key)
        else:
            self.message.say(tell(error), Mood.ERROR)

    @property
    def hidden_height(self) -> int:
        """How many pixels of the fields have to be scrolled to."""
        return 0 if self._scroll is None else self._scroll.verticalScrollBar().maximum()

    def editor(self, key: str) -> QWidget:
        """The editor of a field."""
        return self._fields[key].editor

    def problem_of(self, key: str) -> str:
        """What is said beside a field; empty when nothing is."""
        return self._problems[key].text().removeprefix(f"{MARKS[Mood.ERROR]} ")

    def clear_problems(self) -> None:
        """Take back everything that was said."""
        self.message.clear()
        for key in self._problems:
            self._say(key, "")

    def set_busy(self, busy: bool) -> None:
        """While the command runs, saving a second time is not possible."""
        self.save_button.setEnabled(not busy)

    def set_shown(self, key: str, shown: bool) -> None:
        """Show a field or hide it with its label."""
        row = list(self._fields).index(key)
        for place in ((row * 3, 0), (row * 3, 1), (row * 3 + 1, 1)):
            item = self._grid.itemAtPosition(*place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(shown)
        self._problems[key].setVisible(shown and bool(self._problems[key].text()))

    def begin(self) -> None:
        """Stand in the first field that can be filled in, else on the button."""
        editors = [_typing(field.editor) for field in self._fields.values()]
        ready = [each for each in editors if each.isVisibleTo(self) and _takes_words(each)]
        (ready[0] if ready else self.save_button).setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submit()
                return True
            if enter and not isinstance(watched, QPlainTextEdit) and isinstance(watched, QWidget):
                self._go_on(watched)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Fields are no longer than a line that can be read at a glance."""
        for field in self._fields.values():
            editor = field.editor
            wide = isinstance(editor, QLineEdit | QComboBox | QPlainTextEdit)
            if wide and not isinstance(editor, PlainEdit):
                editor.setMaximumWidth(han_width(self, _WIDEST))

    def _add(self, number: int, field: Field) -> None:
        label = QLabel(field.label)
        label.setBuddy(field.editor)
        label.setMinimumHeight(32)
        field.editor.setAccessibleName(field.label)
        problem = QLabel()
        problem.setWordWrap(True)
        problem.setProperty("role", "error")
        self._problems[field.key] = problem
        self._grid.addWidget(
            label, number * 3, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self._grid.addWidget(_beside(field.editor, field.unit), number * 3, 1)
        if field.help:
            help_words = _quiet(field.help)
            help_words.setWordWrap(True)
            self._grid.addWidget(help_words, number * 3 + 1, 1)
        self._grid.addWidget(problem, number * 3 + 2, 1)
        problem.hide()
        _typing(field.editor).installEventFilter(self)

    def _passes(self, field: Field) -> bool:
        if field.required and _is_empty(field.editor):
            self._say(field.key, self.tr("请填{label}。").format(label=field.label))
            return False
        try:
            if field.check is not None:
                field.check()
        except PassbookError as error:
            self._say(field.key, tell(error))
            return False
        return True

    def _say(self, key: str, sentence: str) -> None:
        problem, editor = self._problems[key], _typing(self._fields[key].editor)
        problem.setText(f"{MARKS[Mood.ERROR]} {sentence}" if sentence else "")
        problem.setVisible(bool(sentence))
        if bool(editor.property("wrong")) != bool(sentence):
            editor.setProperty("wrong", bool(sentence))
            editor.style().unpolish(editor)
            editor.style().polish(editor)

    def _bring_into_sight(self, key: str) -> None:
        """Scroll to what is said beside a field, once it has its place below the field."""
        scroll, problem = self._scroll, self._problems[key]
        if scroll is not None:
            QTimer.singleShot(0, problem, lambda: scroll.ensureWidgetVisible(problem))

    def _stand_in(self, editor: QWidget) -> None:
        """Go to a field, unless the clerk has gone on to another page meanwhile."""
        if self.isVisibleTo(self.window()):
            editor.setFocus()

    def _go_on(self, editor: QWidget) -> None:
        shown = [_typing(field.editor) for field in self._fields.values() if field.editor.isVisible()]
        following = shown[shown.index(editor) + 1 :] if editor in shown else []
        enabled = [each for each in following if _takes_words(each)]
        if not enabled:
            self.submit()
            return
        enabled[0].setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(enabled[0], QLineEdit):
            enabled[0].selectAll()


class FormDialog(QDialog):
    """A form over the page. It stays open until `accept()`, so that a refusal loses nothing.

    Esc and 取消 close it without a question; the page may show the same dialog again with its content.
    """

    def __init__(self, title: str, panel: FormPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.panel = panel
        heading = QLabel(title)
        heading.setProperty("role", "section")
        cancel = QPushButton(self.tr("取消  Esc"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        panel.buttons.insertWidget(1, cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(panel)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.panel.begin()


def _beside(editor: QWidget, unit: str) -> QWidget:
    """The editor with its unit right behind it, so that the eye does not have to travel."""
    if not unit and not isinstance(editor, PlainEdit):
        return editor
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(editor)
    if unit:
        row.addWidget(_quiet(unit))
    row.addStretch(1)
    return line


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    return label


def _typing(editor: QWidget) -> QWidget:
    """The widget inside an editor that takes the keys."""
    return editor.edit if isinstance(editor, LenientDateEdit) else editor


def _takes_words(editor: QWidget) -> bool:
    """A label among the fields only tells."""
    return editor.isEnabled() and not isinstance(editor, QLabel)


def _is_empty(editor: QWidget) -> bool:
    inner = _typing(editor)
    if isinstance(inner, QLineEdit):
        return not inner.text().strip()
    if isinstance(inner, QPlainTextEdit):
        return not inner.toPlainText().strip()
    if isinstance(inner, QComboBox):
        return inner.currentIndex() < 0 and not inner.currentText().strip()
    if isinstance(inner, QCheckBox):
        return not inner.isChecked()
    return False
