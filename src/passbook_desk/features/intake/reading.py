"""A workbook as rows of plain values, read in a limited child process (reliability §3.6)."""

import contextlib
import hashlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final, NoReturn

import passbook_desk
from passbook_desk.documents.workbook_eye import Reader, text_sheet
from passbook_desk.documents.workbook_values import (
    EMPTY_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    CellKind,
    CellValue,
    Merge,
    RowCells,
    SheetRows,
    WorkbookRefused,
)
from passbook_desk.features.intake.child import LETTERS
from passbook_desk.features.intake.errors import (
    LockFileChosen,
    NotAWorkbook,
    WorkbookEmpty,
    WorkbookMissing,
    WorkbookNotReadable,
    WorkbookProtected,
    WorkbookTooLarge,
    WorkbookUnreadable,
    WrongWorkbookPassword,
)
from passbook_desk.kernel.collecting import collector_paused
from passbook_desk.kernel.jobs import Progress

__all__ = [
    "EMPTY_CELL",
    "CellKind",
    "CellValue",
    "Merge",
    "RowCells",
    "SheetRows",
    "WorkbookRows",
    "read_pasted",
    "read_workbook",
]

WALL_SECONDS: Final = 30
_GLANCE_SECONDS: Final = 0.05
_ROWS_A_STEP: Final = 500
PASTED: Final = "粘贴的内容"
"""The file name of rows that came through the clipboard."""
_LOCK_MARKS: Final = (".~lock.", "~$", ".~")
_LOCK_FILE_BYTES: Final = 2_048
_KINDS: Final = {letter: kind for kind, letter in LETTERS.items()}


@dataclass(frozen=True, slots=True)
class WorkbookRows:
    """Everything a workbook's sheets hold. `sha256` is of the file's bytes as they were read."""

    sha256: str
    file_name: str
    sheets: tuple[SheetRows, ...]

    def rows_sha256(self) -> str:
        """Digest of what the sheets say: equal for two files that differ in bytes only."""
        digest = hashlib.sha256(b"PD-ROWS-1\0")
        for sheet in self.sheets:
            digest.update(f"[{json.dumps(sheet.name)}, [".encode("ascii"))
            for place, row in enumerate(sheet.rows):
                content = [row.number, *((cell.kind, cell.text) for cell in row.cells)]
                digest.update(f"{', ' if place else ''}{json.dumps(content)}".encode("ascii"))
            digest.update(b"]]")
        return digest.hexdigest()


@collector_paused()
def read_workbook(path: Path, progress: Progress, password: str = "") -> WorkbookRows:
    """Read all sheets of a workbook (.xlsx, .xlsm, .xlsb, .xls, .et, .ods) or a table of text (.csv, .txt).

    The content decides, not the name. The main program stays whole whatever the file does to its reader.
    Raises WorkbookMissing, WorkbookNotReadable, LockFileChosen, NotAWorkbook, WorkbookProtected,
    WrongWorkbookPassword, WorkbookTooLarge, WorkbookUnreadable, WorkbookEmpty, and Cancelled.
    """
    if not path.is_file():
        raise WorkbookMissing(path=str(path))
    _refuse_lock_file(path)
    if not path.stat().st_size:  # what is left of a copy that was broken off
        raise WorkbookEmpty(file=path.name)
    deadline = time.monotonic() + WALL_SECONDS
    found = _read_with(path, Reader.CALAMINE, password, deadline, progress)
    if found.died:
        found = _read_with(path, Reader.OPENPYXL, password, deadline, progress)
    if found.refused or not found.sha256:
        _refuse(path, found)
    if not any(sheet.rows for sheet in found.sheets):
        raise WorkbookEmpty(file=path.name)
    return WorkbookRows(found.sha256, path.name, tuple(found.sheets))


def read_pasted(text: str) -> WorkbookRows:
    """Rows copied out of a sheet: tabs between cells, a cell with line breaks in quotes. All cells are text.

    `sha256` is of the text. Raises WorkbookEmpty and WorkbookTooLarge.
    """
    sheet = text_sheet(text, "\t" if "\t" in text else "")
    try:
        rows = tuple(sheet.rows)
    except WorkbookRefused:
        raise _too_large(PASTED, "") from None
    if not rows:
        raise WorkbookEmpty(file=PASTED)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return WorkbookRows(digest, PASTED, (SheetRows(sheet.name, rows),))


def _refuse_lock_file(path: Path) -> None:
    for mark in _LOCK_MARKS:
        if path.name.startswith(mark) and path.stat().st_size <= _LOCK_FILE_BYTES:
            raise LockFileChosen(file=path.name, meant=path.name.removeprefix(mark).removesuffix("#"))


def _too_large(file: str, sheet: str) -> WorkbookTooLarge:
    return WorkbookTooLarge(file=file, sheet=sheet, rows=MOST_ROWS, columns=MOST_COLUMNS)


def _refuse(path: Path, found: "_Answer") -> NoReturn:
    if found.refused == "missing":
        raise WorkbookMissing(path=str(path))
    if found.refused == "not-readable":
        raise WorkbookNotReadable(path=str(path))
    if found.refused == "not-a-workbook":
        raise NotAWorkbook(file=path.name)
    if found.refused == "protected":
        raise WorkbookProtected(file=path.name)
    if found.refused == "wrong-password":
        raise WrongWorkbookPassword(file=path.name)
    if found.refused == "too-large":
        raise _too_large(path.name, found.where)
    raise WorkbookUnreadable(file=path.name)


@dataclass(slots=True)
class _Answer:
    """What a child said: all sheets and the file's digest, or a refusal and the sheet it concerns."""

    sheets: list[SheetRows] = field(default_factory=list)
    sha256: str = ""
    refused: str = ""
    where: str = ""

    @property
    def died(self) -> bool:
        """The child ended, or was stopped, before its last line."""
        return not (self.sha256 or self.refused)


def child_command(reader: Reader, path: Path) -> list[str]:
    """How the child is started, from Python or from a frozen build."""
    start = [sys.executable, "--intake-child"]
    if not getattr(sys, "frozen", False):
        start = [sys.executable, "-m", "passbook_desk.features.intake.child"]
    return [*start, reader.value, str(path.resolve())]


def _read_with(path: Path, reader: Reader, password: str, deadline: float, progress: Progress) -> _Answer:
    environment = dict(os.environ)
    package_home = str(Path(passbook_desk.__file__).resolve().parent.parent)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (package_home, environment.get("PYTHONPATH"))))
    process = subprocess.Popen(
        child_command(reader, path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(OSError):  # a child that has died already is told of below
        process.stdin.write(password.encode("utf-8", "replace"))
        process.stdin.close()
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    listener = threading.Thread(target=_listen, args=(process.stdout, lines), daemon=True)
    listener.start()
    try:
        return _collect(lines, deadline, progress)
    finally:
        process.kill()
        process.wait()
        listener.join()
        process.stdout.close()


def _listen(pipe: IO[bytes], lines: "queue.SimpleQueue[bytes]") -> None:
    """Hand on whole lines; an empty one says that the child has ended, be it in the middle of a line."""
    for line in pipe:
        if line.endswith(b"\n"):
            lines.put(line)
    lines.put(b"")


def _collect(lines: "queue.SimpleQueue[bytes]", deadline: float, progress: Progress) -> _Answer:
    answer = _Answer()
    name, done = "", 0
    rows: list[RowCells] = []
    cells: dict[str, CellValue] = {"": EMPTY_CELL}
    while time.monotonic() < deadline:
        progress.check()
        try:
            line = lines.get(timeout=_GLANCE_SECONDS)
        except queue.Empty:
            continue
        said = json.loads(line) if line else {}
        if isinstance(said, list):
            rows.append(_row(said, cells))
            done += 1
            if done % _ROWS_A_STEP == 0:
                progress.step(done, 0)
            continue
        if "look" in said:
            answer.sheets.append(_sheet(name, rows, said["look"]))
        elif "sheet" in said and "refused" not in said:
            name, rows = said["sheet"], []
        else:
            answer.sha256, answer.refused = said.get("sha256", ""), said.get("refused", "")
            answer.where = said.get("sheet", "")
            break
    return answer


def _sheet(name: str, rows: Iterable[RowCells], look: Sequence[Any]) -> SheetRows:
    merges, hidden_rows, hidden_columns, hidden = look
    return SheetRows(
        name,
        tuple(rows),
        tuple(Merge(*ends) for ends in merges),
        frozenset(number for first, stop in hidden_rows for number in range(first, stop)),
        frozenset(hidden_columns),
        hidden,
    )


def _row(said: Sequence[Any], cells: dict[str, CellValue]) -> RowCells:
    """`cells` holds the cells met before: most of a roster's texts recur."""
    number, *texts = said
    return RowCells(number, tuple(cells.get(text) or _new_cell(text, cells) for text in texts))


def _new_cell(text: str, cells: dict[str, CellValue]) -> CellValue:
    cell = cells[text] = CellValue(_KINDS[text[0]], text[1:])
    return cell
