"""The words of official forms about events; the window has its own, to be translated."""

from typing import Final

from passbook_desk.features.events.cases import HostingCase, Trait
from passbook_desk.features.events.course.kinds import EventState, Outcome, StepKind
from passbook_desk.features.events.values import Deadline, EventKind, Measure, Verdict

KIND_WORDS: Final = {
    EventKind.WEDDING: "红事",
    EventKind.FUNERAL: "白事",
    EventKind.BIRTH: "满月酒",
    EventKind.HOUSE: "乔迁",
    EventKind.STUDY: "升学",
    EventKind.ARMY: "参军",
    EventKind.LONGEVITY: "寿庆",
    EventKind.OTHER: "其他喜庆",
}
VERDICT_WORDS: Final = {
    Verdict.WITHIN: "未超",
    Verdict.NEAR: "接近",
    Verdict.OVER: "超标",
    Verdict.NONE: "—",
}
MEASURE_WORDS: Final = {
    Measure.TABLES: ("桌数", "桌"),
    Measure.SEATS: ("每桌人数", "人"),
    Measure.DISHES: ("每桌菜数", "个"),
    Measure.PER_TABLE: ("每桌标准（含烟酒）", "元"),
    Measure.PER_TABLE_FOOD: ("每桌标准（不含烟酒）", "元"),
    Measure.TOBACCO_LIQUOR: ("每桌烟酒", "元"),
    Measure.CIGARETTES: ("香烟", "元/包"),
    Measure.LIQUOR: ("白酒", "元/瓶"),
    Measure.GIFT: ("随礼（村民）", "元"),
    Measure.GIFT_KIN: ("随礼（亲友）", "元"),
    Measure.BRIDE_PRICE: ("彩礼（倡导）", "元"),
    Measure.CARS: ("车辆", "辆"),
    Measure.DAYS: ("天数", "天"),
    Measure.HOURS: ("仪式时长", "小时"),
    Measure.ESCORTS: ("迎送亲人数", "人"),
    Measure.MUSICIANS: ("乐队人数", "人"),
    Measure.SHOWS: ("演出", "场"),
    Measure.SHEDS: ("灵棚", "个"),
    Measure.WREATHS: ("花圈", "个"),
    Measure.FIREWORKS: ("鞭炮烟花", "个"),
    Measure.RELIGIOUS_SERVICE: ("法事", "元"),
}
"""What a measure is called on paper, and its unit."""

STATE_WORDS: Final = {
    EventState.REPORTED: "报备中",
    EventState.REFUSED: "未同意",
    EventState.APPROVED: "已核准",
    EventState.UNDER_WAY: "办事中",
    EventState.TO_CHECK: "待核查",
    EventState.CHECKED: "已核查",
    EventState.TO_FOLLOW: "待回访",
    EventState.CLOSED: "已结",
    EventState.WITHDRAWN: "已撤回",
    EventState.JOINED: "已并入",
}
STEP_WORDS: Final = {
    StepKind.OPINION: "理事会意见",
    StepKind.VISITED: "入户劝导",
    StepKind.PLEDGED: "签承诺书",
    StepKind.FILED: "乡镇备案",
    StepKind.APPROVED: "同意操办",
    StepKind.REFUSED: "不同意",
    StepKind.CHANGED: "改期改计划",
    StepKind.JOINED: "并入另一件",
    StepKind.CHECKED: "现场核查",
    StepKind.FOLLOWED: "回访",
    StepKind.PROPOSED: "建议积分",
    StepKind.CLOSED: "办结",
    StepKind.WITHDRAWN: "撤回",
}
OUTCOME_WORDS: Final = {
    Outcome.WITHIN: "未超标准",
    Outcome.PERSUADED: "经劝导改正",
    Outcome.OVER: "超标",
    Outcome.SETTLED: "已整改",
    Outcome.OPEN: "未整改",
}
_TRAIT_WORDS: Final = {
    Trait.JOINT: "双方合办",
    Trait.MEMBER: "党员、村干部",
    Trait.AGAIN: "再婚",
    Trait.REUNION: "复婚",
    Trait.TOWN: "城区",
    Trait.HOTEL: "酒店",
}


def case_words(case: HostingCase) -> str:
    """Whose limits apply: 普通村民, or 党员、村干部，双方合办; 2个子女."""
    words = [_TRAIT_WORDS[trait] for trait in Trait if trait in case.traits]
    if case.children:
        words.append(f"{case.children}个子女")
    return "，".join(words) or "普通村民"


def deadline_words(kind: EventKind, deadline: Deadline) -> str:
    """提前11天报备（要求提前7天）：按时; a funeral may follow on paper: 办事后4天补报（要求7天内）：按时."""
    days = deadline.days_ahead
    when = f"提前{days}天报备" if days > 0 else "当日报备" if days == 0 else f"办事后{-days}天补报"
    if deadline.required is None:
        return f"{when}（要求见其他规定）"
    judged = "迟报" if deadline.late else "按时"
    asked = (
        f"要求当日告知，{-deadline.required}天内补手续"
        if kind is EventKind.FUNERAL
        else f"要求提前{deadline.required}天"
    )
    return f"{when}（{asked}）：{judged}"
