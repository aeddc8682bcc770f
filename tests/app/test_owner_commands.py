"""Shops, resident units and roles from the command line, on the invented village's own workbooks."""

import json
from pathlib import Path

import pytest

from builders.cli import SAMPLES, CommandLine, peopled

OWNERS = str(SAMPLES / "商铺和驻地单位.xlsx")
VILLAGE_ROSTER = str(SAMPLES / "花名册_村里常用.xlsx")
EXPECTED = json.loads((SAMPLES / "商铺和驻地单位.expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return peopled(tmp_path / "清泉村.pbk", capsys)


def books(line: CommandLine) -> dict[str, dict[str, str]]:
    return {row["owner"]: row for row in line.ok("balance", "--json").json()}


def test_the_sample_gives_exactly_what_is_expected(line: CommandLine) -> None:
    dry = line.ok("import", "owners", OWNERS, "--json").json()
    done = line.ok("import", "owners", OWNERS, "--apply", "--json").json()
    assert {**done, "applied": False, "batch": None} == dry
    wanted = EXPECTED["sheets"]["商铺"]
    assert (done["shops"], done["units"]) == (wanted["shops"], EXPECTED["sheets"]["驻地单位"]["units"])
    assert (done["party_owners"], done["plaques"]) == (wanted["party_owner"], wanted["plaques"])
    assert done["owner_not_resident"] == wanted["owner_not_resident"]
    assert done["closed"] == wanted["closed"]
    assert [each["severity"] for each in done["findings"]] == ["auto", "check", "auto"]
    shops = [each for each in done["new_owners"] if each["kind"] == "shop"]
    assert [(each["name"], each["owner"], each["resident"], each["account"]) for each in shops] == [
        (row["shop"], row["owner"], row["owner_person"] is not None, not row["closed"])
        for row in wanted["rows"]
    ]
    units = [each["name"] for each in done["new_owners"] if each["kind"] == "unit"]
    assert units == EXPECTED["sheets"]["驻地单位"]["names"]
    again = line.ok("import", "owners", OWNERS, "--apply", "--json").json()
    assert (again["applied"], again["changes"], again["same"]) == (False, 0, 19)
    found = books(line)
    assert (len(found["清泉便民超市"]["account"]), found["清泉便民超市"]["household"]) == (8, "")
    assert "大众五金" not in found
    assert line.ok("verify", "--json").json()["accounts"] == 547 + 18


def test_the_import_is_taken_back_as_a_whole(line: CommandLine) -> None:
    before = line.ok("balance", "--json").out
    number = line.ok("import", "owners", OWNERS, "--apply", "--json").json()["batch"]
    undone = line.ok("import", "undo", str(number), "--json").json()
    assert (undone["removed"], undone["kept"]) == (19 + 18, [])
    assert line.ok("balance", "--json").out == before


def test_grid_workers_are_read_out_of_the_village_roster(line: CommandLine) -> None:
    done = line.ok("import", "owners", VILLAGE_ROSTER, "--apply", "--json").json()
    assert (done["shops"], done["units"], done["roles"], done["findings"]) == (0, 0, 7, [])
    assert [(each["place"], each["name"], each["resident"]) for each in done["new_roles"]] == [
        ("第一网格", "王俊杰", True),
        ("第二网格", "张海波", True),
        ("第三网格", "范建新", True),
        ("第四网格", "吕晓峰", True),
        ("第五网格", "郭洋", True),
        ("第六网格", "朱国强", True),
        ("第七网格", "赵志明", True),
    ]


def test_a_shop_has_balances_paper_and_a_line_on_the_wall(line: CommandLine, tmp_path: Path) -> None:
    line.ok("import", "owners", OWNERS, "--apply")
    account = books(line)["清泉便民超市"]["account"]
    refused = line.refused("record", "--item", "101", "--on", "2026-05-20", "--account", account)
    assert account in refused
    written = line.ok("record", "--item", "101", "--on", "2026-05-20", "--grid", "05", "--json").json()
    assert len(written["lines"]) == 46
    assert [row["owner"] for row in line.ok("balance", "--account", account, "--json").json()] == [
        "清泉便民超市"
    ]
    printed = line.ok(
        "print", "passbooks", "--account", account, "-o", str(tmp_path / "折.pdf"), "--json"
    ).json()
    assert (printed["passbooks"], printed["pages"]) == (1, 3)
    notice = line.ok("notice", "quarter", "2026Q2", "--json", today="2026-07-01").json()
    assert (notice["lines"], notice["proof"]) == (547 + 18, False)
    line.ok("verify", today="2026-07-01")


def test_a_workbook_without_such_a_list_is_refused_in_one_sentence(line: CommandLine) -> None:
    assert "商铺名称、单位名称、网格员或楼栋长" in line.refused(
        "import", "owners", str(SAMPLES / "积分细则.xlsx")
    )
