"""Acts of entry on the command line: caps and duplicates named, whole acts listed, undone and moved."""

from pathlib import Path

import pytest

from builders.cli import TODAY, CommandLine, peopled


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return peopled(tmp_path / "清泉村.pbk", capsys)


def books(line: CommandLine) -> list[str]:
    return [row["account"] for row in line.ok("balance", "--json").json() if row["colour"] == "green"]


def balance(line: CommandLine, account: str) -> str:
    return str(line.ok("balance", "--account", account, "--json").json()[0]["spendable"])


def test_over_the_cap_the_whole_act_is_refused_unless_told(line: CommandLine) -> None:
    first, second = books(line)[:2]
    deed = ("record", "--item", "103", "--on", "2026-05-20", "--account", first, second)
    line.ok("record", "--item", "103", "--on", "2026-05-20", "--account", first)
    assert "当月已满 1/1 次" in line.refused(*deed)
    assert balance(line, second) == "0"
    told = line.ok(*deed, "--over-cap", "skip", "--json").json()
    assert [each["account"] for each in told["not_entered"]] == [first]
    assert (told["not_entered"][0]["code"], len(told["lines"]), told["claims"]) == (
        "ledger.limit-month",
        1,
        [],
    )
    assert balance(line, second) == "5"


def test_up_to_the_cap_is_told_by_name(line: CommandLine) -> None:
    first = books(line)[0]
    for day in range(1, 5):
        line.ok("record", "--item", "108", "--on", f"2026-05-0{day}", "--account", first)
    words = ("record", "--item", "108", "--on", "2026-05-05", "--quantity", "2", "--account", first)
    told = line.ok(*words, "--over-cap", "fill").out
    assert "到限为止，-10 分只记 -5 分" in told


def test_what_is_entered_already_needs_a_word(line: CommandLine) -> None:
    first = books(line)[0]
    deed = ("record", "--item", "102", "--on", "2026-05-20", "--account", first)
    line.ok(*deed, "--witness", "孙会计")
    assert "已记过" in line.refused(*deed)
    told = line.ok(*deed, "--over-cap", "skip").out
    assert told.splitlines()[0] == "已记 0 笔"
    assert "已记过" in told
    line.ok(*deed, "--again")
    assert balance(line, first) == "4"


def test_one_book_named_twice_is_refused(line: CommandLine) -> None:
    first = books(line)[0]
    assert first in line.refused("record", "--item", "102", "--on", "2026-05-20", "--account", first, first)


def test_acts_are_listed_undone_and_moved(line: CommandLine) -> None:
    first, second = books(line)[:2]
    for item in ("101", "102"):
        line.ok("record", "--item", item, "--on", "2026-05-20", "--account", first, second)
    later, earlier = line.ok("batch", "list", "--json").json()
    assert (later["text"], later["lines"], later["points"]) == ("参加打扫卫生", 2, "4")
    assert "打扫卫生：2 笔，4 分" in line.ok("batch", "list", "--limit", "1").out
    undone = line.ok("batch", "undo", str(later["id"]), "--json").json()
    assert len(undone["lines"]) == 2
    assert (balance(line, first), balance(line, second)) == ("10", "10")
    moved = line.ok(
        "batch", "move", str(earlier["id"]), "--item", "107", "--reason", "不是整治，是清河道", "--json"
    ).json()
    assert len(moved["reversal"]["lines"]) == len(moved["lines"]) == 2
    assert balance(line, second) == "3"
    assert "已经全部冲销" in line.refused("batch", "undo", str(earlier["id"]))
    assert line.ok("verify", "--json").json()["lines"] == 10


def test_an_act_of_another_day_takes_a_reason(line: CommandLine) -> None:
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--account", *books(line)[:2])
    (act,) = line.ok("batch", "list", "--json").json()
    line.ok("print", "passbooks", "--grid", "1", "--out", str(line.village.with_name("存折.pdf")))
    assert "已经印" in line.refused("batch", "undo", str(act["id"]))
    back = line.ok("batch", "undo", str(act["id"]), "--reason", "记错了日子")
    assert back.out.startswith("已冲销 ")
    assert "没有第 77 批" in line.refused("batch", "undo", "77")
    assert "没有第 abc 批" in line.refused("batch", "undo", "abc")


def test_a_move_that_meets_a_cap_is_refused_or_leaves_it_out(line: CommandLine) -> None:
    first, second = books(line)[:2]
    line.ok("record", "--item", "103", "--on", "2026-05-20", "--account", first)
    line.ok("record", "--item", "102", "--on", "2026-05-20", "--account", first, second)
    act = line.ok("batch", "list", "--json").json()[0]["id"]
    words = ("batch", "move", str(act), "--item", "103", "--reason", "是最清洁户")
    assert "当月已满" in line.refused(*words)
    told = line.ok(*words, "--over-cap", "skip", today=TODAY).out
    assert "已冲销 2 笔" in told
    assert "当月已满 1/1 次" in told
    assert (balance(line, first), balance(line, second)) == ("5", "5")
