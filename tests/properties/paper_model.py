"""Paper that knows nothing of the program: leaves with rows, a printer that jams, a villager who reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.values import PaperLine, PaperLineKind

Place = tuple[int, int]
"""Page and row of a page, both from 1; the rows of the fold are counted."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What stands in a row. `kind` None is a smudge or what somebody wrote before the program."""

    kind: PaperLineKind | None = None
    seq: int | None = None
    points: int = 0
    balance: int = 0
    code: str = ""


SMUDGE, BY_HAND = Ink(), Ink(code="手")


@dataclass(frozen=True, slots=True)
class Stock:
    """The paper as it came from the printing house: rows a page, which of them lie in the fold."""

    pages: int
    rows: int
    fold: frozenset[int]
    first_mm: float
    pitch_mm: float
    carries: bool

    @classmethod
    def of(cls, layout: BookLayout) -> "Stock":
        fold = frozenset(range(layout.fold_after + 1, layout.fold_after + layout.fold_skip + 1))
        return cls(
            layout.pages,
            layout.lines + layout.fold_skip,
            fold,
            layout.first_mm,
            layout.pitch_mm,
            layout.carries,
        )

    def places(self) -> list[Place]:
        """Every row that may be written in, in the order of reading."""
        rows = [row for row in range(1, self.rows + 1) if row not in self.fold]
        return [(page, row) for page in range(1, self.pages + 1) for row in rows]

    def place_at(self, page: int, millimetres: float) -> Place:
        """The row that ink so far below the edge of a page falls into; it must hit one's middle."""
        row = (millimetres - self.first_mm) / self.pitch_mm + 1
        assert abs(row - round(row)) < 0.01, f"between two rows: {row}"
        return page, round(row)


@dataclass(slots=True)
class PaperBook:
    """A book in somebody's hand, with what is really in it.

    `covered` counts lines of the ledger that other paper, or what was written by hand before, holds already.
    """

    id: int
    stock: Stock
    carried: bool
    covered: int = 0
    adopted: bool = False
    first: int = 0
    """How many places were taken before the program used it."""
    replaced: bool = False
    inked: dict[Place, Ink] = field(default_factory=dict)

    def put(self, place: Place, ink: Ink) -> None:
        """Ink falls on the paper."""
        page, row = place
        assert 1 <= page <= self.stock.pages, f"no page {page}"
        assert 1 <= row <= self.stock.rows, f"outside the page: row {row}"
        assert row not in self.stock.fold, f"in the fold: row {row}"
        assert place not in self.inked, f"printed over {self.inked[place]} at {place}"
        self.inked[place] = ink

    def written_before(self, places: int) -> None:
        """The first places were filled by hand, long before the program."""
        self.first, self.adopted = places, True
        for place in self.stock.places()[:places]:
            self.put(place, BY_HAND)

    def anew(self) -> "PaperBook":
        """Fresh sheets for the same book; what was written by hand before the program is put in again."""
        return replace(self, inked={place: ink for place, ink in self.inked.items() if ink is BY_HAND})

    @property
    def last_seq(self) -> int:
        """The last line of the ledger that is in it."""
        return max([self.covered, *(ink.seq for ink in self.inked.values() if ink.seq is not None)])

    @property
    def used(self) -> int:
        """How many places from the first are taken, free ones between counted in."""
        taken = [number for number, place in enumerate(self.stock.places(), 1) if place in self.inked]
        return max([self.first, *taken])

    @property
    def closed(self) -> bool:
        return any(ink.kind is PaperLineKind.TO_BOOK for ink in self.inked.values())

    def legible(self) -> Iterator[tuple[Place, Ink]]:
        """What the program put there and can be read, in the order of reading."""
        for place in self.stock.places():
            ink = self.inked.get(place, SMUDGE)
            if ink.kind is not None:
                yield place, ink


def print_on(
    paper: PaperBook, layout: BookLayout, lines: Sequence[PaperLine], printed: int, spoilt: int
) -> None:
    """The printer puts so many of the lines on paper and smudges so many places behind them."""
    for number, line in enumerate(lines[: printed + spoilt]):
        place = paper.stock.place_at(line.page, layout.middle_mm(line.line))
        paper.put(place, ink_of(line) if number < printed else SMUDGE)


def ink_of(line: PaperLine) -> Ink:
    """What a line looks like on paper."""
    if line.entry is None:
        return Ink(line.kind, None, 0, line.balance.hundredths, line.code)
    return Ink(
        line.kind, line.entry.account_seq, line.entry.points.hundredths, line.balance.hundredths, line.code
    )


def read_aloud(books: Sequence[PaperBook], ledger: Sequence[int]) -> int:
    """A villager reads all books of an account from the first to the last and adds up.

    `ledger` are the points of the account's lines in hundredths. Returns how many lines are on paper. Fails
    when a line is missing, stands twice, in a wrong order or at a wrong place, or says a wrong balance.
    """
    sums = [0, *accumulate(ledger)]
    seq = 0
    for book in books:
        assert seq == book.covered or (book.adopted and seq < book.covered), "a book begins elsewhere"
        seq = book.covered
        seq = _Reader(book, ledger, sums).read(seq)
    return seq


@dataclass(slots=True)
class _Reader:
    book: PaperBook
    ledger: Sequence[int]
    sums: Sequence[int]

    def read(self, seq: int) -> int:
        book = self.book
        places = book.stock.places()
        taken = [place in book.inked for place in places[book.first : book.used]]
        assert all(taken), "a free line was passed over"
        page, seen = 0, set[PaperLineKind]()
        for place, ink in book.legible():
            kind = ink.kind
            assert kind is not None
            assert PaperLineKind.TO_BOOK not in seen, "something stands behind 转下册"
            begins, page = place[0] != page, place[0]
            last = place == places[-1]
            assert not last or kind is PaperLineKind.TO_BOOK, "the last line is for 转下册"
            if kind is PaperLineKind.ENTRY:
                seq += 1
                assert (ink.seq, ink.points) == (seq, self.ledger[seq - 1]), f"line {ink.seq}, not {seq}"
                if begins:
                    self._page_before(place)
                assert not book.carried or seen, "the book does not say what it goes on from"
            else:
                self._carries(kind, place, places, begins=begins, first=not seen)
            assert ink.balance == self.sums[seq], f"balance {ink.balance} behind line {seq}"
            seen.add(kind)
        return seq

    def _page_before(self, place: Place) -> None:
        """An entry as the first thing of a page: no line was carried, and none should have been."""
        needed = place[0] > 1 and self.book.stock.carries
        assert not needed or self._by_hand_above(place), "承前页 is missing"

    def _by_hand_above(self, place: Place) -> bool:
        return any(ink is BY_HAND for each, ink in self.book.inked.items() if each[0] == place[0])

    def _carries(
        self, kind: PaperLineKind, place: Place, places: Sequence[Place], *, begins: bool, first: bool
    ) -> None:
        book = self.book
        if kind is PaperLineKind.FROM_BOOK:
            assert book.carried, "承上册 in a first book"
            assert first, "承上册 behind other lines"
        elif kind is PaperLineKind.CARRY_IN:
            assert book.stock.carries, "承前页 in a book without"
            assert begins, "承前页 in the middle"
            assert not self._by_hand_above(place), "承前页 below what was written by hand"
            assert place[0] > 1, "承前页 on the first page"
            before = book.inked.get(max(each for each in places if each[0] < place[0]))
            assert before is None or before.kind in (
                None,
                PaperLineKind.CARRY_OUT,
                PaperLineKind.FROM_BOOK,
            ), "过次页 is missing"
        elif kind is PaperLineKind.CARRY_OUT:
            assert book.stock.carries, "过次页 in a book without"
            assert place[1] == book.stock.rows, "过次页 in the middle"
        else:
            assert book.replaced, "转下册 in a book that nothing follows"


def log_of(book: PaperBook) -> Mapping[int, Ink]:
    """What the print log must say: number of the place → ink, smudges too, without what was there before."""
    numbered = enumerate(book.stock.places(), 1)
    return {
        number: book.inked[place]
        for number, place in numbered
        if place in book.inked and book.inked[place] is not BY_HAND
    }
