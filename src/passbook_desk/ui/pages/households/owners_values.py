"""What the pages of shops and resident units show and take."""

from dataclasses import dataclass

from passbook_desk.features.households.owners.values import OrganizationKind, OrganizationRow
from passbook_desk.features.households.values import GridRow
from passbook_desk.kernel.points import Points
from passbook_desk.ui.pages.households.values import Book


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """A shop or unit in the list with its green book; `account` is empty and `spendable` None without one."""

    organization: OrganizationRow
    account: str
    spendable: Points | None


@dataclass(frozen=True, slots=True)
class OwnerListing:
    """Shops, units or both, found by a text."""

    kind: OrganizationKind | None
    find: str
    lines: tuple[OwnerLine, ...]


@dataclass(frozen=True, slots=True)
class OwnerCard:
    """A shop or unit with its book, and where its owner is to be found if a resident.

    `red` are the numbers of the owner's red books; `owner_code` the code of the household he or she lives in.
    """

    organization: OrganizationRow
    book: Book | None
    red: tuple[str, ...]
    owner_household: int | None
    owner_code: str
    grids: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class OwnerDraft:
    """What the clerk typed. An empty phone leaves the one that is known, “无” takes it away.

    `place_id` None is no grid.
    """

    kind: OrganizationKind
    organization: OrganizationRow | None
    name: str
    owner_name: str
    phone: str
    place_id: int | None
    address: str
    category: str
    plaque_on: str
    remark: str
