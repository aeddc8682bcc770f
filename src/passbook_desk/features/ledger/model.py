from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base
from passbook_desk.kernel.points import Points


class Account(Audited, Base):
    """A points account: red for a party member, green for a household, shop or unit. Not a book."""

    __tablename__ = "account"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        CheckConstraint("colour IN ('red', 'green')", name="colour_known"),
        CheckConstraint("owner_kind IN ('person', 'household', 'shop', 'unit')", name="owner_kind_known"),
        CheckConstraint(
            "(household_id IS NOT NULL) OR (person_id IS NOT NULL) OR (organization_id IS NOT NULL)",
            name="has_owner",
        ),
        Index("ix_account_household_id", "household_id"),
        Index("ix_account_person_id", "person_id"),
        Index("ix_account_organization_id", "organization_id"),
        {"sqlite_strict": True},
    )
    later_columns: ClassVar[tuple[str, ...]] = ("organization_id",)

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    colour: Mapped[str]
    owner_kind: Mapped[str]
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))


class AccountBalance(Base):
    """The account's figures now, kept in the transaction of each line and recomputed by verify."""

    __tablename__ = "account_balance"
    __table_args__ = ({"sqlite_strict": True},)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True, autoincrement=False)
    balance: Mapped[Points]
    assessment: Mapped[Points]
    spendable: Mapped[Points]
    base: Mapped[Points]
    pending: Mapped[Points]
    account_seq: Mapped[int]


class AccountMonth(Base):
    """Points of an account in a month of `counted_on` (2026-06) by effect; recomputed by verify."""

    __tablename__ = "account_month"
    __table_args__ = (
        Index("ix_account_month_month", "month"),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True, autoincrement=False)
    month: Mapped[str] = mapped_column(primary_key=True)
    effect: Mapped[str] = mapped_column(primary_key=True)
    points: Mapped[Points]
    lines: Mapped[int]


class Voucher(Base):
    """What belongs together: one act of recording, importing balances or reversing. Append-only."""

    __tablename__ = "voucher"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batch.id"))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class LedgerLine(Base):
    """One effective line of one account. Append-only, dense, chained; a mistake is reversed.

    `effect` is the kind whose column and sums the points enter: it differs from `kind` only for a
    reversal, which enters the column of the line it reverses (红字).
    """

    __tablename__ = "ledger_line"
    __table_args__ = (
        UniqueConstraint("village_id", "seq"),
        UniqueConstraint("account_id", "account_seq"),
        UniqueConstraint("reverses_id"),
        CheckConstraint("points <> 0", name="points_not_zero"),
        CheckConstraint("abs(points) <= 100000000", name="points_bounded"),
        CheckConstraint("(kind = 'reversal') = (reverses_id IS NOT NULL)", name="reversal_names_its_line"),
        Index("ix_ledger_line_item_id", "item_id"),
        Index("ix_ledger_line_village_id_counted_on", "village_id", "counted_on"),
        Index("ix_ledger_line_voucher_id", "voucher_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    seq: Mapped[int]
    uid: Mapped[str] = mapped_column(unique=True)
    voucher_id: Mapped[int] = mapped_column(ForeignKey("voucher.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    account_seq: Mapped[int]
    kind: Mapped[str]
    effect: Mapped[str]
    points: Mapped[Points]
    balance_after: Mapped[Points]
    assessment_after: Mapped[Points]
    spendable_after: Mapped[Points]
    occurred_on: Mapped[date]
    counted_on: Mapped[date]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("catalogue_item.id"))
    item_code: Mapped[str]
    item_text: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_line.id"))
    memo_commit: Mapped[str]
    prev_hash: Mapped[str]
    hash: Mapped[str]


class LineNote(Base):
    """The free text of a line and the salt of its commitment; may be erased, the chain still verifies."""

    __tablename__ = "line_note"
    __table_args__ = ({"sqlite_strict": True},)

    line_id: Mapped[int] = mapped_column(ForeignKey("ledger_line.id"), primary_key=True, autoincrement=False)
    salt: Mapped[str]
    memo: Mapped[str]


class Anchor(Audited, Base):
    """A head code that left the file on paper or in a backup: (seq, code) at a moment. Append-only.

    `audit_seq` and `audit_code` tell the end of the audit chain at that moment; anchors of earlier
    versions have none.
    """

    __tablename__ = "anchor"
    __table_args__ = ({"sqlite_strict": True},)
    audited_since: ClassVar[int] = 3

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    seq: Mapped[int]
    code: Mapped[str]
    kind: Mapped[str]
    reference: Mapped[str]
    made_at: Mapped[datetime]
    audit_seq: Mapped[int | None]
    audit_code: Mapped[str | None]

    @property
    def uid(self) -> str:
        """The identity under which the anchor is sealed."""
        return f"{self.village_id}:{self.kind}:{self.seq}:{self.id}"


class ClosedPeriod(Audited, Base):
    """Days that are counted and posted; later lines count from the next open day on. Append-only.

    Who closed the periods of earlier versions is not known.
    """

    __tablename__ = "closed_period"
    __table_args__ = ({"sqlite_strict": True},)
    audited_since: ClassVar[int] = 3

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    first_on: Mapped[date]
    last_on: Mapped[date]
    reason: Mapped[str]
    closed_at: Mapped[datetime]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("operator.id"))


class PeriodReopening(Audited, Base):
    """Closed days that were opened again, and why; append-only."""

    __tablename__ = "period_reopening"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    closed_period_id: Mapped[int] = mapped_column(ForeignKey("closed_period.id"), unique=True)
    reason: Mapped[str]
    reopened_at: Mapped[datetime]
    reopened_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class Claim(Audited, Base):
    """A deed that is not yet through the village's steps (DECISIONS 14). Append-only; see Review.

    Claims entered together share `group_uid`. `memo_commit` commits to the texts of the note.
    """

    __tablename__ = "claim"
    __table_args__ = (
        CheckConstraint("points <> 0", name="points_not_zero"),
        CheckConstraint("quantity >= 1", name="quantity_positive"),
        Index("ix_claim_account_id", "account_id"),
        Index("ix_claim_group_uid", "group_uid"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    group_uid: Mapped[str]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("catalogue_item.id"))
    item_code: Mapped[str]
    item_text: Mapped[str]
    quantity: Mapped[int]
    points: Mapped[Points]
    source: Mapped[str]
    occurred_on: Mapped[date]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    memo_commit: Mapped[str]
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batch.id"))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class ClaimNote(Base):
    """The free texts of a claim and the salt of their commitment; may be erased."""

    __tablename__ = "claim_note"
    __table_args__ = ({"sqlite_strict": True},)

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True, autoincrement=False)
    salt: Mapped[str]
    memo: Mapped[str]
    witness: Mapped[str]
    evidence: Mapped[str]


class Review(Audited, Base):
    """One step that a claim took: who decided what, when, on which signed sheet; append-only, from number 1.

    The last step of a claim that counts is `posting`; it names the ledger line.
    """

    __tablename__ = "review"
    __table_args__ = (
        UniqueConstraint("claim_id", "number"),
        CheckConstraint("decision IN ('passed', 'rejected', 'withdrawn', 'posted')", name="decision_known"),
        CheckConstraint(
            "step IN ('first_check', 'review', 'notice', 'posting', 'withdrawal')", name="step_known"
        ),
        CheckConstraint("(decision = 'posted') = (line_id IS NOT NULL)", name="posting_names_its_line"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    number: Mapped[int]
    step: Mapped[str]
    decision: Mapped[str]
    until_on: Mapped[date | None]
    reason: Mapped[str]
    paper_ref: Mapped[str]
    line_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_line.id"), unique=True)
    decided_at: Mapped[datetime]
    decided_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class ClaimState(Base):
    """Where a claim stands, kept in the transaction of each step and recomputed by verify."""

    __tablename__ = "claim_state"
    __table_args__ = (
        CheckConstraint(
            "state IN ('first_check', 'review', 'notice', 'posted', 'rejected', 'withdrawn')",
            name="state_known",
        ),
        Index("ix_claim_state_account_id", "account_id"),
        Index("ix_claim_state_state", "state"),
        {"sqlite_strict": True},
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True, autoincrement=False)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    state: Mapped[str]
    until_on: Mapped[date | None]
    points: Mapped[Points]
