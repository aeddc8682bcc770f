"""What the counter shows: the visitor, what can be had, slips and what they came to."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import Row, Select, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.ledger.claims.persons import decider_of
from passbook_desk.features.ledger.counting.standing import standing
from passbook_desk.features.ledger.errors import UnknownAccount
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.queries import accounts_by_id, balances
from passbook_desk.features.ledger.values import AccountRow, OwnerKind
from passbook_desk.features.passbooks.books.queries import books
from passbook_desk.features.redemption.counter.errors import UnknownSlip
from passbook_desk.features.redemption.counter.holders import holders
from passbook_desk.features.redemption.counter.limits import left_of_limits
from passbook_desk.features.redemption.counter.values import (
    CollectorRow,
    Offer,
    SlipItemRow,
    SlipRow,
    Visitor,
)
from passbook_desk.features.redemption.counter.words import goods_said
from passbook_desk.features.redemption.days import exchange_day_held, gives_out_on
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow
from passbook_desk.features.redemption.model import (
    Goods,
    GoodsPrice,
    Outlet,
    Slip,
    SlipItem,
    SlipUndo,
)
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO

_COLLECTORS: Final = 5
_CHUNK: Final = 500


def visitor(scope: Scope, account_id: int, outlet_id: int, operator_id: int | None) -> Visitor:
    """Who stands at the counter: figures, book, who came for it before. Raises UnknownAccount."""
    account = accounts_by_id(scope, (account_id,)).get(account_id)
    if account is None:
        raise UnknownAccount(number=account_id, field="account")
    decided, allowed = policy(scope), standing(scope, account)
    (figures,) = balances(scope, accounts_chosen=(account,))
    barred_colour = account.owner_kind is OwnerKind.PERSON and not decided.members_redeem
    return Visitor(
        account=account,
        standing=allowed,
        balance=figures.balance,
        pending=figures.pending,
        collectors=collectors(scope, account_id),
        own=decider_of(scope, operator_id).own(account),
        book=next(iter(books(scope, account_ids=(account_id,))), None),
        today_open=gives_out_on(decided, scope.today) or exchange_day_held(scope, outlet_id) is not None,
        barred=barred_colour or not allowed.redemption_allowed,
    )


def collectors(scope: Scope, account_id: int) -> tuple[CollectorRow, ...]:
    """Who collected for this book before, the latest first; each once, with the relation said last."""
    rows = scope.session.execute(
        select(Slip.collector, Slip.relation)
        .where(Slip.account_id == account_id, Slip.collector != "")
        .order_by(Slip.id.desc())
    )
    found: dict[str, str] = {}
    for name, relation in rows:
        found.setdefault(name, relation)
    return tuple(CollectorRow(name, relation) for name, relation in found.items())[:_COLLECTORS]


def offers(scope: Scope, outlet_id: int, who: Visitor | None = None) -> tuple[Offer, ...]:
    """Everything on the counter with its key, and for a visitor how many pieces can be had of it.

    Goods whose code is a number are called by it (017 by 17), so that a key means the same goods for ever;
    others get the numbers behind. What has no price yet is not on the counter.
    """
    rows = [row for row in goods_rows(scope, outlet_id=outlet_id) if row.points is not None]
    left = {} if who is None else left_of_limits(scope, rows, who.account)
    keys = _keys(rows)
    return tuple(
        sorted((_offer(row, keys[row.id], left.get(row.id), who) for row in rows), key=lambda each: each.key)
    )


def _keys(rows: Collection[GoodsRow]) -> dict[int, int]:
    numbered = {int(row.code): row.id for row in rows if row.code.isdecimal() and int(row.code)}
    keys = {goods_id: number for number, goods_id in numbered.items()}
    behind = max(numbered, default=0)
    for row in rows:
        if row.id not in keys:
            behind += 1
            keys[row.id] = behind
    return keys


def _offer(goods: GoodsRow, key: int, limit_left: int | None, who: Visitor | None) -> Offer:
    free = goods.free
    if who is None or goods.points is None:
        return Offer(key, goods, 0 if free is None else free)
    redeemable = ZERO if who.barred else who.standing.redeemable
    most = redeemable.hundredths // goods.points.hundredths
    short = goods.points - redeemable if most == 0 else None
    counts = [most, *(each for each in (free, limit_left) if each is not None)]
    return Offer(key, goods, min(counts), short, limit_left)


def slips(
    scope: Scope,
    *,
    span: DateSpan | None = None,
    outlet_id: int | None = None,
    account_id: int | None = None,
    exchange_day_id: int | None = None,
    limit: int | None = None,
) -> tuple[SlipRow, ...]:
    """Slips, newest first, those taken back too."""
    chosen = _slips().where(Slip.village_id == scope.village_id).order_by(Slip.id.desc())
    if span is not None:
        chosen = chosen.where(Slip.redeemed_on >= span.first, Slip.redeemed_on <= span.last)
    if outlet_id is not None:
        chosen = chosen.where(Slip.outlet_id == outlet_id)
    if account_id is not None:
        chosen = chosen.where(Slip.account_id == account_id)
    if exchange_day_id is not None:
        chosen = chosen.where(Slip.exchange_day_id == exchange_day_id)
    if limit is not None:
        chosen = chosen.limit(limit)
    return _read(scope, scope.session.execute(chosen).all())


def slip_by_id(scope: Scope, slip_id: int) -> SlipRow:
    """One slip. Raises UnknownSlip."""
    return _one(scope, _slips().where(Slip.id == slip_id), str(slip_id))


def slip_by_number(scope: Scope, number: str) -> SlipRow:
    """The slip with this number, as printed. Raises UnknownSlip."""
    return _one(scope, _slips().where(Slip.number == number.strip()), number)


def _one(scope: Scope, chosen: Select[*tuple[Any, ...]], number: str) -> SlipRow:
    rows = scope.session.execute(chosen.where(Slip.village_id == scope.village_id)).all()
    if not rows:
        raise UnknownSlip(field="slip", number=number)
    (found,) = _read(scope, rows)
    return found


def _slips() -> Select[*tuple[Any, ...]]:
    undoer = (
        select(Operator.name).where(Operator.id == SlipUndo.undone_by).correlate(SlipUndo).scalar_subquery()
    )
    return (
        select(Slip, Outlet.name, Operator.name, SlipUndo, undoer)
        .join(Outlet, Outlet.id == Slip.outlet_id)
        .join(Operator, Operator.id == Slip.served_by)
        .outerjoin(SlipUndo, SlipUndo.slip_id == Slip.id)
    )


def _read(scope: Scope, rows: Collection[Row[*tuple[Any, ...]]]) -> tuple[SlipRow, ...]:
    held_by = holders(scope, {row[0].account_id for row in rows})
    items = _items(scope, [row[0].id for row in rows])
    return tuple(_slip(held_by[row[0].account_id], items[row[0].id], row) for row in rows)


def _slip(account: AccountRow, items: list[SlipItemRow], row: Row[*tuple[Any, ...]]) -> SlipRow:
    slip, outlet, server, undo, undoer = row
    return SlipRow(
        id=slip.id,
        uid=slip.uid,
        number=slip.number,
        account=account,
        outlet_id=slip.outlet_id,
        outlet=outlet,
        redeemed_on=slip.redeemed_on,
        items=tuple(items),
        points=slip.points,
        before=slip.spendable_before,
        left=slip.spendable_before - slip.points,
        collector=slip.collector,
        relation=slip.relation,
        served_by=server,
        served_at=slip.served_at,
        paper_ref=slip.paper_ref,
        exchange_day_id=slip.exchange_day_id,
        voucher_id=slip.voucher_id,
        undone_on=None if undo is None else undo.undone_on,
        undone_by=undoer or "",
        undo_reason="" if undo is None else undo.reason,
        goods_back=undo is not None and undo.goods_back,
    )


def _items(scope: Scope, slip_ids: list[int]) -> dict[int, list[SlipItemRow]]:
    found: dict[int, list[SlipItemRow]] = defaultdict(list)
    for start in range(0, len(slip_ids), _CHUNK):
        rows = scope.session.execute(
            select(SlipItem, Goods, GoodsPrice.points, LedgerLine.item_text)
            .join(Goods, Goods.id == SlipItem.goods_id)
            .join(GoodsPrice, GoodsPrice.id == SlipItem.price_id)
            .join(LedgerLine, LedgerLine.id == SlipItem.line_id)
            .where(SlipItem.slip_id.in_(slip_ids[start : start + _CHUNK]))
            .order_by(SlipItem.slip_id, SlipItem.number)
        )
        for item, goods, price, text in rows:
            found[item.slip_id].append(
                SlipItemRow(
                    number=item.number,
                    goods_id=goods.id,
                    code=goods.code,
                    name=goods_said(text, item.quantity),
                    spec=goods.spec,
                    unit=goods.unit,
                    service=goods.kind == GoodsKind.SERVICE,
                    quantity=item.quantity,
                    price=price,
                    points=item.points,
                )
            )
    return found
