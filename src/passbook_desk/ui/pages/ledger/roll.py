"""A roll call without a window: which books are ticked, with what, and what saving would do with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from passbook_desk.features.catalogue.rules import MOST_UNITS, check_points
from passbook_desk.features.ledger.recording_values import DeedEntry, OverCap, Verdict
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.pages.ledger.values import Mark, RollTotals, Standing, Tile
from passbook_desk.ui.shell.choices import ItemChoice, needs_points, needs_quantity

_ONE = Points(100)


class RollCall:
    """Ticks by account id. `uid` is the identity of the act to be; saving renews it (DECISIONS 15)."""

    def __init__(self) -> None:
        self.uid = new_uid()
        self.item: ItemChoice | None = None
        self.points: Points | None = None
        self.quantity = 1
        self.memo = ""
        self.witness = ""
        self.tiles: tuple[Tile, ...] = ()
        self.marks: dict[int, Mark] = {}
        self.standings: dict[int, Standing] = {}
        self.gone: tuple[int, ...] = ()
        """Ticked books of a draft or sheet that are not on the wall."""

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Other books; ticks stay on those that are still there."""
        self.tiles = tuple(tiles)
        here = {tile.account.id for tile in tiles}
        self.gone = tuple(account_id for account_id in self.marks if account_id not in here)
        self.marks = {account_id: mark for account_id, mark in self.marks.items() if account_id in here}
        self.standings = {}

    def clear(self) -> None:
        """Take all ticks away and begin another act."""
        self.uid = new_uid()
        self.marks = {}
        self.gone = ()
        self.memo = ""

    def toggle(self, account_id: int) -> None:
        """Tick or untick a book."""
        if self.marks.pop(account_id, None) is None:
            self.marks[account_id] = Mark()

    def tick_all(self, account_ids: Iterable[int]) -> None:
        """Tick all these that would be entered; where all of them are, untick them."""
        wanted = [one for one in account_ids if not self.standing(one).left_out]
        if all(one in self.marks for one in wanted):
            for one in wanted:
                self.marks.pop(one, None)
            return
        for one in wanted:
            self.marks.setdefault(one, Mark())

    def tick_none(self) -> None:
        """Untick everything."""
        self.marks = {}

    def set_amount(self, account_id: int, amount: int) -> None:
        """Tick a book with so many units, or, of a range, so many points; nothing else can be changed."""
        if self.item is None or not 1 <= amount <= MOST_UNITS:
            return
        mark = self.marks.get(account_id, Mark())
        if needs_quantity(self.item.item):
            self.marks[account_id] = replace(mark, quantity=amount)
        elif needs_points(self.item.item):
            self.marks[account_id] = replace(mark, points=self.item.signed(_ONE * amount))

    def step(self, account_id: int, by: int) -> None:
        """One unit, one point or one person more or less, ticking the book; never below one."""
        if self.item is None:
            return
        mark = self.marks.get(account_id)
        if mark is None:
            self.marks[account_id] = Mark()
        elif needs_quantity(self.item.item):
            self.set_amount(account_id, (mark.quantity or self.quantity) + by)
        elif needs_points(self.item.item):
            self._step_points(account_id, mark, by)
        elif not mark.people and mark.times + by >= 1:
            self.marks[account_id] = replace(mark, times=mark.times + by)

    def _step_points(self, account_id: int, mark: Mark, by: int) -> None:
        assert self.item is not None
        item = self.item.item
        now = mark.points or self.item.signed(self.points) or item.least
        step = -_ONE if self.item.takes else _ONE
        wanted = now + step * by
        low, high = min(item.least, item.most), max(item.least, item.most)
        self.marks[account_id] = replace(mark, points=min(max(wanted, low), high))

    def standard(self, account_id: int) -> None:
        """Back to what the head says."""
        if account_id in self.marks:
            self.marks[account_id] = Mark(people=self.marks[account_id].people)

    def force(self, account_id: int) -> bool:
        """Enter it all the same, or what the cap leaves; a second time takes that back. False: forbidden."""
        mark, standing = self.marks.get(account_id), self.standing(account_id)
        if mark is not None and (mark.again or mark.fill):
            self.marks[account_id] = replace(mark, again=False, fill=False)
            return True
        if standing.problem is None or not (standing.confirmable or standing.fill):
            return False
        self.marks[account_id] = replace(
            mark or Mark(), again=standing.confirmable, fill=standing.fill is not None
        )
        return True

    def standing(self, account_id: int) -> Standing:
        """What saving would do with a book, as far as that is known."""
        return self.standings.get(account_id, Standing())

    def worth(self, account_id: int) -> Points | None:
        """What a ticked book would get; None while it cannot be known."""
        mark, standing = self.marks.get(account_id, Mark()), self.standings.get(account_id)
        if standing is not None and standing.problem is not None:
            return standing.points
        each = self.worth_of(mark)
        return None if each is None else each * mark.deeds

    def worth_of(self, mark: Mark) -> Points | None:
        """Points of one deed; None while they cannot be known."""
        if self.item is None:
            return None
        quantity, points = self._amounts(mark)
        try:
            return check_points(self.item.item, points, quantity)
        except UserError:
            return None

    def entries(self, day: date) -> tuple[DeedEntry, ...]:
        """The deeds to save, in the order of the wall."""
        return self._ticked(day, None)

    def trial(self, day: date) -> tuple[DeedEntry, ...]:
        """What is asked before anything is saved: the ticked deeds, then one for every other book."""
        least = self.item.item.least if self.item is not None else None
        others = [
            entry
            for tile in self.tiles
            if tile.account.id not in self.marks
            for entry in self._entries_of(tile.account.id, Mark(), day, least)
        ]
        return (*self._ticked(day, least), *others)

    def take(self, entries: Sequence[DeedEntry], verdicts: Iterable[Verdict]) -> None:
        """What saving `entries` would do."""
        found: dict[int, Standing] = {}
        for verdict in verdicts:
            account_id = entries[verdict.place].account_id
            known = found.get(account_id)
            found[account_id] = Standing.of(verdict) if known is None else known.with_verdict(verdict)
        self.standings = found

    def totals(self, shown: Iterable[int], standings: Mapping[int, Standing] | None = None) -> RollTotals:
        """Sums of what is ticked; `shown` are the books that the chip lets through."""
        known = self.standings if standings is None else standings
        worths = [self.worth(account_id) for account_id in self.marks]
        ticked = [known.get(account_id, Standing()) for account_id in self.marks]
        in_sight = set(shown)
        return RollTotals(
            ticked=len(self.marks),
            points=None if None in worths else sum((worth for worth in worths if worth), ZERO),
            reds=bool(self.tiles) and all(tile.is_red for tile in self.tiles),
            left_out=sum(standing.left_out for standing in ticked),
            short=sum(standing.problem is not None and bool(standing.points) for standing in ticked),
            same_day=sum(standing.same_day is not None for standing in known.values()),
            hidden=sum(account_id not in in_sight for account_id in self.marks),
        )

    def _ticked(self, day: date, else_points: Points | None) -> tuple[DeedEntry, ...]:
        return tuple(
            entry
            for tile in self.tiles
            if tile.account.id in self.marks
            for entry in self._entries_of(tile.account.id, self.marks[tile.account.id], day, else_points)
        )

    def _entries_of(
        self, account_id: int, mark: Mark, day: date, else_points: Points | None
    ) -> list[DeedEntry]:
        """`else_points` stands for points of a range that nobody has typed yet."""
        if self.item is None:
            return []
        quantity, points = self._amounts(mark)
        if points is None and needs_points(self.item.item):
            points = else_points
        people: Sequence[int | None] = mark.people or (None,) * mark.times
        return [
            DeedEntry(
                account_id=account_id,
                item_code=self.item.item.code,
                occurred_on=day,
                quantity=quantity,
                points=points,
                memo=self.memo.strip(),
                person_id=who,
                witness=self.witness.strip(),
                over_cap=OverCap.FILL if mark.fill else OverCap.SKIP,
                again=mark.again or place > 0,
            )
            for place, who in enumerate(people)
        ]

    def _amounts(self, mark: Mark) -> tuple[int, Points | None]:
        assert self.item is not None
        item = self.item.item
        quantity = (mark.quantity or self.quantity) if needs_quantity(item) else 1
        points = (mark.points or self.item.signed(self.points)) if needs_points(item) else None
        return quantity, points
