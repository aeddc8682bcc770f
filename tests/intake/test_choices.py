from passbook_desk.features.intake.choices import Choices, mended
from passbook_desk.features.intake.reading import CellKind, CellValue, RowCells, SheetRows, WorkbookRows


def text(word: str) -> CellValue:
    return CellValue(CellKind.TEXT, word)


BOOK = WorkbookRows(
    "sha",
    "花名册.xlsx",
    (SheetRows("一组", (RowCells(1, (text("姓名"),)), RowCells(3, (text("王建国"),)), RowCells(4, ()))),),
)


def test_what_the_clerk_mends_stands_in_the_cell_and_the_workbook_keeps_its_own() -> None:
    book = mended(BOOK, Choices(edits={("一组", 3, 0): "王建囯", ("一组", 3, 2): "党员"}))
    assert [cell.text for cell in book.sheets[0].rows[1].cells] == ["王建囯", "", "党员"]
    assert BOOK.sheets[0].rows[1].cells[0].text == "王建国"


def test_a_row_that_is_left_out_is_gone_and_the_others_keep_their_numbers() -> None:
    book = mended(BOOK, Choices(skipped=frozenset({("一组", 3)})))
    assert [row.number for row in book.sheets[0].rows] == [1, 4]


def test_an_emptied_cell_says_nothing() -> None:
    book = mended(BOOK, Choices(edits={("一组", 3, 0): " "}))
    assert book.sheets[0].rows[1].cells[0].kind is CellKind.EMPTY


def test_without_decisions_the_workbook_is_the_same() -> None:
    assert mended(BOOK, Choices()) is BOOK
