from dataclasses import dataclass

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.checking import closed_holders
from passbook_desk.features.ledger.claims.persons import decider
from passbook_desk.features.ledger.counting.standing import standing
from passbook_desk.features.ledger.errors import HolderClosed, SameActWithOtherContent, UnknownAccount
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.values import AccountRow, LineKind, OwnerKind, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.redemption.counter.errors import (
    GoodsRetired,
    LimitOfGoods,
    MembersDoNotRedeem,
    NoPriceYet,
    NotEnoughPoints,
    NothingWanted,
    NotRedemptionDay,
    OutOfStock,
    OwnBook,
    RedemptionBarred,
)
from passbook_desk.features.redemption.counter.limits import left_of_limits
from passbook_desk.features.redemption.counter.values import Redeem
from passbook_desk.features.redemption.counter.words import line_text
from passbook_desk.features.redemption.days import (
    exchange_day_held,
    gives_out_on,
    next_redemption_day,
)
from passbook_desk.features.redemption.goods.commands import open_outlet
from passbook_desk.features.redemption.goods.demands import meet_demands
from passbook_desk.features.redemption.goods.errors import GoodsTextTooLong, UnknownGoods
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.goods.rules import MOST_CHARACTERS
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow
from passbook_desk.features.redemption.model import Slip, SlipItem
from passbook_desk.features.redemption.stock.queries import batches
from passbook_desk.features.redemption.stock.rules import Taken, first_expiring
from passbook_desk.features.redemption.stock.values import MoveKind
from passbook_desk.features.redemption.stock.writing import DraftMove, write_moves
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, Points


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Goods on the way to the slip: so many, what they cost, and the batches that give them."""

    goods: GoodsRow
    quantity: int
    points: Points
    taken: tuple[Taken, ...]


def redeem(tx: Tx, command: Redeem) -> int:
    """Points, goods and slip in one act, all or nothing; returns the slip's id.

    The same act again returns the slip it wrote. Whoever waited for these goods has them now. Only what is
    spendable above base and minimum can be redeemed, by a book that is neither suspended nor vetoed (domain
    §13 rules 3, 7, 14; DECISIONS 16). Raises SameActWithOtherContent, NothingWanted, UnknownAccount,
    UnknownOutlet, OutletClosed, UnknownExchangeDay, NotRedemptionDay, MembersDoNotRedeem, HolderClosed,
    RedemptionBarred, NotEnoughPoints, NoPriceYet, GoodsRetired, LimitOfGoods, OutOfStock, OwnBook,
    GoodsTextTooLong.
    """
    tx.require(Act.REDEEM)
    kept = tx.session.scalar(select(Slip).where(Slip.uid == command.uid))
    if kept is not None:
        _check_same(tx, kept, command)
        return kept.id
    if not command.wanted or any(each.quantity < 1 for each in command.wanted):
        raise NothingWanted(field="goods")
    for field in ("collector", "relation", "paper_ref"):
        if len(getattr(command, field).strip()) > MOST_CHARACTERS:
            raise GoodsTextTooLong(field=field, most=MOST_CHARACTERS)
    outlet = open_outlet(tx, command.outlet_id)
    exchange_day_id = _check_day(tx, command)
    account = _account(tx, command)
    chosen = _chosen(tx, command, account)
    total = sum((each.points for each in chosen), ZERO)
    allowed = standing(tx, account)
    if not allowed.redemption_allowed:
        raise RedemptionBarred(field="account", name=account.owner_name)
    if total > allowed.redeemable:
        raise NotEnoughPoints(
            field="goods",
            name=account.owner_name,
            points=total,
            least=allowed.redeemable,
            missing=total - allowed.redeemable,
        )
    line_ids, voucher_id = _pay(tx, account, chosen)
    slip = Slip(
        village_id=tx.village_id,
        uid=command.uid,
        number=f"{tx.today.year}-{next_number(tx, f'slip:{tx.today.year}'):04d}",
        account_id=account.id,
        outlet_id=outlet.id,
        voucher_id=voucher_id,
        exchange_day_id=exchange_day_id,
        redeemed_on=tx.today,
        points=total,
        spendable_before=allowed.spendable,
        collector=command.collector.strip(),
        relation=command.relation.strip(),
        paper_ref=command.paper_ref.strip(),
        served_at=tx.now,
        served_by=tx.actor.operator_id,
    )
    tx.session.add(slip)
    tx.session.flush()  # the items carry the slip's id
    _give(tx, slip, chosen, line_ids)
    meet_demands(tx, {each.goods.id for each in chosen}, account.id)
    tx.touched |= {Topic.GOODS, Topic.LEDGER}
    return slip.id


def _check_same(tx: Tx, kept: Slip, command: Redeem) -> None:
    rows = tx.session.execute(select(SlipItem.goods_id, SlipItem.quantity).where(SlipItem.slip_id == kept.id))
    written = (kept.account_id, kept.outlet_id, {goods_id: quantity for goods_id, quantity in rows})
    if written != (command.account_id, command.outlet_id, _asked(command)):
        raise SameActWithOtherContent


def _asked(command: Redeem) -> dict[int, int]:
    asked: dict[int, int] = {}
    for each in command.wanted:
        asked[each.goods_id] = asked.get(each.goods_id, 0) + each.quantity
    return asked


def _check_day(tx: Tx, command: Redeem) -> int | None:
    """The exchange day that the slip belongs to: the one named, or else the one that is held here today."""
    held = exchange_day_held(tx, command.outlet_id, command.exchange_day_id)
    decided = policy(tx)
    if held is None and not gives_out_on(decided, tx.today):
        raise NotRedemptionDay(field="day", day=tx.today, next_day=next_redemption_day(decided, tx.today))
    return held


def _account(tx: Tx, command: Redeem) -> AccountRow:
    """Nobody serves the own household alone; a signed sheet stands for the second person (DECISIONS 14d)."""
    account = accounts_by_id(tx, (command.account_id,)).get(command.account_id)
    if account is None:
        raise UnknownAccount(number=command.account_id, field="account")
    if account.owner_kind is OwnerKind.PERSON and not policy(tx).members_redeem:
        raise MembersDoNotRedeem(field="account", name=account.owner_name)
    closed_on = closed_holders(tx, (account,)).get(account.organization_id or 0)
    if closed_on is not None and closed_on <= tx.today:
        raise HolderClosed(name=account.owner_name, on=closed_on)
    who = decider(tx)
    if who.own(account) and not (policy(tx).single_clerk and command.paper_ref.strip()):
        raise OwnBook(field="account", operator=who.name)
    return account


def _chosen(tx: Tx, command: Redeem, account: AccountRow) -> tuple[_Chosen, ...]:
    asked = _asked(command)
    rows = {row.id: row for row in goods_rows(tx, outlet_id=command.outlet_id, ids=tuple(asked))}
    for goods_id in asked.keys() - rows.keys():
        raise UnknownGoods(field="goods", code=str(goods_id))
    left = left_of_limits(tx, rows.values(), account)
    return tuple(
        _choose(tx, command, rows[goods_id], count, left.get(goods_id)) for goods_id, count in asked.items()
    )


def _choose(tx: Tx, command: Redeem, goods: GoodsRow, count: int, left: int | None) -> _Chosen:
    if goods.retired_on is not None:
        raise GoodsRetired(field="goods", name=goods.name)
    if goods.points is None:
        raise NoPriceYet(field="goods", name=goods.name)
    if left is not None and count > left:
        raise LimitOfGoods(field="goods", name=goods.name, left=left, period=goods.limit_period.value)
    if goods.kind is GoodsKind.SERVICE:
        return _Chosen(goods, count, goods.points * count, ())
    taken = first_expiring(batches(tx, goods.id, command.outlet_id), count, tx.today)
    if taken is None:
        raise OutOfStock(field="goods", name=goods.name, stock=goods.free or 0, wanted=count)
    return _Chosen(goods, count, goods.points * count, taken)


def _pay(tx: Tx, account: AccountRow, chosen: tuple[_Chosen, ...]) -> tuple[tuple[int, ...], int]:
    """One ledger line for each kind of goods; their ids in order, and the voucher."""
    kind = LineKind.REDEEM_COUNTED if policy(tx).redeeming_counts else LineKind.REDEEM
    drafts = [
        DraftLine(
            account.id,
            kind,
            kind,
            -each.points,
            tx.today,
            item_text=line_text(each.goods.name, each.quantity),
        )
        for each in chosen
    ]
    voucher = write_voucher(tx, new_uid(), VoucherKind.REDEMPTION, drafts)
    line_ids = tx.session.scalars(
        select(LedgerLine.id).where(LedgerLine.voucher_id == voucher.voucher_id).order_by(LedgerLine.seq)
    )
    return tuple(line_ids), voucher.voucher_id


def _give(tx: Tx, slip: Slip, chosen: tuple[_Chosen, ...], line_ids: tuple[int, ...]) -> None:
    items = []
    for number, (each, line_id) in enumerate(zip(chosen, line_ids, strict=True), 1):
        assert each.goods.price_id is not None
        items.append(
            SlipItem(
                uid=new_uid(),
                slip_id=slip.id,
                number=number,
                goods_id=each.goods.id,
                price_id=each.goods.price_id,
                line_id=line_id,
                quantity=each.quantity,
                points=each.points,
            )
        )
    tx.session.add_all(items)
    tx.session.flush()  # the movements carry the items' ids
    write_moves(
        tx,
        [
            DraftMove(
                batch_id=taken.batch_id,
                outlet_id=slip.outlet_id,
                kind=MoveKind.REDEEMED,
                quantity=-taken.quantity,
                moved_on=tx.today,
                slip_item_id=item.id,
            )
            for item, each in zip(items, chosen, strict=True)
            for taken in each.taken
        ],
    )
