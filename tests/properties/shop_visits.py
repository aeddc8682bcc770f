"""Whoever comes to the counter of a random shop, and what becomes of points there."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text

from builders.village import household, one_deed
from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import RedeemedLine
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import Recorded
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.features.redemption.counter import errors as counter
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, UndoSlip, Wanted
from passbook_desk.features.redemption.exchange import errors as exchange
from passbook_desk.features.redemption.exchange.commands import (
    give_ticket,
    open_exchange_day,
    settle_exchange_day,
)
from passbook_desk.features.redemption.exchange.values import GiveTicket, OpenExchangeDay, SettleExchangeDay
from passbook_desk.features.village.commands import change_policy, change_village
from passbook_desk.features.village.policy import RedeemDays
from passbook_desk.features.village.queries import policy, village
from passbook_desk.features.village.values import ChangeVillage
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from properties.shop_checks import CLERK, SECOND, Nothing, ShopOnFile, pieces_of
from properties.shop_model import BASE, EARNED, GIFT, SPENT, SPENT_COUNTED, Fair, PaperSlip, Why

DEEDS = (("991", 1000, EARNED), ("992", -700, EARNED), ("993", 1200, GIFT))
BASE_POINTS = 1500


class Visits(ShopOnFile):
    """Points come in, are redeemed and go back. `standing` are deeds that nobody took back."""

    standing: dict[int, tuple[int, int, str]]

    # Points

    def deeds(self) -> None:
        """Somebody did something, mostly good, perhaps a few times."""
        account = self._account()
        code, points, kind = self.chance.choice([DEEDS[0], *DEEDS])
        command = one_deed((account,) * self.chance.choice([1, 2, 4]), code, self.paper.today, again=True)
        recorded = self.do("gifts" if kind == GIFT else "deeds", set(), lambda tx: record_deeds(tx, command))
        assert isinstance(recorded, Recorded)
        assert recorded.voucher is not None
        for seq in recorded.voucher.seqs:
            self.standing[seq] = (account, points, kind)
            self._line(account, points, kind)

    def reverse_deed(self) -> None:
        """A deed was none; its points go, even when they are spent already."""
        if not self.standing:
            return
        seq = self.chance.choice(sorted(self.standing))
        account, points, kind = self.standing.pop(seq)
        command = ReverseLines(new_uid(), (seq,), "记错了户")
        self.do("deed reversed", set(), lambda tx: reverse_lines(tx, command))
        self._line(account, -points, kind)
        self.acts["spent more than there is"] += self.paper.spendable(account) < 0

    def line_of_a_slip(self) -> None:
        """The line in the book does not go back without its goods."""
        if self.paper.slips:
            slip = self.chance.choice(list(self.paper.slips.values()))
            command = ReverseLines(new_uid(), (self.chance.choice(slip.seqs),), "记错")
            self.do("line of a slip", {RedeemedLine}, lambda tx: reverse_lines(tx, command))

    def newcomer(self) -> None:
        """A household more, with base points that can be spent only where the village says so."""
        paper, code = self.paper, f"03{len(self.paper.houses) + 1:03d}"

        def settle(tx: Tx) -> tuple[int, bool]:
            here = village(tx)
            facts = {name: getattr(here, name) for name in ChangeVillage.__dataclass_fields__}
            change_village(tx, ChangeVillage(**{**facts, "household_base": Points(BASE_POINTS)}))
            row = household(tx, code, "赵德才")
            return accounts(tx, household_id=row.id)[0].id, policy(tx).base_spendable

        if len(paper.houses) < 8:
            settled = self.do("newcomer", set(), settle)
            assert isinstance(settled, tuple)
            account, spendable = settled
            paper.houses[account] = code
            self._line(account, BASE_POINTS, EARNED if spendable else BASE)
            self.acts["base points to spend"] += spendable

    def print_books(self) -> None:
        """A book goes to paper with every line that it has."""
        account, today = self._account(), self.paper.today
        if self.paper.lines[account]:
            self.do("printed", set(), lambda tx: log_printouts(tx, passbook_content(tx, (account,), today)))
            self.paper.printed[account] = self.paper.lines[account]

    # The counter

    def visit(self) -> None:
        """Somebody wants one thing or a few, mostly what can be had."""
        paper, chance = self.paper, self.chance
        account, place = self._account(), self._place()
        things = chance.sample(sorted(paper.things), chance.choice([1, 1, 2, 3]))
        wanted = {each: chance.choice([1, 1, 1, 2, 3]) for each in things}
        if chance.random() < 0.9:
            rich = [each for each in paper.houses if paper.redeemable(each) > 0]
            account = chance.choice(rich or [account])
            other = [each for each in rich if paper.houses[each] in self._limited()]
            if other and chance.random() < 0.3:
                account, wanted = chance.choice(other), {chance.choice(sorted(self._scarce())): 1}
            wanted = {
                each: pieces
                for each, pieces in wanted.items()
                if not paper.against_visit(account, place, {each: pieces}) - {counter.NotEnoughPoints}
            } or wanted
        if chance.random() < 0.02:
            wanted = {}
        self._visit(account, place, wanted)

    def to_the_last_point(self) -> None:
        """Somebody spends everything that can be redeemed, or a little more than that."""
        paper, account = self.paper, self._account()
        thing = next(each for each in paper.things.values() if each.service and not each.most)
        price = thing.price(paper.today) or 1
        pieces = paper.redeemable(account) // price + self.chance.choice([0, 1, 1])
        if 0 < pieces < 100:
            self._visit(account, self._place(), {thing.id: pieces})
            self.acts["to the last point"] += 1

    def _scarce(self) -> set[int]:
        """Things of which a household may have only so many in some months."""
        return {each for each, thing in self.paper.things.items() if thing.period not in ("", "visit")}

    def _limited(self) -> set[str]:
        """Households that had one of them."""
        return {
            slip.house
            for slip in self.paper.slips.values()
            if not slip.undone and any(each in self._scarce() for each, _, _ in slip.items)
        }

    def _visit(self, account: int, place: int, wanted: dict[int, int]) -> None:
        paper = self.paper
        collector = self.chance.choice(["", "", "王小明"])
        asked = tuple(Wanted(each, pieces) for each, pieces in wanted.items())
        command = Redeem(new_uid(), account, place, asked, collector=collector)
        why = paper.against_visit(account, place, wanted)
        before, fair = paper.spendable(account), paper.fair_today(place)
        name = "redeemed on an exchange day" if fair else "redeemed"
        slip_id = self.do(name, why, lambda tx: redeem(tx, command), again=True)
        if slip_id is Nothing:
            return
        assert isinstance(slip_id, int)
        items, kind = [], SPENT_COUNTED if paper.redeeming_counts else SPENT
        for each, pieces in wanted.items():
            thing = paper.things[each]
            price = thing.price(paper.today)
            assert price is not None
            items.append((each, pieces, price * pieces))
            self._line(account, -price * pieces, kind)
            if not thing.service:
                given = paper.first(paper.shelf(each, place, fresh=True), pieces) or []
                lots = [(lot, -some) for lot, some in given]
                paper.moved("redeemed", ("slip", slip_id), place, lots, paper.today)
                self.acts["from several batches"] += len(lots) > 1
            self.acts["services"] += thing.service
            self.acts["within a limit"] += bool(thing.most)
        with self.village.read() as scope:
            seqs = tuple(scope.session.execute(_LINES, {"slip": slip_id}).scalars())
        paper.slips[slip_id] = PaperSlip(
            slip_id,
            account,
            paper.houses[account],
            place,
            paper.today,
            self.village.actor.operator_id,
            tuple(items),
            before,
            paper.redeeming_counts,
            seqs,
            paper.lines[account],
            fair,
        )
        self.acts["several things"] += len(items) > 1
        self.acts["collected by somebody else"] += bool(collector)

    def undo(self) -> None:
        """A slip goes back, with its goods or without."""
        paper, chance = self.paper, self.chance
        if not paper.slips:
            return
        standing = [slip for slip in paper.slips.values() if not slip.undone]
        slip = chance.choice(standing if standing and chance.random() < 0.9 else list(paper.slips.values()))
        reason, back = chance.choice(["", "拿错了"]), chance.random() < 0.6
        why = paper.against_undo(slip, self.village.actor.operator_id, reason, back=back)
        own = slip.by == self.village.actor.operator_id and slip.day == paper.today
        command = UndoSlip(new_uid(), slip.id, reason, back)
        name = "undone, goods back" if back else "undone, goods gone"
        if self.do(name, why, lambda tx: undo_slip(tx, command), again=True) is Nothing:
            return
        slip.undone, slip.back = True, back
        for _, _, points in slip.items:
            self._line(slip.account, points, SPENT_COUNTED if slip.counted else SPENT)
        if back:
            paper.taken_back(("slip", slip.id))
        self.acts["undone at once" if own and not reason else "undone for a reason"] += 1
        self.acts["undone after the settlement"] += bool(slip.fair and paper.fairs[slip.fair].settled)

    # The village decides, and time goes by

    def settings(self) -> None:
        """One decision about redeeming is another one from now on."""
        paper, chance = self.paper, self.chance
        what = chance.choice(
            ["least", "least", "ratio", "ratio", "counts", "base", "members", "days", "days"]
        )
        changes: dict[str, object] = {}
        if what == "least":
            paper.least = chance.choice([0, 300, 1000])
            changes["least_to_redeem"] = Points(paper.least)
        elif what == "ratio":
            paper.ratio = changes["gift_ratio"] = chance.choice([0, 1, 5])
        elif what == "counts":
            paper.redeeming_counts = changes["redeeming_counts"] = not paper.redeeming_counts
        elif what == "members":
            paper.members_redeem = changes["members_redeem"] = not paper.members_redeem
        elif what == "base":
            changes["base_spendable"] = chance.random() < 0.5
        else:
            days = [None, None, paper.today.day, chance.randint(1, 28)]
            paper.day_of_month = None if paper.day_of_month else chance.choice(days)
            changes["redeem_days"] = RedeemDays.MONTH if paper.day_of_month else RedeemDays.ANY
            changes["redeem_day"] = paper.day_of_month or 15
        self.do(
            f"decided: {what}",
            set(),
            lambda tx: change_policy(tx, replace(policy(tx), **changes)),  # type: ignore[arg-type]
        )

    def days_pass(self) -> None:
        """Another day, often the next one."""
        self.paper.today += timedelta(days=self.chance.choice([1, 1, 2, 12, 40]))
        self.village.on(self.paper.today)
        self._happened("days")

    def other_operator(self) -> None:
        """Somebody else sits at the counter."""
        self.village.actor = SECOND if self.village.actor is CLERK else CLERK
        self._happened("other operator")

    def reopen(self) -> None:
        """The program is closed and opened again."""
        self.village.store.close()
        self._happened("reopened")

    # Exchange days

    def fair(self) -> None:
        """Everybody redeems together, today or from some day on."""
        paper, chance, place = self.paper, self.chance, self._place()
        first = paper.today + timedelta(days=chance.choice([0, 0, 1, 5]))
        last = first + timedelta(days=chance.choice([0, 1, 9]))
        why: Why = set()
        if any(
            fair.place == place and fair.settled is None and fair.first <= last and first <= fair.last
            for fair in paper.fairs.values()
        ):
            why.add(exchange.ExchangeDayTaken)
        command = OpenExchangeDay(new_uid(), "一年一兑换", place, first, last)
        fair_id = self.do("exchange day", why, lambda tx: open_exchange_day(tx, command), again=True)
        if isinstance(fair_id, int):
            paper.fairs[fair_id] = Fair(fair_id, place, first, last)

    def ticket(self) -> None:
        """A place in the queue, for who can redeem something; who has one keeps it."""
        paper, account = self.paper, self._account()
        fair = self.chance.choice(list(paper.fairs.values()))
        why: Why = set()
        if fair.settled is not None:
            why.add(exchange.ExchangeSettled)
        elif not fair.first <= paper.today <= fair.last:
            why.add(exchange.ExchangeNotHeld)
        elif account not in fair.tickets:
            if account in paper.red and not paper.members_redeem:
                why.add(counter.MembersDoNotRedeem)
            elif not paper.redeemable(account):
                why.add(exchange.NothingToRedeem)
        command = GiveTicket(new_uid(), fair.id, account)
        number = self.do("ticket", why, lambda tx: give_ticket(tx, command), again=True)
        if number is not Nothing:
            fair.tickets += [account] if account not in fair.tickets else []
            assert number == fair.tickets.index(account) + 1

    def settle(self) -> None:
        """What the day came to is frozen."""
        paper = self.paper
        fair = self.chance.choice(list(paper.fairs.values()))
        why: Why = set()
        if fair.settled is not None:
            why.add(exchange.ExchangeSettled)
        elif paper.today < fair.first:
            why.add(exchange.ExchangeNotOver)
        command = SettleExchangeDay(new_uid(), fair.id, "顺利")
        done = self.do("settled", why, lambda tx: settle_exchange_day(tx, command), again=True)
        if done is not Nothing:
            stands = [slip for slip in paper.slips.values() if slip.fair == fair.id and not slip.undone]
            fair.settled = (len(stands), sum(slip.points for slip in stands), pieces_of(stands))
            self.acts["settled with slips"] += bool(stands)

    # What is chosen

    def _account(self) -> int:
        return self.chance.choice(list(self.paper.houses))

    def _place(self) -> int:
        open_still = [place for place, still in self.paper.places.items() if still]
        return open_still[0] if self.chance.random() < 0.7 else self.chance.choice(open_still)

    def _happened(self, name: str) -> None:
        self.acts[name] += 1
        self.accepted += 1

    def _line(self, account: int, points: int, kind: str) -> None:
        self.paper.points[account][kind] += points
        self.paper.lines[account] += 1


_LINES = text(
    "SELECT l.seq FROM ledger_line l JOIN slip s ON s.voucher_id = l.voucher_id WHERE s.id = :slip"
    " ORDER BY l.seq"
)
