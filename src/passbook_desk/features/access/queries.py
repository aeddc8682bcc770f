from datetime import date

from sqlalchemy import func, or_, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.model import Operator, OperatorRole, SignIn
from passbook_desk.features.access.rules import allows
from passbook_desk.features.access.values import Failures, OperatorRow, Outcome, Role
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act


def operators(scope: Scope) -> tuple[OperatorRow, ...]:
    """Everybody who works with this village's file today, first the one who founded it."""
    rows = scope.session.scalars(
        select(Operator)
        .where(
            Operator.village_id == scope.village_id,
            or_(Operator.left_on.is_(None), Operator.left_on > scope.today),
        )
        .order_by(Operator.id)
    ).all()
    held = scope.session.execute(
        select(OperatorRole.operator_id, OperatorRole.role).where(
            OperatorRole.from_on <= scope.today,
            or_(OperatorRole.to_on.is_(None), OperatorRole.to_on >= scope.today),
        )
    ).all()
    return tuple(
        OperatorRow(
            row.id,
            row.uid,
            row.name,
            frozenset(Role(role) for owner, role in held if owner == row.id),
            bool(row.pin_hash),
            row.person_id,
        )
        for row in rows
    )


def roles_of(scope: Scope, operator_id: int, day: date) -> frozenset[Role]:
    """The roles that an operator holds on a day."""
    held = scope.session.scalars(
        select(OperatorRole.role).where(
            OperatorRole.operator_id == operator_id,
            OperatorRole.from_on <= day,
            or_(OperatorRole.to_on.is_(None), OperatorRole.to_on >= day),
        )
    )
    return frozenset(Role(role) for role in held)


def acts_of(scope: Scope, operator_id: int, on: date | None = None) -> frozenset[Act]:
    """What an operator may do on a day, today unless said otherwise."""
    roles, single_clerk = roles_of(scope, operator_id, on or scope.today), policy(scope).single_clerk
    return frozenset(act for act in Act if allows(roles, act, single_clerk))


def check_permit(tx: Tx, act: Act) -> None:
    """The permit of a village file: raises NotAllowed when who acts has no role that allows the act.

    Roles are those of the real day, also while the program works under an earlier date.
    """
    roles = roles_of(tx, tx.actor.operator_id, max(tx.today, tx.now.date()))
    if not allows(roles, act, policy(tx).single_clerk):
        raise NotAllowed(act=act.value, operator=tx.actor.name)


def failures_of(scope: Scope, operator_id: int) -> Failures:
    """Wrong PINs of somebody since the last right one."""
    passed = (
        select(func.coalesce(func.max(SignIn.id), 0))
        .where(SignIn.operator_id == operator_id, SignIn.outcome == Outcome.IN.value)
        .scalar_subquery()
    )
    count, last_at = scope.session.execute(
        select(func.count(SignIn.id), func.max(SignIn.at)).where(
            SignIn.operator_id == operator_id, SignIn.outcome == Outcome.FAILED.value, SignIn.id > passed
        )
    ).one()
    return Failures(count, last_at)
