"""What first run and settings ask of the program. Every call is made on the desk lane and may raise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window is painted before a feature is imported
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from passbook_desk.features.intake.values import BatchSummary, UndoResult
    from passbook_desk.features.passbooks.books.values import Doubts
    from passbook_desk.features.safekeeping.values import Facts, Manifest
    from passbook_desk.features.village.values import ChangeVillage, FoundVillage, VillageRow
    from passbook_desk.kernel.settings import MachineSettings


class FirstRun(Protocol):
    """The three ways into the program. Each leaves a village open or raises and leaves nothing behind."""

    def found(self, village: FoundVillage) -> None:
        """Make the village file and open it."""
        ...

    def open_demo(self) -> None:
        """Make the invented village and open it."""
        ...

    def look_into(self, backup: Path) -> Manifest:
        """What a backup holds; raises when it is none or is damaged."""
        ...

    def restore(self, backup: Path) -> None:
        """Make a village file from a backup and open it."""
        ...


@dataclass(frozen=True, slots=True)
class RestoreChoice:
    """A backup beside what is open now, so that the clerk sees the difference before pressing 恢复."""

    backup: Manifest
    now: Facts


class SettingsService(Protocol):
    """What the settings page shows and changes in the open village."""

    def village(self) -> VillageRow:
        """The village's facts."""
        ...

    def change_village(self, change: ChangeVillage) -> None:
        """Save the village's facts."""
        ...

    def last_backup(self) -> datetime | None:
        """When the last good backup was made, aware UTC; None when there is none."""
        ...

    def back_up(self, target: Path) -> Path:
        """Make a verified backup file and answer where it lies; an older one is replaced whole or stays."""
        ...

    def verifying(self) -> Callable[[], Facts]:
        """Copy the village now; the whole check of the copy, on the press lane, raises the fault it finds."""
        ...

    def compare(self, backup: Path) -> RestoreChoice:
        """What a backup holds beside what is open; raises when it is none or of another village."""
        ...

    def restore(self, backup: Path) -> Doubts:
        """Bring a backup into the open file, after a safety copy; answers which paper may know more."""
        ...

    def batches(self) -> tuple[BatchSummary, ...]:
        """Imports so far, newest first."""
        ...

    def undo_batch(self, number: int) -> UndoResult:
        """Undo an import as a whole."""
        ...


class MachineKeeper(Protocol):
    """Settings of this computer; no village, no lane."""

    def load(self) -> MachineSettings:
        """The stored settings."""
        ...

    def keep(self, settings: MachineSettings) -> None:
        """Store settings."""
        ...
