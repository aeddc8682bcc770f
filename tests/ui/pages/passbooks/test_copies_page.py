"""The print centre as the clerk sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from builders.books import answered, issued, printed, sent
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import booked, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.passbooks.books.values import PrintWay
from passbook_desk.features.passbooks.queries import printouts
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.screen import dots_per_mm
from passbook_desk.ui.pages.passbooks.copies_page import CopiesPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Clerk:
    """A page whose routes lead back into itself, as the window would do."""

    def __init__(self, folder: Path) -> None:
        self.village = settled_village(folder)
        booked(self.village, (1, 4))
        self.dialogs, self.said = Answers(), Announced()
        self.way: list[Route] = []
        fontbook = FontBook(resources_folder() / "fonts")
        desk = VillageDesk(self.village)
        self.page = CopiesPage(
            Tools(desk, AtOnce(), self.village.clock, self.dialogs, self.said, fontbook, self.go)
        )
        self.page.enter({})

    def go(self, route: Route) -> None:
        self.way.append(route)
        self.page.enter(route.params)

    def preview(self) -> PreviewPanel:
        panel = self.page.findChild(PreviewPanel)
        assert panel is not None
        return panel

    def words(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if not label.isHidden()]

    def press(self, act: str) -> None:
        button = self.page.act_button(act)
        assert button is not None
        button.click()


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path) -> Iterator[Clerk]:
    working = Clerk(tmp_path)
    yield working
    working.village.store.close()


def test_the_books_listed_are_the_books_that_are_drawn(clerk: Clerk) -> None:
    assert "列出 4 本：红色 1 本，绿色 3 本。回车只看选中的一本。" in clerk.words()
    clerk.page._books.press_chip("green")
    clerk.page._grid.setCurrentIndex(1)
    clerk.page._grid.activated.emit(1)
    clerk.press("print.listed")
    assert clerk.page.title == "绿色存折 2 本"
    assert clerk.preview().page_count == 6


def test_each_preview_says_that_it_is_not_the_book(clerk: Clerk) -> None:
    clerk.go(Route("copies", {"account": 3}))
    words = clerk.words()
    assert "截至 2026.6.1 的打印件：只供查看，不是存折，不算登折。" in words
    assert "红色存折 1 本" in words
    assert clerk.page.title.startswith("红色存折")


def test_saving_as_pdf_is_logged(clerk: Clerk, tmp_path: Path) -> None:
    clerk.press("print.listed")
    clerk.dialogs.file = tmp_path / "存折.pdf"
    clerk.preview().save_pdf()
    assert clerk.dialogs.file.read_bytes().startswith(b"%PDF")
    assert clerk.page.message.words == "4 本已记入打印记录。"
    with clerk.village.read() as scope:
        assert len(printouts(scope, 10)) == 4
    clerk.go(Route("copies", {"log": "copies"}))
    assert clerk.page.title == "打印记录"
    assert "最近 4 本。" in clerk.words()


def test_the_log_of_books_says_who_sent_what_where_and_what_became_of_it(clerk: Clerk) -> None:
    village = clerk.village
    jammed, waiting = issued(village, 1), issued(village, 2)
    booked(village, (1, 2))
    answered(village, sent(village, jammed), 1, 1)
    printed(village, jammed)
    sent(village, waiting, way=PrintWay.STRIP)
    clerk.go(Route("copies", {"log": "books"}))
    model = clerk.page._into_books.model
    shown = [
        tuple(str(model.index(row, column).data()) for column in (3, 4, 5, 6, 7))
        for row in range(model.rowCount())
    ]
    assert shown == [
        ("李秀英", "第 1 页 第 1 行", "等答复", "贴条", "刘文书"),
        ("王建国", "第 1 页 第 3 行", "都打上了", "登折", "刘文书"),
        ("王建国", "第 1 页 第 1–2 行", "打上 1 行，打坏 1 行", "登折", "刘文书"),
    ]
    clerk.page._into_books.opened.emit(model.row_at(0))
    assert clerk.way[-1] == Route("books", {"book": waiting})


def test_the_keys_go_to_the_newest_line_of_the_log(clerk: Clerk, qtbot: QtBot) -> None:
    printed(clerk.village, issued(clerk.village, 1))
    qtbot.addWidget(clerk.page)
    clerk.page.show()
    clerk.page.setFocus()
    clerk.go(Route("copies", {"log": "books"}))
    assert clerk.page.focusWidget() is clerk.page._into_books.view
    assert clerk.page._into_books.selected_row() == clerk.page._into_books.model.row_at(0)


def test_cancelling_leads_back_to_choosing(clerk: Clerk) -> None:
    clerk.press("print.listed")
    clerk.page.show_problem(Cancelled())
    assert clerk.way[-1] == Route("copies")
    assert clerk.page.title == "副本"


def test_a_choice_without_books_leads_back_to_all_and_a_bare_village_to_its_roster(clerk: Clerk) -> None:
    clerk.page._books.press_chip("red")
    clerk.page._books.find_line.setText("王建国")
    clerk.page._books.find_line._tell()
    assert "没有这样的存折。" in clerk.words()
    clerk.page._books._empty._button.click()
    assert "列出 4 本：红色 1 本，绿色 3 本。回车只看选中的一本。" in clerk.words()
    clerk.page.show_books(())
    clerk.page._books._empty._button.click()
    assert clerk.way[-1] == Route("import_roster")


def test_a_page_of_a_book_stays_a_page_on_a_wide_screen(clerk: Clerk) -> None:
    clerk.page.resize(1300, 700)
    clerk.page.show()
    clerk.go(Route("copies", {"account": 3}))
    preview = clerk.preview()
    on_paper = 148 * dots_per_mm(preview)
    assert preview._sheet.width() <= 1.5 * on_paper + 30
