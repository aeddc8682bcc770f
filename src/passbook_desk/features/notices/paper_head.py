"""What stands around the tables of a notice: its head, the heads of later pages, foot, signatures, seal."""

from typing import Final

from passbook_desk.documents.flow import Block
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import MM_PER_POINT, Align, Box, Face, Fixed, Item, Rule, Text
from passbook_desk.features.notices import words
from passbook_desk.features.notices.paper_tables import PITCH, Room
from passbook_desk.features.notices.titles import chinese_day
from passbook_desk.features.notices.values import NoticeContent

_SMALLEST: Final = 16.0
_TITLE: Final = 1.75
"""The title's letters in those of the tables."""
_FOOT: Final = 12.0
_SIGNING: Final = 12.0
"""Millimetres between two places to sign."""
_NEXT_TO_EACH_OTHER: Final = 230.0
"""Millimetres of width from which the seal's place stands beside the signatures."""
_SEAL_WIDTH, _SEAL_HEIGHT, _SEALED = 60.0, 22.0, 42.0
_WATERMARK_GREY: Final = (0.86, 0.86, 0.86)


def first_block(
    content: NoticeContent, measure: Measure, room: Room, most: float
) -> tuple[Block, tuple[str, ...]]:
    """The heading of the first page, and paragraphs that would make it higher than `most` millimetres.

    Period, days on the wall and how to object always stand in it.
    """
    size = max(_SMALLEST, room.size - 2)
    pitch = size * PITCH * MM_PER_POINT
    y, items = _title_lines(content, measure, room, size)
    above, last = (words.period_words(content), words.hanging_words(content)), words.objection_words(content)

    def height(paragraph: str) -> float:
        return len(measure.wrap(paragraph, room.width, size)) * pitch

    end = y + sum(map(height, (*above, last)))
    between: list[str] = []
    left: list[str] = []
    for paragraph in (*words.reading_words(content), *content.words.rules):
        if left or end + height(paragraph) > most:
            left.append(paragraph)
        else:
            between.append(paragraph)
            end += height(paragraph)
    for paragraph in (*above, *between, last):
        for line in measure.wrap(paragraph, room.width, size):
            items.append(Text(0, y + 0.8 * pitch, line, size))
            y += pitch
    return Block(y + 2.0, tuple(items)), tuple(left)


def later_block(content: NoticeContent, measure: Measure, room: Room) -> Block:
    """The heading of the other pages."""
    title, numbered = f"{words.title(content)}（续）", words.numbered(content)
    size = room.size
    narrow = measure.fit(numbered, room.width * 0.5, size)
    free = room.width - measure.width(numbered, narrow) - 5
    items = (
        Text(0, 0.8 * size * MM_PER_POINT + 1, title, measure.fit(title, free, size, Face.BOLD), Face.BOLD),
        Text(room.width, 0.8 * size * MM_PER_POINT + 1, numbered, narrow, align=Align.RIGHT),
    )
    return Block(size * MM_PER_POINT + 3.5, items)


def foot_block(content: NoticeContent, measure: Measure, room: Room) -> Block:
    """Number, last day on the wall, phone and check code, on every page."""
    line = words.foot_words(content)
    return Block(7.0, (Text(0, 5.5, line, measure.fit(line, room.width, _FOOT)),))


def closing_block(content: NoticeContent, measure: Measure, room: Room, most: float) -> Block:
    """Places to sign for the village's bodies and a place for the seal, no higher than `most` millimetres."""
    beside = room.width >= _NEXT_TO_EACH_OTHER
    signing = room.width - (_SEAL_WIDTH + 12 if beside else 0)
    signers = content.words.signers
    seal_needs = 0 if beside else _SEALED
    step = min(_SIGNING, (most - seal_needs - 6) / max(1, len(signers)))
    items: list[Item] = []
    y = 6.0
    for who in signers:
        y += step
        items += _place_to_sign(who, y, signing, measure)
    seal_top = 6.0 if beside else y + 4
    items += _seal(content, measure, room, seal_top)
    return Block(max(y + 4, seal_top + _SEALED), tuple(items))


def watermark(width: float, height: float) -> Fixed:
    """校样 across the whole page."""
    size = min(width, height) * 1.19
    middle = Text(
        width / 2 + size * 0.064,
        height / 2 + size * 0.12,
        words.PROOF,
        size,
        Face.BOLD,
        Align.CENTRE,
        _WATERMARK_GREY,
        30,
    )
    return Fixed("notice-proof", (middle,))


def _title_lines(
    content: NoticeContent, measure: Measure, room: Room, size: float
) -> tuple[float, list[Item]]:
    wanted = round(room.size * _TITLE)
    fitted, lines = measure.fit_lines(words.title(content), room.width, wanted, Face.BOLD, room.size + 2)
    pitch = fitted * 1.25 * MM_PER_POINT
    items: list[Item] = [
        Text(room.width / 2, (number + 0.85) * pitch, line, fitted, Face.BOLD, Align.CENTRE)
        for number, line in enumerate(lines)
    ]
    y = len(lines) * pitch + size * PITCH * MM_PER_POINT
    items.append(Text(room.width / 2, y, words.numbered(content), size, align=Align.CENTRE))
    return y + 3.0, items


def _place_to_sign(who: str, y: float, width: float, measure: Measure) -> list[Item]:
    day = width - 62
    size = measure.fit(who, day * 0.7, _SMALLEST)
    end = measure.width(who, size)
    dated = measure.width("日期：", _SMALLEST)
    return [
        Text(0, y, who, size),
        Rule(end + 1, y + 1.2, day - 4, y + 1.2),
        Text(day, y, "日期：", _SMALLEST),
        Rule(day + dated, y + 1.2, width, y + 1.2),
    ]


def _seal(content: NoticeContent, measure: Measure, room: Room, top: float) -> list[Item]:
    middle = room.width - _SEAL_WIDTH / 2
    day = "　　　　年　　月　　日" if content.proof else chinese_day(content.issued_on)
    issuer = measure.fit(content.issuer, _SEAL_WIDTH + 8, 14)
    lines = measure.wrap(content.issuer, _SEAL_WIDTH + 8, issuer)
    pitch = issuer * PITCH * MM_PER_POINT
    box = Box(middle - 20, top, 40, _SEAL_HEIGHT)
    items: list[Item] = [box, Text(middle, top + 12.5, words.SEAL, 12, align=Align.CENTRE)]
    y = top + _SEAL_HEIGHT + 6
    for line in lines[:2]:
        items.append(Text(middle - 4 if len(lines) > 1 else middle, y, line, issuer, align=Align.CENTRE))
        y += pitch
    items.append(Text(middle, max(y + 1, top + 36), day, 12, align=Align.CENTRE))
    return items
