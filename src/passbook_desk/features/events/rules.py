from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.errors import (
    FigureTooLarge,
    FigureTwice,
    HeldDateTooFar,
    LimitTwice,
    NegativeFigure,
    NegativeLimit,
    NothingLimited,
    TextTooLong,
)
from passbook_desk.features.events.values import (
    NOTICE_TITLE,
    Deadline,
    EventKind,
    FigureJudged,
    LimitDraft,
    Measure,
    RegisterEvent,
    Verdict,
)

DEFAULT_NOTICE_DAYS: Final = 7
"""Days before a wedding, days after a funeral, where a standard does not say (domain §12.3)."""

MOST_DAYS_AWAY: Final = 366
"""A date further away than a year is a wrong year typed."""

LARGEST_FIGURE: Final = 10_000_000
MOST_CHARACTERS: Final = 200
"""In a field of the form; more does not fit the filing sheet."""

NEAR_FROM: Final = 10
"""Smallest limit that one can come near to: 1 day of 1 is simply what is allowed."""


def verdict(declared: int | None, limit: int | None) -> Verdict:
    """How a figure stands against its limit, both in the same unit.

    over (超标): more than the limit. near (接近): nine tenths of the limit or more, the limit itself
    included, where the limit is 10 or more; so 300 of 300 yuan and 18 of 20 tables are near, 17 of 20
    tables and 1 of 1 day are within (未超). none without a limit or without a figure. The words and the
    examples 13/20, 1/1 and 300/300 are those of experience §5.6; the nine tenths are our own.
    """
    if declared is None or limit is None:
        return Verdict.NONE
    if declared > limit:
        return Verdict.OVER
    return Verdict.NEAR if limit >= NEAR_FROM and declared * 10 >= limit * 9 else Verdict.WITHIN


def limits_for(limits: Iterable[LimitDraft], kind: EventKind, case: HostingCase) -> tuple[LimitDraft, ...]:
    """The one line of each subject that applies to a kind of event in a case, in the standard's order.

    A line that names more of the event's traits wins over one that names fewer; of two that name equally
    many (members 10 tables, joint hosting 30) the stricter one.
    """
    chosen: dict[str, LimitDraft] = {}
    for limit in limits:
        if limit.kind is not kind or not limit.case.holds_for(case):
            continue
        subject = _subject(limit)
        held = chosen.get(subject)
        if held is None or _rank(limit) > _rank(held):
            chosen[subject] = limit
    return tuple(chosen.values())


def _rank(limit: LimitDraft) -> tuple[tuple[int, int], int]:
    strictness = -limit.amount if limit.amount is not None else -LARGEST_FIGURE - 1
    return limit.case.weight, strictness


def judge(figures: Mapping[Measure, int], limits: Iterable[LimitDraft]) -> tuple[FigureJudged, ...]:
    """Every measure that is declared or limited, in the order of the form, with its verdict.

    `limits` are those of one kind and case, as `limits_for` gives them.
    """
    lines = {limit.measure: limit for limit in limits if limit.measure is not None}
    judged = []
    for measure in Measure:
        line = lines.get(measure)
        declared = figures.get(measure)
        if line is None and declared is None:
            continue
        limit = line.amount if line else None
        judged.append(
            FigureJudged(measure, declared, limit, verdict(declared, limit), line.words if line else "")
        )
    return tuple(judged)


def worst(figures: Iterable[FigureJudged]) -> Verdict:
    """The verdict that a list shows for a whole event."""
    found = {figure.verdict for figure in figures}
    return next(
        (grade for grade in (Verdict.OVER, Verdict.NEAR, Verdict.WITHIN) if grade in found), Verdict.NONE
    )


def deadline(kind: EventKind, held_on: date, reported_on: date, limits: Iterable[LimitDraft]) -> Deadline:
    """Whether an event was reported in time.

    A wedding is reported so many days before (7); a funeral at once by word of mouth, and its paper may
    follow within 7 days, because a death cannot be declared ahead (domain §13 rule 22). Other feasts are
    reported like weddings. A standard that says when in words only calls nothing late.
    """
    days_ahead = (held_on - reported_on).days
    notice = next((limit for limit in limits if limit.title == NOTICE_TITLE and limit.kind is kind), None)
    days = DEFAULT_NOTICE_DAYS if notice is None else notice.amount
    if days is None:
        return Deadline(days_ahead, None, False)
    required = -days if kind is EventKind.FUNERAL else days
    return Deadline(days_ahead, required, days_ahead < required)


def check_figures(figures: Iterable[tuple[Measure, int]]) -> None:
    """Raises NegativeFigure, FigureTooLarge, FigureTwice."""
    seen: set[Measure] = set()
    for measure, amount in figures:
        if amount < 0:
            raise NegativeFigure(field=measure.value, measure=measure, amount=amount)
        if amount > LARGEST_FIGURE:
            raise FigureTooLarge(field=measure.value, measure=measure, amount=amount, most=LARGEST_FIGURE)
        if measure in seen:
            raise FigureTwice(field=measure.value, measure=measure)
        seen.add(measure)


def check_held_on(held_on: date, today: date) -> None:
    """Raises HeldDateTooFar when the event lies more than 366 days ahead or behind."""
    if abs((held_on - today).days) > MOST_DAYS_AWAY:
        raise HeldDateTooFar(field="held_on", day=held_on, today=today)


def check_texts(command: RegisterEvent) -> None:
    """Raises TextTooLong when a field of the form does not fit the filing sheet."""
    for field in ("matter", "place", "contact", "cook_team", "family", "persons", "invited"):
        if len(getattr(command, field).strip()) > MOST_CHARACTERS:
            raise TextTooLong(field=field, most=MOST_CHARACTERS)


def check_limits(limits: Iterable[LimitDraft]) -> None:
    """Refuse a standard that limits nothing, or says one thing twice. Raises NothingLimited, LimitTwice,
    NegativeLimit."""
    seen: set[tuple[EventKind, HostingCase, str]] = set()
    limited = False
    for limit in limits:
        subject = _subject(limit)
        if limit.amount is not None and not 0 <= limit.amount <= LARGEST_FIGURE:
            raise NegativeLimit(field="limits", measure=subject, amount=limit.amount)
        key = (limit.kind, limit.case, subject)
        if key in seen:
            raise LimitTwice(field="limits", kind=limit.kind, case=limit.case, measure=subject)
        seen.add(key)
        limited = limited or (limit.measure is not None and limit.amount is not None)
    if not limited:
        raise NothingLimited(field="limits")


_WORDS_MARK: Final = "words:"


def _subject(limit: LimitDraft) -> str:
    return stored_subject(limit.measure, limit.title)


def stored_subject(measure: Measure | None, title: str) -> str:
    """What a line is about as the table keeps it: the measure, or the title of a rule in words."""
    return measure.value if measure is not None else _WORDS_MARK + title.strip()


def subject_from(stored: str) -> tuple[Measure | None, str]:
    """The measure, or the title, of a stored line."""
    if stored.startswith(_WORDS_MARK):
        return None, stored.removeprefix(_WORDS_MARK)
    return Measure(stored), ""
