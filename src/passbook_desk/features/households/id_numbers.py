"""The citizen's ID number (GB 11643): 18 characters with a check character, formerly 15 digits."""

import re
from dataclasses import dataclass
from datetime import date
from operator import mul
from typing import Final

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_NEW = re.compile(r"\d{17}[\dX]", re.ASCII)
_OLD = re.compile(r"\d{15}", re.ASCII)


def check_character(first_17: str) -> str:
    """The 18th character to 17 digits (ISO 7064 MOD 11-2)."""
    total = sum(map(mul, _WEIGHTS, map(int, first_17)))
    return _CHECKS[total % 11]


def is_new_form(text: str) -> bool:
    """18 characters as the standard has them, right or wrong."""
    return _NEW.fullmatch(text) is not None


def is_old_form(text: str) -> bool:
    """15 digits, as issued until 1999."""
    return _OLD.fullmatch(text) is not None


def check_fits(number: str) -> bool:
    """Whether an 18-character number's last character fits the others."""
    return check_character(number[:17]) == number[17]


def upgraded(old: str) -> str:
    """The 18-character form of a 15-digit number; holders of these were born in the 1900s."""
    first_17 = f"{old[:6]}19{old[6:]}"
    return first_17 + check_character(first_17)


@dataclass(frozen=True, slots=True)
class IdFacts:
    """What an 18-character number says of its holder; `born_on` is None for an impossible day."""

    born_on: date | None
    sex: str


def facts(number: str) -> IdFacts:
    """Day of birth and sex from an 18-character number."""
    return IdFacts(born_in(number), "男" if int(number[16]) % 2 else "女")


def born_in(number: str) -> date | None:
    """The day of birth in digits 7 to 14, which stay right even where Excel has lost the last three."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
