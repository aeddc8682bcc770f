"""The picture of goods on the counter: kept in the village's own file, one at a time."""

import hashlib
from collections.abc import Collection

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.redemption.goods.commands import goods_by_id
from passbook_desk.features.redemption.model import GoodsPicture
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.pictures import check_picture


def set_picture(tx: Tx, uid: str, goods_id: int, content: bytes) -> None:
    """Keep a picture of goods in place of the one before; empty content only takes that one out.

    Raises UnknownGoods, NotAPicture, PictureTooLarge.
    """
    tx.require(Act.GOODS)
    if tx.session.scalar(select(GoodsPicture.id).where(GoodsPicture.uid == uid)) is not None:
        return
    row = goods_by_id(tx, goods_id)
    if content:
        check_picture(content)
    for earlier in tx.session.scalars(
        select(GoodsPicture).where(GoodsPicture.goods_id == row.id, GoodsPicture.struck_on.is_(None))
    ):
        earlier.content, earlier.struck_on = b"", tx.today
    if content:
        tx.session.add(
            GoodsPicture(
                village_id=tx.village_id,
                uid=uid,
                goods_id=row.id,
                digest=hashlib.sha256(content).hexdigest(),
                content=content,
                struck_on=None,
                added_at=tx.now,
                added_by=tx.actor.operator_id,
            )
        )
    tx.touched.add(Topic.GOODS)


def pictures(scope: Scope, goods_ids: Collection[int]) -> dict[int, bytes]:
    """The pictures of goods that have one, by goods."""
    rows = scope.session.execute(
        select(GoodsPicture.goods_id, GoodsPicture.content).where(
            GoodsPicture.village_id == scope.village_id,
            GoodsPicture.goods_id.in_(goods_ids),
            GoodsPicture.struck_on.is_(None),
        )
    )
    return {goods_id: content for goods_id, content in rows}


def verify_goods_pictures(scope: Scope) -> None:
    """Check every picture against the digest that was sealed with it. Raises MasterRowChanged."""
    rows = scope.session.execute(
        select(GoodsPicture.uid, GoodsPicture.digest, GoodsPicture.content).where(
            GoodsPicture.village_id == scope.village_id, GoodsPicture.struck_on.is_(None)
        )
    )
    for uid, digest, content in rows:
        if hashlib.sha256(content).hexdigest() != digest:
            raise MasterRowChanged(table=GoodsPicture.__tablename__, uid=uid)
