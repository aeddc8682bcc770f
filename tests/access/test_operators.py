from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.village import Village, booked, catalogue, household, new_village
from passbook_desk.features.access.commands import add_operator
from passbook_desk.features.access.errors import OperatorNameMissing
from passbook_desk.features.access.model import Operator, OperatorRole
from passbook_desk.features.access.queries import operators
from passbook_desk.features.access.values import OperatorRow, Role
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.ledger.queries import accounts, lines
from passbook_desk.features.ledger.verifying import verify_ledger


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


def test_a_second_operator_comes_after_the_first_with_roles_of_their_own(village: Village) -> None:
    with village.write() as tx:
        actor = add_operator(tx, "  陈支书 ", (Role.SUPERVISOR,))
    founder, second = everybody(village)
    assert (second.id, second.name, second.roles) == (actor.operator_id, "陈支书", {Role.SUPERVISOR})
    assert founder.roles == {Role.RECORDER, Role.REVIEWER}
    assert second.uid != founder.uid
    with village.read() as scope:
        assert verify_audit(scope) > 0


def test_a_role_holds_from_its_first_day_to_its_last(village: Village) -> None:
    village.on(date(2026, 6, 10))
    with village.write() as tx:
        add_operator(tx, "陈支书", (Role.SUPERVISOR,))
        tx.session.flush()
        role = tx.session.scalars(select(OperatorRole).where(OperatorRole.role == "supervisor")).one()
        role.to_on = date(2026, 6, 20)
    held = []
    for day in (9, 10, 20, 21):
        village.on(date(2026, 6, day))
        held.append(everybody(village)[1].roles == {Role.SUPERVISOR})
    assert held == [False, True, True, False]


def test_nobody_works_without_a_name(village: Village) -> None:
    with pytest.raises(OperatorNameMissing), village.write() as tx:
        add_operator(tx, " ", (Role.RECORDER,))
    assert len(everybody(village)) == 1


def test_each_line_tells_who_recorded_it(village: Village) -> None:
    with village.write() as tx:
        catalogue(tx)
        household(tx)
        second = add_operator(tx, "陈支书", (Role.RECORDER,))
    with village.read() as scope:
        (account,) = (row.id for row in accounts(scope))
    booked(village, (account,))
    village.actor = second
    booked(village, (account,))
    with village.read() as scope:
        assert [line.handler for line in lines(scope, account)] == ["刘文书", "陈支书"]
        assert verify_ledger(scope) == 2
        assert scope.session.scalars(select(Operator.name)).all() == ["刘文书", "陈支书"]
