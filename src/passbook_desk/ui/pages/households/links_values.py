"""What the page of links shows and asks for."""

from dataclasses import dataclass
from datetime import date

from passbook_desk.features.households.links import LinkKind, LinkRow
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

KIND_WORDS = {
    LinkKind.MEMBER: QT_TRANSLATE_NOOP("Links", "党员联系户"),
    LinkKind.CADRE: QT_TRANSLATE_NOOP("Links", "干部"),
    LinkKind.VILLAGER: QT_TRANSLATE_NOOP("Links", "村民"),
    LinkKind.WORKER: QT_TRANSLATE_NOOP("Links", "网格员"),
}


@dataclass(frozen=True, slots=True)
class LinksFound:
    """Of one kind of link: households nobody is linked to, and the links of today; `households` in all."""

    kind: LinkKind
    unlinked: tuple[HouseholdRow, ...]
    links: tuple[LinkRow, ...]
    households: int


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """A person is to look after these households from a day on."""

    kind: LinkKind
    person_id: int
    household_ids: tuple[int, ...]
    on: date
    reason: str
