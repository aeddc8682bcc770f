from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from passbook_desk.ui.kit.icons import Badge
from passbook_desk.ui.kit.rows import PAGE, ROW, SORT, Column, RowsModel
from passbook_desk.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Household:
    number: int
    head: str


COLUMNS: tuple[Column[Household], ...] = (
    Column("number", "序", lambda row: f"{row.number} 号", sort=lambda row: row.number, figures=True),
    Column("head", "户主", lambda row: row.head, badge=lambda row: Badge.STAR if row.number == 2 else None),
)
ROWS = tuple(Household(number, head) for number, head in ((10, "王"), (9, "李"), (2, "张")))


@pytest.fixture
def model(theme: Theme) -> RowsModel[Household]:
    return RowsModel(COLUMNS, ROWS)


def _column(model: RowsModel[Household], column: int) -> list[object]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules_through_all_it_does(
    model: RowsModel[Household], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    model.sort(0)
    model.set_filter(lambda row: row.number > 2)
    model.set_rows(ROWS * 3)
    model.set_pages(500, lambda _offset, _limit: None)
    model.put_page(200, ROWS)
    qtmodeltester.check(model)


def test_figures_are_sorted_as_figures_and_go_back_to_their_order(model: RowsModel[Household]) -> None:
    model.sort(0)
    assert _column(model, 0) == ["2 号", "9 号", "10 号"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert _column(model, 0) == ["10 号", "9 号", "2 号"]
    model.sort(-1)
    assert _column(model, 1) == ["王", "李", "张"]


def test_a_held_row_stays_the_same_row_when_sorted(model: RowsModel[Household]) -> None:
    held = QPersistentModelIndex(model.index(0, 1))
    model.sort(0)
    assert held.row() == 2
    assert held.data() == "王"


def test_a_filter_stays_in_force_for_new_rows(model: RowsModel[Household]) -> None:
    model.set_filter(lambda row: row.head != "李")
    assert _column(model, 1) == ["王", "张"]
    model.set_rows((*ROWS, Household(1, "赵")))
    assert _column(model, 1) == ["王", "张", "赵"]
    model.set_filter(None)
    assert model.rows() == (*ROWS, Household(1, "赵"))


def test_roles_give_the_row_its_sort_key_and_its_sides(model: RowsModel[Household]) -> None:
    figure, name = model.index(2, 0), model.index(2, 1)
    assert figure.data(ROW) == ROWS[2]
    assert figure.data(SORT) == 2
    assert figure.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert name.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert name.data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(0, 1).data(Qt.ItemDataRole.DecorationRole) is None
    assert name.data(Qt.ItemDataRole.AccessibleTextRole) == "户主 张"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "户主"


def test_pages_are_asked_for_once_and_only_when_they_are_looked_at(model: RowsModel[Household]) -> None:
    asked: list[tuple[int, int]] = []
    model.set_pages(1_000_000, lambda offset, limit: asked.append((offset, limit)))
    assert asked == []
    assert model.index(999_999, 0).data() == "…"
    assert model.index(999_998, 1).data() == "…"
    assert asked == [(999_800, PAGE)]
    model.put_page(999_800, [Household(number, "王") for number in range(200)])
    assert model.index(999_999, 0).data() == "199 号"
    assert model.row_at(0) is None
    assert len(model.rows()) == 200


def test_a_page_that_comes_too_late_is_left_out(model: RowsModel[Household]) -> None:
    model.set_pages(3, lambda _offset, _limit: None)
    model.put_page(2, ROWS)
    assert model.rows() == ROWS[:1]
    model.set_rows(ROWS)
    model.put_page(0, ROWS * 2)
    assert model.rows() == ROWS


def test_a_row_is_found_where_it_is_shown(qtbot: QtBot, model: RowsModel[Household]) -> None:
    model.sort(0)
    assert model.find(lambda row: row.head == "王") == 2
    assert model.find(lambda row: row.head == "赵") is None
    assert model.row_at(7) is None
