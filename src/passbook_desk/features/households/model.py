from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base


class Place(Audited, Base):
    """A node of the village's tree of places: a grid, and below it groups, estates, buildings, units."""

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
    later_columns: ClassVar[tuple[str, ...]] = ("died_on",)

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
    died_on: Mapped[date | None]


class Organization(Audited, Base):
    """A shop or a resident unit; it may hold a green account. Its owner may be a resident or only a name."""

    __tablename__ = "organization"
    __table_args__ = (
        UniqueConstraint("village_id", "code"),
        CheckConstraint("kind IN ('shop', 'unit')", name="kind_known"),
        Index("ix_organization_place_id", "place_id"),
        Index("ix_organization_owner_id", "owner_id"),
        {"sqlite_strict": True},
    )
    secret_columns: ClassVar[tuple[str, ...]] = ("phone",)
    derived_columns: ClassVar[tuple[str, ...]] = (
        "phone_lookup",
        "phone_tail4",
        "name_key",
        "name_initials",
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    name_key: Mapped[str]
    name_initials: Mapped[str]
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    category: Mapped[str]
    address: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    owner_name: Mapped[str]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    phone: Mapped[str]
    phone_lookup: Mapped[str]
    phone_tail4: Mapped[str]
    plaque_on: Mapped[str]
    remark: Mapped[str]
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]


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
    """Party membership of a person, full or probationary, from day to day.

    `standing` is "" for a regular member, "migrant" (流动党员) or "reporting" (报到党员).
    """

    __tablename__ = "party_status"
    __table_args__ = (
        CheckConstraint("kind IN ('full', 'probationary')", name="kind_known"),
        Index("ix_party_status_person_id", "person_id"),
        {"sqlite_strict": True},
    )
    later_columns: ClassVar[tuple[str, ...]] = ("standing",)

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    standing: Mapped[str] = mapped_column(default="", server_default="")


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


class HomeSpan(Audited, Base):
    """The most exact place (grid, group, estate, building, unit) a household lives in, from day to day."""

    __tablename__ = "home_span"
    __table_args__ = (
        Index("ix_home_span_household_id", "household_id"),
        Index("ix_home_span_place_id", "place_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class AbsenceSpan(Audited, Base):
    """A household is not in the village: moved out, de-registered or merged into another."""

    __tablename__ = "absence_span"
    __table_args__ = (
        CheckConstraint("kind IN ('moved_out', 'deregistered', 'merged')", name="kind_known"),
        Index("ix_absence_span_household_id", "household_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    kind: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class RoleSpan(Audited, Base):
    """A role (网格员, 楼栋长 …) held for a place, by a resident or by somebody known by name, day to day."""

    __tablename__ = "role_span"
    __table_args__ = (
        Index("ix_role_span_person_id", "person_id"),
        Index("ix_role_span_place_id", "place_id"),
        {"sqlite_strict": True},
    )
    secret_columns: ClassVar[tuple[str, ...]] = ("phone",)
    derived_columns: ClassVar[tuple[str, ...]] = ("phone_lookup", "phone_tail4")

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    phone: Mapped[str]
    phone_lookup: Mapped[str]
    phone_tail4: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class LinkSpan(Audited, Base):
    """A person looks after a household: 党员联系户, 1+N+X patch, grid worker; from day to day."""

    __tablename__ = "link_span"
    __table_args__ = (
        CheckConstraint("kind IN ('member', 'cadre', 'villager', 'worker')", name="kind_known"),
        Index("ix_link_span_person_id", "person_id"),
        Index("ix_link_span_household_id", "household_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class HouseholdAct(Audited, Base):
    """One thing that happened to a household, as its history tells it. Append-only.

    `kind` names the act, `detail` holds its parameters as JSON with sorted keys, `other_id` the other
    household of a split, merge or move, `person_id` whom it concerns.
    """

    __tablename__ = "household_act"
    __table_args__ = (
        Index("ix_household_act_household_id", "household_id"),
        Index("ix_household_act_other_id", "other_id"),
        {"sqlite_strict": True},
    )
    audited_since: ClassVar[int] = 3

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    other_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    occurred_on: Mapped[date]
    reason: Mapped[str]
    detail: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))
