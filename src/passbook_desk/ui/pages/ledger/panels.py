"""The place beside wall, grid and book: recent acts, the usual batches, a sign-in sheet, or nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from passbook_desk.ui.kit.ports import Dialogs
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.ledger.presenter import LedgerPresenter
from passbook_desk.ui.pages.ledger.recent import RecentActs
from passbook_desk.ui.pages.ledger.side import FrequentPanel, SheetPanel

_WIDTH = 24


class Panels(QWidget):
    """At most one of three. `changed` when another one is shown, or none."""

    changed = Signal()

    def __init__(self, presenter: LedgerPresenter, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recent = RecentActs(presenter, dialogs)
        self.frequent = FrequentPanel(presenter.repeat)
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
