"""Changes a hand or a program makes to a workbook by mistake; each takes a chance and an open workbook."""

import random
from collections.abc import Callable
from datetime import date
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

Mutate = Callable[[random.Random, Workbook], None]

_HEADER_ROWS: Final = 6
_WORDS: Final = (
    "",
    "？？",
    "列1",
    "姓名姓名",
    "序列",
    "電話",
    "名字儿",
    "Name",
    "身份证 号 码 ",
    "住\n址",
    "12",
    "=A1",
)
_TEXTS: Final = (
    "=1+1", "=HYPERLINK(\"x\")", "@SUM(A1)", "-", "#REF!", "￥12", "１２３", "\u200b", "王\u3000伟", "😀",
    "1.40109E+17", "140108196503040911", "2026-13-45", "0000-00-00", "9" * 40, "户主", "合计", "以上共 3 户",
    "𪨶" * 5, "是",
    "'140108196503040911", "NULL", "true", "一" * 1900, "二" * 2500, "\n\n", "¨",
)  # fmt: skip


def swap_cells(chance: random.Random, book: Workbook) -> None:
    """Two cells change places."""
    for _ in range(chance.randint(1, 30)):
        first, second = _cell(chance, book), _cell(chance, book)
        if first is not None and second is not None:
            first.value, second.value = second.value, first.value


def move_header(chance: random.Random, book: Workbook) -> None:
    """Rows put in above, or the first ones taken away."""
    sheet = _sheet(chance, book)
    if chance.random() < 0.5:
        sheet.insert_rows(1, chance.randint(1, 40))
    else:
        sheet.delete_rows(1, chance.randint(1, _HEADER_ROWS))


def rename_headers(chance: random.Random, book: Workbook) -> None:
    """Words of the head that nobody knows, or none."""
    sheet = _sheet(chance, book)
    for row in sheet.iter_rows(min_row=1, max_row=_HEADER_ROWS):
        for cell in row:
            if not isinstance(cell, MergedCell) and chance.random() < 0.3:
                cell.value = chance.choice(_WORDS)


def same_headers(chance: random.Random, book: Workbook) -> None:
    """A head word over two columns."""
    sheet = _sheet(chance, book)
    row = chance.randint(1, _HEADER_ROWS)
    words = [cell for cell in sheet[row] if not isinstance(cell, MergedCell)]
    if len(words) > 1:
        one, other = chance.sample(words, 2)
        other.value = one.value


def columns_lost(chance: random.Random, book: Workbook) -> None:
    """Columns deleted or put in."""
    sheet = _sheet(chance, book)
    for _ in range(chance.randint(1, 3)):
        place = chance.randint(1, max(sheet.max_column, 1))
        if chance.random() < 0.6:
            sheet.delete_cols(place)
        else:
            sheet.insert_cols(place)


def rows_lost(chance: random.Random, book: Workbook) -> None:
    """Rows deleted or put in."""
    sheet = _sheet(chance, book)
    for _ in range(chance.randint(1, 5)):
        place = chance.randint(1, max(sheet.max_row, 1))
        if chance.random() < 0.6:
            sheet.delete_rows(place, chance.randint(1, 4))
        else:
            sheet.insert_rows(place, chance.randint(1, 4))


def rows_doubled(chance: random.Random, book: Workbook) -> None:
    """A piece of the list pasted a second time below it."""
    sheet = _sheet(chance, book)
    start = chance.randint(1, max(sheet.max_row, 1))
    copied = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=start, max_row=start + 8)]
    for values in copied:
        sheet.append(values)


def other_types(chance: random.Random, book: Workbook) -> None:
    """Texts as numbers, numbers as texts, days, flags, words of all kinds."""
    for _ in range(chance.randint(1, 40)):
        cell = _cell(chance, book)
        if cell is None:
            continue
        text = str(cell.value or "")
        choices: list[object] = [chance.choice(_TEXTS), text[::-1], None, True, 0, -1.5, 1e300]
        choices += [date(1965, 3, 4), date(2099, 1, 1), f" {text}　", f"'{text}"]
        if text.strip().isdigit():
            choices += [int(text), float(text)]
        cell.value = chance.choice(choices)  # type: ignore[assignment]


def merged_anywhere(chance: random.Random, book: Workbook) -> None:
    """Cells merged over rows and columns that do not belong together."""
    sheet = _sheet(chance, book)
    row, column = chance.randint(1, max(sheet.max_row, 1)), chance.randint(1, max(sheet.max_column, 1))
    sheet.merge_cells(
        start_row=row,
        end_row=row + chance.randint(0, 12),
        start_column=column,
        end_column=column + chance.randint(0, 4),
    )


def unmerged(chance: random.Random, book: Workbook) -> None:
    """All merged cells taken apart; the value stays in the first."""
    sheet = _sheet(chance, book)
    for area in list(sheet.merged_cells.ranges):
        sheet.merged_cells.remove(area)


def hidden(chance: random.Random, book: Workbook) -> None:
    """Rows, columns and a sheet nobody sees."""
    sheet = _sheet(chance, book)
    for row in range(1, sheet.max_row + 1):
        if chance.random() < 0.2:
            sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["B"].hidden = True
    if len(book.worksheets) > 1 and chance.random() < 0.5:
        chance.choice(book.worksheets[1:]).sheet_state = "hidden"


def sheets_in_disorder(chance: random.Random, book: Workbook) -> None:
    """Sheets renamed, emptied, copied, in another order."""
    sheet = _sheet(chance, book)
    act = chance.randrange(4)
    if act == 0:
        sheet.title = chance.choice(("Sheet1", "三组", "第99网格", "  ", "合计", "二〇二六年"))
    elif act == 1:
        sheet.delete_rows(1, sheet.max_row)
    elif act == 2:
        book.copy_worksheet(sheet)
    else:
        book.move_sheet(sheet, offset=-book.index(sheet))


MUTATIONS: Final[dict[str, Mutate]] = {
    made.__name__: made
    for made in (
        swap_cells,
        move_header,
        rename_headers,
        same_headers,
        columns_lost,
        rows_lost,
        rows_doubled,
        other_types,
        merged_anywhere,
        unmerged,
        hidden,
        sheets_in_disorder,
    )
}


def _sheet(chance: random.Random, book: Workbook) -> Worksheet:
    return chance.choice(book.worksheets)


def _cell(chance: random.Random, book: Workbook) -> Cell | None:
    sheet = _sheet(chance, book)
    row, column = chance.randint(1, max(sheet.max_row, 1)), chance.randint(1, max(sheet.max_column, 1))
    cell = sheet.cell(row, column)
    return cell if isinstance(cell, Cell) else None
