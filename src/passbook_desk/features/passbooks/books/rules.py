"""Numbers and check codes of books and lines."""

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final

from passbook_desk.features.passbooks.books.errors import WrongBookNumber
from passbook_desk.features.village.policy import BookNumbers
from passbook_desk.kernel.canonical import PAPER_ALPHABET, Field, canonical, head_code
from passbook_desk.kernel.ids import check_digit

_MOST_DIGITS: Final = 21
_FEWEST_DIGITS: Final = 3

_LABEL: Final = b"PD-BOOK-LINE-1\0"
_CODE: Final = 7
LINE_CODE: Final = _CODE + 1
"""Characters of a line's check code."""
_WORTH: Final = {character: worth for worth, character in enumerate(PAPER_ALPHABET)}
_WEIGHTS: Final = range(1, 2 * _CODE, 2)


def book_number(
    numbers: BookNumbers, account_number: str, ordinal: int, year: int, grid_code: str, running: int
) -> str:
    """The number of a book by the village's pattern, with its check digit; digits only, for scanners.

    `ordinal` is which book of the account it is, `running` the number in the series of the pattern.
    """
    digits = {
        BookNumbers.ACCOUNT: f"{account_number}{ordinal:02}",
        BookNumbers.YEAR: f"{year:04}{running:05}",
        BookNumbers.GRID: f"{grid_code or '00':0>2}{running:05}",
    }[numbers]
    return digits + check_digit(digits)


def plain_number(number: str) -> str:
    """A number as it was typed, scanned or stands on stock with printed numbers, without blanks and hyphens.

    Raises WrongBookNumber when it is no number of three to twenty-one digits.
    """
    plain = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", number))
    if not (plain.isascii() and plain.isdigit() and _FEWEST_DIGITS <= len(plain) <= _MOST_DIGITS):
        raise WrongBookNumber(number=number, field="number")
    return plain


def line_code(village_uid: str, book_uid: str, slot: int, kind: str, line_hash: str, balance: int) -> str:
    """The check code of a line on paper: seven characters of a hash and one that catches a slip.

    It commits to book, place, ledger line (its hash, "" for a line of carrying) and balance in hundredths.
    """
    fields: tuple[Field, ...] = (slot, kind, line_hash, balance)
    hashed = hashlib.sha256(_of_book(village_uid, book_uid) + canonical(fields))
    code = head_code(hashed.hexdigest())[:_CODE]
    return code + check_character(code)


@lru_cache(maxsize=64)
def _of_book(village_uid: str, book_uid: str) -> bytes:
    return _LABEL + canonical((village_uid, book_uid))


def check_character(code: str) -> str:
    """One more character: the sum of the places, each by an odd weight, catches one wrong and two swapped."""
    total = 0
    for weight, character in zip(_WEIGHTS, code, strict=False):
        total += weight * _WORTH[character]
    return PAPER_ALPHABET[total % len(PAPER_ALPHABET)]


def plain_code(text: str) -> str:
    """A code as somebody typed it: capitals, without blanks and hyphens, full-width characters made plain."""
    return re.sub(r"[\s\-·.]", "", unicodedata.normalize("NFKC", text)).upper()


def is_line_code(code: str) -> bool:
    """Whether this is a line's code that was typed without a slip."""
    right = len(code) == LINE_CODE and all(character in PAPER_ALPHABET for character in code)
    return right and check_character(code[:-1]) == code[-1]
