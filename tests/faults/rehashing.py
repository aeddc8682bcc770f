"""Somebody who knows the program changes a line and makes everything after it whole again."""

import sqlite3
from collections import defaultdict
from pathlib import Path

from builders.guards import guards_aside
from passbook_desk.features.ledger.rules import LineChain, LineContent, Running

_LINES = (
    "SELECT l.seq, l.uid, v.uid, v.kind, a.uid, l.account_seq, l.kind, l.effect, l.points, l.balance_after,"
    " l.assessment_after, l.spendable_after, l.occurred_on, l.counted_on, l.recorded_at, o.uid, i.uid,"
    " l.item_code, l.item_text, p.uid, w.uid, b.uid, l.memo_commit, l.account_id"
    " FROM ledger_line l JOIN voucher v ON v.id = l.voucher_id JOIN account a ON a.id = l.account_id"
    " JOIN operator o ON o.id = l.recorded_by LEFT JOIN catalogue_item i ON i.id = l.item_id"
    " LEFT JOIN person p ON p.id = l.person_id LEFT JOIN ledger_line w ON w.id = l.reverses_id"
    " LEFT JOIN batch b ON b.id = v.batch_id ORDER BY l.seq"
)


def forge_line(file: Path, seq: int, more: int) -> None:
    """Give line `seq` some hundredths of a point more; every figure and hash after it is made to fit."""
    with guards_aside(file) as connection:
        (village,) = connection.execute("SELECT uid FROM village").fetchone()
        connection.execute("UPDATE ledger_line SET points = points + ? WHERE seq = ?", (more, seq))
        chain, previous = LineChain(village), ""
        running: dict[int, Running] = defaultdict(Running)
        months: dict[tuple[int, str, str], list[int]] = defaultdict(lambda: [0, 0])
        for *fields, account_id in connection.execute(_LINES).fetchall():
            line = LineContent._make(fields)
            figures = running[account_id] = running[account_id].after(line.effect, line.points)
            line = line._replace(
                balance_after=figures.balance,
                assessment_after=figures.assessment,
                spendable_after=figures.spendable,
            )
            fitting = chain.hash(previous, line)
            connection.execute(
                "UPDATE ledger_line SET balance_after = ?, assessment_after = ?, spendable_after = ?,"
                " prev_hash = ?, hash = ? WHERE seq = ?",
                (
                    line.balance_after,
                    line.assessment_after,
                    line.spendable_after,
                    previous,
                    fitting,
                    line.seq,
                ),
            )
            previous = fitting
            month = months[account_id, line.counted_on[:7], line.effect]
            month[0] += line.points
            month[1] += 1
        _keep_sums(connection, running, months)


def _keep_sums(
    connection: sqlite3.Connection,
    running: dict[int, Running],
    months: dict[tuple[int, str, str], list[int]],
) -> None:
    for account_id, figures in running.items():
        connection.execute(
            "UPDATE account_balance SET balance = ?, assessment = ?, spendable = ? WHERE account_id = ?",
            (figures.balance, figures.assessment, figures.spendable, account_id),
        )
    for (account_id, month, effect), (points, _) in months.items():
        connection.execute(
            "UPDATE account_month SET points = ? WHERE account_id = ? AND month = ? AND effect = ?",
            (points, account_id, month, effect),
        )
