"""改位置: where a book goes on, read off its paper."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from passbook_desk.features.ledger.values import LineRow
from passbook_desk.features.passbooks.books.errors import BalanceAmbiguous
from passbook_desk.features.passbooks.books.values import BookRow, SetPlace
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.fields import CountEdit, PointsEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.passbooks.book_forms import LineChoice
from passbook_desk.ui.pages.passbooks.words import account_title

_WIDE: Final = 30
_SPARE: Final = 3


class PlaceForm(FormDialog):
    """What the program knows is filled in; what the paper says otherwise is typed over it.

    `keep(command)` is called when everything is there. After a restore the same place may be kept: then
    somebody has looked at the paper.
    """

    def __init__(
        self, row: BookRow, lines: Sequence[LineRow], keep: Callable[[SetPlace], None], parent: QWidget
    ) -> None:
        self._row, self._keep = row, keep
        self._uid = new_uid()
        self._page, self._line, self._balance = CountEdit(2), CountEdit(2), PointsEdit()
        self._page.setText(str(row.page))
        self._line.setText(str(row.line))
        self._last = LineChoice(lines)
        self._reason = QLineEdit()
        if row.doubted:
            self._balance.setText(str(row.position.balance))
            self._reason.setText(QCoreApplication.translate("PlaceForm", "恢复备份后看过折"))
        title = QCoreApplication.translate("PlaceForm", "改位置")
        verb = QCoreApplication.translate("PlaceForm", "从这里接着登")
        super().__init__(f"{title}　{account_title(row.account)}", FormPanel(self._fields(), verb), parent)
        self.panel.set_shown("last_seq", False)
        self._balance.textEdited.connect(lambda _text: self.panel.set_shown("last_seq", False))
        self.resize(han_width(self, _WIDE), self.sizeHint().height() + han_width(self, _SPARE))
        self.panel.submitted.connect(self._submit)

    def show_refused(self, error: BaseException) -> None:
        """Say why it could not be kept; offer the lines where the balance fits several."""
        if isinstance(error, BalanceAmbiguous):
            self._last.offer(error)
            self.panel.set_shown("last_seq", True)
        self.panel.show_problem(error)

    def _fields(self) -> list[Field]:
        return [
            Field(
                "page",
                QCoreApplication.translate("PlaceForm", "下一个空行在第几页"),
                self._page,
                required=True,
            ),
            Field(
                "line",
                QCoreApplication.translate("PlaceForm", "下一个空行是第几行"),
                self._line,
                required=True,
            ),
            Field(
                "balance",
                QCoreApplication.translate("PlaceForm", "折上最后写的结余"),
                self._balance,
                help=QCoreApplication.translate(
                    "PlaceForm", "折上的行比账上记的多，才要写；不写就把没登的行接着登。"
                ),
                unit=QCoreApplication.translate("PlaceForm", "分"),
                check=self._balance.value,
            ),
            Field("last_seq", QCoreApplication.translate("PlaceForm", "折上最后一行是"), self._last),
            Field("reason", QCoreApplication.translate("PlaceForm", "为什么改"), self._reason, required=True),
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
                last_seq=self._last.currentData() if self._last.isVisibleTo(self) else None,
                uid=self._uid,
            )
        )
