"""The place beside wall, grid and book: recent acts, the usual batches, a sign-in sheet, or nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from passbook_desk.features.ledger.repeating import EnteredBatch
from passbook_desk.features.ledger.values import VoucherRow
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.ledger.recent import RecentActs
from passbook_desk.ui.pages.ledger.side import FrequentPanel, SheetPanel
from passbook_desk.ui.pages.ledger.values import ItemChoice

_WIDTH = 24


class Panels(QWidget):
    """At most one of three. `changed` when another one is shown, or none."""

    changed = Signal()

    def __init__(
        self,
        reverse: Callable[[VoucherRow], None],
        move: Callable[[VoucherRow, ItemChoice], None],
        choices: Callable[[str], Sequence[ItemChoice]],
        repeat: Callable[[EnteredBatch], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.recent = RecentActs(reverse, move, choices)
        self.frequent = FrequentPanel(repeat)
        self.sheet = SheetPanel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for panel in (self.recent, self.frequent, self.sheet):
            row.addWidget(panel)
        self.frequent.left.connect(lambda: self.put(None))
        self.sheet.left.connect(lambda: self.put(None))
        self.put(None)

    def put(self, shown: QWidget | None) -> None:
        """Show one of the panels, or none."""
        for panel in (self.recent, self.frequent, self.sheet):
            panel.setVisible(panel is shown)
        self.setVisible(shown is not None)
        self.changed.emit()

    def fit(self) -> None:
        """As wide as the text in force allows."""
        self.setMaximumWidth(han_width(self, _WIDTH))
