from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import case, func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.events.course.reading import courses
from passbook_desk.features.events.lending.errors import UnknownEquipment
from passbook_desk.features.events.lending.values import DAYS_AFTER, EquipmentRow, LoanRow, MoveKind
from passbook_desk.features.events.model import Equipment, EquipmentMove, RiteEvent
from passbook_desk.features.households.model import Household
from passbook_desk.features.households.queries import heads_by_household


def equipment(scope: Scope) -> tuple[EquipmentRow, ...]:
    """Every kind of thing in the order in which they were written down."""
    gone = EquipmentMove.short + EquipmentMove.broken
    stock = case((EquipmentMove.kind == MoveKind.STOCK.value, EquipmentMove.count), else_=-gone)
    out = case(
        (EquipmentMove.kind == MoveKind.OUT.value, EquipmentMove.count),
        (EquipmentMove.kind == MoveKind.BACK.value, -EquipmentMove.count - gone),
        else_=0,
    )
    rows = scope.session.execute(
        select(
            Equipment.id,
            Equipment.name,
            Equipment.unit,
            func.coalesce(func.sum(stock), 0),
            func.coalesce(func.sum(out), 0),
        )
        .outerjoin(EquipmentMove, EquipmentMove.equipment_id == Equipment.id)
        .where(Equipment.village_id == scope.village_id)
        .group_by(Equipment.id)
        .order_by(Equipment.id)
    )
    return tuple(EquipmentRow(*row) for row in rows)


def equipment_named(scope: Scope, name: str) -> EquipmentRow:
    """The kind of thing of this name. Raises UnknownEquipment."""
    for row in equipment(scope):
        if row.name == name.strip():
            return row
    raise UnknownEquipment(field="equipment", text=name)


def loans(scope: Scope, *, event_id: int | None = None, open_only: bool = False) -> tuple[LoanRow, ...]:
    """Loans, the newest first: all, those of an event, or those with things still out."""
    chosen = (
        select(EquipmentMove, Equipment.name, Equipment.unit, RiteEvent.number, RiteEvent.household_id)
        .join(Equipment, Equipment.id == EquipmentMove.equipment_id)
        .outerjoin(RiteEvent, RiteEvent.id == EquipmentMove.event_id)
        .where(Equipment.village_id == scope.village_id, EquipmentMove.kind == MoveKind.OUT.value)
        .order_by(EquipmentMove.moved_on.desc(), EquipmentMove.id.desc())
    )
    if event_id is not None:
        chosen = chosen.where(EquipmentMove.event_id == event_id)
    found = scope.session.execute(chosen).all()
    about = _About(scope, [row.id for row, *_ in found])
    rows = (about.loan(row, name, unit, number or "", host) for row, name, unit, number, host in found)
    return tuple(row for row in rows if row.open or not open_only)


def overdue_loans(scope: Scope) -> tuple[LoanRow, ...]:
    """Loans whose day is over with things still out, the longest overdue first."""
    late = (row for row in loans(scope, open_only=True) if row.overdue)
    return tuple(sorted(late, key=lambda row: (row.due_on or row.lent_on, row.id)))


@dataclass(frozen=True, slots=True)
class _Returned:
    back: int = 0
    short: int = 0
    broken: int = 0
    words: tuple[str, ...] = ()


class _About:
    """What is told beside each loan: what came back, for whom it was, when it is due."""

    def __init__(self, scope: Scope, loan_ids: Iterable[int]) -> None:
        self._today = scope.today
        self._returned = _returned(scope, set(loan_ids))
        self._last_days = {event_id: course.standing.last_on for event_id, course in courses(scope).items()}
        self._heads = heads_by_household(scope)
        self._codes = {
            row.id: row.code
            for row in scope.session.execute(
                select(Household.id, Household.code).where(Household.village_id == scope.village_id)
            )
        }

    def loan(self, row: EquipmentMove, name: str, unit: str, number: str, host: int | None) -> LoanRow:
        came = self._returned.get(row.id, _Returned())
        home = host if row.household_id is None else row.household_id
        due = self._due(row)
        still_out = row.count > came.back + came.short + came.broken
        return LoanRow(
            id=row.id,
            equipment_id=row.equipment_id,
            name=name,
            unit=unit,
            count=row.count,
            back=came.back,
            short=came.short,
            broken=came.broken,
            lent_on=row.moved_on,
            who=row.who,
            event_id=row.event_id,
            event_number=number,
            household_code=self._codes.get(home or 0, ""),
            head_name=self._heads.get(home or 0, ""),
            due_on=due,
            overdue=still_out and due is not None and self._today > due,
            words=came.words,
        )

    def _due(self, row: EquipmentMove) -> date | None:
        if row.due_on is not None or row.event_id is None:
            return row.due_on
        return max(self._last_days[row.event_id], row.moved_on) + timedelta(days=DAYS_AFTER)


def _returned(scope: Scope, loan_ids: set[int]) -> dict[int, _Returned]:
    rows = scope.session.scalars(
        select(EquipmentMove)
        .join(Equipment, Equipment.id == EquipmentMove.equipment_id)
        .where(Equipment.village_id == scope.village_id, EquipmentMove.kind == MoveKind.BACK.value)
        .order_by(EquipmentMove.id)
    )
    found: dict[int, list[EquipmentMove]] = defaultdict(list)
    for row in rows:
        if row.loan_id in loan_ids:
            found[row.loan_id].append(row)
    return {
        loan_id: _Returned(
            sum(row.count for row in back),
            sum(row.short for row in back),
            sum(row.broken for row in back),
            tuple(row.words for row in back if row.words),
        )
        for loan_id, back in found.items()
    }
