"""What is printed of an exchange day, drawn from one reading."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.features.redemption.exchange.paper import list_pages, settlement_pages
from passbook_desk.features.redemption.exchange.queries import entitled, exchange_day_card
from passbook_desk.features.redemption.exchange.slip_paper import (
    blank_tickets,
    ready_slips,
    ticket_pages,
    tickets_given,
)
from passbook_desk.features.redemption.exchange.values import ExchangeSheet
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


class ExchangePaper(StrEnum):
    """What paper."""

    LIST = "list"
    SLIPS = "slips"
    TICKETS = "tickets"
    """Those that were given; before the first one numbers without names, to hand out at the door."""
    SETTLEMENT = "settlement"


class ExchangePaperView(Protocol):
    def show_pages(self, sheet: ExchangeSheet, pages: Sequence[Page]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ExchangePaperPresenter:
    """Reads and draws; pages that come late are dropped."""

    def __init__(self, desk: Desk, view: ExchangePaperView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._asked = 0

    def draw(self, day_id: int, kind: ExchangePaper, label: str) -> None:
        """Draw one paper of an exchange day."""
        self._asked += 1
        asked = self._asked

        def query(scope: Any) -> ExchangeSheet:
            return ExchangeSheet(
                village(scope).name, exchange_day_card(scope, day_id), entitled(scope, day_id)
            )

        def drawn(sheet: ExchangeSheet, progress: Progress) -> tuple[Page, ...]:
            progress.check()
            pages = self._pages(sheet, kind)
            check_pages(pages, self._fontbook)
            return pages

        def show(sheet: ExchangeSheet, pages: tuple[Page, ...]) -> None:
            if asked == self._asked:
                self._view.show_pages(sheet, pages)

        def tell(error: BaseException) -> None:
            if asked == self._asked:
                self._view.show_problem(error)

        self._jobs.desk(
            lambda: self._desk.ask(query),
            lambda sheet: self._jobs.press(
                lambda progress: drawn(sheet, progress), lambda pages: show(sheet, pages), tell, label
            ),
            tell,
        )

    def forget(self) -> None:
        """The clerk went on."""
        self._asked += 1

    def _pages(self, sheet: ExchangeSheet, kind: ExchangePaper) -> tuple[Page, ...]:
        match kind:
            case ExchangePaper.LIST:
                return list_pages(sheet, self._measure)
            case ExchangePaper.SLIPS:
                return ready_slips(sheet, self._measure)
            case ExchangePaper.SETTLEMENT:
                return settlement_pages(sheet, self._measure)
            case ExchangePaper.TICKETS:
                tickets = tickets_given(sheet) or blank_tickets(sum(row.may for row in sheet.rows))
                return ticket_pages(sheet.card.row, tickets, self._measure)
