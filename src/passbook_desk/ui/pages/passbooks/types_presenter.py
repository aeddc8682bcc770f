"""Kinds of books: what the village has, what a change does, layouts from and for other computers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.print_exchange import PrintExchange, read_exchange, write_exchange
from passbook_desk.features.access.queries import acts_of
from passbook_desk.features.passbooks.books.layouts import BookLayout, read_layout, written_layout
from passbook_desk.features.passbooks.books.types import (
    add_book_type,
    book_type,
    book_types,
    change_book_type,
    layout_arrivals,
    reinstate_book_type,
    retire_book_type,
    take_in_layouts,
)
from passbook_desk.features.passbooks.books.values import BookTypeRow, LayoutArrival
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class TypesFound:
    """The kinds of books, retired ones too, and whether who looks may change them."""

    rows: tuple[BookTypeRow, ...]
    manages: bool


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a file from another computer brings; `corrections` of printers are for the page of printers."""

    source: str
    layouts: tuple[LayoutArrival, ...]
    corrections: int


class TypesView(Protocol):
    """What the page is told."""

    def show_types(self, found: TypesFound) -> None: ...
    def show_retired(self, row: BookTypeRow) -> None: ...
    def show_exported(self, target: Path, count: int) -> None: ...
    def show_arrived(self, arrived: Arrived) -> None: ...
    def show_taken(self, count: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class TypesPresenter:
    """Reads and changes the kinds of books of the village."""

    def __init__(self, desk: Desk, view: TypesView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs

    def load(self) -> None:
        """Show all kinds."""
        self._jobs.desk(self._found, self._view.show_types, self._view.show_problem)

    def open(self, type_id: int, show: Callable[[BookTypeRow], None]) -> None:
        """Fetch one kind for the editor."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: book_type(scope, type_id)), show, self._view.show_problem
        )

    def save(
        self,
        before: BookTypeRow | None,
        layout: BookLayout,
        uid: str,
        saved: Callable[[], None],
        refused: Callable[[BaseException], None],
    ) -> None:
        """Change a kind, or add one: `before` None, known by `uid` should it be sent twice."""

        def command(tx: Any) -> int:
            if before is None:
                return add_book_type(tx, layout, uid)
            return change_book_type(tx, before.id, layout)

        self._jobs.desk(lambda: self._desk.do(command), lambda _: saved(), refused)

    def retire(self, row: BookTypeRow) -> None:
        """No new books of this kind."""
        self._do(lambda tx: retire_book_type(tx, row.id), lambda: self._view.show_retired(row))

    def reinstate(self, row: BookTypeRow) -> None:
        """New books of this kind again."""
        self._do(lambda tx: reinstate_book_type(tx, row.id), self.load)

    def export(self, target: Path, rows: tuple[BookTypeRow, ...]) -> None:
        """Write these kinds into a file for other villages."""
        content = PrintExchange(layouts=tuple(written_layout(row.layout) for row in rows))
        self._jobs.press(
            lambda _: write_exchange(target, content),
            lambda _: self._view.show_exported(target, len(rows)),
            self._view.show_problem,
        )

    def read(self, source: Path) -> None:
        """Read such a file and say what it would change; nothing is changed yet."""
        self._jobs.press(
            lambda _: _read(source), lambda read: self._compare(source, *read), self._view.show_problem
        )

    def take(self, arrived: Arrived) -> None:
        """Take in what was shown."""
        layouts = tuple(each.layout for each in arrived.layouts)
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: take_in_layouts(tx, layouts, arrived.source)),
            self._view.show_taken,
            self._view.show_problem,
        )

    def _compare(self, source: Path, layouts: tuple[BookLayout, ...], corrections: int) -> None:
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: layout_arrivals(scope, layouts)),
            lambda arrivals: self._view.show_arrived(Arrived(source.name, arrivals, corrections)),
            self._view.show_problem,
        )

    def _do(self, command: Callable[[Any], object], done: Callable[[], None]) -> None:
        self._jobs.desk(lambda: self._desk.do(command), lambda _: done(), self._view.show_problem)

    def _found(self) -> TypesFound:
        return self._desk.ask(lambda scope: _found(scope, self._desk.actor()))


def _found(scope: Any, actor: Actor) -> TypesFound:
    return TypesFound(book_types(scope, retired_too=True), Act.SETTINGS in acts_of(scope, actor.operator_id))


def _read(source: Path) -> tuple[tuple[BookLayout, ...], int]:
    found = read_exchange(source)
    return tuple(read_layout(layout) for layout in found.layouts), len(found.corrections)
