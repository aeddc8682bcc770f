import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from builders.rosters import SAMPLES, bring_in, save_roster, three_households
from builders.village import Village, new_village
from passbook_desk.features.households.errors import UnknownGrid, UnknownHousehold
from passbook_desk.features.households.queries import (
    grid_by_code,
    heads_by_household,
    household,
    household_by_code,
    household_card,
    households,
)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    bring_in(village, save_roster(tmp_path / "花名册.xlsx", three_households()))
    yield village
    village.store.close()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    village = new_village(tmp_path_factory.mktemp("large"))
    bring_in(village, SAMPLES / "花名册_标准.xlsx")
    yield village
    village.store.close()


def found(village: Village, text: str, grid: str | None = None) -> list[str]:
    with village.read() as scope:
        return [row.code for row in households(scope, grid, text)]


@pytest.mark.parametrize("code", ["1", "01", "001", "０１", "140108203211001"])
def test_a_grid_answers_to_its_short_and_its_full_code(village: Village, code: str) -> None:
    with village.read() as scope:
        assert grid_by_code(scope, code).name == "第一网格"


@pytest.mark.parametrize("code", ["3", "0", "", "甲", "140108203299001", "一"])
def test_an_unknown_grid_is_refused(village: Village, code: str) -> None:
    with village.read() as scope, pytest.raises(UnknownGrid) as refused:
        grid_by_code(scope, code)
    assert refused.value.params == {"text": code}


@pytest.mark.parametrize(
    "code", ["01002", "1002", "０１００２", " 01002 ", "14010820321101002", "140108203211001002"]
)
def test_a_household_answers_to_its_short_and_its_full_code(village: Village, code: str) -> None:
    with village.read() as scope:
        assert household_by_code(scope, code).head_name == "李卫东"


@pytest.mark.parametrize("code", ["01009", "", "王建国", "99999999999901002"])
def test_an_unknown_household_is_refused(village: Village, code: str) -> None:
    with village.read() as scope, pytest.raises(UnknownHousehold):
        household_by_code(scope, code)


def test_an_unknown_id_is_refused(village: Village) -> None:
    with village.read() as scope, pytest.raises(UnknownHousehold):
        household(scope, 999)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["01001", "01002", "02001"]),
        ("王建", ["01001"]),
        ("赵晓梅", ["01001"]),
        ("sxy", ["01001"]),
        ("ＳＸＹ", ["01001"]),
        ("dxy", ["01001"]),
        ("shanxiu", ["01001"]),
        ("买买提·", ["02001"]),
        ("01", ["01001", "01002"]),
        ("02001", ["02001"]),
        ("2号", ["01002"]),
        ("14010820321101002", ["01002"]),
        ("%", []),
        ("_", []),
        ("没有这人", []),
    ],
)
def test_households_are_found_by_names_initials_codes_and_house_numbers(
    village: Village, text: str, codes: list[str]
) -> None:
    assert found(village, text) == codes


def test_a_search_stays_inside_the_grid(village: Village) -> None:
    assert found(village, "", "2") == ["02001"]
    assert found(village, "王", "2") == []


def test_a_card_shows_the_head_first(village: Village) -> None:
    with village.read() as scope:
        card = household_card(scope, household_by_code(scope, "01001").id)
    assert [person.name for person in card.people] == ["王建国", "单秀英", "赵晓梅"]
    assert (card.household.members, card.household.scored, card.household.house_number) == (3, True, "1")


def test_each_household_has_its_head(village: Village) -> None:
    with village.read() as scope:
        rows = households(scope)
        heads = heads_by_household(scope)
    assert [heads[row.id] for row in rows] == ["王建国", "李卫东", "买买提·吐尔逊"]


def test_a_list_of_all_households_asks_few_questions_and_takes_under_50_ms(large: Village) -> None:
    asked: list[str] = []
    with large.read() as scope:
        event.listen(scope.session.connection(), "before_cursor_execute", lambda *call: asked.append(call[2]))
        households(scope)
        questions = len(asked)
        begun = time.process_time()
        rows = households(scope)
        took = time.process_time() - begun
    assert len(rows) == 486
    assert questions <= 6
    assert took < 0.05


def test_a_card_asks_as_many_questions_for_six_people_as_for_one(large: Village) -> None:
    questions = []
    with large.read() as scope:
        sizes = {row.members: row for row in households(scope)}
        asked: list[str] = []
        event.listen(scope.session.connection(), "before_cursor_execute", lambda *call: asked.append(call[2]))
        for members in (1, 6):
            asked.clear()
            assert len(household_card(scope, sizes[members].id).people) == members
            questions.append(len(asked))
    assert questions[0] == questions[1] <= 10
