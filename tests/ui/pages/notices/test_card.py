"""The card of an issued notice: what is next, its papers, its objections."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from builders.claims import claimed, figures
from builders.deeds import decided
from builders.posting import SECOND, PostingClerk
from builders.village import booked
from passbook_desk.features.notices.objections.commands import add_objection, resolve_objection
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    ObjectionOutcome,
    ResolveObjection,
    Way,
)
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.pages.notices.aloud_dialog import AloudDialog
from passbook_desk.ui.shell.routes import Route

NUMBER = "2026-01"


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path) -> Iterator[PostingClerk]:
    someone = PostingClerk(tmp_path)
    someone.issued()
    yield someone
    someone.close()


def hung(clerk: PostingClerk) -> None:
    clerk.hung(NUMBER, date(2026, 7, 4), date(2026, 7, 10))


def objected(clerk: PostingClerk) -> int:
    command = AddObjection(
        new_uid(), NUMBER, 1, date(2026, 7, 5), Way.COUNTER, "少记一次打扫", who="王建国", handler="刘文书"
    )
    with clerk.village.write() as tx:
        return add_objection(tx, command)


def test_a_new_notice_waits_to_be_hung_and_the_form_knows_what_is_usual(clerk: PostingClerk) -> None:
    clerk.go("notice", number=NUMBER)
    assert clerk.page.title == "2026年二季度积分公示"
    assert "▲ 还没有张贴。打印贴好，再登记张贴。" in clerk.words()
    clerk.key(Qt.Key.Key_F8)
    clerk.key(Qt.Key.Key_F8)
    assert clerk.said.said == ["已登记：贴在村务公开栏，到 2026.7.10。"]
    assert "● 还要挂 7 天，到 2026.7.10。" in clerk.words()
    assert "2026.7.4 贴在村务公开栏，到 2026.7.10，刘文书贴的" in clerk.words()


def test_a_form_that_is_refused_stays_with_what_was_typed(clerk: PostingClerk) -> None:
    clerk.go("notice", number=NUMBER)
    clerk.press("notice.hang")
    form = clerk.card._form
    assert form is not None
    form.place.setText("")
    form.submit()
    assert form.panel.problem_of("place") == "请填贴在哪里。"
    form.place.setText("小卖部门口")
    form.hung_on.set_day(date(2026, 7, 9))
    form.submit()
    assert form.panel.problem_of("hung_on") == "张贴日期 2026.7.9 在今天（2026.7.4）之后，贴了再记。"
    assert form.place.text() == "小卖部门口"


def test_objections_are_answered_before_the_notice_is_closed(clerk: PostingClerk) -> None:
    hung(clerk)
    clerk.on(date(2026, 7, 5))
    objection = objected(clerk)
    clerk.on(date(2026, 7, 11))
    clerk.go("notice", number=NUMBER)
    assert "▲ 挂满了，还有 1 件异议没有答复。" in clerk.words()
    clerk.press("notices.answer")
    clerk.press("notice.object")
    model = clerk.card.objections
    assert [str(model.index(0, at).data()) for at in range(4)] == [
        "1",
        "少记一次打扫",
        "2026.7.15",
        "● 待答复",
    ]
    QTest.keyClick(clerk.card._list, Qt.Key.Key_Down)
    QTest.keyClick(clerk.card._list, Qt.Key.Key_Return)
    assert clerk.went == [
        Route("objection", {"id": objection}),
        Route("objection", {"notice": NUMBER}),
        Route("objection", {"id": objection}),
    ]
    with clerk.village.write() as tx:
        resolve_objection(tx, ResolveObjection(new_uid(), objection, ObjectionOutcome.UPHELD, "那天没有打扫"))
    clerk.go("notice", number=NUMBER)
    assert clerk.main == "归档"
    clerk.key(Qt.Key.Key_F8)
    assert clerk.dialogs.asked == ["归档2026年二季度积分公示？"]
    assert clerk.said.said == ["已归档。"]
    clerk.press("notices.keep")
    assert "那天没有打扫" in clerk.paper()


def test_closing_counts_what_hung_with_the_notice(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = PostingClerk(tmp_path)
    decided(clerk.village, count_when_posted=True)
    claimed(clerk.village, (1,), on=date(2026, 6, 20))
    before = figures(clerk.village, 1).balance
    clerk.issued()
    hung(clerk)
    clerk.on(date(2026, 7, 11))
    clerk.go("notice", number=NUMBER)
    clerk.dialogs.agree = False
    clerk.press("notice.close")
    assert figures(clerk.village, 1).balance == before
    clerk.dialogs.agree = True
    clerk.press("notice.close")
    assert clerk.said.said == ["已归档。公示中的 1 笔已记进存折。"]
    assert str(figures(clerk.village, 1).balance - before) == "10"
    clerk.close()


def test_each_paper_is_drawn_from_the_frozen_sheet(clerk: PostingClerk) -> None:
    booked(clerk.village, (1,), on=date(2026, 7, 4))
    clerk.go("notice", number=NUMBER)
    preview = clerk.card.preview
    assert "〔2026〕第1号" in clerk.paper()
    sizes = [preview._pages[0].width]
    for paper in ("large", "summary"):
        clerk.press(f"notices.paper.{paper}")
        assert "清泉村2026年二季度积分公示" in clerk.paper().replace(" ", "")
        sizes.append(preview._pages[0].width)
    assert sizes[1] > sizes[0]
    archive = clerk.page.findChild(QPushButton, "notices.paper.archive")
    assert isinstance(archive, QPushButton)
    assert archive.isHidden()


def test_the_words_for_the_loudspeaker_are_copied(clerk: PostingClerk) -> None:
    clerk.go("notice", number=NUMBER)
    clerk.press("notices.aloud")
    dialog = QApplication.activeModalWidget() or clerk.page.findChild(AloudDialog)
    assert isinstance(dialog, AloudDialog)
    short = dialog.text.toPlainText()
    dialog.every_line.setChecked(True)
    assert len(dialog.text.toPlainText()) > len(short)
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    assert dialog.copy_button.text() == "✓ 已复制"
    dialog.reject()


def test_the_frozen_figures_are_saved_as_a_workbook(clerk: PostingClerk, tmp_path: Path) -> None:
    clerk.go("notice", number=NUMBER)
    clerk.dialogs.file = tmp_path / "公示.xlsx"
    clerk.press("notices.excel")
    assert clerk.dialogs.file.is_file()
    assert clerk.said.said == ["已存为 公示.xlsx。"]


def test_a_new_version_begins_with_its_reason_and_the_old_one_leads_to_it(clerk: PostingClerk) -> None:
    clerk.go("notice", number=NUMBER)
    clerk.dialogs.reason = None
    clerk.press("notice.again")
    assert clerk.nav.here == Route("notice", {"number": NUMBER})
    clerk.dialogs.reason = "姓名印错了"
    clerk.press("notice.again")
    assert clerk.nav.here == Route(
        "notice_wizard", {"kind": "quarter", "about": SECOND, "again": "姓名印错了"}
    )
    for _ in range(6):
        clerk.key(Qt.Key.Key_F8)
    clerk.go("notice", number=NUMBER)
    assert "– 已换新版，请看新的一份。" in clerk.words()
    clerk.press("notices.newer")
    assert clerk.nav.here == Route("notice", {"number": "2026-02"})
    assert "第 2 版：姓名印错了" in clerk.words()


def test_whoever_may_only_look_can_read_and_print_it(clerk: PostingClerk) -> None:
    clerk.acts = frozenset({Act.READ, Act.PRINT})
    clerk.go("notice", number=NUMBER)
    assert clerk.offered == ["notices.aloud"]
    for name in ("notice.object", "notice.photos.add"):
        button = clerk.page.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        assert button.isHidden()


def test_an_unknown_number_is_said_in_words(clerk: PostingClerk) -> None:
    clerk.go("notice", number="2026-09")
    assert clerk.page.message.words == "没有“2026-09”这份公示，请照公示上的编号填。"
