"""catalogue import|adopt|export|print|diff|list as a script calls them."""

from pathlib import Path

import pytest

from builders.cli import SAMPLES, CommandLine, command_line, founded

SHEET = str(SAMPLES / "积分细则.xlsx")


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return founded(tmp_path / "清泉村.pbk", capsys)


def test_a_workbook_is_only_a_draft_until_a_meeting_adopts_it(line: CommandLine) -> None:
    told = line.ok("catalogue", "import", SHEET, "--json").json()
    assert (told["items"], told["enabled"], told["limits"], told["replaced"]) == (59, 54, 13, False)
    assert (told["meeting_on"], told["effective_from"]) == ("2026-01-15", "2026-02-01")
    assert {found["severity"] for found in told["findings"]} == {"check"}
    assert [version["number"] for version in line.ok("catalogue", "list", "--json").json()] == [1]
    told = line.ok("catalogue", "adopt", "--meeting", "2026-03-01", "--minutes", "会5", "--json").json()
    assert (told["number"], told["items"], told["source"]) == (2, 59, "积分细则.xlsx")
    assert len(told["findings"]) == 17
    newest, first = line.ok("catalogue", "list", "--json").json()
    assert (newest["number"], newest["minutes_no"], first["number"]) == (2, "会5", 1)
    cleaning = newest["items"][0]
    assert (cleaning["code"], cleaning["cap"], cleaning["limits"]) == ("101", "每天1次", ["每天最多1次"])


def test_without_a_workbook_and_a_draft_the_built_in_list_is_adopted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = founded(tmp_path / "清泉村.pbk", capsys)
    told = line.ok("catalogue", "adopt", "--meeting", "2026-03-01", "--json").json()
    assert (told["number"], told["source"], told["findings"]) == (2, "内置起步版本", [])


def test_the_second_sheet_takes_the_place_of_the_first(line: CommandLine) -> None:
    line.ok("catalogue", "import", SHEET)
    told = line.ok("catalogue", "import", SHEET)
    assert "原来的草稿已换成这一份。" in told.out
    assert "[请核对] 积分细则 第 7 行 E" in told.out


def test_what_a_draft_changes_is_told_and_printed(line: CommandLine, tmp_path: Path) -> None:
    line.ok("catalogue", "import", SHEET)
    told = line.ok("catalogue", "diff", "1", "草稿")
    assert told.out.splitlines()[0].startswith("第1版 → 草稿：新增 ")
    assert "  [改动] 101 参加环境整治" in told.out
    assert "    分值：+10分/次·人 → +10分/人·次" in told.out
    target = tmp_path / "对照.pdf"
    answer = line.ok("catalogue", "diff", "1", "draft", "--pdf", str(target), "--json").json()
    assert (answer["old"], answer["new"], answer["file"]) == ("第1版", "草稿", str(target))
    assert sum(answer["counts"].values()) == len(answer["items"]) + answer["counts"]["same"]
    assert target.read_bytes().startswith(b"%PDF")


def test_what_was_exported_is_read_back_without_a_difference(line: CommandLine, tmp_path: Path) -> None:
    target = str(tmp_path / "细则.xlsx")
    line.ok("catalogue", "import", SHEET)
    line.ok("catalogue", "adopt", "--meeting", "2026-03-01")
    told = line.ok("catalogue", "export", target, "--json").json()
    assert (told["number"], told["items"]) == (2, 59)
    line.ok("catalogue", "import", target)
    answer = line.ok("catalogue", "diff", "2", "草稿", "--json").json()
    assert answer["counts"] == {"new": 0, "changed": 0, "off": 0, "same": 59}
    assert line.ok("catalogue", "export", target, "--edition", "草稿", "--json").json()["number"] is None


def test_the_list_is_printed_for_the_wall(line: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "墙.pdf"
    told = line.ok("catalogue", "print", str(target), "--edition", "1", "--json").json()
    assert (told["items"], told["pages"]) == (60, 4)
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("diff", "1", "7"), "没有第 7 版"),
        (("diff", "1", "草稿"), "没有积分细则草稿"),
        (("diff", "甲", "1"), "没有第 甲 版"),
        (("export", "无.xlsx", "--edition", "9"), "没有第 9 版"),
    ],
)
def test_a_version_that_is_not_there_is_refused(
    line: CommandLine, words: tuple[str, ...], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sentence in line.refused("catalogue", *words)
    assert not (tmp_path / "无.xlsx").exists()


def test_a_draft_cannot_be_the_older_one(line: CommandLine) -> None:
    line.ok("catalogue", "import", SHEET)
    assert "没有第 草稿 版" in line.refused("catalogue", "diff", "草稿", "1")


def test_before_the_first_version_there_is_nothing_to_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = command_line(tmp_path / "清泉村.pbk", capsys)
    line.ok(
        "create", str(line.village), "--name", "清泉村", "--code", "140108203211", "--township", "柳溪镇",
        "--clerk", "刘文书",
    )  # fmt: skip
    assert "积分细则" in line.refused("catalogue", "export", str(tmp_path / "细则.xlsx"))
