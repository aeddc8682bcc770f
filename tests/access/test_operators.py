from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.village import Village, booked, catalogue, household, new_village
from passbook_desk.features.access.commands import (
    add_operator,
    change_operator,
    found_operator,
    let_go,
    set_pin,
)
from passbook_desk.features.access.errors import (
    LastManager,
    NoRole,
    NotAllowed,
    OperatorNameMissing,
    OperatorNameTaken,
    OwnPinMissing,
    OwnRoles,
    WeakPin,
    WrongPin,
)
from passbook_desk.features.access.model import Operator, OperatorRole
from passbook_desk.features.access.queries import operators
from passbook_desk.features.access.values import AddOperator, ChangeOperator, OperatorRow, Role
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.ledger.queries import accounts, lines
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.kernel.actor import Actor


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return new_village(tmp_path)


def everybody(village: Village) -> tuple[OperatorRow, ...]:
    with village.read() as scope:
        return operators(scope)


def test_who_founds_the_village_records_and_reviews(village: Village) -> None:
    (founder,) = everybody(village)
    assert (founder.id, founder.name) == (1, "刘文书")
    assert founder.roles == {Role.RECORDER, Role.REVIEWER}


PIN = "730418"


def joined(village: Village, name: str = "陈支书", *roles: Role) -> Actor:
    """Somebody more works here; the founder has got a PIN for it."""
    with village.write() as tx:
        founder = tx.session.get_one(Operator, 1)
        if not founder.pin_hash:
            set_pin(tx, 1, PIN)
        new = add_operator(tx, AddOperator(name, frozenset(roles or (Role.SUPERVISOR,)), "583920"))
    return Actor(new, name.strip())


def test_a_second_operator_comes_after_the_first_with_roles_of_their_own(village: Village) -> None:
    actor = joined(village, "  陈支书 ")
    founder, second = everybody(village)
    assert (second.id, second.name, second.roles) == (actor.operator_id, "陈支书", {Role.SUPERVISOR})
    assert founder.roles == {Role.RECORDER, Role.REVIEWER}
    assert second.uid != founder.uid
    assert founder.has_pin
    assert second.has_pin
    with village.read() as scope:
        assert verify_audit(scope) > 0


def test_a_role_holds_from_its_first_day_to_its_last(village: Village) -> None:
    village.on(date(2026, 6, 10))
    joined(village)
    with village.write() as tx:
        role = tx.session.scalars(select(OperatorRole).where(OperatorRole.role == "supervisor")).one()
        role.to_on = date(2026, 6, 20)
    held = []
    for day in (9, 10, 20, 21):
        village.on(date(2026, 6, day))
        held.append(everybody(village)[1].roles == {Role.SUPERVISOR})
    assert held == [False, True, True, False]


def test_nobody_works_without_a_name_a_role_or_a_pin(village: Village) -> None:
    with pytest.raises(OperatorNameMissing), village.write() as tx:
        found_operator(tx, " ", (Role.RECORDER,))
    with village.write() as tx:
        set_pin(tx, 1, PIN)
    for wrong, refusal in (
        (AddOperator(" ", frozenset({Role.VIEWER}), "583920"), OperatorNameMissing),
        (AddOperator("刘文书", frozenset({Role.VIEWER}), "583920"), OperatorNameTaken),
        (AddOperator("陈支书", frozenset(), "583920"), NoRole),
        (AddOperator("陈支书", frozenset({Role.VIEWER}), "123456"), WeakPin),
    ):
        with pytest.raises(refusal), village.write() as tx:
            add_operator(tx, wrong)
    assert len(everybody(village)) == 1


def test_who_lets_others_in_has_a_pin_first(village: Village) -> None:
    with pytest.raises(OwnPinMissing), village.write() as tx:
        add_operator(tx, AddOperator("陈支书", frozenset({Role.VIEWER}), "583920"))


@pytest.mark.parametrize("weak", ["", "1234", "000000", "123456", "987654", "121212", "abcabc"])
def test_a_pin_that_anybody_guesses_is_refused(village: Village, weak: str) -> None:
    with pytest.raises(WeakPin), village.write() as tx:
        set_pin(tx, 1, weak)
    assert not everybody(village)[0].has_pin


def test_a_new_pin_of_ones_own_needs_the_old_one_but_a_manager_may_set_anothers(village: Village) -> None:
    second = joined(village)
    with pytest.raises(WrongPin), village.write() as tx:
        set_pin(tx, 1, "640271", old_pin="583920")
    with village.write() as tx:
        set_pin(tx, 1, "640271", old_pin=PIN)
        set_pin(tx, second.operator_id, "902715")
    village.actor = second
    with pytest.raises(NotAllowed), village.write() as tx:
        set_pin(tx, 1, "111999")


def test_roles_change_from_today_on_and_somebody_always_manages(village: Village) -> None:
    second = joined(village, "陈支书", Role.SUPERVISOR)
    with village.write() as tx:
        change_operator(
            tx, ChangeOperator(second.operator_id, "陈主任", frozenset({Role.REVIEWER, Role.VIEWER}))
        )
    assert [row.name for row in everybody(village)] == ["刘文书", "陈主任"]
    assert everybody(village)[1].roles == {Role.REVIEWER, Role.VIEWER}
    own = ChangeOperator(1, "刘文书", frozenset({Role.RECORDER}))
    with pytest.raises(OwnRoles), village.write() as tx:
        change_operator(tx, own)
    village.actor = Actor(second.operator_id, "陈主任")
    with village.write() as tx:
        change_operator(tx, own)
    village.actor = Actor(1, "刘文书")
    with pytest.raises(NotAllowed), village.write() as tx:
        let_go(tx, second.operator_id)
    village.actor = Actor(second.operator_id, "陈主任")
    with pytest.raises(LastManager), village.write() as tx:
        let_go(tx, second.operator_id)
    with village.write() as tx:
        let_go(tx, 1)
    assert [row.name for row in everybody(village)] == ["陈主任"]


def test_each_line_tells_who_recorded_it(village: Village) -> None:
    with village.write() as tx:
        catalogue(tx)
        household(tx)
    second = joined(village, "陈支书", Role.RECORDER)
    with village.read() as scope:
        (account,) = (row.id for row in accounts(scope))
    booked(village, (account,))
    village.actor = second
    booked(village, (account,))
    with village.read() as scope:
        assert [line.handler for line in lines(scope, account)] == ["刘文书", "陈支书"]
        assert verify_ledger(scope) == 2
        assert scope.session.scalars(select(Operator.name)).all() == ["刘文书", "陈支书"]
