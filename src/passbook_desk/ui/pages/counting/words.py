"""Groups and notes of a count in the language of the window. No Qt here."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.features.ledger.counting.run_values import RunKind, RunNote, RunRow
from passbook_desk.features.ledger.counting.values import By, CountRow, Outside
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

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


def group_word(by: By) -> str:
    """按户, 按网格 …"""
    return translate("Counting", _GROUPS[by])


def run_word(kind: RunKind) -> str:
    """What a run is called."""
    return translate("Counting", _RUNS[kind])


def name_of(row: CountRow) -> str:
    """Whom or what a row counts."""
    return row.name if row.outside is None else translate("Counting", _OUTSIDE[row.outside])


def notes_of(row: RunRow) -> str:
    """Why a book is not touched, or not wholly."""
    return "、".join(translate("Counting", _NOTES[note]) for note in row.notes)
