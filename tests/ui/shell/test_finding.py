import threading
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.find_panel import FindHit
from passbook_desk.ui.shell.finding import FindBox
from passbook_desk.ui.shell.routes import Route
from ui.surroundings import types

FIRST, SECOND, GONE = (
    Route("household", {"id": 1}),
    Route("household", {"id": 2}),
    Route("household", {"id": 3}),
)
WANGS = (
    FindHit("王建国", FIRST, "01001", "第一网格", "1", phone="138****0001"),
    FindHit("王建军", SECOND, "01002", "第一网格", "3栋2单元501", head="单秀英"),
)
WHO_LEFT = FindHit("王建业", GONE, "02001", "第二网格", absent=True)


class Registry:
    """Answers as a village would that knows some texts; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.known: dict[str, Sequence[FindHit]] = {}
        self.gate: threading.Event | None = None

    def __call__(self, text: str, absent: bool) -> Sequence[FindHit]:
        self.asked.append(text)
        if self.gate is not None:
            self.gate.wait(10)
        hits = list(self.known.get(text, ()))
        return [WHO_LEFT, *hits] if absent else hits


class Desk(QWidget):
    """A window with the find line on top and another field below it."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self.line = FindBox("F3 查找", self, jobs)
        self.field = QLineEdit()
        self.registry = Registry()
        self.opened: list[Route] = []
        self.line.set_finder(self.registry)
        self.line.chosen.connect(self.opened.append)
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.field)
        column.addStretch(1)
        self.resize(900, 640)

    @property
    def list(self) -> QListWidget:
        found = self.findChild(QListWidget)
        assert found is not None
        return found

    @property
    def moved_out(self) -> QPushButton:
        return next(button for button in self.findChildren(QPushButton) if "迁出户" in button.text())

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, jobs: JobRunner) -> Desk:
    made = Desk(jobs)
    made.registry.known = {"wj": WANGS, "王": WANGS, "0100": WANGS, "wjg": WANGS[:1]}
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.line.setFocus()
    qtbot.waitUntil(made.line.hasFocus)
    return made


def looks_for(desk: Desk, qtbot: QtBot, text: str) -> None:
    """Type and wait for the answer."""
    types(desk.line, text)
    qtbot.waitUntil(lambda: bool(desk.line.shown) and desk.registry.asked[-1:] == [desk.line.wanted()])


def composes(line: FindBox, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(line, event)


def test_each_row_has_its_digit_and_what_tells_namesakes_apart(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "wj")
    assert desk.line.shown == (
        "1  王建国\n01001 · 第一网格 · 1号 · 138****0001",
        "2  王建军\n01002 · 第一网格 · 3栋2单元501 · 户主 单秀英",
    )


def test_a_paper_book_is_named_by_its_number_and_a_barred_one_says_so(desk: Desk, qtbot: QtBot) -> None:
    lost = FindHit("王建国", FIRST, "01001", passbook="20100017011", passbook_end="lost")
    used = FindHit("王建国", FIRST, "01001", passbook="20100017020")
    desk.registry.known["2010"] = (lost, used)
    looks_for(desk, qtbot, "2010")
    assert desk.line.shown == (
        "1  王建国\n01001 · 存折 20100017011 · ⚠ 已挂失",
        "2  王建国\n01001 · 存折 20100017020",
    )


def test_three_initials_and_a_digit_open_a_household(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "wj")
    types(desk.line, "2")
    assert desk.opened == [SECOND]
    assert desk.line.text() == ""
    assert desk.line.shown == ()


def test_a_digit_typed_before_the_answer_waits_for_it(desk: Desk, qtbot: QtBot) -> None:
    types(desk.line, "wj2")
    qtbot.waitUntil(lambda: desk.opened == [SECOND])
    assert desk.registry.asked == ["wj"]


def test_a_digit_without_a_row_is_text(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "wj")
    types(desk.line, "7")
    assert (desk.line.text(), desk.opened) == ("wj7", [])
    desk.line.clear()
    types(desk.line, "wj9")
    qtbot.waitUntil(lambda: desk.line.text() == "wj9")
    assert desk.opened == []


def test_typing_on_before_the_answer_makes_the_digit_text(desk: Desk, qtbot: QtBot) -> None:
    desk.registry.gate = threading.Event()
    types(desk.line, "wj2b")
    desk.registry.gate.set()
    qtbot.waitUntil(lambda: desk.registry.asked[-1] == "wj2b")
    assert (desk.line.text(), desk.opened) == ("wj2b", [])


def test_digits_of_a_number_go_on_with_the_number(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "0100")
    types(desk.line, "1")
    assert (desk.line.text(), desk.opened) == ("01001", [])


def test_alt_and_a_digit_pick_a_row_of_a_number_too(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "0100")
    desk.key(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert desk.opened == []
    desk.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.opened == [SECOND]


def test_in_the_list_a_digit_always_picks(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "0100")
    desk.key(Qt.Key.Key_Down)
    assert desk.list.hasFocus()
    types(desk.list, "2")
    assert desk.opened == [SECOND]


def test_arrows_and_enter_choose_and_a_click_does(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "wj")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        desk.key(key)
    assert desk.opened == [SECOND]
    desk.line.setFocus()
    looks_for(desk, qtbot, "wj")
    middle = desk.list.visualItemRect(desk.list.item(0)).center()
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.opened == [SECOND, FIRST]


def test_enter_opens_the_only_row_even_before_the_answer(desk: Desk, qtbot: QtBot) -> None:
    types(desk.line, "wjg")
    desk.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.opened == [FIRST])


def test_a_scanned_number_opens_its_book(desk: Desk, qtbot: QtBot) -> None:
    desk.registry.known["20100017"] = (FindHit("王建国", FIRST, "01001", book="20100017"),)
    types(desk.line, "20100017")
    desk.key(Qt.Key.Key_Enter)
    qtbot.waitUntil(lambda: desk.opened == [FIRST])
    assert desk.registry.asked == ["20100017"]


def test_one_can_type_on_from_the_list(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "wj")
    desk.key(Qt.Key.Key_Down)
    types(desk.list, "g")
    assert desk.line.hasFocus()
    assert desk.line.text() == "wjg"
    qtbot.waitUntil(lambda: len(desk.line.shown) == 1)


def test_escape_goes_back_a_step_at_a_time(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "wj")
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Escape)
    assert desk.line.hasFocus()
    assert len(desk.line.shown) == 2
    desk.key(Qt.Key.Key_Escape)
    assert (desk.line.text(), desk.line.shown) == ("", ())
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    override.ignore()
    QApplication.sendEvent(desk.line, override)
    assert not override.isAccepted()


def test_nothing_found_says_why_and_offers_who_left(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "zxg")
    assert desk.line.shown == ("没有找到“zxg”。可能是别的读音，或户已迁出（显示迁出户）。",)
    assert desk.moved_out.text().startswith("显示迁出户")
    qtbot.mouseClick(desk.moved_out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.line.shown == ("1  王建业\n02001 · 第二网格 · 不在册",))
    assert desk.line.hasFocus()
    types(desk.line, "1")
    assert desk.opened == [GONE]


def test_who_left_is_shown_by_key_and_hidden_again(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "wj")
    desk.key(Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(desk.line.shown) == 3)
    assert desk.moved_out.text().startswith("不显示迁出户")
    desk.key(Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(desk.line.shown) == 2)
    desk.key(Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(desk.line.shown) == 3)
    desk.line.clear()
    looks_for(desk, qtbot, "wj")
    assert len(desk.line.shown) == 2


def test_pinyin_still_being_composed_is_looked_for_without_its_marks(desk: Desk, qtbot: QtBot) -> None:
    composes(desk.line, "w'j")
    qtbot.waitUntil(lambda: len(desk.line.shown) == 2)
    assert desk.registry.asked == ["wj"]
    assert desk.line.text() == ""
    composes(desk.line, "", "王")
    qtbot.waitUntil(lambda: desk.registry.asked == ["wj", "王"])
    composes(desk.line, "", "２")
    qtbot.waitUntil(lambda: desk.opened == [SECOND])


def test_composing_on_behind_a_character_is_one_text(desk: Desk, qtbot: QtBot) -> None:
    composes(desk.line, "", "王")
    composes(desk.line, "j'g")
    qtbot.waitUntil(lambda: desk.registry.asked == ["王jg"])


def test_a_digit_that_replaces_a_selected_text_is_a_new_text(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "wj")
    desk.line.selectAll()
    types(desk.line, "1")
    assert (desk.line.text(), desk.opened) == ("1", [])


def test_the_list_goes_with_the_clerk_and_comes_back_with_him(desk: Desk, qtbot: QtBot) -> None:
    looks_for(desk, qtbot, "wj")
    desk.field.setFocus()
    assert desk.line.shown == ()
    desk.line.setFocus()
    assert len(desk.line.shown) == 2


def test_no_more_than_nine_rows_are_shown_and_all_lie_inside_the_window(
    desk: Desk, qtbot: QtBot, theme: Theme
) -> None:
    desk.registry.known["w"] = [FindHit(f"王{number}", FIRST, f"0{number}") for number in range(20)]
    for size in (12, 14, 18):
        theme.set_size(size)
        desk.line.clear()
        looks_for(desk, qtbot, "w")
        assert len(desk.line.shown) == 9
        panel = desk.list.parentWidget()
        assert panel is not None
        assert desk.rect().contains(panel.geometry())
        assert panel.mapTo(desk, QPoint(0, 0)).y() >= desk.line.geometry().bottom()


def test_nothing_is_asked_before_a_village_is_open(desk: Desk, qtbot: QtBot) -> None:
    desk.line.set_finder(None)
    types(desk.line, "wj")
    desk.key(Qt.Key.Key_Return)
    assert desk.registry.asked == []
    assert desk.line.shown == ()
