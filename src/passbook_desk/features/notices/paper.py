"""A notice as pages for the wall: large type, masked names, heads on every page."""

from dataclasses import dataclass, replace
from typing import Final

from passbook_desk.documents.flow import Column, Paper, Row, RowKind
from passbook_desk.documents.flow_tables import TableSection, flow_tables
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A3, A4, Page
from passbook_desk.features.notices import words
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.old_paper import old_pages
from passbook_desk.features.notices.paper_head import (
    closing_block,
    first_block,
    foot_block,
    later_block,
    watermark,
)
from passbook_desk.features.notices.paper_tables import (
    Room,
    lines_section,
    part_section,
    table_style,
    text_section,
)
from passbook_desk.features.notices.rules import LEAST_SIZE, MOST_SIZE
from passbook_desk.features.notices.values import NoticeContent, PaperSize

_SIZES: Final = {PaperSize.A4: A4, PaperSize.A3: A3}
_MARGIN, _TOP, _BOTTOM = 12.0, 10.0, 11.0
_HEAD_MOST: Final = 0.6
"""The part of the first page that its heading may take with paragraphs that can stand below as well."""
_SIGNED_MOST: Final = 0.7


@dataclass(frozen=True, slots=True)
class Edition:
    """On what paper a notice is printed, and in letters of how many points."""

    paper: PaperSize
    landscape: bool
    size: float

    @property
    def page(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        width, height = _SIZES[self.paper]
        return (height, width) if self.landscape else (width, height)


def large_print(content: NoticeContent) -> Edition:
    """大字版: the largest letters on the largest paper, at least as large as the sheet itself."""
    return Edition(PaperSize.A3, landscape=True, size=max(MOST_SIZE, content.look.size))


def notice_pages(
    content: NoticeContent, measure: Measure, edition: Edition | None = None
) -> tuple[Page, ...]:
    """The pages of a notice: its lines by grid with sub-totals, its parts, places to sign and seal.

    Without an edition it looks as it was frozen. A proof carries 校样 across every page. Raises TooWide and
    CharactersNotPrintable.
    """
    if edition is None:
        if content.form == 1:
            return old_pages(content, measure)
        edition = Edition(content.look.paper, content.look.landscape, content.look.size)
    pages = _pages(content, measure, edition)
    if not content.proof:
        return pages
    across = watermark(*edition.page)
    return tuple(replace(page, fixed=(across, *page.fixed)) for page in pages)


def texts_of(content: NoticeContent) -> tuple[str, ...]:
    """Everything on this notice that somebody typed, each text once, for `FontBook.check`."""
    said = content.words
    facts = (content.village_name, content.issuer, content.objection_phone, content.wall_places)
    people = [
        text for line in content.lines for text in (line.grid_name, line.household_code, line.shown_name)
    ]
    tables = [cell for part in content.parts for row in part.rows for cell in row]
    notes = [part.note for part in content.parts]
    paragraphs = (said.objection_person, said.objection_place, *said.signers, *said.rules)
    return tuple(dict.fromkeys((*facts, *paragraphs, *people, *tables, *notes)))


def _pages(content: NoticeContent, measure: Measure, edition: Edition) -> tuple[Page, ...]:
    width, height = edition.page
    room = Room(width - 2 * _MARGIN, max(LEAST_SIZE, edition.size), edition.paper)
    foot, later = foot_block(content, measure, room), later_block(content, measure, room)
    body = height - _TOP - _BOTTOM - foot.height
    first, left = first_block(content, measure, room, body * _HEAD_MOST)
    return flow_tables(
        _sections(content, measure, room, left),
        measure,
        Paper((width, height), _MARGIN, _MARGIN, _TOP, _BOTTOM),
        table_style(room.size),
        first=first,
        later=later,
        footer=foot,
        closing=closing_block(content, measure, room, body * _SIGNED_MOST),
    )


def _sections(
    content: NoticeContent, measure: Measure, room: Room, left: tuple[str, ...]
) -> list[TableSection]:
    """The table of figures, the parts, and the paragraphs that found no place above them."""
    found = []
    if content.lines:
        found.append(lines_section(content, measure, room))
    found += [part_section(part, measure, room) for part in content.parts]
    if not found:
        said = words.NOBODY if KINDS[content.kind].of_points else words.NOTHING
        found.append(TableSection((Column("公示内容", room.width),), (Row((said,), RowKind.GROUP),)))
    if left:
        found.append(text_section("说明", left, room))
    return found
