"""Workbooks with a password, and workbooks that somebody has open."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from builders.rosters import SAMPLES, save_roster, save_sheets, three_households
from builders.workbooks import locked, texts
from passbook_desk.features.intake import reading
from passbook_desk.features.intake.errors import (
    LockFileChosen,
    NotAWorkbook,
    WorkbookProtected,
    WorkbookUnreadable,
    WrongWorkbookPassword,
)
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.kernel.jobs import NullProgress

LOCKED = SAMPLES / "花名册_加密.xlsx"
LOCKED_XLS = SAMPLES / "三户_加密.xls"


def test_the_password_opens_the_workbook_and_the_rows_are_those_of_the_plain_one() -> None:
    opened = read_workbook(LOCKED, NullProgress(), "qingquan2026")
    plain = read_workbook(SAMPLES / "花名册_标准.xlsx", NullProgress())
    assert opened.sheets == plain.sheets
    assert opened.rows_sha256() == plain.rows_sha256()
    assert opened.sha256 != plain.sha256


@pytest.mark.parametrize("path", [LOCKED, LOCKED_XLS], ids=lambda path: path.name)
def test_without_the_password_it_is_asked_for_and_a_wrong_one_is_called_wrong(path: Path) -> None:
    with pytest.raises(WorkbookProtected) as asked:
        read_workbook(path, NullProgress())
    assert asked.value.params == {"file": path.name}
    for wrong in ("Qingquan2026", "清泉村", "x" * 300):
        with pytest.raises(WrongWorkbookPassword) as refused:
            read_workbook(path, NullProgress(), wrong)
        assert refused.value.params == {"file": path.name}


def test_an_old_workbook_with_a_password_is_read_with_it() -> None:
    rows = texts(read_workbook(LOCKED_XLS, NullProgress(), "清泉2026").sheets[0])
    assert [row[4] for row in rows] == ["姓名", "王建国", "单秀英", "赵晓梅", "李卫东", "买买提·吐尔逊"]


def test_a_password_of_han_and_blanks_reaches_the_reader_whole(tmp_path: Path) -> None:
    plain = save_roster(tmp_path / "a.xlsx", three_households())
    secret = locked(plain, tmp_path / "b.xlsx", " 清泉 村\n")
    read = read_workbook(secret, NullProgress(), " 清泉 村\n")
    assert read.sheets == read_workbook(plain, NullProgress()).sheets


def test_a_workbook_protected_against_writing_only_needs_no_password(tmp_path: Path) -> None:
    plain = save_roster(tmp_path / "a.xlsx", three_households())
    protected = locked(plain, tmp_path / "b.xlsx", "VelvetSweatshop")
    assert len(read_workbook(protected, NullProgress()).sheets[0].rows) == 6


def test_a_password_for_a_workbook_that_has_none_does_no_harm(tmp_path: Path) -> None:
    plain = save_roster(tmp_path / "a.xlsx", three_households())
    assert len(read_workbook(plain, NullProgress(), "用不着").sheets[0].rows) == 6


def test_a_password_is_never_among_the_words_of_a_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    seen: list[object] = []
    begin = subprocess.Popen

    def watched(words: list[str], **how: object) -> object:
        seen.extend([words, how["env"]])
        return begin(words, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(reading.subprocess, "Popen", watched)
    read_workbook(path, NullProgress(), "qingquan2026")
    assert len(seen) == 2
    assert "qingquan2026" not in str(seen)


def test_a_bomb_under_a_password_is_refused_as_any_bomb(tmp_path: Path) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../etc/evil", b"x")
    with pytest.raises(WorkbookUnreadable):
        read_workbook(locked(path, tmp_path / "b.xlsx", "x"), NullProgress(), "x")


def test_other_compound_files_are_no_workbooks(tmp_path: Path) -> None:
    (tmp_path / "公函.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000))
    with pytest.raises((NotAWorkbook, WorkbookUnreadable)):
        read_workbook(tmp_path / "公函.xls", NullProgress())


@pytest.mark.parametrize("name", ["~$花名册.xlsx", ".~花名册.xlsx", ".~lock.花名册.xlsx#"])
def test_the_mark_of_an_open_workbook_chosen_by_mistake_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x05Clerk" + b" " * 159)
    with pytest.raises(LockFileChosen) as refused:
        read_workbook(tmp_path / name, NullProgress())
    assert refused.value.params == {"file": name, "meant": "花名册.xlsx"}


def test_a_workbook_beside_such_a_mark_is_read(tmp_path: Path) -> None:
    save_roster(tmp_path / "花名册.xlsx", three_households())
    (tmp_path / "~$花名册.xlsx").write_bytes(b"\x05Clerk" + b" " * 159)
    assert len(read_workbook(tmp_path / "花名册.xlsx", NullProgress()).sheets[0].rows) == 6


def test_a_whole_workbook_is_read_whatever_its_name_begins_with(tmp_path: Path) -> None:
    path = save_sheets(tmp_path / "~$表.xlsx", {"表": [["姓名"]]})
    assert len(read_workbook(path, NullProgress()).sheets[0].rows) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="an open file is held back there")
def test_a_workbook_that_another_program_has_open_for_writing_is_read(tmp_path: Path) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    with path.open("r+b"):
        assert len(read_workbook(path, NullProgress()).sheets[0].rows) == 6
