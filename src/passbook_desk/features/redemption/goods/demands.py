"""What people asked for in vain: kept until the goods come in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.ledger.errors import UnknownAccount
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.redemption.goods.commands import goods_by_id
from passbook_desk.features.redemption.model import Demand, Goods
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic


@dataclass(frozen=True, slots=True)
class DemandRow:
    """Somebody who wanted goods that were not there."""

    goods_id: int
    goods_name: str
    account: AccountRow
    noted_on: date


def note_demand(tx: Tx, uid: str, goods_id: int, account_id: int) -> bool:
    """Keep that somebody wanted goods; False when it is kept already. Raises UnknownGoods, UnknownAccount."""
    tx.require(Act.REDEEM)
    row = goods_by_id(tx, goods_id)
    if account_id not in accounts_by_id(tx, (account_id,)):
        raise UnknownAccount(number=account_id, field="account")
    waiting = select(Demand.id).where(
        Demand.goods_id == row.id, Demand.account_id == account_id, Demand.done_on.is_(None)
    )
    if tx.session.scalar(waiting) is not None:
        return False
    tx.session.add(
        Demand(
            village_id=tx.village_id,
            uid=uid,
            goods_id=row.id,
            account_id=account_id,
            noted_on=tx.today,
            done_on=None,
            noted_by=tx.actor.operator_id,
        )
    )
    tx.touched.add(Topic.GOODS)
    return True


def meet_demands(tx: Tx, goods_ids: Collection[int], account_id: int | None = None) -> None:
    """The goods came in: nobody waits for them any more. With an account: this one has them now."""
    waiting = select(Demand).where(Demand.goods_id.in_(goods_ids), Demand.done_on.is_(None))
    if account_id is not None:
        waiting = waiting.where(Demand.account_id == account_id)
    for row in tx.session.scalars(waiting):
        row.done_on = tx.today


def demands(scope: Scope) -> tuple[DemandRow, ...]:
    """Who still waits for what, in the order of goods and days."""
    rows = scope.session.execute(
        select(Demand, Goods.name)
        .join(Goods, Goods.id == Demand.goods_id)
        .where(Demand.village_id == scope.village_id, Demand.done_on.is_(None))
        .order_by(Goods.code, Demand.noted_on, Demand.id)
    ).all()
    holders = accounts_by_id(scope, {row.account_id for row, _ in rows}, closed_too=True)
    return tuple(DemandRow(row.goods_id, name, holders[row.account_id], row.noted_on) for row, name in rows)
