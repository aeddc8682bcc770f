"""What a limit may depend on beside the kind of event: who hosts, with whom, where (domain §13 rule 23)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final


class Trait(StrEnum):
    """What sets an event apart from the ordinary one: single hosting, a villager, first marriage, at home."""

    JOINT = "joint"  # both families host together (domain R20, R24, R26)
    MEMBER = "member"  # a party member, cadre or office worker hosts (R16, R18, R20)
    AGAIN = "again"  # a second marriage (R19, R24)
    REUNION = "reunion"  # a couple that marries each other again (R24)
    TOWN = "town"  # in town, not in the countryside (R4)
    HOTEL = "hotel"  # in a hotel, not at home (R22)


MOST_CHILDREN: Final = 20
_ORDINARY: Final = "ordinary"
_CHILDREN: Final = "children:"


@dataclass(frozen=True, slots=True)
class HostingCase:
    """The traits of an event, or of a line of a standard.

    `children` are those of the deceased, 0 where it does not matter; a line for n children holds for n and
    more (domain R13: 25, 30, 35, 40 tables for 1, 2, 3, 4 children).
    """

    traits: frozenset[Trait] = frozenset()
    children: int = 0

    ORDINARY: ClassVar["HostingCase"]
    JOINT: ClassVar["HostingCase"]
    MEMBER: ClassVar["HostingCase"]

    @property
    def stored(self) -> str:
        """As the tables and the command line write it: ordinary, joint+member, children:2."""
        parts = [trait.value for trait in Trait if trait in self.traits]
        if self.children:
            parts.append(f"{_CHILDREN}{self.children}")
        return "+".join(parts) or _ORDINARY

    @property
    def weight(self) -> tuple[int, int]:
        """How much a line with this case says of an event; the weightier line wins."""
        return len(self.traits) + bool(self.children), self.children

    def holds_for(self, event: "HostingCase") -> bool:
        """Whether a line with this case applies to an event."""
        return self.traits <= event.traits and self.children <= event.children

    def joined(self, other: "HostingCase") -> "HostingCase":
        """The traits of both."""
        return HostingCase(self.traits | other.traits, max(self.children, other.children))


HostingCase.ORDINARY = HostingCase()
HostingCase.JOINT = HostingCase(frozenset({Trait.JOINT}))
HostingCase.MEMBER = HostingCase(frozenset({Trait.MEMBER}))


def case_from(stored: str) -> HostingCase:
    """The case that a table or the command line names. Raises ValueError."""
    case = HostingCase.ORDINARY
    for part in () if stored == _ORDINARY else stored.split("+"):
        if part.startswith(_CHILDREN):
            children = int(part.removeprefix(_CHILDREN))
            if not 1 <= children <= MOST_CHILDREN:
                raise ValueError(stored)
            case = case.joined(HostingCase(children=children))
        else:
            case = case.joined(HostingCase(frozenset({Trait(part)})))
    return case
