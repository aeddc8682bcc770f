"""What a booklet needs beside its lines: the leaf it stands on, the extract of the rules at its end."""

from typing import Final

from passbook_desk.db.store import Scope
from passbook_desk.documents.imposition import BookletSize
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.value_text import worth_words
from passbook_desk.features.catalogue.values import Holder
from passbook_desk.features.ledger.values import AccountRow, OwnerKind
from passbook_desk.features.passbooks.books.layouts import BookLayout

_LEAVES: Final = ((BookletSize.A6, 105.0, 148.5), (BookletSize.A5, 148.5, 210.0))
_HOLDERS: Final = {
    OwnerKind.PERSON: Holder.RED,
    OwnerKind.HOUSEHOLD: Holder.HOUSEHOLD,
    OwnerKind.SHOP: Holder.SHOP,
    OwnerKind.UNIT: Holder.UNIT,
}


def booklet_size(layout: BookLayout) -> BookletSize | None:
    """The leaf on which pages of this kind stand folded; None for those as large as the sheet itself."""
    for size, width, height in _LEAVES:
        if layout.width_mm <= width and layout.height_mm <= height:
            return size
    return None


def rules_extract(scope: Scope, account: AccountRow) -> tuple[str, ...]:
    """What can be earned and lost in this book today, one paragraph for each item in force."""
    holder = _HOLDERS[account.owner_kind]
    return tuple(
        f"{item.code} {item.name} {worth_words(item)}"
        for item in items_in_force(scope, scope.today)
        if item.enabled and holder in item.holders
    )
