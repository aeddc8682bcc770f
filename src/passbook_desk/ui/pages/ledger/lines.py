"""The lines of the grid without a window: cells as typed, what they mean, and what is wrong with them."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, StrEnum
from typing import Final

from passbook_desk.features.catalogue.rules import MOST_UNITS, check_points
from passbook_desk.features.ledger.errors import (
    DeedOnce,
    DeedTwice,
    HolderClosed,
    HouseholdAway,
    LimitReached,
    NoDebt,
    OtherBookOnce,
    OtherBookToo,
)
from passbook_desk.features.ledger.recording_values import DeedEntry, OverCap, Verdict
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, NotANumber, Points
from passbook_desk.ui.kit.dates import day_text, read_day
from passbook_desk.ui.pages.ledger.drafts import LineDraft
from passbook_desk.ui.shell.choices import ItemChoice, needs_points, needs_quantity

MOST_LINES: Final = 500
_ABOVE: Final = frozenset({"..", "。。", "．．", "…", "……", "。.", ".。"})
_FIRST: Final = frozenset({"//", "、、", "／／", "/、", "、/"})
_STANDARD: Final = frozenset({"=", "＝", ""})
_SIGNS: Final = str.maketrans({"。": ".", "×": "*", "＊": "*", "－": "-", "−": "-", "—": "-"})


def is_repeat(text: str) -> bool:
    """Whether a text is a sign for repeating a cell, as any keyboard sends it."""
    return text.strip() in _ABOVE | _FIRST | {"=", "＝"}


class Cell(IntEnum):
    """The cells that are typed into, from left to right."""

    BOOK = 0
    ITEM = 1
    POINTS = 2
    MEMO = 3
    DAY = 4
    WITNESS = 5


class Trouble(StrEnum):
    """What is wrong with a cell before the village is asked."""

    NO_BOOK = "no-book"
    UNKNOWN_BOOK = "unknown-book"
    SEVERAL_BOOKS = "several-books"
    NO_ITEM = "no-item"
    UNKNOWN_ITEM = "unknown-item"
    NO_POINTS = "no-points"
    NOT_POINTS = "not-points"
    NO_DAY = "no-day"
    NOT_A_DAY = "not-a-day"


_RULES: Final = (
    LimitReached,
    DeedTwice,
    DeedOnce,
    OtherBookToo,
    OtherBookOnce,
    NoDebt,
    HouseholdAway,
    HolderClosed,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell (row and column from 0) and what is wrong with it; `error`: a rule of the village."""

    row: int
    cell: Cell
    trouble: Trouble | None = None
    text: str = ""
    error: UserError | None = None

    @property
    def is_rule(self) -> bool:
        """A rule of the village leaves the line out; all else has to be put right first."""
        return isinstance(self.error, _RULES)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its cells as typed, and what book, item and day they mean.

    `several` are codes of books that a pasted name may mean. `again` and `fill` as in DeedEntry.
    """

    texts: tuple[str, ...] = ("",) * len(Cell)
    book: AccountRow | None = None
    item: ItemChoice | None = None
    day: date | None = None
    several: tuple[str, ...] = ()
    again: bool = False
    fill: bool = False

    def text(self, cell: Cell) -> str:
        """A cell as typed."""
        return self.texts[cell]

    @property
    def is_blank(self) -> bool:
        """Nothing was typed but perhaps the day."""
        return not any(text for cell, text in enumerate(self.texts) if cell != Cell.DAY) and self.book is None

    def amounts(self) -> tuple[Points | None, int]:
        """Points and units as DeedEntry wants them; raises NotANumber."""
        text = unicodedata.normalize("NFKC", self.text(Cell.POINTS).translate(_SIGNS)).strip()
        if text in _STANDARD or self.item is None:
            return None, 1
        each, star, times = text.partition("*")
        if not star:
            return self.item.signed(Points.parse(each)), 1
        if not times.strip().isdecimal() or not 1 <= int(times) <= MOST_UNITS:
            raise NotANumber(text=text)
        if each.strip() in _STANDARD and needs_quantity(self.item.item):
            return None, int(times)
        return self.item.signed(Points.parse(each) * int(times)), 1

    def worth(self) -> Points | None:
        """The points of the line; None while they cannot be known."""
        if self.item is None:
            return None
        try:
            points, quantity = self.amounts()
            return check_points(self.item.item, points, quantity)
        except UserError:
            return None


class LineSheet:
    """Lines from top to bottom; the last one is always blank. `uid` is the identity of the act to be."""

    def __init__(self, today: date) -> None:
        self.uid = new_uid()
        self.today = today
        self.choices: tuple[ItemChoice, ...] = ()
        self.verdicts: dict[int, Verdict] = {}
        self.balances: dict[int, Points] = {}
        self.lines: list[Line] = []
        self._end_blank()

    def clear(self, kept: Sequence[Line] = ()) -> None:
        """Begin another act, with the lines that were left out of the last one."""
        self.uid = new_uid()
        self.lines = list(kept)
        self.verdicts = {}
        self._end_blank()

    def write(self, row: int, cell: Cell, text: str) -> bool:
        """Put a text into a cell; the signs for repeating bring the cell above, or the first one.

        False when nothing changed. A book is found by name elsewhere (`set_book`).
        """
        text = text.strip()
        if (source := self._repeated(row, cell, text)) is not None:
            return self._copy(source, row, cell)
        line = self.lines[row]
        if text == line.text(cell):
            return False
        self.lines[row] = self._read(replace(line, texts=_with(line.texts, cell, text)), cell)
        self._end_blank()
        return True

    def set_book(self, row: int, book: AccountRow | None, words: str, several: Sequence[str] = ()) -> None:
        """The book that a cell means, with the words shown; None for a text that means none or `several`."""
        line = self.lines[row]
        self.lines[row] = replace(
            line, texts=_with(line.texts, Cell.BOOK, words), book=book, several=tuple(several), again=False
        )
        self._end_blank()

    def resolve(self, row: int, text: str, found: Sequence[AccountRow]) -> None:
        """What a text typed into a book's cell was found to mean; another text has come since: nothing."""
        if (
            row >= len(self.lines)
            or self.lines[row].book is not None
            or self.lines[row].text(Cell.BOOK) != text
        ):
            return
        if len(found) == 1:
            self.set_book(row, found[0], found[0].owner_code)
        else:
            self.set_book(row, None, text, [book.owner_code for book in found])

    def set_item(self, row: int, choice: ItemChoice) -> None:
        """The item of a line."""
        line = self.lines[row]
        texts = _with(line.texts, Cell.ITEM, choice.item.code)
        self.lines[row] = replace(line, texts=texts, item=choice, again=False, fill=False)
        self._end_blank()

    def set_choices(self, choices: Sequence[ItemChoice]) -> None:
        """The items there are; items of lines are looked up again."""
        self.choices = tuple(choices)
        self.lines = [self._read(line, Cell.ITEM) for line in self.lines]

    def set_today(self, row: int) -> None:
        """Today as the day of a line."""
        self.write(row, Cell.DAY, day_text(self.today))

    def copy_down(self, row: int, cell: Cell) -> bool:
        """The cell above into this one."""
        return row > 0 and self._copy(row - 1, row, cell)

    def insert(self, row: int) -> None:
        """A blank line before this one."""
        self.lines.insert(row, self._blank(row))
        self.verdicts = {}

    def remove(self, row: int) -> None:
        """Take a line away; the last, blank one stays."""
        if row < len(self.lines) - 1:
            del self.lines[row]
            self.verdicts = {}

    def confirm(self, row: int) -> bool:
        """Enter a line all the same, or what the cap leaves. False: not allowed."""
        verdict = self.verdicts.get(row)
        if verdict is None or not (verdict.confirmable or verdict.fill):
            return False
        self.lines[row] = replace(self.lines[row], again=verdict.confirmable, fill=verdict.fill is not None)
        return True

    def append(self, lines: Sequence[Line]) -> int:
        """Lines that were pasted or come from a draft, behind those that are there; at most 500 in all.

        A line without a day gets that of the last one. Returns how many found no room.
        """
        kept = [line for line in self.lines if not line.is_blank]
        self.lines = kept
        day = self._blank(len(kept)).text(Cell.DAY)
        dated = [
            line if line.text(Cell.DAY) else replace(line, texts=_with(line.texts, Cell.DAY, day))
            for line in lines
        ]
        fresh = [self._read(self._read(line, Cell.ITEM), Cell.DAY) for line in dated]
        self.lines = [*kept, *fresh][:MOST_LINES]
        self.verdicts = {}
        self._end_blank()
        return max(0, len(kept) + len(fresh) - MOST_LINES)

    def take_up(self, drafts: Sequence[LineDraft], books: Mapping[int, AccountRow]) -> None:
        """The lines of a draft; a book that is gone leaves its cell empty."""
        self.append(
            [
                Line(
                    texts=_cells_of(draft, books.get(draft.account_id or 0)),
                    book=books.get(draft.account_id or 0),
                )
                for draft in drafts
            ]
        )

    def deeds(self) -> tuple[tuple[int, DeedEntry], ...]:
        """The lines that can be read, as deeds with their rows."""
        found: list[tuple[int, DeedEntry]] = []
        for row, line in enumerate(self.lines):
            if line.book is None or line.item is None or line.day is None:
                continue
            try:
                points, quantity = line.amounts()
            except NotANumber:
                continue
            found.append((row, self._deed(line, line.book, line.item, line.day, points, quantity)))
        return tuple(found)

    def take(self, rows: Sequence[int], verdicts: Sequence[Verdict], balances: Mapping[int, Points]) -> None:
        """What saving would do with the deeds of these rows, and the books' balances now."""
        self.verdicts = dict(zip(rows, verdicts, strict=True))
        self.balances = dict(balances)

    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, by row."""
        found: list[Problem] = []
        for row, line in enumerate(self.lines):
            if line.is_blank:
                continue
            own = _troubles(row, line)
            verdict = self.verdicts.get(row)
            if not own and verdict is not None and verdict.problem is not None:
                own = [Problem(row, _cell_of(verdict.problem), error=verdict.problem)]
            found += own
        return tuple(found)

    def after(self, row: int) -> Points | None:
        """The balance of the line's book after this line, counting the lines above it."""
        book = self.lines[row].book
        if book is None or book.id not in self.balances or row not in self.verdicts:
            return None
        same = (
            verdict.points or ZERO
            for above, verdict in self.verdicts.items()
            if above <= row and self.lines[above].book == book
        )
        return sum(same, self.balances[book.id])

    def total(self) -> tuple[int, Points]:
        """How many lines would be entered and their points."""
        worths = [
            verdict.points
            if (verdict := self.verdicts.get(row)) is not None and verdict.problem is not None
            else line.worth()
            for row, line in enumerate(self.lines)
            if not line.is_blank and line.book is not None
        ]
        entered = [worth for worth in worths if worth]
        return len(entered), sum(entered, ZERO)

    def drafts(self) -> tuple[LineDraft, ...]:
        """The lines as a draft keeps them: a book by its id, never by a name."""
        return tuple(
            LineDraft(
                line.book.id if line.book is not None else None,
                line.item.item.code if line.item is not None else "",
                line.text(Cell.POINTS),
                line.text(Cell.MEMO),
                "" if line.day is None else line.day.isoformat(),
            )
            for line in self.lines
            if not line.is_blank
        )

    def _deed(
        self,
        line: Line,
        book: AccountRow,
        item: ItemChoice,
        day: date,
        points: Points | None,
        quantity: int,
    ) -> DeedEntry:
        return DeedEntry(
            account_id=book.id,
            item_code=item.item.code,
            occurred_on=day,
            quantity=quantity,
            points=points,
            memo=line.text(Cell.MEMO),
            witness=line.text(Cell.WITNESS),
            over_cap=OverCap.FILL if line.fill else OverCap.SKIP,
            again=line.again,
        )

    def _repeated(self, row: int, cell: Cell, text: str) -> int | None:
        """The row that a sign for repeating means; None for a text of its own."""
        if row == 0:
            return None
        if text in _ABOVE or (text in ("=", "＝") and cell is not Cell.POINTS):
            return row - 1
        return 0 if text in _FIRST else None

    def _copy(self, source: int, row: int, cell: Cell) -> bool:
        above, line = self.lines[source], self.lines[row]
        texts = _with(line.texts, cell, above.text(cell))
        changed = replace(line, texts=texts)
        if cell is Cell.BOOK:
            changed = replace(changed, book=above.book, several=above.several)
        elif cell is Cell.ITEM:
            changed = replace(changed, item=above.item)
        elif cell is Cell.DAY:
            changed = replace(changed, day=above.day)
        self.lines[row] = changed
        self._end_blank()
        return changed != line

    def _read(self, line: Line, cell: Cell) -> Line:
        """What the text of an item's or a day's cell means."""
        text = line.text(cell)
        if cell is Cell.ITEM:
            code = unicodedata.normalize("NFKC", text)
            exact = [choice for choice in self.choices if code in (choice.item.code, choice.item.name)]
            return replace(line, item=exact[0] if exact else None, again=False, fill=False)
        if cell is Cell.DAY:
            return replace(line, day=read_day(text, self.today) if text else None, again=False)
        return replace(line, fill=False) if cell is Cell.POINTS else line

    def _blank(self, row: int) -> Line:
        day = next((line.day for line in reversed(self.lines[:row]) if line.day is not None), self.today)
        return Line(texts=_with(("",) * len(Cell), Cell.DAY, day_text(day)), day=day)

    def _end_blank(self) -> None:
        if (not self.lines or not self.lines[-1].is_blank) and len(self.lines) <= MOST_LINES:
            self.lines.append(self._blank(len(self.lines)))


def _cells_of(draft: LineDraft, book: AccountRow | None) -> tuple[str, ...]:
    day = day_text(date.fromisoformat(draft.day)) if draft.day else ""
    return (book.owner_code if book is not None else "", draft.item, draft.points, draft.memo, day, "")


def _with(texts: Sequence[str], cell: Cell, text: str) -> tuple[str, ...]:
    return (*texts[:cell], text, *texts[cell + 1 :])


def _troubles(row: int, line: Line) -> list[Problem]:
    found: list[Problem] = []
    if line.book is None:
        text = line.text(Cell.BOOK)
        kind = Trouble.SEVERAL_BOOKS if line.several else Trouble.UNKNOWN_BOOK if text else Trouble.NO_BOOK
        found.append(Problem(row, Cell.BOOK, kind, "、".join(line.several) or text))
    if line.item is None:
        text = line.text(Cell.ITEM)
        found.append(Problem(row, Cell.ITEM, Trouble.UNKNOWN_ITEM if text else Trouble.NO_ITEM, text))
    elif line.text(Cell.POINTS) in _STANDARD and needs_points(line.item.item):
        found.append(Problem(row, Cell.POINTS, Trouble.NO_POINTS))
    try:
        line.amounts()
    except NotANumber:
        found.append(Problem(row, Cell.POINTS, Trouble.NOT_POINTS, line.text(Cell.POINTS)))
    if line.day is None:
        text = line.text(Cell.DAY)
        found.append(Problem(row, Cell.DAY, Trouble.NOT_A_DAY if text else Trouble.NO_DAY, text))
    return found


_CELLS: Final = {
    "account": Cell.BOOK,
    "item": Cell.ITEM,
    "points": Cell.POINTS,
    "quantity": Cell.POINTS,
    "occurred_on": Cell.DAY,
}


def _cell_of(error: UserError) -> Cell:
    return _CELLS.get(str(error.params.get("field")), Cell.POINTS)
