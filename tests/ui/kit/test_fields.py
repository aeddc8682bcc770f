import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from passbook_desk.kernel.points import NotANumber, Points
from passbook_desk.ui.kit.fields import CodeEdit, CountEdit, FindEdit, PointsEdit
from passbook_desk.ui.kit.theme import Theme
from ui.surroundings import types


@pytest.fixture
def points(qtbot: QtBot, theme: Theme) -> PointsEdit:
    edit = PointsEdit()
    qtbot.addWidget(edit)
    return edit


@pytest.mark.parametrize(
    ("typed", "shown", "worth"),
    [
        ("10", "10", "10"),
        ("１０", "10", "10"),
        ("0.5", "0.5", "0.5"),
        ("1。5", "1.5", "1.5"),
        ("－3", "-3", "-3"),
        ("5*3", "5*3", "15"),
        ("5×3", "5*3", "15"),
        ("0.5＊3", "0.5*3", "1.5"),
    ],
)
def test_points_are_read_key_by_key(points: PointsEdit, typed: str, shown: str, worth: str) -> None:
    types(points, typed)
    assert points.text() == shown
    assert points.value() == Points.parse(worth)


@pytest.mark.parametrize("typed", ["十", "1.234", "5*", "5*x", "*3"])
def test_what_is_no_number_is_refused(points: PointsEdit, typed: str) -> None:
    types(points, typed)
    with pytest.raises(NotANumber):
        points.value()


def test_an_empty_field_is_no_points(points: PointsEdit) -> None:
    assert points.value() is None
    points.set_value(Points(1050))
    assert points.text() == "10.5"


def test_the_input_method_is_off_where_digits_are_typed(qtbot: QtBot, points: PointsEdit) -> None:
    code = CodeEdit()
    qtbot.addWidget(code)
    for edit in (points, code):
        assert edit.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False


def test_a_code_takes_its_digits_only(qtbot: QtBot, theme: Theme) -> None:
    code = CodeEdit(digits=12)
    qtbot.addWidget(code)
    types(code, "１1010x5001 0019999")
    assert code.code() == "110105001001"


def test_counts_are_whole_numbers(qtbot: QtBot, theme: Theme) -> None:
    count = CountEdit()
    qtbot.addWidget(count)
    types(count, "１2a")
    assert count.value() == 12
    count.set_value(None)
    assert count.value() is None


def test_find_hears_what_is_still_being_composed(qtbot: QtBot, theme: Theme) -> None:
    find = FindEdit("查找")
    qtbot.addWidget(find)
    with qtbot.waitSignal(find.found) as told:
        QApplication.sendEvent(find, QInputMethodEvent("w'j g", []))
    assert told.args == ["wjg"]
    assert find.text() == ""


def test_find_waits_for_a_pause_and_tells_a_text_once(qtbot: QtBot, theme: Theme) -> None:
    find = FindEdit()
    qtbot.addWidget(find)
    told: list[str] = []
    find.found.connect(told.append)
    types(find, "王国")
    assert told == []
    qtbot.waitUntil(lambda: told == ["王国"])
    QTest.keyClick(find, Qt.Key.Key_Return)
    assert told == ["王国"]


def test_enter_goes_into_what_was_found_at_once(qtbot: QtBot, theme: Theme) -> None:
    find = FindEdit()
    qtbot.addWidget(find)
    order: list[str] = []
    find.found.connect(order.append)
    find.down.connect(lambda: order.append("down"))
    types(find, "李")
    QTest.keyClick(find, Qt.Key.Key_Return)
    assert order == ["李", "down"]


def test_escape_clears_the_line_first(qtbot: QtBot, theme: Theme) -> None:
    find = FindEdit()
    qtbot.addWidget(find)
    find.setText("王")
    QTest.keyClick(find, Qt.Key.Key_Escape)
    assert find.text() == ""


def test_the_wheel_changes_nothing_that_has_no_focus(qtbot: QtBot, theme: Theme) -> None:
    combo = QComboBox()
    combo.addItems(["一", "二", "三"])
    qtbot.addWidget(combo)
    combo.show()
    combo.clearFocus()
    spot = QPointF(5, 5)
    wheel = QWheelEvent(
        spot,
        combo.mapToGlobal(spot),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)
    assert combo.currentIndex() == 0
