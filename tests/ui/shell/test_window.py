import threading
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.period import NotADate
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.find_panel import FindHit
from passbook_desk.ui.shell.finding import FindBox
from passbook_desk.ui.shell.rail import RailEntry
from passbook_desk.ui.shell.routes import HOME, Route
from passbook_desk.ui.shell.status import StatusFacts, StatusLine, backup_words
from passbook_desk.ui.shell.strips import ProgressStrip
from passbook_desk.ui.shell.window import Window
from ui.surroundings import types

LEDGER, HOUSEHOLD, SETTINGS = Route("ledger"), Route("household", {"id": 12}), Route("settings")


class Sheet(PageFrame):
    """A page that remembers what the frame did to it."""

    topics = frozenset({Topic.LEDGER})

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.acts: list[object] = []
        self.lets_go = True
        self.line = QLineEdit()
        self.body.addWidget(self.line)
        saving = Action("ledger.save", "保存", lambda: self.acts.append("saved"), "F8", primary=True)
        self.set_actions([saving])

    def help_steps(self) -> tuple[str, ...]:
        return ("选事项。", "勾户。", "按 F8 保存。")

    def enter(self, params: Mapping[str, object]) -> None:
        self.acts.append(("enter", dict(params)))

    def leave(self) -> bool:
        return self.lets_go

    def refresh(self, topics: frozenset[Topic]) -> None:
        self.acts.append(("refresh", set(topics)))


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, jobs: JobRunner) -> Window:
    made = Window(
        theme,
        jobs,
        {
            "home": lambda: Sheet("首页"),
            "ledger": lambda: Sheet("积分录入"),
            "household": lambda: Sheet("王建国户"),
            "settings": lambda: Sheet("设置"),
        },
        [
            RailEntry(1, "首页", HOME),
            RailEntry(3, "积分录入", LEDGER, frozenset({"household"})),
            RailEntry(0, "设置", SETTINGS),
        ],
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.go(HOME)
    return made


def _sheet(window: Window) -> Sheet:
    page = window.page
    assert isinstance(page, Sheet)
    return page


def _rail_words(window: Window) -> list[str]:
    return [b.text() for b in window.findChildren(QPushButton) if b.property("role") == "rail"]


def _shown_words(window: Window) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_only_built_pages_are_shown_and_numbers_stay_free(window: Window) -> None:
    assert _rail_words(window) == ["① 首页  ▸", "③ 积分录入", "⓪ 设置"]


def test_the_current_word_is_marked_by_bar_bold_and_arrow(window: Window) -> None:
    window.go(HOUSEHOLD)
    assert _rail_words(window)[1].endswith("▸")
    marked = next(b for b in window.findChildren(QPushButton) if b.text().endswith("▸"))
    assert marked.isChecked()
    assert "font-weight: bold" in QApplication.instance().styleSheet()


def test_pages_are_made_on_their_first_visit_and_entered_on_each(window: Window) -> None:
    window.go(HOUSEHOLD)
    household = _sheet(window)
    assert household.acts == [("enter", {"id": 12})]
    window.back()
    window.go(Route("household", {"id": 13}))
    assert window.page is household
    assert household.acts[-1] == ("enter", {"id": 13})


@pytest.mark.parametrize(
    ("key", "modifier", "title"),
    [
        (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier, "积分录入"),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, "设置"),
    ],
)
def test_keys_jump_to_pages_and_escape_comes_back(
    window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier, title: str
) -> None:
    QTest.keyClick(window, key, modifier)
    assert _sheet(window).title == title
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert _sheet(window).title == "首页"
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert _sheet(window).title == title


def test_a_page_that_keeps_the_clerk_keeps_its_mark(window: Window, qtbot: QtBot) -> None:
    window.go(LEDGER)
    page = _sheet(window)
    page.lets_go = False
    home = next(b for b in window.findChildren(QPushButton) if b.text().startswith("①"))
    qtbot.mouseClick(home, Qt.MouseButton.LeftButton)
    assert window.page is page
    assert not home.isChecked()
    page.lets_go = True
    qtbot.mouseClick(home, Qt.MouseButton.LeftButton)
    assert _sheet(window).title == "首页"


def test_acts_of_a_page_run_by_button_and_by_key(window: Window, qtbot: QtBot) -> None:
    window.go(LEDGER)
    page = _sheet(window)
    button = page.act_button("ledger.save")
    assert button is not None
    assert button.text() == "保存  F8"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    page.line.setFocus()
    QTest.keyClick(page.line, Qt.Key.Key_F8)
    assert page.acts.count("saved") == 2


def test_a_changed_topic_refreshes_the_page_in_front_and_others_on_their_next_visit(window: Window) -> None:
    window.go(LEDGER)
    ledger = _sheet(window)
    window.go(HOME)
    home = _sheet(window)
    home.acts.clear()
    ledger.acts.clear()
    window.changed(frozenset({Topic.LEDGER, Topic.EVENTS}))
    window.changed(frozenset({Topic.EVENTS}))
    assert home.acts == [("refresh", {Topic.LEDGER, Topic.EVENTS})]
    assert ledger.acts == []
    window.go(LEDGER)
    assert ledger.acts == [("refresh", {Topic.LEDGER, Topic.EVENTS}), ("enter", {})]
    window.go(HOME)
    window.go(LEDGER)
    assert ledger.acts[2:] == [("enter", {})]


def test_what_was_done_is_told_and_can_be_undone_once(window: Window, qtbot: QtBot) -> None:
    undone: list[str] = []
    window.done("记了 40 户，共 405 分。", "记40户", lambda: undone.append("x"))
    assert "记了 40 户，共 405 分。" in _shown_words(window)
    button = next(b for b in window.findChildren(QPushButton) if b.text() == "↶ 撤销 记40户")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == ["x"]
    assert not button.isVisible()
    assert "405" not in _shown_words(window)
    window.undo_last()
    assert undone == ["x"]


def test_the_toast_offers_the_same_undo(window: Window, qtbot: QtBot) -> None:
    undone: list[str] = []
    window.done("已冲销第 12 行。", "冲销", lambda: undone.append("x"))
    toast = next(b for b in window.findChildren(QPushButton) if b.text() == "撤销")
    qtbot.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert undone == ["x"]
    window.done("已存盘。")
    assert not toast.isVisible()


class Opener(QObject):
    """Stands for the program of the desktop that opens a file."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toLocalFile())


def test_the_toast_of_a_file_that_was_made_opens_it(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        window.made("已存为 花名册.xlsx。", tmp_path / "花名册.xlsx")
        toast = next(b for b in window.findChildren(QPushButton) if b.text() == "打开")
        qtbot.mouseClick(toast, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(tmp_path / "花名册.xlsx")]
    assert not toast.isVisible()


def test_trouble_is_said_on_the_page_in_front_and_cancel_only_in_passing(window: Window) -> None:
    window.problem(NotADate(text="x"))
    assert _sheet(window).message.words == "“x”不是日期，请写成 2026.6.3。"
    _sheet(window).message.clear()
    window.problem(Cancelled())
    assert _sheet(window).message.words == ""
    assert "已取消" in _shown_words(window)


def test_f1_explains_the_page_in_three_steps_with_its_keys(window: Window) -> None:
    window.go(LEDGER)
    QTest.keyClick(window, Qt.Key.Key_F1)
    words = _shown_words(window)
    assert "帮助：积分录入" in words
    assert "1.  选事项。" in words
    assert "F8 保存" in words
    QTest.keyClick(window, Qt.Key.Key_F1)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert _sheet(window).title == "积分录入"


def test_f3_finds_and_enter_opens_what_was_found(window: Window, qtbot: QtBot) -> None:
    asked: list[str] = []

    def finder(text: str, absent: bool) -> list[FindHit]:
        asked.append(text)
        hits = [FindHit("王建国", HOUSEHOLD, "03012"), FindHit("王建军", LEDGER, "03013")]
        return hits if text == "wj" else []

    window.set_finder(finder)
    QTest.keyClick(window, Qt.Key.Key_F3)
    line = QApplication.focusWidget()
    assert isinstance(line, FindBox)
    types(line, "zx")
    found = window.findChild(QListWidget)
    qtbot.waitUntil(lambda: "没有找到“zx”" in "".join(line.shown))
    line.clear()
    types(line, "wj")
    qtbot.waitUntil(lambda: found.count() == 2)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert window.nav.here == HOUSEHOLD
    assert not found.isVisible()
    assert line.text() == ""
    assert asked == ["zx", "wj"]


def test_an_answer_that_comes_too_late_is_not_shown(window: Window, qtbot: QtBot, jobs: JobRunner) -> None:
    release = threading.Event()

    def slow(text: str, absent: bool) -> list[FindHit]:
        release.wait(10)
        return [FindHit(text, HOME), FindHit("王", HOME)]

    window.set_finder(slow)
    QTest.keyClick(window, Qt.Key.Key_F3)
    line = QApplication.focusWidget()
    types(line, "w")
    QTest.keyClick(line, Qt.Key.Key_Return)
    types(line, "j")
    QTest.keyClick(line, Qt.Key.Key_Return)
    release.set()
    found = window.findChild(QListWidget)
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert [found.item(n).text() for n in range(found.count())] == ["1  wj", "2  王"]


def test_the_frame_names_village_year_operator_and_state(window: Window, clock: FixedClock) -> None:
    window.set_village("槐园社区", 2026)
    window.set_operator("刘文书", frozenset(Act))
    window.set_status(StatusFacts(38, Points(41200), clock.now()), clock.now())
    words = _shown_words(window)
    assert window.findChild(QPushButton, "frame.lock").text() == "刘文书"  # type: ignore[union-attr]
    for word in (
        "槐园社区 · 2026年",
        "今日 38 笔  ＋412 分",
        "✓ 已存盘",
        "上次备份 今天",
        "F1 帮助",
    ):
        assert word in words
    assert window.windowTitle() == "槐园社区 · 2026年 - 红绿存折"


def test_the_age_of_the_backup_is_told_in_words(clock: FixedClock, theme: Theme) -> None:
    now = clock.now()
    assert backup_words(None, now) == "还没有备份"
    assert backup_words(now - timedelta(days=1), now).startswith("上次备份 昨天")
    assert backup_words(now - timedelta(days=3), now) == "上次备份 3 天前"


def test_the_foot_says_while_something_is_being_saved(window: Window, qtbot: QtBot, jobs: JobRunner) -> None:
    release = threading.Event()
    jobs.desk(lambda: release.wait(10), lambda _: None)
    foot = window.findChild(StatusLine)
    assert "正在保存…" in foot.words
    release.set()
    qtbot.waitUntil(lambda: "✓ 已存盘" in foot.words)


def test_work_that_lasts_shows_its_count_and_can_be_cancelled(
    window: Window, qtbot: QtBot, jobs: JobRunner
) -> None:
    ended: list[BaseException] = []

    def work(progress: object) -> None:
        progress.step(120, 500)  # type: ignore[attr-defined]
        while True:
            progress.check()  # type: ignore[attr-defined]

    jobs.press(work, pytest.fail, ended.append, "正在生成…")
    strip = window.findChild(ProgressStrip)
    qtbot.waitUntil(lambda: strip.words == "正在生成… 120/500")
    cancel = next(b for b in strip.findChildren(QPushButton) if b.text() == "取消")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(ended) == 1)
    assert strip.words == ""


def test_keys_change_the_text_size_everywhere(window: Window, theme: Theme) -> None:
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.size == 14
    QTest.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert theme.size == 18
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.size == 12


def test_drafts_are_shown_beside_the_word(window: Window) -> None:
    window.go(LEDGER)
    _sheet(window).drafts_changed.emit(1)
    assert _rail_words(window)[1] == "③ 积分录入 •1▸"
    _sheet(window).drafts_changed.emit(0)
    assert _rail_words(window)[1] == "③ 积分录入  ▸"


def test_a_narrow_window_keeps_number_and_two_characters(window: Window) -> None:
    window.resize(1000, 700)
    assert _rail_words(window) == ["① 首页", "③ 积分", "⓪ 设置"]
    window.resize(1366, 768)
    assert _rail_words(window)[1] == "③ 积分录入"


def test_closing_is_told_once_the_page_agrees(window: Window, qtbot: QtBot) -> None:
    told: list[str] = []
    window.closing.connect(lambda: told.append("x"))
    _sheet(window).lets_go = False
    assert not window.close()
    assert told == []
    _sheet(window).lets_go = True
    assert window.close()
    assert told == ["x"]


def test_acts_in_a_footer_work_as_those_in_the_head(window: Window) -> None:
    page = _sheet(window)
    act = Action("sheet.draw", "出榜", lambda: page.acts.append("drawn"), "F9")
    page.footer.addWidget(action_button(act))
    bind(page, [act])
    page.line.setFocus()
    QTest.keyClick(page.line, Qt.Key.Key_F9)
    assert "drawn" in page.acts
    page.set_actions([])
    assert page.actions_shown == ()


def test_what_somebody_may_not_do_has_no_button_and_its_key_does_nothing(window: Window) -> None:
    window.go(LEDGER)
    page = window.page
    assert isinstance(page, Sheet)
    saving = page.findChild(QPushButton, "ledger.save")
    assert saving is not None
    window.set_operator("陈支书", frozenset({Act.READ}))
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert saving.isHidden()
    window.set_operator("刘文书", frozenset(Act))
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert not saving.isHidden()
    assert page.acts.count("saved") == 1


def test_a_sheet_covers_everything_and_takes_the_keys_until_it_is_gone(window: Window) -> None:
    window.go(LEDGER)
    page = window.page
    assert page is not None
    sheet = QLabel("请登录")
    window.cover(sheet)
    assert window.covered
    assert sheet.isVisible()
    assert not page.isVisible()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    window.cover(None)
    assert window.page is page
    assert page.isVisible()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.page is not page


def test_the_name_in_the_top_bar_and_ctrl_l_ask_for_the_lock(window: Window) -> None:
    asked: list[bool] = []
    window.lock_asked.connect(lambda: asked.append(True))
    window.set_operator("刘文书", frozenset(Act))
    QTest.mouseClick(window.findChild(QPushButton, "frame.lock"), Qt.MouseButton.LeftButton)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 2
