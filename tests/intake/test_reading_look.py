"""What a sheet shows beside its values: merged areas, hidden rows, columns and sheets."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builders.rosters import SAMPLES, save_sheets
from builders.workbooks import save_ods, save_sheet, texts, with_part
from passbook_desk.features.intake import reading
from passbook_desk.features.intake.errors import WorkbookTooLarge
from passbook_desk.features.intake.reading import Merge, SheetRows, read_workbook
from passbook_desk.kernel.jobs import NullProgress

PEOPLE = [
    ["户主", "姓名", "户口簿号"],
    ["王建国", "王建国", "1"],
    [None, "单秀英", "1"],
    [None, "赵晓梅", "1"],
]


def first_sheet(path: Path) -> SheetRows:
    return read_workbook(path, NullProgress()).sheets[0]


def people(sheet: Worksheet) -> None:
    for row in PEOPLE:
        sheet.append(row)


def read_by_the_second_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    command = reading.child_command
    monkeypatch.setattr(reading, "child_command", lambda _, path: command(reading.Reader.OPENPYXL, path))


def test_the_merged_areas_and_hidden_parts_of_a_village_roster_are_known() -> None:
    sheets = {
        sheet.name: sheet for sheet in read_workbook(SAMPLES / "花名册_村里常用.xlsx", NullProgress()).sheets
    }
    assert sheets["五"].hidden_rows == {12, 13, 20, 34, 46, 54}
    assert sheets["五"].hidden_columns == {1}
    assert [name for name, sheet in sheets.items() if sheet.hidden] == ["2023旧表"]
    assert len(sheets["第一网格"].merges) == 271
    assert Merge(3, 4, 1, 1) in sheets["第一网格"].merges
    assert not sheets["三组"].merges
    hidden = [row for row in sheets["五"].rows if row.number in sheets["五"].hidden_rows]
    assert all(row.at(3).text for row in hidden)


def test_both_readers_tell_the_same_of_a_village_roster(monkeypatch: pytest.MonkeyPatch) -> None:
    path = SAMPLES / "花名册_村里常用.xlsx"
    fast = read_workbook(path, NullProgress())
    read_by_the_second_reader(monkeypatch)
    assert read_workbook(path, NullProgress()) == fast


def test_people_in_hidden_rows_are_read(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        people(sheet)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True

    flat = with_part(
        save_sheet(tmp_path / "a.xlsx", fill),
        tmp_path / "b.xlsx",
        "sheet1",
        lambda part: part.replace(b'<row r="4"', b'<row r="4" ht="0" customHeight="1"'),
    )
    sheet = first_sheet(flat)
    assert sheet.hidden_rows == {3, 4}
    assert sheet.hidden_columns == {2}
    assert [row[1] for row in texts(sheet)] == ["姓名", "王建国", "单秀英", "赵晓梅"]


def test_hidden_sheets_are_read_and_marked_whichever_way_they_are_hidden(tmp_path: Path) -> None:
    path = save_sheets(tmp_path / "a.xlsx", {"一组": PEOPLE, "旧表": PEOPLE, "代码": PEOPLE})
    states = with_part(
        path,
        tmp_path / "b.xlsx",
        "xl/workbook.xml",
        lambda part: part.replace(b'sheetId="2" state="visible"', b'sheetId="2" state="hidden"').replace(
            b'sheetId="3" state="visible"', b'sheetId="3" state="veryHidden"'
        ),
    )
    assert [sheet.hidden for sheet in read_workbook(states, NullProgress()).sheets] == [False, True, True]


def test_merged_areas_end_where_the_sheet_ends(tmp_path: Path) -> None:
    areas = ("A2:A4", "B2:XFD1048576", "A900:B901")
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in areas).encode()
    path = with_part(
        save_sheets(tmp_path / "a.xlsx", {"表": PEOPLE}),
        tmp_path / "b.xlsx",
        "sheet1",
        lambda part: part.replace(b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>"),
    )
    assert set(first_sheet(path).merges) == {Merge(2, 4, 0, 0), Merge(2, 4, 1, 199)}


def test_what_is_merged_or_hidden_does_not_change_the_digest_of_the_rows(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        people(sheet)
        sheet.row_dimensions[3].hidden = True
        sheet.merge_cells("A2:A4")

    plain = read_workbook(save_sheets(tmp_path / "a.xlsx", {"表": PEOPLE}), NullProgress())
    shown = read_workbook(save_sheet(tmp_path / "b.xlsx", fill), NullProgress())
    assert shown.rows_sha256() == plain.rows_sha256()
    assert shown.sheets != plain.sheets


def test_a_million_hidden_rows_below_the_list_concern_nobody(tmp_path: Path) -> None:
    path = save_sheets(tmp_path / "a.xlsx", {"表": PEOPLE})
    rows = b"".join(b'<row r="%d" hidden="1"/>' % number for number in range(5, 1_048_577))
    path = with_part(
        path,
        tmp_path / "b.xlsx",
        "sheet1",
        lambda part: part.replace(
            b"</sheetData>", rows + b'</sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells>'
        ),
    )
    sheet = first_sheet(path)
    assert len(sheet.rows) == 4
    assert sheet.hidden_rows == frozenset()
    assert sheet.merges == (Merge(2, 4, 0, 0),)


def test_sheets_written_with_a_prefix_on_every_element_tell_the_same(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        people(sheet)
        sheet.merge_cells("A2:A4")
        sheet.row_dimensions[3].hidden = True
        sheet["C2"] = "#N/A"
        sheet["C3"] = "=1+1"

    def prefixed(part: bytes) -> bytes:
        part = (
            part.replace(b"</", b"</\0")
            .replace(b"<", b"<x:")
            .replace(b"<x:/\0", b"</x:")
            .replace(b"<x:?", b"<?")
        )
        return part.replace(b"<x:worksheet xmlns=", b"<x:worksheet xmlns:x=")

    plain = save_sheet(tmp_path / "a.xlsx", fill)
    other = with_part(plain, tmp_path / "b.xlsx", "sheet1", prefixed)
    sheet = first_sheet(other)
    assert sheet.merges == (Merge(2, 4, 0, 0),)
    assert sheet.hidden_rows == {3}
    assert sheet == first_sheet(plain)


def test_30000_merged_areas_are_read_and_more_than_100000_refused(tmp_path: Path) -> None:
    path = save_sheets(tmp_path / "a.xlsx", {"表": PEOPLE})

    def with_merges(count: int) -> Path:
        merges = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (number, number) for number in range(1, count + 1))
        return with_part(
            path,
            tmp_path / f"{count}.xlsx",
            "sheet1",
            lambda part: part.replace(
                b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>"
            ),
        )

    assert len(first_sheet(with_merges(30_000)).merges) == 4
    with pytest.raises(WorkbookTooLarge) as refused:
        first_sheet(with_merges(100_001))
    assert refused.value.params["sheet"] == "表"


def test_kinds_of_file_that_tell_nothing_leave_the_look_empty(tmp_path: Path) -> None:
    sheet = first_sheet(save_ods(tmp_path / "a.ods", "表", [["姓名"], ["王建国"]]))
    assert (sheet.merges, sheet.hidden_rows, sheet.hidden_columns, sheet.hidden) == ((), set(), set(), False)
