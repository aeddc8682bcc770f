"""The one place that appends movements of pieces and keeps the stock of each batch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, text

from passbook_desk.db.store import Tx
from passbook_desk.features.redemption.model import StockMove
from passbook_desk.features.redemption.stock.values import MoveKind
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid

_OPEN_LEVEL = text(
    "INSERT INTO stock_level (batch_id, outlet_id, quantity) VALUES (:batch_id, :outlet_id, 0)"
    " ON CONFLICT (batch_id, outlet_id) DO NOTHING"
)
_KEEP_LEVEL = text(
    "UPDATE stock_level SET quantity = quantity + :quantity"
    " WHERE batch_id = :batch_id AND outlet_id = :outlet_id"
)


@dataclass(frozen=True, slots=True)
class DraftMove:
    """A movement before it gets its number; exactly one of the last four says what it belongs to."""

    batch_id: int
    outlet_id: int
    kind: MoveKind
    quantity: int
    moved_on: date
    reason: str = ""
    paper_id: int | None = None
    slip_item_id: int | None = None
    stocktake_id: int | None = None
    reverses_id: int | None = None


def write_moves(tx: Tx, drafts: Sequence[DraftMove]) -> None:
    """Append movements in their order and keep the stock; SQLite refuses what would pass zero."""
    last = tx.session.scalar(
        select(func.coalesce(func.max(StockMove.number), 0)).where(StockMove.village_id == tx.village_id)
    )
    for number, draft in enumerate(drafts, (last or 0) + 1):
        tx.session.add(
            StockMove(
                village_id=tx.village_id,
                uid=new_uid(),
                number=number,
                batch_id=draft.batch_id,
                outlet_id=draft.outlet_id,
                kind=draft.kind.value,
                quantity=draft.quantity,
                moved_on=draft.moved_on,
                paper_id=draft.paper_id,
                slip_item_id=draft.slip_item_id,
                stocktake_id=draft.stocktake_id,
                reverses_id=draft.reverses_id,
                reason=draft.reason.strip(),
                recorded_at=tx.now,
                recorded_by=tx.actor.operator_id,
            )
        )
    tx.session.flush()  # the kept stock is written by plain SQL
    if drafts:
        places = [{"batch_id": each.batch_id, "outlet_id": each.outlet_id} for each in drafts]
        tx.session.execute(_OPEN_LEVEL, places)
        moved = zip(places, drafts, strict=True)
        tx.session.execute(_KEEP_LEVEL, [place | {"quantity": each.quantity} for place, each in moved])
    tx.touched.add(Topic.GOODS)


def reversals(moves: Sequence[StockMove], moved_on: date, reason: str) -> list[DraftMove]:
    """What takes these movements back, each in its own batch and outlet."""
    return [
        DraftMove(
            batch_id=move.batch_id,
            outlet_id=move.outlet_id,
            kind=MoveKind.REVERSAL,
            quantity=-move.quantity,
            moved_on=moved_on,
            reason=reason,
            paper_id=move.paper_id,
            slip_item_id=move.slip_item_id,
            stocktake_id=move.stocktake_id,
            reverses_id=move.id,
        )
        for move in moves
    ]
