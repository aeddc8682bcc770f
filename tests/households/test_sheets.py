"""A roster goes out to Excel and comes back without a difference."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from builders.lives import act, family, named
from builders.rosters import SAMPLES, bring_in, dry_run, id_number, line, save_roster, three_households
from builders.village import KEY, Village, new_village
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.households.errors import NobodyListed, ReasonMissing, UnknownGrid
from passbook_desk.features.households.life import commands as life
from passbook_desk.features.households.life.values import NewPerson, PersonArrives, PersonLeaves
from passbook_desk.features.households.model import AbsenceSpan, Household, Membership, Person
from passbook_desk.features.households.roster.content import (
    UNMASKED_ACT,
    RosterContent,
    roster_content,
    unmasked_roster,
)
from passbook_desk.features.households.roster.sheets import roster_workbook
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

Sheet = list[dict[str, object]]


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = new_village(tmp_path)
    rows = [
        *three_households(),
        line("02002", "刘㛃", "刘㛃", "户主", "19481003", 908, 公民身份号码=None, 联系电话="0351-5550123"),
        line("02002", "刘㛃", "王𪨶", "孙子", "20151104", 911, 联系电话=None, 政治面貌=None, 居住状态=None),
        line(
            "02003", "郝建英", "郝建英", "户主", "19700101", 912, 政治面貌="中共预备党员", 住址="三组小卖部旁"
        ),
    ]
    assert bring_in(village, save_roster(tmp_path / "原来的.xlsx", rows)).residents == 8
    return village


def content_of(village: Village, grid: str | None = None) -> RosterContent:
    with village.read() as scope:
        return roster_content(scope, grid)


def written(village: Village, folder: Path, masked: bool, grid: str | None = None) -> Path:
    target = folder / ("打码.xlsx" if masked else "全号.xlsx")
    write_xlsx(roster_workbook(content_of(village, grid), masked), target)
    return target


def rows_of(workbook: Path) -> Sheet:
    (sheet,) = openpyxl.load_workbook(workbook).worksheets
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


@pytest.mark.parametrize("masked", [True, False])
def test_what_went_out_comes_back_without_a_difference(
    village: Village, tmp_path: Path, masked: bool
) -> None:
    report = dry_run(village, written(village, tmp_path, masked))
    assert (report.households, report.residents, report.party_members) == (5, 8, 2)
    assert (report.has_changes, report.changes) == (False, ())
    assert (report.same_households, report.same_people) == (5, 8)


@pytest.mark.parametrize("masked", [True, False])
def test_the_sample_village_comes_back_without_a_difference(tmp_path: Path, masked: bool) -> None:
    village = new_village(tmp_path)
    bring_in(village, SAMPLES / "花名册_标准.xlsx")
    report = dry_run(village, written(village, tmp_path, masked))
    assert (report.households, report.residents, report.party_members) == (486, 1615, 61)
    assert (report.has_changes, report.changes) == (False, ())


@pytest.mark.parametrize("masked", [True, False])
def test_a_household_that_lived_on_comes_back_without_a_difference(
    village: Village, tmp_path: Path, masked: bool
) -> None:
    with village.write() as tx:
        home = family(tx, "01005", "10女孙丽1965 20男赵强1990 38女钱芳1991 41男赵小雨2015")
        child = NewPerson("赵小雪", "女", date(2026, 3, 3))
        life.record_birth(tx, PersonArrives(act(date(2026, 3, 3)), home, "42", person=child), KEY)
        life.record_death(tx, PersonLeaves(act(date(2026, 5, 5)), named(tx, "赵大山"), named(tx, "赵强")))
        bride = NewPerson("郑梅", "女", date(1993, 1, 1), phone=Sensitive(SensitiveKind.PHONE, "13800122211"))
        life.marry_in(tx, PersonArrives(act(), home, "74", person=bride), KEY)
    report = dry_run(village, written(village, tmp_path, masked))
    assert (report.households, report.residents) == (6, 14)
    assert report.changes == ()
    assert not report.has_changes


def test_a_changed_cell_comes_back_as_that_one_change(village: Village, tmp_path: Path) -> None:
    workbook = written(village, tmp_path, masked=True)
    book = openpyxl.load_workbook(workbook)
    heads = [cell.value for cell in book.worksheets[0][1]]
    book.worksheets[0].cell(2, heads.index("联系电话") + 1).value = "13900001111"
    book.save(workbook)
    (change,) = dry_run(village, workbook).changes
    assert (change.person_name, change.field, change.new) == ("王建国", "phone", "139****1111")


def test_a_masked_roster_shows_no_number_and_no_private_word(village: Village, tmp_path: Path) -> None:
    rows = rows_of(written(village, tmp_path, masked=True))
    assert "人员类别" not in rows[0]
    assert "备注" not in rows[0]
    whole = "".join(str(cell) for row in rows for cell in row.values())
    number = id_number("19600304", 901)
    assert number[:2] + "*" * 16 in whole
    assert number[-3:] not in {str(row["公民身份号码"])[-3:] for row in rows}
    for private in (number, "13809010304", "5550123", "低保", "残疾", "网格员"):
        assert private not in whole


def test_a_whole_roster_has_the_columns_and_words_of_the_standard_one(
    village: Village, tmp_path: Path
) -> None:
    rows = rows_of(written(village, tmp_path, masked=False))
    (standard,) = openpyxl.load_workbook(SAMPLES / "花名册_标准.xlsx").worksheets
    assert {cell.value for cell in standard[1]} <= set(rows[0])
    first = rows[0]
    assert (first["网格编码"], first["户编号"], first["与户主关系"]) == ("140108203211001", "01001", "户主")
    assert (first["公民身份号码"], first["联系电话"]) == (id_number("19600304", 901), "13809010304")
    assert (rows[1]["人员类别"], rows[3]["政治面貌"], rows[3]["备注"]) == ("低保、残疾", "中共党员", "网格员")
    assert [row["政治面貌"] for row in rows if row["姓名"] == "郝建英"] == ["中共预备党员"]


@pytest.mark.parametrize("masked", [True, False])
def test_codes_ids_and_phones_are_quoted_text(village: Village, tmp_path: Path, masked: bool) -> None:
    (sheet,) = openpyxl.load_workbook(written(village, tmp_path, masked)).worksheets
    heads = {cell.value: cell.column for cell in sheet[1]}
    for title in ("网格编码", "户编号", "公民身份号码", "联系电话", "门牌号"):
        cell = sheet.cell(2, heads[title])
        assert (cell.data_type, cell.number_format, cell.quotePrefix) == ("s", "@", True)
    assert sheet.freeze_panes == "A2"


def test_one_grid_alone_goes_out(village: Village, tmp_path: Path) -> None:
    rows = rows_of(written(village, tmp_path, masked=True, grid="2"))
    assert {row["网格名称"] for row in rows} == {"第二网格"}
    assert [row["序号"] for row in rows] == [1, 2, 3, 4]
    with pytest.raises(UnknownGrid):
        content_of(village, "77")


def test_the_dead_and_those_who_left_are_not_on_it(village: Village) -> None:
    with village.write() as tx:
        dead = tx.session.scalars(select(Person).where(Person.name == "单秀英")).one()
        dead.died_on = date(2026, 5, 30)
        away = tx.session.scalars(select(Household).where(Household.code == "02001")).one()
        span = AbsenceSpan(
            uid=new_uid(), household_id=away.id, kind="moved_out", from_on=date(2026, 5, 1), to_on=None
        )
        tx.session.add(span)
        married = tx.session.scalars(select(Person).where(Person.name == "赵晓梅")).one()
        membership = tx.session.scalars(select(Membership).where(Membership.person_id == married.id)).one()
        membership.from_on, membership.to_on = date(2026, 1, 1), date(2026, 5, 31)
    content = content_of(village)
    names = [person.name for grid in content.grids for card in grid.households for person in card.people]
    assert names == ["王建国", "李卫东", "刘㛃", "王𪨶", "郝建英"]


def test_a_village_without_households_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(NobodyListed):
        content_of(new_village(tmp_path))


def test_giving_out_whole_numbers_is_noted_with_reason_and_count_and_no_ones_data(village: Village) -> None:
    number = id_number("19600304", 901)
    with village.write() as tx:
        content = unmasked_roster(tx, "1", f" 镇里核对医保 {number} ")
    assert content.residents == 4
    with village.read() as scope:
        rows = scope.session.scalars(select(AuditRow).where(AuditRow.act == UNMASKED_ACT)).all()
        verify_audit(scope)
    (row,) = rows
    assert row.detail == f"residents=4; grids=01; reason=镇里核对医保 {number[:2]}*************{number[-3:]}"


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_whole_numbers_are_refused_without_a_reason(village: Village, reason: str) -> None:
    with pytest.raises(ReasonMissing), village.write() as tx:
        unmasked_roster(tx, None, reason)
    with village.read() as scope:
        assert scope.session.scalars(select(AuditRow).where(AuditRow.act == UNMASKED_ACT)).all() == []
