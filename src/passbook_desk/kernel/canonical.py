"""Fixed byte layouts under SHA-256: the chain of lines, digests of rows, codes for paper (reliability §3.3).

The layouts never change; a new one gets a new label.
"""

import hashlib
from collections.abc import Sequence
from typing import Final

Field = int | str | bytes | None

NO_HASH: Final = ""
_PAPER_ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_CODE_LENGTH: Final = 10


def canonical(fields: Sequence[Field]) -> bytes:
    """Each field as a tag (n, i, s or b), its length in bytes as 4 bytes big-endian, and its bytes."""
    parts: list[bytes] = []
    for field in fields:
        if field is None:
            tag, content = b"n", b""
        elif isinstance(field, int):
            tag, content = b"i", b"%d" % field
        elif isinstance(field, str):
            tag, content = b"s", field.encode()
        else:
            tag, content = b"b", field
        parts += (tag, len(content).to_bytes(4, "big"), content)
    return b"".join(parts)


def chain_hash(label: bytes, chain_uid: str, prev_hash: str, fields: Sequence[Field]) -> str:
    """Hash of one chained row in hex; `label` names the layout, `prev_hash` is NO_HASH for the first row."""
    start = label + b"\0" + canonical((chain_uid, prev_hash))
    return hashlib.sha256(start + canonical(fields)).hexdigest()


def digest(label: bytes, fields: Sequence[Field]) -> str:
    """Hash of one row that is not chained, in hex."""
    return hashlib.sha256(label + b"\0" + canonical(fields)).hexdigest()


def commitment(salt: bytes, text: str) -> str:
    """What stands for free text or a number in hashed rows; without the salt it tells nothing."""
    return hashlib.sha256(b"PD-COMMIT-1\0" + canonical((salt, text))).hexdigest()


def head_code(row_hash: str) -> str:
    """Ten characters of a hash for paper, without 0, O, 1 and I; "----------" for an empty ledger."""
    if row_hash == NO_HASH:
        return "-" * _CODE_LENGTH
    number = int(row_hash[:16], 16)
    return "".join(_PAPER_ALPHABET[(number >> (5 * place)) & 31] for place in range(_CODE_LENGTH))
