"""The tree of places, and who lived where."""

from datetime import date
from pathlib import Path

import pytest

from builders.lives import act, family, told
from builders.village import Village, grid, settled_village
from passbook_desk.features.households.life.commands import household_moves_out
from passbook_desk.features.households.life.history import grids_at
from passbook_desk.features.households.life.values import HouseholdAction
from passbook_desk.features.households.places import (
    BUILDING,
    ESTATE,
    GROUP,
    UNIT,
    AddPlace,
    GridLimits,
    PlaceNode,
    PutHousehold,
    add_place,
    grid_notices,
    households_at,
    move_place,
    place_tree,
    put_household,
    rename_place,
)
from passbook_desk.features.households.queries import household
from passbook_desk.features.households.rules import GRID
from passbook_desk.kernel.errors import UserError

MAY, EVE = date(2026, 5, 10), date(2026, 5, 9)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


@pytest.fixture
def tower(village: Village) -> int:
    """Building one of the estate in grid 01."""
    with village.write() as tx:
        estate = add_place(tx, AddPlace(ESTATE, "幸福小区", grid(tx).id))
        return add_place(tx, AddPlace(BUILDING, "1号楼", estate))


def shape(nodes: tuple[PlaceNode, ...]) -> list[object]:
    return [(node.code, node.households, *shape(node.children)) for node in nodes]


def put(village: Village, household_id: int, place_id: int, on: date = MAY) -> None:
    with village.write() as tx:
        put_household(tx, PutHousehold(act(on), household_id, place_id))


def test_places_get_codes_by_their_pattern_and_counts_add_up(village: Village, tower: int) -> None:
    with village.write() as tx:
        unit = add_place(tx, AddPlace(UNIT, "二单元", tower))
        add_place(tx, AddPlace(GROUP, "一组", grid(tx).id))
        add_place(tx, AddPlace(GRID, "第三网格"))
    put(village, 1, unit)
    with village.read() as scope:
        assert shape(place_tree(scope)) == [
            ("01", 2, ("01E01", 1, ("01E01B01", 1, ("01E01B01U01", 1))), ("01G01", 0)),
            ("02", 1),
            ("03", 0),
        ]
        assert sum(node.residents for node in place_tree(scope)) == 3


def test_a_code_is_given_once_and_only_in_its_place(village: Village, tower: int) -> None:
    for command, code in (
        (AddPlace(GRID, "又一个", code="01"), "places.code-taken"),
        (AddPlace(GRID, "第百网格", code="100"), "places.wrong-grid-code"),
        (AddPlace(UNIT, "一单元", 1), "places.wrong-parent"),
        (AddPlace(BUILDING, " ", 1), "places.name-missing"),
        (AddPlace(BUILDING, "2号楼", 999), "places.unknown"),
    ):
        with pytest.raises(UserError) as caught, village.write() as tx:
            add_place(tx, command)
        assert caught.value.code == code


def test_a_renamed_place_keeps_its_code(village: Village, tower: int) -> None:
    with village.write() as tx:
        rename_place(tx, tower, "槐花楼")
    with village.read() as scope:
        (estate,) = place_tree(scope)[0].children
        assert [(node.name, node.code) for node in estate.children] == [("槐花楼", "01E01B01")]


def test_a_building_goes_to_another_grid_only_while_nobody_lived_there(village: Village, tower: int) -> None:
    with village.write() as tx:
        move_place(tx, tower, grid(tx, "02").id)
    put(village, 3, tower)
    with pytest.raises(UserError) as caught, village.write() as tx:
        move_place(tx, tower, grid(tx, "01").id)
    assert caught.value.code == "places.in-use"


def test_a_buildings_households_on_a_past_day_stay_when_one_moves_later(village: Village, tower: int) -> None:
    put(village, 1, tower, date(2026, 3, 1))
    put(village, 2, tower, date(2026, 4, 1))
    with village.write() as tx:
        elsewhere = grid(tx, "02").id
    put(village, 1, elsewhere)
    with village.read() as scope:
        assert households_at(scope, tower, date(2026, 2, 28)) == ()
        assert households_at(scope, tower, date(2026, 3, 31)) == (1,)
        assert households_at(scope, tower, EVE) == (1, 2)
        assert households_at(scope, tower, MAY) == (2,)
        assert grids_at(scope, EVE)[1] == 1
        assert grids_at(scope, MAY)[1] == elsewhere
        row = household(scope, 1)
        assert (row.code, row.grid_code) == ("01001", "02")
    assert told(village, 1) == ["household_placed", "household_placed"]


def test_the_same_place_again_is_no_act(village: Village, tower: int) -> None:
    put(village, 1, tower)
    with pytest.raises(UserError) as caught:
        put(village, 1, tower, date(2026, 5, 11))
    assert caught.value.code == "life.nothing-changed"


def test_a_household_that_moved_out_lives_nowhere(village: Village, tower: int) -> None:
    put(village, 1, tower)
    with village.write() as tx:
        household_moves_out(tx, HouseholdAction(act(date(2026, 5, 20)), 1))
    with village.read() as scope:
        assert households_at(scope, tower, date(2026, 5, 19)) == (1,)
        assert households_at(scope, tower, date(2026, 5, 20)) == ()


def test_a_grid_outside_its_limits_is_a_notice(village: Village) -> None:
    with village.write() as tx:
        family(tx, "01005")
    with village.read() as scope:
        assert [(row.code, row.households) for row in grid_notices(scope)] == [("01", 3), ("02", 1)]
        assert [row.code for row in grid_notices(scope, GridLimits(2, 10))] == ["02"]
        assert [row.code for row in grid_notices(scope, GridLimits(1, 2))] == ["01"]
