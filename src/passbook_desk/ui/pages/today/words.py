"""The sentence and the button of each line of the home page. No Qt here."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from passbook_desk.features.events.course.values import DueStep
from passbook_desk.features.events.values import EventKind, EventRow, Verdict
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.values import VoucherKind, VoucherRow
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.dates import day_echo, day_text
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.today.board import Group, Item, Kind

_TITLES: Mapping[Group, str] = MappingProxyType(
    {
        Group.SETUP: QT_TRANSLATE_NOOP("Today", "建村还差这几步，哪一步都可以晚点做"),
        Group.WEEK: QT_TRANSLATE_NOOP("Today", "本周"),
        Group.MONTH: QT_TRANSLATE_NOOP("Today", "本月"),
        Group.QUARTER: QT_TRANSLATE_NOOP("Today", "本季"),
        Group.EVENTS: QT_TRANSLATE_NOOP("Today", "近期红白事"),
        Group.SAFETY: QT_TRANSLATE_NOOP("Today", "安全"),
    }
)
_SENTENCES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ROSTER: QT_TRANSLATE_NOOP("Today", "导入花名册，户、人和积分账户就都有了"),
        Kind.CATALOGUE: QT_TRANSLATE_NOOP("Today", "采用积分细则，才能记分"),
        Kind.STANDARD: QT_TRANSLATE_NOOP("Today", "采用红白事标准，才能报备"),
        Kind.PHONE: QT_TRANSLATE_NOOP("Today", "填异议电话，公示上要印"),
        Kind.FIRST_BACKUP: QT_TRANSLATE_NOOP("Today", "做第一次备份"),
        Kind.CLAIMS_WAIT: QT_TRANSLATE_NOOP("Today", "{count} 件申报待审"),
        Kind.CLAIMS_DUE: QT_TRANSLATE_NOOP("Today", "{count} 件公示期满，可以入账"),
        Kind.GRID_SILENT: QT_TRANSLATE_NOOP("Today", "{grid}（{households} 户）近 {days} 天没有记录"),
        Kind.GRIDS_SILENT: QT_TRANSLATE_NOOP("Today", "{count} 个网格近 {days} 天没有记录：{grids}"),
        Kind.GRIDS_FINE: QT_TRANSLATE_NOOP("Today", "各网格近 {days} 天都有记录"),
        Kind.MONTH_HOUSEHOLDS: QT_TRANSLATE_NOOP(
            "Today", "{month} 月到今天：{households} 户中 {moved} 户有记录"
        ),
        Kind.BOOKS_UNPRINTED: QT_TRANSLATE_NOOP("Today", "{count} 本存折有没登的行"),
        Kind.NOTICE_DUE: QT_TRANSLATE_NOOP("Today", "{period}公示可以出了"),
        Kind.NOTICE_NEXT: QT_TRANSLATE_NOOP("Today", "{period}公示 {last} 之后出，还有 {days} 天"),
        Kind.EVENT_CHECK: QT_TRANSLATE_NOOP("Today", "{head}户 {kind} 办完了，{day} 前核查"),
        Kind.EVENT_CHECK_LATE: QT_TRANSLATE_NOOP("Today", "{head}户 {kind} 还没核查，{day} 已到期"),
        Kind.EVENT_FOLLOW: QT_TRANSLATE_NOOP("Today", "{head}户 {kind} {day} 前回访"),
        Kind.EVENT: QT_TRANSLATE_NOOP("Today", "{day} {head}户 {kind} {verdict}"),
        Kind.MORE_EVENTS: QT_TRANSLATE_NOOP("Today", "另有 {count} 件"),
        Kind.NO_EVENTS: QT_TRANSLATE_NOOP("Today", "{days} 天内没有报备的红白事"),
        Kind.BACKUP_FINE: QT_TRANSLATE_NOOP("Today", "上次备份：{age}"),
        Kind.BACKUP_OLD: QT_TRANSLATE_NOOP("Today", "上次备份：{age}，该再备一次了"),
    }
)
_BUTTONS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ROSTER: QT_TRANSLATE_NOOP("Today", "导入花名册"),
        Kind.CATALOGUE: QT_TRANSLATE_NOOP("Today", "采用细则"),
        Kind.STANDARD: QT_TRANSLATE_NOOP("Today", "采用标准"),
        Kind.PHONE: QT_TRANSLATE_NOOP("Today", "填电话"),
        Kind.FIRST_BACKUP: QT_TRANSLATE_NOOP("Today", "去备份"),
        Kind.CLAIMS_WAIT: QT_TRANSLATE_NOOP("Today", "去审核"),
        Kind.CLAIMS_DUE: QT_TRANSLATE_NOOP("Today", "去入账"),
        Kind.GRID_SILENT: QT_TRANSLATE_NOOP("Today", "去录入"),
        Kind.GRIDS_SILENT: QT_TRANSLATE_NOOP("Today", "去录入"),
        Kind.GRIDS_FINE: QT_TRANSLATE_NOOP("Today", "看统计"),
        Kind.MONTH_HOUSEHOLDS: QT_TRANSLATE_NOOP("Today", "看统计"),
        Kind.BOOKS_UNPRINTED: QT_TRANSLATE_NOOP("Today", "去登折"),
        Kind.NOTICE_DUE: QT_TRANSLATE_NOOP("Today", "出公示"),
        Kind.NOTICE_NEXT: QT_TRANSLATE_NOOP("Today", "看校样"),
        Kind.EVENT_CHECK: QT_TRANSLATE_NOOP("Today", "去登记"),
        Kind.EVENT_CHECK_LATE: QT_TRANSLATE_NOOP("Today", "去登记"),
        Kind.EVENT_FOLLOW: QT_TRANSLATE_NOOP("Today", "去登记"),
        Kind.EVENT: QT_TRANSLATE_NOOP("Today", "看报备"),
        Kind.BACKUP_FINE: QT_TRANSLATE_NOOP("Today", "现在备"),
        Kind.BACKUP_OLD: QT_TRANSLATE_NOOP("Today", "现在备"),
    }
)
_KINDS: Mapping[EventKind, str] = MappingProxyType(
    {
        EventKind.WEDDING: QT_TRANSLATE_NOOP("Today", "红事"),
        EventKind.FUNERAL: QT_TRANSLATE_NOOP("Today", "白事"),
    }
)
_OTHER_KIND = QT_TRANSLATE_NOOP("Today", "喜庆事")
_VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.WITHIN: QT_TRANSLATE_NOOP("Today", "✓ 未超"),
        Verdict.NEAR: QT_TRANSLATE_NOOP("Today", "▲ 接近"),
        Verdict.OVER: QT_TRANSLATE_NOOP("Today", "✕ 超标"),
        Verdict.NONE: "",
    }
)
_VOUCHERS: Mapping[VoucherKind, str] = MappingProxyType(
    {
        VoucherKind.OPENING: QT_TRANSLATE_NOOP("Today", "期初积分"),
        VoucherKind.BASE: QT_TRANSLATE_NOOP("Today", "基础分"),
        VoucherKind.REVERSAL: QT_TRANSLATE_NOOP("Today", "冲销 {text}"),
    }
)


def title_of(group: Group) -> str:
    """The heading of a card."""
    return translate("Today", _TITLES[group])


def button_of(item: Item) -> str:
    """The verb on the line's button; empty without one."""
    return "" if item.route is None else translate("Today", _BUTTONS[item.kind])


def sentence_of(item: Item, now: datetime) -> str:
    """The line in words."""
    places = {name: value for name, value in item.params.items() if isinstance(value, str | int)}
    made: Mapping[Kind, Callable[[], Mapping[str, object]]] = {
        Kind.GRID_SILENT: lambda: _grid(item.params["grid"]),
        Kind.GRIDS_SILENT: lambda: _grids(item.params["grids"]),
        Kind.EVENT_CHECK: lambda: _event_step(item.params["step"]),
        Kind.EVENT_CHECK_LATE: lambda: _event_step(item.params["step"]),
        Kind.EVENT_FOLLOW: lambda: _event_step(item.params["step"]),
        Kind.EVENT: lambda: _event(item.params["event"]),
        Kind.NOTICE_NEXT: lambda: _last(item.params["last"]),
        Kind.BACKUP_FINE: lambda: _age(item.params["made_at"], now),
        Kind.BACKUP_OLD: lambda: _age(item.params["made_at"], now),
    }
    return translate("Today", _SENTENCES[item.kind]).format(**{**places, **made.get(item.kind, dict)()})


def act_of(voucher: VoucherRow) -> str:
    """What an act was: 参加环境整治, 冲销 参加环境整治."""
    if voucher.kind in (VoucherKind.RECORD, VoucherKind.TRANSFER, VoucherKind.RUN):
        return voucher.text
    return translate("Today", _VOUCHERS[voucher.kind]).format(text=voucher.text)


def signed(voucher: VoucherRow) -> str:
    """The points of an act with their sign: ＋730 or －5."""
    points = voucher.points_total
    return f"－{-points}" if points < ZERO else f"＋{points}"


def _grid(grid: object) -> Mapping[str, object]:
    assert isinstance(grid, GridRow)
    return {"grid": grid.name, "households": grid.households}


def _grids(grids: object) -> Mapping[str, object]:
    assert isinstance(grids, tuple)
    one = translate("Today", "{grid} {households} 户")
    named = [one.format(grid=grid.name, households=grid.households) for grid in grids]
    return {"count": len(grids), "grids": "、".join(named)}


def _event(row: object) -> Mapping[str, object]:
    assert isinstance(row, EventRow)
    kind = _KINDS.get(row.kind, _OTHER_KIND)
    verdict = _VERDICTS[row.verdict]
    return {
        "day": f"{row.held_on.month}.{row.held_on.day} {day_echo(row.held_on).partition(' ')[0]}",
        "head": row.head_name,
        "kind": translate("Today", kind),
        "verdict": translate("Today", verdict) if verdict else "",
    }


def _event_step(step: object) -> Mapping[str, object]:
    assert isinstance(step, DueStep)
    kind = translate("Today", _KINDS.get(step.event_kind, _OTHER_KIND))
    return {"head": step.head_name, "kind": kind, "day": f"{step.day.month}.{step.day.day}"}


def _last(last: object) -> Mapping[str, object]:
    assert isinstance(last, date)
    return {"last": day_text(last)}


def _age(made_at: object, now: datetime) -> Mapping[str, object]:
    assert isinstance(made_at, datetime)
    local = made_at.astimezone()
    days = (now.astimezone().date() - local.date()).days
    if days <= 0:
        return {"age": translate("Today", "今天 {time}").format(time=f"{local:%H:%M}")}
    if days == 1:
        return {"age": translate("Today", "昨天 {time}").format(time=f"{local:%H:%M}")}
    return {"age": translate("Today", "{days} 天前").format(days=days)}
