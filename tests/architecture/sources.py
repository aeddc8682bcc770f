"""The tree as the house rules read it: text files with their place, Python files with their syntax tree."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "src/passbook_desk/"

_TEXT = {".py", ".md", ".toml", ".txt", ".sql", ".json", ".ts", ".c", ".mako", ".svg", ""}
_MADE_HERE = {"demo-output", "dist", "build", "htmlcov", "__pycache__"}


@dataclass(frozen=True)
class Source:
    """One file: its place below the root, with forward slashes, and its text."""

    place: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.place)

    @property
    def is_python(self) -> bool:
        return self.place.endswith(".py")

    @property
    def in_program(self) -> bool:
        return self.is_python and self.place.startswith(PACKAGE)

    def under(self, *folders: str) -> bool:
        """True for code in one of these folders of the program, "features/ledger" for example."""
        return self.in_program and any(self.place.startswith(f"{PACKAGE}{folder}/") for folder in folders)

    def is_one_of(self, *modules: str) -> bool:
        """True when the file is one of these modules of the program, "db/store.py" for example."""
        return any(self.place == f"{PACKAGE}{module}" for module in modules)


def tracked_places() -> list[str]:
    """Every file of the project, relative to the root; without git, every file that is not made by a run."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if listed.returncode == 0:
            return sorted(name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())
    return sorted(_walk(ROOT))


def _walk(folder: Path) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name not in _MADE_HERE and (folder != ROOT or not entry.name.startswith(".")):
                yield from _walk(entry)
        elif entry.suffix != ".pyc" and not entry.name.startswith(".coverage"):
            yield entry.relative_to(ROOT).as_posix()


def sources() -> list[Source]:
    """All text files of the project."""
    return [
        Source(place, (ROOT / place).read_text(encoding="utf-8"))
        for place in tracked_places()
        if PurePosixPath(place).suffix.lower() in _TEXT
    ]
