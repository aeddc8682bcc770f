"""Unsaved entry as a small text: ids and codes, never a name (reliability §3.9).

What names people in free words (who witnessed, a household typed but not chosen) is left out.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from passbook_desk.kernel.points import Points
from passbook_desk.ui.pages.ledger.values import Mark

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A line of the grid: the book by its id, the other cells as typed."""

    account_id: int | None
    item: str
    points: str
    memo: str
    day: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One act that was not saved. `uid` is its identity, so that what was written after all is known.

    Of a roll call: day, item, grid, amounts and ticks by account id; of a grid: its lines.
    """

    uid: str
    day: str = ""
    item: str = ""
    grid: str | None = None
    points: Points | None = None
    quantity: int = 1
    memo: str = ""
    ticks: tuple[tuple[int, Mark], ...] = ()
    lines: tuple[LineDraft, ...] = ()

    @property
    def is_grid(self) -> bool:
        """Lines of the grid, not ticks of the wall."""
        return bool(self.lines)

    @property
    def count(self) -> int:
        """How many books or lines."""
        return len(self.lines or self.ticks)


def written(drafts: tuple[Draft, ...]) -> str:
    """Drafts as text; "" when there are none."""
    if not drafts:
        return ""
    return json.dumps({"format": FORMAT, "drafts": [_plain(draft) for draft in drafts]}, ensure_ascii=False)


def read(text: str) -> tuple[Draft, ...]:
    """The drafts of a text; none of a text that is damaged or of a later version."""
    try:
        stored = json.loads(text)
        if stored["format"] != FORMAT:
            return ()
        return tuple(_draft(each) for each in stored["drafts"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()


def _plain(draft: Draft) -> dict[str, Any]:
    return {
        "uid": draft.uid,
        "day": draft.day,
        "item": draft.item,
        "grid": draft.grid,
        "points": _hundredths(draft.points),
        "quantity": draft.quantity,
        "memo": draft.memo,
        "ticks": [
            [
                account_id,
                _hundredths(mark.points),
                mark.quantity,
                list(mark.people),
                mark.times,
                mark.again,
                mark.fill,
            ]
            for account_id, mark in draft.ticks
        ],
        "lines": [[line.account_id, line.item, line.points, line.memo, line.day] for line in draft.lines],
    }


def _draft(stored: Mapping[str, Any]) -> Draft:
    return Draft(
        uid=str(stored["uid"]),
        day=str(stored["day"]),
        item=str(stored["item"]),
        grid=None if stored["grid"] is None else str(stored["grid"]),
        points=_points(stored["points"]),
        quantity=int(stored["quantity"]),
        memo=str(stored["memo"]),
        ticks=tuple(
            (
                int(account_id),
                Mark(
                    _points(points),
                    None if quantity is None else int(quantity),
                    tuple(int(who) for who in people),
                    int(times),
                    bool(again),
                    bool(fill),
                ),
            )
            for account_id, points, quantity, people, times, again, fill in stored["ticks"]
        ),
        lines=tuple(
            LineDraft(None if account_id is None else int(account_id), *(str(cell) for cell in cells))
            for account_id, *cells in stored["lines"]
        ),
    )


def _hundredths(points: Points | None) -> int | None:
    return None if points is None else points.hundredths


def _points(stored: int | None) -> Points | None:
    return None if stored is None else Points(int(stored))


class DraftBook:
    """The drafts of one operator: those found at the start, and the two acts under way.

    `keep` is called with the text to store whenever it differs from what was stored last.
    """

    def __init__(self, keep: Callable[[str], None]) -> None:
        self._keep = keep
        self._stored = ""
        self.earlier: tuple[Draft, ...] = ()
        self.now: tuple[Draft, ...] = ()

    def open(self, text: str) -> None:
        """Take up what was stored when the program ended."""
        self._stored = text
        self.earlier = read(text)
        self.now = ()

    @property
    def count(self) -> int:
        """How many acts wait to be saved."""
        return len(self.earlier) + len(self.now)

    def set_now(self, drafts: tuple[Draft, ...]) -> None:
        """What is under way; stored at once if it changed."""
        self.now = tuple(draft for draft in drafts if draft.count)
        self.store()

    def take(self, uid: str) -> None:
        """An earlier draft is under way again, was thrown away, or was written after all."""
        self.earlier = tuple(draft for draft in self.earlier if draft.uid != uid)
        self.now = tuple(draft for draft in self.now if draft.uid != uid)

    def set_aside(self, uid: str) -> None:
        """What is under way becomes an earlier draft."""
        self.earlier += tuple(draft for draft in self.now if draft.uid == uid)
        self.now = tuple(draft for draft in self.now if draft.uid != uid)

    def store(self) -> None:
        """Hand the text on if it is another one."""
        text = written((*self.earlier, *self.now))
        if text != self._stored:
            self._stored = text
            self._keep(text)
