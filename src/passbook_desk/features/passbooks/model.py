from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base
from passbook_desk.kernel.points import Points


class Printout(Audited, Base):
    """A passbook printed as it stood on a day (截至 … 打印件): which lines it shows. Append-only.

    It does not count as the book: no line becomes 已登折 by it.
    """

    __tablename__ = "printout"
    __table_args__ = (
        Index("ix_printout_account_id", "account_id"),
        {"sqlite_strict": True},
    )
    audited_since: ClassVar[int] = 3

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    as_of: Mapped[date]
    first_account_seq: Mapped[int]
    last_account_seq: Mapped[int]
    pages: Mapped[int]
    head_code: Mapped[str]
    printed_at: Mapped[datetime]
    printed_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class BookType(Audited, Base):
    """A kind of book: where its lines stand, as JSON. A change that moves lines is a new row (`version`)."""

    __tablename__ = "book_type"
    __table_args__ = (
        UniqueConstraint("village_id", "name", "version"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    version: Mapped[int]
    layout: Mapped[str]
    retired: Mapped[bool]


class Book(Audited, Base):
    """A paper book of an account: the first, the next when it is full, another when it is lost.

    `after_seq` is the last line of the account that other paper holds; `balance_before` is what stands there,
    `first_slot` the first line of this book that the program may use (1 but for an adopted book). `carried`
    books begin with 承上册. Only `holder`, `ended_as`, `ended_on` and `end_reason` ever change.
    """

    __tablename__ = "book"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        UniqueConstraint("account_id", "ordinal"),
        CheckConstraint("ordinal >= 1", name="ordinal_positive"),
        CheckConstraint("first_slot >= 1", name="first_slot_positive"),
        CheckConstraint("origin IN ('first', 'adopted', 'next', 'reissued')", name="origin_known"),
        CheckConstraint("ended_as IN ('', 'lost', 'replaced', 'closed')", name="end_known"),
        CheckConstraint("(ended_as = '') = (ended_on IS NULL)", name="end_has_its_day"),
        Index("ix_book_account_id", "account_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    ordinal: Mapped[int]
    number: Mapped[str]
    book_type_id: Mapped[int] = mapped_column(ForeignKey("book_type.id"))
    origin: Mapped[str]
    holder: Mapped[str]
    after_seq: Mapped[int]
    balance_before: Mapped[Points]
    first_slot: Mapped[int]
    carried: Mapped[bool]
    issued_on: Mapped[date]
    issued_at: Mapped[datetime]
    issued_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))
    ended_as: Mapped[str]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str]


class BookPrint(Audited, Base):
    """Lines that were sent to paper together. Append-only; what became of them says PrintOutcome."""

    __tablename__ = "book_print"
    __table_args__ = (
        UniqueConstraint("book_id", "number"),
        CheckConstraint("way IN ('printer', 'pdf', 'booklet', 'strip', 'hand')", name="way_known"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))
    number: Mapped[int]
    way: Mapped[str]
    printer: Mapped[str]
    sent_at: Mapped[datetime]
    sent_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class BookLine(Audited, Base):
    """A line that was sent to a place of a book. Append-only; `line_id` None for a line of carrying."""

    __tablename__ = "book_line"
    __table_args__ = (
        UniqueConstraint("book_print_id", "slot"),
        CheckConstraint(
            "kind IN ('entry', 'carry_out', 'carry_in', 'from_book', 'to_book')", name="kind_known"
        ),
        CheckConstraint("(kind = 'entry') = (line_id IS NOT NULL)", name="entry_names_its_line"),
        Index("ix_book_line_code", "code"),
        Index("ix_book_line_line_id", "line_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    book_print_id: Mapped[int] = mapped_column(ForeignKey("book_print.id"))
    slot: Mapped[int]
    kind: Mapped[str]
    line_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_line.id"))
    balance: Mapped[Points]
    code: Mapped[str]


class PrintOutcome(Audited, Base):
    """The answer to 打好了吗. Append-only: a later answer of the same print has the next number and holds."""

    __tablename__ = "print_outcome"
    __table_args__ = (
        UniqueConstraint("book_print_id", "number"),
        CheckConstraint("printed >= 0 AND spoilt >= 0", name="counts_not_negative"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    book_print_id: Mapped[int] = mapped_column(ForeignKey("book_print.id"))
    number: Mapped[int]
    printed: Mapped[int]
    spoilt: Mapped[int]
    told_at: Mapped[datetime]
    told_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class PlaceSet(Audited, Base):
    """The next free place of a book as somebody saw it on the paper and set it by hand. Append-only.

    It comes behind the book's first `after_print` prints. `last_seq` and `balance` are what stands on the
    paper before it.
    """

    __tablename__ = "place_set"
    __table_args__ = (
        UniqueConstraint("book_id", "number"),
        CheckConstraint("slot >= 1 AND last_seq >= 0 AND after_print >= 0", name="place_positive"),
        CheckConstraint("length(reason) > 0", name="reason_given"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))
    number: Mapped[int]
    after_print: Mapped[int]
    slot: Mapped[int]
    last_seq: Mapped[int]
    balance: Mapped[Points]
    reason: Mapped[str]
    set_at: Mapped[datetime]
    set_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class PaperDoubt(Audited, Base):
    """A restore brought a book back to what was known earlier; its paper may hold more. Append-only.

    It ends with the next PlaceSet behind the first `after_set` ones of the book.
    """

    __tablename__ = "paper_doubt"
    __table_args__ = (
        Index("ix_paper_doubt_book_id", "book_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))
    after_set: Mapped[int]
    raised_at: Mapped[datetime]


class BookPosition(Base):
    """What is on the paper of a book now, kept in the transaction of each answer and recomputed by verify.

    `open_print_id` is the print that waits for its answer.
    """

    __tablename__ = "book_position"
    __table_args__ = ({"sqlite_strict": True},)

    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"), primary_key=True, autoincrement=False)
    next_slot: Mapped[int]
    last_seq: Mapped[int]
    balance: Mapped[Points]
    closed: Mapped[bool]
    spoilt: Mapped[int]
    open_print_id: Mapped[int | None] = mapped_column(ForeignKey("book_print.id"))
