"""A roster with a password brought in from the command line."""

import sys
from pathlib import Path

import pytest

from builders.cli import SAMPLES, CommandLine, founded
from passbook_desk.app.commands import imports

LOCKED = str(SAMPLES / "花名册_加密.xlsx")
PASSWORD = "qingquan2026"


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return founded(tmp_path / "清泉村.pbk", capsys)


class Terminal:
    """Standard input with somebody in front of it."""

    def isatty(self) -> bool:
        return True


def test_without_a_password_the_roster_is_refused_and_nothing_asks(line: CommandLine) -> None:
    assert "有打开密码" in line.refused("import", "roster", LOCKED)


def test_a_script_gives_the_password_in_the_environment(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSBOOK_WORKBOOK_PASSWORD", PASSWORD)
    assert "486 户，1615 人" in line.ok("import", "roster", LOCKED).out
    monkeypatch.setenv("PASSBOOK_WORKBOOK_PASSWORD", PASSWORD.upper())
    assert "密码不对" in line.refused("import", "roster", LOCKED)


@pytest.mark.parametrize("rules", ["catalogue", "standard"])
def test_rules_with_a_password_ask_for_it_too(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch, rules: str
) -> None:
    words = (rules, "adopt", LOCKED, "--meeting", "2026-03-01")
    assert "有打开密码" in line.refused(*words)
    monkeypatch.setenv("PASSBOOK_WORKBOOK_PASSWORD", PASSWORD)
    assert "表头" in line.refused(*words)


def test_somebody_at_a_terminal_is_asked_for_it(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(imports, "getpass", lambda prompt: asked.append(prompt) or PASSWORD)
    assert "486 户，1615 人" in line.ok("import", "roster", LOCKED).out
    assert asked == ["“花名册_加密.xlsx”的打开密码："]
    monkeypatch.setattr(imports, "getpass", lambda prompt: "")
    assert "有打开密码" in line.refused("import", "roster", LOCKED)
