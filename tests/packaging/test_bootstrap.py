import ast
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import bootstrap
from passbook_desk.app import qt_probe


class Calls:
    """Stands in for subprocess.call: keeps the commands and answers 0."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []

    def __call__(self, command: list[str], **options: object) -> int:
        self.commands.append([str(word) for word in command])
        return 0


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """An environment that the last set-up left complete, Qt probed on both platforms of the tests."""
    folder = tmp_path / "env"
    venv = bootstrap.Venv(folder)
    venv.programs.mkdir(parents=True)
    venv.program.touch()
    stamps = {"run": bootstrap.fingerprint(dev=False), "dev": bootstrap.fingerprint(dev=True)}
    venv.note(**stamps, qt="offscreen xcb")
    return folder


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    recorder = Calls()
    monkeypatch.setattr(subprocess, "call", recorder)
    return recorder


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 10, 12), (3, 14, 0)])
def test_a_python_without_locked_libraries_is_refused_in_a_plain_sentence(
    version: tuple[int, int, int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert bootstrap.main(["run"]) == 3
    told = capsys.readouterr().err
    assert f"{version[0]}.{version[1]}" in told
    assert "3.11" in told
    assert "Traceback" not in told


def test_an_old_python_can_read_the_script() -> None:
    text = Path(bootstrap.__file__).read_text(encoding="utf-8")
    assert ast.parse(text, feature_version=(3, 7)).body


def test_a_second_run_installs_nothing_and_takes_no_time(
    prepared: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "call", None)
    monkeypatch.setattr(subprocess, "run", None)
    started = time.perf_counter()
    assert bootstrap.main(["prepare", "--dev", "--venv", str(prepared)]) == 0
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("changed", ["requirements.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_anew(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).write_text("a", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "HERE", tmp_path)
    before = bootstrap.fingerprint(dev=False)
    assert bootstrap.fingerprint(dev=False) == before
    (tmp_path / changed).write_text("b", encoding="utf-8")
    assert bootstrap.fingerprint(dev=False) != before


def test_an_environment_left_half_made_does_not_count(tmp_path: Path) -> None:
    venv = bootstrap.Venv(tmp_path)
    assert not venv.works()
    venv.programs.mkdir()
    venv.python.write_text("not a program", encoding="utf-8")
    assert not venv.works()
    assert venv.notes() == {}
    (tmp_path / "passbook-desk-setup.json").write_text("{", encoding="utf-8")
    assert venv.notes() == {}


def test_every_library_comes_with_its_checksum_and_the_program_without_download(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "make_venv", lambda venv: ["pip"])
    monkeypatch.setattr(bootstrap, "call", lambda command, failure: commands.append(command))
    monkeypatch.setattr(bootstrap, "compile_bytecode", lambda venv: None)
    bootstrap.prepare(bootstrap.Venv(tmp_path), dev=False, wheelhouse=Path("wheels"))
    libraries, program = commands
    assert {"--require-hashes", "--only-binary", "--no-index", "--find-links", "wheels"} <= set(libraries)
    assert {"--no-deps", "--no-build-isolation", "--no-index"} <= set(program)
    assert json.loads((tmp_path / "passbook-desk-setup.json").read_text(encoding="utf-8")).keys() == {"run"}


def test_child_processes_write_bytecode_and_see_no_other_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert not {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"} & bootstrap.environment().keys()


@pytest.mark.skipif(os.name == "nt", reason="Windows always has a screen")
def test_without_a_screen_the_demo_makes_its_papers(
    prepared: Path,
    calls: Calls,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    assert bootstrap.main(["run", "--venv", str(prepared)]) == 0
    assert [command[1:] for command in calls.commands] == [["demo", str(tmp_path / "demo-output")]]
    assert str(tmp_path / "demo-output") in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="X11 is asked")
def test_with_a_screen_the_window_opens_with_the_words_given(
    prepared: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    assert bootstrap.main(["run", "--venv", str(prepared), "--lang", "en"]) == 0
    assert [command[1:] for command in calls.commands] == [["--lang", "en"]]


@pytest.mark.skipif(os.name == "nt", reason="X11 is asked")
def test_a_screen_that_does_not_answer_counts_as_none(
    prepared: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.chdir(tmp_path)
    bootstrap.Venv(prepared).note(qt="offscreen")
    venv = bootstrap.Venv(prepared)
    venv.python = Path(sys.executable)
    assert bootstrap.run(venv, []) == 0
    assert calls.commands[0][1] == "demo"


@pytest.mark.skipif(os.name == "nt", reason="Xvfb is for Linux")
def test_tests_run_on_a_screen_of_their_own_with_the_words_given(
    prepared: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    assert bootstrap.main(["test", "--venv", str(prepared), "tests/db", "-q", "-k", "a and b"]) == 0
    command = calls.commands[0]
    assert command[:2] == ["xvfb-run", "-a"]
    assert command[-6:] == ["-m", "pytest", "tests/db", "-q", "-k", "a and b"]


@pytest.mark.skipif(os.name == "nt", reason="apt is asked")
def test_no_folder_of_tests_falls_between_the_two_halves() -> None:
    tests = Path(bootstrap.ROOT) / "tests"
    assert [name for name in bootstrap.BESIDE if not list((tests / name).rglob("test_*.py"))] == []
    assert not list(tests.glob("test_*.py"))


def test_someone_who_is_not_root_is_told_one_line_that_names_everything(
    prepared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "is_root", lambda: False)
    monkeypatch.setattr("shutil.which", lambda name: None if name == "xvfb-run" else f"/bin/{name}")
    assert bootstrap.main(["test", "--venv", str(prepared)]) == 3
    told = [line for line in capsys.readouterr().err.splitlines() if "apt-get" in line]
    assert len(told) == 1
    assert told[0].strip().startswith("sudo apt-get install --no-install-recommends xvfb ")
    assert "libxcb-cursor0" in told[0]


def test_qt_starts_here() -> None:
    state = qt_probe.probe_qt(Path(sys.executable), "offscreen", os.environ)
    assert state.ready, state.missing


@pytest.mark.skipif(os.name == "nt", reason="X11 is asked")
def test_a_missing_screen_is_not_taken_for_a_missing_library() -> None:
    state = qt_probe.probe_qt(Path(sys.executable), "xcb", {**os.environ, "DISPLAY": ":987"})
    assert (state.ready, state.no_screen, state.missing) == (False, True, "")


def test_a_python_without_qt_is_named() -> None:
    state = qt_probe.probe_qt(Path(sys._base_executable), "offscreen", {"PATH": os.environ["PATH"]}, ())
    assert not state.ready
    assert "PySide6" in state.missing


@pytest.mark.parametrize(
    ("errors", "part"),
    [
        (
            "ImportError: libGL.so.1: cannot open shared object file: No such file or directory",
            "libGL.so.1",
        ),
        (
            'Cannot load library libqxcb.so: (libxcb-cursor.so.0: cannot open shared object file: No such)"',
            "libxcb-cursor.so.0",
        ),
        ("qt.qpa: first\nThis application failed to start.", "This application failed to start."),
        ("", "?"),
    ],
)
def test_the_missing_library_is_found_in_what_qt_says(errors: str, part: str) -> None:
    assert qt_probe.missing_part(errors) == part


def test_packages_are_asked_for_by_the_name_that_the_system_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_probe, "_run", lambda command, environment: (0, "", ""))
    assert "libglib2.0-0t64" in qt_probe.package_names(qt_probe.QT_PACKAGES, {})
    monkeypatch.setattr(qt_probe, "_run", lambda command, environment: (100, "", ""))
    assert "libglib2.0-0" in qt_probe.package_names(qt_probe.QT_PACKAGES, {})
