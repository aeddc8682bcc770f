"""Pure decisions of goods: texts, codes, barcodes, which price holds."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Final

from passbook_desk.db.types import clean_text
from passbook_desk.features.redemption.goods.errors import (
    BarcodeLikeBook,
    GoodsTextMissing,
    GoodsTextTooLong,
    LimitIncomplete,
    WrongGoodsNumber,
)
from passbook_desk.features.redemption.goods.values import LimitPeriod, PriceRow, SaveGoods
from passbook_desk.kernel.search import fold

MOST_CHARACTERS: Final = 60
MOST_PIECES: Final = 1_000_000
_CODE_DIGITS: Final = 3
MOST_MONTHS: Final = 600
_TEXTS: Final = ("code", "name", "spec", "brand", "unit", "category", "barcode", "shelf", "remark")
_BOOK_NUMBER: Final = re.compile(r"[12]\d{7,11}")


def check_goods(command: SaveGoods) -> None:
    """Refuse goods that nobody can work with.

    Raises GoodsTextMissing, GoodsTextTooLong, TextNotStorable, WrongGoodsNumber, LimitIncomplete,
    BarcodeLikeBook.
    """
    for field in ("name", "unit"):
        if not clean_text(getattr(command, field)).strip():
            raise GoodsTextMissing(field=field)
    for field in _TEXTS:
        if len(clean_text(getattr(command, field)).strip()) > MOST_CHARACTERS:
            raise GoodsTextTooLong(field=field, most=MOST_CHARACTERS)
    for field, count in (("reorder_least", command.reorder_least), ("limit_count", command.limit_count or 0)):
        if not 0 <= count <= MOST_PIECES:
            raise WrongGoodsNumber(field=field, most=MOST_PIECES)
    if command.shelf_months is not None and not 1 <= command.shelf_months <= MOST_MONTHS:
        raise WrongGoodsNumber(field="shelf_months", most=MOST_MONTHS)
    if (command.limit_period is LimitPeriod.NONE) != (not command.limit_count):
        raise LimitIncomplete(field="limit_count")
    if reads_as_book(command.barcode.strip()):
        raise BarcodeLikeBook(field="barcode", barcode=command.barcode.strip())


def reads_as_book(barcode: str) -> bool:
    """Whether a scanner's answer could be the number of a passbook."""
    return _BOOK_NUMBER.fullmatch(barcode) is not None


def typed(text: str) -> str:
    """A code, barcode or number as it is kept, whatever width the keyboard gave it: ００１ is 001."""
    return unicodedata.normalize("NFKC", clean_text(text)).strip()


def code_key(code: str) -> str:
    """The same for codes that are one at the counter: 1 and 001, a2 and A2."""
    plain = fold(code)
    return str(int(plain)) if plain.isdecimal() else plain


def next_code(known: Iterable[str]) -> str:
    """The number after the highest one there is, of three digits or more."""
    highest = max((int(code) for code in known if code.isdecimal()), default=0)
    return f"{highest + 1:0{_CODE_DIGITS}d}"


def price_on(prices: Iterable[PriceRow], day: date) -> PriceRow | None:
    """The price that holds on a day: of those in force the one set last; None before the first."""
    in_force = [price for price in prices if price.from_on <= day]
    return max(in_force, key=lambda price: (price.from_on, price.number), default=None)
