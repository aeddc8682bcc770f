"""What is known of each kind of notice. A kind that comes later is one more entry here and one source."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from passbook_desk.features.notices.errors import WrongAbout
from passbook_desk.features.notices.rules import plain_number
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.features.village.policy import Cycle
from passbook_desk.kernel.periods import NotAPeriod, Period, PeriodKind

_HALF_MONTHS: Final = (1, 7)
_VERSION_DIGITS: Final = 9


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice: the last word of its title, and whether its lines are points of books.

    `period` is the length of what it publishes, None for kinds that are about something else; `also` are
    other lengths that it can have. Notices of points close the days they count.
    """

    kind: NoticeKind
    word: str
    period: PeriodKind | None
    of_points: bool = False
    also: tuple[PeriodKind, ...] = ()


KINDS: Final = MappingProxyType(
    {
        each.kind: each
        for each in (
            Kind(NoticeKind.MONTH, "积分公示", PeriodKind.MONTH, of_points=True),
            Kind(NoticeKind.QUARTER, "积分公示", PeriodKind.QUARTER, of_points=True),
            Kind(NoticeKind.HALF_YEAR, "积分公示", PeriodKind.MONTHS, of_points=True),
            Kind(NoticeKind.YEAR, "积分公示", PeriodKind.YEAR, of_points=True),
            Kind(NoticeKind.EVENTS, "红白事公示", PeriodKind.QUARTER),
            Kind(
                NoticeKind.REDEMPTION,
                "兑换公示",
                PeriodKind.QUARTER,
                also=(PeriodKind.MONTH, PeriodKind.YEAR),
            ),
            Kind(NoticeKind.CATALOGUE, "积分细则变更公示", None),
            Kind(NoticeKind.CORRECTIONS, "更正公示", None),
        )
    }
)
OF_CYCLE: Final = MappingProxyType(
    {
        Cycle.MONTH: NoticeKind.MONTH,
        Cycle.QUARTER: NoticeKind.QUARTER,
        Cycle.HALF_YEAR: NoticeKind.HALF_YEAR,
        Cycle.YEAR: NoticeKind.YEAR,
    }
)
"""The notice of points that a village posts by its rhythm; other rhythms post none by themselves."""


def period_of(kind: NoticeKind, about: str) -> Period:
    """The period that a notice of this kind is about. Raises WrongAbout."""
    try:
        found = Period.parse(about)
    except NotAPeriod:
        raise WrongAbout(field="period", text=about, kind=kind.value) from None
    if found.kind not in (KINDS[kind].period, *KINDS[kind].also):
        raise WrongAbout(field="period", text=about, kind=kind.value)
    if found.kind is PeriodKind.MONTHS and (found.first.month not in _HALF_MONTHS or not _six(found)):
        raise WrongAbout(field="period", text=about, kind=kind.value)
    return found


def _six(period: Period) -> bool:
    return period.last.year == period.first.year and period.last.month - period.first.month + 1 == 6


def plain_about(kind: NoticeKind, about: str) -> str:
    """What a notice is about, in the one way it is stored. Raises WrongAbout."""
    if kind is NoticeKind.CORRECTIONS:
        return plain_number(about)
    if kind is not NoticeKind.CATALOGUE:
        return str(period_of(kind, about))
    if not about.strip().isdecimal() or len(about) > _VERSION_DIGITS:
        raise WrongAbout(field="period", text=about, kind=kind.value)
    return str(int(about))
