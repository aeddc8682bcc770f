"""The report as a workbook with the same figures as the paper: 季报汇总 and 明细."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.events.reporting import words
from passbook_desk.features.events.reporting.values import EventReport

_SUMMARY_WIDTHS: Final = (20, 7, 10, 10, 10, 11, 11, 11, 24)
_A_CHARACTER: Final = 2.1
"""Millimetres of a column of the list for one character of the sheet."""


def report_workbook(report: EventReport, for_wall: bool = False) -> Workbook:
    """Both sheets; numbers of events and codes of households are text, figures are numbers."""
    return Workbook((_summary(report, for_wall), _list(report, for_wall)), words.title(report))


def _summary(report: EventReport, for_wall: bool) -> Sheet:
    columns = ("项目", "单位", *words.columns(report), "说明")
    last = len(columns) - 1
    left, right = words.above(report)
    rows: list[tuple[Cell, ...]] = [
        (Cell(words.title(report), Style.TITLE),),
        (Cell(f"{left}　{right}", Style.NOTE),),
        tuple(Cell(title, Style.HEAD) for title in columns),
    ]
    for row in words.summary(for_wall):
        figures = (Cell(value, Style.NUMBER) for value in words.values(report, row))
        note = row.note(report.total)
        rows.append((Cell(row.title), Cell(row.unit, Style.CENTRED), *figures, Cell(note)))
    foot = len(rows)
    rows += [(Cell(note, Style.NOTE),) for note in words.notes(for_wall)]
    rows.append((Cell("　　　　　　".join(words.SIGNED), Style.NOTE),))
    wide = (0, 1, *range(foot, len(rows)))
    return Sheet(
        name="季报汇总",
        rows=tuple(rows),
        widths=_SUMMARY_WIDTHS,
        merges=tuple(Merge(number, 0, number, last) for number in wide),
        head_rows=1,
        head_from=2,
        landscape=True,
    )


def _list(report: EventReport, for_wall: bool) -> Sheet:
    heads, lines = words.heads(for_wall), words.listed(report, for_wall)
    rows: list[tuple[Cell, ...]] = [
        (Cell(words.list_title(report), Style.TITLE),),
        tuple(Cell(title, Style.HEAD) for title in ("序号", *(head.title for head in heads))),
    ]
    for number, line in enumerate(lines, start=1):
        cells = (Cell(head.value(line), _style(head)) for head in heads)
        rows.append((Cell(number, Style.NUMBER), *cells))
    sums = words.listed_sums(report, for_wall)
    totals = (Cell("" if head.total is None else head.total(sums), Style.TOTAL) for head in heads)
    rows.append((Cell("合计", Style.TOTAL), *totals))
    return Sheet(
        name="明细",
        rows=tuple(rows),
        widths=(6, *(max(6.0, head.width / _A_CHARACTER) for head in heads)),
        merges=(Merge(0, 0, 0, len(heads)),),
        head_rows=1,
        head_from=1,
        landscape=True,
    )


def _style(head: words.Head) -> Style:
    return Style.NUMBER if head.figures else Style.DATE if head.title == "日期" else Style.TEXT
