"""Streams of a PDF without reportlab's detours. Import when drawing only."""

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject

from passbook_desk.documents.pictures import jpeg_header


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


_SPACES = {1: b"DeviceGray", 3: b"DeviceRGB", 4: b"DeviceCMYK"}


def jpeg_object(content: bytes) -> bytes:
    """A JPEG as the object that a page draws, its bytes as they are. Raises PictureNotReadable."""
    header = jpeg_header(content)
    turned = b" /Decode [1 0 1 0 1 0 1 0]" if header.inverted else b""
    head = (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%b /BitsPerComponent 8%b"
        b" /Filter /DCTDecode /Length %d >>\nstream\n"
    )
    filled = head % (header.width, header.height, _SPACES[header.components], turned, len(content))
    return filled + content + b"\nendstream\n"
