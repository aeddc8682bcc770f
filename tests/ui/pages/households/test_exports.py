"""Printing and exporting rosters from 户册, pressed as the clerk would."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, new_village, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.households.roster.content import UNMASKED_ACT
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.households.page import HouseholdsPage
from passbook_desk.ui.pages.households.paper_page import RosterPaperPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

MASKED, WHOLE, CHECKIN = 0, 1, 2


class Chooser(Answers):
    """Dialogs that press the chosen button and save into a folder under the name suggested."""

    def __init__(self, folder: Path) -> None:
        super().__init__(reason="镇里核对")
        self.folder = folder
        self.button: int | None = MASKED
        self.suggested: list[str] = []
        self.stop_at_file = False

    def choose(self, title: str, sentence: str, acts: object, detail: str = "") -> int | None:
        self.asked.append(sentence)
        return self.button

    def pick_save(self, title: str, suggestion: str, kind: FileKind) -> Path | None:
        self.suggested.append(suggestion)
        return None if self.stop_at_file else self.folder / suggestion


class Bench:
    def __init__(self, village: Village, fontbook: FontBook, folder: Path) -> None:
        self.village = village
        self.went: list[Route] = []
        self.answers, self.announced = Chooser(folder), Announced()
        self.tools = Tools(
            desk=VillageDesk(village),
            jobs=AtOnce(),
            clock=village.clock,
            dialogs=self.answers,
            announcer=self.announced,
            fontbook=fontbook,
            go=self.went.append,
        )

    def acts_noted(self) -> list[str]:
        with self.village.read() as scope:
            return list(scope.session.scalars(select(AuditRow.detail).where(AuditRow.act == UNMASKED_ACT)))


@pytest.fixture
def bench(theme: Theme, fontbook: FontBook, tmp_path: Path) -> Callable[[Village], Bench]:
    return lambda village: Bench(village, fontbook, tmp_path)


@pytest.fixture
def around(bench: Callable[[Village], Bench], tmp_path: Path) -> Bench:
    return bench(settled_village(tmp_path))


def opened(around: Bench, qtbot: QtBot, grid_row: int = 0) -> HouseholdsPage:
    page = HouseholdsPage(around.tools)
    qtbot.addWidget(page)
    page.enter({})
    page._grids.setCurrentRow(grid_row)
    return page


def press(page: HouseholdsPage, act: str) -> None:
    button = page.act_button(act)
    assert button is not None
    button.click()


def codes_in(workbook: Path) -> list[object]:
    (sheet,) = openpyxl.load_workbook(workbook).worksheets
    heads, *rows = sheet.iter_rows(values_only=True)
    return [row[heads.index("户编号")] for row in rows]


def test_the_masked_roster_of_the_grid_chosen_is_saved_and_can_be_opened(around: Bench, qtbot: QtBot) -> None:
    page = opened(around, qtbot, grid_row=2)
    press(page, "households.export")
    assert around.answers.asked == ["第二网格：要哪一份？"]
    assert around.answers.suggested == ["第二网格花名册.xlsx"]
    (made,) = around.announced.files
    assert around.announced.said == ["已存为 第二网格花名册.xlsx。"]
    assert codes_in(made) == ["02001"]
    assert around.acts_noted() == []


def test_whole_numbers_ask_for_a_reason_and_keep_it(around: Bench, qtbot: QtBot) -> None:
    page = opened(around, qtbot)
    around.answers.button = WHOLE
    press(page, "households.export")
    (made,) = around.announced.files
    assert made.name == "全村花名册（全号）.xlsx"
    assert codes_in(made) == ["01001", "01002", "02001"]
    assert around.acts_noted() == ["residents=3; grids=01,02; reason=镇里核对"]


@pytest.mark.parametrize("stop", ["reason", "file"])
def test_who_gives_no_reason_or_no_file_gives_nothing_out(around: Bench, qtbot: QtBot, stop: str) -> None:
    page = opened(around, qtbot)
    around.answers.button = WHOLE
    around.answers.reason = None if stop == "reason" else "镇里核对"
    around.answers.stop_at_file = stop == "file"
    press(page, "households.export")
    assert (around.announced.files, around.acts_noted()) == ([], [])


def test_a_file_that_cannot_be_written_notes_no_giving_out(
    around: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(around, qtbot)
    around.answers.button = WHOLE
    around.answers.folder = tmp_path / "没有的文件夹"
    press(page, "households.export")
    assert "全村花名册（全号）.xlsx" in page.message.words
    assert (around.announced.files, around.acts_noted()) == ([], [])


def test_check_in_sheets_come_one_a_grid(around: Bench, qtbot: QtBot) -> None:
    page = opened(around, qtbot)
    around.answers.button = CHECKIN
    press(page, "households.export")
    (made,) = around.announced.files
    book = openpyxl.load_workbook(made)
    assert book.sheetnames == ["第一网格", "第二网格", "事项"]
    assert str(book["事项"]["A1"].value).startswith("101 ")


def test_who_changes_their_mind_gets_nothing(around: Bench, qtbot: QtBot) -> None:
    page = opened(around, qtbot)
    around.answers.button = None
    press(page, "households.export")
    assert (around.answers.suggested, around.announced.files) == ([], [])


def test_an_empty_village_has_nothing_to_export(
    bench: Callable[[Village], Bench], qtbot: QtBot, tmp_path: Path
) -> None:
    around = bench(new_village(tmp_path))
    page = opened(around, qtbot)
    press(page, "households.export")
    assert page.message.words == "还没有户可列，请先导入花名册。"
    assert around.announced.files == []


def test_the_paper_of_the_grid_chosen_is_shown_and_saved(around: Bench, qtbot: QtBot) -> None:
    page = opened(around, qtbot, grid_row=1)
    press(page, "households.print")
    (route,) = around.went
    assert route == Route("roster_paper", {"grid": "01"})
    paper = RosterPaperPage(around.tools)
    qtbot.addWidget(paper)
    paper.enter(route.params)
    assert paper.title == "第一网格花名册 2026.6.1"
    assert paper.preview.page_count == 1
    paper.preview.save_pdf()
    assert around.answers.suggested == ["第一网格花名册 2026.6.1.pdf"]
    paper.enter({"grid": None})
    assert (paper.title, paper.preview.page_count) == ("清泉村花名册 2026.6.1", 2)


def test_paper_of_an_empty_village_says_what_to_do(
    bench: Callable[[Village], Bench], qtbot: QtBot, tmp_path: Path
) -> None:
    around = bench(new_village(tmp_path))
    paper = RosterPaperPage(around.tools)
    qtbot.addWidget(paper)
    paper.enter({})
    assert paper.message.words == "还没有户可列，请先导入花名册。"
    assert paper.preview.page_count == 0
