from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Integer, case, exists, func, select, type_coerce

from passbook_desk.db.store import Scope
from passbook_desk.db.types import PointsColumn
from passbook_desk.features.access.model import Operator
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.households.model import Household
from passbook_desk.features.ledger.checking import closed_holders
from passbook_desk.features.ledger.counting.standing import standings
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.passbooks.books.values import BookEnd
from passbook_desk.features.passbooks.model import Book
from passbook_desk.features.redemption.counter.queries import slips
from passbook_desk.features.redemption.exchange.errors import UnknownExchangeDay
from passbook_desk.features.redemption.exchange.rules import barred
from passbook_desk.features.redemption.exchange.values import (
    EntitledRow,
    ExchangeDayCard,
    ExchangeDayRow,
    GoodsOfDay,
    Settlement,
    Tie,
)
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.goods.values import GoodsKind
from passbook_desk.features.redemption.model import (
    ExchangeDay,
    ExchangeSettlement,
    ExchangeTicket,
    Goods,
    GoodsPrice,
    Outlet,
    Slip,
    SlipItem,
    SlipUndo,
    StockBatch,
    StockMove,
)
from passbook_desk.features.redemption.stock.values import MoveKind
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.points import ZERO, Points


def exchange_days(scope: Scope) -> tuple[ExchangeDayRow, ...]:
    """Exchange days, the latest first."""
    rows = scope.session.execute(
        select(ExchangeDay, Outlet.name, ExchangeSettlement, Operator.name)
        .join(Outlet, Outlet.id == ExchangeDay.outlet_id)
        .outerjoin(ExchangeSettlement, ExchangeSettlement.exchange_day_id == ExchangeDay.id)
        .outerjoin(Operator, Operator.id == ExchangeSettlement.settled_by)
        .where(ExchangeDay.village_id == scope.village_id)
        .order_by(ExchangeDay.held_on.desc(), ExchangeDay.id.desc())
    ).all()
    tickets: dict[int, int] = {
        day_id: count
        for day_id, count in scope.session.execute(
            select(ExchangeTicket.exchange_day_id, func.count()).group_by(ExchangeTicket.exchange_day_id)
        )
    }
    given = _given(scope)
    return tuple(
        _day_row(day, outlet, tickets.get(day.id, 0), given.get(day.id, (0, ZERO, 0)), settlement, operator)
        for day, outlet, settlement, operator in rows
    )


def exchange_day(scope: Scope, day_id: int) -> ExchangeDayRow:
    """One exchange day. Raises UnknownExchangeDay."""
    row = next((each for each in exchange_days(scope) if each.id == day_id), None)
    if row is None:
        raise UnknownExchangeDay(field="exchange_day", number=str(day_id))
    return row


def exchange_day_card(scope: Scope, day_id: int) -> ExchangeDayCard:
    """One exchange day with what its slips, the ledger and the stock say. Raises UnknownExchangeDay."""
    row = exchange_day(scope, day_id)
    counted = _counted(scope, day_id)
    later = tuple(slip for slip in slips(scope, exchange_day_id=day_id) if slip.id in counted.later)
    books = scope.session.scalar(select(func.count(Slip.account_id.distinct())).where(counted.slips()))
    return ExchangeDayCard(row, _tie(scope, counted), books or 0, _goods(scope, row, counted), later[::-1])


def tie(scope: Scope, day_id: int) -> Tie:
    """What the slips of an exchange day, the ledger and the stock say; of a settled one as it was then."""
    return _tie(scope, _counted(scope, day_id))


def entitled(scope: Scope, day_id: int, grid_code: str | None = None) -> tuple[EntitledRow, ...]:
    """Every open book, of a grid or of all, with what it may redeem and what became of it on the day.

    In the order of grid and household. Raises UnknownExchangeDay.
    """
    exchange_day(scope, day_id)
    books, decided = accounts(scope, grid_code=grid_code), policy(scope)
    allowed, closed = standings(scope, books), closed_holders(scope, books)
    houses, numbers = _house_numbers(scope), _book_numbers(scope)
    tickets, had = _tickets(scope, day_id), _had(scope, day_id)
    found = []
    for account in books:
        why, until = barred(decided, account, allowed[account.id], closed, scope.today)
        ticket, own = tickets.get(account.id), had.get(account.id, ())
        found.append(
            EntitledRow(
                account=account,
                book_number=numbers.get(account.id, account.number),
                house_number=houses.get(account.household_id, ""),
                redeemable=ZERO if why else allowed[account.id].redeemable,
                barred=why,
                until=until,
                ticket=None if ticket is None else ticket.number,
                waiting=ticket is not None and not any(each.at >= ticket.given_at for each in own),
                had=sum((each.points for each in own), ZERO),
                slips=tuple(each.number for each in own),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Had:
    """A slip that stands: its number, what it cost and when it was written."""

    number: str
    points: Points
    at: datetime


@dataclass(frozen=True, slots=True)
class _Counted:
    """Which slips of an exchange day count: those that stand, or stood when it was settled.

    `gone` were taken back before, `later` since; `last_move` is the movement up to which stock is added up.
    """

    day_id: int
    gone: frozenset[int]
    later: frozenset[int]
    last_move: int | None

    def slips(self) -> ColumnElement[bool]:
        """Chooses the slips that count."""
        return (Slip.exchange_day_id == self.day_id) & Slip.id.not_in(self.gone)


def _counted(scope: Scope, day_id: int) -> _Counted:
    undone: dict[str, int] = {
        uid: slip_id
        for uid, slip_id in scope.session.execute(
            select(SlipUndo.uid, SlipUndo.slip_id)
            .join(Slip, Slip.id == SlipUndo.slip_id)
            .where(Slip.exchange_day_id == day_id)
        )
    }
    settlement = scope.session.scalar(
        select(ExchangeSettlement.uid).where(ExchangeSettlement.exchange_day_id == day_id)
    )
    sealed = None if settlement is None else _sealed(scope, "exchange_settlement", (settlement,))[settlement]
    if sealed is None:
        return _Counted(day_id, frozenset(undone.values()), frozenset(), None)
    when = _sealed(scope, "slip_undo", undone)
    later = frozenset(slip_id for uid, slip_id in undone.items() if when[uid] > sealed)
    gone = frozenset(undone.values()) - later
    return _Counted(day_id, gone, later, _last_move(scope, sealed))


def _sealed(scope: Scope, table: str, uids: Collection[str]) -> dict[str, int]:
    """The numbers under which rows were written: unlike a clock they never go back."""
    rows = scope.session.execute(
        select(AuditRow.subject_uid, func.min(AuditRow.seq))
        .where(
            AuditRow.village_id == scope.village_id,
            AuditRow.subject_table == table,
            AuditRow.subject_uid.in_(list(uids)),
        )
        .group_by(AuditRow.subject_uid)
    )
    return {uid: seq for uid, seq in rows}


def _last_move(scope: Scope, sealed: int) -> int:
    """The last movement of pieces that was written before a settlement was."""
    before = exists().where(
        AuditRow.village_id == scope.village_id,
        AuditRow.subject_table == StockMove.__tablename__,
        AuditRow.subject_uid == StockMove.uid,
        AuditRow.seq < sealed,
    )
    found = scope.session.scalar(
        select(StockMove.number)
        .where(StockMove.village_id == scope.village_id, before)
        .order_by(StockMove.number.desc())
        .limit(1)
    )
    return found or 0


def _given(scope: Scope) -> dict[int, tuple[int, Points, int]]:
    """Standing slips, points and pieces of each exchange day."""
    pieces = (
        select(SlipItem.slip_id, func.sum(SlipItem.quantity).label("pieces"))
        .group_by(SlipItem.slip_id)
        .subquery()
    )
    rows = scope.session.execute(
        select(
            Slip.exchange_day_id,
            func.count(),
            func.sum(Slip.points, type_=PointsColumn()),
            func.sum(pieces.c.pieces),
        )
        .join(pieces, pieces.c.slip_id == Slip.id)
        .outerjoin(SlipUndo, SlipUndo.slip_id == Slip.id)
        .where(Slip.village_id == scope.village_id, Slip.exchange_day_id.is_not(None), SlipUndo.id.is_(None))
        .group_by(Slip.exchange_day_id)
    )
    return {day_id: (count, points, quantity) for day_id, count, points, quantity in rows if day_id}


def _day_row(
    day: ExchangeDay,
    outlet: str,
    tickets: int,
    given: tuple[int, Points, int],
    settlement: ExchangeSettlement | None,
    operator: str | None,
) -> ExchangeDayRow:
    count, points, pieces = given
    settled = None
    if settlement is not None:
        count, points, pieces = settlement.slips, settlement.points, settlement.pieces
        settled = Settlement(count, points, pieces, settlement.words, settlement.settled_at, operator or "")
    return ExchangeDayRow(
        id=day.id,
        uid=day.uid,
        number=day.number,
        name=day.name,
        outlet_id=day.outlet_id,
        outlet=outlet,
        held_on=day.held_on,
        until_on=day.until_on,
        tickets=tickets,
        slips=count,
        points=points,
        pieces=pieces,
        settled=settled,
    )


def _tie(scope: Scope, counted: _Counted) -> Tie:
    """What was taken back since the settlement counts on neither side."""
    session = scope.session
    count, slip_points = session.execute(
        select(func.count(), func.sum(Slip.points, type_=PointsColumn())).where(counted.slips())
    ).one()
    service = case((Goods.kind == GoodsKind.SERVICE.value, SlipItem.quantity), else_=0)
    price = type_coerce(GoodsPrice.points, Integer)
    pieces, services, price_points, taken = session.execute(
        select(
            func.sum(SlipItem.quantity),
            func.sum(service),
            func.sum(price * SlipItem.quantity, type_=PointsColumn()),
            func.sum(LedgerLine.points, type_=PointsColumn()),
        )
        .join(Slip, Slip.id == SlipItem.slip_id)
        .join(Goods, Goods.id == SlipItem.goods_id)
        .join(GoodsPrice, GoodsPrice.id == SlipItem.price_id)
        .join(LedgerLine, LedgerLine.id == SlipItem.line_id)
        .where(counted.slips())
    ).one()
    given_back = session.scalar(
        select(func.sum(LedgerLine.points, type_=PointsColumn()))
        .join(SlipItem, SlipItem.line_id == LedgerLine.reverses_id)
        .join(Slip, Slip.id == SlipItem.slip_id)
        .where(counted.slips(), Slip.id.not_in(counted.later))
    )
    moved = session.scalar(
        select(func.sum(StockMove.quantity))
        .join(SlipItem, SlipItem.id == StockMove.slip_item_id)
        .join(Slip, Slip.id == SlipItem.slip_id)
        .where(
            counted.slips(),
            (StockMove.kind == MoveKind.REDEEMED.value) | Slip.id.not_in(counted.later),
        )
    )
    return Tie(
        slips=count,
        slip_points=slip_points or ZERO,
        ledger_points=-((taken or ZERO) + (given_back or ZERO)),
        price_points=price_points or ZERO,
        slip_pieces=pieces or 0,
        stock_pieces=-(moved or 0),
        service_pieces=services or 0,
    )


def _goods(scope: Scope, row: ExchangeDayRow, counted: _Counted) -> tuple[GoodsOfDay, ...]:
    """What is on the counter there, and whatever moved, in the order of codes."""
    before = case((StockMove.moved_on < row.held_on, StockMove.quantity), else_=0)
    chosen = (
        select(StockBatch.goods_id, func.sum(before), func.sum(StockMove.quantity))
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(StockMove.village_id == scope.village_id, StockMove.outlet_id == row.outlet_id)
        .group_by(StockBatch.goods_id)
    )
    if counted.last_move is not None:
        chosen = chosen.where(StockMove.number <= counted.last_move)
    stock: dict[int, tuple[int, int]] = {
        goods_id: (opening, left) for goods_id, opening, left in scope.session.execute(chosen)
    }
    given: dict[int, tuple[int, Points]] = {
        goods_id: (quantity, points)
        for goods_id, quantity, points in scope.session.execute(
            select(
                SlipItem.goods_id,
                func.sum(SlipItem.quantity),
                func.sum(SlipItem.points, type_=PointsColumn()),
            )
            .join(Slip, Slip.id == SlipItem.slip_id)
            .where(counted.slips())
            .group_by(SlipItem.goods_id)
        )
    }
    found = []
    for goods in goods_rows(scope, retired_too=True):
        if goods.retired_on is not None and goods.id not in stock.keys() | given.keys():
            continue
        service = goods.kind is GoodsKind.SERVICE
        (opening, left), (quantity, points) = stock.get(goods.id, (0, 0)), given.get(goods.id, (0, ZERO))
        found.append(
            GoodsOfDay(
                goods_id=goods.id,
                code=goods.code,
                name=goods.name,
                spec=goods.spec,
                unit=goods.unit,
                service=service,
                opening=opening,
                other=0 if service else left - opening + quantity,
                given=quantity,
                left=left,
                points=points,
            )
        )
    return tuple(found)


def _tickets(scope: Scope, day_id: int) -> Mapping[int, ExchangeTicket]:
    rows = scope.session.scalars(select(ExchangeTicket).where(ExchangeTicket.exchange_day_id == day_id))
    return {row.account_id: row for row in rows}


def _had(scope: Scope, day_id: int) -> Mapping[int, list[_Had]]:
    rows = scope.session.execute(
        select(Slip.account_id, Slip.number, Slip.points, Slip.served_at)
        .outerjoin(SlipUndo, SlipUndo.slip_id == Slip.id)
        .where(Slip.exchange_day_id == day_id, SlipUndo.id.is_(None))
        .order_by(Slip.id)
    )
    found: dict[int, list[_Had]] = defaultdict(list)
    for account_id, number, points, at in rows:
        found[account_id].append(_Had(number, points, at))
    return found


def _house_numbers(scope: Scope) -> dict[int, str]:
    rows = scope.session.execute(
        select(Household.id, Household.house_number).where(Household.village_id == scope.village_id)
    )
    return {household_id: number for household_id, number in rows}


def _book_numbers(scope: Scope) -> dict[int, str]:
    """The number on the paper book in use, by account."""
    rows = scope.session.execute(
        select(Book.account_id, Book.number)
        .where(Book.village_id == scope.village_id, Book.ended_as == BookEnd.NONE.value)
        .order_by(Book.id)
    )
    return {account_id: number for account_id, number in rows}
