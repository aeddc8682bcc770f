"""Objections in words: how they came in, where they stand, what was done. No Qt here."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from passbook_desk.features.notices.objections.values import (
    ObjectionOutcome,
    ObjectionRow,
    ObjectionState,
    ObjectionStepKind,
    ObjectionStepRow,
    Way,
)
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_WAYS: Mapping[Way, str] = MappingProxyType(
    {
        Way.COUNTER: QT_TRANSLATE_NOOP("Objections", "当面"),
        Way.PHONE: QT_TRANSLATE_NOOP("Objections", "电话"),
        Way.LETTER: QT_TRANSLATE_NOOP("Objections", "来信"),
        Way.BOX: QT_TRANSLATE_NOOP("Objections", "意见箱"),
        Way.OTHER: QT_TRANSLATE_NOOP("Objections", "其他"),
    }
)
_STATES: Mapping[ObjectionState, str] = MappingProxyType(
    {
        ObjectionState.OPEN: QT_TRANSLATE_NOOP("Objections", "● 待答复"),
        ObjectionState.LATE: QT_TRANSLATE_NOOP("Objections", "▲ 已超期"),
        ObjectionState.UPHELD: QT_TRANSLATE_NOOP("Objections", "✓ 维持"),
        ObjectionState.CORRECTED: QT_TRANSLATE_NOOP("Objections", "✓ 更正"),
        ObjectionState.WITHDRAWN: QT_TRANSLATE_NOOP("Objections", "– 已撤回"),
    }
)
_OUTCOMES: Mapping[ObjectionOutcome, str] = MappingProxyType(
    {
        ObjectionOutcome.UPHELD: QT_TRANSLATE_NOOP("Objections", "答复：维持"),
        ObjectionOutcome.CORRECTED: QT_TRANSLATE_NOOP("Objections", "答复：更正"),
    }
)


def way_word(way: Way) -> str:
    """How it came in."""
    return translate("Objections", _WAYS[way])


def state_word(state: ObjectionState) -> str:
    """Where it stands, in a mark and a word."""
    return translate("Objections", _STATES[state])


def line_title(row: ObjectionRow) -> str:
    """第37行 01037 王*国, or that it is about the sheet as a whole."""
    if row.line_no is None:
        return translate("Objections", "整张公示")
    return f"{line_number(row.line_no)} {row.line_words}"


def line_number(number: int) -> str:
    """第37行."""
    return translate("Objections", "第{number}行").format(number=number)


def who_words(row: ObjectionRow) -> str:
    """Who objected, or that nobody gave a name."""
    return row.who or translate("Objections", "不具名")


def days_left(due_on: date, today: date) -> str:
    """还剩 3 天, 今天到期, 超期 2 天."""
    days = (due_on - today).days
    if days == 0:
        return translate("Objections", "今天到期")
    words = (
        translate("Objections", "还剩 {days} 天") if days > 0 else translate("Objections", "超期 {days} 天")
    )
    return words.format(days=abs(days))


def due_words(row: ObjectionRow, today: date) -> str:
    """2026.7.17 还剩 3 天; of an answered one the day alone."""
    return f"{day_text(row.due_on)} {days_left(row.due_on, today)}" if row.open else day_text(row.due_on)


def short_due(row: ObjectionRow, today: date) -> str:
    """7.17 还剩 3 天, for a list; of an answered one the day alone."""
    day = short_day(row.due_on, today)
    return f"{day} {days_left(row.due_on, today)}" if row.open else day


def short_day(day: date, today: date) -> str:
    """7.17, with the year where it is another one."""
    return f"{day.month}.{day.day}" if day.year == today.year else day_text(day)


def step_words(step: ObjectionStepRow) -> str:
    """What was done, when and by whom; what was said stands in the lines below."""
    head = f"{day_text(step.done_on)}　{_done(step)}　{step.recorded_by}"
    lines = [head, step.words] if step.words else [head]
    if step.paper_ref:
        lines.append(translate("Objections", "依据：{paper}").format(paper=step.paper_ref))
    for words, seqs in (
        (translate("Objections", "冲销：账目第 {seqs} 笔"), step.reversed_seqs),
        (translate("Objections", "补记：账目第 {seqs} 笔"), step.corrected_seqs),
    ):
        if seqs:
            lines.append(words.format(seqs="、".join(map(str, seqs))))
    return "\n".join(lines)


def _done(step: ObjectionStepRow) -> str:
    if step.outcome is not None:
        return translate("Objections", _OUTCOMES[step.outcome])
    if step.kind is ObjectionStepKind.WITHDRAWN or step.due_on is None:
        return translate("Objections", "提异议的人撤回")
    words = translate("Objections", "交{handler}办，{day}前答复")
    return words.format(handler=step.handler, day=day_text(step.due_on))
