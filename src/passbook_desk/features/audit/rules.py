import hashlib

from passbook_desk.kernel.canonical import KnownFields, canonical

_LABEL = b"PD-AUDIT-1"


class AuditChain:
    """Hashes the audit rows of one village; fields that come again with the next row are laid out once."""

    def __init__(self, chain_uid: str) -> None:
        self._start = _LABEL + b"\0" + canonical((chain_uid,))
        self._known = KnownFields()

    def hash(
        self,
        prev_hash: str,
        seq: int,
        at: str,
        operator_id: int | None,
        act: str,
        subject_table: str,
        subject_uid: str,
        digest: str,
        detail: str,
    ) -> str:
        """The hash of an audit row over the hash of the row before it; `at` as stored."""
        known = self._known
        content = (
            self._start,
            canonical((prev_hash, seq)),
            known[at],
            known[operator_id],
            known[act],
            known[subject_table],
            canonical((subject_uid, digest)),
            known[detail],
        )
        return hashlib.sha256(b"".join(content)).hexdigest()
