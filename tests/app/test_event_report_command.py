"""event report on the command line."""

from pathlib import Path

import openpyxl
import pytest

from builders.cli import CommandLine, command_line
from builders.rites import eight_households, fill_spring


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str], own_home: Path) -> CommandLine:
    """A village with the events of the second quarter of 2026."""
    village = eight_households(tmp_path)
    fill_spring(village)
    village.store.close()
    return command_line(village.path, capsys)


def test_the_command_prints_the_report_and_writes_both_files(line: CommandLine, tmp_path: Path) -> None:
    pdf, xlsx = tmp_path / "季报.pdf", tmp_path / "季报.xlsx"
    call = ("event", "report", "--quarter", "2026Q2")
    told = line.ok(*call, "--pdf", str(pdf), "--xlsx", str(xlsx), "--json", today="2026-07-03").json()
    assert (told["total"]["reported"], told["red"]["declared_tables"], told["white"]["saving"]) == (
        7,
        78,
        400,
    )
    assert (told["before"]["reported"], told["year"]["reported"]) == (2, 8)
    assert sum(event["declared"] or 0 for event in told["events"]) == told["total"]["declared_tables"]
    assert told["files"] == [str(pdf), str(xlsx)]
    assert pdf.read_bytes().startswith(b"%PDF")
    assert openpyxl.load_workbook(xlsx).sheetnames == ["季报汇总", "明细"]
    plain = line.ok(*call, today="2026-07-03").out
    assert "超标件数（件）：红事 2，白事 0，其他喜庆 0，本季合计 2，本年累计 2，上年同期 0" in plain
    assert "李志强，超标" in plain
    wall = line.ok(*call, "--wall", today="2026-07-03").out
    assert "李志强" not in wall
    assert "超标" not in wall


def test_other_days_than_a_quarter_are_named_by_their_days(line: CommandLine) -> None:
    call = ("event", "report", "--from", "2026-06-01")
    told = line.ok(*call, "--to", "2026-06-30", today="2026-07-03")
    assert "柳溪镇清泉村红白事情况表　2026年6月1日至2026年6月30日" in told.out
    assert line.ok(*call, "--json", today="2026-06-09").json()["last_on"] == "2026-06-09"
    refused = line.refused(*call, "--to", "2026-05-01", today="2026-07-03")
    assert refused == "统计到 2026.5.1 止，早于开始的 2026.6.1，请改日期。"
