from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.errors import NoCatalogueYet, UnknownItem, UnknownVersion
from passbook_desk.features.catalogue.model import CatalogueItem, CatalogueLimit, CatalogueVersion
from passbook_desk.features.catalogue.rules import holders_from
from passbook_desk.features.catalogue.values import (
    Direction,
    Effect,
    Holder,
    ItemRow,
    KnownCode,
    Limit,
    LimitPeriod,
    Measure,
    ValueKind,
    VersionRow,
    Veto,
    VetoTerm,
)
from passbook_desk.kernel.points import Points


def versions(scope: Scope) -> tuple[VersionRow, ...]:
    """Every catalogue the village has adopted, the newest first, with its items."""
    rows = scope.session.scalars(
        select(CatalogueVersion)
        .where(CatalogueVersion.village_id == scope.village_id)
        .order_by(CatalogueVersion.number.desc())
    ).all()
    ids = tuple(row.id for row in rows)
    items, limits = _items_of(scope, ids), _limits_of(scope, ids)
    return tuple(_version_row(row, items, limits) for row in rows)


def version_numbered(scope: Scope, number: int) -> VersionRow:
    """The version of a number. Raises UnknownVersion."""
    row = scope.session.scalar(
        select(CatalogueVersion).where(
            CatalogueVersion.village_id == scope.village_id, CatalogueVersion.number == number
        )
    )
    if row is None:
        raise UnknownVersion(field="version", number=number)
    return _version_row(row, _items_of(scope, (row.id,)), _limits_of(scope, (row.id,)))


def version_in_force(scope: Scope, day: date) -> VersionRow | None:
    """The catalogue that held on a day; of two that begin on the same day the later one."""
    row = _row_in_force(scope, day)
    if row is None:
        return None
    return _version_row(row, _items_of(scope, (row.id,)), _limits_of(scope, (row.id,)))


def items_in_force(scope: Scope, day: date) -> tuple[ItemRow, ...]:
    """The items of a day by code, disabled ones included; none before the first catalogue."""
    version = version_in_force(scope, day)
    return () if version is None else version.items


def item_in_force(scope: Scope, code: str, day: date) -> ItemRow:
    """The item that a code meant on a day. Raises NoCatalogueYet, UnknownItem."""
    version = _row_in_force(scope, day)
    if version is None:
        raise NoCatalogueYet(field="occurred_on", day=day, first=first_day(scope))
    item = scope.session.scalar(
        select(CatalogueItem).where(
            CatalogueItem.version_id == version.id, CatalogueItem.code == code.strip()
        )
    )
    if item is None:
        raise UnknownItem(field="item", item=code, day=day)
    limits = _limits_of(scope, (version.id,)).get(version.id, [])
    return _item_row(item, version.number, limits)


def first_day(scope: Scope) -> date | None:
    """The first day on which any catalogue held: earlier deeds cannot be recorded."""
    return scope.session.scalar(
        select(func.min(CatalogueVersion.effective_from)).where(
            CatalogueVersion.village_id == scope.village_id
        )
    )


def known_codes(scope: Scope) -> tuple[KnownCode, ...]:
    """Every code that any version has given, with the name of its deed in the newest of them."""
    rows = scope.session.execute(
        select(CatalogueItem.code, CatalogueItem.name)
        .join(CatalogueVersion, CatalogueVersion.id == CatalogueItem.version_id)
        .where(CatalogueVersion.village_id == scope.village_id)
        .order_by(CatalogueVersion.number)
    ).all()
    names = {row.code: row.name for row in rows}
    return tuple(KnownCode(code, name) for code, name in sorted(names.items()))


def _row_in_force(scope: Scope, day: date) -> CatalogueVersion | None:
    return scope.session.scalar(
        select(CatalogueVersion)
        .where(CatalogueVersion.village_id == scope.village_id, CatalogueVersion.effective_from <= day)
        .order_by(CatalogueVersion.number.desc())
        .limit(1)
    )


def _items_of(scope: Scope, version_ids: Iterable[int]) -> dict[int, list[CatalogueItem]]:
    found: dict[int, list[CatalogueItem]] = {}
    rows = scope.session.scalars(
        select(CatalogueItem)
        .where(CatalogueItem.version_id.in_(tuple(version_ids)))
        .order_by(CatalogueItem.code)
    )
    for row in rows:
        found.setdefault(row.version_id, []).append(row)
    return found


def _limits_of(scope: Scope, version_ids: Iterable[int]) -> dict[int, list[Limit]]:
    found: dict[int, list[Limit]] = {}
    rows = scope.session.execute(
        select(CatalogueLimit, CatalogueItem.code)
        .outerjoin(CatalogueItem, CatalogueItem.id == CatalogueLimit.item_id)
        .where(CatalogueLimit.version_id.in_(tuple(version_ids)))
        .order_by(CatalogueLimit.id)
    )
    for row, code in rows:
        found.setdefault(row.version_id, []).append(_limit(row, code))
    return found


def _limit(row: CatalogueLimit, code: str | None) -> Limit:
    measure = Measure(row.measure)
    return Limit(
        direction=Direction(row.direction),
        period=LimitPeriod(row.period),
        measure=measure,
        amount=Points(row.amount) if measure is Measure.POINTS else row.amount,
        holder=Holder(row.holder) if row.holder else None,
        item=code,
    )


def _version_row(
    row: CatalogueVersion, items: dict[int, list[CatalogueItem]], limits: dict[int, list[Limit]]
) -> VersionRow:
    own = limits.get(row.id, [])
    return VersionRow(
        number=row.number,
        uid=row.uid,
        meeting_on=row.meeting_on,
        minutes_no=row.minutes_no,
        effective_from=row.effective_from,
        source=row.source,
        items=tuple(_item_row(item, row.number, own) for item in items.get(row.id, ())),
        limits=tuple(limit for limit in own if limit.item is None),
    )


def _item_row(row: CatalogueItem, version_number: int, limits: Iterable[Limit]) -> ItemRow:
    return ItemRow(
        id=row.id,
        uid=row.uid,
        version_number=version_number,
        line_no=row.line_no,
        code=row.code,
        category=row.category,
        name=row.name,
        value_kind=ValueKind(row.value_kind),
        least=row.least,
        most=row.most,
        unit=row.unit,
        cap=row.cap,
        holders=holders_from(row.holders),
        source=row.source,
        remark=row.remark,
        enabled=row.enabled,
        effect=Effect(row.effect),
        evidence=row.evidence,
        veto=Veto(row.veto),
        veto_term=VetoTerm(row.veto_term),
        limits=tuple(limit for limit in limits if limit.item == row.code),
    )
