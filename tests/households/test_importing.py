import json
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.auditing import audit_head
from builders.progress import CancelAt
from builders.rosters import (
    HEADER,
    SAMPLES,
    Row,
    bring_in,
    dry_run,
    id_number,
    line,
    reread,
    save_roster,
    save_sheets,
    take_back,
    three_households,
)
from builders.village import Village, new_village
from passbook_desk.features.audit.digests import row_digest
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.households.life.history import places_at
from passbook_desk.features.households.life.values import Act
from passbook_desk.features.households.model import (
    Headship,
    Household,
    Membership,
    PartyStatus,
    Person,
    PersonTag,
    Place,
    ResidenceSpan,
    ScoredSpan,
)
from passbook_desk.features.households.places import (
    BUILDING,
    AddPlace,
    PutHousehold,
    add_place,
    put_household,
)
from passbook_desk.features.households.queries import (
    grids,
    household_by_code,
    household_card,
    households,
    party_members,
)
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.features.households.secrets import LookupKey, lookup_of
from passbook_desk.features.households.values import PersonRow, RosterReport
from passbook_desk.features.intake.model import BatchRow
from passbook_desk.features.intake.queries import active_batch_of, batches
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.intake.values import Severity
from passbook_desk.features.ledger.imports import apply_roster
from passbook_desk.features.ledger.model import Account
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind
from passbook_desk.ui.kit.sentences import sentence_for

MADE = (
    Place,
    Household,
    Person,
    Membership,
    Headship,
    ScoredSpan,
    PartyStatus,
    ResidenceSpan,
    PersonTag,
    Account,
)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    yield village
    village.store.close()


def roster(tmp_path: Path, rows: list[Row], name: str = "花名册.xlsx") -> Path:
    return save_roster(tmp_path / name, rows)


def card(village: Village, code: str) -> dict[str, PersonRow]:
    with village.read() as scope:
        return {one.name: one for one in household_card(scope, household_by_code(scope, code).id).people}


def counted(report: RosterReport) -> tuple[int, int, int]:
    return report.households, report.residents, report.party_members


def changes(report: RosterReport) -> set[tuple[str, str, str, str]]:
    return {(one.person_name, one.field, one.old, one.new) for one in report.changes}


def test_the_sample_roster_comes_in_whole_and_counts_as_expected(village: Village) -> None:
    expected = json.loads((SAMPLES / "花名册_标准.expected.json").read_text(encoding="utf-8"))
    path = SAMPLES / "花名册_标准.xlsx"
    before = dry_run(village, path)
    report = bring_in(village, path)
    assert (before.applied, report.applied, report.batch, report.findings) == (False, True, 1, ())
    assert replace(report, applied=False, batch=None) == before
    assert counted(report) == (486, 1615, 61)
    assert [
        (one.full_code, one.name, one.households, one.residents, one.party_members) for one in report.per_grid
    ] == [
        (one["code"], one["name"], one["households"], one["residents"], one["party_members"])
        for one in expected["per_grid"]
    ]
    with village.read() as scope:
        stored = [(one.full_code, one.households, one.residents, one.party_members) for one in grids(scope)]
        rows = households(scope)
        members = party_members(scope)
        assert verify_audit(scope) > 6000
    assert stored == [
        (one["code"], one["households"], one["residents"], one["party_members"])
        for one in expected["per_grid"]
    ]
    assert all(row.scored for row in rows)
    assert all(row.head_name for row in rows)
    assert (len(members), sum(one.kind == "probationary" for one in members)) == (61, 2)


def test_every_row_that_an_import_makes_is_sealed_once_and_noted_for_an_undo(
    village: Village, tmp_path: Path
) -> None:
    with village.read() as scope:
        before = audit_head(scope)
    workbook = reread(roster(tmp_path, three_households()))
    with village.write() as tx:
        apply_roster(tx, plan_roster(tx, workbook, village.key), NullProgress())
    tables = {kind.__tablename__ for kind in MADE}
    with village.read() as scope:
        sealed = [
            (row.subject_table, row.subject_uid, row.digest)
            for row in scope.session.scalars(select(AuditRow).where(AuditRow.seq > before))
            if row.act == "created" and row.subject_table in tables
        ]
        noted = [
            (row.subject_table, row.subject_uid, row.digest)
            for row in scope.session.scalars(select(BatchRow))
        ]
        held = [
            (row.__tablename__, row.uid, row_digest(row))
            for kind in MADE
            for row in scope.session.scalars(select(kind))
        ]
        assert verify_audit(scope) == audit_head(scope)
    assert {table for table, _, _ in held} == tables
    assert sorted(sealed) == sorted(noted) == sorted(held)


def test_a_list_of_the_whole_village_beside_its_grids_is_passed_over_and_said(
    village: Village, tmp_path: Path
) -> None:
    people = three_households()
    sheets = {
        name: [list(HEADER), *([row.get(title) for title in HEADER] for row in rows)]
        for name, rows in {"总表": people, "一网格": people[:4], "二网格": people[4:]}.items()
    }
    path = save_sheets(tmp_path / "花名册.xlsx", sheets)
    before = dry_run(village, path)
    report = bring_in(village, path)
    assert [(note.sheet, note.row, note.kind, note.severity, note.params) for note in report.notes] == [
        ("总表", 0, "sheet_repeats", Severity.CHECK, {"count": "5"})
    ]
    assert sentence_for("finding.sheet_repeats").format(**report.notes[0].params).startswith("这张表的 5 行")
    assert (before.notes, report.findings, report.to_check.rows) == (report.notes, (), 0)
    assert counted(report) == (3, 5, 1)
    alone = dry_run(village, save_sheets(tmp_path / "无总表.xlsx", {"一网格": sheets["一网格"]}))
    assert alone.notes == ()


def test_the_sample_roster_takes_less_than_three_seconds_of_work(village: Village) -> None:
    begun = time.process_time()
    bring_in(village, SAMPLES / "花名册_标准.xlsx")
    assert time.process_time() - begun < 3


def test_the_same_roster_again_changes_nothing_and_opens_no_batch(village: Village) -> None:
    path = SAMPLES / "花名册_标准.xlsx"
    bring_in(village, path)
    again = bring_in(village, path)
    assert (again.applied, again.batch, again.has_changes) == (False, None, False)
    assert (again.same_households, again.same_people, again.new_people) == (486, 1615, 0)
    workbook = read_workbook(path, NullProgress())
    with village.read() as scope:
        assert [one.number for one in batches(scope)] == [1]
        known = active_batch_of(scope, workbook, "roster")
        assert known is not None
        assert (known.number, known.file_name) == (1, "花名册_标准.xlsx")
        assert active_batch_of(scope, workbook, "balances") is None


def test_people_come_in_with_everything_the_roster_says(village: Village, tmp_path: Path) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    people = card(village, "01001")
    wife = people["单秀英"]
    assert (wife.sex, wife.born_on, wife.relation_word, wife.relation_code) == (
        "女",
        date(1962, 8, 11),
        "配偶",
        "10",
    )
    assert (wife.tags, wife.residence, wife.party_kind, wife.is_head) == (
        ("低保", "残疾"),
        "常住",
        None,
        False,
    )
    assert people["王建国"].is_head
    assert people["赵晓梅"].residence == "流出"
    assert str(wife.id_number) == "14*************" + id_number("19620811", 902)[-3:]
    assert str(wife.phone) == "138****0811"
    assert card(village, "01002")["李卫东"].remark == "网格员"
    assert card(village, "01002")["李卫东"].party_kind == "full"


def test_numbers_lie_in_three_columns_and_only_the_keyed_hash_is_compared(
    village: Village, tmp_path: Path
) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    village.store.close()
    number = id_number("19620811", 902)
    with sqlite3.connect(village.path) as file:
        row = file.execute(
            "SELECT id_number, id_number_lookup, id_number_tail4, length(salt), name_initials, name_key"
            " FROM person WHERE name = '单秀英'"
        ).fetchone()
    file.close()
    secret = Sensitive(SensitiveKind.ID_NUMBER, number)
    assert row[:4] == (number, lookup_of(secret, village.key), number[-4:], 16)
    assert lookup_of(secret, LookupKey(b"other")) != row[1]
    assert "sxy" in row[4].split()
    assert row[5].startswith("shan ")


def test_dated_rows_begin_on_the_day_of_the_import(village: Village, tmp_path: Path) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    village.store.close()
    with sqlite3.connect(village.path) as file:
        for table in (
            "membership",
            "headship",
            "party_status",
            "scored_span",
            "residence_span",
            "person_tag",
        ):
            assert file.execute(f"SELECT DISTINCT from_on, to_on FROM {table}").fetchall() == [
                ("2026-06-01", None)
            ]
    file.close()


def test_a_row_that_must_be_fixed_is_left_out_and_named_and_comes_in_when_it_is_right(
    village: Village, tmp_path: Path
) -> None:
    rows = three_households()
    rows[1]["户编号"] = None
    report = bring_in(village, roster(tmp_path, rows))
    assert counted(report) == (3, 4, 1)
    assert [(one.kind, one.row, one.params["name"]) for one in report.findings] == [
        ("household_missing", 3, "单秀英")
    ]
    assert set(card(village, "01001")) == {"王建国", "赵晓梅"}
    mended = bring_in(village, roster(tmp_path, three_households()))
    assert (mended.batch, mended.new_people, mended.same_people) == (2, 1, 4)
    assert changes(mended) == {("单秀英", "member", "", "单秀英")}
    assert set(card(village, "01001")) == {"王建国", "单秀英", "赵晓梅"}


def test_a_changed_phone_is_listed_old_to_new_and_an_empty_cell_erases_nothing(
    village: Village, tmp_path: Path
) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    rows = three_households()
    rows[0]["联系电话"] = "13900001111"
    rows[1].update({"联系电话": None, "人员类别": None, "住址": None, "居住状态": None, "政治面貌": None})
    rows[3].update({"备注": None, "政治面貌": None})
    path = roster(tmp_path, rows)
    village.on(date(2026, 7, 5))
    seen = dry_run(village, path)
    report = bring_in(village, path)
    assert changes(report) == changes(seen) == {("王建国", "phone", "138****0304", "139****1111")}
    assert (report.same_households, report.same_people, report.new_people) == (3, 4, 0)
    people = card(village, "01001")
    assert people["王建国"].phone is not None
    assert people["王建国"].phone.reveal() == "13900001111"
    assert (str(people["单秀英"].phone), people["单秀英"].tags) == ("138****0811", ("低保", "残疾"))
    assert card(village, "01002")["李卫东"].party_kind == "full"


def test_everything_else_that_changed_is_listed_and_written(village: Village, tmp_path: Path) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    rows = three_households()
    rows[0].update({"住址": "清泉村东街8号", "网格名称": "东一网格"})
    rows[1].update({"住址": "清泉村东街8号", "网格名称": "东一网格", "人员类别": "低保", "居住状态": "空挂"})
    rows[2].update(
        {"住址": "清泉村东街8号", "网格名称": "东一网格", "政治面貌": "中共预备党员", "与户主关系": "女"}
    )
    rows[3].update({"网格名称": "东一网格", "政治面貌": "群众", "备注": "退任"})
    village.on(date(2026, 7, 5))
    report = bring_in(village, roster(tmp_path, rows))
    assert changes(report) == {
        ("", "grid_name", "第一网格", "东一网格"),
        ("", "address", "清泉村1号", "清泉村东街8号"),
        ("", "house_number", "1", "8"),
        ("单秀英", "tags", "低保、残疾", "低保"),
        ("单秀英", "residence", "常住", "空挂"),
        ("赵晓梅", "party", "非党员", "中共预备党员"),
        ("赵晓梅", "relation", "儿媳", "女"),
        ("李卫东", "party", "中共党员", "非党员"),
        ("李卫东", "remark", "网格员", "退任"),
    }
    people = card(village, "01001")
    assert (people["单秀英"].tags, people["单秀英"].residence) == (("低保",), "空挂")
    assert (people["赵晓梅"].party_kind, people["赵晓梅"].relation_code) == ("probationary", "30")
    assert card(village, "01002")["李卫东"].party_kind is None
    with village.read() as scope:
        assert household_by_code(scope, "01001").address == "清泉村东街8号"
        assert grids(scope)[0].name == "东一网格"
        assert verify_audit(scope) > 0
    village.on(date(2026, 7, 4))
    assert card(village, "01001")["单秀英"].tags == ("低保", "残疾")
    assert card(village, "01002")["李卫东"].party_kind == "full"
    assert not dry_run_changes(village, tmp_path, rows)


def test_a_household_that_a_roster_puts_into_another_grid_lives_there_from_that_day_until_it_is_undone(
    village: Village, tmp_path: Path
) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    with village.write() as tx:
        home = household_by_code(tx, "01001").id
        first, second = (row.id for row in grids(tx))
        tower = add_place(tx, AddPlace(BUILDING, "1号楼", first))
        put_household(tx, PutHousehold(Act(new_uid(), tx.today, ""), home, tower))
    rows = three_households()
    for row in rows[:3]:
        row.update({"网格编码": "140108203211002", "网格名称": "第二网格"})
    moved = date(2026, 7, 5)
    village.on(moved)
    report = bring_in(village, roster(tmp_path, rows))
    assert ("", "grid_code", "01", "02") in changes(report)
    with village.read() as scope:
        assert [places_at(scope, day)[home] for day in (date(2026, 7, 4), moved)] == [tower, second]
    assert take_back(village, 2).kept == ()
    with village.read() as scope:
        assert places_at(scope, moved)[home] == tower


def dry_run_changes(village: Village, tmp_path: Path, rows: list[Row]) -> bool:
    village.on(date(2026, 7, 6))
    return dry_run(village, roster(tmp_path, rows)).has_changes


def test_a_new_head_is_listed_and_all_relations_follow(village: Village, tmp_path: Path) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    rows = [{**row, "户主姓名": "单秀英"} for row in three_households()[:3]]
    rows[0]["与户主关系"] = "配偶"
    rows[1]["与户主关系"] = "户主"
    village.on(date(2026, 7, 5))
    report = bring_in(village, roster(tmp_path, rows))
    assert ("", "head", "王建国", "单秀英") in changes(report)
    assert [one.kind for one in report.findings] == ["head_changed"]
    people = card(village, "01001")
    assert [name for name, one in people.items() if one.is_head] == ["单秀英"]
    assert (people["王建国"].relation_code, people["单秀英"].relation_code) == ("10", "02")


def test_somebody_who_moved_is_found_by_the_id_and_lives_in_one_household_only(
    village: Village, tmp_path: Path
) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    moved = line("01003", "赵晓梅", "赵晓梅", "户主", "19900101", 904)
    village.on(date(2026, 7, 5))
    report = bring_in(village, roster(tmp_path, [moved]))
    assert ("赵晓梅", "household", "01001", "01003") in changes(report)
    assert ("person_moved", {"name": "赵晓梅", "code": "01003", "old": "01001", "new": "01003"}) in [
        (one.kind, dict(one.params)) for one in report.findings
    ]
    assert (len(report.new_households), report.new_people) == (1, 0)
    assert set(card(village, "01003")) == {"赵晓梅"}
    assert set(card(village, "01001")) == {"王建国", "单秀英"}
    with village.read() as scope:
        assert household_by_code(scope, "01003").head_name == "赵晓梅"


def test_people_without_id_are_known_by_name_birth_and_house(village: Village, tmp_path: Path) -> None:
    nameless = [{**row, "公民身份号码": None} for row in three_households()]
    bring_in(village, roster(tmp_path, nameless))
    again = bring_in(village, roster(tmp_path, nameless))
    assert (again.applied, again.same_people) == (False, 5)
    with_ids = bring_in(village, roster(tmp_path, three_households()))
    assert (with_ids.new_people, {field for _, field, _, _ in changes(with_ids)}) == (0, {"id"})
    other_code = [
        {
            **line("01007", "李卫东", "李卫东", "户主", "19750520", 903),
            "公民身份号码": None,
            "住址": "清泉村2号",
        }
    ]
    village.on(date(2026, 7, 5))
    report = bring_in(village, roster(tmp_path, other_code))
    assert (report.new_people, report.new_households) == (0, ())
    assert [(one.kind, one.params.get("code")) for one in report.findings] == [
        ("id_missing", None),
        ("code_differs", "01002"),
    ]


def test_namesakes_of_another_birth_are_other_people(village: Village, tmp_path: Path) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    rows = [*three_households(), line("01001", "王建国", "赵晓梅", "孙女", "20150101", 906)]
    report = bring_in(village, roster(tmp_path, rows))
    assert (report.new_people, report.same_people) == (1, 5)
    with village.read() as scope:
        assert household_by_code(scope, "01001").members == 4


def test_namesakes_in_one_household_without_numbers_and_births_stay_two(
    village: Village, tmp_path: Path
) -> None:
    unknown: Row = {"公民身份号码": None, "出生日期": None}
    rows = [
        *three_households(),
        {**line("01001", "王建国", "王小小", "孙子", "20150101", 907), **unknown},
        {**line("01001", "王建国", "王小小", "孙女", "20160101", 906), **unknown},
    ]
    assert bring_in(village, roster(tmp_path, rows)).new_people == 7
    assert not bring_in(village, roster(tmp_path, rows)).has_changes
    with village.read() as scope:
        assert household_by_code(scope, "01001").members == 5


def test_the_same_id_under_another_name_is_applied_and_named(village: Village, tmp_path: Path) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    rows = three_households()
    rows[1]["姓名"] = "单秀芳"
    report = bring_in(village, roster(tmp_path, rows))
    assert changes(report) == {("单秀芳", "name", "单秀英", "单秀芳")}
    assert [one.kind for one in report.findings] == ["name_changed"]
    with village.read() as scope:
        assert [row.code for row in households(scope, find="sxf")] == ["01001"]


def test_a_household_that_empties_keeps_its_scored_flag(village: Village, tmp_path: Path) -> None:
    bring_in(village, roster(tmp_path, three_households()))
    rows = [{**row, "居住状态": "空挂"} for row in three_households()[3:4]]
    village.on(date(2026, 7, 5))
    bring_in(village, roster(tmp_path, rows))
    with village.read() as scope:
        assert household_by_code(scope, "01002").scored


@pytest.mark.parametrize("checks", [1, 3, 5])
def test_cancelling_half_way_leaves_nothing(village: Village, tmp_path: Path, checks: int) -> None:
    with pytest.raises(Cancelled):
        bring_in(village, roster(tmp_path, three_households()), CancelAt(checks))
    with village.read() as scope:
        assert households(scope) == ()
        assert batches(scope) == ()
    assert bring_in(village, roster(tmp_path, three_households())).batch == 1


def test_a_plan_made_before_another_import_is_compared_again(village: Village, tmp_path: Path) -> None:
    from builders.rosters import reread
    from passbook_desk.features.households.commands import import_roster
    from passbook_desk.features.households.roster.planning import plan_roster
    from passbook_desk.features.intake.commands import open_batch

    workbook = reread(roster(tmp_path, three_households()))
    with village.read() as scope:
        old = plan_roster(scope, workbook, village.key)
    bring_in(village, roster(tmp_path, three_households()[:3], "先.xlsx"))
    with village.write() as tx:
        batch = open_batch(tx, "roster", workbook, old.mapping)
        report = import_roster(tx, old, batch, NullProgress())
        batch.seal()
    assert (len(old.report.new_households), len(report.new_households), report.same_people) == (3, 2, 3)
    with village.read() as scope:
        assert len(households(scope)) == 3
