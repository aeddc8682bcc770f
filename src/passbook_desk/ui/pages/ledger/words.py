"""How items, points and acts are said on the entry page. No Qt here."""

from datetime import date
from typing import Final

from passbook_desk.features.catalogue.values import LimitPeriod
from passbook_desk.features.households.attendance.values import Attender, MatchedLine, Sureness
from passbook_desk.features.ledger.errors import (
    HouseholdAway,
    LimitReached,
    NoDebt,
    OtherBookOnce,
    OtherBookToo,
)
from passbook_desk.features.ledger.recording_values import Recorded, Room
from passbook_desk.features.ledger.repeating import EnteredBatch
from passbook_desk.features.ledger.values import VoucherKind, VoucherRow
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.dates import day_echo
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.ledger.drafts import Draft
from passbook_desk.ui.pages.ledger.lines import Cell, Line, Problem, Trouble
from passbook_desk.ui.pages.ledger.values import Mark, RollTotals, Standing, Tile
from passbook_desk.ui.shell.choices import signed


def act_words(voucher: VoucherRow) -> str:
    """What an act was."""
    if voucher.kind is VoucherKind.REVERSAL:
        return translate("Entry", "冲销 {text}").format(text=voucher.text)
    return voucher.text


def count_words(count: int, reds: bool) -> str:
    """40 户, or 12 人 for party members' books."""
    words = translate("Entry", "{count} 人") if reds else translate("Entry", "{count} 户")
    return words.format(count=count)


def total_words(points: Points) -> str:
    """＋400 分, 扣 －200 分."""
    if points < ZERO:
        return translate("Entry", "扣 {points} 分").format(points=signed(points))
    return translate("Entry", "{points} 分").format(points=signed(points))


def standing_words(standing: Standing, day: date, today: date) -> tuple[str, ...]:
    """What a tile says of a book that would not simply get its points, from long to short; else ()."""
    problem = standing.problem
    since = problem.params.get("since") if isinstance(problem, HouseholdAway) else None
    if isinstance(since, date):
        words = translate("Entry", "已迁出 {day}").format(day=_short_day(since))
        return words, translate("Entry", "已迁出")
    room = standing.room
    once_a_day = room is not None and room.limit.period is LimitPeriod.DAY and isinstance(room.used, int)
    if isinstance(problem, LimitReached) and room is not None and not (once_a_day and standing.same_day):
        return _room_words(room, standing.fill)
    if standing.same_day is not None:
        words = (
            translate("Entry", "待审 {points} 分")
            if standing.waiting
            else translate("Entry", "已记 {points} 分")
        )
        said = words.format(points=abs_points(standing.same_day))
        when = translate("Entry", "今天") if day == today else translate("Entry", "这天")
        short = translate("Entry", "待审") if standing.waiting else translate("Entry", "已记")
        return when + said, said, f"{short} {abs_points(standing.same_day)}", short
    if isinstance(problem, OtherBookToo | OtherBookOnce):
        return translate("Entry", "另一本已记"), translate("Entry", "已记")
    if isinstance(problem, NoDebt):
        return (translate("Entry", "不够扣"),)
    return (translate("Entry", "不能记"),) if problem is not None and standing.left_out else ()


_PERIODS: Final = {
    LimitPeriod.DAY: QT_TRANSLATE_NOOP("Entry", "今天"),
    LimitPeriod.MONTH: QT_TRANSLATE_NOOP("Entry", "本月"),
    LimitPeriod.QUARTER: QT_TRANSLATE_NOOP("Entry", "本季"),
    LimitPeriod.YEAR: QT_TRANSLATE_NOOP("Entry", "今年"),
    LimitPeriod.EVER: QT_TRANSLATE_NOOP("Entry", "一共"),
}


def _room_words(room: Room, fill: Points | None) -> tuple[str, ...]:
    """本月已满 20/20, or 本月 15/20 where a part is left."""
    used = abs_points(room.used) if isinstance(room.used, Points) else str(room.used)
    figures = f"{used}/{room.limit.amount}"
    period = translate("Entry", _PERIODS[room.limit.period])
    if fill is not None:
        return f"{period} {figures}", figures
    full = translate("Entry", "{period}已满 {figures}").format(period=period, figures=figures)
    return full, translate("Entry", "满 {figures}").format(figures=figures), translate("Entry", "已满")


def _short_day(day: date) -> str:
    return f"{day.month}.{day.day}"


def abs_points(points: Points) -> str:
    """Points without their sign."""
    return str(-points if points < ZERO else points)


def tile_help(tile: Tile, standing: Standing, mark: Mark | None, states: tuple[str, ...]) -> str:
    """The line below the wall about the tile the clerk stands on, with the key that enters it still.

    `states` is what the tile says, as from standing_words.
    """
    who = f"{tile.account.owner_code} {tile.account.owner_name}"
    if mark is not None and (mark.again or mark.fill):
        return translate("Entry", "{who}：仍要记。再按回车改回不记。").format(who=who)
    if standing.problem is None:
        return ""
    if standing.fill is not None:
        words = translate("Entry", "{who}：{state}，不记；只记 {points} 分按回车。")
    elif standing.confirmable:
        words = translate("Entry", "{who}：{state}，不记；仍要记按回车。")
    elif isinstance(standing.problem, LimitReached):
        words = translate("Entry", "{who}：{state}，不记。")
    else:
        return tell(standing.problem)
    points = abs_points(standing.fill or ZERO)
    return words.format(who=who, state=states[0] if states else "", points=points)


def problem_words(problem: Problem) -> str:
    """第 4 行：没有 109 这个事项，按 F7 看全部。"""
    if problem.error is not None:
        words = tell(problem.error)
    else:
        words = translate("Entry", _TROUBLES[problem.trouble or Trouble.NO_BOOK]).format(text=problem.text)
    return translate("Entry", "第 {row} 行：{words}").format(row=problem.row + 1, words=words)


def row_words(row: int | None, error: BaseException) -> str:
    """A refusal of the whole act with the line it is about, if it is about one."""
    if row is None:
        return tell(error)
    return translate("Entry", "第 {row} 行：{words}").format(row=row + 1, words=tell(error))


_TROUBLES: Final = {
    Trouble.NO_BOOK: QT_TRANSLATE_NOOP("Entry", "没有写户，写首字母或户编号。"),
    Trouble.UNKNOWN_BOOK: QT_TRANSLATE_NOOP("Entry", "找不到“{text}”，写户编号或从名单里选。"),
    Trouble.SEVERAL_BOOKS: QT_TRANSLATE_NOOP("Entry", "有几户同名（{text}），请改成户编号。"),
    Trouble.NO_ITEM: QT_TRANSLATE_NOOP("Entry", "没有写事项，按 F7 看全部。"),
    Trouble.UNKNOWN_ITEM: QT_TRANSLATE_NOOP("Entry", "没有“{text}”这个事项，按 F7 看全部。"),
    Trouble.NO_POINTS: QT_TRANSLATE_NOOP("Entry", "这个事项要写分值。"),
    Trouble.NOT_POINTS: QT_TRANSLATE_NOOP("Entry", "“{text}”不是分值，写成 10 或 5*3。"),
    Trouble.NO_DAY: QT_TRANSLATE_NOOP("Entry", "没有写日期，写成 6.3 或 昨天。"),
    Trouble.NOT_A_DAY: QT_TRANSLATE_NOOP("Entry", "“{text}”不是日期，写成 6.3 或 2026.6.3。"),
}


def left_out_words(recorded: Recorded, most: int = 5) -> str:
    """Who was not entered and why: 3 户没有记：005 陈玉珍（今天已记 10 分）…"""
    reasons = {each.account.id: each for each in recorded.left_out}
    said = [
        translate("Entry", "{code} {name}：{why}").format(
            code=each.account.owner_code, name=each.account.owner_name, why=tell(each.reason)
        )
        for each in list(reasons.values())[:most]
    ]
    rest = len(reasons) - len(said)
    if rest:
        said.append(translate("Entry", "还有 {count} 户。").format(count=rest))
    return translate("Entry", "{count} 户没有记：").format(count=len(reasons)) + " ".join(said)


def line_words(line: Line) -> tuple[str, str, str]:
    """What the cells of book, item and day say once they are understood; as typed otherwise."""
    book = f"{line.book.owner_code} {line.book.owner_name}" if line.book is not None else line.text(Cell.BOOK)
    item = f"{line.item.item.code} {line.item.item.name}" if line.item is not None else line.text(Cell.ITEM)
    day = f"{_short_day(line.day)} {day_echo(line.day)}" if line.day is not None else line.text(Cell.DAY)
    return book, item, day


def batch_words(batch: EnteredBatch) -> str:
    """One of the usual batches: 101 打扫街道  第一网格 40 户  ＋400 分."""
    total = sum((points for _, points in batch.deeds), ZERO)
    several = translate("Entry", "{count} 个网格").format(count=len(batch.grids))
    where = batch.owner or (several if len(batch.grids) > 1 else "".join(batch.grids))
    count = "" if batch.owner else translate("Entry", "{count} 户").format(count=batch.accounts)
    who = f"{where} {count}".strip()
    words = translate("Entry", "{code} {name}　{who}　{total}")
    return words.format(code=batch.item_code, name=batch.item_text, who=who, total=total_words(total))


_QUESTIONS: Final = {
    Sureness.NAMESAKES: QT_TRANSLATE_NOOP("Entry", "{who} 有几个人同名，是哪一个？"),
    Sureness.MISSPELT: QT_TRANSLATE_NOOP("Entry", "{who} 这个网格没有，是不是写错了字？"),
    Sureness.OTHER_GRID: QT_TRANSLATE_NOOP("Entry", "{who} 不在表上写的网格，是不是这一个？"),
    Sureness.OTHER_HOUSEHOLD: QT_TRANSLATE_NOOP("Entry", "{who} 不在表上写的那一户，是哪一个？"),
}


def question_words(line: MatchedLine) -> str:
    """What is asked about a line of a sign-in sheet."""
    said = line.line
    who = translate("Entry", "{place} 格“{name}”").format(place=said.place, name=said.name)
    return translate("Entry", _QUESTIONS[line.sureness]).format(who=who)


def attender_words(attender: Attender, listed: bool) -> str:
    """A resident to choose: 王建国 02007 第二网格 7 号 户主 王建国家."""
    words = translate("Entry", "{name}  {code}  {house}\n{grid}，{role}").format(
        name=attender.name,
        code=attender.household_code,
        house=translate("Entry", "{number} 号").format(number=attender.house_number)
        if attender.house_number
        else "",
        grid=attender.grid_name,
        role=translate("Entry", "户主")
        if attender.is_head
        else translate("Entry", "{head} 家的人").format(head=attender.head_name),
    )
    return translate("Entry", "{words}（表上已有）").format(words=words) if listed else words


def draft_words(draft: Draft) -> str:
    """What was not saved last time."""
    if draft.is_grid:
        return translate("Entry", "上次没存的表格（{count} 行）").format(count=draft.count)
    return translate("Entry", "上次没存的点名（{count} 户）").format(count=draft.count)


def roll_words(totals: RollTotals) -> str:
    """What stands below the wall: 已勾 40 户　＋405 分　2 户不记　1 户这天已记过."""
    parts = [translate("Entry", "已勾 {count}").format(count=count_words(totals.ticked, totals.reds))]
    if totals.points is not None:
        parts.append(total_words(totals.points))
    for count, words in (
        (totals.left_out, translate("Entry", "{count}不记")),
        (totals.short, translate("Entry", "{count}只记一部分")),
        (totals.hidden, translate("Entry", "{count}没有显示")),
        (totals.same_day, translate("Entry", "{count}这天已记过")),
    ):
        if count:
            parts.append(words.format(count=count_words(count, totals.reds)))
    return "　".join(parts)
