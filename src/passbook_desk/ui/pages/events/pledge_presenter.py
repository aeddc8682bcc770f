from collections.abc import Sequence
from typing import Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.features.events.bodies.paper import pledge_sheets
from passbook_desk.features.events.bodies.pledging import pledge_text
from passbook_desk.features.events.bodies.values import PledgeSheet, PledgeText
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


class PledgeView(Protocol):
    def show_pages(self, pages: Sequence[Page]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class PledgePresenter:
    """Draws pledges."""

    def __init__(self, desk: Desk, view: PledgeView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._fontbook = desk, view, jobs, fontbook
        self._measure = TextMeasure(fontbook)

    def draw(self, sheets: Sequence[PledgeSheet], version: int | None, label: str) -> None:
        """Show a page for each of them as it will be printed, in a version of the words or those in use."""

        def draw(found: tuple[PledgeText, VillageRow]) -> None:
            self._jobs.press(
                lambda _: self._drawn(sheets, *found), self._view.show_pages, self._view.show_problem, label
            )

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: (pledge_text(scope, version), village(scope))),
            draw,
            self._view.show_problem,
        )

    def _drawn(self, sheets: Sequence[PledgeSheet], text: PledgeText, here: VillageRow) -> tuple[Page, ...]:
        pages = pledge_sheets(text, sheets, here, self._measure)
        check_pages(pages, self._fontbook)
        return pages
