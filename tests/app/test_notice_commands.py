"""Notices by the command line: proof, issue, wall, closing, and the same sheet again years later."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from builders.cli import CommandLine, peopled
from builders.pictures import jpeg
from passbook_desk.app import arguments_notices as words
from passbook_desk.app.desk import Desk
from passbook_desk.app.signing_in import sign_in_here
from passbook_desk.app.village_file import open_village
from passbook_desk.features.notices.objections.values import ObjectionOutcome, Way
from passbook_desk.features.notices.values import NoticeColumn, NoticeKind, PaperSize, Subject
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.features.village.queries import policy
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.clock import SystemClock

JULY_1, JULY_2, JULY_9 = "2026-07-01", "2026-07-02", "2026-07-09"


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The sample village; two households did something on May 20."""
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--household", "01001", "01002")
    return line


def issue(line: CommandLine, *more: str, today: str = JULY_1) -> dict[str, object]:
    told = line.ok("notice", "issue", "quarter", "2026Q2", *more, "--json", today=today).json()
    assert isinstance(told, dict)
    return told


def hang(line: CommandLine, number: str = "2026-01", today: str = JULY_2) -> str:
    return line.ok("notice", "hang", number, "--place", "村务公开栏", "--by", "李网格", today=today).out


def count_when_posted(line: CommandLine) -> None:
    """The village decides in the window that points count only once they have hung."""
    clock = SystemClock()
    desk = Desk(open_village(line.village, clock), clock, lambda _: None)
    sign_in_here(desk, None, lambda _: None)
    desk.do(lambda tx: change_policy(tx, replace(policy(tx), count_when_posted=True)))
    desk.file.close()


def text_of(path: Path) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(path))


def size_of(path: Path) -> tuple[int, int]:
    """Width and height of the first page in millimetres."""
    width, height = PdfDocument(path)[0].get_size()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def test_the_words_of_the_command_line_are_those_of_the_program() -> None:
    for kind, written in (
        (NoticeKind, words.KINDS),
        (Subject, words.SUBJECTS),
        (NoticeColumn, words.COLUMNS),
        (PaperSize, words.PAPERS),
        (WallNames, words.NAMES),
        (WallDeductions, words.DEDUCTIONS),
        (Way, words.WAYS),
        (ObjectionOutcome, words.OUTCOMES),
    ):
        assert tuple(each.value for each in kind) == written


def test_from_the_proof_to_the_closing(line: CommandLine) -> None:
    told = line.ok("notice", "make", "quarter", "2026Q2", today=JULY_1).out
    assert told.startswith("2026年二季度积分公示 校样：")
    assert told.endswith("期末结余合计 20\n")
    line.ok("record", "--item", "102", "--on", "2026-06-28", "--household", "01004", today=JULY_1)
    issued = line.ok("notice", "issue", "quarter", "2026Q2", today=JULY_1).out.splitlines()
    assert issued[0] == "比上次校样多 1 笔："
    assert issued[1].startswith("  第 3 笔 2026-06-28 01004 ")
    assert issued[1].endswith("参加打扫卫生 2 分（刘文书 记）")
    assert issued[2].startswith("已出榜 2026年二季度积分公示 2026-01 号：")
    assert "未张贴" in line.ok("notice", "list", today=JULY_1).out
    assert "贴到 2026-07-08：村务公开栏，李网格 贴" in hang(line)
    assert "2026.7.8" in line.refused("notice", "close", "2026-01", today="2026-07-08")
    assert "到期待归档" in line.ok("notice", "list", "--open", today=JULY_9).out
    closed = line.ok("notice", "close", "2026-01", "--words", "没有异议", "--json", today=JULY_9).json()
    assert (closed["state"], closed["posted"], closed["rejected"]) == ("closed", [], [])
    assert [step["kind"] for step in closed["steps"]] == ["hung", "closed"]
    assert closed["steps"][1]["words"] == "没有异议"
    assert line.ok("notice", "list", "--open", today=JULY_9).out == "没有这样的公示。\n"


def test_what_changed_is_told_to_a_script_as_well(line: CommandLine) -> None:
    first = line.ok("notice", "make", "quarter", "2026Q2", "--json").json()
    assert (first["proof"], first["number"], first["changes"]) == (True, None, None)
    assert line.ok("notice", "make", "quarter", "2026Q2", "--json").json()["changes"] == {
        "other": False, "entries": [],
    }  # fmt: skip
    line.ok("reverse", "1", "--reason", "记错户")
    (entry,) = line.ok("notice", "make", "quarter", "2026Q2", "--json").json()["changes"]["entries"]
    assert (entry["line"], entry["household"], entry["points"], entry["reversal"]) == (
        3,
        "01001",
        "-10",
        True,
    )


def test_a_notice_is_not_issued_twice_but_again_with_a_reason(line: CommandLine) -> None:
    first = issue(line)
    assert "2026-01" in line.refused("notice", "issue", "quarter", "2026Q2", today=JULY_1)
    again = issue(line, "--again", "户主写错了")
    assert (first["number"], first["version"]) == ("2026-01", 1)
    assert (again["number"], again["version"]) == ("2026-02", 2)
    states = [row["state"] for row in line.ok("notice", "list", "--json", today=JULY_1).json()]
    assert states == ["issued", "replaced"]
    shown = line.ok("notice", "show", "2026-02", today=JULY_1).out
    assert "重出的原因：户主写错了\n" in shown
    assert "〔2026〕第2号" in line.refused(
        "notice", "hang", "2026-01", "--place", "墙", "--by", "李", today=JULY_2
    )


def test_the_same_number_prints_the_same_sheet_for_ever(line: CommandLine, tmp_path: Path) -> None:
    paper, again, sheet = tmp_path / "1.pdf", tmp_path / "2.pdf", tmp_path / "1.xlsx"
    told = issue(line, "--pdf", str(paper), "--xlsx", str(sheet))
    assert told["files"] == [str(paper), str(sheet)]
    line.ok("record", "--item", "101", "--on", "2026-06-28", "--household", "01001", today=JULY_2)
    line.ok("reverse", "1", "--reason", "记错户", today=JULY_2)
    words_again = ("notice", "reprint", "〔2026〕第1号", "--pdf", str(again), "--xlsx", str(sheet), "--json")
    reprinted = line.ok(*words_again, today="2027-01-04").json()
    assert {key: reprinted[key] for key in ("number", "lines", "closing_total", "head_code")} == {
        key: told[key] for key in ("number", "lines", "closing_total", "head_code")
    }
    assert text_of(again) == text_of(paper)
    assert load_workbook(sheet).sheetnames


def test_other_paper_large_letters_and_a_summary(line: CommandLine, tmp_path: Path) -> None:
    look = ("--paper", "a3", "--portrait", "--size", "18", "--columns", "closing", "year-total")
    told = issue(line, *look, "--subjects", "household", "--names", "full", "--pdf", str(tmp_path / "a3.pdf"))
    assert size_of(tmp_path / "a3.pdf") == (297, 420)
    assert told["lines"]
    large, summary = tmp_path / "大字.pdf", tmp_path / "汇总.pdf"
    reprint = ("notice", "reprint", "2026-01", "--large", "--pdf", str(large), "--summary", str(summary))
    assert line.ok(*reprint, "--json", today=JULY_2).json()["files"] == [str(large), str(summary)]
    assert (size_of(large), len(PdfDocument(summary))) == ((420, 297), 1)
    small = tmp_path / "a4.pdf"
    line.ok("notice", "reprint", "2026-01", "--paper", "a4", "--landscape", "--pdf", str(small), today=JULY_2)
    assert size_of(small) == (297, 210)
    assert "16 到 22" in line.refused("notice", "make", "month", "2026-06", "--size", "12")
    for size in ("12", "24", "nan"):
        assert "16 到 22" in line.refused("notice", "reprint", "2026-01", "--size", size, today=JULY_2)


def test_the_list_counts_what_can_be_pointed_at(line: CommandLine) -> None:
    line.ok("notice", "issue", "catalogue", "1", today=JULY_1)
    assert "号：60 行" in line.ok("notice", "reprint", "2026-01", today=JULY_2).out
    assert "出榜，60 行" in line.ok("notice", "list", today=JULY_2).out


def test_nothing_is_issued_that_does_not_fit_its_paper(line: CommandLine, tmp_path: Path) -> None:
    every = ("--columns", *(each for each in words.COLUMNS if each != "net"))
    told = line.refused(
        "notice", "issue", "quarter", "2026Q2", *every, "--portrait", "--size", "22", today=JULY_1
    )
    assert "排不下" in told
    gone = str(tmp_path / "没有" / "公示.pdf")
    line.refused("notice", "issue", "quarter", "2026Q2", "--pdf", gone, today=JULY_1)
    assert line.ok("notice", "list", "--json", today=JULY_1).json() == []


@pytest.mark.parametrize(
    ("kind", "about", "title"),
    [
        ("month", "2026-05", "2026年5月积分公示"),
        ("half-year", "2026-01..2026-06", "2026年1月至6月积分公示"),
        ("catalogue", "1", "第1版积分细则变更公示"),
    ],
)
def test_every_kind_can_be_issued(line: CommandLine, kind: str, about: str, title: str) -> None:
    told = line.ok("notice", "issue", kind, about, "--json", today=JULY_1).json()
    assert (told["kind"], told["about"], told["title"]) == (kind, about, title)


def test_what_is_not_there_or_not_over_is_refused(line: CommandLine) -> None:
    assert "2026.6.30" in line.refused("notice", "issue", "quarter", "2026Q2")
    assert "2026Q2" in line.refused("notice", "issue", "month", "2026Q2", today=JULY_1)
    assert "没有可列的内容" in line.refused("notice", "issue", "events", "2026Q1", today=JULY_1)
    assert "重出" in line.refused("notice", "issue", "quarter", "2026Q2", "--again", "错了", today=JULY_1)
    for action in ("show", "reprint", "aloud", "close"):
        assert "2026-09" in line.refused("notice", action, "2026-09", today=JULY_1)
    assert line("notice", "make", "week", "2026-06-01").code == 2
    told = line("notice", "make", "month", "2026-06", "--size", "大")
    assert (told.code, told.err.splitlines()[0]) == (
        2, "用法不对：--size 的“大”不是字号，请填 16 到 22",
    )  # fmt: skip


def test_it_is_read_over_the_loudspeaker(line: CommandLine) -> None:
    issue(line)
    told = line.ok("notice", "aloud", "2026-01", today=JULY_2).out
    every = line.ok("notice", "aloud", "2026-01", "--lines", "--json", today=JULY_2).json()
    assert "二季度积分公示" in told
    assert every["number"] == "2026-01"
    assert len(every["text"].splitlines()) > len(told.splitlines())


def test_a_picture_of_the_wall_and_the_whole_file_in_one_pdf(line: CommandLine, tmp_path: Path) -> None:
    issue(line)
    hang(line)
    picture = tmp_path / "墙.jpg"
    picture.write_bytes(jpeg())
    assert line.ok("notice", "photo", "2026-01", str(picture), today=JULY_2).out.endswith("共 1 张\n")
    assert "墙2.jpg" in line.refused("notice", "photo", "2026-01", str(tmp_path / "墙2.jpg"), today=JULY_2)
    picture.write_bytes(b"%PDF-1.7")
    assert "不是照片" in line.refused("notice", "photo", "2026-01", str(picture), today=JULY_2)
    line.ok("objection", "add", "--notice", "2026-01", "--way", "box", "--words", "字太小", today=JULY_2)
    target = tmp_path / "归档.pdf"
    told = line.ok("notice", "archive", "2026-01", "-o", str(target), "--json", today=JULY_9).json()
    assert (told["number"], told["objections"], told["photos"]) == ("2026-01", 1, 1)
    assert len(PdfDocument(target)) == told["pages"]
    assert "字太小" in text_of(target)
    assert "2026年7月1日" in PdfDocument(target)[0].get_textpage().get_text_range()


def test_points_that_count_when_posted_become_lines_at_the_closing(line: CommandLine) -> None:
    count_when_posted(line)
    waiting = line.ok("record", "--item", "101", "--on", "2026-06-20", "--household", "01004", "--json",
                      today="2026-06-20").json()["claims"]  # fmt: skip
    told = issue(line)
    assert (told["closing_total"], told["pending_total"]) == ("20", "10")
    hang(line)
    closed = line.ok("notice", "close", "2026-01", today=JULY_9).out
    assert "公示中的 1 件已入账\n" in closed
    assert (
        line.ok("review", "list", "--state", "posted", "--json", today=JULY_9).json()[0]["id"] == waiting[0]
    )
