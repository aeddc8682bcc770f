"""理事会 in the window: members, charters, pledges and things lent, by keys and forms."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, household, new_village
from passbook_desk.app.pages import PAGES
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.events.bodies.pledging import pledge_texts, pledges
from passbook_desk.features.events.bodies.queries import charters, members
from passbook_desk.features.events.bodies.values import Capacity, PledgeSheet
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.lending.queries import equipment, loans
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, RegisterEvent
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.form import FormDialog
from passbook_desk.ui.pages.events.council_forms import BodyForm, CharterForm, EndTermForm, MemberForm
from passbook_desk.ui.pages.events.council_page import CouncilPage, Face
from passbook_desk.ui.pages.events.lending_forms import (
    EquipmentForm,
    LendForm,
    PledgeForm,
    PledgeWordsForm,
    ReturnForm,
)
from passbook_desk.ui.pages.events.pledge_page import PledgePaperPage
from passbook_desk.ui.pages.events.who_edit import WhoEdit
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools
from ui.surroundings import types


class Office:
    """王建国, his brother, and 李秀英 of the party; 王建国's household marries a son on 2026-06-03."""

    def __init__(self, folder: Path) -> None:
        self.village: Village = new_village(folder)
        day = date(2026, 1, 15)
        with self.village.write() as tx:
            host = household(tx, "01001", "王建国").id
            household(tx, "01002", "王建军")
            household(tx, "01003", "李秀英", member_of_party=True)
            adopt_standard(tx, AdoptStandard(day, "", day, "", starter_standard()))
            register_event(
                tx, RegisterEvent(new_uid(), EventKind.WEDDING, host, date(2026, 6, 3)), self.village.key
            )
        self.said, self.way, self.answers = Announced(), list[Route](), Answers()
        fontbook = FontBook(resources_folder() / "fonts")
        desk, clock = VillageDesk(self.village), self.village.clock
        self.tools = Tools(desk, AtOnce(), clock, self.answers, self.said, fontbook, self.way.append)

    def page(self, face: Face) -> CouncilPage:
        page = PAGES["rites_council"](self.tools, self.village.key)
        assert isinstance(page, CouncilPage)
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)
        page.enter({"face": face.value})
        QApplication.processEvents()  # the buttons of a face come up
        return page


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.village.store.close()


def form_of(page: CouncilPage, kind: type[FormDialog]) -> FormDialog:
    """The form that is open now."""
    return next(form for form in page.findChildren(kind) if form.isVisible())


def press(page: CouncilPage, act: str) -> None:
    button = page.act_button(act)
    assert button is not None
    button.click()


def looked_for(field: WhoEdit, text: str) -> None:
    """Type a name and wait for what it finds, as after the pause."""
    types(field.line, text)
    field.line._tell()


def test_a_chair_is_added_by_keys_alone_and_the_form_begins_in_his_name(office: Office, qtbot: QtBot) -> None:
    page = office.page(Face.MEMBERS)
    QTest.keyClick(page, Qt.Key.Key_Insert)
    form = form_of(page, MemberForm)
    assert isinstance(form, MemberForm)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.member.line)
    types(form.member.line, "王建国")
    QTest.keyClick(form.member.line, Qt.Key.Key_Return)
    assert form.focusWidget() is form.member.choice
    QTest.keyClick(form.member.choice, Qt.Key.Key_Return)
    assert form.focusWidget() is form.body
    form.duty.setCurrentText("会长")
    QTest.keyClick(form.body, Qt.Key.Key_F8)
    assert office.said.said == ["已添上成员。"]
    with office.village.read() as scope:
        (row,) = members(scope)
    assert (row.name, row.household_code, row.duty) == ("王建国", "01001", "会长")
    assert page.members._totals.text() == "红白理事会：1 人　（各地多为 4—13 人）"


def test_a_name_that_is_not_in_the_roster_is_kept_as_typed(office: Office) -> None:
    page = office.page(Face.MEMBERS)
    page.members.press_chip("moral")
    press(page, "council.member")
    form = form_of(page, MemberForm)
    assert isinstance(form, MemberForm)
    looked_for(form.member, "外村老师")
    assert form.member.choice.currentText() == "只写姓名“外村老师”"
    form.panel.submit()
    assert [row.name for row in page.members.model.rows()] == ["外村老师"]
    with office.village.read() as scope:
        assert members(scope)[0].kind.value == "moral"


def test_what_is_missing_is_said_beside_its_field_and_the_form_stays(office: Office) -> None:
    page = office.page(Face.MEMBERS)
    press(page, "council.member")
    form = form_of(page, MemberForm)
    assert isinstance(form, MemberForm)
    form.panel.submit()
    assert form.panel.problem_of("member") == "没有写是谁，请找一位居民，或写姓名。"
    looked_for(form.member, "王建军")
    form.duty.setCurrentText("宣" * 41)
    form.panel.submit()
    assert form.panel.problem_of("duty") == "这一项超过 40 字，请删短。"
    form.duty.setCurrentText("宣传员")
    form.to_on.set_day(date(2026, 5, 1))
    form.panel.submit()
    assert form.panel.problem_of("to_on").startswith("任期从 2026.6.1 起")
    form.to_on.set_day(None)
    form.panel.submit()
    assert not form.isVisible()


def test_a_term_ends_and_goes_over_to_the_former_ones(office: Office) -> None:
    page = office.page(Face.MEMBERS)
    press(page, "council.end")
    assert page.message.words == "先在表里选一行。"
    press(page, "council.member")
    added = form_of(page, MemberForm)
    assert isinstance(added, MemberForm)
    looked_for(added.member, "王建军")
    added.from_on.set_day(date(2024, 3, 1))
    added.panel.submit()
    page.members.view.selectRow(0)
    press(page, "council.end")
    form = form_of(page, EndTermForm)
    assert isinstance(form, EndTermForm)
    form.on.set_day(date(2024, 2, 1))
    form.panel.submit()
    assert form.panel.problem_of("on").startswith("任期从 2024.3.1 起")
    form.on.set_day(date(2026, 5, 31))
    form.panel.submit()
    assert page.members.model.rows() == ()
    page.members.press_chip("former")
    assert [row.name for row in page.members.model.rows()] == ["王建军"]
    assert page.members._totals.text() == "共 1 个任期"


def test_a_body_gets_its_name_and_a_charter_that_can_be_read(office: Office) -> None:
    page = office.page(Face.MEMBERS)
    press(page, "council.body")
    body = form_of(page, BodyForm)
    assert isinstance(body, BodyForm)
    body.name.setText("清泉村红白理事会")
    body.founded_on.set_day(date(2019, 4, 2))
    body.panel.submit()
    page.enter({"face": "charters"})
    QApplication.processEvents()
    press(page, "council.charter")
    form = form_of(page, CharterForm)
    assert isinstance(form, CharterForm)
    form.panel.submit()
    assert form.panel.problem_of("words") == "请填章程。"
    form.words.setPlainText("第一条 丧事不过三天。\n第二条 不收礼。")
    form.effective_from.set_day(date(2026, 5, 1))
    form.panel.submit()
    assert form.panel.problem_of("effective_from").startswith("执行日期 2026.5.1 早于")
    form.effective_from.set_day(date(2026, 6, 1))
    form.panel.submit()
    with office.village.read() as scope:
        assert [row.words for row in charters(scope)] == ["第一条 丧事不过三天。\n第二条 不收礼。"]
    page.charters.view.selectRow(0)
    press(page, "charter.read")
    assert office.answers.asked == ["2026.6.1 会议通过，2026.6.1 起执行"]
    page.enter({"face": "members"})
    assert page.members._totals.text() == "清泉村红白理事会：0 人　2019.4.2 成立　章程第 1 版"


def test_a_member_who_has_not_signed_is_chosen_and_signs(office: Office) -> None:
    page = office.page(Face.PLEDGES)
    page.pledges.press_chip("unsigned")
    assert [line.name for line in page.pledges.model.rows()] == ["李秀英"]
    page.pledges.view.selectRow(0)
    press(page, "council.sign")
    form = form_of(page, PledgeForm)
    assert isinstance(form, PledgeForm)
    form.panel.submit()
    with office.village.read() as scope:
        (row,) = pledges(scope)
    assert (row.name, row.household_code, row.capacity) == ("李秀英", "01003", Capacity.MEMBER)
    assert page.pledges.model.rows() == ()
    assert page.pledges._totals.text() == "已签 1 份　党员和成员未签 0 人"


def test_a_host_signs_for_the_event_and_a_wrong_one_is_struck_out(office: Office) -> None:
    page = office.page(Face.PLEDGES)
    for choice in (1, 1, 0):
        press(page, "council.sign")
        form = form_of(page, PledgeForm)
        assert isinstance(form, PledgeForm)
        form.event_choice.setCurrentIndex(choice)
        form.panel.submit()
        if form.isVisible():
            said = form.panel.problem_of("signer")
            assert ("已在 2026.6.1 签过" if choice else "没有写谁签的") in said
            form.reject()
    assert [(line.name, line.code) for line in page.pledges.model.rows()] == [("王建国", "01001")]
    page.pledges.view.selectRow(0)
    office.answers.choose = lambda *_: 2  # type: ignore[method-assign]
    press(page, "council.print")
    assert office.way[-1].params["words"] == 1
    page.pledges.view.clearSelection()
    press(page, "council.strike")
    assert page.message.words == "先在表里选一行。"
    page.pledges.view.selectRow(0)
    office.answers.reason = "签的是他弟弟"
    press(page, "council.strike")
    assert page.pledges.model.rows() == ()
    page.pledges.press_chip("struck")
    assert [line.row.struck_why for line in page.pledges.model.rows() if line.row] == ["签的是他弟弟"]


def test_the_village_writes_its_own_words(office: Office) -> None:
    page = office.page(Face.PLEDGES)
    press(page, "council.words")
    form = form_of(page, PledgeWordsForm)
    assert isinstance(form, PledgeWordsForm)
    assert "婚事新办" in form.words.toPlainText()
    form.words.setPlainText("红事不过十桌。")
    form.panel.submit()
    with office.village.read() as scope:
        assert [text.words for text in pledge_texts(scope)] == ["红事不过十桌。"]


def test_pledges_go_to_paper(office: Office) -> None:
    page = office.page(Face.PLEDGES)
    QTest.keyClick(page, Qt.Key.Key_F12)
    assert office.way == [Route("pledge_paper", {"sheets": (PledgeSheet(),)})]
    paper = PAGES["pledge_paper"](office.tools, office.village.key)
    assert isinstance(paper, PledgePaperPage)
    paper.enter({"sheets": (PledgeSheet("李秀英", "01003", Capacity.MEMBER), PledgeSheet())})
    assert paper.preview.page_count == 2
    paper.enter({})
    assert paper.preview.page_count == 1


def test_tables_are_written_down_lent_for_the_wedding_and_come_back(office: Office) -> None:
    page = office.page(Face.THINGS)
    press(page, "council.lend")
    first = form_of(page, EquipmentForm)
    assert isinstance(first, EquipmentForm)
    types(first.name, "桌子")
    types(first.unit, "张")
    first.total.set_value(60)
    first.panel.submit()
    press(page, "council.lend")
    form = form_of(page, LendForm)
    assert isinstance(form, LendForm)
    assert form.thing.currentText() == "桌子（能借 60 张）"
    form.count.set_value(61)
    form.panel.submit()
    assert form.panel.problem_of("count") == "桌子现在只有 60 张能借，请改数量。"
    form.count.set_value(25)
    form.panel.submit()
    assert form.panel.problem_of("borrower") == "没有写借给谁，请选一件红白事或一户。"
    looked_for(form.borrower, "王建国")
    assert form.borrower.choice.currentText() == "2026-001　王建国　红事"
    form.panel.submit()
    with office.village.read() as scope:
        assert [(row.count, row.event_number) for row in loans(scope)] == [(25, "2026-001")]
    assert page.things.loans._totals.text() == "借在外面 1 笔，过期未还 0 笔"
    press(page, "council.back")
    assert page.message.words == "先在下面的表里选一笔还没还清的。"
    page.things.loans.view.selectRow(0)
    press(page, "council.back")
    back = form_of(page, ReturnForm)
    assert isinstance(back, ReturnForm)
    assert back.count.value() == 25
    back.broken.set_value(2)
    back.panel.submit()
    assert back.panel.problem_of("count") == "这一笔只剩 25 张没还，合起来不能更多，请改。"
    back.count.set_value(23)
    back.why.setText("断了腿")
    back.panel.submit()
    assert page.things.loans.model.rows() == ()
    page.things.loans.press_chip("all")
    assert [row.words for row in page.things.loans.model.rows()] == [("断了腿",)]
    with office.village.read() as scope:
        assert [(row.total, row.out) for row in equipment(scope)] == [(58, 0)]


def test_things_are_counted_again(office: Office) -> None:
    page = office.page(Face.THINGS)
    press(page, "council.thing")
    form = form_of(page, EquipmentForm)
    assert isinstance(form, EquipmentForm)
    form.name.setText("椅子")
    form.unit.setText("把")
    form.total.set_value(600)
    form.panel.submit()
    page.things.equipment.view.selectRow(0)
    press(page, "council.count")
    again = form_of(page, EquipmentForm)
    assert isinstance(again, EquipmentForm)
    assert (again.name.text(), again.total.value()) == ("椅子", 600)
    again.total.set_value(580)
    again.panel.submit()
    with office.village.read() as scope:
        assert [row.total for row in equipment(scope)] == [580]
