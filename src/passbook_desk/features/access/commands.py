from passbook_desk.db.store import Tx
from passbook_desk.features.access.errors import OperatorNameMissing
from passbook_desk.features.access.model import Operator, OperatorRole
from passbook_desk.features.access.values import Role
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.ids import new_uid


def add_operator(tx: Tx, name: str, roles: tuple[Role, ...]) -> Actor:
    """Add somebody who works with the program from today on and return who that is."""
    if not name.strip():
        raise OperatorNameMissing(field="clerk")
    row = Operator(village_id=tx.village_id, uid=new_uid(), name=name.strip())
    tx.session.add(row)
    tx.session.flush()  # the roles need the operator's id
    tx.session.add_all(
        OperatorRole(uid=new_uid(), operator_id=row.id, role=role.value, from_on=tx.today, to_on=None)
        for role in roles
    )
    return Actor(row.id, row.name)
