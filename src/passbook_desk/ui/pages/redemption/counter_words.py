"""How the counter says what it knows."""

from collections.abc import Iterable, Sequence
from typing import Final

from passbook_desk.features.ledger.values import AccountRow, Colour, OwnerKind
from passbook_desk.features.passbooks.books.values import BookState
from passbook_desk.features.redemption.counter.values import SlipRow, Visitor
from passbook_desk.features.redemption.goods.values import GoodsRow, LimitPeriod
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.icons import Badge
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.redemption.counter_values import BillLine, Hindrance, Shelf, Tile, Visit

_BOOKS: Final = {
    Colour.RED: QT_TRANSLATE_NOOP("Counter", "红色存折"),
    Colour.GREEN: QT_TRANSLATE_NOOP("Counter", "绿色存折"),
}
_PERIODS: Final = {
    LimitPeriod.VISIT: QT_TRANSLATE_NOOP("Counter", "每次限{count}"),
    LimitPeriod.MONTH: QT_TRANSLATE_NOOP("Counter", "每月限{count}"),
    LimitPeriod.QUARTER: QT_TRANSLATE_NOOP("Counter", "每季限{count}"),
    LimitPeriod.YEAR: QT_TRANSLATE_NOOP("Counter", "每年限{count}"),
}
_SUGGESTIONS: Final = 3


def book_badge(colour: Colour) -> Badge:
    """The shape that goes with the book's word."""
    return Badge.STAR if colour is Colour.RED else Badge.DISC


def book_words(who: Visitor) -> str:
    """绿色存折 20100017011, or the account's number where no book was issued."""
    number = who.account.number if who.book is None else who.book.number
    return f"{translate('Counter', _BOOKS[who.account.colour])} {number}"


def place_words(visit: Visit) -> str:
    """Where the holder is at home: 01003　3 号　第一网格."""
    account, number = visit.who.account, visit.house_number
    if number.isdigit():
        number = translate("Counter", "{number} 号").format(number=number)
    return "　".join(part for part in (account.owner_code, number, account.grid_name) if part)


def balance_words(who: Visitor) -> str:
    """What stands in the book, and what of it cannot be spent."""
    words = translate("Counter", "折上 {balance} 分").format(balance=who.balance)
    parts = []
    outside = who.balance - who.standing.spendable
    if outside > ZERO:
        parts.append(translate("Counter", "基础分等 {points} 不能换").format(points=outside))
    if who.standing.locked_gifts:
        parts.append(translate("Counter", "赠分 {points} 还没解锁").format(points=who.standing.locked_gifts))
    if who.standing.least:
        parts.append(translate("Counter", "折上要留 {points}").format(points=who.standing.least))
    return f"{words}（{'，'.join(parts)}）" if parts else words


def pending_words(who: Visitor) -> str:
    """Points that are not effective yet; empty when there are none."""
    if not who.pending:
        return ""
    words = translate("Counter", "待审、公示中 {points} 分，生效以后才能换")
    return words.format(points=who.pending)


def paper_words(who: Visitor, more: int = 0) -> str:
    """Lines that are not in the book yet, with those of what is chosen, and where they go."""
    book = who.book
    if book is None:
        return translate("Counter", "还没有存折")
    if book.open_print:
        return translate("Counter", "上次登折还没有答复打没打好")
    if not book.unprinted and not more:
        return translate("Counter", "账上的行都在折上了")
    if more:
        words = translate("Counter", "待登折 {old}＋{new} 行").format(old=book.unprinted, new=more)
    else:
        words = translate("Counter", "未登折 {count} 行").format(count=book.unprinted)
    if book.state is BookState.FULL:
        return translate("Counter", "{words}，折写满了，登折时换新折").format(words=words)
    place = translate("Counter", "{words}：从第 {page} 页 第 {line} 行起")
    return place.format(words=words, page=book.page, line=book.line)


def why_not(visit: Visit, shelf: Shelf) -> str:
    """Why nothing can be given to this book today; empty when something can."""
    who = visit.who
    if not who.today_open:
        return closed_words(shelf)
    if who.barred and who.standing.redemption_allowed:
        return translate("Counter", "本村红色存折不兑换物品，请用家里的绿色存折。")
    if who.standing.suspended:
        words = translate("Counter", "停兑：{judged} 分，低于 {line} 分，补到线上再换。")
        return words.format(judged=who.standing.judged, line=who.standing.suspension_line)
    veto = next((each for each in who.standing.vetoes if each.redemption), None)
    if veto is not None:
        words = translate("Counter", "一票否决：{item}（{day}），{until}")
        until = (
            translate("Counter", "冲销以后才能换。")
            if veto.until is None
            else translate("Counter", "到 {day} 为止不能换。").format(day=day_text(veto.until))
        )
        return words.format(item=veto.item_text, day=day_text(veto.occurred_on), until=until)
    if who.own and not shelf.single_clerk:
        return translate("Counter", "这是你自家的折，不能自己办，请换别人来办。")
    return ""


def closed_words(shelf: Shelf) -> str:
    """That today is no redemption day, and when the next one is."""
    if shelf.next_day is None:
        return translate("Counter", "今天不是兑换日，请在“积分规矩”里看兑换日子。")
    words = translate("Counter", "今天不是兑换日，下次是 {day}。可以看，不能换。")
    return words.format(day=day_text(shelf.next_day))


def price_words(goods: GoodsRow) -> str:
    """5分: close together, for tiles."""
    return translate("Counter", "{points}分").format(points=goods.points)


def state_words(tile: Tile, *, brief: bool = False) -> str:
    """What goods on the counter say: how many lie there, or why there is none to be had.

    `brief` leaves 分 away, where what is missing stands beside a price.
    """
    goods = tile.offer.goods
    if tile.offer.out_of_stock:
        return translate("Counter", "缺货")
    if tile.hindrance is Hindrance.LIMIT:
        return limit_words(goods)
    if tile.hindrance is Hindrance.SHORT:
        words = QT_TRANSLATE_NOOP("Counter", "差{points}分")
        if brief:
            words = QT_TRANSLATE_NOOP("Counter", "差{points}")
        return translate("Counter", words).format(points=tile.missing)
    if goods.free is None:
        return translate("Counter", "服务")
    return translate("Counter", "存{count}").format(count=goods.free)


def limit_words(goods: GoodsRow) -> str:
    """每月限2."""
    return translate("Counter", _PERIODS[goods.limit_period]).format(count=goods.limit_count)


def refusal_words(tile: Tile, tiles: Iterable[Tile]) -> str:
    """Why one more piece cannot be had, and where points are missing, what can be had instead."""
    goods = tile.offer.goods
    if tile.hindrance is Hindrance.ALL_CHOSEN:
        words = translate("Counter", "“{name}”只有 {count} 件，都选上了。")
        return words.format(name=goods.called, count=goods.free)
    if tile.hindrance is Hindrance.LIMIT:
        words = translate("Counter", "“{name}”{limit} 件，这户还能换 {left} 件。")
        return words.format(name=goods.called, limit=limit_words(goods), left=tile.offer.limit_left)
    short = translate("Counter", "“{name}”还差 {points} 分").format(name=goods.called, points=tile.missing)
    others = _suggested(tiles)
    if not others:
        return translate("Counter", "{short}，剩下的分换不了别的。").format(short=short)
    words = translate("Counter", "{short}，可换：{others}")
    return words.format(short=short, others=" ".join(others))


def _suggested(tiles: Iterable[Tile]) -> list[str]:
    """The dearest of what can still be had: 牙膏(10) 肥皂(5)."""
    having = [tile.offer.goods for tile in tiles if tile.hindrance is Hindrance.NONE]
    dearest = sorted(having, key=lambda goods: goods.points or ZERO, reverse=True)[:_SUGGESTIONS]
    return [f"{goods.name}({goods.points})" for goods in dearest]


def line_words(line: BillLine) -> str:
    """肥皂×2　－10."""
    return f"{line.goods.name}×{line.quantity}　－{line.points}"


def items_words(lines: Sequence[tuple[str, int]]) -> str:
    """肥皂×1、牙膏×2."""
    return "、".join(f"{name}×{count}" for name, count in lines)


def slip_words(slip: SlipRow) -> str:
    """What a slip gave: 肥皂×1、牙膏×2."""
    return items_words([(item.name, item.quantity) for item in slip.items])


def hidden_name(account: AccountRow) -> str:
    """A name on a screen that others see: 李** for people, a shop's as it hangs over its door."""
    if account.owner_kind in (OwnerKind.SHOP, OwnerKind.UNIT):
        return account.owner_name
    return f"{account.owner_name[:1]}**"


def candidate_words(account: AccountRow) -> str:
    """Somebody found: 王建国　01001　第一网格　绿色存折 20100017."""
    colour = translate("Counter", _BOOKS[account.colour])
    parts = (account.owner_name, account.owner_code, account.grid_name, f"{colour} {account.number}")
    return "　".join(part for part in parts if part)
