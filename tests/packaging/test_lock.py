import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import lock

FILES = [lock.RUN_LOCK, lock.TEST_LOCK]


def pins(path: Path) -> dict[str, str]:
    """Version by name, as locked."""
    found = re.findall(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {lock.bare_name(name): version for name, version in found}


def test_the_lock_holds_all_that_the_project_asks_for() -> None:
    assert lock.missing() == []


def test_every_locked_version_is_one_the_project_allows() -> None:
    asked = lock.needs()
    for path, wanted in ((lock.RUN_LOCK, asked["run"]), (lock.TEST_LOCK, asked["test"])):
        locked = pins(path)
        refused = [
            each
            for each in map(Requirement, wanted)
            if locked[lock.bare_name(each.name)] not in each.specifier
        ]
        assert refused == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_locked_library_has_checksums(path: Path) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", path.read_text(encoding="utf-8"))[1:]
    assert len(blocks) == len(pins(path)) > 20
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_both_files_lock_the_same_versions() -> None:
    run, test = pins(lock.RUN_LOCK), pins(lock.TEST_LOCK)
    assert {name: test[name] for name in run} == run


def test_the_window_library_is_the_last_one_for_older_systems() -> None:
    assert pins(lock.RUN_LOCK)["pyside6-essentials"] == "6.9.3"


@pytest.mark.parametrize(
    "line",
    [
        "--index-url file:///wheels/simple",
        "-f wheels",
        "segno @ file:///wheels/segno.whl",
        "--find-links x",
    ],
)
def test_an_address_in_a_lock_is_noticed(line: str) -> None:
    assert lock.addresses(f"# made\nsegno==1.6.6 \\\n    --hash=sha256:ab\n{line}\n") == [line]


def test_a_requirement_that_is_not_locked_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = tmp_path / "requirements.txt"
    text = lock.RUN_LOCK.read_text(encoding="utf-8")
    short.write_text(text.replace("segno==", "another=="), encoding="utf-8")
    monkeypatch.setattr(lock, "RUN_LOCK", short)
    assert lock.missing() == ["requirements.txt: segno>=1.6 is not locked"]
    assert lock.main(["--check"]) == 1
