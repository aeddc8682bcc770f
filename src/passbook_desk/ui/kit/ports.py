"""What presenters ask of their surroundings. No Qt here: presenters are tested without a window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from passbook_desk.documents.correction import Correction
from passbook_desk.documents.imposition import Duplex
from passbook_desk.documents.page import Page
from passbook_desk.documents.print_exchange import Measured, PrintExchange, read_exchange, write_exchange
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.jobs import Progress

Result = TypeVar("Result")


class Desk(Protocol):
    """The open village. Call it inside `jobs.desk` only, never on the window's thread.

    The argument of a query is a `Scope`, that of a command a `Tx`; the window does not know the
    database room, so both stay unnamed here and are typed in the feature's own functions.
    """

    def ask(self, query: Callable[[Any], Result]) -> Result:
        """The answer of a query in one consistent view."""
        ...

    def copied(self, query: Callable[[Any], Result]) -> Callable[[], Result]:
        """Copy the village into memory; the answer is read from the copy, inside `jobs.press`."""
        ...

    def do(self, command: Callable[[Any], Result]) -> Result:
        """Carry out a command as one transaction; open pages hear afterwards what it touched."""
        ...

    def actor(self) -> Actor:
        """Who works now."""
        ...

    def prove(self, pin: str) -> None:
        """Who works now types the password again; a wrong one counts. Raises WrongPin, TooSoon."""
        ...


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file to choose: `name` as the clerk reads it, `patterns` like ("*.xlsx", "*.xls")."""

    name: str
    patterns: tuple[str, ...]


class Dialogs(Protocol):
    """Questions that stop everything until they are answered. Ask before a job starts, never inside it."""

    def confirm(self, title: str, sentence: str, act: str, detail: str = "") -> bool:
        """True when the clerk pressed the button named `act` (a verb: 冲销, 恢复), False on 取消."""
        ...

    def choose(self, title: str, sentence: str, acts: Sequence[str], detail: str = "") -> int | None:
        """The position of the button pressed, None on 取消."""
        ...

    def ask_reason(self, title: str, sentence: str, act: str) -> str | None:
        """A reason of at least one character, None on 取消."""
        ...

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        """Something the clerk must have seen. Use a toast or the message bar for all else."""
        ...

    def pick_open(self, title: str, kind: FileKind) -> Path | None:
        """A file that exists, None on 取消."""
        ...

    def pick_save(self, title: str, suggestion: str, kind: FileKind) -> Path | None:
        """Where to write, with the ending of `kind`; None on 取消. Replacing was agreed to."""
        ...

    def pick_folder(self, title: str) -> Path | None:
        """A folder that exists, None on 取消."""
        ...


class Announcer(Protocol):
    """Tells what was done, and offers to undo it."""

    def done(self, sentence: str, undo_word: str = "", undo: Callable[[], None] | None = None) -> None:
        """Show `sentence` for ten seconds; with `undo`, a button 撤销 and ↶ `undo_word` in the top bar.

        The button calls `undo` once, on the window's thread.
        """
        ...

    def made(self, sentence: str, file: Path) -> None:
        """Show `sentence` for ten seconds with a button 打开 that opens the file that was made."""
        ...

    def problem(self, error: BaseException) -> None:
        """Say an unforeseen or environment problem in its sentence; Cancelled is silent."""
        ...


class Drafts(Protocol):
    """Unsaved entry, kept outside the village file for each operator. Call it inside `jobs.desk` only."""

    def owner(self) -> str:
        """Who works with which village now; "" while nobody has signed in."""
        ...

    def load(self, owner: str) -> str:
        """The text kept for an owner, "" when there is none."""
        ...

    def keep(self, owner: str, text: str) -> None:
        """Keep a text safe from a power cut; "" throws away what was kept. Raises EnvironmentProblem."""
        ...


class Corrections(Protocol):
    """What was measured of the printers of this computer; no village. Call it inside `jobs.desk` only."""

    def get(self, printer: str, width: float, height: float) -> Correction | None:
        """The correction of a printer for paper of that size in millimetres; None when nobody measured it."""
        ...

    def all(self) -> tuple[Measured, ...]:
        """Everything that was measured, in the order of printers and sizes."""
        ...

    def keep(self, measured: Measured) -> None:
        """Keep what was measured in place of what is there for that printer and paper.

        Raises CorrectionImpossible and EnvironmentProblem.
        """
        ...

    def remove(self, printer: str, width: float, height: float) -> None:
        """Forget what was measured of a printer and paper. Raises EnvironmentProblem."""
        ...

    def export_to(self, target: Path, layouts: Sequence[str] = ()) -> None:
        """Write all corrections, and book layouts as JSON texts, into one file for another computer."""
        ...

    def import_from(self, source: Path) -> PrintExchange:
        """Keep the corrections of such a file; answers them with its layouts, which are not kept here.

        Raises PrintExchangeMissing, PrintExchangeForeign, PrintExchangeNewer and PrintExchangeDamaged.
        """
        ...


class Printers(Protocol):
    """The printers of this computer, asked on the window's thread."""

    def names(self) -> tuple[str, ...]:
        """What they are called; empty where there is none."""
        ...

    def usual(self) -> str:
        """The one that is used when nobody chooses; "" where there is none."""
        ...

    def ready(
        self, pages: Sequence[Page], printer: str, title: str, duplex: Duplex | None = None
    ) -> Callable[[Progress], bool]:
        """Get a printer ready; what it answers is run inside `jobs.press` and sends the pages.

        That answers False when the printer could not be started and raises Cancelled. `title` is what the
        queue of the printer shows; with `duplex` both sides of a sheet are printed on.
        """
        ...


class NothingMeasured:
    """Corrections of a page that stands alone: nobody measured a printer, and nothing is kept."""

    def get(self, printer: str, width: float, height: float) -> Correction | None:
        return None

    def all(self) -> tuple[Measured, ...]:
        return ()

    def keep(self, measured: Measured) -> None:
        return None

    def remove(self, printer: str, width: float, height: float) -> None:
        return None

    def export_to(self, target: Path, layouts: Sequence[str] = ()) -> None:
        write_exchange(target, PrintExchange((), tuple(layouts)))

    def import_from(self, source: Path) -> PrintExchange:
        return read_exchange(source)


class NothingKept:
    """Drafts of a page that stands alone: they live as long as the page."""

    def owner(self) -> str:
        return "alone"

    def load(self, owner: str) -> str:
        return ""

    def keep(self, owner: str, text: str) -> None:
        return None
