"""How items, points and acts are said on the entry page. No Qt here."""

from passbook_desk.features.catalogue.values import ItemRow, ValueKind
from passbook_desk.features.ledger.values import AccountRow, Colour, VoucherKind, VoucherRow
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.text import translate


def signed(points: Points) -> str:
    """＋10 or －5: the sign is a word of its own, never colour alone."""
    return f"－{-points}" if points < ZERO else f"＋{points}"


def value_of(item: ItemRow) -> str:
    """What an item gives or takes: ＋10, ＋5～10, 扣 －5, ＋1/小时."""
    least, most = item.least, item.most
    if most < ZERO:
        least, most = most, least
    if item.value_kind is ValueKind.RANGE:
        words = f"{signed(least)}～{-most if most < ZERO else most}"
    elif item.value_kind is ValueKind.PER_UNIT:
        words = f"{signed(least)}/{item.unit}"
    else:
        words = signed(least)
    return translate("Entry", "扣 {points}").format(points=words) if item.most < ZERO else words


def item_words(item: ItemRow) -> str:
    """Code, name and value in one line."""
    return f"{item.code} {item.name}  {value_of(item)}"


def book_words(account: AccountRow) -> str:
    """A book in one line: 01001 卢天喜 绿折 20100017."""
    colour = translate("Entry", "红折") if account.colour is Colour.RED else translate("Entry", "绿折")
    return f"{account.owner_code} {account.owner_name}  {colour} {account.number}"


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
