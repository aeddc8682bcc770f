from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from passbook_desk.features.notices.objections.commands import add_objection
from passbook_desk.features.notices.objections.queries import objection_card
from passbook_desk.features.notices.objections.rules import due_after
from passbook_desk.features.notices.objections.values import AddObjection, ObjectionRow
from passbook_desk.features.notices.queries import notice_card
from passbook_desk.features.notices.values import NoticeCard, NoticeLineRow
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class Pointed:
    """A numbered line of a sheet: one of its figures, or of another of its parts in words."""

    line: NoticeLineRow | None = None
    words: tuple[tuple[str, str], ...] = ()
    """The heads and the cells of a part's line."""


class ObjectionFormView(Protocol):
    def show_notice(self, card: NoticeCard, decided: VillagePolicy) -> None: ...
    def show_saved(self, row: ObjectionRow) -> None: ...
    def show_refusal(self, error: BaseException) -> None: ...


class ObjectionFormPresenter:
    """A new objection while it is typed; then it is kept."""

    def __init__(self, desk: Desk, view: ObjectionFormView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._uid = new_uid()
        self._card: NoticeCard | None = None
        self._days = 0

    def begin(self, notice_number: str) -> None:
        """Open a new objection to a notice (its identity is made now, DECISIONS 15)."""
        self._uid, self._card = new_uid(), None

        def done(found: tuple[NoticeCard, VillagePolicy]) -> None:
            self._card, self._days = found[0], found[1].answer_days
            self._view.show_notice(*found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: (notice_card(scope, notice_number), policy(scope))),
            done,
            self._view.show_refusal,
        )

    @property
    def uid(self) -> str:
        """The identity of the objection that is being typed."""
        return self._uid

    def line(self, number: int) -> Pointed | None:
        """What stands on a line of the sheet; None for a number it has not."""
        if self._card is None:
            return None
        content = self._card.content
        line = next((each for each in content.lines if each.number == number), None)
        if line is not None:
            return Pointed(line)
        for part in content.parts:
            place = number - part.first_line
            if 0 <= place < len(part.rows):
                heads = (column.title for column in part.columns)
                return Pointed(words=tuple(zip(heads, part.rows[place], strict=True)))
        return None

    def due_on(self, received_on: date) -> date:
        """The last day to answer by the village's rule."""
        return due_after(received_on, self._days)

    def save(self, command: AddObjection) -> None:
        """Keep the objection; a second call finds the first."""

        def write(tx: Any) -> ObjectionRow:
            return objection_card(tx, add_objection(tx, command)).row

        self._jobs.desk(lambda: self._desk.do(write), self._view.show_saved, self._view.show_refusal)
