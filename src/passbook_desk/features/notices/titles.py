"""What a notice is called on paper: 2026年二季度积分公示."""

from datetime import date

from passbook_desk.features.notices.kinds import KINDS, period_of
from passbook_desk.features.notices.rules import shown_number
from passbook_desk.features.notices.values import NoticeKind


def chinese_day(day: date) -> str:
    """2026年6月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def about_words(kind: NoticeKind, about: str) -> str:
    """What it is about, in words: 2026年二季度, 第2版, 〔2026〕第1号. Raises WrongAbout."""
    if KINDS[kind].period is not None:
        return period_of(kind, about).chinese
    return f"第{about}版" if kind is NoticeKind.CATALOGUE else shown_number(about)


def title_of(kind: NoticeKind, about: str) -> str:
    """The title without the village's name. Raises WrongAbout."""
    words = about_words(kind, about)
    return f"{words}{KINDS[kind].word}"
