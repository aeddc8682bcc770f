"""What slips and the register say, the same on paper and in workbooks (Chinese official forms)."""

from datetime import date
from typing import Final

from passbook_desk.features.passbooks.looks import chinese_day, code_label, short_day
from passbook_desk.features.redemption.counter.register_values import Register, SlipSheet
from passbook_desk.features.redemption.counter.values import SlipItemRow, SlipRow
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.period import DateSpan

SELF: Final = "本人"
PROXY: Final = "代领"
EVERYWHERE: Final = "全部兑换点"


def item_words(item: SlipItemRow) -> str:
    """肥皂（200 克）."""
    return f"{item.name}（{item.spec}）" if item.spec else item.name


def count_words(item: SlipItemRow) -> str:
    """2 块."""
    return f"{item.quantity} {item.unit}"


def relation_words(slip: SlipRow) -> str:
    """How whoever collected is related to the holder: 本人, 儿子, or that it was somebody else."""
    return (slip.relation or PROXY) if slip.collector else SELF


def collector_words(slip: SlipRow) -> str:
    """王建国（本人）, 王小军（儿子代领）."""
    if not slip.collector:
        return f"{slip.account.owner_name}（{SELF}）"
    return f"{slip.collector}（{slip.relation}{PROXY}）"


def holder_words(slip: SlipRow) -> str:
    """户主 王建国　户编号 01001　第一网格, by the kind of holder."""
    account = slip.account
    parts = (
        f"{'持折人' if account.of_organization or account.person_id else '户主'} {account.owner_name}",
        f"{code_label(account.owner_kind)} {account.owner_code}" if account.owner_code else "",
        account.grid_name,
    )
    return "　".join(part for part in parts if part)


def undone_words(slip: SlipRow) -> str:
    """已退回 2026.6.2 刘文书：拿错了（物品已放回）; nothing for a slip that stands."""
    if slip.undone_on is None:
        return ""
    goods = "物品已放回" if slip.goods_back else "物品没有放回"
    return f"已退回 {short_day(slip.undone_on)} {slip.undone_by}：{slip.undo_reason}（{goods}）"


def ledger_words(sheet: SlipSheet) -> str:
    """Where the slip stands in the ledger, and the code that leads back to it."""
    return f"账目第 {sheet.seq} 笔 · 校验码 {sheet.code}"


def copy_words(slip: SlipRow, as_of: date) -> str:
    """That it is a copy, when it is printed after the day of the visit; nothing on the day."""
    return f"副本 · {chinese_day(as_of)}打印" if as_of > slip.redeemed_on else ""


def span_words(span: DateSpan) -> str:
    """2026年6月1日, or from one day to another."""
    if span.first == span.last:
        return chinese_day(span.first)
    return f"{chinese_day(span.first)}至{chinese_day(span.last)}"


def register_title(village: VillageRow) -> str:
    """清泉村积分兑换登记表."""
    return f"{village.name}积分兑换登记表"


def register_facts(register: Register) -> str:
    """Which days, and where."""
    return f"日期：{span_words(register.span)}　兑换点：{register.outlet or EVERYWHERE}"


def register_sums(register: Register) -> str:
    """What stands, and what was taken back and is in no sum."""
    back = f"；另有 {register.taken_back} 张已退回，划去不计" if register.taken_back else ""
    return (
        f"兑换单 {len(register.standing)} 张，物品和服务 {register.pieces} 件，{register.points} 分{back}。"
    )


def line_text(name: str, quantity: int) -> str:
    """What the book says of goods on a slip: 兑换 肥皂×2."""
    return f"{_REDEEMED}{name}" if quantity == 1 else f"{_REDEEMED}{name}{_TIMES.format(quantity)}"


def goods_said(text: str, quantity: int) -> str:
    """The name of goods as the book's line says it, whatever they are called today."""
    name = text.removeprefix(_REDEEMED)
    return name if quantity == 1 else name.removesuffix(_TIMES.format(quantity))


_REDEEMED = "兑换 "
_TIMES = "×{}"
