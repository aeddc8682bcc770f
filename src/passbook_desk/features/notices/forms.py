"""What the council's papers about a notice have in common: heading, columns of facts, places to sign."""

from collections.abc import Iterable, Sequence
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Align, Face, Item, Page, Rule, Text

SIZE: Final = 14.0
"""Points of these papers: they are read at the counter by people of any age."""
MARGIN: Final = 15.0
INNER: Final = A4[0] - 2 * MARGIN
"""Millimetres between the margins of A4 upright."""
STYLE: Final = TableStyle(size=SIZE, head_size=SIZE, pitch=1.3, padding=1.6, lowest_row=9.5)
DATE_BLANK: Final = "　　　　年　　月　　日"
_LABEL: Final = 36.0
_TITLE: Final = 22.0
_PITCH: Final = 7.0
_SIGNATURE: Final = 14.0
Fact = tuple[str, str]
"""A label and what is said under it."""


def facts_pages(
    title: str,
    sides: Fact,
    facts: Iterable[Fact],
    measure: Measure,
    below: Iterable[str] = (),
    signers: Sequence[str] = (),
    numbers: str = Paper().numbers,
) -> tuple[Page, ...]:
    """A form on A4 upright: heading, one row for each fact, words below, places to sign and date.

    `sides` stand left and right under the title; `numbers` are the words of the page number. Raises
    CharactersNotPrintable.
    """
    columns = (Column("项目", _LABEL, Align.CENTRE), Column("内容", INNER - _LABEL))
    return flow_table(
        columns,
        [Row(fact) for fact in facts],
        measure,
        Paper(A4, MARGIN, MARGIN, MARGIN, MARGIN, numbers),
        STYLE,
        first=heading(title, sides, INNER, measure),
        later=later_heading(title, sides[0], INNER, measure),
        closing=_closing(measure, below, signers),
    )


def heading(title: str, sides: Fact, width: float, measure: Measure) -> Block:
    """The title in large type, what stands left and right below it."""
    size, lines = measure.fit_lines(title, width, _TITLE, Face.BOLD, floor=16.0)
    items: list[Item] = []
    y = 0.0
    for line in lines:
        y += 10.0
        items.append(Text(width / 2, y, line, size, Face.BOLD, Align.CENTRE))
    y += 10.0
    left, right = sides
    small = min(measure.fit(f"{left}　{right}", width, SIZE), SIZE)
    items += [Text(0, y, left, small), Text(width, y, right, small, Face.REGULAR, Align.RIGHT)]
    return Block(y + 4.0, tuple(items))


def later_heading(title: str, left: str, width: float, measure: Measure) -> Block:
    """The heading of the pages after the first."""
    words = f"{title}（续）　{left}"
    return Block(9.0, (Text(0, 6.0, words, measure.fit(words, width, SIZE, Face.BOLD), Face.BOLD),))


def _closing(measure: Measure, below: Iterable[str], signers: Sequence[str]) -> Block:
    items: list[Item] = []
    y = 3.0
    for words in below:
        for line in measure.wrap(words, INNER, SIZE):
            y += _PITCH
            items.append(Text(0, y, line, SIZE))
    for signer in signers:
        y += _SIGNATURE
        begins = measure.width(signer, SIZE) + 1.0
        dated = INNER - measure.width(DATE_BLANK, SIZE)
        items += [
            Text(0, y, signer, SIZE),
            Rule(begins, y + 1.2, dated - 4.0, y + 1.2),
            Text(INNER, y, DATE_BLANK, SIZE, Face.REGULAR, Align.RIGHT),
        ]
    return Block(y + 4.0 if items else 0.0, tuple(items))
