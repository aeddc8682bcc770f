"""A clerk's office for the pages of books: the small village, printers that note what they were given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builders.books import account_ids
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, settled_village
from passbook_desk.documents.correction import Correction
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.imposition import Duplex
from passbook_desk.documents.page import Page
from passbook_desk.documents.print_exchange import Measured
from passbook_desk.kernel.jobs import Progress
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.ports import NothingMeasured
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

FLATBED = "得实 DS-620"
LASER = "办公室 A4"


@dataclass(frozen=True)
class Sheet:
    """A page that a printer was given."""

    printer: str
    page: Page
    title: str
    duplex: Duplex | None


@dataclass
class NotingPrinters:
    """Fulfils ports.Printers; `works` False is a printer that is off."""

    known: tuple[str, ...] = (LASER, FLATBED)
    works: bool = True
    sheets: list[Sheet] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None

    def names(self) -> tuple[str, ...]:
        return self.known

    def usual(self) -> str:
        return self.known[0] if self.known else ""

    def ready(
        self, pages: Sequence[Page], printer: str, title: str, duplex: Duplex | None = None
    ) -> Callable[[Progress], bool]:
        def run(_progress: Progress) -> bool:
            self.meanwhile()
            if self.works:
                self.sheets += [Sheet(printer, page, title, duplex) for page in pages]
            return self.works

        return run


@dataclass
class KeptCorrections(NothingMeasured):
    """Corrections of this computer."""

    measured: list[Measured] = field(default_factory=list)

    def get(self, printer: str, width: float, height: float) -> Correction | None:
        return next((each.correction for each in self.measured if each.fits(printer, width, height)), None)

    def all(self) -> tuple[Measured, ...]:
        return tuple(self.measured)


class Office:
    """The village, the desk on it and everything a page is given."""

    def __init__(self, folder: Path) -> None:
        self.village: Village = settled_village(folder)
        self.desk = VillageDesk(self.village)
        self.jobs, self.answers, self.said = AtOnce(), Answers(), Announced()
        self.printers, self.corrections = NotingPrinters(), KeptCorrections()
        self.went: list[Route] = []
        self.tools = Tools(
            self.desk,
            self.jobs,
            self.village.clock,
            self.answers,
            self.said,
            FontBook(resources_folder() / "fonts"),
            self.went.append,
            corrections=self.corrections,
        )

    @property
    def green(self) -> tuple[int, ...]:
        """The green accounts: 王建国, 李秀英, 欧阳明."""
        first, second, _red, third = account_ids(self.village)
        return first, second, third

    @property
    def red(self) -> int:
        """The red account of 李秀英."""
        return account_ids(self.village)[2]
