"""Objections by the command line: received, given to somebody, answered with both postings at once."""

from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from builders.cli import CommandLine, peopled
from passbook_desk.app.arguments_notices import DeedWords, deed_words
from passbook_desk.kernel.points import Points

JULY_1, JULY_2, JULY_3 = "2026-07-01", "2026-07-02", "2026-07-03"


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The notice of the second quarter hangs; two households did something on May 20."""
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--household", "01001", "01002")
    line.ok("notice", "issue", "quarter", "2026Q2", today=JULY_1)
    line.ok("notice", "hang", "2026-01", "--place", "村务公开栏", "--by", "李网格", today=JULY_2)
    return line


def add(line: CommandLine, *more: str, where: tuple[str, ...] = ("--line", "1")) -> str:
    words = ("--notice", "2026-01", "--way", "counter", "--words", "那天没去，记多了", *where, *more)
    return str(line.ok("objection", "add", *words, "--json", today=JULY_2).json()["number"])


def resolve(line: CommandLine, *words: str) -> str:
    return line.ok("objection", "resolve", *words, today=JULY_3).out


def account_of(line: CommandLine, household: str) -> str:
    rows = line.ok("balance", "--household", household, "--json").json()
    return str(next(row["account"] for row in rows if row["colour"] == "green"))


def test_an_objection_is_received_and_named_in_the_list(line: CommandLine) -> None:
    told = line.ok(
        "objection", "add", "--notice", "2026-01", "--line", "1", "--way", "phone", "--words", "少记一次",
        "--who", "王建国", "--evidence", "签到表", "--handler", "赵会长", "--due", "2026-07-06", "--json",
        today=JULY_2,
    ).json()  # fmt: skip
    assert {key: told[key] for key in ("number", "notice", "line", "state", "due_on", "steps")} == {
        "number": "2026-01",
        "notice": "2026-01",
        "line": 1,
        "state": "open",
        "due_on": "2026-07-06",
        "steps": [],
    }
    assert told["line_words"].startswith("01001 ")
    listed = line.ok("objection", "list", today=JULY_3).out
    assert listed.startswith("2026-01 公示 2026-01 第1行（01001 ")
    assert "处理中：王建国（电话，2026-07-02）少记一次，赵会长 办，2026-07-06 前答复\n" in listed
    assert line.ok("objection", "list", "--json", today="2026-07-07").json()[0]["state"] == "late"
    assert "异议 1 件（1 件没答复）" in line.ok("notice", "list", today=JULY_3).out


def test_what_was_wrong_is_taken_back_and_entered_right_in_one_call(line: CommandLine) -> None:
    number = add(line)
    told = resolve(
        line, number, "corrected", "--words", "查明属实", "--reverse", "1", "--deed", "102@2026-05-21",
        "205=15",
    )  # fmt: skip
    assert told.startswith("已答复\n2026-01 公示 2026-01 第1行（01001 ")
    assert "更正 +7 分：" in told
    assert "更正：查明属实，冲销账目第 3 笔，补记账目第 4、5 笔" in told
    (row,) = line.ok("objection", "list", "--json", today=JULY_3).json()
    assert (row["state"], row["change"]) == ("corrected", "7")
    balances = line.ok("balance", "--account", account_of(line, "01001"), "--json").json()
    assert balances[0]["spendable"] == "17"
    told = line.ok("notice", "make", "corrections", "2026-01", "--json", today=JULY_3).json()
    assert told["parts"] == [{"title": "以前公示的更正", "rows": 1}]


def test_an_option_that_is_written_again_adds_to_the_first(line: CommandLine) -> None:
    told = resolve(line, add(line), "corrected", "--words", "属实", "--deed", "102", "--deed", "205=15")
    assert "更正 +17 分：" in told
    assert "补记账目第 3、4 笔" in told


def test_when_the_right_entry_is_refused_nothing_is_written(line: CommandLine) -> None:
    number = add(line)
    wrong = (
        "objection",
        "resolve",
        number,
        "corrected",
        "--words",
        "属实",
        "--reverse",
        "1",
        "--deed",
        "999",
    )
    assert "999" in line.refused(*wrong, today=JULY_3)
    assert line.ok("verify", "--json").json()["lines"] == 2
    assert line.ok("objection", "list", "--open", "--json", today=JULY_3).json()[0]["number"] == number


def test_where_the_notice_stands_only_the_answer_is_kept(line: CommandLine) -> None:
    number = add(line)
    told = resolve(line, number, "upheld", "--words", "核对过签到表，没有错")
    assert "维持：核对过签到表，没有错\n" in told
    assert "办结" in line.refused("objection", "withdraw", number, "--words", "算了", today=JULY_3)
    assert line.ok("objection", "list", "--open", today=JULY_3).out == "没有这样的异议。\n"


def test_to_the_whole_sheet_the_book_is_named(line: CommandLine) -> None:
    number = add(line, where=())
    words = (number, "corrected", "--words", "属实", "--deed", "102")
    assert "--account" in line.refused("objection", "resolve", *words, today=JULY_3)
    told = resolve(line, *words, "--account", account_of(line, "01004"))
    assert "整张公示 更正 +2 分" in told


def test_it_goes_to_somebody_else_and_may_be_taken_back(line: CommandLine) -> None:
    number = add(line)
    assign = (
        "objection",
        "assign",
        number,
        "--handler",
        "周监督",
        "--due",
        "2026-07-05",
        "--words",
        "看签到表",
    )
    told = line.ok(*assign, today=JULY_3).out
    assert "  2026-07-03 交办 周监督，2026-07-05 前：看签到表\n" in told
    told = line.ok("objection", "withdraw", number, "--words", "看错了行", "--json", today=JULY_3).json()
    assert (told["state"], [step["kind"] for step in told["steps"]]) == (
        "withdrawn", ["assigned", "withdrawn"],
    )  # fmt: skip


def test_the_answer_is_printed_with_places_to_sign(line: CommandLine, tmp_path: Path) -> None:
    number = add(line, "--who", "王建国")
    resolve(line, number, "upheld", "--words", "核对过签到表，没有错")
    target = tmp_path / "答复.pdf"
    told = line.ok("objection", "print", number, "-o", str(target), "--json", today=JULY_3).json()
    said = "".join(page.get_textpage().get_text_range() for page in PdfDocument(target))
    assert (told["number"], told["pages"]) == (number, 1)
    assert "异议处理答复单" in said
    assert "核对过签到表，没有错" in said


def test_what_cannot_be_is_refused_by_name(line: CommandLine) -> None:
    words = ("objection", "add", "--way", "counter", "--words", "错了", "--notice")
    assert "2026-09" in line.refused(*words, "2026-09", today=JULY_2)
    assert "第 9999 行" in line.refused(*words, "2026-01", "--line", "9999", today=JULY_2)
    assert "2026-07" in line.refused("objection", "print", "2026-07", "-o", "x.pdf", today=JULY_2)
    assert line("objection", "add", "--notice", "2026-01", "--words", "错了").code == 2
    told = line("objection", "resolve", "1", "corrected", "--words", "错了", "--deed", "=5")
    assert told.err.splitlines()[0].startswith("用法不对：--deed 的“=5”读不懂")


def test_a_deed_is_written_with_or_without_its_day_and_points() -> None:
    june = date(2026, 6, 20)
    assert deed_words("101") == DeedWords("101", None, None)
    assert deed_words("101@2026-06-20") == DeedWords("101", june, None)
    assert deed_words("205@2026-06-20=-1.5") == DeedWords("205", june, Points.parse("-1.5"))
    for wrong in ("", "@2026-06-20", "101@2026-06-31", "101=", "101=1.555", "一 项"):
        with pytest.raises(ValueError):
            deed_words(wrong)
