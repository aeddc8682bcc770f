"""Where unsaved entry is kept: a small file for each village and operator, on this computer only."""

from contextlib import suppress
from pathlib import Path

from passbook_desk.app.desk import Desk
from passbook_desk.documents.files import replacing
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.actor import NOBODY
from passbook_desk.kernel.disk import flush_folder


class DraftFiles:
    """Drafts (ports.Drafts) as files that are replaced whole; a damaged or missing one holds nothing."""

    def __init__(self, folder: Path, desk: Desk) -> None:
        self._folder, self._desk = folder, desk

    def owner(self) -> str:
        """The village's identity and the operator's number; "" while nobody has signed in."""
        actor = self._desk.file.actor
        return "" if actor == NOBODY else f"{self._desk.ask(village_uid)}-{actor.operator_id}"

    def load(self, owner: str) -> str:
        """The text kept for an owner, "" when there is none."""
        with suppress(OSError, UnicodeDecodeError):
            return self._file(owner).read_text(encoding="utf-8")
        return ""

    def keep(self, owner: str, text: str) -> None:
        """Keep a text safe from a power cut, or throw away what was kept.

        Raises TargetNotWritable, TargetFolderMissing and DiskFull.
        """
        target = self._file(owner)
        if not text:
            with suppress(OSError):
                target.unlink(missing_ok=True)
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            flush_folder(self._folder.parent)
        with replacing(target) as part:
            part.write_text(text, encoding="utf-8")

    def _file(self, owner: str) -> Path:
        return self._folder / f"{owner}.json"
