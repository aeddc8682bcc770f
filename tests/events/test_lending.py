"""Tables, chairs and sheds of the village: lent for feasts, brought back, what is short or broken."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders.guards import tampered
from builders.village import Village, household, new_village
from passbook_desk.features.activity.queries import log_page
from passbook_desk.features.activity.values import LogAsked, LogGroup
from passbook_desk.features.activity.words import sentence
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.errors import UnknownEvent
from passbook_desk.features.events.lending.commands import LARGEST_COUNT, bring_back, keep_equipment, lend_out
from passbook_desk.features.events.lending.errors import (
    BackBeforeOut,
    BorrowerMissing,
    CountTooLarge,
    DueBeforeOut,
    EquipmentNameMissing,
    EquipmentThere,
    EquipmentUnitMissing,
    LendingTextTooLong,
    LessThanOut,
    MoreThanLent,
    MovedInFuture,
    NothingCounted,
    NotThatMany,
    UnknownEquipment,
    UnknownLoan,
)
from passbook_desk.features.events.lending.queries import equipment, equipment_named, loans, overdue_loans
from passbook_desk.features.events.lending.values import BringBack, KeepEquipment, LendOut, LoanRow
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, RegisterEvent
from passbook_desk.features.households.errors import UnknownHousehold
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid

TODAY = date(2026, 6, 1)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """60 tables and 4 sheds; 王建国's household marries a son on 2026-06-03. Today is 2026-06-01."""
    village = new_village(tmp_path)
    meeting = date(2026, 1, 15)
    with village.write() as tx:
        host = household(tx, "01001", "王建国").id
        household(tx, "01002", "李秀英")
        adopt_standard(tx, AdoptStandard(meeting, "2026-1", meeting, "", starter_standard()))
        register_event(tx, RegisterEvent(new_uid(), EventKind.WEDDING, host, date(2026, 6, 3)), village.key)
    counted(village, "桌子", "张", 60)
    counted(village, "帐篷", "顶", 4)
    return village


def counted(
    village: Village, name: str, unit: str, total: int, known: int | None = None, words: str = ""
) -> int:
    with village.write() as tx:
        return keep_equipment(tx, KeepEquipment(new_uid(), name, unit, total, known, words))


def lent(village: Village, count: int, **more: object) -> int:
    given = {"uid": new_uid(), "equipment_id": 1, "count": count, "moved_on": TODAY, "event_id": 1} | more
    with village.write() as tx:
        return lend_out(tx, LendOut(**given))  # type: ignore[arg-type]


def came_back(village: Village, loan: int, count: int, **more: object) -> LoanRow:
    given = {"uid": new_uid(), "loan_id": loan, "count": count, "moved_on": TODAY} | more
    with village.write() as tx:
        return bring_back(tx, BringBack(**given))  # type: ignore[arg-type]


def stock(village: Village) -> list[tuple[str, int, int, int]]:
    """Name, total, out, free."""
    with village.read() as scope:
        return [(row.name, row.total, row.out, row.free) for row in equipment(scope)]


def test_what_is_lent_for_a_wedding_is_out_until_it_comes_back(village: Village) -> None:
    loan = lent(village, 25, who="王建军")
    assert stock(village) == [("桌子", 60, 25, 35), ("帐篷", 4, 0, 4)]
    with village.read() as scope:
        (row,) = loans(scope, event_id=1)
        assert loans(scope, event_id=2) == ()
    assert (row.event_number, row.household_code, row.head_name, row.who, row.open) == (
        "2026-001", "01001", "王建国", "王建军", 25,
    )  # fmt: skip
    assert came_back(village, loan, 20).open == 5
    assert came_back(village, loan, 5).open == 0
    assert stock(village)[0] == ("桌子", 60, 0, 60)
    with village.read() as scope:
        assert loans(scope, open_only=True) == ()


def test_what_is_short_or_broken_is_told_in_numbers_and_words_and_is_gone_from_stock(
    village: Village,
) -> None:
    loan = lent(village, 25)
    row = came_back(village, loan, 21, short=1, broken=3, words="三张断腿，一张找不到")
    assert (row.back, row.short, row.broken, row.open) == (21, 1, 3, 0)
    assert row.words == ("三张断腿，一张找不到",)
    assert stock(village)[0] == ("桌子", 56, 0, 56)
    counted(village, "桌子", "张", 59, known=1, words="修好三张")
    assert stock(village)[0] == ("桌子", 59, 0, 59)


def test_never_more_is_out_than_there_is(village: Village) -> None:
    lent(village, 50)
    with pytest.raises(NotThatMany) as refused:
        lent(village, 11)
    assert refused.value.params["free"] == 10
    lent(village, 10, event_id=None, household_id=2)
    assert stock(village)[0] == ("桌子", 60, 60, 0)
    with pytest.raises(LessThanOut):
        counted(village, "桌子", "张", 59, known=1)


def test_things_of_an_event_are_overdue_two_days_after_it(village: Village) -> None:
    loan = lent(village, 25)
    lent(village, 5, event_id=None, household_id=2, due_on=date(2026, 6, 2))
    lent(village, 3, event_id=None, household_id=2)
    overdue = {}
    for day in range(2, 7):
        village.on(date(2026, 6, day))
        with village.read() as scope:
            overdue[day] = [row.count for row in overdue_loans(scope)]
    assert overdue == {2: [], 3: [5], 4: [5], 5: [5, 25], 6: [5, 25]}
    came_back(village, loan, 25)
    with village.read() as scope:
        assert [row.count for row in overdue_loans(scope)] == [5]


def test_things_lent_after_the_feast_are_due_the_day_after_they_left(village: Village) -> None:
    village.on(date(2026, 6, 10))
    lent(village, 2, moved_on=date(2026, 6, 10))
    with village.read() as scope:
        (row,) = loans(scope)
    assert (row.due_on, row.overdue) == (date(2026, 6, 11), False)


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"count": 0}, NothingCounted),
        ({"equipment_id": 9}, UnknownEquipment),
        ({"event_id": None}, BorrowerMissing),
        ({"household_id": 1}, BorrowerMissing),
        ({"event_id": 9}, UnknownEvent),
        ({"event_id": None, "household_id": 9}, UnknownHousehold),
        ({"moved_on": date(2026, 6, 2)}, MovedInFuture),
        ({"due_on": date(2026, 5, 31)}, DueBeforeOut),
        ({"who": "王" * 41}, LendingTextTooLong),
    ],
)
def test_a_loan_that_cannot_be_is_refused(
    village: Village, more: dict[str, object], refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        lent(village, **({"count": 1} | more))  # type: ignore[arg-type]
    assert stock(village)[0] == ("桌子", 60, 0, 60)


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"count": 0}, NothingCounted),
        ({"count": 3, "broken": -1}, NothingCounted),
        ({"count": 8, "short": 1, "broken": 2}, MoreThanLent),
        ({"moved_on": date(2026, 5, 29)}, BackBeforeOut),
        ({"moved_on": date(2026, 6, 2)}, MovedInFuture),
        ({"words": "断" * 41}, LendingTextTooLong),
    ],
)
def test_a_return_that_cannot_be_is_refused(
    village: Village, more: dict[str, object], refusal: type[UserError]
) -> None:
    loan = lent(village, 10, moved_on=date(2026, 5, 30))
    with pytest.raises(refusal):
        came_back(village, loan, **({"count": 1} | more))  # type: ignore[arg-type]
    with pytest.raises(UnknownLoan):
        came_back(village, 99, 1)
    assert stock(village)[0] == ("桌子", 60, 10, 50)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ((" ", "张", 1), EquipmentNameMissing),
        (("椅子", " ", 1), EquipmentUnitMissing),
        (("椅" * 41, "把", 1), LendingTextTooLong),
        (("椅子", "把", -1), CountTooLarge),
        (("椅子", "把", LARGEST_COUNT + 1), CountTooLarge),
        (("桌子", "张", 1), EquipmentThere),
        (("桌子", "张", 1, 2), EquipmentThere),
        (("椅子", "把", 1, 9), UnknownEquipment),
    ],
)
def test_a_thing_that_cannot_be_is_refused(
    village: Village, given: tuple[str, str, int], refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        counted(village, *given)
    assert [row[0] for row in stock(village)] == ["桌子", "帐篷"]


def test_the_same_save_again_moves_nothing_twice(village: Village) -> None:
    thing, out, back = new_uid(), new_uid(), new_uid()
    for _ in range(2):
        with village.write() as tx:
            keep_equipment(tx, KeepEquipment(thing, "灶具", "套", 2))
    loans_made = {lent(village, 10, uid=out) for _ in range(2)}
    (loan,) = loans_made
    for _ in range(2):
        came_back(village, loan, 4, uid=back)
    assert stock(village) == [("桌子", 60, 6, 54), ("帐篷", 4, 0, 4), ("灶具", 2, 0, 2)]


def test_a_thing_is_found_by_its_name_and_gets_another(village: Village) -> None:
    counted(village, "圆桌", "张", 60, known=1)
    with village.read() as scope:
        assert equipment_named(scope, " 圆桌").total == 60
        with pytest.raises(UnknownEquipment):
            equipment_named(scope, "桌子")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(["out", "back", "short", "broken", "count"]), st.integers(0, 70)),
        max_size=12,
    )
)
def test_whatever_is_lent_and_brought_back_the_numbers_agree(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("store")
    village = new_village(folder)
    with village.write() as tx:
        household(tx, "01001", "王建国")
    counted(village, "桌子", "张", 60)
    total, open_loans = 60, {}
    for act, count in acts:
        out = sum(open_loans.values())
        try:
            if act == "out":
                loan = lent(village, count, event_id=None, household_id=1)
                open_loans[loan] = count
            elif act == "count":
                counted(village, "桌子", "张", count, known=1)
                total = count
            elif open_loans:
                loan = next(iter(open_loans))
                came_back(
                    village, loan, count if act == "back" else 0, **({} if act == "back" else {act: count})
                )
                open_loans[loan] -= count
                total -= 0 if act == "back" else count
        except (NothingCounted, NotThatMany, MoreThanLent, LessThanOut):
            assert count == 0 or count > total - out or count > next(iter(open_loans.values())) or count < out
        out = sum(open_loans.values())
        assert stock(village) == [("桌子", total, out, total - out)]
        assert 0 <= out <= total
    with village.read() as scope:
        verify_audit(scope)
        assert {row.id: row.open for row in loans(scope, open_only=True)} == {
            loan: count for loan, count in open_loans.items() if count
        }
    village.store.close()


_COPY = (
    "INSERT INTO equipment_move SELECT id + 9, 'u', equipment_id, {number}, kind, moved_on, {count}, {short},"
    " broken, event_id, household_id, loan_id, due_on, who, words, recorded_at, recorded_by"
    " FROM equipment_move WHERE id = {id}"
)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM equipment", "a kind of thing stays"),
        ("UPDATE equipment_move SET count = 1", "append-only"),
        ("DELETE FROM equipment_move", "append-only"),
        (_COPY.format(id=3, number=9, count=1, short=0), "one after the other"),
        (_COPY.format(id=3, number=4, count=41, short=0), "more out than there is"),
        (_COPY.format(id=1, number=4, count=-41, short=0), "more out than there is"),
        (_COPY.format(id=4, number=4, count=19, short=2), "more back than was lent"),
        (_COPY.format(id=4, number=4, count=0, short=0), "count_fits_kind"),
        (_COPY.format(id=3, number=4, count=1, short=1), "short_comes_back"),
    ],
)
def test_the_file_itself_guards_what_is_lent(village: Village, statement: str, said: str) -> None:
    came_back(village, lent(village, 30), 10)
    village.store.close()
    with (
        closing(sqlite3.connect(village.path)) as connection,
        pytest.raises(sqlite3.DatabaseError, match=said),
    ):
        connection.execute(statement)


@pytest.mark.parametrize(("table", "column"), [("equipment", "unit"), ("equipment_move", "words")])
def test_a_row_changed_behind_the_program_is_found(village: Village, table: str, column: str) -> None:
    lent(village, 30)
    changed = tampered(village, lambda file: file.execute(f"UPDATE {table} SET {column} = '改'"))
    with changed.read() as scope, pytest.raises(MasterRowChanged):
        verify_audit(scope)


def test_the_log_tells_what_was_moved(village: Village) -> None:
    village.on(date(2026, 6, 2))
    loan = lent(village, 30)
    village.on(date(2026, 6, 3))
    came_back(village, loan, 10)
    village.on(date(2026, 6, 4))
    counted(village, "圆桌", "张", 60, known=1)
    with village.read() as scope:
        rows = log_page(scope, LogAsked(first=date(2026, 6, 2), group=LogGroup.EVENTS)).rows
    assert [sentence(row) for row in rows] == [
        "改借用的物品",
        "借用物品：归还 1 笔",
        "借用物品：借出 1 笔",
    ]
