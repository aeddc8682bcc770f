"""What a meeting changed: two catalogues item by item, matched by their codes, which are never reused."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from passbook_desk.features.catalogue.cell_words import effect_words, holders_words, veto_words
from passbook_desk.features.catalogue.editing import draft_of_item
from passbook_desk.features.catalogue.limit_text import limits_words, total_limit_words
from passbook_desk.features.catalogue.value_text import worth_words
from passbook_desk.features.catalogue.values import Draft, Effect, ItemDraft, Limit, VersionRow
from passbook_desk.kernel.search import fold


class ChangeKind(StrEnum):
    """What became of an item: new, changed, switched off or left out, the same as before."""

    NEW = "new"
    CHANGED = "changed"
    OFF = "off"
    SAME = "same"


class Part(StrEnum):
    """Which part of an item changed."""

    NAME = "name"
    CATEGORY = "category"
    VALUE = "value"
    LIMITS = "limits"
    HOLDERS = "holders"
    EFFECT = "effect"
    EVIDENCE = "evidence"
    VETO = "veto"
    SOURCE = "source"
    REMARK = "remark"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part as it was and as it is, in the words of a sheet; empty for nothing."""

    part: Part
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """An item of either catalogue; `old` and `new` are None where it is not in that one."""

    code: str
    kind: ChangeKind
    old: ItemDraft | None
    new: ItemDraft | None
    changes: tuple[PartChange, ...]

    @property
    def item(self) -> ItemDraft:
        """As it is, or as it was last."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Compared:
    """Two catalogues side by side, items by code; limits over all items only in one of them, in words.

    `old` and `new` name them: 第1版, or the draft.
    """

    old: str
    new: str
    items: tuple[ComparedItem, ...]
    limits_gone: tuple[str, ...]
    limits_come: tuple[str, ...]

    def count(self, kind: ChangeKind) -> int:
        """How many items there are of a kind."""
        return sum(item.kind is kind for item in self.items)


DRAFT_NAME: Final = "草稿"
_DECIDED: Final = "能记分"
_OFF: Final = "停用"
_COUNTED: Final = "计分并可兑换"


def version_name(version: VersionRow) -> str:
    """第2版."""
    return f"第{version.number}版"


def compare(old: VersionRow | None, new: VersionRow | Draft) -> Compared:
    """What the newer one changes against the older; everything is new where there is no older one."""
    before = {} if old is None else {item.code: draft_of_item(item) for item in old.items}
    after = {item.code: item if isinstance(item, ItemDraft) else draft_of_item(item) for item in new.items}
    codes = sorted(before.keys() | after.keys())
    gone, come = _words(() if old is None else old.limits), _words(new.limits)
    return Compared(
        "" if old is None else version_name(old),
        DRAFT_NAME if isinstance(new, Draft) else version_name(new),
        tuple(_compared(code, before.get(code), after.get(code)) for code in codes),
        tuple(words for words in gone if words not in come),
        tuple(words for words in come if words not in gone),
    )


def _words(limits: Iterable[Limit]) -> tuple[str, ...]:
    return tuple(map(total_limit_words, limits))


def _compared(code: str, old: ItemDraft | None, new: ItemDraft | None) -> ComparedItem:
    if old is None:
        return ComparedItem(code, ChangeKind.NEW, old, new, ())
    if new is None:
        kind = ChangeKind.OFF if old.enabled else ChangeKind.SAME
        return ComparedItem(code, kind, old, new, (_state(old, None),) if old.enabled else ())
    before, after = _parts(old), _parts(new)
    changes = tuple(
        PartChange(part, before[part], after[part]) for part in Part if before[part] != after[part]
    )
    if old.enabled and not new.enabled:
        return ComparedItem(code, ChangeKind.OFF, old, new, changes)
    return ComparedItem(code, ChangeKind.CHANGED if changes else ChangeKind.SAME, old, new, changes)


def _state(old: ItemDraft, new: ItemDraft | None) -> PartChange:
    return PartChange(Part.STATE, _DECIDED if old.enabled else _OFF, _OFF if new is None else _DECIDED)


def _parts(item: ItemDraft) -> dict[Part, str]:
    """Every part in words that differ exactly when the parts do."""
    limits = limits_words(item.limits)
    cap = item.cap.strip()
    return {
        Part.NAME: item.name.strip(),
        Part.CATEGORY: item.category.strip(),
        Part.VALUE: worth_words(item),
        Part.LIMITS: cap
        if not limits or fold(limits) == fold(cap)
        else f"{cap}（{limits}）"
        if cap
        else limits,
        Part.HOLDERS: holders_words(item.holders),
        Part.EFFECT: effect_words(item.effect) if item.effect is not Effect.COUNTED else _COUNTED,
        Part.EVIDENCE: item.evidence.strip(),
        Part.VETO: veto_words(item.veto, item.veto_term),
        Part.SOURCE: item.source.strip(),
        Part.REMARK: item.remark.strip(),
        Part.STATE: _DECIDED if item.enabled else _OFF,
    }
