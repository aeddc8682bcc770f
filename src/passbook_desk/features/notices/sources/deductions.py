"""Each deduction of a period in the catalogue's own words, for villages that put them on the wall."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.model import Account, LedgerLine
from passbook_desk.features.ledger.values import LineKind
from passbook_desk.features.notices.values import CellKind, NoticeLineRow, NoticePart, PartColumn, PartKind
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.sensitive import wall_text

_COLUMNS: Final = (
    PartColumn("对应行号", CellKind.COUNT),
    PartColumn("户编号", CellKind.CENTRED),
    PartColumn("户主/姓名"),
    PartColumn("细则条文"),
    PartColumn("扣分", CellKind.POINTS, summed=True),
)
NOTE: Final = "只列细则条文；已经冲销的不列。"


def deduction_part(scope: Scope, span: DateSpan, lines: Mapping[str, NoticeLineRow]) -> NoticePart:
    """扣分明细: standing deductions that count in a span, by line of the sheet; never the clerk's note."""
    taking_back = aliased(LedgerLine)
    rows = scope.session.execute(
        select(Account.number, LedgerLine.item_text, LedgerLine.points)
        .join(Account, Account.id == LedgerLine.account_id)
        .outerjoin(taking_back, taking_back.reverses_id == LedgerLine.id)
        .where(
            LedgerLine.village_id == scope.village_id,
            LedgerLine.counted_on >= span.first,
            LedgerLine.counted_on <= span.last,
            LedgerLine.kind == LineKind.DEBIT.value,
            taking_back.id.is_(None),
        )
        .order_by(LedgerLine.counted_on, LedgerLine.seq)
    )
    found = [(lines[number], text, points) for number, text, points in rows if number in lines]
    found.sort(key=lambda row: row[0].number)
    return NoticePart(
        kind=PartKind.DEDUCTIONS,
        title="扣分明细",
        columns=_COLUMNS,
        rows=tuple(
            (str(line.number), line.household_code, line.shown_name, wall_text(text), str(-points))
            for line, text, points in found
        ),
        first_line=1,
        note=NOTE,
    )
