"""The main job without the window: roster in, points recorded, paper and Excel out, all in one ledger."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pypdfium2 import PdfDocument

from builders.cli import ROSTER, SAMPLES, CommandLine, command_line, founded, peopled


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A founded village with the sample roster."""
    return peopled(tmp_path / "清泉村.pbk", capsys)


def text_of(pdf: Path) -> str:
    document = PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return "\n".join(pages)


def test_a_dry_run_says_what_the_roster_holds_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = founded(tmp_path / "村.pbk", capsys)
    told = line.ok("import", "roster", str(ROSTER), "--json").json()
    assert (told["households"], told["residents"], told["party_members"]) == (486, 1615, 61)
    assert (told["applied"], told["batch"], told["findings"]) == (False, None, [])
    assert told["per_grid"][0] == {
        "name": "第一网格",
        "code": "140108203211001",
        "households": 74,
        "residents": 239,
        "party_members": 9,
    }
    assert [grid["households"] for grid in told["per_grid"]] == [74, 92, 58, 110, 46, 63, 43]
    assert line.ok("balance", "--json").json() == []


def test_the_roster_opens_a_green_account_per_household_and_a_red_one_per_member(line: CommandLine) -> None:
    rows = line.ok("balance", "--json").json()
    assert sum(row["colour"] == "green" for row in rows) == 486
    assert sum(row["colour"] == "red" for row in rows) == 61
    assert len({row["account"] for row in rows}) == 547
    assert {row["assessment"] for row in rows} == {"0"}


def test_the_same_roster_again_changes_nothing(line: CommandLine) -> None:
    before = line.ok("verify", "--json").json()
    told = line.ok("import", "roster", str(ROSTER), "--apply", "--json").json()
    assert (told["applied"], told["batch"], told["changes"], told["new_people"]) == (False, None, 0, 0)
    assert line.ok("verify", "--json").json() == before


def test_an_import_is_undone_as_a_whole_and_can_be_repeated(line: CommandLine) -> None:
    told = line.ok("import", "undo", "1", "--json").json()
    assert told["kept"] == []
    assert line.ok("balance", "--json").json() == []
    again = line.ok("import", "roster", str(ROSTER), "--apply", "--json").json()
    assert again["applied"] is True
    rows = line.ok("balance", "--json").json()
    assert len(rows) == 547
    assert all(row["account"][3:7] > "0000" for row in rows)
    assert "撤销" in line.refused("import", "undo", "1")


def test_undoing_keeps_the_households_whose_books_have_lines(line: CommandLine) -> None:
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--household", "01001", "02003")
    told = line.ok("import", "undo", "1", "--json").json()
    kept = {row["label"] for row in told["kept"] if row["table"] == "household"}
    assert kept == {"01001", "02003"}
    rows = line.ok("balance", "--json").json()
    assert {row["household"]: row["assessment"] for row in rows if row["colour"] == "green"} == {
        "01001": "10",
        "02003": "10",
    }
    line.ok("verify")


def test_a_deed_for_a_grid_a_deduction_and_a_reversal_follow_at_once(line: CommandLine) -> None:
    told = line.ok("record", "--item", "101", "--on", "2026-05-20", "--grid", "3", "--json").json()
    assert told["lines"] == list(range(1, 59))
    line.ok("record", "--item", "108", "--on", "2026-05-21", "--household", "03001", "--note", "门口乱堆")
    assert line.ok("balance", "--household", "03001", "--json").json()[0]["spendable"] == "5"
    line.ok("reverse", "59", "--reason", "记错户")
    assert line.ok("balance", "--household", "03001", "--json").json()[0]["spendable"] == "10"
    assert line.ok("verify", "--json").json()["points_sum"] == "580"


def test_a_half_point_goes_to_a_party_members_red_book(line: CommandLine) -> None:
    red = next(row for row in line.ok("balance", "--json").json() if row["colour"] == "red")
    line.ok("record", "--item", "802", "--on", "2026-05-20", "--account", red["account"])
    line.ok("record", "--item", "802", "--on", "2026-05-21", "--household", red["household"])
    assert line.ok("balance", "--account", red["account"], "--json").json()[0]["assessment"] == "-1"


def test_repeating_a_call_with_its_own_number_records_once(line: CommandLine) -> None:
    words = ("record", "--item", "101", "--on", "2026-05-20", "--grid", "1", "--uid", "a1", "--json")
    assert line.ok(*words).json() == line.ok(*words).json()
    assert line.ok("verify", "--json").json()["lines"] == 74


def test_a_wedding_is_measured_in_words_and_its_sheet_printed(line: CommandLine, tmp_path: Path) -> None:
    told = line.ok(
        "event", "register", "--kind", "wedding", "--household", "01004", "--on", "2026-06-20",
        "--tables", "22", "--per-table", "280", "--json",
    ).json()  # fmt: skip
    verdicts = {figure["measure"]: figure["verdict"] for figure in told["figures"] if figure["declared"]}
    assert verdicts == {"tables": "over", "per_table": "near"}
    assert (told["number"], told["days_ahead"], told["late"]) == ("2026-001", 19, False)
    sheet = tmp_path / "报备.pdf"
    line.ok("event", "sheet", "2026-001", "-o", str(sheet))
    assert "超标" in text_of(sheet)
    funeral = line.ok(
        "event", "register", "--kind", "funeral", "--household", "01005", "--on", "2026-06-01",
        "--tables", "10", "--per-table", "150", "--json",
    ).json()  # fmt: skip
    assert funeral["late"] is False


def test_passbook_notice_and_excel_tell_the_same_balances(line: CommandLine, tmp_path: Path) -> None:
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--grid", "7")
    line.ok("record", "--item", "108", "--on", "2026-05-21", "--household", "07001", "07002")
    line.ok("reverse", "44", "--reason", "记错户")
    books, pdf, sheet = tmp_path / "折.pdf", tmp_path / "公示.pdf", tmp_path / "公示.xlsx"
    line.ok("print", "passbooks", "--grid", "7", "--colour", "green", "-o", str(books))
    issued = line.ok(
        "notice", "quarter", "2026Q2", "--pdf", str(pdf), "--xlsx", str(sheet), "--json", today="2026-07-02"
    ).json()
    rows = {row["account"]: row for row in line.ok("balance", "--json").json()}
    table = load_workbook(sheet).active
    assert table is not None
    shown = [row for row in table.iter_rows(values_only=True) if isinstance(row[0], int) and row[2]]
    assert len(shown) == len(rows) == issued["lines"] == 547
    green = [row for row in rows.values() if row["colour"] == "green"]
    by_household = {row["household"]: row["assessment"] for row in green}
    for row in shown:
        if "绿" in str(row[4]):
            assert str(row[9]).removesuffix(".0") == by_household[str(row[2])]
    assert issued["closing_total"] == line.ok("verify", "--json").json()["points_sum"] == "425"
    words = text_of(books)
    assert "冲第 2 行" in words
    assert "打印件" in words


def test_a_notice_is_a_proof_before_its_quarter_ends_and_one_number_afterwards(
    line: CommandLine, tmp_path: Path
) -> None:
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--grid", "1")
    proof = tmp_path / "校样.pdf"
    told = line.ok("notice", "quarter", "2026Q2", "--pdf", str(proof), "--json").json()
    assert (told["number"], told["proof"]) == (None, True)
    assert "校样" in text_of(proof)
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    words = ("notice", "quarter", "2026Q2", "--pdf")
    number = line.ok(*words, str(first), "--json", today="2026-07-01").json()["number"]
    line.ok("record", "--item", "101", "--on", "2026-06-20", "--grid", "2", today="2026-07-03")
    assert line.ok(*words, str(second), "--json", today="2026-08-01").json()["number"] == number
    assert first.read_bytes() == second.read_bytes()
    third = line.ok("notice", "quarter", "2026Q3", "--json", today="2026-10-02").json()
    assert third["closing_total"] == "1660"
    line.ok("verify", today="2026-10-02")


def test_balances_come_along_from_a_workbook_and_go_again(line: CommandLine, tmp_path: Path) -> None:
    red = next(row for row in line.ok("balance", "--json").json() if row["colour"] == "red")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["户编号", "姓名", "存折", "可用积分", "基础分", "累计积分"],
        ["01001", "卢天喜", "绿", 85, 60, 120],
        [1002, "王俊杰", "绿", "12.5", None, None],
        [red["household"], red["owner"], "红", 30, None, None],
        ["01003", "杨少波", "绿", "很多", None, None],
        ["99999", "没有的户", "绿", 5, None, None],
        ["01001", "卢天喜", "绿", 5, None, None],
        ["01004", "王丽娜", "绿", 50, None, 20],
        ["01005", "户主", "绿", -5, None, 20],
        ["合计", None, None, 177.5, None, None],
    ):
        sheet.append(row)
    workbook = tmp_path / "期初.xlsx"
    book.save(workbook)
    words = ("import", "balances", str(workbook), "--on", "2026-05-31")
    dry = line.ok(*words, "--json").json()
    assert (dry["accounts"], dry["applied"], dry["batch"]) == (3, False, None)
    assert [(found["row"], found["kind"]) for found in dry["findings"]] == [
        (5, "points_unreadable"),
        (6, "household_unknown"),
        (7, "account_repeated"),
        (8, "accumulated_too_small"),
        (9, "redeemed_below_zero"),
    ]
    done = line.ok(*words, "--apply", "--json").json()
    (green,) = [row for row in line.ok("balance", "--household", "01001", "--json").json()]
    assert (green["assessment"], green["spendable"], green["base"]) == ("180", "85", "60")
    assert line.ok(*words, "--apply", "--json").json()["accounts"] == 0
    line.ok("import", "undo", str(done["batch"]))
    assert {row["assessment"] for row in line.ok("balance", "--json").json()} == {"0"}
    assert line.ok(*words, "--apply", "--json").json()["accounts"] == 3
    line.ok("verify")


def test_the_village_moves_to_another_computer_by_backup(
    line: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--grid", "5")
    before = line.ok("verify", "--json").json()
    made = line.ok("backup", str(tmp_path / "U盘"), "--json").json()
    assert made["encrypted"] is False
    moved = command_line(tmp_path / "新电脑" / "清泉村.pbk", capsys)
    moved.ok("restore", made["file"])
    assert moved.ok("verify", "--json").json() == before
    assert moved.ok("import", "roster", str(ROSTER), "--apply", "--json").json()["applied"] is False


def test_a_restore_goes_back_in_time_and_keeps_what_was_there(line: CommandLine, tmp_path: Path) -> None:
    made = line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"]
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--grid", "5")
    line.ok("restore", made)
    assert line.ok("verify", "--json").json()["lines"] == 0
    (safety,) = (line.village.parent / "恢复前备份").glob("*.pbd")
    line.ok("restore", str(safety))
    assert line.ok("verify", "--json").json()["lines"] == 46


def test_a_deep_check_opens_the_latest_backup_too(line: CommandLine, tmp_path: Path) -> None:
    assert "还没有备份" in line.ok("verify", "--deep").out
    made = Path(line.ok("backup", str(tmp_path / "U盘"), "--json").json()["file"])
    assert "最近的备份能恢复，到第 0 行" in line.ok("verify", "--deep").out
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    made.write_bytes(bytes(content))
    assert "核对无误" in line.ok("verify").out
    assert "备份" in line.refused("verify", "--deep")
    made.unlink()
    assert "不在原处" in line.ok("verify", "--deep").out


def test_the_village_own_catalogue_and_standard_come_from_their_workbooks(line: CommandLine) -> None:
    told = line.ok(
        "standard", "adopt", str(SAMPLES / "红白事标准及登记.xlsx"), "--meeting", "2026-03-01", "--json"
    ).json()
    assert told["number"] == 2
    listed = line.ok("catalogue", "list", "--json").json()
    assert len(listed[0]["items"]) == 60
