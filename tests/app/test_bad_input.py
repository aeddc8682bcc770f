"""Whatever is wrong: one Chinese sentence, exit 1, nothing written, no traceback."""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders.cli import CommandLine, command_line, founded, peopled
from passbook_desk.db.lock import FileLock


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return peopled(tmp_path / "清泉村.pbk", capsys)


def bytes_of(line: CommandLine) -> str:
    return hashlib.sha256(line.village.read_bytes()).hexdigest()


def test_a_file_that_is_no_workbook(line: CommandLine, tmp_path: Path) -> None:
    note = tmp_path / "花名册.xlsx"
    note.write_text("这不是表格", encoding="utf-8")
    before = bytes_of(line)
    assert "花名册.xlsx" in line.refused("import", "roster", str(note), "--apply")
    assert "没有的.xlsx" in line.refused("import", "roster", str(tmp_path / "没有的.xlsx"))
    assert bytes_of(line) == before


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("record", "--item", "999", "--on", "2026-05-20", "--grid", "1"), "999"),
        (("record", "--item", "101", "--on", "2026-05-20", "--grid", "77"), "77"),
        (("record", "--item", "101", "--on", "2026-05-20", "--household", "88888"), "88888"),
        (("record", "--item", "101", "--on", "2026-05-20", "--account", "12345678"), "12345678"),
        (("record", "--item", "101", "--on", "2026-05-20", "--household", "01001", "--points", "11"), "10"),
        (("record", "--item", "101", "--on", "2026-05-20", "--household", "01001", "--points", "十"), "十"),
        (("record", "--item", "101", "--on", "2026-06-02", "--household", "01001"), "2026.6.2"),
        (("record", "--item", "101", "--on", "2025-12-31", "--household", "01001"), "2025.12.31"),
        (("record", "--item", "101", "--on", "昨天吧", "--household", "01001"), "昨天吧"),
        (("reverse", "12", "--reason", "x"), "12"),
        (("balance", "--account", "1"), "1"),
        (("import", "undo", "9"), "9"),
        (("notice", "quarter", "2026Q7"), "2026Q7"),
        (("event", "sheet", "2026-777", "-o", "x.pdf"), "777"),
        (("restore", "没有的.pbd"), "没有的.pbd"),
    ],
)
def test_each_refusal_names_what_was_wrong(line: CommandLine, words: tuple[str, ...], part: str) -> None:
    assert part in line.refused(*words)
    assert line.ok("verify", "--json").json()["lines"] == 0


def test_a_village_in_use_says_who_holds_it(line: CommandLine) -> None:
    lock = FileLock(line.village, "pid 4711")
    assert "4711" in line.refused("verify")
    lock.release()
    line.ok("verify")


def test_a_newer_file_is_refused_with_both_versions_and_untouched(line: CommandLine) -> None:
    with closing(sqlite3.connect(line.village)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = bytes_of(line)
    sentence = line.refused("balance")
    assert "99" in sentence
    assert bytes_of(line) == before


def test_a_damaged_file_is_named_and_a_restore_sets_it_aside(line: CommandLine, tmp_path: Path) -> None:
    made = line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"]
    content = bytearray(line.village.read_bytes())
    content[:20000] = os.urandom(20000)
    line.village.write_bytes(content)
    line.refused("verify")
    told = line.ok("restore", made)
    assert "损坏" in told.out
    line.ok("verify")
    (folder,) = line.village.parent.glob("*损坏*")
    assert (folder / line.village.name).read_bytes() == bytes(content)


def test_the_wrong_file_is_not_overwritten(line: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(line)
    words = ("create", str(line.village), "--name", "别村", "--code", "140108203212", "--township", "镇")
    assert line.village.name in line.refused(*words)
    assert bytes_of(line) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--name", "清泉村", "--code", "123", "--township", "镇"),
        ("--name", "  ", "--code", "140108203211", "--township", "镇"),
        ("--name", "清泉村", "--code", "140108203211", "--township", "镇", "--year", "26"),
        ("--name", "清泉村", "--code", "140108203211", "--township", "镇", "--clerk", " "),
    ],
)
def test_a_village_that_cannot_be_founded_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    line = command_line(tmp_path / "村.pbk", capsys)
    line.refused("create", str(line.village), *words)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == []


def test_a_target_that_cannot_be_written_leaves_no_print_in_the_log(
    line: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "被占用.pdf").mkdir()
    line.refused("print", "passbooks", "--grid", "1", "-o", str(tmp_path / "被占用.pdf"))
    with closing(sqlite3.connect(line.village)) as connection:
        assert connection.execute("SELECT count(*) FROM printout").fetchone() == (0,)
    assert list(tmp_path.glob("*.part")) == []


def test_a_backup_that_was_touched_is_refused_and_nothing_changes(line: CommandLine, tmp_path: Path) -> None:
    made = Path(line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"])
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    made.write_bytes(content)
    before = bytes_of(line)
    line.refused("restore", str(made))
    assert bytes_of(line) == before


def test_a_backup_of_another_village_is_refused(
    line: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"]
    other = founded(tmp_path / "另一个.pbk", capsys)
    assert "清泉村" in other.refused("restore", made)


def test_a_photo_is_never_moved_aside_for_a_village(line: CommandLine, tmp_path: Path) -> None:
    made = line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"]
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(b"\xff\xd8 a picture")
    line.village = photo
    assert "照片.jpg" in line.refused("restore", made)
    assert photo.read_bytes() == b"\xff\xd8 a picture"


def test_wrong_usage_is_told_in_chinese_with_exit_2(line: CommandLine) -> None:
    for words in (("record",), ("nonsense",), ("record", "--item", "101", "--on", "2026-05-20")):
        told = line(*words)
        assert (told.code, told.out) == (2, "")
        assert told.err.startswith("用法不对")


def test_without_any_village_the_sentence_says_how_to_begin(
    own_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = command_line(tmp_path / "x.pbk", capsys)
    told = line.run("balance")
    assert told.code == 1
    assert "--village" in told.err
