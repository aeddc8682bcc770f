"""F3: the find line in the top bar and what it found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.fields import FindEdit
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.shell.routes import Route

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class FindHit:
    """Something found: `text` and `detail` on one line, and where Enter leads."""

    text: str
    detail: str
    route: Route


Finder = Callable[[str], Sequence[FindHit]]
"""Answers what matches a text; called on the desk lane."""


class FindBox(FindEdit):
    """Shows what was found below the line, inside the window; ↑ ↓ Enter or a click chooses."""

    chosen = Signal(object)

    def __init__(self, hint: str, host: QWidget, jobs: Jobs) -> None:
        super().__init__(hint)
        self._host = host
        self._jobs = jobs
        self._finder: Finder | None = None
        self._asked = 0
        self._list = QListWidget(host)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.installEventFilter(self)
        self._list.hide()
        self.found.connect(self._find)
        self.down.connect(self._into_list)

    def set_finder(self, finder: Finder | None) -> None:
        """What to ask; None while no village is open."""
        self._finder = finder

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines shown now."""
        if self._list.isHidden():
            return ()
        return tuple(self._list.item(number).text() for number in range(self._list.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list:
            if event.type() == QEvent.Type.FocusOut:
                self._list.hide()
            escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
            if escape and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if escape and event.type() == QEvent.Type.KeyPress:
                self._list.hide()
                self.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        self._asked += 1
        asked, finder = self._asked, self._finder
        if not text or finder is None:
            self._list.hide()
            return
        self._jobs.desk(lambda: tuple(finder(text)), lambda hits: self._show_hits(asked, text, hits))

    def _show_hits(self, asked: int, text: str, hits: Sequence[FindHit]) -> None:
        if asked != self._asked:
            return
        self._list.clear()
        for hit in hits[:_SHOWN]:
            item = QListWidgetItem(f"{hit.text}   {hit.detail}".rstrip())
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self._list.addItem(item)
        if not hits:
            words = self.tr("没有找到“{text}”。换个写法，或试拼音首字母。")
            item = QListWidgetItem(words.format(text=text))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        self._place()

    def _place(self) -> None:
        corner = self.mapTo(self._host, QPoint(0, self.height() + 2))
        height = self._list.count() * (metrics().row + 2) + 10
        self._list.setGeometry(corner.x(), corner.y(), self.width(), height)
        self._list.show()
        self._list.raise_()

    def _into_list(self) -> None:
        first = self._list.item(0)
        if self._list.isHidden() or not first.flags():
            return
        if self._list.count() == 1:
            self._choose(first)
            return
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, FindHit):
            self._asked += 1
            self._list.hide()
            self.clear()
            self.chosen.emit(hit.route)
