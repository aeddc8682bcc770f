from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base


class Operator(Audited, Base):
    """Somebody who works with the program; `person_id` is who that is among the residents.

    `pin_hash` is empty while no PIN is set (argon2id otherwise).
    """

    __tablename__ = "operator"
    __table_args__ = ({"sqlite_strict": True},)
    later_columns: ClassVar[tuple[str, ...]] = ("left_on", "person_id", "pin_hash")

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    person_id: Mapped[int | None]
    pin_hash: Mapped[str] = mapped_column(default="", server_default="")
    left_on: Mapped[date | None]


class OperatorRole(Audited, Base):
    """A role an operator holds from a day on, until a day."""

    __tablename__ = "operator_role"
    __table_args__ = (
        CheckConstraint("role IN ('recorder', 'reviewer', 'supervisor', 'viewer')", name="role_known"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    operator_id: Mapped[int] = mapped_column(ForeignKey("operator.id"))
    role: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class SignIn(Audited, Base):
    """Somebody signed in, failed to, or signed out; append-only."""

    __tablename__ = "sign_in"
    __table_args__ = (
        CheckConstraint("outcome IN ('in', 'failed', 'out')", name="outcome_known"),
        Index("ix_sign_in_operator_id", "operator_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    operator_id: Mapped[int] = mapped_column(ForeignKey("operator.id"))
    outcome: Mapped[str]
    at: Mapped[datetime]
