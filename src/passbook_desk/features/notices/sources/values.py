from collections.abc import Sequence
from dataclasses import dataclass, replace

from passbook_desk.features.notices.values import (
    HangingClaim,
    NoticeKind,
    NoticeLineRow,
    NoticeLook,
    NoticePart,
)
from passbook_desk.kernel.period import DateSpan


@dataclass(frozen=True, slots=True)
class Asked:
    """The sheet that is wanted: what it is about and how it is to look."""

    kind: NoticeKind
    about: str
    look: NoticeLook


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a source gives for the sheet: the days it is about, its lines and the tables beside them."""

    span: DateSpan
    lines: tuple[NoticeLineRow, ...] = ()
    parts: tuple[NoticePart, ...] = ()
    claims: tuple[HangingClaim, ...] = ()


def numbered(lines: Sequence[NoticeLineRow], parts: Sequence[NoticePart]) -> tuple[NoticePart, ...]:
    """Parts with something in them, their rows counted on from the last line of the sheet."""
    found, following = [], len(lines) + 1
    for part in parts:
        if part.rows:
            found.append(replace(part, first_line=following))
            following += len(part.rows)
    return tuple(found)
