"""One exchange day: the list, the queue, the stock, the settlement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.exchange.commands import give_ticket, settle_exchange_day
from passbook_desk.features.redemption.exchange.queries import entitled, exchange_day_card
from passbook_desk.features.redemption.exchange.rules import in_queue, next_in_queue
from passbook_desk.features.redemption.exchange.sheets import exchange_workbook
from passbook_desk.features.redemption.exchange.values import (
    EntitledRow,
    ExchangeSheet,
    ExchangeState,
    GiveTicket,
    SettleExchangeDay,
)
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.kernel.search import fold, initials
from passbook_desk.ui.kit.ports import Desk

_BOOK_DIGITS = 8
"""A number of so many digits is that of a book: it was scanned, or typed whole."""


@dataclass(frozen=True, slots=True)
class DayFound:
    """Everything that the page shows; `initials` are those of each name in every reading, by account."""

    sheet: ExchangeSheet
    initials: Mapping[int, str]
    today: date

    @property
    def state(self) -> ExchangeState:
        """How far the day has come."""
        return self.sheet.card.row.state(self.today)

    @property
    def queue(self) -> tuple[EntitledRow, ...]:
        """Those with a ticket, in its order."""
        return in_queue(self.sheet.rows)

    @property
    def waiting(self) -> int:
        """How many still wait."""
        return sum(row.waiting for row in self.sheet.rows)

    def matches(self, row: EntitledRow, text: str) -> bool:
        """Whether a text means this book: name, initials, house number, codes and numbers."""
        wanted, account = fold(text), row.account
        return (
            wanted in fold(account.owner_name)
            or any(each.startswith(wanted) for each in self.initials.get(account.id, "").split())
            or account.owner_code.lower().startswith(wanted)
            or row.house_number == text
            or (row.ticket is not None and str(row.ticket) == wanted)
            or wanted in (row.book_number, account.number)
        )

    def scanned(self, text: str) -> EntitledRow | None:
        """The book with this whole number; None when the text is something else."""
        wanted = fold(text)
        if not (wanted.isascii() and wanted.isdigit() and len(wanted) >= _BOOK_DIGITS):
            return None
        return next((row for row in self.sheet.rows if wanted in (row.book_number, row.account.number)), None)


class ExchangeDayView(Protocol):
    def show_day(self, found: DayFound) -> None: ...
    def show_ticket(self, row: EntitledRow, number: int) -> None: ...
    def show_settled(self) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ExchangeDayPresenter:
    """Reads the day, gives tickets, calls who is next, settles."""

    def __init__(self, desk: Desk, view: ExchangeDayView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._day_id = 0
        self._asked = 0
        self._found: DayFound | None = None
        self._uid = new_uid()
        self.passed: set[int] = set()
        """Tickets that were called in vain while the page is open."""

    def open(self, day_id: int) -> None:
        """Show an exchange day; who was called in vain is forgotten when it is another one."""
        if day_id != self._day_id:
            self._day_id, self._found, self._uid = day_id, None, new_uid()
            self.passed.clear()
        self.load()

    def load(self) -> None:
        """Read everything anew; an answer that comes late is dropped."""
        if not self._day_id:
            return
        self._asked += 1
        asked, day_id = self._asked, self._day_id

        def show(found: DayFound) -> None:
            if asked == self._asked:
                self._found = found
                self._view.show_day(found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _found(scope, day_id)), show, self._view.show_problem
        )

    @property
    def next(self) -> EntitledRow | None:
        """Whose turn it is."""
        return None if self._found is None else next_in_queue(self._found.sheet.rows, self.passed)

    def pass_over(self) -> None:
        """Whoever was called did not come: the one behind is next."""
        called = self.next
        if called is not None and called.ticket is not None and self._found is not None:
            if called.ticket in self.passed:
                self.passed.clear()  # a second round of those who did not come
            self.passed.add(called.ticket)
            self._view.show_day(self._found)

    def give(self, row: EntitledRow) -> None:
        """Give a book its ticket, or tell the one it has."""
        command = GiveTicket(new_uid(), self._day_id, row.account.id)

        def given(number: int) -> None:
            self._view.show_ticket(row, number)
            self.load()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: give_ticket(tx, command)), given, self._view.show_problem
        )

    def settle(self, words: str) -> None:
        """Freeze what the day came to."""
        command = SettleExchangeDay(self._uid, self._day_id, words)

        def settled(_: object) -> None:
            self._view.show_settled()
            self.load()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: settle_exchange_day(tx, command)),
            settled,
            self._view.show_problem,
        )

    def save_workbook(self, target: Path, label: str) -> None:
        """List and settlement as a workbook."""
        found, created = self._found, self._clock.now()
        if found is None:
            return

        def write(_: Progress) -> Path:
            write_xlsx(exchange_workbook(found.sheet), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)


def _found(scope: Any, day_id: int) -> DayFound:
    rows = entitled(scope, day_id)
    sheet = ExchangeSheet(village(scope).name, exchange_day_card(scope, day_id), rows)
    return DayFound(sheet, {row.account.id: initials(row.account.owner_name) for row in rows}, scope.today)
