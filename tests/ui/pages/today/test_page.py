"""The home page, pressed as the clerk would."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.rhythms import as_in
from builders.village import Village, booked, new_village, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.queries import accounts, balances, recent_vouchers
from passbook_desk.features.ledger.values import AnchorKind, Colour
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


def test_nothing_to_do_says_what_comes_next(
    theme: Theme, fontbook: FontBook, qtbot: QtBot, tmp_path: Path
) -> None:
    village = settled_village(tmp_path)
    with village.read() as scope:
        green = tuple(row.id for row in accounts(scope, colour=Colour.GREEN))
    with village.write() as tx:
        adopt_standard(
            tx, AdoptStandard(date(2026, 1, 15), "2026-1", date(2026, 1, 15), "内置", starter_standard())
        )
        set_anchor(tx, AnchorKind.BACKUP, "一.pbd")
    booked(village, green, on=date(2026, 6, 1))
    page = page_of(village, fontbook, [], Answers(), Announced())
    qtbot.addWidget(page)
    page.enter({})
    said = [label.text() for label in page.findChildren(QLabel) if label.text() and not label.isHidden()]
    assert "现在没有要办的事。下一件：6.8 起出 6.1–6.7 这周统计。" in said
    assert "本周（一周一统计）" in said
    assert "本季（一季一公示）" in said


def test_the_notice_of_a_quarter_cut_on_the_15th_is_one_button_away_on_the_16th(
    theme: Theme, fontbook: FontBook, qtbot: QtBot, tmp_path: Path
) -> None:
    village = settled_village(tmp_path)
    as_in(village, "八名村")
    booked(village, (1, 2), on=date(2026, 5, 20))
    village.on(date(2026, 6, 16))
    went: list[Route] = []
    page = page_of(village, fontbook, went, Answers(), Announced())
    qtbot.addWidget(page)
    page.enter({})
    for name in ("home.proof_missing", "home.clear_due", "home.count_ready"):
        button = page.findChild(QPushButton, name)
        assert button is not None, name
        button.click()
    assert went == [
        Route("notice_wizard", {"kind": "quarter", "about": "2026Q2"}),
        Route("closing", {"run": "carry-over"}),
        Route("counting", {"period": "2026Q2", "by": "grid", "ranked": False}),
    ]
