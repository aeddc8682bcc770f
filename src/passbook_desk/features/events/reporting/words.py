"""The fixed words of the report, the same on paper, in the workbook and on the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from passbook_desk.features.events.course.kinds import Outcome
from passbook_desk.features.events.form_flow import day_words
from passbook_desk.features.events.reporting.rules import figures_of
from passbook_desk.features.events.reporting.values import EventReport, Handling, ReportFigures, ReportLine
from passbook_desk.features.events.values import FigureCompared, Measure
from passbook_desk.features.events.words import KIND_WORDS, MEASURE_WORDS
from passbook_desk.kernel.period import DateSpan, Quarter

GROUP_WORDS: Final = ("红事", "白事", "其他喜庆")
SIGNED: Final = ("填表人：", "红白理事会会长（签字）：", "村党组织书记（签字）：")
_OUTCOMES: Final = {
    Outcome.WITHIN: "符合",
    Outcome.PERSUADED: "劝导后改正",
    Outcome.OVER: "超标",
}
_HANDLINGS: Final = {
    Handling.SETTLED: "回访已整改",
    Handling.WAITING: "待回访",
    Handling.RECORDED: "未定回访",
}
_ON_THE_WALL: Final = frozenset({Outcome.WITHIN, Outcome.PERSUADED})
_NOT_TOLD: Final = frozenset({Measure.GIFT, Measure.GIFT_KIN, Measure.BRIDE_PRICE})
"""What people gave each other is nobody's business: the measure is named, the sum is not."""

_BELONGS: Final = "一件事按办完那天算在哪一期；撤回的不算，并成一件的算一件。"
_RECEIVED: Final = "收到报备按报备日期算，后来撤回的、并成一件的也在内。"
_PERSUADED: Final = "劝导次数是入户劝导和现场劝导改正的次数，办事前后的都算在那件事上。"
_SAVING: Final = (
    "节约估算＝申报桌数×申报每桌元－实际桌数×实际每桌元，不足 0 的按 0；没有查到实际每桌元的，用核准的，"
    "再没有用申报的；没有实际桌数的不算。"
)
_WALL: Final = "名单只列核查符合标准和劝导后改正的。"
_RUNNING: Final = "这一期还没有过完，数字会变"


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One line of the summary: its title and unit, a figure of any column, a remark on the whole."""

    key: str
    title: str
    unit: str
    value: Callable[[ReportFigures], int]
    note: Callable[[ReportFigures], str] = lambda _: ""
    on_wall: bool = True


def _some(count: int, words: str) -> str:
    return f"{count}件{words}" if count else ""


_SUMMARY: Final = (
    SummaryRow("reported", "报备件数", "件", lambda all_: all_.reported),
    SummaryRow("members", "其中：党员干部", "件", lambda all_: all_.members),
    SummaryRow(
        "held", "其中：已办", "件", lambda all_: all_.held,
        lambda all_: _some(all_.reported - all_.held, "未办"),
    ),
    SummaryRow(
        "declared_tables", "申报桌数", "桌", lambda all_: all_.declared_tables,
        lambda all_: _some(all_.undeclared, "没有申报桌数"),
    ),
    SummaryRow(
        "approved_tables", "核准桌数", "桌", lambda all_: all_.approved_tables,
        lambda all_: _some(all_.unapproved, "没有核准桌数"),
    ),
    SummaryRow(
        "actual_tables", "实际桌数", "桌", lambda all_: all_.actual_tables,
        lambda all_: _some(all_.uncounted, "没有实际桌数"),
    ),
    SummaryRow(
        "checked", "核查件数", "件", lambda all_: all_.checked,
        lambda all_: _some(all_.reported - all_.checked, "未核查"),
    ),
    SummaryRow("persuaded", "劝导后改正", "件", lambda all_: all_.persuaded, on_wall=False),
    SummaryRow("over", "超标件数", "件", lambda all_: all_.over, on_wall=False),
    SummaryRow("settled", "其中：回访已整改", "件", lambda all_: all_.settled, on_wall=False),
    SummaryRow("waiting", "其中：待回访", "件", lambda all_: all_.waiting, on_wall=False),
    SummaryRow("recorded", "其中：未定回访", "件", lambda all_: all_.recorded, on_wall=False),
    SummaryRow("late", "迟报件数", "件", lambda all_: all_.late, on_wall=False),
    SummaryRow("persuasions", "劝导次数", "次", lambda all_: all_.persuasions),
    SummaryRow(
        "saving", "节约估算", "元", lambda all_: all_.saving,
        lambda all_: _some(all_.unsaved, "算不出，没有算"),
    ),
    SummaryRow("received", "收到报备", "件", lambda all_: all_.received, lambda _: "按报备日期"),
)  # fmt: skip


def summary(for_wall: bool = False) -> tuple[SummaryRow, ...]:
    """The lines of the summary; on the wall without those of households that did not keep to the standard."""
    return tuple(row for row in _SUMMARY if row.on_wall or not for_wall)


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the list: its title, what stands in a line, and its sum where it has one."""

    title: str
    value: Callable[[ReportLine], str | int | date | None]
    width: float
    total: Callable[[ReportFigures], int] | None = None
    figures: bool = False


_TABLES: Final = (
    Head("申报桌数", lambda line: line.declared_tables, 12, lambda all_: all_.declared_tables, True),
    Head("核准桌数", lambda line: line.approved_tables, 12, lambda all_: all_.approved_tables, True),
    Head("实际桌数", lambda line: line.actual_tables, 12, lambda all_: all_.actual_tables, True),
)
_WALL_HEADS: Final = (
    Head("类别", lambda line: KIND_WORDS[line.kind], 24),
    Head("户主", lambda line: line.wall_name, 40),
    Head("日期", lambda line: line.last_on, 28),
    *_TABLES,
)
_HEADS: Final = (
    Head("编号", lambda line: line.number, 20),
    Head("类别", lambda line: KIND_WORDS[line.kind], 16),
    Head("户主", lambda line: line.head_name, 22),
    Head("户编号", lambda line: line.household_code, 15),
    Head("党员干部", lambda line: "是" if line.member else "否", 12),
    Head("日期", lambda line: line.last_on, 24),
    *_TABLES,
    Head("每桌标准（元）", lambda line: line.per_table, 17, None, True),
    Head("核查结果", lambda line: result_words(line), 22),
    Head("劝导次数", lambda line: line.persuasions, 12, lambda all_: all_.persuasions, True),
    Head("节约估算（元）", lambda line: line.saving, 18, lambda all_: all_.saving, True),
    Head("备注", lambda line: remark(line), 40),
)


def heads(for_wall: bool = False) -> tuple[Head, ...]:
    """The columns of the list; `width` in shares of the page."""
    return _WALL_HEADS if for_wall else _HEADS


def listed(report: EventReport, for_wall: bool = False) -> tuple[ReportLine, ...]:
    """The events that are named: on the wall only those that kept to the standard in the end."""
    return tuple(line for line in report.lines if not for_wall or line.outcome in _ON_THE_WALL)


def listed_sums(report: EventReport, for_wall: bool = False) -> ReportFigures:
    """The sums of the events that are named."""
    return figures_of(listed(report, for_wall), 0)


def result_words(line: ReportLine) -> str:
    """符合, 劝导后改正, 超标, 未同意, 未核查 or 未办."""
    if line.outcome is not None:
        return _OUTCOMES[line.outcome]
    return "未同意" if line.refused else "未核查" if line.held else "未办"


def remark(line: ReportLine) -> str:
    """What exceeded the standard and what was done about it, late reports, several days, joined feasts."""
    parts = []
    if line.outcome in (Outcome.OVER, Outcome.PERSUADED) and line.exceeded:
        parts.append("、".join(_exceeded(figure) for figure in line.exceeded))
    if line.handling is not None:
        parts.append(_HANDLINGS[line.handling])
    if line.said and line.outcome is not Outcome.WITHIN:
        parts.append(line.said)
    if line.late:
        parts.append("迟报")
    if line.first_on != line.last_on:
        parts.append(f"{line.first_on.month}月{line.first_on.day}日起")
    if line.parts:
        parts.append(f"并入{line.parts}件")
    return "；".join(parts)


def _exceeded(figure: FigureCompared) -> str:
    name, unit = MEASURE_WORDS[figure.measure]
    if figure.measure in _NOT_TOLD:
        return f"{name}超标"
    told = (figure.actual, figure.approved, figure.declared)
    amount = next(each for each in told if each is not None)
    return f"{name}{amount}{unit}（限{figure.limit}）"


def title(report: EventReport) -> str:
    """柳溪镇清泉村红白事季报; of other days than a quarter 红白事情况表."""
    name = "红白事季报" if quarter_of(report.span) else "红白事情况表"
    return f"{report.township}{report.village_name}{name}"


def list_title(report: EventReport) -> str:
    """红白事明细（2026年二季度）."""
    return f"红白事明细（{days(report.span)}）"


def quarter_of(span: DateSpan) -> Quarter | None:
    """The quarter that these days are, if they are one."""
    quarter = Quarter.of(span.first)
    return quarter if quarter.span == span else None


def days(span: DateSpan) -> str:
    """2026年二季度, or 2026年4月1日至2026年5月31日."""
    quarter = quarter_of(span)
    return quarter.chinese if quarter else f"{day_words(span.first)}至{day_words(span.last)}"


def above(report: EventReport) -> tuple[str, str]:
    """What stands left and right above the summary: the days, and when the report was made."""
    running = f"（{_RUNNING}）" if report.running else ""
    return f"{days(report.span)}{running}", f"填报日期：{day_words(report.made_on)}"


def columns(report: EventReport) -> tuple[str, ...]:
    """The titles of the columns of figures."""
    now = "本季合计" if quarter_of(report.span) else "本期合计"
    return (*GROUP_WORDS, now, "本年累计", "上年同期")


def values(report: EventReport, row: SummaryRow) -> tuple[int | None, ...]:
    """The figures of a line under `columns`; None where the village had no record a year before."""
    before = None if report.before is None else row.value(report.before)
    return (
        *(row.value(group) for group in report.groups),
        row.value(report.total),
        row.value(report.year),
        before,
    )


def notes(for_wall: bool = False) -> tuple[str, ...]:
    """How the figures were made."""
    told = (f"{_BELONGS}{_RECEIVED}", _PERSUADED, _SAVING)
    return (*told, _WALL) if for_wall else told
