"""The import wizard without its window: what it shows step by step, and what a decision leads to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from builders.pages import AtOnce, VillageDesk
from builders.rosters import HEADER, Row, id_number, reread, save_roster, save_sheets, three_households
from builders.village import Village, new_village
from passbook_desk.features.households.queries import household_card, households
from passbook_desk.features.intake.table import Certainty, GuessedBy
from passbook_desk.features.intake.values import BatchSummary, Severity
from passbook_desk.features.ledger.queries import accounts, balances
from passbook_desk.features.ledger.values import Colour
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.jobs import NullProgress, Progress
from passbook_desk.ui.pages.households.import_columns import CHANGES
from passbook_desk.ui.pages.households.import_fix_list import FIXES
from passbook_desk.ui.pages.households.import_history import HISTORY
from passbook_desk.ui.pages.households.import_presenter import ImportPresenter
from passbook_desk.ui.pages.households.import_values import (
    BookKind,
    Columns,
    Done,
    FixRow,
    Preview,
    Step,
    TakenBack,
)

Result = TypeVar("Result")
MESSY = Path(__file__).resolve().parents[3] / "samples" / "花名册_村里常用.xlsx"


class Shown:
    """The wizard's view: the last of everything it was told, and the order of its steps."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.history: tuple[BatchSummary, ...] = ()
        self.columns: Columns | None = None
        self.preview: Preview | None = None
        self.may_undo = False
        self.passwords: list[bool] = []
        self.saved: list[Path] = []
        self.done: Done | None = None
        self.taken: TakenBack | None = None
        self.problems: list[str] = []

    def show_start(self, history: tuple[BatchSummary, ...]) -> None:
        self.steps.append("start")
        self.history = history

    def show_reading(self, file_name: str) -> None:
        self.steps.append("reading")

    def ask_password(self, file_name: str, wrong: bool) -> None:
        self.steps.append("password")
        self.passwords.append(wrong)

    def show_columns(self, columns: Columns) -> None:
        self.steps.append("columns")
        self.columns = columns

    def show_fixes(self, preview: Preview, may_undo: bool) -> None:
        self.steps.append("fixes")
        self.preview, self.may_undo = preview, may_undo

    def show_samples(self, preview: Preview) -> None:
        self.steps.append("samples")
        self.preview = preview

    def show_waiting(self, waiting: bool) -> None:
        self.waiting = waiting

    def show_saved(self, path: Path) -> None:
        self.saved.append(path)

    def show_importing(self) -> None:
        self.steps.append("importing")

    def show_stopped(self) -> None:
        self.steps.append("stopped")

    def show_done(self, done: Done) -> None:
        self.steps.append("done")
        self.done = done

    def show_taken_back(self, taken: TakenBack) -> None:
        self.steps.append("taken back")
        self.taken = taken

    def show_problem(self, error: BaseException) -> None:
        self.steps.append("problem")
        self.problems.append(getattr(error, "code", str(error)))


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return new_village(tmp_path)


def wizard(village: Village) -> tuple[ImportPresenter, Shown]:
    view = Shown()
    desk = VillageDesk(village)
    return ImportPresenter(desk, view, AtOnce(), village.key, village.clock, "正在读取表格…"), view


def household_count(village: Village) -> int:
    with village.read() as scope:
        return len(households(scope))


def test_a_roster_is_read_then_shown_then_imported(village: Village, tmp_path: Path) -> None:
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", three_households()), BookKind.ROSTER)
    assert view.preview is not None
    assert (view.preview.importable, view.preview.residents, view.preview.party_members) == (3, 5, 1)
    assert [(grid.code, grid.households) for grid in view.preview.grids] == [("01", 2), ("02", 1)]
    assert view.preview.writes
    assert household_count(village) == 0
    presenter.apply(NullProgress())
    assert view.steps == ["reading", "fixes", "importing", "done"]
    assert view.done == Done(BookKind.ROSTER, 1, 3, 5, 0, 4)
    assert household_count(village) == 3


def test_an_import_is_taken_back_from_its_own_last_step(village: Village, tmp_path: Path) -> None:
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", three_households()), BookKind.ROSTER)
    presenter.apply(NullProgress())
    assert view.done is not None
    presenter.take_back(view.done.batch)
    assert view.taken is not None
    assert (view.taken.batch, view.taken.kept) == (1, ())
    assert household_count(village) == 0
    presenter.start()
    assert [batch.undone for batch in view.history] == [True]
    assert [column.text(view.history[0]) for column in HISTORY][-1] == "已撤销 2026.6.1"


def test_the_same_roster_again_writes_nothing_and_names_the_first_import(
    village: Village, tmp_path: Path
) -> None:
    presenter, view = wizard(village)
    path = save_roster(tmp_path / "花名册.xlsx", three_households())
    presenter.read(path, BookKind.ROSTER)
    presenter.apply(NullProgress())
    presenter.read(path, BookKind.ROSTER)
    assert view.preview is not None
    assert not view.preview.writes
    assert view.preview.same_households == 3
    assert view.preview.earlier is not None
    assert view.preview.earlier.number == 1
    presenter.apply(NullProgress())
    assert view.steps[-1] == "start"
    assert len(view.history) == 1


def test_a_changed_cell_is_shown_as_old_and_new(village: Village, tmp_path: Path) -> None:
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "一.xlsx", three_households()), BookKind.ROSTER)
    presenter.apply(NullProgress())
    rows = three_households()
    rows[0]["联系电话"] = "13900001111"
    presenter.read(save_roster(tmp_path / "二.xlsx", rows), BookKind.ROSTER)
    assert view.preview is not None
    (change,) = view.preview.changes
    said = {column.key: column.text(change) for column in CHANGES}
    assert (said["household"], said["person"], said["field"]) == ("01001", "王建国", "联系电话")
    assert said["new"] == "139****1111"


def test_what_must_be_fixed_is_counted_and_told_with_its_place(village: Village, tmp_path: Path) -> None:
    rows = three_households()
    rows[4]["姓名"] = None
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", rows), BookKind.ROSTER)
    assert view.preview is not None
    assert view.preview.count(Severity.MUST_FIX) >= 1
    row = next(row for row in view.preview.fixes if row.finding.severity is Severity.MUST_FIX)
    said = {column.key: column.text(row) for column in FIXES}
    assert (said["severity"], said["place"], said["cure"]) == ("✕ 必须改", "花名册 · E6", "这一行不导入")
    assert said["words"] == "这一行没有姓名，没有导入，请补上。"


def test_a_sheet_that_repeats_the_others_is_told_until_the_clerk_has_it_read(
    village: Village, tmp_path: Path
) -> None:
    people = [[row.get(title) for title in HEADER] for row in three_households()]
    sheets = {"总表": people, "一网格": people[:4], "二网格": people[4:]}
    presenter, view = wizard(village)
    path = save_sheets(tmp_path / "花名册.xlsx", {name: [HEADER, *rows] for name, rows in sheets.items()})
    presenter.read(path, BookKind.ROSTER)
    assert view.preview is not None
    (row,) = view.preview.fixes
    said = {column.key: column.text(row) for column in FIXES}
    assert (said["severity"], said["cure"]) == ("⚠ 请核对", "")
    assert "总表" in said["place"]
    assert said["words"].startswith("这张表的 5 行，别的表里都有这些人")
    presenter.go(Step.COLUMNS)
    assert view.columns is not None
    assert [sheet.role for sheet in view.columns.sheets] == ["repeats", "table", "table"]
    presenter.set_sheet("总表", True)
    presenter.go(Step.FIXES)
    assert not {"sheet_repeats"} & {row.finding.kind for row in view.preview.fixes}


def test_a_file_that_is_no_workbook_leads_back_to_the_first_step(village: Village, tmp_path: Path) -> None:
    path = tmp_path / "通知.xlsx"
    path.write_text("不是表格", encoding="utf-8")
    presenter, view = wizard(village)
    presenter.read(path, BookKind.ROSTER)
    assert view.steps == ["reading", "start", "problem"]
    assert view.problems == ["intake.not-a-workbook"]


def test_balances_come_in_with_their_day_and_go_out_again(village: Village, tmp_path: Path) -> None:
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", three_households()), BookKind.ROSTER)
    presenter.apply(NullProgress())
    path = save_sheets(
        tmp_path / "结余.xlsx", {"结余": [["户编号", "可用积分"], ["01001", 35], ["02001", 12]]}
    )
    presenter.read(path, BookKind.OPENINGS)
    assert view.preview is not None
    assert (view.preview.kind, view.preview.importable) == (BookKind.OPENINGS, 2)
    presenter.apply(NullProgress(), date(2026, 5, 31))
    assert view.done == Done(BookKind.OPENINGS, 2, 0, 0, 0, 2)
    with village.read() as scope:
        green = accounts(scope, colour=Colour.GREEN)
        assert [str(row.spendable) for row in balances(scope, accounts_chosen=green)] == ["35", "0", "12"]
    presenter.take_back(2)
    assert view.taken is not None
    assert view.taken.reversed_lines == 2


def test_balances_dated_in_the_future_are_refused_and_can_be_imported_after(
    village: Village, tmp_path: Path
) -> None:
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", three_households()), BookKind.ROSTER)
    presenter.apply(NullProgress())
    path = save_sheets(tmp_path / "结余.xlsx", {"结余": [["户编号", "可用积分"], ["01001", 35]]})
    presenter.read(path, BookKind.OPENINGS)
    presenter.apply(NullProgress(), date(2026, 12, 31))
    assert view.problems == ["ledger.future-deed"]
    presenter.apply(NullProgress(), date(2026, 5, 31))
    assert view.steps[-1] == "done"


def with_one_wrong_id(rows: list[Row]) -> list[Row]:
    rows[1]["公民身份号码"] = id_number("19620811", 902)[:17]
    return rows


def fix_of(view: Shown, kind: str) -> FixRow:
    assert view.preview is not None
    return next(row for row in view.preview.fixes if row.finding.kind == kind)


def kinds(view: Shown) -> list[str]:
    assert view.preview is not None
    return [row.finding.kind for row in view.preview.fixes]


def test_a_cure_is_planned_anew_and_taken_back_alone(village: Village, tmp_path: Path) -> None:
    rows = with_one_wrong_id(three_households())
    rows[4]["与户主关系"] = None
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", rows), BookKind.ROSTER)
    assert not view.may_undo
    presenter.cure(fix_of(view, "id_length"), 0)
    assert "id_length" not in kinds(view)
    before = kinds(view)
    presenter.cure(fix_of(view, "id_missing"), 0)
    assert "id_missing" not in kinds(view)
    presenter.undo()
    assert kinds(view) == before
    presenter.undo()
    assert "id_length" in kinds(view)
    assert not view.may_undo


def test_a_cell_is_mended_in_place_and_goes_in_as_mended(village: Village, tmp_path: Path) -> None:
    rows = with_one_wrong_id(three_households())
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", rows), BookKind.ROSTER)
    row = fix_of(view, "id_length")
    assert row.text == id_number("19620811", 902)[:17]
    presenter.edit(row, id_number("19620811", 902))
    assert view.preview is not None
    assert view.preview.fixes == ()
    presenter.apply(NullProgress())
    with village.read() as scope:
        household = households(scope)[0]
        numbers = {person.name: person.id_number for person in household_card(scope, household.id).people}
    kept = numbers["单秀英"]
    assert kept is not None
    assert kept.reveal() == id_number("19620811", 902)


def test_all_of_a_kind_are_cured_by_one_press(village: Village, tmp_path: Path) -> None:
    rows = three_households()
    for row in rows[:3]:
        row["公民身份号码"] = str(row["公民身份号码"])[:17]
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", rows), BookKind.ROSTER)
    assert kinds(view).count("id_length") == 3
    presenter.cure_alike(fix_of(view, "id_length"), 0)
    assert kinds(view) == ["id_missing"] * 3
    presenter.undo()
    assert kinds(view).count("id_length") == 3


def test_the_messy_roster_skips_to_the_list_and_a_doubtful_one_shows_its_columns(
    village: Village, tmp_path: Path
) -> None:
    presenter, view = wizard(village)
    presenter.read(MESSY, BookKind.ROSTER)
    assert view.steps == ["reading", "fixes"]
    assert view.preview is not None
    assert view.preview.importable == 483
    assert all(row.cures for row in view.preview.fixes if row.finding.severity is Severity.MUST_FIX)
    presenter.go(Step.COLUMNS)
    assert view.columns is not None
    read = {sheet.name: (sheet.read, sheet.role) for sheet in view.columns.sheets}
    assert read["第一网格"] == (True, "table")
    assert read["2023旧表"] == (False, "hidden")
    assert read["统计"] == (False, "other")
    people = [
        ["编号", "甲", "乙"],
        *([n, f"王小{'一二三四五六'[n]}", id_number(f"19{60 + n}0304", 901)] for n in range(6)),
    ]
    presenter.read(save_sheets(tmp_path / "名单.xlsx", {"名单": people}), BookKind.ROSTER)
    assert view.steps[-1] == "columns"
    assert view.columns.unsure


def test_a_column_chosen_by_the_clerk_is_remembered_for_the_next_time(
    village: Village, tmp_path: Path
) -> None:
    rows = [["人名", "户主", "身份证", "关系", "电话", "老号"]]
    for number, name in enumerate(("王建国", "李卫东", "赵晓梅")):
        rows.append([name, name, id_number(f"19{60 + number}0304", 901), "户主", "", f"{number + 1}"])
    path = save_sheets(tmp_path / "名单.xlsx", {"一组": rows})
    presenter, view = wizard(village)
    presenter.read(path, BookKind.ROSTER)
    presenter.set_column("一组", "house_number", 5)
    presenter.go(Step.COLUMNS)
    assert view.columns is not None
    line = next(line for line in view.columns.columns[0].fields if line.key == "house_number")
    assert (line.column, line.by, line.samples) == (5, GuessedBy.CLERK, ("1", "2", "3"))
    presenter.go(Step.SAMPLES)
    presenter.apply(NullProgress())
    assert view.done is not None
    presenter.start()
    presenter.read(path, BookKind.ROSTER)
    presenter.go(Step.COLUMNS)
    line = next(line for line in view.columns.columns[0].fields if line.key == "house_number")
    assert (line.column, line.by, line.certainty) == (5, GuessedBy.REMEMBERED, Certainty.SURE)


def test_a_sheet_that_is_not_read_takes_its_people_with_it(village: Village, tmp_path: Path) -> None:
    presenter, view = wizard(village)
    presenter.read(MESSY, BookKind.ROSTER)
    presenter.set_sheet("第一网格", False)
    assert view.preview is not None
    assert view.preview.importable < 483 - 60
    presenter.undo()
    assert view.preview.importable == 483


def test_a_workbook_without_a_table_left_says_so_and_keeps_the_columns(
    village: Village, tmp_path: Path
) -> None:
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", three_households()), BookKind.ROSTER)
    presenter.go(Step.COLUMNS)
    presenter.set_sheet("花名册", False)
    presenter.go(Step.FIXES)
    assert view.steps[-2:] == ["columns", "problem"]
    assert view.problems == ["intake.no-header-found"]
    presenter.set_sheet("花名册", True)
    presenter.go(Step.FIXES)
    assert view.steps[-1] == "fixes"


def test_rows_that_stay_out_leave_as_a_workbook_and_come_back_mended(
    village: Village, tmp_path: Path
) -> None:
    rows = three_households()
    rows[1]["与户主关系"] = "户主"
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", rows), BookKind.ROSTER)
    assert view.preview is not None
    assert (view.preview.importable, view.preview.left) == (2, 3)
    target = tmp_path / "没有导入的行.xlsx"
    presenter.save_rejects(target)
    assert view.saved == [target]
    presenter.apply(NullProgress())
    assert household_count(village) == 2
    presenter.read(target, BookKind.ROSTER)
    presenter.cure(fix_of(view, "two_heads"), 0)
    presenter.apply(NullProgress())
    assert household_count(village) == 3


def test_the_template_is_a_roster_that_the_program_knows(village: Village, tmp_path: Path) -> None:
    presenter, view = wizard(village)
    presenter.save_template(tmp_path / "花名册模板.xlsx")
    assert [len(sheet.rows) for sheet in reread(tmp_path / "花名册模板.xlsx").sheets] == [3]
    presenter.read(tmp_path / "花名册模板.xlsx", BookKind.ROSTER)
    assert view.steps[-1] == "fixes"
    assert view.preview is not None
    assert (view.preview.importable, view.preview.residents) == (1, 2)


def test_pasted_rows_are_a_roster_too(village: Village) -> None:
    presenter, view = wizard(village)
    lines = ["户主姓名\t姓名\t与户主关系\t身份证号\t门牌号"]
    for number, name in enumerate(("王建国", "李卫东")):
        lines.append(f"{name}\t{name}\t户主\t{id_number(f'196{number}0304', 901)}\t{number + 1}号")
    presenter.read_pasted("\r\n".join(lines), BookKind.ROSTER)
    assert view.preview is not None
    assert (view.preview.importable, view.preview.residents) == (2, 2)


def test_a_protected_roster_asks_until_the_password_fits(village: Village) -> None:
    presenter, view = wizard(village)
    presenter.read(MESSY.with_name("花名册_加密.xlsx"), BookKind.ROSTER)
    presenter.give_password("123456")
    assert view.passwords == [False, True]
    presenter.give_password("qingquan2026")
    assert view.preview is not None
    assert view.preview.importable == 486


class Later:
    """Jobs that wait until they are told to run."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def desk(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        self.waiting.append(lambda: AtOnce().desk(work, done, failed))

    def press(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
        label: str = "",
    ) -> None:
        self.waiting.append(lambda: AtOnce().press(work, done, failed))

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def test_of_two_quick_decisions_only_the_last_is_planned_and_shown(village: Village, tmp_path: Path) -> None:
    rows = with_one_wrong_id(three_households())
    rows[4]["公民身份号码"] = None
    view, jobs = Shown(), Later()
    presenter = ImportPresenter(VillageDesk(village), view, jobs, village.key, village.clock, "")
    presenter.read(save_roster(tmp_path / "花名册.xlsx", rows), BookKind.ROSTER)
    jobs.run()
    shown = view.steps.count("fixes")
    presenter.cure(fix_of(view, "id_length"), 0)
    presenter.cure(fix_of(view, "id_missing"), 0)
    assert len(jobs.waiting) == 2
    presenter.apply(NullProgress())
    assert view.steps[-1] == "fixes"
    jobs.run()
    assert view.steps.count("fixes") == shown + 1
    assert [row.finding.row for row in view.preview.fixes] == [3] if view.preview else False


class Stopping:
    """Somebody presses 取消 after the second household."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def step(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def check(self) -> None:
        if len(self.told) >= 2:
            raise Cancelled


def test_a_cancelled_import_leaves_the_village_as_it_was_and_the_plan_where_it_was(
    village: Village, tmp_path: Path
) -> None:
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", three_households()), BookKind.ROSTER)
    presenter.go(Step.SAMPLES)
    presenter.apply(Stopping())
    assert household_count(village) == 0
    assert view.steps[-2:] == ["samples", "stopped"]
    assert view.problems == []
    presenter.apply(NullProgress())
    assert household_count(village) == 3


def test_shops_and_units_come_in_by_the_same_wizard(village: Village) -> None:
    presenter, view = wizard(village)
    presenter.read(MESSY, BookKind.ROSTER)
    presenter.apply(NullProgress())
    presenter.read(MESSY.with_name("商铺和驻地单位.xlsx"), BookKind.OWNERS)
    assert view.preview is not None
    assert view.preview.writes
    assert view.preview.importable > 0
    presenter.apply(NullProgress())
    assert view.done is not None
    assert (view.done.kind, view.done.batch) == (BookKind.OWNERS, 2)
    presenter.take_back(2)
    assert view.taken is not None
    assert view.taken.kept == ()
