from dataclasses import dataclass
from enum import StrEnum

from passbook_desk.kernel.points import Points


class WallNames(StrEnum):
    """How names stand on the wall (domain §5.3)."""

    STARRED = "starred"
    FULL = "full"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class VillageRow:
    """The village and its own decisions. `code` has 12 digits; base points are not spendable."""

    id: int
    uid: str
    name: str
    code: str
    township: str
    year: int
    issuer: str
    objection_phone: str
    objection_days: int
    wall_places: str
    wall_names: WallNames
    household_base: Points
    member_base: Points


@dataclass(frozen=True, slots=True)
class FoundVillage:
    """What the first run asks for."""

    name: str
    code: str
    township: str
    year: int
    clerk: str
    objection_phone: str = ""


@dataclass(frozen=True, slots=True)
class ChangeVillage:
    """The village's facts as the settings page sends them."""

    name: str
    township: str
    year: int
    issuer: str
    objection_phone: str
    objection_days: int
    wall_places: str
    wall_names: WallNames
    household_base: Points
    member_base: Points
