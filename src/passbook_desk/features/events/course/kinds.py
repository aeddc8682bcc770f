"""The words of an event's course: steps, states, outcomes, the three sets of figures, days and places."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StepKind(StrEnum):
    """One act in the course of an event, in the order in which an ordinary event meets them."""

    OPINION = "opinion"  # 理事会意见
    VISITED = "visited"  # 入户劝导
    PLEDGED = "pledged"  # 签承诺书
    FILED = "filed"  # 乡镇备案
    APPROVED = "approved"  # 同意, with other figures or as declared
    REFUSED = "refused"  # 不同意
    CHANGED = "changed"  # 改期、改地点、改计划
    JOINED = "joined"  # 分批设宴并为一件
    CHECKED = "checked"  # 现场核查
    FOLLOWED = "followed"  # 回访
    PROPOSED = "proposed"  # 建议积分
    CLOSED = "closed"  # 办结
    WITHDRAWN = "withdrawn"  # 撤回


LAST_STEPS = frozenset({StepKind.CLOSED, StepKind.WITHDRAWN})
"""After one of these an event has no further step."""


class EventState(StrEnum):
    """Where an event stands today. Never stored: it follows from the steps, the days and today."""

    REPORTED = "reported"  # 报备中: the council has not decided on the plan as it is now
    REFUSED = "refused"  # 未同意
    APPROVED = "approved"  # 已核准
    UNDER_WAY = "under_way"  # 办事中: approved, and today is one of its days
    TO_CHECK = "to_check"  # 待核查: approved, its last day is over, nobody has looked
    CHECKED = "checked"  # 已核查
    TO_FOLLOW = "to_follow"  # 待回访: checked, and a second look is open
    CLOSED = "closed"  # 已结
    WITHDRAWN = "withdrawn"  # 已撤回
    JOINED = "joined"  # 已并入: goes on as a part of another event


OVER_STATES = frozenset({EventState.CLOSED, EventState.WITHDRAWN, EventState.JOINED})
"""States in which nothing more is due."""


class Outcome(StrEnum):
    """What a check or a second look came to; none for other steps."""

    WITHIN = "within"  # 未超
    PERSUADED = "persuaded"  # 劝导后改正
    OVER = "over"  # 超标
    SETTLED = "settled"  # 回访：已整改
    OPEN = "open"  # 回访：未整改


CHECK_OUTCOMES = frozenset({Outcome.WITHIN, Outcome.PERSUADED, Outcome.OVER})
FOLLOW_OUTCOMES = frozenset({Outcome.SETTLED, Outcome.OPEN})


class Stage(StrEnum):
    """Whose figures: the host's plan, the council's approval, what was found (domain §13 rule 23)."""

    DECLARED = "declared"
    APPROVED = "approved"
    ACTUAL = "actual"


class ReminderKind(StrEnum):
    """办前提醒, 当天核查, 事后登记, 回访."""

    BEFORE = "before"
    ON_THE_DAY = "on_the_day"
    CHECK = "check"
    FOLLOW = "follow"


@dataclass(frozen=True, slots=True, order=True)
class DayPlace:
    """One day of an event and its venue; an event may have several (domain §13 rule 23)."""

    held_on: date
    place: str = ""
