"""The printers that this computer has."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.imposition import Duplex
from passbook_desk.documents.page import Page
from passbook_desk.kernel.jobs import Progress
from passbook_desk.ui.kit.printing import page_printer, print_pages

_BOTH_SIDES: Final = {
    Duplex.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Duplex.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


class PrintersHere:
    """Fulfils ports.Printers with the printers of the system."""

    def __init__(self, fontbook: FontBook) -> None:
        self._fontbook = fontbook

    def names(self) -> tuple[str, ...]:
        return tuple(QPrinterInfo.availablePrinterNames())

    def usual(self) -> str:
        return QPrinterInfo.defaultPrinterName()

    def ready(
        self, pages: Sequence[Page], printer: str, title: str, duplex: Duplex | None = None
    ) -> Callable[[Progress], bool]:
        paper, fontbook = page_printer(pages[0], printer), self._fontbook
        paper.setDocName(title)
        if duplex is not None:
            paper.setDuplex(_BOTH_SIDES[duplex])
        return lambda progress: print_pages(pages, paper, fontbook, progress)
