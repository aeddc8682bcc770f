"""Periods, groups and notes of a count in the language of the window. No Qt here."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.features.ledger.counting.run_values import RunKind, RunNote, RunRow
from passbook_desk.features.ledger.counting.values import By, CountRow, Outside
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_KINDS: Mapping[PeriodKind, str] = MappingProxyType(
    {
        PeriodKind.WEEK: QT_TRANSLATE_NOOP("Counting", "周"),
        PeriodKind.MONTH: QT_TRANSLATE_NOOP("Counting", "月"),
        PeriodKind.QUARTER: QT_TRANSLATE_NOOP("Counting", "季"),
        PeriodKind.YEAR: QT_TRANSLATE_NOOP("Counting", "年"),
    }
)
_GROUPS: Mapping[By, str] = MappingProxyType(
    {
        By.HOUSEHOLD: QT_TRANSLATE_NOOP("Counting", "按户"),
        By.GRID: QT_TRANSLATE_NOOP("Counting", "按网格"),
        By.BUILDING: QT_TRANSLATE_NOOP("Counting", "按楼栋"),
        By.MEMBER: QT_TRANSLATE_NOOP("Counting", "按党员"),
    }
)
_OUTSIDE: Mapping[Outside, str] = MappingProxyType(
    {
        Outside.SHOPS: QT_TRANSLATE_NOOP("Counting", "商铺"),
        Outside.UNITS: QT_TRANSLATE_NOOP("Counting", "驻地单位"),
        Outside.NO_PLACE: QT_TRANSLATE_NOOP("Counting", "不在其中的户"),
    }
)
_QUARTERS = (
    QT_TRANSLATE_NOOP("Counting", "{year}年一季度"),
    QT_TRANSLATE_NOOP("Counting", "{year}年二季度"),
    QT_TRANSLATE_NOOP("Counting", "{year}年三季度"),
    QT_TRANSLATE_NOOP("Counting", "{year}年四季度"),
)
_NOTES: Mapping[RunNote, str] = MappingProxyType(
    {
        RunNote.NEGATIVE: QT_TRANSLATE_NOOP("Counting", "欠分不动"),
        RunNote.PENDING: QT_TRANSLATE_NOOP("Counting", "有申报待审"),
        RunNote.NEWER: QT_TRANSLATE_NOOP("Counting", "新得的不动"),
    }
)
_RUNS: Mapping[RunKind, str] = MappingProxyType(
    {
        RunKind.CARRY_OVER: QT_TRANSLATE_NOOP("Counting", "清零与结转"),
        RunKind.EXPIRY: QT_TRANSLATE_NOOP("Counting", "到期清零"),
        RunKind.BASE: QT_TRANSLATE_NOOP("Counting", "发基础分"),
    }
)


def kind_word(kind: PeriodKind) -> str:
    """周, 月, 季, 年."""
    return translate("Counting", _KINDS[kind])


def group_word(by: By) -> str:
    """按户, 按网格 …"""
    return translate("Counting", _GROUPS[by])


def run_word(kind: RunKind) -> str:
    """What a run is called."""
    return translate("Counting", _RUNS[kind])


def period_text(period: Period) -> str:
    """2026年5月, 2026年二季度, 2026年, 2026.5.18–5.24."""
    first, last = period.first, period.last
    if period.kind is PeriodKind.QUARTER:
        return translate("Counting", _QUARTERS[(first.month - 1) // 3]).format(year=first.year)
    if period.kind is PeriodKind.YEAR:
        return translate("Counting", "{year}年").format(year=first.year)
    if period.kind is PeriodKind.MONTH:
        return translate("Counting", "{year}年{month}月").format(year=first.year, month=first.month)
    return span_text(DateSpan(first, last))


def span_text(span: DateSpan) -> str:
    """2026.5.18–5.24, with the year again when it is another one."""
    first, last = span.first, span.last
    end = f"{last.month}.{last.day}" if last.year == first.year else f"{last.year}.{last.month}.{last.day}"
    return f"{first.year}.{first.month}.{first.day}–{end}"


def name_of(row: CountRow) -> str:
    """Whom or what a row counts."""
    return row.name if row.outside is None else translate("Counting", _OUTSIDE[row.outside])


def notes_of(row: RunRow) -> str:
    """Why a book is not touched, or not wholly."""
    return "、".join(translate("Counting", _NOTES[note]) for note in row.notes)
