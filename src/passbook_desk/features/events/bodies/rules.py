from datetime import date
from typing import Final

from passbook_desk.features.events.bodies.errors import (
    CharterEmpty,
    DecidedInFuture,
    DutyMissing,
    FactTooLong,
    PledgeEmpty,
    TermEndsBeforeItBegins,
    WordsTooLong,
)
from passbook_desk.features.events.bodies.values import AddMember, AdoptCharter, WritePledge

MOST_WORDS: Final = 20_000
"""Characters of a charter."""
MOST_OF_A_PLEDGE: Final = 900
"""Characters of a pledge: more leave no room to sign on one sheet."""
MOST_LINES: Final = 24
"""Paragraphs of a pledge on one sheet."""
MOST_OF_A_FACT: Final = 40


def check_charter(command: AdoptCharter) -> None:
    """Raises CharterEmpty, WordsTooLong, FactTooLong."""
    if not command.words.strip():
        raise CharterEmpty(field="words")
    if len(command.words) > MOST_WORDS:
        raise WordsTooLong(field="words", most=MOST_WORDS)
    check_fact("minutes_no", command.minutes_no)


def check_term(command: AddMember) -> None:
    """Raises DutyMissing, FactTooLong, TermEndsBeforeItBegins; who it is, is checked elsewhere."""
    if not command.duty.strip():
        raise DutyMissing(field="duty")
    for field, text in (("member", command.name), ("duty", command.duty), ("standing", command.standing)):
        check_fact(field, text)
    if command.to_on is not None and command.to_on < command.from_on:
        raise TermEndsBeforeItBegins(field="to_on", since=command.from_on)


def check_pledge_words(command: WritePledge, today: date) -> None:
    """Raises PledgeEmpty, WordsTooLong, DecidedInFuture."""
    words = command.words.strip()
    if not words:
        raise PledgeEmpty(field="words")
    if len(words) > MOST_OF_A_PLEDGE or words.count("\n") >= MOST_LINES:
        raise WordsTooLong(field="words", most=MOST_OF_A_PLEDGE)
    if command.decided_on > today:
        raise DecidedInFuture(field="decided_on", day=command.decided_on, today=today)


def check_fact(field: str, text: str) -> None:
    """A name or a word that has to stand in a column. Raises FactTooLong."""
    if len(text.strip()) > MOST_OF_A_FACT:
        raise FactTooLong(field=field, most=MOST_OF_A_FACT)
