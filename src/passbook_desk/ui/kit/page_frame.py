"""The frame every page stands in: title, acts, message bar, body, footer; and the life of a page."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.message_bar import MessageBar

FORBIDDEN: Final = "forbidden"
"""Property of a button that is hidden because who works now may not do what it does."""


class PageFrame(QWidget):
    """Base of all pages. Fill `body` (a column) and `footer` (a row); override enter, leave and refresh.

    `beside_title` is a row for a page that has several faces.

    `topics` says which changes the page shows; `help_steps` are up to three sentences for F1.
    Emit `drafts_changed(count)` when unsaved work is kept: the rail shows it beside the page's word.
    """

    topics: frozenset[Topic] = frozenset()
    title_changed = Signal(str)
    drafts_changed = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel(title)
        self._title.setProperty("role", "title")
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.beside_title = QHBoxLayout()
        self.beside_title.setSpacing(8)
        head.addWidget(self._title)
        head.addLayout(self.beside_title, 1)
        head.addStretch()
        head.addLayout(self._acts)
        self.message = MessageBar()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.message)
        column.addLayout(self.body, 1)
        column.addLayout(self.footer)
        self._actions: tuple[Action, ...] = ()
        self._allows: Callable[[str], bool] = lambda _: True

    @property
    def title(self) -> str:
        """The title as shown."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Change the title, for pages that show one of many things."""
        self._title.setText(title)
        self.title_changed.emit(title)

    @property
    def actions_shown(self) -> tuple[Action, ...]:
        """The acts of the page, as set last."""
        return self._actions

    def set_actions(self, actions: Sequence[Action]) -> None:
        """Show up to four acts as buttons beside the title and let their shortcuts work."""
        while self._acts.count():
            widget = self._acts.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for key in self.actions():
            self.removeAction(key)
        self._actions = tuple(actions)
        for action in self._actions:
            self._acts.addWidget(action_button(action))
        bind(self, self._actions)
        self.show_allowed()

    def allow(self, allows: Callable[[str], bool]) -> None:
        """Hide the acts, by their ids, that who works now may not do; their keys do nothing."""
        self._allows = allows
        self.show_allowed()

    def show_allowed(self) -> None:
        """Hide what may not be done again, after buttons were made anew."""
        for button in self.findChildren(QPushButton):
            forbidden = bool(button.objectName()) and not self._allows(button.objectName())
            if forbidden != bool(button.property(FORBIDDEN)):
                button.setProperty(FORBIDDEN, forbidden)
                button.setVisible(not forbidden)
        for key in self.findChildren(QAction):
            key.setEnabled(self._allows(key.objectName().removesuffix(".key")))

    def act_button(self, action_id: str) -> QPushButton | None:
        """The button of an act in the head or in the footer, to enable or disable it."""
        for button in self.findChildren(QPushButton, action_id):
            if not button.isHidden() or not self.isVisible():
                return button
        return None

    def help_steps(self) -> tuple[str, ...]:
        """Up to three steps that F1 shows for this page."""
        return ()

    def enter(self, params: Mapping[str, object]) -> None:
        """The page comes to the front; `params` are those of the route. Load what is shown."""

    def leave(self) -> bool:
        """The clerk wants to go elsewhere; False keeps the page, which must then say why.

        A draft is kept by the page itself: no page asks whether to throw something away.
        """
        return True

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Something the page shows has changed. Keep selection and scroll position."""
