from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.errors import EnvironmentProblem, UserError
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import PointsEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.theme import Theme


class Form:
    def __init__(self, clock: FixedClock) -> None:
        self.day = LenientDateEdit(clock, date(2026, 6, 3))
        self.item = QComboBox()
        self.item.addItems(["101 打扫街道"])
        self.points = PointsEdit()
        self.witness = QLineEdit()
        self.note = QPlainTextEdit()
        self.signed = QCheckBox("已签")
        self.submitted = 0
        self.panel = FormPanel(
            [
                Field("occurred_on", "日期", self.day, required=True, check=self.day.day),
                Field("item", "事项", self.item, required=True),
                Field("points", "分值", self.points, unit="分", required=True, check=self.points.value),
                Field("witness", "证明人", self.witness, help="可不填"),
                Field("note", "摘要", self.note),
                Field("signed", "承诺书", self.signed, required=True),
            ],
            "保存",
        )
        self.panel.submitted.connect(self._count)

    def _count(self) -> None:
        self.submitted += 1


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, clock: FixedClock) -> Form:
    made = Form(clock)
    qtbot.addWidget(made.panel)
    with qtbot.waitExposed(made.panel):
        made.panel.show()
    made.panel.activateWindow()
    return made


def test_wrong_fields_are_named_beside_them_and_the_first_gets_the_focus(form: Form, qtbot: QtBot) -> None:
    form.points.setText("十")
    form.panel.submit()
    assert form.submitted == 0
    assert form.panel.problem_of("points") == "“十”不是数，请填数字，最多两位小数。"
    assert form.panel.problem_of("signed") == "请填承诺书。"
    assert form.panel.problem_of("witness") == ""
    assert form.points.property("wrong") is True
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.points)


def test_a_form_that_was_put_right_is_sent_once_while_it_is_busy(form: Form) -> None:
    form.panel.submit()
    form.points.setText("10")
    form.signed.setChecked(True)
    form.panel.submit()
    assert form.submitted == 1
    assert form.panel.problem_of("points") == ""
    assert form.points.property("wrong") is False
    form.panel.set_busy(True)
    form.panel.submit()
    assert form.submitted == 1


def test_enter_goes_from_field_to_field_and_saves_after_the_last(form: Form, qtbot: QtBot) -> None:
    form.points.setText("10")
    form.signed.setChecked(True)
    form.day.edit.setFocus()
    order = [form.item, form.points, form.witness, form.note]
    for widget in order:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert QApplication.focusWidget() is widget
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    assert form.note.toPlainText() == "\n"
    form.signed.setFocus()
    QTest.keyClick(form.signed, Qt.Key.Key_Return)
    assert form.submitted == 1


def test_ctrl_enter_saves_from_anywhere(form: Form) -> None:
    form.points.setText("10")
    form.signed.setChecked(True)
    QTest.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.submitted == 1


def test_a_refusal_goes_to_the_field_it_names_and_keeps_what_was_typed(form: Form) -> None:
    form.points.setText("10")
    form.panel.set_busy(True)
    form.panel.show_problem(NotADate(text="x", field="occurred_on"))
    assert form.panel.problem_of("occurred_on") == "“x”不是日期，请写成 2026.6.3。"
    assert form.points.text() == "10"
    assert form.panel.save_button.isEnabled()


@pytest.mark.parametrize("field", ["", "unknown"])
def test_a_refusal_of_no_field_is_said_above(form: Form, field: str) -> None:
    class Refused(UserError):
        code = "db.disk-full"

    form.panel.show_problem(Refused(field=field))
    assert form.panel.message.words == "磁盘满了，这一步没有保存，请腾出空间再试。"
    form.panel.clear_problems()
    assert form.panel.message.words == ""


def test_trouble_of_the_machine_is_said_above_too(form: Form) -> None:
    form.panel.show_problem(EnvironmentProblem())
    assert form.panel.message.words


def test_a_hidden_field_is_passed_over(form: Form) -> None:
    form.panel.set_shown("item", False)
    form.day.edit.setFocus()
    QTest.keyClick(form.day.edit, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.points
    form.panel.set_shown("item", True)
    assert form.item.isVisible()


def test_what_is_only_told_among_the_fields_is_passed_over(qtbot: QtBot, theme: Theme) -> None:
    name, reason = QLineEdit(), QLineEdit()
    told, after = QLabel("2026-0003"), QLabel("10 分")
    labels = ("兑换单", told), ("户主", name), ("积分", after), ("原因", reason)
    panel = FormPanel([Field(label, label, editor) for label, editor in labels], "退回")
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.begin()
    assert QApplication.focusWidget() is name
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is reason


def test_escape_closes_a_dialog_without_a_question_and_keeps_its_content(
    qtbot: QtBot, theme: Theme, clock: FixedClock
) -> None:
    form = Form(clock)
    dialog = FormDialog("记一笔", form.panel)
    qtbot.addWidget(dialog)
    dialog.open()
    form.points.setText("10")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.open()
    assert form.points.text() == "10"
    assert dialog.panel is form.panel
    dialog.reject()


def test_a_dialog_opens_in_its_first_field_and_stays_where_the_clerk_was_when_it_opens_again(
    qtbot: QtBot, theme: Theme, clock: FixedClock
) -> None:
    form = Form(clock)
    form.panel.set_shown("occurred_on", False)
    dialog = FormDialog("记一笔", form.panel)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    assert dialog.focusWidget() is form.item
    form.witness.setFocus()
    dialog.reject()
    dialog.open()
    assert dialog.focusWidget() is form.witness
    dialog.reject()


def test_ctrl_enter_saves_even_where_no_field_has_the_keys(form: Form) -> None:
    form.points.setText("10")
    form.signed.setChecked(True)
    between = form.panel.findChild(ScrollColumn)
    QTest.keyClick(between, Qt.Key.Key_Return)
    assert form.submitted == 0
    QTest.keyClick(between, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.submitted == 1
