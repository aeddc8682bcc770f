"""Split, merge and de-registration in the window: who goes, what the books say before and after."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, person, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.household_changes.values import PointsWay
from passbook_desk.features.households.model import Membership
from passbook_desk.features.households.queries import household_by_code, household_card
from passbook_desk.features.households.values import HouseholdCard
from passbook_desk.features.ledger.queries import accounts, balances
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import MergeRule, SplitRule
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.households.changes_values import BookLine
from passbook_desk.ui.pages.households.end_page import DeregisterPage, EndPage, MergePage
from passbook_desk.ui.pages.households.household_page import HouseholdPage
from passbook_desk.ui.pages.households.life_page import LifePage
from passbook_desk.ui.pages.households.page import HouseholdsPage
from passbook_desk.ui.pages.households.split_page import SplitPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Bench:
    def __init__(self, village: Village, fontbook: FontBook) -> None:
        self.village = village
        self.went: list[Route] = []
        self.answers, self.announced = Answers(), Announced()
        self.tools = Tools(
            desk=VillageDesk(village),
            jobs=AtOnce(),
            clock=village.clock,
            dialogs=self.answers,
            announcer=self.announced,
            fontbook=fontbook,
            go=self.went.append,
        )

    def id_of(self, code: str) -> int:
        return self.card(code).household.id

    def card(self, code: str) -> HouseholdCard:
        with self.village.read() as scope:
            return household_card(scope, household_by_code(scope, code).id)

    def spendable(self, code: str) -> Points:
        with self.village.read() as scope:
            rows = balances(scope, household_id=household_by_code(scope, code).id)
            return next(row.spendable for row in rows if row.account.colour == "green")


@pytest.fixture
def around(theme: Theme, fontbook: FontBook, tmp_path: Path) -> Bench:
    """王建国 of 01001 lives with his wife and his son, and has points for three deeds."""
    village = settled_village(tmp_path)
    with village.write() as tx:
        home = household_by_code(tx, "01001")
        for position, (name, code, word, sex) in enumerate(
            (("张桂兰", "12", "妻", "女"), ("王小明", "20", "子", "男")), 2
        ):
            somebody = person(tx, name, sex=sex)
            tx.session.add(
                Membership(
                    uid=new_uid(), household_id=home.id, person_id=somebody.id, relation_code=code,
                    relation_word=word, position=position, from_on=date(2026, 1, 1), to_on=None,
                )
            )  # fmt: skip
        green = next(row for row in accounts(tx) if row.household_id == home.id)
    booked(village, (green.id,))
    return Bench(village, fontbook)


@pytest.fixture
def splitting(around: Bench, qtbot: QtBot) -> SplitPage:
    page = SplitPage(around.tools)
    qtbot.addWidget(page)
    page.show()
    page.enter({"id": around.id_of("01001")})
    return page


@pytest.fixture
def ending(around: Bench, qtbot: QtBot) -> Callable[[type[MergePage] | type[DeregisterPage], str], EndPage]:
    def open_page(kind: type[MergePage] | type[DeregisterPage], code: str) -> EndPage:
        page = kind(around.tools, around.village.key)
        qtbot.addWidget(page)
        page.show()
        page.enter({"id": around.id_of(code)})
        return page

    return open_page


def books(page: SplitPage | EndPage) -> list[BookLine]:
    return list(page.books.lines)


def goes(around: Bench, page: SplitPage, *names: str) -> None:
    for one in around.card("01001").people:
        page.going[one.id].setChecked(one.name in names)


def test_a_split_shows_the_books_and_the_sums_agree(
    around: Bench, splitting: SplitPage, qtbot: QtBot
) -> None:
    there = around.spendable("01001")
    assert there > Points.parse("0")
    assert "选好人和分法" in splitting.books.words.text()
    goes(around, splitting, "王小明")
    assert splitting.head.currentText() == "王小明（子）"
    splitting.points.choose(PointsWay.AMOUNT)
    assert "请填" in splitting.books.words.text()
    splitting.points.amount.setText("999")
    assert "请改小" in splitting.books.words.text()
    splitting.points.amount.setText("1")
    shown = books(splitting)
    assert [row.household for row in shown] == ["01001", "新开", ""]
    assert shown[-1].is_sum
    assert shown[-1].before.spendable == shown[-1].after.spendable == there
    assert shown[1].after.spendable == Points.parse("1")
    splitting.when.reason.setText("成家另过")
    qtbot.keyClick(splitting.when.reason, Qt.Key.Key_F8)
    splitting.save() if not around.went else None
    new = around.card("01003")
    assert new.household.head_name == "王小明"
    assert (around.spendable("01001"), around.spendable("01003")) == (
        there - Points.parse("1"),
        Points.parse("1"),
    )
    assert around.went == [Route("household", {"id": new.household.id, "notes": ()})]


def test_a_head_who_goes_leaves_the_old_household_to_another(around: Bench, splitting: SplitPage) -> None:
    goes(around, splitting, "王建国", "张桂兰")
    assert splitting.old_head.isVisibleTo(splitting)
    assert splitting.old_head.currentText() == "王小明（子）"
    splitting.head.setCurrentIndex(splitting.head.findText("张桂兰（妻）"))
    assert [one.currentText() for one in splitting.relations.combos.values()] == ["夫"]
    splitting.when.reason.setText("老人单过")
    splitting.save()
    assert around.card("01001").household.head_name == "王小明"
    assert {one.name: one.relation_word for one in around.card("01003").people} == {
        "张桂兰": "户主",
        "王建国": "夫",
    }


def test_a_split_without_people_head_or_reason_says_what_is_missing(
    around: Bench, splitting: SplitPage
) -> None:
    splitting.save()
    assert splitting.message.words == "请写明分户的原因。"
    splitting.when.reason.setText("分家")
    splitting.save()
    assert splitting.message.words == "请选要分出去的人。"
    goes(around, splitting, "张桂兰", "王小明")
    splitting.save()
    assert splitting.message.words == "请选新户的户主。"
    assert around.went == []


def test_a_merge_brings_people_and_points_together(
    around: Bench, ending: Callable[[type[MergePage], str], EndPage]
) -> None:
    page = ending(MergePage, "01001")
    assert isinstance(page, MergePage)
    both = around.spendable("01001") + around.spendable("02001")
    page.to.line.found.emit("欧阳明")
    shown = books(page)
    assert [(row.household, row.closed) for row in shown[:-1]] == [("01001", True), ("02001", False)]
    assert shown[-1].before.spendable == shown[-1].after.spendable == both
    for combo in page.relations.combos.values():
        combo.set_code("97")
    page.when.reason.setText("兄弟合住")
    page.save()
    assert around.card("01001").household.absence == "merged"
    assert [one.relation_word for one in around.card("02001").people] == ["户主"] + ["其他亲属"] * 3
    assert around.spendable("02001") == both


def decide(around: Bench, **rules: object) -> None:
    with around.village.write() as tx:
        change_policy(tx, replace(policy(tx), **rules))  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", [rule for rule in SplitRule if rule])
def test_a_split_begins_with_the_villages_rule_and_may_go_another_way(
    around: Bench, splitting: SplitPage, rule: SplitRule
) -> None:
    assert splitting.points.way.currentData() == PointsWay.STAY
    assert splitting.points.note.isHidden()
    decide(around, split_rule=rule)
    splitting.enter({"id": around.id_of("01001")})
    assert splitting.points.way.currentData() == PointsWay(rule)
    words = f"村里定的规矩：{splitting.points.way.currentText()}。"
    assert splitting.points.note.text().startswith(words)
    assert not splitting.points.note.isHidden()
    there = around.spendable("01001")
    goes(around, splitting, "王小明")
    splitting.points.choose(PointsWay.AMOUNT)
    splitting.points.amount.setText("1")
    splitting.when.reason.setText("成家另过")
    splitting.save()
    assert around.spendable("01001") == there - Points.parse("1")
    assert around.spendable("01003") == Points.parse("1")


def test_a_merge_begins_with_the_villages_rule_and_may_go_another_way(
    around: Bench, ending: Callable[[type[MergePage], str], EndPage]
) -> None:
    page = ending(MergePage, "01001")
    assert (page.points.way.currentData(), page.points.base_too.isChecked()) == (PointsWay.MOVE, False)
    for rule in (MergeRule.MOVE, MergeRule.AMOUNT, MergeRule.FREEZE):
        decide(around, merge_rule=rule)
        page.enter({"id": around.id_of("01001")})
        assert page.points.way.currentData() == PointsWay(rule)
    decide(around, merge_rule=MergeRule.MOVE_WITH_BASE)
    page.enter({"id": around.id_of("01001")})
    assert (page.points.way.currentData(), page.points.base_too.isChecked()) == (PointsWay.MOVE, True)
    assert page.points.note.text().startswith("村里定的规矩：全部转过去，基础分也转。")
    there = around.spendable("02001")
    page.to.line.found.emit("欧阳明")
    page.points.choose(PointsWay.FREEZE)
    for combo in page.relations.combos.values():
        combo.set_code("97")
    page.when.reason.setText("兄弟合住")
    page.save()
    assert around.card("01001").household.absence == "merged"
    assert around.spendable("02001") == there


def test_a_merge_asks_with_whom(around: Bench, ending: Callable[[type[MergePage], str], EndPage]) -> None:
    page = ending(MergePage, "01001")
    page.when.reason.setText("合住")
    page.to.line.found.emit("王建国")
    assert books(page) == []
    assert page.books.words.text() == "不能和自己并户，请另选一户。"
    page.save()
    assert page.message.words == "不能和自己并户，请另选一户。"
    assert around.card("01001").household.absence == ""


def test_what_a_merged_household_was_stays_in_sight(
    around: Bench, ending: Callable[[type[MergePage], str], EndPage], qtbot: QtBot
) -> None:
    page = ending(MergePage, "01001")
    page.to.line.found.emit("欧阳明")
    page.when.reason.setText("兄弟合住")
    page.save()
    card = HouseholdPage(around.tools)
    qtbot.addWidget(card)
    card.enter({"id": around.id_of("01001")})
    assert card._title.text().startswith("王建国户　01001")
    assert card.book is not None
    assert (card.book.closed, len(card.book.lines) > 0) == (True, True)
    before = len(around.went)
    card._record()
    assert card.message.words == "这本存折已收起，不能再记分。"
    assert len(around.went) == before
    life = LifePage(around.tools, around.village.key)
    qtbot.addWidget(life)
    life.enter({"id": around.id_of("02001")})
    life.enter({"id": around.id_of("01001")})
    assert not life._hint.isHidden()
    assert life._hint.text().startswith("这一户已不在村")
    assert life._title.text() == "王建国户　01001　办理"
    register = HouseholdsPage(around.tools)
    qtbot.addWidget(register)
    register.enter({})
    register._table.press_chip("gone")
    assert register._table.model.index(0, 1).data() == "王建国 已并走"


def test_the_end_of_a_household_is_asked_about_and_comes_once(
    around: Bench, ending: Callable[[type[DeregisterPage], str], EndPage]
) -> None:
    page = ending(DeregisterPage, "01001")
    page.when.reason.setText("空挂")
    around.answers.agree = False
    page.save()
    assert around.answers.asked == [page.warning.text()]
    assert around.card("01001").household.absence == ""
    around.answers.agree = True
    page.when.day.set_day(None)
    page.save()
    assert around.card("01001").household.absence == ""
    assert "不是日期" in page.message.words
    page.when.day.set_day(date(2026, 5, 2))
    page.save()
    page.save()
    assert around.card("01001").household.absence == "deregistered"
    assert len(around.went) == 1


def test_a_household_ends_and_its_points_are_frozen_or_given(
    around: Bench, ending: Callable[[type[DeregisterPage], str], EndPage]
) -> None:
    page = ending(DeregisterPage, "01001")
    assert "还有 3 人" in page.warning.text()
    assert books(page)[0].closed
    page.points.choose(PointsWay.MOVE)
    page.when.reason.setText("老人过世")
    page.save()
    assert page.message.words == "积分要转给另一户，请选收分的户。"
    page.points.choose(PointsWay.FREEZE)
    page.save()
    assert around.card("01001").household.absence == "deregistered"
    notes = around.went[-1].params["notes"]
    assert isinstance(notes, tuple)
    assert "已冻结" in notes[0]
