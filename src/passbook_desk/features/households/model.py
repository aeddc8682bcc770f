from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base


class Place(Audited, Base):
    """A node of the village's tree of places; grids are the first kind, groups and buildings follow."""

    __tablename__ = "place"
    __table_args__ = (
        UniqueConstraint("village_id", "kind", "code"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    kind: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]


class Household(Audited, Base):
    """A household under its short code (grid + number); who lives in it and heads it are dated rows."""

    __tablename__ = "household"
    __table_args__ = (
        UniqueConstraint("village_id", "code"),
        Index("ix_household_place_id", "place_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    code: Mapped[str]
    house_number: Mapped[str]
    address: Mapped[str]
    remark: Mapped[str]


class Person(Audited, Base):
    """A resident. ID and phone are three columns each: value, keyed hash, last four (DECISIONS 14f)."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("sex IN ('男', '女', '')", name="sex_known"),
        Index("ix_person_id_number_lookup", "id_number_lookup"),
        Index("ix_person_phone_lookup", "phone_lookup"),
        {"sqlite_strict": True},
    )
    secret_columns: ClassVar[tuple[str, ...]] = ("id_number", "phone")
    derived_columns: ClassVar[tuple[str, ...]] = (
        "id_number_lookup",
        "id_number_tail4",
        "phone_lookup",
        "phone_tail4",
        "name_key",
        "name_initials",
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str]
    name_initials: Mapped[str]
    sex: Mapped[str]
    born_on: Mapped[date | None]
    ethnic_group: Mapped[str]
    education: Mapped[str]
    remark: Mapped[str]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    id_number: Mapped[str]
    id_number_lookup: Mapped[str]
    id_number_tail4: Mapped[str]
    phone: Mapped[str]
    phone_lookup: Mapped[str]
    phone_tail4: Mapped[str]


class Membership(Audited, Base):
    """A person belongs to a household, with a relation to its head (GB/T 4761 code), from day to day."""

    __tablename__ = "membership"
    __table_args__ = (
        Index("ix_membership_household_id", "household_id"),
        Index("ix_membership_person_id", "person_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    relation_code: Mapped[str]
    relation_word: Mapped[str]
    position: Mapped[int]
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class Headship(Audited, Base):
    """Who heads a household, from day to day."""

    __tablename__ = "headship"
    __table_args__ = (
        Index("ix_headship_household_id", "household_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class PartyStatus(Audited, Base):
    """Party membership of a person, full or probationary, from day to day."""

    __tablename__ = "party_status"
    __table_args__ = (
        CheckConstraint("kind IN ('full', 'probationary')", name="kind_known"),
        Index("ix_party_status_person_id", "person_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class ScoredSpan(Audited, Base):
    """The household takes part in points, from day to day (domain §13 rule 19)."""

    __tablename__ = "scored_span"
    __table_args__ = (
        Index("ix_scored_span_household_id", "household_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class ResidenceSpan(Audited, Base):
    """How a person lives in the village (常住, 外出, 空挂, 人户分离), from day to day."""

    __tablename__ = "residence_span"
    __table_args__ = (
        Index("ix_residence_span_person_id", "person_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class PersonTag(Audited, Base):
    """A tag of a person (低保, 独居 …), from day to day; never printed on a wall."""

    __tablename__ = "person_tag"
    __table_args__ = (
        Index("ix_person_tag_person_id", "person_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    tag: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
