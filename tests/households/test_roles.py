from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from builders.village import KEY, Village, grid, person, settled_village
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.households.role_errors import (
    RoleEndedAlready,
    RoleEndsBeforeItBegins,
    RoleHeldAlready,
    RoleHolderMissing,
    RoleMissing,
    UnknownRole,
    UnknownRoleHolder,
    UnknownRolePlace,
)
from passbook_desk.features.households.roles import GiveRole, RoleRow, end_role, give_role, roles_at
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

MARCH, MAY, JUNE = date(2026, 3, 1), date(2026, 5, 31), date(2026, 6, 1)
PHONE = Sensitive(SensitiveKind.PHONE, "13800001111")


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = settled_village(tmp_path)
    yield village
    village.store.close()


def given(village: Village, **changed: object) -> int:
    wanted: dict[str, object] = {
        "role": "网格员", "place_id": None, "person_id": None,
        "name": "王国", "phone": None, "from_on": MARCH,
    }  # fmt: skip
    with village.write() as tx:
        return give_role(tx, GiveRole(**{**wanted, **changed}), KEY).id  # type: ignore[arg-type]


def held(village: Village, on: date, **whose: int) -> list[RoleRow]:
    with village.read() as scope:
        return list(roles_at(scope, on, **whose))


def test_a_worker_has_the_role_from_its_first_to_its_last_day(village: Village) -> None:
    with village.write() as tx:
        place = grid(tx, "01").id
    role = given(village, place_id=place, phone=PHONE)
    with village.write() as tx:
        end_role(tx, role, MAY)
    assert [held(village, day) != [] for day in (date(2026, 2, 28), MARCH, MAY, JUNE)] == [
        False, True, True, False,
    ]  # fmt: skip
    (row,) = held(village, MAY, place_id=place)
    assert (row.role, row.name, row.place_code, row.place_name) == ("网格员", "王国", "01", "第一网格")
    assert row.phone is not None
    assert (str(row.phone), row.phone.reveal()) == ("138****1111", "13800001111")
    with village.read() as scope:
        assert verify_audit(scope) > 0


def test_a_resident_keeps_the_name_and_the_phone_of_the_roster(village: Village) -> None:
    with village.write() as tx:
        somebody = person(tx, "李秀英", phone="13900002222").id
    given(village, role="理事会成员", person_id=somebody, name="")
    (row,) = held(village, JUNE, person_id=somebody)
    assert (row.name, row.place_id, row.place_name) == ("李秀英", None, "")
    assert row.phone is not None
    assert row.phone.reveal() == "13900002222"
    assert held(village, JUNE, person_id=somebody + 1) == []


def test_two_may_share_a_role_but_nobody_holds_it_twice_at_once(village: Village) -> None:
    first = given(village)
    given(village, name="李四")
    with pytest.raises(RoleHeldAlready):
        given(village)
    with village.write() as tx:
        end_role(tx, first, MAY)
    with pytest.raises(RoleHeldAlready):
        given(village, from_on=MAY)
    given(village, from_on=JUNE)
    assert sorted(row.name for row in held(village, JUNE)) == ["李四", "王国"]


def test_what_cannot_be_is_refused(village: Village) -> None:
    with pytest.raises(RoleMissing):
        given(village, role=" ")
    with pytest.raises(RoleHolderMissing):
        given(village, name="")
    with pytest.raises(UnknownRoleHolder):
        given(village, person_id=99_999)
    with pytest.raises(UnknownRolePlace):
        given(village, place_id=99_999)
    role = given(village)
    with pytest.raises(RoleEndsBeforeItBegins), village.write() as tx:
        end_role(tx, role, date(2026, 2, 28))
    with pytest.raises(UnknownRole), village.write() as tx:
        end_role(tx, role + 1, MAY)
    with village.write() as tx:
        end_role(tx, role, MAY)
    with pytest.raises(RoleEndedAlready), village.write() as tx:
        end_role(tx, role, JUNE)
