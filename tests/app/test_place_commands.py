"""Setting right where a book goes on, and what a restore does to books, as a script calls them."""

import errno
from pathlib import Path
from typing import Any

import pytest

from builders.cli import CommandLine, peopled
from passbook_desk.app.commands import book_prints
from passbook_desk.documents.errors import DiskFull


@pytest.fixture
def line(tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The sample village; household 01001 has three deeds and a book, 01002 one deed and a book."""
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--household", "01001", "01002")
    for day in ("2026-05-21", "2026-05-22"):
        line.ok("record", "--item", "102", "--on", day, "--household", "01001")
    return line


@pytest.fixture
def number(line: CommandLine) -> str:
    """The book of household 01001."""
    return issued(line, "01001")


def issued(line: CommandLine, household: str) -> str:
    rows = line.ok("balance", "--household", household, "--json").json()
    account = next(str(row["account"]) for row in rows if row["colour"] == "green")
    return str(line.ok("book", "issue", "--account", account, "--json").json()["books"][0]["number"])


def continued(line: CommandLine, number: str, tmp_path: Path) -> Any:
    pdf = str(tmp_path / "登折.pdf")
    return line.ok("print", "continue", "--book", number, "-o", pdf, "--confirm", "--json").json()


def state(line: CommandLine, number: str, *more: str) -> Any:
    return line.ok("book", "state", "--book", number, *more, "--json").json()


def test_the_next_line_is_set_to_where_the_paper_ends(line: CommandLine, number: str, tmp_path: Path) -> None:
    continued(line, number, tmp_path)
    back = state(line, number, "--set", "1-2", "--reason", "后两行没打上")
    assert (back["line"], back["unprinted"], len(back["lines"])) == (2, 2, 1)
    on = state(line, number, "--set", "1－５", "--reason", "折上已有", "--balance", "12")
    assert (on["line"], on["unprinted"], on["balance"]) == (5, 1, "12")
    assert [each["line"] for each in continued(line, number, tmp_path)["lines"]] == [5]
    line.ok("verify")
    assert "更正登折位置 1 本" in line.ok("log").out


def test_a_place_that_makes_no_sense_is_refused_in_one_sentence(line: CommandLine, number: str) -> None:
    words = ("book", "state", "--book", number)
    assert "没有写原因" in line.refused(*words, "--set", "1-2")
    assert "不用改" in line.refused(*words, "--set", "1-1", "--reason", "看过折")
    assert "只有 12 页" in line.refused(*words, "--set", "13-1", "--reason", "看过折")
    assert "结余是 99" in line.refused(*words, "--set", "1-3", "--reason", "看过折", "--balance", "99")
    assert "请加 --set" in line.refused(*words, "--balance", "10")
    told = line(*words, "--set=--", "--reason", "看过折")
    assert (told.code, "后面要写一个值" in told.err) == (2, True)
    told = line(*words, "--set", "7", "--reason", "看过折")
    assert (told.code, "请写成 2-7" in told.err) == (2, True)


def test_after_a_restore_only_books_that_were_printed_in_since_are_looked_at(
    line: CommandLine, number: str, tmp_path: Path
) -> None:
    other = issued(line, "01002")
    backup = line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"]
    continued(line, number, tmp_path)
    late = issued(line, "01003")
    told = line.ok("restore", backup)
    assert "有 1 本存折可能比账上多打了几行" in told.out
    assert f"请按旧折接手：{late}" in told.out
    assert line.ok("restore", backup, "--json").json()["books_in_doubt"] == 1
    assert line.ok("book", "list", "--doubted", "--json").json()[0]["number"] == number
    assert [row["number"] for row in line.ok("book", "list", "--doubted", "--json").json()] == [number]
    pdf = str(tmp_path / "登折.pdf")
    refused = line.refused("print", "continue", "--book", number, "-o", pdf)
    assert refused == f"恢复过备份，存折 {number} 上可能多出几行，请先对着折改登折位置。"
    assert "先看折" in line.ok("book", "state", "--book", number).out
    continued(line, other, tmp_path)
    after = state(line, number, "--set", "1-4", "--balance", "14", "--reason", "折上已有三行")
    assert (after["line"], after["unprinted"], after["doubted"]) == (4, 0, False)
    assert "可以直接登折" in line.refused("book", "trust", "--all", "--reason", "都看过")
    line.ok("verify")


def test_a_village_that_moved_to_another_computer_trusts_its_books_in_one_call(
    line: CommandLine, number: str, tmp_path: Path
) -> None:
    continued(line, number, tmp_path)
    backup = line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"]
    moved = CommandLine(tmp_path / "新电脑" / "清泉村.pbk", line.run)
    assert moved.ok("restore", backup, "--json").json()["books_in_doubt"] == 1
    assert "没有写原因" in moved.refused("book", "trust", "--all", "--reason", " ")
    assert moved.ok("book", "trust", "--all", "--reason", "备份后没登过折").out == "1 本存折照账上接着登\n"
    assert moved.ok("book", "list", "--doubted", "--json").json() == []
    moved.ok("verify")


def test_an_answer_is_not_kept_when_what_should_follow_cannot_be_written(
    line: CommandLine, number: str, tmp_path: Path
) -> None:
    line.ok("print", "continue", "--book", number, "-o", str(tmp_path / "登折.pdf"))
    nowhere = str(tmp_path / "没有" / "登折.pdf")
    line.refused("print", "continue", "--book", number, "--failed-from", "2", "-o", nowhere)
    assert len(state(line, number)["waiting"]) == 3


def test_a_file_that_could_not_be_written_leaves_nothing_waiting(
    line: CommandLine, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(path="U盘") from OSError(errno.ENOSPC, "")

    monkeypatch.setattr(book_prints, "write_pdf", full)
    line.refused("print", "continue", "--book", number, "-o", str(tmp_path / "登折.pdf"))
    line.refused("print", "strip", "--book", number, "-o", str(tmp_path / "贴条.pdf"))
    now = state(line, number)
    assert (now["waiting"], now["lines"], now["unprinted"]) == ([], [], 3)
    line.ok("verify")


def test_an_account_that_is_named_twice_gets_one_book(line: CommandLine) -> None:
    account = line.ok("balance", "--household", "01004", "--json").json()[0]["account"]
    assert len(line.ok("book", "issue", "--account", account, account, "--json").json()["books"]) == 1
