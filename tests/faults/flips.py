"""Turns single bits of a village file and asks whether the check finds every change a reader could see."""

import random
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from power_cuts import CampaignFailed
from replay import Tree, flipped
from workload import CRASH, Reader, Workload


@dataclass(slots=True)
class FlipFigures:
    """`visible`: flips after which rows read differently or not at all; the check refused `found` of them.

    `missed` counts the tables with a visible change that no check found, `crashed` the checks that broke.
    """

    flips: int = 0
    visible: int = 0
    found: int = 0
    crashed: list[str] = field(default_factory=list)
    missed: Counter[str] = field(default_factory=Counter)

    @property
    def kept(self) -> bool:
        return not self.missed and not self.crashed


def flip_bits(workload: Workload, scratch: Path, start: Tree, count: int, rng: random.Random) -> FlipFigures:
    """`count` files with one flipped bit each."""
    name = workload.read_files[0]
    figures = FlipFigures()
    reader = Reader(workload, scratch / "flipped")
    sound = rows_of(reader.unfold(start) / name)
    if sound is None:
        raise CampaignFailed("the file to turn bits in cannot be read")
    for _ in range(count):
        tree = {**start, name: flipped(start[name], rng)}
        figures.flips += 1
        rows = rows_of(reader.unfold(tree) / name)
        if rows == sound:
            continue
        figures.visible += 1
        fault = reader.read(tree).fault
        if fault is not None:
            figures.found += 1
            figures.crashed += [fault] if fault.startswith(CRASH) else []
        else:
            figures.missed.update(table for table in sound if rows is None or rows.get(table) != sound[table])
    return figures


def rows_of(file: Path) -> dict[str, list[tuple[object, ...]]] | None:
    """Every row of every table, as bytes of text; None when the file cannot be read."""
    with closing(sqlite3.connect(file)) as connection:
        connection.text_factory = bytes
        try:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {
                name.decode(): sorted(connection.execute(f'SELECT * FROM "{name.decode()}"'), key=repr)
                for (name,) in names
            }
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return None
