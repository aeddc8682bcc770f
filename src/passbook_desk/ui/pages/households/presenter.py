"""Finds households and takes lines back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, Protocol

from passbook_desk.features.events.queries import events
from passbook_desk.features.household_changes.queries import closed_accounts
from passbook_desk.features.households.life.history import grids_at, history_of, last_heads, members_at
from passbook_desk.features.households.queries import grids, household_card, households
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.counting.standing import standing
from passbook_desk.features.ledger.queries import balances, latest_lines
from passbook_desk.features.ledger.values import BalanceRow, Colour, LineRow, RecordedVoucher, ReverseLines
from passbook_desk.features.passbooks.books.queries import books as books_in_use
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.households.values import (
    Book,
    HouseholdLine,
    HouseholdList,
    HouseholdView,
    PastDay,
)

LINES_AT_ONCE: Final = 100
"""Latest lines of a book that a card shows at first."""


class HouseholdsView(Protocol):
    """What the list is told."""

    def show_households(self, found: HouseholdList) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class HouseholdsPresenter:
    """The list: one grid or all, everything or what a text finds."""

    def __init__(self, desk: Desk, view: HouseholdsView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._grid: str | None = None
        self._find = ""
        self._gone = False
        self._asked = 0

    def load(self) -> None:
        """Show the list for the grid and the text chosen last; an answer that comes late is dropped."""
        self._asked += 1
        asked, grid, find, gone = self._asked, self._grid, self._find, self._gone

        def done(found: HouseholdList) -> None:
            if asked == self._asked:
                self._view.show_households(found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _list(scope, grid, find, gone)),
            done,
            self._view.show_problem,
        )

    def choose_grid(self, code: str | None) -> None:
        """Only this grid; None for all."""
        self._grid = code
        self.load()

    def choose_absent(self, gone: bool) -> None:
        """Those that moved out, were merged or de-registered, instead of those in the village."""
        self._gone = gone
        self.load()

    def find(self, text: str) -> None:
        """Only what the text finds: name, initials, house number, code."""
        self._find = text
        self.load()


class HouseholdCardView(Protocol):
    """What the page of one household is told."""

    def show_household(self, found: HouseholdView) -> None: ...
    def show_reversed(self, line: LineRow) -> None: ...
    def show_day(self, found: PastDay) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class HouseholdPresenter:
    """One household with its books."""

    def __init__(self, desk: Desk, view: HouseholdCardView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._id = 0
        self._most = LINES_AT_ONCE

    def open(self, household_id: int) -> None:
        """Show this household."""
        self._id = household_id
        self._most = LINES_AT_ONCE
        self.load()

    def load_more(self) -> None:
        """Show older lines of its books as well."""
        self._most *= 4
        self.load()

    def load(self) -> None:
        """Show the household again as it is now."""
        household_id, most = self._id, self._most
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _household(scope, household_id, most)),
            self._view.show_household,
            self._view.show_problem,
        )

    def ask_day(self, on: date) -> None:
        """Show who belonged to the household on a day."""
        household_id = self._id
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _day(scope, household_id, on)),
            self._view.show_day,
            self._view.show_problem,
        )

    def reverse(self, line: LineRow, reason: str) -> None:
        """Take one line back."""
        command = ReverseLines(new_uid(), (line.seq,), reason)

        def done(_: RecordedVoucher) -> None:
            self._view.show_reversed(line)
            self.load()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: reverse_lines(tx, command)), done, self._view.show_problem
        )


def _list(scope: Any, grid_code: str | None, find: str, gone: bool) -> HouseholdList:
    """`scope` is unnamed here as in ports.Desk: the window does not know the database room."""
    all_grids = grids(scope)
    grid = next((row for row in all_grids if row.code == grid_code), None)
    known = households(scope, grid_code=grid.code if grid else None, find=find, absent=gone)
    rows = [row for row in known if bool(row.absence) == gone]
    if gone:
        rows = with_last_heads(scope, rows)
    green: dict[int, BalanceRow] = {}
    red: dict[int, list[str]] = {}
    for balance in balances(scope, grid_code=grid.code if grid else None):
        account = balance.account
        if account.colour is Colour.GREEN:
            green[account.household_id] = balance
        else:
            red.setdefault(account.household_id, []).append(account.number)
    lines = []
    for row in rows:
        own = green.get(row.id)
        lines.append(
            HouseholdLine(
                household=row,
                green=own.account.number if own else "",
                red=tuple(red.get(row.id, ())),
                spendable=own.spendable if own else None,
            )
        )
    return HouseholdList(all_grids, grid, find, tuple(lines), gone)


def _household(scope: Any, household_id: int, most: int) -> HouseholdView:
    card = household_card(scope, household_id)
    (household,) = with_last_heads(scope, [card.household])
    open_ones = balances(scope, household_id=household_id)
    closed = balances(scope, accounts_chosen=closed_accounts(scope, household_id))
    in_use = books_in_use(scope, account_ids=[row.account.id for row in open_ones])
    on_paper = {row.account.id: row.position.last_seq for row in in_use}
    books = [
        Book(
            row,
            latest_lines(scope, row.account.id, most),
            standing=standing(scope, row.account),
            on_paper=on_paper.get(row.account.id),
        )
        for row in open_ones
    ]
    books += [Book(row, latest_lines(scope, row.account.id, most), closed=True) for row in closed]
    story = history_of(scope, household_id)[::-1]
    books.sort(key=lambda book: (book.closed, book.is_red))
    hosted = tuple(row for row in events(scope) if row.household_id == household_id)
    return HouseholdView(replace(card, household=household), tuple(books), story, hosted)


def with_last_heads(scope: Any, rows: Sequence[HouseholdRow]) -> list[HouseholdRow]:
    """Households in which nobody lives any longer are called by who headed them last."""
    names = last_heads(scope, [row.id for row in rows if not row.head_name])
    return [replace(row, head_name=row.head_name or names.get(row.id, "")) for row in rows]


def _day(scope: Any, household_id: int, on: date) -> PastDay:
    names = {row.id: row.name for row in grids(scope)}
    grid_id = grids_at(scope, on).get(household_id)
    grid_name = "" if grid_id is None else names.get(grid_id, "")
    return PastDay(on, grid_name, members_at(scope, household_id, on))
