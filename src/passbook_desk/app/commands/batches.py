"""batch list, batch undo, batch move."""

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.ledger import data_of, told, written
from passbook_desk.features.ledger.claims.commands import withdraw_claims
from passbook_desk.features.ledger.claims.queries import group_claims
from passbook_desk.features.ledger.commands import reverse_voucher
from passbook_desk.features.ledger.errors import UnknownVoucher
from passbook_desk.features.ledger.queries import recent_vouchers
from passbook_desk.features.ledger.reversing import UNDONE, MoveVoucher, move_voucher
from passbook_desk.features.ledger.values import ReverseVoucher, VoucherKind, VoucherRow
from passbook_desk.features.passbooks.undoing import UndoOwn, undo_own
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

_KINDS = {
    VoucherKind.RECORD: "记分",
    VoucherKind.OPENING: "期初",
    VoucherKind.BASE: "基础分",
    VoucherKind.TRANSFER: "转移",
    VoucherKind.REVERSAL: "冲销",
    VoucherKind.RUN: "结转",
    VoucherKind.REDEMPTION: "兑换",
}


def listed(context: Context) -> Answer:
    """The latest acts, newest first."""
    with context.desk() as desk:
        rows = desk.ask(lambda scope: recent_vouchers(scope, context.arguments.limit))
    data = [
        {
            "id": row.id,
            "voucher": row.uid,
            "kind": row.kind.value,
            "recorded_at": row.recorded_at.isoformat(),
            "handler": row.handler,
            "lines": row.lines,
            "points": str(row.points_total),
            "text": row.text,
            "reversed": row.reversed,
        }
        for row in rows
    ]
    return Answer(tuple(map(_line, rows)) or ("还没有记过账。",), data)


def _line(row: VoucherRow) -> str:
    moment = row.recorded_at.astimezone()
    gone = "，已冲销" if row.reversed else ""
    return (
        f"{row.id} {moment:%Y.%m.%d %H:%M} {row.handler} {_KINDS[row.kind]} {row.text}"
        f"：{row.lines} 笔，{row.points_total} 分{gone}"
    )


def undo(context: Context) -> Answer:
    """Take a whole act back: an own one of today as a pair, any other with a reason; waiting claims too."""
    given = context.arguments
    with context.desk() as desk:
        if not given.batch.isdecimal():
            waiting = desk.ask(lambda scope: group_claims(scope, given.batch))
            if not waiting:
                raise UnknownVoucher(voucher=given.batch, field="voucher")
            desk.do(lambda tx: withdraw_claims(tx, waiting, given.reason or UNDONE))
            numbers = " ".join(map(str, waiting))
            return Answer(
                (f"已撤回 {len(waiting)} 笔申报：{numbers}",),
                {"voucher": given.batch, "claims": list(waiting)},
            )
        number = int(given.batch)
        if given.reason is None:
            own = UndoOwn(new_uid(), number)
            return written(desk.do(lambda tx: undo_own(tx, own)))
        command = ReverseVoucher(new_uid(), number, given.reason)
        return written(desk.do(lambda tx: reverse_voucher(tx, command)))


def move(context: Context) -> Answer:
    """Take an act back and enter its deeds under another item."""
    given = context.arguments
    command = MoveVoucher(
        voucher_id=given.batch,
        item_code=given.item,
        reason=given.reason,
        points=None if given.points is None else Points.parse(given.points),
        leave_out=given.over_cap == "skip",
    )
    with context.desk() as desk:
        moved = desk.do(lambda tx: move_voucher(tx, command))
    back: dict[str, Json] = {"voucher": moved.reversal.uid, "lines": list(moved.reversal.seqs)}
    head = f"已冲销 {len(moved.reversal.seqs)} 笔"
    return Answer((head, *told(moved.recorded)), {**data_of(moved.recorded), "reversal": back})
