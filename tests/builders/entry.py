"""The entry page's presenter with a view that notes, on a village of its own."""

from datetime import date

from builders.pages import AtOnce, VillageDesk
from builders.village import Village
from passbook_desk.features.households.attendance.values import MatchedSheet
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.queries import recent_vouchers
from passbook_desk.features.ledger.recording_values import Recorded
from passbook_desk.features.ledger.repeating import EnteredBatch
from passbook_desk.features.ledger.values import AccountRow, BalanceRow, VoucherRow
from passbook_desk.kernel.points import Points
from passbook_desk.ui.pages.ledger.drafts import Draft
from passbook_desk.ui.pages.ledger.presenter import LedgerPresenter
from passbook_desk.ui.pages.ledger.roll import RollCall
from passbook_desk.ui.pages.ledger.values import Entry, Saved, Way
from passbook_desk.ui.shell.choices import ItemChoice


class KeptDrafts:
    """Drafts in memory that outlive a presenter; `who` works now."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.who = "village-1"
        self.writes = 0

    def owner(self) -> str:
        return self.who

    def load(self, owner: str) -> str:
        return self.kept.get(owner, "")

    def keep(self, owner: str, text: str) -> None:
        self.writes += 1
        self.kept[owner] = text


class Shown:
    """Notes what the page would show."""

    def __init__(self) -> None:
        self.grids: tuple[GridRow, ...] = ()
        self.found: tuple[AccountRow, ...] = ()
        self.book: BalanceRow | None = None
        self.recent: tuple[VoucherRow, ...] = ()
        self.frequent: tuple[EnteredBatch, ...] = ()
        self.taken_up: list[Way] = []
        self.cut = 0
        self.emptied = 0
        self.gone: tuple[AccountRow, ...] = ()
        self.sheets: tuple[MatchedSheet, ...] = ()
        self.earlier: tuple[Draft, ...] = ()
        self.waiting = 0
        self.saved: list[Saved] = []
        self.saved_before = 0
        self.reversed = 0
        self.undone = 0
        self.moved: list[Recorded] = []
        self.problems: list[str] = []
        self.fields: list[object] = []

    def show_grids(self, grids: tuple[GridRow, ...]) -> None:
        self.grids = grids

    def show_items(self, choices: tuple[ItemChoice, ...], chosen: ItemChoice | None) -> None:
        pass

    def show_wall(self) -> None:
        pass

    def show_standings(self) -> None:
        pass

    def show_lines(self) -> None:
        pass

    def show_found(self, books: tuple[AccountRow, ...]) -> None:
        self.found = books

    def show_book(self, book: BalanceRow | None) -> None:
        self.book = book

    def show_recent(self, vouchers: tuple[VoucherRow, ...]) -> None:
        self.recent = vouchers

    def show_frequent(self, batches: tuple[EnteredBatch, ...]) -> None:
        self.frequent = batches

    def show_taken_up(self, way: Way) -> None:
        self.taken_up.append(way)

    def show_cut(self, lines: int) -> None:
        self.cut += lines

    def show_gone(self, books: tuple[AccountRow, ...]) -> None:
        self.gone = books

    def show_sheets(self, sheets: tuple[MatchedSheet, ...]) -> None:
        self.sheets = sheets

    def show_emptied(self) -> None:
        self.emptied += 1

    def show_drafts(self, earlier: tuple[Draft, ...], count: int) -> None:
        self.earlier, self.waiting = earlier, count

    def show_saved(self, saved: Saved) -> None:
        self.saved.append(saved)

    def show_saved_before(self) -> None:
        self.saved_before += 1

    def show_reversed(self, lines: int) -> None:
        self.reversed += lines

    def show_undone(self, lines: int) -> None:
        self.undone += lines

    def show_moved(self, recorded: Recorded, choice: ItemChoice) -> None:
        self.moved.append(recorded)

    def show_problem(self, error: BaseException) -> None:
        self.problems.append(getattr(error, "code", str(error)))
        self.fields.append(getattr(error, "params", {}).get("field"))


class EntryDesk:
    """A presenter with its view and desk."""

    def __init__(self, village: Village, drafts: KeptDrafts | None = None) -> None:
        self.village = village
        self.drafts = drafts or KeptDrafts()
        self.view = Shown()
        self.desk = VillageDesk(village)
        self.presenter = LedgerPresenter(self.desk, self.view, AtOnce(), village.clock, self.drafts)
        self.presenter.load()

    @property
    def roll(self) -> RollCall:
        return self.presenter.roll

    def choose(self, text: str) -> None:
        self.presenter.choose_item(self.presenter.choices(text)[0])

    def ids(self) -> tuple[int, ...]:
        return tuple(tile.account.id for tile in self.roll.tiles)

    def tick(self, *account_ids: int) -> None:
        for account_id in account_ids:
            self.roll.toggle(account_id)
        self.presenter.preview_roll()

    def recorded(self) -> list[bool]:
        """Which books of the wall have the item on the day already."""
        return [self.roll.standing(account_id).same_day is not None for account_id in self.ids()]

    def save(self, way: Way, ids: tuple[int, ...], points: str | None = None, quantity: int = 1) -> None:
        given = None if points is None else Points.parse(points)
        if way is Way.SINGLE:
            self.presenter.choose_book(ids[0])
            self.presenter.save_single(Entry(given, quantity, ""))
            return
        self.roll.tick_none()
        self.roll.points, self.roll.quantity = given, quantity
        self.tick(*ids)
        self.presenter.save_roll()

    def write(self, row: int, book: str, item: str, points: str = "", day: date | None = None) -> None:
        """A line of the grid as typed."""
        from passbook_desk.ui.kit.dates import day_text
        from passbook_desk.ui.pages.ledger.lines import Cell

        sheet = self.presenter.lines
        sheet.set_book(row, None, book)
        self.presenter.resolve(row, book)
        sheet.write(row, Cell.ITEM, item)
        sheet.write(row, Cell.POINTS, points)
        if day is not None:
            sheet.write(row, Cell.DAY, day_text(day))
        self.presenter.preview_lines()

    def vouchers(self) -> int:
        with self.village.read() as scope:
            return len(recent_vouchers(scope, 99))
