from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
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
    `effect` is empty for points that count and can be spent, `honour` for points that only count, `gift` for
    given points. `veto` says what a deed of this item forbids (一票否决), `veto_term` for how long.
    """

    __tablename__ = "catalogue_item"
    __table_args__ = (
        UniqueConstraint("version_id", "code"),
        CheckConstraint("value_kind IN ('fixed', 'range', 'per_unit', 'unset')", name="value_kind_known"),
        CheckConstraint("least <= most", name="least_not_above_most"),
        {"sqlite_strict": True},
    )
    later_columns: ClassVar[tuple[str, ...]] = ("effect", "evidence", "veto", "veto_term")

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
    effect: Mapped[str] = mapped_column(default="", server_default="")
    evidence: Mapped[str] = mapped_column(default="", server_default="")
    veto: Mapped[str] = mapped_column(default="", server_default="")
    veto_term: Mapped[str] = mapped_column(default="", server_default="")


class CatalogueLimit(Audited, Base):
    """How much of an item (or, without an item, of everything) an account gets or loses in a period.

    `direction` cap bounds what is added, floor what is taken; `measure` points has `amount` in hundredths,
    times has the number of lines. `holder` empty means every kind of account. Append-only.
    """

    __tablename__ = "catalogue_limit"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("direction IN ('cap', 'floor')", name="direction_known"),
        CheckConstraint("holder IN ('', 'red', 'household', 'shop', 'unit')", name="holder_known"),
        CheckConstraint("measure IN ('points', 'times')", name="measure_known"),
        CheckConstraint("period IN ('day', 'month', 'quarter', 'year', 'ever')", name="period_known"),
        Index("ix_catalogue_limit_version_id", "version_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("catalogue_version.id"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("catalogue_item.id"))
    holder: Mapped[str]
    direction: Mapped[str]
    period: Mapped[str]
    measure: Mapped[str]
    amount: Mapped[int]


class CatalogueDraft(Audited, Base):
    """What a workbook or the clerk proposes until a meeting adopts it; one per village, a working paper."""

    __tablename__ = "catalogue_draft"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"), unique=True)
    source: Mapped[str]
    content: Mapped[str]
    saved_at: Mapped[datetime]
    saved_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))

    @property
    def uid(self) -> str:
        """The identity under which changes are sealed."""
        return f"draft:{self.village_id}"
