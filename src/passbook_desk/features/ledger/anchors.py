"""Anchors: the ends of both chains at the moment something left the file (reliability §3.3)."""

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.queries import audit_end
from passbook_desk.features.ledger.model import Anchor
from passbook_desk.features.ledger.queries import head
from passbook_desk.features.ledger.values import AnchorKind, Head
from passbook_desk.kernel.canonical import head_code


def set_anchor(tx: Tx, kind: AnchorKind, reference: str) -> Head:
    """Remember the head code that goes out on paper or in a backup, and return it.

    The end of the audit chain is remembered with it, so that neither chain can be made anew from a place
    before the anchor.
    """
    end, (audit_seq, audit_hash) = head(tx), audit_end(tx)
    tx.session.add(
        Anchor(
            village_id=tx.village_id,
            seq=end.seq,
            code=end.code,
            kind=kind.value,
            reference=reference,
            made_at=tx.now,
            audit_seq=audit_seq,
            audit_code=head_code(audit_hash),
        )
    )
    tx.session.flush()  # its id is part of the identity it is sealed under
    return end


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
