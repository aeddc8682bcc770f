"""兑换登记: slips with the book they were for and where they stand in the ledger."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.queries import lines_by_id
from passbook_desk.features.ledger.values import LineRow
from passbook_desk.features.passbooks.books.queries import books
from passbook_desk.features.passbooks.books.values import BookRow
from passbook_desk.features.redemption.counter.queries import slip_by_id, slips
from passbook_desk.features.redemption.counter.register_values import Register, SlipSheet
from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.model import Slip
from passbook_desk.kernel.canonical import head_code
from passbook_desk.kernel.period import DateSpan

_CHUNK: Final = 500


def slip_sheets(scope: Scope, chosen: Sequence[SlipRow]) -> tuple[SlipSheet, ...]:
    """Slips as paper tells them, in their order."""
    held: dict[int, list[BookRow]] = {}
    for book in books(scope, account_ids={slip.account.id for slip in chosen}, ended_too=True):
        held.setdefault(book.account.id, []).append(book)
    ends = _ends(scope, [slip.voucher_id for slip in chosen])
    return tuple(
        SlipSheet(
            slip,
            _book_on(held.get(slip.account.id, ()), slip.redeemed_on) or slip.account.number,
            *ends[slip.voucher_id],
        )
        for slip in chosen
    )


def register(scope: Scope, span: DateSpan, outlet_id: int | None = None) -> Register:
    """The slips of some days at an outlet, or everywhere, oldest first."""
    names = {row.id: row.name for row in outlets(scope, retired_too=True)}
    rows = slips(scope, span=span, outlet_id=outlet_id)[::-1]
    return Register(span, names.get(outlet_id or 0, ""), slip_sheets(scope, rows))


def slip_with_code(scope: Scope, code: str) -> SlipSheet | None:
    """The slip that carries this head code; None when there is none."""
    ids = {
        last_hash: slip_id
        for slip_id, last_hash in scope.session.execute(
            select(Slip.id, LedgerLine.hash)
            .join(LedgerLine, LedgerLine.voucher_id == Slip.voucher_id)
            .where(Slip.village_id == scope.village_id)
        )
        if head_code(last_hash) == code
    }
    for slip_id in ids.values():
        (sheet,) = slip_sheets(scope, (slip_by_id(scope, slip_id),))
        if sheet.code == code:
            return sheet
    return None


def lines_of_slip(scope: Scope, slip: SlipRow) -> tuple[LineRow, ...]:
    """The lines that a slip wrote into its book, and those by which it was taken back."""
    wrote = select(LedgerLine.id).where(LedgerLine.voucher_id == slip.voucher_id)
    taking_back = aliased(LedgerLine)
    back = select(taking_back.id).where(taking_back.reverses_id.in_(wrote))
    ids = [*scope.session.scalars(wrote), *scope.session.scalars(back)]
    return tuple(sorted(lines_by_id(scope, ids).values(), key=lambda line: line.account_seq))


def _book_on(held: Iterable[BookRow], day: date) -> str:
    """The number of the book in use on a day; the newest of several, "" for none."""
    fitting = [
        book for book in held if book.issued_on <= day and (book.ended_on is None or book.ended_on >= day)
    ]
    return max(fitting, key=lambda book: book.ordinal).number if fitting else ""


def _ends(scope: Scope, voucher_ids: Sequence[int]) -> dict[int, tuple[int, str]]:
    """The last line of each act: its number and the head code there."""
    found: dict[int, tuple[int, str]] = {}
    for start in range(0, len(voucher_ids), _CHUNK):
        rows = scope.session.execute(
            select(LedgerLine.voucher_id, LedgerLine.seq, LedgerLine.hash)
            .where(LedgerLine.voucher_id.in_(voucher_ids[start : start + _CHUNK]))
            .order_by(LedgerLine.seq)
        )
        for voucher_id, seq, last_hash in rows:
            found[voucher_id] = (seq, head_code(last_hash))
    return found
