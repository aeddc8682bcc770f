"""The counter without a window: what is found, what is chosen, late answers, the slip's identity."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from builders.books import issued
from builders.deeds import decided
from builders.pages import AtOnce, HeldJobs, VillageDesk
from builders.shop import Shop, open_shop
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.redemption.counter.queries import slips
from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.features.redemption.goods.commands import save_outlet
from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.ports import NothingKept
from passbook_desk.ui.pages.redemption.counter_presenter import CounterPresenter
from passbook_desk.ui.pages.redemption.counter_values import Basket, Bill, Hindrance, Shelf, Tile, Visit


class SeenCounter:
    """Fulfils CounterView and remembers."""

    def __init__(self) -> None:
        self.shelf: Shelf | None = None
        self.visits: list[Visit | None] = []
        self.bill = Bill(())
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.told: list[tuple[str, object]] = []
        self.problems: list[BaseException] = []

    def show_shelf(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def show_visit(self, visit: Visit | None) -> None:
        self.visits.append(visit)

    def show_bill(self, bill: Bill) -> None:
        self.bill = bill

    def show_found(self, text: str, found: Sequence[AccountRow]) -> None:
        self.found.append((text, tuple(row.owner_name for row in found)))

    def show_nothing_found(self, text: str) -> None:
        self.told.append(("nothing", text))

    def show_ended_book(self, number: str, end: str) -> None:
        self.told.append(("ended", end))

    def show_nobody_here(self) -> None:
        self.told.append(("nobody", None))

    def show_unknown_key(self, key: int) -> None:
        self.told.append(("key", key))

    def show_barred(self, reason: str) -> None:
        self.told.append(("barred", reason))

    def show_refusal(self, tile: Tile, tiles: Sequence[Tile]) -> None:
        self.told.append(("refused", tile.hindrance))

    def show_demand(self, goods: GoodsRow) -> None:
        self.told.append(("demand", goods.name))

    def show_no_book(self, account_id: int) -> None:
        self.told.append(("no book", account_id))

    def show_served(self, slip: SlipRow, before: Points, left: Points) -> None:
        self.told.append(("served", (before, left)))

    def show_posting(self, book_id: int) -> None:
        self.told.append(("posting", book_id))

    def show_undone(self, slip: SlipRow) -> None:
        self.told.append(("undone", slip.number))

    def show_not_undone(self, slip: SlipRow) -> None:
        self.told.append(("not undone", slip.number))

    def show_problem(self, error: BaseException) -> None:
        self.problems.append(error)


class Remembering(NothingKept):
    """Drafts that last longer than a page."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def load(self, owner: str) -> str:
        return self.kept.get(owner, "")

    def keep(self, owner: str, text: str) -> None:
        self.kept[owner] = text


class Stand:
    """A presenter with its view."""

    def __init__(self, folder: Path) -> None:
        self.shop: Shop = open_shop(folder)
        self.desk, self.view, self.drafts = VillageDesk(self.shop.village), SeenCounter(), Remembering()
        self.presenter = CounterPresenter(self.desk, self.view, AtOnce(), self.drafts)
        self.presenter.load()

    def comes(self, name: str) -> None:
        self.presenter.enter(self.shop.account(name).number)

    def slowly(self, name: str = "") -> tuple[CounterPresenter, list[Callable[[], None]]]:
        """A counter, with somebody there: from now on answers come when the test lets them, in any order."""
        jobs = HeldJobs()
        presenter = CounterPresenter(self.desk, self.view, jobs, NothingKept())
        presenter.load()
        if name:
            presenter.enter(self.shop.account(name).number)
        jobs.later = waiting = []
        return presenter, waiting

    def slips(self) -> tuple[SlipRow, ...]:
        with self.shop.village.read() as scope:
            return slips(scope)

    def confirm(self, *, posting: bool = False) -> None:
        self.presenter.confirm("", "", "", posting=posting)


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    standing = Stand(tmp_path)
    yield standing
    standing.shop.village.store.close()


def test_the_counter_opens_with_goods_and_nobody(stand: Stand) -> None:
    assert stand.view.shelf is not None
    assert [tile.offer.goods.name for tile in stand.view.bill.tiles] == ["肥皂", "牙膏", "大米", "理发"]
    stand.presenter.digit(1)
    stand.presenter.enter("1")
    assert stand.view.told == [("nobody", None)]


def test_the_slip_keeps_its_identity_until_it_is_written_and_gets_another_then(stand: Stand) -> None:
    stand.comes("王建国")
    first = stand.view.visits[-1]
    assert first is not None
    stand.presenter.digit(1)
    stand.presenter.load()
    again = stand.view.visits[-1]
    assert again is not None
    assert again.uid == first.uid
    assert [line.quantity for line in stand.view.bill.lines] == [1]
    stand.confirm()
    after = stand.view.visits[-1]
    assert after is not None
    assert after.uid != first.uid
    assert stand.slips()[0].uid == first.uid
    assert stand.view.told[-1] == ("served", (Points(4000), Points(3500)))


def test_an_answer_that_comes_after_the_next_visitor_shows_nobody_wrong(stand: Stand) -> None:
    presenter, waiting = stand.slowly()
    presenter.enter(stand.shop.account("王建国").number)
    presenter.enter(stand.shop.account("李秀英").number)
    wang, li = waiting
    li()
    wang()
    shown = stand.view.visits[-1]
    assert shown is not None
    assert shown.who.account.owner_name == "李秀英"


def test_a_second_press_while_the_first_is_written_does_nothing(stand: Stand) -> None:
    presenter, waiting = stand.slowly("王建国")
    presenter.digit(1)
    presenter.confirm("", "", "", posting=False)
    presenter.confirm("", "", "", posting=True)
    assert len(waiting) == 1
    waiting.pop()()
    assert len(stand.slips()) == 1


def test_an_empty_act_is_refused_in_a_sentence(stand: Stand) -> None:
    stand.comes("王建国")
    stand.confirm()
    assert [getattr(error, "code", "") for error in stand.view.problems] == ["counter.nothing-wanted"]


def test_posting_leads_to_the_book_of_the_visitor(stand: Stand) -> None:
    stand.comes("王建国")
    stand.presenter.digit(1)
    stand.confirm(posting=True)
    assert stand.view.told[-1][0] == "no book"
    book = issued(stand.shop.village, stand.shop.account("王建国").id)
    stand.presenter.load()
    stand.confirm(posting=True)
    assert stand.view.told[-1] == ("posting", book)
    assert len(stand.slips()) == 1


def test_initials_find_and_a_place_among_them_chooses(stand: Stand) -> None:
    stand.presenter.find("lxy")
    assert stand.view.found == [("lxy", ("李秀英", "李秀英"))]
    stand.presenter.enter("lxy", 1)
    shown = stand.view.visits[-1]
    assert shown is not None
    assert shown.who.account.owner_name == "李秀英"
    stand.presenter.enter("qqq")
    assert stand.view.told[-1] == ("nothing", "qqq")


def test_the_number_on_the_paper_book_leads_to_its_holder(stand: Stand) -> None:
    issued(stand.shop.village, stand.shop.account("欧阳明").id)
    stand.comes("欧阳明")
    shown = stand.view.visits[-1]
    assert shown is not None
    assert shown.who.book is not None
    stand.presenter.clear()
    stand.presenter.enter(shown.who.book.number)
    again = stand.view.visits[-1]
    assert again is not None
    assert (again.who.account.owner_name, again.house_number) == ("欧阳明", "1")


def test_a_digit_waits_where_it_would_note_a_demand_and_longer_numbers_begin_with_it(stand: Stand) -> None:
    for number in range(5, 12):
        stand.shop.offer(f"货{number}", "1")
    stand.presenter.load()
    assert stand.presenter.waits_for_more(5) is False
    assert stand.presenter.waits_for_more(1) is False
    with stand.shop.village.write() as tx:
        second = save_outlet(tx, new_uid(), "服务站")
    stand.presenter.load()
    stand.presenter.choose_outlet(second)
    assert stand.presenter.waits_for_more(1) is True
    assert set(stand.drafts.kept) == {"alone-counter"}
    fresh = CounterPresenter(stand.desk, stand.view, AtOnce(), stand.drafts)
    fresh.load()
    assert stand.view.shelf is not None
    assert stand.view.shelf.outlet_id == second


def test_points_that_stay_in_the_book_are_no_points_to_spend(stand: Stand) -> None:
    decided(stand.shop.village, least_to_redeem=Points(1500))
    stand.comes("王建国")
    assert stand.view.bill.before == Points(2500)
    for _ in range(3):
        stand.presenter.digit(2)
    assert stand.view.told == [("refused", Hindrance.SHORT)]
    assert stand.view.bill.after == Points(500)


def test_a_piece_that_is_chosen_is_no_piece_for_another(stand: Stand) -> None:
    stand.shop.offer("毛巾", "1")
    stand.shop.stocked("毛巾", 2)
    stand.presenter.load()
    stand.comes("王建国")
    for _ in range(3):
        stand.presenter.digit(5)
    assert stand.view.told == [("refused", Hindrance.ALL_CHOSEN)]


def test_a_basket_gives_back_what_was_put_in_last() -> None:
    basket = Basket([1, 2, 1, 3])
    basket.drop(1)
    assert basket.picks == [1, 2, 3]
    basket.drop()
    basket.drop(7)
    assert [(each.goods_id, each.quantity) for each in basket.wanted()] == [(1, 1), (2, 1)]


def test_while_somebody_is_looked_for_digits_and_f8_are_for_nobody(stand: Stand) -> None:
    presenter, waiting = stand.slowly("王建国")
    presenter.digit(1)
    presenter.enter(stand.shop.account("李秀英").number)
    presenter.load()
    assert presenter.digit(1) is False
    presenter.confirm("", "", "", posting=False)
    look, refresh = waiting
    refresh()
    look()
    shown = stand.view.visits[-1]
    assert shown is not None
    assert shown.who.account.owner_name == "李秀英"
    assert presenter.digit(1) is True
    assert stand.slips() == ()
