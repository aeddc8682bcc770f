"""The calendar in words: on the command line as they stand here, in the window translated."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from passbook_desk.features.events.values import EventKind, Verdict
from passbook_desk.features.rhythm.calendar import cycle_of, parts_of, running
from passbook_desk.features.rhythm.values import DueGroup, DueItem, DueKind, Param, RhythmPart
from passbook_desk.features.village.policy import Cycle, VillagePolicy
from passbook_desk.kernel.lunar import weekday
from passbook_desk.kernel.periods import Period, PeriodKind

Say = Callable[[str], str]
"""The words of this language for the Chinese ones."""

TITLES: Final = MappingProxyType(
    {
        DueGroup.SETUP: "建村还差这几步，哪一步都可以晚点做",
        DueGroup.WEEK: "本周",
        DueGroup.MONTH: "本月",
        DueGroup.QUARTER: "本季",
        DueGroup.HALF_YEAR: "本半年",
        DueGroup.YEAR: "本年",
        DueGroup.EVENTS: "近期红白事",
        DueGroup.SHOP: "积分超市",
        DueGroup.SAFETY: "安全",
        DueGroup.NEXT: "下一件",
    }
)
WITH_RHYTHM: Final = "{title}（{rhythm}）"
PARTS: Final = MappingProxyType(
    {
        RhythmPart.RECORD: "记录",
        RhythmPart.COUNT: "统计",
        RhythmPart.COMPARE: "评比",
        RhythmPart.POST: "公示",
        RhythmPart.REDEEM: "兑换",
        RhythmPart.ASSESS: "考评",
    }
)
RHYTHMS: Final = MappingProxyType(
    {
        Cycle.DEED: "一事一{part}",
        Cycle.WEEK: "一周一{part}",
        Cycle.MONTH: "一月一{part}",
        Cycle.QUARTER: "一季一{part}",
        Cycle.HALF_YEAR: "半年一{part}",
        Cycle.YEAR: "一年一{part}",
    }
)
ANY_TIME: Final = "随时{part}"
BETWEEN: Final = "、"
SENTENCES: Final = MappingProxyType(
    {
        DueKind.ROSTER: "导入花名册，户、人和积分账户就都有了",
        DueKind.CATALOGUE: "采用积分细则，才能记分",
        DueKind.STANDARD: "采用红白事标准，才能报备",
        DueKind.PHONE: "填异议电话，公示上要印",
        DueKind.FIRST_BACKUP: "做第一次备份",
        DueKind.CLAIMS_WAIT: "{count} 件申报待审",
        DueKind.CLAIMS_DUE: "{count} 件公示期满，可以入账",
        DueKind.CLAIMS_HANG: "{count} 件在公示中，公示归档后才入账",
        DueKind.GRID_SILENT: "{name}（{households} 户）{since} 起没有记录",
        DueKind.GRIDS_SILENT: "{count} 个网格 {since} 起没有记录：{names}",
        DueKind.GRIDS_FINE: "各网格 {since} 起都有记录",
        DueKind.PARTICIPATION: "{first} 到今天：{households} 户中 {recorded} 户有记录",
        DueKind.COUNT_READY: "{period}统计可出",
        DueKind.COUNT_DONE: "{period}统计已出",
        DueKind.COMPARE_READY: "{period}评比可出",
        DueKind.COMPARE_DONE: "{period}评比已出",
        DueKind.ASSESS_READY: "{period}考评可办，先出全部得分",
        DueKind.ASSESS_DONE: "{period}考评的得分已出",
        DueKind.BOOKS_UNPRINTED: "{count} 本存折有没登的行",
        DueKind.PROOF_SOON: "{period}公示算到 {last}，校样未打",
        DueKind.PROOF_MISSING: "{period}公示 {left}，校样未打",
        DueKind.NOTICE_NEXT: "{period}公示 {last} 之后出，还有 {days} 天",
        DueKind.NOTICE_READY: "{period}公示 {left}，校样打好了",
        DueKind.NOTICE_CHANGED: "{period}公示 {left}，校样后又记 {count} 笔",
        DueKind.NOTICES_OLDER: "以前还有 {count} 期没出公示，最早是{period}",
        DueKind.NOTICE_UNHUNG: "{title}{shown}出榜了，还没登记张贴",
        DueKind.NOTICE_HANGING: "{title}{shown}贴到 {until}，{days} 天后归档",
        DueKind.NOTICE_OVER: "{title}{shown}期满，可以归档",
        DueKind.NOTICE_HELD: "{title}{shown}期满，{count} 件异议没答复，先不归档",
        DueKind.MORE_NOTICES: "另有 {count} 个公示等着张贴或归档",
        DueKind.OBJECTION: "{shown} {left}",
        DueKind.MORE_OBJECTIONS: "另有 {count} 件异议没答复",
        DueKind.REDEEM_OPEN: "{period}过完了，可以组织兑换",
        DueKind.REDEEM_AFTER: "{period}过完了，先公示，再组织兑换",
        DueKind.CLEAR_DUE: "{name}：{count} 本存折还有分",
        DueKind.EXPIRY_DUE: "{count} 本存折有到期的分",
        DueKind.BASE_DUE: "{name}：{count} 本存折还没给",
        DueKind.EVENT_CHECK: "{head}户 {kind} 办完了，{day} 前核查",
        DueKind.EVENT_CHECK_LATE: "{head}户 {kind} 还没核查，{day} 已到期",
        DueKind.EVENT_FOLLOW: "{head}户 {kind} {day} 前回访",
        DueKind.EVENT: "{day} {head}户 {kind} {verdict}",
        DueKind.MORE_EVENTS: "另有 {count} 件",
        DueKind.NO_EVENTS: "{days} 天内没有报备的红白事",
        DueKind.LOAN_LATE: "{who}借的{thing}，{day} 该还",
        DueKind.LOANS_LATE: "{count} 笔借用过期没还",
        DueKind.REDEEM_TODAY: "今天是兑换日，开柜台",
        DueKind.EXCHANGE_HELD: "{name}：今天兑换",
        DueKind.EXCHANGE_OPEN: "{name}办完了，还没有结算",
        DueKind.GOODS_LOW: "{count} 种该补货：{names}",
        DueKind.GOODS_EXPIRED: "{count} 种已过期，要报损：{names}",
        DueKind.GOODS_EXPIRING: "{count} 种两个月内过期：{names}",
        DueKind.STOCKTAKE_DUE: "上次盘点 {last}，该盘一次了",
        DueKind.NEVER_COUNTED: "还没有盘点过，该盘一次了",
        DueKind.BACKUP_FINE: "上次备份：{age}",
        DueKind.BACKUP_OLD: "上次备份：{age}，该再备一次了",
        DueKind.COUNT_COMES: "{day} 起出 {period}统计",
        DueKind.COMPARE_COMES: "{day} 起出 {period}评比",
        DueKind.NOTICE_COMES: "{day} 起出 {period}公示",
        DueKind.CLOSING_COMES: "{day} {shown}公示期满",
        DueKind.EVENT_COMES: "{day} {head}户 {kind}",
        DueKind.REDEEM_COMES: "{day} 兑换日",
        DueKind.EXCHANGE_COMES: "{day} {name}",
        DueKind.BACKUP_COMES: "{day} 该备份",
    }
)
LEFT: Final = "还剩 {days} 天"
TOMORROW: Final = "明天到期"
TODAY: Final = "今天到期"
LATE: Final = "过期 {days} 天"
MADE_TODAY: Final = "今天 {time}"
MADE_YESTERDAY: Final = "昨天 {time}"
MADE_BEFORE: Final = "{days} 天前"
MEANINGS: Final = MappingProxyType(
    {
        RhythmPart.COUNT: "统计：{period}算 {span}，{after} 起可出",
        RhythmPart.COMPARE: "评比：{period}算 {span}，{after} 起可出",
        RhythmPart.POST: "公示：{period}算 {span}，{until} 前贴出",
        RhythmPart.REDEEM: "兑换：{period}的分 {after} 起兑换",
        RhythmPart.ASSESS: "考评：{period}算 {span}",
    }
)
NOTHING: Final = "现在没有要办的事。"
EVENTS: Final = MappingProxyType({EventKind.WEDDING: "红事", EventKind.FUNERAL: "白事"})
OTHER_EVENT: Final = "喜庆事"
VERDICTS: Final = MappingProxyType(
    {
        Verdict.WITHIN: "✓ 未超",
        Verdict.NEAR: "▲ 接近",
        Verdict.OVER: "✕ 超标",
    }
)
QUARTERS: Final = ("{year}年一季度", "{year}年二季度", "{year}年三季度", "{year}年四季度")
MONTH: Final = "{year}年{month}月"
HALVES: Final = ("{year}年上半年", "{year}年下半年")
YEAR: Final = "{year}年"
WEEK: Final = "{first}–{last} 这周"


def title(group: DueGroup, policy: VillagePolicy, say: Say = str) -> str:
    """The heading of a group, named after the village's own rhythm: 本周（一周一统计）."""
    rhythm = [rhythm_word(policy, part, say) for part in parts_of(policy, group)]
    if not rhythm:
        return say(TITLES[group])
    return say(WITH_RHYTHM).format(title=say(TITLES[group]), rhythm=say(BETWEEN).join(rhythm))


def rhythm(policy: VillagePolicy, say: Say = str) -> str:
    """一事一记录、一周一统计、一月一评比、一季一公示、一年一兑换, without what the village does not do."""
    parts = (part for part in RhythmPart if cycle_of(policy, part) is not Cycle.NEVER)
    return say(BETWEEN).join(rhythm_word(policy, part, say) for part in parts)


def rhythm_word(policy: VillagePolicy, part: RhythmPart, say: Say = str) -> str:
    """一季一公示; redeeming by no calendar is 随时兑换."""
    cycle = cycle_of(policy, part)
    any_time = cycle is Cycle.DEED and part is not RhythmPart.RECORD
    return say(ANY_TIME if any_time else RHYTHMS[cycle]).format(part=say(PARTS[part]))


def sentence(item: DueItem, say: Say = str) -> str:
    """A line in words."""
    places: dict[str, object] = {name: _param(value, say) for name, value in item.params.items()}
    if item.days_left is not None:
        places |= {"left": left(item.days_left, say), "days": item.days_left}
    if item.due_on is not None:
        places["day"] = _day(item)
    if "period" in item.params:
        places["period"] = period_words(Period.parse(str(item.params["period"])), say)
    if "event_kind" in item.params:
        kind = EVENTS.get(EventKind(str(item.params["event_kind"])), OTHER_EVENT)
        places["kind"] = say(kind)
        verdict = VERDICTS.get(Verdict(str(item.params.get("verdict", Verdict.NONE))), "")
        places["verdict"] = say(verdict) if verdict else ""
    if "time" in item.params:
        places["age"] = _age(item.params, say)
    return say(SENTENCES[item.kind]).format(**places).rstrip()


def left(days: int, say: Say = str) -> str:
    """还剩 12 天, 明天到期, 今天到期, 过期 3 天."""
    if days < 0:
        return say(LATE).format(days=-days)
    if days == 0:
        return say(TODAY)
    return say(TOMORROW) if days == 1 else say(LEFT).format(days=days)


def period_words(period: Period, say: Say = str) -> str:
    """2026年5月, 2026年二季度, 2026年上半年, 2026年, 5.18–5.24 这周."""
    first, last = period.first, period.last
    if period.kind is PeriodKind.QUARTER:
        return say(QUARTERS[(first.month - 1) // 3]).format(year=first.year)
    if period.kind is PeriodKind.MONTH:
        return say(MONTH).format(year=first.year, month=first.month)
    if period.kind is PeriodKind.YEAR:
        return say(YEAR).format(year=first.year)
    if period.kind is PeriodKind.MONTHS:
        return say(HALVES[first.month > 1]).format(year=first.year)
    return say(WEEK).format(first=short_day(first), last=short_day(last))


def short_day(day: date) -> str:
    """6.3."""
    return f"{day.month}.{day.day}"


def _day(item: DueItem) -> str:
    assert item.due_on is not None
    day = short_day(item.due_on)
    return f"{day} {weekday(item.due_on)}" if item.kind is DueKind.EVENT else day


def _param(value: Param, say: Say) -> str | int:
    if isinstance(value, date):
        return short_day(value)
    return say(BETWEEN).join(value) if isinstance(value, tuple) else value


def _age(params: Mapping[str, Param], say: Say) -> str:
    days, time = params["days"], params["time"]
    words = {0: MADE_TODAY, 1: MADE_YESTERDAY}.get(int(str(days)), MADE_BEFORE)
    return say(words).format(days=days, time=time)


def meaning(policy: VillagePolicy, today: date, say: Say = str) -> tuple[str, ...]:
    """What a rhythm means from today on, with its days, so that it can be judged before it is kept."""
    cut = policy.cut_off_day
    lines = []
    for part, sentence_of in MEANINGS.items():
        period = running(policy, cycle_of(policy, part), today)
        if period is None:
            continue
        span = period.days(cut)
        lines.append(
            say(sentence_of).format(
                period=period_words(period, say),
                span=f"{short_day(span.first)}–{short_day(span.last)}",
                after=short_day(span.last + timedelta(days=1)),
                until=short_day(span.last + timedelta(days=policy.post_within_days)),
            )
        )
    return tuple(lines)
