"""The bar that offers what was not saved last time."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from passbook_desk.ui.pages.ledger.drafts import Draft
from passbook_desk.ui.pages.ledger.words import draft_words


class DraftBar(QFrame):
    """Hidden while there is nothing; 继续 and 不要了 for the latest draft, then for the one before it."""

    def __init__(
        self,
        take_up: Callable[[Draft], None],
        throw_away: Callable[[Draft], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._take_up, self._throw_away = take_up, throw_away
        self._draft: Draft | None = None
        self._words = QLabel()
        go_on = QPushButton(self.tr("继续"))
        go_on.setProperty("primary", True)
        go_on.clicked.connect(self._go_on)
        away = QPushButton(self.tr("不要了"))
        away.clicked.connect(self._let_go)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(go_on)
        row.addWidget(away)
        self.setProperty("bar", "note")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def words(self) -> str:
        """What is offered now; empty while the bar is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_drafts(self, earlier: tuple[Draft, ...]) -> None:
        """Offer the latest of these."""
        self._draft = earlier[-1] if earlier else None
        self._words.setText(draft_words(self._draft) if self._draft is not None else "")
        self.setVisible(self._draft is not None)

    def _go_on(self) -> None:
        if self._draft is not None:
            self._take_up(self._draft)

    def _let_go(self) -> None:
        if self._draft is not None:
            self._throw_away(self._draft)
