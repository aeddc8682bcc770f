"""What the page of the village's rules shows, and the variants that villages have published."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from passbook_desk.features.village.policy import Band, VillagePolicy
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class RulesFound:
    """The rules in force, what stands beside them among the village's facts, and who may change them.

    `claims_waiting` are claims that are not through yet.
    """

    policy: VillagePolicy
    village: VillageRow
    claims_waiting: int
    may_change: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """A usual way from a deed to the book."""

    words: str
    first_check: bool
    review: bool
    notice_days: int


USUAL_STEPS: Final = (
    Steps(QT_TRANSLATE_NOOP("Rules", "记录后直接生效"), False, False, 0),
    Steps(QT_TRANSLATE_NOOP("Rules", "记录 → 审核"), False, True, 0),
    Steps(QT_TRANSLATE_NOOP("Rules", "记录 → 初审 → 审核"), True, True, 0),
    Steps(QT_TRANSLATE_NOOP("Rules", "记录 → 审核 → 公示 3 天"), False, True, 3),
)


def _bands(*lines: tuple[int, int]) -> tuple[Band, ...]:
    return tuple(Band(Points(points * 100), stars) for points, stars in lines)


USUAL_BANDS: Final[Mapping[str, tuple[Band, ...]]] = {
    QT_TRANSLATE_NOOP("Rules", "不评星"): (),
    QT_TRANSLATE_NOOP("Rules", "60 分起五档"): _bands((60, 1), (70, 2), (80, 3), (90, 4), (96, 5)),
    QT_TRANSLATE_NOOP("Rules", "90 分五星、80 分四星、其余三星"): _bands((0, 3), (80, 4), (90, 5)),
}
"""Published bands by their words (domain §2.3)."""

SCALES: Final = (
    QT_TRANSLATE_NOOP("Rules", "1 分 = 1 元"),
    QT_TRANSLATE_NOOP("Rules", "1 分 = 2 元"),
    QT_TRANSLATE_NOOP("Rules", "10 分 = 1 元"),
    QT_TRANSLATE_NOOP("Rules", "积分不折钱"),
)
"""What a point is worth in villages that have said so (domain §2.4)."""


def usual_steps(first_check: bool, review: bool, notice_days: int) -> Steps | None:
    """The usual way that these steps are, None for a way of the village's own."""
    wanted = (first_check, review, notice_days)
    return next((each for each in USUAL_STEPS if _of(each) == wanted), None)


def changed_names(before: VillagePolicy, after: VillagePolicy) -> tuple[str, ...]:
    """The settings that differ, in the order of the policy."""
    names = (field.name for field in fields(VillagePolicy))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _of(steps: Steps) -> tuple[bool, bool, int]:
    return (steps.first_check, steps.review, steps.notice_days)
