"""What a page can do: one list feeds its buttons, its shortcuts and its help."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget


@dataclass(frozen=True, slots=True)
class Action:
    """One act. `id` like "ledger.record"; `title` already translated, verb and object; `shortcut` like "F8".

    No single letters as shortcuts: they break under Chinese input methods (experience §0 row 6).
    `primary` marks the one act that the page is there for.
    """

    id: str
    title: str
    run: Callable[[], None]
    shortcut: str = ""
    keywords: tuple[str, ...] = ()
    primary: bool = False


class ToggleButton(QPushButton):
    """A button that stays down: as wide as its word needs in bold, which it is shown in while down."""

    def __init__(self, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setBold(True)
        wider = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(
            self.text()
        )
        return QSize(hint.width() + max(0, wider), hint.height())


def action_button(action: Action, parent: QWidget | None = None) -> QPushButton:
    """A button "保存 F8" that runs the action; its shortcut comes with `bind`."""
    button = QPushButton(f"{action.title}  {action.shortcut}".rstrip(), parent)
    button.setObjectName(action.id)
    button.setProperty("primary", action.primary)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: action.run())
    return button


def bind(widget: QWidget, actions: Sequence[Action]) -> None:
    """Let the shortcuts of the actions work while the focus is inside `widget`."""
    for action in actions:
        if not action.shortcut:
            continue
        key = QAction(action.title, widget)
        key.setObjectName(f"{action.id}.key")
        key.setShortcut(QKeySequence(action.shortcut))
        key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.triggered.connect(lambda _=False, run=action.run: run())
        widget.addAction(key)
