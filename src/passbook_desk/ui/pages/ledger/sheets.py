"""Sign-in sheets and pasted rows: read below the window, asked about one by one, then ticked or filled in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.features.households.attendance.matching import match_sheet
from passbook_desk.features.households.attendance.reading import sign_in_sheets
from passbook_desk.features.households.attendance.values import (
    Attender,
    MatchedLine,
    MatchedSheet,
    SignInSheet,
    Sureness,
)
from passbook_desk.features.intake.reading import read_pasted, read_workbook
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.search import fold
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.ledger.lines import Cell, Line
from passbook_desk.ui.pages.ledger.pasting import pasted_cells
from passbook_desk.ui.pages.ledger.values import WHOLE_VILLAGE, Mark, Tile
from passbook_desk.ui.shell.choices import ItemChoice, needs_quantity


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who came and for how many units, None when the sheet does not say."""

    attender: Attender
    units: int | None = None


@dataclass(frozen=True, slots=True)
class SheetTicks:
    """Whom a sheet means once everything was asked; `said` is what stands above its table."""

    day: date | None
    said: str
    grid: str
    came: tuple[Came, ...]

    def marks_on(self, tiles: Sequence[Tile], item: ItemChoice | None) -> dict[int, Mark]:
        """The ticks on these books: a deed for each person, or their units added up."""
        counted = item is not None and needs_quantity(item.item)
        marks: dict[int, Mark] = {}
        for tile in tiles:
            mine = [one for one in self.came if _is_of(one.attender, tile.account)]
            if not mine:
                continue
            if counted:
                known = [one.units for one in mine if one.units is not None]
                quantity = sum(known) + len(mine) - len(known) if known else None
                marks[tile.account.id] = Mark(quantity=quantity)
            else:
                marks[tile.account.id] = Mark(people=tuple(one.attender.person_id for one in mine))
        return marks


def _is_of(attender: Attender, account: AccountRow) -> bool:
    if account.person_id is not None:
        return account.person_id == attender.person_id
    return account.household_id == attender.household_id


class SheetQuestions:
    """What only the clerk can say about a sheet, one line after the other."""

    def __init__(self, matched: MatchedSheet) -> None:
        self.matched = matched
        self._answers: list[Attender | None] = []

    @property
    def now(self) -> MatchedLine | None:
        """The line to ask about now; None when everything was asked."""
        asked = self.matched.asked
        return asked[len(self._answers)] if len(self._answers) < len(asked) else None

    @property
    def place(self) -> tuple[int, int]:
        """Which question this is, of how many."""
        return len(self._answers) + 1, len(self.matched.asked)

    def answer(self, attender: Attender | None) -> None:
        """This one, or nobody."""
        if self.now is not None:
            self._answers.append(attender)

    def back(self) -> None:
        """The question before, again."""
        if self._answers:
            self._answers.pop()

    def is_listed(self, attender: Attender) -> bool:
        """Whether the sheet means this resident in another line already."""
        return any(one.attender.person_id == attender.person_id for one in self.came)

    @property
    def came(self) -> tuple[Came, ...]:
        """Everybody who came as far as it is known, each once."""
        asked = zip(self.matched.asked, self._answers, strict=False)
        answered = [(line, attender) for line, attender in asked if attender is not None]
        sure = [(line, line.attenders[0]) for line in self.matched.of(Sureness.SURE)]
        found: dict[int, Came] = {}
        for line, attender in (*sure, *answered):
            found.setdefault(attender.person_id, Came(attender, line.line.units))
        return tuple(found.values())

    def ticks(self) -> SheetTicks:
        """What goes on the wall: that of one grid, or of the whole village."""
        grids = {one.attender.household_code[:2] for one in self.came}
        sheet = self.matched.sheet
        return SheetTicks(
            sheet.day, sheet.above, grids.pop() if len(grids) == 1 else WHOLE_VILLAGE, self.came
        )


class SheetView(Protocol):
    """What the page is told."""

    def show_sheets(self, sheets: tuple[MatchedSheet, ...]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class SheetDesk:
    """Reads workbooks in the limited child process and matches names on the desk."""

    def __init__(self, desk: Desk, jobs: Jobs, view: SheetView) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view

    def read(self, path: Path, today: date) -> None:
        """The sheets of a workbook with every line matched."""

        def match(sheets: tuple[SignInSheet, ...]) -> None:
            self._jobs.desk(
                lambda: self._desk.ask(lambda scope: tuple(match_sheet(scope, sheet) for sheet in sheets)),
                self._view.show_sheets,
                self._view.show_problem,
            )

        def found(area: str) -> None:
            self._jobs.press(
                lambda progress: sign_in_sheets(read_workbook(path, progress), today, area),
                match,
                self._view.show_problem,
                path.name,
            )

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: village(scope).code), found, self._view.show_problem
        )

    def paste(self, text: str, done: Callable[[tuple[Line, ...]], None]) -> None:
        """Pasted rows as lines, their books looked up by code, number or the one name."""

        def query(scope: Any) -> tuple[Line, ...]:
            cells = pasted_cells(read_pasted(text))
            books = _Books(accounts(scope))
            return tuple(books.line(texts) for texts in cells)

        self._jobs.desk(lambda: self._desk.ask(query), done, self._view.show_problem)


class _Books:
    """Open books by household code, account number and name."""

    def __init__(self, rows: Sequence[AccountRow]) -> None:
        self._by_text: dict[str, list[AccountRow]] = {}
        for row in rows:
            for text in {row.number, row.owner_code, row.owner_name}:
                self._by_text.setdefault(fold(text), []).append(row)

    def line(self, texts: tuple[str, ...]) -> Line:
        """A line with the book that its first cell means, if it means one."""
        wanted = fold(texts[Cell.BOOK])
        found = self._by_text.get(wanted, []) if wanted else []
        greens = [row for row in found if row.person_id is None] or found
        if len(greens) == 1:
            return Line(texts, book=greens[0])
        return Line(texts, several=tuple(row.owner_code for row in greens))
