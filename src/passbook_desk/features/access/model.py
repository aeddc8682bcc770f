from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base


class Operator(Audited, Base):
    """Somebody who works with the program."""

    __tablename__ = "operator"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


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
