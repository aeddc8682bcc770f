"""The one place that appends ledger lines: vouchers, chain, running figures, kept sums."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, insert, select, text

from passbook_desk.db.store import Tx
from passbook_desk.db.types import clean_text, moment_text
from passbook_desk.features.households.model import Person
from passbook_desk.features.ledger.errors import NoPoints, SpendsBelowZero, TooManyPoints
from passbook_desk.features.ledger.model import LineNote
from passbook_desk.features.ledger.queries import closed_spans, head
from passbook_desk.features.ledger.rules import LineChain, LineContent, Running, counted_day
from passbook_desk.features.ledger.values import LineKind, RecordedVoucher, VoucherKind
from passbook_desk.kernel.canonical import commitment
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, Points

_MOST = Points(100_000_000)
_SALT = 16
_MONTH = len("2026-06")
_SPENDING = frozenset({LineKind.REDEEM, LineKind.REDEEM_COUNTED})

_OPEN_VOUCHER = text(
    "INSERT INTO voucher (village_id, uid, kind, batch_id, recorded_at, recorded_by)"
    " VALUES (:village_id, :uid, :kind, :batch_id, :recorded_at, :recorded_by) RETURNING id"
)
_ENDS = text(
    "SELECT v.uid, o.uid, b.uid, (SELECT coalesce(max(id), 0) FROM ledger_line)"
    " FROM village v JOIN operator o ON o.id = :operator LEFT JOIN batch b ON b.id = :batch"
    " WHERE v.id = :village"
)
_FIGURES = text(
    "SELECT a.id, a.uid, a.number, b.balance, b.assessment, b.spendable, b.base, b.account_seq"
    " FROM account a LEFT JOIN account_balance b ON b.account_id = a.id"
    " WHERE a.id IN :ids AND a.village_id = :village"
).bindparams(bindparam("ids", expanding=True))
_APPEND_LINE = text(
    "INSERT INTO ledger_line (id, village_id, seq, uid, voucher_id, account_id, account_seq, kind, effect,"
    " points, balance_after, assessment_after, spendable_after, occurred_on, counted_on, recorded_at,"
    " recorded_by, item_id, item_code, item_text, person_id, reverses_id, memo_commit, prev_hash, hash)"
    " VALUES (:id, :village_id, :seq, :uid, :voucher_id, :account_id, :account_seq, :kind, :effect,"
    " :points, :balance_after, :assessment_after, :spendable_after, :occurred_on, :counted_on, :recorded_at,"
    " :recorded_by, :item_id, :item_code, :item_text, :person_id, :reverses_id, :memo_commit, :prev_hash,"
    " :hash)"
)
_KEEP_BALANCE = text(
    "INSERT INTO account_balance (account_id, balance, assessment, spendable, base, pending, account_seq)"
    " VALUES (:account_id, :balance, :assessment, :spendable, :base, 0, :account_seq)"
    " ON CONFLICT (account_id) DO UPDATE SET balance = excluded.balance, assessment = excluded.assessment,"
    " spendable = excluded.spendable, base = excluded.base, account_seq = excluded.account_seq"
)
_KEEP_MONTH = text(
    "INSERT INTO account_month (account_id, month, effect, points, lines)"
    " VALUES (:account_id, :month, :effect, :points, 1)"
    " ON CONFLICT (account_id, month, effect) DO UPDATE"
    " SET points = account_month.points + excluded.points, lines = account_month.lines + 1"
)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line before it gets its number: what it moves and why."""

    account_id: int
    kind: LineKind
    effect: LineKind
    points: Points
    occurred_on: date
    counts_with: date | None = None
    """The day whose period the line belongs to, when that is not the day of the deed."""
    item_id: int | None = None
    item_uid: str | None = None
    item_code: str = ""
    item_text: str = ""
    person_id: int | None = None
    memo: str = ""
    reverses_id: int | None = None
    reverses_uid: str | None = None


def write_voucher(
    tx: Tx, uid: str, kind: VoucherKind, drafts: Sequence[DraftLine], batch_id: int | None = None
) -> RecordedVoucher:
    """Append the drafts as one voucher in their order and keep the sums.

    Raises NoPoints, TooManyPoints, SpendsBelowZero.
    """
    _check_points(drafts)
    tx.session.flush()  # the voucher's statements are plain SQL, which flushes nothing by itself
    voucher: dict[str, Any] = {
        "village_id": tx.village_id,
        "uid": clean_text(uid),
        "kind": kind.value,
        "batch_id": batch_id,
        "recorded_at": moment_text(tx.now),
        "recorded_by": tx.actor.operator_id,
    }
    voucher["id"] = tx.session.execute(_OPEN_VOUCHER, voucher).scalar_one()
    rows, notes, running = _number(tx, voucher, drafts)
    tx.session.execute(_APPEND_LINE, rows)
    if notes:
        tx.session.execute(insert(LineNote), notes)
    tx.session.execute(
        _KEEP_BALANCE,
        [
            {
                "account_id": account_id,
                "balance": figures.balance,
                "assessment": figures.assessment,
                "spendable": figures.spendable,
                "base": figures.base,
                "account_seq": figures.account_seq,
            }
            for account_id, figures in running.items()
        ],
    )
    tx.session.execute(
        _KEEP_MONTH,
        [
            {
                "account_id": row["account_id"],
                "month": row["counted_on"][:_MONTH],
                "effect": row["effect"],
                "points": row["points"],
            }
            for row in rows
        ],
    )
    tx.touched.add(Topic.LEDGER)
    return RecordedVoucher(voucher["id"], voucher["uid"], tuple(row["seq"] for row in rows))


def _check_points(drafts: Sequence[DraftLine]) -> None:
    for draft in drafts:
        if draft.points == ZERO:
            raise NoPoints(field="points")
        if not -_MOST <= draft.points <= _MOST:
            raise TooManyPoints(field="points")


def _number(
    tx: Tx, voucher: dict[str, Any], drafts: Sequence[DraftLine]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[int, Running]]:
    """Rows of lines and notes with the values that are stored: plain numbers and text."""
    chain_uid, operator_uid, batch_uid, line_id = tx.session.execute(
        _ENDS,
        {"village": tx.village_id, "operator": tx.actor.operator_id, "batch": voucher["batch_id"]},
    ).one()
    chain, last, closed = LineChain(chain_uid), head(tx), closed_spans(tx)
    accounts, running = _running_figures(tx, {draft.account_id for draft in drafts})
    person_uids = _person_uids(tx, {draft.person_id for draft in drafts if draft.person_id is not None})
    seq, previous = last.seq, last.hash
    moving = voucher["kind"] == VoucherKind.TRANSFER
    rows: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for draft in drafts:
        seq, line_id = seq + 1, line_id + 1
        figures = running[draft.account_id].after(draft.effect.value, draft.points.hundredths)
        account_uid, number = accounts[draft.account_id]
        if draft.kind in _SPENDING and figures.spendable < 0 and not moving:
            raise SpendsBelowZero(number=number)
        running[draft.account_id] = figures
        memo, salt = clean_text(draft.memo.strip()), secrets.token_bytes(_SALT)
        content = LineContent(
            seq=seq,
            uid=new_uid(),
            voucher_uid=voucher["uid"],
            voucher_kind=voucher["kind"],
            account_uid=account_uid,
            account_seq=figures.account_seq,
            kind=draft.kind.value,
            effect=draft.effect.value,
            points=draft.points.hundredths,
            balance_after=figures.balance,
            assessment_after=figures.assessment,
            spendable_after=figures.spendable,
            occurred_on=draft.occurred_on.isoformat(),
            counted_on=counted_day(draft.counts_with or draft.occurred_on, closed).isoformat(),
            recorded_at=voucher["recorded_at"],
            operator_uid=operator_uid,
            item_uid=draft.item_uid,
            item_code=draft.item_code,
            item_text=clean_text(draft.item_text),
            person_uid=None if draft.person_id is None else person_uids[draft.person_id],
            reverses_uid=draft.reverses_uid,
            batch_uid=batch_uid,
            memo_commit=commitment(salt, memo) if memo else "",
        )
        row_hash = chain.hash(previous, content)
        rows.append(_row(tx, voucher["id"], draft, content, line_id, previous, row_hash))
        if memo:
            notes.append({"line_id": line_id, "salt": salt.hex(), "memo": memo})
        previous = row_hash
    return rows, notes, running


def _row(
    tx: Tx,
    voucher_id: int,
    draft: DraftLine,
    content: LineContent,
    line_id: int,
    prev_hash: str,
    row_hash: str,
) -> dict[str, Any]:
    return {
        "id": line_id,
        "village_id": tx.village_id,
        "seq": content.seq,
        "uid": content.uid,
        "voucher_id": voucher_id,
        "account_id": draft.account_id,
        "account_seq": content.account_seq,
        "kind": content.kind,
        "effect": content.effect,
        "points": content.points,
        "balance_after": content.balance_after,
        "assessment_after": content.assessment_after,
        "spendable_after": content.spendable_after,
        "occurred_on": content.occurred_on,
        "counted_on": content.counted_on,
        "recorded_at": content.recorded_at,
        "recorded_by": tx.actor.operator_id,
        "item_id": draft.item_id,
        "item_code": content.item_code,
        "item_text": content.item_text,
        "person_id": draft.person_id,
        "reverses_id": draft.reverses_id,
        "memo_commit": content.memo_commit,
        "prev_hash": prev_hash,
        "hash": row_hash,
    }


def _running_figures(tx: Tx, account_ids: set[int]) -> tuple[dict[int, tuple[str, str]], dict[int, Running]]:
    """Identity and number of each account, and its figures now."""
    asked = {"ids": sorted(account_ids), "village": tx.village_id}
    rows = tx.session.execute(_FIGURES, asked).all()
    named = {row[0]: (row[1], row[2]) for row in rows}
    running = {row[0]: Running() if row[7] is None else Running._make(row[3:]) for row in rows}
    return named, running


def _person_uids(tx: Tx, ids: set[int]) -> dict[int, str]:
    if not ids:
        return {}
    rows = tx.session.execute(select(Person.id, Person.uid).where(Person.id.in_(ids)))
    return {row.id: row.uid for row in rows}
