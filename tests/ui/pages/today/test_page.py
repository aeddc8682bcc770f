"""The home page, pressed as the clerk would."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, new_village, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.ledger.queries import accounts, balances, recent_vouchers
from passbook_desk.features.ledger.values import Colour
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.today.page import HomePage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


def page_of(
    village: Village, fontbook: FontBook, went: list[Route], answers: Answers, announced: Announced
) -> HomePage:
    return HomePage(
        Tools(VillageDesk(village), AtOnce(), village.clock, answers, announced, fontbook, went.append)
    )


def test_each_first_step_leads_to_its_page(
    theme: Theme, fontbook: FontBook, qtbot: QtBot, tmp_path: Path
) -> None:
    went: list[Route] = []
    page = page_of(new_village(tmp_path), fontbook, went, Answers(), Announced())
    qtbot.addWidget(page)
    page.enter({})
    for name in ("home.roster", "home.catalogue", "home.standard", "home.first_backup"):
        button = page.findChild(QPushButton, name)
        assert button is not None
        button.click()
    assert [route.name for route in went] == ["import_roster", "catalogue", "standard", "settings"]
    assert page.findChild(QPushButton, "home.phone") is None


def test_an_act_is_taken_back_from_the_home_page(
    theme: Theme, fontbook: FontBook, qtbot: QtBot, tmp_path: Path
) -> None:
    village = settled_village(tmp_path)
    with village.read() as scope:
        green = tuple(row.id for row in accounts(scope, colour=Colour.GREEN))
    voucher = booked(village, green).voucher_id
    answers, announced = Answers(reason=None), Announced()
    page = page_of(village, fontbook, [], answers, announced)
    qtbot.addWidget(page)
    page.enter({})
    button = page.findChild(QPushButton, f"home.reverse.{voucher}")
    assert button is not None
    button.click()
    with village.read() as scope:
        assert len(recent_vouchers(scope, 9)) == 1
    answers.reason = "记错网格"
    button.click()
    assert announced.said == ["已冲销 3 笔。"]
    with village.read() as scope:
        assert {row.balance for row in balances(scope)} == {ZERO}
