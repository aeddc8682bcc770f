"""The tables beside the one of figures: what stands in their cells and below them."""

from decimal import Decimal
from typing import Final

from passbook_desk.features.notices.values import CellKind, NoticePart

LINE_TITLE: Final = "行号"
SUM_WORD: Final = "合计"
_FIGURES: Final = (CellKind.POINTS, CellKind.COUNT)


def is_figures(kind: CellKind) -> bool:
    """Whether a column holds figures, which stand to the right and are numbers in a workbook."""
    return kind in _FIGURES


def is_sums(part: NoticePart) -> bool:
    """Whether a part holds sums by itself and names nobody: figures everywhere, but none to add up."""
    kinds = [column.kind for column in part.columns]
    return not any(column.summed for column in part.columns) and sum(map(is_figures, kinds)) >= len(kinds) / 2


def part_sums(part: NoticePart) -> tuple[Decimal | None, ...]:
    """The exact sum of each column that has one, None for the others; an empty cell adds nothing."""
    return tuple(
        sum((Decimal(row[place]) for row in part.rows if row[place]), Decimal(0)) if column.summed else None
        for place, column in enumerate(part.columns)
    )


def has_sums(part: NoticePart) -> bool:
    """Whether any column has its sum below."""
    return any(column.summed for column in part.columns)


def decimal_text(value: Decimal) -> str:
    """A sum as its cells are written: 3.5, 12, -0.25."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def cells_of(part: NoticePart) -> tuple[tuple[str, ...], ...]:
    """The rows with their line numbers in front."""
    return tuple((str(number), *row) for number, row in enumerate(part.rows, part.first_line))


def sums_of(part: NoticePart) -> tuple[str, ...]:
    """The row of sums, under the line numbers too; empty where nothing is added up."""
    if not has_sums(part):
        return ()
    texts = ["" if value is None else decimal_text(value) for value in part_sums(part)]
    word = next((place for place, text in enumerate(texts) if not text), None)
    if word is not None:
        texts[word] = SUM_WORD
    return "", *texts
