"""Who looks after which household, and which ones nobody does."""

from datetime import date
from pathlib import Path

import pytest

from builders.lives import act, named, told
from builders.village import Village, settled_village
from passbook_desk.features.households.life.commands import household_moves_out, record_death
from passbook_desk.features.households.life.values import HouseholdAction, PersonLeaves
from passbook_desk.features.households.links import (
    EndLink,
    LinkHousehold,
    LinkKind,
    end_link,
    link_household,
    links_at,
    unlinked_households,
)
from passbook_desk.kernel.errors import UserError

APRIL, MAY, TODAY = date(2026, 4, 10), date(2026, 5, 10), date(2026, 6, 1)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """李秀英 is the only party member."""
    return settled_village(tmp_path)


def link(village: Village, name: str, household_id: int, kind: LinkKind = LinkKind.MEMBER) -> None:
    with village.write() as tx:
        link_household(tx, LinkHousehold(act(APRIL), kind, named(tx, name), household_id))


def uncovered(village: Village, kind: LinkKind = LinkKind.MEMBER) -> list[str]:
    with village.read() as scope:
        return [row.code for row in unlinked_households(scope, kind)]


def test_households_that_nobody_is_linked_to_are_listed_by_kind(village: Village) -> None:
    assert uncovered(village) == ["01001", "01002", "02001"]
    link(village, "李秀英", 1)
    link(village, "欧阳明", 1, LinkKind.WORKER)
    assert uncovered(village) == ["01002", "02001"]
    assert uncovered(village, LinkKind.CADRE) == ["01001", "01002", "02001"]
    assert told(village, 1) == ["link_added", "link_added"]


def test_only_a_party_member_links_as_one(village: Village) -> None:
    with pytest.raises(UserError) as caught:
        link(village, "王建国", 3)
    assert caught.value.code == "links.not-party-member"
    link(village, "王建国", 3, LinkKind.VILLAGER)
    with pytest.raises(UserError) as caught:
        link(village, "王建国", 3, LinkKind.VILLAGER)
    assert caught.value.code == "links.there"


def test_a_link_ends_and_was_there_until_the_day_before(village: Village) -> None:
    link(village, "李秀英", 1)
    with village.read() as scope:
        (row,) = links_at(scope, TODAY, household_id=1)
    with village.write() as tx:
        end_link(tx, EndLink(act(MAY), row.id))
    with village.read() as scope:
        assert links_at(scope, MAY) == ()
        assert [each.person_name for each in links_at(scope, date(2026, 5, 9))] == ["李秀英"]
    with pytest.raises(UserError) as caught, village.write() as tx:
        end_link(tx, EndLink(act(TODAY), row.id))
    assert caught.value.code == "links.unknown"


def test_who_dies_looks_after_nobody(village: Village) -> None:
    link(village, "李秀英", 1)
    with village.write() as tx:
        record_death(tx, PersonLeaves(act(MAY), named(tx, "李秀英")))
    assert uncovered(village) == ["01001", "01002", "02001"]


def test_an_absent_household_is_no_gap(village: Village) -> None:
    with village.write() as tx:
        household_moves_out(tx, HouseholdAction(act(MAY), 3))
    assert uncovered(village) == ["01001", "01002"]
