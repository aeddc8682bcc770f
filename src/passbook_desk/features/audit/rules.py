from passbook_desk.kernel.canonical import chain_hash

_LABEL = b"PD-AUDIT-1"


def audit_hash(
    chain_uid: str,
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
    """Hash of one audit row over the hash before it; `at` as stored."""
    fields = (seq, at, operator_id, act, subject_table, subject_uid, digest, detail)
    return chain_hash(_LABEL, chain_uid, prev_hash, fields)
