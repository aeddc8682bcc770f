from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from passbook_desk.features.notices.choosing import Postable, due_postables, next_one
from passbook_desk.features.notices.queries import notices
from passbook_desk.features.notices.values import NoticeKind, NoticeRow
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list: an issued notice, or a period whose notice comes next.

    `over` says that it can be issued; `last_on` is the last day that it counts.
    """

    kind: NoticeKind
    about: str
    last_on: date
    over: bool
    notice: NoticeRow | None = None


class NoticesView(Protocol):
    def show_notices(self, rows: Sequence[Listed], due: Listed | None) -> None:
        """`due` is the line that waits for the clerk first, None where nothing does."""
        ...

    def show_problem(self, error: BaseException) -> None: ...


class NoticesPresenter:
    """What hangs, what hung and what comes next."""

    def __init__(self, desk: Desk, view: NoticesView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs

    def load(self) -> None:
        """List the periods that come next and below them every notice, the newest first."""
        self._jobs.desk(
            lambda: self._desk.ask(_listed),
            lambda found: self._view.show_notices(*found),
            self._view.show_problem,
        )


def _listed(scope: Any) -> tuple[tuple[Listed, ...], Listed | None]:
    coming = due_postables(scope)
    first = next_one(coming)
    issued = tuple(Listed(row.kind, row.about, row.last_on, True, row) for row in notices(scope))
    return (*map(_coming, coming), *issued), None if first is None else _coming(first)


def _coming(each: Postable) -> Listed:
    return Listed(each.kind, each.about, each.last_on, each.over)
