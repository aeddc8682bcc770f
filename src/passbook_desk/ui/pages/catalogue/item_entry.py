"""What the clerk types about an item, and the item it makes. Plain Python."""

from dataclasses import dataclass, replace

from passbook_desk.features.catalogue.errors import ValueNotUnderstood
from passbook_desk.features.catalogue.limit_text import ReadLimits, limits_words, read_limits
from passbook_desk.features.catalogue.rules import direction_of, plain_category
from passbook_desk.features.catalogue.value_text import Worth, is_undecided, read_worth, worth_words
from passbook_desk.features.catalogue.values import (
    NO_VALUE,
    Direction,
    Effect,
    Holder,
    ItemDraft,
    Limit,
    ValueKind,
    Veto,
    VetoTerm,
)
from passbook_desk.kernel.points import ZERO

NEW_ITEM = ItemDraft("", "", "", ValueKind.UNSET, NO_VALUE, NO_VALUE, enabled=True)


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """The fields of the form; `value` is typed as in a sheet (5分/次), empty when not yet decided.

    The limits have no sign yet: that of the value is given to them.
    """

    code: str
    category: str
    name: str
    value: str
    cap: str
    limits: tuple[Limit, ...]
    holders: tuple[Holder, ...]
    source: str
    evidence: str
    effect: Effect
    veto: Veto
    veto_term: VetoTerm
    remark: str
    enabled: bool
    line_no: int | None = None


def value_of(item: ItemDraft) -> str:
    """How the form shows a value."""
    return "" if item.value_kind is ValueKind.UNSET else worth_words(item)


def worth_of(text: str) -> Worth | None:
    """The one value that is typed, None for not yet decided. Raises ValueNotUnderstood."""
    plain = text.strip()
    if not plain or is_undecided(plain):
        return None
    read = read_worth(plain)
    if read is None or len(read.worths) != 1 or read.each or read.cap:
        raise ValueNotUnderstood(field="value", value=plain)
    return read.worths[0]


def understood(cap: str, value: str, holders: tuple[Holder, ...]) -> ReadLimits:
    """What the words about limits mean for an item of this value."""
    try:
        worth = worth_of(value)
    except ValueNotUnderstood:
        worth = None
    takes = worth is not None and worth.most < ZERO
    return read_limits(cap, Direction.FLOOR if takes else Direction.CAP, holders)


def entered(entry: ItemEntry) -> ItemDraft:
    """The item that was typed. Limits without words are put into words. Raises ValueNotUnderstood."""
    worth = worth_of(entry.value)
    draft = ItemDraft(
        code=entry.code.strip(),
        category=plain_category(entry.category),
        name=entry.name.strip(),
        value_kind=ValueKind.UNSET if worth is None else worth.kind,
        least=NO_VALUE if worth is None else worth.least,
        most=NO_VALUE if worth is None else worth.most,
        unit=NEW_ITEM.unit if worth is None else worth.unit,
        cap=entry.cap.strip(),
        holders=entry.holders,
        source=entry.source.strip(),
        remark=entry.remark.strip(),
        enabled=entry.enabled and worth is not None,
        line_no=entry.line_no,
        effect=entry.effect,
        evidence=entry.evidence.strip(),
        veto=entry.veto,
        veto_term=entry.veto_term,
    )
    direction = direction_of(draft)
    one = entry.holders[0] if len(entry.holders) == 1 else None
    limits = tuple(
        replace(limit, direction=direction, holder=None if limit.holder is one else limit.holder)
        for limit in entry.limits
    )
    return replace(draft, limits=limits, cap=draft.cap or limits_words(limits))
