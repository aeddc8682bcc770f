from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Base


class AuditRow(Base):
    """One change of a master row, or one act worth remembering; chained, append-only."""

    __tablename__ = "audit"
    __table_args__ = (
        UniqueConstraint("village_id", "seq"),
        Index("ix_audit_subject", "subject_table", "subject_uid", "seq"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    seq: Mapped[int]
    at: Mapped[datetime]
    operator_id: Mapped[int | None] = mapped_column(ForeignKey("operator.id"))
    act: Mapped[str]
    subject_table: Mapped[str]
    subject_uid: Mapped[str]
    digest: Mapped[str]
    detail: Mapped[str]
    prev_hash: Mapped[str]
    hash: Mapped[str]
