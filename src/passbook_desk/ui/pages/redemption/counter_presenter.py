"""A visit at the counter: who it is, what is chosen, the one act that gives it, and taking it back."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from passbook_desk.features.households.queries import household
from passbook_desk.features.ledger.finding import find_accounts
from passbook_desk.features.ledger.queries import account_by_number
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.passbooks.finding import find_passbooks
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.queries import offers, slip_by_id, slips, visitor
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Offer, Redeem, SlipRow, UndoSlip
from passbook_desk.features.redemption.days import (
    exchange_day_held,
    gives_out_on,
    next_redemption_day,
)
from passbook_desk.features.redemption.goods.demands import note_demand
from passbook_desk.features.redemption.goods.pictures import pictures
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.errors import EnvironmentProblem, PassbookError, UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.ports import Desk, Drafts
from passbook_desk.ui.pages.redemption.counter_values import Basket, Bill, Hindrance, Shelf, Tile, Visit
from passbook_desk.ui.pages.redemption.counter_words import why_not

MOST_FOUND: Final = 9
"""Candidates are chosen by a digit."""
_LONGEST_KEY: Final = 3
_NO_LONGER_FRESH: Final = frozenset({"counter.reason-missing", "access.not-allowed"})


class CounterView(Protocol):
    """What the presenter tells the page."""

    def show_shelf(self, shelf: Shelf) -> None: ...
    def show_visit(self, visit: Visit | None) -> None: ...
    def show_bill(self, bill: Bill) -> None: ...
    def show_found(self, text: str, found: Sequence[AccountRow]) -> None: ...
    def show_nothing_found(self, text: str) -> None: ...
    def show_ended_book(self, number: str, end: str) -> None: ...
    def show_nobody_here(self) -> None: ...
    def show_unknown_key(self, key: int) -> None: ...
    def show_barred(self, reason: str) -> None: ...
    def show_refusal(self, tile: Tile, tiles: Sequence[Tile]) -> None: ...
    def show_demand(self, goods: GoodsRow) -> None: ...
    def show_no_book(self, account_id: int) -> None: ...
    def show_served(self, slip: SlipRow, before: Points, left: Points) -> None: ...
    def show_posting(self, book_id: int) -> None: ...
    def show_undone(self, slip: SlipRow) -> None: ...
    def show_not_undone(self, slip: SlipRow) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


@dataclass(frozen=True, slots=True)
class _Read:
    shelf: Shelf
    visit: Visit | None


@dataclass(frozen=True, slots=True)
class _Met:
    """Whom a number or name leads to: one book, several, or a paper book that ended and how."""

    visit: Visit | None = None
    found: tuple[AccountRow, ...] = ()
    ended: str = ""


class CounterPresenter:
    """One visitor at a time.

    A slip's uid is made when the visitor is found and kept until the slip is in the file, so that a second
    press, or a retry after the disk refused, writes nothing twice (DECISIONS 15).
    """

    def __init__(self, desk: Desk, view: CounterView, jobs: Jobs, drafts: Drafts) -> None:
        """`drafts` remembers the outlet that was chosen on this computer."""
        self._desk, self._view, self._jobs, self._drafts = desk, view, jobs, drafts
        self._shelf: Shelf | None = None
        self._visit: Visit | None = None
        self._basket = Basket()
        self._digits: list[int | None] = []
        self._last: SlipRow | None = None
        self._undo_uid = ""
        self._asked = 0
        self._shelf_asked = 0
        self._found_for = 0
        self._looking = 0
        self._busy = False

    @property
    def visit(self) -> Visit | None:
        """Who stands there."""
        return self._visit

    @property
    def last_slip(self) -> SlipRow | None:
        """The slip of the last act that stands."""
        return self._last

    def load(self, account_id: int | None = None) -> None:
        """Read the counter anew, with whoever stands there; `account_id` brings somebody else."""
        self._load(self._shelf.outlet_id if self._shelf is not None else None, account_id)

    def choose_outlet(self, outlet_id: int) -> None:
        """Serve at another place, and remember it on this computer; what was chosen is forgotten."""
        shelf = self._shelf
        uid = next((row.uid for row in shelf.outlets if row.id == outlet_id), "") if shelf else ""
        if not uid or shelf is None or outlet_id == shelf.outlet_id:
            return
        self._basket.picks.clear()
        self._jobs.desk(
            lambda: self._drafts.keep(self._draft(), uid),
            lambda _: self._load(outlet_id, None),
            self._view.show_problem,
        )

    def find(self, text: str) -> None:
        """Who may be meant by letters; only the answer to the last text is shown."""
        self._found_for += 1
        asked = self._found_for
        if not text:
            self._view.show_found("", ())
            return

        def show(found: tuple[AccountRow, ...]) -> None:
            if asked == self._found_for:
                self._view.show_found(text, found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: find_accounts(scope, text, MOST_FOUND)),
            show,
            self._view.show_problem,
        )

    def enter(self, text: str, place: int = 0) -> None:
        """A text that ended in Enter: a key, a code or barcode, a number of a book, a name.

        `place` counts from 1 among those whom a name finds; 0 leaves the choice to the clerk.
        """
        self._found_for += 1
        offer = self._offer_called(text)
        if offer is not None:
            self._pick(offer.goods.id)
        elif text.isdecimal() and len(text) <= _LONGEST_KEY and self._visit is not None:
            self._view.show_unknown_key(int(text))
        else:
            self._meet_called(text, place)

    def choose(self, account_id: int) -> None:
        """Somebody of those who were found stands there."""
        self.load(account_id)

    def digit(self, digit: int) -> bool:
        """A lone digit: one more piece of these goods; False when it means nothing here, or not yet."""
        offer = self._offer_keyed(digit)
        if offer is None or self._visit is None or self._looking:
            return False
        before = len(self._basket.picks)
        self._pick(offer.goods.id)
        self._digits.append(offer.goods.id if len(self._basket.picks) > before else None)
        return True

    def waits_for_more(self, digit: int) -> bool:
        """Whether a lone digit should wait: it would note a demand, and keys of two digits begin with it."""
        offer, longer = self._offer_keyed(digit), f"{digit}"
        if offer is None or not offer.out_of_stock or self._shelf is None:
            return False
        return any(str(each.key).startswith(longer) and each.key > digit for each in self._shelf.offers)

    def join(self, digits: str) -> None:
        """Digits that came one after another were one number: what they chose alone goes back."""
        for goods_id in self._digits[-len(digits) :]:
            if goods_id is not None:
                self._basket.drop(goods_id)
        self._digits.clear()
        offer = self._offer_keyed(int(digits))
        if offer is not None:
            self._pick(offer.goods.id)
        else:
            self._show_bill()
            self._view.show_unknown_key(int(digits))

    def pick(self, goods_id: int) -> None:
        """One more piece of goods that were clicked."""
        self._digits.clear()
        self._pick(goods_id)

    def drop(self, goods_id: int | None = None) -> None:
        """One piece less: of these goods, or of those chosen last."""
        self._digits.clear()
        self._basket.drop(goods_id)
        self._show_bill()

    def clear(self) -> None:
        """Nobody stands there any more; what was chosen and not confirmed is forgotten."""
        self._next_ask()
        self._looking = 0
        self._found_for += 1
        self._visit = None
        self._basket.picks.clear()
        self._digits.clear()
        self._view.show_visit(None)
        self._show_bill()

    def confirm(self, collector: str, relation: str, paper_ref: str, *, posting: bool) -> None:
        """Give what is chosen in one act; `posting` goes on to the book at the printer.

        With nothing chosen, posting prints what is not in the book yet.
        """
        shelf, visit = self._shelf, self._visit
        if self._busy or self._looking or shelf is None or shelf.outlet_id is None:
            return
        if visit is None:
            self._view.show_nobody_here()
            return
        book = visit.who.book
        if posting and book is None:
            self._view.show_no_book(visit.who.account.id)
            return
        if posting and book is not None and not self._basket.picks and (book.unprinted or book.open_print):
            self._view.show_posting(book.id)
            return
        command = Redeem(
            uid=visit.uid,
            account_id=visit.who.account.id,
            outlet_id=shelf.outlet_id,
            wanted=self._basket.wanted(),
            collector=collector,
            relation=relation,
            paper_ref=paper_ref,
        )
        self._serve(command, visit, posting=posting)

    def undo(self) -> None:
        """Take the last slip back, points and goods together; once."""
        slip, self._last = self._last, None
        if slip is None:
            return
        command = UndoSlip(self._undo_uid, slip.id)

        def failed(error: BaseException) -> None:
            if isinstance(error, PassbookError) and error.code in _NO_LONGER_FRESH:
                self._view.show_not_undone(slip)
            else:
                self._last = slip
                self._view.show_problem(error)

        def done(_: None) -> None:
            self._view.show_undone(slip)
            self.load()

        self._jobs.desk(lambda: self._desk.do(lambda tx: undo_slip(tx, command)), done, failed)

    def _serve(self, command: Redeem, visit: Visit, *, posting: bool) -> None:
        self._busy = True

        def work() -> tuple[SlipRow, Visit]:
            slip_id = self._redeemed(command)
            operator_id = self._desk.actor().operator_id
            return self._desk.ask(
                lambda scope: (
                    slip_by_id(scope, slip_id),
                    _visit(scope, command.account_id, command.outlet_id, operator_id),
                )
            )

        def done(served: tuple[SlipRow, Visit]) -> None:
            slip, after = served
            self._busy = False
            self._last, self._undo_uid = slip, new_uid()
            self._meet(after, served=True)
            before = visit.who.standing.redeemable
            self._view.show_served(slip, before, before - slip.points)
            if posting and after.who.book is not None:
                self._view.show_posting(after.who.book.id)

        def failed(error: BaseException) -> None:
            self._busy = False
            self._view.show_problem(error)
            if isinstance(error, PassbookError) and not isinstance(error, EnvironmentProblem):
                self.load()

        self._jobs.desk(work, done, failed)

    def _redeemed(self, command: Redeem) -> int:
        """Carry the act out; when the disk refused after all was written, the slip is looked for."""
        try:
            return self._desk.do(lambda tx: redeem(tx, command))
        except EnvironmentProblem:
            latest = self._desk.ask(lambda scope: slips(scope, account_id=command.account_id, limit=1))
            for slip in latest:
                if slip.uid == command.uid:
                    return slip.id
            raise

    def _pick(self, goods_id: int) -> None:
        visit, shelf = self._visit, self._shelf
        if visit is None or shelf is None:
            self._view.show_nobody_here()
            return
        reason = why_not(visit, shelf)
        if reason:
            self._view.show_barred(reason)
            return
        tiles = self._bill().tiles
        tile = next(each for each in tiles if each.offer.goods.id == goods_id)
        if tile.hindrance is Hindrance.OUT_OF_STOCK:
            self._note_demand(tile.offer.goods, visit.who.account.id)
        elif tile.hindrance is not Hindrance.NONE:
            self._view.show_refusal(tile, tiles)
        else:
            self._basket.picks.append(goods_id)
            self._show_bill()

    def _note_demand(self, goods: GoodsRow, account_id: int) -> None:
        uid = new_uid()
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: note_demand(tx, uid, goods.id, account_id)),
            lambda _noted: self._view.show_demand(goods),
            self._view.show_problem,
        )

    def _meet_called(self, text: str, place: int) -> None:
        """Find by the number of an account or a paper book, else by whatever else finds a household."""
        shelf = self._shelf
        if shelf is None or shelf.outlet_id is None:
            return
        asked, outlet_id = self._look(), shelf.outlet_id

        def work() -> _Met:
            operator_id = self._desk.actor().operator_id
            return self._desk.ask(lambda scope: _met(scope, text, place, _meeting(outlet_id, operator_id)))

        def show(met: _Met) -> None:
            if not self._is_looked_for(asked):
                return
            if met.visit is not None:
                self._meet(met.visit)
            elif met.ended:
                self._view.show_ended_book(text, met.ended)
            elif met.found:
                self._view.show_found(text, met.found)
            else:
                self._view.show_nothing_found(text)

        self._jobs.desk(work, show, lambda error: self._not_found(asked, error))

    def _load(self, outlet_id: int | None, account_id: int | None) -> None:
        """Read the counter, and whoever stands there or is named; a search under way goes on."""
        if account_id is not None:
            asked = self._look()
        else:
            asked = 0 if self._looking else self._next_ask()
            account_id = self._visit.who.account.id if self._visit is not None else None
        self._shelf_asked += 1
        shelf_asked = self._shelf_asked

        def show(read: _Read) -> None:
            if shelf_asked == self._shelf_asked:
                self._shelf = read.shelf
                self._view.show_shelf(read.shelf)
            if self._is_looked_for(asked):
                self._meet(read.visit)
            else:
                self._show_bill()

        self._jobs.desk(
            lambda: self._read(outlet_id, account_id), show, lambda error: self._not_found(asked, error)
        )

    def _look(self) -> int:
        """Somebody is looked for: until the answer comes, digits and F8 are for nobody."""
        self._looking = self._next_ask()
        return self._looking

    def _is_looked_for(self, asked: int) -> bool:
        """Whether this is the answer to what was asked last."""
        if asked == self._looking:
            self._looking = 0
        return asked == self._asked

    def _not_found(self, asked: int, error: BaseException) -> None:
        self._is_looked_for(asked)
        self._view.show_problem(error)

    def _meet(self, visit: Visit | None, *, served: bool = False) -> None:
        """Somebody stands there; who stood there before keeps what is chosen, and the slip's uid."""
        before = self._visit
        if visit is None or before is None or before.who.account.id != visit.who.account.id or served:
            self._basket.picks.clear()
            self._digits.clear()
        else:
            visit = replace(visit, uid=before.uid)
            self._basket.keep_only(visit.offers)
        self._visit = visit
        self._view.show_visit(visit)
        self._show_bill()

    def _read(self, outlet_id: int | None, account_id: int | None) -> _Read:
        kept = self._drafts.load(self._draft()) if outlet_id is None else ""
        operator_id = self._desk.actor().operator_id

        def read(scope: Any) -> _Read:
            shelf = _shelf(scope, outlet_id, kept)
            if account_id is None or shelf.outlet_id is None:
                return _Read(shelf, None)
            return _Read(shelf, _visit(scope, account_id, shelf.outlet_id, operator_id))

        return self._desk.ask(read)

    def _draft(self) -> str:
        return f"{self._drafts.owner()}-counter"

    def _offers(self) -> tuple[Offer, ...]:
        if self._visit is not None:
            return self._visit.offers
        return self._shelf.offers if self._shelf is not None else ()

    def _offer_keyed(self, key: int) -> Offer | None:
        return next((offer for offer in self._offers() if offer.key == key), None)

    def _offer_called(self, text: str) -> Offer | None:
        """Goods by key, code or barcode; a number of four digits or more is no key."""
        for offer in self._offers():
            if text in (offer.goods.code, offer.goods.barcode):
                return offer
        return self._offer_keyed(int(text)) if text.isdecimal() and len(text) <= _LONGEST_KEY else None

    def _bill(self) -> Bill:
        return self._basket.bill(self._offers(), None if self._visit is None else self._visit.who)

    def _show_bill(self) -> None:
        self._view.show_bill(self._bill())

    def _next_ask(self) -> int:
        self._asked += 1
        return self._asked


def _shelf(scope: Any, outlet_id: int | None, kept: str) -> Shelf:
    """The counter of an outlet; of the one remembered by its uid, else of the first."""
    rows = outlets(scope)
    known = [row.id for row in rows if row.id == outlet_id or row.uid == kept]
    here = next(iter([*known, *(row.id for row in rows)]), None)
    decided = policy(scope)
    shown = () if here is None else offers(scope, here)
    held = here is not None and exchange_day_held(scope, here) is not None
    return Shelf(
        outlets=rows,
        outlet_id=here,
        offers=shown,
        pictures=pictures(scope, [offer.goods.id for offer in shown]),
        open_today=held or gives_out_on(decided, scope.today),
        next_day=next_redemption_day(decided, scope.today),
        single_clerk=decided.single_clerk,
    )


def _visit(scope: Any, account_id: int, outlet_id: int, operator_id: int) -> Visit:
    who = visitor(scope, account_id, outlet_id, operator_id)
    home = who.account.household_id
    number = household(scope, home).house_number if home else ""
    return Visit(new_uid(), who, number, offers(scope, outlet_id, who))


def _meeting(outlet_id: int, operator_id: int) -> Callable[[Any, int], Visit]:
    return lambda scope, account_id: _visit(scope, account_id, outlet_id, operator_id)


def _met(scope: Any, text: str, place: int, meet: Callable[[Any, int], Visit]) -> _Met:
    digits = text.replace("-", "")
    if digits.isdecimal():
        for book in find_passbooks(scope, digits, MOST_FOUND):
            if book.passbook == digits and book.account_id is not None:
                if book.passbook_end:
                    return _Met(ended=book.passbook_end)
                return _Met(meet(scope, book.account_id))
        with suppress(UserError):  # no account has this number, or it is none
            return _Met(meet(scope, account_by_number(scope, digits).id))
    found = find_accounts(scope, text, MOST_FOUND)
    if len(found) == 1 or 0 < place <= len(found):
        return _Met(meet(scope, found[max(place, 1) - 1].id))
    return _Met(found=found)
