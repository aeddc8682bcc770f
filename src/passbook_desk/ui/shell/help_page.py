"""F1: what a page is for, in three steps, and its keys. Offline, as everything."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.scrolling import ScrollColumn


class HelpPage(PageFrame):
    """Shows the help of one page at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._steps = Card(self.tr("三步做完"))
        self._keys = Card(self.tr("常用的键"))
        scroll = ScrollColumn()
        scroll.column.addWidget(self._steps)
        scroll.column.addWidget(self._keys)
        scroll.column.addStretch(1)
        self.body.addWidget(scroll)
        self._steps_box = QVBoxLayout()
        self._steps_box.setSpacing(12)
        self._steps.body.addLayout(self._steps_box)
        self._keys_grid = QGridLayout()
        self._keys_grid.setHorizontalSpacing(24)
        self._keys_grid.setVerticalSpacing(8)
        self._keys_grid.setColumnStretch(1, 1)
        self._keys_grid.setColumnStretch(3, 1)
        self._keys.body.addLayout(self._keys_grid)

    def explain(self, title: str, steps: Sequence[str], actions: Sequence[Action]) -> None:
        """Show the steps and keys of a page."""
        self.set_title(self.tr("帮助：{page}").format(page=title))
        _emptied(self._steps_box)
        for number, step in enumerate(steps, 1):
            label = QLabel(f"{number}.  {step}")
            label.setWordWrap(True)
            self._steps_box.addWidget(label)
        self._steps.setVisible(bool(steps))
        own = [(action.shortcut, action.title) for action in actions if action.shortcut]
        _emptied(self._keys_grid)
        for number, (key, act) in enumerate([*own, *self._general()]):
            name = QLabel(key)
            name.setProperty("role", "strong")
            row, column = number // 2, number % 2 * 2
            self._keys_grid.addWidget(name, row, column)
            self._keys_grid.addWidget(QLabel(act), row, column + 1)

    def _general(self) -> list[tuple[str, str]]:
        return [
            ("Esc", self.tr("返回上一页")),
            ("F3", self.tr("查找")),
            ("Enter", self.tr("下一格，或打开所选的一行")),
            ("Ctrl+Enter", self.tr("保存")),
            ("Ctrl+1 … 9", self.tr("换页")),
            ("F10", self.tr("设置")),
            ("Ctrl +  −  0", self.tr("字大 字小 标准")),
            ("Ctrl+Shift+Z", self.tr("撤销上一笔")),
        ]


def _emptied(layout: QVBoxLayout | QGridLayout) -> None:
    while layout.count():
        widget = layout.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
