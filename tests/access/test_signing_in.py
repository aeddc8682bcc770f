from datetime import timedelta
from pathlib import Path

import pytest

from builders.village import Village, new_village
from passbook_desk.app.desk import Desk
from passbook_desk.app.signing_in import sign_in_here
from passbook_desk.app.village_file import create_village, open_village
from passbook_desk.features.access.commands import add_operator, let_go, set_pin, try_sign_in
from passbook_desk.features.access.errors import (
    NotAllowed,
    SignInNeeded,
    TooSoon,
    UnknownOperator,
    WrongPin,
)
from passbook_desk.features.access.queries import failures_of
from passbook_desk.features.access.rules import MATRIX, allows
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import policy
from passbook_desk.features.village.values import FoundVillage
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.clock import FixedClock

PIN, OTHER_PIN = "730418", "583920"
FOUNDING = FoundVillage("清泉村", "140108203211", "柳溪镇", 2026, "刘文书")


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = new_village(tmp_path)
    with village.write() as tx:
        set_pin(tx, 1, PIN)
    return village


def tries(village: Village, *pins: str) -> list[tuple[bool, int]]:
    found = []
    for pin in pins:
        with village.write() as tx:
            tried = try_sign_in(tx, 1, pin)
        found.append((tried.passed, tried.seconds))
    return found


def later(village: Village, seconds: int) -> None:
    village.clock = FixedClock(village.clock.moment + timedelta(seconds=seconds))


def test_three_slips_are_free_then_every_wrong_pin_makes_the_wait_longer(village: Village) -> None:
    assert tries(village, "x", "x", PIN) == [(False, 0), (False, 0), (True, 0)]
    assert tries(village, "x", "x", "x") == [(False, 0), (False, 0), (False, 30)]
    later(village, 31)
    assert tries(village, "x") == [(False, 60)]


def test_while_one_waits_even_the_right_pin_is_not_tried_and_a_restart_forgets_nothing(
    village: Village,
) -> None:
    tries(village, "x", "x", "x")
    village.store.close()
    later(village, 10)
    assert tries(village, PIN) == [(False, 20)]
    later(village, 21)
    assert tries(village, PIN) == [(True, 0)]
    with village.read() as scope:
        assert failures_of(scope, 1).count == 0


def test_a_clock_that_was_set_back_locks_nobody_out(village: Village) -> None:
    tries(village, "x", "x", "x")
    later(village, -86_400)
    ((passed, seconds),) = tries(village, PIN)
    assert (passed, seconds) == (False, 30)


def desk_of(path: Path, clock: FixedClock) -> Desk:
    return Desk(open_village(path, clock), clock, lambda _: None)


@pytest.fixture
def file(tmp_path: Path, village: Village) -> Path:
    """A village file as the program makes it, with a clerk who is alone."""
    path = tmp_path / "folder" / "清泉村.pbk"
    create_village(path, FOUNDING, village.clock)
    return path


def test_who_works_alone_without_a_pin_goes_straight_in(file: Path, village: Village) -> None:
    desk = desk_of(file, village.clock)
    assert desk.file.actor == Actor(1, "刘文书")
    assert Act.RECORD in desk.may()
    desk.file.close()


def test_with_a_pin_nobody_writes_before_signing_in(file: Path, village: Village) -> None:
    desk = desk_of(file, village.clock)
    desk.do(lambda tx: set_pin(tx, 1, PIN))
    desk.do(lambda tx: add_operator(tx, AddOperator("陈支书", frozenset({Role.SUPERVISOR}), OTHER_PIN)))
    desk.file.close()
    desk = desk_of(file, village.clock)
    assert desk.may() == frozenset()
    with pytest.raises(SignInNeeded) as refused:
        desk.do(lambda tx: change_policy(tx, VillagePolicy(review=True)))
    assert refused.value.params["names"] == ("刘文书", "陈支书")
    assert not desk.sign_in(1, OTHER_PIN).passed
    assert desk.sign_in(1, PIN).passed
    desk.do(lambda tx: change_policy(tx, VillagePolicy(review=True)))
    desk.sign_out()
    with pytest.raises(SignInNeeded):
        desk.do(lambda tx: let_go(tx, 2))
    assert desk.sign_in(2, OTHER_PIN).passed
    with pytest.raises(NotAllowed):
        desk.do(lambda tx: change_policy(tx, VillagePolicy()))
    assert desk.ask(policy).review
    desk.file.close()


def test_on_the_command_line_the_name_and_the_pin_are_asked_for(file: Path, village: Village) -> None:
    desk = desk_of(file, village.clock)
    sign_in_here(desk, None, lambda _: None)
    desk.do(lambda tx: set_pin(tx, 1, PIN))
    desk.do(lambda tx: add_operator(tx, AddOperator("陈支书", frozenset({Role.VIEWER}), OTHER_PIN)))
    desk.sign_out()
    with pytest.raises(SignInNeeded):
        sign_in_here(desk, None, lambda _: PIN)
    with pytest.raises(UnknownOperator):
        sign_in_here(desk, "王五", lambda _: PIN)
    with pytest.raises(SignInNeeded):
        sign_in_here(desk, "陈支书", lambda _: None)
    for _ in range(3):
        with pytest.raises(WrongPin):
            sign_in_here(desk, "陈支书", lambda _: PIN)
    with pytest.raises(TooSoon) as soon:
        sign_in_here(desk, "陈支书", lambda _: OTHER_PIN)
    assert soon.value.params["seconds"] == 30
    sign_in_here(desk, "刘文书", {"刘文书": PIN}.get)
    assert desk.file.actor.name == "刘文书"
    desk.file.close()


def test_a_wrong_old_pin_counts_as_when_signing_in(file: Path, village: Village) -> None:
    desk = desk_of(file, village.clock)
    desk.do(lambda tx: set_pin(tx, 1, PIN))
    for _ in range(3):
        with pytest.raises(WrongPin):
            desk.prove(OTHER_PIN)
    with pytest.raises(TooSoon):
        desk.prove(PIN)
    desk.file.close()


def test_every_act_is_allowed_to_somebody_and_none_but_looking_to_a_viewer() -> None:
    assert set(MATRIX) == set(Act)
    assert all(MATRIX.values())
    viewer = {act for act in Act if allows(frozenset({Role.VIEWER}), act, single_clerk=False)}
    assert viewer == {Act.READ, Act.VERIFY}


def test_recording_reviewing_and_supervising_are_three_roles() -> None:
    def acts(role: Role) -> set[Act]:
        return {act for act in Act if allows(frozenset({role}), act, single_clerk=False)}

    assert Act.RECORD in acts(Role.RECORDER) - acts(Role.REVIEWER) - acts(Role.SUPERVISOR)
    assert Act.REVIEW in acts(Role.REVIEWER) - acts(Role.RECORDER) - acts(Role.SUPERVISOR)
    assert Act.REVERSE in acts(Role.SUPERVISOR) - acts(Role.RECORDER) - acts(Role.REVIEWER)
    assert allows(frozenset({Role.RECORDER}), Act.REVERSE, single_clerk=True)
    assert not allows(frozenset({Role.VIEWER}), Act.REVERSE, single_clerk=True)
