"""The squares of a QR code, the same for both pens."""

import re

_DARK = re.compile(rb"\x01+")
_MASK = 2
"""One fixed mask: trying all eight costs five times as long and any mask can be read."""


def squares(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of squares, True is dark, for a QR code (level M) of the digits in `payload`.

    Raises ValueError when the payload is not one to 40 ASCII digits.
    """
    import segno

    if not (payload.isascii() and payload.isdigit() and len(payload) <= 40):
        raise ValueError("a code holds 1 to 40 digits")
    code = segno.make(payload, error="m", mode="numeric", mask=_MASK, micro=False, boost_error=False)
    return tuple(tuple(map(bool, row)) for row in code.matrix)


def bars(rows: tuple[tuple[bool, ...], ...]) -> tuple[tuple[int, int, int], ...]:
    """The dark squares of `squares` as horizontal bars (row, first column, length), row by row."""
    return tuple(
        (number, dark.start(), dark.end() - dark.start())
        for number, row in enumerate(rows)
        for dark in _DARK.finditer(bytes(row))
    )
