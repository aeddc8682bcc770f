"""A standard as a workbook with the columns 项目, 红事, 白事, 其他喜庆: to change, decide on and adopt."""

from collections.abc import Iterable
from typing import Final

from passbook_desk.documents.sheet import Cell, Sheet, Style, Workbook
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.clauses import case_in, clauses_of, plain
from passbook_desk.features.events.rules import stored_subject
from passbook_desk.features.events.values import OTHER_KINDS, EventKind, LimitDraft, Measure
from passbook_desk.features.events.words import KIND_WORDS, MEASURE_WORDS, case_words

_HEADS: Final = ("项目", "红事", "白事", "其他喜庆")
_WIDTHS: Final = (30.0, 34.0, 34.0, 24.0)
_COLUMNS: Final = {EventKind.WEDDING: 1, EventKind.FUNERAL: 2, EventKind.OTHER: 3}


def standard_workbook(limits: Iterable[LimitDraft]) -> Workbook:
    """One row for each subject and case; `standard_from_workbook` reads the same limits from it.

    How many tables the other feasts may have stands in rows of their own (满月酒, 乔迁 …); of their other
    limits those of 其他喜庆.
    """
    rows: dict[tuple[str, HostingCase], list[str]] = {}
    others: dict[EventKind, str] = {}
    for limit in limits:
        if limit.kind in OTHER_KINDS and limit.measure is Measure.TABLES:
            others[limit.kind] = "；".join(filter(None, (others.get(limit.kind), _cell(limit))))
        elif limit.kind in _COLUMNS:
            key = (stored_subject(limit.measure, limit.title), limit.case)
            row = rows.setdefault(key, [_title(limit), "", "", ""])
            row[_COLUMNS[limit.kind]] = _cell(limit)
    table = [*rows.values(), *([KIND_WORDS[kind], words, "", ""] for kind, words in others.items())]
    cells = [tuple(Cell(text, Style.TEXT) for text in row) for row in table]
    heads = tuple(Cell(head, Style.HEAD) for head in _HEADS)
    return Workbook((Sheet("标准", (heads, *cells), widths=_WIDTHS, head_rows=1),), "红白事操办标准")


def _title(limit: LimitDraft) -> str:
    title = MEASURE_WORDS[limit.measure][0] if limit.measure is not None else limit.title
    return title if limit.case == HostingCase.ORDINARY else f"{title}（{case_words(limit.case)}）"


def _cell(limit: LimitDraft) -> str:
    """The words of the meeting where they say the same figure, else the figure itself."""
    if limit.measure is None or limit.amount is None:
        return limit.words
    (read, *more) = clauses_of(limit.words)
    case, _ = case_in(plain(_title(limit)))
    if not more and read.amount == limit.amount and case.joined(read.case) == limit.case:
        return limit.words
    own = f"{limit.amount}{MEASURE_WORDS[limit.measure][1]}"
    stands_alone = limit.kind in OTHER_KINDS and limit.case != HostingCase.ORDINARY
    return case_words(limit.case) + own if stands_alone else own
