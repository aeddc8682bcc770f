"""The corrections of this computer's printers: one file beside the settings, no village in it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from passbook_desk.documents.correction import Correction
from passbook_desk.documents.errors import CorrectionImpossible, PrinterNameWrong
from passbook_desk.documents.print_exchange import (
    LONGEST_NAME,
    Measured,
    PrintExchange,
    read_exchange,
    with_measured,
    write_exchange,
)
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.places import Places


class CorrectionFile:
    """Corrections (ports.Corrections) as a file that is replaced whole.

    An unreadable one, or one of a newer program, holds nothing; it is set aside before it is replaced.
    """

    def __init__(self, places: Places) -> None:
        self._file = places.settings / "printers.json"

    def get(self, printer: str, width: float, height: float) -> Correction | None:
        """The correction of a printer for paper of that size in millimetres; None when nobody measured it."""
        fitting = [each.correction for each in self.all() if each.fits(printer, width, height)]
        return fitting[0] if fitting else None

    def all(self) -> tuple[Measured, ...]:
        """Everything that was measured, in the order of printers and sizes."""
        with suppress(PassbookError):
            return read_exchange(self._file).corrections
        return ()

    def keep(self, measured: Measured) -> None:
        """Keep what was measured in place of what is there for that printer and paper.

        Raises CorrectionImpossible, PrinterNameWrong, TargetNotWritable, TargetFolderMissing and DiskFull.
        """
        name = measured.printer
        if not name.strip() or min(name) < " " or len(name) > LONGEST_NAME:
            raise PrinterNameWrong(field="printer", most=LONGEST_NAME)
        if not measured.correction.possible:
            raise CorrectionImpossible
        self._write(with_measured(self.all(), (measured,)))

    def remove(self, printer: str, width: float, height: float) -> None:
        """Forget what was measured of a printer and paper; raises what `keep` raises."""
        self._write(tuple(each for each in self.all() if not each.fits(printer, width, height)))

    def export_to(self, target: Path, layouts: Sequence[str] = ()) -> None:
        """Write all corrections, and book layouts as JSON texts, into one file; raises what `keep` raises."""
        write_exchange(target, PrintExchange(self.all(), tuple(layouts)))

    def import_from(self, source: Path) -> PrintExchange:
        """Keep the corrections of such a file; answers them with its layouts.

        Raises what `read_exchange` and `keep` raise.
        """
        found = read_exchange(source)
        if found.corrections:
            self._write(with_measured(self.all(), found.corrections))
        return found

    def _write(self, corrections: tuple[Measured, ...]) -> None:
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
        if self._file.is_file():
            self._set_aside_unreadable()
        write_exchange(self._file, PrintExchange(corrections))

    def _set_aside_unreadable(self) -> None:
        try:
            read_exchange(self._file)
        except PassbookError:
            with suppress(OSError):
                self._file.replace(self._file.with_suffix(".unreadable.json"))
