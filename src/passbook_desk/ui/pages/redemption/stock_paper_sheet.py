"""One family of papers to fill in: the heading on the left, goods line by line on the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.features.redemption.stock.values import BatchRow, PaperKind
from passbook_desk.kernel.clock import Clock
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.redemption.stock_columns import RECEIVED_COLUMNS, TAKEN_COLUMNS
from passbook_desk.ui.pages.redemption.stock_entry_values import EntryLine, Family
from passbook_desk.ui.pages.redemption.stock_heading_form import HeadingForm
from passbook_desk.ui.pages.redemption.stock_line_entry import LineEntry

_HEADING_WIDTH, _MARGINS = 17, 56
"""Han characters of labels and fields, and pixels around them."""


class PaperSheet(QWidget):
    """`removed(line)` when a line leaves the paper, to be changed or for good."""

    removed = Signal(object)

    def __init__(self, family: Family, clock: Clock, held: Callable[[GoodsRow], Sequence[BatchRow]]) -> None:
        super().__init__()
        comes_in = family is Family.IN
        self.heading = HeadingForm(family, clock)
        self.entry = LineEntry(clock, comes_in, held)
        self.lines: TablePage[EntryLine] = TablePage(
            RECEIVED_COLUMNS if comes_in else TAKEN_COLUMNS,
            Empty(self.tr("还没有物品。在上面找到一样，写上数量，按 Enter。")),
        )
        self.lines.opened.connect(lambda _: self.change())
        card = Card()
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        card.body.addWidget(self.entry)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(card)
        right.addWidget(self.lines, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.heading)
        row.addLayout(right, 1)
        self._fit()

    def show_kind(self, kind: PaperKind) -> None:
        """Ask for what this kind of paper needs."""
        self.heading.show_kind(kind)
        self.entry.renew()

    def show_lines(self, lines: Sequence[EntryLine], words: str) -> None:
        """The lines on the paper and what they come to."""
        self.lines.set_rows(lines)
        self.lines.set_totals(words)

    def change(self) -> None:
        """Take the chosen line back into the fields."""
        line = self.lines.selected_row()
        if line is not None:
            self.removed.emit(line)
            self.entry.show_line(line)

    def drop(self) -> None:
        """Take the chosen line off the paper."""
        line = self.lines.selected_row()
        if line is not None:
            self.removed.emit(line)

    def clear(self) -> None:
        """Ready for the next paper."""
        self.heading.clear()
        self.entry.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.heading.setFixedWidth(han_width(self, _HEADING_WIDTH) + _MARGINS)
