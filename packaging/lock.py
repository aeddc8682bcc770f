"""Make the locked requirement files from pyproject.toml.

    python packaging/lock.py            resolve anew and write both files
    python packaging/lock.py --check    exit 1 when pyproject.toml asks for something the files do not hold

Needs `uv` beside this Python or on PATH. One file serves Linux and Windows and every Python that the locked
PySide6 supports. The files hold names, versions and checksums; an address of any kind in them is refused.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TypedDict

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent / "pyproject.toml"
RUN_LOCK = HERE / "requirements.txt"
TEST_LOCK = HERE / "requirements-dev.txt"

# The last x86-64 wheel for glibc 2.28, which older office systems have; 6.12.0 aborts Python 3.11.
PINNED = ("PySide6-Essentials==6.9.3",)
OLDEST_PYTHON = "3.11"

_ADDRESS = re.compile(r"://|^\s*-|^\s*--(?!hash)| @ ")


class Needs(TypedDict):
    """What pyproject.toml asks for, to run (the build backend included) and to test."""

    run: list[str]
    test: list[str]


class LockRefused(Exception):
    """The resolver is missing, failed, or wrote something that may not stand in the tree."""


def needs() -> Needs:
    """Requirements as written in pyproject.toml."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    run = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    return {"run": run, "test": [*run, *project["project"]["optional-dependencies"]["dev"]]}


def bare_name(requirement: str) -> str:
    """The name of a requirement in the form that lock files use: `XlsxWriter>=3.2` → `xlsxwriter`."""
    name = re.split(r"[\s\[<>=!~;]", requirement.strip(), maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def locked_names(text: str) -> set[str]:
    """Names that a lock file pins."""
    return {bare_name(line) for line in text.splitlines() if re.match(r"[A-Za-z0-9]\S*==", line)}


def addresses(text: str) -> list[str]:
    """Lines of a lock file that name a host, a path or an option other than a checksum."""
    return [
        line
        for line in text.splitlines()
        if not line.strip().startswith(("#", "--hash=")) and _ADDRESS.search(line)
    ]


def _resolver() -> str:
    beside = Path(sys.executable).with_name("uv.exe" if os.name == "nt" else "uv")
    found = str(beside) if beside.exists() else shutil.which("uv")
    if found is None:
        raise LockRefused("uv is not installed: pip install uv")
    return found


def _compile(requirements: list[str], constraints: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        asked, bounds, result = (Path(folder, name) for name in ("asked.in", "bounds.txt", "lock.txt"))
        asked.write_text("\n".join(requirements) + "\n", encoding="utf-8")
        bounds.write_text("\n".join(constraints) + "\n", encoding="utf-8")
        options = "--universal --generate-hashes --no-annotate --no-header --quiet"
        silence = "--no-emit-index-url --no-emit-find-links"
        command = [_resolver(), "pip", "compile", str(asked), "--constraint", str(bounds)]
        command += ["--output-file", str(result), "--python-version", OLDEST_PYTHON]
        command += [*options.split(), *silence.split()]
        environment = {name: value for name, value in os.environ.items() if name != "UV_FIND_LINKS"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise LockRefused(done.stderr.strip())
        return result.read_text(encoding="utf-8")


def _write(target: Path, text: str) -> None:
    found = addresses(text)
    if found:
        raise LockRefused(f"{target.name} would name an address: {found[0].strip()}")
    heading = "# Made by packaging/lock.py; do not edit.\n"
    target.write_text(heading + text, encoding="utf-8", newline="\n")
    print(f"{target.name}: {len(locked_names(text))} packages")


def make() -> None:
    """Resolve both files; the one for tests keeps every version of the one to run."""
    asked = needs()
    run = _compile(asked["run"], list(PINNED))
    pins = [line.split(" \\")[0] for line in run.splitlines() if re.match(r"[A-Za-z0-9]", line)]
    test = _compile(asked["test"], pins)
    _write(RUN_LOCK, run)
    _write(TEST_LOCK, test)


def missing() -> list[str]:
    """Requirements of pyproject.toml that a lock file does not hold, one line each."""
    asked = needs()
    problems = []
    for lock, wanted in ((RUN_LOCK, asked["run"]), (TEST_LOCK, asked["test"])):
        text = lock.read_text(encoding="utf-8")
        names = locked_names(text)
        problems += [f"{lock.name}: {each} is not locked" for each in wanted if bare_name(each) not in names]
        problems += [f"{lock.name}: {line.strip()} names an address" for line in addresses(text)]
    return problems


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when the files are made or complete, else 1 with the reason."""
    parser = argparse.ArgumentParser(description="Make or check the locked requirement files.")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    try:
        if not options.check:
            make()
        problems = missing()
    except LockRefused as refused:
        problems = [str(refused)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
