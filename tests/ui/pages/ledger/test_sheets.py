"""A sign-in sheet comes back as a ticked wall; what only the clerk knows is asked one by one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from builders.entry import EntryDesk
from builders.rosters import SAMPLES, bring_in
from builders.village import Village, catalogue, new_village
from passbook_desk.features.catalogue.values import Holder, ItemDraft, ValueKind
from passbook_desk.features.households.queries import households
from passbook_desk.features.ledger.commands import open_accounts
from passbook_desk.features.ledger.recording_values import DeedEntry
from passbook_desk.features.ledger.values import Colour, OpenAccount
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.pages.ledger.sheets import SheetQuestions
from passbook_desk.ui.pages.ledger.words import attender_words, question_words
from ui.pages.ledger.conftest import MakeBench

SHEET = SAMPLES / "签到表_环境整治.xlsx"
ITEM = ItemDraft(
    "199",
    "生态保护",
    "大扫除",
    ValueKind.FIXED,
    Points(1000),
    Points(1000),
    "人次",
    holders=(Holder.HOUSEHOLD,),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample village with its catalogue, made once."""
    folder = tmp_path_factory.mktemp("whole")
    village = new_village(folder)
    with village.write() as tx:
        catalogue(tx, (ITEM,))
    bring_in(village, SAMPLES / "花名册_标准.xlsx")
    with village.write() as tx:
        open_accounts(tx, [OpenAccount(Colour.GREEN, row.id, None, row.grid_code) for row in households(tx)])
    village.store.close()
    return folder


@pytest.fixture
def village(whole: Path, tmp_path: Path) -> Village:
    import shutil

    made = new_village(tmp_path)
    made.store.close()
    shutil.copyfile(whole / "清泉村.pbk", tmp_path / "清泉村.pbk")
    return new_village_on(tmp_path / "清泉村.pbk", made)


def new_village_on(path: Path, like: Village) -> Village:
    from passbook_desk.db.store import Store
    from passbook_desk.features.access.queries import check_permit
    from passbook_desk.features.audit.commands import seal_changes

    return Village(path, Store.on_file(path, 1, seal_changes, check_permit), like.actor, like.clock)


def deeds(desk: EntryDesk) -> tuple[DeedEntry, ...]:
    assert desk.presenter.day is not None
    return desk.roll.entries(desk.presenter.day)


def test_the_sample_gives_the_points_that_are_sure_and_thirteen_questions(village: Village) -> None:
    expected = json.loads((SAMPLES / "签到表_环境整治.expected.json").read_text(encoding="utf-8"))["sheets"]
    desk = EntryDesk(village)
    desk.choose("199")
    desk.presenter.read_sheet(SHEET)
    first, second = desk.view.sheets
    asked = SheetQuestions(first)
    assert len(first.asked) == expected["5月8日"]["ask_the_clerk"]
    desk.presenter.take_sheet(asked.ticks())
    assert str(desk.presenter.day) == "2026-05-08"
    assert desk.presenter.item is not None
    assert desk.presenter.item.item.name == "参加环境整治"
    desk.choose("199")
    found = deeds(desk)
    assert len(found) == expected["5月8日"]["sure_people"]
    assert len({deed.account_id for deed in found}) == expected["5月8日"]["sure_households"]
    assert str(Points(1000) * len(found)) == str(expected["5月8日"]["sure_points"])
    desk.presenter.take_sheet(SheetQuestions(second).ticks())
    assert len(deeds(desk)) == expected["5.22"]["sure_people"]


def test_each_question_offers_whom_it_may_be_and_nobody_is_taken_for_no(village: Village) -> None:
    desk = EntryDesk(village)
    desk.presenter.read_sheet(SHEET)
    asked = SheetQuestions(desk.view.sheets[0])
    assert asked.now is not None
    assert question_words(asked.now) == "C20 格“张伟” 有几个人同名，是哪一个？"
    offered = asked.now.attenders
    assert attender_words(offered[0], listed=False).startswith("张伟  01009")
    asked.answer(offered[1])
    asked.answer(None)
    assert asked.place == (3, 13)
    asked.back()
    asked.back()
    assert asked.place == (1, 13)
    asked.answer(offered[1])
    while asked.now is not None:
        asked.answer(asked.now.attenders[0])
    assert len(asked.came) == 92 + 13


def test_two_people_of_a_household_are_two_deeds_each_with_its_name(village: Village) -> None:
    desk = EntryDesk(village)
    desk.presenter.read_sheet(SHEET)
    desk.presenter.take_sheet(SheetQuestions(desk.view.sheets[0]).ticks())
    desk.choose("199")
    several = [mark for mark in desk.roll.marks.values() if mark.deeds > 1]
    assert len(several) == 3
    desk.presenter.preview_roll()
    assert sum((standing.points for standing in desk.roll.standings.values()), ZERO) > ZERO
    desk.presenter.save_roll()
    assert str(desk.view.saved[0].recorded.total) == "920"


def test_hours_written_on_the_sheet_are_the_units_of_an_item_that_counts(village: Village) -> None:
    desk = EntryDesk(village)
    desk.presenter.read_sheet(SHEET)
    desk.presenter.take_sheet(SheetQuestions(desk.view.sheets[0]).ticks())
    desk.choose("201")
    quantities = {mark.quantity for mark in desk.roll.marks.values()}
    assert quantities <= {None, 2, 3, 4}
    assert 2 in quantities


def test_what_was_ticked_before_the_sheet_came_is_set_aside(village: Village) -> None:
    desk = EntryDesk(village)
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.tick(desk.ids()[0])
    desk.presenter.read_sheet(SHEET)
    questions = SheetQuestions(desk.view.sheets[1])
    desk.presenter.take_sheet(questions.ticks())
    assert [draft.count for draft in desk.view.earlier] == [1]
    desk.presenter.take_sheet(questions.ticks())
    assert len(desk.view.earlier) == 1


def test_a_dropped_sheet_asks_by_digits_and_leads_to_the_wall(
    make_bench: MakeBench, village: Village
) -> None:
    bench = make_bench(village=village)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SHEET))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    bench.page.dropEvent(drop)
    panel = bench.page.panels.sheet
    assert panel.isVisible()
    assert panel.asks
    assert len(bench.page.wall.ticked) == 89
    bench.key(Qt.Key.Key_1, Qt.Key.Key_0)
    assert panel.questions is not None
    assert panel.questions.place == (3, 13)
    for _ in range(11):
        bench.key(Qt.Key.Key_0)
    assert not panel.asks
    assert bench.page.wall.hasFocus()
    assert len(bench.page.wall.ticked) == 90


def test_a_file_that_lists_nobody_says_what_a_sheet_needs(make_bench: MakeBench, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    cast(Callable[..., None], book.worksheets[0].append)(("物品", "数量"))
    book.save(tmp_path / "物品.xlsx")
    bench = make_bench(3)
    bench.page.read_sheet(tmp_path / "物品.xlsx")
    assert "没有找到签到的人" in bench.page.message.words
