from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.notices.values import HangNotice
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action, bind
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.theme import han_width

_LONGEST: Final = 200
_WIDE: Final = 30


class HangForm(QWidget):
    """张贴登记: where a notice hangs, since when, until when and who hung it.

    The last day follows the first one until somebody writes it. `submitted(command)` comes when all is said.
    """

    submitted = Signal(object)

    def __init__(self, clock: Clock, *, scrolling: bool = True) -> None:
        super().__init__()
        self._clock = clock
        self._number, self._uid = "", new_uid()
        self._days = timedelta()
        self._proposed: date | None = None
        self.place, self.who, self.words = QLineEdit(), QLineEdit(), QLineEdit()
        for line in (self.place, self.who, self.words):
            line.setMaxLength(_LONGEST)
        self.hung_on, self.until_on = LenientDateEdit(clock), LenientDateEdit(clock)
        self.panel = FormPanel(self._fields(), self.tr("登记张贴"), scrolling)
        self.panel.save_button.setObjectName("notice.hang")
        self.panel.submitted.connect(self._submit)
        self.hung_on.changed.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def begin(self, number: str, places: str, days: int, who: str) -> None:
        """Propose what is usual: today at the village's places for so many days, hung by who works now."""
        self._number, self._uid, self._days = number, new_uid(), timedelta(days=days - 1)
        self.panel.clear_problems()
        self.panel.set_busy(False)
        self.place.setText(places)
        self.who.setText(who)
        self.words.clear()
        self.until_on.set_day(None)
        self.hung_on.set_day(None)
        self.hung_on.set_day(self._clock.today())

    def submit(self) -> None:
        """As if the button were pressed."""
        self.panel.submit()

    def show_refused(self, error: BaseException) -> None:
        """Say beside its field why it was not kept."""
        self.panel.show_problem(error)

    def _fields(self) -> list[Field]:
        return [
            Field("place", self.tr("贴在哪里"), self.place, required=True),
            Field("hung_on", self.tr("张贴日期"), self.hung_on, required=True, check=self.hung_on.day),
            Field("until_on", self.tr("贴到"), self.until_on, required=True, check=self.until_on.day),
            Field("who", self.tr("谁贴的"), self.who, required=True),
            Field("words", self.tr("备注"), self.words),
        ]

    def _follow(self, day: date | None) -> None:
        written = self.until_on.edit.text()
        untouched = self._proposed is not None and written == day_text(self._proposed)
        if day is not None and (not written or untouched):
            self._proposed = day + self._days
            self.until_on.set_day(self._proposed)

    def _submit(self) -> None:
        hung_on, until_on = self.hung_on.day(), self.until_on.day()
        if hung_on is None or until_on is None:
            return
        self.panel.set_busy(True)
        self.submitted.emit(
            HangNotice(
                uid=self._uid,
                number=self._number,
                hung_on=hung_on,
                until_on=until_on,
                place=self.place.text(),
                who=self.who.text(),
                words=self.words.text(),
            )
        )


class HangDialog(FormDialog):
    """张贴登记 over the card; it stays until the notice hangs."""

    def __init__(self, form: HangForm, parent: QWidget) -> None:
        title = QCoreApplication.translate("HangDialog", "张贴登记")
        super().__init__(title, form.panel, parent)
        self._form = form
        bind(self, [Action("notice.hang", title, form.submit, "F8")])
        self.resize(han_width(self, _WIDE), self.sizeHint().height())

    def done(self, result: int) -> None:
        """Closed; the form is used once."""
        super().done(result)
        self._form.deleteLater()
        self.deleteLater()
