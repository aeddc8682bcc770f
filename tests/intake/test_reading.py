import random
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from builders.progress import CancelAt
from builders.rosters import SAMPLES, reread, save_roster, save_sheets, three_households
from passbook_desk.features.households import errors as households_errors
from passbook_desk.features.intake import errors as intake_errors
from passbook_desk.features.intake import reading
from passbook_desk.features.intake.errors import (
    NotAWorkbook,
    WorkbookEmpty,
    WorkbookMissing,
    WorkbookNotReadable,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from passbook_desk.features.intake.reading import CellKind, CellValue, read_workbook
from passbook_desk.kernel.errors import Cancelled, UserError
from passbook_desk.ui.kit.sentences import sentence_for


def cells_of(path: Path) -> dict[tuple[int, int], CellValue]:
    """All cells of the first sheet that hold something, by row from 1 and column from 0."""
    return {
        (row.number, column): cell
        for row in reread(path).sheets[0].rows
        for column, cell in enumerate(row.cells)
        if cell.kind is not CellKind.EMPTY
    }


def test_text_numbers_dates_and_flags_arrive_as_what_they_are(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet["B2"] = "00123"
    sheet["C2"] = 1965.1
    sheet["D2"] = 7
    sheet["E2"] = True
    sheet["F2"] = date(2026, 3, 10)
    sheet["G2"] = 140108194605000000
    book.save(tmp_path / "a.xlsx")
    found = cells_of(tmp_path / "a.xlsx")
    assert found[2, 1] == CellValue(CellKind.TEXT, "00123")
    assert found[2, 2] == CellValue(CellKind.NUMBER, "1965.1")
    assert found[2, 3] == CellValue(CellKind.NUMBER, "7")
    assert found[2, 4] == CellValue(CellKind.FLAG, "true")
    assert found[2, 5] == CellValue(CellKind.DATE, "2026-03-10")
    assert found[2, 6].kind is CellKind.NUMBER
    assert len(found[2, 6].text) == 18


def test_errors_and_formulas_without_a_result_are_not_taken_for_empty_cells(tmp_path: Path) -> None:
    path = save_sheets(
        tmp_path / "a.xlsx", {"表": [["甲", "#N/A", "=1+1"], ["乙"], [None, None, None, "=A9"]]}
    )
    found = cells_of(path)
    assert found[1, 1] == CellValue(CellKind.ERROR, "#N/A")
    assert found[1, 2] == CellValue(CellKind.ERROR, "no-result")
    assert found[3, 3] == CellValue(CellKind.ERROR, "no-result")


def test_a_cell_longer_than_2000_characters_is_an_error_and_is_not_cut(tmp_path: Path) -> None:
    path = save_sheets(tmp_path / "a.xlsx", {"表": [["长" * 2000, "长" * 2001]]})
    found = cells_of(path)
    assert found[1, 0] == CellValue(CellKind.TEXT, "长" * 2000)
    assert found[1, 1] == CellValue(CellKind.ERROR, "too-long")


def test_equal_sheets_have_equal_row_digests_whatever_the_bytes(tmp_path: Path) -> None:
    first = reread(save_roster(tmp_path / "a.xlsx", three_households()))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as source, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name))
    second = reread(tmp_path / "b.xlsx")
    other = reread(save_roster(tmp_path / "c.xlsx", three_households()[1:]))
    assert first.sha256 != second.sha256
    assert first.rows_sha256() == second.rows_sha256()
    assert first.rows_sha256() != other.rows_sha256()


def test_the_content_decides_and_not_the_name_of_the_file(tmp_path: Path) -> None:
    save_roster(tmp_path / "a.xlsx", three_households())
    (tmp_path / "a.xlsx").rename(tmp_path / "花名册.dat")
    assert len(reread(tmp_path / "花名册.dat").sheets[0].rows) == 6


@pytest.mark.parametrize(
    "content",
    [
        b"<html><table><tr><td>1</td></tr></table></html>",
        b"%PDF-1.4 nothing else",
        b"PK\x03\x04 cut off",
    ],
    ids=["html", "pdf", "half a zip"],
)
def test_other_files_renamed_to_xlsx_are_no_workbooks(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "花名册.xlsx"
    path.write_bytes(content)
    with pytest.raises(NotAWorkbook) as refused:
        reread(path)
    assert refused.value.params == {"file": "花名册.xlsx"}


def test_a_zip_of_something_else_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "照片.xlsx", "w") as archive:
        archive.writestr("照片.jpg", b"x")
    with pytest.raises(NotAWorkbook):
        reread(tmp_path / "照片.xlsx")


def test_a_missing_file_and_a_folder_are_missing_workbooks(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.xlsx", tmp_path):
        with pytest.raises(WorkbookMissing) as refused:
            reread(path)
        assert refused.value.params == {"path": str(path)}


def test_a_file_that_the_system_holds_back_is_not_readable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    held_back = """
import pathlib, sys
def refuse(self): raise PermissionError
pathlib.Path.read_bytes = refuse
from passbook_desk.features.intake.child import main
main(sys.argv[1:])
"""
    monkeypatch.setattr(
        reading,
        "child_command",
        lambda reader, path: [sys.executable, "-c", held_back, "calamine", str(path)],
    )
    with pytest.raises(WorkbookNotReadable) as refused:
        reread(path)
    assert refused.value.params == {"path": str(path)}


def test_a_workbook_without_a_filled_cell_is_empty(tmp_path: Path) -> None:
    path = save_sheets(tmp_path / "a.xlsx", {"表一": [], "表二": [[None, "  "]]})
    with pytest.raises(WorkbookEmpty):
        reread(path)


def test_a_damaged_workbook_is_unreadable(tmp_path: Path) -> None:
    save_roster(tmp_path / "a.xlsx", three_households())
    with zipfile.ZipFile(tmp_path / "a.xlsx") as source, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name)[: 300 if "sheet1" in name else None])
    with pytest.raises(WorkbookUnreadable):
        reread(tmp_path / "b.xlsx")


def test_names_that_climb_out_of_the_archive_are_refused(tmp_path: Path) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../etc/evil", b"x")
    with pytest.raises(WorkbookUnreadable):
        reread(path)


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.xml", b"a" * 60_000_000)
    assert path.stat().st_size < 100_000
    with pytest.raises(WorkbookTooLarge) as refused:
        reread(path)
    assert refused.value.params["sheet"] == ""


def test_two_far_cells_kill_the_child_and_the_program_goes_on(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "姓名"
    book.active["XFD1048576"] = "远"
    book.save(tmp_path / "远.xlsx")
    assert (tmp_path / "远.xlsx").stat().st_size < 6_000
    workbook = reread(tmp_path / "远.xlsx")
    assert [row.number for row in workbook.sheets[0].rows] == [1]


def test_a_file_on_which_both_readers_die_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    dying = [sys.executable, "-c", 'import os; print(\'{"sheet": "表"}\', flush=True); os.abort()']
    monkeypatch.setattr(reading, "child_command", lambda reader, path: dying)
    with pytest.raises(WorkbookUnreadable):
        reread(path)


def test_a_reader_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    endless = [sys.executable, "-c", "while True: pass"]
    monkeypatch.setattr(reading, "child_command", lambda reader, path: endless)
    monkeypatch.setattr(reading, "WALL_SECONDS", 1)
    begun = time.monotonic()
    with pytest.raises(WorkbookUnreadable):
        reread(path)
    assert time.monotonic() - begun < 5


def test_cancelling_stops_the_child_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    endless = [sys.executable, "-c", "while True: pass"]
    monkeypatch.setattr(reading, "child_command", lambda reader, path: endless)
    with pytest.raises(Cancelled):
        read_workbook(path, CancelAt(2))


def test_20000_rows_are_read_and_one_more_is_refused(tmp_path: Path) -> None:
    most = [["名"]] * 20_000
    assert len(reread(save_sheets(tmp_path / "a.xlsx", {"表": most})).sheets[0].rows) == 20_000
    with pytest.raises(WorkbookTooLarge) as refused:
        reread(save_sheets(tmp_path / "b.xlsx", {"表": [*most, ["名"]]}))
    assert refused.value.params == {"file": "b.xlsx", "sheet": "表", "rows": 20_000, "columns": 200}


def test_more_than_200_columns_are_refused_by_both_readers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_sheets(tmp_path / "a.xlsx", {"表": [["名"] * 200, ["名"] * 201]})
    with pytest.raises(WorkbookTooLarge):
        reread(path)
    command = reading.child_command
    monkeypatch.setattr(reading, "child_command", lambda _, path: command(reading.Reader.OPENPYXL, path))
    with pytest.raises(WorkbookTooLarge):
        reread(path)


def test_both_readers_read_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = SAMPLES / "花名册_标准.xlsx"
    fast = reread(path)
    command = reading.child_command
    monkeypatch.setattr(reading, "child_command", lambda _, path: command(reading.Reader.OPENPYXL, path))
    assert reread(path) == fast


def test_a_million_styled_empty_rows_below_the_list_are_passed_over(tmp_path: Path) -> None:
    path = save_roster(tmp_path / "a.xlsx", three_households())
    with (
        zipfile.ZipFile(path) as source,
        zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            part = source.read(name)
            if "sheet1" in name:
                empty = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(7, 200_000))
                part = part.replace(b"</sheetData>", empty + b"</sheetData>")
            copy.writestr(name, part)
    assert len(reread(tmp_path / "b.xlsx").sheets[0].rows) == 6


def test_an_entity_bomb_is_unreadable_and_harmless(tmp_path: Path) -> None:
    save_roster(tmp_path / "a.xlsx", three_households())
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "lol">{levels}]>'.encode()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as source, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as copy:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/workbook.xml":
                part = bomb + part.replace(b"</workbook>", b"<x>&e11;</x></workbook>")
            copy.writestr(name, part)
    with pytest.raises(WorkbookUnreadable):
        reread(tmp_path / "b.xlsx")


def test_thirty_damaged_copies_are_read_or_refused_with_a_sentence(tmp_path: Path) -> None:
    whole = save_roster(tmp_path / "a.xlsx", three_households()).read_bytes()
    chance = random.Random(20260310)  # one order for ever, so that a failure can be repeated
    outcomes = []
    for number in range(30):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(damaged)
        try:
            outcomes.append(reread(path).file_name)
        except UserError as refused:
            outcomes.append(sentence_for(refused.code) or "")
    assert len(outcomes) == 30
    assert all(outcomes)
    assert sum(outcome.endswith(".xlsx") for outcome in outcomes) < 30


def test_every_refusal_of_intake_and_households_has_a_sentence() -> None:
    for errors in (intake_errors, households_errors):
        codes = [
            one.code
            for one in vars(errors).values()
            if isinstance(one, type) and one.__module__ == errors.__name__
        ]
        assert codes
        assert [code for code in codes if sentence_for(code) is None] == []
