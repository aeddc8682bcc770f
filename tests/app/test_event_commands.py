"""The course of an event by the command line: report, approval, check, closing and what is in between."""

from pathlib import Path

import pytest

from builders.cli import CommandLine, peopled
from passbook_desk.app.arguments_events import KINDS, STATES
from passbook_desk.app.commands.event_answers import state_code
from passbook_desk.features.events.course.kinds import EventState
from passbook_desk.features.events.values import EventKind

WEDDING = (
    "event",
    "register",
    "--kind",
    "wedding",
    "--household",
    "01004",
    "--tables",
    "22",
    "--per-table",
    "280",
)


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return peopled(tmp_path / "清泉村.pbk", capsys)


def test_the_words_of_the_command_line_are_those_of_the_program() -> None:
    assert tuple(EventKind) == KINDS
    assert tuple(map(state_code, EventState)) == STATES


def test_a_wedding_is_approved_checked_and_closed_and_each_answer_says_what_happened(
    line: CommandLine,
) -> None:
    line.ok(*WEDDING, "--on", "2026-06-12", "--case", "joint+again", "--place", "村文化广场")
    told = line.ok("event", "approve", "2026-001", "--minutes", "2026-6", "--tables", "18").out
    assert told.startswith("已核准 2026-001：")
    assert "已核准\n提前11天报备（要求提前7天）：按时\n" in told
    assert "桌数：申报 22，核准 18 / 30 未超" in told
    told = line.ok(
        "event", "check", "1", "--who", "赵会长", "--guests", "190", "--tables", "19",
        "--outcome", "persuaded", "--due", "2026-06-20", "--words", "撤了一桌", today="2026-06-12",
    ).out  # fmt: skip
    assert "桌数：申报 22，核准 18，实际 19 / 30 未超，比计划多" in told
    assert "核查结果：经劝导改正\n2026-06-20 前回访\n" in told
    assert f"节约约 {22 * 280 - 19 * 280} 元" in told
    assert "不能办" in line.refused("event", "close", "1", "--minutes", "2026-7", today="2026-06-13")
    told = line.ok("event", "follow", "1", "--who", "赵会长", "--outcome", "settled", today="2026-06-20").out
    assert "已核查" in told
    assert "回访\n" not in told
    closed = line.ok("event", "close", "1", "--minutes", "2026-7", "--json", today="2026-06-20").json()
    assert (closed["state"], closed["outcome"], closed["saving"]) == ("closed", "persuaded", 840)
    shown = line.ok("event", "show", "1", "--json").json()
    assert [step["kind"] for step in shown["steps"]] == ["approved", "checked", "followed", "closed"]
    assert [step["figures"] for step in shown["steps"]] == [{"tables": 18}, {"tables": 19}, {}, {}]
    assert shown["steps"][1]["guests"] == 190
    assert shown["days"] == [{"on": "2026-06-12", "place": "村文化广场"}]
    assert (
        "  2 2026-06-12 现场核查：赵会长，经劝导改正，撤了一桌，桌数 19\n"
        in line.ok("event", "show", "1").out
    )


def test_the_list_is_narrowed_by_state_and_year(line: CommandLine) -> None:
    line.ok(*WEDDING, "--on", "2026-06-12")
    line.ok("event", "register", "--kind", "funeral", "--household", "01005", "--on", "2026-06-01")
    line.ok("event", "approve", "2026-002", "--minutes", "2026-6", "--on", "2026-05-31")
    every = line.ok("event", "list", "--json").json()
    assert [(row["number"], row["kind"], row["state"]) for row in every] == [
        ("2026-001", "wedding", "reported"),
        ("2026-002", "funeral", "under-way"),
    ]
    assert line.ok("event", "list", "--json", today="2026-06-02").json()[1]["state"] == "to-check"
    chosen = line.ok("event", "list", "--state", "to-check", today="2026-06-02").out
    assert chosen.startswith("2026-002 2026-06-01 01005 ")
    assert chosen.endswith("户白事 待核查\n")
    assert line.ok("event", "list", "--year", "2025").out == "没有这样的红白事。\n"
    assert line.ok("event", "list", "--year", "2026", "--state", "closed", "--json").json() == []


def test_what_is_due_today_is_named(line: CommandLine) -> None:
    line.ok(*WEDDING, "--on", "2026-06-12")
    assert line.ok("event", "due").out == "今天没有红白事要办。\n"
    assert line.ok("event", "due", today="2026-06-09").out.endswith("户红事：快要办了，去提醒\n")
    assert line.ok("event", "due", today="2026-06-16").out.endswith("登记核查，已过期\n")
    assert line.ok("event", "due", "--json", today="2026-06-12").json() == [
        {"event": "2026-001", "kind": "on-the-day", "day": "2026-06-12", "late": False}
    ]


def test_a_postponed_event_moves_with_all_its_days(line: CommandLine) -> None:
    line.ok(
        *WEDDING, "--on", "2026-12-30", "--also", "2026-12-31=老屋", "2027-01-02", "--persons", "新郎新娘"
    )
    told = line.ok("event", "postpone", "1", "--on", "2027-01-01", "--reason", "等人回来", "--json").json()
    assert (told["held_on"], told["last_on"], told["days_ahead"]) == ("2027-01-01", "2027-01-04", 214)
    assert line.ok("event", "show", "1", "--json").json()["days"] == [
        {"on": "2027-01-01", "place": ""},
        {"on": "2027-01-02", "place": "老屋"},
        {"on": "2027-01-04", "place": ""},
    ]
    moved = ("event", "postpone", "1", "--on", "2027-01-08", "--place", "广场", "--reason", "下雪")
    line.ok(*moved)
    days = line.ok("event", "show", "1", "--json").json()["days"]
    assert [day["place"] for day in days] == ["广场"] * 3


def test_a_plan_that_is_refused_says_why_and_a_withdrawn_one_ends(line: CommandLine) -> None:
    line.ok(*WEDDING, "--on", "2026-06-12")
    told = line.ok("event", "approve", "1", "--minutes", "2026-6", "--refuse", "桌数太多", "--json").json()
    assert told["state"] == "refused"
    assert line.ok("event", "withdraw", "1", "--reason", "改去旅行").out.startswith("已撤回 2026-001：")
    assert "不能办" in line.refused("event", "approve", "1", "--minutes", "2026-6")


def test_a_split_feast_is_joined_into_one(line: CommandLine) -> None:
    for day in ("2026-06-12", "2026-06-14"):
        line.ok(*WEDDING, "--on", day)
    assert "并入 2026-001" in line.ok("event", "join", "2026-002", "2026-001").out
    told = line.ok("event", "show", "1").out
    assert "已并入：2026-002\n" in told
    assert "桌数：44 / 20 超标" in told


@pytest.mark.parametrize(
    "words",
    [
        ("event", "register", "--kind", "party", "--household", "01004", "--on", "2026-06-12"),
        (*WEDDING, "--on", "2026-06-12", "--case", "children:0"),
        (*WEDDING, "--on", "2026-06-12", "--case", "rich"),
        ("event", "approve", "1"),
        ("event", "check", "1", "--who", "赵会长", "--outcome", "fine"),
        ("event", "postpone", "1", "--on", "2026-06-12"),
        ("event", "list", "--state", "to_check"),
    ],
)
def test_a_call_with_wrong_words_is_exit_2(line: CommandLine, words: tuple[str, ...]) -> None:
    told = line(*words)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("用法不对")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("event", "approve", "2026-009", "--minutes", "1"), "2026-009"),
        (("event", "approve", "1", "--minutes", " "), "会议记录号"),
        (("event", "approve", "1", "--minutes", "1", "--on", "2026-06-02"), "2026.6.2"),
        (("event", "approve", "1", "--minutes", "1", "--on", "六月"), "六月"),
        (("event", "check", "1", "--who", "赵会长", "--outcome", "over"), "2026.6.12"),
        (("event", "withdraw", "1", "--reason", " "), "原因"),
        (("event", "join", "1", "1"), "2026-001"),
        ((*WEDDING, "--on", "2026-06-12", "--also", "明天=广场"), "明天"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    line: CommandLine, words: tuple[str, ...], said: str
) -> None:
    line.ok(*WEDDING, "--on", "2026-06-12")
    assert said in line.refused(*words)
    assert len(line.ok("event", "list", "--json").json()) == 1


@pytest.mark.parametrize("year", ["0", "99999", "去年"])
def test_a_year_that_is_none_is_told(line: CommandLine, year: str) -> None:
    assert "--year" in line("event", "list", "--year", year).err


def test_a_feast_postponed_to_the_day_it_is_on_is_not_written_down_again(line: CommandLine) -> None:
    line.ok(*WEDDING, "--on", "2026-06-12", "--place", "村文化广场")
    words = ("event", "postpone", "1", "--on", "2026-06-20", "--reason", "下雨")
    line.ok(*words)
    line.refused(*words)
    line.ok(*words, "--place", "王家院子")
    assert len(line.ok("event", "show", "1", "--json").json()["steps"]) == 2
