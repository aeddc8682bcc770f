"""What the wizard knows of the notice it makes. No Qt here."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from passbook_desk.features.notices.choosing import Postable
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.values import (
    NoticeColumn,
    NoticeKind,
    NoticeLook,
    ProofChanges,
    Subject,
)
from passbook_desk.features.village.policy import VillagePolicy, WallDeductions
from passbook_desk.features.village.values import VillageRow


class Step(IntEnum):
    """The five pages of the wizard."""

    WHAT = 1
    COLUMNS = 2
    WORDS = 3
    PROOF = 4
    ISSUE = 5


SIZES: Final = (16, 17, 18, 19, 20, 21, 22)
"""Letters of a wall notice, in points."""


@dataclass(frozen=True, slots=True)
class WizardFacts:
    """What the village says of a notice today. `chosen` is what it is about, None where there is nothing.

    `look` is how it would look; `changes` what came since its last proof.
    """

    kind: NoticeKind
    choices: tuple[Postable, ...]
    chosen: Postable | None
    look: NoticeLook | None
    changes: ProofChanges
    village: VillageRow
    policy: VillagePolicy

    @property
    def of_points(self) -> bool:
        """Whether it lists books, so that there is something to choose about its columns."""
        return KINDS[self.kind].of_points

    @property
    def offered(self) -> tuple[NoticeColumn, ...]:
        """The columns to choose from, in their order."""
        left_out = set()
        if self.policy.wall_deductions is WallDeductions.HIDDEN:
            left_out |= {NoticeColumn.CREDITS, NoticeColumn.DEBITS}
        else:
            left_out.add(NoticeColumn.NET)
        if not self.policy.count_when_posted:
            left_out |= {NoticeColumn.PENDING, NoticeColumn.TOTAL}
        if not (self.policy.household_bands or self.policy.member_bands):
            left_out.add(NoticeColumn.STARS)
        return tuple(each for each in NoticeColumn if each not in left_out)


def with_subject(look: NoticeLook, subject: Subject, wanted: bool) -> NoticeLook:
    """The look with lines of these books or without them; buildings add books up and so stand alone."""
    chosen = {each for each in look.subjects if each is not subject}
    if wanted:
        alone = subject is Subject.BUILDING
        chosen = {subject} if alone else {*chosen - {Subject.BUILDING}, subject}
    return replace(look, subjects=tuple(each for each in Subject if each in chosen))


def with_column(look: NoticeLook, column: NoticeColumn, wanted: bool) -> NoticeLook:
    """The look with a column or without it, columns in their order."""
    chosen = {*look.columns, column} if wanted else set(look.columns) - {column}
    return replace(look, columns=tuple(each for each in NoticeColumn if each in chosen))
