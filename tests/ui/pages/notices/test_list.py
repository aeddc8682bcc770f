"""The list: what comes next, what hangs, what hung."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders.deeds import decided
from builders.posting import PostingClerk
from builders.wall import issued, upheld
from passbook_desk.features.notices.hanging import close_notice
from passbook_desk.features.notices.objections.commands import add_objection
from passbook_desk.features.notices.objections.values import AddObjection, Way
from passbook_desk.features.notices.values import CloseNotice, NoticeKind
from passbook_desk.features.village.policy import Cycle
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.pages.notices.page import NoticesPage
from passbook_desk.ui.shell.routes import Route


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path) -> Iterator[PostingClerk]:
    someone = PostingClerk(tmp_path)
    yield someone
    someone.close()


def rows(clerk: PostingClerk) -> list[tuple[str, ...]]:
    """Number, title, state, days on the wall and objections of each row."""
    page = clerk.page
    assert isinstance(page, NoticesPage)
    model = page._table.model
    return [
        tuple(str(model.index(row, column).data()) for column in (0, 1, 3, 4, 6))
        for row in range(model.rowCount())
    ]


def test_the_quarter_that_is_due_stands_ready_and_one_button_leads_to_its_proof(
    clerk: PostingClerk,
) -> None:
    clerk.go("notices")
    assert rows(clerk) == [
        ("", "2026年三季度积分公示", "… 未到期", "", ""),
        ("", "2026年二季度积分公示", "▲ 可发布", "", ""),
    ]
    assert "2026年二季度积分公示可以发布了。先看校样，核对好再发布。" in clerk.words()
    button = next(each for each in clerk.page.findChildren(QPushButton) if each.text() == "看校样")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clerk.nav.here == Route("notice_wizard", {"kind": "quarter", "about": "2026Q2"})


def test_a_village_that_posts_by_the_month_is_offered_its_months(clerk: PostingClerk) -> None:
    decided(clerk.village, post_every=Cycle.MONTH)
    clerk.go("notices")
    assert [row[1:3] for row in rows(clerk)] == [
        ("2026年7月积分公示", "… 未到期"),
        ("2026年6月积分公示", "▲ 可发布"),
        ("2026年5月积分公示", "▲ 可发布"),
    ]
    clerk.press("notices.make")
    assert clerk.nav.here == Route("notice_wizard", {"kind": "month", "about": "2026-05"})


def test_what_a_quarter_has_published_is_not_due_by_the_month_again(clerk: PostingClerk) -> None:
    clerk.issued()
    decided(clerk.village, post_every=Cycle.MONTH)
    clerk.go("notices")
    assert [row[1:3] for row in rows(clerk)] == [
        ("2026年7月积分公示", "… 未到期"),
        ("2026年二季度积分公示", "▲ 未张贴"),
    ]


def test_a_notice_says_where_it_stands_day_by_day(clerk: PostingClerk) -> None:
    number = clerk.issued().number or ""
    clerk.go("notices")
    assert rows(clerk)[1] == ("〔2026〕第1号", "2026年二季度积分公示", "▲ 未张贴", "2026.7.4–7.10", "")
    assert "2026年二季度积分公示已发布，还没有张贴。" in clerk.words()
    clerk.hung(number, date(2026, 7, 4), date(2026, 7, 12))
    with clerk.village.write() as tx:
        objection = add_objection(
            tx,
            AddObjection(new_uid(), number, 1, date(2026, 7, 4), Way.COUNTER, "少记一次", handler="刘文书"),
        )
    clerk.page.refresh(frozenset())
    assert rows(clerk)[1][2:] == ("● 公示中", "2026.7.4–7.12", "1/1")
    clerk.on(date(2026, 7, 13))
    clerk.go("notices")
    assert rows(clerk)[1][2] == "▲ 到期待归档"
    assert "2026年二季度积分公示挂满日子了，还有 1 件异议没有答复。" in clerk.words()
    upheld(clerk.village, objection)
    clerk.page.refresh(frozenset())
    assert "2026年二季度积分公示挂满日子了，可以归档。" in clerk.words()


def test_a_second_version_is_told_from_the_first(clerk: PostingClerk) -> None:
    clerk.issued()
    issued(clerk.village, again="户主写错了")
    clerk.go("notices")
    assert [row[:3] for row in rows(clerk)[1:]] == [
        ("〔2026〕第2号", "2026年二季度积分公示（第2版）", "▲ 未张贴"),
        ("〔2026〕第1号", "2026年二季度积分公示", "– 已换新版"),
    ]


def test_a_closed_notice_waits_for_nothing_and_opens_its_card(clerk: PostingClerk) -> None:
    number = clerk.issued().number or ""
    clerk.hung(number, date(2026, 7, 4), date(2026, 7, 10))
    clerk.on(date(2026, 7, 11))
    with clerk.village.write() as tx:
        close_notice(tx, CloseNotice(new_uid(), number))
    clerk.go("notices")
    assert rows(clerk)[1][2] == "✓ 已归档"
    assert "2026.9.30 以后出2026年三季度积分公示。现在可以先看校样。" in clerk.words()
    page = clerk.page
    assert isinstance(page, NoticesPage)
    page._table.view.selectRow(1)
    QTest.keyClick(page._table.view, Qt.Key.Key_Return)
    assert clerk.nav.here == Route("notice", {"number": number})


def test_other_kinds_are_made_from_the_menu(clerk: PostingClerk) -> None:
    clerk.go("notices")
    button = clerk.page.findChild(QPushButton, "notices.make.other")
    assert isinstance(button, QPushButton)
    assert [act.text() for act in button.menu().actions()] == [
        "月度积分公示",
        "季度积分公示",
        "半年积分公示",
        "年度积分公示",
        "红白事公示",
        "兑换公示",
        "细则变更公示",
        "更正公示",
    ]
    button.menu().actions()[6].trigger()
    assert clerk.nav.here == Route("notice_wizard", {"kind": NoticeKind.CATALOGUE.value})
    assert clerk.page.title == "出公示　第1版细则变更公示"


def test_objections_and_rules_are_one_button_away(clerk: PostingClerk) -> None:
    clerk.go("notices")
    clerk.press("notices.objections")
    clerk.press("notices.rules")
    assert clerk.went == [Route("objections"), Route("policy", {"section": "notices"})]


def test_whoever_may_only_look_is_offered_no_making(clerk: PostingClerk) -> None:
    clerk.issued()
    clerk.acts = frozenset({Act.READ, Act.PRINT})
    clerk.go("notices")
    assert "notices.make" not in clerk.offered
    other = clerk.page.findChild(QPushButton, "notices.make.other")
    assert isinstance(other, QPushButton)
    assert other.isHidden()
