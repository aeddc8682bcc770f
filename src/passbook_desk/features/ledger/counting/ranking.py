"""Ranks: the highest score first; equal scores share the rank, and the next rank leaves their places out."""

from collections.abc import Iterable
from dataclasses import replace

from passbook_desk.features.ledger.counting.values import CountRow


def in_rank(rows: Iterable[CountRow]) -> tuple[CountRow, ...]:
    """The rows by score, inside a tie by code; rows outside of all places stand last and take no rank."""
    chosen = list(rows)
    order = sorted(
        (row for row in chosen if row.outside is None), key=lambda row: (-row.score.hundredths, row.code)
    )
    ranked: list[CountRow] = []
    for place, row in enumerate(order, 1):
        tied = bool(ranked) and ranked[-1].score == row.score
        ranked.append(replace(row, rank=ranked[-1].rank if tied else place))
    return (*ranked, *(row for row in chosen if row.outside is not None))
