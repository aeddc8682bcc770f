"""The ends of the chains, written down outside the village file: what the file alone cannot prove.

One small text file per village in the user's settings folder. Whoever makes both chains anew from some row on
has a file that is whole in itself; it no longer fits what was written down here (reliability §3.3).
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from passbook_desk.app.village_file import VillageFile, open_village
from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.anchors import ChainEnds, chain_ends, check_ends
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.places import Places

_KEPT: Final = 1_000
_FIELDS: Final = 5
_PLACE: Final = 8


class Witness:
    """What was written down of one village file, the newest last; a torn or foreign line is passed over.

    A copy of the file at another place is another file: somebody may practise on it.
    """

    def __init__(self, folder: Path, village_uid: str, file: Path) -> None:
        place = hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:_PLACE]
        self._path = folder / "anchors" / f"{village_uid}-{place}.txt"

    def known(self) -> tuple[ChainEnds, ...]:
        """Everything written down, the oldest first."""
        return tuple(ends for _, ends in self._lines())

    def remember(self, scope: Scope, clock: Clock) -> None:
        """Write down where the chains end now. A disk that refuses costs the witness, not the work."""
        ends = chain_ends(scope)
        lines = self._lines()
        if lines and lines[-1][1] == ends:
            return
        lines = [*lines, (clock.now().isoformat(timespec="seconds"), ends)][-_KEPT:]
        with suppress(OSError):
            self._write(lines)

    def begin_anew(self, scope: Scope, clock: Clock) -> None:
        """After a restore: what was written down before is kept under another name."""
        with suppress(OSError):
            if self._path.exists():
                self._path.replace(self._path.with_suffix(f".{clock.now():%Y%m%dT%H%M%SZ}.txt"))
        self.remember(scope, clock)

    def check(self, scope: Scope) -> None:
        """Compare the file with everything written down; raises OlderCopy or ChainsReplaced."""
        check_ends(scope, self.known())

    def check_latest(self, scope: Scope) -> None:
        """Compare the file with what was written down last; raises OlderCopy or ChainsReplaced."""
        check_ends(scope, self.known()[-1:])

    def _lines(self) -> list[tuple[str, ChainEnds]]:
        try:
            text = self._path.read_text(encoding="ascii", errors="replace")
        except OSError:
            return []
        found = []
        for line in text.splitlines():
            words = line.split()
            if len(words) == _FIELDS and words[1].isdigit() and words[3].isdigit():
                found.append((words[0], ChainEnds(int(words[1]), words[2], int(words[3]), words[4])))
        return found

    def _write(self, lines: list[tuple[str, ChainEnds]]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_suffix(".part")
        words = (f"{moment} {' '.join(map(str, ends))}\n" for moment, ends in lines)
        with part.open("w", encoding="ascii", newline="\n") as file:
            file.writelines(words)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._path)


def witness_of(places: Places, village_file: VillageFile, clock: Clock) -> Witness:
    """The witness of an open village on this computer."""
    with village_file.store.read(clock) as scope:
        return Witness(places.settings, village_uid(scope), village_file.path)


def start_anew(places: Places, path: Path, clock: Clock) -> None:
    """After a restore into a file that is not open: what was written down of it before no longer counts."""
    village_file = open_village(path, clock)
    try:
        witness = witness_of(places, village_file, clock)
        with village_file.store.read(clock) as scope:
            witness.begin_anew(scope, clock)
    finally:
        village_file.close()
