"""The short word that goes away by itself."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from passbook_desk.ui.kit.theme import Theme, metrics
from passbook_desk.ui.kit.toast import Toast


def test_a_toast_leaves_the_status_line_and_the_buttons_above_it_in_sight(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    toast = Toast(window)
    toast.say("已送打印机，共 7 页。")
    assert toast.geometry().bottom() < window.height() - metrics().row - metrics().button
    window.resize(1024, 600)
    assert toast.geometry().bottom() < 600 - metrics().row - metrics().button
