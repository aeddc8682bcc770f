import tomllib
import zipfile
from pathlib import Path

import pytest

import bootstrap
import wheel_check


@pytest.mark.packaging
def test_the_wheel_holds_the_program_its_migrations_and_resources(tmp_path: Path) -> None:
    expected = wheel_check.shipped(bootstrap.ROOT)
    with zipfile.ZipFile(wheel_check.build(tmp_path)) as archive:
        names = archive.namelist()
    assert wheel_check.complaints(names, expected) == []
    assert "passbook_desk/_bundled/resources/fonts/NotoSansSC-Regular.ttf" in names
    assert "passbook_desk/_bundled/migrations/versions/0001_first_village.py" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_what_a_wheel_lacks_or_holds_by_mistake_is_named() -> None:
    names = ["passbook_desk/a.py", "passbook_desk/__pycache__/a.pyc", "tests/test_a.py"]
    assert wheel_check.complaints(names, {"passbook_desk/a.py", "passbook_desk/b.py"}) == [
        "not in the wheel: passbook_desk/b.py",
        "should not be in the wheel: passbook_desk/__pycache__/a.pyc",
        "should not be in the wheel: tests/test_a.py",
    ]


def test_the_wheel_takes_its_version_from_the_program() -> None:
    project = tomllib.loads((bootstrap.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/passbook_desk/__init__.py"
