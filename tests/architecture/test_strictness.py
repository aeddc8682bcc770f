"""The switches that make silence loud are on: each lets a small bad test fail."""

import shutil
import subprocess
import sys

import pytest

from architecture.sources import ROOT

BAD = {
    "a warning of Python": """
import warnings

def test_it():
    warnings.warn("old", DeprecationWarning)
""",
    "a warning in the program's log": """
import logging

def test_it():
    logging.getLogger("passbook_desk.db").warning("look")
""",
    "a warning of Qt": """
from PySide6.QtCore import qWarning

def test_it(qtbot):
    qWarning("look")
""",
    "a call to the network": """
import contextlib
import socket

def test_it():
    with contextlib.suppress(OSError), socket.socket() as caller:  # no answer is not what fails here
        caller.connect(("127.0.0.1", 9))
""",
    "an unknown marker": """
import pytest

@pytest.mark.jorney
def test_it():
    assert True
""",
    "an expected failure that passes": """
import pytest

@pytest.mark.xfail
def test_it():
    assert True
""",
}
GOOD = """
import logging
import os
import pytest

@pytest.mark.log_warnings
def test_it(own_home):
    logging.getLogger("passbook_desk.db").warning("meant")
    logging.getLogger("passbook_desk.db").info("fine")
    assert os.environ["PASSBOOK_HOME"] == str(own_home)

def test_home():
    assert os.path.isdir(os.environ["PASSBOOK_HOME"])
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What one run over all planted tests says of them, line by line."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    for name, text in {**BAD, "good": GOOD}.items():
        (folder / f"test_{name.replace(' ', '_')}.py").write_text(text, encoding="utf-8")
    options = ["-rA", "--tb=no", "-p", "no:cacheprovider", "--continue-on-collection-errors"]
    command = [sys.executable, "-m", "pytest", *options, "-c", str(ROOT / "pyproject.toml"), str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_test_fails(name: str, told: list[str]) -> None:
    outcomes = [line.split()[0] for line in told if f"test_{name.replace(' ', '_')}.py" in line]
    assert {"FAILED", "ERROR"} & set(outcomes), told


def test_good_tests_pass_in_a_home_of_their_own(told: list[str]) -> None:
    assert sum(line.startswith("PASSED") and "test_good.py" in line for line in told) == 2, "\n".join(told)
