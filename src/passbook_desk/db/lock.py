"""One holder per village file: an OS lock on a permanent lock file (reliability §3.7).

The lock dies with its process, so an empty or stale lock file never locks the clerk out; what is written in
the file only tells a second program who holds it.
"""

import os
from contextlib import suppress
from io import FileIO
from pathlib import Path

from passbook_desk.db.errors import FileHeld, FileReadOnly

_LOCK_BYTE = 1_000_000


class FileLock:
    """Held from construction until `release`; raises FileHeld when somebody else holds it."""

    def __init__(self, village_file: Path, holder: str) -> None:
        path = village_file.with_name(village_file.name + ".lock")
        try:
            self._file: FileIO = path.open("a+b", buffering=0)
        except OSError:
            raise FileReadOnly(path=path) from None
        try:
            _lock(self._file)
        except OSError:
            name = _holder(self._file)
            self.release()
            raise FileHeld(holder=name) from None
        with suppress(OSError):  # who holds it is only information; the lock itself needs no room on the disk
            self._file.truncate(0)
            self._file.write(holder.encode())

    def release(self) -> None:
        """Let the next program in. Safe to call twice."""
        with suppress(OSError):
            self._file.close()


def _holder(file: FileIO) -> str:
    """What the lock file says of its holder; empty when it cannot be read."""
    try:
        file.seek(0)
        return file.read(200).decode(errors="replace").strip()
    except OSError:
        return ""


if os.name == "nt":
    import msvcrt

    def _lock(file: FileIO) -> None:
        file.seek(_LOCK_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _lock(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
