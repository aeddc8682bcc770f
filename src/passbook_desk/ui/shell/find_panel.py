"""What F3 found: nine rows with their digits below the find line, inside the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.kit.tokens import ACCENT, HOVER, SELECTED, TEXT, TEXT_2
from passbook_desk.ui.shell.routes import Route

MOST_ROWS: Final = 9
_FRAME: Final = 8
"""Pixels of the list's edge above and below when it has the focus."""
_HIT: Final = int(Qt.ItemDataRole.UserRole)
_LINE_LINE: Final = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class FindHit:
    """Something found and where it leads.

    `title` is a name; the second line has `code`, `grid`, `house_number`, the `head` of the household when
    that is somebody else, the masked `phone`, the number of the `book`, or that of the paper book
    (`passbook`) and how it ended. `absent` is shown in grey.
    """

    title: str
    route: Route
    code: str = ""
    grid: str = ""
    house_number: str = ""
    head: str = ""
    phone: str = ""
    book: str = ""
    absent: bool = False
    passbook: str = ""
    passbook_end: str = ""


class FindPanel(QFrame):
    """Shows hits; `picked(hit)` by click, Enter or digit, `absent_wanted()` when 显示迁出户 is pressed.

    `left(text)` comes when the clerk leaves the list for the line, with what was typed meanwhile.
    """

    picked = Signal(object)
    absent_wanted = Signal()
    left = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("role", "card")
        self._hits: tuple[FindHit, ...] = ()
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(12, 12, 12, 4)
        self._list = QListWidget()
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.installEventFilter(self)
        self._hint = QLabel()
        self._hint.setProperty("role", "quiet")
        self._hint.setWordWrap(True)
        self._absent = QPushButton()
        self._absent.setProperty("role", "link")
        self._absent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._absent.clicked.connect(self.absent_wanted)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 6, 0)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._absent)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.setSpacing(2)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        column.addLayout(foot)
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """What can be read now, one text for each row, or the sentence that nothing was found."""
        if self.isHidden():
            return ()
        if not self._hits:
            return (self._nothing.text(),)
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def show_hits(self, text: str, hits: Sequence[FindHit], *, absent: bool, digits: bool) -> None:
        """Show what a text led to; `digits` when a bare digit picks, `absent` when those who left are in."""
        self._hits = tuple(hits[:MOST_ROWS])
        self._list.clear()
        for number, hit in enumerate(self._hits, 1):
            line = self._second_line(hit)
            item = QListWidgetItem(f"{number}  {hit.title or hit.code}\n{line}".rstrip())
            item.setData(_HIT, hit)
            item.setData(_LINE_LINE, line)
            self._list.addItem(item)
        if absent:
            nothing = self.tr("没有找到“{text}”。换个写法，或试拼音首字母。")
            toggle = self.tr("不显示迁出户  Alt+0")
        else:
            nothing = self.tr("没有找到“{text}”。可能是别的读音，或户已迁出（显示迁出户）。")
            toggle = self.tr("显示迁出户  Alt+0")
        pick = self.tr("按数字 1–9 打开") if digits else self.tr("按 Alt+数字 打开，或按 ↓ 再按数字")
        self._nothing.setText(nothing.format(text=text))
        self._nothing.setVisible(not self._hits)
        self._list.setVisible(bool(self._hits))
        self._hint.setText(pick if self._hits else "")
        self._absent.setText(toggle)

    def place(self, room: QRect) -> None:
        """Show it in a part of the window, no higher than it must be."""
        rows = self._list.count() * _row_height(self._list.font())
        self._list.setFixedHeight(rows + _FRAME)
        self.setFixedWidth(room.width())
        wanted = self._column.totalHeightForWidth(room.width())
        if wanted > room.height():
            self._list.setFixedHeight(max(rows + _FRAME - (wanted - room.height()), metrics().row))
            wanted = room.height()
        self.setGeometry(room.x(), room.y(), room.width(), wanted)
        self.show()
        self.raise_()

    def hit(self, number: int) -> FindHit | None:
        """The row with this digit, counted from 1."""
        return self._hits[number - 1] if 0 < number <= len(self._hits) else None

    @property
    def count(self) -> int:
        """How many rows there are to choose from."""
        return len(self._hits)

    def take_focus(self) -> None:
        """Go into the list, to its first row."""
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._key_in_list(event):
                return True
        return super().eventFilter(watched, event)

    def _key_in_list(self, event: QKeyEvent) -> bool:
        key, typed = event.key(), event.text()
        first = key == Qt.Key.Key_Up and self._list.currentRow() == 0
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace) or first:
            self._leave("")
        elif key == Qt.Key.Key_0 and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.absent_wanted.emit()
        elif typed.isdigit():
            hit = self.hit(int(typed))
            if hit is not None:
                self.picked.emit(hit)
        elif typed.isprintable() and typed.strip():
            self._leave(typed)
        else:
            return False
        return True

    def _leave(self, typed: str) -> None:
        self._list.setCurrentRow(-1)
        self.left.emit(typed)

    def _choose(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(_HIT))

    def _second_line(self, hit: FindHit) -> str:
        number = hit.house_number
        parts = [
            hit.code,
            hit.grid,
            self.tr("{number}号").format(number=number) if number.isdigit() else number,
            self.tr("户主 {name}").format(name=hit.head) if hit.head else "",
            hit.phone,
            self.tr("账号 {number}").format(number=hit.book) if hit.book else "",
            self.tr("存折 {number}").format(number=hit.passbook) if hit.passbook else "",
            self._end_word(hit.passbook_end),
            self.tr("不在册") if hit.absent else "",
        ]
        return " · ".join(part for part in parts if part)

    def _end_word(self, end: str) -> str:
        words = {
            "lost": self.tr("⚠ 已挂失"),
            "replaced": self.tr("⚠ 已换折"),
            "closed": self.tr("⚠ 已注销"),
        }
        return words.get(end, "")


class _Option(Protocol):
    """What a row is drawn with; the binding's stubs do not name it."""

    rect: QRect
    state: QStyle.StateFlag
    font: QFont


class _HitDelegate(QStyledItemDelegate):
    """Digit, name in bold, below it what tells namesakes apart."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, _row_height(cast(_Option, option).font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: FindHit = index.data(_HIT)
        given = cast(_Option, option)
        rect, state, font = given.rect, given.state, given.font
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(SELECTED))
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), QColor(ACCENT))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(HOVER))
        bold = QFont(font)
        bold.setBold(True)
        left = QFontMetrics(bold).horizontalAdvance("国") * 2
        half = rect.height() // 2
        upper = rect.adjusted(left, 2, -12, -half)
        lower = rect.adjusted(left, half, -12, -2)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setFont(bold)
        painter.setPen(QColor(ACCENT))
        painter.drawText(
            QRect(rect.x(), upper.y(), left, upper.height()),
            int(Qt.AlignmentFlag.AlignCenter),
            str(index.row() + 1),
        )
        painter.setPen(QColor(TEXT_2 if hit.absent else TEXT))
        name = hit.title or hit.code
        painter.drawText(upper, middle, _cut(name, bold, upper.width()))
        painter.setFont(font)
        painter.setPen(QColor(TEXT_2))
        line = str(index.data(_LINE_LINE))
        painter.drawText(lower, middle, _cut(line, font, lower.width()))
        painter.restore()


def _cut(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _row_height(font: QFont) -> int:
    """Two lines without the room that the font leaves between lines of running text."""
    return round(QFontMetrics(font).horizontalAdvance("国") * 2.5) + 4
