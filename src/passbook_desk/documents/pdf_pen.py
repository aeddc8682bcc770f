"""Draws pages into a PDF: the same pages always give the same bytes.

The operators are written here and only the file around them by reportlab: a text is encoded once and
reused wherever it comes again, and fixed parts are stored once (DECISIONS 20).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from passbook_desk.documents.files import replacing
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Fixed, Page, texts
from passbook_desk.documents.pdf_ink import POINTS_PER_MM, Ink
from passbook_desk.kernel.jobs import NullProgress, Progress

_PAGES_A_STEP = 25


def write_pdf(
    pages: Sequence[Page],
    fontbook: FontBook,
    target: Path,
    title: str,
    progress: Progress | None = None,
) -> None:
    """Write the pages into `target`, which is replaced whole or not at all.

    Raises CharactersNotPrintable, TargetNotWritable, DiskFull and Cancelled.
    """
    with replacing(target) as part:
        part.write_bytes(pdf_bytes(pages, fontbook, title, progress))


def pdf_bytes(
    pages: Sequence[Page],
    fontbook: FontBook,
    title: str,
    progress: Progress | None = None,
) -> bytes:
    """The pages as a PDF with embedded fonts only; raises CharactersNotPrintable and Cancelled."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary

    progress = progress or NullProgress()
    with _settings():
        document = _document(title)
        ink = Ink(fontbook)
        forms = _Forms(document, ink)
        fonts, inner, outer = PDFDictionary({}), PDFDictionary({}), PDFDictionary({})
        inner["Font"] = outer["Font"] = document.Reference(fonts)
        forms.resources = document.Reference(inner)
        outer["XObject"] = document.Reference(forms.dictionary)
        resources = document.Reference(outer)
        for number, page in enumerate(pages):
            if number % _PAGES_A_STEP == 0:
                progress.check()
                progress.step(number, len(pages))
            document.addPage(_drawn(page, ink, forms, resources))
        for embedded in ink.fonts():
            fonts[embedded.resource] = embedded.add_to(document)
        progress.check()
        content: bytes = document.GetPDFData(None)
        progress.step(len(pages), len(pages))
    return content


def check_pages(pages: Sequence[Page], fontbook: FontBook) -> None:
    """Raise CharactersNotPrintable when a page holds a character no font draws; ask before printing."""
    fontbook.check({text: None for page in pages for text in texts(page)})


@contextmanager
def _settings() -> Iterator[None]:
    """reportlab's settings are global: set for the time of one document, then put back."""
    from reportlab import rl_config

    wanted = {"invariant": 1, "useA85": 0, "pdfComments": 0}
    before = {name: getattr(rl_config, name) for name in wanted}
    try:
        for name, value in wanted.items():
            setattr(rl_config, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(rl_config, name, value)


def _document(title: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDocument

    document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 5), lang="zh-CN")
    document.setTitle(title)
    document.setAuthor("")
    document.setSubject("")
    document.setCreator("")
    document.setProducer("")
    return document


def _drawn(page: Page, ink: Ink, forms: "_Forms", resources: Any) -> Any:
    from passbook_desk.documents.pdf_objects import DrawnPage

    calls = [f"/{forms.name(part, page)} Do" for part in page.fixed]
    operators = "\n".join([*calls, ink.operators(page.items, page.height)])
    return DrawnPage(page.width * POINTS_PER_MM, page.height * POINTS_PER_MM, resources, operators)


class _Forms:
    """Fixed parts already stored in the document, by key and size of the page."""

    def __init__(self, document: Any, ink: Ink) -> None:
        from reportlab.pdfbase.pdfdoc import PDFDictionary

        self.dictionary = PDFDictionary({})
        self.resources: Any = None
        self._document = document
        self._ink = ink
        self._stored: dict[tuple[str, float, float], tuple[str, Fixed]] = {}

    def name(self, part: Fixed, page: Page) -> str:
        """The name to draw a fixed part by; raises ValueError when its key meant something else before."""
        key = (part.key, page.width, page.height)
        if key not in self._stored:
            name = f"X{len(self._stored) + 1}"
            self.dictionary[name] = self._document.Reference(self._form(part, page))
            self._stored[key] = (name, part)
        name, known = self._stored[key]
        if known is not part and known != part:
            raise ValueError(f"two fixed parts are called {part.key!r}")
        return name

    def _form(self, part: Fixed, page: Page) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

        from passbook_desk.documents.pdf_objects import Packed

        return Packed(
            self._ink.operators(part.items, page.height).encode("ascii"),
            {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Form"),
                "BBox": PDFArray([0, 0, page.width * POINTS_PER_MM, page.height * POINTS_PER_MM]),
                "Resources": self.resources,
            },
        )
