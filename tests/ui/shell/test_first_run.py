from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from passbook_desk.features.safekeeping.errors import NotABackup
from passbook_desk.features.safekeeping.values import Facts, Manifest
from passbook_desk.features.village.errors import WrongVillageCode
from passbook_desk.features.village.values import FoundVillage
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.first_run import FirstRunWindow
from ui.surroundings import ScriptedDialogs, types

FACTS = Facts("槐园社区", "110105001001", "uid", 403, "hash", "HEAD", 486, 1203, 500, "12345")
MANIFEST = Manifest(FACTS, "2026-06-02T09:12:00+00:00", "0.1.0", 1, "0001", "sum", False)


@dataclass
class Ways:
    """Three ways in that remember who went them; `trouble` is raised first."""

    gone: list[object] = field(default_factory=list)
    trouble: list[Exception] = field(default_factory=list)

    def found(self, village: FoundVillage) -> None:
        self._go(village)

    def open_demo(self) -> None:
        self._go("demo")

    def look_into(self, backup: Path) -> Manifest:
        self._go(("looked", backup))
        return MANIFEST

    def restore(self, backup: Path) -> None:
        self._go(("restored", backup))

    def _go(self, what: object) -> None:
        if self.trouble:
            raise self.trouble.pop()
        self.gone.append(what)


@pytest.fixture
def ways() -> Ways:
    return Ways()


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, jobs: JobRunner, dialogs: ScriptedDialogs, clock: FixedClock, ways: Ways
) -> FirstRunWindow:
    made = FirstRunWindow(theme, jobs, dialogs, ways, clock)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def _fill(window: FirstRunWindow) -> None:
    for key, text in (
        ("name", "槐园社区"),
        ("township", "东风街道"),
        ("code", "110105001001"),
        ("clerk", "刘文书"),
        ("objection_phone", "010-12345678"),
    ):
        types(window.form.editor(key), text)


def test_our_own_village_is_founded_with_what_was_typed(
    window: FirstRunWindow, ways: Ways, qtbot: QtBot
) -> None:
    qtbot.mouseClick(window.ways[0], Qt.MouseButton.LeftButton)
    _fill(window)
    with qtbot.waitSignal(window.opened):
        window.form.submit()
    expected = FoundVillage("槐园社区", "110105001001", "东风街道", 2026, "刘文书", "010-12345678")
    assert ways.gone == [expected]


def test_a_refused_code_is_named_beside_its_field_and_all_that_was_typed_stays(
    window: FirstRunWindow, ways: Ways, qtbot: QtBot
) -> None:
    window.show_founding()
    _fill(window)
    ways.trouble = [WrongVillageCode(field="code", text="1")]
    window.form.submit()
    qtbot.waitUntil(lambda: window.form.problem_of("code") != "")
    assert ways.gone == []
    window.show_welcome()
    window.show_founding()
    with qtbot.waitSignal(window.opened):
        window.form.submit()


def test_the_invented_village_opens_with_one_click(window: FirstRunWindow, ways: Ways, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.opened):
        qtbot.mouseClick(window.ways[1], Qt.MouseButton.LeftButton)
    assert ways.gone == ["demo"]


def test_moving_shows_what_the_backup_holds_before_anything_is_written(
    window: FirstRunWindow, ways: Ways, dialogs: ScriptedDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    backup = tmp_path / "槐园.pbd"
    dialogs.answers = [backup, False, backup, True]
    qtbot.mouseClick(window.ways[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialogs.asked) == 2 and window.ways[2].isEnabled())
    assert "486 户 1203 人" in dialogs.asked[1]
    assert ways.gone == [("looked", backup)]
    with qtbot.waitSignal(window.opened):
        qtbot.mouseClick(window.ways[2], Qt.MouseButton.LeftButton)
    assert ways.gone[-1] == ("restored", backup)


def test_a_file_that_is_no_backup_is_refused_in_a_sentence_and_the_ways_stay_open(
    window: FirstRunWindow, ways: Ways, dialogs: ScriptedDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    dialogs.answers = [None, tmp_path / "x.pbd"]
    qtbot.mouseClick(window.ways[2], Qt.MouseButton.LeftButton)
    ways.trouble = [NotABackup(path=tmp_path / "x.pbd")]
    qtbot.mouseClick(window.ways[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "x.pbd" in window.message.words)
    assert all(way.isEnabled() for way in window.ways)


def test_the_text_size_is_chosen_from_live_samples(
    window: FirstRunWindow, theme: Theme, qtbot: QtBot
) -> None:
    samples = [b for b in window.findChildren(QPushButton) if b.property("role") == "sample"]
    assert [b.font().pointSize() for b in samples] == [12, 14, 18]
    qtbot.mouseClick(samples[2], Qt.MouseButton.LeftButton)
    assert theme.size == 18
    assert [b.font().pointSize() for b in samples] == [12, 14, 18]
    assert samples[2].isChecked()


@pytest.mark.parametrize("size", [12, 14, 18])
def test_nothing_of_the_welcome_is_cut_at_any_size(
    window: FirstRunWindow, theme: Theme, qtbot: QtBot, size: int
) -> None:
    theme.set_size(size)
    window.resize(1366, 728)
    for way in window.ways:
        assert way.height() >= way.layout().minimumSize().height()
        assert way.mapTo(window, way.rect().bottomLeft()).y() <= window.height()
