"""What a sheet offers to fill in: drop-downs, dates, hidden columns and a guard against slips."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from passbook_desk.documents.sheet import Area, Cell, Choice, DateOnly, Sheet, Style, Workbook
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.jobs import NullProgress

ITEMS = Sheet("事项/清单", ((Cell("101 打扫街道"),), (Cell("108 乱堆, 乱放"),)), hidden=True)


def form() -> Sheet:
    return Sheet(
        "第一网格",
        (
            (Cell("01001"), Cell("DK1-一长串编码-只给程序看的编码-一长串编码"), Cell(None, Style.ENTRY)),
            (Cell("01002"), Cell("DK1-2"), Cell(None, Style.ENTRY_DATE)),
        ),
        widths=(10, 8, 12),
        entries=(
            Choice(Area(0, 2, 0, 2), words=("到", "未到", "代")),
            Choice(Area(0, 0, 0, 0), sheet="事项/清单", column=Area(0, 0, 1, 0)),
            DateOnly(Area(1, 2, 1, 2), date(2026, 1, 1), date(2026, 12, 31)),
        ),
        hidden_columns=(1,),
        guarded=True,
    )


def written(folder: Path) -> openpyxl.Workbook:
    target = folder / "打卡.xlsx"
    write_xlsx(Workbook((form(), ITEMS), "打卡表"), target)
    return openpyxl.load_workbook(target)


def test_cells_offer_words_texts_of_another_sheet_and_dates(tmp_path: Path) -> None:
    rules = {str(rule.sqref): rule for rule in written(tmp_path)["第一网格"].data_validations.dataValidation}
    assert rules["C1"].formula1 == '"到,未到,代"'
    assert rules["A1"].formula1 == "'事项-清单'!$A$1:$A$2"
    assert (rules["C2"].type, rules["C2"].operator) == ("date", None)  # between
    assert all(rule.showErrorMessage and rule.error for rule in rules.values())


def test_a_column_and_a_sheet_for_the_program_are_hidden_and_make_no_row_higher(tmp_path: Path) -> None:
    book = written(tmp_path)
    sheet = book["第一网格"]
    assert sheet.column_dimensions["B"].hidden
    assert not sheet.column_dimensions["A"].hidden
    assert book["事项-清单"].sheet_state == "hidden"
    assert book.active is sheet
    assert sheet["B1"].value.startswith("DK1-")
    assert sheet.row_dimensions[1].height == 18


def test_a_guarded_sheet_lets_only_entries_be_changed_and_asks_no_password(tmp_path: Path) -> None:
    sheet = written(tmp_path)["第一网格"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    locked = {cell.coordinate: cell.protection.locked for row in sheet.iter_rows() for cell in row}
    assert [place for place, closed in locked.items() if not closed] == ["C1", "C2"]
    assert sheet["C2"].number_format == "yyyy-mm-dd"


def test_a_clerk_who_cancels_keeps_the_old_file(tmp_path: Path) -> None:
    class Stopped(NullProgress):
        def check(self) -> None:
            raise Cancelled

    target = tmp_path / "旧.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_xlsx(Workbook((form(), ITEMS), "打卡表"), target, progress=Stopped())
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["旧.xlsx"]
