"""Which line of the paper each line of the ledger goes to: the next free one, once (domain §13 rule 15)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.values import PaperLineKind, Position
from passbook_desk.kernel.points import Points


@dataclass(frozen=True, slots=True)
class Due:
    """A line of the account that is on no paper: its number in the account and the balance after it."""

    seq: int
    balance: Points


@dataclass(frozen=True, slots=True)
class Placed:
    """What goes to a place of the book; `seq` None for a line of carrying."""

    slot: int
    kind: PaperLineKind
    seq: int | None
    balance: Points


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of lines that were sent: how many are on paper, how many more places were spoilt.

    `whole` is a booklet: paper made anew from the first line of the book.
    """

    lines: tuple[Placed, ...]
    printed: int
    spoilt: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class SetTo:
    """The next free place as it was set by hand; line `last_seq` of the account is the last before it."""

    slot: int
    last_seq: int
    balance: Points


def place_lines(
    layout: BookLayout, at: Position, due: Sequence[Due], *, carried: bool = False, closing: bool = False
) -> tuple[tuple[Placed, ...], bool]:
    """Lines in the order of the paper from `at` on, and whether some found no place because the book is full.

    `carried` books begin with 承上册. The last line of a book is kept for 转下册, which is written when the
    book is replaced (`closing`; nothing else is then). With `layout.carries` the last line of a page gets
    过次页 as soon as another line needs the next page, and that page begins with 承前页. A first line
    that was spoilt is written on the next free one.
    """
    if closing:
        free = at.slot <= layout.capacity and not at.closed
        return (((Placed(at.slot, PaperLineKind.TO_BOOK, None, at.balance),) if free else ()), False)
    placed: list[Placed] = []
    slot, balance, written = at.slot, at.balance, at.slot - 1 - at.spoilt

    def put(kind: PaperLineKind, seq: int | None, after: Points) -> None:
        nonlocal slot, balance, written
        placed.append(Placed(slot, kind, seq, after))
        slot, balance, written = slot + 1, after, slot

    for number, line in enumerate(due):
        before = len(placed)
        while (carrying := _owed(layout, slot, written, carried=carried)) is not None:
            put(carrying, None, balance)
        if slot >= layout.capacity:
            del placed[before:]
            return tuple(placed), number < len(due)
        put(PaperLineKind.ENTRY, line.seq, line.balance)
    if not due and carried and not written and slot < layout.capacity:
        put(PaperLineKind.FROM_BOOK, None, balance)
    return tuple(placed), False


def _owed(layout: BookLayout, slot: int, written: int, *, carried: bool) -> PaperLineKind | None:
    """The line of carrying that comes before an entry at this place; `written` is the last legible place."""
    if carried and not written:
        return PaperLineKind.FROM_BOOK
    if not layout.carries or slot >= layout.capacity:
        return None
    if layout.line_of(slot) == layout.lines:
        return PaperLineKind.CARRY_OUT
    begun = layout.page_of(max(written, 1))
    return PaperLineKind.CARRY_IN if begun < layout.page_of(slot) else None


def after(start: Position, outcomes: Iterable[Outcome | SetTo]) -> Position:
    """What is on the paper of a book that began at `start`, when its prints came out like this, in their
    order.

    Where the next place was set by hand, nothing counts from there on; places between the last legible line
    and it count as spoilt, unless more lines are said to stand there.
    """
    at = start
    legible = [start]
    for outcome in outcomes:
        if isinstance(outcome, SetTo):
            legible = [start, *(each for each in legible[1:] if each.slot <= outcome.slot)]
            at = legible[-1]
            if outcome.last_seq > at.last_seq:
                at = Position(outcome.slot, outcome.last_seq, outcome.balance)
                legible.append(at)
            else:
                at = replace(at, slot=outcome.slot, spoilt=outcome.slot - at.slot)
            continue
        if outcome.whole:
            if outcome.printed < len(outcome.lines) or not outcome.lines:
                continue
            at = start
            legible = [start]
        for placed in outcome.lines[: outcome.printed]:
            at = Position(
                slot=placed.slot + 1,
                last_seq=at.last_seq if placed.seq is None else placed.seq,
                balance=placed.balance,
                closed=at.closed or placed.kind is PaperLineKind.TO_BOOK,
            )
            legible.append(at)
        if outcome.spoilt:
            spoilt = outcome.lines[outcome.printed : outcome.printed + outcome.spoilt]
            before = 0 if outcome.printed else at.spoilt
            at = replace(at, slot=spoilt[-1].slot + 1, spoilt=before + outcome.spoilt)
    return at
