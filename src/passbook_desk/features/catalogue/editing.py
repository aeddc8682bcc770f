"""Working on a draft: from a version, from nothing; items put in, taken out, switched on and off."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from passbook_desk.features.catalogue.errors import CodeReused, CodeTwice
from passbook_desk.features.catalogue.limit_text import read_limits
from passbook_desk.features.catalogue.rules import check_item, direction_of, with_codes
from passbook_desk.features.catalogue.starter import STARTER_NAME, starter_catalogue
from passbook_desk.features.catalogue.values import (
    Draft,
    ItemDraft,
    ItemRow,
    KnownCode,
    Limit,
    LimitPeriod,
    Noted,
    ValueKind,
    VersionRow,
)
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.kernel.search import fold

FIVE_AREAS: Final = ("产业发展", "生态保护", "建设管理", "乡风文明", "家风家教")
"""The five published areas (domain §1.1 row 16)."""
NINE_AREAS: Final = (
    "遵纪守法", "邻里团结", "讲究卫生", "赡养老人", "环境治理",
    "产业发展", "矛盾调解", "爱护公共设施", "应急处突",
)  # fmt: skip
"""The nine published sources of points (domain §1.1 row 24); what fits none is 其他."""

TOTAL_UNREAD: Final = "total_limit_unread"
"""The kind of finding about a limit over all items that was not understood."""
SOURCES: Final = ("申报", "巡查", "签到", "评定", "通报", "理事会核查")
"""How a deed becomes known (domain §12.1); a village may write others."""


def draft_of_version(version: VersionRow) -> Draft:
    """A version as it stands, to be changed for the next meeting."""
    return Draft(
        f"第{version.number}版", tuple(draft_of_item(item) for item in version.items), version.limits
    )


def draft_of_item(item: ItemRow) -> ItemDraft:
    """An item of a version as the draft of one."""
    return ItemDraft(
        code=item.code,
        category=item.category,
        name=item.name,
        value_kind=item.value_kind,
        least=item.least,
        most=item.most,
        unit=item.unit,
        cap=item.cap,
        holders=item.holders,
        source=item.source,
        remark=item.remark,
        enabled=item.enabled,
        line_no=item.line_no,
        effect=item.effect,
        evidence=item.evidence,
        veto=item.veto,
        veto_term=item.veto_term,
        limits=tuple(replace(limit, item=None) for limit in item.limits),
    )


def starter_draft() -> Draft:
    """The published list as a draft, with what its words about limits leave open."""
    items = starter_catalogue()
    return Draft(STARTER_NAME, items, noted=tuple(noted for item in items for noted in _left_open(item)))


def _left_open(item: ItemDraft) -> Iterable[Noted]:
    read = read_limits(item.cap, direction_of(item), item.holders)
    kinds = (("limit_unread", read.unread), ("limit_by_hand", read.by_hand), ("limit_endless", read.endless))
    for kind, clauses in kinds:
        for words in clauses:
            params = {"name": item.name, "words": words}
            yield Noted(Finding("", 0, "", Severity.CHECK, kind, params), item.code)


def categories_of(draft: Draft, versions: Iterable[VersionRow]) -> tuple[str, ...]:
    """The village's own categories: those of the draft, then those of its versions, newest first."""
    rows = (item.category for version in versions for item in version.items)
    return tuple(dict.fromkeys((*(item.category for item in draft.items), *rows)))


def put_item(draft: Draft, item: ItemDraft, former: str, known: Iterable[KnownCode]) -> Draft:
    """The draft with an item changed (`former` is its code before) or added (`former` is empty).

    An item without a code gets one. What was noted about it counts as looked at. Raises what `check_item`
    raises, CodeTwice, CodeReused, NoFreeCode.
    """
    codes = tuple(known)
    others = tuple(one for one in draft.items if one.code != former)
    coded = with_codes((*others, item), codes)[-1]
    check_item(coded)
    for other in others:
        if other.code == coded.code:
            raise CodeTwice(field="items", item=coded.code, name=coded.name, other=other.name)
    earlier = {code.code: code.name for code in codes}.get(coded.code)
    if earlier is not None and fold(earlier) != fold(coded.name):
        raise CodeReused(field="items", item=coded.code, name=coded.name, other=earlier)
    if former and any(one.code == former for one in draft.items):
        items = tuple(coded if one.code == former else one for one in draft.items)
    else:
        items = (*draft.items, coded)
    return replace(_looked_at(draft, former), items=items)


def drop_item(draft: Draft, code: str) -> Draft:
    """The draft without an item; its code stays its own if a version ever had it."""
    items = tuple(item for item in draft.items if item.code != code)
    return replace(_looked_at(draft, code), items=items)


def switch_item(draft: Draft, code: str, enabled: bool) -> Draft:
    """The draft with an item switched on or off; one without a value stays off."""
    items = tuple(
        replace(item, enabled=enabled and item.value_kind is not ValueKind.UNSET)
        if item.code == code
        else item
        for item in draft.items
    )
    return replace(draft, items=items)


def put_limits(draft: Draft, limits: tuple[Limit, ...]) -> Draft:
    """The draft with these limits over all items; what was noted about such limits counts as looked at."""
    noted = tuple(one for one in draft.noted if one.finding.kind != TOTAL_UNREAD)
    return replace(draft, limits=limits, noted=noted)


def with_period(draft: Draft, noted: Noted, period: LimitPeriod) -> Draft:
    """The draft with the limits of a note's item that name no period counted in this one; words stay."""

    def counted(item: ItemDraft) -> ItemDraft:
        limits = (
            replace(limit, period=period) if limit.period is LimitPeriod.EVER else limit
            for limit in item.limits
        )
        return replace(item, limits=tuple(limits))

    items = tuple(counted(item) if item.code == noted.item else item for item in draft.items)
    return replace(looked_at(draft, noted), items=items)


def looked_at(draft: Draft, noted: Noted) -> Draft:
    """The draft without one note: the clerk has looked and it is right as it is."""
    return replace(draft, noted=tuple(one for one in draft.noted if one != noted))


def _looked_at(draft: Draft, code: str) -> Draft:
    return replace(draft, noted=tuple(one for one in draft.noted if not code or one.item != code))
