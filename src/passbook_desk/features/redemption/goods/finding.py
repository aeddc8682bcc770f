"""Finding goods by name, pinyin, its initials, code or barcode."""

from functools import lru_cache

from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.kernel.search import fold, initials, readings, spelled


def goods_match(row: GoodsRow, text: str) -> bool:
    """Whether goods are meant by what was typed or scanned; nothing typed means all of them.

    A part of the name, specification, brand or category; the beginning of the pinyin, of its initials or of
    the code; the whole barcode.
    """
    wanted = fold(text)
    if not wanted or wanted == fold(row.barcode) or fold(row.code).startswith(wanted):
        return True
    if any(wanted in fold(part) for part in (row.called, row.brand, row.category)):
        return True
    letters = spelled(text)
    return letters.isascii() and bool(letters) and any(said.startswith(letters) for said in _said(row.name))


@lru_cache(maxsize=2048)
def _said(name: str) -> tuple[str, ...]:
    """The pinyin of a name and its initials, in all readings."""
    return (*initials(name).split(), *readings(name))
