"""Identities that travel between stores, and numbers with a check digit."""

import os
from typing import Final

_UID_BYTES: Final = 16


def new_uid() -> str:
    """A fresh 32-character identity, made when a form opens so that a retry finds it (DECISIONS 15)."""
    return os.urandom(_UID_BYTES).hex()


def check_digit(digits: str) -> str:
    """ISO 7064 MOD 11,10 check digit of a digit string: catches every single wrong digit."""
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)


def has_valid_check_digit(number: str) -> bool:
    """True if the last character of an all-digit number is the check digit of the others."""
    return number.isdigit() and len(number) > 1 and check_digit(number[:-1]) == number[-1]
