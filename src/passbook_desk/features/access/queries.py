from sqlalchemy import or_, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.model import Operator, OperatorRole
from passbook_desk.features.access.rules import allows
from passbook_desk.features.access.values import OperatorRow, Role
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act


def operators(scope: Scope) -> tuple[OperatorRow, ...]:
    """Everybody who works with this village's file, first the one who founded it."""
    rows = scope.session.scalars(
        select(Operator).where(Operator.village_id == scope.village_id).order_by(Operator.id)
    ).all()
    held = scope.session.execute(
        select(OperatorRole.operator_id, OperatorRole.role).where(
            OperatorRole.from_on <= scope.today,
            or_(OperatorRole.to_on.is_(None), OperatorRole.to_on >= scope.today),
        )
    ).all()
    return tuple(
        OperatorRow(
            row.id, row.uid, row.name, frozenset(Role(role) for owner, role in held if owner == row.id)
        )
        for row in rows
    )


def roles_of(scope: Scope, operator_id: int) -> frozenset[Role]:
    """The roles that an operator holds today."""
    held = scope.session.scalars(
        select(OperatorRole.role).where(
            OperatorRole.operator_id == operator_id,
            OperatorRole.from_on <= scope.today,
            or_(OperatorRole.to_on.is_(None), OperatorRole.to_on >= scope.today),
        )
    )
    return frozenset(Role(role) for role in held)


def check_permit(tx: Tx, act: Act) -> None:
    """The permit of a village file: raises NotAllowed when who acts has no role that allows the act."""
    if not allows(roles_of(tx, tx.actor.operator_id), act, policy(tx).single_clerk):
        raise NotAllowed(act=act.value, operator=tx.actor.name)
