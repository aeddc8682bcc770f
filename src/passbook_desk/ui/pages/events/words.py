"""What the clerk reads about events: marks with words, figures beside limits."""

from dataclasses import dataclass
from typing import Final

from passbook_desk.features.events.cases import HostingCase, Trait
from passbook_desk.features.events.course.kinds import EventState, Outcome, StepKind
from passbook_desk.features.events.event_papers import SheetKind
from passbook_desk.features.events.values import (
    Deadline,
    EventKind,
    EventRow,
    FigureJudged,
    Measure,
    Verdict,
)
from passbook_desk.kernel.lunar import weekday
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_KINDS = {
    EventKind.WEDDING: QT_TRANSLATE_NOOP("Events", "红事"),
    EventKind.FUNERAL: QT_TRANSLATE_NOOP("Events", "白事"),
    EventKind.BIRTH: QT_TRANSLATE_NOOP("Events", "满月酒"),
    EventKind.HOUSE: QT_TRANSLATE_NOOP("Events", "乔迁"),
    EventKind.STUDY: QT_TRANSLATE_NOOP("Events", "升学"),
    EventKind.ARMY: QT_TRANSLATE_NOOP("Events", "参军"),
    EventKind.LONGEVITY: QT_TRANSLATE_NOOP("Events", "寿庆"),
    EventKind.OTHER: QT_TRANSLATE_NOOP("Events", "其他喜庆"),
}
_TRAITS = {
    Trait.JOINT: QT_TRANSLATE_NOOP("Events", "双方合办"),
    Trait.MEMBER: QT_TRANSLATE_NOOP("Events", "党员、村干部"),
    Trait.AGAIN: QT_TRANSLATE_NOOP("Events", "再婚"),
    Trait.REUNION: QT_TRANSLATE_NOOP("Events", "复婚"),
    Trait.TOWN: QT_TRANSLATE_NOOP("Events", "城区"),
    Trait.HOTEL: QT_TRANSLATE_NOOP("Events", "酒店"),
}
_VERDICTS = {
    Verdict.WITHIN: QT_TRANSLATE_NOOP("Events", "✓ 未超"),
    Verdict.NEAR: QT_TRANSLATE_NOOP("Events", "▲ 接近"),
    Verdict.OVER: QT_TRANSLATE_NOOP("Events", "✕ 超标"),
}
_STATES = {
    EventState.REPORTED: QT_TRANSLATE_NOOP("Events", "报备中"),
    EventState.REFUSED: QT_TRANSLATE_NOOP("Events", "未同意"),
    EventState.APPROVED: QT_TRANSLATE_NOOP("Events", "已核准"),
    EventState.UNDER_WAY: QT_TRANSLATE_NOOP("Events", "办事中"),
    EventState.TO_CHECK: QT_TRANSLATE_NOOP("Events", "待核查"),
    EventState.CHECKED: QT_TRANSLATE_NOOP("Events", "已核查"),
    EventState.TO_FOLLOW: QT_TRANSLATE_NOOP("Events", "待回访"),
    EventState.CLOSED: QT_TRANSLATE_NOOP("Events", "已结"),
    EventState.WITHDRAWN: QT_TRANSLATE_NOOP("Events", "已撤回"),
    EventState.JOINED: QT_TRANSLATE_NOOP("Events", "已并入"),
}
_STEPS = {
    StepKind.OPINION: QT_TRANSLATE_NOOP("Events", "理事会意见"),
    StepKind.VISITED: QT_TRANSLATE_NOOP("Events", "入户劝导"),
    StepKind.PLEDGED: QT_TRANSLATE_NOOP("Events", "签承诺书"),
    StepKind.FILED: QT_TRANSLATE_NOOP("Events", "乡镇备案"),
    StepKind.APPROVED: QT_TRANSLATE_NOOP("Events", "同意操办"),
    StepKind.REFUSED: QT_TRANSLATE_NOOP("Events", "不同意"),
    StepKind.CHANGED: QT_TRANSLATE_NOOP("Events", "改期改计划"),
    StepKind.JOINED: QT_TRANSLATE_NOOP("Events", "并入另一件"),
    StepKind.CHECKED: QT_TRANSLATE_NOOP("Events", "现场核查"),
    StepKind.FOLLOWED: QT_TRANSLATE_NOOP("Events", "回访"),
    StepKind.PROPOSED: QT_TRANSLATE_NOOP("Events", "建议积分"),
    StepKind.CLOSED: QT_TRANSLATE_NOOP("Events", "办结"),
    StepKind.WITHDRAWN: QT_TRANSLATE_NOOP("Events", "撤回"),
}
_OUTCOMES = {
    Outcome.WITHIN: QT_TRANSLATE_NOOP("Events", "未超标准"),
    Outcome.PERSUADED: QT_TRANSLATE_NOOP("Events", "经劝导改正"),
    Outcome.OVER: QT_TRANSLATE_NOOP("Events", "超标"),
    Outcome.SETTLED: QT_TRANSLATE_NOOP("Events", "已整改"),
    Outcome.OPEN: QT_TRANSLATE_NOOP("Events", "未整改"),
}
_SHEETS = {
    SheetKind.FILING: QT_TRANSLATE_NOOP("Events", "报备表"),
    SheetKind.PLEDGE: QT_TRANSLATE_NOOP("Events", "承诺书"),
    SheetKind.SLIP: QT_TRANSLATE_NOOP("Events", "标准告知单"),
    SheetKind.CHECK: QT_TRANSLATE_NOOP("Events", "现场核查表"),
    SheetKind.RECORD: QT_TRANSLATE_NOOP("Events", "档案表"),
}
_ROLES = {Verdict.WITHIN: "ok", Verdict.NEAR: "warn", Verdict.OVER: "error", Verdict.NONE: "quiet"}
_MEASURES = {
    Measure.TABLES: QT_TRANSLATE_NOOP("Events", "桌数"),
    Measure.SEATS: QT_TRANSLATE_NOOP("Events", "每桌人数"),
    Measure.DISHES: QT_TRANSLATE_NOOP("Events", "每桌菜数"),
    Measure.PER_TABLE: QT_TRANSLATE_NOOP("Events", "每桌（含烟酒）"),
    Measure.PER_TABLE_FOOD: QT_TRANSLATE_NOOP("Events", "每桌（不含烟酒）"),
    Measure.TOBACCO_LIQUOR: QT_TRANSLATE_NOOP("Events", "每桌烟酒"),
    Measure.CIGARETTES: QT_TRANSLATE_NOOP("Events", "香烟"),
    Measure.LIQUOR: QT_TRANSLATE_NOOP("Events", "白酒"),
    Measure.GIFT: QT_TRANSLATE_NOOP("Events", "村民随礼"),
    Measure.GIFT_KIN: QT_TRANSLATE_NOOP("Events", "亲友随礼"),
    Measure.BRIDE_PRICE: QT_TRANSLATE_NOOP("Events", "彩礼"),
    Measure.CARS: QT_TRANSLATE_NOOP("Events", "车辆"),
    Measure.DAYS: QT_TRANSLATE_NOOP("Events", "天数"),
    Measure.HOURS: QT_TRANSLATE_NOOP("Events", "仪式时长"),
    Measure.ESCORTS: QT_TRANSLATE_NOOP("Events", "迎送亲人数"),
    Measure.MUSICIANS: QT_TRANSLATE_NOOP("Events", "乐队人数"),
    Measure.SHOWS: QT_TRANSLATE_NOOP("Events", "演出"),
    Measure.SHEDS: QT_TRANSLATE_NOOP("Events", "灵棚"),
    Measure.WREATHS: QT_TRANSLATE_NOOP("Events", "花圈"),
    Measure.FIREWORKS: QT_TRANSLATE_NOOP("Events", "鞭炮烟花"),
    Measure.RELIGIOUS_SERVICE: QT_TRANSLATE_NOOP("Events", "法事"),
}
_UNITS = {
    Measure.TABLES: QT_TRANSLATE_NOOP("Events", "桌"),
    Measure.SEATS: QT_TRANSLATE_NOOP("Events", "人"),
    Measure.CIGARETTES: QT_TRANSLATE_NOOP("Events", "元/包"),
    Measure.LIQUOR: QT_TRANSLATE_NOOP("Events", "元/瓶"),
    Measure.CARS: QT_TRANSLATE_NOOP("Events", "辆"),
    Measure.DAYS: QT_TRANSLATE_NOOP("Events", "天"),
    Measure.DISHES: QT_TRANSLATE_NOOP("Events", "个"),
    Measure.HOURS: QT_TRANSLATE_NOOP("Events", "小时"),
    Measure.ESCORTS: QT_TRANSLATE_NOOP("Events", "人"),
    Measure.MUSICIANS: QT_TRANSLATE_NOOP("Events", "人"),
    Measure.SHOWS: QT_TRANSLATE_NOOP("Events", "场"),
    Measure.SHEDS: QT_TRANSLATE_NOOP("Events", "个"),
    Measure.WREATHS: QT_TRANSLATE_NOOP("Events", "个"),
    Measure.FIREWORKS: QT_TRANSLATE_NOOP("Events", "个"),
}
_YUAN = QT_TRANSLATE_NOOP("Events", "元")


@dataclass(frozen=True, slots=True)
class Told:
    """Words with the role that colours them; mark and word tell the same without colour."""

    words: str
    role: str


def kind_word(kind: EventKind) -> str:
    """红事, 白事, 乔迁 …"""
    return translate("Events", _KINDS[kind])


def trait_word(trait: Trait) -> str:
    """What sets an event apart from the ordinary one."""
    return translate("Events", _TRAITS[trait])


def case_word(case: HostingCase) -> str:
    """Whose limits apply: 普通村民, or every trait."""
    words = [trait_word(trait) for trait in Trait if trait in case.traits]
    if case.children:
        words.append(translate("Events", "{count} 个子女").format(count=case.children))
    return " · ".join(words) or translate("Events", "普通村民")


def measure_word(measure: Measure) -> str:
    """What a limited figure is called."""
    return translate("Events", _MEASURES[measure])


def amount_text(measure: Measure, amount: int) -> str:
    """A figure with its unit: 20 桌."""
    return f"{amount} {translate('Events', _UNITS.get(measure, _YUAN))}"


def verdict_told(verdict: Verdict) -> Told:
    """✓ 未超, ▲ 接近, ✕ 超标; nothing where nothing was compared."""
    word = _VERDICTS.get(verdict)
    return Told(translate("Events", word) if word else "", _ROLES[verdict])


def against_text(figure: FigureJudged) -> str:
    """A declared figure beside its limit: 12 / 20 桌."""
    declared = translate("Events", "未填") if figure.declared is None else str(figure.declared)
    if figure.limit is None:
        return translate("Events", "{declared}（不限）").format(declared=declared)
    return f"{declared} / {amount_text(figure.measure, figure.limit)}"


def deadline_told(kind: EventKind, deadline: Deadline) -> Told:
    """✓ 提前 12 天报备（要求提前 7 天）；a funeral is told at once and may follow on paper."""
    days = deadline.days_ahead
    if days > 0:
        when = translate("Events", "提前 {days} 天报备").format(days=days)
    elif days == 0:
        when = translate("Events", "当天报备")
    else:
        when = translate("Events", "办事后 {days} 天补报").format(days=-days)
    if deadline.required is None:
        return Told(translate("Events", "{when}（要求见标准）").format(when=when), "quiet")
    if kind is EventKind.FUNERAL:
        asked = translate("Events", "要求当天告知，{days} 天内补手续").format(days=-deadline.required)
    else:
        asked = translate("Events", "要求提前 {days} 天").format(days=deadline.required)
    if deadline.late:
        return Told(translate("Events", "✕ {when}，迟报（{asked}）").format(when=when, asked=asked), "error")
    return Told(translate("Events", "✓ {when}，按时（{asked}）").format(when=when, asked=asked), "ok")


def late_word(late: bool) -> str:
    """Whether an event was reported in time, in a mark and a word."""
    return translate("Events", "✕ 迟报") if late else translate("Events", "✓ 按时")


def state_word(state: EventState) -> str:
    """Where an event stands."""
    return translate("Events", _STATES[state])


def step_word(kind: StepKind) -> str:
    """What a step is called on buttons and in the course."""
    return translate("Events", _STEPS[kind])


def sheet_word(kind: SheetKind) -> str:
    """What a paper of an event is called."""
    return translate("Events", _SHEETS[kind])


def outcome_word(outcome: Outcome) -> str:
    """What a check or a second look came to."""
    return translate("Events", _OUTCOMES[outcome])


def card_lines(row: EventRow) -> tuple[str, ...]:
    """A card of the board: whose event, when, how it stands, where."""
    head = translate("Events", "{head}户 {kind}").format(head=row.head_name, kind=kind_word(row.kind))
    day = f"{row.held_on.month}.{row.held_on.day} {weekday(row.held_on)}"
    marks = [verdict_told(row.verdict).words]
    if row.late:
        marks.append(late_word(True))
    if row.state not in _PLAIN_STATES:
        marks.append(state_word(row.state))
    if row.due_on is not None:
        marks.append(
            translate("Events", "{month}.{day} 前回访").format(month=row.due_on.month, day=row.due_on.day)
        )
    place = row.place if len(row.place) <= _PLACE_SHOWN else f"{row.place[: _PLACE_SHOWN - 1]}…"
    return tuple(filter(None, (head, day, " ".join(filter(None, marks)), place)))


_PLACE_SHOWN: Final = 12
"""Characters of a place on a card; the rest stands on the event's page."""


_PLAIN_STATES = (EventState.REPORTED, EventState.APPROVED, EventState.TO_CHECK, EventState.CLOSED)
"""States that the head of their column names already."""
