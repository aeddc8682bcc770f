import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from passbook_desk.features.catalogue.errors import (
    CodeReused,
    CodeTwice,
    GiftTakesPoints,
    ItemDisabled,
    ItemIncomplete,
    NoFreeCode,
    NothingEnabled,
    PointsNotGiven,
    PointsNotPerUnit,
    PointsOutOfRange,
    QuantityOutOfRange,
    VetoIncomplete,
    WrongCode,
    WrongItemValue,
    WrongLimit,
)
from passbook_desk.features.catalogue.limit_text import scope_of
from passbook_desk.features.catalogue.values import (
    Direction,
    Effect,
    Holder,
    ItemDraft,
    ItemRow,
    KnownCode,
    Limit,
    Measure,
    ValueKind,
    Veto,
    VetoTerm,
)
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.search import fold

MOST_UNITS: Final = 999
"""One deed counts at most this many units; more is a slip of the finger."""

COUNTED_UNITS: Final = frozenset({"小时", "处", "项", "人", "人次"})
"""Units that one deed may hold several of. 次, 次·人, 季 … are one line each time, for each person."""

CATEGORY_HUNDREDS: Final = {
    "生态保护": 1,
    "志愿服务": 2,
    "平安和谐": 3,
    "建设管理": 4,
    "产业发展": 5,
    "家风家教": 6,
    "表彰": 7,
    "乡风文明": 7,
    "党员": 8,
    "商铺": 9,
}
_CATEGORY_FIRST: Final = {"乡风文明": 51}
"""First number inside its hundred, where two categories share one."""


def plain_category(text: str) -> str:
    """一、生态保护 → 生态保护: the same category however a sheet numbers it."""
    plain = "".join(text.split())
    return re.sub(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．:：]+", "", plain) or plain


def value_kind_for(unit: str) -> ValueKind:
    """Whether a single value counts for each unit or once for the deed."""
    return ValueKind.PER_UNIT if unit in COUNTED_UNITS else ValueKind.FIXED


def check_points(item: ItemRow, points: Points | None = None, quantity: int = 1) -> Points:
    """The points one line gets: what the catalogue says, or what it allows (domain §13 rule 9).

    A fixed item gives its value and nothing else. A range needs `points` inside it. A per-unit item gives
    its value `quantity` times; if `points` are given instead, they must be a whole number of units.
    Raises ItemDisabled, PointsNotGiven, PointsOutOfRange, PointsNotPerUnit, QuantityOutOfRange.
    """
    if not item.enabled or item.value_kind is ValueKind.UNSET:
        raise ItemDisabled(field="item", item=item.code, name=item.name)
    most_units = MOST_UNITS if item.value_kind is ValueKind.PER_UNIT else 1
    if not 1 <= quantity <= most_units:
        raise QuantityOutOfRange(field="quantity", item=item.code, name=item.name, most=most_units)
    if item.value_kind is ValueKind.PER_UNIT:
        return _units(item, points, quantity)
    if points is None:
        if item.value_kind is ValueKind.RANGE:
            raise PointsNotGiven(
                field="points", item=item.code, name=item.name, least=item.least, most=item.most
            )
        return item.least
    if not item.least <= points <= item.most:
        raise PointsOutOfRange(
            field="points", item=item.code, name=item.name, points=points, least=item.least, most=item.most
        )
    return points


def _units(item: ItemRow, points: Points | None, quantity: int) -> Points:
    value = item.least
    if points is None:
        return value * quantity
    units, rest = divmod(points.hundredths, value.hundredths)
    if rest or not 1 <= units <= MOST_UNITS or quantity not in (1, units):
        raise PointsNotPerUnit(
            field="points", item=item.code, name=item.name, points=points, value=value, unit=item.unit
        )
    return points


def direction_of(item: ItemDraft | ItemRow) -> Direction:
    """Whether limits of this item are floors (it takes points) or caps."""
    return Direction.FLOOR if item.most < ZERO else Direction.CAP


def check_item(item: ItemDraft) -> None:
    """Refuse an item that cannot be recorded with or whose parts do not fit each other.

    Raises ItemIncomplete, WrongCode, WrongItemValue, WrongLimit, VetoIncomplete, GiftTakesPoints.
    """
    if not item.name.strip() or not item.category.strip() or not item.holders:
        raise ItemIncomplete(field="items", item=item.code)
    if not re.fullmatch(r"[1-9][0-9]{2}", item.code):
        raise WrongCode(field="items", item=item.code, name=item.name)
    if not _value_fits(item):
        raise WrongItemValue(field="items", item=item.code, name=item.name)
    direction = direction_of(item)
    if any(limit.direction is not direction for limit in item.limits) or not _limits_fit(
        item.limits, item.holders
    ):
        raise WrongLimit(field="items", item=item.code, name=item.name)
    if (item.veto is Veto.NONE) != (item.veto_term is VetoTerm.NONE):
        raise VetoIncomplete(field="items", item=item.code, name=item.name)
    if item.effect is Effect.GIFT and direction is Direction.FLOOR:
        raise GiftTakesPoints(field="items", item=item.code, name=item.name)


def check_total_limits(limits: Iterable[Limit]) -> None:
    """Refuse limits over all items that say the same twice or nothing. Raises WrongLimit."""
    if not _limits_fit(tuple(limits), tuple(Holder)):
        raise WrongLimit(field="limits", item="", name="")


def _limits_fit(limits: tuple[Limit, ...], holders: tuple[Holder, ...]) -> bool:
    scopes = [scope_of(limit) for limit in limits]
    return (
        len(set(scopes)) == len(scopes)
        and all(limit.holder is None or limit.holder in holders for limit in limits)
        and all(isinstance(limit.amount, int) == (limit.measure is Measure.TIMES) for limit in limits)
        and all(_amount(limit) > 0 for limit in limits)
    )


def _amount(limit: Limit) -> int:
    return limit.amount if isinstance(limit.amount, int) else limit.amount.hundredths


def check_items(items: Iterable[ItemDraft], known: Iterable[KnownCode]) -> None:
    """Refuse a catalogue that cannot be recorded with, or that gives an earlier code to another deed.

    A code may come again only for the same deed, compared by its name without width and case
    (domain §13 rule 12). Raises what `check_item` raises, CodeTwice, CodeReused, NothingEnabled.
    """
    earlier = {code.code: code.name for code in known}
    seen: dict[str, str] = {}
    enabled = 0
    for item in items:
        check_item(item)
        if item.code in seen:
            raise CodeTwice(field="items", item=item.code, name=item.name, other=seen[item.code])
        seen[item.code] = item.name
        former = earlier.get(item.code)
        if former is not None and fold(former) != fold(item.name):
            raise CodeReused(field="items", item=item.code, name=item.name, other=former)
        enabled += item.enabled
    if not enabled:
        raise NothingEnabled(field="items")


def _value_fits(item: ItemDraft) -> bool:
    if item.value_kind is ValueKind.UNSET:
        return not item.enabled and item.least == item.most == ZERO
    same_sign = (item.least > ZERO) == (item.most > ZERO)
    if item.value_kind is ValueKind.RANGE:
        return item.least < item.most and same_sign and bool(item.least) and bool(item.most)
    return item.least == item.most and bool(item.least)


def with_codes(items: Iterable[ItemDraft], known: Iterable[KnownCode]) -> tuple[ItemDraft, ...]:
    """Give codes to items that have none: a deed known by name keeps its code, others get a fresh one.

    Each category has a hundred of its own; a code once given to another deed is never given again.
    Raises NoFreeCode.
    """
    drafts = tuple(items)
    known_codes = tuple(known)
    codes_by_name = {fold(code.name): code.code for code in known_codes}
    taken = {item.code for item in drafts if item.code}
    reserved = {code.code for code in known_codes}
    hundreds = _hundreds(drafts)
    coded = []
    for item in drafts:
        code = item.code or codes_by_name.get(fold(item.name), "")
        if not item.code and (not code or code in taken):
            code = _free_code(item.category, hundreds, taken | reserved)
        taken.add(code)
        coded.append(replace(item, code=code))
    return tuple(coded)


def _hundreds(items: tuple[ItemDraft, ...]) -> dict[str, int]:
    """The hundred of each category: the customary one, the one its codes have, else the next unused."""
    hundreds = dict(CATEGORY_HUNDREDS)
    for item in items:
        if item.category not in hundreds and re.fullmatch(r"[1-9]\d\d", item.code):
            hundreds[item.category] = int(item.code[0])
    present = {item.category for item in items}
    for item in items:
        if item.category not in hundreds:
            used = {hundreds[category] for category in present if category in hundreds}
            hundreds[item.category] = next((digit for digit in range(1, 10) if digit not in used), 9)
    return hundreds


def _free_code(category: str, hundreds: dict[str, int], taken: set[str]) -> str:
    start = hundreds[category] * 100
    first = _CATEGORY_FIRST.get(category, 1)
    own = (start + number for number in [*range(first, 100), *range(1, first)])
    for number in [*own, *range(101, 1000)]:
        if str(number) not in taken:
            return str(number)
    raise NoFreeCode(field="items")


def holders_text(holders: Iterable[Holder]) -> str:
    """Kinds of books as the table stores them."""
    wanted = frozenset(holders)
    return ",".join(holder.value for holder in Holder if holder in wanted)


def holders_from(text: str) -> tuple[Holder, ...]:
    """The kinds of books of a stored text."""
    return tuple(Holder(word) for word in text.split(",") if word)


def household_items(items: Iterable[ItemRow]) -> tuple[str, ...]:
    """What a check-in sheet offers to choose from: "101 打扫街道" for each item a household can get."""
    return tuple(
        f"{item.code} {item.name}" for item in items if item.enabled and Holder.HOUSEHOLD in item.holders
    )
