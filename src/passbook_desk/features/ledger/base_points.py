"""Base points: granted when an account is opened, and anew where the village says so."""

from passbook_desk.features.ledger.values import LineKind, OwnerKind
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.points import ZERO, Points

BASE_TEXT = "基础分"


def base_kind(policy: VillagePolicy) -> LineKind:
    """The kind of a base line: where base may be spent, it is brought along like an opening figure.

    Either way it counts in the assessment and in no ranking. Source: domain §2.3.
    """
    return LineKind.OPENING if policy.base_spendable else LineKind.BASE


def base_grant(village: VillageRow, kind: OwnerKind) -> Points:
    """What the village grants to this kind of owner; shops and units get nothing."""
    grants = {OwnerKind.HOUSEHOLD: village.household_base, OwnerKind.PERSON: village.member_base}
    return grants.get(kind, ZERO)
