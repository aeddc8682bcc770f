"""Which books are chosen, their pages, and the log of what was printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from builders.pages import AtOnce, VillageDesk
from builders.progress import CancelAt
from builders.village import Village, booked, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Page, texts
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.passbooks.books.values import BookPrintRow
from passbook_desk.features.passbooks.values import PassbookContent, PrintoutRow
from passbook_desk.kernel.errors import Cancelled, PassbookError
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.pages.passbooks.copies_presenter import CopiesPresenter, count_colours


@dataclass
class Seen:
    grids: Sequence[GridRow] = ()
    rows: Sequence[AccountRow] = ()
    previews: list[tuple[Sequence[PassbookContent], Sequence[Page]]] = field(default_factory=list)
    printouts: Sequence[PrintoutRow] = ()
    prints: Sequence[BookPrintRow] = ()
    logged: list[int] = field(default_factory=list)
    troubles: list[BaseException] = field(default_factory=list)

    def show_grids(self, rows: Sequence[GridRow]) -> None:
        self.grids = rows

    def show_books(self, rows: Sequence[AccountRow]) -> None:
        self.rows = rows

    def show_preview(self, books: Sequence[PassbookContent], pages: Sequence[Page]) -> None:
        self.previews.append((books, pages))

    def show_printouts(self, rows: Sequence[PrintoutRow]) -> None:
        self.printouts = rows

    def show_prints(self, rows: Sequence[BookPrintRow]) -> None:
        self.prints = rows

    def show_logged(self, books: int) -> None:
        self.logged.append(books)

    def show_problem(self, error: BaseException) -> None:
        self.troubles.append(error)

    @property
    def owners(self) -> list[tuple[str, Colour]]:
        return [(row.owner_name, row.colour) for row in self.rows]


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    opened = settled_village(tmp_path)
    booked(opened, (1, 4))
    yield opened
    opened.store.close()


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def page(village: Village, seen: Seen) -> CopiesPresenter:
    fontbook = FontBook(resources_folder() / "fonts")
    return CopiesPresenter(VillageDesk(village), seen, AtOnce(), village.clock, fontbook)


def test_the_whole_village_is_chosen_first(page: CopiesPresenter, seen: Seen) -> None:
    page.load()
    assert [grid.code for grid in seen.grids] == ["01", "02"]
    assert count_colours(seen.rows) == (1, 3)


def test_a_grid_and_a_colour_narrow_the_choice(page: CopiesPresenter, seen: Seen) -> None:
    page.choose("01", Colour.GREEN)
    assert seen.owners == [("王建国", Colour.GREEN), ("李秀英", Colour.GREEN)]
    page.choose(None, Colour.RED)
    assert seen.owners == [("李秀英", Colour.RED)]


def test_a_name_a_household_or_an_account_number_finds_books(page: CopiesPresenter, seen: Seen) -> None:
    page.find("李秀英")
    assert seen.owners == [("李秀英", Colour.GREEN), ("李秀英", Colour.RED)]
    number = seen.rows[0].number
    page.find("02001")
    assert seen.owners == [("欧阳明", Colour.GREEN)]
    page.find(number)
    assert seen.owners == [("李秀英", Colour.GREEN)]
    page.find("")
    assert len(seen.rows) == 4


def test_every_chosen_book_is_drawn_in_the_order_asked_for(page: CopiesPresenter, seen: Seen) -> None:
    page.preview((4, 1), "")
    books, pages = seen.previews[0]
    assert [book.account.owner_name for book in books] == ["欧阳明", "王建国"]
    assert len(pages) == 6
    assert any("打印件 · 不作存折使用" in text for text in texts(pages[0]))


def test_an_account_number_leads_to_its_book_and_a_wrong_one_is_told(
    page: CopiesPresenter, seen: Seen
) -> None:
    page.load()
    red = next(row for row in seen.rows if row.colour is Colour.RED)
    page.preview_number(red.number, "")
    assert seen.previews[0][0][0].account == red
    page.preview_number("12345678", "")
    assert isinstance(seen.troubles[0], PassbookError)
    assert seen.troubles[0].code == "ledger.wrong-account-number"


def test_what_was_printed_is_logged_with_its_lines(page: CopiesPresenter, seen: Seen) -> None:
    page.preview((1, 3), "")
    page.log()
    page.load_log()
    assert seen.logged == [2]
    assert [(row.owner_name, row.first_account_seq, row.last_account_seq) for row in seen.printouts] == [
        ("李秀英", 0, 0),
        ("王建国", 1, 1),
    ]


def test_a_preview_older_than_the_ledger_is_not_logged(
    page: CopiesPresenter, seen: Seen, village: Village
) -> None:
    page.preview((1,), "")
    booked(village, (1,))
    page.log()
    assert isinstance(seen.troubles[0], PassbookError)
    assert seen.troubles[0].code == "passbooks.printout-outdated"
    page.load_log()
    assert seen.printouts == ()


def test_drawing_a_village_can_be_cancelled_between_books(
    page: CopiesPresenter, seen: Seen, village: Village
) -> None:
    page.preview((1, 2, 3, 4), "")
    books = seen.previews[0][0]
    with pytest.raises(Cancelled):
        page._drawn(lambda: books * 10, CancelAt(2))
    assert len(page._drawn(lambda: books * 10, CancelAt(10))[1]) == 120


def test_books_that_were_left_before_they_were_drawn_are_not_shown(page: CopiesPresenter, seen: Seen) -> None:
    waiting = Later()
    page._jobs = waiting
    page.preview((1,), "")
    page.forget_preview()
    waiting.run()
    assert seen.previews == []
    page.preview((1,), "")
    waiting.run()
    assert len(seen.previews) == 1


def test_a_cancelled_drawing_that_was_left_is_not_told(page: CopiesPresenter, seen: Seen) -> None:
    waiting = Later(Cancelled())
    page._jobs = waiting
    page.preview((1,), "")
    page.forget_preview()
    waiting.run()
    assert seen.troubles == []
    page.preview((1,), "")
    waiting.run()
    assert [type(trouble) for trouble in seen.troubles] == [Cancelled]


def test_a_pdf_that_is_whole_after_the_clerk_went_on_is_logged(page: CopiesPresenter, seen: Seen) -> None:
    page.preview((1, 2), "")
    page.forget_preview()
    page.log()
    assert seen.logged == [2]


class Later(AtOnce):
    """Desk work is done at once, press work when asked for; with `trouble` it fails."""

    def __init__(self, trouble: BaseException | None = None) -> None:
        super().__init__()
        self.trouble = trouble
        self.waiting: list = []

    def press(self, work, done, failed=None, label="") -> None:  # type: ignore[no-untyped-def]
        if self.trouble is not None:
            self.waiting.append(lambda: failed(self.trouble))
        else:
            self.waiting.append(lambda: super(Later, self).press(work, done, failed, label))

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()
