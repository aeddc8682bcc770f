"""Keeping pictures with whatever has them: an event, a notice on its wall. No Qt here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk

Key = TypeVar("Key")


class Picture(Protocol):
    """A picture that is kept, as JPEG."""

    @property
    def id(self) -> int: ...
    @property
    def taken_on(self) -> date: ...
    @property
    def words(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def added_by(self) -> str: ...


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture to keep. `uid` is made when it is chosen (DECISIONS 15)."""

    uid: str
    taken_on: date
    content: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Album(Generic[Key]):
    """Where pictures of one kind of thing are kept; the things go by their ids or numbers.

    `kept` is a query and takes the scope; `keep` and `strike` are commands and take the transaction.
    """

    kept: Callable[[Any, Key], Sequence[Picture]]
    keep: Callable[[Any, Key, NewPicture], object]
    strike: Callable[[Any, int], None]


class PhotosView(Protocol):
    def show_photos(self, rows: Sequence[Picture]) -> None: ...
    def show_kept(self) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class PhotosPresenter(Generic[Key]):
    """The pictures of one thing; `reads` makes the small JPEG of a file that is kept."""

    def __init__(
        self,
        desk: Desk,
        view: PhotosView,
        jobs: Jobs,
        clock: Clock,
        album: Album[Key],
        reads: Callable[[Path], bytes],
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._album, self._reads = album, reads
        self._key: Key | None = None
        self._chosen: tuple[tuple[str, Path], ...] = ()

    def load(self, key: Key) -> None:
        """Show the pictures of a thing; those of another one that come late are dropped."""
        self._key = key

        def done(rows: Sequence[Picture]) -> None:
            if self._key == key:
                self._view.show_photos(rows)

        kept = self._album.kept
        self._jobs.desk(lambda: self._desk.ask(lambda scope: kept(scope, key)), done, self._view.show_problem)

    def choose(self, paths: Sequence[Path]) -> date:
        """Take files up to be kept together; answers their day.

        That is the first file's, which is the picture's unless it was copied about; never after today.
        """
        self._chosen = tuple((new_uid(), path) for path in paths)
        made = datetime.fromtimestamp(paths[0].stat().st_mtime, UTC).astimezone().date()
        return min(made, self._clock.today())

    def keep(self, taken_on: date, words: str, label: str) -> None:
        """Keep the pictures chosen, made smaller; `label` is said while they are read."""
        key, album, chosen = self._key, self._album, self._chosen
        if key is None:
            return

        def write(pictures: Sequence[NewPicture]) -> None:
            def command(tx: Any) -> None:
                for picture in pictures:
                    album.keep(tx, key, picture)

            self._jobs.desk(lambda: self._desk.do(command), lambda _: done(), self._view.show_problem)

        def done() -> None:
            self._view.show_kept()
            self.load(key)

        self._jobs.press(
            lambda _: [NewPicture(uid, taken_on, self._reads(path), words) for uid, path in chosen],
            write,
            self._view.show_problem,
            label,
        )

    def strike(self, photo_id: int) -> None:
        """Take a picture out."""
        key, strike = self._key, self._album.strike
        if key is not None:
            self._jobs.desk(
                lambda: self._desk.do(lambda tx: strike(tx, photo_id)),
                lambda _: self.load(key),
                self._view.show_problem,
            )
