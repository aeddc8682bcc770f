"""Taking a slip back: points, goods and slip together (domain §13 rule 8)."""

from collections.abc import Sequence

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.errors import SameActWithOtherContent
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.queries import closed_spans
from passbook_desk.features.ledger.reversing import UNDONE, take_back
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.passbooks.undoing import lines_on_paper
from passbook_desk.features.redemption.counter.errors import SlipUndone, UndoReasonMissing, UnknownSlip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.days import is_settled
from passbook_desk.features.redemption.goods.commands import open_outlet
from passbook_desk.features.redemption.goods.errors import GoodsTextTooLong
from passbook_desk.features.redemption.goods.rules import MOST_CHARACTERS
from passbook_desk.features.redemption.model import Slip, SlipItem, SlipUndo, StockMove
from passbook_desk.features.redemption.stock.writing import reversals, write_moves
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic


def undo_slip(tx: Tx, command: UndoSlip) -> None:
    """Take a slip back: its points by reversals (红字), its goods where they lie on the shelf again.

    One's own slip of today that stands in no book, no closed period and no settled exchange day is undone by
    whoever serves at the counter; any other takes a reason and leave to reverse. Raises NotAllowed,
    SameActWithOtherContent, UnknownSlip, SlipUndone, UndoReasonMissing, GoodsTextTooLong, and OutletClosed
    when the goods would come back to a place that was given up.
    """
    kept = tx.session.scalar(select(SlipUndo.slip_id).where(SlipUndo.uid == command.uid))
    if kept is not None:
        if kept != command.slip_id:
            raise SameActWithOtherContent
        return
    slip = tx.session.get(Slip, command.slip_id)
    if slip is None or slip.village_id != tx.village_id:
        raise UnknownSlip(field="slip", number=str(command.slip_id))
    undone = tx.session.scalar(select(SlipUndo).where(SlipUndo.slip_id == slip.id))
    if undone is not None:
        raise SlipUndone(number=slip.number, day=undone.undone_on)
    lines = tx.session.scalars(
        select(LedgerLine).where(LedgerLine.voucher_id == slip.voucher_id).order_by(LedgerLine.seq)
    ).all()
    reason = command.reason.strip()
    if len(reason) > MOST_CHARACTERS:
        raise GoodsTextTooLong(field="reason", most=MOST_CHARACTERS)
    if _own_and_fresh(tx, slip, lines):
        tx.require(Act.REDEEM)
        reason = reason or UNDONE
    else:
        tx.require(Act.REVERSE)
        if not reason:
            raise UndoReasonMissing(field="reason")
    seqs = tuple(line.seq for line in lines)
    back = take_back(tx, ReverseLines(f"{command.uid}-points", seqs, reason), with_slip=True)
    if command.goods_back:
        moves = tx.session.scalars(
            select(StockMove)
            .join(SlipItem, SlipItem.id == StockMove.slip_item_id)
            .where(SlipItem.slip_id == slip.id, StockMove.reverses_id.is_(None))
            .order_by(StockMove.number)
        ).all()
        if moves:
            open_outlet(tx, slip.outlet_id)
        write_moves(tx, reversals(moves, tx.today, reason))
    tx.session.add(
        SlipUndo(
            village_id=tx.village_id,
            uid=command.uid,
            slip_id=slip.id,
            voucher_id=back.voucher_id,
            goods_back=command.goods_back,
            reason=reason,
            undone_on=tx.today,
            undone_at=tx.now,
            undone_by=tx.actor.operator_id,
        )
    )
    tx.touched |= {Topic.GOODS, Topic.LEDGER}


def _own_and_fresh(tx: Tx, slip: Slip, lines: Sequence[LedgerLine]) -> bool:
    if slip.served_by != tx.actor.operator_id:
        return False
    if slip.served_at.astimezone().date() != tx.now.astimezone().date():
        return False
    if slip.exchange_day_id is not None and is_settled(tx, slip.exchange_day_id):
        return False
    closed = closed_spans(tx)
    printed = lines_on_paper(tx, (slip.account_id,)).get(slip.account_id, 0)
    return not any(
        line.account_seq <= printed or any(line.counted_on in span for span in closed) for line in lines
    )
