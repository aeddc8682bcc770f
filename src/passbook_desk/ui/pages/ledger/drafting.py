"""Storing what is not saved while the clerk goes on, off the window's thread, and finding it again."""

from datetime import date
from typing import Protocol

from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Drafts
from passbook_desk.ui.pages.ledger.drafts import Draft, DraftBook
from passbook_desk.ui.pages.ledger.lines import LineSheet
from passbook_desk.ui.pages.ledger.roll import RollCall


class DraftView(Protocol):
    """What the page is told."""

    def show_emptied(self) -> None: ...
    def show_drafts(self, earlier: tuple[Draft, ...], count: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class DraftKeeper:
    """The drafts of whoever works with the village now; another operator finds an empty desk."""

    def __init__(self, drafts: Drafts, jobs: Jobs, view: DraftView, roll: RollCall, lines: LineSheet) -> None:
        self._drafts, self._jobs, self._view = drafts, jobs, view
        self._roll, self._lines = roll, lines
        self._owner = ""
        self._book = DraftBook(self._store)

    def begin(self, day: date | None, grid: str | None) -> None:
        """Find out who works now; take up that operator's drafts."""

        def look() -> tuple[str, str]:
            owner = self._drafts.owner()
            return owner, self._drafts.load(owner) if owner and owner != self._owner else ""

        def done(found: tuple[str, str]) -> None:
            owner, text = found
            if owner and owner != self._owner:
                if self._owner:
                    self.keep(day, grid)
                    self._roll.clear()
                    self._lines.clear()
                    self._view.show_emptied()
                self._owner = owner
                self._book = DraftBook(self._store)
                self._book.open(text)
                self._tell()

        self._jobs.desk(look, done, self._view.show_problem)

    def keep(self, day: date | None, grid: str | None) -> None:
        """Store roll call and lines if they changed; nothing is stored before the drafts were found."""
        if not self._owner:
            return
        roll = self._roll
        self._book.set_now(
            (
                Draft(
                    uid=roll.uid,
                    day="" if day is None else day.isoformat(),
                    item=roll.item.item.code if roll.item is not None else "",
                    grid=grid,
                    points=roll.points,
                    quantity=roll.quantity,
                    memo=roll.memo,
                    ticks=tuple(roll.marks.items()),
                ),
                Draft(uid=self._lines.uid, lines=self._lines.drafts()),
            )
        )
        self._tell()

    def take(self, draft: Draft) -> None:
        """An earlier draft becomes the act under way, or was saved after all."""
        self._book.take(draft.uid)
        self._tell()

    def set_aside(self, day: date | None, grid: str | None) -> None:
        """Something else comes on the wall: what is ticked there waits until it is wanted again."""
        self.keep(day, grid)
        self._book.set_aside(self._roll.uid)
        self._tell()

    def throw_away(self, draft: Draft) -> None:
        """Forget a draft, on the disk too."""
        self._book.take(draft.uid)
        self._book.store()
        self._tell()

    def _tell(self) -> None:
        self._view.show_drafts(self._book.earlier, self._book.count)

    def _store(self, text: str) -> None:
        owner = self._owner
        self._jobs.desk(lambda: self._drafts.keep(owner, text), lambda _none: None, self._view.show_problem)
