"""rank, close period and run as a script calls them."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from builders.cli import CommandLine, peopled
from builders.village import MORNING
from passbook_desk.db.store import Store
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import CarryOver, VillagePolicy
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.clock import FixedClock

LATE = "2027-01-05"


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A founded village with the sample roster; three households swept in May, one twice."""
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    swept = ("record", "--item", "101", "--on", "2026-05-20")
    line.ok(*swept, "--household", "01001", "01002", "02001")
    line.ok("record", "--item", "101", "--on", "2026-05-28", "--household", "02001")
    return line


def text_of(pdf: Path) -> str:
    document = PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return "\n".join(pages)


def test_a_month_is_ranked_by_grid_with_ties_sharing_a_rank(line: CommandLine) -> None:
    told = line.ok("rank", "--month", "2026-05", "--json").json()
    rows = told["rows"]
    assert (told["by"], told["recorded"], told["households"], told["running"]) == ("grid", 3, 486, False)
    assert [(row["rank"], row["code"], row["score"]) for row in rows[:4]] == [
        (1, "01", "20"), (1, "02", "20"), (3, "03", "0"), (3, "04", "0"),
    ]  # fmt: skip
    assert told["total"]["score"] == "40"
    assert told["silent"] == [row["name"] for row in rows[2:]]


def test_households_are_ranked_on_paper_and_in_excel_with_the_same_figures(
    line: CommandLine, tmp_path: Path
) -> None:
    pdf, xlsx = tmp_path / "榜.pdf", tmp_path / "榜.xlsx"
    told = line.ok(
        "rank", "--quarter", "2026Q2", "--by", "household", "--pdf", str(pdf), "--xlsx", str(xlsx), "--json"
    ).json()
    first, second = told["rows"][:2]
    assert (first["code"], first["rank"], first["score"], second["rank"]) == ("02001", 1, "20", 2)
    printed = text_of(pdf)
    assert "2026年二季度积分评比（按户）" in printed
    assert first["name"] not in printed
    sheet = load_workbook(xlsx).active
    assert sheet is not None
    cells = [row for row in sheet.iter_rows(values_only=True) if row[1] == "02001"]
    assert [(row[0], row[8]) for row in cells] == [(1, 20)]
    assert "02001" in printed


def test_a_week_and_a_year_are_ranked_too_and_another_word_is_refused(line: CommandLine) -> None:
    week = line.ok("rank", "--week", "2026-05-30", "--by", "household", "--json").json()
    assert (week["first_on"], week["total"]["score"]) == ("2026-05-25", "10")
    year = line.ok("rank", "--year", "2026", "--by", "building").out
    assert "2026年积分评比（按楼栋）" in year
    assert "2026-13" in line.refused("rank", "--month", "2026-13")


def test_a_month_is_closed_and_opened_again_with_a_reason(line: CommandLine) -> None:
    told = line.ok("close", "period", "2026-05", "--json").json()
    assert told == {"period": "2026-05", "first_on": "2026-05-01", "last_on": "2026-05-31", "closed": True}
    assert "2026.5.31" in line.refused("close", "period", "2026-05")
    assert "原因" in line.refused("close", "period", "2026-05", "--reopen")
    line.ok("close", "period", "2026-05", "--reopen", "--reason", "漏记了")
    assert "2026.6.30" in line.refused("close", "period", "2026Q2")
    line.ok("verify")


def decided(line: CommandLine, policy: VillagePolicy) -> None:
    """The village decides, as in the window's settings."""
    store = Store.on_file(line.village, 1, seal_changes, check_permit)
    with store.write(Actor(1, "刘文书"), FixedClock(MORNING)) as tx:
        change_policy(tx, policy)
    store.close()


def test_a_year_is_cleared_after_a_dry_list_and_only_once(line: CommandLine) -> None:
    assert "积分规矩" in line.refused("run", "carry-over", "--dry-run", today=LATE)
    decided(line, VillagePolicy(carry_over=CarryOver.CLEAR_YEAR, carry_percent=50))
    before = line.ok("verify", "--json", today=LATE).json()
    dry = line.ok("run", "carry-over", "--json", today=LATE).json()
    assert (dry["applied"], dry["taken"], dry["kept"], dry["lines"]) == (False, "40", "20", [])
    assert [(row["household"], row["taken"]) for row in dry["rows"]] == [
        ("01001", "10"), ("01002", "10"), ("02001", "20"),
    ]  # fmt: skip
    assert line.ok("verify", "--json", today=LATE).json() == before
    uid = ("--uid", "0190a0b0-0000-7000-8000-000000000001")
    done = line.ok("run", "carry-over", "--apply", "--on", "2026-12-31", *uid, "--json", today=LATE).json()
    assert (len(done["lines"]), done["name"], done["until"]) == (6, "2026年积分清零", "2026-12-31")
    again = line.ok("run", "carry-over", "--apply", "--on", "2026-12-31", *uid, "--json", today=LATE).json()
    assert again["lines"] == done["lines"]
    assert "2026年积分清零" in line.refused("run", "carry-over", "--apply", today=LATE)
    figures = line.ok("balance", "--household", "02001", "--json", today=LATE).json()
    assert [(row["spendable"], row["assessment"]) for row in figures] == [("10", "20")]
    line.ok("verify", today=LATE)


def test_runs_that_nobody_decided_are_refused(line: CommandLine) -> None:
    assert "基础分" in line.refused("run", "base", "--apply", today=LATE)
    assert line.refused("run", "expiry", today=LATE)


def test_a_balance_is_told_at_any_day(line: CommandLine) -> None:
    told = ("balance", "--household", "02001", "--json")
    at = [line.ok(*told, "--on", day).json()[0]["spendable"] for day in ("2026-05-19", "2026-05-20")]
    assert at == ["0", "10"]
    assert line.ok(*told).json()[0]["spendable"] == "20"


def test_a_ranking_on_the_screen_lists_whom_it_says_it_lists(line: CommandLine) -> None:
    told = line.ok("rank", "--month", "2026-05", "--by", "household").out
    assert "只列得分大于 0 的。" in told
    listed = [row.split()[1:4:2] for row in told.splitlines() if row.startswith("第 ")]
    assert [(rank, row) for rank, row in listed] == [("1", "02001"), ("2", "01001"), ("2", "01002")]
    assert "这一期还没有得分。" in line.ok("rank", "--month", "2026-04", "--by", "household").out
