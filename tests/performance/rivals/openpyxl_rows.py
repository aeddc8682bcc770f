"""Reading a workbook the ordinary ways: openpyxl row by row, and calamine alone."""

from pathlib import Path

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook


def read(source: Path) -> list[list[str]]:
    """Every cell's text by openpyxl in read-only mode, the way its manual shows."""
    book = load_workbook(source, read_only=True, data_only=True)
    rows = [
        ["" if value is None else str(value) for value in row]
        for row in book.worksheets[0].iter_rows(values_only=True)
    ]
    book.close()
    return rows


def read_bare(source: Path) -> list[list[str]]:
    """Every cell's text by calamine in this very process, without any limit."""
    with CalamineWorkbook.from_path(source) as book:
        return [[str(value) for value in row] for row in book.get_sheet_by_index(0).to_python()]
