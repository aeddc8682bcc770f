from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base
from passbook_desk.kernel.points import Points


class Notice(Base):
    """A notice as issued: number, version, what it is about, cut-off and what its sheet says around the
    lines. Append-only.

    `about` is the period (2026Q2), the version of a catalogue or the number of another notice, by kind.
    `form` tells the layout that `sheet` is written in: 1 for notices from before there was a choice, whose
    sheet is empty, 2 for canonical JSON of look, words and parts.
    """

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        UniqueConstraint("village_id", "kind", "about", "version"),
        CheckConstraint("version >= 1", name="version_from_one"),
        CheckConstraint("(version = 1) = (length(reason) = 0)", name="again_with_a_reason"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    version: Mapped[int]
    kind: Mapped[str]
    about: Mapped[str]
    first_on: Mapped[date]
    last_on: Mapped[date]
    cut_off_seq: Mapped[int]
    issued_on: Mapped[date]
    hung_until: Mapped[date]
    village_name: Mapped[str]
    township: Mapped[str]
    issuer: Mapped[str]
    objection_phone: Mapped[str]
    wall_places: Mapped[str]
    head_code: Mapped[str]
    lines_sha256: Mapped[str]
    form: Mapped[int]
    sheet: Mapped[str]
    reason: Mapped[str]
    issued_at: Mapped[datetime]
    issued_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class NoticeLine(Base):
    """One line of an issued notice with its frozen, masked figures. Append-only.

    `pending` is what hangs with the notice and is no ledger line yet; `stars` is None where the village
    gives none. A building's line has neither colour nor account.
    """

    __tablename__ = "notice_line"
    __table_args__ = (UniqueConstraint("notice_id", "line_no"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    line_no: Mapped[int]
    grid_code: Mapped[str]
    grid_name: Mapped[str]
    colour: Mapped[str]
    account_number: Mapped[str]
    household_code: Mapped[str]
    shown_name: Mapped[str]
    opening: Mapped[Points]
    credits: Mapped[Points]
    debits: Mapped[Points]
    redeemed: Mapped[Points]
    closing: Mapped[Points]
    year_total: Mapped[Points]
    pending: Mapped[Points]
    stars: Mapped[int | None]


class NoticeClaim(Base):
    """A deed that hangs with a notice and counts when it closes. Append-only, sealed with the sheet."""

    __tablename__ = "notice_claim"
    __table_args__ = (
        UniqueConstraint("notice_id", "claim_id"),
        Index("ix_notice_claim_claim_id", "claim_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    line_no: Mapped[int]
    points: Mapped[Points]


class NoticeProof(Audited, Base):
    """A proof (校样) that somebody looked at: where the ledger stood then, and the sheet by its digests."""

    __tablename__ = "notice_proof"
    __table_args__ = (
        Index("ix_notice_proof_kind_about", "kind", "about"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    about: Mapped[str]
    cut_off_seq: Mapped[int]
    sheet: Mapped[str]
    lines_sha256: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class NoticeStep(Audited, Base):
    """What was done with an issued notice: hung somewhere, closed. Append-only, from number 1."""

    __tablename__ = "notice_step"
    __table_args__ = (
        UniqueConstraint("notice_id", "number"),
        CheckConstraint("kind IN ('hung', 'closed')", name="kind_known"),
        CheckConstraint("(kind = 'hung') = (until_on IS NOT NULL)", name="hung_until_a_day"),
        CheckConstraint("until_on IS NULL OR until_on >= done_on", name="hung_forwards"),
        CheckConstraint("kind <> 'hung' OR length(place) > 0", name="hung_somewhere"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    number: Mapped[int]
    kind: Mapped[str]
    done_on: Mapped[date]
    until_on: Mapped[date | None]
    place: Mapped[str]
    who: Mapped[str]
    words: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class NoticePhoto(Audited, Base):
    """A picture of a notice on its wall. `digest` seals it; struck out, its content goes and who kept it
    stays.
    """

    __tablename__ = "notice_photo"
    __table_args__ = (
        CheckConstraint("(struck_on IS NULL) = (length(content) > 0)", name="struck_or_there"),
        Index("ix_notice_photo_notice_id", "notice_id"),
        {"sqlite_strict": True},
    )
    derived_columns: ClassVar[tuple[str, ...]] = ("content",)

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    taken_on: Mapped[date]
    words: Mapped[str]
    digest: Mapped[str]
    content: Mapped[bytes]
    struck_on: Mapped[date | None]
    added_at: Mapped[datetime]
    added_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class Objection(Audited, Base):
    """What somebody says against a notice, as it was received. Append-only; see ObjectionStep.

    `line_no` is the line pointed at, None for the sheet as a whole; `who` is empty for somebody unnamed.
    """

    __tablename__ = "objection"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        CheckConstraint("way IN ('counter', 'phone', 'letter', 'box', 'other')", name="way_known"),
        CheckConstraint("length(words) > 0", name="words_given"),
        CheckConstraint("due_on >= received_on", name="due_after_it_came"),
        Index("ix_objection_notice_id", "notice_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    line_no: Mapped[int | None]
    received_on: Mapped[date]
    way: Mapped[str]
    who: Mapped[str]
    words: Mapped[str]
    evidence: Mapped[str]
    handler: Mapped[str]
    due_on: Mapped[date]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class ObjectionStep(Audited, Base):
    """What was done about an objection; append-only, from number 1.

    Only `resolved` has an outcome. A correction names the vouchers that were posted together with it; where
    it only kept claims from counting it names none.
    """

    __tablename__ = "objection_step"
    __table_args__ = (
        UniqueConstraint("objection_id", "number"),
        CheckConstraint("kind IN ('assigned', 'resolved', 'withdrawn')", name="kind_known"),
        CheckConstraint("outcome IN ('', 'upheld', 'corrected')", name="outcome_known"),
        CheckConstraint("(kind = 'resolved') = (length(outcome) > 0)", name="outcome_of_the_resolved"),
        CheckConstraint("(kind = 'assigned') = (due_on IS NOT NULL)", name="assigned_until_a_day"),
        CheckConstraint("kind = 'assigned' OR length(words) > 0", name="answered_in_words"),
        CheckConstraint(
            "outcome = 'corrected' OR (reversal_id IS NULL AND correction_id IS NULL)",
            name="vouchers_of_a_correction",
        ),
        Index("ix_objection_step_reversal_id", "reversal_id"),
        Index("ix_objection_step_correction_id", "correction_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    objection_id: Mapped[int] = mapped_column(ForeignKey("objection.id"))
    number: Mapped[int]
    kind: Mapped[str]
    done_on: Mapped[date]
    handler: Mapped[str]
    due_on: Mapped[date | None]
    outcome: Mapped[str]
    words: Mapped[str]
    paper_ref: Mapped[str]
    reversal_id: Mapped[int | None] = mapped_column(ForeignKey("voucher.id"))
    correction_id: Mapped[int | None] = mapped_column(ForeignKey("voucher.id"))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))
