"""Corrections and book layouts as one JSON file, to keep on a computer or to carry to another one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Final

from passbook_desk.documents.correction import Correction
from passbook_desk.documents.errors import (
    PrintExchangeDamaged,
    PrintExchangeForeign,
    PrintExchangeMissing,
    PrintExchangeNewer,
)
from passbook_desk.documents.files import replacing

FORMAT: Final = "passbook-desk-print"
VERSION: Final = 1
_LARGEST_BYTES: Final = 4_000_000
LONGEST_NAME: Final = 300
"""Characters of a printer's name."""
_LARGEST_SIDE: Final = 2000.0
_SAME_SIZE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found for one printer and one size of paper in millimetres, and when."""

    printer: str
    width: float
    height: float
    correction: Correction
    measured_on: date

    def fits(self, printer: str, width: float, height: float) -> bool:
        """Whether it is for that printer and paper; sizes count to a tenth of a millimetre."""
        sizes = abs(self.width - width) < _SAME_SIZE and abs(self.height - height) < _SAME_SIZE
        return self.printer == printer and sizes


@dataclass(frozen=True, slots=True)
class PrintExchange:
    """The content of one file; each layout is the text of a JSON object that this room does not look into."""

    corrections: tuple[Measured, ...] = ()
    layouts: tuple[str, ...] = ()


def with_measured(kept: tuple[Measured, ...], new: tuple[Measured, ...]) -> tuple[Measured, ...]:
    """What is kept once the new ones have taken the place of those for the same printer and paper.

    In the order of printers and sizes.
    """
    found = {_key(each): each for each in (*kept, *new)}
    return tuple(found[key] for key in sorted(found))


def write_exchange(target: Path, content: PrintExchange) -> None:
    """Write the file whole or not at all; raises TargetNotWritable, TargetFolderMissing and DiskFull."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "corrections": [_correction_data(each) for each in content.corrections],
        "layouts": [json.loads(layout) for layout in content.layouts],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    with replacing(target) as part:
        part.write_text(text + "\n", encoding="utf-8")


def read_exchange(source: Path) -> PrintExchange:
    """The content of a file; nothing of a file is taken when a part of it makes no sense.

    Raises PrintExchangeMissing, PrintExchangeForeign, PrintExchangeNewer and PrintExchangeDamaged.
    """
    try:
        with source.open("rb") as stream:
            content = stream.read(_LARGEST_BYTES + 1)
    except OSError as trouble:
        raise PrintExchangeMissing(path=str(source)) from trouble
    try:
        if len(content) > _LARGEST_BYTES:
            raise ValueError("too long")
        document = json.loads(content.decode("utf-8-sig"))
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise ValueError("another format")
    except (ValueError, RecursionError) as trouble:
        raise PrintExchangeForeign(path=str(source)) from trouble
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise PrintExchangeNewer(path=str(source))
    try:
        return PrintExchange(
            tuple(_measured(each) for each in _list(document, "corrections")),
            tuple(json.dumps(_mapping(each), ensure_ascii=False) for each in _list(document, "layouts")),
        )
    except (ValueError, KeyError, TypeError, OverflowError) as trouble:
        raise PrintExchangeDamaged(path=str(source)) from trouble


def _key(measured: Measured) -> tuple[str, float, float]:
    return measured.printer, round(measured.width, 1), round(measured.height, 1)


def _correction_data(each: Measured) -> Mapping[str, object]:
    found = each.correction
    return {
        "printer": each.printer,
        "width": each.width,
        "height": each.height,
        "right": found.right_mm,
        "down": found.down_mm,
        "scale_x": found.scale_x,
        "scale_y": found.scale_y,
        "drift": found.drift_mm,
        "measured_on": each.measured_on.isoformat(),
    }


def _measured(value: object) -> Measured:
    data = _mapping(value)
    printer = data["printer"]
    if not isinstance(printer, str) or len(printer) > LONGEST_NAME:
        raise ValueError("printer")
    names = ("right", "down", "scale_x", "scale_y", "drift")
    correction = Correction(*(_number(data, name) for name in names))
    width, height = _number(data, "width"), _number(data, "height")
    if not correction.possible or not 0 < width <= _LARGEST_SIDE or not 0 < height <= _LARGEST_SIDE:
        raise ValueError("sizes")
    return Measured(printer, width, height, correction, date.fromisoformat(str(data["measured_on"])))


def _number(data: Mapping[str, object], key: str) -> float:
    value = data[key]
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError(key)
    return float(value)


def _list(document: Mapping[str, object], key: str) -> list[object]:
    found = document.get(key, [])
    if not isinstance(found, list):
        raise TypeError(key)
    return found


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("an object")
    return value
