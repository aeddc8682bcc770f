"""The squares of a QR code, the same for both pens."""

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
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)


def bars(rows: tuple[tuple[bool, ...], ...]) -> tuple[tuple[int, int, int], ...]:
    """The dark squares of `squares` as horizontal bars (row, first column, length), row by row."""
    found = []
    for y, row in enumerate(rows):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end]:
                end += 1
            if end > start:
                found.append((y, start, end - start))
            start = max(end, start + 1)
    return tuple(found)
