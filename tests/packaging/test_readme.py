"""What the README tells people to type exists."""

import re
import subprocess
import sys

import pytest

import bootstrap

README = (bootstrap.ROOT / "README.md").read_text(encoding="utf-8")
_WORDS = r"[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)?"


def typed() -> list[str]:
    """Every piece of the README that is set as code: in backticks, or an indented line."""
    inline = re.findall(r"`([^`\n]+)`", README)
    blocks = [line.strip().partition("   ")[0] for line in README.splitlines() if line.startswith("    ")]
    return inline + blocks


def scripts() -> set[str]:
    """Files of the tree that are called by a command."""
    called = [re.match(r"(?:python3|py -3\.11|bash) (?!-m )(\S+)", each) for each in typed()]
    return {match[1].replace("\\", "/") for match in called if match}


def program_calls() -> list[list[str]]:
    """Sub-commands that stand after the program's name, or alone in the table of features."""
    named = [re.fullmatch(rf"passbook-desk ({_WORDS}).*", each) for each in typed()]
    table = README.partition("## 能做什么")[2].partition("\n## ")[0]
    alone = [re.fullmatch(rf"({_WORDS})", each) for each in re.findall(r"`([^`]+)`", table)]
    found = {match[1] for match in [*named, *alone] if match}
    return sorted(each.split() for each in found)


def test_the_two_commands_stand_in_both_forms() -> None:
    for command in ("run", "test"):
        assert f"`python3 packaging/bootstrap.py {command}`" in README
        assert rf"`py -3.11 packaging\bootstrap.py {command}`" in README


def test_every_script_it_calls_is_there() -> None:
    assert {"packaging/bootstrap.py", "packaging/lock.py", "packaging/catalogue.py", ".ci/run"} <= scripts()
    assert [name for name in scripts() if not (bootstrap.ROOT / name).is_file()] == []


@pytest.mark.parametrize("words", program_calls(), ids=" ".join)
def test_every_sub_command_it_names_is_known(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "passbook_desk", *words, "--help"],
        env={**bootstrap.environment(), "PYTHONPATH": str(bootstrap.ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert words[-1] in done.stdout


def test_it_names_every_sub_command() -> None:
    calls = {" ".join(words) for words in program_calls()}
    expected = {
        "create",
        "restore",
        "backup",
        "demo",
        "verify",
        "doctor",
        "selftest",
        "balance",
        "record",
        "reverse",
    }
    assert expected <= calls


def test_every_file_it_points_at_is_there() -> None:
    pointed = re.findall(r"\]\((?!https?:)([^)]+)\)", README)
    pointed += re.findall(r"`((?:resources|tests|packaging|src)/[\w./-]+)`", README)
    assert "resources/help/home.png" in pointed
    assert [name for name in pointed if not (bootstrap.ROOT / name).exists()] == []


def test_every_library_of_the_lock_has_its_licence_named() -> None:
    lock = bootstrap.lock_file(dev=False).read_text(encoding="utf-8")
    names = re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)
    notices = README.partition("## 许可")[2].lower().replace("_", "-")
    assert [name for name in names if name not in notices] == []


def test_every_room_and_feature_is_in_its_tables() -> None:
    package = bootstrap.ROOT / "src" / "passbook_desk"
    rooms = [path.name for path in package.iterdir() if (path / "__init__.py").exists()]
    features = [path.name for path in (package / "features").iterdir() if (path / "__init__.py").exists()]
    table = README.partition("### Rooms")[2].partition("### Words")[0]
    assert [name for name in rooms + features if f"`{name}`" not in table] == []
