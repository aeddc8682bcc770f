"""The key file beside the village file: the secret of the lookups of ID numbers and phones (14f)."""

import os
import secrets
from pathlib import Path

from passbook_desk.db.errors import FileReadOnly, ReadWriteFault
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.kernel.canonical import digest
from passbook_desk.kernel.disk import flush_folder

_BYTES = 32


def key_file(village_file: Path) -> Path:
    """Where the key of a village file lies."""
    return village_file.with_name(village_file.name + ".key")


def new_key() -> LookupKey:
    """A fresh secret."""
    return LookupKey(secrets.token_bytes(_BYTES))


def read_key(village_file: Path) -> LookupKey | None:
    """The stored key; None when the file is missing, closed to the user or is no key.

    Raises ReadWriteFault when the disk fails: a key that may be read again is not replaced.
    """
    try:
        stored = key_file(village_file).read_bytes()
    except (FileNotFoundError, PermissionError):
        return None
    except OSError:
        raise ReadWriteFault from None
    return LookupKey(stored) if len(stored) == _BYTES else None


def fingerprint(key: LookupKey) -> str:
    """What the village file remembers of its key, to notice that another one lies beside it."""
    return digest(b"PD-KEY-1", (key.value,))


def write_key(village_file: Path, key: LookupKey) -> None:
    """Store the key, readable by its owner only, whole or not at all."""
    target = key_file(village_file)
    part = target.with_name(target.name + ".part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key.value)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        flush_folder(target.parent)
    except OSError:
        raise FileReadOnly(path=target) from None
