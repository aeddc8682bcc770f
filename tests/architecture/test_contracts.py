"""The import contracts run, hold, and would notice: one copy of the program breaks them all."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from architecture.sources import PACKAGE, ROOT

_RUN = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

# contract → modules planted in the copy, each with one import that the contract forbids
PLANTED = {
    "rooms": {"kernel/planted": "import passbook_desk.db.store"},
    "features": {"features/village/planted": "import passbook_desk.features.ledger.queries"},
    "ui-layers": {"ui/kit/planted": "import passbook_desk.ui.shell"},
    "no-qt-below": {"documents/planted": "import PySide6.QtCore"},
    "no-orm-in-ui": {"ui/kit/planted_orm": "import passbook_desk.db.store"},
    "pages-apart": {"ui/pages/planted_a/page": "import passbook_desk.ui.pages.planted_b.page"},
    "plain-presenters": {"ui/pages/planted_a/presenter": "import PySide6.QtWidgets"},
    "kernel-alone": {"kernel/planted_paper": "import reportlab"},
    "models-inside": {"documents/planted_model": "import passbook_desk.features.ledger.model"},
    "orm-rooms": {"documents/planted_orm": "import sqlalchemy"},
    "paper-libraries": {"features/events/planted": "import openpyxl"},
    "ui-acyclic": {
        "ui/pages/planted_b/page": "import passbook_desk.ui.pages.planted_b.parts",
        "ui/pages/planted_b/parts": "import passbook_desk.ui.pages.planted_b.page",
    },
}


def contracts() -> dict[str, str]:
    """Name of each contract by its id, as pyproject.toml has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {each["id"]: each["name"] for each in settings["tool"]["importlinter"]["contracts"]}


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(root / "src"), "COLUMNS": "200", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", _RUN, "--no-cache", "--no-logo", "--config", str(root / "pyproject.toml")],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def plant(root: Path, module: str, line: str) -> None:
    target = root / PACKAGE / f"{module}.py"
    target.parent.mkdir(parents=True, exist_ok=True)
    for folder in (target.parent, target.parent.parent):
        (folder / "__init__.py").touch()
    target.write_text(f"{line}\n", encoding="utf-8")


def test_the_program_keeps_every_contract() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout
    assert f"{len(contracts())} kept, 0 broken" in done.stdout


def test_every_contract_notices_a_planted_violation(copy: Path) -> None:
    for modules in PLANTED.values():
        for module, line in modules.items():
            plant(copy, module, line)
    done = lint_imports(copy)
    assert done.returncode == 1
    unnoticed = [each for each, name in contracts().items() if f"{name} BROKEN" not in done.stdout]
    assert unnoticed == [], done.stdout


def test_every_contract_has_a_planted_violation() -> None:
    assert PLANTED.keys() == contracts().keys()


@pytest.mark.parametrize("folder", ["fog", "features/fog", "ui/fog"])
def test_a_folder_that_no_contract_knows_is_refused(copy: Path, folder: str) -> None:
    plant(copy, f"{folder}/thing", "import re")
    done = lint_imports(copy)
    assert done.returncode == 1
    assert "fog" in done.stdout
