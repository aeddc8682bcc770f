from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from passbook_desk.features.notices.objections.values import AssignObjection, ObjectionRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action, bind
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel

_MOST_NAME: Final = 50
_MOST_WORDS: Final = 1000
Send = Callable[[AssignObjection, Callable[[BaseException], None]], None]
"""Carries the command out, or tells what it was refused for."""


class AssignForm(FormDialog):
    """Who looks into an objection from now on, and by when it is answered; F8 saves."""

    def __init__(self, row: ObjectionRow, clock: Clock, send: Send, parent: QWidget) -> None:
        self._row, self._send, self._uid = row, send, new_uid()
        self.handler, self.words = QLineEdit(row.handler), QLineEdit()
        self.handler.setMaxLength(_MOST_NAME)
        self.words.setMaxLength(_MOST_WORDS)
        self.words.setPlaceholderText(QCoreApplication.translate("AssignForm", "为什么换人、延期，可以不写"))
        self.due_on = LenientDateEdit(clock, row.due_on)
        panel = FormPanel(
            (
                Field(
                    "handler", QCoreApplication.translate("AssignForm", "谁来查"), self.handler, required=True
                ),
                Field(
                    "due_on",
                    QCoreApplication.translate("AssignForm", "答复期限"),
                    self.due_on,
                    required=True,
                    check=self.due_on.day,
                ),
                Field("words", QCoreApplication.translate("AssignForm", "说明"), self.words),
            ),
            QCoreApplication.translate("AssignForm", "保存"),
        )
        title = QCoreApplication.translate("AssignForm", "换人、延期：{number}")
        super().__init__(title.format(number=row.shown_number), panel, parent)
        bind(self, [Action("objection.assign.save", self.windowTitle(), panel.submit, "F8")])
        panel.submitted.connect(self._submit)

    def done(self, result: int) -> None:
        """Closed; the form is used once."""
        super().done(result)
        self.deleteLater()

    def _submit(self) -> None:
        day: date | None = self.due_on.day()
        if day is None:
            return
        self.panel.set_busy(True)
        command = AssignObjection(self._uid, self._row.id, self.handler.text(), day, self.words.text())
        self._send(command, self.panel.show_problem)
