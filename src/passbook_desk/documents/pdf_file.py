"""A PDF that is written while its pages are drawn, so that a long one stays on the disk and out of memory.

reportlab makes the objects that a document has few of; pages and their streams go straight to the file.
Import when drawing only.
"""

from array import array
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFIndirectObject, PDFObject, PDFTrailer

from passbook_desk.documents.pdf_objects import Packed, jpeg_object


class _PageTree(PDFObject):  # type: ignore[misc] # reportlab has no types
    """All pages in one node; `kids` are their object numbers."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.kids = array("Q")

    def format(self, document: Any) -> bytes:
        """The node as it stands in the file."""
        kids = b" ".join([b"%d 0 R" % number for number in self.kids])
        return b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (len(self.kids), kids)


class GrowingDocument(PDFDocument):  # type: ignore[misc]
    """A document in a file that grows with every page; `finish` writes what reportlab's objects hold."""

    def __init__(self, out: BinaryIO, title: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 5), lang="zh-CN")
        self.setTitle(title)
        for name in (self.setAuthor, self.setSubject, self.setCreator, self.setProducer):
            name("")
        self._tree = _PageTree()
        self.Pages = self._catalog.Pages = self._tree
        self._out = out
        self._written = 0
        self._offsets = array("Q", (0,))
        """Where each object begins, by its number."""
        self._put(b"%PDF-1.5\n%\x93\x8c\x8b\x9e\n")

    def add_page(self, width: float, height: float, resources: Any, operators: str) -> None:
        """Write a page, its size in points, with its own operators and the resources all pages share."""
        content = self._next(Packed(operators.encode("ascii")).format(self))
        parts = (self.Reference(self._tree).format(self), width, height, resources.format(self), content)
        page = b"<< /Type /Page /Parent %b /MediaBox [0 0 %.3f %.3f] /Resources %b /Contents %d 0 R >>\n"
        self._tree.kids.append(self._next(page % parts))

    def add_picture(self, content: bytes) -> str:
        """Write a JPEG at once, so that it does not stay in memory, and answer the reference to it."""
        return f"{self._next(jpeg_object(content))} 0 R"

    def finish(self) -> None:
        """Write all other objects, where each begins, and the end of the file."""
        self.info.invariant = self.invariant
        self.info.digest(self.signature)
        catalog, info = self.Reference(self.Catalog), self.Reference(self.info)
        self.Outlines.prepare(self, None)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        self._rest()
        start = self._written
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % len(self._offsets))
        for offset in self._offsets[1:]:
            self._put(b"%010d 00000 n \n" % offset)
        ends = PDFTrailer(start, Size=len(self._offsets), Root=catalog, Info=info, ID=self.ID())
        self._put(ends.format(self))

    def _rest(self) -> None:
        """The objects that reportlab numbered; writing one may number more."""
        written: set[int] = set()
        while due := [number for number in self.numberToId if number not in written]:
            for number in due:
                name = self.numberToId[number]
                self._begin(number)
                self._put(PDFIndirectObject(name, self.idToObject[name]).format(self))
                written.add(number)

    def _next(self, content: bytes) -> int:
        """Write an object under the next free number and answer that."""
        self.objectcounter += 1
        number: int = self.objectcounter
        self._begin(number)
        self._put(b"%d 0 obj\n%bendobj\n" % (number, content))
        return number

    def _begin(self, number: int) -> None:
        missing = number + 1 - len(self._offsets)
        if missing > 0:
            self._offsets.extend((0,) * missing)
        self._offsets[number] = self._written

    def _put(self, content: bytes) -> None:
        self._out.write(content)
        self._written += len(content)
