"""Making a notice: five steps, a proof, what came after it, issuing and hanging."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from builders.deeds import decided
from builders.pages import AtOnce
from builders.posting import SECOND, PostingClerk
from builders.village import booked
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.queries import changes_since_proof, notice_card, notices
from passbook_desk.features.notices.values import NoticeColumn, NoticeKind, PaperSize, Subject
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.ui.pages.notices.wizard_values import Step
from passbook_desk.ui.shell.routes import Route


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path) -> Iterator[PostingClerk]:
    someone = PostingClerk(tmp_path)
    yield someone
    someone.close()


def opened(clerk: PostingClerk, kind: str = "quarter", about: str = SECOND) -> None:
    clerk.go("notice_wizard", kind=kind, about=about)


def at(clerk: PostingClerk, step: Step) -> None:
    """Open the quarter's wizard and go on to a step, making the proof on the way."""
    opened(clerk)
    while clerk.wizard._here < step:
        clerk.key(Qt.Key.Key_F8)


def ticked(boxes: dict[Subject, QCheckBox] | dict[NoticeColumn, QCheckBox]) -> list[str]:
    return [box.text() for box in boxes.values() if box.isVisible() and box.isChecked()]


def test_from_the_list_to_the_wall_it_takes_eight_keys_and_one_answer(clerk: PostingClerk) -> None:
    clerk.go("notices")
    clerk.key(Qt.Key.Key_F8)
    titles = []
    while not clerk.dialogs.asked:
        titles.append(clerk.main)
        clerk.key(Qt.Key.Key_F8)
    assert titles == ["下一步", "下一步", "下一步", "出校样", "下一步", "发布"]
    assert clerk.said.said == [
        "校样出好了。打印出来请管理小组核对。",
        "已发布2026年二季度积分公示，编号 〔2026〕第1号。",
    ]
    assert clerk.main == "登记张贴"
    clerk.key(Qt.Key.Key_F8)
    assert clerk.nav.here == Route("notice", {"number": "2026-01"})
    assert clerk.keys == 8
    with clerk.village.read() as scope:
        card = notice_card(scope, "2026-01")
    (hung,) = card.steps
    assert (hung.place, hung.who, hung.done_on, hung.until_on) == (
        "村务公开栏",
        "刘文书",
        date(2026, 7, 4),
        date(2026, 7, 10),
    )


def test_esc_goes_one_step_back_and_what_was_chosen_stays(clerk: PostingClerk) -> None:
    at(clerk, Step.COLUMNS)
    box = clerk.wizard.columns.columns[NoticeColumn.OPENING]
    QTest.keyClick(box, Qt.Key.Key_Space)
    clerk.key(Qt.Key.Key_F8)
    clerk.key(Qt.Key.Key_F8)
    assert clerk.wizard._here is Step.PROOF
    for step in (Step.WORDS, Step.COLUMNS, Step.WHAT):
        clerk.esc()
        assert clerk.wizard._here is step
    assert NoticeColumn.OPENING not in clerk.wizard._presenter.look.columns  # type: ignore[union-attr]
    assert "期初" not in clerk.paper().split()
    clerk.esc()
    assert clerk.nav.here is not None
    assert clerk.wizard._here is Step.WHAT


def test_steps_that_were_reached_are_ticked_and_can_be_clicked(clerk: PostingClerk) -> None:
    at(clerk, Step.WORDS)
    first = clerk.page.findChild(QPushButton, "wizard.step.1")
    later = clerk.page.findChild(QPushButton, "wizard.step.5")
    assert isinstance(first, QPushButton)
    assert isinstance(later, QPushButton)
    assert (first.text(), later.isEnabled()) == ("✓ ① 内容与期间", False)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert clerk.wizard._here is Step.WHAT


def test_only_what_the_village_lets_on_the_wall_can_be_ticked(clerk: PostingClerk) -> None:
    at(clerk, Step.COLUMNS)
    assert "墙上公示不会出现：身份证号 电话 银行账号" in clerk.words()
    columns = clerk.wizard.columns.columns
    offered = [box.text() for box in columns.values() if box.isVisible()]
    assert offered == ["期初", "加分", "扣分", "兑换", "期末结余", "年度累计"]
    decided(clerk.village, wall_deductions=WallDeductions.HIDDEN, count_when_posted=True)
    clerk.page.refresh(frozenset())
    assert ticked(columns) == ["期初", "增减", "兑换", "期末结余", "公示中", "合计", "年度累计"]
    assert [box.text() for box in columns.values() if box.isVisible()] == [
        "期初",
        "增减",
        "兑换",
        "期末结余",
        "公示中",
        "合计",
        "年度累计",
    ]
    assert "扣分：不单列，和加分合成增减" in clerk.words()


def test_buildings_stand_on_a_sheet_of_their_own(clerk: PostingClerk) -> None:
    at(clerk, Step.WHAT)
    boxes = clerk.wizard.what.subjects
    assert ticked(boxes) == ["家庭绿折", "党员红折", "商铺", "驻地单位"]
    QTest.keyClick(boxes[Subject.BUILDING], Qt.Key.Key_Space)
    assert ticked(boxes) == ["楼栋（单独）"]
    QTest.keyClick(boxes[Subject.MEMBER], Qt.Key.Key_Space)
    assert ticked(boxes) == ["党员红折"]
    content = clerk.wizard._presenter.content
    assert content is not None
    assert {line.colour for line in content.lines} == {Colour.RED}


def test_the_words_of_the_sheet_are_changed_in_the_settings(clerk: PostingClerk) -> None:
    at(clerk, Step.WORDS)
    assert "0351-5550123" in clerk.words()
    wizard = clerk.wizard.words.findChildren(QPushButton)
    for button in wizard:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clerk.went == [
        Route("settings", {"section": "village"}),
        Route("policy", {"section": "notices"}),
    ]


def test_a_late_posting_is_named_before_the_notice_is_issued(clerk: PostingClerk) -> None:
    at(clerk, Step.ISSUE)
    booked(clerk.village, (1,), on=date(2026, 6, 28))
    booked(clerk.village, (4,), "108", on=date(2026, 6, 29))
    booked(clerk.village, (2,), on=date(2026, 7, 2))
    clerk.page.refresh(frozenset())
    box = clerk.wizard.changes
    assert box.message.words == "比校样多 2 笔，已经算进下面这一份。请核对，再重出校样。"
    told = [tuple(str(box.model.index(row, at).data()) for at in (0, 2, 4)) for row in range(2)]
    assert told == [("01001 王建国", "10", "刘文书"), ("02001 欧阳明", "-5", "刘文书")]
    assert box.view.isVisible()
    clerk.dialogs.agree = False
    clerk.press("notice.issue")
    assert clerk.dialogs.asked == ["发布2026年二季度积分公示？发布后不能收回。"]
    with clerk.village.read() as scope:
        assert notices(scope) == ()
    clerk.esc()
    assert clerk.main == "重出校样"
    clerk.press("notice.proof")
    assert not box.isVisible()
    assert clerk.main == "下一步"


def test_whoever_comes_back_to_a_proof_finds_what_changed_first(clerk: PostingClerk) -> None:
    at(clerk, Step.ISSUE)
    clerk.on(date(2026, 7, 6))
    booked(clerk.village, (1,), on=date(2026, 6, 28))
    clerk.go("notices")
    clerk.key(Qt.Key.Key_F8)
    assert clerk.wizard._here is Step.PROOF
    assert clerk.wizard.changes.message.words.startswith("比校样多 1 笔")
    clerk.esc()
    assert clerk.nav.here == Route("notices")


def test_another_paper_asks_for_another_proof(clerk: PostingClerk) -> None:
    at(clerk, Step.PROOF)
    clerk.press("notice.proof")
    assert clerk.main == "下一步"
    proof = clerk.wizard.proof
    proof.paper.setCurrentIndex(proof.paper.findData(PaperSize.A3.value))
    proof.paper.activated.emit(proof.paper.currentIndex())
    assert clerk.wizard.preview._pages[0].width > 400
    assert clerk.main == "重出校样"
    assert "后来改了样式，请重出校样。" in clerk.words()
    clerk.press("notice.proof")
    with clerk.village.read() as scope:
        made = changes_since_proof(scope, NoticeKind.QUARTER, SECOND).proof
    assert made is not None
    assert made.look.paper is PaperSize.A3


def test_letters_that_do_not_fit_the_paper_are_refused_in_words(clerk: PostingClerk) -> None:
    at(clerk, Step.PROOF)
    proof = clerk.wizard.proof
    proof.landscape.setCurrentIndex(1)
    proof.letters.setCurrentIndex(proof.letters.count() - 1)
    proof.letters.activated.emit(0)
    assert clerk.page.message.words == "选的栏目在这种纸上用大字排不下，请少选几栏，或换 A3、横放。"
    proof.letters.setCurrentIndex(0)
    proof.landscape.setCurrentIndex(0)
    proof.letters.activated.emit(0)
    assert clerk.page.message.words == ""


def test_a_quarter_that_still_runs_has_a_proof_and_no_button_to_issue_it(clerk: PostingClerk) -> None:
    opened(clerk, about="2026Q3")
    for _ in range(5):
        clerk.key(Qt.Key.Key_F8)
    assert clerk.wizard._here is Step.ISSUE
    assert clerk.offered == ["notices.excel"]
    assert "2026年三季度积分公示要过了 2026.9.30 才能发布，现在只能看校样。" in clerk.words()


def test_an_issued_quarter_leads_to_its_card_and_back_is_out(clerk: PostingClerk) -> None:
    clerk.go("notices")
    clerk.issued()
    opened(clerk)
    assert clerk.offered == []
    assert "2026年二季度积分公示已发布（〔2026〕第1号）。要重出，请打开它换新版。" in clerk.words()
    clerk.esc()
    assert clerk.nav.here == Route("notices")


def test_after_issuing_the_steps_before_stay_as_they_are(clerk: PostingClerk) -> None:
    at(clerk, Step.ISSUE)
    clerk.key(Qt.Key.Key_F8)
    clerk.page.refresh(frozenset())
    assert "〔2026〕第1号" in clerk.paper()
    clerk.esc()
    assert clerk.wizard._here is Step.PROOF
    assert not clerk.wizard.proof.paper.isEnabled()
    assert clerk.offered == ["notices.excel"]


def test_a_day_before_the_notice_was_issued_is_refused_beside_its_field(clerk: PostingClerk) -> None:
    at(clerk, Step.ISSUE)
    clerk.key(Qt.Key.Key_F8)
    form = clerk.wizard.issue.form
    form.hung_on.set_day(date(2026, 7, 1))
    assert form.until_on.day() == date(2026, 7, 7)
    clerk.press("notice.hang")
    assert form.panel.problem_of("hung_on") == "张贴日期 2026.7.1 早于出榜（2026.7.4），请核对。"
    form.hung_on.set_day(date(2026, 7, 4))
    form.until_on.set_day(date(2026, 7, 20))
    form.hung_on.set_day(date(2026, 7, 3))
    assert form.until_on.day() == date(2026, 7, 20)


def test_a_new_version_goes_through_the_same_steps_with_its_reason(clerk: PostingClerk) -> None:
    clerk.issued()
    clerk.go("notice_wizard", kind="quarter", about=SECOND, again="姓名印错了")
    for _ in range(6):
        clerk.key(Qt.Key.Key_F8)
    with clerk.village.read() as scope:
        newest, first = notices(scope)
    assert (newest.version, newest.reason, first.state.value) == (2, "姓名印错了", "replaced")


def test_changes_of_the_catalogue_have_nothing_to_tick(clerk: PostingClerk) -> None:
    opened(clerk, "catalogue", "1")
    assert ticked(clerk.wizard.what.subjects) == []
    clerk.key(Qt.Key.Key_F8)
    assert [box for box in clerk.wizard.columns.columns.values() if box.isVisible()] == []
    assert "清泉村第1版积分细则变更公示" in clerk.paper()


def test_nothing_to_correct_is_said_and_another_kind_can_be_chosen(clerk: PostingClerk) -> None:
    opened(clerk, "corrections", "")
    assert "现在没有可以公示的，请在左边换一种。" in clerk.words()
    kinds = clerk.wizard.what.kinds
    kinds.setCurrentIndex(kinds.findData("quarter"))
    kinds.activated.emit(kinds.currentIndex())
    assert clerk.page.title == "出公示　2026年二季度积分公示"
    clerk.key(Qt.Key.Key_F8)
    clerk.esc()
    assert clerk.wizard._here is Step.WHAT
    assert clerk.page.title == "出公示　2026年二季度积分公示"


def test_the_workbook_of_a_proof_has_the_figures_of_the_sheet(clerk: PostingClerk, tmp_path: Path) -> None:
    at(clerk, Step.PROOF)
    clerk.dialogs.file = tmp_path / "校样.xlsx"
    clerk.press("notices.excel")
    assert clerk.said.said == ["已存为 校样.xlsx。"]
    cells = [
        [cell.text for cell in row.cells]
        for row in read_workbook(clerk.dialogs.file, NullProgress()).sheets[0].rows
    ]
    (ouyang,) = [row for row in cells if "02001" in row]
    content = clerk.wizard._presenter.content
    assert content is not None
    assert str(content.lines[-1].closing) in ouyang


def test_whoever_may_only_look_sees_the_sheet_and_no_proof_or_issue(clerk: PostingClerk) -> None:
    clerk.acts = frozenset({Act.READ, Act.PRINT})
    at(clerk, Step.PROOF)
    assert clerk.offered == []
    assert "清泉村2026年二季度积分公示" in clerk.paper()


def test_a_page_that_was_left_does_not_take_the_focus_when_its_answer_comes(clerk: PostingClerk) -> None:
    at(clerk, Step.PROOF)
    late = Late()
    clerk.wizard._presenter._jobs = late
    clerk.page.refresh(frozenset())
    wizard = clerk.wizard
    clerk.go("notices")
    late.come()
    assert not wizard.isAncestorOf(QApplication.focusWidget() or clerk.page)
    wizard._presenter._jobs = AtOnce()
    opened(clerk, about="2026Q3")
    assert clerk.page.title == "出公示　2026年三季度积分公示"
    assert wizard._here is Step.WHAT


class Late(AtOnce):
    """Answers of the village come when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list = []

    def desk(self, work, done, failed=None) -> None:  # type: ignore[no-untyped-def]
        self.waiting.append(lambda: super(Late, self).desk(work, done, failed))

    def come(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def test_a_key_pressed_twice_asks_once(clerk: PostingClerk) -> None:
    at(clerk, Step.ISSUE)
    late = Late()
    clerk.wizard._presenter._jobs = late
    clerk.key(Qt.Key.Key_F8)
    clerk.key(Qt.Key.Key_F8)
    late.come()
    assert clerk.dialogs.asked == ["发布2026年二季度积分公示？发布后不能收回。"]
    with clerk.village.read() as scope:
        assert len(notices(scope)) == 1


class Slow(AtOnce):
    """Pages take their time; they come when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list = []

    def press(self, work, done, failed=None, label="") -> None:  # type: ignore[no-untyped-def]
        self.waiting.append(lambda: super(Slow, self).press(work, done, failed, label))

    def come(self) -> int:
        count = 0
        while self.waiting:
            self.waiting.pop(0)()
            count += 1
        return count


def test_of_many_ticks_only_the_last_sheet_is_drawn(clerk: PostingClerk) -> None:
    at(clerk, Step.COLUMNS)
    slow = Slow()
    clerk.wizard._presenter._jobs = slow
    boxes = clerk.wizard.columns.columns
    for column in (NoticeColumn.OPENING, NoticeColumn.CREDITS, NoticeColumn.DEBITS):
        QTest.keyClick(boxes[column], Qt.Key.Key_Space)
    assert slow.come() == 2
    content = clerk.wizard._presenter.content
    assert content is not None
    assert content.look.columns == (
        NoticeColumn.REDEEMED,
        NoticeColumn.CLOSING,
        NoticeColumn.YEAR_TOTAL,
    )
