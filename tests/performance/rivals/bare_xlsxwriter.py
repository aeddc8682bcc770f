"""A notice the ordinary way: XlsxWriter's write() cell by cell, nothing checked afterwards."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from passbook_desk.kernel.points import Points
from performance.samples import NOTICE_TITLES, NoticeRow


def write(rows: Sequence[NoticeRow], target: Path) -> None:
    """Write the notice into `target` with the same formats and print set-up as ours."""
    book = xlsxwriter.Workbook(
        str(target), {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    )
    base = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "border": 1}
    head = book.add_format(
        {**base, "bold": True, "align": "center", "bg_color": "#EDEDED", "text_wrap": True}
    )
    text = book.add_format({**base, "num_format": "@", "text_wrap": True, "quote_prefix": True})
    number = book.add_format({**base, "num_format": "0.##", "align": "right"})
    day = book.add_format({**base, "num_format": "yyyy-mm-dd", "align": "center"})
    sheet = book.add_worksheet("公示")
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.set_footer("&C第 &P 页 共 &N 页")
    sheet.set_column(0, 11, 12)
    for column, title in enumerate(NOTICE_TITLES):
        sheet.write(0, column, title, head)
    for row, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells):
            if isinstance(value, Points):
                sheet.write(row, column, value.hundredths / 100, number)
            elif isinstance(value, str):
                sheet.write(row, column, value, text)
            else:
                sheet.write(row, column, value, day)
    book.close()
