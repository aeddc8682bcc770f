"""A household's life as the clerk records it: acts chosen by key, forms filled, refusals beside the field."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, person, settled_village
from passbook_desk.db.store import Tx
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.households.life.history import history_of
from passbook_desk.features.households.life.values import ActKind
from passbook_desk.features.households.model import Membership, Person
from passbook_desk.features.households.queries import household_by_code, household_card
from passbook_desk.features.households.values import HouseholdCard
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.households.household_page import HouseholdPage
from passbook_desk.ui.pages.households.life_acts import Ask
from passbook_desk.ui.pages.households.life_page import LifePage
from passbook_desk.ui.pages.households.pick_edit import PickEdit
from passbook_desk.ui.pages.households.relations_box import RelationsBox
from passbook_desk.ui.pages.households.story import story_words
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools
from ui.surroundings import types


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
        with self.village.read() as scope:
            return household_by_code(scope, code).id

    def card(self, code: str) -> HouseholdCard:
        with self.village.read() as scope:
            return household_card(scope, household_by_code(scope, code).id)

    def story(self, code: str) -> list[str]:
        with self.village.read() as scope:
            return [story_words(line) for line in history_of(scope, household_by_code(scope, code).id)]


def joins(tx: Tx, home_id: int, name: str, relation: str, word: str, sex: str, born: date) -> Person:
    somebody = person(tx, name, sex=sex)
    somebody.born_on = born
    tx.session.add(
        Membership(
            uid=new_uid(), household_id=home_id, person_id=somebody.id, relation_code=relation,
            relation_word=word, position=len(name) + int(relation), from_on=date(2026, 1, 1), to_on=None,
        )
    )  # fmt: skip
    return somebody


@pytest.fixture
def around(theme: Theme, fontbook: FontBook, tmp_path: Path) -> Bench:
    """王建国 of 01001 lives with his wife and his son; there are 01002 and 02001 besides."""
    village = settled_village(tmp_path)
    with village.write() as tx:
        home = household_by_code(tx, "01001")
        joins(tx, home.id, "张桂兰", "12", "妻", "女", date(1962, 5, 1))
        joins(tx, home.id, "王小明", "20", "子", "男", date(1988, 8, 8))
    return Bench(village, fontbook)


@pytest.fixture
def living(around: Bench, qtbot: QtBot) -> Callable[..., LifePage]:
    def open_page(code: str | None, kind: ActKind | None = None) -> LifePage:
        page = LifePage(around.tools, around.village.key)
        qtbot.addWidget(page)
        page.show()
        page.enter({} if code is None else {"id": around.id_of(code)})
        if kind is not None:
            page.choose(kind)
        return page

    return open_page


def line(page: LifePage, ask: Ask) -> QLineEdit:
    assert page.form is not None
    editor = page.form.editors[ask]
    assert isinstance(editor, QLineEdit)
    return editor


def box(page: LifePage, ask: Ask) -> QComboBox:
    assert page.form is not None
    editor = page.form.editors[ask]
    assert isinstance(editor, QComboBox)
    return editor


def choose(page: LifePage, ask: Ask, word: str) -> None:
    editor = box(page, ask)
    editor.setCurrentIndex(next(n for n in range(editor.count()) if editor.itemText(n).startswith(word)))


def on(page: LifePage, day: date) -> None:
    assert page.form is not None
    editor = page.form.editors[Ask.ON]
    assert isinstance(editor, LenientDateEdit)
    editor.set_day(day)


def save(page: LifePage) -> None:
    assert page.form is not None
    page.form.panel.submit()


def test_a_birth_is_recorded_with_the_keys_alone(
    around: Bench, living: Callable[..., LifePage], qtbot: QtBot
) -> None:
    page = living("01001")
    assert page.acts.currentItem().text() == "　新生"
    qtbot.keyClick(page.acts, Qt.Key.Key_Return)
    types(line(page, Ask.NAME), "王晨")
    choose(page, Ask.SEX, "女")
    choose(page, Ask.RELATION, "孙女")
    on(page, date(2026, 6, 1))
    qtbot.keyClick(line(page, Ask.REASON), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    child = next(one for one in around.card("01001").people if one.name == "王晨")
    assert (child.relation_word, child.born_on) == ("孙女", date(2026, 6, 1))
    assert around.story("01001") == ["2026.6.1 王晨出生。"]
    assert around.went == [Route("household", {"id": around.id_of("01001"), "notes": ()})]
    assert around.announced.said == ["已登记：新生。"]


def test_a_name_and_a_relation_are_asked_for_beside_their_fields(living: Callable[..., LifePage]) -> None:
    page = living("01001", ActKind.BIRTH)
    save(page)
    assert page.form is not None
    assert page.form.panel.problem_of(Ask.NAME) == "请填姓名。"
    assert page.form.panel.problem_of(Ask.RELATION) == "请填与户主关系。"


def test_the_death_of_a_head_asks_for_a_new_head_and_shows_what_all_become(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    page = living("01001", ActKind.DEATH)
    assert not box(page, Ask.NEW_HEAD).isVisibleTo(page)
    choose(page, Ask.PERSON, "王建国")
    assert box(page, Ask.NEW_HEAD).isVisibleTo(page)
    on(page, date(2026, 5, 30))
    save(page)
    assert page.form is not None
    assert page.form.panel.problem_of(Ask.NEW_HEAD) == "王建国是户主，家里还有人，请先选新户主。"
    choose(page, Ask.NEW_HEAD, "王小明")
    relations = page.form.editors[Ask.RELATIONS]
    assert isinstance(relations, RelationsBox)
    assert [one.currentText() for one in relations.combos.values()] == ["母亲"]
    save(page)
    card = around.card("01001")
    assert [(one.name, one.relation_word) for one in card.people] == [("王小明", "户主"), ("张桂兰", "母亲")]
    assert "2026.5.30 王建国去世。" in around.story("01001")


def test_a_day_to_come_is_refused_beside_the_date(around: Bench, living: Callable[..., LifePage]) -> None:
    page = living("01001", ActKind.PERSON_LEFT)
    choose(page, Ask.PERSON, "王小明")
    on(page, date(2026, 6, 20))
    save(page)
    assert page.form is not None
    assert page.form.panel.problem_of(Ask.ON).startswith("日期 2026.6.20 还没到")
    assert len(around.card("01001").people) == 3


def test_another_head_takes_over_the_book(around: Bench, living: Callable[..., LifePage]) -> None:
    page = living("01001", ActKind.HEAD_CHANGED)
    assert box(page, Ask.PERSON).findText("王建国（户主）") == -1
    choose(page, Ask.PERSON, "张桂兰")
    save(page)
    card = around.card("01001")
    assert card.household.head_name == "张桂兰"
    assert {one.name: one.relation_word for one in card.people} == {
        "张桂兰": "户主", "王建国": "夫", "王小明": "子",
    }  # fmt: skip
    assert any("交张桂兰掌管" in words for words in around.story("01001"))


def test_who_marries_in_from_another_household_leaves_it(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    page = living("01001", ActKind.MARRIED_IN)
    choose(page, Ask.SOURCE, "册里的人")
    assert not line(page, Ask.NAME).isVisibleTo(page)
    assert page.form is not None
    comer = page.form.editors[Ask.COMER]
    assert isinstance(comer, PickEdit)
    comer.line.found.emit("李秀英")
    assert comer.choice.currentText().startswith("李秀英　01002")
    choose(page, Ask.RELATION, "儿媳")
    save(page)
    assert "李秀英" in [one.name for one in around.card("01001").people]
    assert around.card("01002").people == ()
    notes = around.went[-1].params["notes"]
    assert notes == ("户 01002 已经没有人，请处理积分后注销。",)


def test_a_household_moves_out_and_comes_back(around: Bench, living: Callable[..., LifePage]) -> None:
    page = living("01001", ActKind.HOUSEHOLD_LEFT)
    on(page, date(2026, 5, 1))
    save(page)
    assert around.card("01001").household.absence == "moved_out"
    page = living("01001")
    words = [page.acts.item(n).text() for n in range(page.acts.count())]
    assert words == ["整户", "　整户迁回"]
    save(page)
    home = around.card("01001").household
    assert (home.absence, home.scored) == ("", True)
    assert around.story("01001") == ["2026.5.1 全户迁出。", "2026.6.1 全户迁回。"]


def test_an_id_says_sex_and_birth_and_a_wrong_one_is_refused(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    page = living("01001", ActKind.PERSON_ADDED)
    types(line(page, Ask.NAME), "王奶奶")
    choose(page, Ask.RELATION, "母亲")
    line(page, Ask.ID_NUMBER).setText("11010519491231002X")
    line(page, Ask.ID_NUMBER).editingFinished.emit()
    assert box(page, Ask.SEX).currentText() == "女"
    line(page, Ask.ID_NUMBER).setText("110105194912310021")
    save(page)
    assert page.form is not None
    assert page.form.panel.problem_of(Ask.ID_NUMBER).startswith("身份证号 11*************021 不对")
    line(page, Ask.ID_NUMBER).setText("11010519491231002x")
    save(page)
    added = next(one for one in around.card("01001").people if one.name == "王奶奶")
    assert added.born_on == date(1949, 12, 31)


def test_ctrl_and_enter_save_from_the_field_that_finds_a_household(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    page = living("01001", ActKind.PERSON_MOVED)
    choose(page, Ask.PERSON, "王小明")
    choose(page, Ask.RELATION, "其他亲属")
    assert page.form is not None
    pick = page.form.editors[Ask.TO]
    assert isinstance(pick, PickEdit)
    types(pick.line, "02001")
    pick.line.found.emit("02001")
    QTest.keyClick(pick.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.name for one in around.card("02001").people][-1] == "王小明"


def test_enter_on_what_was_found_goes_on_to_the_next_field(
    around: Bench, living: Callable[..., LifePage], qtbot: QtBot
) -> None:
    page = living("01001", ActKind.PERSON_MOVED)
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    qtbot.waitUntil(page.isActiveWindow)
    assert page.form is not None
    pick = page.form.editors[Ask.TO]
    assert isinstance(pick, PickEdit)
    pick.line.found.emit("02001")
    pick.choice.setFocus()
    QTest.keyClick(pick.choice, Qt.Key.Key_Return)
    assert page.focusWidget() is box(page, Ask.RELATION)


def test_who_bears_the_same_name_in_the_household_is_asked_about(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    page = living("01001", ActKind.BIRTH)
    types(line(page, Ask.NAME), "王小明")
    choose(page, Ask.RELATION, "子")
    around.answers.agree = False
    save(page)
    assert around.answers.asked == ["户 01001 已经有一位王小明，别登记了两遍。"]
    assert len(around.card("01001").people) == 3
    around.answers.agree = True
    save(page)
    assert len(around.card("01001").people) == 4


def test_an_id_number_of_somebody_else_is_asked_about(around: Bench, living: Callable[..., LifePage]) -> None:
    page = living("02001", ActKind.PERSON_ADDED)
    for name in ("欧阳氏", "欧阳某"):
        types(line(page, Ask.NAME), name)
        choose(page, Ask.RELATION, "母亲")
        line(page, Ask.ID_NUMBER).setText("11010519491231002X")
        around.answers.agree = False
        save(page)
        page = living("02001", ActKind.PERSON_ADDED)
    assert around.answers.asked == ["户 02001 的欧阳氏也是这个身份证号。请照证件核对。"]
    assert [one.name for one in around.card("02001").people][1:] == ["欧阳氏"]


def test_a_number_is_taken_away_by_saying_there_is_none(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    page = living("01001", ActKind.PERSON_EDITED)
    for said, phone in (("１３８０００１１１１１", "13800011111"), ("", "13800011111"), ("无", None)):
        choose(page, Ask.PERSON, "张桂兰")
        line(page, Ask.PHONE).setText(said)
        line(page, Ask.REMARK).setText(f"说的是“{said}”")
        save(page)
        somebody = next(one for one in around.card("01001").people if one.name == "张桂兰")
        assert (somebody.phone.reveal() if somebody.phone else None) == phone
        page = living("01001", ActKind.PERSON_EDITED)


def test_a_phone_that_is_no_number_is_refused_beside_its_field(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    page = living("01001", ActKind.PERSON_ADDED)
    types(line(page, Ask.NAME), "王奶奶")
    choose(page, Ask.RELATION, "母亲")
    line(page, Ask.PHONE).setText("问她儿子")
    save(page)
    assert page.form is not None
    assert page.form.panel.problem_of(Ask.PHONE) == "联系电话只能填数字，请核对。"
    line(page, Ask.PHONE).setText("没有电话")
    save(page)
    assert next(one for one in around.card("01001").people if one.name == "王奶奶").phone is None


def test_only_changes_that_fit_a_party_status_are_offered(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    def offered() -> list[str]:
        page = living("01001", ActKind.PARTY_SET)
        choose(page, Ask.PERSON, "王小明")
        ways = box(page, Ask.WAY)
        return [ways.itemText(number) for number in range(ways.count())]

    assert offered() == ["入党（预备）", "组织关系转入"]
    for way, then in (("入党", "转正"), ("转正", "流动或报到变更")):
        page = living("01001", ActKind.PARTY_SET)
        choose(page, Ask.PERSON, "王小明")
        choose(page, Ask.WAY, way)
        on(page, date(2026, 5, 1) if way == "入党" else date(2026, 5, 2))
        save(page)
        assert offered()[0] == then


def test_a_very_long_name_leaves_the_rest_in_sight(
    around: Bench, living: Callable[..., LifePage], qtbot: QtBot, theme: Theme
) -> None:
    with around.village.write() as tx:
        home = household_by_code(tx, "01001")
        joins(tx, home.id, "买买提" * 20, "20", "子", "男", date(1990, 1, 1))
    page = living("01001", ActKind.HEAD_CHANGED)
    choose(page, Ask.PERSON, "张桂兰")
    assert page.form is not None
    relations = page.form.editors[Ask.RELATIONS]
    assert isinstance(relations, RelationsBox)
    assert relations.minimumSizeHint().width() < 600
    choose(page, Ask.PERSON, "买买提")
    save(page)
    theme.set_size(18)
    card = HouseholdPage(around.tools)
    qtbot.addWidget(card)
    card.enter({"id": around.id_of("01001")})
    assert card._title.text() == "买买提买买提买买…户　01001"
    assert "第一网格" in card._facts.text()
    assert card.minimumSizeHint().width() < 1100


def test_a_new_party_member_gets_a_red_book(around: Bench, living: Callable[..., LifePage]) -> None:
    page = living("01001", ActKind.PARTY_SET)
    choose(page, Ask.PERSON, "王小明")
    choose(page, Ask.WAY, "入党")
    save(page)
    member = next(one for one in around.card("01001").people if one.name == "王小明")
    assert member.party_kind == "probationary"


def test_tags_are_shown_on_demand_only(around: Bench, living: Callable[..., LifePage], qtbot: QtBot) -> None:
    page = living("01001", ActKind.TAG_SET)
    choose(page, Ask.PERSON, "张桂兰")
    box(page, Ask.TAG).setEditText("低保")
    save(page)
    card = HouseholdPage(around.tools)
    qtbot.addWidget(card)
    card.enter({"id": around.id_of("01001")})
    assert "低保" not in card._members.tags.text().replace("低保、残疾等不公开", "")
    card._members.show_tags.click()
    assert card._members.tags.text() == "张桂兰 低保"
    card.enter({"id": around.id_of("01001")})
    assert "张桂兰" not in card._members.tags.text()


def test_the_card_tells_the_story_and_leads_to_the_acts(
    around: Bench, living: Callable[..., LifePage], qtbot: QtBot
) -> None:
    page = living("01001", ActKind.SCORED_SET)
    types(line(page, Ask.REASON), "长期在外")
    save(page)
    page = living("01001", ActKind.HOUSEHOLD_EDITED)
    line(page, Ask.HOUSE).setText("18")
    line(page, Ask.REASON).setText("长期在外")
    save(page)
    assert around.story("01001") == [
        "2026.6.1 变更是否参加积分（不计分）",
        "2026.6.1 更正本户资料（门牌 1 → 18）",
    ]
    card = HouseholdPage(around.tools)
    qtbot.addWidget(card)
    card.enter({"id": around.id_of("01001"), "notes": ("请核对。",)})
    assert card.message.words == "请核对。"
    assert card._facts.text().endswith("清泉村1号　在村不计分")
    assert card._story.model.row_at(0).reason == "长期在外"  # type: ignore[union-attr]
    button = card.act_button("household.life")
    assert button is not None
    button.click()
    assert around.went[-1] == Route("life", {"id": around.id_of("01001")})


def test_a_new_household_gets_the_next_code_and_a_book(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    page = living(None)
    assert page.title == "新建户"
    choose(page, Ask.PLACE, "第一网格")
    types(line(page, Ask.NAME), "赵铁柱")
    save(page)
    assert around.card("01003").household.head_name == "赵铁柱"


def test_a_grid_is_changed_and_frozen_points_are_not_offered(
    around: Bench, living: Callable[..., LifePage]
) -> None:
    page = living("01001", ActKind.HOUSEHOLD_PLACED)
    assert "　解冻积分" not in [page.acts.item(n).text() for n in range(page.acts.count())]
    choose(page, Ask.PLACE, "第二网格")
    save(page)
    assert around.card("01001").household.grid_code == "02"


def test_who_belonged_to_a_household_can_be_asked_for_any_day(
    around: Bench, living: Callable[..., LifePage], qtbot: QtBot
) -> None:
    page = living("01001", ActKind.PERSON_LEFT)
    choose(page, Ask.PERSON, "王小明")
    on(page, date(2026, 5, 10))
    save(page)
    card = HouseholdPage(around.tools)
    qtbot.addWidget(card)
    card.enter({"id": around.id_of("01001")})
    card._past.day.set_day(date(2026, 5, 9))
    assert card._past.words.text() == "第一网格　3 人：王建国（户主）、张桂兰（妻）、王小明（子）"
    card._past.day.set_day(date(2026, 5, 10))
    assert card._past.words.text() == "第一网格　2 人：王建国（户主）、张桂兰（妻）"
