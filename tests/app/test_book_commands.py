"""book, print continue, booklet, strip, covers and check-code as a script calls them."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from builders.cli import CommandLine, peopled
from passbook_desk.app.commands.books import NumberForOneBook
from passbook_desk.app.desk import Desk
from passbook_desk.app.signing_in import sign_in_here
from passbook_desk.app.village_file import open_village
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.kernel.clock import SystemClock
from passbook_desk.ui.kit.sentences import tell


@pytest.fixture
def line(tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The sample village; two deeds of household 01001 stand in its ledger."""
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--household", "01001", "01002")
    line.ok("record", "--item", "102", "--on", "2026-05-21", "--household", "01001")
    return line


def account(line: CommandLine, household: str = "01001") -> str:
    """The number of a household's green account."""
    rows = line.ok("balance", "--household", household, "--json").json()
    return next(str(row["account"]) for row in rows if row["colour"] == "green")


def issued(line: CommandLine, household: str = "01001", *more: str) -> str:
    """A first book; its number."""
    told = line.ok("book", "issue", "--account", account(line, household), *more, "--json").json()
    return str(told["books"][0]["number"])


def state(line: CommandLine, number: str) -> Any:
    return line.ok("book", "state", "--book", number, "--json").json()


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_a_book_is_issued_continued_and_answered_for(line: CommandLine, tmp_path: Path) -> None:
    number = issued(line)
    due = line.ok("print", "continue", "--book", number, "--json").json()
    assert (due["state"], [each["points"] for each in due["lines"]], due["files"]) == (
        "due",
        ["10", "2"],
        [],
    )
    assert state(line, number)["lines"] == []
    pdf = tmp_path / "登折.pdf"
    sent = line.ok("print", "continue", "--book", number, "-o", str(pdf), "--json").json()
    assert (sent["state"], sent["on_paper"], sent["pages"]) == ("waiting", None, 1)
    assert due["lines"][0]["code"] in text_of(pdf)
    assert (state(line, number)["line"], len(state(line, number)["waiting"])) == (1, 2)
    assert "等着答复：2 行，1-1 到 1-2" in line.ok("print", "continue", "--book", number).out
    answer = line.ok("print", "continue", "--book", number, "--confirm", "--json").json()
    assert (answer["state"], answer["on_paper"]) == ("done", 2)
    after = state(line, number)
    assert (after["page"], after["line"], after["unprinted"], after["balance"]) == (1, 3, 0, "12")
    assert [each["printed_by"] for each in after["lines"]] == ["刘文书", "刘文书"]
    line.ok("verify")


def test_after_a_jam_the_rest_goes_out_once_more(line: CommandLine, tmp_path: Path) -> None:
    number, pdf = issued(line), str(tmp_path / "登折.pdf")
    line.ok("print", "continue", "--book", number, "-o", pdf)
    told = line.ok("print", "continue", "--book", number, "--failed-from", "2", "--json").json()
    assert (told["state"], told["on_paper"], [each["line"] for each in told["lines"]]) == ("due", 1, [2])
    again = line.ok("print", "continue", "--book", number, "-o", pdf, "--confirm", "--json").json()
    assert (again["state"], again["on_paper"]) == ("done", 1)
    assert [each["line"] for each in state(line, number)["lines"]] == [1, 2]
    assert "没有要登的行" in line.ok("print", "continue", "--book", number).out


def test_a_failed_print_is_told_and_printed_again_in_one_call(line: CommandLine, tmp_path: Path) -> None:
    number, pdf = issued(line), str(tmp_path / "登折.pdf")
    line.ok("print", "continue", "--book", number, "-o", pdf)
    told = line.ok("print", "continue", "--book", number, "--failed-from", "1-1", "-o", pdf, "--json").json()
    assert (told["state"], told["on_paper"], len(told["lines"])) == ("waiting", 0, 2)


def test_what_cannot_be_printed_is_refused_in_one_sentence(line: CommandLine, tmp_path: Path) -> None:
    number, pdf = issued(line), str(tmp_path / "登折.pdf")
    go_on = ("print", "continue", "--book", number)
    assert "没有等着答复的打印" in line.refused(*go_on, "--confirm")
    line.ok(*go_on, "-o", pdf)
    assert "还没有答复" in line.refused(*go_on, "-o", pdf)
    assert "没有这一行" in line.refused(*go_on, "--failed-from", "9")
    assert "没有这一行" in line.refused(*go_on, "--failed-from", "2-1")
    assert "还没有答复" in line.refused("book", "lost", "--book", number, "--reason", "丢了")
    line.ok(*go_on, "--confirm")
    assert "没有要登的行" in line.refused(*go_on, "-o", pdf)
    assert "没有存折" in line.refused("print", "continue", "--book", "12345")
    assert "不是存折号" in line.refused("book", "state", "--book", "一号")
    told = line(*go_on, "--failed-from", "第七行")
    assert (told.code, "请写成 7 或 2-7" in told.err) == (2, True)
    assert line(*go_on, "--confirm", "--failed-from", "1").code == 2


def test_a_target_that_cannot_be_written_sends_nothing(line: CommandLine, tmp_path: Path) -> None:
    number = issued(line)
    (tmp_path / "被占用.pdf").mkdir()
    line.refused("print", "continue", "--book", number, "-o", str(tmp_path / "被占用.pdf"))
    assert line.ok("print", "continue", "--book", number, "--json").json()["state"] == "due"


def test_the_books_of_a_grid_are_issued_to_those_that_have_none(line: CommandLine) -> None:
    first = issued(line)
    told = line.ok("book", "issue", "--grid", "1", "--json").json()["books"]
    listed = line.ok("book", "list", "--grid", "1", "--json").json()
    assert {row["number"] for row in told} == {row["number"] for row in listed} - {first}
    assert "已有存折" in line.refused("book", "issue", "--account", account(line))
    assert "都有存折了" in line.refused("book", "issue", "--grid", "1")
    waiting = line.ok("book", "list", "--grid", "1", "--waiting", "--json").json()
    assert [(row["household"], row["unprinted"]) for row in waiting] == [("01001", 2), ("01002", 1)]
    assert f"共 {len(listed)} 本，未登 3 行" in line.ok("book", "list", "--grid", "1").out


def test_a_kind_and_a_number_are_as_they_are_asked_for(line: CommandLine) -> None:
    number = issued(line, "01001", "--type", "小折 125×88", "--number", "0007-1234")
    assert number == "00071234"
    assert state(line, number)["type"] == "小折 125×88"
    other = account(line, "01002")
    assert "已经用过" in line.refused("book", "issue", "--account", other, "--number", number)
    assert "没有“大红本”" in line.refused("book", "issue", "--account", other, "--type", "大红本")
    assert tell(NumberForOneBook()) == line.refused("book", "issue", "--grid", "1", "--number", "777777")
    assert "不对" in line.refused("book", "issue", "--account", "12345678")


def test_a_book_kept_by_hand_is_taken_over_where_it_stands(line: CommandLine, tmp_path: Path) -> None:
    words = ("book", "adopt", "--account", account(line), "--type", "大折 130×180")
    assert "只有 12 页" in line.refused(*words, "--page", "13", "--line", "1", "--balance", "10")
    assert "结余是 11" in line.refused(*words, "--page", "2", "--line", "4", "--balance", "11")
    assert "不是数" in line.refused(*words, "--page", "2", "--line", "4", "--balance", "十分")
    row = line.ok(
        *words, "--page", "2", "--line", "4", "--balance", "10", "--number", "8899", "--json"
    ).json()
    assert (row["number"], row["page"], row["line"], row["unprinted"]) == ("8899", 2, 4, 1)
    pdf = tmp_path / "登折.pdf"
    told = line.ok("print", "continue", "--book", "8899", "-o", str(pdf), "--confirm", "--json").json()
    assert [(each["page"], each["line"], each["balance"]) for each in told["lines"]] == [(2, 4, "12")]


def test_a_lost_book_is_barred_and_a_worn_one_goes_on_in_the_next(line: CommandLine, tmp_path: Path) -> None:
    first, pdf = issued(line), str(tmp_path / "登折.pdf")
    line.ok("print", "continue", "--book", first, "-o", pdf, "--confirm")
    code = state(line, first)["lines"][0]["code"]
    second = line.ok("book", "lost", "--book", first, "--reason", "赶集丢了", "--json").json()["new"][
        "number"
    ]
    assert state(line, first)["state"] == "lost"
    assert "已停用" in line.refused("print", "continue", "--book", first, "-o", pdf)
    barred = line("check-code", code)
    assert (barred.code, barred.err) == (1, "")
    assert barred.out.startswith("这本已挂失\n")
    assert f"接着用的是存折 {second}。" in barred.out
    third = line.ok(
        "book", "replace", "--book", second, "--reason", "受潮", "--type", "小折 125×88", "--json"
    ).json()["new"]
    assert (third["type"], third["balance"]) == ("小折 125×88", "12")
    assert "没有写原因" in line.refused("book", "replace", "--book", third["number"], "--reason", " ")
    line.ok("verify")


def test_a_code_is_taken_back_to_its_line_and_its_household(line: CommandLine, tmp_path: Path) -> None:
    number = issued(line)
    line.ok("print", "continue", "--book", number, "-o", str(tmp_path / "登折.pdf"), "--confirm")
    code = state(line, number)["lines"][1]["code"]
    told = line.ok("check-code", f"{code[:4].lower()} {code[4:]}")
    assert told.out.splitlines()[0] == "真的"
    assert "  哪一行：第 1 页第 2 行" in told.out.splitlines()
    data = line.ok("check-code", code, "--json").json()
    (found,) = data["found"]
    assert (data["verdict"], found["kind"], found["line"]["entry"]) == ("genuine", "line", 3)
    slip = line("check-code", code[:7] + ("2" if code[7] != "2" else "3"), "--json")
    assert (slip.code, slip.json()["verdict"], slip.json()["slip"]) == (1, "slip", "check")
    line.ok("reverse", "3", "--reason", "记错了")
    assert line("check-code", code).out.startswith("真的，后来冲销了\n")
    assert line.ok("check-code", number).out.startswith("真的\n")
    assert line.ok("check-code", account(line)).out.startswith("真的\n")
    assert line("check-code", "ABCDEFGHJK").out == "不是本村打的，或抄错了\n"


def test_a_printout_and_a_backup_are_known_by_their_head_code(line: CommandLine, tmp_path: Path) -> None:
    made = line.ok("backup", str(tmp_path / "U盘"), "--json").json()
    line.ok("print", "passbooks", "--grid", "1", "-o", str(tmp_path / "存折.pdf"))
    found = line.ok("check-code", made["head_code"], "--json").json()["found"]
    assert [each["kind"] for each in found] == ["printout", "backup"]
    assert found[1]["number"] == Path(made["file"]).name
    assert [each["lines_since"] for each in found] == [0, 0]


def test_strips_covers_and_booklets_are_made(line: CommandLine, tmp_path: Path) -> None:
    first = issued(line, "01001", "--type", "A5 册（A4 对折）")
    second = issued(line, "01002", "--type", "A4 单页")
    strips = line.ok("print", "strip", "--grid", "1", "-o", str(tmp_path / "贴条.pdf"), "--confirm", "--json")
    assert (strips.json()["books"], strips.json()["lines"], strips.json()["pages"]) == (2, 3, 1)
    assert [each["way"] for each in state(line, second)["lines"]] == ["strip"]
    assert "没有要登的存折" in line.refused("print", "strip", "--grid", "1", "-o", str(tmp_path / "贴条.pdf"))
    covers = line.ok(
        "print", "covers", "--book", first, second, first, "-o", str(tmp_path / "封面.pdf"), "--json"
    )
    assert (covers.json()["books"], covers.json()["pages"]) == (2, 4)
    pdf = tmp_path / "整本.pdf"
    told = line.ok("print", "booklet", "--book", first, "-o", str(pdf), "--duplex", "none", "--confirm")
    back = tmp_path / "整本-反面.pdf"
    assert f"先打 {pdf.name}" in told.out
    assert len(pypdfium2.PdfDocument(pdf)) == len(pypdfium2.PdfDocument(back)) > 0
    assert "参加环境整治" in text_of(pdf) + text_of(back)
    assert [each["way"] for each in state(line, first)["lines"]] == ["booklet", "booklet"]
    whole = line.ok("print", "booklet", "--book", second, "-o", str(pdf), "--json").json()
    assert (whole["pages"], whole["lines"], whole["files"]) == (
        len(pypdfium2.PdfDocument(pdf)),
        1,
        [str(pdf)],
    )
    assert line.ok("print", "continue", "--book", second, "--json").json()["state"] == "waiting"


def test_who_only_looks_checks_codes_but_makes_no_paper(
    line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = issued(line)
    looking = viewer(line, monkeypatch)
    assert looking("check-code", number).code == 0
    pdf = tmp_path / "登折.pdf"
    for words in (
        ("print", "continue", "--book", number, "-o", str(pdf)),
        ("print", "covers", "--book", number, "-o", str(pdf)),
        ("book", "lost", "--book", number, "--reason", "丢了"),
    ):
        told = looking(*words)
        assert (told.code, "没有办这件事的权限" in told.err) == (1, True)
    assert not pdf.exists()


def viewer(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Any:
    """李四 with the role 查看, signed in by his PIN."""
    clock = SystemClock()
    desk = Desk(open_village(line.village, clock), clock, lambda _: None)
    sign_in_here(desk, None, lambda _: None)
    desk.do(lambda tx: set_pin(tx, 1, "730418"))
    desk.do(lambda tx: add_operator(tx, AddOperator("李四", frozenset({Role.VIEWER}), "583920")))
    desk.file.close()
    monkeypatch.setenv("PASSBOOK_PIN", "583920")
    return lambda *words: line("--operator", "李四", *words)
