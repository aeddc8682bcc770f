from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.features.events.bodies.pledging import pledge_text
from passbook_desk.features.events.course.queries import clashes
from passbook_desk.features.events.course.values import Clash
from passbook_desk.features.events.event_papers import SheetKind, event_sheet
from passbook_desk.features.events.photos.queries import photos
from passbook_desk.features.events.photos.values import PhotoRow
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.events.values import EventCard
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a paper of an event is drawn from."""

    card: EventCard
    village: VillageRow
    pledge_words: str
    photos: tuple[PhotoRow, ...]


class EventCardView(Protocol):
    def show_card(self, card: EventCard, clashing: Sequence[Clash]) -> None: ...
    def show_sheet(self, kind: SheetKind, card: EventCard, pages: Sequence[Page]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class EventCardPresenter:
    """One event with its course, and its papers."""

    def __init__(self, desk: Desk, view: EventCardView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._fontbook = desk, view, jobs, fontbook
        self._measure = TextMeasure(fontbook)

    def load(self, event_id: int) -> None:
        """Show what was said of the event, and what else is held on its days at its places."""

        def about(scope: Any) -> tuple[EventCard, tuple[Clash, ...]]:
            card = event_card(scope, event_id)
            return card, clashes(scope, card.days, except_event=card.id)

        self._jobs.desk(
            lambda: self._desk.ask(about), lambda found: self._view.show_card(*found), self._view.show_problem
        )

    def draw_sheet(self, event_id: int, kind: SheetKind, label: str) -> None:
        """Show a paper of the event as it will be printed."""

        def draw(found: _Asked) -> None:
            self._jobs.press(
                lambda _: self._drawn(kind, found),
                lambda pages: self._view.show_sheet(kind, found.card, pages),
                self._view.show_problem,
                label,
            )

        self._jobs.desk(
            lambda: self._desk.ask(
                lambda scope: _Asked(
                    event_card(scope, event_id),
                    village(scope),
                    pledge_text(scope).words,
                    photos(scope, event_id) if kind is SheetKind.RECORD else (),
                )
            ),
            draw,
            self._view.show_problem,
        )

    def _drawn(self, kind: SheetKind, found: _Asked) -> tuple[Page, ...]:
        pages = event_sheet(kind, found.card, found.village, found.pledge_words, self._measure, found.photos)
        check_pages(pages, self._fontbook)
        return pages
