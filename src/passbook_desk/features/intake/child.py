"""The limited child process: opens somebody else's workbook and writes its rows as JSON lines.

`python -m passbook_desk.features.intake.child READER PATH`; in a frozen build `passbook-desk --intake-child
READER PATH`. The password, if there is one, comes through standard input, where no other program sees it.
Goes out one JSON value a line: {"sheet": name}, [row number, cell, cell …] with cells as kind letter and
text ("" for an empty one), {"look": [merges, hidden rows as ranges, hidden columns, hidden]} after the last
row of a sheet, at the end {"sha256": …} or {"refused": reason, "sheet": name}.
A line that says neither came from a child that died.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from passbook_desk.documents.workbook_eye import Reader, look_within, read_sheets
from passbook_desk.documents.workbook_file import open_file
from passbook_desk.documents.workbook_values import (
    CellKind,
    Refusal,
    RowCells,
    SheetLook,
    WorkbookRefused,
)

MEMORY_BYTES: Final = 600_000_000
CPU_SECONDS: Final = 30

LETTERS: Final = {
    CellKind.TEXT: "t",
    CellKind.NUMBER: "n",
    CellKind.DATE: "d",
    CellKind.FLAG: "f",
    CellKind.ERROR: "e",
}


def main(arguments: Sequence[str]) -> int:
    """Read one workbook; whatever goes wrong ends in one line, never in a traceback."""
    reader, path = Reader(arguments[0]), Path(arguments[1])
    _limit_this_process()
    out = sys.stdout.buffer
    try:
        opened = open_file(path, sys.stdin.buffer.read().decode("utf-8"))
        for sheet in read_sheets(opened, reader):
            _say(out, {"sheet": sheet.name})
            last = 0
            for row in sheet.rows:
                out.write(_row_line(row))
                last = row.number
            _say(out, {"look": _look_said(look_within(sheet.look, last))})
        _say(out, {"sha256": opened.sha256})
    except WorkbookRefused as refused:
        _say(out, {"refused": refused.refusal.value, "sheet": refused.sheet})
    except PermissionError:
        _say(out, {"refused": "not-readable", "sheet": ""})
    except FileNotFoundError:
        _say(out, {"refused": "missing", "sheet": ""})
    except BrokenPipeError:
        return 1
    except Exception:  # noqa: BLE001 - the libraries raise dozens of kinds on damaged files (reliability §6.7)
        _say(out, {"refused": Refusal.UNREADABLE.value, "sheet": ""})
    return 0


def _limit_this_process() -> None:
    """Memory, time and no core file; systems without these limits have the parent's clock alone."""
    if os.name != "posix":
        return
    import resource

    for limit, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        lowered = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (lowered, lowered))


def _row_line(row: RowCells) -> bytes:
    cells = [LETTERS[cell.kind] + cell.text if cell.kind in LETTERS else "" for cell in row.cells]
    return json.dumps([row.number, *cells]).encode("ascii") + b"\n"


def _look_said(look: SheetLook) -> list[object]:
    return [
        [[one.first_row, one.last_row, one.first_column, one.last_column] for one in look.merges],
        [[rows.start, rows.stop] for rows in look.hidden_rows],
        sorted(look.hidden_columns),
        look.hidden,
    ]


def _say(out: BinaryIO, what: Mapping[str, object]) -> None:
    out.write(json.dumps(what).encode("ascii") + b"\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
