"""The fixed words of a count, the same on paper, in the picture and in the workbook (Chinese forms)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from passbook_desk.features.ledger.counting.values import By, CountRow, CountSheet, Outside, Participation
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import PeriodKind
from passbook_desk.kernel.points import Points

OUTSIDE: Final = {Outside.SHOPS: "商铺", Outside.UNITS: "驻地单位", Outside.NO_PLACE: "不在其中的户"}
_TOTAL: Final = "合计"
_TOTAL_OF_ALL: Final = "全部合计"
TIES: Final = "名次按本期得分排，同分并列，后面的名次顺延；并列的按编号先后。"
SCORE: Final = "得分是本期加分减扣分，不含基础分和期初积分，兑换不使它减少。"
POSITIVE: Final = "只列得分大于 0 的。"
NOBODY: Final = "这一期还没有得分。"
RUNNING: Final = "这一期还没有过完，数字会变"
_BY: Final = {By.HOUSEHOLD: "按户", By.MEMBER: "按党员", By.GRID: "按网格", By.BUILDING: "按楼栋"}
_BEFORE: Final = {
    PeriodKind.WEEK: "上周",
    PeriodKind.MONTH: "上月",
    PeriodKind.QUARTER: "上季",
    PeriodKind.YEAR: "上年",
    PeriodKind.MONTHS: "上期",
}


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the count: its title and what stands in a row; text columns are no figures."""

    title: str
    value: Callable[[CountRow], str | int | Points | None]
    figures: bool = True


def heads(sheet: CountSheet) -> tuple[Head, ...]:
    """The columns of a count, from the left."""
    rank = (Head("名次", lambda row: row.rank),) if sheet.ranked else ()
    before = Head(_BEFORE[sheet.period.kind], lambda row: row.before)
    flows = (
        Head("加分", lambda row: row.credits),
        Head("扣分", lambda row: -row.debits),
        Head("兑换", lambda row: -row.redeemed),
        Head("结余", lambda row: row.closing),
        Head("得分", lambda row: row.score),
    )
    if not sheet.by.of_places:
        owner = "户主" if sheet.by is By.HOUSEHOLD else "姓名"
        return (
            *rank,
            Head("户编号", lambda row: row.code, figures=False),
            Head(owner, lambda row: row.shown_name, figures=False),
            Head("网格", lambda row: row.grid_name, figures=False),
            *flows,
            before,
        )
    place = "网格" if sheet.by is By.GRID else "楼栋"
    return (
        *rank,
        Head(place, name_of, figures=False),
        Head("户数", lambda row: row.households),
        Head("有记录", lambda row: row.recorded),
        *flows,
        Head("户均", lambda row: row.average),
        before,
    )


def name_of(row: CountRow) -> str:
    """A place, or what stands outside of all."""
    return row.name if row.outside is None else OUTSIDE[row.outside]


def listed(sheet: CountSheet) -> tuple[CountRow, ...]:
    """The rows that go on paper: a ranking of people names nobody without points (domain §13 rule 18)."""
    if sheet.ranked and not sheet.by.of_places:
        return tuple(row for row in sheet.rows if row.score.hundredths > 0)
    return sheet.rows


def total_word(sheet: CountSheet) -> str:
    """What the sums are called: those of all rows, also where paper leaves some out."""
    return _TOTAL if len(listed(sheet)) == len(sheet.rows) else _TOTAL_OF_ALL


def title(sheet: CountSheet) -> str:
    """清泉村2026年9月积分评比（按网格）."""
    what = "积分评比" if sheet.ranked else "积分统计"
    return f"{sheet.village_name}{sheet.period.chinese}{what}（{_BY[sheet.by]}）"


def days(span: DateSpan) -> str:
    """2026年9月1日至2026年9月30日."""
    first, last = (f"{day.year}年{day.month}月{day.day}日" for day in (span.first, span.last))
    return f"{first}至{last}"


def facts(sheet: CountSheet) -> tuple[str, ...]:
    """The lines above the table: days, participation, silent grids, how to read it."""
    told = Participation(sheet.households, sheet.recorded)
    part = f"有记录的 {told.recorded} 户，共 {told.households} 户"
    percent = "" if told.percent is None else f"，参与率 {told.percent}%"
    running = f"（{RUNNING}）" if sheet.running else ""
    lines = [f"统计期间：{days(sheet.span)}{running}", f"{part}{percent}。"]
    if sheet.silent and not sheet.ranked:
        lines.append(f"没有记录的网格：{'、'.join(sheet.silent)}。")
    lines.append(f"{TIES}{SCORE}" if sheet.ranked else SCORE)
    if sheet.ranked and not sheet.by.of_places:
        lines.append(POSITIVE)
    return tuple(lines)
