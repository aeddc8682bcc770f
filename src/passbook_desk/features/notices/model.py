from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Base
from passbook_desk.kernel.points import Points


class Notice(Base):
    """A notice as issued: number, period, cut-off and what its sheet says around the lines. Append-only."""

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        UniqueConstraint("village_id", "kind", "period"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    kind: Mapped[str]
    period: Mapped[str]
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
    issued_at: Mapped[datetime]
    issued_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class NoticeLine(Base):
    """One line of an issued notice with its frozen, masked figures. Append-only."""

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
