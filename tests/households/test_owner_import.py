"""Lists of shops, resident units, grid workers and building leaders come in, again and out again."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.progress import CancelAt
from builders.rosters import reread, save_sheets
from builders.village import KEY, Village, household, new_village
from passbook_desk.features.households.model import Organization, Person, Place, RoleSpan
from passbook_desk.features.households.owners.plan_values import OwnerReport
from passbook_desk.features.households.owners.planning import plan_owners
from passbook_desk.features.households.owners.queries import organizations
from passbook_desk.features.households.owners.values import OrganizationRow
from passbook_desk.features.households.roles import RoleRow, roles_at
from passbook_desk.features.intake.choices import SOMEBODY_NEW, Choices
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.ledger.commands import import_openings
from passbook_desk.features.ledger.imports import undo_import
from passbook_desk.features.ledger.owner_imports import apply_owners
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import AccountRow, OpeningFigures
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.jobs import NullProgress, Progress
from passbook_desk.kernel.points import Points

SHOP_TITLES = (
    "序号",
    "商铺名称",
    "经营者",
    "是否本村户",
    "网格",
    "位置",
    "联系电话",
    "党员商铺（挂牌时间）",
    "备注",
)
UNIT_TITLES = ("单位名称", "性质", "负责人", "联系电话", "人数")
Row = Sequence[object]
MARKET: Row = (1, "清泉便民超市", "冯俊峰", "是", "一网格", "学校旁", "17821498260", "2024.7.1", None)
NOODLES: Row = (2, "老李面馆", "柴永胜", "否", "二网格", "村口", "16753632594", None, None)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """Two grids with a household each; 冯俊峰 of 01001 is a party member with the phone of his shop."""
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "冯俊峰", member_of_party=True, phone="17821498260")
        household(tx, "02001", "张建新", phone="13800001111")
    yield village
    village.store.close()


def shops(tmp_path: Path, *rows: Row, name: str = "商铺.xlsx") -> Path:
    return save_sheets(tmp_path / name, {"商铺": [("清泉村商铺登记表",), SHOP_TITLES, *rows]})


def look(village: Village, path: Path, choices: Choices | None = None) -> OwnerReport:
    with village.read() as scope:
        return plan_owners(scope, reread(path), KEY, choices).report


def bring(
    village: Village, path: Path, choices: Choices | None = None, progress: Progress | None = None
) -> OwnerReport:
    workbook = reread(path)
    with village.write() as tx:
        return apply_owners(tx, plan_owners(tx, workbook, KEY, choices), progress or NullProgress())


def listed(village: Village) -> dict[str, OrganizationRow]:
    with village.read() as scope:
        return {row.name: row for row in organizations(scope)}


def books(village: Village) -> dict[str, AccountRow]:
    with village.read() as scope:
        return {row.owner_name: row for row in accounts(scope) if row.of_organization}


def kinds(report: OwnerReport) -> list[tuple[int, str, str]]:
    return [(each.row, each.severity.value, each.kind) for each in report.findings]


def test_shops_and_units_come_in_with_their_books(village: Village, tmp_path: Path) -> None:
    path = save_sheets(
        tmp_path / "商铺和驻地单位.xlsx",
        {
            "商铺": [("清泉村商铺登记表",), SHOP_TITLES, MARKET, NOODLES, ("合计", "2 家")],
            "驻地单位": [("驻村单位",), UNIT_TITLES, ("清泉小学", "学校", "夏国平", "0351-3328211", 23)],
            "说明": [("本表由村委会填写",)],
        },
    )
    before, report = look(village, path), bring(village, path)
    assert (before.shops, before.units, before.party_owners, before.plaques) == (2, 1, 1, 1)
    assert (before.applied, before.batch, report.applied, report.batch) == (False, None, True, 1)
    assert [(each.name, each.owner_name, each.resident) for each in report.new_owners] == [
        ("清泉便民超市", "冯俊峰", True),
        ("老李面馆", "柴永胜", False),
        ("清泉小学", "夏国平", False),
    ]
    assert (report.owner_not_resident, kinds(report)) == (("老李面馆",), [(4, "auto", "owner_not_resident")])
    market, school = listed(village)["清泉便民超市"], listed(village)["清泉小学"]
    assert (market.grid_name, market.address, market.plaque_on) == ("第一网格", "学校旁", "2024.7.1")
    assert (market.owner_party, str(market.phone)) == ("full", "178****8260")
    assert (school.category, school.remark, school.code) == ("学校", "人数 23", "U001")
    assert {name: row.number[:3] for name, row in books(village).items()} == {
        "清泉便民超市": "201", "老李面馆": "202", "清泉小学": "200",
    }  # fmt: skip


def test_a_second_import_changes_nothing_and_opens_no_batch(village: Village, tmp_path: Path) -> None:
    path = shops(tmp_path, MARKET, NOODLES)
    bring(village, path)
    again = bring(village, path)
    assert (again.has_changes, again.applied, again.batch, again.same) == (False, False, None, 2)
    assert len(books(village)) == 2


def test_changes_are_told_and_a_blank_never_erases(village: Village, tmp_path: Path) -> None:
    bring(village, shops(tmp_path, MARKET, NOODLES))
    moved = (1, "清泉便民超市", None, None, "二网格", None, "13900002222", None, "夏季夜市")
    report = bring(village, shops(tmp_path, moved, name="新.xlsx"))
    assert [(each.field, each.old, each.new) for each in report.changes] == [
        ("phone", "178****8260", "139****2222"),
        ("grid", "第一网格", "第二网格"),
        ("remark", "", "夏季夜市"),
    ]
    row = listed(village)["清泉便民超市"]
    assert (row.owner_name, row.address, row.plaque_on, row.grid_code) == (
        "冯俊峰",
        "学校旁",
        "2024.7.1",
        "02",
    )
    assert row.owner_id is not None
    assert books(village)["清泉便民超市"].number.startswith("201")


def test_a_closed_shop_is_kept_without_a_book(village: Village, tmp_path: Path) -> None:
    closed = (*NOODLES[:8], "已停业")
    report = bring(village, shops(tmp_path, MARKET, closed))
    assert report.closed == ("老李面馆",)
    assert (4, "check", "shop_closed") in kinds(report)
    assert not listed(village)["老李面馆"].is_open
    assert list(books(village)) == ["清泉便民超市"]
    assert not bring(village, shops(tmp_path, MARKET, closed)).has_changes
    assert not bring(village, shops(tmp_path, MARKET, NOODLES)).has_changes


def test_a_shop_that_closes_gives_its_empty_book_back_and_keeps_one_with_points(
    village: Village, tmp_path: Path
) -> None:
    bring(village, shops(tmp_path, MARKET, NOODLES))
    with village.write() as tx:
        book = next(row for row in accounts(tx) if row.owner_name == "清泉便民超市")
        import_openings(tx, [OpeningFigures(book.id, Points.parse("5"), None, None)], tx.today, None)  # type: ignore[arg-type]
    report = bring(
        village, shops(tmp_path, (*MARKET[:8], "现已关门"), (*NOODLES[:8], "停业"), name="新.xlsx")
    )
    assert [(each.name, each.field) for each in report.changes if each.field == "closed"] == [
        ("清泉便民超市", "closed"),
        ("老李面馆", "closed"),
    ]
    assert list(books(village)) == ["清泉便民超市"]


@pytest.mark.parametrize("words", ["未停业", "曾停业整改，已恢复", "没有关门"])
def test_words_that_deny_a_closing_close_nothing(village: Village, tmp_path: Path, words: str) -> None:
    assert bring(village, shops(tmp_path, (*MARKET[:8], words))).closed == ()


def test_namesakes_are_asked_for_and_never_guessed(village: Village, tmp_path: Path) -> None:
    with village.write() as tx:
        second = household(tx, "02002", "张建新", phone="13900003333")
        tx.session.flush()
        chosen = tx.session.scalars(select(Person.id).where(Person.phone == "13900003333")).one()
        assert second.id
    row = (1, "金穗农资", "张建新", "是", "二网格", None, "0351-6325511", None, None)
    path = shops(tmp_path, row)
    report = look(village, path)
    assert kinds(report) == [(3, "check", "owner_namesakes")]
    assert report.findings[0].params["households"] == "02001、02002"
    assert report.new_owners[0].resident is False
    nobody = look(village, path, Choices(people={("商铺", 3): SOMEBODY_NEW}))
    assert (nobody.findings, nobody.new_owners[0].resident) == ((), False)
    bring(village, path, Choices(people={("商铺", 3): chosen}))
    assert listed(village)["金穗农资"].owner_id == chosen
    again = bring(village, path)
    assert (again.has_changes, again.findings) == (False, ())


@pytest.mark.parametrize(
    ("resident", "phone", "linked", "kind"),
    [
        ("是", "13800001111", True, ""),
        ("否", "13800001111", True, "owner_listed"),
        ("是", None, True, "owner_by_name"),
        ("是", "13711112222", False, "owner_namesakes"),
        ("", None, False, "owner_namesakes"),
        ("否", "13711112222", False, "owner_not_resident"),
    ],
)
def test_a_name_alone_is_enough_only_for_a_villager_whom_nothing_contradicts(
    village: Village, tmp_path: Path, resident: str, phone: str | None, linked: bool, kind: str
) -> None:
    row = (1, "金穗农资", "张建新", resident, "二网格", None, phone, None, None)
    report = look(village, shops(tmp_path, row))
    assert report.new_owners[0].resident is linked
    assert [each.kind for each in report.findings] == ([kind] if kind else [])


def test_a_villager_whom_nobody_knows_and_a_grid_that_is_not_there_are_named(
    village: Village, tmp_path: Path
) -> None:
    row = (1, "金穗农资", "没有这人", "是", "九网格", None, None, "无", None)
    report = bring(village, shops(tmp_path, row, row))
    assert kinds(report) == [
        (3, "check", "owner_unknown"),
        (3, "check", "owner_grid_unknown"),
        (4, "must_fix", "owner_twice"),
    ]
    assert (report.shops, report.plaques) == (1, 0)
    assert listed(village)["金穗农资"].grid_code == ""


def test_two_shops_of_one_name_are_told_apart_by_their_owners(village: Village, tmp_path: Path) -> None:
    other = (2, "清泉便民超市", "柴永胜", "否", "二网格", "村口", None, None, None)
    path = shops(tmp_path, MARKET, other)
    assert len(bring(village, path).new_owners) == 2
    assert not bring(village, path).has_changes


def test_undo_takes_shops_and_books_away_but_not_a_book_with_points(village: Village, tmp_path: Path) -> None:
    report = bring(village, shops(tmp_path, MARKET, NOODLES))
    with village.write() as tx:
        book = next(row for row in accounts(tx) if row.owner_name == "老李面馆")
        import_openings(tx, [OpeningFigures(book.id, Points.parse("5"), None, None)], tx.today, None)  # type: ignore[arg-type]
    assert report.batch is not None
    with village.write() as tx:
        undone = undo_import(tx, report.batch)
    assert sorted(each.table for each in undone.rows.kept) == ["account", "organization"]
    assert list(listed(village)) == ["老李面馆"]
    assert list(books(village)) == ["老李面馆"]
    assert listed(village)["老李面馆"].code == "S002"
    bring(village, shops(tmp_path, MARKET))
    assert listed(village)["清泉便民超市"].code == "S003"


def test_undo_sets_a_changed_shop_back(village: Village, tmp_path: Path) -> None:
    bring(village, shops(tmp_path, MARKET))
    before = listed(village)["清泉便民超市"]
    changed = (1, "清泉便民超市", "柴永胜", "否", "二网格", "村口", "13900002222", "√", "停业")
    number = bring(village, shops(tmp_path, changed, name="新.xlsx")).batch
    assert number is not None
    assert books(village) == {}
    with village.write() as tx:
        undone = undo_import(tx, number)
    assert (undone.rows.removed, undone.rows.restored, undone.rows.kept) == (0, 2, ())
    assert listed(village)["清泉便民超市"] == before
    assert list(books(village)) == ["清泉便民超市"]


def test_cancelling_leaves_nothing_behind(village: Village, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        bring(village, shops(tmp_path, MARKET, NOODLES), progress=CancelAt(1))
    assert listed(village) == {}
    with village.read() as scope:
        assert scope.session.scalars(select(Organization.id)).all() == []


def test_a_workbook_without_such_a_list_is_refused(village: Village, tmp_path: Path) -> None:
    path = save_sheets(tmp_path / "别的.xlsx", {"表": [("姓名", "电话"), ("王国", "13800001111")]})
    with pytest.raises(NoHeaderFound):
        look(village, path)


def workers(tmp_path: Path, *rows: Row, name: str = "网格员.xlsx") -> Path:
    return save_sheets(tmp_path / name, {"网格员": [("网格", "网格员", "电话"), *rows]})


def held(village: Village) -> list[RoleRow]:
    with village.read() as scope:
        return list(roles_at(scope, scope.today))


def test_grid_workers_come_in_as_roles_of_residents_and_of_others(village: Village, tmp_path: Path) -> None:
    path = workers(
        tmp_path, ("第一网格", "冯俊峰", "17821498260"), ("第二网格", "外来员", "13711112222"),
        ("第九网格", "没有格", "13711112223"),
    )  # fmt: skip
    report = bring(village, path)
    assert kinds(report) == [(3, "auto", "role_not_resident"), (4, "must_fix", "role_grid_unknown")]
    assert [(each.place, each.name, each.resident) for each in report.new_roles] == [
        ("第一网格", "冯俊峰", True), ("第二网格", "外来员", False),
    ]  # fmt: skip
    assert [(row.role, row.place_name, row.name, str(row.phone)) for row in held(village)] == [
        ("网格员", "第一网格", "冯俊峰", "178****8260"),
        ("网格员", "第二网格", "外来员", "137****2222"),
    ]
    with village.read() as scope:
        assert [row.phone for row in scope.session.scalars(select(RoleSpan).order_by(RoleSpan.id))] == [
            "", "13711112222",
        ]  # fmt: skip
    assert not bring(village, path).has_changes


def test_a_new_worker_takes_over_and_the_old_one_ends_the_day_before(
    village: Village, tmp_path: Path
) -> None:
    bring(village, workers(tmp_path, ("第一网格", "冯俊峰", None), ("第二网格", "张建新", None)))
    village.on(date(2026, 7, 1))
    report = bring(village, workers(tmp_path, ("第一网格", "新来的", "13711112222"), name="七月.xlsx"))
    assert [(each.name, each.old, each.new) for each in report.changes] == [
        ("第一网格网格员", "冯俊峰", "新来的")
    ]
    assert sorted(row.name for row in held(village)) == ["张建新", "新来的"]
    with village.read() as scope:
        assert [row.to_on for row in roles_at(scope, date(2026, 6, 30)) if row.name == "冯俊峰"] == [
            date(2026, 6, 30)
        ]
    assert report.batch is not None
    with village.write() as tx:
        undo_import(tx, report.batch)
    assert sorted(row.name for row in held(village)) == ["冯俊峰", "张建新"]


def test_a_roster_that_names_the_worker_in_every_row_is_no_list_of_workers(
    village: Village, tmp_path: Path
) -> None:
    titles = ("网格", "户主姓名", "姓名", "与户主关系", "联系电话", "网格员")
    path = save_sheets(
        tmp_path / "花名册.xlsx",
        {
            "第一网格": [titles, ("第一网格", "冯俊峰", "冯俊峰", "户主", "17821498260", "冯俊峰")],
            "网格员": [("网格", "网格员", "电话"), ("第一网格", "冯俊峰", "17821498260")],
        },
    )
    assert look(village, path).roles == 1


def test_building_leaders_come_with_their_buildings(village: Village, tmp_path: Path) -> None:
    titles = ("网格", "小区", "楼栋", "楼栋长", "手机号", "任职时间")
    path = save_sheets(
        tmp_path / "楼栋长.xlsx",
        {
            "楼栋长": [
                titles,
                ("第一网格", "幸福小区", "1号楼", "冯俊峰", "17821498260", "2026年3月1日"),
                ("第一网格", "幸福小区", "2号楼", "外来员", "13711112222", "去年"),
                (None, None, "8号楼", "没有楼", "13711112223", None),
            ]
        },
    )
    report = bring(village, path)
    assert kinds(report) == [
        (3, "check", "role_day_unreadable"),
        (3, "auto", "role_not_resident"),
        (4, "must_fix", "role_building_unknown"),
    ]
    first, second = held(village)
    assert (first.role, first.place_kind, first.place_name, first.name) == (
        "楼栋长",
        "building",
        "1号楼",
        "冯俊峰",
    )
    assert (first.from_on, second.from_on) == (date(2026, 3, 1), date(2026, 6, 1))
    with village.read() as scope:
        building = scope.session.get_one(Place, first.place_id)
        estate = scope.session.get_one(Place, building.parent_id)
        assert (estate.kind, estate.name) == ("estate", "幸福小区")
    assert not bring(village, path).has_changes
    assert report.batch is not None
    with village.write() as tx:
        undone = undo_import(tx, report.batch)
    assert undone.rows.kept == ()
    assert held(village) == []
    with village.read() as scope:
        assert scope.session.scalars(select(Place.kind).distinct()).all() == ["grid"]
