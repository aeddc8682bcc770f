"""A foreign workbook's bytes: fetched once, looked over and unlocked before any library reads its sheets."""

import hashlib
import io
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from passbook_desk.documents.csv_eye import text_of
from passbook_desk.documents.workbook_values import Refusal, WorkbookRefused

_MOST_BYTES: Final = 100_000_000
_MOST_PARTS: Final = 2_000
_MOST_PART_BYTES: Final = 100_000_000
_MOST_UNPACKED_BYTES: Final = 200_000_000
_LARGE_PART: Final = 10_000_000
_MOST_RATIO: Final = 200
_ENCRYPTED_FLAG: Final = 0x1

_ZIP: Final = b"PK"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOK_OF_1995: Final = "Book".encode("utf-16-le")
_WRAPPED: Final = "ooxml"
_WORKBOOK_FORMATS: Final = frozenset({_WRAPPED, "xls97"})
_WRITE_PROTECTED: Final = "VelvetSweatshop"
"""The password with which Excel itself encrypts a workbook that is protected against writing only."""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file looked over: its bytes without encryption, or its text; `sha256` is of the bytes on the disk."""

    sha256: str
    data: bytes = b""
    text: str = ""

    @property
    def is_zip(self) -> bool:
        """The file is an .xlsx, .xlsm, .xlsb or .ods."""
        return self.data.startswith(_ZIP)


def open_file(path: Path, password: str = "") -> OpenedFile:
    """Read, look over and unlock a file; its content decides what it is, not its name.

    Raises WorkbookRefused, or OSError as the system does.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise WorkbookRefused(Refusal.TOO_LARGE)
    data = _bytes_of(path)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(_COMPOUND):
        data = _unlocked(data, password)
    elif not data.startswith(_ZIP):
        return OpenedFile(digest, text=text_of(data))
    if data.startswith(_ZIP):
        _look_into_zip(data)
    return OpenedFile(digest, data)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except PermissionError:
        return _bytes_beside_a_holder(path)


if sys.platform == "win32":

    def _bytes_beside_a_holder(path: Path) -> bytes:
        """A program that holds a file so that it may replace it lets only those in who share all of it."""
        import ctypes
        import msvcrt
        import os

        generic_read, share_all, open_existing, normal = 0x80000000, 0x7, 3, 0x80
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = ctypes.c_void_p
        handle = kernel.CreateFileW(str(path), generic_read, share_all, None, open_existing, normal, None)
        if handle is None or handle == ctypes.c_void_p(-1).value:
            raise PermissionError(str(path))
        with os.fdopen(msvcrt.open_osfhandle(handle, os.O_RDONLY), "rb") as source:
            return source.read()

else:

    def _bytes_beside_a_holder(path: Path) -> bytes:
        raise PermissionError(str(path))


def _unlocked(data: bytes, password: str) -> bytes:
    """The bytes of a compound file without its encryption: an .xls as it is, or the .xlsx wrapped in it."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    try:
        locked = msoffcrypto.OfficeFile(io.BytesIO(data))
    except FileFormatError:
        if _BOOK_OF_1995 in data:
            return data  # the library that reads it tells whether it is locked
        raise WorkbookRefused(Refusal.NOT_A_WORKBOOK) from None
    if locked.format not in _WORKBOOK_FORMATS:
        raise WorkbookRefused(Refusal.NOT_A_WORKBOOK)
    plain = io.BytesIO()
    try:
        if not locked.is_encrypted():
            return data
        more = {"verify_password": True} if locked.format == _WRAPPED else {}
        locked.load_key(password=password or _WRITE_PROTECTED, **more)
        locked.decrypt(plain)
    except InvalidKeyError:
        raise WorkbookRefused(Refusal.WRONG_PASSWORD if password else Refusal.PROTECTED) from None
    except (DecryptionError, FileFormatError):
        raise WorkbookRefused(Refusal.PROTECTED) from None
    return plain.getvalue()


def _look_into_zip(data: bytes) -> None:
    """The ZIP directory alone tells most bombs (reliability §3.6); sizes may lie, so the child has limits."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise WorkbookRefused(Refusal.NOT_A_WORKBOOK) from None
    names = [part.filename for part in parts]
    if not any(name.lower().startswith(("xl/", "content.xml")) for name in names):
        raise WorkbookRefused(Refusal.NOT_A_WORKBOOK)
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise WorkbookRefused(Refusal.PROTECTED)
    if any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names):
        raise WorkbookRefused(Refusal.UNREADABLE)
    bombs = any(
        part.file_size > _MOST_PART_BYTES
        or (part.file_size > _LARGE_PART and part.file_size > _MOST_RATIO * max(part.compress_size, 1))
        for part in parts
    )
    if bombs or len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED_BYTES:
        raise WorkbookRefused(Refusal.TOO_LARGE)
