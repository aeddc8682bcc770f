from datetime import date, timedelta
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.access.errors import (
    LastManager,
    NoRole,
    OperatorNameMissing,
    OperatorNameTaken,
    OwnPinMissing,
    OwnRoles,
    WrongPin,
)
from passbook_desk.features.access.model import Operator, OperatorRole, SignIn
from passbook_desk.features.access.pins import check_pin, pin_fits, pin_hash
from passbook_desk.features.access.queries import failures_of, operators
from passbook_desk.features.access.rules import MATRIX, seconds_to_wait
from passbook_desk.features.access.values import AddOperator, ChangeOperator, Outcome, Role, SignInTry
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid

_SINCE_EVER: Final = date(2000, 1, 1)
"""The founder's roles hold on every day a village may look back to."""


def found_operator(tx: Tx, name: str, roles: tuple[Role, ...]) -> Actor:
    """Enter the village's first operator, who has no PIN yet, and return who that is."""
    if not name.strip():
        raise OperatorNameMissing(field="clerk")
    row = _new_operator(tx, name)
    _hold_roles(tx, row, frozenset(roles), _SINCE_EVER)
    return Actor(row.id, row.name)


def add_operator(tx: Tx, command: AddOperator) -> int:
    """Let somebody else work with the program from today on; returns the local id.

    Raises NotAllowed, OperatorNameMissing, OperatorNameTaken, NoRole, WeakPin, OwnPinMissing.
    """
    tx.require(Act.OPERATORS)
    _check_name(tx, command.name, 0)
    _check_roles(command.name, command.roles)
    check_pin(command.pin)
    if not tx.session.get_one(Operator, tx.actor.operator_id).pin_hash:
        raise OwnPinMissing(field="pin", name=tx.actor.name)
    row = _new_operator(tx, command.name)
    row.person_id, row.pin_hash = command.person_id, pin_hash(command.pin)
    _hold_roles(tx, row, command.roles, tx.today)
    tx.touched.add(Topic.ACCESS)
    return row.id


def change_operator(tx: Tx, command: ChangeOperator) -> None:
    """Change name, roles and person from today on; what was done before keeps the name it was done under.

    Raises NotAllowed, OperatorNameMissing, OperatorNameTaken, NoRole, OwnRoles, LastManager.
    """
    tx.require(Act.OPERATORS)
    _check_name(tx, command.name, command.operator_id)
    _check_roles(command.name, command.roles)
    row = tx.session.get_one(Operator, command.operator_id)
    _check_own(tx, command)
    if not MATRIX[Act.OPERATORS] & command.roles:
        _check_others_manage(tx, row)
    row.name, row.person_id = command.name.strip(), command.person_id
    _end_roles(tx, row, keep=command.roles)
    held = next(found.roles for found in operators(tx) if found.id == row.id)
    _hold_roles(tx, row, command.roles - held, tx.today)
    tx.touched.add(Topic.ACCESS)


def let_go(tx: Tx, operator_id: int) -> None:
    """Somebody works here no longer, from today on; what was recorded keeps the name.

    Raises NotAllowed, LastManager.
    """
    tx.require(Act.OPERATORS)
    row = tx.session.get_one(Operator, operator_id)
    _check_others_manage(tx, row)
    row.left_on, row.pin_hash = tx.today, ""
    _end_roles(tx, row, keep=frozenset())
    tx.touched.add(Topic.ACCESS)


def set_pin(tx: Tx, operator_id: int, pin: str, old_pin: str = "") -> None:
    """Set one's own PIN, proved by the old one if there is one, or somebody else's as a manager.

    Raises WeakPin, WrongPin, NotAllowed.
    """
    row = tx.session.get_one(Operator, operator_id)
    if operator_id != tx.actor.operator_id:
        tx.require(Act.OPERATORS)
    elif row.pin_hash and not pin_fits(row.pin_hash, old_pin):
        raise WrongPin(field="old_pin", name=row.name, seconds=0)
    check_pin(pin)
    row.pin_hash = pin_hash(pin)
    tx.touched.add(Topic.ACCESS)


def try_sign_in(tx: Tx, operator_id: int, pin: str) -> SignInTry:
    """Try a PIN and remember how it ended, so that a restart does not forget wrong ones.

    Nobody is refused by an error here: a rolled-back failure would not count. While one has to wait
    nothing is tried. An operator without a PIN needs none.
    """
    row = next(found for found in operators(tx) if found.id == operator_id)
    seconds = seconds_to_wait(failures_of(tx, operator_id), tx.now)
    if seconds:
        return SignInTry(row, passed=False, waiting=True, seconds=seconds)
    hashed = tx.session.get_one(Operator, operator_id).pin_hash
    passed = not hashed or pin_fits(hashed, pin)
    _note(tx, operator_id, Outcome.IN if passed else Outcome.FAILED)
    after = 0 if passed else seconds_to_wait(failures_of(tx, operator_id), tx.now)
    return SignInTry(row, passed, waiting=False, seconds=after)


def sign_out(tx: Tx) -> None:
    """Remember that who works now has left the desk."""
    _note(tx, tx.actor.operator_id, Outcome.OUT)


def _note(tx: Tx, operator_id: int, outcome: Outcome) -> None:
    tx.session.add(
        SignIn(
            village_id=tx.village_id,
            uid=new_uid(),
            operator_id=operator_id,
            outcome=outcome.value,
            at=tx.now,
        )
    )
    tx.session.flush()  # the failures that follow are counted with this one


def _new_operator(tx: Tx, name: str) -> Operator:
    row = Operator(village_id=tx.village_id, uid=new_uid(), name=name.strip(), pin_hash="")
    tx.session.add(row)
    tx.session.flush()  # the roles need the operator's id
    return row


def _hold_roles(tx: Tx, row: Operator, roles: frozenset[Role], from_on: date) -> None:
    tx.session.add_all(
        OperatorRole(uid=new_uid(), operator_id=row.id, role=role.value, from_on=from_on, to_on=None)
        for role in sorted(roles)
    )
    tx.session.flush()  # a permit asked for later in this transaction must see them


def _end_roles(tx: Tx, row: Operator, keep: frozenset[Role]) -> None:
    held = tx.session.scalars(
        select(OperatorRole).where(OperatorRole.operator_id == row.id, OperatorRole.to_on.is_(None))
    )
    for span in held:
        if Role(span.role) not in keep:
            span.to_on = tx.today - timedelta(days=1)
    tx.session.flush()  # a permit asked for later in this transaction must see them


def _check_name(tx: Tx, name: str, own_id: int) -> None:
    if not name.strip():
        raise OperatorNameMissing(field="name")
    if any(row.name == name.strip() and row.id != own_id for row in operators(tx)):
        raise OperatorNameTaken(field="name", name=name.strip())


def _check_roles(name: str, roles: frozenset[Role]) -> None:
    if not roles:
        raise NoRole(field="roles", name=name)


def _check_own(tx: Tx, command: ChangeOperator) -> None:
    """Nobody gives himself roles or forgets which household is his own, where another one could do it."""
    here = next(row for row in operators(tx) if row.id == command.operator_id)
    same = (here.roles, here.person_id) == (command.roles, command.person_id)
    if command.operator_id == tx.actor.operator_id and not same and _others_manage(tx, here.id):
        raise OwnRoles(name=here.name)


def _check_others_manage(tx: Tx, leaving: Operator) -> None:
    if not _others_manage(tx, leaving.id):
        raise LastManager(name=leaving.name)


def _others_manage(tx: Tx, operator_id: int) -> bool:
    return any(row.roles & MATRIX[Act.OPERATORS] for row in operators(tx) if row.id != operator_id)
