"""What presenters ask of their surroundings. No Qt here: presenters are tested without a window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from passbook_desk.kernel.actor import Actor

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


class NothingKept:
    """Drafts of a page that stands alone: they live as long as the page."""

    def owner(self) -> str:
        return "alone"

    def load(self, owner: str) -> str:
        return ""

    def keep(self, owner: str, text: str) -> None:
        return None
