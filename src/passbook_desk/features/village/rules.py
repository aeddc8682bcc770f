"""What a village meeting may decide about dates."""

from datetime import date

from passbook_desk.features.village.errors import (
    EffectiveBeforeEarlier,
    EffectiveBeforeMeeting,
    MeetingInFuture,
)


def next_version(meeting_on: date, effective_from: date, today: date, newest: tuple[int, date] | None) -> int:
    """The number of the version that a meeting decides; `newest` is the last one's number and first day.

    Points catalogues and red-white standards follow each other like this (domain §13 rule 12). Raises
    MeetingInFuture, EffectiveBeforeMeeting, EffectiveBeforeEarlier.
    """
    if meeting_on > today:
        raise MeetingInFuture(field="meeting_on", day=meeting_on, today=today)
    if effective_from < meeting_on:
        raise EffectiveBeforeMeeting(field="effective_from", day=effective_from, meeting=meeting_on)
    if newest is None:
        return 1
    number, first_day = newest
    if effective_from < first_day:
        raise EffectiveBeforeEarlier(
            field="effective_from", day=effective_from, other_day=first_day, number=number
        )
    return number + 1
