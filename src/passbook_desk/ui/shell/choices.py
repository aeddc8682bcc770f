"""Items and books to choose from: which may be recorded, and how they are said. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.values import Holder, ItemRow, ValueKind
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.search import initials
from passbook_desk.ui.kit.text import translate


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """An item that may be recorded on the day chosen; `initials` for finding it by pinyin."""

    item: ItemRow
    initials: str

    @property
    def takes(self) -> bool:
        """True for a deduction."""
        return self.item.most < ZERO

    def matches(self, text: str) -> bool:
        """Code from its beginning, name anywhere, initials from their beginning; an empty text fits all."""
        wanted = text.casefold()
        return (
            self.item.code.startswith(wanted)
            or wanted in self.item.name.casefold()
            or any(spelled.startswith(wanted) for spelled in self.initials.split())
        )

    def signed(self, points: Points | None) -> Points | None:
        """For a deduction 5 means 5 off."""
        return -points if points is not None and self.takes and points > ZERO else points


def item_choices(scope: Any, day: date) -> tuple[ItemChoice, ...]:
    """The items in force on a day that points can be recorded for."""
    return tuple(
        ItemChoice(item, initials(item.name))
        for item in items_in_force(scope, day)
        if item.enabled and item.value_kind is not ValueKind.UNSET
    )


def matching(choices: Sequence[ItemChoice], text: str) -> tuple[ItemChoice, ...]:
    """The items that a text may mean, an exact code first."""
    found = [choice for choice in choices if choice.matches(text)]
    return tuple(sorted(found, key=lambda choice: choice.item.code != text))


def needs_points(item: ItemRow) -> bool:
    """The clerk chooses within a range."""
    return item.value_kind is ValueKind.RANGE


def needs_quantity(item: ItemRow) -> bool:
    """The clerk counts units."""
    return item.value_kind is ValueKind.PER_UNIT


def fits(item: ItemRow, account: AccountRow) -> bool:
    """Whether a deed of this item can go into this book."""
    holder = Holder.RED if account.colour is Colour.RED else Holder(account.owner_kind.value)
    return holder in item.holders


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
