"""Words of stages, steps and doubts. No Qt here."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from passbook_desk.features.ledger.claims.values import (
    ClaimRow,
    Decided,
    Decision,
    Doubt,
    Stage,
    Step,
    StepRow,
)
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_STAGES: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.FIRST_CHECK: QT_TRANSLATE_NOOP("Claims", "待初审"),
        Stage.REVIEW: QT_TRANSLATE_NOOP("Claims", "待审"),
        Stage.NOTICE: QT_TRANSLATE_NOOP("Claims", "公示中"),
        Stage.DUE: QT_TRANSLATE_NOOP("Claims", "公示期满"),
        Stage.POSTED: QT_TRANSLATE_NOOP("Claims", "已入账"),
        Stage.REJECTED: QT_TRANSLATE_NOOP("Claims", "已退回"),
        Stage.WITHDRAWN: QT_TRANSLATE_NOOP("Claims", "已撤回"),
    }
)
_DOUBTS: Mapping[Doubt, str] = MappingProxyType(
    {
        Doubt.ACCOUNT_CLOSED: QT_TRANSLATE_NOOP("Claims", "已销户"),
        Doubt.HOUSEHOLD_AWAY: QT_TRANSLATE_NOOP("Claims", "户不在村"),
        Doubt.HOLDER_CLOSED: QT_TRANSLATE_NOOP("Claims", "已停业"),
        Doubt.OVER_LIMIT: QT_TRANSLATE_NOOP("Claims", "超上限"),
        Doubt.NO_DEBT: QT_TRANSLATE_NOOP("Claims", "会成负数"),
        Doubt.DUPLICATE: QT_TRANSLATE_NOOP("Claims", "像是重复"),
    }
)
_STEPS: Mapping[tuple[Step, Decision], str] = MappingProxyType(
    {
        (Step.FIRST_CHECK, Decision.PASSED): QT_TRANSLATE_NOOP("Claims", "初审通过"),
        (Step.FIRST_CHECK, Decision.REJECTED): QT_TRANSLATE_NOOP("Claims", "初审退回"),
        (Step.REVIEW, Decision.PASSED): QT_TRANSLATE_NOOP("Claims", "审核通过"),
        (Step.REVIEW, Decision.REJECTED): QT_TRANSLATE_NOOP("Claims", "审核退回"),
        (Step.NOTICE, Decision.PASSED): QT_TRANSLATE_NOOP("Claims", "开始公示"),
        (Step.NOTICE, Decision.REJECTED): QT_TRANSLATE_NOOP("Claims", "公示中有异议，退回"),
        (Step.POSTING, Decision.POSTED): QT_TRANSLATE_NOOP("Claims", "入账"),
        (Step.POSTING, Decision.REJECTED): QT_TRANSLATE_NOOP("Claims", "没有入账"),
        (Step.WITHDRAWAL, Decision.WITHDRAWN): QT_TRANSLATE_NOOP("Claims", "撤回"),
    }
)


def stage_words(row: ClaimRow, notice: str | None = None) -> str:
    """待审; of one that hangs the last day: 公示到 6.7.

    Where points count when the village's notice closes, `notice` is the one on which this claim hangs, empty
    while it waits for the next: 公示中, 等公示. None in other villages.
    """
    if row.stage is Stage.NOTICE and notice == "":
        return translate("Claims", "等公示")
    if row.stage is Stage.NOTICE and row.until_on is not None and notice is None:
        until = translate("Claims", "公示到 {day}")
        return until.format(day=f"{row.until_on.month}.{row.until_on.day}")
    return translate("Claims", _STAGES[row.stage])


def notice_words(row: ClaimRow, notice: str | None) -> str:
    """Which of the village's notices a claim hangs on, or that it waits for one; empty for any other."""
    if row.stage is not Stage.NOTICE or notice is None:
        return ""
    if not notice:
        return translate("Claims", "下一期公示时上墙，期满归档才入账")
    return translate("Claims", "挂在公示{number}上，归档时入账").format(number=notice)


def day_words(row: ClaimRow) -> str:
    """5.12, with the year when it was recorded in another one."""
    day = row.occurred_on
    return f"{day.month}.{day.day}" if day.year == row.recorded_at.astimezone().year else day_text(day)


def doubt_words(doubts: Iterable[Doubt]) -> str:
    """▲ 超上限、像是重复; empty for nothing."""
    words = "、".join(translate("Claims", _DOUBTS[doubt]) for doubt in doubts)
    return f"▲ {words}" if words else ""


def moment_words(moment: datetime) -> str:
    """6.3 09:12, with the year before this one's."""
    local = moment.astimezone()
    return f"{day_text(local.date())} {local:%H:%M}"


def step_words(step: StepRow) -> str:
    """2026.6.3 09:12 马主任 审核通过 审核单 2026-0001."""
    parts = [
        moment_words(step.decided_at),
        step.decided_by,
        translate("Claims", _STEPS[step.step, step.decision]),
    ]
    if step.until_on is not None:
        parts.append(translate("Claims", "公示到 {day}").format(day=day_text(step.until_on)))
    if step.line_seq is not None:
        parts.append(translate("Claims", "第 {seq} 行").format(seq=step.line_seq))
    if step.paper_ref:
        parts.append(translate("Claims", "审核单 {number}").format(number=step.paper_ref))
    if step.reason:
        parts.append(translate("Claims", "原因：{reason}").format(reason=step.reason))
    return "　".join(parts)


def decided_words(done: Decided) -> str:
    """3 件通过，2 件已入账; empty when nothing was done."""
    said = (
        (done.passed, translate("Claims", "{count} 件通过，进入下一步")),
        (done.hung, translate("Claims", "{count} 件通过，开始公示")),
        (done.posted, translate("Claims", "{count} 件已入账")),
        (done.rejected, translate("Claims", "{count} 件已退回")),
    )
    return "，".join(words.format(count=len(ids)) for ids, words in said if ids)
