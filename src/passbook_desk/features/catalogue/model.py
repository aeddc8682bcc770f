from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base
from passbook_desk.kernel.points import Points


class CatalogueVersion(Audited, Base):
    """A points catalogue as one meeting decided it; append-only, in force from `effective_from`."""

    __tablename__ = "catalogue_version"
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


class CatalogueItem(Audited, Base):
    """One deed and its worth in one version; append-only, codes are never reused for another deed.

    `value_kind` fixed: points = least = most · range: least to most · per_unit: fixed points for each
    unit (hour, person, spot …). A disabled item has no value yet and cannot be recorded. `line_no` is the
    line of the meeting's paper the item stands in: 考上大学、硕士、博士 are three items of one line.
    """

    __tablename__ = "catalogue_item"
    __table_args__ = (
        UniqueConstraint("version_id", "code"),
        CheckConstraint("value_kind IN ('fixed', 'range', 'per_unit', 'unset')", name="value_kind_known"),
        CheckConstraint("least <= most", name="least_not_above_most"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("catalogue_version.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    line_no: Mapped[int | None]
    code: Mapped[str]
    category: Mapped[str]
    name: Mapped[str]
    value_kind: Mapped[str]
    least: Mapped[Points]
    most: Mapped[Points]
    unit: Mapped[str]
    cap: Mapped[str]
    holders: Mapped[str]
    source: Mapped[str]
    remark: Mapped[str]
    enabled: Mapped[bool]
