"""Fixed byte layouts under SHA-256: the chain of lines, digests of rows, codes for paper (reliability §3.3).

The layouts never change; a new one gets a new label.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

Field = int | str | bytes | None

NO_HASH: Final = ""
PAPER_ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Digits and letters that cannot be taken for one another on paper."""
HEAD_CODE: Final = 10
"""Characters of a head code."""


def canonical(fields: Iterable[Field]) -> bytes:
    """Each field as a tag (n, i, s or b), its length in bytes as 4 bytes big-endian, and its bytes."""
    return b"".join(map(_laid_out, fields))


def _laid_out(field: Field) -> bytes:
    if isinstance(field, str):
        content = field.encode()
        length = len(content)
        return (_TEXT_HEADS[length] if length < _SHORT else _head(b"s", length)) + content
    if isinstance(field, int):
        content = b"%d" % field
        return _head(b"i", len(content)) + content
    return _head(b"n", 0) if field is None else _head(b"b", len(field)) + field


def _head(tag: bytes, length: int) -> bytes:
    return tag + length.to_bytes(4, "big")


_SHORT: Final = 256
_TEXT_HEADS: Final = tuple(_head(b"s", length) for length in range(_SHORT))


class KnownFields(dict[Field, bytes]):
    """`canonical` of single fields that come again and again in a long chain, each made once."""

    _MOST: Final = 50_000

    def __missing__(self, field: Field) -> bytes:
        if len(self) >= self._MOST:
            self.clear()
        made = self[field] = canonical((field,))
        return made


def digest(label: bytes, fields: Sequence[Field]) -> str:
    """Hash of one row that is not chained, in hex."""
    return digest_of_laid_out(label, canonical(fields))


def digest_of_laid_out(label: bytes, content: bytes) -> str:
    """`digest` of fields that went through `canonical` before, together or one after the other."""
    return hashlib.sha256(label + b"\0" + content).hexdigest()


def commitment(salt: bytes, text: str) -> str:
    """What stands for free text or a number in hashed rows; without the salt it tells nothing."""
    return hashlib.sha256(b"PD-COMMIT-1\0" + canonical((salt, text))).hexdigest()


def head_code(row_hash: str) -> str:
    """Ten characters of a hash for paper, without 0, O, 1 and I; "----------" for an empty ledger."""
    if row_hash == NO_HASH:
        return "-" * HEAD_CODE
    number = int(row_hash[:16], 16)
    return "".join(PAPER_ALPHABET[(number >> (5 * place)) & 31] for place in range(HEAD_CODE))
