from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from passbook_desk.features.events.photos.commands import add_photo, strike_photo
from passbook_desk.features.events.photos.queries import photos
from passbook_desk.features.events.photos.values import AddPhoto, PhotoRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


class PhotosView(Protocol):
    def show_photos(self, rows: Sequence[PhotoRow]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class PhotosPresenter:
    """The pictures of one event; `reads` makes the small JPEG of a file that is kept."""

    def __init__(
        self, desk: Desk, view: PhotosView, jobs: Jobs, clock: Clock, reads: Callable[[Path], bytes]
    ) -> None:
        self._desk, self._view, self._jobs, self._clock, self._reads = desk, view, jobs, clock, reads
        self._event_id = 0

    def load(self, event_id: int) -> None:
        """Show the pictures of an event."""
        self._event_id = event_id
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: photos(scope, event_id)),
            self._view.show_photos,
            self._view.show_problem,
        )

    def add(self, path: Path, label: str) -> None:
        """Keep a picture from a file, made smaller; `label` is said while it is read."""
        uid, event_id, today = new_uid(), self._event_id, self._clock.today()

        def keep(content: bytes) -> None:
            command = AddPhoto(uid, event_id, _taken_on(path, today), content)
            self._jobs.desk(
                lambda: self._desk.do(lambda tx: add_photo(tx, command)),
                lambda _: self.load(event_id),
                self._view.show_problem,
            )

        self._jobs.press(lambda _: self._reads(path), keep, self._view.show_problem, label)

    def strike(self, photo_id: int) -> None:
        """Take a picture out."""
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: strike_photo(tx, photo_id)),
            lambda _: self.load(self._event_id),
            self._view.show_problem,
        )


def _taken_on(path: Path, today: date) -> date:
    """The day of the file, which is that of the picture unless it was copied about; never after today."""
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date()
    return min(made, today)
