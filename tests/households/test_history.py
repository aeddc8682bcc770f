"""What was on a day, and the story as it is read."""

from datetime import date
from pathlib import Path

import pytest

from builders.lives import act, family, named, who
from builders.village import KEY, Village, settled_village
from passbook_desk.features.households.life import commands as life
from passbook_desk.features.households.life.history import (
    head_at,
    history_of,
    homes_at,
    household_of,
    households_on,
    row_at,
)
from passbook_desk.features.households.life.values import (
    ActKind,
    ChangeHead,
    HouseholdAction,
    NewPerson,
    PersonArrives,
    PersonLeaves,
)
from passbook_desk.features.households.model import ScoredSpan
from passbook_desk.ui.kit.sentences import sentence_for, tell_code

MARCH, APRIL, MAY = date(2026, 3, 3), date(2026, 4, 4), date(2026, 5, 5)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


@pytest.fixture
def home(village: Village) -> int:
    """Born in March, married in April, the head died in May."""
    with village.write() as tx:
        home = family(tx, "01005", "20男赵强1990")
        child = NewPerson("赵小雨", "女", MARCH)
        life.record_birth(tx, PersonArrives(act(MARCH), home, "42", person=child), KEY)
        bride = NewPerson("孙丽", "女", date(1991, 1, 1))
        life.marry_in(tx, PersonArrives(act(APRIL, "登记结婚"), home, "38", person=bride), KEY)
        life.record_death(tx, PersonLeaves(act(MAY), named(tx, "赵大山"), named(tx, "赵强")))
    return home


def test_the_story_is_read_from_the_oldest_line_on(village: Village, home: int) -> None:
    with village.read() as scope:
        story = history_of(scope, home)
    assert [tell_code(f"story.{line.kind}", line.params()) for line in story] == [
        "2026.2.1 新增成员赵强。",
        "2026.3.3 赵小雨出生。",
        "2026.4.4 孙丽婚入。",
        "2026.5.5 赵大山去世。",
    ]
    assert [(line.reason, line.handler) for line in story[2:3]] == [("登记结婚", "刘文书")]


def test_membership_of_each_day_is_as_it_was(village: Village, home: int) -> None:
    assert who(village, home, date(2026, 2, 1)) == {"赵大山": "02", "赵强": "20"}
    assert who(village, home, MARCH) == {"赵大山": "02", "赵强": "20", "赵小雨": "42"}
    assert who(village, home, APRIL)["孙丽"] == "38"
    assert who(village, home, MAY) == {"赵强": "02", "赵小雨": "30", "孙丽": "12"}


def test_a_gap_between_leaving_and_coming_back_is_a_gap(village: Village, home: int) -> None:
    with village.write() as tx:
        person = named(tx, "孙丽")
        life.move_out(tx, PersonLeaves(act(date(2026, 5, 10)), person))
        life.return_person(tx, PersonArrives(act(date(2026, 5, 20)), home, "12", person_id=person), KEY)
    days = [9, 10, 19, 20]
    with village.read() as scope:
        found = [household_of(scope, person, date(2026, 5, day)) for day in days]
    assert found == [home, None, None, home]


def test_whom_a_roster_brought_was_there_before_even_if_he_left_and_came_back(village: Village) -> None:
    with village.write() as tx:
        life.move_out(tx, PersonLeaves(act(date(2026, 5, 10)), 1))
        life.return_person(tx, PersonArrives(act(date(2026, 5, 20)), 1, "02", person_id=1), KEY)
    with village.read() as scope:
        assert household_of(scope, 1, date(2025, 7, 1)) == 1
        assert head_at(scope, 1, date(2026, 5, 15)) is None
        assert head_at(scope, 1, date(2026, 5, 20)) == 1


def test_everybodys_home_on_a_day_counts_each_person_once(village: Village, home: int) -> None:
    with village.read() as scope:
        assert len(homes_at(scope, APRIL)) == 3 + 4
        assert len(homes_at(scope, MAY)) == 3 + 3


def test_a_household_was_in_the_village_until_it_left(village: Village, home: int) -> None:
    with village.write() as tx:
        life.household_moves_out(tx, HouseholdAction(act(date(2026, 5, 10)), home))
    with village.read() as scope:
        assert home in households_on(scope, date(2026, 5, 9))
        assert home not in households_on(scope, date(2026, 5, 10))


def test_a_row_that_ended_the_day_before_it_began_held_until_then() -> None:
    ended = ScoredSpan(id=1, from_on=MARCH, to_on=date(2026, 3, 2))
    following = ScoredSpan(id=2, from_on=MARCH, to_on=None)
    assert row_at([following, ended], date(2026, 3, 2)) is ended
    assert row_at([following, ended], MARCH) is following
    assert row_at([following], date(2026, 3, 2), began_on=MARCH) is None


def test_heads_follow_each_other_without_a_gap(village: Village, home: int) -> None:
    with village.write() as tx:
        life.change_head(tx, ChangeHead(act(date(2026, 5, 20)), home, named(tx, "孙丽")))
        names = {person_id: name for name in ("赵大山", "赵强", "孙丽") if (person_id := named(tx, name))}
    with village.read() as scope:
        days = [date(2026, 5, day) for day in (4, 5, 19, 20)]
        assert [names[head_at(scope, home, day) or 0] for day in days] == ["赵大山", "赵强", "赵强", "孙丽"]


def test_every_kind_of_act_has_its_sentence() -> None:
    assert [kind for kind in ActKind if sentence_for(f"story.{kind}") is None] == []
