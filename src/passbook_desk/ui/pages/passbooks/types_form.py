"""Every number of a book's layout in a field of its own, with what is wrong said below it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.documents.page import Align
from passbook_desk.features.passbooks.books.layouts import (
    BookColumn,
    BookLayout,
    ColumnKind,
    check_layout,
)
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.message_bar import MARKS, Mood
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.passbooks.types_fields import ColumnLine, LayoutNumberUnreadable, NumberEdit
from passbook_desk.ui.pages.passbooks.types_words import COLOUR_WORDS, STOCK_WORDS, column_word, plain_mm

_CONTEXT: Final = "BookTypes"
_NEW_COLUMN_MM: Final = 10.0
_NUMBERS: Final = (
    "width_mm",
    "height_mm",
    "pages",
    "lines",
    "first_mm",
    "pitch_mm",
    "fold_after",
    "fold_skip",
)
_COLOURS: Final = tuple(COLOUR_WORDS)
_STOCKS: Final = tuple(STOCK_WORDS)


class LayoutForm(QWidget):
    """`edited` after each change by the clerk; `column_entered(kind)` when a column's field has the focus."""

    edited = Signal()
    column_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._problems: dict[str, QLabel] = {}
        self._wrong: QWidget | None = None
        self._make_editors()
        self._sheet = ScrollColumn()
        for card in (self._about(), self._places(), self._columns_card()):
            self._sheet.column.addWidget(card)
        self._sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sheet)
        for key, editor in self.editors.items():
            _on_change(editor, self._edited)
            editor.setObjectName(key)
        for line in self.columns.values():
            for editor in (line.has, line.left, line.width, line.align, line.size):
                _on_change(editor, partial(self._column_edited, line))
                editor.installEventFilter(self)
                editor.setObjectName(f"column.{line.kind.value}")

    def show_layout(self, layout: BookLayout) -> None:
        """Show a layout; what was said is taken back."""
        self._showing = True
        self.name.setText(layout.name)
        self.colour.setCurrentIndex(_COLOURS.index(layout.colour))
        self.blank.setCurrentIndex(_STOCKS.index(layout.blank))
        self.carries.setChecked(layout.carries)
        self.spread.setChecked(layout.spread)
        for key in _NUMBERS:
            self.numbers[key].setText(plain_mm(getattr(layout, key)))
        held = {column.kind: column for column in layout.columns}
        for kind, line in self.columns.items():
            line.show(held.get(kind))
        self._showing = False
        self.clear_problem()

    def show_top(self) -> None:
        """Scroll to the name, where another kind begins."""
        self._sheet.verticalScrollBar().setValue(0)

    def layout_typed(self) -> BookLayout:
        """The layout as it is typed; raises LayoutNumberUnreadable and what check_layout raises."""
        columns = [line.column() for line in self.columns.values() if line.has.isChecked()]
        layout = BookLayout(
            name=self.name.text().strip(),
            colour=_COLOURS[self.colour.currentIndex()],
            columns=tuple(sorted(columns, key=lambda column: column.left_mm)),
            blank=_STOCKS[self.blank.currentIndex()],
            carries=self.carries.isChecked(),
            spread=self.spread.isChecked(),
            width_mm=self._length("width_mm"),
            height_mm=self._length("height_mm"),
            pages=self._count("pages"),
            lines=self._count("lines"),
            first_mm=self._length("first_mm"),
            pitch_mm=self._length("pitch_mm"),
            fold_after=self._count("fold_after"),
            fold_skip=self._count("fold_skip"),
        )
        check_layout(layout)
        return layout

    def typed(self) -> tuple[object, ...]:
        """Everything as it stands in the fields, right or wrong, to compare with later."""
        return tuple(_content(editor) for editor in self._all())

    def put(self, typed: tuple[object, ...]) -> None:
        """Put back what `typed` answered."""
        self._showing = True
        for editor, content in zip(self._all(), typed, strict=True):
            _put(editor, content)
        for line in self.columns.values():
            line.follow()
        self._showing = False

    def show_problem(self, error: PassbookError, *, stand_there: bool = False) -> bool:
        """Say what is wrong below its field; False when the error names no field of the form."""
        self.clear_problem()
        field = str(error.params.get("field", ""))
        problem = self._problems.get(_ROW_OF.get(field, field))
        if problem is None:
            return False
        problem.setText(f"{MARKS[Mood.ERROR]} {tell(error)}")
        problem.show()
        self._wrong = self._editor_of(field, error)
        _mark(self._wrong, True)
        if stand_there:
            self._wrong.setFocus()
        return True

    def problem_words(self) -> str:
        """What is said of a field; empty when nothing is wrong."""
        said = [label.text() for label in self._problems.values() if not label.isHidden()]
        return said[0].removeprefix(f"{MARKS[Mood.ERROR]} ") if said else ""

    def clear_problem(self) -> None:
        """Take back what was said."""
        for label in self._problems.values():
            label.hide()
        if self._wrong is not None:
            _mark(self._wrong, False)
            self._wrong = None

    def show_column(self, kind: ColumnKind) -> None:
        """Scroll to the fields of a column."""
        self._sheet.ensureWidgetVisible(self.columns[kind].left, 0, 60)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.column_entered.emit(watched.objectName().removeprefix("column."))
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field, as in forms."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _make_editors(self) -> None:
        self.name = QLineEdit()
        self.colour, self.blank = QComboBox(), QComboBox()
        self.colour.addItems([translate(_CONTEXT, words) for words in COLOUR_WORDS.values()])
        self.blank.addItems([translate(_CONTEXT, words) for words in STOCK_WORDS.values()])
        self.carries = QCheckBox(self.tr("页末写“过次页”，下页写“承前页”"))
        self.spread = QCheckBox(self.tr("摊开打：左右两页一起进打印机"))
        self.numbers = {key: NumberEdit() for key in _NUMBERS}
        self.columns = {kind: ColumnLine(kind) for kind in ColumnKind}
        for line in self.columns.values():
            line.align.addItems([self.tr("左"), self.tr("中"), self.tr("右")])
        self.editors: dict[str, QWidget] = {
            "name": self.name,
            "colour": self.colour,
            "blank": self.blank,
            "carries": self.carries,
            "spread": self.spread,
            **self.numbers,
        }

    def _about(self) -> Card:
        card = Card(self.tr("这种折"))
        grid = _grid(card)
        self._row(grid, "name", self.tr("名称"), self.name)
        self._row(grid, "colour", self.tr("颜色"), self.colour)
        self._row(grid, "blank", self.tr("纸面"), self.blank)
        card.body.addWidget(self.carries)
        card.body.addWidget(self.spread)
        return card

    def _places(self) -> Card:
        card = Card(self.tr("页和行"))
        numbers, mm = self.numbers, self.tr("毫米")
        grid = _grid(card)
        self._row(grid, "width_mm", self.tr("页宽、高"), numbers["width_mm"], "×", numbers["height_mm"], mm)
        self._row(
            grid,
            "pages",
            self.tr("记账页"),
            numbers["pages"],
            self.tr("页，每页"),
            numbers["lines"],
            self.tr("行"),
        )
        self._row(grid, "first_mm", self.tr("第 1 行"), numbers["first_mm"], self.tr("毫米，到纸上边"))
        self._row(grid, "pitch_mm", self.tr("行距"), numbers["pitch_mm"], mm)
        self._row(
            grid,
            "fold_after",
            self.tr("骑缝"),
            self.tr("第"),
            numbers["fold_after"],
            self.tr("行后空"),
            numbers["fold_skip"],
            self.tr("行"),
        )
        spoken = {
            "width_mm": self.tr("页宽"),
            "height_mm": self.tr("页高"),
            "pages": self.tr("页数"),
            "lines": self.tr("每页行数"),
            "first_mm": self.tr("第 1 行"),
            "pitch_mm": self.tr("行距"),
            "fold_after": self.tr("骑缝在第几行后"),
            "fold_skip": self.tr("骑缝空几行"),
        }
        for key, words in spoken.items():
            numbers[key].setAccessibleName(words)
        return card

    def _columns_card(self) -> Card:
        card = Card(self.tr("栏（左、宽是毫米）"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        heads = (self.tr("左"), self.tr("宽"), self.tr("字靠"), self.tr("字号"))
        for place, head in enumerate(heads, 1):
            grid.addWidget(_quiet(head), 0, place)
        for row, line in enumerate(self.columns.values(), 1):
            editors = (line.left, line.width, line.align, line.size)
            grid.addWidget(line.title, row, 0, Qt.AlignmentFlag.AlignRight)
            for place, editor in enumerate(editors, 1):
                grid.addWidget(editor, row, place)
                editor.setAccessibleName(f"{column_word(line.kind)} {heads[place - 1]}")
        grid.setColumnStretch(5, 1)
        card.body.addLayout(grid)
        card.body.addWidget(self._problem("columns"))
        return card

    def _row(self, grid: QGridLayout, key: str, label: str, *parts: QWidget | str) -> None:
        row = grid.rowCount()
        words = QLabel(label)
        grid.addWidget(words, row, 0)
        line = QHBoxLayout()
        line.setSpacing(6)
        for part in parts:
            if isinstance(part, str):
                line.addWidget(_quiet(part))
            else:
                alone = len(parts) == 1
                line.addWidget(part, 1 if alone else 0)
                if words.buddy() is None:
                    words.setBuddy(part)
                    part.setAccessibleName(label)
        if len(parts) > 1:
            line.addStretch(1)
        grid.addLayout(line, row, 1)
        grid.addWidget(self._problem(key), row + 1, 0, 1, 2)

    def _problem(self, key: str) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setProperty("role", "error")
        label.hide()
        self._problems[key] = label
        return label

    def _editor_of(self, field: str, error: PassbookError) -> QWidget:
        column = error.params.get("column")
        if isinstance(column, ColumnKind):
            return self.columns[column].editor(error.params.get("part"))
        return self.editors.get(field, self.columns[ColumnKind.WORDS].left)

    def _all(self) -> list[QWidget]:
        lines = self.columns.values()
        return [*self.editors.values()] + [
            editor for line in lines for editor in (line.has, line.left, line.width, line.align, line.size)
        ]

    def _column_edited(self, line: ColumnLine) -> None:
        if self._showing:
            return
        line.follow()
        if line.has.isChecked() and not line.left.text():
            self._showing = True
            line.show(self._new_column(line.kind))
            self._showing = False
        self._edited()

    def _length(self, key: str) -> float:
        return self.numbers[key].length(field=key)

    def _count(self, key: str) -> int:
        return self.numbers[key].count(field=key)

    def _new_column(self, kind: ColumnKind) -> BookColumn:
        """A column behind the last one, with the text of its neighbours."""
        others = [line for line in self.columns.values() if line.has.isChecked() and line.kind is not kind]
        try:
            last = max((line.column() for line in others), key=lambda column: column.left_mm)
        except LayoutNumberUnreadable:
            return BookColumn(kind, 0.0, _NEW_COLUMN_MM, Align.LEFT, 8.0)
        left = round(last.left_mm + last.width_mm, 2)
        return replace(last, kind=kind, left_mm=left, width_mm=_NEW_COLUMN_MM, align=Align.LEFT)

    def _edited(self) -> None:
        if not self._showing:
            self.edited.emit()


_ROW_OF: Final = {"height_mm": "width_mm", "lines": "pages", "fold_skip": "fold_after"}
"""Fields that stand in the row of another one."""


def _grid(card: Card) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    card.body.addLayout(grid)
    return grid


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    return label


def _on_change(editor: QWidget, act: Callable[[], None]) -> None:
    if isinstance(editor, QLineEdit):
        editor.textChanged.connect(lambda _: act())
    elif isinstance(editor, QComboBox):
        editor.currentIndexChanged.connect(lambda _: act())
    elif isinstance(editor, QCheckBox):
        editor.toggled.connect(lambda _: act())


def _content(editor: QWidget) -> object:
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QComboBox):
        return editor.currentIndex()
    assert isinstance(editor, QCheckBox)
    return editor.isChecked()


def _put(editor: QWidget, content: object) -> None:
    if isinstance(editor, QLineEdit):
        editor.setText(str(content))
    elif isinstance(editor, QComboBox):
        editor.setCurrentIndex(int(str(content)))
    elif isinstance(editor, QCheckBox):
        editor.setChecked(bool(content))


def _mark(editor: QWidget, wrong: bool) -> None:
    editor.setProperty("wrong", wrong)
    editor.style().unpolish(editor)
    editor.style().polish(editor)
