"""Reading tables that are plain text: .csv and .txt as WPS, Excel and other programs save them, and what is
copied out of a sheet."""

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

from passbook_desk.documents.workbook_values import Refusal, WorkbookRefused

_DELIMITERS: Final = (",", "\t", ";")
_RECORDS_LOOKED_AT: Final = 200
_MOST_TEXT_BYTES: Final = 20_000_000
_BYTES_GUESSED_FROM: Final = 100_000
_LAST_RESORT: Final = ("utf_16_le", "utf_16_be", "big5", "big5hkscs", "euc_kr", "shift_jis")
_END: Final = "\x1f"
"""A record of its own after the last one: it stays alone unless a quote was never closed."""

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES: Final = ("<", "%PDF-", "{\\rtf")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")
_GUARDED = re.compile(r'="([^"]*)"\Z')

# Fourteen Han whose GB 18030 codes Python's codec still gives as private characters of the year 2000; the
# standard's later editions name these code points.
_PRIVATE_HAN: Final = {
    0xE816: "\U00020087",
    0xE817: "\U00020089",
    0xE818: "\U000200cc",
    0xE81E: "\u9fb4",
    0xE826: "\u9fb5",
    0xE82B: "\u9fb6",
    0xE82C: "\u9fb7",
    0xE831: "\U000215d7",
    0xE832: "\u9fb8",
    0xE83B: "\U0002298f",
    0xE843: "\u9fb9",
    0xE854: "\u9fba",
    0xE855: "\U000241fe",
    0xE864: "\u9fbb",
}
_PRIVATE = re.compile("[\ue816-\ue864]")


def text_of(data: bytes) -> str:
    """A text file's text: by its byte order mark, else strictly as UTF-8, else strictly as GB 18030.

    Only bytes that are neither are guessed at. Raises WorkbookRefused for what is no text, for a web page and
    for a single phrase.
    """
    if len(data) > _MOST_TEXT_BYTES:
        raise WorkbookRefused(Refusal.TOO_LARGE)
    text = _decoded(data)
    if not text or text.lstrip().startswith(_OTHER_FILES) or _is_one_phrase(text):
        raise WorkbookRefused(Refusal.NOT_A_WORKBOOK)
    return text.removesuffix("\x1a")


def _is_one_phrase(text: str) -> bool:
    words = text.strip()
    return bool(words) and not any(mark in words for mark in ("\r", "\n", *_DELIMITERS))


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    for encoding in ("utf-8", "gb18030"):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if encoding == "gb18030" and _PRIVATE.search(text):
        text = text.translate(_PRIVATE_HAN)
    return text if _is_writing(text) else None


def _is_writing(text: str) -> bool:
    """No control characters (old programs end a file with one), and few code points without a meaning.

    Young Han of planes 2 and 3 may be unknown to this Python and are counted as known.
    """
    if _CONTROL.search(text) or "\x1a" in text[:-1]:
        return False
    strange = sum(
        count
        for character, count in Counter(text).items()
        if ord(character) < 0x20000 or ord(character) > 0x3FFFF
        if unicodedata.category(character) in {"Cn", "Co", "Cs", "Cc"} and character not in "\t\r\n\f\x1a"
    )
    return strange * 10 <= len(text)


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_BYTES_GUESSED_FROM], cp_isolation=list(_LAST_RESORT)).best()
    text = None if best is None else _strictly(data, best.encoding)
    return text if text and ("\n" in text or "\r" in text) else None


def records(text: str, delimiter: str = "") -> Iterator[list[str]]:
    """The table's records in order, blank ones among them; a cell may hold line breaks.

    Without a delimiter it is the one of comma, tab and semicolon that gives the most even table. Tabs around
    a cell are dropped: programs put one behind an ID number lest it be taken for a figure; so is ="…".
    """
    delimiter = delimiter or _delimiter(text)
    for record in _parsed(_lines(text), delimiter, quotes=_quotes_are_closed(text, delimiter)):
        yield [_cell_text(cell) for cell in record]


def _parsed(lines: Iterable[str], delimiter: str, quotes: bool = True) -> Iterator[list[str]]:
    csv.field_size_limit(_MOST_TEXT_BYTES)
    if quotes:
        return csv.reader(lines, delimiter=delimiter)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _lines(text: str) -> Iterable[str]:
    return io.StringIO(text, newline="")


def _quotes_are_closed(text: str, delimiter: str) -> bool:
    return deque(_parsed(chain(_lines(text), (_END,)), delimiter), maxlen=1)[0] == [_END]


def _delimiter(text: str) -> str:
    """Text without any delimiter is a table of one column."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> float:
    looked_at = islice(_parsed(_lines(text), delimiter), _RECORDS_LOOKED_AT)
    widths = Counter(len(record) for record in looked_at if any(cell.strip() for cell in record))
    best = 0.0
    for width, count in widths.items():
        best = max(best, count / widths.total() * (1 - 1 / width))
    return best


def _cell_text(cell: str) -> str:
    bare = cell.strip("\t")
    guarded = _GUARDED.match(bare)
    return (guarded[1] if guarded else bare).replace("\r\n", "\n").replace("\r", "\n")
