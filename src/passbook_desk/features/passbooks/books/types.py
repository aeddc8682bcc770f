"""The kinds of books a village has: those that come along, its own, their versions."""

from dataclasses import replace
from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.passbooks.books.errors import (
    BookTypeRetired,
    BookTypeTwice,
    UnknownBookType,
)
from passbook_desk.features.passbooks.books.layouts import (
    BookLayout,
    check_layout,
    read_layout,
    written_layout,
)
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.values import BookTypeRow, LayoutArrival, LayoutChange
from passbook_desk.features.passbooks.model import Book, BookType
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid

LAYOUTS_TAKEN_IN: Final = "layouts-taken-in"
"""The audit act of layouts that came from another computer; its detail is their source."""


def book_types(scope: Scope, *, retired_too: bool = False) -> tuple[BookTypeRow, ...]:
    """The village's kinds of books in the order they were made; with `retired_too`, old versions as well."""
    rows = scope.session.execute(
        select(BookType, func.count(Book.id))
        .outerjoin(Book, Book.book_type_id == BookType.id)
        .where(BookType.village_id == scope.village_id)
        .group_by(BookType.id)
        .order_by(BookType.id)
    )
    return tuple(_row(kind, books) for kind, books in rows if retired_too or not kind.retired)


def book_type(scope: Scope, type_id: int) -> BookTypeRow:
    """One kind of book, retired or not. Raises UnknownBookType."""
    kind = scope.session.get(BookType, type_id)
    if kind is None or kind.village_id != scope.village_id:
        raise UnknownBookType(name=str(type_id), field="type")
    count = select(func.count()).select_from(Book).where(Book.book_type_id == type_id)
    return _row(kind, scope.session.scalar(count) or 0)


def book_type_by_name(scope: Scope, name: str) -> BookTypeRow:
    """The kind that new books of this name have. Raises UnknownBookType."""
    for row in book_types(scope):
        if row.layout.name == name.strip():
            return row
    raise UnknownBookType(name=name, field="type")


def bring_shipped_types(tx: Tx) -> int:
    """Give a village that has no kind of book those that come along; how many were added."""
    if tx.session.scalar(select(BookType.id).where(BookType.village_id == tx.village_id).limit(1)):
        return 0
    tx.session.add_all([_made(tx, layout, 1) for layout in SHIPPED])
    tx.touched.add(Topic.PASSBOOKS)
    return len(SHIPPED)


def layout_change(before: BookTypeRow | None, layout: BookLayout) -> LayoutChange:
    """What keeping a layout would do to a kind of book and the books of it; None is a kind not kept yet."""
    if before is None:
        return LayoutChange.NEW
    if before.layout == layout:
        return LayoutChange.NONE
    places_only = before.books == 0 or before.layout.same_lines(layout)
    return LayoutChange.PLACES if places_only else LayoutChange.VERSION


def layout_arrivals(scope: Scope, layouts: tuple[BookLayout, ...]) -> tuple[LayoutArrival, ...]:
    """What taking in these layouts would change. Raises BookTypeTwice when two of them have one name."""
    known = {row.layout.name: row for row in book_types(scope)}
    arrivals: dict[str, LayoutArrival] = {}
    for layout in map(_tidy, layouts):
        if layout.name in arrivals:
            raise BookTypeTwice(name=layout.name, field="name")
        before = known.get(layout.name)
        arrivals[layout.name] = LayoutArrival(layout, layout_change(before, layout), before)
    return tuple(arrivals.values())


def add_book_type(tx: Tx, layout: BookLayout, uid: str) -> int:
    """Add a kind of book and return its id; sent twice it is added once.

    Raises NotAllowed, BookTypeTwice and what check_layout raises.
    """
    tx.require(Act.SETTINGS)
    layout = _tidy(layout)
    check_layout(layout)
    before = tx.session.scalar(select(BookType).where(BookType.uid == uid))
    if before is not None:
        return before.id
    _check_name(tx, layout.name, None)
    row = _made(tx, layout, _next_version(tx, layout.name), uid)
    tx.session.add(row)
    tx.session.flush()  # the caller needs its id
    tx.touched.add(Topic.PASSBOOKS)
    return row.id


def change_book_type(tx: Tx, type_id: int, layout: BookLayout) -> int:
    """Change a kind of book and return the id that new books get.

    Places, widths and sizes hold for the books in use as well. Where pages or lines are counted otherwise and
    books of this kind exist, those keep what they have, and new books get a new version. Raises NotAllowed,
    UnknownBookType, BookTypeTwice, BookTypeRetired and what check_layout raises.
    """
    tx.require(Act.SETTINGS)
    layout = _tidy(layout)
    check_layout(layout)
    before = book_type(tx, type_id)
    _check_name(tx, layout.name, before.layout.name)
    change = layout_change(before, layout)
    if change is LayoutChange.VERSION and before.retired:
        raise BookTypeRetired(name=before.layout.name)
    row = tx.session.get_one(BookType, type_id)
    tx.touched.add(Topic.PASSBOOKS)
    if change is not LayoutChange.VERSION:
        if layout.name != row.name:
            row.version = max(row.version, _next_version(tx, layout.name))
        row.name, row.layout = layout.name, written_layout(layout)
        return type_id
    row.retired = True
    newer = _made(tx, layout, max(before.version + 1, _next_version(tx, layout.name)))
    tx.session.add(newer)
    tx.session.flush()  # the caller needs its id
    return newer.id


def retire_book_type(tx: Tx, type_id: int) -> None:
    """No new books of this kind; those in use go on. Raises NotAllowed and UnknownBookType."""
    _set_retired(tx, type_id, retired=True)


def reinstate_book_type(tx: Tx, type_id: int) -> None:
    """New books of this kind are made again. Raises NotAllowed, UnknownBookType and BookTypeTwice."""
    _set_retired(tx, type_id, retired=False)


def take_in_layouts(tx: Tx, layouts: tuple[BookLayout, ...], source: str) -> int:
    """Kinds of books from another computer: known names are changed, others added; how many were not here.

    Raises NotAllowed, BookTypeTwice and what change_book_type raises.
    """
    tx.require(Act.SETTINGS)
    taken = [each for each in layout_arrivals(tx, layouts) if each.change is not LayoutChange.NONE]
    for arrival in taken:
        if arrival.before is None:
            add_book_type(tx, arrival.layout, new_uid())
        else:
            change_book_type(tx, arrival.before.id, arrival.layout)
    if taken:
        note_act(tx, LAYOUTS_TAKEN_IN, "book_type", "", source)
    return len(taken)


def _set_retired(tx: Tx, type_id: int, *, retired: bool) -> None:
    tx.require(Act.SETTINGS)
    before = book_type(tx, type_id)
    if before.retired and not retired:
        _check_name(tx, before.layout.name, None)
    tx.session.get_one(BookType, type_id).retired = retired
    tx.touched.add(Topic.PASSBOOKS)


def _tidy(layout: BookLayout) -> BookLayout:
    return replace(layout, name=layout.name.strip())


def _check_name(tx: Tx, name: str, own: str | None) -> None:
    others = {row.layout.name for row in book_types(tx)} - {own}
    if name in others:
        raise BookTypeTwice(name=name, field="name")


def _next_version(tx: Tx, name: str) -> int:
    """The version of a name that no kind has had, retired ones included."""
    last = select(func.max(BookType.version)).where(
        BookType.village_id == tx.village_id, BookType.name == name
    )
    return (tx.session.scalar(last) or 0) + 1


def _made(tx: Tx, layout: BookLayout, version: int, uid: str = "") -> BookType:
    return BookType(
        village_id=tx.village_id,
        uid=uid or new_uid(),
        name=layout.name,
        version=version,
        layout=written_layout(layout),
        retired=False,
    )


def _row(kind: BookType, books: int) -> BookTypeRow:
    return BookTypeRow(kind.id, kind.uid, read_layout(kind.layout), kind.version, books, kind.retired)
