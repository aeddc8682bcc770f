"""log as a script calls it."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from builders.cli import CommandLine, peopled


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A founded village with the sample roster, and a street swept."""
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--household", "01001", "01002")
    return line


def test_the_log_tells_the_newest_act_first_and_what_each_call_did(line: CommandLine) -> None:
    lines = line.ok("log").out.splitlines()
    assert "刘文书 记积分 2 笔 ＋20 分（参加环境整治）（日期 2026.6.1）" in lines[0]
    assert "导入花名册 花名册_标准.xlsx：486 户" in lines[1]
    assert any("采用红白事标准第 1 版" in each for each in lines)
    assert any("采用积分细则第 1 版" in each for each in lines)
    assert "建村的文件" in lines[-1]


def test_the_log_as_data_has_kind_count_and_points(line: CommandLine) -> None:
    told = line.ok("log", "--json").json()
    first = told["rows"][0]
    assert (first["kind"], first["count"], first["points"], told["more"]) == ("recorded", 2, "20", False)
    assert first["operator"] == "刘文书"


def test_days_and_operators_choose_rows_and_an_unknown_one_is_refused(line: CommandLine) -> None:
    assert line.ok("log", "--to", "2020-01-01").out.strip() == "这段时间没有记录。"
    everything = line.ok("log", "--from", "2020-01-01", "--operator", "刘文书", "--json").json()
    assert {row["operator"] for row in everything["rows"]} == {"刘文书"}
    assert "没这个人" in line.refused("log", "--operator", "没这个人")


def test_the_log_is_printed(line: CommandLine, tmp_path: Path) -> None:
    pdf = tmp_path / "操作记录.pdf"
    told = line.ok("log", "--pdf", str(pdf))
    assert "已存为" in told.out
    document = PdfDocument(pdf)
    printed = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "清泉村操作记录" in printed
    assert "打印：刘文书" in printed
    assert "记积分 2 笔 ＋20 分（参加环境整治）" in printed
