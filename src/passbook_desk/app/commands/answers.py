"""What a sub-command gets and gives: a context to work in, an answer to print."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from passbook_desk.app.desk import Desk
from passbook_desk.app.signing_in import PinSource, sign_in_here
from passbook_desk.app.village_file import open_village
from passbook_desk.app.witness import witness_of
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.places import Places
from passbook_desk.kernel.settings import load_settings, remember_village

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]


class NoVillageYet(UserError):
    """No --village was given and none was opened before."""

    code = "app.no-village-yet"


@dataclass(frozen=True, slots=True)
class Answer:
    """Lines for people, data for `--json`; `refused` lets the call end with exit 1 after its answer."""

    lines: tuple[str, ...]
    data: Json
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The arguments of one call and what surrounds it."""

    arguments: argparse.Namespace
    clock: Clock
    places: Places
    pin: PinSource

    def village_path(self) -> Path:
        """The file named by --village, or the one opened last."""
        if self.arguments.village is not None:
            return Path(self.arguments.village)
        last = load_settings(self.places.settings).last_village
        if not last:
            raise NoVillageYet
        return Path(last)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The village, open for this command and remembered as the last one."""
        path = self.village_path()
        village_file = open_village(path, self.clock)
        try:
            witness = witness_of(self.places, village_file, self.clock)
            desk = Desk(village_file, self.clock, lambda _: None, witness)
            sign_in_here(desk, self.arguments.operator, self.pin)
            yield desk
            desk.write_down()
        finally:
            village_file.close()
        remember_village(self.places.settings, path)
