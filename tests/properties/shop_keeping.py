"""What the keeper of a random shop does with goods: prices, receipts, losses, transfers and counts."""

from collections import Counter
from datetime import date, timedelta
from itertools import combinations

from sqlalchemy import text

from passbook_desk.db.store import Tx
from passbook_desk.features.redemption.goods import errors as goods_errors
from passbook_desk.features.redemption.goods.commands import (
    retire_goods,
    retire_outlet,
    save_goods,
    save_outlet,
    set_price,
)
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.goods.values import GoodsKind, LimitPeriod, SaveGoods, SetPrice
from passbook_desk.features.redemption.stock import errors as stock
from passbook_desk.features.redemption.stock.commands import (
    move_goods,
    receive_goods,
    take_paper_back,
    write_off,
)
from passbook_desk.features.redemption.stock.values import (
    MoveGoods,
    PaperKind,
    ReceivedItem,
    ReceiveGoods,
    TakenItem,
    WriteOff,
)
from passbook_desk.features.redemption.stocktake import errors as counting
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    drop_stocktake,
    explain_difference,
    reverse_stocktake,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.values import ConfirmStocktake, Count, StartStocktake
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from properties.shop_checks import Nothing
from properties.shop_model import COUNTERS, WITNESS, Lot, Tally, Thing, Why
from properties.shop_visits import Visits

THINGS = (
    ("肥皂", False, 0, "", 150),
    ("牙膏", False, 3, "month", 300),
    ("鸡蛋", False, 2, "visit", 50),
    ("大米", False, 1, "quarter", 900),
    ("理发", True, 2, "year", 500),
    ("食堂一餐", True, 0, "", 250),
)
"""Name, whether it is a service, how many of it in which time, and its first price."""
PRICED_FROM = date(2026, 1, 15)
SIGNED = ("供销社", "赵卫东", "刘文书")
_COMES_IN = (PaperKind.BOUGHT, PaperKind.DONATED, PaperKind.TRANSFERRED, PaperKind.OPENING)


def bring_things(tx: Tx) -> None:
    """The six things, numbered in their order, with their first prices."""
    for number, (name, service, most, period, price) in enumerate(THINGS, 1):
        command = SaveGoods(
            new_uid(),
            "",
            name,
            kind=GoodsKind.SERVICE if service else GoodsKind.GOODS,
            limit_count=most or None,
            limit_period=LimitPeriod(period),
        )
        assert save_goods(tx, command) == number
        set_price(tx, SetPrice(new_uid(), number, Points(price), PRICED_FROM, "村民代表会"))
    (row,) = outlets(tx)
    assert row.id == 1


class Keeping(Visits):
    """Goods come in, lie there, get lost and are counted."""

    # Goods and places

    def open_shop(self) -> None:
        """The keeper knows what there is at which price; some of it comes in, and somebody earns points."""
        paper = self.paper
        self.standing = {}
        for number, (name, service, most, period, price) in enumerate(THINGS, 1):
            paper.things[number] = Thing(number, name, service, most, period, prices=[(PRICED_FROM, price)])
        paper.places = {1: True}
        self.receive()
        self.deeds()

    def price(self) -> None:
        """A piece costs something else, from yesterday, today or a later day on."""
        paper, chance = self.paper, self.chance
        thing = self._thing(any_kind=True)
        since = paper.today + timedelta(days=chance.choice([-1, 0, 0, 1, 1, 3]))
        points = 50 * chance.randint(1, 12)
        why: Why = set()
        if since < thing.prices[-1][0]:
            why.add(goods_errors.PriceBeforeEarlier)
        used = [
            slip.day
            for slip in paper.slips.values()
            if not slip.undone and any(each == thing.id for each, _, _ in slip.items)
        ]
        if since <= max(used, default=date.min):
            why.add(goods_errors.PriceWasUsed)
        command = SetPrice(new_uid(), thing.id, Points(points), since, "村委会决定")
        if self.do("price", why, lambda tx: set_price(tx, command), again=True) is not Nothing:
            thing.prices.append((since, points))

    def retire(self) -> None:
        """Something is given up, or taken up again."""
        paper = self.paper
        gone = [thing for thing in paper.things.values() if thing.retired]
        if gone:
            thing = gone[0]
            self.do("taken up again", set(), lambda tx: retire_goods(tx, thing.id, None))
            thing.retired = False
            return
        thing = self._thing(any_kind=True)
        why: Why = {goods_errors.StillInStock} if paper.lying(thing.id) else set()
        today = paper.today
        if self.do("given up", why, lambda tx: retire_goods(tx, thing.id, today)) is not Nothing:
            thing.retired = True

    def new_place(self) -> None:
        """Another place to redeem; one that was closed opens under its name again."""
        paper = self.paper
        closed = [place for place, still in paper.places.items() if not still]
        names = {1: "积分超市", **{place: f"志愿者服务站{place}" for place in range(2, 9)}}
        if len(paper.places) < 3 or closed:
            place = closed[0] if closed else len(paper.places) + 1
            uid = new_uid()
            made = self.do("place", set(), lambda tx: save_outlet(tx, uid, names[place]), again=True)
            assert made == place
            paper.places[place] = True
            self.acts["place opened again"] += bool(closed)

    def close_place(self) -> None:
        """A place is given up when nothing lies there."""
        paper, place = self.paper, self._place()
        others = [each for each, still in paper.places.items() if still and each != place]
        lies = any(pieces for (_, at), pieces in paper.levels().items() if at == place)
        why: Why = set()
        if not others:
            why.add(goods_errors.LastOutlet)
        if lies:
            why.add(goods_errors.StillInStock)
        if self.do("place closed", why, lambda tx: retire_outlet(tx, place)) is not Nothing:
            paper.places[place] = False

    # Papers

    def receive(self) -> None:
        """Goods come in, a few kinds at once, some of them for a short time only."""
        paper, chance, place = self.paper, self.chance, self._place()
        kind, day = chance.choice(_COMES_IN), self._day()
        whom, handed, received = SIGNED
        things = [self._thing() for _ in range(chance.choice([1, 2, 4]))]
        items = tuple(
            ReceivedItem(
                thing.id,
                chance.choice([1, 3, 6, 12]),
                chance.choice([None, None, day + timedelta(days=chance.choice([0, 2, 20, 90]))]),
            )
            for thing in things
        )
        why: Why = set()
        if chance.random() < 0.1:
            items, whom, handed, day, why = self._bad_receipt(items, whom, handed, day)
            kind = PaperKind.DONATED
        command = ReceiveGoods(new_uid(), kind, place, day, items, whom, handed, received)
        paper_id = self.do(f"received: {kind.value}", why, lambda tx: receive_goods(tx, command), again=True)
        if not isinstance(paper_id, int):
            return
        with self.village.read() as scope:
            lots = list(scope.session.execute(_LOTS, {"paper": paper_id}).scalars())
        for lot, row in zip(lots, items, strict=True):
            paper.lots[lot] = Lot(lot, row.goods_id, row.expires_on, day)
            paper.moved("in", ("paper", paper_id), place, [(lot, row.quantity)], day)
        paper.papers[paper_id] = True

    def _bad_receipt(
        self, items: tuple[ReceivedItem, ...], whom: str, handed: str, day: date
    ) -> tuple[tuple[ReceivedItem, ...], str, str, date, Why]:
        """One thing about a receipt is wrong."""
        first = items[0]
        service = next(thing.id for thing in self.paper.things.values() if thing.service)
        wrong: list[tuple[tuple[ReceivedItem, ...], str, str, date, Why]] = [
            ((), whom, handed, day, {stock.NothingMoved}),
            (items, " ", handed, day, {stock.DonorMissing}),
            (items, whom, "", day, {stock.SignersMissing}),
            (items, whom, handed, self.paper.today + timedelta(days=1), {stock.StockDayInFuture}),
            ((*items, ReceivedItem(service, 1)), whom, handed, day, {stock.NotStocked}),
            ((*items, ReceivedItem(first.goods_id, 0)), whom, handed, day, {stock.WrongQuantity}),
            (
                (ReceivedItem(first.goods_id, 1, day - timedelta(days=1)),),
                whom,
                handed,
                day,
                {stock.ExpiredOnArrival},
            ),
        ]
        return self.chance.choice(wrong)

    def write_off(self) -> None:
        """Pieces are damaged, or have expired."""
        self._out(self.chance.choice([PaperKind.DAMAGED, PaperKind.DAMAGED, PaperKind.EXPIRED]))

    def send_back(self) -> None:
        """Pieces go back to where they came from."""
        self._out(PaperKind.RETURNED)

    def _out(self, kind: PaperKind) -> None:
        paper, chance, place = self.paper, self.chance, self._place()
        expired = kind is PaperKind.EXPIRED
        old = [
            at
            for (lot, at), pieces in paper.levels().items()
            if pieces and paper.places[at] and paper.lots[lot].old(paper.today)
        ]
        if expired and old:
            place = chance.choice(old)
        items = self._taken_items(place, only_old=expired)
        day = self._day()
        lots, why = self._leaving(place, items, day, only_old=expired)
        words = "" if chance.random() < 0.05 else "受潮"
        why = why if words else {stock.StockReasonMissing}
        whom = SIGNED if kind is PaperKind.RETURNED else ()
        command = WriteOff(new_uid(), kind, place, day, items, words, *whom)
        paper_id = self.do(f"out: {kind.value}", why, lambda tx: write_off(tx, command), again=True)
        if isinstance(paper_id, int):
            paper.moved("out", ("paper", paper_id), place, [(lot, -some) for lot, some in lots], day)
            paper.papers[paper_id] = True
            self.acts["the same thing twice on a paper"] += len({row.goods_id for row in items}) < len(items)

    def transfer(self) -> None:
        """Pieces go to another place."""
        paper = self.paper
        source, target = self._place(), self._place()
        if self.chance.random() < 0.8:
            full = {place for (_, place), pieces in paper.levels().items() if pieces and paper.places[place]}
            others = [place for place, still in paper.places.items() if still]
            ways = [(place, other) for place in full for other in others if other != place]
            source, target = self.chance.choice(ways or [(source, target)])
        items = self._taken_items(source)
        day = self._day()
        lots, why = self._leaving(source, items, day)
        if source == target:
            why = {stock.SameOutlet}
        command = MoveGoods(new_uid(), source, target, day, items, *SIGNED[1:])
        paper_id = self.do("transferred", why, lambda tx: move_goods(tx, command), again=True)
        if isinstance(paper_id, int):
            for lot, some in lots:
                paper.moved("out", ("paper", paper_id), source, [(lot, -some)], day)
                paper.moved("in", ("paper", paper_id), target, [(lot, some)], day)
            paper.papers[paper_id] = True
            self.acts["of one batch at two places"] += any(paper.level(lot, source) for lot, _ in lots)

    def _taken_items(self, place: int, *, only_old: bool = False) -> tuple[TakenItem, ...]:
        """A few pieces of what is there, perhaps of one batch, perhaps one thing twice; or of anything."""
        paper, chance = self.paper, self.chance
        there = [lot for (lot, at), pieces in paper.levels().items() if at == place and pieces]
        if only_old:
            there = [lot for lot in there if paper.lots[lot].old(paper.today)] or there
        things = [paper.lots[chance.choice(there)].thing if there else self._thing().id]
        things += chance.choice([[], [], [self._thing().id], things])
        return tuple(
            TakenItem(
                thing,
                chance.choice([1, 1, 1, 2, 5]),
                chance.choice([None, None, None, *[lot for lot in there if paper.lots[lot].thing == thing]]),
            )
            for thing in things
        )

    def _leaving(
        self, place: int, items: tuple[TakenItem, ...], day: date, *, only_old: bool = False
    ) -> tuple[list[tuple[int, int]], Why]:
        """Which lots give these pieces, one row after the other; or why they do not."""
        paper, lots = self.paper, list[tuple[int, int]]()
        for row in items:
            gone: dict[int, int] = {}
            for lot, pieces in lots:
                gone[lot] = gone.get(lot, 0) + pieces
            shelf = [
                (lot, pieces)
                for lot, pieces in paper.shelf(row.goods_id, place, gone=gone)
                if row.batch_id in (None, lot.id) and not (only_old and not lot.old(day))
            ]
            if only_old and not shelf:
                return [], {stock.NotExpired, stock.ShortOfStock}
            taken = paper.first(shelf, row.quantity)
            if taken is None:
                return [], {stock.ShortOfStock}
            lots += taken
        wanted = Counter[int]()
        for row in items:
            wanted[row.goods_id] += row.quantity
        if any(pieces > paper.fewest(thing, place, day) for thing, pieces in wanted.items()):
            return [], {stock.NotThereThen}
        return lots, set()

    def paper_back(self) -> None:
        """A receipt, a write-off or a transfer was wrong as a whole."""
        paper, chance = self.paper, self.chance
        if not paper.papers:
            return
        standing = [each for each, stands in paper.papers.items() if stands]
        which = chance.choice(standing if standing and chance.random() < 0.9 else list(paper.papers))
        why = paper.against_return(("paper", which)) if paper.papers[which] else {stock.PaperTakenBack}
        kind = next(move.kind for move in paper.moves if move.document == ("paper", which))
        name = "receipt taken back" if kind == "in" else "paper taken back"
        if self.do(name, why, lambda tx: take_paper_back(tx, which, "填错了")) is not Nothing:
            paper.taken_back(("paper", which), last_first=True)
            paper.papers[which] = False

    # Counting

    def start_count(self) -> None:
        """Somebody begins to count what lies at a place."""
        self._begin(self._place())

    def _begin(self, place: int) -> None:
        paper = self.paper
        going_on = any(tally.place == place and tally.state == "open" for tally in paper.tallies.values())
        why: Why = {counting.StocktakeOpen} if going_on else set()
        command = StartStocktake(new_uid(), place, COUNTERS)
        tally_id = self.do("count begun", why, lambda tx: start_stocktake(tx, command), again=True)
        if isinstance(tally_id, int):
            paper.tallies[tally_id] = Tally(tally_id, place, paper.today, {self.village.actor.operator_id})

    def count(self) -> None:
        """A few things are counted, mostly as the book says, some with a reason for what differs.

        Now and then one of them stands on the list twice.
        """
        paper, chance, tally = self.paper, self.chance, self._tally()
        counts: list[Count] = []
        for _ in range(chance.choice([1, 3, 5])):
            thing = self._thing(any_kind=chance.random() < 0.02)
            if chance.random() < 0.9 and any(each.goods_id == thing.id for each in counts):
                continue
            pieces = max(0, paper.lying(thing.id, tally.place) + chance.choice([0, 0, -1, -2, 1, 3]))
            counts.append(Count(thing.id, pieces, chance.choice(["", *["鼠咬"] * 4, *["漏记"] * 4])))
        why: Why = set()
        pairs = combinations(counts, 2)
        if tally.state != "open":
            why.add(counting.StocktakeEnded)
        elif any(paper.things[each.goods_id].service for each in counts):
            why |= {stock.NotStocked, counting.CountedTwice}
        elif any(one.goods_id == two.goods_id and one.quantity != two.quantity for one, two in pairs):
            why.add(counting.CountedTwice)
        done = self.do("counted", why, lambda tx: count_goods(tx, tally.id, counts))
        if done is not Nothing:
            for each in counts:
                tally.counts[each.goods_id] = (each.quantity, len(paper.moves), each.reason)
            tally.by.add(self.village.actor.operator_id)

    def explain(self) -> None:
        """Why something differs; the count stays."""
        tally = self._tally()
        thing = self.chance.choice(sorted(tally.counts)) if tally.counts else self._thing().id
        why: Why = set()
        if tally.state != "open":
            why.add(counting.StocktakeEnded)
        elif thing not in tally.counts:
            why.add(counting.NotCountedYet)
        done = self.do("explained", why, lambda tx: explain_difference(tx, tally.id, thing, "自然损耗"))
        if done is not Nothing:
            pieces, last, _ = tally.counts[thing]
            tally.counts[thing] = (pieces, last, "自然损耗")
            tally.by.add(self.village.actor.operator_id)

    def confirm(self) -> None:
        """A second person lets the differences change the stock."""
        paper, chance, tally = self.paper, self.chance, self._tally()
        witness = chance.choice([*[WITNESS] * 9, f"{COUNTERS}、{WITNESS}"])
        sheet = chance.choice(["", *["盘点表2026-3"] * 5])
        why = paper.against_confirming(tally, self.village.actor.operator_id, witness, sheet)
        command = ConfirmStocktake(new_uid(), tally.id, witness, sheet)
        done = self.do("count confirmed", why, lambda tx: confirm_stocktake(tx, command), again=True)
        if done is not Nothing:
            moved = paper.differences(tally)
            paper.moved("counted", ("count", tally.id), tally.place, moved, paper.today)
            tally.state = "confirmed"
            self.acts["found more"] += any(pieces > 0 for _, pieces in moved)
            self.acts["several differences"] += len(moved) > 1
            self.acts["found less"] += any(pieces < 0 for _, pieces in moved)

    def whole_count(self) -> None:
        """A place is counted in one go, often one that was counted before; then that count is doubted."""
        counted = [tally for tally in self._confirmed() if self.paper.places[tally.place]]
        self._begin(counted[0].place if counted else self._place())
        self.count()
        self.confirm()
        if counted:
            self._reverse(counted[0])

    def _confirmed(self) -> list[Tally]:
        return [tally for tally in self.paper.tallies.values() if tally.state == "confirmed"]

    def drop_count(self) -> None:
        """A count is given up."""
        if self.paper.tallies and self.chance.random() < 0.5:
            tally = self._tally()
            why: Why = {counting.StocktakeEnded} if tally.state != "open" else set()
            if self.do("count dropped", why, lambda tx: drop_stocktake(tx, tally.id, "下雨")) is not Nothing:
                tally.state = "dropped"

    def reverse_count(self) -> None:
        """Everything that a count changed goes back."""
        if self.paper.tallies:
            confirmed = self._confirmed()
            self._reverse(confirmed[0] if confirmed else self._tally())

    def _reverse(self, tally: Tally) -> None:
        paper = self.paper
        why: Why = set()
        if tally.state != "confirmed":
            why.add(counting.StocktakeNotConfirmed)
        else:
            why |= paper.against_return(("count", tally.id))
            later = [each for each in self._confirmed() if each.id > tally.id and each.place == tally.place]
            why |= {counting.CountedSince} if later else set()
        before = paper.levels()
        done = self.do("count reversed", why, lambda tx: reverse_stocktake(tx, tally.id, "数错了"))
        if done is not Nothing:
            moved = [move for move in paper.moves if move.document == ("count", tally.id)]
            paper.taken_back(("count", tally.id))
            tally.state = "reversed"
            assert sum(paper.levels().values()) == sum(before.values()) - sum(m.pieces for m in moved)

    # What is chosen

    def _thing(self, *, any_kind: bool = False) -> Thing:
        return self.chance.choice(
            [thing for thing in self.paper.things.values() if any_kind or not thing.service]
        )

    def _tally(self) -> Tally:
        tallies = list(self.paper.tallies.values())
        still = [tally for tally in tallies if tally.state == "open"]
        return self.chance.choice(still if still and self.chance.random() < 0.9 else tallies)

    def _day(self) -> date:
        return self.paper.today - timedelta(days=self.chance.choice([0, 0, 0, 3]))


_LOTS = text("SELECT id FROM stock_batch WHERE paper_id = :paper ORDER BY id")
