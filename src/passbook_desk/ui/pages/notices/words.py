"""Kinds, periods, states and columns of notices in the language of the window. No Qt here."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.features.notices.kinds import KINDS, period_of
from passbook_desk.features.notices.rules import shown_number
from passbook_desk.features.notices.values import NoticeColumn, NoticeKind, NoticeState, Subject
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.features.village.values import WallNames
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.shell.period_words import period_text

_KINDS: Mapping[NoticeKind, str] = MappingProxyType(
    {
        NoticeKind.MONTH: QT_TRANSLATE_NOOP("Notices", "月度积分公示"),
        NoticeKind.QUARTER: QT_TRANSLATE_NOOP("Notices", "季度积分公示"),
        NoticeKind.HALF_YEAR: QT_TRANSLATE_NOOP("Notices", "半年积分公示"),
        NoticeKind.YEAR: QT_TRANSLATE_NOOP("Notices", "年度积分公示"),
        NoticeKind.EVENTS: QT_TRANSLATE_NOOP("Notices", "红白事公示"),
        NoticeKind.REDEMPTION: QT_TRANSLATE_NOOP("Notices", "兑换公示"),
        NoticeKind.CATALOGUE: QT_TRANSLATE_NOOP("Notices", "细则变更公示"),
        NoticeKind.CORRECTIONS: QT_TRANSLATE_NOOP("Notices", "更正公示"),
    }
)
_POINTS = QT_TRANSLATE_NOOP("Notices", "{about}积分公示")
_TITLES: Mapping[NoticeKind, str] = MappingProxyType(
    {
        **{kind: _POINTS for kind, known in KINDS.items() if known.of_points},
        NoticeKind.EVENTS: QT_TRANSLATE_NOOP("Notices", "{about}红白事公示"),
        NoticeKind.REDEMPTION: QT_TRANSLATE_NOOP("Notices", "{about}兑换公示"),
        NoticeKind.CATALOGUE: QT_TRANSLATE_NOOP("Notices", "{about}细则变更公示"),
        NoticeKind.CORRECTIONS: QT_TRANSLATE_NOOP("Notices", "{about}更正公示"),
    }
)
_STATES: Mapping[NoticeState, str] = MappingProxyType(
    {
        NoticeState.ISSUED: QT_TRANSLATE_NOOP("Notices", "▲ 未张贴"),
        NoticeState.HANGING: QT_TRANSLATE_NOOP("Notices", "● 公示中"),
        NoticeState.OVER: QT_TRANSLATE_NOOP("Notices", "▲ 到期待归档"),
        NoticeState.CLOSED: QT_TRANSLATE_NOOP("Notices", "✓ 已归档"),
        NoticeState.REPLACED: QT_TRANSLATE_NOOP("Notices", "– 已换新版"),
    }
)
_SUBJECTS: Mapping[Subject, str] = MappingProxyType(
    {
        Subject.HOUSEHOLD: QT_TRANSLATE_NOOP("Notices", "家庭绿折"),
        Subject.MEMBER: QT_TRANSLATE_NOOP("Notices", "党员红折"),
        Subject.SHOP: QT_TRANSLATE_NOOP("Notices", "商铺"),
        Subject.UNIT: QT_TRANSLATE_NOOP("Notices", "驻地单位"),
        Subject.BUILDING: QT_TRANSLATE_NOOP("Notices", "楼栋（单独）"),
    }
)
_COLUMNS: Mapping[NoticeColumn, str] = MappingProxyType(
    {
        NoticeColumn.OPENING: QT_TRANSLATE_NOOP("Notices", "期初"),
        NoticeColumn.CREDITS: QT_TRANSLATE_NOOP("Notices", "加分"),
        NoticeColumn.DEBITS: QT_TRANSLATE_NOOP("Notices", "扣分"),
        NoticeColumn.NET: QT_TRANSLATE_NOOP("Notices", "增减"),
        NoticeColumn.REDEEMED: QT_TRANSLATE_NOOP("Notices", "兑换"),
        NoticeColumn.CLOSING: QT_TRANSLATE_NOOP("Notices", "期末结余"),
        NoticeColumn.PENDING: QT_TRANSLATE_NOOP("Notices", "公示中"),
        NoticeColumn.TOTAL: QT_TRANSLATE_NOOP("Notices", "合计"),
        NoticeColumn.YEAR_TOTAL: QT_TRANSLATE_NOOP("Notices", "年度累计"),
        NoticeColumn.STARS: QT_TRANSLATE_NOOP("Notices", "星级"),
    }
)
_NAMES: Mapping[WallNames, str] = MappingProxyType(
    {
        WallNames.STARRED: QT_TRANSLATE_NOOP("Notices", "打星，如 王*国"),
        WallNames.FULL: QT_TRANSLATE_NOOP("Notices", "写全名"),
        WallNames.CODE: QT_TRANSLATE_NOOP("Notices", "只写户编号"),
    }
)
_DEDUCTIONS: Mapping[WallDeductions, str] = MappingProxyType(
    {
        WallDeductions.TOTALS: QT_TRANSLATE_NOOP("Notices", "只列总数，不写为什么"),
        WallDeductions.WORDS: QT_TRANSLATE_NOOP("Notices", "逐笔列出，照细则的写法"),
        WallDeductions.HIDDEN: QT_TRANSLATE_NOOP("Notices", "不单列，和加分合成增减"),
    }
)


def kind_word(kind: NoticeKind) -> str:
    """季度积分公示."""
    return translate("Notices", _KINDS[kind])


def title_text(kind: NoticeKind, about: str) -> str:
    """2026年二季度积分公示, 第2版细则变更公示."""
    return translate("Notices", _TITLES[kind]).format(about=about_text(kind, about))


def about_text(kind: NoticeKind, about: str) -> str:
    """2026年二季度, 第2版, 〔2026〕第1号."""
    if KINDS[kind].period is not None:
        return period_text(period_of(kind, about))
    if kind is NoticeKind.CATALOGUE:
        return translate("Notices", "第{number}版").format(number=about)
    return shown_number(about)


def state_word(state: NoticeState) -> str:
    """Where a notice stands, in a mark and a word."""
    return translate("Notices", _STATES[state])


def subject_word(subject: Subject) -> str:
    """Whose lines."""
    return translate("Notices", _SUBJECTS[subject])


def column_word(column: NoticeColumn) -> str:
    """A column of figures as the sheet heads it."""
    return translate("Notices", _COLUMNS[column])


def names_word(names: WallNames) -> str:
    """How names stand on the wall."""
    return translate("Notices", _NAMES[names])


def deductions_word(deductions: WallDeductions) -> str:
    """What the wall says of deductions."""
    return translate("Notices", _DEDUCTIONS[deductions])
