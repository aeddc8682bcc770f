"""A program on folders of its own, with a clerk in front of it."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeys.clerk import Clerk
from passbook_desk.app.program import Program
from passbook_desk.documents.page import Page
from passbook_desk.kernel.clock import SetDateClock
from passbook_desk.kernel.places import Places, resources_folder
from passbook_desk.ui.kit import printers
from passbook_desk.ui.kit.language import CHINESE, install_language
from passbook_desk.ui.kit.printers import PrintersHere
from passbook_desk.ui.kit.printing import page_printer
from passbook_desk.ui.kit.theme import Theme

JUST_OVER = date(2026, 7, 2)


class Sits(Protocol):
    """Starts the program of a computer on a day, with a clerk in front of it."""

    def __call__(self, computer: str, day: date = JUST_OVER) -> tuple[Program, Clerk]: ...


_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report


@pytest.fixture
def desk_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The clerk's own folder, in which file dialogs begin."""
    folder = tmp_path / "clerk"
    folder.mkdir()
    monkeypatch.setattr(Path, "home", lambda: folder)
    return folder


@pytest.fixture
def flatbed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer that puts each page it gets as a PDF into a folder."""
    folder = tmp_path / "printed"
    folder.mkdir()
    numbers = count(1)

    def into_folder(page: Page, printer_name: str = "") -> QPrinter:
        assert printer_name == "针打"
        printer = page_printer(page)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / f"{next(numbers)}.pdf"))
        return printer

    monkeypatch.setattr(PrintersHere, "names", lambda _self: ("针打",))
    monkeypatch.setattr(PrintersHere, "usual", lambda _self: "针打")
    monkeypatch.setattr(printers, "page_printer", into_folder)
    return folder


@pytest.fixture
def sits_down(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path, desk_folder: Path
) -> Iterator[Sits]:
    """Start the program of a computer (a name), with a clerk; unless told otherwise the quarter is just over.

    The screen is kept as a picture in the folder of a test that fails.
    """
    if QApplication.platformName() == "offscreen":
        pytest.skip("a journey needs a display: run the tests under xvfb-run")
    qapp.setQuitOnLastWindowClosed(False)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    install_language(qapp, CHINESE, resources_folder() / "i18n")
    opened: list[tuple[Program, Clerk]] = []

    def start(computer: str, day: date = JUST_OVER) -> tuple[Program, Clerk]:
        home = tmp_path / computer
        places = Places(home / "villages", home / "settings", home / "logs")
        theme = Theme(qapp, resources_folder() / "fonts", 12)
        theme.complete()
        program = Program(qapp, theme, SetDateClock(day), places)
        clerk = Clerk(qtbot, program, tmp_path)
        opened.append((program, clerk))
        program.start(None)
        return program, clerk

    yield start
    for program, clerk in opened:
        if request.node.stash.get(_FAILED, True):
            clerk.looks(tmp_path / "failed.png")
        stands_up(program)
        clerk.goes_home()


def stands_up(program: Program) -> None:
    """The program ends as it does when its window is closed."""
    program.front.close()
    program.window.close()
    program.finish()


def words_of(paper: Path) -> str:
    """Everything that a PDF says, page after page."""
    document = PdfDocument(paper)
    try:
        pages = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()
    return "\n".join(pages)
