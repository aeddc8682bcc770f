"""A column that scrolls only as far as it has something to show."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from passbook_desk.ui.kit.scrolling import ScrollColumn


def test_nothing_is_left_to_scroll_when_long_words_make_way_for_none(qtbot: QtBot) -> None:
    sheet = ScrollColumn()
    words = QLabel("这本存折已经挂失，请不要再凭它办事。" * 20)
    words.setWordWrap(True)
    sheet.column.addWidget(words)
    qtbot.addWidget(sheet)
    sheet.resize(300, 120)
    sheet.show()
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() > 0)
    words.hide()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() == 0)
