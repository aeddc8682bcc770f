from sqlalchemy import or_, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator, OperatorRole
from passbook_desk.features.access.values import OperatorRow, Role


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
