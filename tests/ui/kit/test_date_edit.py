from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.theme import Theme
from ui.surroundings import types


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme, clock: FixedClock) -> LenientDateEdit:
    widget = LenientDateEdit(clock)
    qtbot.addWidget(widget)
    widget.show()
    widget.setFocus()
    return widget


def test_each_key_is_understood_as_it_comes(edit: LenientDateEdit) -> None:
    seen = []
    for key in "2024.6.1":
        types(edit.edit, key)
        seen.append(edit.echo)
    assert seen[0] == "周二 四月十七"  # 2: the 2nd of this month
    assert seen[3] == "写成 6.3 或 2024.6.3"
    assert seen[-1] == "周六 四月廿五"
    assert edit.day() == date(2024, 6, 1)


def test_what_was_typed_is_written_out_when_the_field_is_left(edit: LenientDateEdit) -> None:
    types(edit.edit, "601")
    edit.edit.clearFocus()
    edit.edit.left.emit()
    assert edit.edit.text() == "2026.6.1"


def test_wide_signs_of_a_chinese_keyboard_become_narrow(edit: LenientDateEdit) -> None:
    types(edit.edit, "６。１")
    assert edit.edit.text() == "6.1"
    assert edit.day() == date(2026, 6, 1)


def test_arrows_and_signs_step_by_a_day_and_f5_is_today(edit: LenientDateEdit) -> None:
    edit.set_day(date(2026, 5, 31))
    QTest.keyClick(edit.edit, Qt.Key.Key_Up)
    assert edit.day() == date(2026, 6, 1)
    types(edit.edit, "+")
    assert edit.day() == date(2026, 6, 2)
    types(edit.edit, "--")
    QTest.keyClick(edit.edit, Qt.Key.Key_Down)
    assert edit.day() == date(2026, 5, 30)
    QTest.keyClick(edit.edit, Qt.Key.Key_F5)
    assert edit.edit.text() == "2026.6.3"


def test_yesterday_can_be_typed_in_words(edit: LenientDateEdit) -> None:
    types(edit.edit, "昨天")
    assert edit.day() == date(2026, 6, 2)
    assert edit.edit.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True


def test_a_lunar_date_is_converted_beside_the_field_and_in_it_when_it_is_left(edit: LenientDateEdit) -> None:
    types(edit.edit, "农历8.1")
    assert edit.echo == "=2026.9.11 周五"
    types(edit.edit, "5")
    assert edit.echo == "=2026.9.25 周五"
    assert edit.day() == date(2026, 9, 25)
    edit.edit.left.emit()
    assert edit.edit.text() == "2026.9.25"
    assert edit.echo == "周五 八月十五"


@pytest.mark.parametrize("size", [12, 14, 18])
def test_the_converted_day_and_its_doubt_are_read_whole_in_the_narrowest_form(
    edit: LenientDateEdit, theme: Theme, size: int
) -> None:
    theme.set_size(size)
    types(edit.edit, "农历2057.9.1")
    edit.resize(edit.minimumSizeHint())
    assert edit.echo == "=2057.9.29 周六（存疑）"
    label = edit._echo
    assert label.width() >= label.fontMetrics().horizontalAdvance(edit.echo)


def test_a_leap_month_the_years_around_do_not_have_is_refused(edit: LenientDateEdit) -> None:
    types(edit.edit, "闰五月初三")
    with pytest.raises(NotADate):
        edit.day()


def test_an_empty_field_is_no_day_and_nonsense_is_refused(edit: LenientDateEdit) -> None:
    assert edit.day() is None
    types(edit.edit, "99")
    with pytest.raises(NotADate) as refused:
        edit.day()
    assert refused.value.params["text"] == "99"


def test_a_change_is_told_once(qtbot: QtBot, edit: LenientDateEdit) -> None:
    told: list[object] = []
    edit.changed.connect(told.append)
    types(edit.edit, "6.")
    types(edit.edit, "1")
    assert told == [date(2026, 6, 6), date(2026, 6, 1)] or told[-1] == date(2026, 6, 1)
    before = len(told)
    edit.set_day(date(2026, 6, 1))
    assert len(told) == before
