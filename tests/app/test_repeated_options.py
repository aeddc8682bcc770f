"""An option for several values may be written again: nothing that was said is forgotten."""

from pathlib import Path

import pytest

from builders.cli import CommandLine, peopled


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return peopled(tmp_path / "清泉村.pbk", capsys)


def accounts(line: CommandLine, *households: str) -> list[str]:
    found = [line.ok("balance", "--household", code, "--json").json() for code in households]
    return [str(row["account"]) for rows in found for row in rows if row["colour"] == "green"]


def test_deeds_are_recorded_for_every_household_and_account_that_is_named(line: CommandLine) -> None:
    deed = ("record", "--item", "101", "--on", "2026-05-20", "--json")
    done = line.ok(*deed, "--household", "01001", "--household", "01002", "01003").json()
    assert len(done["lines"]) == 3
    first, second = accounts(line, "01004", "01005")
    assert len(line.ok(*deed, "--account", first, "--account", second).json()["lines"]) == 2


def test_books_are_issued_and_printed_for_every_one_that_is_named(line: CommandLine, tmp_path: Path) -> None:
    first, second = accounts(line, "01001", "01002")
    issued = line.ok("book", "issue", "--account", first, "--account", second, "--json").json()["books"]
    assert len(issued) == 2
    passbooks, covers = str(tmp_path / "存折.pdf"), str(tmp_path / "封面.pdf")
    words = ("print", "passbooks", "--account", first, "--account", second, "-o", passbooks, "--json")
    assert line.ok(*words).json()["passbooks"] == 2
    numbers = [word for book in issued for word in ("--book", book["number"])]
    assert line.ok("print", "covers", *numbers, "-o", covers, "--json").json()["books"] == 2


def test_an_event_of_several_days_keeps_every_one(line: CommandLine) -> None:
    event = line.ok(
        "event", "register", "--kind", "wedding", "--household", "01004", "--on", "2026-06-20",
        "--also", "2026-06-21=村文化广场", "--also", "2026-06-22=家里", "--json",
    ).json()  # fmt: skip
    days = line.ok("event", "show", event["number"], "--json").json()["days"]
    assert [day["on"] for day in days] == ["2026-06-20", "2026-06-21", "2026-06-22"]


@pytest.mark.parametrize(
    "words",
    [
        ("report", "month", "2026-05", "--pdf", "{file}", "--xlsx", "{file}"),
        ("notice", "make", "quarter", "2026Q2", "--pdf", "{file}", "--xlsx", "{file}"),
        ("goods", "list", "--pdf", "{file}", "--json", "{file}"),
        ("report", "month", "2026-05", "--xlsx", "{file}", "--picture", "{file}"),
    ],
)
def test_two_papers_of_a_call_do_not_take_the_same_file(
    line: CommandLine, tmp_path: Path, words: tuple[str, ...]
) -> None:
    target = tmp_path / "月报.pdf"
    told = line.refused(*(word.format(file=target) for word in words))
    assert "写了两次" in told
    assert not target.exists()
