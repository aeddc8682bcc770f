"""Lines in large type, to be copied with a pen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from passbook_desk.features.passbooks.books.values import BookRow, PaperLine
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.pages.passbooks.words import line_day, line_words, lines_place, minus, plus


class BigLines(ScrollColumn):
    """The holder's name, the place in the book, then each line as it has to stand there."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._place = QLabel(), QLabel()
        self._name.setProperty("role", "figure")
        self._name.setWordWrap(True)
        self._place.setProperty("role", "title")
        self._place.setWordWrap(True)
        self._lines: QWidget | None = None
        for part in (self._name, self._place):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_lines(self, book: BookRow | None, lines: Sequence[PaperLine]) -> None:
        """Show what is to be copied into a book; None shows nothing."""
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
            self._lines = None
        self._name.setText("" if book is None else book.account.owner_name)
        self._place.setText(lines_place(lines) if lines else "")
        if lines:
            self._lines = self._table(lines)
            self.column.insertWidget(2, self._lines)

    def _table(self, lines: Sequence[PaperLine]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        heads = (
            self.tr("行"),
            self.tr("日期"),
            self.tr("事项"),
            self.tr("加"),
            self.tr("扣"),
            self.tr("结余"),
        )
        large = "title" if metrics().text < _LARGE_ALREADY else "section"
        for column, head in enumerate(heads):
            grid.addWidget(_label(head, "quiet", column >= _FIRST_FIGURE), 0, column)
        for row, line in enumerate(lines, 1):
            gained, lost = plus(line), minus(line)
            cells = (
                f"{line.page}-{line.line}",
                line_day(line),
                line_words(line),
                "" if gained is None else str(gained),
                "" if lost is None else str(lost),
                str(line.balance),
            )
            for column, text in enumerate(cells):
                grid.addWidget(_label(text, large, column >= _FIRST_FIGURE), row, column)
        return table


_FIRST_FIGURE: Final = 3
_LARGE_ALREADY: Final = 18
"""The text size that needs less enlarging to be read from the book's side."""


def _label(text: str, role: str, figure: bool) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(not figure and len(text) > 12)
    side = Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return label
