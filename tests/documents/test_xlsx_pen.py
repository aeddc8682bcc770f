import os
import resource
import subprocess
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from passbook_desk.documents.errors import (
    DiskFull,
    SheetTooLarge,
    TargetFolderMissing,
    TargetNotWritable,
    TextTooLong,
    WrittenDiffers,
)
from passbook_desk.documents.files import check_target
from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Value, Workbook
from passbook_desk.documents.xlsx_pen import clean, write_xlsx
from passbook_desk.kernel.points import Money, Points

RARE_NAMES = "㛃䶮𬭎𫖯𪨶𠅤𬀩𤧛𬍛𡝗"
DANGEROUS = (
    "=1+1",
    "+86",
    "-3",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "http://a.cn",
    "_x0041_",
    "1e5",
    "TRUE",
    "#N/A",
)


def book(*values: Value, style: Style = Style.TEXT) -> Workbook:
    return Workbook((Sheet("公示", (tuple(Cell(value, style) for value in values),)),), "公示")


def cells(path: Path) -> list[object]:
    """The first row as openpyxl sees it."""
    return [cell.value for cell in next(openpyxl.load_workbook(path).worksheets[0].iter_rows())]


def part_of(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode("utf-8")


def test_nothing_typed_becomes_a_formula_a_link_or_a_number(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(book(*DANGEROUS), target)
    sheet = part_of(target, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    row = next(openpyxl.load_workbook(target).worksheets[0].iter_rows())
    assert [cell.data_type for cell in row] == ["s"] * len(DANGEROUS)
    assert all(cell.quotePrefix and cell.number_format == "@" for cell in row)
    assert CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python() == [list(DANGEROUS)]


def test_codes_and_phones_keep_all_their_digits(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(book("330102199001011234", "013800000000", "0000123"), target)
    assert cells(target) == ["330102199001011234", "013800000000", "0000123"]


def test_rare_names_stay_as_they_are(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(book(RARE_NAMES, "\U00030eda"), target)
    assert cells(target) == [RARE_NAMES, "\U00030eda"]


def test_control_characters_are_left_out_and_line_breaks_stay(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(book("张\x0b三\x00", "一\r\n二\r三\n四", "\ud800断"), target)
    assert cells(target) == ["张三", "一\n二\n三\n四", "断"]


def test_points_and_money_are_exact_decimals(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(
        book(Points(1050), Points(-7), Points(1200), Money(28005), Money(28000), 7, Points(999999999)), target
    )
    sheet = part_of(target, "xl/worksheets/sheet1.xml")
    values = [piece.split("</v>")[0] for piece in sheet.split("<v>")[1:]]
    assert values == ["10.50", "-0.07", "12", "280.05", "280", "7", "9999999.99"]
    row = next(openpyxl.load_workbook(target).worksheets[0].iter_rows())
    assert [cell.number_format for cell in row] == ["0.##", "0.##", "0", "0.00", "0.00", "0", "0.##"]


def test_dates_are_dates_and_those_before_1900_are_text(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(book(date(2026, 3, 31), date(1899, 12, 31), style=Style.DATE), target)
    assert cells(target) == [datetime(2026, 3, 31), "1899-12-31"]  # noqa: DTZ001 - openpyxl answers so


def test_an_empty_text_cell_keeps_what_is_typed_into_it_as_text(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(book(None, ""), target)
    row = next(openpyxl.load_workbook(target).worksheets[0].iter_rows())
    assert [(cell.value, cell.number_format) for cell in row] == [(None, "@"), (None, "@")]


@pytest.mark.parametrize("text", ["长" * 32_768, "𡝗" * 16_384])
def test_a_text_too_long_is_refused_and_the_old_file_stays(tmp_path: Path, text: str) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(TextTooLong) as refused:
        write_xlsx(book("户", text), target)
    assert refused.value.params == {"sheet": "公示", "cell": "B1", "length": 32_768}
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_the_longest_text_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(book("长" * 32_767), target)
    assert cells(target) == ["长" * 32_767]


def test_a_sheet_with_too_many_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetTooLarge):
        write_xlsx(book(*[1] * 16_385), tmp_path / "a.xlsx")


def test_a_form_has_its_merges_head_widths_and_page_numbers(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(_form(), target)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A1:C1"]
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.freeze_panes == "A3"
    assert "&amp;C第 &amp;P 页 共 &amp;N 页" in part_of(target, "xl/worksheets/sheet1.xml")
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.column_dimensions["B"].width == pytest.approx(22, abs=0.8)
    assert sheet["A1"].value == "石桥村积分公示"
    assert sheet.row_dimensions[1].height == 30


def test_a_row_with_wrapped_text_is_given_the_height_of_its_lines(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(_form(), target)
    heights = openpyxl.load_workbook(target).worksheets[0].row_dimensions
    assert heights[3].height == 18
    assert heights[4].height == 3 * 15 + 1.5


def test_the_same_workbook_and_time_give_the_same_bytes(tmp_path: Path) -> None:
    created = datetime(2026, 3, 31, 8, 0, tzinfo=UTC)
    write_xlsx(_form(), tmp_path / "a.xlsx", created)
    write_xlsx(_form(), tmp_path / "b.xlsx", created)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert "2026-03-31T08:00:00Z" in part_of(tmp_path / "a.xlsx", "docProps/core.xml")


def test_a_disk_that_keeps_something_else_is_noticed_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.xlsx"
    write_xlsx(book("李四", Points(1050)), other)
    wrong = other.read_bytes()
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    keep = Path.write_bytes
    for kept, cell in ((wrong, "B1"), (wrong[:-200], ""), (b"", "")):
        monkeypatch.setattr(Path, "write_bytes", lambda path, _, kept=kept: keep(path, kept))
        with pytest.raises(WrittenDiffers) as noticed:
            write_xlsx(book("李四", Points(1051)), target)
        monkeypatch.undo()
        assert noticed.value.params["cell"] == cell
        assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "other.xlsx"]


def test_more_rows_than_asked_for_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    longer = Workbook((Sheet("公示", ((Cell("一"),), (Cell("二"),))),), "公示")
    write_xlsx(longer, tmp_path / "other.xlsx")
    wrong = (tmp_path / "other.xlsx").read_bytes()
    keep = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", lambda path, _: keep(path, wrong))
    with pytest.raises(WrittenDiffers) as noticed:
        write_xlsx(book("一"), tmp_path / "a.xlsx")
    assert noticed.value.params["cell"] == "A2"


def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(DiskFull):
            write_xlsx(_form(), target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(TargetFolderMissing) as missing:
        write_xlsx(_form(), tmp_path / "no-such-folder" / "a.xlsx")
    assert missing.value.params["folder"] == str(tmp_path / "no-such-folder")


@pytest.mark.parametrize("named", ["", "."])
def test_a_folder_is_never_taken_for_a_file(
    tmp_path: Path, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for writes in (lambda: check_target(Path(named)), lambda: write_xlsx(_form(), Path(named))):
        with pytest.raises(TargetNotWritable):
            writes()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_device_or_a_pipe_is_not_replaced_by_a_workbook(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for writes in (lambda: check_target(pipe), lambda: write_xlsx(_form(), pipe)):
        with pytest.raises(TargetNotWritable):
            writes()
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_file_open_in_an_office_program_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(book("一"), target)
    before = target.read_bytes()
    (tmp_path / ".~lock.a.xlsx#").write_text("held", encoding="utf-8")
    with pytest.raises(TargetNotWritable):
        write_xlsx(book("二"), target)
    assert target.read_bytes() == before


def test_the_file_is_a_sound_zip_with_every_part_named(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(_form(), target)
    tested = subprocess.run(["unzip", "-tq", str(target)], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stdout
    assert "quotePrefix" in part_of(target, "xl/styles.xml")


def test_tab_names_are_made_fit_and_told_apart(tmp_path: Path) -> None:
    long = "石桥村第一网格积分公示" * 4
    wanted = ("一组/二组", "一组-二组", long, long, "𡝗" * 20, "")
    workbook = Workbook(tuple(Sheet(name, ((Cell(name),),)) for name in wanted), "公示")
    write_xlsx(workbook, tmp_path / "a.xlsx")
    names = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).sheet_names
    assert names == ["一组-二组", "一组-二组 (2)", long[:31], f"{long[:27]} (2)", "𡝗" * 15, "表"]


VALUES = st.one_of(
    st.text(max_size=40),
    st.integers(min_value=-(10**9), max_value=10**9),
    st.integers(min_value=-(10**11), max_value=10**11).map(Points),
    st.integers(min_value=-(10**11), max_value=10**11).map(Money),
    st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)),
    st.none(),
)


@given(rows=st.lists(st.lists(st.builds(Cell, VALUES, st.sampled_from(Style)), max_size=6), max_size=6))
def test_whatever_the_cells_the_file_reads_back_equal(
    rows: list[list[Cell]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.mktemp("cells") / "a.xlsx"
    write_xlsx(Workbook((Sheet("表", tuple(map(tuple, rows))),), "表"), target)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    for row, line in enumerate(rows, start=1):
        for column, cell in enumerate(line, start=1):
            if isinstance(cell.value, str):
                assert (sheet.cell(row, column).value or "") == clean(cell.value)


def _form() -> Workbook:
    head = tuple(Cell(title, Style.HEAD) for title in ("户主", "编码", "事项"))
    rows = (
        (Cell("石桥村积分公示", Style.TITLE), Cell(None, Style.TITLE), Cell(None, Style.TITLE)),
        head,
        (Cell("张三"), Cell("0101003"), Cell("清洁")),
        (Cell("李四"), Cell("0101004"), Cell("参加村庄清洁行动打扫房前屋后")),
    )
    sheet = Sheet("公示", rows, (10, 22, 12), (Merge(0, 0, 0, 2),), head_rows=1, head_from=1, landscape=True)
    return Workbook((sheet,), "石桥村积分公示")
