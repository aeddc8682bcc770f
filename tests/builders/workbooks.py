"""Workbooks of the kinds and with the oddities that offices have, by hand where no library writes them."""

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import msoffcrypto.format.ooxml
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from passbook_desk.features.intake.reading import CellKind, SheetRows

_ODS_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_KIND}"/></manifest:manifest>'
)
_PARTS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET_PART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_XLSB_PARTS = (
    f'<Relationships xmlns="{_PARTS}"><Relationship Id="rId1" Type="{_SHEET_PART}" '
    'Target="worksheets/sheet1.bin"/></Relationships>'
)


def save_ods(path: Path, name: str, rows: Sequence[Sequence[str | int]]) -> Path:
    """Write an .ods of one sheet with the least that makes one."""
    lines = "".join(
        f"<table:table-row>{''.join(_ods_cell(cell) for cell in row)}</table:table-row>" for row in rows
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_SPACES}><office:body>'
        f'<office:spreadsheet><table:table table:name="{name}">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _ODS_KIND)
        archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
        archive.writestr("content.xml", content)
    return path


def _ods_cell(value: str | int) -> str:
    kind = (
        f'office:value-type="float" office:value="{value}"'
        if isinstance(value, int)
        else 'office:value-type="string"'
    )
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def save_xlsb(path: Path, name: str, rows: Sequence[Sequence[str | int]]) -> Path:
    """Write an .xlsb of one sheet with the least that makes one ([MS-XLSB] 2.4, record numbers beside)."""
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide(name)
    book = _record(131) + _record(143) + _record(156, bundle) + _record(144) + _record(132)  # BrtBundleSh
    cells = b""
    for number, row in enumerate(rows):
        cells += _record(0, struct.pack("<IIHHBI", number, 0, 300, 0, 0, 0))  # BrtRowHdr
        for column, value in enumerate(row):
            place = struct.pack("<II", column, 0)
            if isinstance(value, int):
                cells += _record(5, place + struct.pack("<d", value))  # BrtCellReal
            else:
                cells += _record(6, place + _wide(value))  # BrtCellSt
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = _record(129) + _record(148, size) + _record(145) + cells + _record(146) + _record(130)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", _XLSB_PARTS)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return path


def _record(kind: int, body: bytes = b"") -> bytes:
    """A record's number and length in groups of seven bits, lowest first, and its body."""
    return _sevens(kind) + _sevens(len(body)) + body


def _sevens(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _sevens(rest) if rest else bytes([low])


def _wide(text: str) -> bytes:
    units = text.encode("utf-16-le")
    return struct.pack("<I", len(units) // 2) + units


def save_sheet(path: Path, fill: Callable[[Worksheet], None]) -> Path:
    """Write a workbook of one sheet 表 that the test fills itself."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    fill(sheet)
    book.save(path)
    return path


def with_part(source: Path, target: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of a workbook in which every part whose name contains `part` is changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if part in name else content)
    return target


def locked(source: Path, target: Path, password: str) -> Path:
    """A copy of a workbook that opens with a password only."""
    wrapped = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(source.read_bytes())).encrypt(password, wrapped)
    target.write_bytes(wrapped.getvalue())
    return target


def texts(sheet: SheetRows) -> list[list[str]]:
    """What a sheet's cells say, row by row."""
    return [[cell.text for cell in row.cells] for row in sheet.rows]


def kinds(sheet: SheetRows) -> set[CellKind]:
    """The kinds of cell that occur in a sheet."""
    return {cell.kind for row in sheet.rows for cell in row.cells}
