"""Recording deeds: the items of a day, the wall of a grid, one book, saving as one act, taking back."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final, Protocol

from passbook_desk.features.catalogue.errors import NoCatalogueYet
from passbook_desk.features.catalogue.queries import first_day, items_in_force
from passbook_desk.features.catalogue.rules import check_points
from passbook_desk.features.catalogue.values import Holder, ItemRow, ValueKind
from passbook_desk.features.households.queries import grids
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.commands import record_deed, reverse_voucher
from passbook_desk.features.ledger.errors import NobodyChosen, SameActWithOtherContent
from passbook_desk.features.ledger.finding import accounts_with_item_on, find_accounts, recorded
from passbook_desk.features.ledger.queries import accounts, accounts_by_id, balances, recent_vouchers
from passbook_desk.features.ledger.values import (
    AccountRow,
    BalanceRow,
    Colour,
    RecordDeed,
    RecordedVoucher,
    ReverseVoucher,
    VoucherKind,
    VoucherRow,
)
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.search import initials
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.ledger.values import Entry, ItemChoice, Saved, Tile, Way

RECENT_SHOWN: Final = 20
FOUND_SHOWN: Final = 12


class LedgerView(Protocol):
    """What the page is told."""

    def show_grids(self, grids: tuple[GridRow, ...]) -> None: ...
    def show_items(self, choices: tuple[ItemChoice, ...], chosen: ItemChoice | None) -> None: ...
    def show_wall(self, tiles: tuple[Tile, ...]) -> None: ...
    def show_found(self, books: tuple[AccountRow, ...]) -> None: ...
    def show_book(self, book: BalanceRow | None) -> None: ...
    def show_recent(self, vouchers: tuple[VoucherRow, ...]) -> None: ...
    def show_saved(self, saved: Saved) -> None: ...
    def show_reversed(self, lines: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class LedgerPresenter:
    """Keeps day, item, grid and book; one identity for each way's form, renewed when it was saved."""

    def __init__(self, desk: Desk, view: LedgerView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self.day: date | None = clock.today()
        self.item: ItemChoice | None = None
        self.grid: str | None = None
        self.book: BalanceRow | None = None
        self._choices: tuple[ItemChoice, ...] = ()
        self._uids = {way: new_uid() for way in Way}
        self._asked = 0

    def load(self) -> None:
        """Everything afresh: grids, items, wall, book, recent acts."""
        self._ask(grids, self._view.show_grids)
        self._load_items()
        self._load_wall()
        if self.book is not None:
            self.choose_book(self.book.account.id)
        self._ask(lambda scope: recent_vouchers(scope, RECENT_SHOWN), self._view.show_recent)

    def set_day(self, day: date | None) -> None:
        """The day of the deed: other items may be in force, other books recorded already."""
        if day == self.day:
            return
        self.day = day
        self._load_items()
        self._load_wall()

    def choices(self, text: str) -> tuple[ItemChoice, ...]:
        """The items of the day that a text may mean, an exact code first."""
        found = [choice for choice in self._choices if choice.matches(text)]
        return tuple(sorted(found, key=lambda choice: choice.item.code != text))

    def choose_item(self, choice: ItemChoice) -> None:
        """Record this item; the wall shows the books it may go into."""
        self.item = choice
        self._load_wall()

    def choose_grid(self, code: str | None) -> None:
        """The wall of this grid."""
        self.grid = code
        self._load_wall()

    def find_books(self, text: str) -> None:
        """Books that a text may mean: of those the item can go into, if one is chosen."""
        self._asked += 1
        asked, item = self._asked, self.item

        def done(found: tuple[AccountRow, ...]) -> None:
            if asked == self._asked:
                self._view.show_found(found)

        def query(scope: Any) -> tuple[AccountRow, ...]:
            found = find_accounts(scope, text, FOUND_SHOWN * 4)
            fitting = [row for row in found if item is None or _fits(item.item, row)]
            return tuple(fitting or found)[:FOUND_SHOWN]

        self._ask(query, done)

    def choose_book(self, account_id: int) -> None:
        """Record for this one book; until its figures are here, nothing goes into the book before it."""
        if self.book is not None and self.book.account.id != account_id:
            self.book = None

        def query(scope: Any) -> BalanceRow | None:
            found = accounts_by_id(scope, (account_id,))
            rows = balances(scope, accounts_chosen=tuple(found.values()))
            return rows[0] if rows else None

        def done(book: BalanceRow | None) -> None:
            self.book = book
            self._view.show_book(book)

        self._ask(query, done)

    def drop_book(self) -> None:
        """No book is chosen any more."""
        self.book = None
        self._view.show_book(None)

    def worth(self, points: Points | None, quantity: int) -> Points | None:
        """Points of one line; None while they cannot be known. For a deduction 5 means 5 off."""
        if self.item is None:
            return None
        try:
            return check_points(self.item.item, self._signed(points), quantity)
        except UserError:
            return None

    def save(self, way: Way, entry: Entry) -> None:
        """Write one act for all the books chosen."""
        item, day = self.item, self.day
        if item is None or day is None:
            return
        if not entry.account_ids:
            self._view.show_problem(NobodyChosen(field="account"))
            return
        command = RecordDeed(
            uid=self._uids[way],
            item_code=item.item.code,
            occurred_on=day,
            account_ids=entry.account_ids,
            points=self._signed(entry.points),
            quantity=entry.quantity,
            memo=entry.memo.strip(),
        )
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: record_deed(tx, command)),
            lambda written: self._saved(way, item, command, written),
            lambda error: self._failed(way, item, command, error),
        )

    def reverse(self, voucher_id: int, reason: str) -> None:
        """Take a whole act back."""
        command = ReverseVoucher(new_uid(), voucher_id, reason)

        def done(written: RecordedVoucher) -> None:
            self._view.show_reversed(len(written.seqs))
            self.load()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: reverse_voucher(tx, command)), done, self._view.show_problem
        )

    def _signed(self, points: Points | None) -> Points | None:
        takes = self.item is not None and self.item.takes
        return -points if points is not None and takes and points > ZERO else points

    def _saved(self, way: Way, item: ItemChoice, command: RecordDeed, written: RecordedVoucher) -> None:
        self._uids[way] = new_uid()
        each = check_points(item.item, command.points, command.quantity)
        reds = Holder.HOUSEHOLD not in item.item.holders
        self._view.show_saved(Saved(way, written, item.item, each * len(written.seqs), reds))
        self.load()

    def _failed(self, way: Way, item: ItemChoice, command: RecordDeed, error: BaseException) -> None:
        """A refusal is said. After any other failure the act is looked up before anyone tries again."""
        if isinstance(error, SameActWithOtherContent):
            self._uids[way] = new_uid()
        if isinstance(error, UserError):
            self._view.show_problem(error)
            return

        def looked_up(written: RecordedVoucher | None) -> None:
            if written is None:
                self._view.show_problem(error)
            else:
                self._saved(way, item, command, written)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: recorded(scope, command.uid)),
            looked_up,
            lambda _: self._view.show_problem(error),
        )

    def _load_items(self) -> None:
        day = self.day
        if day is None:
            return

        def query(scope: Any) -> tuple[tuple[ItemChoice, ...], date | None]:
            usable = [item for item in items_in_force(scope, day) if _usable(item)]
            return tuple(ItemChoice(item, initials(item.name)) for item in usable), first_day(scope)

        def done(answer: tuple[tuple[ItemChoice, ...], date | None]) -> None:
            if day != self.day:
                return
            self._choices, first = answer
            code = self.item.item.code if self.item is not None else ""
            self.item = next((choice for choice in self._choices if choice.item.code == code), None)
            self._view.show_items(self._choices, self.item)
            if not self._choices:
                self._view.show_problem(NoCatalogueYet(field="occurred_on", day=day, first=first))

        self._ask(query, done)

    def _load_wall(self) -> None:
        grid, day = self.grid, self.day
        if grid is None or day is None:
            self._view.show_wall(())
            return

        def query(scope: Any) -> tuple[Tile, ...]:
            item = self.item.item if self.item is not None else None
            known = accounts_with_item_on(scope, item.code, day) if item else frozenset()
            return tuple(
                Tile(row, initials(row.owner_name), row.id in known)
                for row in accounts(scope, grid_code=grid)
                if (_fits(item, row) if item else row.colour is Colour.GREEN)
            )

        def done(tiles: tuple[Tile, ...]) -> None:
            if grid == self.grid:
                self._view.show_wall(tiles)

        self._ask(query, done)

    def _ask(self, query: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """`scope` is unnamed as in ports.Desk: the window does not know the database room."""
        self._jobs.desk(lambda: self._desk.ask(query), done, self._view.show_problem)


def reversible(voucher: VoucherRow) -> bool:
    """A reversal is final, and what was taken back stays taken back."""
    return not voucher.reversed and voucher.kind is not VoucherKind.REVERSAL


def _usable(item: ItemRow) -> bool:
    return item.enabled and item.value_kind is not ValueKind.UNSET


def _fits(item: ItemRow, account: AccountRow) -> bool:
    holder = Holder.RED if account.colour is Colour.RED else Holder(account.owner_kind.value)
    return holder in item.holders
