"""Entering claims that are through their steps: one voucher for each group that was entered together."""

from collections.abc import Sequence

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.claims.judging import items_of
from passbook_desk.features.ledger.claims.writing import chunks, notes_of
from passbook_desk.features.ledger.model import Claim, LedgerLine
from passbook_desk.features.ledger.posting import post_entries
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.recording_values import CheckedEntry
from passbook_desk.kernel.ids import new_uid


def post_claims(tx: Tx, claims: Sequence[Claim]) -> dict[int, int]:
    """Write the ledger line of each claim; returns the id of the line by claim.

    The claims must have been judged before (judging.problems_of).
    """
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.group_uid, []).append(claim)
    items, notes = items_of(tx), notes_of(tx, (claim.id for claim in claims))
    books = accounts_by_id(tx, (claim.account_id for claim in claims))
    seqs: dict[int, int] = {}
    for together in groups.values():
        entries = []
        for claim in together:
            note = notes.get(claim.id)
            entries.append(
                CheckedEntry(
                    account=books[claim.account_id],
                    item=items[claim.item_id],
                    occurred_on=claim.occurred_on,
                    quantity=claim.quantity,
                    points=claim.points,
                    memo="" if note is None else note.memo,
                    person_id=claim.person_id,
                    witness="" if note is None else note.witness,
                    evidence="" if note is None else note.evidence,
                    claim_id=claim.id,
                )
            )
        posted = post_entries(tx, new_uid(), entries)
        seqs.update(zip((claim.id for claim in together), posted.entry_seqs, strict=True))
    return _line_ids(tx, seqs)


def _line_ids(tx: Tx, seqs: dict[int, int]) -> dict[int, int]:
    ids: dict[int, int] = {}
    for some in chunks(seqs.values()):
        rows = tx.session.execute(
            select(LedgerLine.seq, LedgerLine.id).where(
                LedgerLine.village_id == tx.village_id, LedgerLine.seq.in_(some)
            )
        )
        ids.update({row.seq: row.id for row in rows})
    return {claim_id: ids[seq] for claim_id, seq in seqs.items()}
