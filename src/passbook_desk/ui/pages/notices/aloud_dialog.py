from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.notices.aloud import aloud_text
from passbook_desk.features.notices.values import NoticeContent
from passbook_desk.ui.kit.theme import han_width, metrics

_WIDE, _HIGH = 34, 12


class AloudDialog(QDialog):
    """朗读稿: what is read over the loudspeaker, to be copied; every line of the sheet only when wanted."""

    def __init__(self, content: NoticeContent, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.setWindowTitle(self.tr("朗读稿"))
        heading = QLabel(self.tr("朗读稿"))
        heading.setProperty("role", "section")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("朗读稿"))
        self.every_line = QCheckBox(self.tr("一户一户都念"))
        self.every_line.toggled.connect(lambda _: self._fill())
        self.copy_button = QPushButton(self.tr("复制"))
        self.copy_button.setProperty("primary", True)
        self.copy_button.clicked.connect(self._copy)
        close = QPushButton(self.tr("关闭  Esc"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.every_line)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.resize(han_width(self, _WIDE), metrics().row * _HIGH)
        self._fill()
        self.copy_button.setFocus()

    def done(self, result: int) -> None:
        """Closed; the dialog is used once."""
        super().done(result)
        self.deleteLater()

    def _fill(self) -> None:
        self.text.setPlainText(aloud_text(self._content, every_line=self.every_line.isChecked()))
        self.copy_button.setText(self.tr("复制"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(self.tr("✓ 已复制"))
