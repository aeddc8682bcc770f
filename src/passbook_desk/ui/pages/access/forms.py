"""Forms of the operators' page: who somebody is and may do, and a PIN."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.access.values import OperatorRow, Role
from passbook_desk.ui.kit.fields import CodeEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.access.presenter import OperatorDraft, OperatorLine, OperatorsPresenter

_DUTIES = {
    Role.RECORDER: QT_TRANSLATE_NOOP("Operators", "记录员：录入、打印、报备"),
    Role.REVIEWER: QT_TRANSLATE_NOOP("Operators", "审核员：审核积分，管细则、设置和操作员"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("Operators", "监督员：查所有账目，冲销，核对"),
    Role.VIEWER: QT_TRANSLATE_NOOP("Operators", "查看：只能看，号码打码"),
}


class OperatorForm(FormDialog):
    """Somebody new, or `known` with another name, other roles or another household."""

    def __init__(
        self,
        presenter: OperatorsPresenter,
        known: OperatorLine | None,
        saved: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._presenter, self._known, self._saved = presenter, known, saved
        self.name, self.household = QLineEdit(), CodeEdit(0, 8)
        self.pin, self.again = _pin_edit(), _pin_edit()
        self.roles = {role: QCheckBox(translate("Operators", duty)) for role, duty in _DUTIES.items()}
        duties = QWidget()
        column = QVBoxLayout(duties)
        column.setContentsMargins(0, 0, 0, 0)
        for box in self.roles.values():
            column.addWidget(box)
        fields = [
            Field("name", QCoreApplication.translate("OperatorForm", "姓名"), self.name, required=True),
            Field("roles", QCoreApplication.translate("OperatorForm", "职责"), duties),
            Field(
                "household",
                QCoreApplication.translate("OperatorForm", "本人的户编号"),
                self.household,
                QCoreApplication.translate("OperatorForm", "住在本村的填，自己家的积分就不会由自己审核。"),
            ),
        ]
        if known is None:
            fields += [
                Field(
                    "pin",
                    QCoreApplication.translate("OperatorForm", "密码"),
                    self.pin,
                    _pin_help(),
                    required=True,
                ),
                Field(
                    "again", QCoreApplication.translate("OperatorForm", "再输一次"), self.again, required=True
                ),
            ]
            title = QCoreApplication.translate("OperatorForm", "添加操作员")
        else:
            self._show(known.row, known.household)
            title = QCoreApplication.translate("OperatorForm", "改操作员")
        self.panel = FormPanel(fields, QCoreApplication.translate("OperatorForm", "保存"))
        super().__init__(title, self.panel, parent)
        self.panel.submitted.connect(self._submit)

    def _show(self, row: OperatorRow, household: str) -> None:
        self.name.setText(row.name)
        self.household.setText(household)
        for role, box in self.roles.items():
            box.setChecked(role in row.roles)

    def _submit(self) -> None:
        if self._known is None and self.pin.text() != self.again.text():
            self.panel.message.say(self.tr("两次输入的密码不一样，请再输一次。"), Mood.ERROR)
            return
        draft = OperatorDraft(
            None if self._known is None else self._known.row.id,
            self.name.text(),
            frozenset(role for role, box in self.roles.items() if box.isChecked()),
            self.household.code(),
            self.pin.text(),
        )
        self.panel.set_busy(True)
        self._presenter.save(draft, self._done, self.panel.show_problem)

    def _done(self) -> None:
        self.accept()
        self._saved()


class PinForm(FormDialog):
    """Another PIN for an operator; one's own is proved by the old one."""

    def __init__(
        self,
        presenter: OperatorsPresenter,
        line: OperatorLine,
        saved: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._presenter, self._line, self._saved = presenter, line, saved
        self.old, self.pin, self.again = _pin_edit(), _pin_edit(), _pin_edit()
        fields = [
            Field(
                "pin", QCoreApplication.translate("PinForm", "新密码"), self.pin, _pin_help(), required=True
            ),
            Field("again", QCoreApplication.translate("PinForm", "再输一次"), self.again, required=True),
        ]
        if line.here and line.row.has_pin:
            fields.insert(
                0,
                Field(
                    "old_pin", QCoreApplication.translate("PinForm", "原来的密码"), self.old, required=True
                ),
            )
        self.panel = FormPanel(fields, QCoreApplication.translate("PinForm", "保存"))
        super().__init__(
            QCoreApplication.translate("PinForm", "设密码：{name}").format(name=line.row.name),
            self.panel,
            parent,
        )
        self.panel.submitted.connect(self._submit)

    def _submit(self) -> None:
        if self.pin.text() != self.again.text():
            self.panel.message.say(self.tr("两次输入的密码不一样，请再输一次。"), Mood.ERROR)
            return
        self.panel.set_busy(True)
        self._presenter.set_pin(
            self._line.row.id, self.pin.text(), self.old.text(), self._done, self.panel.show_problem
        )

    def _done(self) -> None:
        self.accept()
        self._saved()


def _pin_edit() -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def _pin_help() -> str:
    return QCoreApplication.translate("PinForm", "至少 6 位，不要连号、重复和生日。")
