"""A draft as the text that catalogue_draft keeps."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from passbook_desk.features.catalogue.rules import holders_from, holders_text
from passbook_desk.features.catalogue.values import (
    Direction,
    Draft,
    Effect,
    Holder,
    ItemDraft,
    Limit,
    LimitPeriod,
    Measure,
    Noted,
    ValueKind,
    Veto,
    VetoTerm,
)
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.kernel.points import Points

_FORMAT: Final = 1
_TEXTS: Final = ("code", "category", "name", "unit", "cap", "source", "remark", "evidence")


def draft_text(draft: Draft) -> str:
    """The draft without its source, which has a column of its own; `draft_from` reads it back the same."""
    return json.dumps(
        {
            "format": _FORMAT,
            "items": [_item_data(item) for item in draft.items],
            "limits": [_limit_data(limit) for limit in draft.limits],
            "noted": [_noted_data(noted) for noted in draft.noted],
            "meeting_on": _day_data(draft.meeting_on),
            "effective_from": _day_data(draft.effective_from),
        },
        ensure_ascii=False,
    )


def draft_from(source: str, text: str) -> Draft:
    """The draft of a stored text."""
    data = json.loads(text)
    return Draft(
        source=source,
        items=tuple(_item(item) for item in data["items"]),
        limits=tuple(_limit(limit) for limit in data["limits"]),
        noted=tuple(_noted(noted) for noted in data["noted"]),
        meeting_on=_day(data["meeting_on"]),
        effective_from=_day(data["effective_from"]),
    )


def _item_data(item: ItemDraft) -> Mapping[str, object]:
    return {
        **{key: getattr(item, key) for key in _TEXTS},
        "kind": item.value_kind.value,
        "least": item.least.hundredths,
        "most": item.most.hundredths,
        "holders": holders_text(item.holders),
        "enabled": item.enabled,
        "line_no": item.line_no,
        "effect": item.effect.value,
        "veto": item.veto.value,
        "veto_term": item.veto_term.value,
        "limits": [_limit_data(limit) for limit in item.limits],
    }


def _item(data: Mapping[str, Any]) -> ItemDraft:
    return ItemDraft(
        **{key: data[key] for key in _TEXTS},
        value_kind=ValueKind(data["kind"]),
        least=Points(data["least"]),
        most=Points(data["most"]),
        holders=holders_from(data["holders"]),
        enabled=data["enabled"],
        line_no=data["line_no"],
        effect=Effect(data["effect"]),
        veto=Veto(data["veto"]),
        veto_term=VetoTerm(data["veto_term"]),
        limits=tuple(_limit(limit) for limit in data["limits"]),
    )


def _limit_data(limit: Limit) -> Mapping[str, object]:
    amount = limit.amount
    return {
        "direction": limit.direction.value,
        "period": limit.period.value,
        "measure": limit.measure.value,
        "amount": amount if isinstance(amount, int) else amount.hundredths,
        "holder": "" if limit.holder is None else limit.holder.value,
    }


def _limit(data: Mapping[str, Any]) -> Limit:
    measure = Measure(data["measure"])
    return Limit(
        direction=Direction(data["direction"]),
        period=LimitPeriod(data["period"]),
        measure=measure,
        amount=Points(data["amount"]) if measure is Measure.POINTS else data["amount"],
        holder=Holder(data["holder"]) if data["holder"] else None,
    )


def _noted_data(noted: Noted) -> Mapping[str, object]:
    found = noted.finding
    return {
        "item": noted.item,
        "sheet": found.sheet,
        "row": found.row,
        "column": found.column,
        "severity": found.severity.value,
        "kind": found.kind,
        "params": dict(found.params),
    }


def _noted(data: Mapping[str, Any]) -> Noted:
    finding = Finding(
        data["sheet"], data["row"], data["column"], Severity(data["severity"]), data["kind"], data["params"]
    )
    return Noted(finding, data["item"])


def _day_data(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
