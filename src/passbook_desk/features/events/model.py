from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base


class StandardVersion(Audited, Base):
    """The red-white standard as one meeting decided it; append-only."""

    __tablename__ = "standard_version"
    __table_args__ = (UniqueConstraint("village_id", "number"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int]
    meeting_on: Mapped[date]
    minutes_no: Mapped[str]
    effective_from: Mapped[date]
    source: Mapped[str]
    adopted_at: Mapped[datetime]
    adopted_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class StandardLimit(Audited, Base):
    """One limit of one version: measure (tables, per_table …) for a kind of event and a case.

    `amount` counts in the measure's own unit (tables, yuan, days …); absent means no limit, only words.
    """

    __tablename__ = "standard_limit"
    __table_args__ = (
        UniqueConstraint("version_id", "event_kind", "hosting_case", "measure"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("standard_version.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    event_kind: Mapped[str]
    hosting_case: Mapped[str]
    measure: Mapped[str]
    amount: Mapped[int | None]
    words: Mapped[str]


class RiteEvent(Audited, Base):
    """A wedding or funeral as reported; it keeps the standard it was reported under."""

    __tablename__ = "rite_event"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        CheckConstraint("kind IN ('wedding', 'funeral')", name="kind_known"),
        Index("ix_rite_event_household_id", "household_id"),
        {"sqlite_strict": True},
    )
    secret_columns: ClassVar[tuple[str, ...]] = ("phone",)
    derived_columns: ClassVar[tuple[str, ...]] = ("phone_lookup", "phone_tail4")

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    kind: Mapped[str]
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    standard_version_id: Mapped[int] = mapped_column(ForeignKey("standard_version.id"))
    hosting_case: Mapped[str]
    matter: Mapped[str]
    held_on: Mapped[date]
    reported_on: Mapped[date]
    place: Mapped[str]
    contact: Mapped[str]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    phone: Mapped[str]
    phone_lookup: Mapped[str]
    phone_tail4: Mapped[str]
    cook_team: Mapped[str]
    pledge_signed: Mapped[bool]
    registered_at: Mapped[datetime]
    registered_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class EventFigure(Audited, Base):
    """One figure of an event: declared, approved or actual (three sets, domain §13 rule 23)."""

    __tablename__ = "event_figure"
    __table_args__ = (
        UniqueConstraint("event_id", "stage", "measure"),
        CheckConstraint("stage IN ('declared', 'approved', 'actual')", name="stage_known"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("rite_event.id"))
    stage: Mapped[str]
    measure: Mapped[str]
    amount: Mapped[int]
