"""What the clerk reads about events: marks with words, figures beside limits."""

from dataclasses import dataclass

from passbook_desk.features.events.values import (
    Deadline,
    EventKind,
    FigureJudged,
    HostingCase,
    Measure,
    Verdict,
)
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_KINDS = {
    EventKind.WEDDING: QT_TRANSLATE_NOOP("Events", "红事"),
    EventKind.FUNERAL: QT_TRANSLATE_NOOP("Events", "白事"),
}
_CASES = {
    HostingCase.ORDINARY: QT_TRANSLATE_NOOP("Events", "普通村民"),
    HostingCase.JOINT: QT_TRANSLATE_NOOP("Events", "双方合办"),
    HostingCase.MEMBER: QT_TRANSLATE_NOOP("Events", "党员、村干部"),
}
_VERDICTS = {
    Verdict.WITHIN: QT_TRANSLATE_NOOP("Events", "✓ 未超"),
    Verdict.NEAR: QT_TRANSLATE_NOOP("Events", "▲ 接近"),
    Verdict.OVER: QT_TRANSLATE_NOOP("Events", "✕ 超标"),
}
_ROLES = {Verdict.WITHIN: "ok", Verdict.NEAR: "warn", Verdict.OVER: "error", Verdict.NONE: "quiet"}
_MEASURES = {
    Measure.TABLES: QT_TRANSLATE_NOOP("Events", "桌数"),
    Measure.SEATS: QT_TRANSLATE_NOOP("Events", "每桌人数"),
    Measure.PER_TABLE: QT_TRANSLATE_NOOP("Events", "每桌标准"),
    Measure.CIGARETTES: QT_TRANSLATE_NOOP("Events", "香烟"),
    Measure.LIQUOR: QT_TRANSLATE_NOOP("Events", "白酒"),
    Measure.GIFT: QT_TRANSLATE_NOOP("Events", "村民随礼"),
    Measure.GIFT_KIN: QT_TRANSLATE_NOOP("Events", "亲友随礼"),
    Measure.BRIDE_PRICE: QT_TRANSLATE_NOOP("Events", "彩礼"),
    Measure.CARS: QT_TRANSLATE_NOOP("Events", "车辆"),
    Measure.DAYS: QT_TRANSLATE_NOOP("Events", "天数"),
    Measure.MUSICIANS: QT_TRANSLATE_NOOP("Events", "乐队人数"),
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
    Measure.MUSICIANS: QT_TRANSLATE_NOOP("Events", "人"),
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
    """红事 or 白事."""
    return translate("Events", _KINDS[kind])


def case_word(case: HostingCase) -> str:
    """Whose limits apply."""
    return translate("Events", _CASES[case])


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
    if kind is EventKind.WEDDING:
        asked = translate("Events", "要求提前 {days} 天").format(days=deadline.required)
    else:
        asked = translate("Events", "要求当天告知，{days} 天内补手续").format(days=-deadline.required)
    if deadline.late:
        return Told(translate("Events", "✕ {when}，迟报（{asked}）").format(when=when, asked=asked), "error")
    return Told(translate("Events", "✓ {when}，按时（{asked}）").format(when=when, asked=asked), "ok")


def late_word(late: bool) -> str:
    """Whether an event was reported in time, in a mark and a word."""
    return translate("Events", "✕ 迟报") if late else translate("Events", "✓ 按时")
