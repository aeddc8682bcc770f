from collections.abc import Callable, Sequence
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.features.notices.objections.commands import assign_objection, withdraw_objection
from passbook_desk.features.notices.objections.paper import answer_pages
from passbook_desk.features.notices.objections.queries import objection_card
from passbook_desk.features.notices.objections.values import (
    AssignObjection,
    ObjectionCard,
    WithdrawObjection,
)
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


class ObjectionView(Protocol):
    def show_card(self, card: ObjectionCard) -> None: ...
    def show_pages(self, card: ObjectionCard, pages: Sequence[Page]) -> None: ...
    def show_done(self) -> None:
        """Somebody else has it now, or it was taken back."""
        ...

    def show_problem(self, error: BaseException) -> None: ...


class ObjectionPresenter:
    """One objection: its card, giving it to somebody else, taking it back, its answer on paper."""

    def __init__(self, desk: Desk, view: ObjectionView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._asked = 0

    def load(self, objection_id: int) -> None:
        """Read the card anew; an answer that comes late is dropped."""
        self._card(objection_id, lambda card, _village: self._view.show_card(card))

    def draw(self, objection_id: int, label: str) -> None:
        """The answer as pages, or a sheet to answer by hand; pages that come late are dropped."""

        def drawn(card: ObjectionCard, place: VillageRow) -> None:
            asked = self._asked

            def draw(_: Progress) -> tuple[Page, ...]:
                pages = answer_pages(card, place, self._measure)
                check_pages(pages, self._fontbook)
                return pages

            def done(pages: tuple[Page, ...]) -> None:
                if asked == self._asked:
                    self._view.show_pages(card, pages)

            self._jobs.press(draw, done, self._view.show_problem, label)

        self._card(objection_id, drawn)

    def assign(self, command: AssignObjection, failed: Callable[[BaseException], None]) -> None:
        """Give it to somebody else, or more time."""
        self._do(lambda tx: assign_objection(tx, command), failed)

    def withdraw(self, command: WithdrawObjection) -> None:
        """Whoever objected takes it back."""
        self._do(lambda tx: withdraw_objection(tx, command), self._view.show_problem)

    def _card(self, objection_id: int, show: Callable[[ObjectionCard, VillageRow], None]) -> None:
        self._asked += 1
        asked = self._asked

        def done(found: tuple[ObjectionCard, VillageRow]) -> None:
            if asked == self._asked:
                show(*found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: (objection_card(scope, objection_id), village(scope))),
            done,
            self._view.show_problem,
        )

    def _do(self, command: Callable[[Any], None], failed: Callable[[BaseException], None]) -> None:
        self._jobs.desk(lambda: self._desk.do(command), lambda _: self._view.show_done(), failed)
