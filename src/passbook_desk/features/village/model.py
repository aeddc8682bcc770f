from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base
from passbook_desk.kernel.points import Points


class Village(Audited, Base):
    """The village and what it has decided for itself; one row in a village file."""

    __tablename__ = "village"
    __table_args__ = (
        CheckConstraint("length(code) = 12", name="code_has_12_digits"),
        CheckConstraint("wall_names IN ('starred', 'full', 'code')", name="wall_names_known"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    code: Mapped[str] = mapped_column(unique=True)
    township: Mapped[str]
    year: Mapped[int]
    issuer: Mapped[str]
    objection_phone: Mapped[str]
    objection_days: Mapped[int]
    wall_places: Mapped[str]
    wall_names: Mapped[str]
    household_base: Mapped[Points]
    member_base: Mapped[Points]
    key_fingerprint: Mapped[str]
    created_at: Mapped[datetime]


class NumberSeries(Audited, Base):
    """The next free number of a series; a number once given is never given again."""

    __tablename__ = "number_series"
    __table_args__ = (UniqueConstraint("village_id", "series"), {"sqlite_strict": True})
    audited_since: ClassVar[int] = 3

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    series: Mapped[str]
    next_number: Mapped[int]

    @property
    def uid(self) -> str:
        """The identity under which changes are sealed."""
        return f"{self.village_id}:{self.series}"


class VillageSetting(Audited, Base):
    """One decision of the village by its name; a setting without a row has its default."""

    __tablename__ = "village_setting"
    __table_args__ = (UniqueConstraint("village_id", "name"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    value: Mapped[str]
