from datetime import date
from pathlib import Path

import pytest

from builders.pages import AtOnce, VillageDesk
from builders.rosters import save_roster, save_sheets, three_households
from builders.village import Village, new_village
from passbook_desk.features.households.queries import households
from passbook_desk.features.intake.values import BatchSummary, Severity
from passbook_desk.features.ledger.queries import accounts, balances
from passbook_desk.features.ledger.values import Colour
from passbook_desk.ui.pages.households.import_columns import CHANGES, FINDINGS, HISTORY
from passbook_desk.ui.pages.households.import_presenter import ImportPresenter
from passbook_desk.ui.pages.households.import_values import BookKind, Done, Preview, TakenBack


class Shown:
    """The wizard's view: the last of everything it was told, and the order of its steps."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.history: tuple[BatchSummary, ...] = ()
        self.preview: Preview | None = None
        self.done: Done | None = None
        self.taken: TakenBack | None = None
        self.problems: list[str] = []

    def show_start(self, history: tuple[BatchSummary, ...]) -> None:
        self.steps.append("start")
        self.history = history

    def show_reading(self, file_name: str) -> None:
        self.steps.append("reading")

    def show_preview(self, preview: Preview) -> None:
        self.steps.append("preview")
        self.preview = preview

    def show_importing(self) -> None:
        self.steps.append("importing")

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
    return ImportPresenter(VillageDesk(village), view, AtOnce(), village.key, "正在读取表格…"), view


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
    presenter.apply()
    assert view.steps == ["reading", "preview", "importing", "done"]
    assert view.done == Done(BookKind.ROSTER, 1, 3, 5, 0, 4)
    assert household_count(village) == 3


def test_an_import_is_taken_back_from_its_own_last_step(village: Village, tmp_path: Path) -> None:
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "花名册.xlsx", three_households()), BookKind.ROSTER)
    presenter.apply()
    assert view.done is not None
    presenter.take_back(view.done.batch)
    assert view.taken is not None
    assert (view.taken.batch, view.taken.kept) == (1, ())
    assert household_count(village) == 0
    presenter.start()
    assert [batch.undone for batch in view.history] == [True]
    assert [column.text(view.history[0]) for column in HISTORY][-1] == "已撤销"


def test_the_same_roster_again_writes_nothing_and_names_the_first_import(
    village: Village, tmp_path: Path
) -> None:
    presenter, view = wizard(village)
    path = save_roster(tmp_path / "花名册.xlsx", three_households())
    presenter.read(path, BookKind.ROSTER)
    presenter.apply()
    presenter.read(path, BookKind.ROSTER)
    assert view.preview is not None
    assert not view.preview.writes
    assert view.preview.same_households == 3
    assert view.preview.earlier is not None
    assert view.preview.earlier.number == 1
    presenter.apply()
    assert view.steps[-1] == "start"
    assert len(view.history) == 1


def test_a_changed_cell_is_shown_as_old_and_new(village: Village, tmp_path: Path) -> None:
    presenter, view = wizard(village)
    presenter.read(save_roster(tmp_path / "一.xlsx", three_households()), BookKind.ROSTER)
    presenter.apply()
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
    finding = next(found for found in view.preview.findings if found.severity is Severity.MUST_FIX)
    said = {column.key: column.text(finding) for column in FINDINGS}
    assert said["severity"] == "✕ 必须改"
    assert said["place"].startswith("第 6 行")
    assert "{" not in said["words"]


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
    presenter.apply()
    path = save_sheets(
        tmp_path / "结余.xlsx", {"结余": [["户编号", "可用积分"], ["01001", 35], ["02001", 12]]}
    )
    presenter.read(path, BookKind.OPENINGS)
    assert view.preview is not None
    assert (view.preview.kind, view.preview.importable) == (BookKind.OPENINGS, 2)
    presenter.apply(date(2026, 5, 31))
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
    presenter.apply()
    path = save_sheets(tmp_path / "结余.xlsx", {"结余": [["户编号", "可用积分"], ["01001", 35]]})
    presenter.read(path, BookKind.OPENINGS)
    presenter.apply(date(2026, 12, 31))
    assert view.problems == ["ledger.future-deed"]
    presenter.apply(date(2026, 5, 31))
    assert view.steps[-1] == "done"
