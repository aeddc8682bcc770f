"""The list of what is to be looked at: cells edited in place, the first cure of each row one press away."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from passbook_desk.features.households.roster.cures import Cure
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind, masked_numbers
from passbook_desk.ui.kit.rows import Column, RowsModel
from passbook_desk.ui.kit.sentences import tell_code
from passbook_desk.ui.kit.table_page import TableView
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.kit.tokens import ACCENT, LINE, PAPER
from passbook_desk.ui.pages.households.import_values import FixRow

Index = QModelIndex | QPersistentModelIndex
_SEVERITIES: Final[Mapping[Severity, str]] = MappingProxyType(
    {
        Severity.MUST_FIX: QT_TRANSLATE_NOOP("Columns", "✕ 必须改"),
        Severity.CHECK: QT_TRANSLATE_NOOP("Columns", "⚠ 请核对"),
        Severity.AUTO: QT_TRANSLATE_NOOP("Columns", "✓ 已整理"),
    }
)
ORDER: Final = (Severity.MUST_FIX, Severity.CHECK, Severity.AUTO)
_EDGE: Final = 3
_MANY_STARS: Final = re.compile(r"\*{5,}")
_LONG_NUMBER: Final = re.compile(r"\d{15,}[Xx]?")


def place_words(finding: Finding) -> str:
    """Where a finding is: 第一网格 · F75, or the sheet alone."""
    sheet = finding.sheet.strip()
    if not finding.row:
        return sheet
    cell = f"{finding.column}{finding.row}"
    return (
        f"{sheet} · {cell}"
        if finding.column
        else translate("Columns", "{sheet} · 第 {row} 行").format(sheet=sheet, row=finding.row)
    )


def sentence_of(finding: Finding) -> str:
    """Who, what and why."""
    return tell_code(f"finding.{finding.kind}", finding.params)


def cure_words(cure: Cure) -> str:
    """What a cure's button says."""
    return tell_code(f"cure.{cure.code}", cure.params)


def _masked(text: str) -> str:
    """What stands in a cell, with every number that may be an ID masked, old and damaged ones too.

    Of the stars as many are left as let the last digits be seen in a narrow column.
    """
    known = masked_numbers(text)
    masked = _LONG_NUMBER.sub(lambda found: Sensitive(SensitiveKind.ID_NUMBER, found[0]).masked(), known)
    return _MANY_STARS.sub("****", masked)


def _first_cure(row: FixRow) -> str:
    return cure_words(row.cures[0]) if row.cures else ""


FIXES: tuple[Column[FixRow], ...] = (
    Column(
        "severity",
        QT_TRANSLATE_NOOP("Columns", "轻重"),
        lambda row: translate("Columns", _SEVERITIES[row.finding.severity]),
        4.5,
        sort=lambda row: ORDER.index(row.finding.severity),
    ),
    Column(
        "place",
        QT_TRANSLATE_NOOP("Columns", "位置"),
        lambda row: place_words(row.finding),
        8,
        sort=lambda row: (row.finding.sheet, row.finding.row, row.finding.column),
    ),
    Column(
        "words",
        QT_TRANSLATE_NOOP("Columns", "说明"),
        lambda row: sentence_of(row.finding),
        20,
        stretch=True,
        sort=lambda row: row.finding.kind,
    ),
    Column(
        "text",
        QT_TRANSLATE_NOOP("Columns", "格子里写的"),
        lambda row: _masked(row.text),
        5.5,
    ),
    Column("cure", QT_TRANSLATE_NOOP("Columns", "一键办法"), _first_cure, 7.5),
)
_TEXT: Final = next(number for number, column in enumerate(FIXES) if column.key == "text")
_CURE: Final = next(number for number, column in enumerate(FIXES) if column.key == "cure")


class FixModel(RowsModel[FixRow]):
    """Rows whose cell text can be edited; `edited(row, text)` comes instead of a change in the model."""

    edited = Signal(object, str)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        row = self.row_at(index.row())
        if index.column() == _TEXT and row is not None and row.column is not None:
            return found | Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            row = self.row_at(index.row())
            return row.text if row is not None else None
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index.row())
        if role != Qt.ItemDataRole.EditRole or row is None or str(value) == row.text:
            return False
        self.edited.emit(row, str(value))
        return True


class FixView(TableView):
    """↓ and ↑ move, Enter or F2 edits the cell, a press on the last column takes the first cure.

    Signals: `edited(row, text)`, `cured(row)`, `stood_on(row or None)`.
    """

    edited = Signal(object, str)
    cured = Signal(object)
    stood_on = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = FixModel(FIXES, parent=self)
        self.setModel(self.rows)
        self.setItemDelegateForColumn(_TEXT, _CellEditor(self))
        self.setItemDelegateForColumn(_CURE, _CureButton(self))
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setMouseTracking(True)
        self.rows.edited.connect(self.edited)
        self.opened.connect(lambda _row: self.edit_here())
        self.clicked.connect(self._press)
        self.selectionModel().selectionChanged.connect(lambda *_: self.stood_on.emit(self.row_here()))

    def row_here(self) -> FixRow | None:
        """The row the clerk stands on."""
        chosen = self.selectionModel().selectedRows()
        return self.rows.row_at(chosen[0].row()) if chosen else None

    def show_rows(self, rows: tuple[FixRow, ...], on_new: bool = False) -> None:
        """Show these rows; whoever stood on a row stands on it again, or on the one that took its place.

        With `on_new` he stands on the first row that was not there before, if there is one.
        """
        held, number = self.row_here(), self.currentIndex().row()
        before = [row.finding for row in self.rows.rows()]
        scrolled = self.verticalScrollBar().value()
        self.rows.set_rows(rows)
        count = self.rows.rowCount()
        again = None if held is None else self.rows.find(lambda row: row.finding == held.finding)
        if on_new:
            fresh = self.rows.find(lambda row: row.finding not in before)
            again = fresh if fresh is not None else again
        if count:
            self.selectRow(again if again is not None else min(max(number, 0), count - 1))
        self.verticalScrollBar().setValue(scrolled)
        self.scrollTo(self.currentIndex())
        self.stood_on.emit(self.row_here())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row stood on stays in sight when what is said below the list takes more room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def edit_here(self) -> None:
        """Open the cell of the row stood on for writing, if it has one."""
        row = self.row_here()
        if row is None or row.column is None or self.state() == QAbstractItemView.State.EditingState:
            return
        index = self.rows.index(self.currentIndex().row(), _TEXT)
        self.scrollTo(index)
        self.edit(index)

    def _press(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if index.column() == _CURE and row is not None and row.cures:
            self.cured.emit(row)


class _CellEditor(QStyledItemDelegate):
    """A line as wide as the words in it need, over the row."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("import.cell")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        room: QRect = option.rect  # type: ignore[attr-defined]
        wide = max(room.width(), editor.fontMetrics().horizontalAdvance("0" * 22))
        left = max(0, room.right() + 1 - wide)
        editor.setGeometry(left, room.top(), wide, room.height())


class _CureButton(QStyledItemDelegate):
    """Paints the first cure as a button; the press itself is a click on the cell."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        words = index.data()
        if not words:
            return
        box: QRect = option.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(PAPER))
        painter.setPen(QColor(LINE))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(ACCENT))
        inner = box.adjusted(2 * _EDGE, 0, -2 * _EDGE, 0)
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, elided)
        painter.restore()
