import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from passbook_desk.app import doctor
from passbook_desk.app.doctor import Health
from passbook_desk.app.qt_probe import QtState
from passbook_desk.kernel.places import Places, resources_folder


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    """The shipped folder with its small files, the large ones as links."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    for path in (resources_folder() / "fonts").iterdir():
        if path.suffix == ".ttf":
            shutil.copy(path, folder / path.name)
        else:
            shutil.copy(path, folder)
    return folder


def test_a_computer_that_has_everything_is_told_so(own_home: Path) -> None:
    told: list[str] = []
    assert doctor.run_doctor(os.environ, told.append) == 0
    assert told[-1].startswith("一切正常")
    assert sum("字体" in line for line in told) == 3
    assert any(str(own_home) in line for line in told)


def test_a_system_library_that_is_missing_is_named_with_the_command(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = QtState(ready=False, no_screen=False, missing="libxcb-cursor.so.0", printers=())
    monkeypatch.setattr(doctor, "probe_qt", lambda *words: lacking)
    told: list[str] = []
    assert doctor.run_doctor(os.environ, told.append) == 3
    assert any("libxcb-cursor.so.0" in line for line in told)
    assert any("libxcb-cursor0" in line for line in told)


def test_printers_are_named(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = QtState(ready=True, no_screen=False, missing="", printers=("办公室针打",))
    monkeypatch.setattr(doctor, "probe_qt", lambda *words: state)
    texts = [finding.text for finding in doctor.examine(os.environ)]
    assert "打印机：办公室针打" in texts


def test_a_library_that_is_missing_is_named_and_qt_is_not_tried(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(doctor.LIBRARIES, "no_such_module", "no-such-library")
    findings = list(doctor.examine(os.environ))
    lacking = [finding for finding in findings if finding.health is Health.LACKS]
    assert [finding.fix for finding in lacking] == ["python3 packaging/bootstrap.py prepare"]
    assert "no-such-library" in lacking[0].text
    assert all(finding.subject != "qt" for finding in findings)


def test_a_font_that_is_gone_or_altered_is_named(fonts: Path) -> None:
    (fonts / "HanaMinB.ttf").unlink()
    with (fonts / "NotoSansSC-Bold.ttf").open("ab") as file:
        file.write(b"x")
    lacking = [each.text for each in doctor.fonts(fonts) if each.health is Health.LACKS]
    assert len(lacking) == 2
    assert any("HanaMinB.ttf" in text for text in lacking)
    assert any("NotoSansSC-Bold.ttf" in text for text in lacking)


def test_a_folder_without_fonts_is_named(tmp_path: Path) -> None:
    assert [each.health for each in doctor.fonts(tmp_path)] == [Health.LACKS]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    places = Places(villages=blocked / "villages", settings=tmp_path / "settings", logs=tmp_path / "logs")
    lacking = [each.text for each in doctor.folders(places) if each.health is Health.LACKS]
    assert len(lacking) == 1
    assert str(blocked) in lacking[0]


@pytest.mark.parametrize(
    ("free", "health"), [(10_000_000, Health.LACKS), (100_000_000, Health.NOTICE), (10**10, Health.GOOD)]
)
def test_little_space_is_worth_a_look_and_none_stops_the_work(free: int, health: Health) -> None:
    assert doctor.space(free).health is health


def test_the_doctor_comes_without_qt(own_home: Path) -> None:
    script = """
import sys
sys.modules["PySide6"] = None
from passbook_desk.app.doctor import run_doctor
sys.exit(run_doctor())
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 3, done.stderr
    assert "PySide6-Essentials" in done.stdout


def test_the_doctor_comes_without_the_library_that_knows_the_folders() -> None:
    script = """
import sys
sys.modules["platformdirs"] = None
import passbook_desk.app.doctor as doctor
doctor.LIBRARIES = {"no_such_library": "platformdirs"}
from passbook_desk.app.cli import main
sys.exit(main(["doctor"]))
"""
    around = {name: value for name, value in os.environ.items() if name != "PASSBOOK_HOME"}
    words = [sys.executable, "-c", script]
    done = subprocess.run(words, env=around, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (3, "")
    assert "platformdirs" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="pipes close differently there")
@pytest.mark.parametrize("call", ["doctor", "--help", "verify"])
def test_a_reader_that_goes_away_is_no_fault(own_home: Path, call: str) -> None:
    words = [sys.executable, "-u", "-m", "passbook_desk", call]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(words, stdout=writing, stderr=writing, check=False)
    finally:
        os.close(writing)
    assert done.returncode == (1 if call == "verify" else 0)
