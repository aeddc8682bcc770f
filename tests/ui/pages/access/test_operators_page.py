"""The page of operators, pressed as the clerk would."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, household, new_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.access.queries import operators
from passbook_desk.features.access.values import OperatorRow, Role
from passbook_desk.kernel.actor import Actor
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.access.forms import OperatorForm, PinForm
from passbook_desk.ui.pages.access.page import OperatorsPage
from passbook_desk.ui.shell.tools import Tools


class Bench:
    """The page on a village whose clerk lives in 01001."""

    def __init__(self, qtbot: QtBot, village: Village, fontbook: FontBook) -> None:
        self.village, self.answers, self.announced = village, Answers(), Announced()
        tools = Tools(
            desk=VillageDesk(village),
            jobs=AtOnce(),
            clock=village.clock,
            dialogs=self.answers,
            announcer=self.announced,
            fontbook=fontbook,
            go=lambda _: None,
        )
        self.page = OperatorsPage(tools)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 640)
        self.page.show()
        self.page.enter({})

    def people(self) -> tuple[OperatorRow, ...]:
        with self.village.read() as scope:
            return operators(scope)

    def press(self, action: str) -> None:
        button = self.page.findChild(QPushButton, action)
        assert isinstance(button, QPushButton)
        button.click()

    def form(self) -> OperatorForm:
        (form,) = [form for form in self.page.findChildren(OperatorForm) if form.isVisible()]
        return form

    def pin_form(self) -> PinForm:
        (form,) = [form for form in self.page.findChildren(PinForm) if form.isVisible()]
        return form

    def set_pin(self, pin: str, old: str = "") -> None:
        self.page._table.select(lambda line: line.row.id == 1)
        self.press("operators.pin")
        form = self.pin_form()
        form.old.setText(old)
        form.pin.setText(pin)
        form.again.setText(pin)
        form.panel.submit()

    def add(self, name: str, role: Role, home: str = "") -> OperatorForm:
        self.press("operators.add")
        form = self.form()
        form.name.setText(name)
        form.roles[role].setChecked(True)
        form.household.setText(home)
        form.pin.setText("583920")
        form.again.setText("583920")
        form.panel.submit()
        return form


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path, fontbook: FontBook) -> Bench:
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "刘文书")
        household(tx, "01002", "陈支书")
    return Bench(qtbot, village, fontbook)


def test_first_a_pin_of_ones_own_then_somebody_else(bench: Bench) -> None:
    form = bench.add("陈支书", Role.SUPERVISOR)
    assert "还没有密码" in form.panel.problem_of("pin")
    form.reject()
    bench.set_pin("730418")
    bench.add("陈支书", Role.SUPERVISOR, home="01002")
    first, second = bench.people()
    assert first.has_pin
    assert (second.name, second.roles, second.has_pin) == ("陈支书", {Role.SUPERVISOR}, True)
    assert second.person_id is not None
    assert bench.announced.said == ["操作员已保存。", "操作员已保存。"]


def test_a_household_in_which_nobody_has_the_name_is_told_with_who_lives_there(bench: Bench) -> None:
    bench.set_pin("730418")
    form = bench.add("陈支书", Role.SUPERVISOR, home="01001")
    assert form.panel.problem_of("household") == "01001 户里没有陈支书，只有：刘文书。请核对户编号。"
    assert len(bench.people()) == 1


def test_two_different_pins_are_not_one(bench: Bench) -> None:
    bench.page._table.select(lambda line: line.row.id == 1)
    bench.press("operators.pin")
    form = bench.pin_form()
    form.pin.setText("730418")
    form.again.setText("730419")
    form.panel.submit()
    assert form.isVisible()
    assert not bench.people()[0].has_pin


def test_who_may_not_manage_sees_everybody_and_changes_only_the_own_pin(bench: Bench) -> None:
    bench.set_pin("730418")
    bench.add("陈支书", Role.VIEWER)
    bench.village.actor = Actor(2, "陈支书")
    bench.page.enter({})
    for action, can in (("operators.add", False), ("operators.leave", False), ("operators.pin", True)):
        button = bench.page.act_button(action)
        assert button is not None
        assert button.isEnabled() is can
    bench.set_pin("640271")
    form = bench.pin_form()
    assert "没有办这件事的权限" in form.panel.message.words


def test_somebody_leaves_after_a_question_and_the_last_manager_stays(bench: Bench) -> None:
    bench.set_pin("730418")
    bench.add("陈支书", Role.VIEWER)
    bench.page._table.select(lambda line: line.row.id == 2)
    bench.press("operators.leave")
    assert bench.answers.asked == ["陈支书 从今天起不再使用程序？以前经手的都留着。"]
    assert [row.name for row in bench.people()] == ["刘文书"]
    bench.page._table.select(lambda line: line.row.id == 1)
    bench.press("operators.leave")
    assert "唯一能管操作员的人" in bench.page.message.words
