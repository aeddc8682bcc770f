"""Households told apart by a running number of their own, 户号 1, 2, 3 …, beside the numbers of people."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

from builders.rosters import id_number, reread, save_sheets
from builders.village import Village, new_village
from passbook_desk.features.households.roster.planning import RosterPlan, plan_roster

PEOPLE = (
    ("1", "王建国", "户主", "19600304", 901),
    ("1", "单秀英", "妻", "19620811", 902),
    ("1", "王小军", "长子", "19880101", 903),
    ("2", "李卫东", "户主", "19750520", 905),
    ("2", "赵晓梅", "妻", "19760707", 906),
    ("3", "赵志明", "户主", "19640205", 907),
    ("3", "赵小红", "长女", "19900205", 908),
)
HOMES = [["王建国", "单秀英", "王小军"], ["李卫东", "赵晓梅"], ["赵志明", "赵小红"]]


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    yield village
    village.store.close()


def planned(village: Village, path: Path) -> RosterPlan:
    with village.read() as scope:
        return plan_roster(scope, reread(path), village.key)


def homes(plan: RosterPlan) -> list[list[str]]:
    return [[person.name for person in household.people] for household in plan.roster.households]


def rows(title: str, numbers: Sequence[object], relations: bool, first: bool) -> list[list[object]]:
    header = [title, "序号"] if first else ["序号", title]
    found: list[list[object]] = [[*header, "姓名", *(["关系"] if relations else []), "身份证号"]]
    for order, (number, (_, name, relation, born, last)) in enumerate(zip(numbers, PEOPLE, strict=True), 1):
        both = [number, order] if first else [order, number]
        found.append([*both, name, *([relation] if relations else []), id_number(born, last)])
    return found


@pytest.mark.parametrize("title", ["户号", "户编号", "编号", "户序号"])
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("form", ["{}", "7-{}", "whole"])
def test_rows_with_the_same_number_are_one_household(
    village: Village, tmp_path: Path, title: str, first: bool, form: str
) -> None:
    numbers = [int(one) if form == "whole" else form.format(one) for one, *_ in PEOPLE]
    plan = planned(
        village, save_sheets(tmp_path / "a.xlsx", {"三组": rows(title, numbers, relations=True, first=first)})
    )
    assert homes(plan) == HOMES
    assert [household.code for household in plan.roster.households] == ["", "", ""]
    assert not {found.kind for found in plan.report.findings} & {
        "household_code_form",
        "two_heads",
        "no_head",
    }


def test_the_number_stands_on_the_first_row_only(village: Village, tmp_path: Path) -> None:
    numbers = [1, None, None, 2, None, 3, None]
    path = save_sheets(tmp_path / "a.xlsx", {"三组": rows("户号", numbers, relations=True, first=False)})
    assert homes(planned(village, path)) == HOMES


def test_the_number_is_merged_over_its_household(village: Village, tmp_path: Path) -> None:
    numbers = [1, None, None, 2, None, 3, None]
    path = save_sheets(tmp_path / "a.xlsx", {"三组": rows("户编号", numbers, relations=True, first=True)})
    book = openpyxl.load_workbook(path)
    for merged in ("A2:A4", "A5:A6", "A7:A8"):
        book["三组"].merge_cells(merged)
    book.save(path)
    assert homes(planned(village, path)) == HOMES


def test_numbers_that_begin_anew_are_other_households(village: Village, tmp_path: Path) -> None:
    numbers = [1, 1, 1, 2, 2, 1, 1]
    path = save_sheets(tmp_path / "a.xlsx", {"三组": rows("户号", numbers, relations=True, first=False)})
    assert homes(planned(village, path)) == HOMES
