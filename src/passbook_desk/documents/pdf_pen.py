"""Draws pages into a PDF: the same pages always give the same bytes.

The operators are written here and only the objects around them by reportlab: a text is encoded once and
reused wherever it comes again, and fixed parts are stored once (DECISIONS 20). Pages go to the file as they
are drawn.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from passbook_desk.documents.correction import NO_CORRECTION
from passbook_desk.documents.files import replacing
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Fixed, Inset, Page, Picture, texts
from passbook_desk.documents.pdf_ink import POINTS_PER_MM, Ink
from passbook_desk.kernel.jobs import NullProgress, Progress

_PAGES_A_STEP = 25


def write_pdf(
    pages: Iterable[Page],
    fontbook: FontBook,
    target: Path,
    title: str,
    progress: Progress | None = None,
    count: int | None = None,
) -> None:
    """Write the pages into `target`, which is replaced whole or not at all.

    Pages that are made on the way are forgotten when they are written, so that memory does not grow with
    them; `count` then tells how many there are, for the progress alone. Raises CharactersNotPrintable,
    TargetNotWritable, DiskFull and Cancelled.
    """
    with replacing(target) as part, part.open("wb") as out:
        _write(pages, fontbook, out, title, progress or NullProgress(), count)


def pdf_bytes(
    pages: Iterable[Page],
    fontbook: FontBook,
    title: str,
    progress: Progress | None = None,
) -> bytes:
    """The pages as a PDF with embedded fonts only; raises CharactersNotPrintable and Cancelled."""
    out = BytesIO()
    _write(pages, fontbook, out, title, progress or NullProgress(), None)
    return out.getvalue()


def _write(
    pages: Iterable[Page],
    fontbook: FontBook,
    out: BinaryIO,
    title: str,
    progress: Progress,
    count: int | None,
) -> None:
    from reportlab.pdfbase.pdfdoc import PDFDictionary

    from passbook_desk.documents.pdf_file import GrowingDocument

    total = count if count is not None else len(pages) if isinstance(pages, Sequence) else 0
    with _settings():
        document = GrowingDocument(out, title)
        pictures = _Pictures(document)
        ink = Ink(fontbook, pictures.name)
        forms = _Forms(document, ink)
        fonts, inner, outer = PDFDictionary({}), PDFDictionary({}), PDFDictionary({})
        inner["Font"] = outer["Font"] = document.Reference(fonts)
        forms.resources = document.Reference(inner)
        outer["XObject"] = document.Reference(forms.dictionary)
        resources = document.Reference(outer)
        drawn = 0
        for number, page in enumerate(pages):
            drawn = number + 1
            if number % _PAGES_A_STEP == 0:
                progress.check()
                progress.step(number, max(total, number))
            width, height = page.width * POINTS_PER_MM, page.height * POINTS_PER_MM
            document.add_page(width, height, resources, _operators(page, ink, forms))
        for embedded in ink.fonts():
            fonts[embedded.resource] = embedded.add_to(document)
        if pictures.references:
            inner["XObject"] = PDFDictionary(pictures.references)
            for name, reference in pictures.references.items():
                forms.dictionary[name] = reference
        progress.check()
        document.finish()
        progress.step(drawn, drawn)


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


def _operators(page: Page, ink: Ink, forms: "_Forms") -> str:
    """All ink of a page. Insets come before the items: both start from a fresh graphics state."""
    calls = [f"/{forms.name(part, page)} Do" for part in page.fixed]
    insets = [
        f"q {_place(inset, page.height)} cm\n{_operators(inset.page, ink, forms)}\nQ" for inset in page.insets
    ]
    content = "\n".join([*calls, *insets, ink.operators(page.items, page.height)])
    if page.correction == NO_CORRECTION:
        return content
    return f"q {_matrix(page)} cm\n{content}\nQ"


def _matrix(page: Page) -> str:
    """The page's correction; PDF measures from the bottom-left corner."""
    found = page.correction
    up = page.height * (1 - found.scale_y) - found.down_mm
    return (
        f"{found.scale_x:.6f} 0 0 {found.scale_y:.6f} "
        f"{found.right_mm * POINTS_PER_MM:.4f} {up * POINTS_PER_MM:.4f}"
    )


def _place(inset: Inset, height: float) -> str:
    """Where an inset stands on a sheet of that height, upright or turned by half a turn."""
    x, up = inset.x, height - inset.y
    if inset.turned:
        return f"-1 0 0 -1 {(x + inset.page.width) * POINTS_PER_MM:.4f} {up * POINTS_PER_MM:.4f}"
    return f"1 0 0 1 {x * POINTS_PER_MM:.4f} {(up - inset.page.height) * POINTS_PER_MM:.4f}"


class _Pictures:
    """Pictures already in the document, each once; `references` are the objects by the names they have."""

    def __init__(self, document: Any) -> None:
        self.references: dict[str, str] = {}
        self._document = document
        self._names: dict[str, str] = {}

    def name(self, picture: Picture) -> str:
        """The name to draw a picture by; it is written when first drawn."""
        digest = picture.digest
        if digest not in self._names:
            name = self._names[digest] = f"P{len(self._names) + 1}"
            self.references[name] = self._document.add_picture(picture.content)
        return self._names[digest]


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
