"""Damage to a workbook's bytes, by a bad stick, a cut transfer or a hand that means harm."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from typing import Final

Damage = Callable[[random.Random, bytes], bytes]

_ENTITY: Final = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_LAUGHS: Final = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_BOMB_BYTES: Final = 30_000_000


def flipped(chance: random.Random, data: bytes) -> bytes:
    """A few bytes turned."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(chance: random.Random, data: bytes) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(len(data))]


def overwritten(chance: random.Random, data: bytes) -> bytes:
    """A stretch of zeros in the middle."""
    start = chance.randrange(len(data))
    length = min(chance.randint(1, 4000), len(data) - start)
    return data[:start] + bytes(length) + data[start + length :]


def part_lost(chance: random.Random, data: bytes) -> bytes:
    """A part of the zip is gone."""
    parts = _parts(data)
    parts.pop(chance.choice(sorted(parts)))
    return _zipped(parts)


def part_scrambled(chance: random.Random, data: bytes) -> bytes:
    """The text of a part is damaged, the zip is whole."""
    parts = _parts(data)
    name = chance.choice(sorted(parts))
    parts[name] = flipped(chance, parts[name] or b"x")
    return _zipped(parts)


def parts_exchanged(chance: random.Random, data: bytes) -> bytes:
    """Two parts under each other's name."""
    parts = _parts(data)
    one, other = chance.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]
    return _zipped(parts)


def entities(chance: random.Random, data: bytes) -> bytes:
    """A sheet that wants to read another file, or to laugh a billion times."""
    parts = _parts(data)
    name = chance.choice([name for name in sorted(parts) if name.endswith(".xml")])
    body = re.sub(rb"^<\?xml[^>]*\?>", b"", parts[name])
    parts[name] = chance.choice((_ENTITY, _LAUGHS)) + body.replace(b"<v>", b"<v>&e;", 1)
    return _zipped(parts)


def bomb(chance: random.Random, data: bytes) -> bytes:
    """A part that unpacks to a thousand times its size."""
    parts = _parts(data)
    parts[chance.choice(("xl/worksheets/sheet1.xml", "xl/media/x.bin", "xl/sharedStrings.xml"))] = bytes(
        _BOMB_BYTES
    )
    return _zipped(parts)


def far_cells(chance: random.Random, data: bytes) -> bytes:
    """A cell at the far corner of the sheet, and a dimension that lies."""
    parts = _parts(data)
    name = next(name for name in sorted(parts) if name.startswith("xl/worksheets/sheet"))
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    parts[name] = parts[name].replace(b"</sheetData>", far, 1)
    parts[name] = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', parts[name])
    return _zipped(parts)


def million_rows(chance: random.Random, data: bytes) -> bytes:
    """Rows that are only formatted, down to the last one."""
    parts = _parts(data)
    name = next(name for name in sorted(parts) if name.startswith("xl/worksheets/sheet"))
    rows = b"".join(b'<row r="%d" ht="15"/>' % number for number in range(5_000, 205_000))
    parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>", 1)
    return _zipped(parts)


DAMAGES: Final[dict[str, Damage]] = {
    made.__name__: made
    for made in (
        flipped,
        cut,
        overwritten,
        part_lost,
        part_scrambled,
        parts_exchanged,
        entities,
        bomb,
        far_cells,
        million_rows,
    )
}
BYTES_ONLY: Final = ("flipped", "cut", "overwritten")
"""Damage that needs no zip."""


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
