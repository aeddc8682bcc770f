"""A village with a rhythm: what it has decided, and what its calendar says."""

from dataclasses import replace
from datetime import date
from typing import Any

from builders.village import Village
from passbook_desk.features.notices.commands import issue_notice, make_proof
from passbook_desk.features.notices.hanging import close_notice, hang_notice
from passbook_desk.features.notices.values import (
    CloseNotice,
    HangNotice,
    IssueNotice,
    MakeProof,
    NoticeContent,
    NoticeKind,
)
from passbook_desk.features.rhythm.presets import PRESETS
from passbook_desk.features.rhythm.queries import due_list
from passbook_desk.features.rhythm.values import DueGroup, DueItem, DueKind
from passbook_desk.features.rhythm.words import sentence
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.ids import new_uid


def decide(village: Village, **settings: Any) -> None:
    """Let the village decide some settings."""
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), **settings))


def as_in(village: Village, place: str) -> None:
    """Let the village do as a published one."""
    decide(village, **next(preset for preset in PRESETS if preset.place == place).settings)


def due(village: Village, day: date | None = None) -> tuple[DueItem, ...]:
    """Every line of the calendar, on a day."""
    if day is not None:
        village.on(day)
    with village.read() as scope:
        return due_list(scope, village.clock.now())


def kinds(village: Village, *groups: DueGroup, day: date | None = None) -> list[DueKind]:
    """What the lines of some groups are about."""
    return [item.kind for item in due(village, day) if item.group in groups]


def lines(village: Village, *groups: DueGroup, day: date | None = None) -> list[str]:
    """The lines of some groups in words."""
    return [sentence(item) for item in due(village, day) if item.group in groups]


def proofed(village: Village, about: str, kind: NoticeKind = NoticeKind.QUARTER) -> None:
    """Somebody looks at a proof."""
    with village.write() as tx:
        make_proof(tx, MakeProof(kind, about))


def put_up(village: Village, about: str, kind: NoticeKind = NoticeKind.QUARTER) -> NoticeContent:
    """A notice is issued."""
    with village.write() as tx:
        return issue_notice(tx, IssueNotice(kind, about))


def hung(village: Village, number: str | None, first: date, last: date) -> None:
    """A notice hangs from day to day."""
    assert number is not None
    with village.write() as tx:
        hang_notice(tx, HangNotice(new_uid(), number, first, last, "村务公开栏", "刘文书"))


def closed(village: Village, number: str | None) -> None:
    """A notice is closed."""
    assert number is not None
    with village.write() as tx:
        close_notice(tx, CloseNotice(new_uid(), number))
