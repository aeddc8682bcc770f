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
    """A wedding, funeral or other feast as reported; it keeps the standard it was reported under.

    `held_on` and `place` are those of the first day as reported; what came of it is in its steps.
    """

    __tablename__ = "rite_event"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        Index("ix_rite_event_household_id", "household_id"),
        {"sqlite_strict": True},
    )
    secret_columns: ClassVar[tuple[str, ...]] = ("phone",)
    derived_columns: ClassVar[tuple[str, ...]] = ("phone_lookup", "phone_tail4")
    later_columns: ClassVar[tuple[str, ...]] = ("family", "invited", "persons")

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
    family: Mapped[str]
    persons: Mapped[str]
    invited: Mapped[str]


class EventFigure(Audited, Base):
    """One figure of an event as it was reported; append-only. Later figures belong to a step."""

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


class EventStep(Audited, Base):
    """One step of an event: who did what, when, on which paper; append-only, from number 1.

    `reference` is the number of minutes or of the township's filing. Nothing follows after the last step.
    """

    __tablename__ = "event_step"
    __table_args__ = (
        UniqueConstraint("event_id", "number"),
        CheckConstraint(
            "kind IN ('opinion', 'visited', 'pledged', 'filed', 'approved', 'refused', 'changed', 'joined', "
            "'checked', 'followed', 'proposed', 'closed', 'withdrawn')",
            name="kind_known",
        ),
        CheckConstraint(
            "outcome IN ('', 'within', 'persuaded', 'over', 'settled', 'open')", name="outcome_known"
        ),
        CheckConstraint(
            "(kind = 'checked') = (outcome IN ('within', 'persuaded', 'over'))", name="check_has_its_outcome"
        ),
        CheckConstraint(
            "(kind = 'followed') = (outcome IN ('settled', 'open'))", name="second_look_has_its_outcome"
        ),
        CheckConstraint("(kind = 'joined') = (other_event_id IS NOT NULL)", name="join_names_the_other"),
        CheckConstraint(
            "due_on IS NULL OR outcome IN ('persuaded', 'over', 'open')", name="second_look_has_a_reason"
        ),
        CheckConstraint(
            "kind NOT IN ('filed', 'approved', 'refused', 'proposed', 'closed') OR length(reference) > 0",
            name="decision_has_its_paper",
        ),
        CheckConstraint(
            "kind NOT IN ('opinion', 'refused', 'changed', 'proposed', 'withdrawn') OR length(words) > 0",
            name="words_given",
        ),
        CheckConstraint("guests IS NULL OR guests >= 0", name="guests_not_negative"),
        Index("ix_event_step_other_event_id", "other_event_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("rite_event.id"))
    number: Mapped[int]
    kind: Mapped[str]
    done_on: Mapped[date]
    who: Mapped[str]
    words: Mapped[str]
    reference: Mapped[str]
    outcome: Mapped[str]
    due_on: Mapped[date | None]
    guests: Mapped[int | None]
    other_event_id: Mapped[int | None] = mapped_column(ForeignKey("rite_event.id"))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class StepFigure(Audited, Base):
    """One figure that a step brought; append-only. The latest set of a stage holds, earlier ones stay."""

    __tablename__ = "step_figure"
    __table_args__ = (
        UniqueConstraint("step_id", "stage", "measure"),
        CheckConstraint("stage IN ('declared', 'approved', 'actual')", name="stage_known"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("event_step.id"))
    stage: Mapped[str]
    measure: Mapped[str]
    amount: Mapped[int]


class EventDay(Audited, Base):
    """A day and venue of an event: as reported (`step_id` absent) or as a step changed it; append-only.

    The latest set holds. An event without any has the one day it was reported with.
    """

    __tablename__ = "event_day"
    __table_args__ = (
        UniqueConstraint("event_id", "step_id", "held_on", "place"),
        Index("ix_event_day_step_id", "step_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("rite_event.id"))
    step_id: Mapped[int | None] = mapped_column(ForeignKey("event_step.id"))
    held_on: Mapped[date]
    place: Mapped[str]


class EventPhoto(Audited, Base):
    """A picture from where a feast was held; struck out, its content is empty. `digest` is of the content."""

    __tablename__ = "event_photo"
    __table_args__ = (
        CheckConstraint("(struck_on IS NULL) = (length(content) > 0)", name="struck_or_there"),
        Index("ix_event_photo_event_id", "event_id"),
        {"sqlite_strict": True},
    )
    derived_columns: ClassVar[tuple[str, ...]] = ("content",)

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("rite_event.id"))
    taken_on: Mapped[date]
    words: Mapped[str]
    digest: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    struck_on: Mapped[date | None]
    added_at: Mapped[datetime]
    added_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class RiteBody(Audited, Base):
    """A body of the village that guides customs: 红白理事会 or 道德评议会, one of each kind."""

    __tablename__ = "rite_body"
    __table_args__ = (
        UniqueConstraint("village_id", "kind"),
        CheckConstraint("kind IN ('council', 'moral')", name="kind_known"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str]
    founded_on: Mapped[date | None]


class BodyCharter(Audited, Base):
    """A body's charter (章程) as one meeting decided it; append-only, numbered from 1 in each body."""

    __tablename__ = "body_charter"
    __table_args__ = (
        UniqueConstraint("body_id", "number"),
        CheckConstraint("length(words) > 0", name="words_given"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("rite_body.id"))
    number: Mapped[int]
    meeting_on: Mapped[date]
    minutes_no: Mapped[str]
    effective_from: Mapped[date]
    words: Mapped[str]
    adopted_at: Mapped[datetime]
    adopted_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class BodyMember(Audited, Base):
    """Somebody's term in a body: a person of the roster or a name alone; `to_on` is the last day.

    A term may be shortened, never lengthened: another term is another row.
    """

    __tablename__ = "body_member"
    __table_args__ = (
        CheckConstraint("length(name) > 0 AND length(duty) > 0", name="name_and_duty_given"),
        CheckConstraint("to_on IS NULL OR to_on >= from_on", name="ends_after_it_begins"),
        Index("ix_body_member_person_id", "person_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("rite_body.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    duty: Mapped[str]
    standing: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class PledgeWords(Audited, Base):
    """The words of the village's 移风易俗承诺书; append-only, numbered from 1."""

    __tablename__ = "pledge_words"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        CheckConstraint("length(words) > 0", name="words_given"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int]
    decided_on: Mapped[date]
    words: Mapped[str]
    written_at: Mapped[datetime]
    written_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class Pledge(Audited, Base):
    """A signed pledge: by a person of the roster, a household or a name, for an event or in general.

    Numbered from 1 in the village. It stays; one recorded by mistake is struck out once, with the reason.
    """

    __tablename__ = "pledge"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        CheckConstraint("capacity IN ('member', 'cadre', 'villager', 'host')", name="capacity_known"),
        CheckConstraint(
            "person_id IS NOT NULL OR household_id IS NOT NULL OR length(name) > 0", name="somebody_signed"
        ),
        CheckConstraint("(struck_on IS NULL) = (length(struck_why) = 0)", name="struck_with_a_reason"),
        Index("ix_pledge_event_id", "event_id"),
        Index("ix_pledge_household_id", "household_id"),
        Index("ix_pledge_person_id", "person_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int]
    words_id: Mapped[int] = mapped_column(ForeignKey("pledge_words.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    name: Mapped[str]
    capacity: Mapped[str]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("rite_event.id"))
    signed_on: Mapped[date]
    struck_on: Mapped[date | None]
    struck_why: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class Equipment(Audited, Base):
    """A kind of thing that the village lends: tables, chairs, stoves, sheds. How many is in its moves."""

    __tablename__ = "equipment"
    __table_args__ = (
        UniqueConstraint("village_id", "name"),
        CheckConstraint("length(name) > 0 AND length(unit) > 0", name="name_and_unit_given"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    unit: Mapped[str]


class EquipmentMove(Audited, Base):
    """Things counted in or out of stock, lent or brought back; append-only, numbered from 1 for each thing.

    `count` is signed for `stock`; for `back` it is what came back sound, beside it what is `short` and what
    came back `broken`. A loan is an `out` row, for an event or a household; `back` rows name it.
    """

    __tablename__ = "equipment_move"
    __table_args__ = (
        UniqueConstraint("equipment_id", "number"),
        CheckConstraint(
            "CASE kind WHEN 'stock' THEN count <> 0 WHEN 'out' THEN count > 0"
            " WHEN 'back' THEN count >= 0 AND count + short + broken > 0 ELSE 0 END",
            name="count_fits_kind",
        ),
        CheckConstraint(
            "short >= 0 AND broken >= 0 AND (kind = 'back' OR short + broken = 0)", name="short_comes_back"
        ),
        CheckConstraint(
            "(event_id IS NOT NULL) + (household_id IS NOT NULL) = (kind = 'out')", name="lent_to_one"
        ),
        CheckConstraint("(kind = 'back') = (loan_id IS NOT NULL)", name="back_names_its_loan"),
        CheckConstraint("due_on IS NULL OR kind = 'out'", name="due_is_of_a_loan"),
        Index("ix_equipment_move_event_id", "event_id"),
        Index("ix_equipment_move_loan_id", "loan_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    equipment_id: Mapped[int] = mapped_column(ForeignKey("equipment.id"))
    number: Mapped[int]
    kind: Mapped[str]
    moved_on: Mapped[date]
    count: Mapped[int]
    short: Mapped[int]
    broken: Mapped[int]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("rite_event.id"))
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    loan_id: Mapped[int | None] = mapped_column(ForeignKey("equipment_move.id"))
    due_on: Mapped[date | None]
    who: Mapped[str]
    words: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))
