"""The fixed words about objections, the same on every paper and in the workbook (Chinese official forms)."""

from typing import Final

from passbook_desk.features.notices.objections.values import (
    ObjectionOutcome,
    ObjectionRow,
    ObjectionState,
    ObjectionStepKind,
    ObjectionStepRow,
    Way,
)
from passbook_desk.features.notices.titles import chinese_day
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.sensitive import wall_text

WAYS: Final = {
    Way.COUNTER: "当面",
    Way.PHONE: "电话",
    Way.LETTER: "书信",
    Way.BOX: "意见箱",
    Way.OTHER: "其他方式",
}
STATES: Final = {
    ObjectionState.OPEN: "处理中",
    ObjectionState.LATE: "已过期限",
    ObjectionState.UPHELD: "维持",
    ObjectionState.CORRECTED: "更正",
    ObjectionState.WITHDRAWN: "已撤回",
}
STEPS: Final = {
    ObjectionStepKind.ASSIGNED: "交办",
    ObjectionStepKind.RESOLVED: "答复",
    ObjectionStepKind.WITHDRAWN: "撤回",
}
OUTCOMES: Final = {ObjectionOutcome.UPHELD: "维持", ObjectionOutcome.CORRECTED: "更正"}
UNNAMED: Final = "匿名"
_WHOLE: Final = "整张公示"
_AFTER_HOURS: Final = "（公示期后）"


def who(row: ObjectionRow) -> str:
    """Who objects, without a phone or number that was written beside the name."""
    return wall_text(row.who) or UNNAMED


def pointed_at(row: ObjectionRow) -> str:
    """第37行（03002 王*国）, or the sheet as a whole."""
    if row.line_no is None:
        return _WHOLE
    return f"第{row.line_no}行" + (f"（{row.line_words}）" if row.line_words else "")


def received(row: ObjectionRow) -> str:
    """When it came in and how, and whether the notice was off the wall by then."""
    late = _AFTER_HOURS if row.after_hours else ""
    return f"{chinese_day(row.received_on)}　{WAYS[row.way]}{late}"


def answered(steps: tuple[ObjectionStepRow, ...]) -> ObjectionStepRow | None:
    """The step that ended it; None as long as somebody owes an answer."""
    ended = [step for step in steps if step.kind is not ObjectionStepKind.ASSIGNED]
    return ended[-1] if ended else None


def signed_points(points: Points) -> str:
    """+10, -2 or 0."""
    return f"+{points}" if points > ZERO else str(points)


def lines_posted(step: ObjectionStepRow) -> str:
    """Which ledger lines a correction took back and entered; empty for none."""
    taken = f"冲销账目第 {_numbers(step.reversed_seqs)} 笔" if step.reversed_seqs else ""
    entered = f"补记账目第 {_numbers(step.corrected_seqs)} 笔" if step.corrected_seqs else ""
    return "，".join(part for part in (taken, entered) if part)


def correction(row: ObjectionRow, step: ObjectionStepRow) -> str:
    """What was corrected, by how much and by which ledger lines."""
    posted = lines_posted(step)
    if not posted:
        return "公示中的这笔分不计入存折，账目没有变动。"
    return f"更正 {signed_points(row.change or ZERO)} 分：{posted}。"


def _numbers(seqs: tuple[int, ...]) -> str:
    return "、".join(map(str, seqs))
