import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders.rosters import bring_in, dry_run, line, save_roster, take_back, three_households
from builders.village import Village, booked, catalogue, new_village
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.households.commands import PARTS
from passbook_desk.features.households.model import Person
from passbook_desk.features.households.queries import household_by_code, household_card, households
from passbook_desk.features.intake.errors import BatchAlreadyUndone, BatchTooOld, UnknownBatch
from passbook_desk.features.intake.queries import batch_by_number, batches
from passbook_desk.features.intake.undoing import UndoRules, may_be_undone
from passbook_desk.features.intake.values import KeepReason
from passbook_desk.features.ledger.commands import open_accounts
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour, OpenAccount
from passbook_desk.kernel.clock import FixedClock


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    yield village
    village.store.close()


def first_roster(tmp_path: Path) -> Path:
    return save_roster(tmp_path / "花名册.xlsx", three_households())


def rename(village: Village, name: str, remark: str) -> None:
    with village.write() as tx:
        row = tx.session.query(Person).filter_by(name=name).one()
        row.remark = remark


def test_an_import_is_taken_back_whole_and_may_be_done_again(village: Village, tmp_path: Path) -> None:
    path = first_roster(tmp_path)
    bring_in(village, path)
    undone = take_back(village, 1)
    assert (undone.kept, undone.restored) == ((), 0)
    with village.read() as scope:
        assert households(scope) == ()
        assert verify_audit(scope) > 0
        assert [(one.number, one.undone, one.created) for one in batches(scope)] == [
            (1, True, undone.removed)
        ]
    again = bring_in(village, path)
    assert (again.batch, again.new_people) == (2, 5)


def test_no_row_of_a_taken_back_import_stays_in_any_table(village: Village, tmp_path: Path) -> None:
    bring_in(village, first_roster(tmp_path))
    take_back(village, 1)
    village.store.close()
    tables = ("place", "household", "person", "membership", "headship", "party_status", "scored_span")
    with sqlite3.connect(village.path) as file:
        for table in (*tables, "residence_span", "person_tag"):
            assert file.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    file.close()


def test_a_second_import_taken_back_sets_changed_values_back(village: Village, tmp_path: Path) -> None:
    bring_in(village, first_roster(tmp_path))
    rows = three_households()
    rows[0]["联系电话"] = "13900001111"
    rows[1]["人员类别"] = "特困"
    rows[3]["政治面貌"] = "群众"
    rows.append(line("02001", "买买提·吐尔逊", "艾力·买买提", "子", "19850101", 907))
    village.on(date(2026, 7, 5))
    bring_in(village, save_roster(tmp_path / "新.xlsx", rows))
    undone = take_back(village, 2)
    assert undone.kept == ()
    with village.read() as scope:
        verify_audit(scope)
    assert not dry_run(village, first_roster(tmp_path)).has_changes
    with village.read() as scope:
        card = household_card(scope, household_by_code(scope, "01001").id)
        assert str(card.people[0].phone) == "138****0304"
        assert card.people[1].tags == ("低保", "残疾")
        assert household_by_code(scope, "02001").members == 1


def test_a_person_edited_since_stays_with_the_whole_household_and_is_named(
    village: Village, tmp_path: Path
) -> None:
    bring_in(village, first_roster(tmp_path))
    rename(village, "单秀英", "住院")
    undone = take_back(village, 1)
    edited = [one.label for one in undone.kept if one.reason is KeepReason.EDITED]
    assert edited == ["单秀英"]
    assert {one.label for one in undone.kept if one.table == "household"} == {"01001"}
    with village.read() as scope:
        assert [row.code for row in households(scope)] == ["01001"]
        people = household_card(scope, households(scope)[0].id).people
        assert [person.name for person in people] == ["王建国", "单秀英", "赵晓梅"]
        verify_audit(scope)
    again = bring_in(village, first_roster(tmp_path))
    assert (again.new_people, len(again.new_households)) == (2, 2)
    assert ("单秀英", "remark") not in {(one.person_name, one.field) for one in again.changes}


def test_a_household_with_points_stays_and_accounts_without_lines_go(
    village: Village, tmp_path: Path
) -> None:
    from builders.rosters import reread
    from passbook_desk.features.households.commands import import_roster
    from passbook_desk.features.households.roster.planning import plan_roster
    from passbook_desk.features.intake.commands import open_batch
    from passbook_desk.kernel.jobs import NullProgress

    workbook = reread(first_roster(tmp_path))
    with village.write() as tx:
        catalogue(tx)
        plan = plan_roster(tx, workbook, village.key)
        batch = open_batch(tx, "roster", workbook, plan.mapping)
        import_roster(tx, plan, batch, NullProgress())
        green = [OpenAccount(Colour.GREEN, row.id, None, row.grid_code) for row in households(tx)]
        for account in open_accounts(tx, green):
            batch.created(account)
        batch.seal()
    with village.read() as scope:
        first = accounts(scope)[0]
        assert len(accounts(scope)) == 3
    booked(village, (first.id,))
    undone = take_back(village, 1)
    assert {one.reason for one in undone.kept} == {KeepReason.IN_USE}
    with village.read() as scope:
        assert [row.code for row in households(scope)] == [first.household_code]
        assert [row.id for row in accounts(scope)] == [first.id]
        assert household_by_code(scope, first.household_code).head_name == "王建国"
        assert household_by_code(scope, first.household_code).scored
        verify_audit(scope)


def test_what_a_feature_wants_to_keep_stays_with_its_parts(village: Village, tmp_path: Path) -> None:
    bring_in(village, first_roster(tmp_path))
    with village.read() as scope:
        uid = household_by_code(scope, "01002").uid
    undone = take_back(village, 1, UndoRules(keep=lambda table, row: row == uid, parts=PARTS))
    assert {one.label for one in undone.kept if one.table == "person"} == {"李卫东"}
    with village.read() as scope:
        assert [(row.code, row.head_name) for row in households(scope)] == [("01002", "李卫东")]


def test_a_later_change_by_another_import_is_not_undone_with_the_first(
    village: Village, tmp_path: Path
) -> None:
    bring_in(village, first_roster(tmp_path))
    rows = three_households()
    rows[4]["联系电话"] = "13900001111"
    bring_in(village, save_roster(tmp_path / "新.xlsx", rows))
    undone = take_back(village, 1)
    assert [one.label for one in undone.kept if one.reason is KeepReason.EDITED] == ["买买提·吐尔逊"]
    assert take_back(village, 2).restored == 1


def test_an_import_that_is_not_there_or_undone_is_refused(village: Village, tmp_path: Path) -> None:
    bring_in(village, first_roster(tmp_path))
    with pytest.raises(UnknownBatch) as unknown:
        take_back(village, 7)
    assert unknown.value.params == {"number": "7"}
    with village.read() as scope, pytest.raises(UnknownBatch):
        batch_by_number(scope, 7)
    take_back(village, 1)
    with pytest.raises(BatchAlreadyUndone):
        take_back(village, 1)


def test_an_import_can_be_taken_back_for_thirty_days_and_no_longer(village: Village, tmp_path: Path) -> None:
    bring_in(village, first_roster(tmp_path))
    applied = village.clock.now()
    village.clock = FixedClock(applied + timedelta(days=30))
    with village.read() as scope:
        assert not may_be_undone(batch_by_number(scope, 1), village.clock.now())
    with pytest.raises(BatchTooOld) as refused:
        take_back(village, 1)
    assert refused.value.params == {"number": "1", "days": "30"}
    village.clock = FixedClock(applied + timedelta(days=29, hours=23))
    with village.read() as scope:
        assert may_be_undone(batch_by_number(scope, 1), village.clock.now())
    assert take_back(village, 1).kept == ()
