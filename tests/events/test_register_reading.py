"""Registers as other councils keep them: headers, days, words and households in every shape."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from builders.registers import TITLES, adopt_village_standard, brought_in, planned, told, wedding
from builders.rosters import SAMPLES, save_sheets
from builders.village import Village, household, new_village, person
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.course.kinds import DayPlace, Outcome
from passbook_desk.features.events.queries import event_card, events
from passbook_desk.features.events.register.days import year_said
from passbook_desk.features.events.register.values import Fate, RegisterChoices, RegisterLine, RegisterPlan
from passbook_desk.features.events.values import EventKind, Measure
from passbook_desk.features.households.model import Membership
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.kernel.ids import new_uid

Row = Sequence[object]


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """王建国 and 李秀英, a member, in the first grid, 欧阳明 in the second, two 张建新 in the third."""
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英", member_of_party=True)
        household(tx, "02001", "欧阳明")
        household(tx, "03001", "张建新")
        household(tx, "03002", "张建新")
    adopt_village_standard(village)
    yield village
    village.store.close()


def register(folder: Path, *rows: Row, title: str = "清泉村2025年红白事登记台账", name: str = "台账") -> Path:
    return save_sheets(folder / f"{name}.xlsx", {name: [(title,), TITLES, *rows]})


def only(plan: RegisterPlan) -> RegisterLine:
    (line,) = plan.lines
    return line


def test_a_header_in_one_line(village: Village, tmp_path: Path) -> None:
    path = register(tmp_path, wedding(actual="15桌", checker="武学礼", result="符合"))
    line = only(planned(village, path))
    assert line.said.declared == {Measure.TABLES: 14}
    assert line.said.actual == {Measure.TABLES: 15}
    assert (line.fate, told(line)) == (Fate.NEW, [])


def test_merged_cells_over_two_header_lines_and_down_the_rows(village: Village, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["2025年红白理事会台账"])
    page.append(["类别", "事主", None, None, "日期", None, "核查情况", None, "报备情况", None])
    page.append([None, "姓名", "小组", "门牌号", "报备", "办事", "桌数", "车辆", "桌数", "车辆"])
    page.append(["红事", "王建国", "第一网格", "1", "5月1日", "5月18日", 15, 4, 14, 5])
    page.append([None, "李秀英", None, "2", "6月1日", "6月18日", None, None, 10, 6])
    page.append(["合计", None, None, None, None, None, 15, 4, 24, 11])
    for merged in ("A1:J1", "A2:A3", "B2:D2", "E2:F2", "G2:H2", "I2:J2", "A4:A5", "C4:C5"):
        page.merge_cells(merged)
    path = tmp_path / "合并.xlsx"
    book.save(path)
    first, second = planned(village, path).lines
    assert (first.said.declared, first.said.actual) == (
        {Measure.TABLES: 14, Measure.CARS: 5},
        {Measure.TABLES: 15, Measure.CARS: 4},
    )
    assert (first.said.reported_on, first.said.days) == (date(2025, 5, 1), (date(2025, 5, 18),))
    assert second.household is not None
    assert (second.said.kind, second.household.code) == (EventKind.WEDDING, "01002")
    assert second.case == HostingCase.MEMBER


def test_columns_in_another_order_under_other_titles(village: Village, tmp_path: Path) -> None:
    titles = (
        "备注",
        "办事时间",
        "申报时间",
        "户主姓名",
        "村民小组",
        "政治面貌",
        "报备桌数",
        "操办方式",
        "事项",
        "住址",
    )
    row = (
        None,
        "2025年5月18日",
        "2025-05-01",
        "李秀英",
        "一组",
        "中共党员",
        "10桌",
        "合办",
        "嫁女",
        "清泉村一组2号",
    )
    line = only(planned(village, save_sheets(tmp_path / "别样.xlsx", {"2025": [titles, row]})))
    assert line.household is not None
    assert (line.household.code, line.said.kind) == ("01002", EventKind.WEDDING)
    assert line.case == HostingCase.JOINT.joined(HostingCase.MEMBER)
    assert (line.said.declared, line.fate) == ({Measure.TABLES: 10}, Fate.NEW)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig"])
def test_a_table_of_text(village: Village, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "红白事台账2025.csv"
    lines = [
        "类别,事主,网格,门牌,报备日期,办事日期,申报桌数,实际桌数,核查结果",
        "白,欧阳明,二网格,1号,7.2,7.1,18,24,超标",
        "红,王建国,一网格,1号,12.22,2025/1/11,17桌,,",
    ]
    path.write_bytes("\n".join(lines).encode(encoding))
    funeral, feast = planned(village, path).lines
    assert (funeral.said.reported_on, funeral.outcome, funeral.late) == (
        date(2025, 7, 2),
        Outcome.OVER,
        False,
    )
    assert (feast.said.reported_on, feast.said.checked) == (date(2024, 12, 22), False)


def test_weddings_and_funerals_on_sheets_of_their_own(village: Village, tmp_path: Path) -> None:
    titles = tuple(title for title in TITLES if title != "类别")
    row = wedding(matter=None)
    without = (row[0], *row[2:])
    sheets = {"2025红事": [titles, without], "2025白事": [titles, without]}
    kinds = [line.said.kind for line in planned(village, save_sheets(tmp_path / "两张.xlsx", sheets)).lines]
    assert kinds == [EventKind.WEDDING, EventKind.FUNERAL]


def test_a_birth_among_the_red_ones_is_judged_as_a_birth(village: Village, tmp_path: Path) -> None:
    line = only(planned(village, register(tmp_path, wedding(matter="孙子满月"))))
    assert (line.said.kind, told(line)) == (EventKind.BIRTH, ["kind_by_matter"])


def test_two_years_with_the_same_families_are_both_read(village: Village, tmp_path: Path) -> None:
    rows = [wedding(held=f"{month}.18", reported=f"{month}.1") for month in range(2, 8)]
    sheets = {year: [(f"{year}台账",), TITLES, *rows] for year in ("2024年", "2025年")}
    plan = planned(village, save_sheets(tmp_path / "两年.xlsx", sheets))
    assert len({line.said.days for line in plan.of(Fate.NEW)}) == 12


def test_a_roster_is_no_register(village: Village) -> None:
    with pytest.raises(NoHeaderFound):
        planned(village, SAMPLES / "商铺和驻地单位.xlsx")
    with pytest.raises(NoHeaderFound):
        planned(village, SAMPLES / "花名册_按户.xlsx")


def test_a_funeral_of_three_days_keeps_them_all(village: Village, tmp_path: Path) -> None:
    row = wedding(kind="白事", matter="父亲去世", held="2025年12月30日至1月1日", reported="12.31", actual=12)
    brought_in(village, register(tmp_path, row))
    with village.read() as scope:
        card = event_card(scope, events(scope)[0].id)
    days = (date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1))
    assert card.days == tuple(DayPlace(day) for day in days)
    assert card.steps[0].done_on == date(2026, 1, 1)


def test_the_year_is_that_of_the_title_else_of_the_sheet(village: Village, tmp_path: Path) -> None:
    row = wedding(reported="5.1", held="5.18")
    assert only(planned(village, register(tmp_path, row))).said.days == (date(2025, 5, 18),)
    path = register(tmp_path, row, title="红白事登记台账", name="2024年")
    assert only(planned(village, path)).said.reported_on == date(2024, 5, 1)
    path = register(tmp_path, row, title="红白事登记台账", name="二〇二四年")
    assert only(planned(village, path)).said.days == (date(2024, 5, 18),)
    assert year_said(["2024—2025年度红白事台账"]) is None


def test_a_day_without_any_year_waits_for_the_clerk(village: Village, tmp_path: Path) -> None:
    path = register(tmp_path, wedding(reported="5.1", held="5.18"), title="红白事登记台账")
    assert told(only(planned(village, path))) == ["day_no_year"]
    by_report = register(tmp_path, wedding(reported="2024.12.22", held="1.11"), title="红白事登记台账")
    assert only(planned(village, by_report)).said.days == (date(2025, 1, 11),)


def test_a_report_in_december_is_of_the_year_before(village: Village, tmp_path: Path) -> None:
    line = only(planned(village, register(tmp_path, wedding(reported="12.22", held="1.11"))))
    assert (line.said.reported_on, line.said.days) == (date(2024, 12, 22), (date(2025, 1, 11),))
    assert told(line) == ["report_year"]


def test_a_wedding_that_was_reported_afterwards_is_late_and_told(village: Village, tmp_path: Path) -> None:
    line = only(planned(village, register(tmp_path, wedding(reported="5.20", held="5.18"))))
    assert (line.said.reported_on, line.late) == (date(2025, 5, 20), True)
    assert told(line) == ["reported_after"]


def test_days_of_every_kind_of_cell(village: Village, tmp_path: Path) -> None:
    held = datetime(2025, 5, 18, 9, 30)  # noqa: DTZ001 - a sheet knows no zone
    line = only(planned(village, register(tmp_path, wedding(held=held, reported=date(2025, 5, 1)))))
    assert (line.said.reported_on, line.said.days) == (date(2025, 5, 1), (date(2025, 5, 18),))


def test_a_lunar_day_alone_is_found_in_the_almanac(village: Village, tmp_path: Path) -> None:
    row = wedding(held=None, lunar="闰六月初三", reported="7.10")
    line = only(planned(village, register(tmp_path, row)))
    assert (line.said.days, told(line)) == ((date(2025, 7, 27),), ["day_by_lunar"])


@pytest.mark.parametrize(
    ("held", "lunar", "kinds"),
    [
        ("2025.1.11", "腊月十二", []),
        ("2025.1.11", "农历2024年腊月十二", []),
        ("2025.5.18", "四月廿二", ["lunar_differs"]),
        ("2025.5.18", "黄道吉日", ["lunar_unreadable"]),
        ("2025.7.27", "六月初三", ["lunar_differs"]),
    ],
)
def test_the_lunar_day_is_held_against_the_solar_one(
    village: Village, tmp_path: Path, held: str, lunar: str, kinds: list[str]
) -> None:
    line = only(planned(village, register(tmp_path, wedding(held=held, lunar=lunar, reported="2025.1.1"))))
    assert (told(line), line.fate) == (kinds, Fate.NEW)
    if kinds == ["lunar_differs"]:
        assert line.findings[0].params["said"] == lunar
        assert line.findings[0].params["lunar"] in ("四月廿一", "闰六月初三")


@pytest.mark.parametrize("grid", ["一网格", "第一网格", "1网格", "一组", "第1村民小组", "一", None])
def test_the_grid_in_any_words(village: Village, tmp_path: Path, grid: str | None) -> None:
    line = only(planned(village, register(tmp_path, wedding(grid=grid))))
    assert line.household is not None
    assert line.household.code == "01001"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (wedding("王健国"), "unknown_head"),
        (wedding(grid="二网格"), "other_grid"),
        (wedding(house="9号"), "other_house"),
        (wedding("张建新", grid="三网格", house=None), "ambiguous"),
        (wedding("张建新", grid="三网格", house="7号"), "other_house"),
        (wedding(kind="其他", matter="聚会"), "kind_unknown"),
        (wedding(held=None), "day_missing"),
        (wedding(held="择日"), "day_unreadable"),
        (wedding(reported=None), "report_missing"),
        (wedding(reported="早就报了"), "report_unreadable"),
        (wedding(reported="2023.5.1"), "days_apart"),
        (wedding(reported="2026.7.1", held="2026.7.20"), "future"),
        (wedding(reported="2026.5.1", held="2026.7.20", actual=14), "future"),
        (wedding(declared="十几桌"), "figure_unreadable"),
        (wedding(declared="12.5"), "figure_unreadable"),
        (wedding(declared=99999999), "figure_unreadable"),
    ],
)
def test_what_is_not_sure_waits_in_the_list(village: Village, tmp_path: Path, row: Row, kind: str) -> None:
    plan = brought_in(village, register(tmp_path, row))
    assert (plan.batch, only(plan).fate) == (None, Fate.OUT)
    assert only(plan).problem is not None
    assert kind in told(only(plan))
    with village.read() as scope:
        assert events(scope) == ()


def test_of_two_with_one_name_the_house_number_tells(village: Village, tmp_path: Path) -> None:
    line = only(planned(village, register(tmp_path, wedding("张建新", grid="三网格", house="三组2号"))))
    assert line.household is not None
    assert line.household.code == "03002"


def test_the_clerk_says_whose_event_it_is(village: Village, tmp_path: Path) -> None:
    path = register(tmp_path, wedding("张建新", grid="三网格", house=None))
    line = only(planned(village, path))
    assert [each.code for each in line.candidates] == ["03001", "03002"]
    chosen = RegisterChoices(households={line.said.where: line.candidates[1].household_id})
    settled = only(brought_in(village, path, chosen))
    assert settled.household is not None
    assert (settled.fate, settled.household.code) == (Fate.NEW, "03002")


def test_a_row_without_a_report_may_count_as_reported_on_the_day(village: Village, tmp_path: Path) -> None:
    path = register(tmp_path, wedding(reported=None))
    line = only(planned(village, path))
    assert line.acceptable
    settled = only(brought_in(village, path, RegisterChoices(accepted=frozenset({line.said.where}))))
    assert (settled.said.reported_on, settled.late) == (date(2025, 5, 18), True)


def test_a_son_who_hosts_is_found_in_his_fathers_house(village: Village, tmp_path: Path) -> None:
    with village.write() as tx:
        son = person(tx, "王小虎")
        house = household(tx, "01009", "王大山")
        tx.session.add(
            Membership(
                uid=new_uid(),
                household_id=house.id,
                person_id=son.id,
                relation_code="21",
                relation_word="儿子",
                position=2,
                from_on=date(2026, 1, 1),
                to_on=None,
            )
        )
    line = only(planned(village, register(tmp_path, wedding("王小虎", house="9号"))))
    assert line.household is not None
    assert (line.household.code, told(line)) == ("01009", ["not_head"])


@pytest.mark.parametrize(
    ("head", "house", "standing", "case", "kinds"),
    [
        ("李秀英", "2号", "党员", HostingCase.MEMBER, []),
        ("李秀英", "2号", None, HostingCase.MEMBER, ["member_by_roster"]),
        ("李秀英", "2号", "群众", HostingCase.ORDINARY, ["is_member"]),
        ("李秀英（党员）", "2号", None, HostingCase.MEMBER, ["name_note"]),
        ("王建国", "1号", None, HostingCase.ORDINARY, []),
        ("王建国", "1号", "村干部", HostingCase.MEMBER, ["no_member"]),
        ("王建国", "1号", "能人", HostingCase.ORDINARY, ["standing_unknown"]),
    ],
)
def test_whose_limits_apply(
    village: Village,
    tmp_path: Path,
    head: str,
    house: str,
    standing: str | None,
    case: HostingCase,
    kinds: list[str],
) -> None:
    line = only(planned(village, register(tmp_path, wedding(head, house=house, standing=standing))))
    assert (line.case, told(line)) == (case, kinds)


def test_the_same_feast_twice_in_a_register_comes_in_once(village: Village, tmp_path: Path) -> None:
    plan = brought_in(village, register(tmp_path, wedding(), wedding(declared=15), wedding(held="2025.6.1")))
    assert [line.fate for line in plan.lines] == [Fate.NEW, Fate.OUT, Fate.NEW]
    assert [told(line) for line in plan.lines] == [[], ["twice"], ["near_event"]]


def test_words_without_figures_are_no_check(village: Village, tmp_path: Path) -> None:
    line = only(planned(village, register(tmp_path, wedding(checker="武学礼"))))
    assert (line.said.checked, told(line)) == (False, ["check_without_figures"])
    line = only(planned(village, register(tmp_path, wedding(checker="武学礼", result="符合"))))
    assert (line.said.checked, line.outcome) == (True, Outcome.WITHIN)


def test_a_check_without_a_name_says_so(village: Village, tmp_path: Path) -> None:
    brought_in(village, register(tmp_path, wedding(actual=14, memo="手续齐全")))
    with village.read() as scope:
        (step,) = event_card(scope, events(scope)[0].id).steps
    assert (step.who, step.outcome, step.words) == ("未写明", Outcome.WITHIN, "旧台账登记；手续齐全")
