"""A notice as a workbook with the same figures as the paper: the table of figures, then a sheet a part."""

from collections.abc import Sequence
from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.notices import old_words, parts, words
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.rules import by_grid, sums
from passbook_desk.features.notices.titles import title_of
from passbook_desk.features.notices.values import (
    CellKind,
    NoticeColumn,
    NoticeContent,
    NoticeLineRow,
    NoticeLook,
    NoticePart,
    NoticeSums,
    PaperSize,
)
from passbook_desk.kernel.points import NotANumber, Points

_GRID: Final = "网格"
_NARROWEST, _WIDEST = 6.0, 44.0
_TITLE_MOST: Final = 10.0
"""Characters that a column is wide for its title's sake; longer titles are wrapped."""
_STRETCH: Final = 1.4
"""How much wider than its cells a table may be to fill its page."""
_PAGE: Final = {PaperSize.A4: (90.0, 134.0), PaperSize.A3: (134.0, 194.0)}
"""Characters that stand beside each other on a page, upright and landscape, before it is shrunk to fit."""
_STYLES: Final = {
    CellKind.TEXT: Style.TEXT,
    CellKind.CENTRED: Style.CENTRED,
    CellKind.POINTS: Style.NUMBER,
    CellKind.COUNT: Style.NUMBER,
}
_Row = tuple[Cell, ...]


def notice_workbook(content: NoticeContent) -> Workbook:
    """Sheets on the notice's paper, heads repeated, as wide as a page; codes are text, figures are numbers.

    The first sheet says what the paper says around its tables.
    """
    word = KINDS[content.kind].word
    sheets = []
    if content.lines or not content.parts:
        name = word if content.form > 1 else title_of(content.kind, content.about)
        sheets.append(_sheet(content, name, _heads(content), _table(content)))
    for part in content.parts:
        sheets.append(
            _sheet(
                content,
                part.title if sheets else word,
                (parts.LINE_TITLE, *(column.title for column in part.columns)),
                _part_rows(part),
                part=part,
                first=not sheets,
            )
        )
    return Workbook(sheets=tuple(sheets), title=words.title(content))


def _sheet(
    content: NoticeContent,
    name: str,
    heads: Sequence[str],
    table: Sequence[_Row],
    part: NoticePart | None = None,
    first: bool = True,
) -> Sheet:
    """One table on a sheet: the notice's head and signatures on the first, its title and foot on others."""
    above = [_note(text) for text in (_above(content) if first else (words.numbered(content),))]
    below = [_note(text) for text in (_below(content) if first else (words.foot_words(content),))]
    if part is not None:
        above.append(_note(part.title))
        below = [*([_note(part.note)] if part.note else []), *below]
    proof = f"（{words.PROOF}）" if content.proof else ""
    above.insert(0, (Cell(f"{words.title(content)}{proof}", Style.TITLE),))
    head_row = tuple(Cell(head, Style.HEAD) for head in heads)
    rows = (*above, head_row, *table, *below)
    merged = [*range(len(above)), *range(len(rows) - len(below), len(rows))]
    last = len(heads) - 1
    return Sheet(
        name=name,
        rows=rows,
        widths=_widths(heads, table, content.look),
        merges=tuple(Merge(row, 0, row, last) for row in merged),
        head_rows=1,
        head_from=len(above),
        landscape=content.look.landscape,
        paper=content.look.paper.value.upper(),
        print_area=True,
    )


def _note(text: str) -> _Row:
    return (Cell(text, Style.NOTE),)


def _above(content: NoticeContent) -> tuple[str, ...]:
    if content.form == 1:
        period, *rest = old_words.paragraphs(content)
        return (f"{words.number_words(content)}　{period}", *rest)
    return (
        f"{words.numbered(content)}　{words.period_words(content)}",
        words.hanging_words(content),
        *words.reading_words(content),
        *content.words.rules,
        words.objection_words(content),
    )


def _below(content: NoticeContent) -> tuple[str, ...]:
    said = words.NOBODY if KINDS[content.kind].of_points else words.NOTHING
    nothing = () if content.lines or content.parts else (said,)
    signing = tuple(f"{who}＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿" for who in content.words.signers)
    return *nothing, *signing, f"{content.issuer}{words.SEAL}", words.foot_words(content)


def _heads(content: NoticeContent) -> tuple[str, ...]:
    """The paper's columns, with the grid in one of its own: a workbook is sorted and filtered."""
    number, *facts = words.fact_titles(content)
    return number, _GRID, *facts, *(words.TITLES[each] for each in content.look.columns)


def _table(content: NoticeContent) -> list[_Row]:
    columns = content.look.columns
    with_books = len(words.fact_titles(content)) > 3
    table: list[_Row] = []
    for grid_name, lines in by_grid(content.lines):
        table += [_row(line, columns, with_books) for line in lines]
        table.append(
            _sums_row(
                (grid_name or words.ELSEWHERE, "小计", words.counted(lines)), sums(lines), columns, with_books
            )
        )
    if content.lines:
        whole = ("全村", "合计", words.counted(content.lines))
        table.append(_sums_row(whole, sums(content.lines), columns, with_books))
    return table


def _row(line: NoticeLineRow, columns: tuple[NoticeColumn, ...], with_books: bool) -> _Row:
    book = [Cell(words.book(line.colour), Style.CENTRED)] if with_books else []
    return (
        Cell(line.number, Style.NUMBER),
        Cell(line.grid_name),
        Cell(line.household_code, Style.CENTRED),
        Cell(line.shown_name),
        *book,
        *[Cell(words.figure(line, each), Style.NUMBER) for each in columns],
    )


def _sums_row(
    facts: tuple[str, str, str], total: NoticeSums, columns: tuple[NoticeColumn, ...], with_books: bool
) -> _Row:
    texts = ["", *facts, *([""] if with_books else [])]
    cells = [Cell(text, Style.TOTAL) for text in texts]
    return *cells, *[Cell(words.figure(total, each), Style.TOTAL) for each in columns]


def _part_rows(part: NoticePart) -> list[_Row]:
    kinds = (CellKind.COUNT, *(column.kind for column in part.columns))
    rows: list[_Row] = [
        tuple(Cell(_value(text, kind), _STYLES[kind]) for text, kind in zip(cells, kinds, strict=True))
        for cells in parts.cells_of(part)
    ]
    added_up = parts.sums_of(part)
    if added_up:
        rows.append(
            tuple(Cell(_value(text, kind), Style.TOTAL) for text, kind in zip(added_up, kinds, strict=True))
        )
    return rows


def _value(text: str, kind: CellKind) -> str | int | Points | None:
    """A cell's text, as a number where its column holds figures."""
    if not parts.is_figures(kind):
        return text
    if not text:
        return None
    try:
        return Points.parse(text)
    except NotANumber:
        return text


def _widths(heads: Sequence[str], table: Sequence[_Row], look: NoticeLook) -> tuple[float, ...]:
    """As wide as their cells; columns of words give way where the page is too narrow for all of them."""
    wanted = [
        max(min(_TITLE_MOST, _units(head)), *(_units(str(row[place].value or "")) for row in table), 0.0) + 2
        for place, head in enumerate(heads)
    ]
    widths = [min(_WIDEST, max(_NARROWEST, width)) for width in wanted]
    page = _PAGE[look.paper][look.landscape]
    over = sum(widths) - page
    words_wide = {place: width - _TITLE_MOST for place, width in enumerate(widths) if width > 2 * _TITLE_MOST}
    if over <= 0:
        return tuple(width * min(_STRETCH, page / sum(widths)) for width in widths)
    if not words_wide:
        return tuple(widths)
    share = min(1.0, over / sum(words_wide.values()))
    return tuple(width - words_wide.get(place, 0.0) * share for place, width in enumerate(widths))


def _units(text: str) -> float:
    """How wide a text is in a workbook's characters, Han characters being two."""
    return float(sum(2 if character > "\u2e7f" else 1 for character in text))
