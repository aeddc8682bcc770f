"""Recording deeds: items of a day, the wall of a grid, lines, one book; saving as one act, taking back."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, Protocol

from passbook_desk.features.catalogue.errors import NoCatalogueYet
from passbook_desk.features.catalogue.queries import first_day
from passbook_desk.features.catalogue.rules import check_points
from passbook_desk.features.catalogue.values import ValueKind
from passbook_desk.features.households.attendance.presence import households_at_home
from passbook_desk.features.households.attendance.values import MatchedSheet
from passbook_desk.features.households.queries import grids
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.checking import deed_preview
from passbook_desk.features.ledger.errors import NobodyChosen
from passbook_desk.features.ledger.finding import find_accounts
from passbook_desk.features.ledger.queries import accounts, accounts_by_id, balances, recent_vouchers
from passbook_desk.features.ledger.recording_values import DeedEntry, Recorded, Verdict
from passbook_desk.features.ledger.repeating import EnteredBatch, latest_batches
from passbook_desk.features.ledger.values import AccountRow, BalanceRow, Colour, VoucherRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.points import Points
from passbook_desk.kernel.search import initials
from passbook_desk.ui.kit.ports import Desk, Drafts
from passbook_desk.ui.pages.ledger.drafting import DraftKeeper
from passbook_desk.ui.pages.ledger.drafts import Draft
from passbook_desk.ui.pages.ledger.lines import Line, LineSheet
from passbook_desk.ui.pages.ledger.roll import RollCall
from passbook_desk.ui.pages.ledger.saving import Saver
from passbook_desk.ui.pages.ledger.sheets import SheetDesk, SheetTicks
from passbook_desk.ui.pages.ledger.values import WHOLE_VILLAGE, Entry, Mark, Saved, Tile, Way
from passbook_desk.ui.shell.choices import ItemChoice, fits, item_choices, matching

RECENT_SHOWN: Final = 20
FREQUENT_SHOWN: Final = 9
FOUND_SHOWN: Final = 9


class LedgerView(Protocol):
    """What the page is told."""

    def show_grids(self, grids: tuple[GridRow, ...]) -> None: ...
    def show_items(self, choices: tuple[ItemChoice, ...], chosen: ItemChoice | None) -> None: ...
    def show_wall(self) -> None: ...
    def show_standings(self) -> None: ...
    def show_lines(self) -> None: ...
    def show_found(self, books: tuple[AccountRow, ...]) -> None: ...
    def show_book(self, book: BalanceRow | None) -> None: ...
    def show_recent(self, vouchers: tuple[VoucherRow, ...]) -> None: ...
    def show_frequent(self, batches: tuple[EnteredBatch, ...]) -> None: ...
    def show_taken_up(self, way: Way) -> None: ...
    def show_cut(self, lines: int) -> None: ...
    def show_gone(self, books: tuple[AccountRow, ...]) -> None: ...
    def show_sheets(self, sheets: tuple[MatchedSheet, ...]) -> None: ...
    def show_emptied(self) -> None: ...
    def show_drafts(self, earlier: tuple[Draft, ...], count: int) -> None: ...
    def show_saved(self, saved: Saved) -> None: ...
    def show_saved_before(self) -> None: ...
    def show_reversed(self, lines: int) -> None: ...
    def show_undone(self, lines: int) -> None: ...
    def show_moved(self, recorded: Recorded, choice: ItemChoice) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class LedgerPresenter:
    """Keeps day, roll call, lines and book; each of the three ways has an act of its own under way."""

    def __init__(self, desk: Desk, view: LedgerView, jobs: Jobs, clock: Clock, drafts: Drafts) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self.day: date | None = clock.today()
        self.grid: str | None = None
        self.roll = RollCall()
        self.lines = LineSheet(clock.today())
        self.book: BalanceRow | None = None
        self._single_uid = new_uid()
        self._choices: tuple[ItemChoice, ...] = ()
        self._asked = 0
        self._previews = dict.fromkeys(Way, 0)
        self._ticks_of_sheet: SheetTicks | None = None
        self._marks_of_sheet: dict[int, Mark] = {}
        self._saver = Saver(desk, jobs, view, self._saved)
        self.sheets = SheetDesk(desk, jobs, view)
        self.drafts = DraftKeeper(drafts, jobs, view, self.roll, self.lines)

    @property
    def item(self) -> ItemChoice | None:
        """The item chosen in the head."""
        return self.roll.item

    def load(self) -> None:
        """Everything afresh: grids, items, wall, book, recent acts, and what was not saved last time."""
        self.drafts.begin(self.day, self.grid)
        self._ask(grids, self._view.show_grids)
        self._load_items()
        self._load_wall()
        if self.book is not None:
            self.choose_book(self.book.account.id)
        self._ask(lambda scope: recent_vouchers(scope, RECENT_SHOWN), self._view.show_recent)
        self._ask(lambda scope: latest_batches(scope, FREQUENT_SHOWN), self._view.show_frequent)

    def set_day(self, day: date | None) -> None:
        """The day of the deed: other items may be in force, other books recorded already."""
        if day == self.day:
            return
        self.day = day
        self._load_items()
        self.preview_roll()

    def choices(self, text: str) -> tuple[ItemChoice, ...]:
        """The items of the day that a text may mean, an exact code first."""
        return matching(self._choices, text)

    def choose_item(self, choice: ItemChoice) -> None:
        """Record this item; the wall shows the books it may go into."""
        self.roll.item = choice
        self._load_wall()

    def choose_grid(self, code: str | None) -> None:
        """The wall of this grid, or of the whole village."""
        self.grid = code
        self._load_wall()

    def find_books(self, text: str, item: ItemChoice | None = None) -> None:
        """Books that a text may mean: of those the item can go into, if one is chosen."""
        self._asked += 1
        asked = self._asked

        def done(found: tuple[AccountRow, ...]) -> None:
            if asked == self._asked:
                self._view.show_found(found)

        def query(scope: Any) -> tuple[AccountRow, ...]:
            found = find_accounts(scope, text, FOUND_SHOWN * 4)
            fitting = [row for row in found if item is None or fits(item.item, row)]
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
            return check_points(self.item.item, self.item.signed(points), quantity)
        except UserError:
            return None

    def preview_roll(self) -> None:
        """Ask what saving would do with every book on the wall."""
        day = self.day
        entries = self.roll.trial(day) if day is not None else ()

        def done(verdicts: tuple[Verdict, ...]) -> None:
            self.roll.take(entries, verdicts)
            self._view.show_standings()

        self._preview(Way.ROLL, entries, lambda scope: deed_preview(scope, entries), done)

    def preview_lines(self) -> None:
        """Ask what saving would do with every line that can be read, and for the balances after it."""
        deeds = self.lines.deeds()
        rows = [row for row, _ in deeds]
        entries = tuple(entry for _, entry in deeds)

        def query(scope: Any) -> tuple[tuple[Verdict, ...], Mapping[int, Points]]:
            books = accounts_by_id(scope, {entry.account_id for entry in entries})
            known = balances(scope, accounts_chosen=tuple(books.values()))
            return deed_preview(scope, entries), {row.account.id: row.balance for row in known}

        def done(found: tuple[tuple[Verdict, ...], Mapping[int, Points]]) -> None:
            if [row for row, _ in self.lines.deeds()] == rows:
                self.lines.take(rows, *found)
            self._view.show_lines()

        self._preview(Way.GRID, entries, query, done)

    def save_roll(self) -> None:
        """Write one act for all the ticked books."""
        if self.day is None or self.item is None:
            return
        self._save(Way.ROLL, self.roll.uid, self.roll.entries(self.day))

    def save_lines(self) -> None:
        """Write one act of all the lines; what a rule of the village forbids is left out and stays."""
        self._save(Way.GRID, self.lines.uid, tuple(entry for _, entry in self.lines.deeds()))

    def row_of(self, error: BaseException) -> int | None:
        """The line of the grid that an error of its act is about; None when it names none."""
        place = error.params.get("row") if isinstance(error, UserError) else None
        deeds = self.lines.deeds()
        return deeds[place][0] if isinstance(place, int) and place < len(deeds) else None

    def save_single(self, entry: Entry) -> None:
        """Write one act for the book chosen."""
        if self.day is None or self.item is None or self.book is None:
            return
        deed = DeedEntry(
            account_id=self.book.account.id,
            item_code=self.item.item.code,
            occurred_on=self.day,
            quantity=entry.quantity,
            points=self.item.signed(entry.points),
            memo=entry.memo.strip(),
            witness=entry.witness.strip(),
            again=entry.again,
        )
        self._save(Way.SINGLE, self._single_uid, (deed,))

    def undo(self, saved: Saved, reason: str) -> None:
        """Take back what was just saved."""
        self._saver.undo(saved, reason, self.load)

    def reverse(self, voucher: VoucherRow, reason: str) -> None:
        """Take a whole act back."""
        self._saver.reverse(voucher, reason, self.load)

    def move(self, voucher: VoucherRow, choice: ItemChoice, reason: str) -> None:
        """Take a whole act back and enter it for another item."""
        self._saver.move(voucher, choice, reason, self.load)

    def repeat(self, batch: EnteredBatch) -> None:
        """A recent act again, ticked on the wall with today's date; nothing is saved yet."""
        choice = next((each for each in self._choices if each.item.code == batch.item_code), None)
        if choice is None:
            self._view.show_problem(NoCatalogueYet(field="item", day=self.day, first=None))
            return
        self.drafts.set_aside(self.day, self.grid)
        self.roll.clear()
        self._ticks_of_sheet = None
        self.roll.item = choice
        self.day = self._clock.today()
        self.roll.marks = _marks_of(batch, choice)

        def query(scope: Any) -> str:
            books = accounts_by_id(scope, self.roll.marks)
            places = {book.grid_code for book in books.values()}
            return places.pop() if len(places) == 1 else WHOLE_VILLAGE

        def done(grid: str) -> None:
            self.grid = grid
            self._view.show_taken_up(Way.ROLL)
            self._load_wall()

        self._ask(query, done)

    def read_sheet(self, path: Path) -> None:
        """The sheets of a workbook that list who came."""
        self.sheets.read(path, self._clock.today())

    def take_sheet(self, ticks: SheetTicks) -> None:
        """Tick on the wall whom a sheet means, as far as that is known."""
        if self._ticks_of_sheet is None:
            self.drafts.set_aside(self.day, self.grid)
        self.roll.clear()
        self._ticks_of_sheet, self._marks_of_sheet = ticks, {}
        self.day = ticks.day or self.day
        self.grid = ticks.grid
        named = next((each for each in self._choices if each.item.name in ticks.said), None)
        self.roll.item = named or self.roll.item
        self._view.show_taken_up(Way.ROLL)
        self._load_items()
        self._load_wall()

    def paste(self, text: str) -> None:
        """Rows copied out of WPS, behind the lines that are there."""
        self.sheets.paste(text, self._pasted)

    def resolve(self, row: int, text: str) -> None:
        """The book that a text typed into a line means, if it means one."""

        def query(scope: Any) -> tuple[AccountRow, ...]:
            found = find_accounts(scope, text, FOUND_SHOWN)
            exact = tuple(book for book in found if text in (book.owner_code, book.number, book.owner_name))
            return exact or found

        def done(found: tuple[AccountRow, ...]) -> None:
            self.lines.resolve(row, text, found)
            self._view.show_lines()
            self.preview_lines()

        self._ask(query, done)

    def take_up(self, draft: Draft) -> None:
        """Go on with what was not saved; what was saved after all is said and let go."""

        def go_on(done_already: bool) -> None:
            if not done_already and not draft.is_grid:
                self.drafts.set_aside(self.day, self.grid)
                self._ticks_of_sheet = None
            self.drafts.take(draft)
            if done_already:
                self._view.show_saved_before()
            elif draft.is_grid:
                self._take_up_lines(draft)
            else:
                self._take_up_roll(draft)

        self._ask(lambda scope: self._saver.is_written(scope, draft.uid), go_on)

    def throw_away(self, draft: Draft) -> None:
        """Nobody wants this draft any more."""
        self.drafts.throw_away(draft)

    def keep_draft(self) -> None:
        """Store what is not saved, if it changed."""
        self.drafts.keep(self.day, self.grid)

    def _take_up_roll(self, draft: Draft) -> None:
        self.day = date.fromisoformat(draft.day) if draft.day else self.day
        self.grid = draft.grid
        self.roll.clear()
        self.roll.uid = draft.uid
        self.roll.points, self.roll.quantity, self.roll.memo = draft.points, draft.quantity, draft.memo
        self.roll.item = next((each for each in self._choices if each.item.code == draft.item), None)
        self.roll.marks = dict(draft.ticks)
        self._load_items(draft.item)
        self._view.show_taken_up(Way.ROLL)
        self._load_wall()

    def _take_up_lines(self, draft: Draft) -> None:
        wanted = {line.account_id for line in draft.lines if line.account_id is not None}

        def done(books: dict[int, AccountRow]) -> None:
            self.lines.take_up(draft.lines, books)
            self.lines.uid = draft.uid
            self._view.show_taken_up(Way.GRID)
            self.preview_lines()

        self._ask(lambda scope: accounts_by_id(scope, wanted), done)

    def _pasted(self, lines: tuple[Line, ...]) -> None:
        cut = self.lines.append(lines)
        self._view.show_taken_up(Way.GRID)
        if cut:
            self._view.show_cut(cut)
        self.preview_lines()

    def _save(self, way: Way, uid: str, entries: tuple[DeedEntry, ...]) -> None:
        if not entries:
            self._view.show_problem(NobodyChosen(field="account"))
            return
        self._saver.save(way, uid, entries)

    def _saved(self, saved: Saved) -> None:
        """A new act may begin; of the grid, the lines that were left out stay. Nothing entered: all stays."""
        if not saved.recorded.entered:
            self._view.show_saved(saved)
            return
        if saved.way is Way.ROLL:
            self.roll.clear()
            self._ticks_of_sheet = None
        elif saved.way is Way.GRID:
            rows = [row for row, _ in self.lines.deeds()]
            kept = {rows[each.place] for each in saved.recorded.left_out}
            self.lines.clear([line for row, line in enumerate(self.lines.lines) if row in kept])
        else:
            self._single_uid = new_uid()
            self.book = None
        self._view.show_saved(saved)
        self.keep_draft()
        self.load()
        self.preview_lines()

    def _load_items(self, wanted: str = "") -> None:
        day = self.day
        if day is None:
            return

        def query(scope: Any) -> tuple[tuple[ItemChoice, ...], date | None]:
            return item_choices(scope, day), first_day(scope)

        def done(answer: tuple[tuple[ItemChoice, ...], date | None]) -> None:
            if day != self.day:
                return
            self._choices, first = answer
            code = wanted or (self.item.item.code if self.item is not None else "")
            self.roll.item = next((choice for choice in self._choices if choice.item.code == code), None)
            self.lines.set_choices(self._choices)
            self._view.show_items(self._choices, self.item)
            if not self._choices:
                self._view.show_problem(NoCatalogueYet(field="occurred_on", day=day, first=first))
            elif self.roll.item is not None and not self.roll.standings:
                self.preview_roll()

        self._ask(query, done)

    def _load_wall(self) -> None:
        grid = self.grid
        if grid is None:
            self.roll.set_tiles(())
            self._view.show_wall()
            return
        item = self.item.item if self.item is not None else None

        def query(scope: Any) -> tuple[Tile, ...]:
            here = households_at_home(scope)
            return tuple(
                Tile(row, initials(row.owner_name), row.of_organization or row.household_id in here)
                for row in accounts(scope, grid_code=grid or None)
                if (fits(item, row) if item else row.colour is Colour.GREEN)
            )

        def done(tiles: tuple[Tile, ...]) -> None:
            if grid != self.grid:
                return
            if self._ticks_of_sheet is not None and self.roll.marks == self._marks_of_sheet:
                self._marks_of_sheet = self._ticks_of_sheet.marks_on(tiles, self.item)
                self.roll.marks = dict(self._marks_of_sheet)
            self.roll.set_tiles(tiles)
            self._view.show_wall()
            self._tell_gone()
            self.preview_roll()

        self._ask(query, done)

    def _tell_gone(self) -> None:
        gone, self.roll.gone = self.roll.gone, ()
        if gone:
            self._ask(
                lambda scope: tuple(accounts_by_id(scope, gone, closed_too=True).values()),
                self._view.show_gone,
            )

    def _preview(
        self,
        way: Way,
        entries: tuple[DeedEntry, ...],
        query: Callable[[Any], Any],
        done: Callable[[Any], None],
    ) -> None:
        """Ask for verdicts; an answer that comes after the next question is not looked at."""
        self._previews[way] += 1
        asked = self._previews[way]
        if not entries:
            return

        def arrived(answer: Any) -> None:
            if asked == self._previews[way]:
                done(answer)

        self._ask(query, arrived)

    def _ask(self, query: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """`scope` is unnamed as in ports.Desk: the window does not know the database room."""
        self._jobs.desk(lambda: self._desk.ask(query), done, self._view.show_problem)


def _marks_of(batch: EnteredBatch, choice: ItemChoice) -> dict[int, Mark]:
    """The ticks of an act: several deeds of a book are so many times, or their units added up."""
    deeds: dict[int, list[Points]] = {}
    for account_id, points in batch.deeds:
        deeds.setdefault(account_id, []).append(points)
    item = choice.item
    marks: dict[int, Mark] = {}
    for account_id, each in deeds.items():
        if item.value_kind is ValueKind.PER_UNIT and item.least:
            units = sum(points.hundredths for points in each) // item.least.hundredths
            marks[account_id] = Mark(quantity=max(1, units))
        elif item.value_kind is ValueKind.RANGE:
            marks[account_id] = Mark(points=each[0], times=len(each))
        else:
            marks[account_id] = Mark(times=len(each))
    return marks
