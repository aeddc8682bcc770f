from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from passbook_desk.features.households.values import PartyKind
from passbook_desk.kernel.sensitive import Sensitive


class OrganizationKind(StrEnum):
    """商铺 or 驻地单位; both may hold a green book (domain §1.1 row 3)."""

    SHOP = "shop"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """A shop or resident unit as lists show it. `code` is S001 or U001; grid fields are empty without one.

    `owner_id` names the resident who owns it; then `owner_name` is that resident's name, else as written.
    `plaque_on` is the day of the 党员商铺 plaque as written, which may be a mere √.
    """

    id: int
    uid: str
    kind: OrganizationKind
    code: str
    name: str
    place_id: int | None
    grid_code: str
    grid_name: str
    category: str
    address: str
    owner_id: int | None
    owner_name: str
    owner_party: PartyKind | None
    phone: Sensitive | None
    plaque_on: str
    remark: str
    opened_on: date
    closed_on: date | None

    @property
    def is_open(self) -> bool:
        """False once it has closed; what it earned stays."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """A resident who may own a shop: enough to tell namesakes apart. `household_code` may be empty."""

    person_id: int
    name: str
    phone: Sensitive | None
    household_id: int | None
    household_code: str
    grid_name: str


@dataclass(frozen=True, slots=True)
class OrganizationFacts:
    """What the clerk writes of a shop or unit: `place_id` a grid, `owner_id` a resident or only a name."""

    name: str
    place_id: int | None = None
    category: str = ""
    address: str = ""
    owner_id: int | None = None
    owner_name: str = ""
    phone: Sensitive | None = field(default=None, repr=False)
    plaque_on: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AddOrganization:
    """A new shop or unit; `opened_on` None means today."""

    kind: OrganizationKind
    facts: OrganizationFacts
    opened_on: date | None = None


@dataclass(frozen=True, slots=True)
class EditOrganization:
    """What is now known of a shop or unit; every fact is as given, an empty one is erased."""

    organization_id: int
    facts: OrganizationFacts
