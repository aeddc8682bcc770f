"""The installed program as a process of its own: it opens, it is seen, and it holds its village alone."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.journey
VILLAGE = ("--name", "清泉村", "--code", "140108203211", "--township", "柳溪镇", "--clerk", "刘文书")
ENOUGH_S = 60


def installed() -> str:
    """The program that the set-up put beside its Python."""
    found = shutil.which("passbook-desk", path=str(Path(sys.executable).parent))
    assert found is not None, "passbook-desk is not installed beside this Python"
    return found


def call(*words: str, measured: bool = False) -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"PASSBOOK_MEASURE_START": "1"} if measured else {})
    return subprocess.run(
        [installed(), *words], capture_output=True, encoding="utf-8", timeout=ENOUGH_S, env=environment
    )


@pytest.fixture
def village(own_home: Path, tmp_path: Path) -> Path:
    """A village founded on the command line; the window opens the last one."""
    file = tmp_path / "清泉村.db"
    founded = call("create", str(file), *VILLAGE)
    assert (founded.returncode, founded.stderr) == (0, "")
    return file


@pytest.fixture
def window(
    village: Path, own_home: Path, qapp: QApplication, qtbot: QtBot
) -> Iterator[subprocess.Popen[str]]:
    """The program with its window open, on a screen that was empty before."""
    for left_open in qapp.topLevelWidgets():
        left_open.hide()
    qtbot.waitUntil(lambda: lit_part_of_screen() < 0.1, timeout=ENOUGH_S * 1000)
    process = subprocess.Popen([installed()], text=True)
    yield process
    process.terminate()
    process.wait(ENOUGH_S)


def lit_part_of_screen() -> float:
    """How much of the screen is not the black of an empty display."""
    picture = QApplication.primaryScreen().grabWindow(0).toImage().scaled(64, 48)
    points = [picture.pixelColor(x, y).lightness() for x in range(64) for y in range(48)]
    return sum(lightness > 128 for lightness in points) / len(points)


def test_the_window_opens_on_the_last_village_is_painted_and_ends_in_order(
    village: Path, own_home: Path
) -> None:
    opened = call(measured=True)
    assert (opened.returncode, opened.stderr) == (0, "")
    assert 0 < float(opened.stdout) < ENOUGH_S * 1000
    assert not list((own_home / "logs").glob("fault-*"))
    checked = call("--village", str(village), "verify")
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.skipif(
    not os.environ.get("DISPLAY"), reason="only a display shows the windows of other programs"
)
def test_an_open_window_is_seen_and_holds_its_village_alone(
    village: Path, window: subprocess.Popen[str], own_home: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    held = village.with_name(village.name + ".lock")
    qtbot.waitUntil(lambda: lit_part_of_screen() > 0.5, timeout=ENOUGH_S * 1000)
    qtbot.waitUntil(lambda: str(window.pid) in held.read_text(), timeout=ENOUGH_S * 1000)
    refused = call("--village", str(village), "catalogue", "adopt", "--meeting", "2026-03-28")
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert refused.stderr.strip() == f"村文件正被另一个程序占用 pid {window.pid}，请先关掉它。"
    assert window.poll() is None
    assert not list((own_home / "logs").glob("fault-*"))
    window.terminate()
    window.wait(ENOUGH_S)
    adopted = call("--village", str(village), "catalogue", "adopt", "--meeting", "2026-03-28")
    assert (adopted.returncode, adopted.stderr) == (0, "")
