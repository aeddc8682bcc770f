"""Writes a workbook with XlsxWriter, reads it back and only then lets it replace the target.

Every text is written as a text, whatever it begins with, and quoted for spreadsheet programs, so that
nothing typed into a form becomes a formula, a link or a rounded number (reliability §3.13).
"""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import zip_longest
from math import ceil
from pathlib import Path
from typing import Any

from passbook_desk.documents.errors import SheetTooLarge, TextTooLong, WrittenDiffers
from passbook_desk.documents.files import replacing
from passbook_desk.documents.sheet import Area, Cell, Choice, DateOnly, Merge, Sheet, Style, Workbook
from passbook_desk.kernel.jobs import NullProgress, Progress
from passbook_desk.kernel.points import Money, Points

_Read = str | float | date

_ROWS_A_STEP = 1_000
LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and carriage returns; tabs and line breaks stay."""
_NOT_IN_TABS = re.compile(r"[\[\]:*?/\\\n\t]")
_LONGEST_TAB = 31
_PAPERS = {"A4": 9, "A3": 8, "A5": 11, "B5": 13}
_FIRST_DAY = date(1900, 3, 1)
"""Earlier days are counted differently by spreadsheet programs and are written as text."""

_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
_LOOKS: dict[Style, dict[str, object]] = {
    Style.TITLE: {"bold": True, "font_size": 18, "align": "center"},
    Style.HEAD: {"bold": True, "align": "center", "border": 1, "bg_color": "#EDEDED", "text_wrap": True},
    Style.TEXT: {"align": "left", "border": 1, "text_wrap": True},
    Style.CENTRED: {"align": "center", "border": 1, "text_wrap": True},
    Style.NUMBER: {"align": "right", "border": 1},
    Style.MONEY: {"align": "right", "border": 1},
    Style.DATE: {"align": "center", "border": 1},
    Style.NOTE: {"align": "left", "font_size": 9, "text_wrap": True},
    Style.TOTAL: {"bold": True, "border": 1},
    Style.ENTRY: {"align": "center", "border": 1, "bg_color": "#FFF9DB", "text_wrap": True, "locked": False},
    Style.ENTRY_DATE: {"align": "center", "border": 1, "bg_color": "#FFF9DB", "locked": False},
}
_TEXT, _WHOLE, _PARTS, _FEN, _DAY = "@", "0", "0.##", "0.00", "yyyy-mm-dd"
_LINE, _NOTE_LINE, _TITLE_LINE, _ABOVE, _HIGHEST = 15.0, 12.5, 30.0, 1.5, 409.0
"""Row heights in points: a line, a line of a note, a title, the space above and the limit."""
_LOWEST = 18.0
"""Every row is at least this high: 15 points look cramped on paper."""
_DEFAULT_WIDTH = 8.43
_EMPTY = {
    Style.NUMBER: "General",
    Style.MONEY: _FEN,
    Style.DATE: _DAY,
    Style.TOTAL: "General",
    Style.ENTRY_DATE: _DAY,
}
_WRONG_WORD = ("请选", "这一格从下拉的几项里选一个。")
_WRONG_DATE = ("日期不对", "请写日期，如 2026-06-01，只能在 {first} 到 {last} 之间。")
"""Title and words of what a spreadsheet program says of an entry it does not take."""


def write_xlsx(
    workbook: Workbook,
    target: Path,
    created: datetime | None = None,
    progress: Progress | None = None,
) -> None:
    """Write the workbook into `target`, which is replaced whole or not at all.

    `created` goes into the file's properties; the same workbook and time give the same bytes. The file
    is read back and every cell compared before it takes the target's place. Control characters are left
    out of texts. Raises TextTooLong, SheetTooLarge, TargetNotWritable, DiskFull, WrittenDiffers and
    Cancelled.
    """
    progress = progress or NullProgress()
    content, expected = _xlsx_bytes(workbook, created or datetime(2000, 1, 1, tzinfo=UTC), progress)
    with replacing(target) as part:
        part.write_bytes(content)
        progress.check()
        _compare(expected, part, target)


def clean(text: str) -> str:
    """The text as a cell holds it: without control characters, line ends as line feeds."""
    if not text.isprintable() and _CONTROL.search(text):
        return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text


def sheet_names(workbook: Workbook) -> tuple[str, ...]:
    """The names of the tabs: at most 31 characters, none of []:*?/\\, no two alike, never empty."""
    names: list[str] = []
    for sheet in workbook.sheets:
        wanted = _NOT_IN_TABS.sub("-", clean(sheet.name)).strip("' \n\t") or "表"
        name, number = _shortened(wanted, ""), 1
        while name.lower() in {taken.lower() for taken in names}:
            number += 1
            name = _shortened(wanted, f" ({number})")
        names.append(name)
    return tuple(names)


def _shortened(name: str, end: str) -> str:
    while len((name + end).encode("utf-16-le")) // 2 > _LONGEST_TAB:
        name = name[:-1]
    return name + end


def _xlsx_bytes(
    workbook: Workbook, created: datetime, progress: Progress
) -> tuple[bytes, dict[str, list[list[_Read]]]]:
    """The file, and for each tab the values a reader must find in it, "" for an empty cell."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_numbers": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_date_format": _DAY,
        },
    )
    book.set_properties({"title": clean(workbook.title), "created": created})
    looks = _Looks(book)
    expected = {}
    names = sheet_names(workbook)
    for sheet, name in zip(workbook.sheets, names, strict=True):
        if len(sheet.rows) > MOST_ROWS or max(map(len, sheet.rows), default=0) > MOST_COLUMNS:
            raise SheetTooLarge(sheet=sheet.name)
        paper = book.add_worksheet(name)
        _set_up(paper, sheet)
        expected[name] = _fill(paper, sheet, looks, progress)
        for entry in sheet.entries:
            _offer(paper, entry, dict(zip((each.name for each in workbook.sheets), names, strict=True)))
    book.close()
    return stream.getvalue(), expected


class _Looks:
    """Cell formats of one workbook, made when first used: a style and a number format."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._formats: dict[tuple[Style, str], Any] = {}
        self.text = {style: self.get(style, _TEXT) for style in Style}

    def get(self, style: Style, number_format: str) -> Any:
        """The XlsxWriter format; texts carry the quote prefix."""
        key = (style, number_format)
        if key not in self._formats:
            look = _FONT | _LOOKS[style] | {"num_format": number_format}
            if style is Style.TOTAL:
                look["align"] = "center" if number_format == _TEXT else "right"
            if number_format == _TEXT:
                look["quote_prefix"] = True
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]


def _set_up(paper: Any, sheet: Sheet) -> None:
    for column, width in enumerate(sheet.widths):
        paper.set_column(column, column, width, None, {"hidden": column in sheet.hidden_columns})
    if sheet.hidden:
        paper.hide()
    if sheet.guarded:
        paper.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    paper.set_default_row(_LOWEST)
    paper.set_paper(_PAPERS[sheet.paper])
    if sheet.landscape:
        paper.set_landscape()
    paper.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    paper.fit_to_pages(1, 0)
    if sheet.head_rows:
        last = sheet.head_from + sheet.head_rows - 1
        paper.repeat_rows(sheet.head_from, last)
        if sheet.freeze:
            paper.freeze_panes(last + 1, 0)
    if sheet.print_area and sheet.rows:
        paper.print_area(0, 0, len(sheet.rows) - 1, max(map(len, sheet.rows)) - 1)
    if sheet.footer_page_numbers:
        paper.set_footer("&C第 &P 页 共 &N 页")


def _offer(paper: Any, entry: Choice | DateOnly, tabs: dict[str, str]) -> None:
    """Let the cells of an entry take what it says; `tabs` are the names of the sheets in the file."""
    if isinstance(entry, DateOnly):
        title, words = _WRONG_DATE
        rule = {
            "validate": "date",
            "criteria": "between",
            "minimum": entry.first,
            "maximum": entry.last,
            "error_message": words.format(first=entry.first, last=entry.last),
        }
    else:
        title, words = _WRONG_WORD
        rule = {"validate": "list", "source": _source(entry, tabs), "error_message": words}
    area = entry.area
    corners = (area.first_row, area.first_column, area.last_row, area.last_column)
    paper.data_validation(*corners, {**rule, "error_title": title})


def _source(entry: Choice, tabs: dict[str, str]) -> str | list[str]:
    if entry.column is None:
        return list(entry.words)
    tab = tabs[entry.sheet].replace("'", "''")
    return f"='{tab}'!{_fixed(entry.column)}"


def _fixed(area: Area) -> str:
    """The area as a formula names it: $A$1:$A$42."""
    from xlsxwriter.utility import xl_range_abs

    return str(xl_range_abs(area.first_row, area.first_column, area.last_row, area.last_column))


def _fill(paper: Any, sheet: Sheet, looks: _Looks, progress: Progress) -> list[list[_Read]]:
    """Write all cells; answers the values a reader must find."""
    for merge in sheet.merges:
        style = sheet.rows[merge.first_row][merge.first_column].style
        corners = (merge.first_row, merge.first_column, merge.last_row, merge.last_column)
        paper.merge_range(*corners, "", looks.get(style, _TEXT))
    covered = frozenset(_covered(sheet.merges))
    rooms = _Rooms(sheet)
    expected: list[list[_Read]] = []
    for row, cells in enumerate(sheet.rows):
        if row % _ROWS_A_STEP == 0:
            progress.check()
            progress.step(row, len(sheet.rows))
        height = 0.0
        values: list[_Read] = []
        for column, cell in enumerate(cells):
            value, style = cell.value, cell.style
            if covered and (row, column) in covered:
                values.append("")
            elif isinstance(value, str) and (text := clean(value)):
                if rooms.may_wrap(text, column) or style is Style.TITLE:
                    _refuse_long(text, sheet, row, column)
                    height = max(height, rooms.height(text, style, row, column))
                paper.write_string(row, column, text, looks.text[style])
                values.append(text)
            else:
                values.append(_write_plain(paper, row, column, cell, looks))
        if height > _LOWEST:
            paper.set_row(row, min(height, _HIGHEST))
        expected.append(values)
    return expected


def _write_plain(paper: Any, row: int, column: int, cell: Cell, looks: _Looks) -> _Read:
    """Write a cell that holds no text; answers what a reader must find."""
    value, style = cell.value, cell.style
    if isinstance(value, Points):
        whole = not value.hundredths % 100
        number_format = _FEN if style is Style.MONEY else _WHOLE if whole else _PARTS
        return _write_hundredths(paper, row, column, value.hundredths, looks.get(style, number_format))
    if isinstance(value, Money):
        return _write_hundredths(paper, row, column, value.fen, looks.get(style, _FEN))
    if isinstance(value, int):
        paper.write_number(row, column, value, looks.get(style, _FEN if style is Style.MONEY else _WHOLE))
        return value
    if not isinstance(value, date):
        paper.write_blank(row, column, None, looks.get(style, _EMPTY.get(style, _TEXT)))
        return ""
    if value < _FIRST_DAY:
        paper.write_string(row, column, value.isoformat(), looks.text[style])
        return value.isoformat()
    paper.write_datetime(row, column, value, looks.get(style, _DAY))
    return value


def _write_hundredths(paper: Any, row: int, column: int, hundredths: int, look: Any) -> float:
    """Write the exact decimal digit by digit, -0.07 and not -0.07000000000000001; answers its double."""
    whole = not hundredths % 100
    paper.write_number(row, column, hundredths // 100 if whole else Decimal(hundredths).scaleb(-2), look)
    return hundredths / 100


def _refuse_long(text: str, sheet: Sheet, row: int, column: int) -> None:
    """Spreadsheet programs count UTF-16 units: a character above U+FFFF counts twice."""
    length = len(text.encode("utf-16-le")) // 2
    if length > LONGEST_TEXT:
        raise TextTooLong(sheet=sheet.name, cell=_address(row, column), length=length)


class _Rooms:
    """How much text the columns of a sheet take, so that wrapped rows are given their height.

    Not every spreadsheet program makes rows higher by itself when it opens a file.
    """

    def __init__(self, sheet: Sheet) -> None:
        most = max(map(len, sheet.rows), default=0)
        default = [_DEFAULT_WIDTH] * (most - len(sheet.widths))
        self._widths = [*sheet.widths, *default]
        self._merges = {(merge.first_row, merge.first_column): merge for merge in sheet.merges}
        self._hidden = sheet.hidden_columns

    def may_wrap(self, text: str, column: int) -> bool:
        """False when the text certainly stands in one line: asked for every text, so it counts little."""
        room = self._widths[column] - 1
        length = len(text)
        return length > room or (length * 2 > room and not text.isascii()) or "\n" in text

    def height(self, text: str, style: Style, row: int, column: int) -> float:
        """The height in points a text needs in its cell, Han characters being two wide."""
        if column in self._hidden:
            return 0.0
        if style is Style.TITLE:
            return _TITLE_LINE
        last = column
        merge = self._merges.get((row, column))
        if merge is not None:
            if merge.last_row > merge.first_row:
                return 0.0
            last = merge.last_column
        room = max(2.0, sum(self._widths[column : last + 1]) - 1)
        lines = 0
        for part in text.split("\n"):
            units = sum([2 if character > "\u2e7f" else 1 for character in part])
            lines += max(1, ceil(units / room))
        return lines * (_NOTE_LINE if style is Style.NOTE else _LINE) + _ABOVE


def _covered(merges: tuple[Merge, ...]) -> Iterator[tuple[int, int]]:
    """Cells of a merge other than its first, which holds the value."""
    for merge in merges:
        for row in range(merge.first_row, merge.last_row + 1):
            for column in range(merge.first_column, merge.last_column + 1):
                if (row, column) != (merge.first_row, merge.first_column):
                    yield row, column


def _compare(expected: dict[str, list[list[_Read]]], part: Path, target: Path) -> None:
    """Read the file back; raises WrittenDiffers at the first sheet or cell that is not as it should be."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(str(part)) as book:
            if book.sheet_names != list(expected):
                raise WrittenDiffers(path=str(target), sheet="", cell="")
            for name, rows in expected.items():
                read = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                address = None if read == rows else _first_difference(rows, read)
                if address is not None:
                    raise WrittenDiffers(path=str(target), sheet=name, cell=address)
    except CalamineError as trouble:
        raise WrittenDiffers(path=str(target), sheet="", cell="") from trouble


def _first_difference(rows: Sequence[Sequence[_Read]], read: Sequence[Sequence[object]]) -> str | None:
    """The first cell that is not as expected; missing cells at the end of a row or sheet are empty."""
    for row in range(max(len(rows), len(read))):
        wanted: Sequence[object] = rows[row] if row < len(rows) else ()
        found = read[row] if row < len(read) else ()
        if wanted == found:
            continue
        for column, (one, other) in enumerate(zip_longest(wanted, found, fillvalue="")):
            if one != other:
                return _address(row, column)
    return None


def _address(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
