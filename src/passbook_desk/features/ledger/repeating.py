"""The latest acts of entry that differ, to be entered again with another day (experience §4.2, F4)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.model import Claim, LedgerLine, Voucher
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.values import AccountRow, LineKind, VoucherKind
from passbook_desk.kernel.points import Points

_DEEDS = (LineKind.CREDIT.value, LineKind.DEBIT.value, LineKind.HONOUR.value, LineKind.GIFT.value)
_LOOKED_AT = 120
"""Acts of entry looked at: who enters the same three batches all year finds them all the same."""


@dataclass(frozen=True, slots=True)
class EnteredBatch:
    """One act of entry of one item: who got how many points, a deed each; `latest_on` is its day.

    `grids` are the names of the grids of its books, `owner` the holder of the only one.
    """

    item_code: str
    item_text: str
    latest_on: date
    deeds: tuple[tuple[int, Points], ...]
    grids: tuple[str, ...] = ()
    owner: str = ""

    @property
    def accounts(self) -> int:
        """How many books."""
        return len({account_id for account_id, _ in self.deeds})


def latest_batches(scope: Scope, most: int) -> tuple[EnteredBatch, ...]:
    """The last acts of one item that differ in item, books or points, newest first; claims are among them."""
    acts = _posted(scope) + _claimed(scope)
    found: dict[tuple[object, ...], EnteredBatch] = {}
    for _, rows in sorted(acts, key=lambda act: act[0], reverse=True):
        codes = {row[0] for row in rows}
        if len(codes) != 1:
            continue
        deeds = tuple(sorted(((row[3], row[4]) for row in rows), key=lambda deed: deed[0]))
        batch = EnteredBatch(rows[0][0], rows[0][1], max(row[2] for row in rows), deeds)
        found.setdefault((batch.item_code, batch.deeds), batch)
        if len(found) == most:
            break
    books = accounts_by_id(scope, {account_id for batch in found.values() for account_id, _ in batch.deeds})
    return tuple(_named(batch, books) for batch in found.values())


def _named(batch: EnteredBatch, books: Mapping[int, AccountRow]) -> EnteredBatch:
    known = [books[account_id] for account_id, _ in batch.deeds if account_id in books]
    return replace(
        batch,
        grids=tuple(dict.fromkeys(book.grid_name for book in known if book.grid_name)),
        owner=known[0].owner_name if batch.accounts == 1 and known else "",
    )


_Row = tuple[str, str, date, int, Points]


def _posted(scope: Scope) -> list[tuple[datetime, list[_Row]]]:
    acts = scope.session.execute(
        select(Voucher.id, Voucher.recorded_at)
        .where(Voucher.village_id == scope.village_id, Voucher.kind == VoucherKind.RECORD.value)
        .order_by(Voucher.id.desc())
        .limit(_LOOKED_AT)
    ).all()
    when = {row.id: row.recorded_at for row in acts}
    rows: dict[int, list[_Row]] = {}
    for voucher_id, code, text, day, account_id, points in scope.session.execute(
        select(
            LedgerLine.voucher_id,
            LedgerLine.item_code,
            LedgerLine.item_text,
            LedgerLine.occurred_on,
            LedgerLine.account_id,
            LedgerLine.points,
        )
        .where(
            LedgerLine.voucher_id.in_(list(when)),
            LedgerLine.item_code != "",
            LedgerLine.kind.in_(_DEEDS),
        )
        .order_by(LedgerLine.seq)
    ):
        rows.setdefault(voucher_id, []).append((code, text, day, account_id, points))
    return [(when[voucher_id], found) for voucher_id, found in rows.items()]


def _claimed(scope: Scope) -> list[tuple[datetime, list[_Row]]]:
    newest = (
        select(Claim.group_uid, Claim.recorded_at)
        .where(Claim.village_id == scope.village_id, Claim.batch_id.is_(None))
        .order_by(Claim.id.desc())
        .limit(_LOOKED_AT * 10)
    )
    when = {row.group_uid: row.recorded_at for row in scope.session.execute(newest)}
    latest = sorted(when, key=lambda uid: when[uid], reverse=True)[:_LOOKED_AT]
    rows: dict[str, list[_Row]] = {}
    for group_uid, code, text, day, account_id, points in scope.session.execute(
        select(
            Claim.group_uid,
            Claim.item_code,
            Claim.item_text,
            Claim.occurred_on,
            Claim.account_id,
            Claim.points,
        )
        .where(Claim.group_uid.in_(latest))
        .order_by(Claim.id)
    ):
        rows.setdefault(group_uid, []).append((code, text, day, account_id, points))
    return [(when[group_uid], found) for group_uid, found in rows.items()]
