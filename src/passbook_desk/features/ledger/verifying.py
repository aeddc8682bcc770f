"""Is the ledger what was written: chain, running figures, kept sums, notes, anchors (reliability §3.2)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import TextClause, text
from sqlalchemy.exc import DatabaseError

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.errors import (
    AnchorBroken,
    FiguresBroken,
    LedgerBroken,
    NoteBroken,
    SumsBroken,
    VoucherBroken,
)
from passbook_desk.features.ledger.rules import LineChain, LineContent, Running
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.canonical import NO_HASH, commitment, head_code

_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_LINE_CONTENT = (
    "SELECT l.seq, l.uid, v.uid, v.kind, a.uid, l.account_seq, l.kind, l.effect, l.points, l.balance_after,"
    " l.assessment_after, l.spendable_after, l.occurred_on, l.counted_on, l.recorded_at, o.uid, i.uid,"
    " l.item_code, l.item_text, p.uid, w.uid, b.uid, l.memo_commit, l.prev_hash, l.hash, l.account_id,"
    " a.number,"
    " v.recorded_at = l.recorded_at AND v.recorded_by = l.recorded_by AND v.village_id = l.village_id"
    " FROM ledger_line l JOIN voucher v ON v.id = l.voucher_id JOIN account a ON a.id = l.account_id"
    " JOIN operator o ON o.id = l.recorded_by LEFT JOIN catalogue_item i ON i.id = l.item_id"
    " LEFT JOIN person p ON p.id = l.person_id LEFT JOIN ledger_line w ON w.id = l.reverses_id"
    " LEFT JOIN batch b ON b.id = v.batch_id WHERE l.village_id = :village"
)
_LINES = text(f"{_LINE_CONTENT} ORDER BY l.seq")
_ONE_LINE = text(f"{_LINE_CONTENT} AND l.id = :line")
_BALANCES = text(
    "SELECT b.account_id, b.balance, b.assessment, b.spendable, b.base, b.account_seq"
    " FROM account_balance b JOIN account a ON a.id = b.account_id WHERE a.village_id = :village"
)
_MONTHS = text(
    "SELECT m.account_id, m.month, m.effect, m.points, m.lines"
    " FROM account_month m JOIN account a ON a.id = m.account_id WHERE a.village_id = :village"
)
_NOTES = text(
    "SELECT l.seq, l.memo_commit, n.salt, n.memo FROM line_note n JOIN ledger_line l ON l.id = n.line_id"
    " WHERE l.village_id = :village"
)
_WITHOUT_NOTE = text(
    "SELECT l.seq FROM ledger_line l LEFT JOIN line_note n ON n.line_id = l.id"
    " WHERE l.village_id = :village AND l.memo_commit <> '' AND n.line_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM audit e WHERE e.village_id = :village AND e.act = :erased"
    "  AND e.subject_table = 'ledger_line' AND e.subject_uid = l.uid) ORDER BY l.seq LIMIT 1"
)
NOTE_ERASED = "note-erased"
"""Act of the audit chain that says a line's free text was erased on demand (reliability §3.3)."""

_CONTENT = len(LineContent._fields)
_MONTH = len("2026-06")
_AT_ONCE = 2000


def verify_ledger(scope: Scope) -> int:
    """Check everything the ledger promises and return the number of lines.

    Raises LedgerBroken, FiguresBroken, SumsBroken, VoucherBroken, NoteBroken or AnchorBroken for the first
    fault, by line number where there is one.
    """
    chain, previous, expected_seq, noted = LineChain(village_uid(scope)), NO_HASH, 0, 0
    running: dict[int, Running] = defaultdict(Running)
    numbers: dict[int, str] = {}
    months: dict[tuple[int, str, str], list[int]] = defaultdict(lambda: [0, 0])
    anchors = _anchors(scope)
    _check_anchors(anchors.pop(0, []), 0, NO_HASH)
    for row in _rows(scope, _LINES):
        expected_seq += 1
        line = LineContent._make(row[:_CONTENT])
        prev_hash, row_hash, account_id, number, of_its_voucher = row[_CONTENT:]
        if line.seq != expected_seq or prev_hash != previous or row_hash != chain.hash(previous, line):
            raise LedgerBroken(seq=min(line.seq, expected_seq))
        if not of_its_voucher:
            raise VoucherBroken(uid=line.voucher_uid)
        figures = running[account_id].after(line.effect, line.points)
        if not _fits(line, figures):
            raise FiguresBroken(seq=line.seq, number=number)
        running[account_id], numbers[account_id] = figures, number
        month = months[account_id, line.counted_on[:_MONTH], line.effect]
        month[0] += line.points
        month[1] += 1
        noted += line.memo_commit != ""
        if line.seq in anchors:
            _check_anchors(anchors.pop(line.seq), line.seq, row_hash)
        previous = row_hash
    for seq, broken in anchors.items():
        raise AnchorBroken(seq=seq, kind=broken[0][0])
    _check_sums(scope, running, numbers, months)
    _check_vouchers(scope)
    _check_notes(scope, noted)
    return expected_seq


def last_good_line(scope: Scope) -> int:
    """The number of the last line that can be read and whose chain is whole up to it; 0 when none is."""
    chain, previous, good = LineChain(village_uid(scope)), NO_HASH, 0
    try:
        for row in _rows(scope, _LINES):
            line = LineContent._make(row[:_CONTENT])
            if line.seq != good + 1 or row[_CONTENT + 1] != chain.hash(previous, line):
                break
            previous, good = row[_CONTENT + 1], line.seq
    except DatabaseError:
        pass
    return good


def sealed_hash(scope: Scope, line_id: int) -> str | None:
    """The hash of a line that still says what its hash was made of; None when it was changed since."""
    row = scope.session.execute(_ONE_LINE, {"village": scope.village_id, "line": line_id}).one()
    prev_hash, row_hash = str(row[_CONTENT]), str(row[_CONTENT + 1])
    made = LineChain(village_uid(scope)).hash(prev_hash, LineContent._make(row[:_CONTENT]))
    return row_hash if made == row_hash else None


def _rows(scope: Scope, statement: TextClause) -> Iterator[Sequence[Any]]:
    found = scope.session.execute(statement, {"village": scope.village_id})
    for rows in found.partitions(_AT_ONCE):
        yield from rows


def _fits(line: LineContent, figures: Running) -> bool:
    return (
        line.balance_after == figures.balance
        and line.assessment_after == figures.assessment
        and line.spendable_after == figures.spendable
        and line.account_seq == figures.account_seq
    )


def _anchors(scope: Scope) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = scope.session.execute(
        text("SELECT seq, kind, code FROM anchor WHERE village_id = :village ORDER BY seq"),
        {"village": scope.village_id},
    )
    for seq, kind, code in rows:
        found[seq].append((kind, code))
    return found


def _check_anchors(anchors: list[tuple[str, str]], seq: int, row_hash: str) -> None:
    for kind, code in anchors:
        if code != head_code(row_hash):
            raise AnchorBroken(seq=seq, kind=kind)


def _check_sums(
    scope: Scope,
    running: dict[int, Running],
    numbers: dict[int, str],
    months: dict[tuple[int, str, str], list[int]],
) -> None:
    kept = {row[0]: Running(*row[1:]) for row in _rows(scope, _BALANCES)}
    for account_id in running.keys() | kept.keys():
        if running.get(account_id, Running()) != kept.get(account_id):  # claims alone keep figures of zero
            raise SumsBroken(number=numbers.get(account_id, str(account_id)))
    kept_months = {(row[0], row[1], row[2]): [row[3], row[4]] for row in _rows(scope, _MONTHS)}
    for key in months.keys() | kept_months.keys():
        if months.get(key) != kept_months.get(key):
            raise SumsBroken(number=numbers.get(key[0], str(key[0])))


def _check_vouchers(scope: Scope) -> None:
    empty = scope.session.execute(
        text(
            "SELECT v.uid FROM voucher v WHERE v.village_id = :village"
            " AND NOT EXISTS (SELECT 1 FROM ledger_line l WHERE l.voucher_id = v.id) LIMIT 1"
        ),
        {"village": scope.village_id},
    ).scalar()
    if empty is not None:
        raise VoucherBroken(uid=empty)
    _check_transfers(scope)


def _check_transfers(scope: Scope) -> None:
    """What a transfer takes from one account it gives to another, in each figure; taken back as a whole."""
    for having in (
        "GROUP BY v.id, l.effect HAVING sum(l.points) <> 0",
        "GROUP BY v.id HAVING count(w.id) NOT IN (0, count(l.id))",
    ):
        broken = scope.session.execute(
            text(
                "SELECT v.uid FROM voucher v JOIN ledger_line l ON l.voucher_id = v.id"
                " LEFT JOIN ledger_line w ON w.reverses_id = l.id"
                f" WHERE v.village_id = :village AND v.kind = 'transfer' {having} LIMIT 1"
            ),
            {"village": scope.village_id},
        ).scalar()
        if broken is not None:
            raise VoucherBroken(uid=broken)


def _check_notes(scope: Scope, noted: int) -> None:
    """A line that was written with a note still has it, unless its erasing was noted; no other has one.

    `noted` is how many lines were written with one.
    """
    asked = {"village": scope.village_id}
    count = 0
    for seq, commit, salt, memo in scope.session.execute(_NOTES, asked):
        if not commit or not _HEX.fullmatch(salt) or commit != commitment(bytes.fromhex(salt), memo):
            raise NoteBroken(seq=seq)
        count += 1
    if count != noted:
        missing = scope.session.execute(_WITHOUT_NOTE, {**asked, "erased": NOTE_ERASED}).scalar()
        if missing is not None:
            raise NoteBroken(seq=missing)
