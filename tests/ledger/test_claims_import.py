"""网格积分上报表 comes in: what is right becomes a claim, what is wrong stays in a list with its reason."""

import json
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import openpyxl
import pytest

from builders.claims import claimed, decided, steps, worker
from builders.rosters import SAMPLES
from builders.village import KEY, Village, new_village
from passbook_desk.db.store import Store
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.access.values import Role
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.reading import catalogue_from_workbook
from passbook_desk.features.catalogue.values import AdoptCatalogue
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.ledger.claims.errors import ClaimsNeedSteps
from passbook_desk.features.ledger.claims.queries import queue
from passbook_desk.features.ledger.claims.upload import apply_upload, plan_upload
from passbook_desk.features.ledger.claims.upload_values import UploadChoices, UploadLine, UploadPlan
from passbook_desk.features.ledger.imports import apply_roster, undo_import
from passbook_desk.features.ledger.queries import balances
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.points import ZERO, Points

UPLOAD = SAMPLES / "网格积分上报表.xlsx"
PREFIX = "claim_"


@cache
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / "网格积分上报表.expected.json").read_text(encoding="utf-8"))
    return found


@cache
def _template() -> Path:
    """The sample village with its people and the rules of its meeting; claims are reviewed."""
    village = new_village(Path(mkdtemp(prefix="claims-")))
    with village.write() as tx:
        draft = catalogue_from_workbook(read_workbook(SAMPLES / "积分细则.xlsx", NullProgress()))
        adopt_catalogue(
            tx,
            AdoptCatalogue(
                meeting_on=date(2026, 1, 15),
                minutes_no="2026-1",
                effective_from=date(2026, 2, 1),
                source="积分细则.xlsx",
                items=draft.items,
                limits=draft.limits,
            ),
        )
    roster = read_workbook(SAMPLES / "花名册_标准.xlsx", NullProgress())
    with village.write() as tx:
        apply_roster(tx, plan_roster(tx, roster, KEY), NullProgress())
    steps(village, review=True)
    village.store.close()
    return village.path


def settled(folder: Path) -> Village:
    """A copy of it to work with."""
    village = new_village(folder)
    village.store.close()
    shutil.copyfile(_template(), village.path)
    village.store = Store.on_file(village.path, 1, seal_changes, check_permit)
    return village


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Village:
    return settled(tmp_path_factory.mktemp("village"))


def planned(village: Village, path: Path = UPLOAD, choices: UploadChoices | None = None) -> UploadPlan:
    workbook = read_workbook(path, NullProgress())
    with village.read() as scope:
        return plan_upload(scope, workbook, choices)


@pytest.fixture(scope="module")
def plan(village: Village) -> UploadPlan:
    return planned(village)


def line_of(plan: UploadPlan, row: int) -> UploadLine:
    return next(line for line in plan.lines if line.said.row == row)


def test_every_row_is_marked_as_expected(plan: UploadPlan) -> None:
    told = {
        line.said.row: " ".join(finding.kind.removeprefix(PREFIX) for finding in line.findings)
        for line in plan.lines
    }
    wanted = {row["row"]: _kind(row["flags"]) for row in expected()["rows"]}
    assert {row: kind for row, kind in told.items() if kind != wanted[row]} == {}
    assert told.keys() == wanted.keys()


def _kind(flag: str) -> str:
    return {"duplicate_claim": "duplicate"}.get(flag, flag)


def test_as_many_of_each_kind_as_expected(plan: UploadPlan) -> None:
    told = Counter(finding.kind.removeprefix(PREFIX) for finding in plan.findings)
    assert told == {_kind(kind): count for kind, count in expected()["flag_counts"].items()}


def test_every_right_row_has_its_day_book_item_and_points(plan: UploadPlan) -> None:
    for row in expected()["rows"]:
        line = line_of(plan, row["row"])
        said = line.said
        assert str(said.day) == str(row["date"]), row
        assert str(said.points) == row["points"], row
        assert (said.head, said.by) == (row["head"], row["by"]), row
        if row["item_no"] is not None and line.item is not None:
            assert line.item.line_no == row["item_no"], row
        if line.ready:
            assert line.account is not None
            assert line.account.household_code == row["household"], row


def test_the_right_rows_and_their_sum(plan: UploadPlan) -> None:
    assert len(plan.lines) == expected()["lines"]
    assert (len(plan.ready), str(plan.total)) == (
        expected()["clean_lines"],
        expected()["clean_points_sum"],
    )
    assert len(plan.wrong) == 30
    assert all(line.problem is not None for line in plan.wrong)
    assert sum((line.said.points or ZERO for line in plan.lines), ZERO) == Points.parse("521")


def test_whom_a_wrong_row_may_mean_is_offered(plan: UploadPlan) -> None:
    assert [each.code for each in line_of(plan, 27).candidates] == ["02007", "02033", "02034"]
    assert [each.code for each in line_of(plan, 70).candidates] == ["01001"]
    assert "王建国" in {each.head_name for each in line_of(plan, 31).candidates}
    assert line_of(plan, 7).settled_by_value
    assert line_of(plan, 36).acceptable
    assert not line_of(plan, 12).acceptable


@pytest.fixture
def own(tmp_path: Path) -> Village:
    """A village of its own to write into."""
    return settled(tmp_path)


def test_importing_opens_claims_of_one_batch_and_writes_no_line(own: Village, plan: UploadPlan) -> None:
    with own.write() as tx:
        done = apply_upload(tx, plan)
    assert done.batch is not None
    with own.read() as scope:
        waiting = queue(scope)
        pending = sum((row.pending for row in balances(scope)), ZERO)
        spendable = sum((row.spendable for row in balances(scope)), ZERO)
    assert (len(waiting), pending, spendable) == (60, Points.parse("391.5"), ZERO)
    assert {row.source for row in waiting} == {"申报"}
    assert [row.quantity for row in waiting if row.item_code == "108"] == [1, 1]
    first = waiting[0]
    assert (first.account.household_code, first.memo, first.witness, first.evidence) == (
        "01004",
        "清理东河沟垃圾",
        "王向阳",
        "上报人王俊杰",
    )


def test_the_same_sheet_again_is_all_duplicates_or_over_its_caps(own: Village, plan: UploadPlan) -> None:
    with own.write() as tx:
        apply_upload(tx, plan)
    again = planned(own)
    kinds = {line.problem.kind for line in again.lines if line.problem and line_of(plan, line.said.row).ready}
    assert again.ready == ()
    assert kinds == {"claim_duplicate", "claim_over_cap"}


def test_without_a_review_nothing_is_written(own: Village, plan: UploadPlan) -> None:
    steps(own, notice_days=7)
    assert planned(own).needs_steps
    with own.write() as tx, pytest.raises(ClaimsNeedSteps):
        apply_upload(tx, plan)
    with own.read() as scope:
        assert queue(scope) == ()


def test_the_clerk_settles_rows_one_by_one(village: Village) -> None:
    sheet = "5月上报"
    house = next(each for each in line_of(planned(village), 27).candidates if each.code == "02033")
    settled_plan = planned(
        village,
        choices=UploadChoices(
            accepted=frozenset({(sheet, 36), (sheet, 83), (sheet, 86), (sheet, 12)}),
            as_catalogue=frozenset({(sheet, 7), (sheet, 90), (sheet, 16)}),
            households={(sheet, 27): house.household_id},
        ),
    )
    ready = {line.said.row: line for line in settled_plan.ready}
    assert {36, 83, 86, 7, 90, 27} <= ready.keys()
    assert (ready[7].points, ready[90].points) == (Points(1000), Points(-200))
    assert ready[27].account is not None
    assert ready[27].account.household_code == "02033"
    assert {12, 16} & ready.keys() == set()


def written(folder: Path, fill: Callable[[Any], None]) -> Path:
    """The sample with other cells."""
    book = openpyxl.load_workbook(UPLOAD)
    fill(book.worksheets[0])
    target = folder / "上报.xlsx"
    book.save(target)
    return target


def test_a_number_that_may_be_two_days_is_asked(village: Village, tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet["B4"] = 5.1
        sheet["B5"] = "5.31"
        sheet["B6"] = "4月30日"

    found = planned(village, written(tmp_path, fill))
    kinds = [[each.kind for each in line_of(found, row).findings] for row in (4, 6)]
    assert kinds == [["claim_date_invalid"], ["claim_date_outside", "claim_red_item"]]
    assert line_of(found, 5).said.day == date(2026, 5, 31)


def test_unreadable_points_are_told(village: Village, tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet["G4"] = "三分"
        sheet["G9"] = 0

    found = planned(village, written(tmp_path, fill))
    kinds = [[each.kind for each in line_of(found, row).findings] for row in (4, 9)]
    assert kinds == [["claim_points_unreadable"]] * 2


def test_a_workbook_without_claims_is_refused(village: Village) -> None:
    with pytest.raises(NoHeaderFound):
        planned(village, SAMPLES / "积分超市物品.xlsx")


def test_an_imported_claim_goes_through_review_like_any_other(own: Village, plan: UploadPlan) -> None:
    steps(own, review=True, alone=False)
    reviewer = worker(own, "马主任", Role.REVIEWER)
    with own.write() as tx:
        apply_upload(tx, plan)
    with own.read() as scope:
        ids = tuple(row.id for row in queue(scope))
    done = decided(own, ids, by=reviewer)
    assert (len(done.posted), done.refused) == (60, ())
    assert claimed(own, (1,), "102") != ()


def test_undoing_the_import_withdraws_what_waits_and_names_what_was_entered(
    own: Village, plan: UploadPlan
) -> None:
    steps(own, review=True, alone=False)
    reviewer = worker(own, "马主任", Role.REVIEWER)
    with own.write() as tx:
        number = apply_upload(tx, plan).batch
    assert number is not None
    with own.read() as scope:
        ids = tuple(row.id for row in queue(scope))
    decided(own, ids[:10], by=reviewer)
    with own.write() as tx:
        done = undo_import(tx, number)
    assert (done.withdrawn_claims, done.kept_claims, done.reversed_lines) == (50, 10, 0)
    with own.read() as scope:
        assert queue(scope) == ()
        assert sum((row.pending for row in balances(scope)), ZERO) == ZERO


def listed(folder: Path, *rows: tuple[Any, ...]) -> Path:
    """A sheet as a grid worker may make one himself."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    target = folder / "自己做的.xlsx"
    book.save(target)
    return target


def test_a_sheet_with_codes_and_no_title_is_read_too(village: Village, tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        ("户编号", "事项", "分值", "日期", "证明人", "网格员"),
        (1001, "102", "2", "5.20", "胡志刚", "王俊杰"),
        ("01017", "做好人好事", "+10", "12月3日", "胡志刚", "王俊杰"),
        ("09999", "做好人好事", "10", "5月3日", "胡志刚", "王俊杰"),
        (None, None, None, None, None, None),
        ("合计", None, 22, None, None, None),
    )
    found = planned(village, path)
    first, last_year, unknown = found.lines
    assert first.ready
    assert first.account is not None
    assert (first.account.household_code, first.said.day) == ("01001", date(2026, 5, 20))
    assert last_year.said.day == date(2025, 12, 3)
    assert [each.kind for each in last_year.findings] == ["claim_no_catalogue"]
    assert [each.kind for each in unknown.findings] == ["claim_household_unknown"]


def test_words_of_a_line_with_several_items_are_told_apart_by_the_points(
    village: Village, tmp_path: Path
) -> None:
    path = listed(
        tmp_path,
        ("户编号", "事项", "分值", "日期", "证明人"),
        ("01001", "考上大学/硕士/博士", "20", "5.20", "胡志刚"),
        ("01004", "受表彰（社区/街道/县/州/省/国家级）", "10", "5.20", "胡志刚"),
        ("01006", "考上大学/硕士/博士", "7", "5.20", "胡志刚"),
    )
    names = [line.item.name if line.item else "" for line in planned(village, path).lines]
    assert names == ["考上博士", "受表彰（街道级）", ""]


def test_days_of_a_cell_that_is_a_date_or_has_a_year(village: Village, tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        ("户编号", "事项", "分值", "日期", "证明人"),
        ("01001", "102", "2", date(2026, 5, 20), "胡志刚"),
        ("01004", "102", "2", "2026年5月21日", "胡志刚"),
        ("01006", "102", "2", 5.12, "胡志刚"),
        ("01017", "102", "2", "", "胡志刚"),
    )
    days = [line.said.day for line in planned(village, path).lines]
    assert days == [date(2026, 5, 20), date(2026, 5, 21), date(2026, 5, 12), None]
