"""The catalogue as a workbook in the village's own columns. Chinese official form."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.catalogue.cell_words import OFF, effect_words, holders_words, veto_words
from passbook_desk.features.catalogue.limit_text import limits_words, read_limits, total_limit_words
from passbook_desk.features.catalogue.rules import direction_of
from passbook_desk.features.catalogue.value_text import worth_words
from passbook_desk.features.catalogue.values import (
    Draft,
    ItemDraft,
    ItemRow,
    Limit,
    ValueKind,
    VersionRow,
)

_NO_LIMIT: Final = "不限"
_TITLE: Final = "积分管理细则"
_Item = ItemDraft | ItemRow


def exact_limits(item: _Item) -> str:
    """What the program limits, where the words beside the item would not be read as that; else empty."""
    read = read_limits(item.cap, direction_of(item), item.holders).limits
    plain = tuple(_plain(limit) for limit in item.limits)
    if set(read) == set(plain):
        return ""
    return limits_words(item.limits) or _NO_LIMIT


def _plain(limit: Limit) -> Limit:
    return Limit(limit.direction, limit.period, limit.measure, limit.amount, limit.holder)


def _state(item: _Item) -> str:
    return OFF if not item.enabled and item.value_kind is not ValueKind.UNSET else ""


_Column = tuple[str, float, Callable[[_Item], Cell]]
_ALWAYS: Final[tuple[_Column, ...]] = (
    ("编码", 7, lambda item: Cell(item.code, Style.CENTRED)),
    ("类别", 11, lambda item: Cell(item.category, Style.CENTRED)),
    ("序号", 6, lambda item: Cell(item.line_no, Style.NUMBER)),
    ("积分内容", 30, lambda item: Cell(item.name)),
    ("分值标准", 15, lambda item: Cell(worth_words(item), Style.CENTRED)),
    ("上限", 18, lambda item: Cell(item.cap)),
    ("适用对象", 20, lambda item: Cell(holders_words(item.holders), Style.CENTRED)),
    ("认定方式", 13, lambda item: Cell(item.source, Style.CENTRED)),
)
_WHERE_USED: Final[tuple[tuple[str, float, Callable[[_Item], str]], ...]] = (
    ("依据材料", 18, lambda item: item.evidence),
    ("积分用途", 14, lambda item: effect_words(item.effect)),
    ("一票否决", 22, lambda item: veto_words(item.veto, item.veto_term)),
    ("程序限额", 20, exact_limits),
    ("状态", 7, _state),
)
"""Columns that a workbook has only when an item fills them."""


def catalogue_workbook(version: VersionRow) -> Workbook:
    """A version for the wall, the meeting or the township; `catalogue_from_workbook` reads it back."""
    heading = (
        f"第{version.number}版（{_day(version.meeting_on)}会议通过，自{_day(version.effective_from)}起执行）"
    )
    return _workbook(heading, version.items, version.limits)


def draft_workbook(draft: Draft) -> Workbook:
    """A draft to be talked over; `catalogue_from_workbook` reads it back."""
    return _workbook(f"讨论稿（来自{draft.source}，未经会议通过）", draft.items, draft.limits)


def _day(day: date) -> str:
    return f"{day:%Y年%m月%d日}"


def _workbook(heading: str, items: Sequence[_Item], limits: Sequence[Limit]) -> Workbook:
    used = [(head, width, text) for head, width, text in _WHERE_USED if any(text(item) for item in items)]
    heads = [
        *((head, width) for head, width, _ in _ALWAYS),
        *((head, width) for head, width, _ in used),
        ("备注", 24.0),
    ]
    last = len(heads) - 1
    notes = [f"说明：{'；'.join(map(total_limit_words, limits))}。"] if limits else []
    rows = [
        (Cell(_TITLE, Style.TITLE), *((Cell(None, Style.TITLE),) * last)),
        (Cell(heading, Style.NOTE), *((Cell(None, Style.NOTE),) * last)),
        tuple(Cell(head, Style.HEAD) for head, _ in heads),
        *(
            (
                *(cell(item) for _, _, cell in _ALWAYS),
                *(Cell(text(item)) for _, _, text in used),
                Cell(item.remark),
            )
            for item in items
        ),
        *((Cell(note, Style.NOTE), *((Cell(None, Style.NOTE),) * last)) for note in notes),
    ]
    merged = [0, 1, *range(len(rows) - len(notes), len(rows))]
    sheet = Sheet(
        name="积分细则",
        rows=tuple(rows),
        widths=tuple(width for _, width in heads),
        merges=tuple(Merge(row, 0, row, last) for row in merged),
        head_rows=1,
        head_from=2,
        landscape=True,
    )
    return Workbook((sheet,), _TITLE)
