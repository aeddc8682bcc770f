"""Anchors: the ends of both chains at the moment something left the file (reliability §3.3)."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.queries import audit_end, audit_hash_at
from passbook_desk.features.ledger.errors import ChainsReplaced, OlderCopy
from passbook_desk.features.ledger.model import Anchor, LedgerLine
from passbook_desk.features.ledger.queries import head
from passbook_desk.features.ledger.values import AnchorKind, AnchorRow, Head
from passbook_desk.kernel.canonical import NO_HASH, head_code


class ChainEnds(NamedTuple):
    """Where both chains end: the numbers of the last rows and the codes of their hashes."""

    line_seq: int
    line_code: str
    audit_seq: int
    audit_code: str


def chain_ends(scope: Scope) -> ChainEnds:
    """Where the chains end now."""
    end, (audit_seq, audit_hash) = head(scope), audit_end(scope)
    return ChainEnds(end.seq, end.code, audit_seq, head_code(audit_hash))


def check_ends(scope: Scope, known: Iterable[ChainEnds]) -> None:
    """Compare the chains with ends that were written down elsewhere.

    Raises OlderCopy when the file ends before one of them, ChainsReplaced when it says something else there.
    """
    now = chain_ends(scope)
    for ends in known:
        if ends.line_seq > now.line_seq or ends.audit_seq > now.audit_seq:
            raise OlderCopy(seq=ends.line_seq, last=now.line_seq)
        if ends.line_code != head_code(_line_hash_at(scope, ends.line_seq)):
            raise ChainsReplaced(seq=ends.line_seq)
        if ends.audit_code != head_code(audit_hash_at(scope, ends.audit_seq)):
            raise ChainsReplaced(seq=ends.line_seq)


def _line_hash_at(scope: Scope, seq: int) -> str:
    found = scope.session.scalar(
        select(LedgerLine.hash).where(LedgerLine.village_id == scope.village_id, LedgerLine.seq == seq)
    )
    return found or NO_HASH


def anchors_with(scope: Scope, code: str) -> tuple[AnchorRow, ...]:
    """Everything that left the file with this head code on it, oldest first."""
    rows = scope.session.scalars(
        select(Anchor).where(Anchor.village_id == scope.village_id, Anchor.code == code).order_by(Anchor.id)
    )
    return tuple(
        AnchorRow(AnchorKind(row.kind), row.seq, row.code, row.reference, row.made_at) for row in rows
    )


def still_leads_to(scope: Scope, anchor: AnchorRow) -> bool:
    """Whether the ledger says at the anchor's line what it said when the head code went out."""
    return anchor.code == head_code(_line_hash_at(scope, anchor.seq))


def set_anchor(tx: Tx, kind: AnchorKind, reference: str) -> Head:
    """Remember the head code that goes out on paper or in a backup, and return it.

    The end of the audit chain is remembered with it, so that neither chain can be made anew from a place
    before the anchor.
    """
    ends = chain_ends(tx)
    tx.session.add(
        Anchor(
            village_id=tx.village_id,
            seq=ends.line_seq,
            code=ends.line_code,
            kind=kind.value,
            reference=reference,
            made_at=tx.now,
            audit_seq=ends.audit_seq,
            audit_code=ends.audit_code,
        )
    )
    tx.session.flush()  # its id is part of the identity it is sealed under
    return head(tx)


def anchored_audit(scope: Scope) -> dict[int, set[str]]:
    """The codes of the audit chain that the file's own anchors tell, by the number of the audit row."""
    found: dict[int, set[str]] = {}
    rows = scope.session.execute(
        select(Anchor.audit_seq, Anchor.audit_code).where(Anchor.village_id == scope.village_id)
    )
    for seq, code in rows:
        if seq is not None:
            found.setdefault(seq, set()).add(str(code))
    return found
