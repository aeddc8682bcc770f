"""签到表 and 打卡表 come back: whom their lines mean, and what only the clerk can say."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from builders.rosters import SAMPLES, bring_in
from builders.village import Village, household, new_village, person
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.households.attendance.matching import match_sheet
from passbook_desk.features.households.attendance.presence import households_at_home
from passbook_desk.features.households.attendance.reading import sign_in_sheets
from passbook_desk.features.households.attendance.values import MatchedSheet, Sureness
from passbook_desk.features.households.model import Household, Membership, Person, ResidenceSpan
from passbook_desk.features.households.roster.checkin import checkin_workbook
from passbook_desk.features.households.roster.content import roster_content
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import NullProgress

AREA = "140108203211"
TODAY = date(2026, 6, 1)


@cache
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (SAMPLES / "签到表_环境整治.expected.json").read_text(encoding="utf-8")
    )
    return found["sheets"]  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def matched(tmp_path_factory: pytest.TempPathFactory) -> dict[str, MatchedSheet]:
    village = new_village(tmp_path_factory.mktemp("village"))
    bring_in(village, SAMPLES / "花名册_标准.xlsx")
    workbook = read_workbook(SAMPLES / "签到表_环境整治.xlsx", NullProgress())
    with village.read() as scope:
        return {sheet.name: match_sheet(scope, sheet) for sheet in sign_in_sheets(workbook, TODAY, AREA)}


def test_both_sheets_say_their_day_and_what_it_was(matched: dict[str, MatchedSheet]) -> None:
    assert {name: str(sheet.sheet.day) for name, sheet in matched.items()} == {
        name: sheet["date"] for name, sheet in expected().items()
    }
    assert "参加环境整治" in matched["5月8日"].sheet.above


def test_the_list_gives_as_many_sure_households_and_questions_as_expected(
    matched: dict[str, MatchedSheet],
) -> None:
    sheet, wanted = matched["5月8日"], expected()["5月8日"]
    sure = [line.attenders[0] for line in sheet.of(Sureness.SURE)]
    assert (len(sheet.lines), len(sure)) == (wanted["lines"], wanted["sure_people"])
    assert len({one.household_code for one in sure}) == wanted["sure_households"]
    assert len(sheet.asked) == wanted["ask_the_clerk"]
    assert Counter(line.sureness.value for line in sheet.lines) == {
        "sure": 92,
        "namesakes": 4,
        "other_grid": 3,
        "misspelt": 6,
        "unknown": 3,
        "twice": 1,
        "absent": 4,
    }


_MEANT = {
    "ambiguous": Sureness.NAMESAKES,
    "wrong_grid": Sureness.OTHER_GRID,
    "misspelt": Sureness.MISSPELT,
    "unknown": Sureness.UNKNOWN,
    "duplicate_line": Sureness.TWICE,
    "absent": Sureness.ABSENT,
}


def test_every_line_of_the_list_means_whom_it_should(matched: dict[str, MatchedSheet]) -> None:
    by_row = {int(line.line.place[1:]): line for line in matched["5月8日"].lines}
    for row in expected()["5月8日"]["rows"]:
        found = by_row[row["row"]]
        homes = [candidate.split("/")[0] for candidate in row["candidates"].split("|") if candidate]
        assert found.sureness is _MEANT.get(row["kind"], Sureness.SURE), row
        assert sorted(one.household_code for one in found.attenders) == homes, row


def test_three_panels_side_by_side_are_read_with_their_groups(matched: dict[str, MatchedSheet]) -> None:
    sheet, wanted = matched["5.22"], expected()["5.22"]
    sure = sheet.of(Sureness.SURE)
    assert (len(sheet.lines), len(sure), len(sheet.asked)) == (wanted["lines"], wanted["sure_people"], 0)
    told = {
        (int(line.line.place[1:]), chr(ord(line.line.place[0]) - 1)): line.attenders[0].household_code
        for line in sure
    }
    assert told == {(row["row"], row["col"]): row["household"] for row in wanted["rows"] if row["counts"]}


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = new_village(tmp_path)
    with village.write() as tx:
        first = household(tx, "01001", "王建国")
        household(tx, "01002", "刘㛃")
        household(tx, "01003", "张伟")
        household(tx, "02001", "欧阳明")
        wife = person(tx, "李秀英", sex="女")
        tx.session.add(
            Membership(
                uid=new_uid(),
                household_id=first.id,
                person_id=wife.id,
                relation_code="10",
                relation_word="妻",
                position=2,
                from_on=date(2026, 1, 1),
                to_on=None,
            )
        )
    return village


def read_back(
    village: Village, folder: Path, fill: Callable[[Worksheet, dict[str, int]], None]
) -> MatchedSheet:
    """The first sheet of a 打卡表 as a grid worker filled it in."""
    with village.read() as scope:
        content = roster_content(scope)
    target = folder / "打卡表.xlsx"
    write_xlsx(checkin_workbook(content, ("101 打扫街道",), "1a2b3c4d"), target)
    book = openpyxl.load_workbook(target)
    sheet = book.worksheets[0]
    columns = {str(cell.value): number for number, cell in enumerate(sheet[5], 1)}
    sheet.cell(3, 4, "101 打扫街道")
    sheet.cell(3, 8, date(2026, 5, 30))
    fill(sheet, columns)
    book.save(target)
    found = sign_in_sheets(read_workbook(target, NullProgress()), TODAY, AREA)
    with village.read() as scope:
        return match_sheet(scope, found[0])


def test_the_programs_own_sheet_is_known_by_its_hidden_codes(village: Village, tmp_path: Path) -> None:
    def fill(sheet: Worksheet, columns: dict[str, int]) -> None:
        for row, said in ((6, "到"), (7, "未到"), (8, "代")):
            sheet.cell(row, columns["到场"], said)
        sheet.cell(6, columns["户主"], "王建国（改了名）")

    found = read_back(village, tmp_path, fill)
    assert (found.sheet.batch, found.sheet.day) == ("1a2b3c4d", date(2026, 5, 30))
    assert "101 打扫街道" in found.sheet.above
    assert [
        (line.sureness.value, [one.household_code for one in line.attenders]) for line in found.lines
    ] == [("sure", ["01001"]), ("absent", ["01002"]), ("sure", ["01003"])]


def test_a_code_typed_over_is_not_believed_and_the_name_decides(village: Village, tmp_path: Path) -> None:
    def fill(sheet: Worksheet, columns: dict[str, int]) -> None:
        for row in (6, 7, 8):
            sheet.cell(row, columns["到场"], "到")
        wrong = str(sheet.cell(7, columns["编码（勿动）"]).value).replace("01002", "01003")
        sheet.cell(7, columns["编码（勿动）"], wrong)
        sheet.cell(8, columns["户主"], "赵无名")
        sheet.cell(8, columns["编码（勿动）"], "乱写")

    found = read_back(village, tmp_path, fill)
    assert [line.line.code_damaged for line in found.lines] == [False, True, True]
    assert [line.sureness for line in found.lines] == [Sureness.SURE, Sureness.SURE, Sureness.UNKNOWN]
    assert found.lines[1].attenders[0].household_code == "01002"


def test_a_sheet_of_another_village_is_read_by_its_names(village: Village, tmp_path: Path) -> None:
    with village.read() as scope:
        content = roster_content(scope)
    target = tmp_path / "打卡表.xlsx"
    write_xlsx(checkin_workbook(content, (), "1a2b3c4d"), target)
    (sheet, _) = sign_in_sheets(read_workbook(target, NullProgress()), TODAY, "999999999999")
    assert sheet.batch == ""
    assert all(line.code_damaged and not line.code for line in sheet.lines)


def listed(folder: Path, rows: list[tuple[str | int | None, ...]], title: str = "签到") -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    target = folder / "签到.xlsx"
    book.save(target)
    return target


def test_a_member_named_with_another_head_is_asked(village: Village, tmp_path: Path) -> None:
    rows: list[tuple[str | int | None, ...]] = [
        ("序号", "户主", "参加人", "门牌", "签到"),
        (1, "张伟", "李秀英", 3, "√"),
        (2, "王建国", "李秀英", 1, "√"),
        (3, "王建国", "李秀瑛", 1, "√"),
        (4, "王建国", "本人", 1, "×"),
    ]
    (sheet,) = sign_in_sheets(read_workbook(listed(tmp_path, rows), NullProgress()), TODAY, AREA)
    with village.read() as scope:
        found = match_sheet(scope, sheet)
    assert [line.sureness.value for line in found.lines] == ["other_household", "sure", "misspelt", "absent"]
    assert [one.name for one in found.lines[0].attenders] == ["张伟", "李秀英"]


def test_a_list_without_ticks_names_those_who_came_with_their_hours(village: Village, tmp_path: Path) -> None:
    rows: list[tuple[str | int | None, ...]] = [
        ("2025年12月30日 义务劳动", None, None),
        ("姓名", "时长", "备注"),
        ("欧阳明", "3小时", None),
        ("刘㛃", None, None),
        ("王建国", 2, None),
    ]
    (sheet,) = sign_in_sheets(read_workbook(listed(tmp_path, rows), NullProgress()), TODAY, AREA)
    assert sheet.day == date(2025, 12, 30)
    assert [(line.name, line.units, line.came) for line in sheet.lines] == [
        ("欧阳明", 3, True),
        ("刘㛃", None, True),
        ("王建国", 2, True),
    ]


def test_a_day_without_a_year_is_the_latest_that_has_come(village: Village, tmp_path: Path) -> None:
    rows: list[tuple[str | int | None, ...]] = [
        ("姓名", "签到"),
        ("欧阳明", "√"),
        ("刘㛃", "√"),
        ("王建国", "√"),
    ]
    (sheet,) = sign_in_sheets(read_workbook(listed(tmp_path, rows, "11.3"), NullProgress()), TODAY, AREA)
    assert sheet.day == date(2025, 11, 3)


def test_a_household_is_at_home_while_one_of_its_people_is(village: Village) -> None:
    def lives(name: str, kind: str) -> None:
        with village.write() as tx:
            who = tx.session.scalars(select(Person.id).where(Person.name == name)).one()
            span = ResidenceSpan(
                uid=new_uid(), person_id=who, kind=kind, from_on=date(2026, 1, 1), to_on=None
            )
            tx.session.add(span)

    def at_home() -> list[str]:
        with village.read() as scope:
            here = households_at_home(scope)
            rows = scope.session.execute(select(Household.id, Household.code).order_by(Household.code))
            return [row.code for row in rows if row.id in here]

    assert at_home() == ["01001", "01002", "01003", "02001"]
    lives("王建国", "流出")
    lives("刘㛃", "空挂")
    assert at_home() == ["01001", "01003", "02001"]
    lives("李秀英", "流出")
    assert at_home() == ["01003", "02001"]
