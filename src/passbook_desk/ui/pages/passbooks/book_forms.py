"""The forms of a book's life: issued, taken over from paper, continued where its paper says."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from passbook_desk.features.ledger.values import AccountRow, Colour, LineRow
from passbook_desk.features.passbooks.books.errors import BalanceAmbiguous
from passbook_desk.features.passbooks.books.values import (
    AdoptBook,
    BookRow,
    BookTypeRow,
    IssueBook,
    SetPlace,
)
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.fields import CodeEdit, CountEdit, PointsEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.passbooks.words import account_title, short_book_word

_WIDE: Final = 30
_SPARE: Final = 3
_NUMBER_DIGITS: Final = 21


class IssueForm(FormDialog):
    """Books for accounts that have none; `issue(commands)` is called when everything is chosen.

    For one account a number may be typed: that of stock with printed numbers.
    """

    def __init__(
        self,
        accounts: Sequence[AccountRow],
        types: Sequence[BookTypeRow],
        issue: Callable[[Sequence[IssueBook]], None],
        parent: QWidget,
    ) -> None:
        self._accounts, self._issue = tuple(accounts), issue
        self._uids = [new_uid() for _ in self._accounts]
        self._types: dict[Colour, QComboBox] = {}
        self._number = CodeEdit(_NUMBER_DIGITS, 12)
        title = QCoreApplication.translate("IssueForm", "发折")
        super().__init__(f"{title}　{_whose(self._accounts)}", FormPanel(self._fields(types), title), parent)
        self.resize(han_width(self, _WIDE), self.sizeHint().height() + han_width(self, _SPARE))
        self.panel.submitted.connect(self._submit)

    def show_refused(self, error: BaseException) -> None:
        """Say why no book was made."""
        self.panel.show_problem(error)

    def _fields(self, types: Sequence[BookTypeRow]) -> list[Field]:
        colours = {account.colour for account in self._accounts}
        fields = []
        for colour in (Colour.GREEN, Colour.RED):
            if colour not in colours:
                continue
            combo = type_combo(types, colour)
            self._types[colour] = combo
            word = QCoreApplication.translate("IssueForm", "{book}用哪种折样")
            label = word.format(book=short_book_word(colour))
            fields.append(Field("type" if len(colours) == 1 else colour.value, label, combo, required=True))
        if len(self._accounts) == 1:
            help_words = QCoreApplication.translate(
                "IssueForm", "空着就按村里的规则编号；折上印好了号的，照着写。"
            )
            label = QCoreApplication.translate("IssueForm", "存折号")
            fields.append(Field("number", label, self._number, help=help_words))
        return fields

    def _submit(self) -> None:
        self.panel.set_busy(True)
        if len(self._accounts) > 1:
            words = QCoreApplication.translate("IssueForm", "正在发 {count} 本，请等一下…")
            self.panel.message.say(words.format(count=len(self._accounts)), Mood.NOTE)
        number = self._number.code()
        self._issue(
            [
                IssueBook(account.id, int(self._types[account.colour].currentData()), number, uid)
                for account, uid in zip(self._accounts, self._uids, strict=True)
            ]
        )


class LineChoice(QComboBox):
    """Which line of the account stands last on the paper, where several have the balance written there."""

    def __init__(self, lines: Sequence[LineRow]) -> None:
        super().__init__()
        self._lines = tuple(lines)

    def offer(self, error: BalanceAmbiguous) -> None:
        """List the lines that have the balance, the last of them chosen."""
        wanted = set(error.params["lines"]) if isinstance(error.params["lines"], tuple) else set()
        self.clear()
        if 0 in wanted:
            self.addItem(QCoreApplication.translate("AdoptForm", "一行都没写"), 0)
        words = QCoreApplication.translate("AdoptForm", "第 {seq} 行　{day}　{words}")
        for line in self._lines:
            if line.account_seq in wanted:
                said = words.format(
                    seq=line.account_seq,
                    day=day_text(line.occurred_on),
                    words=line.item_text,
                )
                self.addItem(said, line.account_seq)
        self.setCurrentIndex(self.count() - 1)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + han_width(self, 1))


class PaperForm(FormDialog):
    """What is read off a paper book: the next free place and the balance written last.

    Where several lines of the account have the balance that was typed, they are offered to choose from.
    """

    def __init__(self, title: str, verb: str, lines: Sequence[LineRow], parent: QWidget) -> None:
        self._uid = new_uid()
        self._page, self._line, self._balance = CountEdit(2), CountEdit(2), PointsEdit()
        self._last = LineChoice(lines)
        super().__init__(title, FormPanel(self._fields(), verb), parent)
        self.panel.set_shown("last_seq", False)
        self._balance.textEdited.connect(lambda _text: self.panel.set_shown("last_seq", False))
        self.resize(han_width(self, _WIDE), self.sizeHint().height() + han_width(self, _SPARE))
        self.panel.submitted.connect(self._submit)

    def show_refused(self, error: BaseException) -> None:
        """Say why it was not kept; offer the lines where the balance fits several."""
        if isinstance(error, BalanceAmbiguous):
            self._last.offer(error)
            self.panel.set_shown("last_seq", True)
            QTimer.singleShot(0, self, self._grow)
        self.panel.show_problem(error)

    def _grow(self) -> None:
        """Make room for what is asked in addition, once it has its place."""
        most = self.screen().availableSize().height() - han_width(self, _SPARE)
        self.resize(self.width(), min(self.height() + self.panel.hidden_height, most))

    @abstractmethod
    def _fields(self) -> list[Field]:
        """All fields of the form, those of the place among them."""

    @abstractmethod
    def _submit(self) -> None:
        """Hand over what was filled in."""

    def _place_fields(self, balance_help: str, *, balance_required: bool) -> list[Field]:
        return [
            Field(
                "page",
                QCoreApplication.translate("PaperForm", "下一个空行在第几页"),
                self._page,
                required=True,
            ),
            Field(
                "line",
                QCoreApplication.translate("PaperForm", "下一个空行是第几行"),
                self._line,
                required=True,
            ),
            Field(
                "balance",
                QCoreApplication.translate("PaperForm", "折上最后写的结余"),
                self._balance,
                help=balance_help,
                unit=QCoreApplication.translate("PaperForm", "分"),
                required=balance_required,
                check=self._balance.value,
            ),
            Field("last_seq", QCoreApplication.translate("PaperForm", "折上最后一行是"), self._last),
        ]

    def _chosen_seq(self) -> int | None:
        """The line that was chosen among those offered."""
        return self._last.currentData() if self._last.isVisibleTo(self) else None


class AdoptForm(PaperForm):
    """A paper book kept by hand so far; `adopt(command)` is called when everything is there."""

    def __init__(
        self,
        account: AccountRow,
        types: Sequence[BookTypeRow],
        lines: Sequence[LineRow],
        adopt: Callable[[AdoptBook], None],
        parent: QWidget,
    ) -> None:
        self._account, self._adopt = account, adopt
        self._type = type_combo(types, account.colour)
        self._number = CodeEdit(_NUMBER_DIGITS, 12)
        word = QCoreApplication.translate("AdoptForm", "接手旧折")
        super().__init__(f"{word}　{account_title(account)}", word, lines, parent)

    def _fields(self) -> list[Field]:
        return [
            Field("type", QCoreApplication.translate("AdoptForm", "折样"), self._type, required=True),
            Field(
                "number",
                QCoreApplication.translate("AdoptForm", "存折号"),
                self._number,
                help=QCoreApplication.translate("AdoptForm", "照折上写；折上没有号的空着，按村里的规则编。"),
            ),
            *self._place_fields(
                QCoreApplication.translate("AdoptForm", "一行都没写的填 0。"), balance_required=True
            ),
        ]

    def _submit(self) -> None:
        self.panel.set_busy(True)
        self._adopt(
            AdoptBook(
                account_id=self._account.id,
                type_id=int(self._type.currentData()),
                page=self._page.value() or 0,
                line=self._line.value() or 0,
                balance=self._balance.value() or ZERO,
                number=self._number.code(),
                last_seq=self._chosen_seq(),
                uid=self._uid,
            )
        )


class PlaceForm(PaperForm):
    """改位置: what the program knows is filled in; what the paper says otherwise is typed over it.

    `keep(command)` is called when everything is there. After a restore the same place may be kept: then
    somebody has looked at the paper.
    """

    def __init__(
        self, row: BookRow, lines: Sequence[LineRow], keep: Callable[[SetPlace], None], parent: QWidget
    ) -> None:
        self._row, self._keep = row, keep
        self._reason = QLineEdit()
        title = QCoreApplication.translate("PlaceForm", "改位置")
        verb = QCoreApplication.translate("PlaceForm", "从这里接着登")
        super().__init__(f"{title}　{account_title(row.account)}", verb, lines, parent)
        self._page.set_value(row.page)
        self._line.set_value(row.line)
        if row.doubted:
            self._balance.setText(str(row.position.balance))
            self._reason.setText(QCoreApplication.translate("PlaceForm", "恢复备份后看过折"))

    def _fields(self) -> list[Field]:
        words = QCoreApplication.translate(
            "PlaceForm", "折上的行比账上记的多，才要写；不写就把没登的行接着登。"
        )
        reason = QCoreApplication.translate("PlaceForm", "为什么改")
        return [
            *self._place_fields(words, balance_required=False),
            Field("reason", reason, self._reason, required=True),
        ]

    def _submit(self) -> None:
        self.panel.set_busy(True)
        self._keep(
            SetPlace(
                book_id=self._row.id,
                page=self._page.value() or 0,
                line=self._line.value() or 0,
                reason=self._reason.text(),
                balance=self._balance.value(),
                last_seq=self._chosen_seq(),
                uid=self._uid,
            )
        )


def _whose(accounts: Sequence[AccountRow]) -> str:
    if len(accounts) == 1:
        return account_title(accounts[0])
    words = QCoreApplication.translate("IssueForm", "列出的 {count} 个账号各一本")
    return words.format(count=len(accounts))


def type_combo(types: Sequence[BookTypeRow], colour: Colour) -> QComboBox:
    """A box with the kinds of books for a colour; each row has the id of its kind."""
    combo = QComboBox()
    for kind in types:
        if kind.layout.colour in (None, colour):
            combo.addItem(kind.layout.name, kind.id)
    return combo
