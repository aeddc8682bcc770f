from dataclasses import dataclass

from passbook_desk.features.catalogue.values import ItemDraft, KeptDraft, KnownCode, Noted, VersionRow
from passbook_desk.features.intake.values import Severity


@dataclass(frozen=True, slots=True)
class DraftLine:
    """An item of the draft and what is still to be looked at about it."""

    item: ItemDraft
    noted: tuple[Noted, ...]

    @property
    def severity(self) -> Severity | None:
        """The weightiest thing to look at; None when there is nothing."""
        found = {noted.finding.severity for noted in self.noted}
        return next((one for one in (Severity.MUST_FIX, Severity.CHECK) if one in found), None)


@dataclass(frozen=True, slots=True)
class DraftShown:
    """The draft as its page shows it; `in_force` is the version that holds today."""

    kept: KeptDraft
    lines: tuple[DraftLine, ...]
    categories: tuple[str, ...]
    known: tuple[KnownCode, ...]
    in_force: VersionRow | None
