"""What a hurried clerk or a script may type: nothing is lost by it, nothing is said that did not happen."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from builders.cli import CommandLine, command_line, founded, peopled
from builders.rosters import save_roster, three_households


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return peopled(tmp_path / "清泉村.pbk", capsys)


def deed(*words: str) -> tuple[str, ...]:
    return ("record", "--item", "101", "--on", "2026-05-20", *words)


def lines_of(line: CommandLine) -> int:
    return int(line.ok("verify", "--json").json()["lines"])


@pytest.mark.parametrize("kept", ["", ".key"])
def test_a_print_never_takes_the_place_of_the_village_file_or_its_key(line: CommandLine, kept: str) -> None:
    target = line.village.with_name(line.village.name + kept)
    before = target.read_bytes()
    for words in (
        ("print", "passbooks", "--grid", "1", "-o", str(target)),
        ("notice", "quarter", "2026Q2", "--xlsx", str(target)),
        ("notice", "issue", "quarter", "2026Q1", "--pdf", str(target)),
        ("notice", "reprint", "2026-01", "--summary", str(target)),
        ("notice", "archive", "2026-01", "-o", str(target)),
        ("objection", "print", "2026-01", "-o", str(target)),
        ("balance", "--json", str(target)),
    ):
        assert target.name in line.refused(*words)
    assert target.read_bytes() == before
    assert lines_of(line) == 0


def test_a_backup_is_not_overwritten_by_a_sheet_nor_restored_into_itself(
    line: CommandLine, tmp_path: Path
) -> None:
    made = Path(line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"])
    before = made.read_bytes()
    line.refused("balance", "--json", str(made))
    told = line.run("--village", str(made), "restore", str(made))
    assert (told.code, told.out) == (1, "")
    assert made.read_bytes() == before
    assert [path.name for path in made.parent.iterdir()] == [made.name]


def test_an_answer_that_cannot_be_written_is_refused_before_anything_is_recorded(
    line: CommandLine, tmp_path: Path
) -> None:
    line.refused(*deed("--household", "01001", "--json", str(tmp_path / "没有" / "答.json")))
    assert lines_of(line) == 0
    answer = tmp_path / "答.json"
    line.ok(*deed("--household", "01001", "--json", str(answer)))
    assert '"lines"' in answer.read_text(encoding="utf-8")
    assert list(tmp_path.glob("*.part")) == []


def test_an_answer_never_takes_the_place_of_the_file_of_its_call(line: CommandLine, tmp_path: Path) -> None:
    roster = save_roster(tmp_path / "花名册.xlsx", three_households())
    before = roster.read_bytes()
    calls = (
        ("import", "roster", "--apply"),
        ("export", "roster"),
        ("print", "roster", "--all", "-o"),
        ("notice", "reprint", "2026-01", "--summary"),
    )
    for words in calls:
        told = line.refused(*words, str(roster), "--json", str(tmp_path / "." / "花名册.xlsx"))
        assert "写了两次" in told
    assert roster.read_bytes() == before


def test_the_help_has_no_english_sentence(line: CommandLine) -> None:
    assert "显示版本号" in line("--help").out
    assert "show program" not in line("--help").out


def test_a_notice_that_cannot_be_written_is_not_issued(line: CommandLine, tmp_path: Path) -> None:
    gone = str(tmp_path / "没有" / "公示.pdf")
    assert "公示.pdf" in line.refused("notice", "quarter", "2026Q1", "--pdf", gone)
    with closing(sqlite3.connect(line.village)) as connection:
        assert connection.execute("SELECT count(*) FROM notice").fetchone() == (0,)


def test_a_household_without_such_a_book_is_told_instead_of_left_out(line: CommandLine) -> None:
    words = ("record", "--item", "801", "--on", "2026-05-20", "--household")
    assert "01001" in line.refused(*words, "01002", "01001")
    assert lines_of(line) == 0
    line.ok(*words, "01002")


def test_the_number_of_an_act_given_to_another_act_is_refused(line: CommandLine) -> None:
    line.ok(*deed("--household", "01001", "--uid", "甲1"))
    assert line.ok(*deed("--household", "01001", "--uid", "甲1", "--json")).json()["lines"] == [1]
    line.refused("record", "--item", "102", "--on", "2026-05-20", "--household", "01001", "--uid", "甲1")
    line.refused("record", "--item", "101", "--on", "2026-05-21", "--household", "01001", "--uid", "甲1")
    line.refused("reverse", "1", "--reason", "记错户", "--uid", "甲1")
    line.ok("reverse", "1", "--reason", "记错户", "--uid", "甲2")
    assert line.ok("reverse", "1", "--reason", "记错户", "--uid", "甲2", "--json").json()["lines"] == [2]
    line.ok(*deed("--household", "01001"))
    line.refused("reverse", "3", "--reason", "记错户", "--uid", "甲2")
    assert lines_of(line) == 3


@pytest.mark.parametrize(
    "words",
    [
        ("event", "sheet", "²", "-o", "x.pdf"),
        ("event", "sheet", "99999999999999999999", "-o", "x.pdf"),
        ("notice", "quarter", "9999Q4"),
        ("notice", "quarter", "0000Q1"),
        ("--today", "9999-12-31", "notice", "quarter", "2026Q1"),
        ("--today", "9999-12-31", "notice", "issue", "year", "2026"),
        ("notice", "make", "year", "9999"),
        ("notice", "make", "catalogue", "99999999999999999999"),
        ("notice", "make", "quarter", "2026Q2", "--size", "nan"),
        ("notice", "show", "²"),
        ("objection", "list", "--notice", "99999999999999999999-1"),
        ("record", "--item", "101", "--on", "0001-01-01", "--household", "01001"),
        ("record", "--item", "\udcff", "--on", "2026-05-20", "--household", "01001"),
        ("balance", "--household", "\udcff"),
    ],
)
def test_numbers_and_characters_beyond_all_measure_are_refused(
    line: CommandLine, words: tuple[str, ...]
) -> None:
    line.refused(*words)
    assert lines_of(line) == 0


@pytest.mark.parametrize("command", [(), ("record",), ("import", "roster"), ("notice",)])
def test_the_help_is_in_chinese(line: CommandLine, command: tuple[str, ...]) -> None:
    told = line(*command, "--help")
    assert told.code == 0
    assert told.out.startswith("用法：")
    for foreign in ("usage", "positional", "options:", "show this"):
        assert foreign not in told.out


@pytest.mark.parametrize(
    "words",
    [
        ("reverse", "99999999999999999999", "--reason", "x"),
        ("event", "register", "--kind", "x"),
        ("import", "undo", "一"),
        ("record", "--item"),
        ("record", "--item", "101", "--on", "2026-05-20", "--grid", "1", "--household", "01001"),
        ("record", "--item", "101", "--on", "2026-05-20"),
        ("record",),
        ("nonsense",),
        ("verify", "--nonsense"),
        ("notice",),
        ("notice", "make", "week", "2026-06-01"),
        ("notice", "make", "month", "2026-06", "--size", "大"),
        ("objection", "resolve", "2026-01", "corrected", "--words", "x", "--deed", "=5"),
    ],
)
def test_wrong_usage_is_told_without_a_foreign_sentence(line: CommandLine, words: tuple[str, ...]) -> None:
    told = line(*words)
    assert (told.code, told.out) == (2, "")
    said = told.err.splitlines()[0]
    assert said.startswith("用法不对：")
    assert "写法不合要求" not in said
    for foreign in ("argument", "required", "invalid", "choose", "expected"):
        assert foreign not in said


def test_a_sheet_with_shifted_columns_does_not_show_ids_and_phones(line: CommandLine, tmp_path: Path) -> None:
    rows = three_households()
    rows[0]["与户主关系"] = "13812345678"
    rows[1]["性别"] = "140108194401069750"
    rows[2]["户编号"] = "13912345678"
    told = line.ok("import", "roster", str(save_roster(tmp_path / "错列.xlsx", rows)), "--json")
    for shown in ("13812345678", "140108194401069750", "13912345678"):
        assert shown not in told.out
    assert "138****5678" in told.out


def test_an_event_names_its_figures_in_chinese(line: CommandLine) -> None:
    words = ("--household", "01004", "--on", "2026-06-20", "--tables", "22", "--per-table", "280")
    told = line.ok("event", "register", "--kind", "wedding", *words).out
    assert "桌数：22 / 20 超标" in told
    assert "tables" not in told
    assert "per_table" not in told


def test_settings_that_cannot_be_written_do_not_undo_what_was_done(line: CommandLine, own_home: Path) -> None:
    settings = own_home / "settings" / "settings.toml"
    settings.unlink(missing_ok=True)
    settings.mkdir(parents=True)
    line.ok(*deed("--household", "01001"))
    assert lines_of(line) == 1


def test_a_journal_left_by_a_lost_file_does_not_harm_the_new_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = peopled(tmp_path / "旧.pbk", capsys)
    fresh = tmp_path / "新.pbk"
    journal = fresh.with_name(fresh.name + "-journal")
    with closing(sqlite3.connect(line.village, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 5")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE more AS SELECT * FROM person")
        connection.execute("INSERT INTO more SELECT * FROM more")
        left = line.village.with_name(line.village.name + "-journal").read_bytes()
        connection.execute("ROLLBACK")
    journal.write_bytes(left)
    made = command_line(fresh, capsys)
    made.ok("create", str(fresh), "--name", "新村", "--code", "140108203212", "--township", "柳溪镇")
    made.ok("verify")
    (aside,) = tmp_path.glob("新.pbk.损坏_*")
    assert (aside / journal.name).read_bytes() == left


def test_a_village_name_no_file_can_carry_still_gets_its_backup(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = command_line(tmp_path / "村.pbk", capsys)
    name = "甲/乙:丙" + "村" * 300
    line.ok("create", str(line.village), "--name", name, "--code", "140108203212", "--township", "柳溪镇")
    made = Path(line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"])
    assert made.parent == tmp_path / "U盘"
    assert made.name.startswith("甲-乙-丙村")
    line.ok("restore", str(made))


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_console_without_rare_characters_still_gets_every_answer(line: CommandLine, encoding: str) -> None:
    words = [sys.executable, "-m", "passbook_desk", "--village", str(line.village), "balance"]
    around = {**os.environ, "PYTHONIOENCODING": encoding}
    shown = subprocess.run(words, env=around, capture_output=True, timeout=60, check=False)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert len(shown.stdout.splitlines()) == 547
    told = subprocess.run([*words, "--json"], env=around, capture_output=True, timeout=60, check=False)
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.decode("ascii").count('"account"') == 547


@pytest.mark.skipif(os.name == "nt", reason="pipes close differently there")
def test_a_reader_that_goes_away_early_is_no_fault(line: CommandLine) -> None:
    words = [sys.executable, "-m", "passbook_desk", "--village", str(line.village), "balance", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0


def test_a_roster_that_is_in_the_village_already_is_called_by_its_batch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = founded(tmp_path / "村.pbk", capsys)
    words = ("import", "roster", str(save_roster(tmp_path / "六月.xlsx", three_households())))
    assert "已作为" not in line.ok(*words, "--apply").out
    assert "这份文件已作为第 1 批导入过" in line.ok(*words).out
    line.ok("import", "undo", "1")
    assert "已作为" not in line.ok(*words).out


def test_work_on_an_earlier_day_shows_each_book_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A later roster gave 01001 another head and moved a party member; work on days before stays whole."""
    line = founded(tmp_path / "村.pbk", capsys)
    first = three_households()
    line.ok("import", "roster", str(save_roster(tmp_path / "六月.xlsx", first)), "--apply")
    names = [row["姓名"] for row in first]
    later = [{**row} for row in first]
    head, wife = names.index("王建国"), names.index("单秀英")
    for row in later[: wife + 2]:
        row["户主姓名"] = "单秀英"
    later[head]["与户主关系"], later[wife]["与户主关系"] = "配偶", "户主"
    member = later[names.index("李卫东")]
    home = later[-1]
    for title in ("网格编码", "网格名称", "户编号", "户主姓名", "住址"):
        member[title] = home[title]
    member["与户主关系"] = "其他"
    workbook = str(save_roster(tmp_path / "七月.xlsx", later))
    told = line.ok("import", "roster", workbook, "--apply", today="2026-07-01").out
    assert "户主姓名：王建国 → 单秀英" in told
    assert "李卫东 户编号：01002 → 02001" in told
    for today, owner in (("2026-06-15", "王建国"), ("2026-06-30", "王建国"), ("2026-07-01", "单秀英")):
        books = line.ok("balance", "--json", today=today).json()
        assert len({book["account"] for book in books}) == len(books) == 4
        assert [book["owner"] for book in books if book["household"] == "01001"] == [owner]
        line.ok("record", "--item", "101", "--on", today, "--household", "01001", today=today)
        proof = line.ok("notice", "quarter", "2026Q3", "--json", today=today).json()
        assert proof["lines"] == 4
        assert proof["closing_total"] == str(10 * lines_of(line))
