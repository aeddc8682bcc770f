"""The grid: a line for each deed, Enter moves on, the cell one stands in is always ready to be typed into."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.ui.kit.icons import Badge, badge_icon
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.kit.theme import han_width, icon_size, metrics
from passbook_desk.ui.kit.tokens import TEXT_2, WARN, WARN_GROUND
from passbook_desk.ui.pages.ledger.grid_cells import CellPick, CellPlain, CellText
from passbook_desk.ui.pages.ledger.lines import Cell, LineSheet, is_repeat
from passbook_desk.ui.pages.ledger.words import line_words
from passbook_desk.ui.shell.choices import ItemChoice, item_words, signed
from passbook_desk.ui.shell.picking import Option, book_options

Index = QModelIndex | QPersistentModelIndex
_FIRST: Final = 1
"""Cells begin behind the column of row numbers."""
_AFTER: Final = _FIRST + len(Cell)
_PADDING: Final = 16
_LEAST_WIDTH: Final = 24
_SHORT_DAY: Final = 5.8
_ITEM_WORDS: Final = 4
"""More Han characters that an item's name should have before the lunar day is shown in its cell."""


@dataclass(frozen=True, slots=True)
class _Heading:
    title: str
    width: float
    stretch: float = 0


_HEADINGS: Final = (
    _Heading(QT_TRANSLATE_NOOP("Columns", "序"), 1.6),
    _Heading(QT_TRANSLATE_NOOP("Columns", "户"), 6.8, 1),
    _Heading(QT_TRANSLATE_NOOP("Columns", "事项"), 6, 4),
    _Heading(QT_TRANSLATE_NOOP("Columns", "分"), 3.4),
    _Heading(QT_TRANSLATE_NOOP("Columns", "摘要"), 4, 3),
    _Heading(QT_TRANSLATE_NOOP("Columns", "日期"), 8.8),
    _Heading(QT_TRANSLATE_NOOP("Columns", "证明人"), 3.2, 1),
    _Heading(QT_TRANSLATE_NOOP("Columns", "结余后"), 3),
)


class GridModel(QAbstractTableModel):
    """The lines as the sheet has them; it is read through, nothing is kept here."""

    def __init__(self, sheet: LineSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._wrong: frozenset[tuple[int, int]] = frozenset()
        self.short_days = False

    def renew(self) -> None:
        """Lines, meanings or verdicts are others."""
        self.beginResetModel()
        self._wrong = frozenset((problem.row, problem.cell) for problem in self._sheet.problems())
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._sheet.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Columns", _HEADINGS[section].title)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        wrong = (row, column - _FIRST) in self._wrong
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._text(row, column)
            return f"⚠{text}" if wrong else text
        if role == Qt.ItemDataRole.BackgroundRole and wrong:
            return QColor(WARN_GROUND)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(WARN) if wrong else self._ink(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (0, _FIRST + Cell.POINTS, _AFTER):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DecorationRole and column == _FIRST + Cell.BOOK:
            return self._badge(row)
        return None

    def _text(self, row: int, column: int) -> str:
        line = self._sheet.lines[row]
        if column == 0:
            return str(row + 1)
        if column == _AFTER:
            after = self._sheet.after(row)
            return "" if after is None else str(after)
        cell = Cell(column - _FIRST)
        book, item, day = line_words(line)
        if cell is Cell.POINTS:
            worth = line.worth()
            return line.text(cell) if worth is None else signed(worth)
        if cell is Cell.DAY and self.short_days and line.day is not None:
            day = day.rpartition(" ")[0]
        if line.is_blank and cell is Cell.DAY and row:
            return ""
        return {Cell.BOOK: book, Cell.ITEM: item, Cell.DAY: day}.get(cell, line.text(cell))

    def _ink(self, row: int, column: int) -> QColor | None:
        """Points that are the item's own, and what the program tells, are quieter than what was typed."""
        own = column == _FIRST + Cell.POINTS and self._sheet.lines[row].text(Cell.POINTS) in ("", "=", "＝")
        return QColor(TEXT_2) if own or column in (0, _AFTER) else None

    def _badge(self, row: int) -> Any:
        book = self._sheet.lines[row].book
        if book is None:
            return None
        return badge_icon(Badge.STAR if book.colour is Colour.RED else Badge.DISC)


class GridView(QTableView):
    """The grid of a sheet. `changed` after every cell; `asked(text)` wants books for `offer_books`."""

    changed = Signal()
    asked = Signal(str)
    unresolved = Signal(int, str)
    pasted = Signal(str)
    finished = Signal()

    def __init__(
        self, sheet: LineSheet, choices: Callable[[str], Sequence[ItemChoice]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sheet, self._choices = sheet, choices
        self._grid = GridModel(sheet)
        self._row, self._cell = 0, Cell.BOOK
        self._editors: dict[Cell, CellPick | CellText | CellPlain] = {}
        self.setModel(self._grid)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(_LEAST_WIDTH)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._make_editors()
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place())
        self.renew()

    @property
    def place(self) -> tuple[int, Cell]:
        """Row and cell the clerk stands in."""
        return self._row, self._cell

    def renew(self) -> None:
        """Show the lines as they are now; what is being typed stays."""
        typing = self._typed()
        self._grid.renew()
        self._fit()
        self._row = min(self._row, len(self._sheet.lines) - 1)
        if typing is None:
            self._load()
        self._place()

    def restart(self) -> None:
        """Other lines than before: stand in the first cell of the last one."""
        self._row, self._cell = len(self._sheet.lines) - 1, Cell.BOOK
        self._grid.renew()
        self._load()
        self._place()

    def stand_in(self, row: int, cell: Cell) -> None:
        """Leave the cell, keep what was typed, and stand in another one."""
        self._commit()
        self._row = min(max(row, 0), len(self._sheet.lines) - 1)
        self._cell = cell
        self._grid.renew()
        self._load()
        self._place()
        self._editors[cell].setFocus()
        self._editors[cell].selectAll()

    def take_focus(self) -> None:
        """Keys go to the cell the clerk stands in."""
        self._editors[self._cell].setFocus()

    def settle(self) -> None:
        """Keep what was typed into the cell."""
        self._commit()
        self._grid.renew()
        self._load()
        self._place()

    def list_all(self) -> None:
        """F7: all items, from wherever the clerk stands in the line."""
        if self._cell is not Cell.ITEM:
            self.stand_in(self._row, Cell.ITEM)
        editor = self._editors[Cell.ITEM]
        if isinstance(editor, CellPick):
            editor.list_all()

    def offer_books(self, books: Sequence[AccountRow]) -> None:
        """Books that fit what was typed."""
        editor = self._editors[Cell.BOOK]
        if isinstance(editor, CellPick):
            editor.offer(book_options(books))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: Any) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            column = min(max(index.column() - _FIRST, 0), len(Cell) - 1)
            self.stand_in(index.row(), Cell(column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._editors:
            self._fit()
            self._place()

    def _key(self, event: QKeyEvent) -> bool:
        key, editor = event.key(), self._editors[self._cell]
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._control_key(key)
        listing = isinstance(editor, CellPick) and editor.listing
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not listing:
            self.stand_in(self._row + (1 if key == Qt.Key.Key_Down else -1), self._cell)
        elif key == Qt.Key.Key_Tab:
            self._onward()
        elif key == Qt.Key.Key_Backtab:
            self._back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(editor, CellPick):
            self._onward()
        elif key == Qt.Key.Key_Insert:
            self._commit()
            self._sheet.insert(self._row)
            self._after_change()
        elif key == Qt.Key.Key_F5 and self._cell is Cell.DAY:
            self._sheet.set_today(self._row)
            self._after_change()
        else:
            return False
        return True

    def _control_key(self, key: int) -> bool:
        if key == Qt.Key.Key_D:
            if self._sheet.copy_down(self._row, self._cell):
                self._after_change()
        elif key == Qt.Key.Key_Delete:
            self._sheet.remove(self._row)
            self._after_change()
        elif key == Qt.Key.Key_V:
            text = QGuiApplication.clipboard().text()
            if not any(sign in text.strip("\r\n") for sign in "\t\n"):
                return False
            self.pasted.emit(text)
        else:
            return False
        return True

    def _after_change(self) -> None:
        """The sheet was changed past the cell: show it, stand where one stood, tell."""
        self._row = min(self._row, len(self._sheet.lines) - 1)
        self._grid.renew()
        self._load()
        self._place()
        self.take_focus()
        self.changed.emit()

    def _onward(self) -> None:
        """The next cell, at the end of the line the next line; from an empty last line to 保存."""
        line = self._sheet.lines[self._row]
        if self._cell is Cell.BOOK and line.is_blank and not self._typed():
            if self._row == len(self._sheet.lines) - 1 and self._row:
                self.finished.emit()
            return
        if self._cell is Cell.WITNESS:
            self.stand_in(self._row + 1, Cell.BOOK)
        else:
            self.stand_in(self._row, Cell(self._cell + 1))

    def _back(self) -> None:
        if self._cell is Cell.BOOK:
            self.stand_in(self._row - 1, Cell.WITNESS if self._row else Cell.BOOK)
        else:
            self.stand_in(self._row, Cell(self._cell - 1))

    def _make_editors(self) -> None:
        book = CellPick(
            translate("Entry", "首字母或户编号"), translate("Entry", "没有找到这一户"), self._onward
        )
        item = CellPick(translate("Entry", "编号"), translate("Entry", "没有这个事项"), self._onward)
        self._editors = {
            Cell.BOOK: book,
            Cell.ITEM: item,
            Cell.POINTS: CellPlain(with_words=False),
            Cell.MEMO: CellText(),
            Cell.DAY: CellPlain(with_words=True),
            Cell.WITNESS: CellText(),
        }
        for cell, editor in self._editors.items():
            editor.setParent(self.viewport())
            editor.setProperty("cell", True)
            editor.setAccessibleName(translate("Columns", _HEADINGS[_FIRST + cell].title))
            editor.installEventFilter(self)
            editor.hide()
        book.asked.connect(self.asked)
        book.picked.connect(self._pick_book)
        item.asked.connect(self._offer_items)
        item.picked.connect(self._pick_item)
        for pick in (book, item):
            pick.repeated.connect(self._repeat)

    def _offer_items(self, text: str) -> None:
        editor = self._editors[Cell.ITEM]
        if isinstance(editor, CellPick) and not is_repeat(text):
            editor.offer([Option(item_words(choice.item), choice) for choice in self._choices(text)])

    def _pick_book(self, row: object) -> None:
        if isinstance(row, AccountRow):
            self._sheet.set_book(self._row, row, row.owner_code)
            self.changed.emit()

    def _pick_item(self, choice: object) -> None:
        if isinstance(choice, ItemChoice):
            self._sheet.set_item(self._row, choice)
            self.changed.emit()

    def _repeat(self, text: str) -> None:
        if self._sheet.write(self._row, self._cell, text):
            self.changed.emit()
        self._load()
        self._onward()

    def _typed(self) -> str | None:
        """What was typed into the cell and not taken yet; None for nothing."""
        if self._row >= len(self._sheet.lines):
            return None
        editor = self._editors[self._cell]
        if isinstance(editor, CellPick):
            return editor.changed_text
        text = editor.text()
        return None if text == self._sheet.lines[self._row].text(self._cell) else text

    def _commit(self) -> None:
        text = self._typed()
        if text is None:
            return
        if self._cell is Cell.BOOK and not is_repeat(text):
            self._sheet.set_book(self._row, None, text.strip())
            if text.strip():
                self.unresolved.emit(self._row, text.strip())
        elif not self._sheet.write(self._row, self._cell, text):
            return
        self.changed.emit()

    def _load(self) -> None:
        """The cell's own text into its field."""
        line = self._sheet.lines[self._row]
        book, item, _ = line_words(line)
        shown = {Cell.BOOK: book, Cell.ITEM: item}.get(self._cell, line.text(self._cell))
        self._editors[self._cell].begin(shown)

    def _place(self) -> None:
        """The field of the column over the cell."""
        if not self._editors:
            return
        index = self._grid.index(self._row, _FIRST + self._cell)
        self.scrollTo(index)
        for cell, editor in self._editors.items():
            if cell is not self._cell:
                editor.hide()
        editor = self._editors[self._cell]
        box = self.visualRect(index)
        editor.setMinimumWidth(0)
        editor.setMaximumWidth(box.width())
        editor.setGeometry(box)
        editor.show()
        editor.raise_()

    def _fit(self) -> None:
        """Columns as wide as their words, stretched to fill the room, or narrowed in proportion."""
        self.verticalHeader().setDefaultSectionSize(metrics().row + 2)
        self.setIconSize(icon_size())
        room = self.viewport().width()
        wanted = [han_width(self, heading.width) + _PADDING for heading in _HEADINGS]
        wanted[_FIRST] += icon_size().width() + 6
        spare = room - sum(wanted)
        self._grid.short_days = spare < han_width(self, _ITEM_WORDS)
        if self._grid.short_days:
            wanted[_FIRST + Cell.DAY] = han_width(self, _SHORT_DAY) + _PADDING
            spare = room - sum(wanted)
        weights = sum(heading.stretch for heading in _HEADINGS)
        for column, heading in enumerate(_HEADINGS):
            if spare > 0:
                width = wanted[column] + int(spare * heading.stretch / weights)
            else:
                width = wanted[column] * max(room, 1) // sum(wanted)
            self.setColumnWidth(column, width)
