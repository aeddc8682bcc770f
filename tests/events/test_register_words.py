"""What single cells of a register say: days, figures, kinds, results."""

from datetime import date

import pytest

from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.course.kinds import Outcome
from passbook_desk.features.events.register.days import written_days
from passbook_desk.features.events.register.words import figure_in, kind_in, mode_in, result_in, standing_in
from passbook_desk.features.events.values import EventKind
from passbook_desk.features.intake.reading import CellKind, CellValue


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025.1.31", (2025, 1, 31)),
        ("2025年2月3日", (2025, 2, 3)),
        ("2025-02-03", (2025, 2, 3)),
        ("２０２５／２／３", (2025, 2, 3)),
        ("2025.2.3（周一）", (2025, 2, 3)),
        ("2025年2月3日上午", (2025, 2, 3)),
        ("25.2.3", (2025, 2, 3)),
        ("20250203", (2025, 2, 3)),
        ("12.22", (None, 12, 22)),
        ("12月22日", (None, 12, 22)),
        ("12月22号", (None, 12, 22)),
        ("12。22", (None, 12, 22)),
        ("2025.13.1", None),
        ("待定", None),
        ("2025", None),
    ],
)
def test_days_as_they_are_written(written: str, day: tuple[int | None, int, int] | None) -> None:
    found = written_days(CellValue(CellKind.TEXT, written))
    if day is None:
        assert found is None or found.first_in(2025) is None
    else:
        assert found is not None
        assert (found.year, *found.first) == day


@pytest.mark.parametrize(("number", "day"), [("45691", date(2025, 2, 3)), ("12.22", date(2025, 12, 22))])
def test_days_that_became_numbers(number: str, day: date) -> None:
    found = written_days(CellValue(CellKind.NUMBER, number))
    assert found is not None
    assert found.first_in(2025) == day


def test_a_number_that_may_be_two_days_is_none() -> None:
    assert written_days(CellValue(CellKind.NUMBER, "5.1")) is None


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025.7.1-7.3", (7, 1), (7, 3)),
        ("2025年7月1日至3日", (7, 1), (7, 3)),
        ("7.1—7.3", (7, 1), (7, 3)),
        ("12月30日～1月1日", (12, 30), (1, 1)),
    ],
)
def test_several_days(written: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    found = written_days(CellValue(CellKind.TEXT, written))
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("15", 15),
        ("15桌", 15),
        ("约15桌", 15),
        ("１５", 15),
        ("300元/桌", 300),
        ("1,500元", 1500),
        ("十五桌", 15),
        ("二十", 20),
        ("二十一桌", 21),
        ("两桌", 2),
        ("15.0", 15),
        ("", None),
        ("—", None),
    ],
)
def test_figures_in_words_and_digits(text: str, figure: int | None) -> None:
    assert figure_in(text) == (figure, True)


@pytest.mark.parametrize("text", ["十几桌", "15+2桌", "15-20桌", "12.5", "-3", "二三桌"])
def test_what_is_no_figure_is_not_made_one(text: str) -> None:
    assert figure_in(text) == (None, False)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("符合", (Outcome.WITHIN, False, True)),
        ("未超标", (Outcome.WITHIN, False, True)),
        ("没有超标", (Outcome.WITHIN, False, True)),
        ("超标", (Outcome.OVER, False, True)),
        ("不符合", (Outcome.OVER, False, True)),
        ("违规", (Outcome.OVER, False, True)),
        ("劝导后整改", (Outcome.PERSUADED, False, True)),
        ("报备迟", (None, True, True)),
        ("未按时报备、超标", (Outcome.OVER, True, True)),
        ("符合，报备晚", (Outcome.WITHIN, True, True)),
        ("", (None, False, True)),
        ("已阅", (None, False, False)),
    ],
)
def test_what_a_check_came_to(text: str, result: tuple[Outcome | None, bool, bool]) -> None:
    assert result_in(text) == result


@pytest.mark.parametrize(
    ("category", "matter", "kind"),
    [
        ("红", "", EventKind.WEDDING),
        ("红事", "女儿出嫁", EventKind.WEDDING),
        ("喜事", "儿子结婚", EventKind.WEDDING),
        ("白", "", EventKind.FUNERAL),
        ("丧事", "", EventKind.FUNERAL),
        ("", "母亲去世", EventKind.FUNERAL),
        ("红事", "孙子满月", EventKind.BIRTH),
        ("红", "乔迁", EventKind.HOUSE),
        ("升学宴", "", EventKind.STUDY),
        ("白事", "父亲寿终", EventKind.FUNERAL),
        ("其他", "聚会", None),
    ],
)
def test_which_kind_of_event(category: str, matter: str, kind: EventKind | None) -> None:
    assert kind_in(category, matter) is kind


def test_modes_and_standings() -> None:
    assert mode_in("单办") == (HostingCase.ORDINARY, True)
    assert mode_in("双方合办") == (HostingCase.JOINT, True)
    assert mode_in("待定")[1] is False
    assert standing_in("预备党员") == (True, True)
    assert standing_in("公职人员") == (True, True)
    assert standing_in("普通群众") == (False, True)
    assert standing_in("") == (None, True)
