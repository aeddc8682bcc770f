"""What was redeemed in some days as the ledger counts it: each line of a slip, and each taken back again."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, and_, func, select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.redemption.counter.holders import holders
from passbook_desk.features.redemption.goods.values import GoodsKind
from passbook_desk.features.redemption.model import Goods, Slip, SlipItem, SlipUndo
from passbook_desk.features.redemption.reporting.values import (
    BookSums,
    CountedItem,
    GoodsSums,
    RedeemedSums,
)
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO

_NOTHING: Final = RedeemedSums()


def counted_items(scope: Scope, span: DateSpan) -> tuple[CountedItem, ...]:
    """Lines of slips that count in these days, and those whose taking back does.

    A slip of closed days that was taken back later counts in its own days and is taken off in the later ones,
    as in the ledger: the points add up to its lines of redemption that have slips, with the sign turned.
    """
    found = [_item(row, 1) for row in scope.session.execute(_asked(scope, span))]
    found += [_item(row, -1) for row in scope.session.execute(_asked_back(scope, span))]
    return tuple(found)


def first_redemption(scope: Scope) -> date | None:
    """The day of the first slip; None before there is one."""
    return scope.session.scalar(select(func.min(Slip.redeemed_on)).where(Slip.village_id == scope.village_id))


def sums(items: Iterable[CountedItem]) -> RedeemedSums:
    """Items added up; a slip counts when something of it stands."""
    every = tuple(items)
    standing: dict[int, int] = {}
    for each in every:
        standing[each.slip_id] = standing.get(each.slip_id, 0) + each.pieces
    return RedeemedSums(
        slips=sum(pieces > 0 for pieces in standing.values()),
        pieces=sum(each.pieces for each in every),
        points=sum((each.points for each in every), ZERO),
    )


def by_goods(scope: Scope, items: Iterable[CountedItem]) -> tuple[GoodsSums, ...]:
    """What was redeemed of each kind in the order of codes; what went and came whole is not named."""
    chosen: dict[int, list[CountedItem]] = {}
    for each in items:
        chosen.setdefault(each.goods_id, []).append(each)
    rows = scope.session.scalars(
        select(Goods).where(Goods.village_id == scope.village_id).order_by(Goods.code)
    )
    found = (_goods(row, chosen[row.id]) for row in rows if row.id in chosen)
    return tuple(row for row in found if row.redeemed != _NOTHING or row.lost)


def by_book(scope: Scope, items: Iterable[CountedItem]) -> tuple[BookSums, ...]:
    """What each book redeemed, by grid and household, shops and units behind; those with nothing left out."""
    chosen: dict[int, list[CountedItem]] = {}
    for each in items:
        chosen.setdefault(each.account_id, []).append(each)
    books = sorted(holders(scope, chosen).values(), key=_place)
    found = (BookSums(account, sums(chosen[account.id])) for account in books)
    return tuple(row for row in found if row.redeemed != _NOTHING)


def _place(account: AccountRow) -> tuple[bool, str, str, bool, str]:
    """By grid and household, the green book before the members' red ones; shops and units last."""
    red = account.colour is Colour.RED
    return account.of_organization, account.grid_code, account.owner_code, red, account.number


def _goods(row: Goods, items: list[CountedItem]) -> GoodsSums:
    return GoodsSums(
        goods_id=row.id,
        code=row.code,
        name=row.name,
        spec=row.spec,
        unit=row.unit,
        service=row.kind == GoodsKind.SERVICE,
        redeemed=sums(items),
        back=-sum(each.pieces for each in items if each.back),
        lost=sum(each.lost for each in items),
    )


def _columns() -> tuple[Any, ...]:
    return Slip.id, Slip.account_id, Slip.outlet_id, SlipItem.goods_id, SlipItem.quantity, SlipItem.points


def _asked(scope: Scope, span: DateSpan) -> Any:
    return (
        select(*_columns())
        .join(SlipItem, SlipItem.slip_id == Slip.id)
        .join(LedgerLine, LedgerLine.id == SlipItem.line_id)
        .where(
            Slip.village_id == scope.village_id,
            LedgerLine.counted_on >= span.first,
            LedgerLine.counted_on <= span.last,
        )
        .order_by(SlipItem.id)
    )


def _asked_back(scope: Scope, span: DateSpan) -> Any:
    taking_back = aliased(LedgerLine)
    return (
        select(*_columns(), SlipUndo.goods_back, Goods.kind)
        .join(SlipItem, SlipItem.slip_id == Slip.id)
        .join(Goods, Goods.id == SlipItem.goods_id)
        .join(SlipUndo, SlipUndo.slip_id == Slip.id)
        .join(
            taking_back,
            and_(taking_back.reverses_id == SlipItem.line_id, taking_back.voucher_id == SlipUndo.voucher_id),
        )
        .where(
            Slip.village_id == scope.village_id,
            taking_back.counted_on >= span.first,
            taking_back.counted_on <= span.last,
        )
        .order_by(SlipItem.id)
    )


def _item(row: Row[*tuple[Any, ...]], sign: int) -> CountedItem:
    slip_id, account_id, outlet_id, goods_id, quantity, points, *back = row
    gone = bool(back) and not back[0] and back[1] != GoodsKind.SERVICE
    return CountedItem(
        slip_id=slip_id,
        account_id=account_id,
        outlet_id=outlet_id,
        goods_id=goods_id,
        pieces=sign * quantity,
        points=points * sign,
        lost=quantity if gone else 0,
    )
