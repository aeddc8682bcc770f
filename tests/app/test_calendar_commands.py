"""due and report, as a script calls them."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from builders.cli import CommandLine, peopled
from builders.village import MORNING
from passbook_desk.db.store import Store
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.clock import FixedClock


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A founded village with the sample roster; three households swept in May."""
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    line.ok("record", "--item", "101", "--on", "2026-05-28", "--household", "01001", "01002", "02001")
    return line


def test_what_is_due_is_told_by_group_with_the_days_that_are_left(line: CommandLine) -> None:
    told = line.ok("due", today="2026-07-02").out.splitlines()
    assert told[0] == "建村还差这几步，哪一步都可以晚点做"
    assert "本季（一季一公示）" in told
    assert "  ☐ 2026年二季度公示 还剩 8 天，校样未打" in told
    assert told[-2:] == ["下一件", "  · 7.6 起出 6.29–7.5 这周统计"]


def test_a_script_reads_kind_group_day_and_what_it_needs_to_act(line: CommandLine) -> None:
    items = line.ok("due", "--json", today="2026-07-02").json()
    (notice,) = [item for item in items if item["kind"] == "proof-missing"]
    assert notice == {
        "kind": "proof-missing",
        "group": "quarter",
        "due": True,
        "done": False,
        "due_on": "2026-07-10",
        "days_left": 8,
        "text": "2026年二季度公示 还剩 8 天，校样未打",
        "params": {"notice": "quarter", "about": "2026Q2", "period": "2026Q2"},
    }
    (silent,) = [item for item in items if item["kind"] == "grids-silent"]
    assert (silent["params"]["since"], silent["params"]["count"]) == ("2026-06-22", 7)
    assert items[-1]["group"] == "next"


def test_the_days_count_of_a_week_names_the_grids_without_a_record(line: CommandLine) -> None:
    told = line.ok("report", "week", "--json", today="2026-06-03").json()
    assert (told["period"], told["by"], told["running"]) == ("2026-05-25", "grid", False)
    assert (told["total"]["score"], told["recorded"], len(told["silent"])) == ("30", 3, 5)
    assert {row["rank"] for row in told["rows"]} == {None}
    named = line.ok("report", "week", "2026-05-20", "--by", "household", "--json").json()
    assert (named["first_on"], named["total"]["score"]) == ("2026-05-18", "0")


def test_a_months_report_is_ranked_and_ties_share_a_rank(line: CommandLine) -> None:
    told = line.ok("report", "month", "--by", "household", "--json").json()
    assert told["period"] == "2026-05"
    assert [(row["rank"], row["code"]) for row in told["rows"][:4]] == [
        (1, "01001"), (1, "01002"), (1, "02001"), (4, "01003"),
    ]  # fmt: skip
    assert "同分并列" in line.ok("report", "month").out
    assert "“2026Q2”长短不对" in line.refused("report", "month", "2026Q2")
    assert "“五月”不是周、月、季或年" in line.refused("report", "month", "五月")


def test_a_report_on_paper_and_as_a_picture_is_ticked_off(
    line: CommandLine, tmp_path: Path, qapp: QApplication
) -> None:
    def kinds() -> set[str]:
        return {item["kind"] for item in line.ok("due", "--json").json()}

    assert {"count-ready", "compare-ready"} <= kinds()
    pdf, picture = tmp_path / "周.pdf", tmp_path / "月.png"
    line.ok("report", "week", "--pdf", str(pdf))
    told = line.ok("report", "month", "--picture", str(picture), "--json").json()
    assert told["files"] == [str(picture)]
    assert {"count-done", "compare-done"} <= kinds()
    with PdfDocument(pdf) as document:
        assert "2026年5月25日至31日积分统计" in document[0].get_textpage().get_text_bounded()
    image = QImage(str(picture))
    assert image.width() > 600
    assert image.height() > 300
    said = line.ok("log").out
    assert "出积分统计 2026年5月（日期 2026.6.1）" in said
    assert "出积分统计 2026年5月25日至31日" in said


def test_a_month_that_ends_on_the_15th_is_reported_from_the_16th(line: CommandLine) -> None:
    store = Store.on_file(line.village, 1, seal_changes, check_permit)
    with store.write(Actor(1, "刘文书"), FixedClock(MORNING)) as tx:
        change_policy(tx, VillagePolicy(cut_off_day=15))
    store.close()
    line.ok("record", "--item", "101", "--on", "2026-06-10", "--household", "01001", today="2026-06-16")
    told = line.ok("report", "month", "--json", today="2026-06-16").json()
    assert (told["period"], told["first_on"], told["last_on"]) == ("2026-06", "2026-05-16", "2026-06-15")
    assert told["total"]["score"] == "40"
    assert line.ok("report", "month", "--json", today="2026-06-15").json()["period"] == "2026-05"
