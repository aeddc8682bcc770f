from dataclasses import dataclass

from passbook_desk.features.households.owners.values import OrganizationKind
from passbook_desk.features.intake.values import Finding, Severity


@dataclass(frozen=True, slots=True)
class OwnerChange:
    """A value that a list changes: of which shop, unit or place, which field, old and new (masked).

    `field` is a key of the list's columns, or "closed" or "role".
    """

    sheet: str
    row: int
    name: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class NewOwner:
    """A shop or unit that a list adds, and who owns it; `opens_account` is False for one that has closed."""

    kind: OrganizationKind
    name: str
    owner_name: str
    resident: bool
    opens_account: bool


@dataclass(frozen=True, slots=True)
class NewRole:
    """A role that a list adds: 网格员, 第一网格, 王俊杰."""

    role: str
    place: str
    name: str
    resident: bool


@dataclass(frozen=True, slots=True)
class OwnerReport:
    """What lists of owners and roles hold and what importing them does; the same figures before and after.

    `shops`, `units` and `roles` count what can be imported. `party_owners` and `plaques` count shops;
    `owner_not_resident` names shops whose owner is no resident, `closed` those that have closed. `same` are
    shops, units and roles in the file with equal values. `batch` is None for a dry run and when there was
    nothing to change.
    """

    shops: int
    units: int
    roles: int
    party_owners: int
    plaques: int
    owner_not_resident: tuple[str, ...]
    closed: tuple[str, ...]
    findings: tuple[Finding, ...]
    new_owners: tuple[NewOwner, ...]
    new_roles: tuple[NewRole, ...]
    changes: tuple[OwnerChange, ...]
    same: int
    applied: bool = False
    batch: int | None = None

    @property
    def has_changes(self) -> bool:
        """False when applying the lists would leave the file as it is."""
        return bool(self.new_owners or self.new_roles or self.changes)

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
