from dataclasses import dataclass
from datetime import date, datetime

from passbook_desk.features.ledger.values import AccountRow, Colour, LineRow
from passbook_desk.kernel.points import Points


@dataclass(frozen=True, slots=True)
class PassbookContent:
    """A passbook as it stands on a day: the account, who issues the book, and all its lines.

    `as_of` is what the paper names (截至 … 打印件); the book runs in the order of its lines, therefore
    every line recorded so far is in it, and `balance` is that of the last one. `office_phone` is the
    village office's, the only phone on the paper.
    """

    account: AccountRow
    village_name: str
    township: str
    issuer: str
    office_phone: str
    as_of: date
    lines: tuple[LineRow, ...]
    balance: Points
    head_code: str


@dataclass(frozen=True, slots=True)
class PrintoutRow:
    """One printed passbook in the print log; the line numbers are 0 for an empty book.

    `household_code` of a shop's or unit's book is its own code.
    """

    id: int
    uid: str
    account_id: int
    account_number: str
    colour: Colour
    owner_name: str
    household_code: str
    as_of: date
    first_account_seq: int
    last_account_seq: int
    pages: int
    head_code: str
    printed_at: datetime
    printed_by: str
