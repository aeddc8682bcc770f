"""A stream of a PDF without reportlab's detours. Import when drawing only."""

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject


class Packed(PDFObject):  # type: ignore[misc] # reportlab has no types
    """A stream, compressed at once so that a long document stays small in memory.

    `entries` are added to its dictionary, as reportlab's objects or plain numbers.
    """

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: dict[str, Any] | None = None) -> None:
        self._content = zlib.compress(content)
        self._entries = entries

    def format(self, document: Any) -> bytes:
        """The stream as it stands in the file."""
        more = PDFDictionary(self._entries).format(document)[2:-2] if self._entries else b""
        head = b"<< /Filter /FlateDecode /Length %d %b>>\nstream\n" % (len(self._content), more)
        return head + self._content + b"\nendstream\n"
