"""What happens in a household, told as a clerk would record it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from builders.lives import SINCE, TODAY, act, family, named, told, who
from builders.village import KEY, Village, grid, settled_village
from passbook_desk.db.store import Tx
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.households.life import commands as life
from passbook_desk.features.households.life.history import head_at, history_of, household_of
from passbook_desk.features.households.life.values import (
    AddHousehold,
    ChangeHead,
    HouseholdAction,
    Lived,
    MovePerson,
    NewPerson,
    PersonArrives,
    PersonLeaves,
)
from passbook_desk.features.households.model import (
    HouseholdAct,
    Membership,
    PartyStatus,
    Person,
    ResidenceSpan,
)
from passbook_desk.features.households.queries import (
    grids,
    household_by_code,
    household_card,
    households,
    party_members,
)
from passbook_desk.kernel.errors import UserError
from passbook_desk.ui.kit.sentences import tell_code

MAY = date(2026, 5, 10)
OTHERS = "12女刘梅1965 20男赵强1990 38女孙丽1991 41男赵小宝2015"


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


@pytest.fixture
def home(village: Village) -> int:
    """赵大山 with his wife, his son and the son's family in household 01005."""
    with village.write() as tx:
        return family(tx, "01005", OTHERS)


def leave(
    village: Village,
    how: Callable[[Tx, PersonLeaves], Lived],
    name: str,
    new_head: str | None = None,
    on: date = MAY,
) -> Lived:
    with village.write() as tx:
        head = None if new_head is None else named(tx, new_head)
        return how(tx, PersonLeaves(act(on), named(tx, name), head))


def refusal(village: Village, work: Callable[[Tx], object]) -> UserError:
    """The refusal that an act ends in; nothing of it is in the file."""
    before = village.path.read_bytes()
    with pytest.raises(UserError) as caught, village.write() as tx:
        work(tx)
    assert village.path.read_bytes() == before
    return caught.value


def test_a_household_is_founded_under_the_next_number_of_its_grid(village: Village) -> None:
    with village.write() as tx:
        made = life.add_household(
            tx, AddHousehold(act(MAY), grid(tx).id, NewPerson("赵大山", "男"), house_number="7"), KEY
        )
    with village.read() as scope:
        row = household_by_code(scope, "01003")
        assert (row.id, row.head_name, row.members, row.scored) == (made.household_id, "赵大山", 1, True)
    assert who(village, row.id) == {"赵大山": "02"}
    assert told(village, row.id) == ["household_added"]


def test_a_number_once_given_is_never_given_again(village: Village) -> None:
    codes = []
    with village.write() as tx:
        for code in (None, "01009", None, None):
            command = AddHousehold(act(MAY), grid(tx).id, NewPerson("赵大山", "男"), code=code)
            made = life.add_household(tx, command, KEY)
            codes.append(life.household_row(tx, made.household_id).code)
    assert codes == ["01003", "01009", "01010", "01011"]
    taken = AddHousehold(act(MAY), 1, NewPerson("赵大山", "男"), code="01009")
    assert refusal(village, lambda tx: life.add_household(tx, taken, KEY)).code == "life.household-code-taken"
    wrong = AddHousehold(act(MAY), 1, NewPerson("赵大山", "男"), code="02009")
    assert refusal(village, lambda tx: life.add_household(tx, wrong, KEY)).code == "life.wrong-household-code"


def test_a_child_is_born_and_was_not_there_the_day_before(village: Village, home: int) -> None:
    child = NewPerson("赵小雨", "女", MAY)
    with village.write() as tx:
        life.record_birth(tx, PersonArrives(act(MAY), home, "42", person=child), KEY)
    assert who(village, home)["赵小雨"] == "42"
    assert "赵小雨" in who(village, home, MAY)
    assert "赵小雨" not in who(village, home, date(2026, 5, 9))


def test_whom_the_roster_brought_in_was_there_before_the_roster_too(village: Village, home: int) -> None:
    assert "赵大山" in who(village, home, date(2025, 1, 1))
    assert "刘梅" not in who(village, home, date(2026, 1, 31))


def test_the_head_dies_and_all_relations_follow_his_son(village: Village, home: int) -> None:
    lived = leave(village, life.record_death, "赵大山", "赵强")
    assert who(village, home) == {"赵强": "02", "刘梅": "52", "孙丽": "12", "赵小宝": "20"}
    assert lived.findings == ()
    with village.read() as scope:
        dead = scope.session.scalars(select(Person).where(Person.name == "赵大山")).one()
        assert dead.died_on == MAY
        assert household_of(scope, dead.id, date(2026, 5, 9)) == home
        assert household_of(scope, dead.id, MAY) is None
        assert head_at(scope, home, date(2026, 5, 9)) == dead.id
    before = who(village, home, date(2026, 5, 9))
    assert before["赵大山"] == "02"
    assert before["孙丽"] == "38"


def test_a_dead_head_with_a_family_needs_a_new_head(village: Village, home: int) -> None:
    trouble = refusal(village, lambda tx: life.record_death(tx, PersonLeaves(act(MAY), named(tx, "赵大山"))))
    assert (trouble.code, trouble.params["name"]) == ("life.head-needed", "赵大山")


def test_the_last_one_dies_and_the_empty_household_is_named(village: Village) -> None:
    lived = leave(village, life.record_death, "王建国")
    assert [finding.kind for finding in lived.findings] == ["life_household_empty"]
    assert "01001" in tell_code(f"finding.{lived.findings[0].kind}", lived.findings[0].params)
    assert who(village, lived.household_id) == {}
    with village.read() as scope:
        assert head_at(scope, lived.household_id, TODAY) is None


def test_death_ends_the_party_status_and_moving_out_does_not(village: Village) -> None:
    leave(village, life.move_out, "李秀英")
    with village.read() as scope:
        statement = select(func.count(PartyStatus.id)).where(PartyStatus.to_on.is_(None))
        assert scope.session.scalar(statement) == 1
        assert party_members(scope) == ()
    with village.write() as tx:
        back = PersonArrives(act(date(2026, 5, 20)), 2, "02", person_id=named(tx, "李秀英"))
        life.return_person(tx, back, KEY)
    with village.read() as scope:
        assert [row.name for row in party_members(scope)] == ["李秀英"]
    leave(village, life.record_death, "李秀英", on=date(2026, 5, 25))
    with village.read() as scope:
        assert scope.session.scalar(statement) == 0


def test_a_bride_comes_from_another_household_of_the_village(village: Village, home: int) -> None:
    with village.write() as tx:
        other = family(tx, "02005", "30女周芳1995", head="周老三")
        bride = named(tx, "周芳")
        life.marry_in(tx, PersonArrives(act(MAY), home, "38", person_id=bride), KEY)
    assert who(village, home)["周芳"] == "38"
    assert who(village, other) == {"周老三": "02"}
    assert told(village, home)[-1] == told(village, other)[-1] == "married_in"
    with village.read() as scope:
        (line,) = history_of(scope, other)[-1:]
        assert line.from_other
        assert line.other_code == "01005"
        assert tell_code(f"story.{line.kind}.other", line.params()) == "2026.5.10 周芳婚出到户 01005。"


def test_a_daughter_marries_out_of_the_village(village: Village) -> None:
    with village.write() as tx:
        home = family(tx, "01006", "30女赵兰1998")
    leave(village, life.marry_out, "赵兰")
    assert who(village, home) == {"赵大山": "02"}
    assert told(village, home)[-1] == "married_out"


def test_a_person_moves_between_two_households(village: Village, home: int) -> None:
    with village.write() as tx:
        life.move_person(tx, MovePerson(act(MAY), named(tx, "刘梅"), 1, "97"))
    assert who(village, 1) == {"王建国": "02", "刘梅": "97"}
    assert "刘梅" not in who(village, home)
    assert "刘梅" in who(village, home, date(2026, 5, 9))
    assert told(village, 1)[-1] == told(village, home)[-1] == "person_moved"


def test_nobody_is_in_two_households_at_once(village: Village, home: int) -> None:
    trouble = refusal(
        village,
        lambda tx: life.add_person(tx, PersonArrives(act(MAY), 1, "97", person_id=named(tx, "刘梅")), KEY),
    )
    assert (trouble.code, trouble.params["code"]) == ("life.has-home", "01005")


def test_who_comes_into_an_empty_household_heads_it(village: Village, home: int) -> None:
    leave(village, life.move_out, "王建国")
    with village.write() as tx:
        life.move_person(tx, MovePerson(act(date(2026, 5, 20)), named(tx, "赵强"), 1, "97"))
    assert who(village, 1) == {"赵强": "02"}


def test_a_tenant_moves_in_and_out(village: Village, home: int) -> None:
    with village.write() as tx:
        tenant = NewPerson("马六", "男")
        life.tenant_in(tx, PersonArrives(act(MAY), home, "99", person=tenant), KEY)
        lives = select(ResidenceSpan.kind).where(ResidenceSpan.person_id == named(tx, "马六"))
        assert tx.session.scalars(lives).one() == "租住"
    leave(village, life.tenant_out, "马六", on=date(2026, 5, 20))
    assert "马六" not in who(village, home)
    assert "马六" in who(village, home, date(2026, 5, 19))


def test_a_household_moves_out_and_comes_back(village: Village, home: int) -> None:
    with village.read() as scope:
        before = grids(scope)[0]
    with village.write() as tx:
        life.household_moves_out(tx, HouseholdAction(act(MAY), home))
    with village.read() as scope:
        after = grids(scope)[0]
        assert (before.households - after.households, before.residents - after.residents) == (1, 5)
        assert home not in {row.id for row in households(scope)}
        (away,) = (row for row in households(scope, absent=True) if row.id == home)
        assert (away.absence, away.scored, away.members) == ("moved_out", False, 5)
    gone = refusal(
        village,
        lambda tx: life.add_person(tx, PersonArrives(act(), home, "20", person=NewPerson("某某")), KEY),
    )
    assert gone.code == "life.household-absent"
    with village.write() as tx:
        life.household_returns(tx, HouseholdAction(act(date(2026, 5, 20)), home))
    with village.read() as scope:
        assert grids(scope)[0] == before
        assert household_card(scope, home).household.scored
    stays = refusal(village, lambda tx: life.household_returns(tx, HouseholdAction(act(), home)))
    assert stays.code == "life.household-present"


def test_a_day_in_the_future_is_refused(village: Village, home: int) -> None:
    tomorrow = PersonLeaves(act(date(2026, 6, 2)), 1)
    assert refusal(village, lambda tx: life.record_death(tx, tomorrow)).code == "life.in-future"


def test_an_act_may_lie_before_the_roster_but_not_before_another_act(village: Village, home: int) -> None:
    leave(village, life.move_out, "王建国", on=date(2025, 12, 20))  # the roster knows him since January
    assert who(village, 1, date(2025, 12, 19)) == {"王建国": "02"}
    assert who(village, 1, date(2025, 12, 20)) == {}
    trouble = refusal(
        village,
        lambda tx: life.move_out(tx, PersonLeaves(act(date(2026, 1, 31)), named(tx, "刘梅"))),
    )
    assert (trouble.code, trouble.params["day"]) == ("life.before-last-change", SINCE)


def test_a_head_change_is_not_dated_before_somebody_left(village: Village, home: int) -> None:
    leave(village, life.marry_out, "刘梅", on=date(2026, 5, 20))
    trouble = refusal(
        village,
        lambda tx: life.change_head(tx, ChangeHead(act(MAY), home, named(tx, "赵强"))),
    )
    assert (trouble.code, trouble.params["day"]) == ("life.before-last-change", date(2026, 5, 20))


def test_two_sons_with_families_make_the_program_ask(village: Village) -> None:
    with village.write() as tx:
        home = family(tx, "01007", "22男赵一1980 23男赵二1984 38女钱一 38女钱二 41男赵三")
        lived = life.change_head(tx, ChangeHead(act(MAY), home, named(tx, "赵一"), {named(tx, "钱一"): "12"}))
    assert [finding.params["name"] for finding in lived.findings] == ["钱二", "赵三"]
    assert who(village, home) == {
        "赵一": "02", "赵大山": "51", "赵二": "73", "钱一": "12", "钱二": "", "赵三": ""
    }  # fmt: skip


def test_repeating_an_act_changes_nothing(village: Village, home: int) -> None:
    once = act(MAY)
    with village.write() as tx:
        command = ChangeHead(once, home, named(tx, "赵强"))
        first = life.change_head(tx, command)
        acts = tx.session.scalar(select(func.count(HouseholdAct.id)))
        rows = tx.session.scalar(select(func.count(Membership.id)))
    with village.write() as tx:
        again = life.change_head(tx, command)
        assert (again.household_id, again.person_id) == (first.household_id, first.person_id)
        assert tx.session.scalar(select(func.count(HouseholdAct.id))) == acts
        assert tx.session.scalar(select(func.count(Membership.id))) == rows
    other = PersonLeaves(once, 1)
    assert refusal(village, lambda tx: life.record_death(tx, other)).code == "life.other-act"


def test_every_act_is_in_the_audit_chain(village: Village, home: int) -> None:
    leave(village, life.record_death, "赵大山", "赵强")
    with village.read() as scope:
        assert verify_audit(scope) > 0


def test_a_line_of_the_story_cannot_be_changed(village: Village, home: int) -> None:
    leave(village, life.record_death, "赵大山", "赵强")
    with pytest.raises(IntegrityError, match="append-only"), village.write() as tx:
        tx.session.scalars(select(HouseholdAct)).first().reason = "别的"
