from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base


class Batch(Audited, Base):
    """One import of one workbook: recognised by its bytes, undone as a whole."""

    __tablename__ = "batch"
    __table_args__ = (
        CheckConstraint("state IN ('applied', 'undone')", name="state_known"),
        Index("ix_batch_file_sha256", "file_sha256"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int]
    kind: Mapped[str]
    file_name: Mapped[str]
    file_sha256: Mapped[str]
    rows_sha256: Mapped[str]
    mapping: Mapped[str]
    program_version: Mapped[str]
    applied_at: Mapped[datetime]
    applied_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))
    state: Mapped[str]
    undone_at: Mapped[datetime | None]


class BatchRow(Base):
    """A master row that a batch created or changed: its digest then, and what it held before."""

    __tablename__ = "batch_row"
    __table_args__ = (
        Index("ix_batch_row_batch_id", "batch_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id"))
    subject_table: Mapped[str]
    subject_uid: Mapped[str]
    act: Mapped[str]
    digest: Mapped[str]
    before: Mapped[str]


class ColumnMapping(Audited, Base):
    """How the clerk read a workbook with these headers last time; no people's data."""

    __tablename__ = "column_mapping"
    __table_args__ = (
        UniqueConstraint("village_id", "kind", "headers_sha256"),
        {"sqlite_strict": True},
    )
    audited_since: ClassVar[int] = 3

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    kind: Mapped[str]
    headers_sha256: Mapped[str]
    mapping: Mapped[str]
    used_at: Mapped[datetime]

    @property
    def uid(self) -> str:
        """The identity under which changes are sealed."""
        return f"{self.village_id}:{self.kind}:{self.headers_sha256}"
