"""The Qt side of `ports.Dialogs`: the only module that uses QMessageBox and QFileDialog."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.theme import han_width


class QtDialogs(QObject):
    """Asks over the window in front. Buttons carry the verb of the act; 取消 is the one that Esc presses."""

    def __init__(self, front: Callable[[], QWidget]) -> None:
        super().__init__()
        self._front = front
        self._folder = str(Path.home())

    def confirm(self, title: str, sentence: str, act: str, detail: str = "") -> bool:
        """See ports.Dialogs.confirm."""
        return self.choose(title, sentence, [act], detail) == 0

    def choose(self, title: str, sentence: str, acts: Sequence[str], detail: str = "") -> int | None:
        """See ports.Dialogs.choose."""
        box = self._box(title, sentence, detail)
        buttons = [box.addButton(act, QMessageBox.ButtonRole.AcceptRole) for act in acts]
        cancel = box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        buttons[0].setProperty("primary", True)
        buttons[0].style().polish(buttons[0])
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(cancel)
        box.exec()
        pressed = box.clickedButton()
        return next((number for number, button in enumerate(buttons) if button is pressed), None)

    def ask_reason(self, title: str, sentence: str, act: str) -> str | None:
        """See ports.Dialogs.ask_reason."""
        dialog = _ReasonDialog(title, sentence, act, self._front())
        answer = dialog.edit.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return answer or None

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        """See ports.Dialogs.tell."""
        box = self._box(title, sentence, detail)
        box.addButton(self.tr("知道了"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def pick_open(self, title: str, kind: FileKind) -> Path | None:
        """See ports.Dialogs.pick_open."""
        name, _ = QFileDialog.getOpenFileName(self._front(), title, self._folder, _filter(kind))
        return self._remembered(name)

    def pick_save(self, title: str, suggestion: str, kind: FileKind) -> Path | None:
        """See ports.Dialogs.pick_save."""
        start = str(Path(self._folder) / suggestion)
        name, _ = QFileDialog.getSaveFileName(self._front(), title, start, _filter(kind))
        target = self._remembered(name)
        ending = kind.patterns[0].lstrip("*")
        if target is None or target.suffix.lower() == ending:
            return target
        return target.with_name(target.name + ending)

    def pick_folder(self, title: str) -> Path | None:
        """See ports.Dialogs.pick_folder."""
        name = QFileDialog.getExistingDirectory(self._front(), title, self._folder)
        if name:
            self._folder = name
        return Path(name) if name else None

    def _box(self, title: str, sentence: str, detail: str) -> QMessageBox:
        box = QMessageBox(self._front())
        box.setWindowTitle(title)
        box.setText(sentence)
        box.setInformativeText(detail)
        return box

    def _remembered(self, name: str) -> Path | None:
        if not name:
            return None
        self._folder = str(Path(name).parent)
        return Path(name)


class _ReasonDialog(QDialog):
    """One line for a reason; the act can only be pressed once there is one."""

    def __init__(self, title: str, sentence: str, act: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        words = QLabel(sentence)
        words.setWordWrap(True)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("写明原因"))
        self.edit.setMaxLength(200)
        self.edit.setMinimumWidth(han_width(self, 24))
        self.do = QPushButton(act)
        self.do.setProperty("primary", True)
        self.do.setEnabled(False)
        self.do.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("取消"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.edit.textChanged.connect(lambda text: self.do.setEnabled(bool(text.strip())))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.edit)
        column.addLayout(buttons)


def _filter(kind: FileKind) -> str:
    return f"{kind.name} ({' '.join(kind.patterns)})"
