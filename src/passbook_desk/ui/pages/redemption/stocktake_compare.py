"""对账: what was counted against the book, a reason for every difference."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.redemption.stocktake.values import CountRow, StocktakeCard
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.redemption.stocktake_words import COMPARED, REASONS, points_signed

DIFFERING: Final = "differing"
_UNCOUNTED: Final = "uncounted"
_ALL: Final = "all"


class ComparePane(QWidget):
    """Digits choose a reason for the row one stands on, or one types another; `recount` leads back to count.

    `explain(row, reason)` keeps a reason. `read_only` shows what was found and takes nothing any more.
    """

    recount = Signal(object)

    def __init__(self, explain: Callable[[CountRow, str], None]) -> None:
        super().__init__()
        self._explain = explain
        self._card: StocktakeCard | None = None
        self._read_only = False
        self.table: TablePage[CountRow] = TablePage(
            COMPARED,
            Empty(""),
            chips=(
                Chip(DIFFERING, self.tr("有差异")),
                Chip(_UNCOUNTED, self.tr("没有盘的")),
                Chip(_ALL, self.tr("全部")),
            ),
        )
        self.table.chip_changed.connect(lambda _key: self._list())
        self.table.selected.connect(lambda _row: self._offer())
        self.table.opened.connect(lambda _row: self._write_other())
        self.table.view.installEventFilter(self)
        self._about = QLabel()
        self._about.setProperty("role", "strong")
        self._reasons = QWidget()
        self._reasons.setLayout(self._reason_line())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self._about)
        column.addWidget(self._reasons)

    def show_card(self, card: StocktakeCard, read_only: bool) -> None:
        """Everything as it is now; the clerk stays on the row."""
        self._card, self._read_only = card, read_only
        self._list()

    def go_to(self, row: CountRow) -> None:
        """Stand on a row, whatever is filtered."""
        if not self.table.select(lambda each: each.goods_id == row.goods_id):
            self.table.press_chip(DIFFERING if row.difference else _ALL)
            self.table.select(lambda each: each.goods_id == row.goods_id)
        self.table.view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            text = event.text()
            if text.isdecimal() and 1 <= int(text) <= len(REASONS) and self._explainable() is not None:
                self._choose(REASONS[int(text) - 1])
                return True
        return super().eventFilter(watched, event)

    def _reason_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for number, reason in enumerate(REASONS, start=1):
            button = QPushButton(f"{number} {translate('Stocktake', reason)}")
            button.setObjectName(f"stocktake.reason.{number}")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._pressed, reason))
            line.addWidget(button)
        self.other = QLineEdit()
        self.other.setPlaceholderText(self.tr("别的原因，写好按 Enter"))
        self.other.setAccessibleName(self.tr("别的原因"))
        self.other.setMinimumWidth(han_width(self, 8))
        self.other.returnPressed.connect(self._take_other)
        line.addWidget(self.other, 1)
        again = QPushButton(self.tr("重数"))
        again.setObjectName("stocktake.recount")
        again.setAutoDefault(False)
        again.clicked.connect(self._ask_recount)
        line.addWidget(again)
        return line

    def _list(self) -> None:
        card, chip = self._card, self.table.chip
        if card is None:
            return
        held = self.table.selected_row()
        rows = {
            DIFFERING: tuple(row for row in card.rows if row.difference or row.outdated),
            _UNCOUNTED: card.uncounted,
            _ALL: card.rows,
        }[chip]
        self.table.set_empty(Empty(self._nothing(card, chip)))
        self.table.set_rows(rows)
        kept = held is not None and self.table.select(lambda row: row.goods_id == held.goods_id)
        if not kept and rows:
            first = next((row for row in rows if row.difference and not row.reason), rows[0])
            self.table.select(lambda row: row.goods_id == first.goods_id)
        self.table.set_totals(self._sums(card))
        self._offer()

    def _nothing(self, card: StocktakeCard, chip: str) -> str:
        if chip == _UNCOUNTED:
            return self.tr("每一种都盘过了。")
        return self.tr("盘过的账面和实盘都相符。") if card.counted else self.tr("还没有盘过一种。")

    def _sums(self, card: StocktakeCard) -> str:
        words = self.tr(
            "盘了 {counted} 种，没有盘 {left} 种；多出 {found} 件，少了 {missing} 件，折合 {value} 分"
        )
        return words.format(
            counted=len(card.counted),
            left=len(card.uncounted),
            found=card.found,
            missing=card.missing,
            value=points_signed(card.value),
        )

    def _offer(self) -> None:
        """The reasons for the row one stands on."""
        row = self.table.selected_row()
        card = self._card
        self._reasons.setVisible(not self._read_only and card is not None and bool(card.differing))
        if self._read_only or row is None:
            self._about.setText("")
        elif row.outdated:
            self._about.setText(
                self.tr("“{name}”数过以后账改过，请按“重数”再数一遍。").format(name=row.called)
            )
        elif row.difference:
            words = self.tr("“{name}”{difference}，是什么原因？按数字选，或写别的。")
            self._about.setText(words.format(name=row.called, difference=self._how_much(row)))
        else:
            self._about.setText("")
        self._about.setVisible(bool(self._about.text()))
        self.other.setText(row.reason if row is not None and row.reason not in REASONS else "")
        self._reasons.setEnabled(row is not None and row.counted is not None)

    def _how_much(self, row: CountRow) -> str:
        words = self.tr("多了 {count} {unit}") if row.difference > 0 else self.tr("少了 {count} {unit}")
        return words.format(count=abs(row.difference), unit=row.unit)

    def _explainable(self) -> CountRow | None:
        row = self.table.selected_row()
        return row if row is not None and row.difference and not self._read_only else None

    def _pressed(self, reason: str, _checked: bool = False) -> None:
        self._choose(reason)

    def _choose(self, reason: str) -> None:
        """Keep a reason and go on to the next difference without one."""
        row = self._explainable()
        if row is None:
            return
        self._explain(row, reason)
        card = self._card
        waiting = next((each for each in card.unexplained), None) if card is not None else None
        self.go_to(row if waiting is None else waiting)

    def _take_other(self) -> None:
        reason = self.other.text().strip()
        if reason:
            self._choose(reason)

    def _write_other(self) -> None:
        """Enter on a difference leads to its reason."""
        if self._explainable() is not None:
            self.other.setFocus(Qt.FocusReason.TabFocusReason)
            self.other.selectAll()

    def _ask_recount(self) -> None:
        row = self.table.selected_row()
        if row is not None:
            self.recount.emit(row)
