"""Lines of the grid: repeat signs, sums, days, troubles by row, rows pasted out of WPS."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.entry import EntryDesk
from builders.village import household, settled_village
from passbook_desk.ui.pages.ledger.lines import Cell, LineSheet, Trouble
from passbook_desk.ui.pages.ledger.values import Way
from passbook_desk.ui.pages.ledger.words import problem_words


@pytest.fixture
def desk(tmp_path: Path) -> EntryDesk:
    return EntryDesk(settled_village(tmp_path))


@pytest.fixture
def sheet(desk: EntryDesk) -> LineSheet:
    return desk.presenter.lines


@pytest.mark.parametrize("sign", ["..", "。。", "．．", "=", "＝", "……"])
def test_signs_for_the_cell_above_as_any_keyboard_sends_them(
    desk: EntryDesk, sheet: LineSheet, sign: str
) -> None:
    desk.write(0, "01001", "101")
    sheet.write(0, Cell.MEMO, "扫街")
    sheet.write(1, Cell.BOOK, sign)
    sheet.write(1, Cell.ITEM, sign)
    sheet.write(1, Cell.MEMO, sign)
    first, second = sheet.lines[:2]
    assert (second.book, second.item, second.text(Cell.MEMO)) == (first.book, first.item, "扫街")


@pytest.mark.parametrize("sign", ["//", "、、", "／／"])
def test_signs_for_the_first_line(desk: EntryDesk, sheet: LineSheet, sign: str) -> None:
    for row, memo in enumerate(("第一", "第二")):
        desk.write(row, "01001", "101")
        sheet.write(row, Cell.MEMO, memo)
    sheet.write(2, Cell.MEMO, sign)
    assert sheet.lines[2].text(Cell.MEMO) == "第一"


@pytest.mark.parametrize(
    ("item", "text", "worth"),
    [
        ("101", "", "10"),
        ("101", "=", "10"),
        ("101", "＝", "10"),
        ("205", "5*3", "15"),
        ("205", "5×3", "15"),
        ("205", "１２", "12"),
        ("201", "*4", "4"),
        ("201", "=*4", "4"),
        ("201", "4", "4"),
        ("753", "5", "-5"),
        ("753", "-5", "-5"),
    ],
)
def test_points_as_clerks_type_them(
    desk: EntryDesk, sheet: LineSheet, item: str, text: str, worth: str
) -> None:
    desk.write(0, "01001", item, text)
    assert str(sheet.lines[0].worth()) == worth


def test_days_are_read_leniently_and_the_next_line_begins_with_the_last_one(
    desk: EntryDesk, sheet: LineSheet
) -> None:
    for text, day in (
        ("5.20", date(2026, 5, 20)),
        ("昨天", date(2026, 5, 31)),
        ("0518", date(2026, 5, 18)),
        ("5。20", date(2026, 5, 20)),
    ):
        sheet.write(0, Cell.DAY, text)
        assert sheet.lines[0].day == day
    desk.write(0, "01001", "101")
    assert sheet.lines[1].day == date(2026, 5, 20)


def test_every_trouble_names_its_row_and_its_cure(desk: EntryDesk, sheet: LineSheet) -> None:
    desk.write(0, "没有这户", "999", "五分")
    sheet.write(0, Cell.DAY, "13.45")
    sheet.write(1, Cell.MEMO, "只写了摘要")
    sheet.write(1, Cell.DAY, "")
    desk.write(2, "01001", "205")
    said = [(problem.row, problem.trouble) for problem in sheet.problems()]
    assert said == [
        (0, Trouble.UNKNOWN_BOOK),
        (0, Trouble.UNKNOWN_ITEM),
        (0, Trouble.NOT_A_DAY),
        (1, Trouble.NO_BOOK),
        (1, Trouble.NO_ITEM),
        (1, Trouble.NO_DAY),
        (2, Trouble.NO_POINTS),
    ]
    assert problem_words(sheet.problems()[1]) == "第 1 行：没有“999”这个事项，按 F7 看全部。"
    sheet.write(0, Cell.ITEM, "101")
    assert Trouble.NOT_POINTS in {problem.trouble for problem in sheet.problems()}


def test_a_rule_of_the_village_is_named_by_row_and_may_be_confirmed(
    desk: EntryDesk, sheet: LineSheet
) -> None:
    desk.write(0, "01001", "201")
    desk.write(1, "01001", "201")
    (problem,) = sheet.problems()
    assert (problem.row, problem.is_rule) == (1, True)
    assert problem_words(problem).startswith("第 2 行：王建国")
    assert sheet.confirm(1)
    desk.presenter.preview_lines()
    assert sheet.problems() == ()
    assert not sheet.confirm(0)


def test_lines_are_put_in_copied_and_taken_away(desk: EntryDesk, sheet: LineSheet) -> None:
    desk.write(0, "01001", "101")
    desk.write(1, "02001", "102")
    assert sheet.copy_down(1, Cell.ITEM)
    assert sheet.lines[1].text(Cell.ITEM) == "101"
    sheet.insert(1)
    assert [line.is_blank for line in sheet.lines] == [False, True, False, True]
    sheet.remove(0)
    sheet.remove(len(sheet.lines) - 1)
    assert [line.text(Cell.BOOK) for line in sheet.lines] == ["", "02001", ""]


def test_rows_pasted_with_a_header_find_their_columns(desk: EntryDesk, sheet: LineSheet) -> None:
    desk.presenter.paste(
        "日期\t姓名\t事项\t积分\t备注\r\n5.20\t王建国\t101\t\t扫街\r\n5.21\t欧阳明\t205\t15\t\r\n"
    )
    first, second = sheet.lines[:2]
    assert first.book is not None
    assert second.item is not None
    assert (first.book.owner_code, first.day, first.text(Cell.MEMO)) == ("01001", date(2026, 5, 20), "扫街")
    assert (second.item.item.code, str(second.worth())) == ("205", "15")
    assert sheet.problems() == ()
    assert desk.view.taken_up == [Way.GRID]


def test_rows_pasted_without_a_header_stand_as_in_the_grid(desk: EntryDesk, sheet: LineSheet) -> None:
    desk.presenter.paste("1\t01001\t101\t\t扫街\t5.20\n2\t02001\t101\t10\t\t5.20\n")
    assert [(line.texts[0], line.texts[1], line.day) for line in sheet.lines[:2]] == [
        ("01001", "101", date(2026, 5, 20)),
        ("02001", "101", date(2026, 5, 20)),
    ]
    assert [line.book is not None for line in sheet.lines[:2]] == [True, True]


def test_a_pasted_name_of_several_households_is_not_guessed(desk: EntryDesk, sheet: LineSheet) -> None:
    with desk.village.write() as tx:
        household(tx, "02002", "王建国")
    desk.presenter.paste("王建国\t101\n欧阳明\t101\n")
    (problem,) = sheet.problems()
    assert (problem.trouble, problem.text) == (Trouble.SEVERAL_BOOKS, "01001、02002")


def test_at_most_five_hundred_lines_are_taken(desk: EntryDesk, sheet: LineSheet) -> None:
    desk.presenter.paste("01001\t101\n" * 600)
    assert (len([line for line in sheet.lines if not line.is_blank]), desk.view.cut) == (500, 100)


def test_a_line_half_filled_in_is_saved_with_what_it_means(desk: EntryDesk, sheet: LineSheet) -> None:
    desk.write(0, "01001", "101")
    before = sheet.lines[0]
    sheet.lines[0] = replace(before, book=None)
    assert sheet.deeds() == ()
    sheet.lines[0] = before
    assert len(sheet.deeds()) == 1


def test_a_day_to_come_has_to_be_put_right_and_names_its_row(desk: EntryDesk, sheet: LineSheet) -> None:
    desk.write(0, "01001", "101")
    desk.write(1, "02001", "101", day=date(2026, 6, 5))
    (problem,) = sheet.problems()
    assert (problem.row, problem.is_rule, problem.cell) == (1, False, Cell.DAY)
    assert problem_words(problem).startswith("第 2 行：发生日期 2026.6.5")
    desk.presenter.save_lines()
    assert (desk.view.problems, desk.vouchers()) == (["ledger.future-deed"], 0)
