"""review, print review-sheet and import claims as a script calls them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from builders.cli import SAMPLES, CommandLine, peopled
from passbook_desk.app.desk import Desk
from passbook_desk.app.village_file import open_village
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.clock import SetDateClock

UPLOAD = SAMPLES / "网格积分上报表.xlsx"


@pytest.fixture
def line(tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The sample village; one clerk works with it."""
    return peopled(tmp_path / "清泉村.pbk", capsys)


def steps(line: CommandLine, **decided: Any) -> None:
    """Let the village decide its steps."""
    file = open_village(line.village, SetDateClock(date(2026, 6, 1)))
    desk = Desk(file, SetDateClock(date(2026, 6, 1)), lambda _: None)
    desk.do(lambda tx: change_policy(tx, replace(policy(tx), **decided)))
    file.close()


def record(line: CommandLine, *households: str) -> None:
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--household", *households)


def test_claims_are_listed_approved_on_a_signed_sheet_and_effective(
    line: CommandLine, tmp_path: Path
) -> None:
    steps(line, review=True)
    record(line, "01001", "01002")
    waiting = line.ok("review", "list", "--json").json()
    assert [(row["state"], row["household"], row["points"]) for row in waiting] == [
        ("review", "01001", "10"),
        ("review", "01002", "10"),
    ]
    ids = [str(row["id"]) for row in waiting]
    assert "先打印审核单" in line.refused("review", "approve", *ids)
    paper = tmp_path / "审核单.pdf"
    printed = line.ok("print", "review-sheet", "-o", str(paper), "--json").json()
    assert (printed["number"], printed["claims"]) == ("2026-0001", [int(each) for each in ids])
    text = pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_range()
    for words in ("清泉村积分审核单", "2026-0001", "卢天喜", "参加环境整治", "合计 2 件", "记录：", "监督："):
        assert words in text
    assert line.ok("review", "approve", "--paper", "2026-1", "--json").json()["posted"] == printed["claims"]
    figures = line.ok("balance", "--household", "01001", "--json").json()[0]
    assert (figures["spendable"], figures["pending"]) == ("10", "0")
    assert "没有要办的申报" in line.ok("review", "list").out
    line.ok("verify")


def test_a_claim_is_rejected_with_a_reason_and_the_rest_posted_when_due(line: CommandLine) -> None:
    steps(line, notice_days=3)
    record(line, "01001", "01002")
    first, second = (row["id"] for row in line.ok("review", "list", "--state", "notice", "--json").json())
    assert "先打印审核单" in line.refused("review", "reject", str(first), "--reason", "不实")
    assert line.ok("review", "post").out.strip() == "没有要办的申报。"
    done = line.ok("review", "post", "--json", today="2026-06-04").json()
    assert done["posted"] == [first, second]
    assert "办结" in line.refused("review", "reject", str(first), "--reason", "晚了")


def test_approving_without_a_claim_or_a_sheet_is_refused(line: CommandLine) -> None:
    assert "还没有勾选" in line.refused("review", "approve")
    assert "没有单号" in line.refused("review", "approve", "--paper", "2026-0009")
    assert "没有第 7 号" in line.refused("review", "approve", "7")


def test_the_sheet_of_the_grid_workers_is_tried_then_imported(line: CommandLine) -> None:
    tried = line.ok("import", "claims", str(UPLOAD), "--json").json()
    assert (tried["rows"], tried["needs_review"], tried["applied"]) == (90, True, False)
    assert "“积分规矩”打开" in line.refused("import", "claims", str(UPLOAD), "--apply")
    steps(line, review=True)
    done = line.ok("import", "claims", str(UPLOAD), "--apply", "--json").json()
    assert (done["applied"], done["ready"] + len(done["wrong"])) == (True, 90)
    assert len(line.ok("review", "list", "--json").json()) == done["ready"]
    again = line.ok("import", "claims", str(UPLOAD)).out
    assert f"这份文件已作为第 {done['batch']} 批导入过" in again
    assert "可以报 0 行" in again
    line.ok("verify")
