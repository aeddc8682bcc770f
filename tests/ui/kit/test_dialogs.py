from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from passbook_desk.ui.kit.dialogs import QtDialogs
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.theme import Theme
from ui.surroundings import types

_CHOOSER = "passbook_desk.ui.kit.dialogs.QFileDialog"
PDF = FileKind("PDF 文件", ("*.pdf",))


@pytest.fixture
def asking(qtbot: QtBot, theme: Theme) -> QtDialogs:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return QtDialogs(lambda: parent)


def _when_asked(act: Callable[[QDialog], None]) -> None:
    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        act(dialog)

    QTimer.singleShot(0, run)


def _words(dialog: QDialog) -> list[str]:
    return [button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()]


def _press(dialog: QDialog, word: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == word).click()


def test_a_question_carries_the_verb_of_its_act(asking: QtDialogs) -> None:
    seen: list[str] = []

    def answer(dialog: QDialog) -> None:
        seen.extend(_words(dialog))
        _press(dialog, "冲销")

    _when_asked(answer)
    assert asking.confirm("冲销", "冲销第 12 行？", "冲销") is True
    assert sorted(seen) == sorted(["冲销", "取消"])


def test_cancel_and_escape_mean_no(asking: QtDialogs) -> None:
    _when_asked(lambda dialog: _press(dialog, "取消"))
    assert asking.confirm("冲销", "冲销第 12 行？", "冲销") is False
    _when_asked(lambda dialog: dialog.reject())
    assert asking.choose("导入", "怎么导？", ["覆盖", "跳过"]) is None


def test_the_choice_is_told_by_its_place(asking: QtDialogs) -> None:
    _when_asked(lambda dialog: _press(dialog, "跳过"))
    assert asking.choose("导入", "怎么导？", ["覆盖", "跳过"]) == 1


def test_a_reason_must_be_given_before_the_act_can_be_pressed(asking: QtDialogs) -> None:
    seen: list[bool] = []

    def answer(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit)
        button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "冲销")
        seen.append(button.isEnabled())
        types(line, "  ")
        seen.append(button.isEnabled())
        types(line, "记错户")
        seen.append(button.isEnabled())
        button.click()

    _when_asked(answer)
    assert asking.ask_reason("冲销", "为什么冲销？", "冲销") == "记错户"
    assert seen == [False, False, True]
    _when_asked(lambda dialog: _press(dialog, "取消"))
    assert asking.ask_reason("冲销", "为什么冲销？", "冲销") is None


def test_what_must_be_seen_is_closed_with_one_button(asking: QtDialogs) -> None:
    seen: list[str] = []

    def answer(dialog: QDialog) -> None:
        seen.extend(_words(dialog))
        dialog.accept()

    _when_asked(answer)
    asking.tell("备份", "U 盘没有插好。")
    assert seen == ["知道了"]


def test_a_chosen_file_gets_its_ending_and_its_folder_is_remembered(
    asking: QtDialogs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    starts: list[str] = []
    answers = [str(tmp_path / "公示"), str(tmp_path / "a.PDF"), ""]

    def saving(_parent: QWidget, _title: str, start: str, _filter: str) -> tuple[str, str]:
        starts.append(start)
        return answers.pop(0), ""

    monkeypatch.setattr(f"{_CHOOSER}.getSaveFileName", saving)
    assert asking.pick_save("存为", "公示.pdf", PDF) == tmp_path / "公示.pdf"
    assert asking.pick_save("存为", "公示.pdf", PDF) == tmp_path / "a.PDF"
    assert asking.pick_save("存为", "公示.pdf", PDF) is None
    assert Path(starts[1]).parent == tmp_path
    monkeypatch.setattr(f"{_CHOOSER}.getOpenFileName", lambda *_: ("", ""))
    assert asking.pick_open("打开", PDF) is None
    monkeypatch.setattr(f"{_CHOOSER}.getExistingDirectory", lambda *_: str(tmp_path))
    assert asking.pick_folder("文件夹") == tmp_path
