from pathlib import Path

import pytest

from builders.rosters import bring_in, line, save_roster
from builders.village import KEY, Village, new_village
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.households.verifying import verify_derived


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """Somebody with an ID and a phone."""
    village = new_village(tmp_path)
    row = line("01001", "单雄信", "单雄信", "户主", "19600304", 901, 联系电话="13900001111")
    bring_in(village, save_roster(tmp_path / "花名册.xlsx", [row]))
    return village


def test_what_is_derived_of_people_is_in_order_after_an_import(village: Village) -> None:
    with village.read() as scope:
        verify_derived(scope, KEY)


@pytest.mark.parametrize(
    "change",
    [
        "name_key = 'shan xiong xin 单雄信|shanxiongxin|'",
        "name_initials = 'sxq'",
        "id_number_tail4 = '0000'",
        "phone_tail4 = ''",
        "phone_lookup = ''",
        "id_number_lookup = replace(id_number_lookup, substr(id_number_lookup, 1, 1), 'g')",
    ],
)
def test_a_changed_search_column_is_found_though_no_digest_covers_it(village: Village, change: str) -> None:
    with village.write() as tx:
        tx.session.connection().exec_driver_sql(f"UPDATE person SET {change}")
    with village.read() as scope:
        verify_audit(scope)
        with pytest.raises(MasterRowChanged):
            verify_derived(scope, KEY)


def test_a_name_as_the_first_version_kept_it_is_in_order(village: Village) -> None:
    with village.write() as tx:
        tx.session.connection().exec_driver_sql(
            "UPDATE person SET name_key = 'shan xiong xin 单雄信', name_initials = 'sxx'"
        )
    with village.read() as scope:
        verify_derived(scope, KEY)
