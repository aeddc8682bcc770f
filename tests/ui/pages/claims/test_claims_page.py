"""审核 as the clerk sees it: ticking, passing, rejecting, the signed sheet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from builders.claims import claimed, decided, steps, worker
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.access.values import Role
from passbook_desk.features.ledger.claims.queries import queue
from passbook_desk.features.ledger.claims.values import ClaimRow, Stage
from passbook_desk.features.notices.commands import issue_notice
from passbook_desk.features.notices.values import IssueNotice, NoticeKind
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.claims.page import ClaimsPage
from passbook_desk.ui.pages.claims.presenter import Shown
from passbook_desk.ui.pages.claims.sheet_page import ReviewSheetPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Clerk:
    """The page on a village whose three households wait for review."""

    def __init__(self, folder: Path, fontbook: FontBook) -> None:
        self.village = settled_village(folder)
        steps(self.village, review=True, alone=False)
        self.ids = claimed(self.village, (1, 2, 4))
        self.recorder = self.village.actor
        self.reviewer = worker(self.village, "马主任", Role.REVIEWER)
        self.village.actor = self.reviewer
        self.dialogs, self.said = Answers(reason="没有照片"), Announced()
        self.way: list[Route] = []
        self.tools = Tools(
            VillageDesk(self.village),
            AtOnce(),
            self.village.clock,
            self.dialogs,
            self.said,
            fontbook,
            self.way.append,
        )
        self.page = ClaimsPage(self.tools)
        self.page.resize(1216, 650)
        self.page.show()
        self.page.activateWindow()
        assert QTest.qWaitForWindowActive(self.page)
        self.page.enter({})

    @property
    def rows(self) -> tuple[ClaimRow, ...]:
        return self.page._table.model.rows()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page._table.view, key, modifiers)

    def stand_on(self, number: int) -> None:
        self.page._table.view.setFocus()
        self.page._table.view.selectRow(number)

    def words(self) -> str:
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def press(self, act: str) -> None:
        QApplication.processEvents()
        button = self.page.act_button(act)
        assert button is not None
        button.click()

    def stages(self) -> list[Stage]:
        with self.village.read() as scope:
            return [row.stage for row in sorted(queue(scope, stages=list(Stage)), key=lambda row: row.id)]


@pytest.fixture
def clerk(theme: Theme, tmp_path: Path, fontbook: FontBook) -> Iterator[Clerk]:
    working = Clerk(tmp_path, fontbook)
    yield working
    working.page.close()
    working.village.store.close()


def test_what_waits_is_listed_with_its_sums(clerk: Clerk) -> None:
    assert [row.account.owner_name for row in clerk.rows] == ["王建国", "李秀英", "欧阳明"]
    assert "待审 3 件" in clerk.words()
    assert "未入账 30 分" in clerk.words()


def test_space_ticks_and_goes_on_and_f8_passes(clerk: Clerk) -> None:
    clerk.stand_on(0)
    clerk.key(Qt.Key.Key_Space)
    clerk.key(Qt.Key.Key_Space)
    assert "已勾 2 件　＋20 分" in clerk.words()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert clerk.said.said == ["2 件已入账。"]
    assert clerk.stages() == [Stage.POSTED, Stage.POSTED, Stage.REVIEW]
    assert [row.account.owner_name for row in clerk.rows] == ["欧阳明"]


def test_ctrl_a_ticks_all_and_then_none(clerk: Clerk) -> None:
    clerk.stand_on(0)
    clerk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "已勾 3 件" in clerk.words()
    clerk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "已勾" not in clerk.words()


def test_nothing_ticked_is_said_and_nothing_happens(clerk: Clerk) -> None:
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert "还没有勾选" in clerk.page.message.words
    assert clerk.stages() == [Stage.REVIEW] * 3


def test_a_rejection_asks_for_its_reason_and_shows_it_among_the_done(clerk: Clerk) -> None:
    clerk.stand_on(1)
    clerk.key(Qt.Key.Key_Space)
    clerk.press("claims.reject")
    assert clerk.dialogs.asked == ["退回 1 件？积分不记，原因会留在记录里。"]
    assert clerk.stages()[1] is Stage.REJECTED
    clerk.page._table.press_chip(Shown.ENDED)
    (row,) = clerk.rows
    assert clerk.page._remark(row) == "没有照片"


def test_what_may_not_be_decided_is_named_and_stays_ticked(clerk: Clerk) -> None:
    clerk.village.actor = worker(clerk.village, "刘文书二", Role.RECORDER, Role.REVIEWER)
    mine = claimed(clerk.village, (1,), "102")
    clerk.page.refresh(frozenset())
    clerk.page._table.tick_all()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert clerk.said.said == ["3 件已入账。"]
    assert "1 件没有办" in clerk.page.message.words
    assert [row.id for row in clerk.rows] == list(mine)
    assert clerk.page._remark(clerk.rows[0]).startswith("✕")
    assert "已勾 1 件" in clerk.words()


def test_the_card_tells_the_deed_and_who_took_which_step(clerk: Clerk) -> None:
    decided(clerk.village, clerk.ids[:1])
    clerk.page.enter({"shown": "ended"})
    clerk.stand_on(0)
    words = clerk.words()
    assert "第一网格　01001　王建国" in words
    assert "马主任　审核通过" in words
    assert "入账　第" in words


def test_enter_tells_the_card_where_there_is_no_room_for_it(clerk: Clerk) -> None:
    clerk.page.resize(700, 500)
    clerk.stand_on(0)
    clerk.key(Qt.Key.Key_Return)
    assert "王建国" in clerk.dialogs.asked[-1]


def test_what_is_due_is_entered_by_its_button(clerk: Clerk) -> None:
    assert clerk.page.act_button("claims.post") is None
    steps(clerk.village, review=True, notice_days=3, alone=False)
    decided(clerk.village, clerk.ids)
    clerk.village.on(date(2026, 6, 9))
    clerk.page.enter({"shown": "notice"})
    assert [row.stage for row in clerk.rows] == [Stage.DUE] * 3
    clerk.press("claims.post")
    assert clerk.said.said == ["3 件已入账。"]
    assert "没有这样的申报。" in clerk.words()


def test_what_hangs_among_the_ticked_stays_and_is_named(clerk: Clerk) -> None:
    steps(clerk.village, review=True, notice_days=3, alone=False)
    decided(clerk.village, clerk.ids[:1])
    clerk.page.enter({"shown": "open"})
    clerk.page._table.tick_all()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert clerk.said.said == ["2 件通过，开始公示。"]
    assert "1 件没有办" in clerk.page.message.words
    assert "公示期满后" in clerk.page.message.words
    assert clerk.stages() == [Stage.NOTICE] * 3
    clerk.press("claims.reject")
    assert "没有办这件事的权限" in clerk.page.message.words
    assert clerk.stages() == [Stage.NOTICE] * 3


def test_one_clerk_alone_prints_the_sheet_and_its_number_is_filled_in(
    clerk: Clerk, fontbook: FontBook
) -> None:
    steps(clerk.village, review=True)
    clerk.village.actor = clerk.recorder
    clerk.page.enter({})
    clerk.page._table.tick_all()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert "先打印审核单" in clerk.page.message.words
    clerk.press("claims.sheet")
    route = clerk.way[-1]
    sheet = ReviewSheetPage(clerk.tools)
    sheet.enter(route.params)
    panel = sheet.findChild(PreviewPanel)
    assert panel is not None
    assert (route.name, sheet.title, panel.page_count) == ("review_sheet", "积分审核单 2026-0001", 1)
    clerk.page.enter({})
    assert clerk.page._number.text() == "2026-0001"
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert clerk.said.said == ["3 件已入账。"]


def test_the_recorder_takes_back_what_is_wrong(clerk: Clerk) -> None:
    clerk.village.actor = clerk.recorder
    clerk.stand_on(2)
    clerk.key(Qt.Key.Key_Space)
    clerk.press("claims.withdraw")
    assert clerk.said.said == ["已撤回 1 件。"]
    assert clerk.stages() == [Stage.REVIEW, Stage.REVIEW, Stage.WITHDRAWN]


def test_a_village_without_review_is_told_where_to_switch_it_on(clerk: Clerk) -> None:
    decided(clerk.village, clerk.ids)
    steps(clerk.village)
    clerk.page.enter({})
    assert "要审核，请到“积分规矩”里打开" in clerk.words()
    next(each for each in clerk.page.findChildren(QPushButton) if each.text() == "去积分规矩").click()
    assert clerk.way == [Route("policy")]


def test_where_points_count_with_the_notice_each_claim_says_which_one_it_waits_for(clerk: Clerk) -> None:
    clerk.village.actor = clerk.recorder
    with clerk.village.write() as tx:
        change_policy(tx, replace(policy(tx), review=False, count_when_posted=True))
    clerk.page.enter({"shown": "open"})
    columns = clerk.page._table.model.columns
    stage = next(column for column in columns if column.key == "stage")
    assert [stage.text(row) for row in clerk.rows] == ["等公示"] * 3
    assert "下一期公示时上墙，期满归档才入账" in clerk.words()
    clerk.village.on(date(2026, 7, 2))
    with clerk.village.write() as tx:
        issue_notice(tx, IssueNotice(NoticeKind.QUARTER, "2026Q2"))
    clerk.page.refresh(clerk.page.topics)
    assert [stage.text(row) for row in clerk.rows] == ["公示中"] * 3
    assert "挂在公示〔2026〕第1号上，归档时入账" in clerk.words()
