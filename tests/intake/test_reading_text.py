"""Tables of plain text and rows from the clipboard."""

import codecs
import random
from pathlib import Path

import pytest

from builders.progress import CancelAt
from builders.workbooks import kinds, texts
from passbook_desk.features.intake.errors import NotAWorkbook, WorkbookEmpty, WorkbookTooLarge
from passbook_desk.features.intake.reading import CellKind, SheetRows, read_pasted, read_workbook
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.jobs import NullProgress

TABLE = [
    ["姓名", "公民身份号码", "住址"],
    ["王䶮", "140108196003049013", "清泉村1号"],
    ["张𠅤", "14010819620811902X", "清泉村2号"],
    ["刘𪨶", "140108199001019040", "清泉村，3号"],
]


def table_text(delimiter: str = ",", newline: str = "\r\n") -> str:
    return "".join(delimiter.join(row) + newline for row in TABLE)


def sheet_of(path: Path, content: bytes) -> SheetRows:
    path.write_bytes(content)
    (sheet,) = read_workbook(path, NullProgress()).sheets
    return sheet


@pytest.mark.parametrize(
    "content",
    [
        table_text().encode("utf-8"),
        table_text().encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + table_text("\t").encode("utf-16-le"),
        codecs.BOM_UTF16_BE + table_text("\t").encode("utf-16-be"),
        table_text("\t").encode("utf-16-le"),
        table_text().encode("gb18030"),
        table_text(newline="\n").encode("gb18030"),
        table_text("\t").encode("gb18030"),
        table_text(";").encode("utf-8"),
        table_text().encode("gb18030") + b"\x1a",
    ],
    ids=[
        "utf-8",
        "utf-8 with a mark",
        "utf-16 as Excel saves text",
        "utf-16 the other way round",
        "utf-16 without a mark",
        "gb18030",
        "gb18030 of another system",
        "tabs",
        "semicolons",
        "with the end mark of old programs",
    ],
)
def test_a_table_of_text_is_read_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    sheet = sheet_of(tmp_path / "花名册.csv", content)
    assert texts(sheet) == TABLE
    assert [row.number for row in sheet.rows] == [1, 2, 3, 4]
    assert kinds(sheet) == {CellKind.TEXT}


def test_the_name_of_a_table_of_text_does_not_matter(tmp_path: Path) -> None:
    assert texts(sheet_of(tmp_path / "花名册.xlsx", table_text().encode("gb18030"))) == TABLE


def test_han_that_old_gb18030_wrote_as_private_characters_are_the_han_of_today(tmp_path: Path) -> None:
    content = "姓名,性别\n王".encode("gb18030") + b"\xfe\x59,\xc4\xd0\n" + b"\xc0\xee\xfe\x51,\xc5\xae\n"
    sheet = sheet_of(tmp_path / "a.csv", content)
    assert texts(sheet) == [["姓名", "性别"], ["王龴", "男"], ["李\U00020087", "女"]]


def test_figures_in_text_stay_text(tmp_path: Path) -> None:
    written = "户编号,号码,门牌,公式\n01001,140108196003049013,1965.10,=1+1\n00,1.4E+17,-5,TRUE\n"
    sheet = sheet_of(tmp_path / "a.csv", written.encode())
    assert texts(sheet)[1:] == [
        ["01001", "140108196003049013", "1965.10", "=1+1"],
        ["00", "1.4E+17", "-5", "TRUE"],
    ]
    assert kinds(sheet) == {CellKind.TEXT}


def test_what_guards_an_id_number_against_becoming_a_figure_is_dropped(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "a.csv", b'a,b\n140108196003049013\t,="01001"\n')
    assert texts(sheet)[1] == ["140108196003049013", "01001"]


def test_quoted_cells_hold_delimiters_quotes_and_line_breaks(tmp_path: Path) -> None:
    content = '姓名,类别,备注\r\n王建国,"低保,残疾","说""好""\r\n第二行"\r\n\r\n李卫东,,5" 管\r\n'
    sheet = sheet_of(tmp_path / "a.csv", content.encode("gb18030"))
    assert texts(sheet)[1] == ["王建国", "低保,残疾", '说"好"\n第二行']
    assert texts(sheet)[2] == ["李卫东", "", '5" 管']
    assert [row.number for row in sheet.rows] == [1, 2, 4]


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest(tmp_path: Path) -> None:
    content = '姓名,备注\n王建国,"没写完\n李卫东,好\n赵晓梅,好\n'
    sheet = sheet_of(tmp_path / "a.csv", content.encode())
    assert [row[0] for row in texts(sheet)] == ["姓名", "王建国", "李卫东", "赵晓梅"]


def test_a_tab_after_each_number_does_not_make_tabs_the_delimiter(tmp_path: Path) -> None:
    rows = "".join(f"张{n},14010819600304{n:04d}\t,{n}号\n" for n in range(1000, 1050))
    sheet = sheet_of(tmp_path / "a.csv", f"姓名,号码,住址\n{rows}合计,,,\n".encode("gb18030"))
    assert texts(sheet)[1] == ["张1000", "140108196003041000", "1000号"]


def test_a_letter_is_a_table_of_one_column(tmp_path: Path) -> None:
    letter = "各位村民：\n\n今年的积分从三月一日起记，请互相转告。\n清泉村村民委员会\n"
    sheet = sheet_of(tmp_path / "信.txt", letter.encode("gb18030"))
    assert {len(row.cells) for row in sheet.rows} == {1}
    assert [row.number for row in sheet.rows] == [1, 3, 4]


@pytest.mark.parametrize("size", [40, 3_000, 200_000])
def test_bytes_without_a_meaning_are_no_table(tmp_path: Path, size: int) -> None:
    (tmp_path / "花名册.csv").write_bytes(random.Random(20260601).randbytes(size))
    with pytest.raises(NotAWorkbook):
        read_workbook(tmp_path / "花名册.csv", NullProgress())


@pytest.mark.parametrize("text", ["这不是表格", "  好的\r\n\r\n", "<table><tr><td>姓名</td></tr>\n</table>"])
def test_a_phrase_and_a_web_page_are_no_tables(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    with pytest.raises(NotAWorkbook):
        read_workbook(tmp_path / "a.csv", NullProgress())


@pytest.mark.parametrize("content", [b" , ,\r\n\r\n\t\r\n", b""])
def test_a_file_without_a_word_is_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(WorkbookEmpty):
        read_workbook(tmp_path / "a.csv", NullProgress())


def test_the_limits_of_a_sheet_hold_for_text_too(tmp_path: Path) -> None:
    (tmp_path / "长.csv").write_text("名,号\n" * 20_001, encoding="utf-8")
    (tmp_path / "宽.csv").write_text("名," * 200 + "名\n", encoding="utf-8")
    (tmp_path / "大.csv").write_bytes(b"a,b\n" * 5_100_000)
    for name in ("长.csv", "宽.csv", "大.csv"):
        with pytest.raises(WorkbookTooLarge) as refused:
            read_workbook(tmp_path / name, NullProgress())
        assert refused.value.params["file"] == name
    sheet = sheet_of(tmp_path / "b.csv", ("长" * 2_001 + ",短\n").encode())
    assert sheet.rows[0].at(0).kind is CellKind.ERROR


def test_reading_text_can_be_cancelled(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(table_text(), encoding="utf-8")
    with pytest.raises(Cancelled):
        read_workbook(tmp_path / "a.csv", CancelAt(0))


def test_rows_copied_out_of_a_sheet_are_read_as_they_were_there() -> None:
    pasted = read_pasted(
        '户主\t姓名\t备注\r\n王建国\t单秀英\t"第一行\n第二行"\r\n\r\n\t赵晓梅\t一、二，三,四\r\n'
    )
    assert pasted.file_name == "粘贴的内容"
    assert texts(pasted.sheets[0]) == [
        ["户主", "姓名", "备注"],
        ["王建国", "单秀英", "第一行\n第二行"],
        ["", "赵晓梅", "一、二，三,四"],
    ]
    assert [row.number for row in pasted.sheets[0].rows] == [1, 2, 4]
    assert kinds(pasted.sheets[0]) == {CellKind.TEXT, CellKind.EMPTY}


def test_commas_in_pasted_cells_do_not_part_them() -> None:
    pasted = read_pasted("姓名\t\n王建国,王小明,王晓红\n李卫东,李小军,李晓丽\n")
    assert texts(pasted.sheets[0]) == [["姓名"], ["王建国,王小明,王晓红"], ["李卫东,李小军,李晓丽"]]


def test_the_same_rows_pasted_twice_are_known_again() -> None:
    first, second, other = (read_pasted(text) for text in ("姓名\t性别\n", "姓名\t性别\n", "姓名\t民族\n"))
    assert first.sha256 == second.sha256 != other.sha256
    assert first.rows_sha256() == second.rows_sha256() != other.rows_sha256()


@pytest.mark.parametrize("text", ["", " \t \r\n", "\n\n"])
def test_nothing_pasted_is_refused(text: str) -> None:
    with pytest.raises(WorkbookEmpty) as refused:
        read_pasted(text)
    assert refused.value.params == {"file": "粘贴的内容"}


def test_too_much_pasted_is_refused_and_odd_characters_are_not() -> None:
    with pytest.raises(WorkbookTooLarge):
        read_pasted("甲\t乙\n" * 20_001)
    assert texts(read_pasted("甲\ud800\t乙\x00\n").sheets[0]) == [["甲\ud800", "乙\x00"]]
