"""What weeks, months, quarters and years are called in the language of the window. No Qt here."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.kit.dates import span_text
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_LENGTHS: Mapping[PeriodKind, str] = MappingProxyType(
    {
        PeriodKind.WEEK: QT_TRANSLATE_NOOP("Period", "周"),
        PeriodKind.MONTH: QT_TRANSLATE_NOOP("Period", "月"),
        PeriodKind.QUARTER: QT_TRANSLATE_NOOP("Period", "季"),
        PeriodKind.YEAR: QT_TRANSLATE_NOOP("Period", "年"),
    }
)
_QUARTERS = (
    QT_TRANSLATE_NOOP("Period", "{year}年一季度"),
    QT_TRANSLATE_NOOP("Period", "{year}年二季度"),
    QT_TRANSLATE_NOOP("Period", "{year}年三季度"),
    QT_TRANSLATE_NOOP("Period", "{year}年四季度"),
)
_HALVES: Mapping[tuple[int, int], str] = MappingProxyType(
    {
        (1, 6): QT_TRANSLATE_NOOP("Period", "{year}年上半年"),
        (7, 12): QT_TRANSLATE_NOOP("Period", "{year}年下半年"),
    }
)


def length_word(kind: PeriodKind) -> str:
    """周, 月, 季, 年."""
    return translate("Period", _LENGTHS[kind])


def quarter_text(quarter: Quarter) -> str:
    """2026年二季度."""
    return translate("Period", _QUARTERS[quarter.number - 1]).format(year=quarter.year)


def period_text(period: Period) -> str:
    """2026年5月, 2026年二季度, 2026年下半年, 2026年; other days as 2026.5.18–5.24."""
    first, last = period.first, period.last
    if period.kind is PeriodKind.QUARTER:
        return quarter_text(Quarter.of(first))
    if period.kind is PeriodKind.YEAR:
        return translate("Period", "{year}年").format(year=first.year)
    if period.kind is PeriodKind.MONTH:
        return translate("Period", "{year}年{month}月").format(year=first.year, month=first.month)
    half = _HALVES.get((first.month, last.month)) if period.kind is PeriodKind.MONTHS else None
    if half is not None and first.year == last.year:
        return translate("Period", half).format(year=first.year)
    return span_text(period.days())
