"""Is the ledger what was written: chain, running figures, kept sums, notes, anchors (reliability §3.2)."""

from collections import defaultdict

from sqlalchemy import text

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.errors import (
    AnchorBroken,
    FiguresBroken,
    LedgerBroken,
    NoteBroken,
    SumsBroken,
    VoucherBroken,
)
from passbook_desk.features.ledger.rules import LineContent, Running, line_hash
from passbook_desk.features.ledger.values import LineKind
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.canonical import NO_HASH, commitment, head_code
from passbook_desk.kernel.points import Points

_LINES = text(
    "SELECT l.seq, l.uid, v.uid, v.kind, a.uid, l.account_seq, l.kind, l.effect, l.points, l.balance_after,"
    " l.assessment_after, l.spendable_after, l.occurred_on, l.counted_on, l.recorded_at, o.uid, i.uid,"
    " l.item_code, l.item_text, p.uid, w.uid, b.uid, l.memo_commit, l.prev_hash, l.hash, l.account_id,"
    " a.number"
    " FROM ledger_line l JOIN voucher v ON v.id = l.voucher_id JOIN account a ON a.id = l.account_id"
    " JOIN operator o ON o.id = l.recorded_by LEFT JOIN catalogue_item i ON i.id = l.item_id"
    " LEFT JOIN person p ON p.id = l.person_id LEFT JOIN ledger_line w ON w.id = l.reverses_id"
    " LEFT JOIN batch b ON b.id = v.batch_id WHERE l.village_id = :village ORDER BY l.seq"
)
_CONTENT = 23


def verify_ledger(scope: Scope) -> int:
    """Check everything the ledger promises and return the number of lines.

    Raises LedgerBroken, FiguresBroken, SumsBroken, VoucherBroken, NoteBroken or AnchorBroken for the first
    fault, by line number where there is one.
    """
    chain, previous, expected_seq = village_uid(scope), NO_HASH, 0
    running: dict[int, Running] = defaultdict(Running)
    numbers: dict[int, str] = {}
    months: dict[tuple[int, str, str], list[int]] = defaultdict(lambda: [0, 0])
    anchors = _anchors(scope)
    _check_anchors(anchors.pop(0, []), 0, NO_HASH)
    for row in scope.session.execute(_LINES, {"village": scope.village_id}):
        expected_seq += 1
        line = LineContent(*row[:_CONTENT])
        prev_hash, row_hash, account_id, number = row[_CONTENT:]
        if line.seq != expected_seq or prev_hash != previous or row_hash != line_hash(chain, previous, line):
            raise LedgerBroken(seq=expected_seq)
        figures = running[account_id].after(LineKind(line.effect), Points(line.points))
        if figures != _figures_of(line, figures):
            raise FiguresBroken(seq=line.seq, number=number)
        running[account_id], numbers[account_id] = figures, number
        month = months[account_id, line.counted_on[:7], line.effect]
        month[0] += line.points
        month[1] += 1
        _check_anchors(anchors.pop(line.seq, []), line.seq, row_hash)
        previous = row_hash
    for seq, broken in anchors.items():
        raise AnchorBroken(seq=seq, kind=broken[0][0])
    _check_sums(scope, running, numbers, months)
    _check_vouchers(scope)
    _check_notes(scope)
    return expected_seq


def _figures_of(line: LineContent, expected: Running) -> Running:
    return Running(
        Points(line.balance_after),
        Points(line.assessment_after),
        Points(line.spendable_after),
        expected.base,
        line.account_seq,
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
    kept = {
        row[0]: Running(Points(row[1]), Points(row[2]), Points(row[3]), Points(row[4]), row[5])
        for row in scope.session.execute(
            text(
                "SELECT b.account_id, b.balance, b.assessment, b.spendable, b.base, b.account_seq"
                " FROM account_balance b JOIN account a ON a.id = b.account_id WHERE a.village_id = :village"
            ),
            {"village": scope.village_id},
        )
    }
    for account_id in running.keys() | kept.keys():
        if running.get(account_id) != kept.get(account_id):
            raise SumsBroken(number=numbers.get(account_id, str(account_id)))
    kept_months = {
        (row[0], row[1], row[2]): [row[3], row[4]]
        for row in scope.session.execute(
            text(
                "SELECT m.account_id, m.month, m.effect, m.points, m.lines"
                " FROM account_month m JOIN account a ON a.id = m.account_id WHERE a.village_id = :village"
            ),
            {"village": scope.village_id},
        )
    }
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


def _check_notes(scope: Scope) -> None:
    rows = scope.session.execute(
        text(
            "SELECT l.seq, l.memo_commit, n.salt, n.memo FROM line_note n"
            " JOIN ledger_line l ON l.id = n.line_id WHERE l.village_id = :village"
        ),
        {"village": scope.village_id},
    )
    for seq, commit, salt, memo in rows:
        if commit != commitment(bytes.fromhex(salt), memo):
            raise NoteBroken(seq=seq)
