"""The command line as a script calls it: words in, exit code, lines and sentence out."""

import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from passbook_desk.app.cli import main

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
ROSTER = SAMPLES / "花名册_标准.xlsx"
TODAY = "2026-06-01"


@dataclass(frozen=True, slots=True)
class Told:
    """What one call said."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The answer of a call with --json."""
        return json.loads(self.out)


@dataclass(slots=True)
class CommandLine:
    """Calls on one village file."""

    village: Path
    run: Callable[..., Told]

    def __call__(self, *words: str, today: str = TODAY) -> Told:
        return self.run("--village", str(self.village), "--today", today, *words)

    def ok(self, *words: str, today: str = TODAY) -> Told:
        """A call that must succeed."""
        told = self(*words, today=today)
        assert (told.code, told.err) == (0, ""), told
        return told

    def refused(self, *words: str, today: str = TODAY) -> str:
        """A call that must be refused with exit 1; returns its one sentence."""
        told = self(*words, today=today)
        assert told.code == 1, told
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert "Traceback" not in told.err
        return told.err.strip()


def command_line(village: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A command line on a village file that `create` may still have to make."""

    def run(*words: str) -> Told:
        capsys.readouterr()
        try:
            code = main(words)
        except SystemExit as stopped:
            code = int(str(stopped.code))
        said = capsys.readouterr()
        return Told(code, said.out, said.err)

    return CommandLine(village, run)


def founded(village: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A command line on a founded village with the built-in catalogue and standard of 2026-01-15."""
    line = command_line(village, capsys)
    line.ok(
        "create", str(village), "--name", "清泉村", "--code", "140108203211", "--township", "柳溪镇",
        "--clerk", "刘文书", "--phone", "0351-5550123",
    )  # fmt: skip
    line.ok("catalogue", "adopt", "--meeting", "2026-01-15")
    line.ok("standard", "adopt", "--meeting", "2026-01-15")
    return line


@cache
def _template() -> Path:
    village = Path(mkdtemp(prefix="village-")) / "清泉村.pbk"
    words = ("--village", str(village), "--today", TODAY)
    with redirect_stdout(StringIO()):
        for call in (
            ("create", str(village), "--name", "清泉村", "--code", "140108203211", "--township", "柳溪镇",
             "--clerk", "刘文书", "--phone", "0351-5550123"),
            ("catalogue", "adopt", "--meeting", "2026-01-15"),
            ("standard", "adopt", "--meeting", "2026-01-15"),
            ("import", "roster", str(ROSTER), "--apply"),
        ):  # fmt: skip
            assert main((*words, *call)) == 0
    return village


def peopled(village: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """As `founded`, with the sample roster imported as batch 1."""
    for piece in ("", ".key"):
        source = _template()
        shutil.copyfile(source.with_name(source.name + piece), village.with_name(village.name + piece))
    return command_line(village, capsys)
