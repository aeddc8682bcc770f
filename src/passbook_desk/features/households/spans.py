"""Rows with from/to days: which of them counts today.

The row that counts is the earliest one that has not ended. So on a day before the first row begins (a village
that works on last month's papers) the first row counts already: a roster says how things are, not since when.
"""

from datetime import date

from sqlalchemy import BindParameter, ColumnElement, ScalarSelect, UnaryExpression, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.households.model import (
    Headship,
    Membership,
    PartyStatus,
    PersonTag,
    ResidenceSpan,
    ScoredSpan,
)

Span = Headship | Membership | PartyStatus | PersonTag | ResidenceSpan | ScoredSpan


def not_ended(scope: Scope, span: type[Span]) -> ColumnElement[bool]:
    """Only rows that have not ended before today."""
    return or_(span.to_on.is_(None), span.to_on >= scope.today)


def latest_first(span: type[Span]) -> tuple[UnaryExpression[date], UnaryExpression[int]]:
    """The order in which, put into a dict by subject, the row that counts is the one that stays."""
    return span.from_on.desc(), span.id.desc()


def counting(
    span: type[Span],
    subject: InstrumentedAttribute[int],
    owner: InstrumentedAttribute[int | None],
    today: BindParameter[date],
) -> ScalarSelect[int]:
    """The id of the row that counts for `owner`, for a join; `subject` is the column that names the owner."""
    row = aliased(span)
    return (
        select(row.id)
        .where(getattr(row, subject.key) == owner, or_(row.to_on.is_(None), row.to_on >= today))
        .order_by(row.from_on, row.id)
        .limit(1)
        .scalar_subquery()
    )
