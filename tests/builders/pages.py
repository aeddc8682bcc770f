"""What presenters and pages get in tests: a desk on a real village, jobs done at once, fakes that note."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from builders.village import Village
from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.commands import try_sign_in
from passbook_desk.features.access.errors import WrongPin
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.jobs import NullProgress, Progress
from passbook_desk.ui.kit.ports import FileKind

Result = TypeVar("Result")


class VillageDesk:
    """A Desk on the file of a village builder; `touched` collects what commits touched."""

    def __init__(self, village: Village) -> None:
        self.village = village
        self.touched: set[Topic] = set()
        self.trouble: Exception | None = None

    def ask(self, query: Callable[[Scope], Result]) -> Result:
        with self.village.read() as scope:
            return query(scope)

    def copied(self, query: Callable[[Scope], Result]) -> Callable[[], Result]:
        return lambda: self.ask(query)

    def actor(self) -> Actor:
        return self.village.actor

    def prove(self, pin: str) -> None:
        with self.village.write() as tx:
            tried = try_sign_in(tx, self.village.actor.operator_id, pin)
        if not tried.passed:
            raise WrongPin(field="old_pin", name=tried.operator.name, seconds=tried.seconds)

    def do(self, command: Callable[[Tx], Result]) -> Result:
        """Carry a command out; a `trouble` that was set comes once, after the commit."""
        with self.village.write() as tx:
            result = command(tx)
            self.touched |= tx.touched
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble
        return result


class TellingDesk(VillageDesk):
    """A desk that tells the window what changed, as the program's own does."""

    def __init__(self, village: Village) -> None:
        super().__init__(village)
        self.tell: Callable[[frozenset[Topic]], None] = lambda topics: None

    def do(self, command: Callable[[Tx], Result]) -> Result:
        self.touched.clear()
        result = super().do(command)
        self.tell(frozenset(self.touched))
        return result


class AtOnce:
    """Jobs that are done before the call returns; what fails without `failed` is noted."""

    def __init__(self) -> None:
        self.failures: list[BaseException] = []

    def desk(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - handed on, as the window's runner does
            (failed or self.failures.append)(error)
            return
        done(result)

    def press(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
        label: str = "",
    ) -> None:
        self.desk(lambda: work(NullProgress()), done, failed)


class HeldJobs(AtOnce):
    """Jobs that are done at once, or put into `later` while that is a list."""

    def __init__(self) -> None:
        super().__init__()
        self.later: list[Callable[[], None]] | None = None

    def desk(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        if self.later is None:
            super().desk(work, done, failed)
        else:
            self.later.append(lambda: AtOnce.desk(self, work, done, failed))


@dataclass
class Answers:
    """Dialogs that answer what a test told them to, and note what was asked."""

    reason: str | None = "记错户"
    agree: bool = True
    file: Path | None = None
    asked: list[str] = field(default_factory=list)

    def confirm(self, title: str, sentence: str, act: str, detail: str = "") -> bool:
        self.asked.append(sentence)
        return self.agree

    def choose(self, title: str, sentence: str, acts: Sequence[str], detail: str = "") -> int | None:
        self.asked.append(sentence)
        return 0 if self.agree else None

    def ask_reason(self, title: str, sentence: str, act: str) -> str | None:
        self.asked.append(sentence)
        return self.reason

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        self.asked.append(sentence)

    def pick_open(self, title: str, kind: FileKind) -> Path | None:
        return self.file

    def pick_save(self, title: str, suggestion: str, kind: FileKind) -> Path | None:
        return self.file

    def pick_folder(self, title: str) -> Path | None:
        return self.file


@dataclass
class Announced:
    """An announcer that notes; `undo` is that of the last act."""

    said: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None
    problems: list[BaseException] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def made(self, sentence: str, file: Path) -> None:
        self.said.append(sentence)
        self.files.append(file)

    def done(self, sentence: str, undo_word: str = "", undo: Callable[[], None] | None = None) -> None:
        self.said.append(sentence)
        self.undo = undo

    def problem(self, error: BaseException) -> None:
        self.problems.append(error)
