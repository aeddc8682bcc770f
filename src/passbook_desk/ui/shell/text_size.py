"""Three live samples to choose the text size from."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from passbook_desk.kernel.settings import TEXT_SIZES
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.kit.theme import Theme

_NAMES: Final = {
    12: QT_TRANSLATE_NOOP("TextSizeChoice", "标准"),
    14: QT_TRANSLATE_NOOP("TextSizeChoice", "大"),
    18: QT_TRANSLATE_NOOP("TextSizeChoice", "特大"),
}


class TextSizeChoice(QWidget):
    """Each button is written in the size it chooses; the whole window follows at once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for size in TEXT_SIZES:
            name = QCoreApplication.translate("TextSizeChoice", _NAMES[size])
            button = ToggleButton(self.tr("{name}  王建国 ＋10 分").format(name=name))
            button.setProperty("role", "sample")
            self._group.addButton(button, size)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(theme.set_size)
        theme.changed.connect(self._show_size)
        self._show_size()

    def _show_size(self) -> None:
        self._group.button(self._theme.size).setChecked(True)
        for size in TEXT_SIZES:
            self._group.button(size).setFont(self._theme.font(size))
