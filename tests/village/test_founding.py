from dataclasses import replace
from pathlib import Path

import pytest

from builders.village import Village, new_village
from passbook_desk.db.migrate import Scripts, create_file
from passbook_desk.db.store import Store
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.village.commands import change_village, found_village, next_number
from passbook_desk.features.village.errors import (
    VillageNameMissing,
    WrongObjectionDays,
    WrongVillageCode,
    WrongYear,
)
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.features.village.values import ChangeVillage, FoundVillage, VillageRow, WallNames
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.places import migrations_folder
from passbook_desk.kernel.points import Points

FOUNDING = FoundVillage("石桥村", "330102000001", "临江镇", 2026, "王会计")


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return new_village(tmp_path)


def facts(village: Village) -> VillageRow:
    with village.read() as scope:
        return village_row(scope)


def changed(now: VillageRow, **wanted: object) -> ChangeVillage:
    kept = {name: getattr(now, name) for name in ChangeVillage.__dataclass_fields__}
    return ChangeVillage(**{**kept, **wanted})


def empty_store(folder: Path) -> Store:
    path = folder / "空.pbk"
    create_file(path, Scripts(migrations_folder()))
    return Store.on_file(path, 0, seal_changes, check_permit)


def test_a_new_village_starts_with_customary_decisions(tmp_path: Path, village: Village) -> None:
    store = empty_store(tmp_path)
    with store.write(Actor(0, ""), village.clock) as tx:
        number = found_village(tx, replace(FOUNDING, name="  石桥村 ", code=" 330102000001 "))
        assert (number, tx.village_id) == (1, 1)
        assert Topic.VILLAGE in tx.touched
        here = village_row(tx)
    assert (here.name, here.code, here.issuer) == ("石桥村", "330102000001", "石桥村积分管理小组")
    assert (here.objection_days, here.wall_names) == (7, WallNames.STARRED)
    assert (here.household_base, here.member_base) == (Points(0), Points(0))
    store.close()


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"name": "  "}, VillageNameMissing),
        ({"township": ""}, VillageNameMissing),
        ({"code": "33010200000"}, WrongVillageCode),
        ({"code": "33010200000X"}, WrongVillageCode),
        ({"year": 1999}, WrongYear),
        ({"year": 2101}, WrongYear),
    ],
)
def test_a_founding_that_cannot_be_right_is_refused_with_its_field(
    tmp_path: Path, village: Village, wrong: dict[str, str], error: type[UserError]
) -> None:
    store = empty_store(tmp_path)
    with pytest.raises(error) as refused, store.write(Actor(0, ""), village.clock) as tx:
        found_village(tx, replace(FOUNDING, **wrong))
    assert [refused.value.params["field"]] == list(wrong)
    store.close()


def test_the_villages_decisions_are_changed_and_sealed(village: Village) -> None:
    command = changed(
        facts(village),
        township=" 柳溪街道 ",
        objection_days=10,
        wall_names=WallNames.CODE,
        household_base=Points(10_000),
    )
    with village.write() as tx:
        change_village(tx, command)
        assert tx.touched == {Topic.VILLAGE}
    here = facts(village)
    assert (here.township, here.objection_days) == ("柳溪街道", 10)
    assert (here.wall_names, here.household_base) == (WallNames.CODE, Points(10_000))
    with village.read() as scope:
        assert verify_audit(scope) > 0


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"name": ""}, VillageNameMissing),
        ({"year": 26}, WrongYear),
        ({"objection_days": 0}, WrongObjectionDays),
        ({"objection_days": 91}, WrongObjectionDays),
    ],
)
def test_a_change_that_cannot_be_right_changes_nothing(
    village: Village, wrong: dict[str, object], error: type[UserError]
) -> None:
    before = facts(village)
    with pytest.raises(error), village.write() as tx:
        change_village(tx, changed(before, **wrong))
    assert facts(village) == before


def test_numbers_of_a_series_start_at_one_and_are_given_in_blocks(village: Village) -> None:
    with village.write() as tx:
        assert next_number(tx, "notice:2026") == 1
        assert next_number(tx, "notice:2026", 5) == 2
        assert next_number(tx, "notice:2026") == 7
        assert next_number(tx, "notice:2027") == 1


def test_a_number_that_a_failed_act_took_is_free_again(village: Village) -> None:
    def interrupted() -> None:
        with village.write() as tx:
            assert next_number(tx, "notice:2026") == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    with village.write() as tx:
        assert next_number(tx, "notice:2026") == 1
