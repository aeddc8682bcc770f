"""A points shop as its keeper would write it down on paper: what lies where, what each book can spend.

Independent of the program: plain lists of movements, slips and counts, added up anew whenever somebody asks.
Points are hundredths, pieces are plain numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from passbook_desk.features.redemption.counter import errors as counter
from passbook_desk.features.redemption.goods.errors import OutletClosed
from passbook_desk.features.redemption.stock import errors as stock
from passbook_desk.features.redemption.stocktake import errors as counting
from passbook_desk.kernel.errors import UserError

Why = set[type[UserError]]
"""Every reason for which an act must be refused; none of them, and it must be done."""

EARNED, GIFT, BASE, SPENT, SPENT_COUNTED = "earned", "gift", "base", "spent", "spent, counted"
COUNTERS, WITNESS = "刘文书", "陈支书"
"""Who counts, and who may watch."""
MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(slots=True)
class Thing:
    """Something to redeem. `prices` are in the order in which they were set."""

    id: int
    name: str
    service: bool
    most: int = 0
    period: str = ""
    retired: bool = False
    prices: list[tuple[date, int]] = field(default_factory=list)

    def price(self, day: date) -> int | None:
        """What a piece costs on a day: of the prices in force the one set last."""
        in_force = [points for since, points in self.prices if since <= day]
        return in_force[-1] if in_force else None


@dataclass(frozen=True, slots=True)
class Lot:
    """Pieces that came together."""

    id: int
    thing: int
    expires: date | None
    came: date

    def old(self, day: date) -> bool:
        """Past its last day."""
        return self.expires is not None and self.expires < day


@dataclass(frozen=True, slots=True)
class Movement:
    """Pieces of a lot that came to a place or went; `reverses` is the number of what it takes back."""

    lot: int
    place: int
    pieces: int
    day: date
    kind: str
    document: tuple[str, int]
    reverses: int = 0


@dataclass(slots=True)
class PaperSlip:
    """What somebody went home with: (thing, pieces, points) a line."""

    id: int
    account: int
    house: str
    place: int
    day: date
    by: int
    items: tuple[tuple[int, int, int], ...]
    before: int
    counted: bool
    seqs: tuple[int, ...]
    last_in_book: int
    fair: int | None
    undone: bool = False
    back: bool = False

    @property
    def points(self) -> int:
        """What all of it cost."""
        return sum(points for _, _, points in self.items)


@dataclass(slots=True)
class Tally:
    """A count of what lies at a place: (pieces, number of the last movement before, reason) by thing."""

    id: int
    place: int
    begun: date
    by: set[int]
    counts: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    state: str = "open"


@dataclass(slots=True)
class Fair:
    """A day on which everybody redeems together; `settled` are its slips, points and pieces then."""

    id: int
    place: int
    first: date
    last: date
    tickets: list[int] = field(default_factory=list)
    settled: tuple[int, int, int] | None = None


@dataclass(slots=True)
class PaperShop:
    """Everything the keeper knows."""

    today: date
    houses: dict[int, str]
    """Which household each book belongs to; red ones in `red`."""
    red: set[int]
    things: dict[int, Thing] = field(default_factory=dict)
    lots: dict[int, Lot] = field(default_factory=dict)
    places: dict[int, bool] = field(default_factory=dict)
    """Places to redeem, and whether they are still open."""
    moves: list[Movement] = field(default_factory=list)
    slips: dict[int, PaperSlip] = field(default_factory=dict)
    papers: dict[int, bool] = field(default_factory=dict)
    """Receipts, write-offs and transfers, and whether they stand."""
    tallies: dict[int, Tally] = field(default_factory=dict)
    fairs: dict[int, Fair] = field(default_factory=dict)
    points: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lines: Counter[int] = field(default_factory=Counter)
    """Lines of each book, and in `printed` how many of them are on paper."""
    printed: Counter[int] = field(default_factory=Counter)
    least: int = 0
    ratio: int = 0
    redeeming_counts: bool = False
    members_redeem: bool = True
    day_of_month: int | None = None

    # What lies where

    def level(self, lot: int, place: int) -> int:
        """Pieces of a lot at a place."""
        return sum(move.pieces for move in self.moves if (move.lot, move.place) == (lot, place))

    def levels(self) -> dict[tuple[int, int], int]:
        """Every lot at every place where it ever was."""
        found: Counter[tuple[int, int]] = Counter()
        for move in self.moves:
            found[move.lot, move.place] += move.pieces
        return dict(found)

    def lying(self, thing: int, place: int | None = None) -> int:
        """Pieces of a thing at a place, or everywhere."""
        return sum(
            pieces
            for (lot, at), pieces in self.levels().items()
            if self.lots[lot].thing == thing and place in (None, at)
        )

    def book(self, thing: int, place: int, last: int) -> int:
        """Pieces of a thing at a place after the movement of that number."""
        return sum(
            move.pieces
            for move in self.moves[:last]
            if move.place == place and self.lots[move.lot].thing == thing
        )

    def fewest(self, thing: int, place: int, day: date) -> int:
        """The fewest pieces of a thing that lay at a place at the end of that day or of any day since."""
        here = [
            (move.day, move.pieces)
            for move in self.moves
            if move.place == place and self.lots[move.lot].thing == thing
        ]
        ends = {day, *(on for on, _ in here if on > day)}
        return min(sum(pieces for on, pieces in here if on <= end) for end in ends)

    def shelf(
        self, thing: int, place: int, *, fresh: bool = False, gone: Mapping[int, int] | None = None
    ) -> list[tuple[Lot, int]]:
        """What is there of a thing, that which expires first before the others."""
        less = gone or {}
        found = [
            (self.lots[lot], pieces - less.get(lot, 0))
            for (lot, at), pieces in self.levels().items()
            if at == place and self.lots[lot].thing == thing
        ]
        found = [(lot, pieces) for lot, pieces in found if pieces > 0 and not (fresh and lot.old(self.today))]
        return sorted(found, key=lambda one: (one[0].expires or date.max, one[0].came, one[0].id))

    @staticmethod
    def first(shelf: Iterable[tuple[Lot, int]], pieces: int) -> list[tuple[int, int]] | None:
        """So many pieces from the front of the shelf; None when it has too few."""
        taken = []
        for lot, there in shelf:
            if pieces and there:
                taken.append((lot.id, min(there, pieces)))
                pieces -= taken[-1][1]
        return None if pieces else taken

    # What a book can spend

    def spendable(self, account: int) -> int:
        """Everything but base points."""
        kinds = self.points[account]
        return kinds.total() - kinds[BASE]

    def assessment(self, account: int) -> int:
        """What honours are given by: gifts do not count, and redeeming only where the village says so."""
        kinds = self.points[account]
        return kinds.total() - kinds[GIFT] - kinds[SPENT]

    def redeemable(self, account: int) -> int:
        """What is left above the minimum and above gifts that nothing earned unlocks."""
        kinds = self.points[account]
        locked = max(0, kinds[GIFT] - max(0, kinds[EARNED]) * self.ratio) if self.ratio else 0
        return max(0, self.spendable(account) - locked - self.least)

    # Reasons against

    def fair_today(self, place: int) -> int | None:
        """The exchange day that is held at a place today and not settled."""
        held = [
            fair.id
            for fair in self.fairs.values()
            if fair.place == place and fair.first <= self.today <= fair.last and fair.settled is None
        ]
        return max(held, default=None)

    def against_visit(self, account: int, place: int, wanted: Mapping[int, int]) -> Why:
        """Why this visit at the counter comes to nothing."""
        why: Why = set()
        if not wanted:
            return {counter.NothingWanted}
        if self.fair_today(place) is None and self.day_of_month not in (None, self.today.day):
            why.add(counter.NotRedemptionDay)
        if account in self.red and not self.members_redeem:
            why.add(counter.MembersDoNotRedeem)
        cost = 0
        for each, pieces in wanted.items():
            thing = self.things[each]
            price = thing.price(self.today)
            cost += (price or 0) * pieces
            if thing.retired:
                why.add(counter.GoodsRetired)
            if price is None:
                why.add(counter.NoPriceYet)
            if thing.most and pieces > self.left(thing, account):
                why.add(counter.LimitOfGoods)
            if not thing.service and self.first(self.shelf(each, place, fresh=True), pieces) is None:
                why.add(counter.OutOfStock)
        if cost > self.redeemable(account):
            why.add(counter.NotEnoughPoints)
        return why

    def left(self, thing: Thing, account: int) -> int:
        """Pieces that the household of a book may still have of a thing."""
        if thing.period == "visit":
            return thing.most
        span = MONTHS[thing.period]
        now = (self.today.year, (self.today.month - 1) // span)
        had = sum(
            pieces
            for slip in self.slips.values()
            if slip.house == self.houses[account]
            and not slip.undone
            and (slip.day.year, (slip.day.month - 1) // span) == now
            for each, pieces, _ in slip.items
            if each == thing.id
        )
        return max(0, thing.most - had)

    def against_undo(self, slip: PaperSlip, by: int, reason: str, *, back: bool) -> Why:
        """Why a slip does not go back: of others, of earlier, on paper or settled it takes a reason."""
        if slip.undone:
            return {counter.SlipUndone}
        fair = self.fairs.get(slip.fair or 0)
        own = slip.by == by and slip.day == self.today and (fair is None or fair.settled is None)
        on_paper = slip.last_in_book - len(slip.items) < self.printed[slip.account]
        why: Why = set() if reason or (own and not on_paper) else {counter.UndoReasonMissing}
        pieces = any(not self.things[each].service for each, _, _ in slip.items)
        if back and pieces and not self.places[slip.place]:
            why.add(OutletClosed)
        return why

    def against_return(self, document: tuple[str, int]) -> Why:
        """Why what a paper or a count brought cannot be taken back: it is not there any more."""
        brought: Counter[tuple[int, int]] = Counter()
        for move in self.moves:
            if move.document == document:
                brought[move.lot, move.place] += move.pieces
        why: Why = set()
        if any(self.level(*where) < pieces for where, pieces in brought.items()):
            why.add(stock.ShortOfStock)
        if any(pieces < 0 and not self.places[place] for (_, place), pieces in brought.items()):
            why.add(OutletClosed)
        return why

    def against_confirming(self, tally: Tally, by: int, witness: str, sheet: str) -> Why:
        """Why a count does not change the stock."""
        if tally.state != "open":
            return {counting.StocktakeEnded}
        if not tally.counts:
            return {counting.NothingCounted}
        why: Why = set()
        if COUNTERS in witness:
            why.add(counting.WitnessCounted)
        if by in tally.by and not sheet:
            why.add(counting.SameCounter)
        for thing, (pieces, last, reason) in tally.counts.items():
            difference = pieces - self.book(thing, tally.place, last)
            if self._corrected_since(thing, tally, last):
                why.add(counting.CountOutdated)
            if difference and not reason:
                why.add(counting.DifferenceUnexplained)
            if difference < 0 and self.lying(thing, tally.place) < -difference:
                why.add(stock.ShortOfStock)
            if difference > 0 and not any(lot.thing == thing for lot in self.lots.values()):
                why.add(counting.NeverReceived)
            if difference > 0 and not self.places[tally.place]:
                why.add(OutletClosed)
        return why

    def _corrected_since(self, thing: int, tally: Tally, last: int) -> bool:
        """Something was booked after a count that lay there, or did not, before it."""
        return any(
            0 < move.reverses <= last
            or (not move.reverses and move.document[0] == "paper" and move.day < tally.begun)
            for move in self.moves[last:]
            if move.place == tally.place and self.lots[move.lot].thing == thing
        )

    def differences(self, tally: Tally) -> list[tuple[int, int]]:
        """(lot, pieces) that a confirmed count moves: what is missing goes from the front of the shelf, what
        is more joins what came last.
        """
        found: list[tuple[int, int]] = []
        for thing, (pieces, last, _) in sorted(tally.counts.items()):
            more = pieces - self.book(thing, tally.place, last)
            shelf = self.shelf(thing, tally.place)
            if more < 0:
                found += [(lot, -gone) for lot, gone in self.first(shelf, -more) or []]
            elif more > 0:
                there = [lot for lot, _ in shelf] or [lot for lot in self.lots.values() if lot.thing == thing]
                found.append((max(there, key=lambda lot: (lot.came, lot.id)).id, more))
        return found

    # What was done

    def moved(
        self, kind: str, document: tuple[str, int], place: int, lots: Iterable[tuple[int, int]], day: date
    ) -> None:
        """Pieces came (positive) or went (negative)."""
        self.moves += [Movement(lot, place, pieces, day, kind, document) for lot, pieces in lots]

    def taken_back(self, document: tuple[str, int], *, last_first: bool = False) -> None:
        """Everything that belongs to a document goes back, each movement whole."""
        for number, move in list(enumerate(self.moves, 1))[:: -1 if last_first else 1]:
            if move.document == document and not move.reverses:
                back = Movement(move.lot, move.place, -move.pieces, self.today, "reversal", document, number)
                self.moves.append(back)
