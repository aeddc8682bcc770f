from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base


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
