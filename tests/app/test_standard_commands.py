"""Standards on the command line: shown, compared, taken out as a workbook and adopted again."""

from pathlib import Path

import openpyxl
import pytest

from builders.cli import CommandLine, founded


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return founded(tmp_path / "清泉村.pbk", capsys)


def test_a_standard_goes_out_is_changed_and_compared_with_the_one_before(
    line: CommandLine, tmp_path: Path
) -> None:
    target = tmp_path / "标准.xlsx"
    assert line.ok("standard", "export", str(target), "--json").json()["number"] == 1
    book = openpyxl.load_workbook(target)
    sheet = book.worksheets[0]
    row = next(row for row in sheet.iter_rows() if row[0].value == "桌数")
    row[1].value = "不超过15桌"
    book.save(target)
    line.ok("standard", "adopt", str(target), "--meeting", "2026-05-20")
    found = line.ok("standard", "diff", "1", "2", "--json").json()
    changed = {
        (one["new"]["kind"], one["new"]["case"], one["new"]["measure"]): (
            one["old"]["amount"],
            one["new"]["amount"],
        )
        for one in found["changes"]
        if one["change"] == "changed" and one["old"]["amount"] != one["new"]["amount"]
    }
    assert changed == {("wedding", "ordinary", "tables"): (20, 15)}


def test_the_standard_in_force_is_shown_and_one_nobody_adopted_is_refused(line: CommandLine) -> None:
    assert "红事 桌数（双方合办）：30桌" in line.ok("standard", "show").out
    assert "第“9”版" in line.refused("standard", "show", "9")
