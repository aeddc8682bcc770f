"""A file is replaced whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from passbook_desk.documents.errors import DiskFull, TargetFolderMissing, TargetNotWritable
from passbook_desk.kernel.disk import flush_folder

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DATABASE = b"SQLite format 3\0"
_KEEPING = {".pbd", ".key"}


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Hand out `<target>.part`; when the block ends well, it is flushed to the disk and becomes target.

    When the block raises, the part is removed and an older target stays as it was. Raises
    TargetFolderMissing, TargetNotWritable (read-only, a folder or a device, open in an office program, a
    village file, its key or a backup) and DiskFull.
    """
    part = _part_of(target)
    try:
        _refuse(target)
        yield part
        _flush(part)
        part.replace(target)
        flush_folder(target.parent)
    except OSError as trouble:
        _remove(part)
        if trouble.errno in _FULL:
            raise DiskFull(path=str(target)) from trouble
        raise TargetNotWritable(path=str(target)) from trouble
    except BaseException:
        _remove(part)
        raise


def check_target(target: Path) -> None:
    """Whether a file could be written there, asked before an act that a failed writing cannot take back.

    Raises what `replacing` raises; leaves nothing behind and an older target as it is.
    """
    part = _part_of(target)
    try:
        _refuse(target)
        part.touch()
        part.unlink()
    except OSError as trouble:
        if trouble.errno in _FULL:
            raise DiskFull(path=str(target)) from trouble
        raise TargetNotWritable(path=str(target)) from trouble


def _part_of(target: Path) -> Path:
    return target.with_name(target.name + ".part") if target.name else target / ".part"


def _refuse(target: Path) -> None:
    """What no file may replace: a folder, a device, an open file, a village."""
    if not target.parent.is_dir():
        raise TargetFolderMissing(path=str(target), folder=str(target.parent))
    if target.exists() and not target.is_file():
        raise TargetNotWritable(path=str(target))
    _refuse_open_elsewhere(target)
    _refuse_village(target)


def _refuse_village(target: Path) -> None:
    """A sheet or page never takes the place of a village file, its key or a backup (a slip while typing)."""
    if not target.is_file():
        return
    with target.open("rb") as stream:
        if target.suffix in _KEEPING or stream.read(len(_DATABASE)) == _DATABASE:
            raise TargetNotWritable(path=str(target))


def _refuse_open_elsewhere(target: Path) -> None:
    """Windows refuses by itself to replace an open file; elsewhere the office's lock file tells."""
    if os.name == "nt":
        return
    for lock in (f".~lock.{target.name}#", f".~{target.name}"):
        if target.with_name(lock).exists():
            raise TargetNotWritable(path=str(target))


def _flush(part: Path) -> None:
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)
