"""One holder per village file: an OS lock on a permanent lock file (reliability §3.7).

The lock dies with its process, so an empty or stale lock file never locks the clerk out; what is written in
the file only tells a second program who holds it.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import IO

from passbook_desk.db.errors import FileHeld, FileReadOnly

_LOCK_BYTE = 1_000_000


class FileLock:
    """Held from construction until `release`; raises FileHeld when somebody else holds it."""

    def __init__(self, village_file: Path, holder: str) -> None:
        path = village_file.with_name(village_file.name + ".lock")
        try:
            self._file: IO[str] = path.open("a+", encoding="utf-8")
        except OSError:
            raise FileReadOnly(path=path) from None
        try:
            _lock(self._file)
        except OSError:
            self._file.seek(0)
            name = self._file.read(200).strip()
            self._file.close()
            raise FileHeld(holder=name) from None
        with suppress(OSError):  # who holds it is only information; the lock itself needs no room on the disk
            self._file.seek(0)
            self._file.truncate()
            self._file.write(holder)
            self._file.flush()

    def release(self) -> None:
        """Let the next program in. Safe to call twice."""
        self._file.close()


if os.name == "nt":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(_LOCK_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
