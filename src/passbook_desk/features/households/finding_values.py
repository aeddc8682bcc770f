from dataclasses import dataclass
from enum import IntEnum, StrEnum

from passbook_desk.kernel.sensitive import Sensitive


class FindKind(StrEnum):
    """What was found."""

    PERSON = "person"
    HOUSEHOLD = "household"
    ORGANIZATION = "organization"
    BOOK = "book"


class FindRank(IntEnum):
    """How well a text fits; smaller is better. Rare readings come after the usual ones."""

    CODE = 1
    NAME = 2
    NAME_START = 3
    NAME_PART = 4
    INITIALS = 5
    INITIALS_START = 6
    PINYIN = 7
    PINYIN_START = 8
    OTHER_READING = 9
    OTHER_READING_START = 10
    HOUSE_NUMBER = 11
    HOUSE_NUMBER_PART = 12
    CODE_START = 13
    TAIL = 14


@dataclass(frozen=True, slots=True)
class FindRow:
    """Something that a text leads to, with what tells it from its namesakes.

    `title` is the name of the person, the household's head, the shop or unit. `code` is the code of the
    household, shop or unit, `head_name` the head of the household the person lives in. `household_id`,
    `person_id` and `organization_id` are None where there is none; `book` is the number of the account that
    was looked for, else empty, `account_id` its id; `passbook` the number of the paper book that was looked
    for and `passbook_end` how it ended. `absent`: dead, moved out, de-registered, merged or closed.
    """

    kind: FindKind
    rank: FindRank
    title: str
    code: str
    grid_name: str = ""
    house_number: str = ""
    head_name: str = ""
    phone: Sensitive | None = None
    book: str = ""
    household_id: int | None = None
    person_id: int | None = None
    organization_id: int | None = None
    account_id: int | None = None
    absent: bool = False
    passbook: str = ""
    passbook_end: str = ""
