"""What the page of places shows and asks for."""

from dataclasses import dataclass
from datetime import date

from passbook_desk.features.households.places import (
    BUILDING,
    ESTATE,
    GROUP,
    PARENTS,
    UNIT,
    GridNotice,
    PlaceNode,
)
from passbook_desk.features.households.roles import RoleRow
from passbook_desk.features.households.rules import GRID
from passbook_desk.kernel.sensitive import Sensitive
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

PLACE_WORDS = {
    GRID: QT_TRANSLATE_NOOP("Places", "网格"),
    GROUP: QT_TRANSLATE_NOOP("Places", "村民小组"),
    ESTATE: QT_TRANSLATE_NOOP("Places", "小区"),
    BUILDING: QT_TRANSLATE_NOOP("Places", "楼栋"),
    UNIT: QT_TRANSLATE_NOOP("Places", "单元"),
}


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """The tree, who holds a role where today, and grids that are larger or smaller than usual."""

    tree: tuple[PlaceNode, ...]
    roles: tuple[RoleRow, ...]
    notices: tuple[GridNotice, ...]

    def all(self) -> tuple[PlaceNode, ...]:
        """Every place, each before what is below it."""
        return _flat(self.tree)

    def parents_for(self, node: PlaceNode) -> tuple[PlaceNode, ...]:
        """Where a place could stand; none for a grid, which stands in the village itself."""
        allowed = PARENTS.get(node.kind, frozenset())
        below = {one.id for one in _flat((node,))}
        return tuple(one for one in self.all() if one.kind in allowed and one.id not in below)


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """A place to be added (`place_id` None), or another name and another place above it."""

    place_id: int | None
    kind: str
    name: str
    parent_id: int | None
    code: str = ""


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """Somebody is to hold a role for a place: a resident, or somebody known by name alone."""

    role: str
    place_id: int
    person_id: int | None
    name: str
    phone: Sensitive | None
    on: date


def kinds_below(kind: str | None) -> tuple[str, ...]:
    """What can be added below a place of a kind; None is the village itself."""
    return tuple(one for one in PLACE_WORDS if kind in PARENTS[one])


def _flat(nodes: tuple[PlaceNode, ...]) -> tuple[PlaceNode, ...]:
    return tuple(found for node in nodes for found in (node, *_flat(node.children)))
