"""Somebody with the role 查看 on the command line: looks, but makes no paper and no sheet."""

from pathlib import Path

import pytest

from builders.cli import CommandLine, Told, peopled
from passbook_desk.app.desk import Desk
from passbook_desk.app.signing_in import sign_in_here
from passbook_desk.app.village_file import open_village
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.kernel.clock import SystemClock

PIN = "583920"


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """A founded village with a roster, where 李四 only looks and has signed in."""
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    clock = SystemClock()
    desk = Desk(open_village(line.village, clock), clock, lambda _: None)
    sign_in_here(desk, None, lambda _: None)
    desk.do(lambda tx: set_pin(tx, 1, "730418"))
    desk.do(lambda tx: add_operator(tx, AddOperator("李四", frozenset({Role.VIEWER}), PIN)))
    desk.file.close()
    monkeypatch.setenv("PASSBOOK_PIN", PIN)
    return line


def looking(line: CommandLine, *words: str) -> Told:
    return line("--operator", "李四", *words)


@pytest.mark.parametrize(
    ("words", "option", "name"),
    [
        (("export", "roster"), None, "花名册.xlsx"),
        (("export", "checkin"), None, "打卡表.xlsx"),
        (("print", "roster", "--all"), "-o", "花名册.pdf"),
        (("print", "passbooks", "--all"), "-o", "存折.pdf"),
        (("rank", "--month", "2026-05"), "--pdf", "榜.pdf"),
        (("rank", "--month", "2026-05"), "--xlsx", "榜.xlsx"),
        (("notice", "quarter", "2026Q2"), "--pdf", "校样.pdf"),
        (("notice", "quarter", "2026Q2"), "--xlsx", "校样.xlsx"),
        (("notice", "make", "quarter", "2026Q2"), "--pdf", "校样.pdf"),
        (("notice", "issue", "quarter", "2026Q1"), "--pdf", "公示.pdf"),
        (("notice", "reprint", "2026-01"), "--pdf", "公示.pdf"),
        (("notice", "reprint", "2026-01"), "--summary", "汇总.pdf"),
        (("notice", "reprint", "2026-01"), "--xlsx", "公示.xlsx"),
        (("notice", "archive", "2026-01"), "-o", "档案.pdf"),
        (("objection", "print", "2026-01"), "-o", "答复单.pdf"),
    ],
)
def test_who_only_looks_leaves_with_no_file(
    line: CommandLine, tmp_path: Path, words: tuple[str, ...], option: str | None, name: str
) -> None:
    target = tmp_path / name
    told = looking(line, *words, *((option,) if option else ()), str(target))
    assert (told.code, told.err.strip()) == (1, "李四 没有办这件事的权限，请换有权限的人登录再办。")
    assert not target.exists()


def test_who_only_looks_reads_counts_and_masked_numbers(line: CommandLine) -> None:
    assert looking(line, "rank", "--month", "2026-05").code == 0
    told = looking(line, "household", "01001", "--json").json()
    assert all("*" in person["id_number"] for person in told["people"])
