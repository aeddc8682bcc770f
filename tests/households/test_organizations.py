from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.village import KEY, Village, grid, new_village, person
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.households.keys import renew_household_lookups
from passbook_desk.features.households.model import Organization
from passbook_desk.features.households.owners.commands import (
    add_organization,
    close_organization,
    edit_organization,
    reopen_organization,
)
from passbook_desk.features.households.owners.errors import (
    ClosesBeforeItOpened,
    OrganizationClosedAlready,
    OrganizationNameMissing,
    OrganizationOpen,
    OrganizationThere,
    UnknownOrganization,
    UnknownOrganizationGrid,
    UnknownOwner,
)
from passbook_desk.features.households.owners.queries import (
    organization,
    organizations,
    possible_owners,
)
from passbook_desk.features.households.owners.values import (
    AddOrganization,
    EditOrganization,
    OrganizationFacts,
    OrganizationKind,
    OrganizationRow,
)
from passbook_desk.features.households.secrets import LookupKey, lookup_of
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

PHONE = Sensitive(SensitiveKind.PHONE, "17821498260")
MARKET = OrganizationFacts(
    name=" 清泉便民超市 ", address="学校旁", owner_name="冯俊峰", phone=PHONE, plaque_on="2025年7月"
)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    yield village
    village.store.close()


def added(
    village: Village, facts: OrganizationFacts = MARKET, kind: OrganizationKind = OrganizationKind.SHOP
) -> int:
    with village.write() as tx:
        return add_organization(tx, AddOrganization(kind, facts, date(2026, 1, 1)), KEY).id


def row_of(village: Village, organization_id: int) -> OrganizationRow:
    with village.read() as scope:
        return organization(scope, organization_id)


def codes(village: Village, find: str = "") -> list[str]:
    with village.read() as scope:
        return [row.code for row in organizations(scope, find=find)]


def test_a_shop_keeps_what_was_written_and_shows_its_phone_masked(village: Village) -> None:
    row = row_of(village, added(village))
    assert (row.code, row.name, row.address, row.owner_name) == ("S001", "清泉便民超市", "学校旁", "冯俊峰")
    assert (row.plaque_on, row.grid_name, row.owner_id, row.is_open) == ("2025年7月", "", None, True)
    assert str(row.phone) == "178****8260"
    with village.read() as scope:
        stored = scope.session.get_one(Organization, row.id)
        assert (stored.phone_tail4, stored.phone_lookup) == ("8260", lookup_of(PHONE, KEY))
        assert verify_audit(scope) > 0


def test_codes_run_by_kind_and_are_never_given_twice(village: Village) -> None:
    first = added(village)
    added(village, replace(MARKET, name="清泉小学"), OrganizationKind.UNIT)
    with village.write() as tx:
        tx.session.delete(tx.session.get_one(Organization, first))
    added(village, replace(MARKET, name="老李面馆"))
    assert codes(village) == ["S002", "U001"]


def test_the_owner_may_be_a_resident_whose_name_is_then_the_residents(village: Village) -> None:
    with village.write() as tx:
        owner = person(tx, "冯俊峰").id
    shop = added(village, replace(MARKET, owner_id=owner))
    with village.write() as tx:
        tx.session.get_one(type(person(tx, "临时")), owner).name = "冯峻峰"
    assert row_of(village, shop).owner_name == "冯峻峰"


def test_namesakes_are_all_offered_and_the_dead_are_not(village: Village) -> None:
    with village.write() as tx:
        living = [person(tx, "张建新", phone="13800001111").id, person(tx, "张建新").id]
        person(tx, "张建新").died_on = date(2026, 1, 2)
        person(tx, "张建")
    with village.read() as scope:
        assert [row.person_id for row in possible_owners(scope, " 张建新 ")] == living
        assert possible_owners(scope, " ") == ()


def test_a_shop_is_found_by_name_initials_owner_code_and_the_end_of_its_phone(village: Village) -> None:
    added(village)
    added(village, OrganizationFacts(name="重庆小面", owner_name="单晓"))
    for text, found in (
        ("便民", ["S001"]), ("qqbmcs", ["S001"]), ("qingquanbian", ["S001"]), ("冯俊峰", ["S001"]),
        ("s002", ["S002"]), ("8260", ["S001"]), ("cqxm", ["S002"]), ("单", ["S002"]), ("", ["S001", "S002"]),
        ("260", []), ("没有", []),
    ):  # fmt: skip
        assert codes(village, text) == found, text


def test_editing_writes_every_fact_as_given(village: Village) -> None:
    shop = added(village)
    with village.write() as tx:
        place = grid(tx, "03").id
        facts = OrganizationFacts(name="清泉超市", place_id=place, owner_name="冯俊峰", remark="换了招牌")
        edit_organization(tx, EditOrganization(shop, facts), KEY)
    row = row_of(village, shop)
    assert (row.code, row.name, row.grid_code, row.remark) == ("S001", "清泉超市", "03", "换了招牌")
    assert (row.phone, row.address, row.plaque_on) == (None, "", "")


def test_a_closed_shop_stays_and_may_open_again(village: Village) -> None:
    shop = added(village)
    with village.write() as tx:
        close_organization(tx, shop, date(2026, 5, 31))
    assert row_of(village, shop).closed_on == date(2026, 5, 31)
    assert codes(village) == ["S001"]
    with village.read() as scope:
        assert organizations(scope, only_open=True) == ()
    added(village)
    with village.write() as tx:
        reopen_organization(tx, shop)
    assert row_of(village, shop).is_open


def test_what_cannot_be_is_refused(village: Village) -> None:
    shop = added(village)
    for facts, refusal in (
        (replace(MARKET, name=" "), OrganizationNameMissing),
        (MARKET, OrganizationThere),
        (replace(MARKET, owner_id=999), UnknownOwner),
        (replace(MARKET, place_id=999), UnknownOrganizationGrid),
    ):
        with pytest.raises(refusal):
            added(village, facts)
    added(village, replace(MARKET, owner_name="另一位"))
    for on in (date(2025, 12, 31), date(2026, 6, 2)):
        with pytest.raises(ClosesBeforeItOpened), village.write() as tx:
            close_organization(tx, shop, on)
    with pytest.raises(OrganizationOpen), village.write() as tx:
        reopen_organization(tx, shop)
    with village.write() as tx:
        close_organization(tx, shop, date(2026, 6, 1))
    with pytest.raises(OrganizationClosedAlready), village.write() as tx:
        close_organization(tx, shop, date(2026, 6, 1))
    with pytest.raises(UnknownOrganization), village.write() as tx:
        close_organization(tx, 999, date(2026, 6, 1))
    with pytest.raises(UnknownOrganization):
        row_of(village, 999)


def test_a_new_key_of_the_file_finds_the_phones_of_shops_again(village: Village) -> None:
    shop = added(village)
    other = LookupKey(b"o" * 32)
    with village.write() as tx:
        renew_household_lookups(tx, other)
    with village.read() as scope:
        assert scope.session.get_one(Organization, shop).phone_lookup == lookup_of(PHONE, other)
