"""One family of papers to fill in: the heading on the left, goods line by line on the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.features.redemption.stock.values import BatchRow, PaperKind
from passbook_desk.kernel.clock import Clock
from passbook_desk.ui.kit.actions import Action, bind
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.message_bar import MessageBar
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.redemption.stock_columns import RECEIVED_COLUMNS, TAKEN_COLUMNS
from passbook_desk.ui.pages.redemption.stock_entry_values import EntryLine, Family
from passbook_desk.ui.pages.redemption.stock_heading_form import HeadingForm
from passbook_desk.ui.pages.redemption.stock_line_entry import LineEntry

_HEADING_WIDTH = 20


class PaperSheet(QWidget):
    """`new_goods`, `fill` (all that has expired) and `removed(line)` when the clerk asks for it."""

    new_goods = Signal()
    fill = Signal()
    removed = Signal(object)

    def __init__(self, family: Family, clock: Clock, held: Callable[[GoodsRow], Sequence[BatchRow]]) -> None:
        super().__init__()
        comes_in = family is Family.IN
        self.heading = HeadingForm(family, clock)
        self.entry = LineEntry(clock, comes_in, held)
        self.message = MessageBar()
        self.lines: TablePage[EntryLine] = TablePage(
            RECEIVED_COLUMNS if comes_in else TAKEN_COLUMNS,
            Empty(self.tr("还没有物品。在上面找到一样，写上数量，按 Enter。")),
        )
        self._new = self._button("stock.new_goods", self.tr("新物品"), self.new_goods.emit)
        self._new.setVisible(comes_in)
        self._fill = self._button("stock.fill", self.tr("全部已过期的"), self.fill.emit)
        self._edit = self._button("stock.edit", self.tr("改这一行  F2"), self._take_back)
        self._drop = self._button("stock.drop", self.tr("去掉  Ctrl+Del"), self._remove)
        bind(
            self,
            [
                Action("stock.edit", self.tr("改这一行"), self._take_back, "F2"),
                Action("stock.drop", self.tr("去掉"), self._remove, "Ctrl+Del"),
            ],
        )
        self.lines.selected.connect(lambda _: self._offer())
        self.lines.opened.connect(lambda _: self._take_back())
        self._lay_out()
        self._offer()

    def show_kind(self, kind: PaperKind) -> None:
        """Ask for what this kind of paper needs."""
        self.heading.show_kind(kind)
        self._fill.setVisible(kind is PaperKind.EXPIRED)
        self.entry.renew()

    def show_lines(self, lines: Sequence[EntryLine], words: str) -> None:
        """The lines on the paper and what they come to."""
        self.lines.set_rows(lines)
        self.lines.set_totals(words)
        self._offer()

    def clear(self) -> None:
        """Ready for the next paper."""
        self.heading.clear()
        self.entry.clear()
        self.message.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.entry)
        card.body.addWidget(self.message)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._new)
        acts.addWidget(self._fill)
        acts.addStretch(1)
        acts.addWidget(self._edit)
        acts.addWidget(self._drop)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(card)
        right.addWidget(self.lines, 1)
        right.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.heading)
        row.addLayout(right, 1)
        self._fit()

    def _fit(self) -> None:
        self.heading.setFixedWidth(han_width(self, _HEADING_WIDTH))

    def _button(self, name: str, words: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: run())
        return button

    def _offer(self) -> None:
        chosen = self.lines.selected_row() is not None
        self._edit.setEnabled(chosen)
        self._drop.setEnabled(chosen)

    def _take_back(self) -> None:
        line = self.lines.selected_row()
        if line is not None:
            self.removed.emit(line)
            self.entry.show_line(line)

    def _remove(self) -> None:
        line = self.lines.selected_row()
        if line is not None:
            self.removed.emit(line)
