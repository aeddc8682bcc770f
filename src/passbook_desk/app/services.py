"""What the first run and the settings page ask for, carried out on the desk lane."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from passbook_desk.app.demo import FILE_NAME
from passbook_desk.app.demo_story import build_demo_village
from passbook_desk.app.desk import Desk
from passbook_desk.app.keeping import back_up, restore_open_village, restore_village
from passbook_desk.app.undoing import undo_whole_import
from passbook_desk.app.verify import facts_of
from passbook_desk.app.village_file import SUFFIX, VillageFile, create_village, open_village
from passbook_desk.app.witness import start_anew
from passbook_desk.features.intake.queries import batches
from passbook_desk.features.intake.values import BatchSummary, UndoResult
from passbook_desk.features.ledger.queries import last_anchor
from passbook_desk.features.ledger.values import AnchorKind
from passbook_desk.features.passbooks.books.values import Doubts
from passbook_desk.features.safekeeping.backups import read_manifest
from passbook_desk.features.safekeeping.errors import BackupOfAnotherVillage
from passbook_desk.features.safekeeping.values import Facts, Manifest
from passbook_desk.features.village.commands import change_village
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import ChangeVillage, FoundVillage, VillageRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.places import Places
from passbook_desk.kernel.settings import MachineSettings, load_settings, remember_village, save_settings
from passbook_desk.ui.shell.services import RestoreChoice

Opened = Callable[[VillageFile], None]


class WaysIn:
    """The three ways into the program; each hands the open village on."""

    def __init__(self, places: Places, clock: Clock, opened: Opened) -> None:
        self._places, self._clock, self._opened = places, clock, opened

    def found(self, founding: FoundVillage) -> None:
        """Make the village file in its own folder and open it."""
        path = self._place(founding.name)
        create_village(path, founding, self._clock)
        self.open(path)

    def open_demo(self) -> None:
        """Open the invented village, made on the first time."""
        path = self._places.villages / "示范村" / FILE_NAME
        if not path.exists():
            build_demo_village(path, self._clock.today())
        self.open(path)

    def look_into(self, backup: Path) -> Manifest:
        """The label of a backup."""
        return read_manifest(backup)

    def restore(self, backup: Path) -> None:
        """Bring a backup into the village's own folder, verified, and open it."""
        path = self._place(read_manifest(backup).facts.village_name)
        restore_village(path, backup, self._clock)
        start_anew(self._places, path, self._clock)
        self.open(path)

    def open(self, path: Path) -> None:
        """Open a village file, remember it as the last one, hand it on."""
        village_file = open_village(path, self._clock)
        remember_village(self._places.settings, path)
        self._opened(village_file)

    def _place(self, name: str) -> Path:
        plain = re.sub(r'[\\/:*?"<>|.\s]+', "_", name.strip()) or "村"
        return self._places.villages / plain / f"{plain}{SUFFIX}"


class OpenVillageService:
    """What the settings page shows and changes in the open village."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def village(self) -> VillageRow:
        return self._desk.ask(village)

    def change_village(self, change: ChangeVillage) -> None:
        self._desk.do(lambda tx: change_village(tx, change))

    def last_backup(self) -> datetime | None:
        last = self._desk.ask(lambda scope: last_anchor(scope, AnchorKind.BACKUP))
        return None if last is None else last.made_at

    def back_up(self, target: Path) -> Path:
        made, _ = back_up(self._desk, target)
        return made

    def verifying(self) -> Callable[[], Facts]:
        return self._desk.verifying()

    def compare(self, backup: Path) -> RestoreChoice:
        manifest = read_manifest(backup)
        now = self._desk.ask(facts_of)
        if manifest.facts.village_uid != now.village_uid:
            raise BackupOfAnotherVillage(backup_village=manifest.facts.village_name, village=now.village_name)
        return RestoreChoice(manifest, now)

    def restore(self, backup: Path) -> Doubts:
        return restore_open_village(self._desk, backup).doubts

    def batches(self) -> tuple[BatchSummary, ...]:
        return self._desk.ask(batches)

    def undo_batch(self, number: int) -> UndoResult:
        return self._desk.do(lambda tx: undo_whole_import(tx, number)).rows


class MachineFile:
    """Settings of this computer in the user's folder."""

    def __init__(self, places: Places) -> None:
        self._folder = places.settings

    def load(self) -> MachineSettings:
        return load_settings(self._folder)

    def keep(self, settings: MachineSettings) -> None:
        save_settings(self._folder, settings)
