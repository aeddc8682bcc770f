from dataclasses import dataclass
from datetime import date

from passbook_desk.features.catalogue.values import Veto
from passbook_desk.kernel.points import ZERO, Points


@dataclass(frozen=True, slots=True)
class VetoRow:
    """A deed that forbids something (一票否决); `until` is the last day, None until it is taken back."""

    seq: int
    item_text: str
    occurred_on: date
    veto: Veto
    until: date | None

    @property
    def honours(self) -> bool:
        """Whoever did it cannot stand for honours."""
        return self.veto in (Veto.HONOURS, Veto.BOTH)

    @property
    def redemption(self) -> bool:
        """Whoever did it cannot redeem."""
        return self.veto in (Veto.REDEMPTION, Veto.BOTH)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a book allows today, in values; the village's decisions behind it stand beside each figure.

    `judged` is the assessment that the suspension line is compared with: that since base points were granted
    last. `year_points` are those that stars are given by: the year's assessment with base points. `stars` is
    None where the village gives none, 0 below the first band. `locked_gifts` are given points that earned
    ones do not unlock yet; `least` stays in the book when redeeming.
    """

    account_id: int
    spendable: Points
    locked_gifts: Points
    least: Points
    judged: Points
    suspension_line: Points | None
    year_points: Points
    stars: int | None
    vetoes: tuple[VetoRow, ...]

    @property
    def suspended(self) -> bool:
        """Below the suspension line: no honours and no redemption until back at it (domain §2.3)."""
        return self.suspension_line is not None and self.judged < self.suspension_line

    @property
    def honours_allowed(self) -> bool:
        """Neither suspended nor vetoed."""
        return not self.suspended and not any(veto.honours for veto in self.vetoes)

    @property
    def redemption_allowed(self) -> bool:
        """Neither suspended nor vetoed; how much can be redeemed says `redeemable`."""
        return not self.suspended and not any(veto.redemption for veto in self.vetoes)

    @property
    def redeemable(self) -> Points:
        """What can be redeemed now, never negative (DECISIONS 16: above base and minimum only)."""
        if not self.redemption_allowed:
            return ZERO
        return max(ZERO, self.spendable - self.locked_gifts - self.least)
