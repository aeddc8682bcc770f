"""The council, pledges and things lent from the command line."""

from pathlib import Path

import pypdfium2
import pytest

from builders.cli import CommandLine, peopled
from passbook_desk.features.events.bodies.starter import STARTER_PLEDGE


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return peopled(tmp_path / "清泉村.pbk", capsys)


def head(line: CommandLine) -> tuple[str, str]:
    """Code and head of a household whose head has no namesake."""
    rows = line.ok("households", "--json").json()
    names = [row["head"] for row in rows]
    row = next(each for each in rows if names.count(each["head"]) == 1)
    return row["code"], row["head"]


def test_a_member_is_added_and_his_term_ends(line: CommandLine) -> None:
    code, name = head(line)
    words = ("council", "add", name, "--household", code, "--duty", "会长", "--from", "2024-03-01")
    made = line.ok(*words, "--json").json()
    assert (made["body"], made["name"], made["household"], made["to"]) == ("council", name, code, None)
    assert "已是会长" in line.refused(*words)
    line.ok("council", "add", "外村老师", "--body", "moral", "--standing", "老教师")
    ended = line.ok("council", "end", str(made["id"]), "--on", "2026-05-31", "--json").json()
    assert ended["to"] == "2026-05-31"
    today = line.ok("council", "list", "--json").json()
    before = line.ok("council", "list", "--on", "2026-05-31", "--body", "council", "--json").json()
    assert ([row["name"] for row in today], [row["name"] for row in before]) == (["外村老师"], [name])
    assert line.ok("council", "list", "--all").out.startswith("共 2 项\n")


def test_a_pledge_is_signed_by_a_person_a_household_and_a_host(line: CommandLine) -> None:
    code, name = head(line)
    line.ok("event", "register", "--kind", "wedding", "--household", code, "--on", "2026-06-20")
    before = len(line.ok("pledge", "list", "--json").json()["unsigned"])
    signed = [
        line.ok("pledge", "add", name, "--household", code, "--json").json(),
        line.ok("pledge", "add", "--household", code, "--json").json(),
        line.ok("pledge", "add", "--event", "2026-001", "--capacity", "host", "--json").json(),
    ]
    assert [(row["number"], row["name"], row["household"], row["event"]) for row in signed] == [
        (1, name, code, ""),
        (2, name, code, ""),
        (3, name, code, "2026-001"),
    ]
    assert "已在 2026.6.1 签过（第 1 份）" in line.refused("pledge", "add", name, "--household", code)
    assert [
        row["number"] for row in line.ok("pledge", "list", "--event", "2026-001", "--json").json()["pledges"]
    ] == [3]
    assert f"党员和成员未签 {before} 人" in line.ok("pledge", "list").out


def test_pledges_are_printed_blank_and_for_everybody_who_has_not_signed(
    line: CommandLine, tmp_path: Path
) -> None:
    blank, named = tmp_path / "空白.pdf", tmp_path / "未签.pdf"
    assert line.ok("pledge", "print", "--copies", "2", "-o", str(blank), "--json").json()["pages"] == 2
    missing = line.ok("pledge", "list", "--json").json()["unsigned"]
    assert len(missing) > 1
    told = line.ok("pledge", "print", "--unsigned", "-o", str(named), "--json").json()
    assert told["pages"] == len(missing)
    document = pypdfium2.PdfDocument(named)
    said = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert all(one["name"] in page for one, page in zip(missing, said, strict=True))
    assert all(STARTER_PLEDGE[:8] in page for page in said)


def test_things_are_counted_lent_and_brought_back(line: CommandLine) -> None:
    code, _ = head(line)
    line.ok("event", "register", "--kind", "wedding", "--household", code, "--on", "2026-06-03")
    assert "没有写单位" in line.refused("equipment", "set", "桌子", "60")
    assert line.ok("equipment", "set", "桌子", "60", "--unit", "张", "--json").json()["free"] == 60
    loan = line.ok(
        "equipment", "lend", "桌子", "25", "--event", "2026-001", "--who", "王建军", "--json"
    ).json()
    assert (loan["due_on"], loan["open"], loan["who"]) == ("2026-06-04", 25, "王建军")
    assert "只有 35 张能借" in line.refused("equipment", "lend", "桌子", "36", "--household", code)
    assert "没有写借给谁" in line.refused("equipment", "lend", "桌子", "1")
    late = line.ok("equipment", "list", "--overdue", "--json", today="2026-06-05").json()["loans"]
    assert [row["id"] for row in late] == [loan["id"]]
    words = ("equipment", "return", str(loan["id"]), "22", "--broken", "2", "--note", "断腿")
    back = line.ok(*words, "--json", today="2026-06-05").json()
    assert (back["back"], back["broken"], back["open"]) == (22, 2, 1)
    told = line.ok("equipment", "list", today="2026-06-05").out
    assert "桌子 共 58 张，在外 1，能借 57" in told
    assert "未还 1 张，坏 2，应还 2026-06-04，过期未还" in told
