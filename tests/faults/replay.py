"""A disk that may lose power: plays a log of file calls and gives the trees a power cut could leave.

The model is a pessimistic one. What was written before a sync of the same file is there. Of the rest
anything may be there: nothing, everything, a prefix, any subset, or single sectors of single writes.
Names (create, unlink, rename) reach the disk as a prefix in their order, one prefix for each folder,
unless the folder itself was synced. A folder exists as soon as a file in it does.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from shim import ACKNOWLEDGED, CREATED, EMPTIED, IS_FOLDER, Record

Tree = dict[str, bytes]
"""File contents by path relative to the recorded folder."""

SECTORS = (512, 4096)


class Loss(StrEnum):
    """What the power cut leaves of the writes that no sync covered."""

    NOTHING_LEFT = "none"
    ALL_LEFT = "all"
    PREFIX = "prefix"
    SUBSET = "subset"
    TORN = "torn"


@dataclass(frozen=True, slots=True)
class Write:
    order: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    order: int
    size: int


@dataclass(slots=True)
class Content:
    """One file's bytes: `safe` ones, and changes in order that no sync covered yet."""

    safe: bytearray = field(default_factory=bytearray)
    loose: list[Write | Cut] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NameChange:
    """`path` now leads to content number `content` (None: to nothing); a rename also frees `freed`."""

    path: str
    content: int | None
    freed: str = ""


@dataclass(frozen=True, slots=True)
class CrashPoint:
    """A power cut after `position` effective records: the tree and the steps acknowledged before it."""

    position: int
    loss: Loss
    tree: Tree
    acknowledged: tuple[int, ...]


class LogTooWide(Exception):
    """The log holds a call that the model does not know."""


class Disk:
    """Plays records one after the other; `left` gives what a power cut at this moment may leave."""

    def __init__(self, folder: Path, start: Tree, *, syncs_ignored: bool = False) -> None:
        self._root = str(folder)
        self._syncs_ignored = syncs_ignored
        self._contents: list[Content] = []
        self._safe_names: dict[str, int] = {}
        for path, data in start.items():
            self._safe_names[path] = self._add(Content(bytearray(data)))
        self._names = dict(self._safe_names)
        self._loose_names: dict[str, list[NameChange]] = {}
        self._handles: dict[tuple[int, int], int | str] = {}
        self._order = 0
        self.acknowledged: list[int] = []
        self.syncs = 0

    def _add(self, content: Content) -> int:
        self._contents.append(content)
        return len(self._contents) - 1

    def play(self, record: Record) -> None:
        """Takes one record in; those that failed without effect change nothing."""
        if record.kind == ACKNOWLEDGED:
            self.acknowledged.append(record.number)
        elif record.error and record.kind != "W":
            return
        elif record.kind == "O":
            self._open(record)
        elif record.kind in "WTS":
            self._change(record)
        elif record.kind in "UN":
            self._rename(record)
        elif record.kind != "R":
            raise LogTooWide(record.kind)

    def _relative(self, path: str) -> str:
        return path[len(self._root) :].lstrip("/") if path.startswith(self._root) else ""

    def _name(self, change: NameChange) -> None:
        parent = change.path.rpartition("/")[0]
        self._loose_names.setdefault(parent, []).append(change)
        _rename_in(self._names, change)

    def _open(self, record: Record) -> None:
        path, key = self._relative(record.path), (record.process, record.handle)
        if record.flags & IS_FOLDER:
            self._handles[key] = path
            return
        if record.flags & CREATED:
            self._name(NameChange(path, self._add(Content())))
        number = self._names[path]
        self._handles[key] = number
        if record.flags & EMPTIED and not record.flags & CREATED:
            self._order += 1
            self._contents[number].loose.append(Cut(self._order, 0))

    def _change(self, record: Record) -> None:
        target = self._handles[record.process, record.handle]
        if record.kind == "S":
            self.syncs += 1
            if not self._syncs_ignored:
                self._sync(target)
            return
        if isinstance(target, str):
            raise LogTooWide("a write into a folder")
        self._order += 1
        if record.kind == "T":
            self._contents[target].loose.append(Cut(self._order, record.length))
        elif record.length > 0:
            self._contents[target].loose.append(Write(self._order, record.offset, record.data))

    def _sync(self, target: int | str) -> None:
        if isinstance(target, str):
            for settled in self._loose_names.pop(target, []):
                _rename_in(self._safe_names, settled)
            return
        content = self._contents[target]
        for change in content.loose:
            _apply(content.safe, change)
        content.loose.clear()

    def _rename(self, record: Record) -> None:
        path, second = self._relative(record.path), self._relative(record.second)
        if record.kind == "U":
            self._name(NameChange(path, None))
        elif path and second:
            self._name(NameChange(second, self._names[path], freed=path))
        elif path:
            self._name(NameChange(path, None))
        else:
            raise LogTooWide("a file moved into the folder from outside")

    def left(self, loss: Loss, rng: random.Random) -> Tree:
        """The files one power cut leaves, relative path → bytes."""
        names = dict(self._safe_names)
        for changes in self._loose_names.values():
            for arrived in changes[: _share(loss, len(changes), rng)]:
                _rename_in(names, arrived)
        loose = sorted(one.order for number in set(names.values()) for one in self._contents[number].loose)
        kept = rng.randint(0, len(loose))
        last = loose[kept - 1] if kept else 0
        sector = rng.choice(SECTORS)
        tree: Tree = {}
        for path, number in sorted(names.items()):
            content = self._contents[number]
            data = bytearray(content.safe)
            for change in content.loose:
                _lose(data, change, loss, last, sector, rng)
            tree[path] = bytes(data)
        return tree


def _share(loss: Loss, count: int, rng: random.Random) -> int:
    if loss is Loss.NOTHING_LEFT:
        return 0
    return count if loss is Loss.ALL_LEFT else rng.randint(0, count)


def _rename_in(names: dict[str, int], change: NameChange) -> None:
    if change.freed:
        names.pop(change.freed, None)
    if change.content is None:
        names.pop(change.path, None)
    else:
        names[change.path] = change.content


def _apply(data: bytearray, change: Write | Cut) -> None:
    if isinstance(change, Cut):
        if change.size < len(data):
            del data[change.size :]
        else:
            data.extend(bytes(change.size - len(data)))
        return
    if change.offset > len(data):
        data.extend(bytes(change.offset - len(data)))
    data[change.offset : change.offset + len(change.data)] = change.data


def _lose(
    data: bytearray, change: Write | Cut, loss: Loss, last: int, sector: int, rng: random.Random
) -> None:
    """Applies as much of one unsynced change as this power cut leaves of it."""
    if loss is Loss.NOTHING_LEFT:
        return
    if loss is Loss.PREFIX and change.order > last:
        return
    if loss is Loss.SUBSET and rng.random() < 0.5:
        return
    if loss is not Loss.TORN:
        _apply(data, change)
    elif isinstance(change, Cut):
        if rng.random() < 0.5:
            _apply(data, change)
    else:
        for part in _sectors(change, sector):
            if rng.random() < 0.5:
                _apply(data, part)


def _sectors(write: Write, sector: int) -> Iterator[Write]:
    position, end = write.offset, write.offset + len(write.data)
    while position < end:
        border = min(end, (position // sector + 1) * sector)
        yield Write(write.order, position, write.data[position - write.offset : border - write.offset])
        position = border


def effective(records: Sequence[Record]) -> list[Record]:
    """The records after which a power cut may leave something else than before them."""
    return [one for one in records if one.kind != "R"]


def power_cuts(
    folder: Path,
    start: Tree,
    records: Sequence[Record],
    count: int,
    rng: random.Random,
    *,
    syncs_ignored: bool = False,
) -> Iterator[CrashPoint]:
    """`count` power cuts in the order of the log; `start` is safe on the disk.

    A third falls right after an acknowledgement, where a program spends most of its time waiting for
    the clerk, the others anywhere.
    """
    calls = effective(records)
    idle = [place for place, one in enumerate(calls, start=1) if one.kind == ACKNOWLEDGED] or [len(calls)]
    disk = Disk(folder, start, syncs_ignored=syncs_ignored)
    played = 0
    places = [rng.choice(idle) if rng.random() < 1 / 3 else rng.randint(0, len(calls)) for _ in range(count)]
    for position in sorted(places):
        while played < position:
            disk.play(calls[played])
            played += 1
        loss = rng.choice(list(Loss))
        yield CrashPoint(position, loss, disk.left(loss, rng), tuple(disk.acknowledged))


def final_tree(folder: Path, start: Tree, records: Sequence[Record]) -> Tree:
    """What an orderly end leaves; equal to the real folder when the log missed nothing."""
    disk = Disk(folder, start)
    for record in records:
        disk.play(record)
    return disk.left(Loss.ALL_LEFT, random.Random(0))


def count_syncs(records: Sequence[Record]) -> int:
    """Syncs of files and folders that succeeded."""
    return sum(one.kind == "S" and not one.error for one in records)


def flipped(data: bytes, rng: random.Random) -> bytes:
    """The same bytes with one random bit the other way round."""
    changed = bytearray(data)
    place = rng.randrange(len(changed))
    changed[place] ^= 1 << rng.randrange(8)
    return bytes(changed)


def read_tree(folder: Path) -> Tree:
    """All files below `folder`."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write_tree(tree: Tree, folder: Path) -> None:
    """Puts the files below `folder`, which is made when missing."""
    for path, data in tree.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def digest(tree: Tree) -> bytes:
    """Equal for equal trees."""
    summary = hashlib.blake2b(digest_size=20)
    for path, data in sorted(tree.items()):
        summary.update(f"{path}\0{len(data)}\0".encode())
        summary.update(data)
    return summary.digest()
