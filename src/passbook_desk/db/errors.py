"""What can go wrong between the program and its file, each with its own sentence (reliability §2.1, §2.2)."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from passbook_desk.kernel.errors import EnvironmentProblem, FaultFound

_LITTLE_SPACE = 1_000_000


class FileHeld(EnvironmentProblem):
    """Another program holds the village file. Parameters: holder."""

    code = "db.file-held"


class FileMissing(EnvironmentProblem):
    """There is no village file at the path. Parameters: path."""

    code = "db.file-missing"


class FileExists(EnvironmentProblem):
    """A new village may not overwrite a file. Parameters: path."""

    code = "db.file-exists"


class NotAVillageFile(EnvironmentProblem):
    """The file is something else. Parameters: path."""

    code = "db.not-a-village-file"


class NewerFile(EnvironmentProblem):
    """A newer program wrote the file. Parameters: file_version, program_version."""

    code = "db.newer-file"


class DiskFull(EnvironmentProblem):
    """No space left; the transaction was rolled back."""

    code = "db.disk-full"


class ReadWriteFault(EnvironmentProblem):
    """The disk failed to read or write; the transaction was rolled back."""

    code = "db.read-write-fault"


class OutcomeUnknown(EnvironmentProblem):
    """The disk failed while committing and cannot be asked whether the act is in the file."""

    code = "db.outcome-unknown"


class FileReadOnly(EnvironmentProblem):
    """The file or its folder cannot be written. Parameters: path."""

    code = "db.file-read-only"


class WrongEngineSettings(EnvironmentProblem):
    """SQLite did not take a safety setting, so nothing may be written. Parameters: setting, value."""

    code = "db.wrong-engine-settings"


class FileDamaged(FaultFound):
    """SQLite finds the file damaged. Parameters: detail."""

    code = "db.file-damaged"


class PageDamaged(FileDamaged):
    """A page of the file is damaged. Parameters: detail (which page), seq (the last good line)."""

    code = "db.page-damaged"


class SchemaChanged(FaultFound):
    """A table, index or trigger is missing or was altered. Parameters: name."""

    code = "db.schema-changed"


def problem_for(error: sqlite3.Error, path: Path) -> EnvironmentProblem | FaultFound | None:
    """The named problem behind a SQLite error, or None when it is a fault of the program.

    Quota and file-size limits reach SQLite as plain I/O errors (reliability §2.1 P5), so free space decides
    between full and faulty.
    """
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_FULL":
        return DiskFull()
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return DiskFull() if _no_space(path) else ReadWriteFault()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return FileHeld(holder="")
    if name.startswith("SQLITE_READONLY"):
        return FileReadOnly(path=path)
    if name.startswith("SQLITE_NOTADB"):
        return NotAVillageFile(path=path)
    if name.startswith("SQLITE_CORRUPT") or "decode to UTF-8" in str(error):
        return FileDamaged(detail=name) if _damaged(path) else ReadWriteFault()
    return None


def _damaged(path: Path) -> bool:
    """A failed read looks like damage to SQLite; only a file that a fresh connection finds broken is."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as fresh:
            fresh.execute("PRAGMA locking_mode=EXCLUSIVE")
            fresh.execute("PRAGMA journal_mode=TRUNCATE")
            if fresh.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return True
            for (table,) in fresh.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                for _ in fresh.execute(f'SELECT * FROM "{table}"'):
                    pass
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        return not name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_BUSY"))
    except UnicodeDecodeError:
        return True
    return False


def _no_space(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LITTLE_SPACE
    except OSError:
        return False
