"""The one book that gets a deed: found by name or number, with its figures."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from passbook_desk.features.ledger.values import BalanceRow
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.shell.choices import book_words
from passbook_desk.ui.shell.picking import PickEdit


class SingleSide(QWidget):
    """`finder` asks for books; `again` once the clerk confirmed a deed that is entered already."""

    def __init__(self, onward: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.again = False
        self.finder = PickEdit(
            self.tr("姓名、拼音首字母、户编号、存折号"), 18, self.tr("没有找到这一户"), onward
        )
        self._book = QLabel()
        self._book.setWordWrap(True)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setProperty("role", "error")
        self._problem.hide()
        card = Card(self.tr("记给谁"))
        for widget in (self.finder, self._problem, self._book):
            card.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def show_book(self, book: BalanceRow | None) -> None:
        """The book to record for, with its figures."""
        self.again = False
        self.finder.set_words(book_words(book.account) if book else "")
        words = self.tr("可用 {spendable} 分　结余 {balance} 分　{grid}")
        waiting = self.tr("{figures}　待审 {pending} 分")
        said = ""
        if book:
            said = words.format(spendable=book.spendable, balance=book.balance, grid=book.account.grid_name)
            said = waiting.format(figures=said, pending=book.pending) if book.pending else said
        self._book.setText(said)
        self.say("")

    def say(self, sentence: str) -> None:
        """Say what is wrong with the choice; an empty sentence takes it back."""
        self._problem.setText(f"✕ {sentence}" if sentence else "")
        self._problem.setVisible(bool(sentence))
