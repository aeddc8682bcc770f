"""Fields of the editor of a kind of book: a number, and all there is to a column."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from passbook_desk.documents.page import Align
from passbook_desk.features.passbooks.books.layouts import NEEDED, BookColumn, ColumnKind
from passbook_desk.kernel.errors import UserError
from passbook_desk.ui.kit.fields import PlainEdit
from passbook_desk.ui.pages.passbooks.types_words import column_word, plain_mm

_NUMBER_WIDTH: Final = 2.5
_SIZE_WIDTH: Final = 1.8
_ALIGNS: Final = (Align.LEFT, Align.CENTRE, Align.RIGHT)


class LayoutNumberUnreadable(UserError):
    """What stands in a field is no number. Params: `field`, `text`; of a column also `column`, `part`."""

    code = "books.layout-number-unreadable"


class NumberEdit(PlainEdit):
    """A length or count; figures stand right-aligned."""

    def __init__(self, width: float = _NUMBER_WIDTH) -> None:
        super().__init__(width)
        self.setMaxLength(7)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def length(self, **where: object) -> float:
        """Millimetres or points to a thousandth; raises LayoutNumberUnreadable with `where`."""
        try:
            return round(float(self._digits(**where)), 3)
        except ValueError:
            raise LayoutNumberUnreadable(text=self.text(), **where) from None

    def count(self, **where: object) -> int:
        """A whole number; raises LayoutNumberUnreadable with `where`."""
        try:
            return int(self._digits(**where))
        except ValueError:
            raise LayoutNumberUnreadable(text=self.text(), **where) from None

    def _digits(self, **where: object) -> str:
        text = self.text().strip()
        if not all(character.isascii() and (character.isdigit() or character == ".") for character in text):
            raise LayoutNumberUnreadable(text=text, **where)
        return text


class ColumnLine:
    """The editors of one column; the tick says whether the book has it, where it may be without."""

    def __init__(self, kind: ColumnKind) -> None:
        self.kind = kind
        self.has = QCheckBox(column_word(kind))
        self.title: QWidget = QLabel(column_word(kind)) if kind in NEEDED else self.has
        self.left, self.width, self.size = NumberEdit(), NumberEdit(), NumberEdit(_SIZE_WIDTH)
        self.align = QComboBox()

    def column(self) -> BookColumn:
        """The column as it is typed; raises LayoutNumberUnreadable."""
        return BookColumn(
            self.kind,
            self.left.length(field="columns", column=self.kind, part="left_mm"),
            self.width.length(field="columns", column=self.kind, part="width_mm"),
            _ALIGNS[self.align.currentIndex()],
            self.size.length(field="columns", column=self.kind, part="size"),
        )

    def editor(self, part: object) -> QWidget:
        """The editor of a part of the column."""
        return {"width_mm": self.width, "size": self.size}.get(str(part), self.left)

    def show(self, column: BookColumn | None) -> None:
        """Show a column, or that the book has none of this kind."""
        self.has.setChecked(column is not None)
        if column is not None:
            self.left.setText(plain_mm(column.left_mm))
            self.width.setText(plain_mm(column.width_mm))
            self.size.setText(plain_mm(column.size))
            self.align.setCurrentIndex(_ALIGNS.index(column.align))
        self.follow()

    def follow(self) -> None:
        """A column that the book does not have has no places."""
        for editor in (self.left, self.width, self.size, self.align):
            editor.setEnabled(self.has.isChecked())
