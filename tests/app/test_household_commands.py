"""Households, rosters and check-in sheets from the command line."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pypdfium2 import PdfDocument

from builders.cli import CommandLine, founded, peopled
from builders.lives import act, named
from passbook_desk.app.desk import Desk
from passbook_desk.app.village_file import open_village
from passbook_desk.db.store import Tx
from passbook_desk.features.households.life import commands as life
from passbook_desk.features.households.life.values import HouseholdAction, MovePerson
from passbook_desk.features.households.queries import household_by_code
from passbook_desk.kernel.clock import SetDateClock


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A founded village with the sample roster."""
    return peopled(tmp_path / "清泉村.pbk", capsys)


def acts_noted(line: CommandLine) -> list[str]:
    with closing(sqlite3.connect(line.village)) as file:
        return [
            detail for (detail,) in file.execute("SELECT detail FROM audit WHERE act = 'roster-unmasked'")
        ]


def parts_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".part")]


def test_households_are_listed_by_grid_and_found_by_text(line: CommandLine) -> None:
    whole = line.ok("households", "--json").json()
    assert len(whole) == 486
    assert whole[0] == {
        "code": "01001",
        "grid": "01",
        "grid_name": "第一网格",
        "head": "卢天喜",
        "members": 2,
        "house_number": "1",
        "address": "清泉村一组1号",
        "scored": True,
        "absence": "",
    }
    assert "共 43 户 121 人" in line.ok("households", "--grid", "7").out
    assert [row["code"] for row in line.ok("households", "--find", "卢天喜", "--json").json()] == ["01001"]
    assert line.ok("households", "--grid", "2", "--find", "卢天喜", "--json").json() == []
    assert "77" in line.refused("households", "--grid", "77")


def test_the_card_of_a_household_masks_its_numbers_and_keeps_its_tags(line: CommandLine) -> None:
    told = line.ok("household", "01001", "--json").json()
    assert (told["code"], told["head"], len(told["people"])) == ("01001", "卢天喜", 2)
    head = told["people"][0]
    assert (head["head"], head["relation"], head["party"]) == (True, "户主", None)
    assert (head["id_number"], head["phone"]) == ("14*************750", "148****8224")
    words = line.ok("household", "140108203211001001").out
    assert "潘补英" in words
    assert "高龄" not in words + str(told)  # a tag of the head
    assert "88888" in line.refused("household", "88888")


def do(line: CommandLine, command: Callable[[Tx], object]) -> None:
    """What the window does, on the file of the command line."""
    clock = SetDateClock(date(2026, 6, 1))
    file = open_village(line.village, clock)
    try:
        Desk(file, clock, lambda _: None).do(command)
    finally:
        file.close()


def test_the_story_of_a_household_is_told_from_both_sides_of_a_move(line: CommandLine) -> None:
    assert "还没有变更记录" in line.ok("household", "01001", "history").out

    def moves(tx: Tx) -> None:
        wife = named(tx, "潘补英")
        home = household_by_code(tx, "01002").id
        life.move_person(tx, MovePerson(act(reason="随女儿住"), wife, home, "52"))

    do(line, moves)
    (left,) = line.ok("household", "01001", "history", "--json").json()["history"]
    assert (left["on"], left["kind"], left["text"]) == (
        "2026-06-01",
        "person_moved",
        "2026.6.1 潘补英迁往户 01002。",
    )
    (came,) = line.ok("household", "01002", "history", "--json").json()["history"]
    assert (came["text"], came["reason"], came["by"]) == (
        "2026.6.1 潘补英从户 01001 迁来。",
        "随女儿住",
        "刘文书",
    )
    assert "原因：随女儿住　经手：刘文书" in line.ok("household", "01002", "history").out
    assert line("household", "01002", "流水").code == 2


def test_a_household_that_left_is_told_so_and_is_not_on_the_roster(line: CommandLine, tmp_path: Path) -> None:
    def leaves(tx: Tx) -> None:
        home = household_by_code(tx, "01001").id
        life.household_moves_out(tx, HouseholdAction(act(), home))

    do(line, leaves)
    assert "已迁出" in line.ok("household", "01001").out
    assert line.ok("household", "01001", "--json").json()["absence"] == "moved_out"
    assert len(line.ok("households", "--json").json()) == 485
    told = line.ok("export", "roster", str(tmp_path / "a.xlsx"), "--json").json()
    assert (told["households"], told["residents"]) == (485, 1613)


def test_a_masked_roster_goes_out_and_comes_back_without_a_change(line: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "花名册.xlsx"
    told = line.ok("export", "roster", str(target), "--json").json()
    assert told == {"file": str(target), "households": 486, "residents": 1615, "masked": True}
    back = line.ok("import", "roster", str(target), "--apply", "--json").json()
    assert (back["applied"], back["batch"], back["changes"], back["new_people"]) == (False, None, 0, 0)
    assert acts_noted(line) == []


def test_a_whole_roster_needs_a_reason_which_is_kept_with_the_count(
    line: CommandLine, tmp_path: Path
) -> None:
    target = tmp_path / "全号.xlsx"
    assert "--reason" in line.refused("export", "roster", str(target), "--unmasked")
    assert "--unmasked" in line.refused("export", "roster", str(target), "--reason", "镇里核对")
    assert not target.exists()
    words = ("export", "roster", str(target), "--grid", "3", "--unmasked", "--reason", "镇里核对")
    told = line.ok(*words, "--json").json()
    assert (told["residents"], told["masked"]) == (182, False)
    assert acts_noted(line) == ["residents=182; grids=03; reason=镇里核对"]
    back = line.ok("import", "roster", str(target), "--apply", "--json").json()
    assert (back["residents"], back["applied"], back["findings"]) == (182, False, [])
    line.ok("verify")


def test_a_target_that_cannot_be_written_gives_nothing_out(line: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "没有的文件夹" / "全号.xlsx"
    told = line.refused("export", "roster", str(target), "--unmasked", "--reason", "镇里核对")
    assert f"没有文件夹“{target.parent}”" in told
    line.refused("export", "roster", "")
    assert acts_noted(line) == []
    line.refused("export", "roster", str(line.village))
    line.refused("export", "checkin", str(target))
    line.refused("print", "roster", "--all", "-o", str(target))
    line.ok("verify")
    assert parts_in(tmp_path) == []


def test_check_in_sheets_offer_the_catalogue_of_the_day(line: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "打卡表.xlsx"
    told = line.ok("export", "checkin", str(target), "--grid", "3", "--json").json()
    assert told["grids"] == ["03"]
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["第三网格", "事项"]
    codes = [row[2] for row in book["第三网格"].iter_rows(min_row=6, values_only=True)]
    assert len(codes) == 58
    assert all(code.startswith(f"DK1-{told['batch']}-140108203211-03-03") for code in codes)
    offered = [str(row[0])[:3] for row in book["事项"].iter_rows(values_only=True)]
    assert "101" in offered
    assert "802" not in offered  # a party member's, not a household's


def test_rosters_are_printed_twenty_five_households_a_page(line: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "花名册.pdf"
    told = line.ok("print", "roster", "--grid", "3", "-o", str(target), "--json").json()
    assert (told["households"], told["residents"], told["pages"]) == (58, 182, 3)
    document = PdfDocument(target)
    words = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert all("清泉村第三网格花名册" in page for page in words)
    assert line.ok("print", "roster", "--all", "-o", str(target), "--json").json()["pages"] == 22
    assert line("print", "roster", "-o", str(target)).code == 2


def test_an_empty_village_has_nothing_to_give_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = founded(tmp_path / "村.pbk", capsys)
    for words in (
        ("export", "roster", str(tmp_path / "a.xlsx")),
        ("export", "checkin", str(tmp_path / "a.xlsx")),
        ("print", "roster", "--all", "-o", str(tmp_path / "a.pdf")),
    ):
        assert line.refused(*words) == "还没有户可列，请先导入花名册。"
    assert line.ok("households", "--json").json() == []
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.suffix in {".xlsx", ".pdf"}) == []


@pytest.mark.parametrize("command", ["households", "household", "export", "print"])
def test_the_help_is_chinese_and_tells_what_the_json_is_like(line: CommandLine, command: str) -> None:
    assert line(command, "--help").out.startswith("用法：")
    whole = line("--help").out
    for told in (
        "households      [",
        "household CODE  {",
        "export roster   {",
        "export checkin  {",
        "print roster    {",
    ):
        assert told in whole
