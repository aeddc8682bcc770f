"""The points notice as a workbook with the same figures as the paper."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.notices import words
from passbook_desk.features.notices.rules import by_grid, sums
from passbook_desk.features.notices.titles import title_of
from passbook_desk.features.notices.values import NoticeContent, NoticeLineRow, NoticeSums

_WIDTHS: Final = (7, 14, 10, 14, 7, 11, 10, 10, 10, 12, 12)
_LAST: Final = len(words.HEADS) - 1
_Row = tuple[Cell, ...]


def notice_workbook(content: NoticeContent) -> Workbook:
    """One sheet, A4 landscape, heads repeated; codes are text, figures are numbers."""
    above = _above(content)
    heads: _Row = tuple(Cell(head, Style.HEAD) for head in words.HEADS)
    table: list[_Row] = []
    for grid_name, lines in by_grid(content.lines):
        table += [_row(line) for line in lines]
        table.append(_sums_row(grid_name, "小计", sums(lines)))
    if content.lines:
        table.append(_sums_row("全村", "合计", sums(content.lines)))
    below = _below(content)
    rows = (*above, heads, *table, *below)
    noted = [*range(len(above)), *range(len(rows) - len(below), len(rows))]
    return Workbook(
        sheets=(
            Sheet(
                name=title_of(content.kind, content.about),
                rows=rows,
                widths=_WIDTHS,
                merges=tuple(Merge(row, 0, row, _LAST) for row in noted),
                head_rows=1,
                head_from=len(above),
                landscape=True,
            ),
        ),
        title=words.title(content),
    )


def _above(content: NoticeContent) -> tuple[_Row, ...]:
    title = words.title(content) + (f"（{words.PROOF}）" if content.proof else "")
    notes = (
        f"{words.number_words(content)}　{words.period_words(content)}",
        words.hanging_words(content),
        *words.rules(content),
        words.objection_words(content),
    )
    return ((Cell(title, Style.TITLE),), *[(Cell(note, Style.NOTE),) for note in notes])


def _below(content: NoticeContent) -> tuple[_Row, ...]:
    nobody = () if content.lines else (words.NOBODY,)
    signing = tuple(f"{who}＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿" for who in words.SIGNATURES)
    notes = (*nobody, *signing, f"{content.issuer}{words.SEAL}", words.foot_words(content))
    return tuple((Cell(note, Style.NOTE),) for note in notes)


def _row(line: NoticeLineRow) -> _Row:
    return (
        Cell(line.number, Style.NUMBER),
        Cell(line.grid_name),
        Cell(line.household_code, Style.CENTRED),
        Cell(line.shown_name),
        Cell(words.book(line.colour), Style.CENTRED),
        *[Cell(points, Style.NUMBER) for points in words.line_figures(line)],
    )


def _sums_row(whose: str, word: str, total: NoticeSums) -> _Row:
    return (
        Cell("", Style.TOTAL),
        Cell(whose, Style.TOTAL),
        Cell(word, Style.TOTAL),
        Cell(f"{total.lines} 本", Style.TOTAL),
        Cell("", Style.TOTAL),
        *[Cell(points, Style.TOTAL) for points in words.line_figures(total)],
    )
