"""Kinds of books: their versions, their names, what travels in a file and what is refused there."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from builders.books import account_ids, issued, own_type, plan_of, printed, row_of, small_type
from builders.village import Village, booked, settled_village
from passbook_desk.documents.page import Align
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.passbooks.books.errors import (
    BookTypeRetired,
    BookTypeTwice,
    ColumnBeyondPage,
    ColumnMissing,
    ColumnsOverlap,
    FoldHalf,
    LayoutNameWrong,
    LayoutNumberOutside,
    LayoutUnreadable,
    LayoutWrong,
    LinesBeyondPage,
    UnknownBookType,
)
from passbook_desk.features.passbooks.books.layouts import (
    BookColumn,
    BookLayout,
    ColumnKind,
    check_layout,
    read_layout,
    written_layout,
)
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.types import (
    add_book_type,
    book_type,
    book_type_by_name,
    book_types,
    bring_shipped_types,
    change_book_type,
    layout_arrivals,
    layout_change,
    reinstate_book_type,
    retire_book_type,
    take_in_layouts,
)
from passbook_desk.features.passbooks.books.values import BookTypeRow, LayoutChange
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.ids import new_uid

BIG, SMALL = SHIPPED[0], SHIPPED[1]
_WIDTHS = {
    ColumnKind.SEQ: 7.5,
    ColumnKind.DAY: 18.5,
    ColumnKind.WORDS: 33.0,
    ColumnKind.CREDIT: 12.0,
    ColumnKind.DEBIT: 12.0,
    ColumnKind.BALANCE: 14.0,
    ColumnKind.HANDLER: 11.0,
    ColumnKind.CODE: 14.0,
}
PLAIN_BOOK = BookLayout(
    name="红折",
    colour=None,
    width_mm=130.0,
    height_mm=180.0,
    pages=12,
    lines=20,
    first_mm=19.0,
    pitch_mm=6.35,
    columns=tuple(
        BookColumn(kind, 4 + sum(list(_WIDTHS.values())[:place]), width, Align.LEFT, 8.5)
        for place, (kind, width) in enumerate(_WIDTHS.items())
    ),
    fold_after=10,
    fold_skip=4,
)
"""A book of which every number is known here."""


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def kinds(village: Village, *, retired_too: bool = False) -> tuple[BookTypeRow, ...]:
    with village.read() as scope:
        return book_types(scope, retired_too=retired_too)


def kind(village: Village, type_id: int) -> BookTypeRow:
    with village.read() as scope:
        return book_type(scope, type_id)


def named(village: Village, name: str) -> BookTypeRow:
    with village.read() as scope:
        return book_type_by_name(scope, name)


def changed(village: Village, type_id: int, layout: BookLayout) -> int:
    with village.write() as tx:
        return change_book_type(tx, type_id, layout)


def retired(village: Village, type_id: int) -> None:
    with village.write() as tx:
        retire_book_type(tx, type_id)


def taken_in(village: Village, *layouts: BookLayout) -> int:
    with village.write() as tx:
        return take_in_layouts(tx, layouts, "柳溪镇.json")


def test_a_new_village_has_the_five_kinds_that_come_along_and_gets_them_once(village: Village) -> None:
    assert [row.layout for row in kinds(village)] == list(SHIPPED)
    with village.write() as tx:
        assert bring_shipped_types(tx) == 0
    assert len(kinds(village, retired_too=True)) == len(SHIPPED)


def test_places_may_change_while_books_are_in_use_and_hold_for_them_at_once(village: Village) -> None:
    account = account_ids(village)[0]
    type_id = small_type(village)
    booked(village, (account,))
    book = issued(village, account, type_id)
    printed(village, book)
    lower = replace(kind(village, type_id).layout, first_mm=21.0, pitch_mm=7.0)
    assert changed(village, type_id, lower) == type_id
    row = kind(village, type_id)
    assert (row.layout, row.version, row.books, row.retired) == (lower, 1, 1, False)
    assert row_of(village, book).layout.middle_mm(2) == 28.0
    assert row_of(village, book).line == 2


def test_when_lines_are_counted_anew_books_in_use_keep_theirs_and_new_ones_get_the_next_version(
    village: Village,
) -> None:
    first, second, _ = account_ids(village)[:3]
    type_id = small_type(village)
    for _ in range(7):
        booked(village, (first, second))
    old = issued(village, first, type_id)
    printed(village, old)
    more = replace(kind(village, type_id).layout, lines=8)
    newer = changed(village, type_id, more)
    assert newer != type_id
    before, after = kind(village, type_id), kind(village, newer)
    assert (before.retired, before.version, before.layout.lines, before.books) == (True, 1, 5, 1)
    assert (after.retired, after.version, after.layout, after.books) == (False, 2, more, 0)
    assert named(village, more.name).id == newer
    assert row_of(village, old).layout.lines == 5
    fresh = issued(village, second, newer)
    assert [line.line for line in plan_of(village, fresh).lines] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    "counts",
    [{"pages": 3}, {"lines": 6}, {"carries": False}, {"spread": True}],
    ids=lambda each: next(iter(each)),
)
def test_pages_lines_carrying_and_feeding_opened_are_what_makes_a_version(
    village: Village, counts: dict[str, Any]
) -> None:
    type_id = small_type(village)
    issued(village, account_ids(village)[0], type_id)
    assert changed(village, type_id, replace(kind(village, type_id).layout, **counts)) != type_id


def test_a_kind_that_no_book_has_is_simply_changed(village: Village) -> None:
    type_id = small_type(village)
    assert changed(village, type_id, replace(SMALL, name="自家的", pages=40, lines=9)) == type_id
    row = kind(village, type_id)
    assert (row.layout.name, row.layout.pages, row.version) == ("自家的", 40, 1)


def test_what_keeping_does_is_said_before_it_is_done(village: Village) -> None:
    type_id = small_type(village)
    row = kind(village, type_id)
    assert layout_change(None, row.layout) is LayoutChange.NEW
    assert layout_change(row, row.layout) is LayoutChange.NONE
    assert layout_change(row, replace(row.layout, lines=6)) is LayoutChange.PLACES
    issued(village, account_ids(village)[0], type_id)
    row = kind(village, type_id)
    assert layout_change(row, replace(row.layout, lines=6)) is LayoutChange.VERSION
    assert layout_change(row, replace(row.layout, first_mm=row.layout.first_mm + 1)) is LayoutChange.PLACES


def test_two_kinds_in_use_never_have_one_name(village: Village) -> None:
    for name in (BIG.name, f"  {BIG.name} "):
        with pytest.raises(BookTypeTwice) as refused:
            own_type(village, replace(SMALL, name=name))
        assert refused.value.params["field"] == "name"
    with pytest.raises(BookTypeTwice):
        changed(village, named(village, SMALL.name).id, replace(SMALL, name=BIG.name))
    assert changed(village, named(village, SMALL.name).id, replace(SMALL, name=" 小折 ")) > 0
    assert named(village, "小折").layout.name == "小折"
    with pytest.raises(UnknownBookType):
        named(village, SMALL.name)


def test_a_kind_sent_twice_is_made_once(village: Village) -> None:
    uid, layout = new_uid(), replace(SMALL, name="自家的")
    ids = []
    for _ in range(2):
        with village.write() as tx:
            ids.append(add_book_type(tx, layout, uid))
    assert ids[0] == ids[1]
    assert [row.layout.name for row in kinds(village)].count("自家的") == 1


def test_a_retired_kind_is_not_offered_but_its_books_go_on(village: Village) -> None:
    account = account_ids(village)[0]
    type_id = small_type(village)
    book = issued(village, account, type_id)
    retired(village, type_id)
    assert type_id not in [row.id for row in kinds(village)]
    assert type_id in [row.id for row in kinds(village, retired_too=True)]
    booked(village, (account,))
    printed(village, book)
    assert row_of(village, book).line == 2
    with village.write() as tx:
        reinstate_book_type(tx, type_id)
    assert type_id in [row.id for row in kinds(village)]


def test_the_name_of_a_retired_kind_is_free_and_goes_on_counting_versions(village: Village) -> None:
    old = small_type(village)
    name = kind(village, old).layout.name
    retired(village, old)
    new = own_type(village, replace(SMALL, name=name))
    assert (kind(village, old).version, kind(village, new).version) == (1, 2)
    with pytest.raises(BookTypeTwice), village.write() as tx:
        reinstate_book_type(tx, old)
    other = small_type(village, pages=3)
    retired(village, new)
    assert changed(village, other, replace(kind(village, other).layout, name=name)) == other
    assert kind(village, other).version == 3


def test_of_a_retired_kind_only_places_change_for_the_books_that_have_it(village: Village) -> None:
    type_id = small_type(village)
    issued(village, account_ids(village)[0], type_id)
    retired(village, type_id)
    layout = kind(village, type_id).layout
    assert changed(village, type_id, replace(layout, first_mm=layout.first_mm + 1)) == type_id
    assert kind(village, type_id).retired
    with pytest.raises(BookTypeRetired):
        changed(village, type_id, replace(layout, lines=6))
    assert kind(village, type_id).layout == replace(layout, first_mm=layout.first_mm + 1)


def test_only_who_may_change_settings_changes_kinds_of_books(village: Village) -> None:
    type_id = small_type(village)
    with village.write() as tx:
        set_pin(tx, village.actor.operator_id, "483920")
        recorder = add_operator(tx, AddOperator("赵会计", frozenset({Role.RECORDER}), "583920", None))
    village.actor = Actor(recorder, "赵会计")
    acts: list[Callable[[Any], object]] = [
        lambda tx: add_book_type(tx, replace(SMALL, name="自家的"), new_uid()),
        lambda tx: change_book_type(tx, type_id, replace(SMALL, name="自家的")),
        lambda tx: retire_book_type(tx, type_id),
        lambda tx: reinstate_book_type(tx, type_id),
        lambda tx: take_in_layouts(tx, (), "x"),
    ]
    for act in acts:
        with pytest.raises(NotAllowed), village.write() as tx:
            act(tx)


def test_a_kind_that_is_not_there_is_named(village: Village) -> None:
    for act in (
        lambda: kind(village, 999),
        lambda: retired(village, 999),
        lambda: changed(village, 999, BIG),
    ):
        with pytest.raises(UnknownBookType):
            act()


def test_a_file_of_another_village_adds_what_is_new_and_changes_what_is_known(village: Village) -> None:
    issued(village, account_ids(village)[0], named(village, BIG.name).id)
    moved, fewer = replace(BIG, first_mm=BIG.first_mm + 1), replace(SMALL, lines=9)
    own = replace(SMALL, name="柳溪折")
    layouts = (moved, fewer, own, SHIPPED[2])
    with village.read() as scope:
        arrivals = layout_arrivals(scope, layouts)
    assert [each.change for each in arrivals] == [
        LayoutChange.PLACES,
        LayoutChange.PLACES,
        LayoutChange.NEW,
        LayoutChange.NONE,
    ]
    assert [each.before.books if each.before else None for each in arrivals] == [1, 0, None, 0]
    assert taken_in(village, *layouts) == 3
    assert named(village, BIG.name).layout == moved
    assert named(village, SMALL.name).layout == fewer
    assert named(village, "柳溪折").layout == own
    with village.read() as scope:
        noted = scope.session.scalars(select(AuditRow).where(AuditRow.act == "layouts-taken-in")).all()
    assert [row.detail for row in noted] == ["柳溪镇.json"]
    assert taken_in(village, *layouts) == 0


def test_a_file_that_counts_lines_anew_makes_a_version_here_as_well(village: Village) -> None:
    old = issued(village, account_ids(village)[0], named(village, BIG.name).id)
    assert taken_in(village, replace(BIG, lines=18)) == 1
    assert (named(village, BIG.name).version, named(village, BIG.name).layout.lines) == (2, 18)
    assert row_of(village, old).layout.lines == BIG.lines


def test_a_file_with_one_name_twice_is_refused_whole(village: Village) -> None:
    with pytest.raises(BookTypeTwice):
        taken_in(village, replace(SMALL, name="柳溪折"), replace(BIG, name="柳溪折 "))
    assert [row.layout for row in kinds(village)] == list(SHIPPED)


@pytest.mark.parametrize("layout", SHIPPED, ids=lambda layout: layout.name)
def test_each_shipped_kind_can_be_printed_and_survives_its_journey(layout: BookLayout) -> None:
    check_layout(layout)
    again = read_layout(written_layout(layout))
    assert again == layout
    assert read_layout(written_layout(again)) == layout
    lowest = layout.middle_mm(layout.lines) + layout.pitch_mm / 2
    assert lowest <= layout.height_mm
    fold = layout.fold_mm()
    if fold is not None:
        middles = [layout.middle_mm(line) for line in range(1, layout.lines + 1)]
        half = layout.pitch_mm / 2
        assert all(middle + half <= fold[0] + 1e-9 or middle - half >= fold[1] - 1e-9 for middle in middles)


def test_slots_pages_and_lines_belong_together() -> None:
    places = [(BIG.page_of(slot), BIG.line_of(slot)) for slot in range(1, BIG.capacity + 1)]
    assert places[0] == (1, 1)
    assert places[BIG.lines] == (2, 1)
    assert places[-1] == (BIG.pages, BIG.lines)
    assert [BIG.slot_of(*place) for place in places] == list(range(1, BIG.capacity + 1))


def column(kind: ColumnKind, **wanted: Any) -> BookLayout:
    """The plain book with one column otherwise."""
    return replace(
        PLAIN_BOOK,
        columns=tuple(replace(each, **wanted) if each.kind is kind else each for each in PLAIN_BOOK.columns),
    )


def without(kind: ColumnKind) -> BookLayout:
    return replace(PLAIN_BOOK, columns=tuple(each for each in PLAIN_BOOK.columns if each.kind is not kind))


WRONG: dict[str, tuple[BookLayout, type[LayoutWrong], str]] = {
    "no name": (replace(PLAIN_BOOK, name="  "), LayoutNameWrong, "name"),
    "long name": (replace(PLAIN_BOOK, name="折" * 31), LayoutNameWrong, "name"),
    "name of two lines": (replace(PLAIN_BOOK, name="大\n折"), LayoutNameWrong, "name"),
    "narrow page": (replace(PLAIN_BOOK, width_mm=59.9), LayoutNumberOutside, "width_mm"),
    "wide page": (replace(PLAIN_BOOK, width_mm=421), LayoutNumberOutside, "width_mm"),
    "low page": (replace(PLAIN_BOOK, height_mm=10), LayoutNumberOutside, "height_mm"),
    "high page": (replace(PLAIN_BOOK, height_mm=421), LayoutNumberOutside, "height_mm"),
    "no pages": (replace(PLAIN_BOOK, pages=0), LayoutNumberOutside, "pages"),
    "97 pages": (replace(PLAIN_BOOK, pages=97), LayoutNumberOutside, "pages"),
    "3 lines": (replace(PLAIN_BOOK, lines=3, fold_after=0, fold_skip=0), LayoutNumberOutside, "lines"),
    "61 lines": (replace(PLAIN_BOOK, lines=61), LayoutNumberOutside, "lines"),
    "lines too close": (replace(PLAIN_BOOK, pitch_mm=3.9), LayoutNumberOutside, "pitch_mm"),
    "endless pitch": (replace(PLAIN_BOOK, pitch_mm=float("inf")), LayoutNumberOutside, "pitch_mm"),
    "lines beyond the page": (replace(PLAIN_BOOK, lines=24), LinesBeyondPage, "pitch_mm"),
    "line 1 over the edge": (replace(PLAIN_BOOK, first_mm=3.0), LayoutNumberOutside, "first_mm"),
    "line 1 nowhere": (replace(PLAIN_BOOK, first_mm=float("nan")), LayoutNumberOutside, "first_mm"),
    "fold after the last line": (replace(PLAIN_BOOK, fold_after=20), LayoutNumberOutside, "fold_after"),
    "fold before the page": (replace(PLAIN_BOOK, fold_after=-1), LayoutNumberOutside, "fold_after"),
    "fold of 21 lines": (replace(PLAIN_BOOK, fold_skip=21), LayoutNumberOutside, "fold_skip"),
    "fold without width": (replace(PLAIN_BOOK, fold_skip=0), FoldHalf, "fold_skip"),
    "fold without place": (replace(PLAIN_BOOK, fold_after=0), FoldHalf, "fold_after"),
    "no balance": (without(ColumnKind.BALANCE), ColumnMissing, "columns"),
    "no columns": (replace(PLAIN_BOOK, columns=()), ColumnMissing, "columns"),
    "a column twice": (
        replace(PLAIN_BOOK, columns=(*PLAIN_BOOK.columns, PLAIN_BOOK.columns[0])),
        LayoutWrong,
        "columns",
    ),
    "narrow column": (column(ColumnKind.SEQ, width_mm=3.9), LayoutNumberOutside, "columns"),
    "tiny text": (column(ColumnKind.CODE, size=3.9), LayoutNumberOutside, "columns"),
    "huge text": (column(ColumnKind.DAY, size=25), LayoutNumberOutside, "columns"),
    "left of the page": (column(ColumnKind.SEQ, left_mm=-1), LayoutNumberOutside, "columns"),
    "one over the other": (column(ColumnKind.SEQ, width_mm=8), ColumnsOverlap, "columns"),
    "beyond the page": (column(ColumnKind.CODE, width_mm=20), ColumnBeyondPage, "columns"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_layout_that_no_printer_could_print_is_refused_by_its_field(case: str, village: Village) -> None:
    layout, error, field = WRONG[case]
    with pytest.raises(LayoutWrong) as refused:
        check_layout(layout)
    assert type(refused.value) is error
    assert refused.value.params["field"] == field
    with pytest.raises(LayoutWrong):
        own_type(village, layout)
    with pytest.raises((LayoutWrong, LayoutUnreadable)):
        read_layout(written_layout(layout))


def test_what_is_wrong_with_a_column_names_the_column_and_which_number() -> None:
    with pytest.raises(ColumnsOverlap) as refused:
        check_layout(column(ColumnKind.SEQ, width_mm=8))
    assert (refused.value.params["column"], refused.value.params["part"]) == (ColumnKind.DAY, "left_mm")
    with pytest.raises(LayoutNumberOutside) as outside:
        check_layout(column(ColumnKind.CODE, size=30))
    assert (outside.value.params["column"], outside.value.params["part"]) == (ColumnKind.CODE, "size")
    assert (outside.value.params["least"], outside.value.params["most"]) == ("4", "24")


def test_every_part_of_a_layout_travels() -> None:
    columns = (
        BookColumn(ColumnKind.DAY, 2.5, 20.25, Align.CENTRE, 9.5),
        *(
            BookColumn(each, 25.0 + 20 * place, 20.0, Align.LEFT, 8.0)
            for place, each in enumerate(
                (ColumnKind.WORDS, ColumnKind.CREDIT, ColumnKind.DEBIT, ColumnKind.BALANCE)
            )
        ),
    )
    layout = BookLayout(
        "红折 “新”", Colour.RED, 130.5, 90.25, 8, 9, 20.0, 6.35, columns, 4, 1, False, False, True
    )
    assert read_layout(written_layout(layout)) == layout


def test_a_layout_of_an_older_or_newer_program_is_refused_whole() -> None:
    newer = asdict(PLAIN_BOOK) | {"staples": 2}
    older = {key: value for key, value in asdict(PLAIN_BOOK).items() if key != "pitch_mm"}
    wider = asdict(PLAIN_BOOK)
    wider["columns"] = [each | {"bold": True} for each in wider["columns"]]
    unknown = asdict(PLAIN_BOOK)
    unknown["columns"] = [unknown["columns"][0] | {"kind": "stars"}, *unknown["columns"][1:]]
    for values in (newer, older, wider, unknown):
        with pytest.raises(LayoutUnreadable):
            read_layout(json.dumps(values))


@pytest.mark.parametrize(
    "text",
    ["", "坏了", "null", "3", "[]", '"大折"', "{}", '{"columns": 3}', "[" * 100_000,
     '{"columns": [], "colour": 1}'],
)  # fmt: skip
def test_what_is_no_layout_is_refused(text: str) -> None:
    with pytest.raises(LayoutUnreadable):
        read_layout(text)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to all values of a JSON document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(way for key, each in inner for way in places_in(each, (*path, key)))]


PLAIN: dict[str, Any] = json.loads(written_layout(PLAIN_BOOK))
WAYS = [way for way in places_in(PLAIN) if way]
JUNK: Any = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 500),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([10**400, "", "12", "红", "left", "balance", [], {}, [1], {"kind": "day"}]),
    st.text(max_size=3),
)


def spoilt(document: Any, way: tuple[Any, ...], junk: Any, remove: bool) -> Any:
    document = json.loads(json.dumps(document))
    inner = document
    for key in way[:-1]:
        inner = inner[key]
    if remove:
        del inner[way[-1]]
    else:
        inner[way[-1]] = junk
    return document


@settings(max_examples=400, deadline=None)
@given(way=st.sampled_from(WAYS), junk=JUNK, remove=st.booleans())
def test_damage_anywhere_is_refused_or_leaves_a_layout_that_can_be_printed(
    way: tuple[Any, ...], junk: Any, remove: bool
) -> None:
    text = json.dumps(spoilt(PLAIN, way, junk, remove))
    try:
        layout = read_layout(text)
    except (LayoutUnreadable, LayoutWrong):
        return
    check_layout(layout)
    assert read_layout(written_layout(layout)) == layout
    for count in (layout.pages, layout.lines, layout.fold_after, layout.fold_skip):
        assert type(count) is int
    for yes in (layout.blank, layout.carries, layout.spread):
        assert type(yes) is bool


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, len(written_layout(PLAIN_BOOK)) - 1), sign=st.characters(codec="utf-8"))
def test_a_file_cut_short_or_with_a_wrong_sign_never_brings_the_program_down(at: int, sign: str) -> None:
    text = written_layout(PLAIN_BOOK)
    with pytest.raises(LayoutUnreadable):
        read_layout(text[:at])
    with suppress(LayoutUnreadable, LayoutWrong):
        check_layout(read_layout(text[:at] + sign + text[at + 1 :]))
