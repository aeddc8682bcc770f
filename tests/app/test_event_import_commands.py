"""import events: the old register of the sample village comes in from the command line, and out again."""

import json
from pathlib import Path

import pytest

from builders.cli import SAMPLES, CommandLine, founded, peopled

REGISTER = str(SAMPLES / "红白事标准及登记.xlsx")
EXPECTED = json.loads((SAMPLES / "红白事登记.expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return peopled(tmp_path / "清泉村.pbk", capsys)


def test_the_sample_gives_exactly_what_is_expected(line: CommandLine) -> None:
    dry = line.ok("import", "events", REGISTER, "--dry-run", "--json").json()
    done = line.ok("import", "events", REGISTER, "--apply", "--json").json()
    assert {**done, "applied": False, "batch": None} == dry
    assert (done["applied"], done["batch"], done["new"]) == (True, 2, 18)
    for ours, theirs in (
        ("events", "events"),
        ("weddings", "red"),
        ("funerals", "white"),
        ("declared_tables", "declared_tables"),
        ("actual_tables", "actual_tables"),
        ("violations", "violations"),
        ("not_checked", "not_checked"),
    ):
        assert done[ours] == EXPECTED[theirs], ours
    assert [row["household"] for row in done["rows"]] == [row["household"] for row in EXPECTED["rows"]]
    assert [row["reported_on"] for row in done["rows"]] == [row["reported"] for row in EXPECTED["rows"]]
    again = line.ok("import", "events", REGISTER, "--apply", "--json").json()
    assert (again["applied"], again["new"], again["known"]) == (False, 0, 18)
    assert len(line.ok("event", "list", "--json").json()) > 0
    line.ok("verify")


def test_what_is_said_of_it(line: CommandLine) -> None:
    told = line.ok("import", "events", REGISTER).out
    assert "18 件：红事 12 件，白事 6 件；报备 293 桌，实际 283 桌；违规 7 件" in told
    assert "其中 18 件早于村里第一份标准，按第 1 版（2026-01-15 通过）算" in told
    assert "2025-08-09 是农历 闰六月十六，台账写的是“闰六月十七”，请核对" in told
    assert "试读，什么也没写" in told


def test_the_import_is_taken_back_and_its_events_are_withdrawn(line: CommandLine) -> None:
    number = line.ok("import", "events", REGISTER, "--apply", "--json").json()["batch"]
    told = line.ok("import", "undo", str(number))
    assert "撤回红白事 18 件" in told.out
    assert line.ok("import", "events", REGISTER, "--json").json()["new"] == 18


def test_another_standard_is_named_by_its_number(line: CommandLine) -> None:
    line.ok("standard", "adopt", REGISTER, "--meeting", "2026-03-01")
    done = line.ok("import", "events", REGISTER, "--standard", "2", "--json").json()
    assert {row["standard"] for row in done["rows"]} == {2}
    assert "9" in line.refused("import", "events", REGISTER, "--standard", "9")


def test_before_the_roster_no_event_finds_its_household(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = founded(tmp_path / "清泉村.pbk", capsys)
    done = line.ok("import", "events", REGISTER, "--apply", "--json").json()
    assert (done["applied"], done["new"]) == (False, 0)
    assert {row["problem"] for row in done["rows"]} == {"register_unknown_head"}


def test_a_workbook_without_a_register_is_refused_in_one_sentence(line: CommandLine) -> None:
    assert "事主、办事日期" in line.refused("import", "events", str(SAMPLES / "积分细则.xlsx"))
